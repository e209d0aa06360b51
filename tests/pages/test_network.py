"""The network as each role opens it; what is drawn is tested in a browser."""

from itertools import pairwise

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network
from tests.factories import make_network, make_stakeholder, make_tie
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
