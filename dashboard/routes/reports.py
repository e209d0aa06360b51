"""A release to carry away: on paper and as data, in the language of the reader, with nothing that the page does not have."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, abort, request
from flask_babel import gettext as _

from components.releases.tables import Outcomes, Word
from dashboard.addresses import row_id
from dashboard.messages import sentence
from dashboard.permissions import Permission
from dashboard.reports.data import csv, xlsx
from dashboard.reports.document import TEMPLATES, document
from dashboard.reports.setting import set_pdf
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.problem import NotFound, Problem
from data_layer.releases.outcome import get_outcomes
from data_layer.releases.word import words_of

blueprint = Blueprint("reports", __name__)
PDF, CSV = "application/pdf", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DEFAULT = "full"
TRY_AGAIN_SECONDS = 5


@blueprint.get("/outcomes/<number>/report.pdf")
def report(number: str) -> Any:
    """The release set by a template: 400 for one that is not there, 503 with a sentence while others wait for theirs."""
    asked = request.args.get("template", DEFAULT)
    template = next((each for each in TEMPLATES if each == asked), None)
    outcomes, words = _release(number)
    if template is None or set(request.args) - {"template"}:
        abort(400)
    return _paper(lambda: set_pdf(document(outcomes, template, words)), _name(outcomes, f"{template}.pdf"))


@blueprint.get("/outcomes/<number>/data.xlsx")
def workbook(number: str) -> Any:
    """The figures as a workbook."""
    outcomes, words = _release(number)
    return _file(xlsx(outcomes, words), XLSX, _name(outcomes, "data.xlsx"))


@blueprint.get("/outcomes/<number>/data.csv")
def comma_separated(number: str) -> Any:
    """The figures as one CSV file."""
    outcomes, words = _release(number)
    return _file(csv(outcomes, words), CSV, _name(outcomes, "data.csv"))


def _release(number: str) -> tuple[Outcomes, Sequence[Word]]:
    """The release with its words; 403 for a role that reads none, 404 where it is not there or not for this account."""
    if not allowed(Permission.RELEASE_READ):
        abort(403)
    try:
        with reading(actor()) as session:
            outcomes = get_outcomes(session, row_id(number))
            return outcomes, words_of(session, outcomes.id)
    except NotFound:
        abort(404)


def _name(outcomes: Outcomes, what: str) -> str:
    """A name that every system takes: what, and of which day."""
    kind = _("report")
    return f"{kind}-{outcomes.as_of.isoformat()}-{what}"


def _paper(make: Callable[[], bytes], name: str) -> Response:
    try:
        return _file(make(), PDF, name)
    except Problem as problem:
        return Response(sentence(problem), 503, {"Retry-After": str(TRY_AGAIN_SECONDS)}, mimetype="text/plain")


def _file(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
