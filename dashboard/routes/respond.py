"""The form for service users: no account, no script, no cookie; nothing of who sends it is looked at."""

import logging
import secrets
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, abort, current_app, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from dashboard.headers import nonce
from dashboard.respond.catalogue import FIRST, chosen, day_words, languages
from dashboard.respond.secret import form_hash, is_genuine, new_form_key, read_link, slip_hash
from dashboard.respond.sent import EMPTY, LARGEST, Fault, Sent, doubtful, faults_of, read_form
from dashboard.respond.throttle import Throttle
from data_layer.door import Door
from data_layer.surveys.answering import Asked, Taken, asked, is_used, respondent, take_answer
from data_layer.surveys.counting import LONGEST, THEMES

blueprint = Blueprint("respond", __name__)
log = logging.getLogger("len")
FORM = "application/x-www-form-urlencoded"
throttle = Throttle(most=60, seconds=60)


@dataclass(frozen=True, slots=True)
class Opened:
    """A genuine address: what it asks, for which slip (0: for everybody)."""

    token: str
    slip: int
    asked: Asked


@blueprint.get("/respond/<token>")
def show(token: str) -> Any:
    """The first question; 404 for an address that we did not make."""
    opened = _open(token)
    language = _language(request.args.get("language"), opened)
    used = slip_hash(token) if opened is not None and opened.slip else None
    return _shut(opened, language, used) or _ask(_known(opened), replace(EMPTY, key=new_form_key(token)), language)


@blueprint.post("/respond/<token>")
def answer(token: str) -> Any:
    """Go on to the other question, or take the answer; everything that was said comes back with the page."""
    if request.mimetype != FORM or (request.content_length or 0) > LARGEST:
        abort(400)
    sent, opened = read_form(request.form), _open(token)
    language = _language(sent.language, opened)
    used = form_hash(token, opened.slip, sent.key) if opened is not None else None
    shut = _shut(opened, language, used)
    if shut is not None:
        return shut
    if used is None:
        abort(400)
    return _next(_known(opened), sent, language, used)


def _next(opened: Opened, sent: Sent, language: str, used: str) -> Any:
    if sent.go == "":  # another language
        return _ask(opened, sent, language)
    if sent.go == "back":
        return _ask(opened, replace(sent, at=1), language)
    if not sent.say:
        return _ask(opened, replace(sent, at=1), language, problem="choose")
    if sent.at == 1:
        return _ask(opened, replace(sent, at=2), language)
    faults = faults_of(sent)
    if faults:
        return _ask(opened, sent, language, problem="mend", faults=faults)
    if not throttle.lets(opened.asked.id):
        return _ask(opened, sent, language, problem="busy_text", status=429)
    return _take(opened, sent, language, used)


def _take(opened: Opened, sent: Sent, language: str, used: str) -> Any:
    with respondent(write=True) as session:
        taken = take_answer(session, opened.asked.id, used, sent.answer(), default_zone=_zone())
    if taken is Taken.CLOSED:
        return _shut(_open(opened.token), language, None)
    return _message("thanks" if taken is Taken.KEPT else "used", language)


def _open(token: str) -> Opened | None:
    link = read_link(token)
    if link is None:
        return None
    with respondent() as session:
        found = asked(session, link.survey_id, default_zone=_zone())
    return Opened(token, link.slip, found) if found is not None and is_genuine(link, found.made_at, found.slips) else None


def _known(opened: Opened | None) -> Opened:
    return opened if opened is not None else abort(404)


def _shut(opened: Opened | None, language: str, used: str | None) -> Response | None:
    """The page that says why there is no form here; None where there is one. `used`: what would be kept of this form."""
    if opened is None:
        return _message("forged", language, 404)
    if used is not None:
        with respondent() as session:
            if is_used(session, opened.asked.id, used):
                return _message("used", language)
    if opened.asked.door is Door.OPEN:
        return None
    return _message(str(opened.asked.door), language, date=day_words(opened.asked.ends, language))


def _language(wanted: str | None, opened: Opened | None) -> str:
    return chosen(wanted, opened.asked.language if opened is not None else FIRST, request.accept_languages)


def _zone() -> str:
    return str(current_app.config["SETTINGS"].time_zone)


def _ask(
    opened: Opened, sent: Sent, language: str, *, problem: str | None = None, faults: dict[str, Fault] | None = None, status: int = 200
) -> Response:
    return _page(
        "respond/say.html" if sent.at == 1 else "respond/helped.html",
        language,
        status,
        sent=sent,
        asked=opened.asked,
        until=day_words(opened.asked.ends, language),
        problem=languages()[language][problem] if problem else None,
        faults=faults or {},
        doubtful=doubtful(sent),
        themes=THEMES,
        limit=LONGEST,
    )


def _message(name: str, language: str, status: int = 200, **values: str) -> Response:
    words = languages()[language]
    return _page("respond/message.html", language, status, title=words[name], text=words.get(f"{name}_text", "").format(**values))


def _page(template: str, language: str, status: int, **values: Any) -> Response:
    """A page of ours. Not by Flask's own way, which looks at who is signed in."""
    page = current_app.jinja_env.get_template(template)
    text = page.render(language=language, words=languages()[language], languages=languages(), path=request.path, nonce=nonce(), **values)
    response = Response(text, status=status, mimetype="text/html")
    # Stricter than elsewhere, and in words that old telephones understand.
    rules = ("default-src 'none'", f"style-src 'nonce-{nonce()}'", "img-src data:", "form-action 'self'", "base-uri 'none'")
    response.headers["Content-Security-Policy"] = "; ".join((*rules, "frame-ancestors 'none'"))
    return response


@blueprint.errorhandler(HTTPException)
def refuse(error: HTTPException) -> Response:
    """What our form cannot have sent."""
    status = error.code or 500
    return _message("forged" if status == 404 else "broken", _language(None, None), status)


@blueprint.errorhandler(SQLAlchemyError)
def away(error: SQLAlchemyError) -> Response:
    """The database does not answer; the log keeps a number, and nothing of what was sent."""
    log.error("incident %s, 503 at %s", secrets.token_hex(4), request.endpoint, exc_info=error)
    language = _language(None, None)
    return _page("respond/message.html", language, 503, title=languages()[language]["broken"], text=languages()[language]["away"])
