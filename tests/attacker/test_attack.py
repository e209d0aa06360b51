"""Releases are attacked: alone, in pairs, with programs and by trying out; and the attacker is shown to be able to find something."""

import random

import pytest

from data_layer.disclosure.protection import protect
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import TOTAL, Dimension, Table, Unit
from tests.attacker.attacker import attack
from tests.attacker.by_hand import bounds, range_of, sums_of
from tests.attacker.judged import judged
from tests.attacker.knowledge import Release
from tests.attacker.release import primary_only, seen

PROGRAMMES = 25


@pytest.mark.parametrize("seed", range(PROGRAMMES))
def test_nothing_is_worked_out_of_a_programme_and_its_next_releases(seed):
    result = judged(seed, networks=4 if seed % 4 == 0 else 3)
    assert (result.alone, result.pairs, result.together, result.same) == (0, 0, 0, True)
    assert result.bare > 0  # the same attacker works out figures where only small ones are hidden


@pytest.mark.parametrize("seed", range(30))
def test_trying_out_finds_the_same_of_a_small_table(seed):
    (table,) = seen(protect([small_table(seed)]))
    assert close_by_hand(table) == []


def test_trying_out_and_the_program_agree_on_what_is_worked_out_with_small_figures_hidden_only():
    disagreed = found = 0
    for seed in range(40):
        (bare,) = primary_only(protect([small_table(seed)]))
        by_hand = close_by_hand(bare)
        inner = [find for find in attack_one([bare]) if len(find.target.name[1][1]) == 2]
        disagreed += len(by_hand) != len(inner)
        found += len(by_hand)
    assert (disagreed, found > 0) == (0, True)


def test_a_figure_alone_in_its_line_is_worked_out_without_more_being_hidden():
    values = {("a", TOTAL): 4, ("b", TOTAL): 40}
    table = Table("one", Unit.PERSONS, "persons", Dimension("group", ("a", "b")), values=values)
    release = protect([table], Rules(k=10))
    assert len(attack_one(primary_only(release))) == 1
    assert attack_one(seen(release)) == []


def attack_one(tables):
    return attack(10, [Release(0, tables)])


def small_table(seed: int) -> Table:
    chance = random.Random(seed)
    rows, columns = (tuple(f"{name}{number}" for number in range(chance.randint(2, 4))) for name in "rc")
    values = {(row, column): chance.choice((0, 2, 4, 7, 11, 13, 16)) for row in rows for column in columns}
    return Table("small", Unit.PERSONS, "persons", Dimension("group", rows), Dimension("phase", columns), values=values)


def close_by_hand(table):
    """The hidden inner cells of which trying out finds too much."""
    ranges = {position: range_of(value, 10, 60) for position, value in table.cells.items()}
    hidden = [position for position, value in table.cells.items() if value is None and "" not in position]
    found = bounds(ranges, sums_of(table.cells), hidden)
    return [position for position, (low, high) in found.items() if high - low < 3 or (low >= 1 and high <= 9)]
