"""The words and micro projects from which leaders choose."""

from dataclasses import dataclass
from datetime import date

import pytest

from components.releases.word_boxes import MOST_OPEN, MOST_PROJECTS, chosen_beside, indicator_boxes, told_boxes, word_boxes
from tests.components.tree import find, of_type, text


@dataclass(frozen=True)
class Word:
    key: str = "voice-1"
    kind: str = "voice"
    network_id: int = 1
    network: str = "Luleå"
    words: str = "They gave us the key."
    teller: str = "service_user"
    consent: str = "public"
    consent_day: date | None = date(2026, 2, 1)
    micro_project: str | None = None
    invented: bool = False


@dataclass(frozen=True)
class Project:
    id: int = 7
    name: str = "Bicycle workshop"
    network_id: int = 1
    network: str = "Luleå"


def labels(boxes):
    return [text(label) for label in of_type(boxes, "Label")]


def ticks(boxes):
    return [(tick.name, tick.id.rpartition("_input_")[2], tick.defaultChecked) for tick in of_type(boxes, "Tick")]


def words(offered, chosen="", **more):
    return word_boxes(offered, chosen, without="/without", **more)


def projects(offered, chosen="", **more):
    return told_boxes(offered, chosen, without="/without", **more)


def test_each_box_says_the_words_who_said_them_where_and_since_when_they_may_be_read():
    (said,) = labels(words([Word(micro_project="Sewing room")]))
    for part in ("They gave us the key.", "service user", "1 February 2026", "by everybody", "Sewing room"):
        assert part in said
    assert "invented" not in said


def test_a_story_and_made_up_words_are_marked():
    (said,) = labels(words([Word(kind="story", invented=True)]))
    assert "story" in said
    assert "invented" in said


def test_boxes_stand_by_network_and_are_ticked_as_the_address_says():
    boxes = words([Word(), Word("story-2"), Word("voice-3", network_id=2, network="Plön")], "story-2,voice-99")
    assert [text(legend) for legend in of_type(boxes, "Legend")] == ["In whose words?", "Luleå", "Plön"]
    assert ticks(boxes) == [("word", "voice-1", False), ("word", "story-2", True), ("word", "voice-3", False)]


def test_micro_projects_stand_by_network_too():
    assert ticks(projects([Project(), Project(8)], "7")) == [("told", "7", True), ("told", "8", False)]


def test_of_very_many_the_first_are_shown_and_it_says_that_there_are_more():
    boxes = projects([Project(number) for number in range(MOST_PROJECTS + 1)])
    assert len(labels(boxes)) == MOST_PROJECTS
    assert "Choose fewer networks" in text(boxes)


def test_a_few_stand_open_and_many_are_folded_by_network():
    few = [Project(number) for number in range(MOST_OPEN)]
    many = [*few, Project(900, network_id=2, network="Plön")]
    assert (of_type(projects(few), "Details"), len(of_type(projects(many), "Details"))) == ([], 2)


def test_what_is_folded_says_how_many_and_stands_open_where_one_is_chosen():
    offered = [Project(number, network_id=number % 2, network=f"LEN {number % 2}") for number in range(MOST_OPEN + 2)]
    offered.sort(key=lambda project: project.network_id)
    first, second = of_type(projects(offered, "3,5"), "Details")
    assert (first.open, text(of_type(first, "Summary")[0])) == (False, "LEN 016 to choose from")
    assert (second.open, text(of_type(second, "Summary")[0])) == (True, "LEN 116 to choose from, 2 chosen")


def test_where_nothing_may_be_chosen_it_says_why():
    assert "once their tellers agreed" in text(words([]))
    assert "no micro project" in text(projects([]))


def test_what_is_wrong_with_the_choice_is_told_at_it_with_a_way_out():
    wrong = find(words([], "voice-2", problem="It is gone."), "field-error")
    assert text(wrong).startswith("It is gone.")
    assert of_type(wrong, "Link")[0].href == "/without"


@pytest.mark.parametrize(
    ("n", "m", "said"),
    [
        (0, 0, "No words, stories or indicators are chosen."),
        (1, 0, "1 statement or story is chosen."),
        (2, 3, "2 statements or stories are chosen. The stories of 3 micro projects are told."),
    ],
)
def test_in_a_preview_it_says_how_many_are_chosen(n, m, said):
    assert text(chosen_beside(n, m, 0, other="/other")).startswith(said + " Choose")


@dataclass(frozen=True)
class Offered:
    id: int = 7
    name: str = "People employed"
    network_id: int = 1
    network: str = "Luleå"
    about: str | None = "Tailors"
    kind: str = "counted"
    of_persons: bool = True


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (Offered(), "People employed Tailors · counts people: under 10 is hidden"),
        (Offered(about=None, of_persons=False), "People employed shown as it is"),
        (Offered(about=None, kind="descriptive"), "People employed in words, which are not released"),
    ],
)
def test_an_indicator_says_how_it_will_be_shown(offered, said):
    boxes = indicator_boxes([offered], "7", without="/none")
    assert (labels(boxes), ticks(boxes)) == ([said], [("indicator", "7", True)])


def test_chosen_indicators_are_counted():
    assert text(chosen_beside(0, 0, 2, other="/other")).startswith("The values of 2 indicators are in it.")
