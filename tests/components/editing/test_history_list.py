"""The sentences of the history, and what changed side by side."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from components.editing.history_list import entry_words, history_list
from tests.components.tree import text


@dataclass
class Origin:
    kind: str
    other_value: str | None = None
    text: str | None = None
    source: str | None = None


@dataclass
class Entry:
    kind: str
    counts: dict[str, int]
    rows: tuple[Any, ...] = ()
    again: bool = False
    own: bool = True
    undone: bool = False
    undoable: bool = True
    who: str = "anna@example.org"
    id: int = 7
    at: datetime = field(default=datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("kind", "counts", "said"),
    [
        ("move", {"phase_change": 1}, "moved a micro project to another phase"),
        ("move", {"phase_change": 1, "micro_project": 1}, "moved a micro project to another phase and said where it ended"),
        ("move", {"micro_project": 1}, "said where a micro project ended, or that it goes on"),
        ("note", {"note": 1}, "said where the value of a field comes from"),
        ("place", {"stakeholder": 2}, "moved in the picture: 2 stakeholders"),
        ("network.add", {"network": 1}, "added 1 network"),
        ("network.change", {"network": 1}, "changed 1 network"),
        ("undo", {"note": 1}, "took an action back: 1 note on a field"),
    ],
)
def test_each_kind_of_action_has_its_words(kind, counts, said):
    assert entry_words(Entry(kind, counts)) == said


def origin_row(before, after):
    origin = SimpleNamespace(field="role", before=before, after=after)
    title = SimpleNamespace(parts=(("name", "Bakery"),), trashed=False)
    return SimpleNamespace(table="stakeholder", row_id=3, what="origin", title=title, fields=(), moved=False, origin=origin)


def test_an_origin_stands_side_by_side_like_any_other_field(reader_of_german):
    after = Origin("conflict", other_value="core group", text="two reports", source="https://example.org/report")
    shown = text(history_list([Entry("note", {"note": 1}, (origin_row(None, after),))], {}, {}, lambda _text: (None, None)))
    assert "Where a value comes from, stakeholder: Bakery" in shown
    assert "Origin: Role in the network" in shown
    assert "as for the whole entry" in shown
    assert "sources disagree; another source says: core group; two reports; source: https://example.org/report" in shown
