"""The grid in which a table is edited, and what its columns need to know."""

from collections.abc import Mapping
from typing import Any

import dash_ag_grid
from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.field_words import field_hint, field_label
from components.editing.scales import FOLLOWS, scale
from components.ids import Ids
from components.vocabulary import labels

NETWORK = "network"
# Columns that only the trash has.
TRASHED_AT, TRASHED_WHO, COMES_BACK = "trashed_at", "trashed_who", "comes_back"
BLOCK = 200


def grid(ids: Ids, table: Any, *, network_id: int | None, one_network: bool, trash: bool, account_id: int) -> Component:
    """The grid of a table (as `data_layer.editing.tables` has it), empty: it asks for its rows as they come into view.

    `network_id`: where new rows belong, None where that is to be chosen. The browser remembers the columns for each account.
    """
    first = [] if one_network else [_network_column()]
    fields = [_column(table.name, field, editable=not trash) for field in table.fields.values()]
    if trash:
        # What names a row stands beside what the trash says of it.
        fields.sort(key=lambda column: column["field"] not in table.title)
        fields[len(table.title) : len(table.title)] = _trash_columns()
    return html.Div(
        dash_ag_grid.AgGrid(
            id=ids("grid"),
            columnDefs=[*first, *fields],
            rowModelType="infinite",
            columnSize=None,
            defaultColDef={"sortable": True, "resizable": True, "floatingFilter": True, "minWidth": 110, "suppressHeaderMenuButton": True},
            getRowId="params.data.key",
            dashGridOptions={
                "cacheBlockSize": BLOCK,
                "maxBlocksInCache": 10,
                # Dash's own questions, which nobody answers, would use up the two that are allowed at a time.
                "maxConcurrentDatasourceRequests": -1,
                "infiniteInitialRowCount": 1,
                "rowSelection": {"mode": "multiRow", "enableClickSelection": False, "headerCheckbox": False},
                "undoRedoCellEditing": False,
                "stopEditingWhenCellsLoseFocus": True,
                "enterNavigatesVerticallyAfterEdit": True,
                "tooltipShowDelay": 300,
                "localeText": _locale(),
            },
            className="data-grid",
            style=None,
        ),
        className="data-grid-frame",
        **{
            "data-table": table.name,
            "data-account": account_id,
            "data-network": "" if network_id is None else network_id,
            "data-memory": "trash" if trash else "",
            "data-live": "",
        },
    )


def _trash_columns() -> list[dict[str, Any]]:
    plain = {"editable": False, "filter": False, "floatingFilter": False}
    return [
        {"field": TRASHED_AT, "headerName": _("In the trash since"), "width": 250, **plain},
        {"field": TRASHED_WHO, "headerName": _("Put there by"), "width": 210, **plain},
        {"field": COMES_BACK, "headerName": _("Comes back with it"), "width": 260, "sortable": False, "tooltipField": COMES_BACK, **plain},
    ]


def _network_column() -> dict[str, Any]:
    return {"field": NETWORK, "headerName": _("Network"), "editable": False, "pinned": "left", "width": 150, **_filter()}


def _column(table: str, field: Any, *, editable: bool) -> dict[str, Any]:
    steps = [[step.value, step.words, *([step.when] if step.when else [])] for step in scale(table, field.name)]
    meta = {
        "kind": "choice" if steps else str(field.kind),
        "options": steps or _options(field),
        "follows": FOLLOWS.get((table, field.name)),
        "target": field.target,
        "limit": field.limit,
        "required": field.required,
    }
    wide = {"text": 190, "long_text": 240, "link": 210, "codes": 210}.get(str(field.kind), 140)
    hint = field_hint(table, field.name)
    return {
        "field": field.name,
        "headerName": field_label(table, field.name),
        **({"headerTooltip": hint} if hint else {}),
        "width": wide,
        "editable": {"function": "lenGrid.editable(params)"} if editable else False,
        "cellEditor": {"function": "LenEditor"},
        "cellEditorParams": meta,
        "cellEditorPopup": str(field.kind) in ("long_text", "codes"),
        "suppressKeyboardEvent": {"function": "lenGrid.ownKey(params)"},
        "valueFormatter": {"function": "lenGrid.words(params)"},
        "cellClassRules": {
            "cell-refused": "lenGrid.refused(params)",
            "cell-marked": "lenGrid.marked(params)",
            "cell-unknown": "lenGrid.unknown(params)",
        },
        "tooltipValueGetter": {"function": "lenGrid.reason(params)"},
        **_filter(),
    }


