"""Under each picture stands where the readings come from and how they are counted."""

from components.participation.notes import gaps_source, kinds_source, steps_source, unread_list, years_source
from tests.components.participation.facts import Coverage
from tests.components.tree import find_all, of_type, text


def test_our_readings_are_flagged_and_counted():
    source = steps_source(Coverage(), total=20, origins={"reading": 15})
    assert [text(flag) for flag in find_all(source, "flag-reading")] == ["our readings"]
    assert "15 of 20 readings are ours" in text(source)


def test_invented_readings_are_flagged_and_counted():
    source = steps_source(Coverage(), total=20, origins={"invented": 3})
    assert [text(flag) for flag in find_all(source, "flag-invented")] == ["demo readings"]
    assert "3 of 20 readings are invented." in text(source)


def test_readings_of_others_carry_no_flag():
    assert find_all(steps_source(Coverage(), total=20, origins={}), "flag") == []


def test_unknown_is_counted_as_unknown():
    source = text(steps_source(Coverage(17, 9, 9, 9, 1), total=15, origins={}))
    assert "No reading: 9 of 17 micro projects on the professionals’ side, 9 of 17 on the service users’ side." in source
    assert "In one more, professionals have no role, because service users stand on step 7." in source


def test_where_nothing_is_missing_that_is_said():
    assert "Every micro project has a reading on both sides." in text(steps_source(Coverage(), total=34, origins={}))


def test_the_english_titles_are_said_to_be_ours():
    assert "All English titles are our translation" in text(steps_source(Coverage(), total=1, origins={}))


def test_the_rule_of_the_comparison_stands_beside_the_picture():
    assert "The same stage is compared with the same stage" in text(gaps_source(all_ours=False))


def test_micro_projects_without_a_reading_can_be_opened():
    shown = unread_list(3, [(4, "Choir"), (9, "Garden")])
    assert [link.href for link in of_type(shown, "Link")] == ["/micro-projects/4", "/micro-projects/9"]
    assert "3 micro projects without any reading" in text(shown)
    assert "and one more" in text(shown)


def test_where_every_micro_project_has_a_reading_there_is_no_list():
    assert unread_list(0, []) is None


def test_undated_readings_are_counted_beside():
    assert "Without a date: 15." in text(years_source(undated=15))


def test_kinds_without_a_reading_are_named():
    assert text(kinds_source("Rule.", ["youth", "older adults"])).startswith("No reading: youth, older adults. Rule.")
