"""Flags, unknowns, notices, empty places, columns, messages."""

import pytest

from components.columns import split, two
from components.empty import empty
from components.flag import flag, note_mark
from components.message import message, message_area
from components.note import note
from components.spoken import spoken
from components.unknown import unknown, unknown_box
from tests.components.tree import classes, find_all, text


def test_unknown_is_a_word():
    assert (text(unknown()), classes(unknown())) == ("unknown", ["unknown"])


def test_unknown_may_have_better_words():
    assert text(unknown_box("not asked yet")) == "not asked yet"


def test_a_flag_carries_its_kind():
    assert classes(flag("our reading", "reading")) == ["flag", "flag-reading"]


def test_a_flag_without_kind_is_plain():
    assert classes(flag("open")) == ["flag"]


def test_what_a_mark_at_a_value_means_is_read_aloud():
    assert text(note_mark("The blog says 18.", kind="conflict")) == "≠ (The blog says 18.)"


def test_an_empty_place_says_what_would_stand_there_and_what_to_do():
    assert text(empty("No deadline is recorded.", "Coordinators add them.")) == "No deadline is recorded.Coordinators add them."


def test_a_notice_is_a_paragraph():
    assert text(note("Look here.")) == "Look here."


def test_spoken_text_is_not_drawn():
    assert classes(spoken("Step ")) == ["sr"]


@pytest.mark.parametrize("columns", [split, two])
def test_columns_keep_their_order(columns):
    assert text(columns("first", "second")) == "first second"


@pytest.mark.parametrize(("kind", "words"), [("done", "Done."), ("note", "Please note."), ("problem", "That did not work.")])
def test_a_message_says_its_kind_in_words(kind, words):
    assert text(message("The name is taken.", kind)) == f"{words} The name is taken."


def test_only_a_problem_interrupts_the_screen_reader():
    assert [message("x", kind).role for kind in ("problem", "done", "note")] == ["alert", "status", "status"]
    assert find_all(message("x", "note"), "message-note")


def test_the_place_for_messages_has_a_button_that_says_what_it_closes():
    area, button = message_area("here").children
    assert (area.id, area.is_open, area.dismissable) == ("here", False, False)
    assert (getattr(button, "aria-label"), getattr(button, "data-closes")) == ("Close this message", "here")
