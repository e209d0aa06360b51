"""Coordinators read in the results what service users read in the form."""

import pytest
from flask_babel import force_locale

from app import server
from components.surveys.sentences import sentences, themes_that_did_not, themes_that_helped
from dashboard.respond.catalogue import languages
from data_layer.surveys.counting import SAYINGS, THEMES


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_words_are_those_of_the_form(language):
    words = languages()[language]
    with server.test_request_context(), force_locale(language):
        assert sentences() == {choice: words[f"say_{choice}"] for choice in SAYINGS}
        assert themes_that_helped() == {theme: words[f"helped_{theme}"] for theme in THEMES}
        assert themes_that_did_not() == {theme: words[f"did_not_help_{theme}"] for theme in THEMES}
