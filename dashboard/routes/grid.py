"""What the grid of a table asks for while it is used: rows as they come into view, and what links can point to."""

from typing import Any

from flask import Blueprint, abort, jsonify, request
from flask_babel import gettext as _

from components.editing.grid import COMES_BACK
from components.editing.table_words import rows_in_words
from components.formats import instant, listing
from components.vocabulary import labels
from dashboard.addresses import row_id
from dashboard.bodies import parsed
from dashboard.security import actor, may_edit
from data_layer.access import get_row, reading
from data_layer.editing.choices import link_targets
from data_layer.editing.grid_filters import NETWORK, Filter
from data_layer.editing.grid_rows import TRASHED_AT, TRASHED_WHO, Asked, GridRow, grid_rows
from data_layer.editing.tables import TABLES, Field, FieldKind, Table
from data_layer.models import Network
from data_layer.problem import NotFound
from data_layer.whole_number import LARGEST, whole_number

blueprint = Blueprint("grid", __name__)
HOW = ("contains", "blank", "notBlank")
LONGEST = 200


@blueprint.get("/data/choices/<name>")
def choices(name: str) -> Any:
    """Table -> [id, name] of the rows of one LEN that links of this table can point to: 404 for a LEN that is not seen."""
    table = _table(name)
    said = request.args.get("network", "")
    try:
        with reading(actor()) as session:
            home = get_row(session, Network, row_id(said)).id if said else None
            found = link_targets(session, table, home)
    except NotFound:
        abort(404)
    return jsonify({target: [[one.id, one.name] for one in rows] for target, rows in found.items()})


@blueprint.get("/data/rows/<name>")
def rows(name: str) -> Any:
    """The rows that `asked` (JSON, as the grid says it) describes, of one LEN or all, live or in the trash."""
    table = _table(name)
    with reading(actor()) as session:
        found = grid_rows(session, table, _asked(table))
    return jsonify({"rows": [_row(table, row, found.names) for row in found.rows], "total": found.total})


def _table(name: str) -> Table:
    if not may_edit(name):
        abort(403)
    return TABLES[name] if name in TABLES else abort(404)


def _row(table: Table, row: GridRow, names: Any) -> dict[str, Any]:
    links = {field.name: names.get((field.target, row.values[field.name])) for field in table.fields.values() if field.target}
    kept = dict(row.values)
    return {
        **kept,
        NETWORK: row.network,
        "key": str(row.id),
        "id": row.id,
        "home": row.network_id,
        "locked": row.locked,
        "kept": kept,
        "names": links,
        **_trash(row),
    }


def _trash(row: GridRow) -> dict[str, str]:
    """What the trash says of a row, in words."""
    if row.in_trash is None:
        return {}
    back = [rows_in_words(name, n) for name, n in sorted(row.in_trash.comes_back.items())]
    return {
        TRASHED_AT: instant(row.in_trash.at),
        TRASHED_WHO: _("You") if row.in_trash.own else row.in_trash.who or _("The server"),
        COMES_BACK: listing(back) or _("nothing else"),
    }


def _asked(table: Table) -> Asked:
    """What a browser asked for, checked: fields that there are, orders and filters of the kinds that the grid knows; 400 otherwise."""
    asked = parsed(request.args.get("asked", "{}").encode())
    if not isinstance(asked, dict):
        abort(400)
    start, end = asked.get("startRow", 0), asked.get("endRow", 0)
    order, filters = asked.get("sortModel") or [], asked.get("filterModel") or {}
    trash = request.args.get("trash") == "1"
    if not all(type(number) is int and 0 <= number < LARGEST for number in (start, end)) or end < start:
        abort(400)
    if not isinstance(order, list) or not isinstance(filters, dict) or len(order) > len(table.fields):
        abort(400)
    return Asked(
        start,
        end,
        order=[_order(table, item, trash=trash) for item in order],
        filters={_field(table, name): _filter(table, name, wanted) for name, wanted in filters.items()},
        network_id=whole_number(request.args.get("network", "")),
        trash=trash,
        text=_text(request.args.get("q", "")),
    )


def _field(table: Table, name: Any) -> str:
    if not isinstance(name, str) or (name not in table.fields and name != NETWORK):
        abort(400)
    return name


def _order(table: Table, item: Any, *, trash: bool) -> tuple[str, bool]:
    if not isinstance(item, dict) or item.get("sort") not in ("asc", "desc"):
        abort(400)
    name = item.get("colId")
    return name if trash and name in (TRASHED_AT, TRASHED_WHO) else _field(table, name), item["sort"] == "desc"


def _filter(table: Table, name: str, wanted: Any) -> Filter:
    if not isinstance(wanted, dict) or wanted.get("type") not in HOW:
        abort(400)
    text = _text(wanted.get("filter") or "")
    return Filter(wanted["type"], text, _codes(table.fields.get(name), text))


def _text(text: Any) -> str:
    """A text to look for."""
    return text if isinstance(text, str) and len(text) <= LONGEST else abort(400)


def _codes(field: Field | None, text: str) -> frozenset[str]:
    """The codes whose words, in the reader's language, hold the text."""
    if field is None or field.kind not in (FieldKind.CHOICE, FieldKind.CODES, FieldKind.YES_NO):
        return frozenset()
    words = {"yes": _("yes"), "no": _("no")} if field.kind is FieldKind.YES_NO else labels(field.vocabulary)
    return frozenset(code for code, said in words.items() if text.strip().casefold() in said.casefold())
