"""Links to files that hold what a page shows."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.filters import Filters, address_with
from components.link import link

# What narrows a file as it narrows a page.
KEPT = ("network", "group", "year")


def downloads(files: Mapping[str, str], filters: Filters | None = None, *, kept: Sequence[str] = KEPT) -> Component:
    """The files by name ("grants.json") with their words, narrowed as the page is by the choices `kept`: network, target group and year."""
    chosen = Filters({key: filters.get(key) for key in kept if filters.get(key)}) if filters else Filters()
    links = [link(words, address_with(f"/download/{name}", chosen)) for name, words in files.items()]
    parts = [part for each in links for part in (" ", each, ",")][:-1]
    return html.Span([_("Take it along:"), *parts], className="downloads")


def network_downloads(network_id: int) -> Component:
    """A network in the formats that other programs read."""
    words = {
        "network.gexf": "GEXF",
        "network.graphml": "GraphML",
        "network.csv.zip": _("CSV for Gephi"),
        "kumu.xlsx": _("Kumu workbook"),
        "network.json": _("Kumu JSON"),
    }
    return downloads(words, Filters({"network": str(network_id)}))
