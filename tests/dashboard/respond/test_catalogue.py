"""The words of the form: a file for each language, each with all words."""

import re
import tomllib
from datetime import date

import pytest
from werkzeug.datastructures import LanguageAccept

from dashboard.respond import catalogue
from dashboard.respond.catalogue import FIRST, FOLDER, chosen, day_words, languages

FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
GAP = re.compile(r"{\w+}")
NOTHING = LanguageAccept()


def test_these_languages_are_there():
    assert set(FILES) >= {"en", "de", "sv", "uk", "ar"}


@pytest.mark.parametrize("code", FILES)
def test_a_language_has_all_words_and_no_others(code):
    assert set(FILES[code]) == set(FILES[FIRST])


@pytest.mark.parametrize("code", FILES)
def test_what_is_filled_in_is_the_same_in_each_language(code):
    assert {key: sorted(GAP.findall(words)) for key, words in FILES[code].items()} == {
        key: sorted(GAP.findall(words)) for key, words in FILES[FIRST].items()
    }


@pytest.mark.parametrize("code", sorted(set(FILES) - {FIRST}))
def test_nothing_was_left_in_english(code):
    assert [key for key, words in FILES[code].items() if words == FILES[FIRST][key] and key != "dir"] == []


@pytest.mark.parametrize("code", FILES)
def test_a_language_says_in_which_direction_it_is_written(code):
    assert FILES[code]["dir"] == ("rtl" if code in ("ar", "fa", "he", "ur") else "ltr")


def test_a_file_more_is_a_language_more(tmp_path, monkeypatch):
    for code, name in (("en", "English"), ("lt", "Lietuvių")):
        (tmp_path / f"{code}.toml").write_text(f'name = "{name}"\ndir = "ltr"\n' + ('title = "How much say?"\n' if code == "en" else ""))
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    languages.cache_clear()
    try:
        assert list(languages()) == ["en", "lt"]
        assert languages()["lt"]["title"] == "How much say?"
    finally:
        languages.cache_clear()


@pytest.mark.parametrize(
    ("asked", "own", "accepted", "language"),
    [
        ("sv", "de", [("ar", 1)], "sv"),
        (None, "de", [("ar", 1)], "de"),
        (None, "en", [("ar", 1)], "ar"),
        ("xx", "en", [("fr", 1), ("uk", 0.5)], "uk"),
        (None, "xx", [("fr", 1)], "en"),
        ("../de", "en", [], "en"),
    ],
)
def test_the_language_that_was_asked_for_goes_before_that_of_the_survey_and_the_browser(asked, own, accepted, language):
    assert chosen(asked, own, LanguageAccept(accepted)) == language


def test_a_day_is_written_as_the_language_does():
    day = date(2026, 12, 1)
    assert [day_words(day, code) for code in ("de", "sv", "xx")] == ["1. Dezember 2026", "1 december 2026", "2026-12-01"]
