"""What each role can do in the dashboard, in a few lines."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.link import link
from components.vocabulary import label

Line = tuple[str, str, str]


def role_guide(role: str) -> html.Section:
    """A short list for one role (a code of the vocabulary "account_role"): where to go for what."""
    lines = {"coordinator": _coordinator, "leader": _leader, "funder": _funder, "administrator": _administrator}[role]()
    words = _("Your role: %(role)s.", role=label("account_role", role))
    return html.Section(
        [
            html.H2(_("What you can do here"), id="help-role"),
            html.Ul([_line(line) for line in lines], className="guide"),
            html.P(f"{words} {_more(role)}"),
        ],
        className="ask",
        **{"aria-labelledby": "help-role"},
    )


def _line(line: Line) -> Component:
    words, href, then = line
    return html.Li([link(words, href), html.Span(then)])


def _networks() -> Sequence[Line]:
    return [
        (_("See what waits"), "/", _("deadlines, micro projects that stall, gaps, members who are missing")),
        (_("Look at a network"), "/network", _("who works with whom, who holds it together, who is missing")),
        (_("Read what people need"), "/needs", _("how needs were found out, what became of them, who came to which event")),
        (_("Follow micro projects"), "/micro-projects", _("from the need to the end, each with its own page")),
        (_("Follow the money"), "/funding", _("who gives, who may apply, what was awarded, what hangs on one source")),
        (_("Compare how much say users have"), "/participation", _("seven steps, seen by professionals and by service users")),
    ]


def _account() -> Line:
    return (_("Look after your account"), "/account", _("password, language, theme, where you are signed in"))


def _coordinator() -> Sequence[Line]:
    return [
        *_networks(),
        (_("Edit what is recorded"), "/data", _("every table as a grid; on other pages “Edit” opens the same record")),
        (_("Bring in a list"), "/data/import", _("from a spreadsheet or another program, with a preview before anything changes")),
        (_("See who changed what"), "/history", _("and take it back")),
        _account(),
    ]


def _leader() -> Sequence[Line]:
    return [*_networks(), (_("Read releases"), "/outcomes", _("what came out of it, as funders see it")), _account()]


def _funder() -> Sequence[Line]:
    return [(_("Read releases"), "/outcomes", _("what came out of it: fixed tables that name your account as a reader")), _account()]


def _administrator() -> Sequence[Line]:
    people = (_("Look after accounts and networks"), "/admin", _("who may come in, what each may see, one-time passwords, back-ups"))
    return [people, _account()]


def _more(role: str) -> str:
    if role == "coordinator":
        return _("You see all numbers of the networks that were given to you.")
    if role == "leader":
        return _("You see the networks that were given to you. Counts of persons under five appear as “<5”.")
    if role == "funder":
        return _("Other pages are not open to funders: a release is the same for everybody who reads it.")
    return _(
        "You see no figure on service users. What each account may see is set under “Administration”; back-ups are made with commands "
        "on the server."
    )
