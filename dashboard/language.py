"""Which language a request is answered in."""

from flask import Flask, request, session
from flask_babel import Babel
from flask_login import current_user

from data_layer.vocabulary import Language

CHOICES = [str(language) for language in Language]


def add_languages(server: Flask, *, time_zone: str) -> None:
    """Choose per request: the account's language, else the one picked on the log-in page, else what the browser asks for."""
    server.config["BABEL_TRANSLATION_DIRECTORIES"] = "dashboard/translations"
    Babel(server, locale_selector=language, timezone_selector=lambda: time_zone)


def language() -> str:
    """The code of the language of this request."""
    if current_user and current_user.is_authenticated and current_user.actor.language:
        return str(current_user.actor.language)
    picked = session.get("language")
    return picked if picked in CHOICES else request.accept_languages.best_match(CHOICES) or Language.ENGLISH
