"""The gap between both sides, in words and as marks."""

import pytest

from components.charts.gaps import BothSides, finding, gaps
from components.flag import note_mark
from components.level import Level
from components.words_only import words_only
from tests.components.tree import attribute, find, find_all, of_type, text


@pytest.mark.parametrize(
    ("staff", "users", "says", "rests_on"),
    [
        (Level(6), Level(6), "No gap", "both sides 6"),
        (Level(2), Level(5), "Service users feel 3 steps more", "professionals 2, service users 5"),
        (Level(4), Level(5), "Service users feel one step more", "professionals 4, service users 5"),
        (Level(4), Level(3), "Service users feel one step less", "professionals 4, service users 3"),
        (Level(6), Level(6, 7), "No gap or one step", "professionals 6, service users 6–7"),
        (Level(2, 3), Level(2, 3), "No gap or one step", "both sides 2–3"),
        (Level(2, 4), Level(3), "No gap or one step", "professionals 2–4, service users 3"),
        (Level(2, 4), Level(4), "No gap, or up to 2 steps", "professionals 2–4, service users 4"),
        (Level(5, 6), Level(2, 3), "Service users feel 2 to 4 steps less", "professionals 5–6, service users 2–3"),
        (Level(2), Level(5, 6), "Service users feel 3 to 4 steps more", "professionals 2, service users 5–6"),
        (None, Level(7), "No gap to measure", "service users 7; professionals have no role here"),
        (None, Level(5), "Cannot be told", "service users 5; the professionals’ side is unknown"),
        (Level(4), None, "Cannot be told", "professionals 4; the service users’ side is unknown"),
        (None, None, "Cannot be told", "neither side is known"),
    ],
)
def test_the_finding_in_words(staff, users, says, rests_on):
    found = finding(staff, users)
    assert (found.says, found.rests_on) == (says, rests_on)


@pytest.mark.parametrize(
    ("staff", "users", "between"),
    [
        (Level(2), Level(5), (2, 5)),
        (Level(5, 6), Level(2, 3), (3, 5)),
        (Level(6), Level(6, 7), None),
        (Level(6), Level(6), None),
        (None, Level(5), None),
    ],
)
def test_only_a_sure_gap_gets_a_line_from_one_side_to_the_other(staff, users, between):
    assert finding(staff, users).open == between


def _row(staff, users):
    return gaps([BothSides("Tailor cooperative", "/micro-projects/1", staff, users, "Luleå, SE")], name="Both sides")


def test_a_row_has_name_and_finding_as_text():
    made = _row(Level(2), Level(5))
    assert text(find(made, "gap-name")) == "Tailor cooperativeLuleå, SE"
    assert text(find(made, "gap-say")) == "Service users feel 3 steps more professionals 2, service users 5"


def test_the_name_leads_to_the_micro_project():
    assert [link.href for link in of_type(_row(None, None), "Link")] == ["/micro-projects/1"]


def test_the_track_is_hidden_from_screen_readers():
    assert attribute(find(find(_row(Level(6), Level(6)), "gap"), "track"), "aria-hidden") == "true"


def test_a_span_is_drawn_hollow_from_end_to_end():
    mark = find(_row(Level(6), Level(6, 7)), "span")
    assert [attribute(mark, name) for name in ("--from", "--to", "--n")] == [6, 7, 2]


def test_an_unknown_side_is_named_in_the_track():
    assert text(find(_row(None, Level(5)), "blank")) == "professionals unknown"


def test_professionals_without_a_role_are_not_called_unknown():
    assert text(find(_row(None, Level(7)), "blank")) == "no role"


def test_the_gap_line_joins_the_nearest_ends():
    line = find(_row(Level(5, 6), Level(2, 3)), "join")
    assert [attribute(line, name) for name in ("--from", "--to")] == [3, 5]


def test_where_there_is_no_gap_there_is_no_line():
    assert find_all(_row(Level(6), Level(6)), "join") == []


def test_mark_and_warning_stand_with_the_finding():
    row = BothSides("Choir", "/micro-projects/2", Level(5), Level(2), mark=note_mark("ours", kind="reading"), warning=words_only())
    made = gaps([row], name="Both sides")
    assert (
        text(find(made, "gap-say"))
        == "Service users feel 3 steps less professionals 5, service users 2° (ours) !Look here: shared in words only."
    )
    assert attribute(find(made, "warning-sign"), "aria-hidden") == "true"


def test_different_stages_show_both_sides_and_tell_no_gap():
    row = BothSides("Choir", None, Level(5), Level(2), stages="professionals: running it; service users: finding needs")
    made = gaps([row], name="Both sides")
    assert find_all(made, "join") == []
    assert text(find(made, "gap-say")) == "Cannot be compared not the same stage (professionals: running it; service users: finding needs)"


def test_a_subject_without_a_page_is_no_link():
    assert of_type(gaps([BothSides("Kitchen talk", None, Level(5), None)], name="Both sides"), "Link") == []
