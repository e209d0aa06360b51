"""Data: every table that can be edited, and how much is in it."""

import dash
from flask_babel import gettext as _

from components.editing.table_words import table_label
from components.formats import number
from components.link import link
from components.page import page
from components.question import question
from components.table import Column, table
from dashboard.permissions import Permission
from dashboard.security import actor, allowed, may_edit
from data_layer.access import reading
from data_layer.editing.row_counts import row_counts
from data_layer.editing.tables import TABLES

dash.register_page(
    __name__,
    path="/data",
    title=lambda **_variables: _("Data"),
    order=70,
    label=lambda: _("Data"),
    permission=Permission.EDITING,
)


def layout(**query):
    names = [name for name in TABLES if may_edit(name)]
    with reading(actor()) as session:
        counts = row_counts(session, names)
    return page(
        eyebrow=_("Everything as tables"),
        title=_("What is recorded, table by table?"),
        lede=_("Here you edit many rows at once, paste from a spreadsheet, bring back what is in the trash, and carry data in and out."),
        ignored=tuple(sorted(query)),
        children=[question(_("Which table?"), _tables(names, counts), name="tables", tools=_ways())],
    )


def _tables(names, counts):
    columns = [Column(_("Table"), header=True), Column(_("Rows"), numeric=True), Column(_("In the trash"), numeric=True)]
    rows = [
        [
            link(table_label(name), f"/data/{name}"),
            number(counts[name].live),
            _in_trash(name, counts[name].trashed),
        ]
        for name in names
    ]
    return table(columns, rows, caption=_("Tables"))


def _in_trash(name, count):
    """Networks have no trash to bring one back from."""
    return link(number(count), f"/data/{name}?trash=1") if count and name != "network" else number(count)


def _ways():
    if not allowed(Permission.DATA_EDIT):
        return None
    return [
        link(_("Import a file"), "/data/import", button=True),
        " ",
        link(_("Merge two stakeholders"), "/data/merge", button=True),
        " ",
        link(_("Everything as a ZIP file"), "/download/everything.zip", button=True),
    ]