def _filter() -> dict[str, Any]:
    options = ["contains", "blank", "notBlank"]
    return {"filter": "agTextColumnFilter", "filterParams": {"filterOptions": options, "maxNumConditions": 1, "debounceMs": 400}}


def _options(field: Any) -> list[list[Any]]:
    """The values of a field that has few, each with its words."""
    if field.kind == "yes_no":
        return [[True, _("yes")], [False, _("no")]]
    return [[code, words] for code, words in labels(field.vocabulary).items() if code in field.codes] if field.vocabulary else []


def _locale() -> Mapping[str, str]:
    return {
        "contains": _("holds"),
        "blank": _("unknown"),
        "notBlank": _("known"),
        "filterOoo": _("Filter …"),
        "noRowsToShow": _("Nothing here yet, or nothing that fits the filters. Add a row, or paste rows from a spreadsheet."),
        "loadingOoo": _("Working …"),
        "ariaFilterInput": _("Filter"),
        "ariaColumnFiltered": _("Filtered"),
        "ariaRowToggleSelection": _("Press Space to choose the row"),
        "ariaRowSelectAll": _("Press Space to choose all rows"),
        "ariaFilterMenuOpen": _("More about the filter"),
        "ariaMenuColumn": _("Column"),
    }


def grid_tools(table: str, network_id: int | None, *, trash: bool) -> Component:
    """The buttons above the grid and the places where it says something; assets/grid/ acts on them."""
    words = {
        "data-none": _("Choose rows first: the box at the beginning of a row, or Space."),
        "data-ask": _("Move {n} rows to the trash, with all that hangs on them?"),
        "data-ask-one": _("Move this row to the trash, with all that hangs on it?"),
        "data-yes": _("Move to the trash"),
        "data-no": _("Keep"),
        "data-working": _("Working …"),
        "data-left": _("{n} pasted lines go beyond the last row and were left out."),
        "data-left-one": _("One pasted line goes beyond the last row and was left out."),
        "data-outside": _("{n} pasted cells were left out: they are beyond the last column, or cannot be changed here."),
        "data-outside-one": _("One pasted cell was left out: it is beyond the last column, or cannot be changed here."),
        "data-much": _("More than {n} cells cannot be pasted at once. Paste a smaller part, or import the file."),
        "data-unreachable": _("The rows further down cannot be had at the moment. Nothing was pasted: try it again."),
        "data-ask-new": _("{n} pasted lines go beyond the last row. Add them as new rows?"),
        "data-ask-new-one": _("One pasted line goes beyond the last row. Add it as a new row?"),
        "data-homeless": _("New rows belong to a network. Choose one network above the table, then paste again."),
        "data-new-home": _("They will belong to the network {network}."),
        "data-choices": _("“{value}” is not one of the choices. Possible are: {choices}."),
        "data-yes-new": _("Add {n} rows"),
        "data-yes-new-one": _("Add one row"),
        "data-no-new": _("Leave them out"),
        "data-lines": _("{n} lines could not become rows. They are kept here as you pasted them: mend them and try again."),
        "data-lines-one": _("One line could not become a row. It is kept here as you pasted it: mend it and try again."),
        "data-refused": _("{n} cells were not saved. Each says why; they keep what you typed until it is mended."),
        "data-theirs": _("Somebody else has set “{column}” to “{theirs}”. Yours: “{mine}”."),
        "data-empty": _("unknown"),
    }
    add = f"{table}?network={network_id}" if network_id is not None else table
    # Networks are made by administrators, and stay.
    whole = table != NETWORK
    change = [
        _button(_("Add a row"), "add", primary=True, keys="Control+Enter", **{"data-path": add}) if whole else None,
        _button(_("Fill down"), "fill", keys="Control+D"),
        _button(_("Change the chosen rows"), "bulk"),
        _button(_("Move to the trash"), "trash", keys="Control+Delete") if whole else None,
    ]
    back = [_button(_("Bring back the chosen rows"), "restore", primary=True)]
    return html.Div(
        [
            html.Div([*(back if trash else filter(None, change)), _search()], className="btn-row"),
            html.Details(
                [html.Summary(_("Which columns are shown?")), html.Div(id="grid-columns", className="grid-columns")], className="more"
            ),
            html.Div(id="grid-choice", className="grid-choice", hidden=True),
            html.Div(id="grid-bulk", className="grid-choice", hidden=True),
            html.Div(id="grid-lines", className="grid-choice", hidden=True),
            html.P(id="grid-said", role="status", className="grid-said", **words),
            html.P(_("This table is made for the screen. For paper, carry it away as XLSX."), className="on-paper"),
        ],
        className="grid-tools",
        **{"data-live": ""},
    )


