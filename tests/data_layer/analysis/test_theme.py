"""Statements count in the themes on which two people agree; the others wait."""

from datetime import date

import pytest

from data_layer.analysis.theme import (
    Period,
    Standing,
    all_themes,
    by_kind,
    crossed,
    period_of,
    periods,
    placing,
    standing,
    themes_of,
    waiting,
)
from data_layer.voices.voice import Choice, OwnTheme, VoiceLine


def said(number=1, one=(), two=(), settled=(), *, by=1, kind="helped", checked=True, day=(None, None), place=(1, None, None)):
    rounds = {"first": (one, by), "second": (two, 2), "settled": (settled, 1)}
    choices = {coded: Choice(frozenset(themes), coder) for coded, (themes, coder) in rounds.items() if themes}
    network, project, event = place
    return VoiceLine(number, network, "N", kind, "service_user", *day, checked, "none", False, project, "P", event, "E", choices)


STANDINGS = [
    (said(checked=False), Standing.UNCHECKED, set()),
    (said(), Standing.UNCODED, set()),
    (said(one=["time"]), Standing.ONE, set()),
    (said(one=["time"], two=["time"]), Standing.DONE, {"time"}),
    (said(one=["time", "choice"], two=["time"]), Standing.DIFFER, {"time"}),
    (said(one=["time"], two=["choice"], settled=["relation"]), Standing.DONE, {"relation"}),
]


@pytest.mark.parametrize(("line", "expected", "themes"), STANDINGS, ids=[each[1] for each in STANDINGS])
def test_a_statement_is_as_far_as_the_two_who_code_it(line, expected, themes):
    assert (standing(line), themes_of(line)) == (expected, themes)


def test_a_statement_counts_in_each_of_its_themes():
    lines = [said(one=["time", "choice"], two=["time", "choice"]), said(one=["time"], two=["time"], kind="did_not_help")]
    assert by_kind(lines) == {("time", "helped"): 1, ("choice", "helped"): 1, ("time", "did_not_help"): 1}


def test_own_themes_of_the_same_name_are_one():
    own = [OwnTheme(1, 1, "Transport"), OwnTheme(2, 2, "Transport")]
    assert all_themes(own)[6:] == ["=Transport"]


SPRING, AUTUMN = (date(2017, 2, 1), date(2017, 3, 1)), (date(2017, 9, 1), date(2017, 9, 1))
YEAR, LONG = (date(2017, 1, 1), date(2017, 12, 31)), (date(2016, 5, 1), date(2017, 5, 1))


@pytest.mark.parametrize(
    ("day", "halves", "expected"),
    [
        (SPRING, False, Period(2017)),
        (SPRING, True, Period(2017, 1)),
        (AUTUMN, True, Period(2017, 2)),
        (YEAR, True, Period(2017, 0)),
        (LONG, False, None),
        ((None, None), False, None),
    ],
)
def test_a_statement_stands_in_the_time_that_its_date_tells(day, halves, expected):
    assert period_of(said(day=day), halves=halves) == expected


def test_periods_come_in_order_each_once():
    assert periods([said(day=AUTUMN), said(day=SPRING), said(day=SPRING)], halves=True) == [Period(2017, 1), Period(2017, 2)]


def test_only_what_helped_is_crossed():
    lines = [said(one=["time"], two=["time"], day=SPRING), said(one=["time"], two=["time"], kind="did_not_help")]
    assert crossed(lines, lambda line: line.kind) == {("time", "helped"): 1}


@pytest.mark.parametrize(
    ("place", "several", "expected"),
    [
        ((3, 5, 7), True, ("network", 3)),
        ((3, 5, 7), False, ("micro_project", 5)),
        ((3, None, 7), False, ("event", 7)),
        ((3, None, None), False, None),
    ],
)
def test_a_statement_has_one_place(place, several, expected):
    assert placing(several=several)(said(place=place)) == expected


def test_what_a_person_can_do_comes_first_and_what_waits_for_others_not_at_all():
    lines = [
        said(1, one=["time"], two=["choice"]),
        said(2, checked=False),
        said(3, one=["time"], by=2),
        said(4, one=["time"], by=1),
        said(5),
        said(6, one=["time"], two=["time"]),
    ]
    assert [line.id for line in waiting(lines, account_id=1)] == [3, 5, 2, 1]
    assert [line.id for line in waiting(lines, account_id=1, wanted=Standing.ONE)] == [3, 4]
