"""The words and micro projects from which leaders choose."""

from dataclasses import dataclass
from datetime import date

from components.releases.word_boxes import MOST, told_boxes, word_boxes
from tests.components.tree import find, of_type, text


@dataclass(frozen=True)
class Word:
    key: str = "voice-1"
    kind: str = "voice"
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
    network: str = "Luleå"


def labels(boxes):
    return [text(option["label"]) for field in of_type(boxes, "Checklist") for option in field.options]


def test_each_box_says_the_words_who_said_them_where_and_since_when_they_may_be_read():
    (said,) = labels(word_boxes([Word(micro_project="Sewing room")], ""))
    for part in ("They gave us the key.", "Luleå", "service user", "1 February 2026", "by everybody", "Sewing room"):
        assert part in said
    assert "invented" not in said


def test_a_story_and_made_up_words_are_marked():
    (said,) = labels(word_boxes([Word(kind="story", invented=True)], ""))
    assert "story" in said
    assert "invented" in said


def test_boxes_are_ticked_as_the_address_says():
    (field,) = of_type(word_boxes([Word(), Word("story-2")], "story-2,voice-99"), "Checklist")
    assert (field.id, field.value) == ({"type": "filter", "index": "word"}, ["story-2"])


def test_micro_projects_are_named_with_their_networks():
    (field,) = of_type(told_boxes([Project(), Project(8)], "7"), "Checklist")
    assert (field.id["index"], field.value, [option["value"] for option in field.options]) == ("told", ["7"], ["7", "8"])
    assert "Luleå" in text(field.options[0]["label"])


def test_of_very_many_the_first_are_shown_and_it_says_that_there_are_more():
    boxes = told_boxes([Project(number) for number in range(MOST + 1)], "")
    assert len(labels(boxes)) == MOST
    assert "Choose fewer networks" in text(boxes)


def test_where_nothing_may_be_chosen_it_says_why():
    assert "once their tellers agreed" in text(word_boxes([], ""))
    assert "no micro project" in text(told_boxes([], ""))


def test_what_is_wrong_with_the_choice_is_told_at_it():
    assert text(find(word_boxes([Word()], "voice-2", problem="It is gone."), "field-error")) == "It is gone."
