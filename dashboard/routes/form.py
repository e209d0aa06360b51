"""The one form for rows of every table, as a piece of a page that a dialog shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from components.editing.form import Form, form, move_form, origin_kinds
from components.editing.table_words import row_kind, rows_in_words
from components.editing.value_words import title_words
from components.formats import listing
from components.projects.missing_words import missing_source, missing_words
from components.vocabulary import label
from dashboard.addresses import row_id
from dashboard.messages import sentence
from dashboard.permissions import CATALOGUE, Permission
from dashboard.security import actor, allowed, may_edit
from data_layer.access import get_row, get_value, reading
from data_layer.actor import Actor
from data_layer.clock import today
from data_layer.editing.choices import link_targets, network_of_links
from data_layer.editing.edit import what_goes_with
from data_layer.editing.following import phase_now
from data_layer.editing.origin import Origin, origins
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.editing.titles import titles
from data_layer.editing.values import parsed, shown, value_of
from data_layer.models import MicroProject, Network
from data_layer.models.columns import home_of
from data_layer.network.network import network_choices
from data_layer.problem import NotFound, Problem
from data_layer.projects.missing import missing
from data_layer.vocabulary import EndState, Phase
from data_layer.whole_number import whole_number

blueprint = Blueprint("form", __name__)
NETWORK, END, NOTE = "network", "end_state", "note"
LONGEST = 2_000


@blueprint.get("/form/<name>/<number>")
def change(name: str, number: str) -> Any:
    """The form for a row; the query says what fields begin with instead of what they hold. 400 for no table, 403 and 404 as everywhere."""
    table = _table(name)
    begun = _begun(table)
    try:
        with reading(actor()) as session:
            row = get_row(session, table.model, row_id(number))
            owner = _owner(actor(), table, row)
            kept = shown(table, row)
            built = form(
                name,
                table.fields,
                kept=kept,
                values=kept | begun,
                targets=(targets := link_targets(session, table, owner)),
                origins=None if owner is None else origins(session, table, row.id),
            )
            title = titles(session, {name: [row.id]})[name, row.id]
    except NotFound:
        abort(404)
    return render_template(
        "form.html",
        table=name,
        row=row.id,
        kind=_("Edit: %(kind)s", kind=row_kind(name)),
        title=title_words(table.fields, title),
        form=built,
        targets=targets,
        kinds=origin_kinds(),
        history=allowed(Permission.HISTORY_READ),
    )


@blueprint.get("/form/<name>/<number>/trash")
def ask_before_trash(name: str, number: str) -> Any:
    """What goes into the trash with a row, or why it cannot, in a sentence; 404 for networks, which stay."""
    table = _table(name)
    if name == NETWORK:
        abort(404)
    try:
        with reading(actor()) as session:
            row = get_row(session, table.model, row_id(number))
            _owner(actor(), table, row)
            counts = what_goes_with(session, row)
            others = sorted(kind for kind in counts if kind != NOTE and not may_edit(kind))
            if others:
                raise Problem("hangs_for_others", others=" ".join(others))
    except NotFound:
        abort(404)
    except Problem as problem:
        return {"said": sentence(problem)}
    words = listing([rows_in_words(kind, n) for kind, n in counts.items()])
    return {"said": _("These move to the trash with it: %(rows)s.", rows=words) if words else _("Nothing else hangs on it.")}


@blueprint.get("/form/<name>")
def add(name: str) -> Any:
    """The form for a new row; the query says the LEN and what fields begin with. Without a LEN it asks for one where there are several."""
    table = _table(name)
    if name == NETWORK:
        abort(404)
    begun = _begun(table)
    try:
        with reading(actor()) as session:
            return render_template("form.html", table=name, row=None, kinds=origin_kinds(), history=False, **_new(session, table, begun))
    except NotFound:
        abort(404)


def _new(session: Any, table: Table, begun: Mapping[str, Any]) -> dict[str, Any]:
    """What the template shows for a new row; no fields before a LEN is chosen."""
    networks = [] if _is_catalogue_only() else network_choices(session)
    network = _network(session, table, begun, [each.id for each in networks])
    title = _("Add: %(kind)s", kind=row_kind(table.name))
    shown = {"kind": _("New entry"), "title": title, "networks": networks, "network": network, "targets": {}}
    if network is None and not _is_catalogue_only():
        return shown
    targets = link_targets(session, table, network)
    _check_links(table, begun, targets)
    # A row that points to others is in the LEN of those.
    settled = any(table.fields[name].target in targets and table.fields[name].target != CATALOGUE for name in begun)
    shown |= {"targets": targets, "networks": [] if settled else networks}
    values: dict[str, Any] = {**{each.name: each.default for each in table.fields.values()}, **begun}
    moving = _moving(session, table.name, begun)
    if moving is not None:
        built = form(
            table.name, table.fields, kept={}, values=values | {"day": begun.get("day") or moving.today}, targets=targets, origins=None
        )
        return shown | {"kind": moving.kind, "title": moving.name, "form": moving.form(built), "moving": moving}
    own: dict[str, Origin] | None = None if network is None else {}
    return shown | {"form": form(table.name, table.fields, kept={}, values=values, targets=targets, origins=own)}


def _table(name: str) -> Table:
    """The table of this name, if the account may change it; 404 for what is none."""
    if not may_edit(name):
        abort(403)
    return TABLES[name] if name in TABLES else abort(404)


def _is_catalogue_only() -> bool:
    """An administrator adds funding sources that no LEN owns."""
    return allowed(Permission.CATALOGUE_EDIT) and not allowed(Permission.DATA_EDIT)


def _owner(person: Actor, table: Table, row: Any) -> int | None:
    """The LEN whose row this is; NotFound for a funding source that another LEN entered, which is read by all but not theirs to change."""
    home = home_of(row)
    if table.name != CATALOGUE or person.sees(home):
        return home
    if allowed(Permission.DATA_EDIT):
        raise NotFound(table.name)
    return None


def _begun(table: Table) -> dict[str, Any]:
    """What the query says that fields begin with, as values; 400 for fields that there are not and values that cannot be."""
    begun: dict[str, Any] = {}
    for name, text in request.args.items():
        if name == NETWORK or (name == END and table.name == "phase_change"):
            continue
        if name not in table.fields or len(text) > LONGEST or len(request.args.getlist(name)) > 1:
            abort(400)
        field = table.fields[name]
        try:
            kept = parsed(field, row_id(text) if field.kind is FieldKind.LINK else text)
        except (NotFound, Problem):
            abort(400)
        begun[name] = value_of(field, *(kept[column] for column in field.columns))
    return begun


def _network(session: Any, table: Table, begun: Mapping[str, Any], own: list[int]) -> int | None:
    """The LEN of the new row: as the query says, else that of the rows it points to, else the only one that there is."""
    said = request.args.get(NETWORK)
    if said is not None:
        number = whole_number(said)
        if number is None:
            abort(400)
        if number not in own:
            raise NotFound(NETWORK)
        return number
    return network_of_links(session, table, begun) or (own[0] if len(own) == 1 else None)


@dataclass(frozen=True, slots=True)
class _Moving:
    """A micro project on its way: its phase and end now, what the phases build on and is missing, and the day in its LEN."""

    project_id: int
    name: str
    phase: str
    end_state: str
    missing: dict[str, list[str]]
    today: str

    @property
    def kind(self) -> str:
        return _("Move: %(kind)s", kind=row_kind("micro_project"))

    @property
    def phases(self) -> dict[str, str]:
        return {phase: label("phase", phase) for phase in self.missing}

    @property
    def source(self) -> str:
        return missing_source()

    def form(self, built: Form) -> Form:
        end = request.args.get(END, self.end_state)
        if end not in list(EndState):
            abort(400)
        return move_form(built, now=self.phase, end_state=self.end_state, chosen_end=end, phases=list(Phase))


def _moving(session: Any, name: str, begun: Mapping[str, Any]) -> _Moving | None:
    """A new step of a micro project that the query names is a move, on the board or beside it."""
    if name != "phase_change" or begun.get("micro_project") is None:
        return None
    project = get_row(session, MicroProject, begun["micro_project"])
    zone = get_value(session, Network.time_zone, project.network_id) or "UTC"
    lists = {phase: [missing_words(each) for each in codes] for phase, codes in missing(session, project.id).items()}
    return _Moving(project.id, project.name, phase_now(session, project.id), project.end_state, lists, today(zone).isoformat())


def _check_links(table: Table, begun: Mapping[str, Any], targets: Mapping[str, Any]) -> None:
    """A link points to a row that the form can offer; NotFound otherwise."""
    for name, value in begun.items():
        field = table.fields[name]
        if field.kind is FieldKind.LINK and value is not None and all(each.id != value for each in targets[field.target]):
            raise NotFound(field.target)
