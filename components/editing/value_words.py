"""The value of a field in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from flask_babel import format_decimal
from flask_babel import gettext as _

from components.formats import listing, number, vague_date
from components.vocabulary import label

Names = Mapping[tuple[str, int], str]
DAYS = 2


class FieldLike(Protocol):
    """A field as `data_layer.editing.tables` describes it; `kind` is one of its codes."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def vocabulary(self) -> str: ...
    @property
    def target(self) -> str: ...


class Parts(Protocol):
    """What a row is called: (field, value) each, a link's value being the name of the row that it points to."""

    @property
    def parts(self) -> Sequence[tuple[str, Any]]: ...


def value_words(field: FieldLike, value: Any, days: tuple[date | None, date | None] | None, names: Names) -> str:
    """A value as people read it; `days` are those of a vague day, `names` what the rows are called that links point to."""
    if value is None or value == []:
        return _("unknown")
    if days is not None:
        return vague_date(*days)
    if field.kind == "link":
        return names.get((field.target, value), _("something that is not there any more"))
    if field.kind == "codes":
        return listing([label(field.vocabulary, code) for code in value])
    if field.kind == "choice":
        return label(field.vocabulary, value)
    if field.kind == "yes_no":
        return _("yes") if value else _("no")
    if field.kind == "money":
        return str(format_decimal(value, format="#,##0.00"))
    return number(value) if field.kind == "number" else str(value)


def title_words(fields: Mapping[str, FieldLike], title: Parts) -> str:
    """What a row is called, in words."""
    words = [_part(fields.get(name), value) for name, value in title.parts]
    return " · ".join(word for word in words if word) or _("without a name")


def _part(field: FieldLike | None, value: Any) -> str:
    if field is not None and field.vocabulary and isinstance(value, str):
        return label(field.vocabulary, value)
    return str(value)
