"""Both sides of a micro project as a row of the list of gaps."""

import pytest

from components.level import Level
from components.participation.pairs import both_sides
from tests.components.participation.facts import Pair, Reading
from tests.components.tree import text


def test_a_row_leads_to_the_micro_project_and_names_its_place():
    row = both_sides(Pair(Reading(4, 4), Reading(3, 5)), {})
    assert (row.name, row.href, row.place) == ("Sewing room", "/micro-projects/6", "Luleå, Sweden")
    assert (row.staff, row.users) == (Level(4, 4), Level(3, 5))


@pytest.mark.parametrize(("place", "country", "shown"), [(None, "SE", "Sweden"), ("Luleå", None, "Luleå"), (None, None, "Northern Valley")])
def test_where_the_place_is_unknown_what_is_known_stands_there(place, country, shown):
    assert both_sides(Pair(None, Reading(4, 4, place=place, country=country)), {}).place == shown


def test_an_unknown_side_stays_unknown():
    assert both_sides(Pair(None, Reading(5, 5)), {}).staff is None


def test_claimed_say_asks_for_attention():
    assert text(both_sides(Pair(Reading(5, 5), Reading(2, 2), claimed=True), {}).warning) == "!Look here: shared in words only."


def test_an_honest_gap_carries_no_warning():
    assert both_sides(Pair(Reading(3, 3), Reading(2, 2)), {}).warning is None


def test_different_stages_are_said():
    row = both_sides(Pair(Reading(3, 3, stage="design"), Reading(2, 2)), {})
    assert row.stages == "professionals: designing the service; service users: finding needs"


def test_the_same_stage_is_not_said():
    assert both_sides(Pair(Reading(3, 3), Reading(2, 2)), {}).stages is None


@pytest.mark.parametrize(
    ("subject", "href", "place"),
    [
        ({"kind": "pilot", "micro_project_id": None}, "/pilots/6", "pilot, Northern Valley"),
        ({"kind": "event", "micro_project_id": 9, "place": "Boden"}, "/micro-projects/9", "event, Boden"),
        ({"kind": "event", "micro_project_id": None}, None, "event, Northern Valley"),
    ],
)
def test_what_is_no_micro_project_says_what_it_is(subject, href, place):
    row = both_sides(Pair(None, Reading(3, 3, **{"place": None, "country": None} | subject)), {})
    assert (row.href, row.place) == (href, place)


@pytest.mark.parametrize(
    ("origins", "mark"),
    [
        ({}, None),
        ({1: "reading"}, "° (our reading of the evidence, not a rating by those concerned)"),
        ({1: "reading", 2: "invented"}, "° (invented for demonstration)"),
    ],
)
def test_a_special_origin_carries_a_mark(origins, mark):
    row = both_sides(Pair(Reading(3, 3, id=1), Reading(2, 2, id=2)), origins)
    assert (text(row.mark) if row.mark else None) == mark
