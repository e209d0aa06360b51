"""Needs: what service users need, how that was found out, and what became of it; and the events at which people met."""

from dataclasses import dataclass

import dash
from flask_babel import gettext as _

from components.content import listed
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.filters import Filters, address_with, within
from components.help.help_link import with_help
from components.link import link
from components.needs.events import Around, event_list, events_rule, events_say, invitations_table
from components.needs.found import needs_rule, needs_say, needs_table
from components.needs.groups import groups_grid, groups_say
from components.needs.ways import ways_flow, ways_say, ways_table
from components.page import page
from components.persons import FEWEST_SHOWN
from components.question import question
from components.scope_line import GROUP, NETWORK, YEAR, chosen, read_scope, scope_line
from components.table import ROWS_PER_PAGE, page_links, pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.need import STATUSES, WAYS, GroupNeeds, by_group, by_priority, ways
from data_layer.needs.around import surroundings
from data_layer.needs.event import HeldEvent, Invitation, held_events, invitations
from data_layer.needs.need import FoundNeed, found_needs, groups_worked_with
from data_layer.scope import Scope, choices
from data_layer.vocabulary import AccountRole

PATH = "/needs"
NEEDS, EVENTS, INVITED = "needs", "events", "invited"
PAGES = [str(number) for number in range(1, 1000)]
# Entries of events are tall, rows of the tables are not.
ROWS = {NEEDS: ROWS_PER_PAGE, EVENTS: 20, INVITED: ROWS_PER_PAGE}

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Needs"),
    order=25,
    label=lambda: _("Needs"),
    permission=Permission.NEED_READ,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows; `around` belongs to the rows that are on the asked pages of the lists."""

    needs: list[FoundNeed]
    events: list[HeldEvent]
    invited: list[Invitation]
    groups: list[GroupNeeds]
    filters: Filters
    around: Around

    @property
    def masked(self):
        """Whether small counts of persons are hidden."""
        return self.around.masked

    def here(self, key):
        """The rows of a long list that are on the asked page of it."""
        return _on_page(getattr(self, key), self.filters, key)

    def number(self, key):
        """The asked page of a long list."""
        return int(self.filters.get(key, "1"))

    def href(self, key):
        """The address of a page of a long list."""
        return lambda n: address_with(PATH, self.filters, **{key: str(n)})


def layout(**query):
    person = actor()
    with reading(person) as session:
        offered = choices(session)
        filters = read_scope(query, offered, more={NEEDS: PAGES, EVENTS: PAGES, INVITED: PAGES})
        shown = _read(session, filters, offered, masked=person.role == AccountRole.LEADER)
    return page(
        eyebrow=[_("Needs"), " · ", link(_("Voices"), "/voices")],
        title=_("What do service users need, and what became of it?"),
        filters=scope_line(filters, offered, reset=PATH),
        ignored=shown.filters.ignored,
        children=[_needs(shown), _ways(shown), _groups(shown), _events(shown), *_invited(shown)],
    )


def _read(session, filters, offered, *, masked):
    scope = Scope(**chosen(filters))
    needs = by_priority(found_needs(session, scope), least=FEWEST_SHOWN if masked else 0)
    events, invited = held_events(session, scope), invitations(session, scope, seen=_listed(scope, offered))
    lengths = {NEEDS: len(needs), EVENTS: len(events), INVITED: len(invited)}
    filters = within(filters, **{key: pages_of(length, ROWS[key]) for key, length in lengths.items()})
    found = surroundings(session, _on_page(events, filters, EVENTS), [need.id for need in _on_page(needs, filters, NEEDS)])
    editable = allowed(Permission.DATA_EDIT)
    around = Around(found.gatherings, found.needs, found.guests, found.notes, masked, editable, editable and len(offered.networks) > 1)
    groups = by_group(needs, groups=groups_worked_with(session, scope))
    return _Shown(needs, events, invited, [line for line in groups if filters.get(GROUP) in ("", line.group)], filters, around)


def _listed(scope, offered):
    """The networks whose own events are listed."""
    return [scope.network_id] if scope.network_id else [network_id for network_id, _name, _is_len in offered.networks]


def _on_page(rows, filters, key):
    first = (int(filters.get(key, "1")) - 1) * ROWS[key]
    return rows[first : first + ROWS[key]]


def _tools(words, table, filters):
    return edit_row(add_button(words, table, network=filters.get(NETWORK) or None)) if allowed(Permission.DATA_EDIT) else None


def _no_need(filters):
    if filters.values:
        return empty(_("No need fits this choice."), _("Choose less in the sentence above."))
    then = _("Ask service users together, for example in a kitchen talk or a future workshop. A coordinator of the network records it.")
    return empty(_("No need is recorded yet."), then)


def _needs(shown):
    caption = _("Needs")
    total, here = len(shown.needs), shown.here(NEEDS)
    at = {"page": shown.number(NEEDS), "total": total, "href": shown.href(NEEDS)}
    editable = allowed(Permission.DATA_EDIT)
    return question(
        _("What do service users need?"),
        needs_table(here, shown.around.notes, caption=caption, masked=shown.masked, editable=editable, **at)
        if total
        else _no_need(shown.filters),
        name="needs",
        reads=needs_say(shown.needs, masked=shown.masked) if total else None,
        source=with_help(needs_rule(shown.needs, year=shown.filters.get(YEAR)), "need", _("About needs")) if total else None,
        tools=_tools(_("Add a need"), "need", shown.filters),
    )


def _ways(shown):
    found = ways(shown.needs)
    statuses = [status for status in STATUSES if any(way.status == status for way in found)]
    return question(
        _("What became of them?"),
        ways_flow(found, statuses=statuses) if found else empty(_("No need is recorded that could have become something.")),
        name="ways",
        how=_("A band is as thick as its number of needs. Hatched bands come from or lead to what is unknown.") if found else None,
        reads=ways_say(found) if found else None,
        table=ways_table(found, caption=_("From how needs were found out to what became of them")) if found else None,
        source=with_help(_("Each need counts once, by its method; by its event where no method is stated."), "need", _("About needs")),
    )


def _groups(shown):
    groups = shown.groups
    return question(
        _("Whose needs are known, and who was never asked?"),
        groups_grid(groups, ways=WAYS, caption=_("Needs by target group and way")) if groups else empty(_("No target group is recorded.")),
        name="groups",
        reads=groups_say(groups) if groups else None,
        source=with_help(
            _("The groups that the networks work with, and those that a need names. A need of several groups counts in each."),
            "target-group",
            _("About target groups"),
        ),
    )


def _events(shown):
    caption = _("Events")
    here = shown.here(EVENTS)
    links = page_links(shown.number(EVENTS), len(shown.events), href=shown.href(EVENTS), caption=caption, per_page=ROWS[EVENTS])
    return question(
        _("Who met, who came for the first time, who stayed away?"),
        [event_list(here, shown.around, name=caption), *links]
        if here
        else empty(_("No event is recorded."), _("Whatever brings people together counts: a talk in a kitchen, a workshop, a visit.")),
        name="events",
        reads=events_say(shown.events) if here else None,
        source=with_help(events_rule(group=bool(shown.filters.get(GROUP))), "attendance", _("About first times and absences")),
        tools=_tools(_("Add an event"), "event", shown.filters),
    )


def _invited(shown):
    if not shown.invited:
        return []
    caption = _("Events of other networks")
    at = {"page": shown.number(INVITED), "total": len(shown.invited), "href": shown.href(INVITED)}
    table = invitations_table(shown.here(INVITED), caption=caption, **at)
    rule = _("Guests see the title, date and place of an event and whose it is; all else stays with the network that invites.")
    source = with_help(rule, "guest-network", _("About guest networks"))
    return [question(_("Where were networks guests?"), table, name="invited", source=listed(source))]
