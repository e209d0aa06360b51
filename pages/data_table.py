"""The grid on each table: edit, paste, fill, add, trash, bring back."""

from functools import partial

import dash
from flask_babel import gettext as _

from components.editing.grid import grid, grid_conflict, grid_keys, grid_tools
from components.editing.table_words import table_label
from components.filters import Choice, filter_line, read_filters
from components.ids import scoped
from components.link import link
from components.page import page
from components.question import question
from dashboard.permissions import Permission, to_edit
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.editing.tables import TABLES
from data_layer.network.network import network_choices

ids = scoped("data")
# Which networks there are is for administrators to say: no row of this table goes to the trash.
NETWORK = "network"


def layout(table, /, **query):
    with reading(actor()) as session:
        networks = network_choices(session) if allowed(Permission.NETWORK_READ) else []
    allowed_trash = [] if table == NETWORK else ["1"]
    filters = read_filters(query, allowed={"network": [str(network.id) for network in networks], "trash": allowed_trash})
    trash, chosen = bool(filters.get("trash")), filters.get("network")
    one = int(chosen) if chosen else networks[0].id if len(networks) == 1 else None
    return page(
        eyebrow=[link(_("Data"), "/data")],
        title=_("Trash: %(table)s", table=table_label(table)) if trash else table_label(table),
        filters=_sentence(filters, networks) if len(networks) > 1 else None,
        ignored=filters.ignored,
        children=[
            question(
                _("What is in the trash?") if trash else _("What is recorded?"),
                [grid_tools(table, one, trash=trash), _grid(table, one, one is not None or not networks, trash=trash)],
                name="rows",
                tools=_links(table, trash=trash),
                source=grid_keys(),
            ),
            grid_conflict(),
        ],
    )


def _grid(table, network_id, one_network, *, trash):
    return grid(ids, TABLES[table], network_id=network_id, one_network=one_network, trash=trash, account_id=actor().account_id)


def _sentence(filters, networks):
    names = [("", _("all networks")), *((str(network.id), network.name) for network in networks)]
    return filter_line([_("Showing"), Choice("network", _("Network"), names, filters.get("network"))], reset="?")


def _links(table, *, trash):
    other = link(_("Back to the table"), f"/data/{table}") if trash else link(_("Trash"), f"/data/{table}?trash=1")
    first = [] if table == NETWORK else [other, " "]
    history = (
        [link(_("History"), f"/history?table={table}"), " ", link(_("Import"), "/data/import"), " "]
        if allowed(Permission.DATA_EDIT)
        else []
    )
    if trash:
        return [other]
    return [*first, *history, link("CSV", f"/download/{table}.csv"), " ", link("XLSX", f"/download/{table}.xlsx")]


for _name in TABLES:
    dash.register_page(
        f"pages.data_{_name}",
        path=f"/data/{_name}",
        layout=partial(layout, _name),
        title=partial(lambda name, **_variables: table_label(name), _name),
        permission=to_edit(_name),
    )
