"""A form of the import, which assets/edit/50-import.js sends."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _


def sending_form(parts: Sequence[Component], address: str) -> Component:
    """The parts, sent to `address`; a refusal is told below them, and what was written is not left without a question."""
    told = {
        "data-import": address,
        "data-lose": _("What you wrote here is not kept yet. Leave it out?"),
        "data-lose-yes": _("Leave it out"),
        "data-stay": _("Go on editing"),
    }
    return html.Form([*parts, html.P(role="alert", className="field-error")], className="import-form", **told)
