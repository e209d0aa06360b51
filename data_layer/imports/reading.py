"""The cells of a row as values for our fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import Field, FieldKind, Table
from data_layer.editing.values import parsed
from data_layer.files.own import EXTRAS
from data_layer.files.source import SourceTable
from data_layer.files.words import field_of, plain
from data_layer.imports.cell import cell_value, place_value
from data_layer.imports.choice import Choices
from data_layer.imports.form import Form, form_of
from data_layer.imports.known import SEVERAL
from data_layer.problem import Problem

# Formats whose numbers for stakeholders mean something only inside the file; they are kept with the name of the format.
LOCAL_NUMBERS = {
    "gexf": "gexf",
    "graphml": "graphml",
    "gephi_nodes": "gephi",
    "gephi_edges": "gephi",
    "kumu_workbook": "kumu",
    "kumu_blueprint": "kumu",
    "kumu_project": "kumu",
}
# Formats whose columns are known one by one: the first of those that go into a text needs no name.
CURATED = frozenset({"grants_json", "grants_sheet", "interreg"})
LABELLED = frozenset({"description", "what", "note"})
JOINTS = {"description": "\n", "external_ids": SEVERAL}
PLACES = ("x", "y")

Resolve = Callable[[Field, Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Question:
    """A column that could be read in two ways, with some of its values; `choices`: the forms to choose from, `chosen`: the answer."""

    key: str
    table: str
    column: str
    choices: tuple[Form, ...]
    examples: tuple[str, ...]
    chosen: Form | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.chosen is None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the person left it, and the column where it stands."""

    place: int
    column: str
    text: str


class Reader:
    """Reads the rows of one table of the file."""

    def __init__(self, form: str, number: int, source: SourceTable, choices: Choices) -> None:
        self.form = form
        self.own = form == "own"
        self.number = number
        self.source = source
        self.choices = choices
        self.table: Table = TABLES_AND_NOTES[choices.targets[number]]
        self.fields = choices.fields[number]
        self.prefix = LOCAL_NUMBERS.get(form)
        self.forms, self.questions = self._forms()

    def _forms(self) -> tuple[dict[int, Form | None], list[Question]]:
        forms: dict[int, Form | None] = {}
        questions = []
        for place, name in enumerate(self.fields):
            if name not in self.table.fields:
                continue
            key = f"{self.number}.{place}"
            chosen = self.choices.forms.get(key)
            form, unclear = form_of(self.table.fields[name].kind, [row[place] for row in self.source.rows if row[place]])
            kinds = (
                (Form.DMY, Form.MDY) if self.table.fields[name].kind in (FieldKind.DAY, FieldKind.VAGUE_DAY) else (Form.COMMA, Form.POINT)
            )
            forms[place] = Form(chosen) if chosen in kinds else form
            if unclear:
                questions.append(Question(key, self.source.name, self.source.columns[place], kinds, unclear[:3], forms[place]))
        return forms, questions

    def texts(self, name: str) -> set[str]:
        """What the cells of a field say, as they stand in the file."""
        return {row[place] for place, field in enumerate(self.fields) if field == name for row in self.source.rows}

    def told(self, name: str) -> set[str]:
        """The same as a person left them."""
        return {cell.text for row in range(len(self.source.rows)) for cell in self.cells(row).get(name, ())}

    def cells(self, row: int) -> dict[str, list[Cell]]:
        """Field -> its cells, mended where somebody mended them; empty ones are left out unless the file is an export of ours."""
        told: dict[str, list[Cell]] = {}
        for place, (name, stands) in enumerate(zip(self.fields, self.source.rows[row], strict=True)):
            if not name:
                continue
            word = self.choices.words.get(f"{self.number}.{place}", {}).get(stands, stands)
            text = self.choices.cells.get(f"{self.number}.{row}.{place}", word).strip()
            if text or self.own:
                told.setdefault(name, []).append(Cell(place, self.source.columns[place], text))
        return told

    def columns(self, told: Mapping[str, list[Cell]], resolve: Resolve) -> dict[str, Any]:
        """Column -> value to keep. Raises the first Problem, with the field that it belongs to."""
        kept: dict[str, Any] = {}
        for name, cells in told.items():
            if name in EXTRAS:
                continue
            field = self.table.fields[name]
            try:
                kept |= self._column(field, cells, resolve)
            except Problem as problem:
                raise Problem(problem.code, name, **problem.values) from None
        return kept | self._place(told)

    def _column(self, field: Field, cells: list[Cell], resolve: Resolve) -> dict[str, Any]:
        text = self._joined(field, cells)
        if field.kind is FieldKind.LINK:
            if not text and not field.required:
                return {field.columns[0]: None}
            return {field.columns[0]: resolve(field, [text, f"{self.prefix}:{text}"] if self.prefix and text else [text])}
        return parsed(field, cell_value(self.table.name, field, text, self.forms.get(cells[0].place)))

    def _joined(self, field: Field, cells: list[Cell]) -> str:
        """One text of all cells of a field; what stands under a name that is not the field's is told with it."""
        if self.prefix and field.name == "external_ids":
            return SEVERAL.join(f"{self.prefix}:{cell.text}" for cell in cells if cell.text)
        joint = JOINTS.get(field.name, "; ")
        return joint.join(self._labelled(field, cell) for cell in cells if cell.text)

    def _labelled(self, field: Field, cell: Cell) -> str:
        """A text with the name of its column, where that is not what the field is called."""
        if (
            self.own
            or field.name not in LABELLED
            or plain(cell.column) == field.name
            or field_of(self.table.name, cell.column) == field.name
        ):
            return cell.text
        first = self.form in CURATED and self.fields.index(field.name) == cell.place
        return cell.text if first else f"{cell.column}: {cell.text}"

    def _place(self, told: Mapping[str, list[Cell]]) -> dict[str, float | None]:
        if self.table.name != "stakeholder" or not all(name in told for name in PLACES):
            return {}
        texts = [told[name][0].text for name in PLACES]
        if not all(texts):
            return dict.fromkeys(PLACES)
        try:
            return {name: place_value(text) for name, text in zip(PLACES, texts, strict=True)}
        except Problem as problem:
            raise Problem(problem.code, "x", **problem.values) from None
