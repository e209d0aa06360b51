"""The page on which two stakeholders become one, and the commands behind it."""

import pytest
import sqlalchemy as sa

from data_layer.editing.merge import merger
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.dashboard.test_edit import COORDINATOR
from tests.editing import run, send
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import ELSEWHERE, HERE


def people(network):
    with bare_session() as session:
        query = sa.select(Stakeholder).join(Network, Network.id == Stakeholder.network_id).where(Network.name == network)
        return list(session.scalars(query.order_by(Stakeholder.id)))


@pytest.fixture
def pair(sample_database):
    return people(HERE)[:2]


def command(first, second, **choices):
    """What the page sends: a choice for each field in which the two differ, the first where nothing else is said."""
    with bare_session() as session:
        seen = merger(session, first.id, second.id)
    told = [
        {
            "field": field.name,
            "take": choices.get(field.name, "first"),
            "first": seen.first.values[field.name],
            "second": seen.second.values[field.name],
        }
        for field in seen.differing
    ]
    return {"do": "merge", "first": first.id, "second": second.id, "choices": told}


def kept(row):
    with bare_session() as session:
        return session.get(Stakeholder, row.id)


def test_it_shows_both_side_by_side_and_what_moves(as_user, pair):
    text = page_text(as_user(COORDINATOR), f"/data/merge?a={pair[0].id}&b={pair[1].id}")
    assert pair[0].name in text
    assert pair[1].name in text
    assert "What happens then?" in text
    assert "'data-merge'" in text


def test_it_asks_which_two_before_anything_is_chosen(as_user):
    text = page_text(as_user(COORDINATOR), "/data/merge")
    assert "Which two?" in text
    assert "What happens then?" not in text


@pytest.mark.parametrize("query", ["a={foreign}", "a={own}&b={foreign}", "a=x", "a=0", "b=-1", "a=999999999", "network=9999"])
def test_what_is_not_there_for_the_reader_is_left_out_and_said(as_user, pair, query):
    foreign = people(ELSEWHERE)[0]
    text = page_text(as_user(COORDINATOR), "/data/merge?" + query.format(own=pair[0].id, foreign=foreign.id))
    assert "not understood" in text
    assert foreign.name not in text


def test_one_and_the_same_is_no_pair(as_user, pair):
    assert "What happens then?" not in page_text(as_user(COORDINATOR), f"/data/merge?a={pair[0].id}&b={pair[0].id}")


def test_it_takes_at_most_twelve_statements(as_user, pair, queries):
    browser = as_user(COORDINATOR)
    queries.clear()
    build_page(browser, f"/data/merge?a={pair[0].id}&b={pair[1].id}")
    assert len(queries) <= 12


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere", "funder", "administrator"])
def test_it_is_for_coordinators_only(as_user, point_of_view, pair):
    browser = as_user(point_of_view)
    assert "not for your role" in str(open_page(browser, "/data/merge").get_json())
    assert send(browser, command(*pair)).status_code == 403


def test_the_command_merges_and_undo_parts_again(as_user, pair):
    browser, (first, second) = as_user(COORDINATOR), pair
    answer = run(browser, command(first, second, name="second"))
    assert answer["refused"] == []
    assert answer["told"].startswith("Merged.")
    assert (kept(first).name, kept(second).trashed_by) == (second.name, answer["action"])
    run(browser, {"do": "undo", "action": answer["action"]})
    assert (kept(first).name, kept(second).trashed_by) == (first.name, None)


@pytest.mark.parametrize("do", ["merge", "link_body"])
def test_a_stakeholder_of_another_network_is_not_there(as_user, pair, do):
    foreign = people(ELSEWHERE)[0]
    more = {"choices": []} if do == "merge" else {}
    for two in ((pair[0].id, foreign.id), (foreign.id, pair[0].id)):
        assert send(as_user(COORDINATOR), {"do": do, "first": two[0], "second": two[1], **more}).status_code == 404
    assert send(as_user(COORDINATOR), {"do": "unlink_body", "row": foreign.id}).status_code == 404


@pytest.mark.parametrize(
    "choice",
    [
        {"field": "trashed_by", "take": "first", "first": None, "second": None},
        {"field": "name", "take": "third", "first": "x", "second": "y"},
        {"field": "name", "take": "first", "first": {}, "second": "y"},
        {"field": "name", "take": "first"},
    ],
)
def test_a_choice_that_cannot_be_is_refused(as_user, pair, choice):
    body = {"do": "merge", "first": pair[0].id, "second": pair[1].id, "choices": [choice]}
    assert send(as_user(COORDINATOR), body).status_code == 400


def test_what_somebody_changed_meanwhile_is_told(as_user, pair):
    body = command(*pair, name="first")
    body["choices"][0]["first"] = "What the person saw"
    answer = run(as_user(COORDINATOR), body)
    assert [refusal["code"] for refusal in answer["refused"]] == ["changed_meanwhile"]
    assert kept(pair[1]).trashed_by is None


def test_the_page_of_a_stakeholder_leads_to_merging_for_those_who_may(as_user):
    with bare_session() as session:
        row_id = session.scalar(sa.select(Stakeholder.id).where(Stakeholder.name == "Tailor cooperative"))
    assert f"/data/merge?a={row_id}&b=" in page_text(as_user(COORDINATOR), f"/stakeholders/{row_id}")
    assert "/data/merge" not in page_text(as_user("leader_here"), f"/stakeholders/{row_id}")


def test_the_overview_leads_to_merging_for_those_who_may(as_user):
    assert "/data/merge?a=" in page_text(as_user(COORDINATOR), "/")
    assert "/data/merge" not in page_text(as_user("leader_here"), "/")
