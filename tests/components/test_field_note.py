"""What is special about one field."""

from dataclasses import dataclass

import pytest

from components.field_note import field_lines, field_marks
from tests.components.tree import text


@dataclass(frozen=True)
class Note:
    field: str = "state"
    kind: str = "reading"
    other_value: str | None = None
    text: str | None = None
    source: str | None = None


@pytest.mark.parametrize(("kind", "words"), [("reading", "our reading"), ("invented", "invented")])
def test_a_reading_and_an_invented_value_get_a_mark(kind, words):
    assert words in text(field_marks([Note(kind=kind)], "state"))


def test_a_mark_says_why():
    assert "the brief names no state" in text(field_marks([Note(text="the brief names no state")], "state"))


def test_notes_on_other_fields_are_left_to_them():
    assert field_marks([Note(field="currency")], "state") == []


def test_what_another_source_says_is_spelled_out():
    lines = field_lines([Note(kind="conflict", other_value="18 families", text="Two pages differ.", source="dw-dith.de")], "state")
    assert text(lines) == "Two pages differ. Another source says: 18 families. (dw-dith.de)"


def test_a_reading_needs_no_line_of_its_own():
    assert field_lines([Note()], "state") == []
