"""Every text that a person reads stands in each catalogue, whole."""

import io
import re
from pathlib import Path

import pytest
from babel.messages import mofile, pofile
from babel.messages.extract import extract_from_dir

from dashboard.language import CHOICES

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "dashboard" / "translations"
OTHERS = [language for language in CHOICES if language != "en"]
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]


def texts() -> set[str]:
    """The English texts in the program; of a text with a plural the singular."""
    found = set()
    for folder in ("components", "dashboard", "pages"):
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / folder, method_map=METHODS):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def catalogue(language: str):
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text)) - {"num"}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language):
    known = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogue(language)
        if message.string and all(message.string)
    }
    assert sorted(texts() - known) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_a_guess(language):
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_placeholders(language):
    wrong = []
    for message in catalogue(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = placeholders(" ".join(ids))
        if any(placeholders(string) != wanted for string in strings[-1:]) or any(placeholders(string) - wanted for string in strings):
            wrong.append(message.id)
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_the_written_one(language):
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue(language))
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.mo"
    with path.open("rb") as file:
        stored = {message.id: message.string for message in mofile.read_mo(file) if message.id}
    compiled.seek(0)
    written = {message.id: message.string for message in mofile.read_mo(compiled) if message.id}
    assert stored == written
