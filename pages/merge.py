"""Merge: two stakeholders that are the same become one, or are known as one body in two networks."""

import dash
from dash import html
from flask_babel import gettext as _

from components.columns import split
from components.editing.field_words import field_label
from components.editing.merging import alike, body_button, merge_button, pickers, side_by_side, value_shown, what_moves
from components.filters import Choice, Filters, filter_line, read_filters
from components.help.help_link import help_link
from components.link import link
from components.note import note
from components.page import page
from components.question import question
from components.table import Column, table
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.days import parse_day
from data_layer.editing.merge import JOINTS, merger, suggested
from data_layer.editing.merge_plan import TABLE
from data_layer.network.network import network_choices
from data_layer.network.stakeholder_choices import stakeholder_choices

PATH = "/data/merge"
NETWORK, FIRST, SECOND = "network", "a", "b"
# More are too many to send; then a network has to be chosen first.
MOST = 2000

dash.register_page(__name__, path=PATH, title=lambda **_variables: _("Merge"), permission=Permission.DATA_EDIT)


def layout(**query):
    with reading(actor()) as session:
        networks = network_choices(session)
        network = read_filters(query, allowed={NETWORK: [str(each.id) for each in networks]}).get(NETWORK)
        people = stakeholder_choices(session, int(network) if network else None, limit=MOST + 1)
        filters = _read(query, networks, people)
        chosen = {key: next((each for each in people if str(each.id) == filters.get(key)), None) for key in (FIRST, SECOND)}
        two = [each.id for each in chosen.values() if each is not None]
        found = merger(session, *two) if len(set(two)) == 2 else None
    return page(
        eyebrow=[link(_("Stakeholders"), "/data/stakeholder"), " · ", _("Merge")],
        title=_("Are these two the same?"),
        lede=_(
            "Two entries for one stakeholder become one, with all their ties. In two networks they stay apart and are known as one body."
        ),
        filters=_sentence(filters, networks) if len(networks) > 1 else None,
        ignored=filters.ignored,
        children=[_which(people, chosen, several=len(networks) > 1 and not network), *_answer(found)],
    )


def _read(query, networks, people):
    ids = {str(each.id) for each in people}
    return read_filters(query, allowed={NETWORK: [str(each.id) for each in networks], FIRST: ids, SECOND: ids})


def _sentence(filters: Filters, networks):
    names = [("", _("all networks")), *((str(each.id), each.name) for each in networks)]
    return filter_line([_("Choosing from"), Choice(NETWORK, _("Network"), names, filters.get(NETWORK))], reset=PATH)


def _which(people, chosen, *, several):
    too_many = [note(_("These are too many to choose from. Choose a network first."))] if len(people) > MOST else []
    return question(_("Which two?"), [*too_many, pickers(people[:MOST], chosen, several=several)], name="which")


def _answer(found):
    if found is None:
        return []
    if found.one_network:
        return [split(_fields(found), _moves(found))]
    return [_bodies(found)]


def _fields(found):
    shown = [side_by_side(found, suggested, JOINTS, parse_day), *filter(None, [alike(found, TABLE.fields, parse_day)])]
    how = _("For each field, choose what holds. What is not chosen stays in the history.")
    return question(_("What holds?"), shown, name="fields", how=how)


def _moves(found):
    told = html.Div([*what_moves(found), merge_button(found)], className="merge-moves")
    return question(_("What happens then?"), told, name="moves", source=help_link("merge", _("About merging")))


def _bodies(found):
    sides = (found.first, found.second)
    columns = [Column(_("Field"), header=True), *(Column(side.network[1]) for side in sides)]
    known = [field for field in TABLE.fields.values() if any(side.values[field.name] not in (None, []) for side in sides)]
    rows = [
        [field_label(TABLE.name, field.name), *(value_shown(field, side.values[field.name], parse_day) for side in sides)]
        for field in known
    ]
    said = (
        _("They are recorded as the same body.")
        if found.one_body
        else _("They are in different networks, so both stay. If they are the same body, say so.")
    )
    button = body_button(found.second.id, None) if found.one_body else body_button(found.first.id, found.second.id)
    return question(
        _("One body in two networks?"),
        html.Div(
            [table(columns, rows, caption=_("Both side by side")), html.P(said), html.Div(button, className="btn-row")],
            className="merge-moves",
        ),
        name="bodies",
        source=help_link("same-body", _("About one body in several networks")),
    )
