"""The timeline of a biography."""

from components.charts.timeline import Moment, StoryPhase, timeline
from tests.components.tree import find_all, text

STORY = timeline(
    [
        StoryPhase(
            "Service design", [Moment("People", "They start.", None, "Source: brief"), Moment("Money", "A grant.", "March 2016")], tone=2
        ),
        StoryPhase("Social start-up", [], "from 2019", 4),
    ]
)


def test_moments_keep_their_order():
    assert [text(what) for what in find_all(STORY, "what")] == ["They start.", "A grant."]


def test_a_moment_without_a_date_says_so_and_is_hollow():
    moments = find_all(STORY, "moment")
    assert [("undated" in moment.className, text(find_all(moment, "when"))) for moment in moments] == [
        (True, "date unknown People"),
        (False, "March 2016 Money"),
    ]


def test_a_phase_without_dates_says_so():
    assert [text(name) for name in find_all(STORY, "phase-name")] == ["Service designdates unknown", "Social start-upfrom 2019"]


def test_a_source_stands_under_its_moment():
    assert text(find_all(STORY, "from")) == "Source: brief"
