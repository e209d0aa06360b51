"""One stakeholder: its ties, the networks it is in, its micro projects, its money, and where all that is known from."""

import dash
from dash import html
from flask_babel import gettext as _

from components.columns import split, two
from components.editing.edit_button import add_button, edit_button, edit_row
from components.editing.merging import body_tools
from components.empty import empty
from components.filters import read_filters
from components.help.help_link import help_link, with_help
from components.link import link
from components.page import page
from components.question import question
from components.stakeholder.facts import kind_in_words, origin, stakeholder_facts, twin_note
from components.stakeholder.tables import elsewhere_table, money_tables, positions_table, projects_table
from components.stakeholder.ties import ties_in_words, ties_list, ties_table
from components.table import ROWS_PER_PAGE, pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.models import Stakeholder
from data_layer.network.stakeholder_profile import stakeholder_profile
from data_layer.note import FieldNote

dash.register_page(
    __name__,
    path_template="/stakeholders/<stakeholder_id>",
    title=lambda **_v: _("Stakeholder"),
    permission=Permission.STAKEHOLDER_READ,
    record=Stakeholder,
    record_name=Stakeholder.name,
)


def layout(stakeholder_id=0, **query):
    with reading(actor()) as session:
        profile = stakeholder_profile(session, stakeholder_id)
    filters = read_filters(query, allowed={"page": [str(n) for n in range(1, pages_of(len(profile.ties)) + 1)]})
    return page(
        eyebrow=[link(profile.network, f"/network?network={profile.network_id}"), " · ", _("Stakeholder")],
        title=profile.name,
        lede=profile.description,
        ignored=filters.ignored,
        children=[
            html.P(kind_in_words(profile), className="kind-line"),
            *filter(None, [twin_note(profile, editable=allowed(Permission.DATA_EDIT))]),
            split(_ties(profile, int(filters.get("page", "1"))), _facts(profile)),
            two(_projects(profile), _elsewhere(profile)),
            _money(profile),
            *([_positions(profile), _origin(profile)] if profile.positions else [two(_positions(profile), _origin(profile))]),
        ],
    )


def _ties(profile, page_number):
    notes: dict[int, list[FieldNote]] = {}
    for found in profile.notes:
        if found.table_name == "tie":
            notes.setdefault(found.row_id, []).append(found)
    editable = allowed(Permission.DATA_EDIT)
    shown = profile.ties[(page_number - 1) * ROWS_PER_PAGE : page_number * ROWS_PER_PAGE]
    same = ties_table(shown, notes, name=profile.name, page=page_number, href=_address(profile.id), total=len(profile.ties))
    return question(
        _("Whom does it work with?"),
        ties_list(shown, notes, editable=editable),
        name="ties",
        tools=edit_row(add_button(_("Add a tie"), "tie", from_=profile.id)) if editable else None,
        reads=ties_in_words(profile.ties),
        table=same if profile.ties else None,
        source=help_link("tie", _("About ties")),
    )


def _address(stakeholder_id):
    return lambda n: f"/stakeholders/{stakeholder_id}?page={n}"


def _facts(profile):
    own = [found for found in profile.notes if found.table_name == "stakeholder"]
    picture = link(_("Show it in the network"), f"/network?network={profile.network_id}&focus={profile.id}", button=True)
    return question(
        _("What is recorded of it?"),
        [stakeholder_facts(profile, own), html.P(picture, className="after-facts")],
        name="facts",
        tools=_edit(profile),
    )


def _edit(profile):
    return edit_row(edit_button("stakeholder", profile.id, profile.name)) if allowed(Permission.DATA_EDIT) else None


def _projects(profile):
    rule = _(
        "It stands behind a micro project as its group; it supports one through a tie to that group, other than information or conflict."
    )
    shown = projects_table(profile.projects, name=profile.name, network=profile.network)
    return question(
        _("Which micro projects does it belong to?"),
        shown,
        name="projects",
        source=with_help(rule, "supporters", _("About supporters")) if profile.projects else None,
    )


def _elsewhere(profile):
    shown = elsewhere_table(profile.elsewhere, name=profile.name, body_known=profile.body_known)
    rule = _("Only networks that your account may see are named.")
    return question(
        _("Where else does it appear?"),
        shown,
        name="elsewhere",
        tools=body_tools(profile.id, known=profile.body_known) if allowed(Permission.DATA_EDIT) else None,
        source=with_help(rule if profile.body_known else "", "same-body", _("About one body in several networks")),
    )


def _money(profile):
    rule = _("Each line is one case, as its source states it. Amounts are never added over currencies.")
    shown = money_tables(profile.money, name=profile.name)
    return question(
        _("What money is recorded?"),
        shown,
        name="money",
        source=with_help(rule, "funding-case", _("About funding cases")) if profile.money else None,
    )


def _positions(profile):
    rule = _("Influence is the height of its tower in a mapping, from 0; power and interest are answers from 1 to 4.")
    editable = allowed(Permission.DATA_EDIT)
    shown = positions_table(profile.positions, name=profile.name, editable=editable)
    return question(
        _("How much influence, power and interest?"),
        shown,
        name="positions",
        tools=edit_row(add_button(_("Add how it is seen"), "position", stakeholder=profile.id)) if editable else None,
        source=with_help(rule, "power-interest", _("About power and interest")),
    )


def _origin(profile):
    return question(
        _("Where is this known from?"),
        origin(profile) or empty(_("No source is recorded.")),
        name="origin",
        source=help_link("source", _("About sources")),
    )
