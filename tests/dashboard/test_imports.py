"""The way of a file: sent, looked at, mended, brought in, taken back; for those who may, into their own networks."""

import io

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.imports import plan as plan_module
from data_layer.imports.draft import KEPT, find_draft
from data_layer.imports.preview import preview
from data_layer.models import Account, Change, ImportDraft, Network, Stakeholder
from tests.data_layer.files.hostile import workbook
from tests.factories import make_stakeholder
from tests.importing import PATH, Sender, id_of
from tests.points_of_view import ELSEWHERE, HERE, POINTS_OF_VIEW, email_of

LIST = "Name;Ort\nKitchen of all;Boden\nHarbour house;Piteå\n"
ROUTES = ("file", "columns", "rows", "apply", "cancel")


@pytest.fixture
def here(as_user):
    """A browser of a coordinator, with a token against forged requests."""
    return Sender(as_user("coordinator_here"))


def names():
    with bare_session() as session:
        return set(session.scalars(sa.select(Stakeholder.name).where(Stakeholder.trashed_by.is_(None))))


def draft():
    """What the coordinator is bringing in."""
    with bare_session() as session:
        return find_draft(session, session.scalars(sa.select(Account.id).where(Account.email == email_of("coordinator_here"))).one())


def changes():
    with bare_session() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(Change))


def test_a_file_is_looked_at_and_brought_in_as_one_action_that_can_be_taken_back(here):
    before = names()
    assert here.file(LIST, id_of(HERE)) == {"go": PATH, "problem": None}
    assert "2 new rows" in here.page()
    assert names() == before
    gone_to = here.post("apply", seal=here.seal()).get_json()["go"]
    assert names() - before == {"Kitchen of all", "Harbour house"}
    assert "2 stakeholders" in here.page("?" + gone_to.partition("?")[2])
    action = int(gone_to.partition("=")[2])
    body = {"do": "undo", "action": action, "request": "request-0001"}
    here.browser.post("/edit", json=body, headers={"X-CSRFToken": here.token})
    assert names() == before


def test_a_file_that_is_refused_leaves_nothing_behind(here):
    before = changes()
    assert "cut off or damaged" in here.file(workbook()[:500])["problem"]
    assert "Which file?" in here.page()
    assert changes() == before


def test_nothing_happens_that_the_preview_did_not_show(here):
    here.file(LIST, id_of(HERE))
    seal = here.seal()
    here.post("rows", **{"cell.0.0.1": "Luleå"})
    assert "Look at it again" in here.post("apply", seal=seal).get_json()["problem"]
    assert "Kitchen of all" not in names()


def test_what_somebody_else_wrote_since_the_preview_is_not_overwritten(here):
    with bare_session(write=True) as session:
        make_stakeholder(session, session.get(Network, id_of(HERE)), "Harbour house", place="Luleå")
        session.commit()
    here.file(LIST, id_of(HERE))
    seal = here.seal()
    with bare_session(write=True) as session:
        row = session.scalars(sa.select(Stakeholder).where(Stakeholder.name == "Harbour house")).one()
        with acting(session, "test") as recorder:
            recorder.update(row, place="Boden")
        session.commit()
    assert "Look at it again" in here.post("apply", seal=seal).get_json()["problem"]
    assert here.post("apply", seal=here.seal()).get_json()["problem"] is None


def meanwhile(monkeypatch, change):
    """Let somebody else write whenever rows have been compared; returns what grows with each comparison."""
    calls = []

    def slowly(session, draft):
        compare = preview(session, draft)

        def then():
            found = compare()
            calls.append(found)
            with bare_session(write=True) as other:
                change(other, len(calls))
                other.commit()
            return found

        return then

    monkeypatch.setattr("dashboard.routes.imports.preview", slowly)
    return calls


def test_what_others_change_while_rows_are_compared_is_seen(here, monkeypatch):
    here.file(LIST, id_of(HERE))
    seal = here.seal()
    network_id = id_of(HERE)
    calls = meanwhile(monkeypatch, lambda other, n: n == 1 and make_stakeholder(other, other.get(Network, network_id), "Harbour house"))
    assert "Look at it again" in here.post("apply", seal=seal).get_json()["problem"]
    assert len(calls) == 2
    assert "Kitchen of all" not in names()


