"""Every text that a person reads stands in each catalogue, whole."""

import ast
import io
import re
from pathlib import Path

import pytest
from babel.messages import mofile, pofile
from babel.messages.extract import extract_from_dir
from flask import Flask
from flask_babel import Babel

from components.participation_steps import steps
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


def written_texts(file: Path) -> set[str]:
    """The texts that a file hands to gettext, wherever they stand, inside f-strings too."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("_", "gettext", "ngettext")]
    return {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}


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


def test_no_text_hides_where_the_extractor_does_not_look():
    files = [file for folder in ("components", "dashboard", "pages") for file in (ROOT / folder).rglob("*.py")]
    assert sorted({text for file in files for text in written_texts(file)} - texts()) == []


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
        stored = {str(message.id): message.string for message in mofile.read_mo(file) if message.id}
    compiled.seek(0)
    written = {str(message.id): message.string for message in mofile.read_mo(compiled) if message.id}
    assert stored == written


def test_readers_of_german_read_the_titles_of_the_pyramid_in_its_authors_own_words():
    server = Flask(__name__)
    Babel(server)
    with server.test_request_context():
        titles = list(steps().values())
    german = {message.id: message.string for message in catalogue("de")}
    assert [german[step.users] for step in titles] == [step.users_german for step in titles]
    assert [german[step.staff] for step in titles if step.staff] == [step.staff_german for step in titles if step.staff]
