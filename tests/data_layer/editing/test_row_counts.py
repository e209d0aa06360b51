"""How many rows each table has, as the session sees them."""

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.editing.edit import trash_rows
from data_layer.editing.row_counts import RowCount, row_counts
from data_layer.editing.tables import TABLES
from data_layer.vocabulary import AccountRole
from tests.factories import make_funding_source, make_network, make_stakeholder, make_tie


def member(network):
    return Actor(1, "here@example.org", AccountRole.COORDINATOR, frozenset({network.id}))


def test_live_rows_and_those_in_the_trash_are_counted_apart(session):
    _one, two, _three = (make_stakeholder(session, make_network(session, name), name) for name in ("A", "B", "C"))
    trash_rows(session, TABLES["stakeholder"], [two.id])
    assert row_counts(session, ["stakeholder"]) == {"stakeholder": RowCount(live=2, trashed=1)}


def test_every_table_is_counted_also_where_there_is_nothing(session):
    assert row_counts(session, TABLES) == dict.fromkeys(TABLES, RowCount(0, 0))


def test_only_the_tables_asked_for_are_counted(session):
    make_network(session)
    assert list(row_counts(session, ["need", "tie"])) == ["need", "tie"]


def test_rows_of_other_networks_are_not_counted_live_or_in_the_trash(session):
    here, elsewhere = make_network(session, "Here"), make_network(session, "Elsewhere")
    one, two = (make_stakeholder(session, here, name) for name in ("One", "Two"))
    make_tie(session, one, two, relation="support")
    foreign = [make_stakeholder(session, elsewhere, name) for name in ("Three", "Four", "Five")]
    make_tie(session, foreign[0], foreign[1], relation="support")
    trash_rows(session, TABLES["stakeholder"], [foreign[2].id])
    session.commit()
    with reading(member(here)) as opened:
        found = row_counts(opened, ["network", "stakeholder", "tie"])
    assert found == {"network": RowCount(1, 0), "stakeholder": RowCount(2, 0), "tie": RowCount(1, 0)}


def test_the_catalogue_of_funding_sources_is_counted_for_everybody(session):
    here, elsewhere = make_network(session, "Here"), make_network(session, "Elsewhere")
    make_funding_source(session, "County council", entered_by_id=elsewhere.id)
    old = make_funding_source(session, "Old fund", entered_by_id=here.id)
    with acting(session, "test") as action:
        action.trash(old)
    session.commit()
    with reading(member(here)) as opened:
        assert row_counts(opened, ["funding_source"]) == {"funding_source": RowCount(1, 1)}


def test_all_tables_take_one_statement(session, queries):
    row_counts(session, TABLES)
    assert len(queries) == 1
