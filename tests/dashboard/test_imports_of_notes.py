"""Notes on fields on the page of imports: looked at, mended, brought in and taken back like all other rows."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Note, Stakeholder
from tests.importing import Sender, id_of
from tests.points_of_view import ELSEWHERE, HERE

HEADER = "id,network,table,row,about,field,kind,other_value,text,source\n"


@pytest.fixture
def here(as_user):
    """A browser of a coordinator, with a token against forged requests."""
    return Sender(as_user("coordinator_here"))


def stakeholder(network):
    """Number and name of a stakeholder of a network."""
    with bare_session() as session:
        query = sa.select(Stakeholder.id, Stakeholder.name).where(Stakeholder.network_id == id_of(network)).order_by(Stakeholder.id)
        return session.execute(query.limit(1)).one()


def live():
    """Id and text of the live notes of all networks."""
    with bare_session() as session:
        return {tuple(row) for row in session.execute(sa.select(Note.id, Note.text).where(Note.trashed_by.is_(None)))}


def note(about, *, field="website", kind="reading", network=HERE, row="", text="as we read it"):
    return f',{network},stakeholder,{row},"{about}",{field},{kind},,{text},\n'


def test_a_note_is_looked_at_brought_in_and_taken_back(here):
    before, (_number, name) = live(), stakeholder(HERE)
    here.file(HEADER + note(name), id_of(HERE), name="note.csv")
    page = here.page()
    assert "1 new row" in page
    assert all(words in page for words in ("note on a field", name, "Website", "our reading", "as we read it"))
    done = here.post("apply", seal=here.seal()).get_json()["go"].partition("?")[2]
    assert "1 note on a field" in here.page(f"?{done}")
    assert {text for _id, text in live() - before} == {"as we read it"}
    body = {"do": "undo", "action": int(done.partition("=")[2]), "request": "request-0001"}
    here.browser.post("/edit", json=body, headers={"X-CSRFToken": here.token})
    assert live() == before


def test_a_refused_note_is_mended_in_the_preview(here):
    _number, name = stakeholder(HERE)
    here.file(HEADER + note("Nobody at all", kind="guess"), id_of(HERE))
    here.post("rows", **{"code.0.0.6": "invented"})
    assert "is not named before" in here.page("?show=refused")
    here.post("rows", **{"cell.0.0.4": name})
    assert "1 new row" in here.page()


def test_a_note_on_a_row_of_another_network_stays_out(here):
    before, (number, name) = live(), stakeholder(ELSEWHERE)
    here.file(HEADER + note(name, row=number) + note(name, row=number, network=ELSEWHERE), id_of(HERE))
    assert "2 refused rows" in here.page()
    assert here.post("apply", seal=here.seal()).get_json()["problem"]
    assert live() == before


@pytest.mark.parametrize("name", ["everything.zip", "everything.xlsx", "note.csv", "note.xlsx"])
def test_what_is_carried_out_of_the_sample_changes_nothing(here, name):
    content = here.browser.get(f"/download/{name}?network={id_of(HERE)}").data
    assert here.file(content, id_of(HERE), name=name)["problem"] is None
    page = here.page()
    assert "note on a field" in page + here.page("?page=2")  # notes come last, and everything is more than one page
    assert "Nothing to bring in" in page
    assert "0 refused rows" in page
