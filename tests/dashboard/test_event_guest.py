"""Another LEN as a guest at an event: only one that the account sees, and one that it does not see stays as it is."""

import pytest
import sqlalchemy as sa

from data_layer.access import writing
from data_layer.actor import Actor
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.engine import bare_session
from data_layer.exports.download import file_bytes
from data_layer.files.recognise import recognise
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import State
from data_layer.models import EventGuest, Network
from data_layer.vocabulary import AccountRole
from tests.data_layer.exports.speaking import wanted
from tests.editing import run
from tests.factories import make_event, make_event_guest
from tests.points_of_view import ELSEWHERE, HERE

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}


@pytest.fixture
def places(sample_database):
    """The ids of both networks, of an event here, and of one to which the other network is invited."""
    with bare_session(write=True) as session:
        here, elsewhere = (session.scalars(sa.select(Network).where(Network.name == name)).one() for name in (HERE, ELSEWHERE))
        alone, visited = make_event(session, here, "Alone"), make_event(session, here, "Visited")
        guest = make_event_guest(session, visited, elsewhere)
        session.commit()
        return {"here": here.id, "elsewhere": elsewhere.id, "alone": alone.id, "visited": visited.id, "guest": guest.id}


def test_a_network_that_the_account_does_not_see_cannot_be_invited(as_user, places):
    command = {
        "do": "add",
        "table": "event_guest",
        "network": places["here"],
        "values": {"event": places["alone"], "guest": places["elsewhere"]},
    }
    refused = run(as_user("coordinator_here"), command)
    assert (refused["action"], [each["code"] for each in refused["refused"]]) == (None, ["no_such_row"])


def test_the_form_does_not_name_it(as_user, places):
    browser = as_user("coordinator_here")
    shown = [browser.get(f"/form/event_guest?event={places['alone']}"), browser.get("/data/choices/event_guest")]
    assert not any(ELSEWHERE in response.get_data().decode("unicode-escape") for response in shown)


def test_an_invitation_to_it_can_be_taken_away_and_brought_back(as_user, places):
    browser = as_user("coordinator_here")
    done = run(browser, {"do": "trash", "table": "event_guest", "ids": [places["guest"]]})
    assert run(browser, {"do": "undo", "action": done["action"]})["refused"] == []
    with bare_session() as session:
        assert session.get(EventGuest, places["guest"]).trashed_by is None


def test_a_file_with_it_reads_back_unchanged_and_invites_it_to_nothing_else(places):
    actor = Actor(1, "a@example.org", AccountRole.COORDINATOR, frozenset({places["here"]}))
    with writing(actor) as session:
        content = file_bytes(session, "event_guest.csv", wanted(network=places["here"])).decode("utf-8-sig")
        head, *rows = content.splitlines()
        (row,) = [row for row in rows if row.startswith(f"{places['guest']},")]
        assert ELSEWHERE not in content
        more = row.replace("Visited", "Alone").replace(f"{places['guest']},", "999999,", 1)
        read = recognise("\n".join([head, row, more, ""]).encode(), "event_guest.csv", FIELDS)
        found = plan(session, read, first_choices(read, places["here"])).rows
        assert [(each.state, each.problem and each.problem.code) for each in found] == [
            (State.UNCHANGED, None),
            (State.REFUSED, "no_such_row"),
        ]
