"""What a person answers to a preview, put into the choices: where columns go, how they are written, what cells should say, who is whom."""

from collections.abc import Mapping
from dataclasses import replace

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.source import ReadFile
from data_layer.imports.choice import Choices, fields_for, fields_of
from data_layer.imports.form import Form
from data_layer.problem import NotFound
from data_layer.whole_number import whole_number

LONGEST_ANSWER = 5_000
# A chosen code that means: nothing.
EMPTY = "-"
# A correction of these holds for the one row; of all others for every row of the column that says the same.
OF_ONE_ROW = frozenset({"name", "title", "id", "field"})


def with_columns(read: ReadFile, choices: Choices, answers: Mapping[str, str], *, network_id: int | None) -> Choices:
    """The choices with new tables ("target.0"), fields ("field.0.3") and forms ("form.0.3"); names of what there is not are left out.

    A table that goes elsewhere than before gets the fields that are suggested for it.
    """
    targets, fields, forms = [], [], dict(choices.forms)
    for number, table in enumerate(read.tables):
        before = choices.targets[number]
        target = answers.get(f"target.{number}", before)
        target = target if target in TABLES_AND_NOTES or target == "" else before
        known = fields_of(target)
        if target != before:
            chosen = fields_for(table, target)
        else:
            told = [answers.get(f"field.{number}.{place}", field) for place, field in enumerate(choices.fields[number])]
            chosen = tuple(field if field in known else "" for field in told)
        targets.append(target)
        fields.append(chosen)
        for place in range(len(table.columns)):
            form = answers.get(f"form.{number}.{place}")
            if form in list(Form):
                forms[f"{number}.{place}"] = str(form)
    return replace(choices, network_id=network_id, targets=tuple(targets), fields=tuple(fields), forms=forms)


def with_rows(read: ReadFile, choices: Choices, answers: Mapping[str, str]) -> Choices:
    """The choices with corrections ("cell.0.12.3": a text; "code.0.12.3": a code, "-" for none, "" for undecided) and decisions who is
    whom ("same.0.12": a ref, 0 for a new one, "" for undecided).

    Raises NotFound for a cell that there is not.
    """
    cells, same = dict(choices.cells), dict(choices.same)
    words = {column: dict(known) for column, known in choices.words.items()}
    for name, text in answers.items():
        kind, _dot, key = name.partition(".")
        if kind == "cell" or (kind == "code" and text):
            _mend(read, choices, key, "" if kind == "code" and text == EMPTY else text.strip()[:LONGEST_ANSWER], cells, words)
        elif kind == "same" and (ref := whole_number(text.removeprefix("-"))) is not None:
            _places(read, key, 2)
            same[key] = -ref if text.startswith("-") else ref
    return replace(choices, cells=cells, words=words, same=same)


def _mend(read: ReadFile, choices: Choices, key: str, text: str, cells: dict[str, str], words: dict[str, dict[str, str]]) -> None:
    """Keep what a cell should say, unless it says so; where all rows that say the same are meant, under the word."""
    number, row, place = _places(read, key, 3)
    stands = read.tables[number].rows[row][place]
    column = f"{number}.{place}"
    if text == choices.cells.get(key, choices.words.get(column, {}).get(stands, stands)):
        return
    if stands and choices.fields[number][place] not in OF_ONE_ROW:
        words.setdefault(column, {})[stands] = text
    else:
        cells[key] = text


def _places(read: ReadFile, key: str, depth: int) -> tuple[int, ...]:
    parts = key.split(".")
    if len(parts) != depth or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        raise NotFound(key)
    places = tuple(map(int, parts))
    if places[0] >= len(read.tables) or places[1] >= len(read.tables[places[0]].rows):
        raise NotFound(key)
    if depth == 3 and places[2] >= len(read.tables[places[0]].columns):
        raise NotFound(key)
    return places
