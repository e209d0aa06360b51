"""Choosing a file: into which network, which one, and what can be read."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _


def upload(networks: Sequence[tuple[int, str]], chosen: str, *, address: str, most_bytes: int) -> Component:
    """The network (`chosen`: its id, or "") and the button that lets a person choose files.

    assets/edit/50-import.js sends them to `address`.
    """
    options = [{"value": str(network_id), "label": name} for network_id, name in networks]
    chosen = options[0]["value"] if len(options) == 1 else chosen
    told = {
        "data-import-file": address,
        "data-most": str(most_bytes),
        "data-large": _(
            "The file is larger than %(most)s megabytes. Split it, or leave out what you do not need.", most=most_bytes // 1024**2
        ),
        "data-reading": _("Reading the file …"),
        "data-failed": _("The file could not be sent. Check your connection and try again."),
    }
    return html.Form(
        [
            html.Div(
                [
                    html.Label(_("Into which network?"), htmlFor="import-network"),
                    dbc.Select(options, chosen, id="import-network", name="network", placeholder=_("Say it later")),
                ],
                className="form-field",
            ),
            html.Div(html.Button(_("Choose a file …"), type="submit", className="btn btn-primary"), className="btn-row"),
            html.P(role="status", className="import-status"),
            html.P(role="alert", className="field-error"),
        ],
        className="form import-form",
        **told,
    )


def readable_files() -> Component:
    """What can be read, as a list."""
    lines = (
        _("Our own exports as CSV or XLSX, of each table."),
        _("Lists of stakeholders as CSV or XLSX, with headings such as Name, Organisation, Branche, Ort, Website."),
        _("Kumu: the workbook, a blueprint, or a whole project as JSON."),
        _("Gephi: tables of nodes and of edges; choose both at once. Also GEXF and GraphML."),
        _("360Giving: grants as JSON or as a spreadsheet."),
        _("Interreg: projects and partners as keep.eu gives them out."),
    )
    return html.Details([html.Summary(_("What can be read?")), html.Ul([html.Li(line) for line in lines])], className="import-readable")
