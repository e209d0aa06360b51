"""What a micro project would lose if a facilitator left."""

import pytest

from data_layer.analysis.leaving import if_facilitators_leave
from data_layer.cache import results
from tests.data_layer.analysis.drawn import network, tie

LEADS = {"role": "facilitator"}


@pytest.fixture(autouse=True)
def _fresh():
    """Networks of tests have one id and revision."""
    results.clear()


def only(drawn, group="g"):
    (line,) = if_facilitators_leave(drawn, next(member.id for member in drawn.members if member.name == group))
    return line


def named(drawn, ids):
    return [drawn.names[one] for one in ids]


def test_a_group_that_hangs_on_the_facilitator_reaches_nobody_without_it():
    drawn = network("f-g f-a f-b", f=LEADS)
    line = only(drawn)
    assert (line.supporters, line.kept, line.reach, line.reach_left) == (1, 0, 3, 0)
    assert named(drawn, line.lost) == ["a", "b"]


def test_with_a_second_way_only_the_facilitator_itself_is_lost():
    line = only(network("f-g f-a g-a", f=LEADS))
    assert (line.supporters, line.kept, line.reach, line.reach_left, line.lost) == (2, 1, 2, 1, ())


def test_what_only_the_facilitator_brings_is_named():
    drawn = network(
        "", alone="a f g", ties=[tie(1, 2, 3, "support"), tie(2, 1, 3, "money"), tie(3, 2, 3, "money")], f={**LEADS, "sector": "church"}
    )
    line = only(drawn)
    assert line.relations == ("support",)
    assert line.sectors == ("church",)


def test_a_relation_that_nobody_stated_is_no_loss():
    assert only(network("", alone="f g", ties=[tie(1, 1, 2, "not_stated")], f=LEADS)).relations == ()


def test_a_conflict_is_no_tie():
    line = only(network("", alone="f g", ties=[tie(1, 1, 2, "conflict")], f=LEADS))
    assert (line.supports, line.supporters, line.reach) == (False, 0, 0)


def test_the_one_that_would_take_most_away_comes_first():
    drawn = network("f-g h-x", f=LEADS, h=LEADS)
    assert [line.who.name for line in if_facilitators_leave(drawn, drawn.members[1].id)] == ["f", "h"]


def test_without_a_facilitator_there_is_no_line():
    assert if_facilitators_leave(network("a-g"), 2) == ()