def _button(words: str, act: str, *, primary: bool = False, keys: str = "", **more: str) -> Component:
    """`keys`: what does the same, as aria-keyshortcuts has it."""
    shortcut = {"aria-keyshortcuts": keys} if keys else {}
    return html.Button(words, type="button", className="btn btn-primary" if primary else "btn", **{"data-grid": act, **shortcut, **more})


def _search() -> Component:
    words = _("Search in all texts")
    field = dcc.Input(type="search", id="grid-search", className="field", placeholder=words)
    return html.Span([html.Label(words, htmlFor="grid-search", className="sr"), field], className="grid-search")


def grid_conflict() -> Component:
    """The words of the two buttons with which a person chooses between two values."""
    return html.Div(
        hidden=True, id="grid-words", **{"data-keep-theirs": _("Keep theirs"), "data-keep-mine": _("Keep mine"), "data-set": _("Set"),
        "data-cancel": _("Cancel"),
        "data-field": _("Field"), "data-value": _("New value"), "data-how": _("What happens to what is there"),
        "data-codes-add": _("Add to what is there"), "data-codes-take": _("Take away from what is there"),
        "data-codes-replace": _("Put in the place of what is there"), "data-lines-text": _("The lines that could not become rows"),
        "data-lines-again": _("Add these rows"), "data-lines-drop": _("Drop these lines")},
    )  # fmt: skip


def grid_keys() -> Component:
    """How the grid is used with the keyboard alone."""
    keys = [
        (_("arrow keys"), _("from cell to cell; Tab leads out of the table")),
        (_("Enter, F2 or a letter"), _("change the cell; Enter again keeps it, Escape gives the old value back")),
        (_("Delete"), _("empty the cell: unknown")),
        (_("Shift and arrow down"), _("mark cells below one another")),
        (_("Ctrl and D"), _("fill the marked cells, or those of the chosen rows, with the value of the first")),
        (_("Ctrl and C, Ctrl and V"), _("copy, and paste a block from a spreadsheet; lines below the last row become new rows")),
        (_("Space"), _("choose the row")),
        (_("Ctrl and Enter"), _("add a row")),
        (_("Ctrl and Delete"), _("move the chosen rows to the trash, or those of the marked cells")),
        (_("Ctrl and Z, Ctrl and Y"), _("take back the last change, do it again")),
    ]
    items = [part for key, what in keys for part in (html.Dt(key), html.Dd(what))]
    return html.Details([html.Summary(_("How do I use it with the keyboard?")), html.Dl(items, className="facts")], className="more")
