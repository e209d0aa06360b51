"""Overview: what needs attention, how much is known, where each network stands."""

from urllib.parse import urlencode

import dash
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.columns import split
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.figures import figures
from components.formats import instant
from components.help.help_link import with_help
from components.overview.knowledge import Knowledge, knowledge_figures, knowledge_in_words, lede
from components.overview.network_standing import NetworkRow, Say, by_network, readings_in_words, standing_columns, standing_row
from components.overview.others import nobody_else, others_list
from components.overview.start_list import comes_first, start_lists
from components.overview.waiting import counts_by_kind, waiting_list
from components.page import page
from components.question import question
from components.scope_line import NETWORK, chosen, read_scope, scope_line
from components.table import paged_table, pages_of, table
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.pair import last_of_each
from data_layer.analysis.participation import lower_median
from data_layer.attention import Kind, waiting
from data_layer.clock import now
from data_layer.history_filter import span_since
from data_layer.network.standing import network_standings, total
from data_layer.network.start import starts
from data_layer.others import changes_by_others
from data_layer.participation import SubjectKind
from data_layer.said import said
from data_layer.scope import Scope, choices
from data_layer.vocabulary import AccountRole, Side

dash.register_page(
    __name__, path="/", title=lambda **_v: _("Overview"), order=10, label=lambda: _("Overview"), permission=Permission.OVERVIEW_READ
)


def layout(**query):
    zone = str(get_timezone())
    with reading(actor()) as session:
        choices_ = choices(session)
        if not choices_.networks:
            return _nothing_given()
        pages = [str(n) for n in range(1, pages_of(len(choices_.networks)) + 1)]
        filters = read_scope(query, choices_, more={"page": pages})
        scope = Scope(**chosen(filters))
        networks = network_standings(session, scope, time_zone=zone)
        both_sides = said(session, choices_, scope)
        found = waiting(session, scope, networks=networks, pairs=both_sides.pairs, time_zone=zone)
        if not allowed(Permission.RELEASE_MAKE):
            del found[Kind.MESSAGE]
        others = changes_by_others(session, actor())
    begun = starts(networks) if actor().role == AccountRole.COORDINATOR else []
    lens = [network for network in networks if network.is_len]
    known = _known(networks, len(lens), both_sides.readings, whole=scope == Scope() and actor().all_networks)
    return page(
        eyebrow=_("Overview"),
        title=_("What needs your attention?"),
        lede=lede(
            known,
            countries=len({network.country for network in lens if network.country}),
            held=total(lens).micro_projects,
            waits=sum(map(len, found.values())),
        ),
        filters=scope_line(filters, choices_, reset="/"),
        ignored=filters.ignored,
        children=[
            *(_start(begun) if comes_first(begun) else []),
            split(_waiting(found, filters), [_others(others), _looked_for(found)]),
            _knowledge(known),
            *_networks(networks, last_of_each(both_sides.readings, Side.USERS), filters),
            *([] if comes_first(begun) else _start(begun)),
        ],
    )


def _nothing_given():
    return page(
        eyebrow=_("Overview"),
        title=_("Welcome"),
        lede=_("No network has been given to your account yet, so there is nothing to show."),
        children=empty(
            _("Ask the person who runs the dashboard for a network."),
            _("They need your address, %(email)s, and the name of the network.", email=actor().email),
        ),
    )


def _waiting(found, filters):
    as_of_today = _("What waits is told as of today. The period that you chose narrows ties and readings.")
    return question(
        _("Waiting for you"),
        waiting_list(found, masked=actor().role == AccountRole.LEADER, editable=allowed(Permission.DATA_EDIT)),
        name="waiting",
        how=as_of_today if filters.get("year") else None,
    )


def _start(begun):
    if not begun:
        return []
    how = _("These steps make the first pictures. They tick themselves off as soon as something is recorded.")
    return [question(_("How do you begin?"), start_lists(begun), name="start", how=how)]


def _others(others):
    how = _("Since your last visit, %(moment)s.", moment=instant(others.since)) if others.changes and others.since else None
    span = span_since(others.since) if others.since else None
    shown = others_list(others.changes, now=now(), linked=allowed(Permission.HISTORY_READ), span=span)
    return question(_("What did others change?"), shown if others.changes else nobody_else(others.since), name="others", how=how)


def _looked_for(found):
    rule = _("What nobody has recorded may still be there: these rules see only what is recorded.")
    return question(
        _("What was looked for?"), counts_by_kind(found), name="looked-for", source=with_help(rule, "attention", _("How this is found"))
    )


def _known(networks, lens, readings, *, whole):
    counts = total(networks)
    return Knowledge(
        lens=lens,
        micro_projects=counts.micro_projects,
        readings=len({each.subject_id for each in readings if each.kind == SubjectKind.MICRO_PROJECT}),
        ties=counts.ties,
        confirmed_ties=counts.confirmed_ties,
        dated_ties=counts.dated_ties,
        whole_sample=whole and all(network.sample for network in networks),
    )


def _knowledge(known):
    rule = _(
        "Counted over all that you may see and that the sentence above leaves in. Networks of unclear status are not counted as networks."
    )
    return question(
        _("How much do we know?"),
        figures(knowledge_figures(known)),
        name="knowledge",
        reads=knowledge_in_words(known),
        source=with_help(rule, "how-much-known", _("About these figures")),
    )


def _networks(networks, users, filters):
    levels = by_network([(said.network, said.low, said.high) for said in users])
    lens = [_row(network, levels) for network in networks if network.is_len]
    unclear = [_row(network, levels) for network in networks if not network.is_len]
    return [*([_lens(lens, filters)] if lens else []), *([_unclear(unclear)] if unclear else [])]


def _row(network, levels):
    stated = levels.get(network.name, [])
    counts = {low: sum(1 for other, _high in stated if other == low) for low, _high in stated}
    say = Say(stated, lower_median(counts), network.counts.micro_projects - len(stated))
    return NetworkRow(
        network.id,
        network.name,
        network.country,
        network.for_whom,
        network.target_groups,
        network.facilitators,
        network.counts.micro_projects,
        say,
    )


def _lens(rows, filters):
    def href(n):
        return "/?" + urlencode({**filters.values, "page": n})

    editable = allowed(Permission.DATA_EDIT)
    caption = _("The networks, for whom they work, who coordinates them, their micro projects and service users’ say")
    shown = paged_table(
        standing_columns(),
        [standing_row(row, editable=editable) for row in rows],
        caption=caption,
        page=int(filters.get("page", "1")),
        href=href,
    )
    rule = _(
        "The latest reading of each micro project counts. Of several readings the middle one is named, the lower of two; never a mean."
    )
    return question(
        _("Where does each network stand?"),
        shown,
        name="standing",
        tools=_tools(filters) if editable else None,
        reads=readings_in_words(rows),
        source=with_help(rule, "middle-step", _("About the middle step")),
    )


def _tools(filters):
    network = filters.get(NETWORK) or None
    words = {
        "stakeholder": _("Add a stakeholder"),
        "need": _("Add a need"),
        "event": _("Add an event"),
        "micro_project": _("Add a micro project"),
    }
    return edit_row(*(add_button(said, table, network=network) for table, said in words.items()))


def _unclear(rows):
    how = _("Sources name them without saying that they are Local Empowerment Networks. They are not counted as such.")
    shown = table(
        standing_columns(),
        [standing_row(row, editable=allowed(Permission.DATA_EDIT)) for row in rows],
        caption=_("The networks whose status is unclear"),
    )
    return question(
        _("Which other networks do sources name?"), shown, name="unclear", how=with_help(how, "status-unclear", _("About unclear networks"))
    )
