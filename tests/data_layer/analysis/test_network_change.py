"""What became of a network between two days."""

from datetime import date

import pytest

from data_layer.analysis.network_change import Fate, There, by_relation, by_sector, fate, network_change, there, year_ends
from data_layer.cache import results
from tests.data_layer.analysis.drawn import UNKNOWN, network, tie, year

BEFORE, AFTER = date(2017, 12, 31), date(2020, 12, 31)


@pytest.fixture(autouse=True)
def _fresh():
    """Networks of tests have one id and revision."""
    results.clear()


def day(*numbers):
    return (date(*numbers),) * 2


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (UNKNOWN, UNKNOWN, There.UNDATED),
        (day(2017, 6, 30), UNKNOWN, There.YES),
        (day(2017, 7, 1), UNKNOWN, There.NO),
        (year(2017), UNKNOWN, There.PERHAPS),
        (year(2016), UNKNOWN, There.YES),
        (year(2018), UNKNOWN, There.NO),
        (year(2016), year(2016), There.NO),
        (year(2016), year(2017), There.PERHAPS),
        (year(2016), year(2018), There.YES),
        (year(2016), day(2017, 6, 30), There.YES),
        (year(2016), day(2017, 6, 29), There.NO),
        (UNKNOWN, year(2016), There.NO),
        (UNKNOWN, year(2018), There.PERHAPS),
    ],
)
def test_a_vague_date_leaves_open_what_it_cannot_tell(start, end, expected):
    assert there(start, end, date(2017, 6, 30)) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (year(2016), UNKNOWN, Fate.KEPT),
        (year(2019), UNKNOWN, Fate.WON),
        (year(2016), year(2019), Fate.LOST),
        (year(2018), year(2019), Fate.PASSED),
        (year(2014), year(2015), Fate.OUTSIDE),
        (year(2021), UNKNOWN, Fate.OUTSIDE),
        (year(2017, 2018), UNKNOWN, Fate.PERHAPS),
        (year(2016), year(2020, 2021), Fate.PERHAPS),
        (UNKNOWN, year(2019), Fate.PERHAPS),
        (UNKNOWN, UNKNOWN, Fate.UNDATED),
    ],
)
def test_what_became_of_it_between_two_days(start, end, expected):
    assert fate(start, end, BEFORE, AFTER) is expected


VALLEY = network(
    "a-b",
    alone="g",
    ties=[
        tie(2, 1, 2, start=year(2016)),
        tie(3, 1, 3, "support", start=year(2019)),
        tie(4, 2, 3, "support", start=year(2016), end=year(2018)),
    ],
    a={"sector": "users", "start": year(2019)},
    b={"sector": "users"},
    g={"sector": "authority"},
)


def change():
    return network_change(VALLEY, BEFORE, AFTER)


def test_ties_are_counted_by_what_became_of_them():
    assert dict(change().tie_counts) == {Fate.UNDATED: 1, Fate.KEPT: 1, Fate.WON: 1, Fate.LOST: 1}


def test_stakeholders_without_a_date_are_neither_new_nor_gone():
    assert dict(change().member_counts) == {Fate.WON: 1, Fate.UNDATED: 2}


def test_relations_with_most_ties_come_first():
    found = by_relation(VALLEY, change())
    assert [name for name, _counts in found] == ["cooperation", "support"]
    assert dict(found[1][1]) == {Fate.WON: 1, Fate.LOST: 1}


def test_a_tie_between_two_sectors_counts_in_both_and_one_within_a_sector_once():
    assert {name: counts.total() for name, counts in by_sector(VALLEY, change())} == {"users": 4, "authority": 2}


def test_figures_of_a_day_count_what_is_surely_there_between_those_who_are():
    before, after = change().figures
    assert (before.stakeholders, before.ties) == (2, 1)
    assert (after.stakeholders, after.ties) == (3, 2)


def test_it_begins_with_the_years_that_dated_ties_name():
    assert year_ends(VALLEY) == (date(2016, 12, 31), date(2019, 12, 31))
    assert year_ends(network("a-b")) is None
