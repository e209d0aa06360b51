"""What a link can point to."""

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.editing.choices import link_targets, network_of_links
from data_layer.editing.tables import TABLES
from data_layer.models import Network
from data_layer.problem import NotFound
from data_layer.vocabulary import AccountRole
from tests.factories import make_event, make_funding_case, make_funding_source, make_micro_project, make_network, make_stakeholder


@pytest.fixture
def network(session) -> Network:
    return make_network(session)


def names(session, table, network):
    return {target: [each.name for each in rows] for target, rows in link_targets(session, TABLES[table], network.id).items()}


def test_the_rows_of_the_network_are_offered_by_name(session, network):
    make_stakeholder(session, make_network(session, "Elsewhere"), "Foreign")
    for name in ("Sewing group", "Library"):
        make_stakeholder(session, network, name)
    assert names(session, "position", network) == {"stakeholder": ["Library", "Sewing group"]}


def test_rows_of_one_name_are_told_apart(session, network):
    first, second = make_event(session, network, "Workshop"), make_event(session, network, "workshop")
    assert names(session, "assessment", network)["event"] == [f"Workshop (#{first.id})", f"workshop (#{second.id})"]


def test_a_case_is_named_by_its_micro_project_and_its_source(session, network):
    make_funding_case(session, make_micro_project(session, network), make_funding_source(session), what_for="a stove")
    assert names(session, "receipt", network) == {"funding_case": ["Sewing room · County council · a stove"]}


def test_every_table_with_links_has_its_choices(session, network):
    for name in TABLES:
        assert set(link_targets(session, TABLES[name], network.id)) == {each.target for each in TABLES[name].fields.values() if each.target}


def test_it_takes_one_statement_for_each_table(session, network, queries):
    row_count = len({each.target for each in TABLES["tie"].fields.values() if each.target})
    network_id = network.id
    queries.clear()
    link_targets(session, TABLES["tie"], network_id)
    assert len(queries) == row_count


def test_the_network_is_that_of_what_a_row_points_to(session, network):
    row = make_stakeholder(session, network)
    assert network_of_links(session, TABLES["tie"], {"from": row.id, "relation": "support"}) == network.id
    assert network_of_links(session, TABLES["tie"], {"relation": "support"}) is None


def test_what_is_not_seen_has_no_network(session, network):
    row_id = make_stakeholder(session, network).id
    session.commit()
    with reading(Actor(account_id=1, email="x@example.org", role=AccountRole.COORDINATOR)) as other, pytest.raises(NotFound):
        network_of_links(other, TABLES["tie"], {"from": row_id})
