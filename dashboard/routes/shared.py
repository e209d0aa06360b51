"""A release through a link: no account, no script; a password, and nothing but what the release stores."""

import logging
import secrets
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, request
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from components.formats import number, vague_date
from components.releases.figure_words import hidden_words
from components.releases.figures import figure_blocks
from components.releases.stored_blocks import count_blocks, list_blocks
from components.releases.stored_words import counts_people
from components.releases.story import quotes_alone, stories
from components.releases.story_view import stories_question, stories_rule, words_question, words_rule
from dashboard.headers import nonce
from dashboard.language import CHOICES
from dashboard.messages import sentence
from dashboard.shared.files import FILES, file_words, made
from dashboard.shared.unlocked import form_key, is_own_form, is_unlocked, lock, unlock
from data_layer.door import Door
from data_layer.problem import Problem
from data_layer.releases.link import SharedLink
from data_layer.releases.message import LONGEST
from data_layer.releases.shared import opens, shared_link, shared_release, tell
from data_layer.vocabulary import Language

blueprint = Blueprint("shared", __name__)
log = logging.getLogger("len")
FORM = "application/x-www-form-urlencoded"
LARGEST = 24_000
LONGEST_PASSWORD = 1000
FIELDS = {"open": {"do", "password"}, "say": {"do", "key", "words"}, "close": {"do", "key"}}


@blueprint.get("/shared/<token>")
def show(token: str) -> Any:
    """The question for the password, or the release; 404 for an address that we did not make."""
    with force_locale(_language()):
        link = _find(token)
        if link is None or link.door is not Door.OPEN:
            return _shut(link)
        return _report(link) if is_unlocked(link) else _ask()


@blueprint.get("/shared/<token>/<name>")
def carry(token: str, name: str) -> Any:
    """The release on paper or as data, for the browser that gave the password."""
    if name not in FILES:
        abort(404)
    with force_locale(_language()):
        link = _find(token)
        if link is None or link.door is not Door.OPEN:
            return _shut(link)
        if not is_unlocked(link):
            return redirect(request.path.rpartition("/")[0], 303)
        try:
            return made(name, shared_release(link))
        except Problem as problem:
            return _message(_("That did not work"), sentence(problem), 503)


@blueprint.post("/shared/<token>")
def act(token: str) -> Any:
    """Take the password, take a message, or close the page again."""
    form = request.form
    if request.mimetype != FORM or (request.content_length or 0) > LARGEST or set(form) != FIELDS.get(form.get("do", "")):
        abort(400)
    with force_locale(_language()):
        link = _find(token)
        return _shut(link) if link is None or link.door is not Door.OPEN else _act(link)


def _act(link: SharedLink) -> Any:
    form = request.form
    if form["do"] == "open":
        return _open(link, form["password"][:LONGEST_PASSWORD])
    if not is_unlocked(link) or not is_own_form(link, form["key"]):
        return _ask(_("Give the password again: this page was open for a while."))
    return _close() if form["do"] == "close" else _say(link, form["words"])


def _open(link: SharedLink, password: str) -> Any:
    try:
        good = opens(link, password, address=request.remote_addr or "")
    except Problem as problem:
        return _ask(sentence(problem), 429)
    if not good:
        return _ask(_("This is not the password of this link. Check it and try again."))
    response = _again()
    unlock(response, link)
    return response


def _close() -> Any:
    response = _again()
    lock(response)
    return response


def _say(link: SharedLink, words: str) -> Any:
    try:
        tell(link, words)
    except Problem as problem:
        return _report(link, problem=sentence(problem), words=words)
    return _again("said")


def _again(said: str | None = None) -> Any:
    """The same address, asked for anew, so that going back or loading again sends nothing twice."""
    language = request.args.get("language")
    query = "&".join([*([f"language={language}"] if language in CHOICES else []), *([f"{said}=1"] if said else [])])
    return redirect(f"{request.path}?{query}" if query else request.path, 303)


def _find(token: str) -> SharedLink | None:
    return shared_link(token, time_zone=str(current_app.config["SETTINGS"].time_zone))


def _shut(link: SharedLink | None) -> Response:
    """The page that says why there is nothing to read: what is behind an address is told to nobody who only guesses."""
    if link is None:
        return _message(_("We do not know this link"), _("Perhaps a part of it is missing. Ask the person who gave it to you."), 404)
    if link.door is Door.ENDED:
        day = vague_date(link.ends, link.ends)
        return _message(_("This link has ended"), _("It could be opened until %(day)s. Ask the person who gave it to you.", day=day))
    return _message(_("This link is no longer in use"), _("It was withdrawn. Ask the person who gave it to you for another one."))


def _report(link: SharedLink, *, problem: str | None = None, words: str = "") -> Response:
    release = shared_release(link)
    tables = release.tables
    stamp = [
        (_("Release"), release.title),
        (_("As of"), vague_date(release.as_of, release.as_of)),
        *([(_("Period"), vague_date(*release.period))] if release.period != (None, None) else []),
        (_("Networks"), number(len(tables.networks))),
        (_("Micro projects"), number(tables.micro_projects)),
        (_("Counts of people"), _("under 10 not shown, others rounded to 5") if counts_people(tables) else _("none in this release")),
    ]
    blocks = [*count_blocks(tables), *figure_blocks(tables.figures), *list_blocks(tables)]
    return _page(
        "shared/report.html",
        stamp=stamp,
        sample=release.sample,
        blocks=blocks,
        hidden=hidden_words() if any(block.has_hidden for block in blocks) else None,
        stories=stories(tables.told, release.words),
        quotes=quotes_alone(tables.told, release.words),
        told={"stories": (stories_question(), stories_rule()), "words": (words_question(), words_rule())},
        files=file_words(),
        ends=vague_date(link.ends, link.ends),
        key=form_key(link),
        problem=problem,
        words=words,
        said="said" in request.args,
        limit=LONGEST,
    )


def _ask(problem: str | None = None, status: int = 200) -> Response:
    return _page("shared/ask.html", status, problem=problem)


def _message(title: str, text: str, status: int = 200) -> Response:
    return _page("shared/message.html", status, title=title, text=text)


def _page(template: str, status: int = 200, **values: Any) -> Response:
    """A page of ours. Not by Flask's own way, which looks at who is signed in."""
    page = current_app.jinja_env.get_template(template)
    text = page.render(language=_language(), path=request.path, nonce=nonce(), **values)
    response = Response(text, status=status, mimetype="text/html")
    rules = ("default-src 'none'", f"style-src 'nonce-{nonce()}'", "img-src data:", "form-action 'self'", "base-uri 'none'")
    response.headers["Content-Security-Policy"] = "; ".join((*rules, "frame-ancestors 'none'"))
    return response


def _language() -> str:
    """What the reader picked on the page, else what the browser prefers."""
    picked = request.args.get("language")
    return picked if picked in CHOICES else request.accept_languages.best_match(CHOICES) or Language.ENGLISH


@blueprint.errorhandler(HTTPException)
def refuse(error: HTTPException) -> Response:
    """What our page cannot have sent."""
    with force_locale(_language()):
        text = _("The browser sent something that we could not read. Go back and try again.")
        return _message(_("That did not work"), text, error.code or 500)


@blueprint.errorhandler(SQLAlchemyError)
def away(error: SQLAlchemyError) -> Response:
    """The database does not answer; the log keeps a number, and nothing of the address."""
    log.error("incident %s, 503 at %s", secrets.token_hex(4), request.endpoint, exc_info=error)
    with force_locale(_language()):
        return _message(_("That did not work"), _("The database does not answer at the moment. Try again in a minute."), 503)
