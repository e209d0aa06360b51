"""The networks of the installation, without a word on what is in them."""

from collections.abc import Callable, Sequence

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.administration.network_line import NetworkLine
from components.content import Content
from components.flag import flag
from components.formats import country, number
from components.link import link
from components.table import Column, paged_table


def network_table(lines: Sequence[NetworkLine], *, page: int, href: Callable[[int], str]) -> Component:
    """One row per network, 50 a page."""
    columns = [
        Column(_("Network"), header=True),
        Column(_("Region")),
        Column(_("Country")),
        Column(_("Time zone")),
        Column(_("Accounts"), numeric=True),
    ]
    caption = _("The networks, where they are and how many accounts work in each")
    return paged_table(columns, [_row(line) for line in lines], caption=caption, page=page, href=href)


def _row(line: NetworkLine) -> list[Content | None]:
    named = link(line.name, f"/admin/networks/{line.id}")
    name: Content = named if line.is_len else [named, " ", flag(_("status unclear"))]
    where = country(line.country) if line.country else None
    return [name, line.region, where, line.time_zone or _("as the server"), number(line.people) if line.people else _("none")]
