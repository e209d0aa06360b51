"""What stands in a cell, as a value of our field."""

import math
import re
from functools import lru_cache

from babel import Locale

from data_layer.editing.tables import Field, FieldKind
from data_layer.editing.values import Value
from data_layer.files.words import NO, YES, code_of, plain
from data_layer.imports.form import DAYS, NUMBERS, SLASHED, TWO_WAYS, Form, bare
from data_layer.problem import Problem

SEVERAL = re.compile(r"[|;,]")
ISO_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})", re.ASCII)
YEARS = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})", re.ASCII)
WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*", re.ASCII)
DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+([/?#].*)?", re.ASCII)
COUNTRY_CODE = re.compile(r"[A-Z]{2}")
# As Eurostat and many lists write them.
OTHER_COUNTRY_CODES = {"UK": "GB", "EL": "GR"}
CODE_FIRST = re.compile(r"([A-Z]{2})(?=\s|$)")


def cell_value(table: str, field: Field, text: str, form: Form | None) -> Value:
    """The value that a cell means, as `editing.values.parsed` takes it; what is not understood is given on as it stands."""
    if not text:
        return None
    if field.kind in DAYS:
        return day_value(text, form)
    if field.kind in NUMBERS:
        return number_value(text, form)
    if field.kind is FieldKind.CHOICE:
        return text if text in field.codes else code_of(f"{table}.{field.name}", text) or _plain_code(field, text)
    if field.kind is FieldKind.CODES:
        return [_plain_code(field, part) for part in SEVERAL.split(text) if part.strip()]
    if field.kind is FieldKind.YES_NO:
        return "yes" if plain(text) in YES else "no" if plain(text) in NO else text
    return _text_value(field, text)


def _plain_code(field: Field, text: str) -> str:
    wanted = plain(text)
    return next((code for code in field.codes if plain(code) == wanted), text.strip())


def _text_value(field: Field, text: str) -> str:
    if field.name == "website" and DOMAIN.fullmatch(text):
        return f"https://{text}"
    if field.name != "country":
        return text
    code = country_code(text)
    if not COUNTRY_CODE.fullmatch(code):
        raise Problem("country", value=text)
    return code


def day_value(text: str, form: Form | None) -> str:
    """A date as `data_layer.days` reads it; Problem("date_two_ways") where day and month could be exchanged."""
    if found := ISO_SLASHED.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if found := YEARS.fullmatch(text):
        return f"{found[1]}/{found[2]}"
    if found := WITH_TIME.fullmatch(text):
        return found[1]
    if found := SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if form is None and first != second and first <= 12 and second <= 12:
            raise Problem("date_two_ways", value=text)
        day, month = (second, first) if form is Form.MDY or (form is None and second > 12) else (first, second)
        return f"{found[3]}-{month:02}-{day:02}"
    return text


def number_value(text: str, form: Form | None) -> str:
    """A number or amount with a decimal point and no other sign; Problem("number_two_ways") for "1.234" in a column that tells nothing."""
    number = bare(text)
    if TWO_WAYS.fullmatch(number) and form is None:
        raise Problem("number_two_ways", value=text)
    if form is Form.COMMA or (form is None and number.rfind(",") > number.rfind(".") and number.count(",") == 1):
        number = number.replace(".", "").replace(",", ".")
    else:
        number = number.replace(",", "")
    whole, point, rest = number.partition(".")
    return whole if point and not rest.strip("0") else number


def place_value(text: str) -> float:
    """A place in the picture; Problem("unreadable") where it is no number."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise Problem("unreadable", value=text) from None
    if not math.isfinite(number) or abs(number) > 1_000_000:
        raise Problem("unreadable", value=text)
    return number


def country_code(text: str) -> str:
    """The two letters of a country that is named in English or German, or by letters that other lists use; else the text."""
    if found := CODE_FIRST.match(text):
        return OTHER_COUNTRY_CODES.get(found[1], found[1])
    return _countries().get(text.casefold().strip(), text)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    named = {
        name.casefold(): code
        for language in ("de", "en")
        for code, name in Locale(language).territories.items()
        if COUNTRY_CODE.fullmatch(code)
    }
    return named | {"england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "usa": "US"}
