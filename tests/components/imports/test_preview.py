"""Rows of a preview: what becomes of each stands beside its colour, refused ones say why and can be mended."""

from dataclasses import dataclass, field

import pytest

from components.imports.columns import import_field_label
from components.imports.preview import bring_in, preview_rows, state_links
from components.imports.words import format_words, match_words, state_words
from components.vocabulary import labels
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.imports.choice import fields_of
from data_layer.imports.reading import LOCAL_NUMBERS
from data_layer.imports.row import Candidate, Match, State
from tests.components.tree import elements, of_type, text


@dataclass
class Problem:
    field: str = "country"


@dataclass
class Field:
    kind: str = "text"
    codes: tuple = ()
    vocabulary: str = ""


@dataclass
class Row:
    state: str = "new"
    said: dict = field(default_factory=lambda: {"name": "Kitchen", "country": "Atlantis"})
    old: dict = field(default_factory=dict)
    new: dict = field(default_factory=dict)
    columns: dict = field(default_factory=dict)
    match: str | None = None
    problem: Problem | None = None
    place: int | None = None
    candidates: tuple = ()
    key: str = "0.0"
    target: str = "stakeholder"
    line: int = 2


def shown(*rows, fields=None):
    return preview_rows(rows, lambda _problem: "This is why.", lambda _table: fields or {}, address="/rows")


def controls(made):
    return [part.name for part in elements(made) if type(part).__name__ in ("Input", "Select")]


@pytest.mark.parametrize("state", ["new", "changed", "unchanged", "refused"])
def test_what_becomes_of_a_row_is_said_in_words(state):
    assert state_words(state) in text(shown(Row(state=state)))


def test_a_changed_field_shows_both_values():
    made = shown(Row(state="changed", old={"place": "Boden"}, new={"place": "Luleå"}))
    assert (text(of_type(made, "Del")), text(of_type(made, "Ins"))) == ("Boden", "Luleå")


def test_a_value_that_goes_or_comes_is_unknown_on_the_other_side():
    assert "Place: unknown → becomes Luleå" in " ".join(
        text(shown(Row(state="changed", old={"place": None}, new={"place": "Luleå"}))).split()
    )


def test_our_word_for_a_code_stands_before_that_of_the_file():
    row = Row(said={"name": "Kitchen", "sector": "Verein"}, columns={"sector": "non_profit"})
    assert "Sector: non-profit (Verein)" in text(shown(row, fields={"sector": Field(kind="choice", vocabulary="sector")}))


def test_a_refused_row_says_why_and_has_a_place_to_mend_it():
    made = shown(Row(state="refused", problem=Problem(), place=3))
    assert "This is why." in text(made)
    assert controls(made) == ["cell.0.0.3"]


def test_what_several_rows_say_alike_is_asked_once():
    rows = [Row(state="refused", problem=Problem(), place=3, key=f"0.{n}", line=n + 2) for n in range(3)]
    made = shown(*rows)
    assert controls(made) == ["cell.0.0.3"]
    assert text(made).count("mended with it") == 2


def test_a_code_is_chosen_not_typed():
    field_ = Field(kind="choice", codes=tuple(labels("sector")), vocabulary="sector")
    made = shown(Row(state="refused", problem=Problem("sector"), place=1), fields={"sector": field_})
    assert controls(made) == ["code.0.0.1"]


def test_who_it_may_be_is_offered_with_a_new_one_last():
    made = shown(Row(state="refused", problem=Problem("name"), candidates=(Candidate(7, "Kitchen of all"),)))
    (select,) = of_type(made, "Select")
    assert [option["value"] for option in select.options] == ["7", "0"]
    assert "All that are undecided are new ones" in text(made)


def test_where_nothing_is_refused_there_is_nothing_to_keep():
    assert of_type(shown(Row()), "Button") == []


def test_the_chosen_state_is_no_link():
    made = state_links({"new": 3}, "new", lambda state: f"?show={state}")
    assert [item.href for item in of_type(made, "Link")] == ["?show=", "?show=changed", "?show=unchanged", "?show=refused"]


@pytest.mark.parametrize(
    ("counts", "ready", "words", "disabled"),
    [
        ({"new": 2, "changed": 1}, True, "Bring in 2 new rows and 1 changed row", False),
        ({"unchanged": 4}, True, "Nothing to bring in", True),
        ({"new": 2}, False, "Bring in 2 new rows", True),
    ],
)
def test_the_button_says_how_much_it_does(counts, ready, words, disabled):
    button = of_type(bring_in(counts, seal="x", address="/apply", cancel="/cancel", ready=ready), "Button")[0]
    assert (text(button), bool(button.disabled)) == (words, disabled)


def test_every_state_match_and_kind_of_file_has_words():
    assert all(map(state_words, State))
    assert all(map(match_words, Match))
    forms = {*LOCAL_NUMBERS, "own", "stakeholder_list", "plain_table", "grants_json", "grants_sheet", "interreg"}
    assert all(map(format_words, forms))


NOTE = {"about": "Sewing room", "table": "micro_project", "field": "jobs", "row": "12", "kind": "reading", "text": "counted by us"}


def test_a_note_says_in_words_to_which_row_and_field_it_belongs():
    made = text(shown(Row(target="note", said=NOTE, columns={"kind": "reading"}), fields={"kind": Field("choice", (), "note_kind")}))
    for words in ("note on a field", "Belongs to: Sewing room", "What that is: micro project", "Which field: Jobs", "our reading"):
        assert words in made
    assert "12" not in made


def test_a_note_that_is_there_already_is_called_by_its_row_and_field():
    assert "Sewing room, Jobs" in text(shown(Row(target="note", state="unchanged", said=NOTE)))


@pytest.mark.parametrize(("name", "word"), [("table", "<b>"), ("field", "colour")])
def test_a_note_on_what_there_is_not_stands_as_in_the_file(name, word):
    assert f": {word}" in text(shown(Row(target="note", state="refused", said=NOTE | {name: word}, problem=Problem(name))))


@pytest.mark.parametrize("table", TABLES_AND_NOTES)
def test_each_field_to_which_a_column_can_go_has_words(table):
    assert all(import_field_label(table, name) for name in fields_of(table))
