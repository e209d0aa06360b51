"""History: who changed what, when, side by side; and the way back."""

import dash
from flask_babel import gettext as _
from flask_babel import ngettext

from components.downloads import downloads
from components.editing.history_list import history_list
from components.editing.table_words import table_label
from components.empty import empty
from components.filters import Choice, filter_line, page_address, read_filters, within
from components.help.help_link import help_link
from components.page import page
from components.question import question
from components.table import page_links, pages_of
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.days import parse_day
from data_layer.editing.tables import TABLES
from data_layer.history import PER_PAGE, history, people
from data_layer.history_filter import SPANS, wanted_of
from data_layer.network.network import network_choices
from data_layer.whole_number import POSITIVE_NUMBERS

PATH = "/history"
CHOICES = ("table", "row", "network", "person", "since")

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("History"),
    order=80,
    label=lambda: _("History"),
    permission=Permission.HISTORY_READ,
)


def layout(**query):
    with reading(actor()) as session:
        networks, persons = network_choices(session), people(session)
        filters = _read(query, networks, persons)
        found = history(session, wanted_of(filters.values), page=int(filters.get("page", "1")))
        shown = within(filters, page=pages_of(found.total, PER_PAGE))
        if shown != filters:
            filters, found = shown, history(session, wanted_of(shown.values))
    return page(
        eyebrow=_("What was changed"),
        title=_("Who changed what, and when?"),
        lede=_("Every change can be taken back here, also days later, unless something newer stands in its way."),
        filters=_sentence(filters, networks, persons),
        ignored=filters.ignored,
        children=_entries(found, filters),
    )


def _read(query, networks, persons):
    return read_filters(
        query,
        allowed={
            "network": [str(network.id) for network in networks],
            "person": [str(account_id) for account_id, _email in persons],
            "table": list(TABLES),
            "since": list(SPANS),
            "row": POSITIVE_NUMBERS,
            "page": POSITIVE_NUMBERS,
        },
    )


def _sentence(filters, networks, persons):
    names = [("", _("all networks")), *((str(network.id), network.name) for network in networks)]
    who = [("", _("everybody")), *((str(account_id), email or _("the server")) for account_id, email in persons)]
    tables = [("", _("everything")), *((name, table_label(name)) for name in TABLES)]
    spans = {"": _("any time"), "1": _("the last day"), "7": _("the last week"), "30": _("the last month"), "365": _("the last year")}
    one = [_("(one record only)")] if filters.get("row") else []
    return filter_line(
        [
            _("Showing"),
            Choice("table", _("What"), tables, filters.get("table")),
            *one,
            _("changed in"),
            Choice("network", _("Network"), names, filters.get("network")),
            _("by whom:"),
            Choice("person", _("Who"), who, filters.get("person")),
            _("when:"),
            Choice("since", _("When"), list(spans.items()), filters.get("since")),
        ],
        reset=PATH,
    )


def _entries(found, filters):
    if not found.entries:
        return empty(_("Nothing was changed here yet."), _("As soon as somebody changes something, it stands here with its date."))
    number, fields = int(filters.get("page", "1")), {name: table.fields for name, table in TABLES.items()}
    return question(
        _("What was changed?"),
        [
            history_list(found.entries, fields, found.names, parse_day),
            *page_links(number, found.total, href=lambda n: page_address(PATH, filters, n), caption=_("Changes"), per_page=PER_PAGE),
        ],
        name="changes",
        reads=ngettext("%(num)s action fits.", "%(num)s actions fit.", found.total),
        source=[help_link("history", _("About history")), " ", downloads({"history.csv": _("history as CSV")}, filters, kept=CHOICES)],
    )
