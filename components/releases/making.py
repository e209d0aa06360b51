"""What leaders see about releases beside reading them: who else reads them, and the ways to a new one and to what belongs to it."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _


def other_readers(readers: Mapping[int, Sequence[str]], *, own: str) -> Mapping[int, str]:
    """Of each release (id) with readers who they are, but for the reader's own address."""
    return {number: ", ".join(email for email in emails if email != own) for number, emails in readers.items()}


def ways(new: str, compare: str | None, periods: str) -> Component:
    """The addresses at which a release is composed, two are compared (None: there are not two), and periods are closed."""
    found = [
        html.A(_("Compose a release"), href=new, className="btn btn-primary"),
        *([html.A(_("Two releases side by side"), href=compare, className="btn")] if compare else []),
        html.A(_("Reporting periods"), href=periods, className="btn"),
    ]
    return html.Ul([html.Li(way) for way in found], className="report-files", **{"aria-label": _("What you can do here")})
