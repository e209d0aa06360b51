"""Two small releases of the same people tried out by hand: nested networks, merged groups, people counted again."""

import random
from collections import Counter

import pytest

from data_layer.disclosure.protection import protect
from data_layer.disclosure.table import TOTAL, Dimension, Table, Unit
from tests.attacker.attacker import attack
from tests.attacker.by_hand import bounds, range_of
from tests.attacker.knowledge import Knowledge, Release
from tests.attacker.release import different, primary_only, seen

MOST = 40
GROUPS, NETWORKS, YEARS = ("a", "b"), ("n0", "n1", "n2"), ("y0", "y1")
COUNTS = (0, 2, 4, 7, 11, 13, 16)


def nested_networks(chance):
    """By group, of three networks and then of two of them."""
    people = {(group, network): chance.choice(COUNTS) for group in GROUPS for network in NETWORKS}
    return [[by_group(people, networks, {group: (group,) for group in GROUPS})] for networks in (NETWORKS, NETWORKS[:2])]


def merged_groups(chance):
    """By group, and then with two groups as one."""
    groups = (*GROUPS, "c")
    people = {(group, NETWORKS[0]): chance.choice(COUNTS) for group in groups}
    merged = {"a+b": ("a", "b"), "c": ("c",)}
    return [[by_group(people, NETWORKS[:1], some)] for some in ({group: (group,) for group in groups}, merged)]


def by_group(people, networks, groups):
    values = {
        (code, TOTAL): sum(number for (group, network), number in people.items() if group in some and network in networks)
        for code, some in groups.items()
    }
    several = {code: some for code, some in groups.items() if len(some) > 1}
    return Table("groups", Unit.PERSONS, "persons", Dimension("group", tuple(groups), several), None, (("network", networks),), values)


def people_again(chance):
    """Different people by group over two years, and in each year, in one release."""
    people = {(group, years): chance.choice(COUNTS) for group in GROUPS for years in (YEARS[:1], YEARS[1:], YEARS)}
    over_all, by_year = Counter(), Counter()
    for (group, years), number in people.items():
        over_all[group, TOTAL] += number
        for year in years:
            by_year[group, year] += number
    groups, when = Dimension("group", GROUPS), (("came", YEARS),)
    whole = Table("reached", Unit.PERSONS, "reached", groups, None, when, dict(over_all))
    return [[whole, Table("years", Unit.PERSONS, "reached", groups, Dimension("came", YEARS), when, dict(by_year), totals=False)]]


def by_hand(releases):
    """The hidden figures of which trying out finds too much, by what they are about."""
    boxes = {box: table.cells[place] for tables in releases for table in tables for place, box in table.boxes.items()}
    parts = {box: frozenset(_parts(*box)) for box in boxes}
    ranges = dict.fromkeys(frozenset().union(*parts.values()), (0, MOST))
    ranges |= {box: range_of(shown, 10, 3 * MOST) for box, shown in boxes.items()}
    hidden = [box for box, shown in boxes.items() if shown is None]
    sums = [(sorted(parts[box], key=str), box) for box in boxes]
    sums += [([one, *sorted(parts[whole] - parts[one], key=str)], whole) for whole in boxes for one in boxes if parts[one] < parts[whole]]
    found = bounds(ranges, sums, hidden)
    return {box for box, (low, high) in found.items() if high - low < 3 or (low >= 1 and high <= 9)}


def _parts(measure, sides):
    codes = dict(sides)
    for group in codes.get("group", (*GROUPS, "c") if codes.get("network") == {NETWORKS[0]} else GROUPS):
        if measure == "persons":
            yield from ((group, some) for some in _blocks(codes["network"]))
        else:
            yield from ((group, years) for years in (YEARS[:1], YEARS[1:], YEARS) if set(years) & codes["came"])


def _blocks(networks):
    return [
        block
        for block in (NETWORKS[:1], NETWORKS[:2], NETWORKS[2:])
        if set(block) <= networks and (len(networks) > 1) == (block != NETWORKS[:1])
    ]


def by_program(releases):
    """The same by the attacker's program."""
    made = [Release(0, tables) for tables in releases]
    finds = [find for number in range(len(made)) for find in attack(10, made[: number + 1])]
    return {find.target.name[1] for find in finds if isinstance(find.target.name[0], int)}


@pytest.mark.parametrize("kind", [nested_networks, merged_groups, people_again])
def test_trying_out_finds_nothing_in_what_is_protected(kind):
    for seed in range(12):
        made = []
        for tables in kind(random.Random(seed)):
            made.append(protect(tables, earlier=[release.basis for release in made]))
        assert by_hand([seen(release) for release in made]) == set()


@pytest.mark.parametrize("kind", [nested_networks, merged_groups, people_again])
def test_trying_out_and_the_program_agree_where_only_small_figures_are_hidden(kind):
    found = 0
    for seed in range(12):
        bare = [primary_only(protect(tables)) for tables in kind(random.Random(seed))]
        tried = by_hand(bare)
        assert by_program(bare) == tried
        found += len(tried)
    assert found > 0


def test_a_merged_group_is_not_taken_apart_by_the_releases_before_and_after():
    """Rounded to 55 and, with one more, to 60, a figure of 57 is told exactly."""
    before, after, made = {"a": 7, "b": 57, "c": 57}, {"a": 7, "b": 58, "c": 58}, []
    for people in (before, {"abc": 121}, after):
        groups, years = Dimension("group", tuple(people), {"abc": tuple("abc")}), Dimension("came", YEARS[:1])
        values = {(group, YEARS[0]): number for group, number in people.items()}
        table = Table("years", Unit.PERSONS, "reached", groups, years, values=values, totals=False)
        made.append(protect([table], earlier=[release.basis for release in made]))
    first, whole, last = ({group: shown for (group, _year), shown in release.shown[0].cells.items()} for release in made)
    ranges = {"abc": range_of(whole["abc"], 10, 200)}
    for group, more in (("a", 0), ("b", 1), ("c", 1)):
        (least, most), (low, high) = (range_of(cells[group], 10, 200) for cells in (first, last))
        ranges[group] = max(least, low - more), min(most, high - more)
    low, high = bounds(ranges, [("abc", "abc")], ["a"])["a"]
    assert high - low >= 3
    assert low == 0 or high > 9


def test_of_networks_that_no_release_names_the_attacker_knows_no_change():
    """Seen from the first day, one network has one person more on the last: no cell is that network."""
    days = [{("n0", TOTAL): 20, ("n1", TOTAL): 30 + more} for more in (0, 0, 1)]
    tables = [Table("n", Unit.PERSONS, "persons", Dimension("network", ("n0", "n1")), None, (("year", YEARS),), values) for values in days]
    made = [protect([table]) for table in tables]
    assert all(release.without_networks for release in made)
    others = [{state: different([table]) for state, table in enumerate(tables) if state != day} for day in range(3)]
    releases = [Release(day, seen(release), elsewhere) for day, (release, elsewhere) in enumerate(zip(made, others, strict=True))]
    assert [change for *_cells, change in Knowledge(10, "persons", releases).changes] == [0, 1]
    assert attack(10, releases) == []
