"""What surrounds every page: the way round, the messages, the footer."""

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from components.accounts.log_out import log_out
from components.accounts.preferences import preferences
from components.editing.saving import saving
from components.message import ending_banner, message_area, session_banner
from components.search_box import search_box
from components.still import still
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.network.network import has_sample

PLACES = "places"


def shell() -> Component:
    """The frame for the account that asks; Dash puts the page inside. Dash also asks once before anybody has signed in."""
    if not current_user.is_authenticated:
        return html.Div(dash.page_container)
    person = actor()
    return html.Div(
        [
            html.A(_("Skip to the content"), href="#main", className="skip"),
            still(_masthead(person)),
            html.Div([*_session_banners(), message_area("message")], className="messages"),
            html.Main(dash.page_container, id="main", tabIndex=-1, **{"data-offline": _offline()}),
            still(_footer(person)),
        ],
        className="shell",
    )


def _session_banners() -> list[Component]:
    return [
        html.Div(id="session-ends", children=ending_banner(), hidden=True),
        html.Div(id="session-ended", children=session_banner(), hidden=True),
    ]


def _offline() -> str:
    return _("The dashboard cannot be reached. Check your connection; what you typed is still here.")


def _masthead(person: Actor) -> Component:
    wordmark = dcc.Link(
        [html.Span(className="wordmark-steps", **{"aria-hidden": "true"}), html.Span(_("Local Empowerment Networks"))],
        href="/",
        className="wordmark",
    )
    who = html.Span([dcc.Link(person.email, href="/account"), log_out(generate_csrf())], className="who")
    menu = html.Details(
        [html.Summary(_("Menu")), _places(_("Menu"), [*_visible_pages(), _account_page()], log_out(generate_csrf()))], className="menu"
    )
    return html.Header(
        html.Div(
            [html.Div([wordmark, *_search(), *_saving(), who, menu], className="masthead-top"), _places(_("Main"), _visible_pages())],
            className="masthead-in",
        ),
        className="masthead",
    )


def _search() -> list[Component]:
    return [search_box()] if allowed(Permission.NETWORK_READ) else []


def _saving() -> list[Component]:
    return [saving(actor().account_id)] if allowed(Permission.EDITING) else []


def _visible_pages() -> list[tuple[str, str]]:
    """Path and name of the pages in the navigation that the account may open, in order."""
    pages = sorted((page for page in dash.page_registry.values() if page.get("order") is not None), key=lambda page: page["order"])
    return [(page["path"], page["label"]()) for page in pages if allowed(page["permission"])]


def _account_page() -> tuple[str, str]:
    return "/account", _("My account")


def _places(name: str, pages: list[tuple[str, str]], *after: Component) -> Component:
    items = [html.Li(dcc.Link(label, href=path)) for path, label in pages]
    return html.Nav([html.Ul(items), *after], className=PLACES, **{"aria-label": name})


def _footer(person: Actor) -> Component:
    with reading(person) as session:
        sample = has_sample(session)
    text = _("Sample data: facts from the SEMPRE documents and public pages. What no source states is shown as unknown.")
    return html.Footer(
        html.Div(
            [
                html.P(text if sample else _("What nobody has recorded is shown as unknown.")),
                dcc.Link(_("Help"), href="/help"),
                preferences(language=person.language, theme=person.theme, token=generate_csrf()),
            ],
            className="foot-in",
        ),
        className="foot",
    )


def connect() -> None:
    """Let the filters of every page write the address, and mark the current place; both run in the browser."""
    clientside_callback(
        ClientsideFunction("shell", "writeFilters"),
        Output("_pages_location", "search"),
        Input({"type": "filter", "index": dash.ALL}, "value"),
        prevent_initial_call=True,
    )
    clientside_callback(
        ClientsideFunction("shell", "markPlace"),
        Output("main", "data-place"),
        Input("_pages_location", "pathname"),
    )
