"""A block from a spreadsheet: edits and new rows, one action, each refusal at its place."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.editing.edit import Edit, trash_rows
from data_layer.editing.paste import paste
from data_layer.editing.tables import TABLES
from data_layer.models import Action, Change, Stakeholder
from data_layer.problem import NotFound
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network, make_stakeholder

STAKEHOLDER = TABLES["stakeholder"]


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def bakery(session, here):
    return make_stakeholder(session, here, "Bakery", place="Boden")


def names(session):
    return list(session.scalars(sa.select(Stakeholder.name).where(Stakeholder.trashed_by.is_(None)).order_by(Stakeholder.id)))


def refused(pasted):
    return [(one.place, one.problem.field, one.problem.code) for one in pasted.refusals]


def test_edits_and_new_rows_are_one_action_and_one_step_back(session, here, bakery):
    edit = Edit("stakeholder", bakery.id, "place", "Boden", "Luleå")
    done = paste(session, [edit], STAKEHOLDER, here.id, [{"name": "Choir"}, {"name": "Ferry", "place": "Pier"}])
    assert (bakery.place, names(session)) == ("Luleå", ["Bakery", "Choir", "Ferry"])
    assert {row.network_id for row in done.rows} == {here.id}
    undo(session, done.edited.action_id)
    assert (bakery.place, names(session)) == ("Boden", ["Bakery"])


def test_lines_alone_are_an_action_too(session, here):
    done = paste(session, [], STAKEHOLDER, here.id, [{"name": "Choir"}])
    assert session.scalars(sa.select(Change.row_id).where(Change.action_id == done.edited.action_id)).all() == [done.rows[0].id]


def test_a_line_that_cannot_be_a_row_is_refused_at_its_place_and_the_others_are_added(session, here):
    lines = [{"place": "Boden"}, {"name": "Choir", "sector": "magic"}, {"name": "Ferry"}, {"name": "Day", "start": "soon"}]
    done = paste(session, [], STAKEHOLDER, here.id, lines)
    assert [(place, field) for place, field, _code in refused(done)] == [(0, "name"), (1, "sector"), (3, "start")]
    assert names(session) == ["Ferry"]


def test_a_name_that_is_taken_refuses_its_own_line_alone(session, here, bakery):
    done = paste(session, [], STAKEHOLDER, here.id, [{"name": "Choir"}, {"name": "Bakery"}, {"name": "Ferry"}, {"name": "Ferry"}])
    assert refused(done) == [(1, "name", "name_taken"), (3, "name", "name_taken")]
    assert names(session) == ["Bakery", "Choir", "Ferry"]


def test_where_nothing_can_be_done_there_is_no_action(session, here, bakery):
    before = session.scalar(sa.select(sa.func.count(Action.id)))
    edit = Edit("stakeholder", bakery.id, "name", "Bakery", "")
    done = paste(session, [edit], STAKEHOLDER, here.id, [{"name": "Bakery"}, {}])
    assert done.edited.action_id is None
    assert [one.problem.code for one in done.edited.refusals] == ["required"]
    assert (len(done.refusals), session.scalar(sa.select(sa.func.count(Action.id)))) == (2, before)


def test_edits_are_made_although_no_line_can_be_a_row(session, here, bakery):
    done = paste(session, [Edit("stakeholder", bakery.id, "place", "Boden", "Luleå")], STAKEHOLDER, here.id, [{}])
    assert (bakery.place, done.edited.action_id is None, len(done.refusals)) == ("Luleå", False, 1)


def test_what_follows_from_the_line_before_is_taken_from_it(session, here):
    project = make_micro_project(session, here)
    lines = [{"micro_project": project.id, "to_phase": phase} for phase in ("design", "support")]
    done = paste(session, [], TABLES["phase_change"], here.id, lines)
    assert [row.from_phase for row in done.rows] == ["unknown", "design"]


def test_money_gets_the_currency_of_its_case(session, here):
    case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session), currency="SEK")
    done = paste(
        session, [], TABLES["receipt"], here.id, [{"funding_case": case.id, "amount": "12.50"}, {"funding_case": case.id, "amount": "x"}]
    )
    assert [(row.currency, row.amount_minor) for row in done.rows] == [("SEK", 1250)]
    assert [(place, field) for place, field, _code in refused(done)] == [(1, "amount")]


def test_a_network_that_the_session_does_not_see_gets_no_row(session, here):
    other = make_network(session, "Elsewhere")
    account = add_account(session, email="here@example.org", password="three words together", role="coordinator", networks=[here.name])
    session.info["actor"] = Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({here.id}))
    with pytest.raises(NotFound):
        paste(session, [], STAKEHOLDER, other.id, [{"name": "Intruder"}])


def test_a_line_that_points_into_the_trash_is_refused_and_the_others_are_added(session, here):
    choir, ferry, gone = (make_stakeholder(session, here, name) for name in ("Choir club", "Ferry line", "Soon gone"))
    trash_rows(session, STAKEHOLDER, [gone.id])
    lines = [{"from": choir.id, "to": gone.id}, {"from": choir.id, "to": ferry.id}]
    done = paste(session, [], TABLES["tie"], here.id, lines)
    assert refused(done) == [(0, "", "parent_in_trash")]
    assert [(row.from_id, row.to_id) for row in done.rows] == [(choir.id, ferry.id)]
