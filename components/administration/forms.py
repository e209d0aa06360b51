"""The forms of the pages for administrators; each names its fields and the places where mistakes are told."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import available_timezones

from dash import State, dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.administration.network_line import NetworkPlace
from components.field import check_field, checks_field, select_field, text_field
from components.ids import Ids
from components.vocabulary import label

ROLES = ("coordinator", "leader", "funder", "administrator")
# Columns of a network and the fields of its form.
NETWORK_FIELDS = {"name": "name", "region": "region", "country": "country", "time_zone": "zone"}


def new_account_form(ids: Ids, networks: Sequence[tuple[int, str]]) -> Component:
    """Fields `email`, `role`, `everywhere`, `networks`, the button `invite`; problems at `<field>-problem`. `networks` as (id, name)."""
    email = text_field(
        ids("email"),
        label=_("E-mail address"),
        problem_id=ids("email-problem"),
        kind="email",
        limit=254,
        hint=_("It is the name of the account. The dashboard sends no mail to it."),
    )
    button = html.Button(_("Make the account"), id=ids("invite"), type="button", className="btn btn-primary")
    return html.Div([email, *access_fields(ids, networks), button], className="form")


def access_form(
    ids: Ids, networks: Sequence[tuple[int, str]], *, seen: str, role: str, everywhere: bool, chosen: Sequence[int]
) -> Component:
    """Fields `role`, `everywhere`, `networks`, the button `keep` and the store `seen` for an account that is there."""
    button = html.Button(_("Keep the changes"), id=ids("keep"), type="button", className="btn btn-primary")
    fields = access_fields(ids, networks, role=role, everywhere=everywhere, chosen=chosen)
    return html.Div([dcc.Store(id=ids("seen"), data=seen), *fields, button], className="form")


def access_fields(
    ids: Ids, networks: Sequence[tuple[int, str]], *, role: str = "coordinator", everywhere: bool = False, chosen: Sequence[int] = ()
) -> list[Component]:
    """Fields `role`, `everywhere` and `networks`: what an account may see."""
    hint = _("Coordinators edit their networks, leaders read theirs. Funders and administrators work in no network.")
    options = [(code, label("account_role", code)) for code in ROLES]
    return [
        select_field(ids("role"), label=_("Role"), problem_id=ids("role-problem"), options=options, value=role, hint=hint),
        checks_field(
            ids("networks"),
            label=_("Networks"),
            problem_id=ids("networks-problem"),
            options=networks,
            value=chosen,
            hint=None if networks else _("There is no network yet. Make one first."),
        ),
        check_field(ids("everywhere"), label=_("All networks, also those that come later"), value=everywhere),
    ]


def network_form(ids: Ids, network: NetworkPlace | None = None) -> Component:
    """Fields `name`, `region`, `country`, `zone` and the button `keep`, for a new network or one that is there."""
    country = _("Two capital letters, for example SE for Sweden.")
    zone = _("It says which day it is there, for example Europe/Vilnius. Empty: that of the server.")
    zones = sorted(zone for zone in available_timezones() if zone.startswith("Europe/"))
    fields = [
        _text(ids, "name", _("Name of the network"), network.name if network else None),
        _text(ids, "region", _("Region"), network.region if network else None),
        _text(ids, "country", _("Country"), network.country if network else None, limit=2, hint=country),
        _text(ids, "zone", _("Time zone"), network.time_zone if network else None, limit=60, hint=zone, choices=zones),
    ]
    words = _("Keep the changes") if network else _("Make the network")
    return html.Div([*fields, html.Button(words, id=ids("keep"), type="button", className="btn btn-primary")], className="form")


def network_seen(ids: Ids, network: NetworkPlace) -> Component:
    """The store `seen`: what the form held when it was opened, for `seen_values`."""
    return dcc.Store(id=ids("seen"), data=[getattr(network, column) or "" for column in NETWORK_FIELDS])


def seen_values(seen: Sequence[str]) -> dict[str, str]:
    """Column -> value from the store of `network_seen`."""
    return dict(zip(NETWORK_FIELDS, seen, strict=False))


def network_states(ids: Ids) -> list[State]:
    """What a callback takes from `network_form`: name, region, country and time zone."""
    return [State(ids(field), "value") for field in NETWORK_FIELDS.values()]


def network_problems(ids: Ids) -> dict[str, str]:
    """Where a mistake in a field of `network_form` is told."""
    return {column: ids(f"{field}-problem") for column, field in NETWORK_FIELDS.items()}


def _text(ids: Ids, name: str, words: str, value: str | None, **options: Any) -> Component:
    return text_field(ids(name), label=words, problem_id=ids(f"{name}-problem"), value=value or "", **options)