def test_what_others_change_elsewhere_makes_nothing_compared_again(here, monkeypatch):
    here.file(LIST, id_of(HERE))
    seal = here.seal()
    network_id = id_of(ELSEWHERE)
    calls = meanwhile(monkeypatch, lambda other, n: make_stakeholder(other, other.get(Network, network_id), f"Other {n}"))
    assert here.post("apply", seal=seal).get_json()["problem"] is None
    assert len(calls) == 1


def test_turning_a_page_compares_nothing_again_until_something_changes(here, monkeypatch):
    here.file("Name;Ort\n" + "".join(f"Stakeholder number {n};b\n" for n in range(120)), id_of(HERE))
    calls = []
    settle = plan_module._settled
    monkeypatch.setattr(plan_module, "_settled", lambda context, draft: calls.append(draft) or settle(context, draft))
    assert "120 new rows" in here.page()
    assert "120 new rows" in here.page("?page=2")
    assert len(calls) == 120
    with bare_session(write=True) as other:
        make_stakeholder(other, other.get(Network, id_of(HERE)), "Stakeholder number 7")
        other.commit()
    assert "119 new rows" in here.page("?page=3")
    here.post("rows", **{"cell.0.0.0": "Renamed"})
    assert "119 new rows" in here.page("?page=1")
    assert len(calls) == 360


def test_while_rows_are_compared_others_can_write(here, monkeypatch):
    settle = plan_module._settled

    def writing_meanwhile(context, draft):
        with bare_session(write=True) as other:
            make_stakeholder(other, other.get(Network, elsewhere), f"Other {draft.place}")
            other.commit()
        return settle(context, draft)

    here.file(LIST, id_of(HERE))
    elsewhere = id_of(ELSEWHERE)
    monkeypatch.setattr(plan_module, "_settled", writing_meanwhile)
    assert "2 new rows" in here.page()
    assert {"Other 0", "Other 1"} <= names()


def test_who_never_stops_writing_does_not_keep_a_file_out(here, monkeypatch):
    here.file(LIST, id_of(HERE))
    seal = here.seal()
    monkeypatch.setattr("dashboard.routes.imports.state", lambda *_: object())
    assert here.post("apply", seal=seal).get_json()["problem"] is None
    assert {"Kitchen of all", "Harbour house"} <= names()


def test_a_refused_row_is_mended_in_the_preview(here):
    here.file("Name;Land\nKitchen of all;Atlantis\n", id_of(HERE))
    assert "Atlantis" in here.page("?show=refused")
    here.post("rows", **{"cell.0.0.1": "SE"})
    assert "1 new row" in here.page()


def test_an_open_question_stands_in_the_way_until_it_is_answered(here):
    here.file("Name;Seit\nKitchen of all;05/06/2014\n", id_of(HERE))
    assert "can be read in two ways" in here.post("apply", seal=here.seal()).get_json()["problem"]
    here.post("columns", network=str(id_of(HERE)), **{"form.0.1": "dmy"})
    assert here.post("apply", seal=here.seal()).get_json()["problem"] is None


def test_where_columns_went_is_kept_for_the_next_file_of_this_form(here):
    here.file("Aaa;Bbb\nKitchen of all;Boden\n", id_of(HERE))
    here.post("columns", network=str(id_of(HERE)), **{"target.0": "stakeholder"})
    here.post("columns", network=str(id_of(HERE)), **{"field.0.0": "name", "field.0.1": "place"})
    here.file("Aaa;Bbb\nHarbour house;Piteå\n", id_of(HERE), name="next.csv")
    assert "1 new row" in here.page()


def test_several_files_are_one_import(here):
    files = [(io.BytesIO(b"Id,Label\n1,Kitchen of all\n2,Harbour house\n"), "n.csv"), (io.BytesIO(b"Source,Target\n1,2\n"), "e.csv")]
    here.browser.post(f"{PATH}/file", data={"file": files, "network": str(id_of(HERE))}, headers={"X-CSRFToken": here.token})
    assert "3 new rows" in here.page()


def test_forgetting_a_file_leaves_nothing_of_it(here):
    here.file(LIST, id_of(HERE))
    here.post("cancel")
    assert "Which file?" in here.page()
    with bare_session() as session:
        assert session.scalars(sa.select(ImportDraft)).all() == []


