"""The rows that hang on two stakeholders, of whichever kind, read in one go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.hanging import links_to
from data_layer.models import Stakeholder

# What two rows may differ in and still say the same.
OF_THE_ROW = frozenset({"id", "trashed_by"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A live row that points to one of the two by these `columns`; `said`: what each of its columns says, as text."""

    model: type[Any]
    id: int
    said: Mapping[str, str | None]
    columns: tuple[str, ...]

    def points_to(self, column: str, row_id: int) -> bool:
        """Whether this column holds that row."""
        return self.said[column] == str(row_id)


def linked(session: Session, ids: Collection[int]) -> list[Linked]:
    """All live rows that point to one of these stakeholders, by table and id. One statement."""
    kinds = _kinds()
    width = max(len(_columns(model)) for model in kinds)
    parts = []
    for place, (model, columns) in enumerate(kinds.items()):
        texts = [sa.cast(getattr(model, name), sa.String) for name in _columns(model)]
        filled = [*texts, *[sa.cast(sa.null(), sa.String)] * (width - len(texts))]
        where = sa.or_(*(getattr(model, name).in_(ids) for name in columns)), model.trashed_by.is_(None)
        parts.append(sa.select(sa.literal(place).label("kind"), model.id.label("id"), *filled).where(*where))
    found = []
    models = list(kinds)
    for kind, row_id, *texts in session.execute(sa.union_all(*parts).order_by("kind", "id")):
        model = models[kind]
        said: dict[str, str | None] = dict(zip(_columns(model), map(_text, texts), strict=False))
        pointing = tuple(name for name in kinds[model] if said[name] in {str(each) for each in ids})
        found.append(Linked(model, row_id, said, pointing))
    return found


@cache
def _kinds() -> dict[type[Any], tuple[str, ...]]:
    """Each kind of row that can point to a stakeholder, with the columns by which it does."""
    kinds: dict[type[Any], tuple[str, ...]] = {}
    for model, column in links_to(Stakeholder):
        kinds[model] = (*kinds.get(model, ()), column.key)
    return kinds


def _columns(model: type[Any]) -> list[str]:
    return [column.key for column in sa.inspect(model).column_attrs if column.key not in OF_THE_ROW]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
