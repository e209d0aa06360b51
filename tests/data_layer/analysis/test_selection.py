"""Which part of a network a view shows."""

import pytest

from data_layer.analysis.selection import View, select, touches, years
from tests.data_layer.analysis.drawn import network, tie, year

MIXED = network("g-t t-u", alone="x", g={"sector": "users"}, t={"sector": "authority"}, u={"sector": "education", "kind": "office"})


def shown(view, of=MIXED):
    found = select(of, view)
    return "".join(member.name for member in found.members), len(found.ties)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), ("gtux", 2)),
        (View(sector="users"), ("g", 0)),
        (View(sector="users", near=True), ("gt", 1)),
        (View(kind="office"), ("u", 0)),
        (View(kind="office", near=True), ("tu", 1)),
        (View(sector="unknown"), ("x", 0)),
        (View(relation="money"), ("gtux", 0)),
        (View(sector="users", relation="money", near=True), ("g", 0)),
    ],
)
def test_what_a_choice_shows(view, expected):
    assert shown(view) == expected


def test_everything_is_shown_where_nothing_is_chosen():
    assert View().everything
    assert not View(year=2019).everything


DATED = network(
    "a-b",
    ties=[tie(2, 1, 2, start=year(2017), end=year(2018)), tie(3, 1, 2, start=year(2019))],
    b={"start": year(2016), "end": year(2019)},
)


@pytest.mark.parametrize(("chosen", "ties", "undated"), [(2016, 1, 1), (2017, 2, 1), (2019, 2, 1), (None, 3, 1)])
def test_ties_without_a_date_stay_in_every_year_and_are_counted(chosen, ties, undated):
    found = select(DATED, View(year=chosen))
    assert (len(found.ties), found.undated) == (ties, undated)


def test_a_stakeholder_that_has_left_takes_its_ties_along():
    assert shown(View(year=2020), DATED) == ("a", 0)


@pytest.mark.parametrize(
    ("start", "end", "in_2018"),
    [
        (year(2018), (None, None), True),
        (year(2019), (None, None), False),
        ((None, None), year(2017), False),
        ((None, None), year(2018), True),
        (year(2016, 2019), (None, None), True),
        ((None, None), (None, None), True),
    ],
)
def test_an_unknown_beginning_or_end_leaves_that_side_open(start, end, in_2018):
    assert touches(start, end, 2018) is in_2018


def test_the_years_go_from_the_first_to_the_last_that_is_named():
    assert years(DATED) == (2019, 2018, 2017, 2016)
    assert years(MIXED) == ()
