"""The quiet button that opens a form."""

import json

from components.editing.edit_button import add_button, edit_button, move_button, with_edit
from tests.components.tree import text


def test_a_button_names_the_row_for_those_who_hear_the_page():
    button = edit_button("stakeholder", 12, "Library")
    assert (getattr(button, "data-form"), getattr(button, "aria-label"), text(button)) == ("stakeholder/12", "Edit: Library", "Edit")


def test_a_new_row_begins_with_what_is_known():
    button = add_button("Add a tie", "tie", network=None, from_=3, relation="support")
    assert getattr(button, "data-form") == "tie?from=3&relation=support"


def test_a_move_begins_with_the_micro_project():
    assert getattr(move_button(5, "Sewing room"), "data-form") == "phase_change?micro_project=5"


def test_a_cell_stays_as_it_is_for_those_who_only_read():
    assert with_edit(None, "tie", 1, editable=False) is None
    assert with_edit("A letter", "tie", 1, editable=False) == "A letter"


def test_a_cell_ends_with_its_button_and_unknown_stays_unknown():
    assert text(with_edit(None, "tie", 1, editable=True)) == "unknown Edit"


def test_a_button_is_light():
    assert len(json.dumps(edit_button("stakeholder", 12).to_plotly_json())) < 200