def test_a_file_is_forgotten_after_a_day(here, clock):
    here.file(LIST, id_of(HERE))
    with bare_session() as session:
        account = session.scalars(sa.select(Account).where(Account.email == email_of("coordinator_here"))).one()
        moment = now()
        assert find_draft(session, account.id) is not None
        clock(moment + KEPT)
        assert find_draft(session, account.id) is None


def test_what_is_there_no_more_says_so(here):
    assert "no longer there" in here.post("apply", seal="x").get_json()["problem"]


@pytest.mark.parametrize("where", ROUTES)
@pytest.mark.parametrize("point_of_view", [name for name in POINTS_OF_VIEW if not name.startswith("coordinator")])
def test_only_coordinators_bring_files_in(as_user, where, point_of_view):
    status = Sender(as_user(point_of_view)).post(where, network="").status_code
    assert status == (401 if point_of_view in ("anonymous", "disabled") else 403)


@pytest.mark.parametrize("where", ["file", "columns"])
def test_a_network_of_others_is_not_there(here, where):
    here.file(LIST, id_of(HERE))
    assert here.post(where, network=str(id_of(ELSEWHERE)), file=(io.BytesIO(LIST.encode()), "x")).status_code == 404


def test_a_network_that_was_taken_away_since_is_not_there(here):
    here.file(LIST, id_of(HERE))
    with bare_session(write=True) as session:
        draft = session.scalars(sa.select(ImportDraft)).one()
        draft.choices = {**draft.choices, "network_id": id_of(ELSEWHERE)}
        session.commit()
    assert "What becomes of each row?" not in here.page()
    assert here.post("apply", seal="x").status_code == 404


def test_nobody_sees_the_file_of_somebody_else(here, as_user):
    here.file(LIST, id_of(HERE))
    assert "Kitchen of all" not in Sender(as_user("coordinator_elsewhere")).page()


@pytest.mark.parametrize("where", ROUTES)
def test_a_forged_form_is_refused(here, where):
    assert here.browser.post(f"{PATH}/{where}", data={"network": "1"}).status_code == 400


def test_only_the_address_for_files_takes_large_bodies(here):
    large = 2 * 1024 * 1024
    assert here.raw("file", large).status_code == 200
    assert here.raw("rows", large).status_code == 413
    assert here.raw("file", 5 * large).status_code == 413


def test_more_files_than_can_be_read_at_once_are_told_and_none_is_kept(here):
    files = [(io.BytesIO(LIST.encode()), f"list {number}.csv") for number in range(6)]
    answer = here.post("file", file=files, network=str(id_of(HERE))).get_json()
    assert answer == {"go": None, "problem": "These are more than 5 files. Choose fewer of them, and bring in the others afterwards."}
    assert draft() is None


@pytest.mark.parametrize("text", ["--5", "-", "+5", "\u0665", "9" * 5_000, "-" + "9" * 5_000, "1e3"])
def test_who_a_row_is_can_only_be_said_with_a_number(here, text):
    here.file(LIST, id_of(HERE))
    assert here.post("rows", **{"same.0.0": text}).status_code == 200
    assert draft().choices.same == {}


@pytest.mark.parametrize("name", ["cell.9.9.9", "same.0.99", "code.0.0.x"])
def test_answers_about_what_there_is_not_are_refused(here, name):
    here.file(LIST, id_of(HERE))
    assert here.post("rows", **{name: "1"}).status_code == 404


def test_a_link_can_say_into_which_network(here):
    page = here.page(f"?network={id_of(HERE)}")
    assert f"'value': '{id_of(HERE)}'" in page
    assert "not understood" not in page
    assert "not understood" in here.page(f"?network={id_of(ELSEWHERE)}")


def test_the_page_says_which_parts_of_its_address_it_does_not_know(here):
    assert "not understood" in here.page("?show=everything")


def test_the_import_of_somebody_else_is_not_told(here, as_user):
    here.file(LIST, id_of(HERE))
    done = here.post("apply", seal=here.seal()).get_json()["go"].partition("?")[2]
    assert "Brought in" in here.page(f"?{done}")
    assert "Brought in" not in Sender(as_user("coordinator_elsewhere")).page(f"?{done}")


def test_texts_of_a_file_are_only_texts(here):
    here.file("Name;Website\n<b>Kitchen</b>;javascript:alert(1)\n", id_of(HERE))
    assert "is not a web address" in here.page()
