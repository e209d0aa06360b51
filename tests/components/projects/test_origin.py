"""Where the facts of a biography come from, and where they disagree."""

from components.projects.origin import conflicts_table, sources_list
from tests.components.projects.rows import case, end, event, life, note, reading, row, tie
from tests.components.tree import of_type, text

TRIP = event(id=4, title="Trip", participants=17, participants_unit="families", source="the blog")
COUNTED = {("event", 4): [note("participants", "conflict", other_value="18 families", text="Two pages differ.", source="the page")]}


def rows(found):
    return [[text(cell) for cell in line.children] for line in of_type(of_type(found, "Tbody"), "Tr")]


def test_sources_that_agree_need_no_table():
    assert conflicts_table(life(), {("event", 4): [note("title")]}, masked=False) is None


def test_both_values_stand_beside_each_other_with_their_sources():
    found = conflicts_table(life(events=[TRIP]), COUNTED, masked=False)
    assert rows(found) == [["Tripnumber of participants", "17 familiesthe blog", "18 familiesthe page", "Two pages differ."]]


def test_a_small_count_is_hidden_with_what_would_tell_it():
    few = event(id=4, title="Trip", participants=3)
    assert rows(conflicts_table(life(events=[few]), COUNTED, masked=True)) == [
        ["Tripnumber of participants", "<5a document", "another numberthe page", "unknown"]
    ]


def test_dates_and_amounts_are_written_as_such():
    one = case(id=5, currency="EUR", awarded_minor=5000)
    notes = {("funding_case", 5): [note("awarded_minor", "conflict", other_value="EUR 60.00")]}
    dated = {("event", 4): [note("day_first", "conflict", other_value="May")]}
    assert rows(conflicts_table(life(cases=[one]), notes, masked=False))[0][:2] == [
        "Councilamount awarded",
        "EUR 50.00a document",
    ]
    assert rows(conflicts_table(life(events=[TRIP]), dated, masked=False))[0][1] == "unknownthe blog"


def test_a_conflict_about_the_micro_project_itself():
    notes = {("micro_project", 1): [note("place", "conflict", other_value="Heide")]}
    assert rows(conflicts_table(life(), notes, masked=False))[0][0] == "Sewing roomplace"


def test_each_source_is_named_once_with_what_comes_from_it():
    own = life(events=[event(), event()], ties=[tie(end(2, "Town"), source="a page; a document")])
    assert [text(item) for item in of_type(sources_list(own, {}), "Li")] == [
        "a documentwhat it is, 2 events and a tie",
        "a pagea tie",
    ]


def test_receipts_and_remarks_have_sources_too():
    own = life(cases=[case(receipts=[row(source="the bank")])], readings=[reading()])
    found = text(sources_list(own, COUNTED))
    assert "the banka receipt" in found
    assert "the pagea remark" in found


def test_a_row_without_a_source_names_none():
    found = sources_list(life(events=[event(source=None)]), {})
    assert [text(item) for item in of_type(found, "Li")] == ["a documentwhat it is"]
