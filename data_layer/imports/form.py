"""How a column writes its dates and numbers, told from all its values; a person is asked where they tell nothing."""

import re
from collections.abc import Iterable
from enum import StrEnum

from data_layer.editing.tables import FieldKind

SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
NUMBER = re.compile(r"[-+]?[\d.,]+", re.ASCII)
# One sign with three digits behind it and at most three before it: thousands or thousandths.
TWO_WAYS = re.compile(r"[-+]?\d{1,3}[.,]\d{3}", re.ASCII)
NOISE = re.compile("[\\s'\u2019\u00a0\u202f\u20ac\u00a3$]|[A-Z]{3}")
DAYS = frozenset({FieldKind.DAY, FieldKind.VAGUE_DAY})
NUMBERS = frozenset({FieldKind.MONEY, FieldKind.NUMBER})


class Form(StrEnum):
    """05/06/2014 is the fifth of June (`dmy`) or the sixth of May (`mdy`); 1.234 has a decimal point, or a comma stands there."""

    DMY = "dmy"
    MDY = "mdy"
    COMMA = "comma"
    POINT = "point"


CHOICES = {**dict.fromkeys(DAYS, (Form.DMY, Form.MDY)), **dict.fromkeys(NUMBERS, (Form.COMMA, Form.POINT))}


def form_of(kind: FieldKind, values: Iterable[str]) -> tuple[Form | None, tuple[str, ...]]:
    """The form of a column's values, and, where it cannot be told, the values that could be read in two ways (else none)."""
    if kind in DAYS:
        return _day_form(values)
    return _number_form(values) if kind in NUMBERS else (None, ())


def _day_form(values: Iterable[str]) -> tuple[Form | None, tuple[str, ...]]:
    dates = [(text, int(found[1]), int(found[2])) for text in values if (found := SLASHED.fullmatch(text.strip()))]
    day_first, month_first = any(first > 12 for _t, first, _s in dates), any(second > 12 for _t, _f, second in dates)
    if not dates or day_first != month_first:
        return (Form.DMY if day_first else Form.MDY if month_first else None), ()
    return None, tuple(text for text, first, second in dates if first <= 12 and second <= 12 and first != second)


def _number_form(values: Iterable[str]) -> tuple[Form | None, tuple[str, ...]]:
    unclear, told = [], set()
    for text in values:
        plain = bare(text)
        if not NUMBER.fullmatch(plain):
            continue
        if TWO_WAYS.fullmatch(plain):
            unclear.append(text)
        else:
            told.add(_decimal_sign(plain))
    told.discard(None)
    form = told.pop() if len(told) == 1 else None
    return form, tuple(unclear) if form is None else ()


def _decimal_sign(plain: str) -> Form | None:
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        return Form.COMMA if plain.rindex(",") > plain.rindex(".") else Form.POINT
    if points > 1 or commas > 1:
        return Form.COMMA if points else Form.POINT
    if points or commas:
        return Form.POINT if points else Form.COMMA
    return None


def bare(text: str) -> str:
    """A number without blanks, signs and letters of currencies."""
    return NOISE.sub("", text)
