"""The network as each role opens it; what is drawn is tested in a browser."""

from datetime import date
from itertools import pairwise

import pytest
import sqlalchemy as sa

from app import app as dash_app
from data_layer.engine import bare_session
from data_layer.models import Network, Position, Stakeholder, Tie
from tests.factories import make_network, make_position, make_stakeholder, make_tie
from tests.opening import build_page, open_page, page_text, post_callback
from tests.points_of_view import HERE

MOST_STATEMENTS = 12


def network_id(name):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def test_a_coordinator_sees_their_own_network(as_user):
    assert f"Who works with whom in {HERE}?" in page_text(as_user("coordinator_here"), "/network")


def test_another_network_is_left_out_as_if_it_were_nonsense(as_user):
    elsewhere = network_id("Varde")
    foreign, nothing = (page_text(as_user("coordinator_here"), f"/network?network={number}") for number in (elsewhere, 999_999))
    assert foreign == nothing
    assert "left out: network." in foreign


def test_who_sees_no_network_is_shown_none(as_user):
    shown = page_text(as_user("administrator"), "/network")
    assert "Who works with whom in" not in shown


@pytest.mark.parametrize("query", ["sector=abc", "kind=1", "relation=none", "year=12", "focus=999999", "size=large", "people=99"])
def test_what_is_not_understood_is_said_and_left_out(as_user, query):
    shown = page_text(as_user("coordinator_here"), f"/network?{query}")
    assert f"One part of the address was not understood and is left out: {query.split('=')[0]}." in shown


def test_one_relation_alone_is_told_as_a_part_of_the_whole(as_user):
    shown = page_text(as_user("coordinator_here"), "/network?relation=money")
    assert " of " in shown.split("Who works with whom in")[1]


def test_a_large_network_takes_as_few_statements_as_a_small_one(as_user, queries):
    with bare_session(write=True) as session:
        large = make_network(session)
        members = [make_stakeholder(session, large, name=f"Group {number}") for number in range(60)]
        for one, other in pairwise(members):
            make_tie(session, one, other)
        session.commit()
        number = large.id
    browser = as_user("leader_everywhere")
    counts = []
    for address in (f"/network?network={network_id(HERE)}", f"/network?network={number}"):
        open_page(browser, address)
        queries.clear()
        assert build_page(browser, address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_STATEMENTS


def mapped(*days):
    """Mappings of the first stakeholder of the network here, a year each."""
    with bare_session(write=True) as session:
        first = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == network_id(HERE)).order_by(Stakeholder.id)).first()
        for year, power in days:
            make_position(
                session, first, power=power, interest=4, day_first=date(year, 1, 1), day_last=date(year, 12, 31), question="Who decides?"
            )
        session.commit()
        return session.scalars(sa.select(Position.id).order_by(Position.id)).all()


def test_only_those_who_may_edit_are_offered_to(as_user):
    for point_of_view, offered in (("coordinator_here", True), ("leader_here", False)):
        shown = str(build_page(as_user(point_of_view), "/network").get_json())
        assert [mark in shown for mark in ("map-switch", "data-form", "data-net-map", "tieIds")] == [offered] * 4


def test_the_scripts_for_mapping_come_to_those_who_may_edit_and_only_here(as_user):
    found = {
        (person, path): "/assets/network-edit.js" in as_user(person).get(path).get_data(as_text=True)
        for person in ("coordinator_here", "leader_here")
        for path in ("/network", "/micro-projects")
    }
    assert [key for key, value in found.items() if value] == [("coordinator_here", "/network")]


def test_a_mapping_is_shown_as_seen_then(as_user):
    older, _later = mapped((2020, 1), (2024, 4))
    now, then = (page_text(as_user("leader_here"), f"/network{query}") for query in ("", f"?mapping={older}"))
    assert "The latest mapping of each stakeholder" in now
    assert "One mapping, as seen then" in then
    assert "2020 · Who decides?" in now


def changed(browser, opened):
    """What the page is sent when the data has changed, by component."""
    return chosen(browser, {"changed": opened} if opened is not None else {})


def chosen(browser, view):
    """What the page is sent for a view, by component."""
    names = (
        "status",
        "reads",
        "findings",
        "groups",
        "sizes",
        "measures",
        "power",
        "drawing",
        "legend",
        "missing",
        "panel",
        "people",
        "bonds",
    )
    outputs = [output for output in dash_app.callback_map if output.startswith("..network-status.")]
    parts = [part.rpartition(".") for part in outputs[0].strip(".").split("...")]
    assert [part[0] for part in parts] == [f"network-{name}" for name in names]
    answer = post_callback(
        browser,
        {
            "output": outputs[0],
            "outputs": [{"id": part[0], "property": part[2]} for part in parts],
            "inputs": [{"id": "network-view", "property": "data", "value": view}],
            "state": [{"id": "network-id", "property": "data", "value": network_id(HERE)}],
            "changedPropIds": ["network-view.data"],
        },
    )
    return answer.get_json()["response"]


def test_after_a_change_the_picture_and_all_that_follows_from_it_come(as_user):
    sent = changed(as_user("coordinator_here"), {"focus": None, "tables": True})
    assert {"network-drawing", "network-measures", "network-missing", "network-power", "network-panel", "network-people"} <= set(sent)


def test_a_choice_in_the_sentence_sends_no_picture(as_user):
    assert not {"network-drawing", "network-panel", "network-power", "network-people"} & set(changed(as_user("coordinator_here"), None))


def test_another_mapping_sends_the_grid_and_another_choice_does_not(as_user):
    older, _later = mapped((2020, 1), (2024, 4))
    browser = as_user("leader_here")
    assert "One mapping, as seen then" in str(chosen(browser, {"mapping": str(older), "remapped": True})["network-power"])
    assert "network-power" not in chosen(browser, {"mapping": str(older), "sector": "users"})


def test_a_tie_stands_in_the_panel_and_one_of_others_does_not(as_user):
    with bare_session() as session:
        here, there = (session.scalars(sa.select(Tie).where(Tie.network_id == network_id(name))).first() for name in (HERE, "Dithmarschen"))
    told = [str(changed(as_user("coordinator_here"), {"focus": f"tie/{tie.id}"})["network-panel"]) for tie in (here, there)]
    assert ["Selected tie" in words for words in told] == [True, False]


@pytest.mark.parametrize(
    ("turned", "sent"), [(None, {"network-people", "network-bonds"}), ("ties", {"network-bonds"}), ("stakeholders", {"network-people"})]
)
def test_the_table_alone_comes_whose_page_was_turned(as_user, turned, sent):
    browser = as_user("coordinator_here")
    outputs = [{"id": name, "property": "children"} for name in ("network-people", "network-bonds")]
    asked = {} if turned is None else {"turned": turned}
    answer = post_callback(
        browser,
        {
            "output": "..network-people.children...network-bonds.children..",
            "outputs": outputs,
            "inputs": [{"id": "network-pages", "property": "data", "value": asked}],
            "state": [{"id": "network-id", "property": "data", "value": network_id(HERE)}],
            "changedPropIds": ["network-pages.data"],
        },
    )
    assert set(answer.get_json()["response"]) == sent
