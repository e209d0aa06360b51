"""The catalogue of funding sources."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from components.funding.sources import deadlines, deadlines_now, source_list, sources_now
from tests.components.tree import find, find_all, of_type, text


@dataclass(frozen=True)
class Source:
    id: int = 1
    funder: str = "County council"
    name: str | None = None
    instrument: str = "grant"
    country: str | None = None
    who_may_apply: str | None = None
    open_to_informal: bool | None = None
    effort: str | None = None
    plain_language: bool | None = None
    paid: str | None = None
    paid_after_months: int | None = None
    currency: str | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    amount_note: str | None = None
    deadline: date | None = None
    days: int | None = None
    note: str | None = None
    source: str | None = None
    recipients: int = 0


@dataclass(frozen=True)
class Note:
    field: str
    kind: str
    other_value: str | None = None
    text: str | None = None
    source: str | None = None


def entry(notes=(), **values):
    return source_list([Source(**values)], {1: notes}, name="Sources")


def known(made):
    return [text(part) for part in of_type(made, "Dd")]


def test_a_source_of_which_nothing_is_known_says_so():
    assert "everything about applying" in text(find(entry(), "missing"))


def test_what_is_not_known_is_named_beside_what_is():
    made = entry(effort="low")
    assert known(made) == ["little effort"]
    assert "deadline" in text(find(made, "missing"))
    assert "how hard it is" not in text(find(made, "missing"))


@pytest.mark.parametrize(("answer", "words"), [(True, "yes"), (False, "no")])
def test_whether_informal_groups_may_apply_is_an_answer(answer, words):
    assert known(entry(open_to_informal=answer)) == [words]


def test_an_open_amount_begins_somewhere():
    made = entry(currency="EUR", amount_min=100, amount_note="from 1 EUR a month")
    assert text(of_type(made, "Dd")).replace("\N{NO-BREAK SPACE}", " ") == "from EUR 1.00; from 1 EUR a month"


def test_an_amount_that_only_a_note_tells_is_known():
    assert known(entry(amount_note="a few hundred")) == ["a few hundred"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"paid": "afterwards", "paid_after_months": 14}, "paid afterwards, after up to 14 months"),
        ({"paid": "advance"}, "paid in advance"),
        ({"paid_after_months": 1}, "after up to one month"),
    ],
)
def test_when_it_is_paid_is_said_in_words(values, words):
    assert known(entry(**values)) == [words]


def test_a_source_that_reached_nobody_here_says_so():
    assert "No micro project here is recorded with it." in text(entry())


def test_a_reading_is_marked_and_a_second_source_is_quoted():
    notes = [Note("instrument", "reading"), Note("amount_note", "conflict", other_value="twice as much", source="novia.fi")]
    made = entry(notes, amount_note="some")
    assert len(find_all(made, "note-mark-reading")) == 1
    assert "Another source says: twice as much." in text(made)


def test_the_nearest_deadline_comes_first_and_past_ones_are_left_out():
    rows = [Source(id=n, funder=f"F{n}", deadline=date(2027, 1, 1), days=days) for n, days in ((1, 30), (2, -1), (3, 2))]
    made = deadlines(rows)
    assert [text(item).split(" ")[-1] for item in of_type(made, "Li")] == ["F3grant", "F1grant"]


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "tomorrow"), (12, "in 12 days")])
def test_a_deadline_says_how_far_it_is(days, words):
    assert words in text(deadlines([Source(deadline=date(2027, 1, 1), days=days)]))


def test_without_a_deadline_ahead_it_says_how_many_are_unknown_and_how_many_passed():
    made = text(deadlines([Source(), Source(deadline=date(2020, 1, 1), days=-9)]))
    assert "No deadline lies ahead." in made
    assert "Without a recorded deadline: 1 of 2 sources. One deadline has passed." in made


def test_the_sentence_under_the_deadlines_names_the_nearest():
    rows = [Source(funder="Late", deadline=date(2027, 1, 1), days=30), Source(funder="Soon", deadline=date(2027, 1, 1), days=3)]
    assert deadlines_now(rows).startswith("The nearest is in 3 days: Soon.")
    assert deadlines_now([Source()]) is None


def test_an_unasked_question_is_not_a_no():
    assert sources_now([Source(), Source()]).startswith("Whether groups without a legal form may apply is unknown for every source")


def test_answers_are_counted_beside_the_unknown():
    rows = [Source(open_to_informal=answer, recipients=1) for answer in (True, False, None)]
    assert sources_now(rows) == "Groups without a legal form may apply: 1 of 3 sources; they may not: 1 of 3. For 1 of 3 it is unknown."


def test_sources_that_reached_nobody_are_counted():
    assert "As far as is recorded, 1 of 2 sources reached no micro project here." in sources_now(
        [Source(), replace(Source(), recipients=1)]
    )
