"""What rows are called."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.editing.titles import WIDTH, titles
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_network,
    make_receipt,
    make_stakeholder,
    make_tie,
)


@pytest.fixture
def here(session):
    return make_network(session)


def plain(session, row):
    return titles(session, {row.__tablename__: {row.id}})[row.__tablename__, row.id].plain


def test_a_stakeholder_is_called_by_its_name(session, here):
    assert plain(session, make_stakeholder(session, here, "Sewing group")) == "Sewing group"


def test_a_tie_is_called_by_its_two_ends(session, here):
    tie = make_tie(session, make_stakeholder(session, here, "A"), make_stakeholder(session, here, "B"), relation="support")
    assert plain(session, tie) == "A / B / support"


def test_money_is_called_by_its_case_and_day(session, here):
    source = make_funding_source(session, "County council", name="Start-up")
    case = make_funding_case(session, make_micro_project(session, here, "Sewing room"), source, currency="EUR")
    assert plain(session, make_receipt(session, case, 250000)) == "Sewing room / County council / Start-up / 2500.00"


def test_a_vague_day_stands_in_its_shortest_form(session, here):
    event = make_event(session, here, "Kitchen talk", day_first=make_day(2016, 8, 1), day_last=make_day(2016, 8, 31))
    assert plain(session, event) == "Kitchen talk / 2016-08"


def make_day(year, month, day):
    return date(year, month, day)


def test_a_row_in_the_trash_keeps_its_name_and_says_where_it_is(session, here):
    member = make_stakeholder(session, here, "Sewing group")
    trash_rows(session, TABLES["stakeholder"], [member.id])
    found = titles(session, {"stakeholder": {member.id}})["stakeholder", member.id]
    assert (found.plain, found.trashed) == ("Sewing group", True)


def test_rows_of_other_networks_have_no_name(session, here):
    elsewhere = make_network(session, "Elsewhere")
    member, tie_end = make_stakeholder(session, elsewhere, "Stranger"), make_stakeholder(session, elsewhere, "Other")
    tie = make_tie(session, member, tie_end)
    session.commit()
    actor = Actor(1, "anna@example.org", AccountRole.COORDINATOR, frozenset({here.id}))
    with reading(actor) as own:
        assert titles(own, {"stakeholder": {member.id}, "tie": {tie.id}, "network": {elsewhere.id}}) == {}


def test_all_tables_together_take_three_statements_at_most(session, here, queries):
    case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session), currency="EUR")
    rows = [make_receipt(session, case, 100), make_stakeholder(session, here), here, case, make_event(session, here)]
    queries.clear()
    titles(session, {row.__tablename__: {row.id} for row in rows})
    assert len(queries) <= 3


def test_no_title_has_more_columns_than_are_asked_for():
    assert max(sum(len(table.fields[name].columns) for name in table.title) for table in TABLES.values()) <= WIDTH
