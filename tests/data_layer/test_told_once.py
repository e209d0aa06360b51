"""What may be there only once says so in its own words, on the field where it is seen."""

import pytest

from data_layer.engine import Base
from data_layer.problem import Problem
from data_layer.told_once import refused_by, told_once, twice
from tests import factories as made

SAID = {
    "attendance": ("told_twice", "stakeholder_id"),
    "event_guest": ("told_twice", "guest_id"),
    "pilot_project": ("told_twice", "micro_project_id"),
    "pilot_step": ("told_twice", "step"),
    "key_stakeholder": ("told_twice", "stakeholder_id"),
    "coding": ("told_twice", "theme"),
    "assessment": ("assessed_twice", "day_first"),
    **dict.fromkeys(("network", "stakeholder", "micro_project", "pilot", "theme", "indicator", "reporting_period"), ("name_taken", "name")),
}


def test_each_table_with_such_a_rule_is_known():
    assert {name for name in Base.metadata.tables if told_once(name)} == set(SAID)


@pytest.mark.parametrize("table", SAID)
def test_it_is_said_in_its_own_words(table):
    assert twice(table) == SAID[table]
    columns = ", ".join(f"{table}.{column}" for column in ("network_id", *told_once(table)))
    (index,) = (str(each.name) for each in Base.metadata.tables[table].indexes if each.unique)
    for text in (f"UNIQUE constraint failed: {columns}", f"UNIQUE constraint failed: index '{index}'"):
        assert refused_by(text) == SAID[table]


def test_the_database_is_heard(session):
    network = made.make_network(session)
    event, one = made.make_event(session, network), made.make_stakeholder(session, network)
    made.make_attendance(session, event, one)
    with pytest.raises(Problem) as refused:
        made.make_attendance(session, event, one)
    assert (refused.value.code, refused.value.field) == SAID["attendance"]


def test_a_theme_is_seen_once_by_each_of_two_people(session):
    voice = made.make_voice(session, made.make_network(session))
    made.make_coding(session, voice)
    made.make_coding(session, voice, round="second")
    with pytest.raises(Problem) as refused:
        made.make_coding(session, voice)
    assert (refused.value.code, refused.value.field) == SAID["coding"]
