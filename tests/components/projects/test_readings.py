"""How much say service users have in one micro project."""

from components.projects.readings import readings_table, say_picture, say_says, say_source
from components.table import ROWS_PER_PAGE
from tests.components.projects.rows import THEN, level, note, reading
from tests.components.tree import find_all, of_type, text


def rows(found):
    return [[text(cell) for cell in line.children] for line in of_type(of_type(found, "Tbody"), "Tr")]


def table(readings, notes=None, *, no_role=False, with_judges=False, page=1):
    pages = {"page": page, "href": lambda number: f"/here?readings={number}"}
    return readings_table(readings, notes or {}, no_role=no_role, with_judges=with_judges, **pages)


def test_without_any_reading_it_is_unknown():
    assert text(say_picture(None, None)).endswith("How much say service users have is unknown.")


def test_one_side_is_enough_for_the_small_pyramid():
    assert len(find_all(say_picture(None, level(7)), "ladder")) == 1


def test_the_sentence_says_the_gap_and_how_many_readings_there_are():
    assert say_says(level(4), level(4), [reading(), reading()]) == "No gap (both sides 4). 2 readings are recorded."


def test_no_reading_no_sentence():
    assert say_says(None, None, []) is None


def test_readings_of_ours_are_flagged():
    assert text(say_source([reading()], {("assessment", 1): [note("level_from")]})) == "our reading"


def test_of_several_readings_it_says_which_are_drawn():
    assert "judged last" in text(say_source([reading()] * 3, {}))


def test_a_row_says_side_step_date_stage_and_evidence():
    one = reading("professionals", 4, stage="design", evidence="They said so.", method="talk", agreed="Users choose.", **THEN)
    assert rows(table([one])) == [
        [
            "Professionals",
            "4",
            "2 September 2017designing the service",
            "They said so.talk",
            "Users choose.",
            "a document",
        ]
    ]


def test_what_is_unknown_of_a_reading_is_said():
    assert rows(table([reading(low=2, high=3)])) == [
        ["Service users", "2–3", "date unknownstage unknown", "unknown", "not recorded", "a document"]
    ]


def test_our_reading_is_marked_at_the_step():
    assert rows(table([reading()], {("assessment", 1): [note("level_from")]}))[0][1] == "3° (our reading: Read from a page.)"


def test_numbers_of_people_who_judged_are_shown_only_to_those_who_may_see_them():
    judged = [reading(judges=3)]
    assert rows(table(judged, with_judges=True))[0][5] == "3"
    assert "People who judged" not in text(table(judged))


def test_an_unknown_number_of_judges_is_unknown():
    assert rows(table([reading()], with_judges=True))[0][5] == "unknown"


def test_professionals_without_a_role_have_a_row_that_says_so():
    found = rows(table([reading(low=7)], no_role=True, with_judges=True))
    assert found[1][:2] == ["Professionals", "no role"]
    assert len(found[1]) == len(found[0])


def test_a_span_is_drawn_hollow():
    assert len(find_all(table([reading(low=6, high=7)]), "range")) == 1


def test_many_readings_come_in_pages_and_the_row_without_a_role_is_on_the_last():
    many = [reading(low=7, id=number) for number in range(ROWS_PER_PAGE)]
    first, second = table(many, no_role=True), table(many, no_role=True, page=2)
    assert (len(rows(first)), [line[1] for line in rows(second)]) == (ROWS_PER_PAGE, ["no role"])
    assert [each.href for each in of_type(first, "Link")] == ["/here?readings=2"]
