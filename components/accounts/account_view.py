"""Who a person is here: role and networks, and the form for a new password."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.facts import facts
from components.field import password_field
from components.ids import Ids
from components.link import link
from components.vocabulary import label


def role_in_words(role: str) -> str:
    """What an account of this role is for."""
    return {
        "coordinator": _("You coordinate: you see your networks with all that is recorded in them."),
        "leader": _("You lead: you see your networks; small numbers of people are shown as “<5”."),
        "funder": _("You fund: you see the releases of outcomes that name you."),
        "administrator": _("You administer: you look after accounts and networks, and see no figure on service users."),
    }[role]


def access_facts(role: str, networks: Sequence[tuple[int, str]], *, all_networks: bool) -> Component:
    """Role and networks (id, name) of an account; `all_networks` stands above a list."""
    return facts([(_("Role"), label("account_role", role)), (_("Networks"), _("all networks") if all_networks else _given(networks))])


def password_form(ids: Ids, *, least: int) -> Component:
    """Fields `old` and `new`, their problems `old-problem` and `new-problem`, the button `change`; `least` characters are asked for."""
    hint = _("At least %(least)s characters; three words that do not belong together are easy to keep in mind.", least=least)
    old = password_field(ids("old"), label=_("Present password"), problem_id=ids("old-problem"), autocomplete="current-password")
    new = password_field(ids("new"), label=_("New password"), problem_id=ids("new-problem"), autocomplete="new-password", hint=hint)
    button = html.Button(_("Change the password"), id=ids("change"), type="button", className="btn btn-primary")
    return html.Div([old, new, button], className="form")


def _given(networks: Sequence[tuple[int, str]]) -> Content:
    if not networks:
        return _("none")
    return html.Ul([html.Li(link(name, f"/network?network={network_id}")) for network_id, name in networks])
