"""Files on their way in: reading them, saying where columns go, mending rows, bringing all in. Each answers where to go on."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Blueprint, abort, jsonify, request
from sqlalchemy.orm import Session

from dashboard.addresses import row_id
from dashboard.messages import sentence
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import get_row, reading, writing
from data_layer.files.limits import MOST_BYTES
from data_layer.files.reading import read_file
from data_layer.files.source import joined
from data_layer.imports.answer import with_columns, with_rows
from data_layer.imports.apply import apply
from data_layer.imports.draft import Draft, choose, drop_draft, get_draft, keep_draft, version_of
from data_layer.imports.plan import Plan
from data_layer.imports.preview import preview, state
from data_layer.models import Network
from data_layer.problem import NotFound, Problem

PATH = "/data/import"
UPLOAD = f"{PATH}/file"
# What stands around the files in the body of a form.
AROUND = 64 * 1024
MOST_FILES = 5
# So often is compared anew, while others can write, what they change meanwhile.
ATTEMPTS = 3

blueprint = Blueprint("imports", __name__, url_prefix=PATH)


@blueprint.before_app_request
def take_larger_bodies() -> None:
    """Files are larger than anything else that people send; what is too large even so is refused before it is read."""
    if request.path == UPLOAD:
        request.max_content_length = MOST_BYTES + AROUND


def editing(view: Callable[[], str]) -> Callable[[], Any]:
    """For those who may edit. The view gives the address to go on to; a Problem is told as its sentence."""

    @wraps(view)
    def checked() -> Any:
        if not allowed(Permission.DATA_EDIT):
            abort(403)
        try:
            return jsonify(go=view(), problem=None)
        except NotFound:
            return abort(404)
        except Problem as problem:
            return jsonify(go=None, problem=sentence(problem))

    return checked


@blueprint.post("/file", endpoint="file")
@editing
def take_file() -> str:
    """Read one file, or several that belong together, and keep what they hold."""
    person = actor()
    network_id = _network()
    files = request.files.getlist("file")
    if len(files) > MOST_FILES:
        raise Problem("file_many", most=MOST_FILES)
    sent = [(file.filename or "", file.read()) for file in files]
    if not sent or not any(data for _name, data in sent):
        raise Problem("file_empty")
    read = joined([read_file(data, name) for name, data in sent])
    with writing(person) as session:
        keep_draft(session, person.account_id, ", ".join(name for name, _data in sent), read, network_id=network_id)
    return PATH


@blueprint.post("/columns", endpoint="columns")
@editing
def choose_columns() -> str:
    """Say where the file goes, and where its columns go."""
    person, network_id = actor(), _network()
    with writing(person) as session:
        draft = get_draft(session, person.account_id)
        choices = with_columns(draft.read, draft.choices, request.form, network_id=network_id)
        choose(session, person.account_id, draft, choices)
    return PATH


@blueprint.post("/rows", endpoint="rows")
@editing
def mend_rows() -> str:
    """Keep corrections of cells, and who is whom."""
    person = actor()
    with writing(person) as session:
        draft = get_draft(session, person.account_id)
        choices = with_rows(draft.read, draft.choices, request.form)
        if "new_by_default" in request.form:
            choices = replace(choices, new_by_default=True)
        choose(session, person.account_id, draft, choices)
    return f"{PATH}?show=refused"


@blueprint.post("/apply", endpoint="apply")
@editing
def bring_in() -> str:
    """Do what the preview showed, in one action; nothing where it would not be the same any more.

    Thousands of rows are compared while others can read and write. Only where somebody changed the network each time meanwhile, they are
    compared once more while nobody else can write.
    """
    person = actor()
    for _attempt in range(ATTEMPTS):
        with reading(person) as session:
            draft = get_draft(session, person.account_id)
            seen, compare = state(session, draft.choices), preview(session, draft)
        planned = _as_shown(compare())
        with writing(person) as session:
            _check_same(session, draft)
            if state(session, draft.choices) == seen:
                return _applied(session, planned)
    with writing(person) as session:
        draft = get_draft(session, person.account_id)
        return _applied(session, _as_shown(preview(session, draft)()))


def _as_shown(planned: Plan) -> Plan:
    """The plan, if it is the one that the form was made for."""
    if any(question.open for question in planned.questions):
        raise Problem("import_questions")
    if request.form.get("seal") != planned.seal():
        raise Problem("import_changed")
    return planned


def _check_same(session: Session, draft: Draft) -> None:
    if version_of(session, actor().account_id) != (draft.id, draft.version):
        raise Problem("import_changed")


def _applied(session: Session, planned: Plan) -> str:
    action_id = apply(session, planned)
    if action_id is None:
        raise Problem("import_nothing")
    drop_draft(session, actor().account_id)
    return f"{PATH}?done={action_id}"


@blueprint.post("/cancel", endpoint="cancel")
@editing
def cancel() -> str:
    """Forget the file."""
    person = actor()
    with writing(person) as session:
        drop_draft(session, person.account_id)
    return PATH


def _network() -> int | None:
    """The LEN that the form names, looked for among those that the account may see; NotFound for another."""
    text = request.form.get("network", "")
    if not text:
        return None
    with reading(actor()) as session:
        return get_row(session, Network, row_id(text)).id
