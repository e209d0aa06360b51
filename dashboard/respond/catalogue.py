"""The words of the form, one file for each language; a file that is put there is a language more."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from babel import UnknownLocaleError
from babel.dates import format_date
from werkzeug.datastructures import LanguageAccept

FOLDER = Path(__file__).parent / "languages"
FIRST = "en"

Words = Mapping[str, str]


@cache
def languages() -> Mapping[str, Words]:
    """Code -> words, English first, then by the name of the language in itself. What a file leaves out is said in English."""
    found = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
    complete = {code: {**found[FIRST], **words} for code, words in found.items()}
    return dict(sorted(complete.items(), key=lambda item: (item[0] != FIRST, item[1]["name"].casefold())))


def chosen(asked: str | None, own: str, accepted: LanguageAccept) -> str:
    """The language to answer in: the one that was asked for, else what the browser prefers, else that of the survey, else English.

    A survey in another language than English was made so on purpose and goes before the browser.
    """
    if asked in languages():
        return str(asked)
    if own in languages() and own != FIRST:
        return own
    return accepted.best_match(list(languages())) or FIRST


def day_words(day: date, language: str) -> str:
    """A day as it is written in the language; in ISO form where nobody knows how."""
    try:
        return format_date(day, format="long", locale=language)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()
