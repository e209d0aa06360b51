"""Who changed what, when: actions with what they changed, side by side, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.field_words import field_label
from components.editing.origin_words import origin_words
from components.editing.sides import Side, sides
from components.editing.table_words import row_kind, rows_in_words
from components.editing.value_words import FieldLike, Names, title_words, value_words
from components.flag import flag
from components.formats import instant, listing, number
from components.link import link
from components.unknown import unknown

Fields = Mapping[str, Mapping[str, FieldLike]]
MORE_TABLES = {"note", "release", "survey", "survey_result", "voice"}
FIELD_TABLES = {
    "network",
    "stakeholder",
    "tie",
    "position",
    "need",
    "event",
    "micro_project",
    "phase_change",
    "funding_source",
    "funding_case",
    "receipt",
    "assessment",
}
# Where one row of a table has a page of its own.
PLACES = {"stakeholder": "/stakeholders/{}", "micro_project": "/micro-projects/{}"}
Days = Callable[[str], tuple[Any, Any]]


def history_list(entries: Sequence[Any], fields: Fields, names: Names, days: Days) -> Component:
    """Actions as `data_layer.history` gives them, the latest first; `fields`: those of each table, `days` reads a vague day."""
    return html.Ol([html.Li(_entry(entry, fields, names, days)) for entry in entries], className="history")


def _entry(entry: Any, fields: Fields, names: Names, days: Days) -> list[Component]:
    head = html.Div(
        [
            html.P([html.Strong(_who(entry)), " ", entry_words(entry)], className="history-what"),
            html.P(instant(entry.at), className="history-when"),
            *_way_back(entry),
        ],
        className="history-head",
    )
    total = sum(entry.counts.values())
    rest = total - len(entry.rows)
    more = [html.P(ngettext("and %(num)s more row", "and %(num)s more rows", rest))] if rest else []
    rows = [_row(row, fields, names, days) for row in entry.rows]
    if total <= 3:
        return [head, *rows]
    summary = html.Summary(ngettext("What changed: %(num)s row", "What changed: %(num)s rows", total))
    return [head, html.Details([summary, html.Div([*rows, *more])], className="more")]


def _who(entry: Any) -> str:
    return _("You") if entry.own else entry.who or _("The server")


def entry_words(entry: Any) -> str:
    """What was done, as the rest of a sentence that begins with who did it."""
    told = [rows_in_words(table, n) for table, n in entry.counts.items() if table in FIELD_TABLES or table in MORE_TABLES]
    what = listing(told) or _("nothing that you can see")
    if entry.again:
        return _("did an action again: %(what)s", what=what)
    if entry.kind == "move":
        return _moved(entry.counts)
    return {
        "add": _("added %(what)s", what=what),
        "trash": _("moved to the trash: %(what)s", what=what),
        "restore": _("brought back from the trash: %(what)s", what=what),
        "undo": _("took an action back: %(what)s", what=what),
        "coding": _("said which themes are in a voice: %(what)s", what=what),
        "map": _("mapped who has how much power: %(what)s", what=what),
        "place": _("moved in the picture: %(what)s", what=what),
        "note": _("said where the value of a field comes from"),
        "import": _("imported %(what)s", what=what),
        "merge": _("merged: %(what)s", what=what),
        "link_body": _("said that the same body is in two networks: %(what)s", what=what),
        "unlink_body": _("said that it is not the same body as in other networks: %(what)s", what=what),
        "network.add": _("added %(what)s", what=what),
        "survey.make": _("made a link for service users"),
        "survey.change": _("changed a link for service users"),
        "survey.answers": _("counted five answers of service users together; that stays: %(what)s", what=what),
        "survey.paper": _("entered answers from paper: %(what)s", what=what),
        "sample.load": _("loaded the sample data: %(what)s", what=what),
        "sample.remove": _("removed the sample data: %(what)s", what=what),
    }.get(entry.kind, _("changed %(what)s", what=what))


def _moved(counts: Mapping[str, int]) -> str:
    """A move on the board: a step, an end, or both."""
    if "micro_project" not in counts:
        return _("moved a micro project to another phase")
    if "phase_change" not in counts:
        return _("said where a micro project ended, or that it goes on")
    return _("moved a micro project to another phase and said where it ended")


def _way_back(entry: Any) -> list[Component]:
    if entry.undone:
        return [flag(_("taken back"))]
    if not entry.undoable:
        return []
    what = _("Do it again") if entry.kind == "undo" and not entry.again else _("Take back")
    named = html.Span(_(": %(what)s, %(when)s", what=entry_words(entry), when=instant(entry.at)), className="sr")
    return [html.Button([what, named], type="button", className="btn btn-quiet", **{"data-undo": str(entry.id)})]


def _row(row: Any, fields: Fields, names: Names, days: Days) -> Component:
    own = fields.get(row.table, {})
    name = title_words(own, row.title) if row.title is not None else f"{row_kind(row.table)} {row.row_id}"
    place = PLACES.get(row.table)
    shown: Content = link(name, place.format(row.row_id)) if place and not (row.title and row.title.trashed) else name
    head = html.P([html.Span(_what(row), className="history-kind"), " ", html.Strong(shown)], className="history-row-name")
    body = _origin(row) if row.origin is not None else _changes(row, own, names, days)
    moved = [html.P(_("moved in the picture"))] if row.moved and not row.fields else []
    return html.Div([head, *moved, *body], className="history-row")


def _what(row: Any) -> str:
    kind = row_kind(row.table)
    words = {
        "new": _("New %(kind)s:", kind=kind),
        "changed": _("Changed %(kind)s:", kind=kind),
        "trashed": _("Moved to the trash, %(kind)s:", kind=kind),
        "restored": _("Out of the trash, %(kind)s:", kind=kind),
        "removed": _("Removed %(kind)s:", kind=kind),
        "origin": _("Where a value comes from, %(kind)s:", kind=kind),
    }
    return words[row.what]


def _changes(row: Any, own: Mapping[str, FieldLike], names: Names, days: Days) -> list[Component]:
    if not row.fields or row.what in ("trashed", "restored"):
        return []
    lines = [
        Side(
            field_label(row.table, change.field),
            _cell(own.get(change.field), change.before, names, days),
            _cell(own.get(change.field), change.after, names, days),
        )
        for change in row.fields
    ]
    table = sides(lines, after_only=row.what == "new")
    if len(lines) <= 6:
        return [table]
    return [html.Details([html.Summary(_("%(n)s fields", n=number(len(lines)))), table], className="more")]


def _origin(row: Any) -> list[Component]:
    name = field_label(row.table, row.origin.field) if row.table in FIELD_TABLES else row.origin.field
    return [sides([Side(_("Origin: %(field)s", field=name), origin_words(row.origin.before), origin_words(row.origin.after))])]


def _cell(field: FieldLike | None, value: Any, names: Names, days: Days) -> Content:
    if value is None or value == []:
        return unknown()
    if field is None:
        return str(value)
    return value_words(field, value, days(value) if field.kind == "vague_day" else None, names)
