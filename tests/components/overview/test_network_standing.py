"""The rows of the table that says where each network stands."""

import pytest

from components.overview.network_standing import (
    NetworkRow,
    Say,
    by_network,
    readings_in_words,
    say_in_words,
    standing_columns,
    standing_row,
)
from tests.components.tree import elements, find, of_type, text


def row(**fields):
    values = {
        "id": 3,
        "name": "Luleå",
        "country": "SE",
        "for_whom": "migrants",
        "target_groups": ("migrants",),
        "facilitators": [(80, "Coompanion")],
        "micro_projects": 1,
        "say": Say([(6, 7)], 6),
    }
    return NetworkRow(**values | fields)


def steps(say):
    return [cell.className for cell in of_type(say_in_words(say), "I")]


def test_a_row_has_a_cell_per_column():
    assert len(standing_row(row())) == len(standing_columns())


def test_the_cells_say_who_where_and_for_whom():
    assert [text(cell) for cell in standing_row(row())] == ["Luleå", "Sweden", "migrants", "Coompanion", "1", "6–7"]


def test_names_lead_to_their_pages():
    hrefs = [link.href for cell in standing_row(row()) for link in of_type([cell], "Link")]
    assert hrefs == ["/network?network=3", "/stakeholders/80"]


def test_without_own_words_the_target_groups_say_for_whom():
    assert standing_row(row(for_whom=None, target_groups=("older", "youth")))[2] == "older adults, disadvantaged young people"


def test_what_nobody_stated_is_left_to_the_table_as_unknown():
    cells = standing_row(row(country=None, for_whom=None, target_groups=(), facilitators=()))
    assert cells[1:4] == [None, None, None]


@pytest.mark.parametrize(("number", "dots"), [(1, 1), (10, 10), (11, 0)])
def test_micro_projects_are_dots_as_long_as_they_can_be_seen_at_a_glance(number, dots):
    cell = standing_row(row(micro_projects=number))[4]
    assert (sum(type(part).__name__ == "I" for part in elements(cell)), text(cell)) == (dots, str(number))


def test_no_micro_project_is_said_in_words():
    assert text(standing_row(row(micro_projects=0))[4]) == "none recorded"


def test_one_reading_fills_its_steps():
    assert steps(Say([(6, 7)], 6)) == ["", "", "", "", "", "on", "on"]


def test_of_several_readings_the_middle_is_filled_and_the_others_are_outlined():
    say = Say([(1, 1), (3, 3), (6, 7)], 3)
    assert steps(say) == ["within", "", "on", "", "", "within", "within"]
    assert text(say_in_words(say)) == "3middle of 3 readings, 1–7"


def test_micro_projects_without_a_reading_are_counted_as_unknown():
    assert text(find(say_in_words(Say([(3, 3)], 3, unknown=1)), "reach")) == "one unknown"


def test_no_reading_is_unknown():
    assert text(say_in_words(Say(unknown=2))) == "unknown"


@pytest.mark.parametrize(
    ("read", "unread", "words"),
    [
        (0, 2, "No reading of service users’ say exists in any of these networks."),
        (2, 0, "In each of the 2 networks a reading exists."),
        (1, 2, "In 1 of the 3 networks a reading exists for at least one micro project; in the other 2 none exists."),
    ],
)
def test_the_finding_counts_networks(read, unread, words):
    assert readings_in_words([row()] * read + [row(say=Say())] * unread) == words


def test_readings_are_put_under_their_network():
    assert by_network([("A", 1, 1), ("B", 2, 3), ("A", 4, 4)]) == {"A": [(1, 1), (4, 4)], "B": [(2, 3)]}
