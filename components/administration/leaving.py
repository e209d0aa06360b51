"""What is done when somebody leaves, and when they come back."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.field import select_field
from components.ids import Ids


def leaving_form(ids: Ids, heirs: Sequence[tuple[int, str]]) -> Component:
    """Hand over to one of `heirs` (id, e-mail address) with `to` and `hand-over`, or only shut with `shut`."""
    handing: list[Component] = []
    if heirs:
        options = [("", _("Please choose")), *((str(number), email) for number, email in heirs)]
        field = select_field(
            ids("to"),
            label=_("Who takes over?"),
            problem_id=ids("to-problem"),
            options=options,
            hint=_("This account gets all networks of the one that leaves, which is shut."),
        )
        handing = [field, html.Button(_("Hand over and shut"), id=ids("hand-over"), type="button", className="btn btn-primary")]
    shut = html.Div(
        [
            html.P(_("Without handing over: nobody can sign in with it any more. What it recorded stays."), className="field-hint"),
            html.Button(_("Only shut the account"), id=ids("shut"), type="button", className="btn"),
        ]
    )
    return html.Div([*handing, shut], className="form")


def reopening(ids: Ids) -> Component:
    """The button `open` for an account that is shut."""
    button = html.Button(_("Open the account again"), id=ids("open"), type="button", className="btn")
    return html.Div([html.P(_("It is shut: nobody can sign in with it.")), button], className="form")
