"""A network as a whole, read once per revision."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Note
from data_layer.network.network_map import network_map
from data_layer.problem import NotFound
from data_layer.vocabulary import AccountRole
from tests.factories import make_network, make_position, make_stakeholder, make_tie

YEAR = {"day_first": date(2020, 1, 1), "day_last": date(2020, 12, 31)}


def coordinator(*network_ids):
    return Actor(1, "c@example.org", AccountRole.COORDINATOR, frozenset(network_ids), False, "en", None, 1)


@pytest.fixture
def valley(session):
    network = make_network(session)
    group = make_stakeholder(session, network, "Group", sector="users")
    town = make_stakeholder(session, network, "Town", sector="authority")
    make_tie(session, town, group, relation="support", directed=True)
    return network, group, town


def add_note(session, network, table, row, **fields):
    with acting(session, "test") as action:
        action.insert(Note(network_id=network.id, table_name=table, row_id=row.id, kind="reading", **fields))


def test_members_and_ties_come_by_id(session, valley):
    network, group, town = valley
    found = network_map(session, network.id)
    assert [member.name for member in found.members] == ["Group", "Town"]
    assert [(tie.from_id, tie.to_id, tie.relation) for tie in found.ties] == [(town.id, group.id, "support")]


def test_a_tie_to_a_stakeholder_in_the_trash_is_none(session, valley):
    network, group, town = valley
    make_tie(session, group, town)
    other = make_stakeholder(session, network, "Library")
    make_tie(session, town, other)
    with acting(session, "test") as action:
        action.trash(other)
    assert [(tie.from_id, tie.to_id) for tie in network_map(session, network.id).ties] == [(town.id, group.id), (group.id, town.id)]


def test_several_notes_on_a_stakeholder_leave_it_one(session, valley):
    network, group, _town = valley
    for field in ("role", "body_id"):
        add_note(session, network, "stakeholder", group, field=field, other_value="Town")
    found = network_map(session, network.id)
    assert [[note.field for note in member.notes] for member in found.members] == [["role", "body_id"], []]


def test_notes_on_a_tie_come_with_it(session, valley):
    network, _group, _town = valley
    tie = network_map(session, network.id).ties[0]
    add_note(session, network, "tie", tie, field="to_id", text="our reading")
    assert network_map(session, network.id).ties[0].notes[0].text == "our reading"


def test_the_latest_mapping_of_a_stakeholder_counts_and_an_undated_one_is_the_oldest(session, valley):
    network, group, _town = valley
    make_position(session, group, power=1, **YEAR)
    make_position(session, group, power=2, day_first=date(2021, 1, 1), day_last=date(2021, 1, 1))
    make_position(session, group, power=3)
    assert network_map(session, network.id).positions[group.id].power == 2


def test_it_is_read_again_only_after_a_change(session, valley, queries):
    network, group, town = valley
    network_map(session, network.id)
    before = len(queries)
    network_map(session, network.id)
    assert len(queries) - before == 1
    make_tie(session, group, town)
    assert len(network_map(session, network.id).ties) == 2


@pytest.mark.parametrize("more", [0, 30])
def test_the_number_of_statements_does_not_grow_with_the_rows(session, valley, queries, more):
    network, group, _town = valley
    for place in range(more):
        make_tie(session, group, make_stakeholder(session, network, f"S{place}"))
    before = len(queries)
    network_map(session, network.id)
    assert len(queries) - before == 4


def test_a_network_of_others_is_not_there(session, valley):
    network, _group, _town = valley
    session.commit()
    with reading(coordinator(network.id + 1)) as opened, pytest.raises(NotFound):
        network_map(opened, network.id)


def test_a_kept_map_does_not_let_others_in(session, valley):
    network, _group, _town = valley
    session.commit()
    with reading(coordinator(network.id)) as opened:
        network_map(opened, network.id)
    with reading(coordinator()) as opened, pytest.raises(NotFound):
        network_map(opened, network.id)
