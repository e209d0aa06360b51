"""The list of needs and its sentence."""

from datetime import date

import pytest

from components.needs.found import needs_rule, needs_say, needs_table
from tests.components.needs.rows import need, note
from tests.components.tree import attribute, elements, of_type, text


def cells(line, notes=None, *, masked=False, editable=False):
    table = needs_table([line], notes or {}, caption="Needs", masked=masked, editable=editable, page=1, total=1, href=str)
    return [text(cell) for cell in of_type(of_type(table, "Tbody"), "Td")]


def test_what_no_source_says_is_unknown_and_never_zero():
    assert cells(need(target_groups=())) == ["unknown", "unknown date unknown", "unknown", "unknown", "unknown"]


def test_none_at_all_is_a_number():
    assert cells(need(votes=0, participants=12))[2:4] == ["12", "0"]


def test_small_counts_of_persons_are_hidden_from_those_who_may_not_see_them():
    assert cells(need(votes=3, participants=4), masked=True)[2:4] == ["<5", "<5"]


def test_what_another_source_says_of_a_count_is_hidden_with_it():
    other = {("need", 1): [note("votes", other_value="2")]}
    assert cells(need(votes=9), other)[3] == "9 Another source says: 2."
    assert cells(need(votes=9), other, masked=True)[3] == "9"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"found_by": "future_workshop"}, "Future workshop"),
        ({"found_by": "future_workshop", "method": "future workshop"}, "Future workshop"),
        ({"found_by": "future_workshop", "method": "with the mayor"}, "Future workshop with the mayor"),
        ({"found_by": "other", "method": "analysis of needs"}, "Analysis of needs"),
        ({"method": "analysis of needs"}, "Analysis of needs"),
        ({"event_id": 3, "event": "Open day"}, "At: Open day"),
    ],
)
def test_the_sources_words_stand_where_they_say_more_than_the_method(fields, words):
    assert cells(need(**fields))[1] == f"{words} date unknown"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "open"}, "Open"),
        ({"status": "taken_up", "provider_id": 4, "provider": "Diaconia"}, "Taken up by a provider Diaconia"),
        ({"status": "taken_up"}, "Taken up by a provider provider unknown"),
        ({"status": "micro_project", "micro_project_id": 4, "micro_project": "Room"}, "Became a micro project Room"),
    ],
)
def test_what_became_of_it_names_the_provider_or_the_micro_project(fields, words):
    assert cells(need(**fields))[4] == words


def test_the_button_opens_the_form_of_the_need():
    table = needs_table([need()], {}, caption="Needs", masked=False, editable=True, page=1, total=1, href=str)
    (button,) = of_type(table, "Button")
    assert (attribute(button, "data-form"), attribute(button, "aria-label")) == ("need/1", "Edit: A place to meet")


def test_the_sentence_names_the_need_with_most_votes():
    needs = [need(what="bus", votes=12, status="open"), need(what="room", votes=3), need()]
    assert text(needs_say(needs, masked=True)) == "3 needs are recorded. Votes are known for 2 of 3. “bus” has most, 12 votes (open)."


def test_the_sentence_does_not_tell_a_small_number_of_votes():
    assert text(needs_say([need(votes=4, what="bus")], masked=True)) == "1 need is recorded. Votes are known for 1 of 1."


def test_without_votes_it_says_that_they_are_unknown():
    assert text(needs_say([need(), need()], masked=False)) == "2 needs are recorded. How many voted for each is unknown."


def test_invented_needs_carry_a_flag():
    shown = needs_say([need(votes=6, invented=True)], masked=False)
    assert any("flag-invented" in (getattr(part, "className", "") or "") for part in elements(shown))


def test_undated_needs_are_counted_where_a_year_is_chosen():
    needs = [need(), need(day_first=date(2017, 1, 1))]
    assert needs_rule(needs, year="2017").endswith("1 without a date stays in every year.")
    assert "without a date" not in needs_rule(needs, year="")
