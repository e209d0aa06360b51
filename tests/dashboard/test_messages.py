"""Every code of a Problem has a sentence in every language."""

import ast
from datetime import date
from pathlib import Path

import pytest
from flask_babel import force_locale

from app import server
from dashboard.language import CHOICES
from dashboard.messages import SENTENCES, sentence
from data_layer.problem import Problem

ROOT = Path(__file__).parents[2]
WORDS = "allowed answers beside columns days email fault file found high least length limit line low most n name path period phase place point role seconds text top value years"
DAYS = {"start": date(2017, 1, 1), "due": date(2016, 1, 1), "end": date(2016, 1, 1), "first": date(2017, 1, 1), "last": date(2016, 1, 1)}
NAMES = {"missing": "explore", "others": "assessment", "fields": "pilot"}
VALUES = dict.fromkeys(WORDS.split(), "x") | DAYS | NAMES


def codes_in_code() -> set[str]:
    """Every first argument of Problem(...) in the project."""
    found = set()
    for folder in ("data_layer", "dashboard", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and isinstance(node.args[0], ast.Constant):
                    found.add(node.args[0].value)
    return found


def test_every_code_has_a_sentence():
    assert codes_in_code() - set(SENTENCES) == set()


@pytest.mark.parametrize("language", CHOICES)
@pytest.mark.parametrize("code", SENTENCES)
def test_the_sentence_is_one_and_complete(code, language):
    with server.test_request_context(), force_locale(language):
        text = sentence(Problem(code, "field", **VALUES))
    assert text.endswith(".")
    assert "%(" not in text


@pytest.mark.parametrize("code", SENTENCES)
def test_the_german_sentence_is_not_the_english_one(code):
    with server.test_request_context():
        with force_locale("en"):
            english = sentence(Problem(code, "field", **VALUES))
        with force_locale("de"):
            german = sentence(Problem(code, "field", **VALUES))
    assert english != german


def test_dates_stand_in_the_readers_form():
    with server.test_request_context(), force_locale("en"):
        assert "Jan 1, 2017" in sentence(Problem("ends_before_start", "end", **VALUES))
