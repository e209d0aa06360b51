"""The tables hold the same facts as the pictures."""

from datetime import date

from components.charts.steps_by_kind import Kind
from components.participation.tables import gaps_table, kinds_table, steps_table, years_table
from tests.components.participation.facts import FIVE_OF_SEVEN, NONE, SIX_OF_EIGHT, Coverage, Pair, Reading
from tests.components.tree import attribute, find_all, of_type, text


def rows(table):
    body = of_type(table, "Tbody")[0]
    return [[text(cell) for cell in of_type(row, "Th") + of_type(row, "Td")] for row in of_type(body, "Tr")]


def cell_of(table, label, row=0):
    found = [cell for cell in of_type(table, "Td") if attribute(cell, "data-label") == label]
    return text(found[row]) if found else None


def test_the_steps_come_with_german_originals_and_counts():
    table = rows(steps_table(FIVE_OF_SEVEN, SIX_OF_EIGHT, Coverage(), caption="Steps"))
    assert table[0] == ["7", "no step", "–", "Self-organised civil-society activityZivilgesellschaftliche Eigenaktivitäten", "0"]
    assert table[5][3:] == [
        "Give a view ahead of decisions*Im Vorfeld von Entscheidungen Stellung nehmen",
        "2, of these 1 up to a higher step",
    ]


def test_the_last_rows_count_what_is_unknown_and_what_has_no_role():
    table = rows(steps_table(FIVE_OF_SEVEN, SIX_OF_EIGHT, Coverage(17, 9, 9, 9, 1), caption="Steps"))
    assert [row[0] for row in table[7:]] == ["unknown (micro projects)", "no role (micro projects)"]
    assert (table[7][2], table[7][4], table[8][2]) == ("9", "9", "1")


def test_a_reader_of_german_sees_each_title_once(reader_of_german):
    table = steps_table(FIVE_OF_SEVEN, SIX_OF_EIGHT, Coverage(), caption="Steps")
    assert [small for small in of_type(table, "Small") if attribute(small, "lang") == "de"] == []


PAIR = Pair(Reading(4, 4, judges=9, day_first=date(2019, 1, 1), day_last=date(2019, 12, 31)), Reading(2, 3, judges=None))


def test_a_row_names_levels_dates_gap_and_origin():
    table = gaps_table([PAIR], {}, caption="Gaps", with_judges=False)
    assert cell_of(table, "Professionals") == "4, 2019"
    assert cell_of(table, "Service users") == "2–3, no date"
    assert cell_of(table, "Gap") == "Service users feel 1 to 2 steps less"
    assert cell_of(table, "Origin") == "as recorded"


def test_the_numbers_of_people_who_judged_stand_there_only_when_asked_for():
    without, with_them = (gaps_table([PAIR], {}, caption="Gaps", with_judges=asked) for asked in (False, True))
    assert cell_of(without, "Professionals who judged") is None
    assert cell_of(with_them, "Professionals who judged") == "9"
    assert cell_of(with_them, "Service users who judged") == "unknown"


def test_professionals_without_a_role_are_not_called_unknown():
    assert cell_of(gaps_table([Pair(None, Reading(7, 7))], {}, caption="Gaps", with_judges=True), "Professionals") == "no role"


def test_different_stages_are_both_named():
    table = gaps_table([Pair(Reading(4, 4, stage="needs"), Reading(2, 2, stage="design"))], {}, caption="Gaps", with_judges=False)
    assert cell_of(table, "Stage") == "professionals: finding needs; service users: designing the service"


def test_a_year_without_readings_of_a_side_is_unknown_not_zero():
    table = years_table([(2019, FIVE_OF_SEVEN, NONE), (None, NONE, SIX_OF_EIGHT)], caption="Years")
    assert rows(table) == [
        ["2019", "7", "5 of 7", "5", "0", "no reading", "no reading"],
        ["no date", "0", "no reading", "no reading", "8", "6 of 8", "4"],
    ]


def test_an_unknown_kind_is_drawn_as_unknown():
    table = kinds_table([Kind("stage unknown", NONE, SIX_OF_EIGHT, unknown=True)], head="Stage", caption="Stages")
    assert text(find_all(table, "unknown")[0]) == "stage unknown"
