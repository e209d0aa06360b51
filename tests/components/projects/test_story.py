"""The timeline of a micro project."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.projects.moment import Teller
from components.projects.story import story_picture, story_says, story_table
from tests.components.projects.rows import event, need, step
from tests.components.tree import find_all, of_type, text

TELLER = Teller(7, {}, masked=False)
DAY = (date(2017, 9, 2), date(2017, 9, 2))
MAY = (date(2016, 5, 1), date(2016, 5, 31))


def moment(kind="event", row=None, day=DAY):
    return SimpleNamespace(kind=kind, day=day, rows=(row or event(),))


def spell(phase="design", entered=None, left=None, lasts=True):
    return SimpleNamespace(step=step(phase), entered=entered, left=left, lasts=lasts)


def chapter(kind, *moments, spell=None):
    return SimpleNamespace(kind=kind, moments=moments, spell=spell)


def phase(*moments, **stay):
    one = spell(**stay)
    return chapter("phase", moment("phase", one.step, one.entered), *moments, spell=one)


def test_nothing_recorded_is_said():
    assert text(story_picture([], TELLER)).startswith("How it came about is not recorded.")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (chapter("needs", moment("need", need(), None)), "The needdate unknown, it came first"),
        (chapter("before", moment()), "Before its first phase2017"),
        (chapter("unknown_phase", moment(day=MAY), moment()), "Phase of that time unknown2016 to 2017"),
        (chapter("undated", moment(day=None)), "Date unknownin no order"),
        (phase(), "Service designsince an unknown date"),
        (phase(entered=MAY), "Service designsince May 2016"),
        (phase(entered=(MAY[0], DAY[0])), "Service designsince some day between 1 May 2016 and 2 September 2017"),
        (phase(entered=MAY, left=DAY, lasts=False), "Service designMay 2016 to 2 September 2017"),
        (phase(left=DAY, lasts=False), "Service designuntil 2 September 2017"),
        (phase(lasts=False), "Service designdates unknown"),
    ],
)
def test_a_chapter_says_what_it_is_and_when(one, words):
    (head,) = find_all(story_picture([one], TELLER), "phase-name")
    assert text(head) == words


def test_undated_moments_are_hollow_and_say_so():
    (hollow,) = find_all(find_all(story_picture([chapter("undated", moment(day=None))], TELLER), "story"), "undated")
    assert text(hollow).startswith("date unknown Workshop")


def test_each_moment_names_its_source():
    assert "Source: a document" in text(story_picture([chapter("before", moment())], TELLER))


def test_an_unknown_source_is_said():
    assert "source unknown" in text(story_picture([chapter("before", moment(row=event(source=None)))], TELLER))


def test_the_table_has_a_row_per_moment():
    found = story_table([phase(entered=MAY), chapter("undated", moment(day=None))], TELLER, caption="Moments")
    assert [text(row) for row in of_type(of_type(found, "Tbody"), "Tr")] == [
        "May 2016 Service design Phase It reaches this phase: service design. a document",
        "date unknown phase unknown Workshop Kitchen talk. a document",
    ]


def test_nothing_recorded_needs_no_table():
    assert story_table([], TELLER, caption="Moments") is None


@pytest.mark.parametrize(
    ("chapters", "words"),
    [
        ([], None),
        ([chapter("undated", moment(day=None))], "No moment of its way has a known date. Its phase is unknown."),
        ([chapter("before", moment())], "The one moment has a date, in 2017. Its phase is unknown."),
        ([chapter("before", moment(day=MAY), moment()), phase(entered=DAY)], "Known dates: all 3 moments, from 2016 to 2017."),
        (
            [chapter("unknown_phase", moment()), phase()],
            "Known dates: 1 of 2 moments, in 2017. When it came into its phase, nobody has recorded.",
        ),
    ],
)
def test_the_sentence_says_what_is_known_of_its_dates(chapters, words):
    assert story_says(chapters) == words
