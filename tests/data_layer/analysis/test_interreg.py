"""Interreg's own indicators from small worlds whose answers are known by hand."""

from datetime import date

from data_layer.analysis.interreg import cooperating, cooperating_after, joint_pilots, noted, noted_sum, undated
from data_layer.indicators.across import AcrossTie, Carrying, Coming, Part
from tests.data_layer.analysis.test_progress import line

END = date(2018, 12, 31)


def part(number, country, *, home=None, body=None, kind="organisation"):
    return Part(number, f"Body {number}", kind, body, home or country, country)


SWEDISH, DANISH, LATVIAN = part(1, "SE"), part(2, "DK"), part(3, "LV")


def tie(one=SWEDISH, two=DANISH, begins=date(2017, 1, 1), ends=None):
    return AcrossTie(one, two, begins, ends)


def names(found):
    return [each.name for each in found]


def test_both_ends_of_a_tie_across_a_border_count_once():
    assert names(cooperating([tie(), tie()], [], [])) == ["Body 1", "Body 2"]


def test_groups_and_offices_are_no_organisations():
    assert cooperating([tie(two=part(9, "DK", kind="group"))], [], []) == []


def test_a_body_in_networks_of_two_countries_counts_once():
    rows = [part(1, "SE", home="SE", body=7), part(2, "SE", home="DK", body=7), part(3, "LV", body=8)]
    (found,) = cooperating([], rows, [])
    assert found.homes == {"SE", "DK"}


def test_an_event_with_organisations_of_two_countries_counts_all_who_came():
    came = [Coming(1, "Meeting", END, each) for each in (SWEDISH, DANISH)] + [Coming(2, "At home", END, LATVIAN)]
    assert names(cooperating([], [], came)) == ["Body 1", "Body 2"]


def test_after_the_end_only_what_goes_on_or_comes_later_counts():
    ended, later, open_ = tie(ends=date(2018, 6, 1)), tie(begins=date(2019, 5, 1)), tie(two=LATVIAN)
    assert names(cooperating_after(END, [ended, later, open_], [])) == ["Body 1", "Body 3"]
    came = [Coming(1, "Reunion", date(2019, 3, 1), each) for each in (SWEDISH, DANISH)]
    assert names(cooperating_after(END, [ended], came)) == ["Body 1", "Body 2"]


def test_ties_without_a_date_are_counted_apart():
    assert cooperating_after(END, [tie(begins=None)], []) == []
    assert undated([tie(begins=None), tie()]) == 1


def test_a_pilot_of_two_countries_counts_once_its_outcomes_are_assessed():
    carrying = [
        Carrying(1, "Joint", True, SWEDISH),
        Carrying(1, "Joint", True, DANISH),
        Carrying(2, "Begun", False, SWEDISH),
        Carrying(2, "Begun", False, DANISH),
        Carrying(3, "Alone", True, SWEDISH),
        Carrying(4, "Nobody", True, None),
    ]
    assert [(pilot.name, pilot.counts) for pilot in joint_pilots(carrying)] == [
        ("Joint", True),
        ("Alone", False),
        ("Begun", False),
        ("Nobody", False),
    ]


def test_what_people_count_themselves_is_found_however_they_write_the_code():
    lines = [line(2, code="RCO116"), line(3, code="rco 116"), line(9, code="RCR 79"), line(code=None)]
    kept = noted(lines, "RCO 116")
    assert noted_sum(kept, lambda each: each.seen[0].value) == 5
    assert noted_sum([], lambda _each: 1) is None
