"""The one sign for all that is saved: saving, saved, not saved; and the way back."""

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content


def saving(account_id: int) -> Component:
    """The sign, which assets/edit/10-save.js writes, with the buttons that take back and do again; what is saved is this account's."""
    words = {
        "data-saving": _("Saving …"),
        "data-saved": _("Saved %(time)s", time="{time}"),
        "data-unsaved": _("Not saved yet: no connection or signed out. It is tried again."),
        "data-refused": _("Not saved. See the reason."),
    }
    back, again = _("Take back the last change (Ctrl+Z)"), _("Do it again (Ctrl+Y)")
    sign = {"aria-hidden": "true"}
    return html.Div(
        [
            html.Span(
                [
                    html.Span(id="saving", role="status", className="saving-sign", **words, **{"data-account": account_id}),
                    html.Button(_("Try now"), id="save-again", type="button", className="btn-quiet", hidden=True),
                ],
                className="saving-state",
            ),
            _step([html.Span("↶ ", **sign), _("Take back")], back, "undo"),
            _step([html.Span("↷ ", **sign), _("Do it again")], again, "redo"),
        ],
        className="saving",
    )


def _step(words: Content, title: str, way: str) -> Component:
    return html.Button(words, type="button", className="btn-step", title=title, **{"data-step": way})
