"""What coordinators need beside the page of a link: its dialogs as pieces of a page, and a sheet of slips to print."""

from datetime import timedelta
from typing import Any

import segno
from flask import Blueprint, Response, abort, current_app, render_template, request
from flask_babel import gettext as _

from components.formats import vague_date
from components.surveys.sentences import sentences, themes_that_did_not, themes_that_helped
from components.vocabulary import labels
from dashboard.addresses import row_id
from dashboard.headers import nonce
from dashboard.permissions import Permission
from dashboard.respond.catalogue import FIRST, day_words, languages
from dashboard.respond.secret import address_of
from dashboard.security import actor, allowed
from data_layer.access import get_row, reading
from data_layer.clock import today
from data_layer.models import Event, MicroProject
from data_layer.problem import NotFound
from data_layer.projects.event import events_of
from data_layer.surveys.counting import BATCH, LONGEST
from data_layer.surveys.survey import MOST_DAYS, MOST_SLIPS, SurveyLine, survey_line

blueprint = Blueprint("ask", __name__)
USUAL = timedelta(days=28)


@blueprint.get("/ask/new")
def new() -> Any:
    """The dialog for a new link about the micro project or event that the query names."""
    _require_coordinator()
    try:
        with reading(actor()) as session:
            subjects = _subjects(session)
    except NotFound:
        abort(404)
    return render_template(
        "ask.html",
        subjects=subjects,
        stages=labels("stage"),
        languages=languages(),
        language=FIRST,
        first=today(),
        ends=today() + USUAL,
        last=today() + timedelta(days=MOST_DAYS),
        most=MOST_SLIPS,
    )


@blueprint.get("/ask/<number>/change")
def change(number: str) -> Any:
    """The dialog for the last day of a link, and for taking it back."""
    return render_template("ask_change.html", line=_line(number), last=today() + timedelta(days=MOST_DAYS))


@blueprint.get("/ask/<number>/paper")
def paper(number: str) -> Any:
    """The dialog for answers on paper."""
    themes = {"helped": (_("What helped?"), themes_that_helped()), "did_not_help": (_("What did not help?"), themes_that_did_not())}
    return render_template("ask_paper.html", line=_line(number), sentences=sentences(), themes=themes, least=BATCH, limit=LONGEST)


@blueprint.get("/ask/<number>/slips")
def slips(number: str) -> Any:
    """A sheet to print: one slip for each address."""
    line = _line(number)
    if not line.slips:
        abort(404)
    language = line.language if line.language in languages() else FIRST
    sheet = [_slip(line, slip) for slip in range(1, line.slips + 1)]
    text = render_template(
        "ask_slips.html",
        line=line,
        slips=sheet,
        words=languages()[language],
        language=language,
        until=day_words(line.ends, language),
        day=vague_date(line.ends, line.ends),
        nonce=nonce(),
    )
    return Response(text, mimetype="text/html")


def _slip(line: SurveyLine, slip: int) -> dict[str, str]:
    address = address_of(line.id, line.made_at, slip)
    return {"address": address, "code": segno.make(address, error="m").svg_data_uri(border=0)}


def _subjects(session: Any) -> list[tuple[str, str]]:
    """What the link can be about: (value, words), the one that the query names first; a micro project comes with its events."""
    project, meeting = (request.args.get(name) for name in ("micro_project", "event"))
    if meeting is not None:
        row = get_row(session, Event, row_id(meeting))
        return [(f"event/{row.id}", row.title)]
    if project is None:
        abort(404)
    found = get_row(session, MicroProject, row_id(project))
    return [(f"micro_project/{found.id}", found.name), *((f"event/{event.id}", event.title) for event in events_of(session, found.id))]


def _line(number: str) -> SurveyLine:
    _require_coordinator()
    try:
        with reading(actor()) as session:
            return survey_line(session, row_id(number), default_zone=str(current_app.config["SETTINGS"].time_zone))
    except NotFound:
        return abort(404)


def _require_coordinator() -> None:
    if not allowed(Permission.DATA_EDIT):
        abort(403)
