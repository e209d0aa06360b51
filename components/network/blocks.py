"""The question blocks of the network page."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.matrix import Member, matrix
from components.charts.mix import Kind, mix
from components.charts.parts import Leaving, parts
from components.charts.power_grid import Standing, power_grid
from components.content import Content
from components.downloads import network_downloads
from components.empty import empty
from components.formats import listing, number
from components.ids import Ids
from components.link import link
from components.marks import CATEGORY_OF_SECTOR, sector_mark
from components.network.figures import seven_figures, who_stands_out
from components.network.findings import build_power, falls_apart, sector_gaps, ties_tell, who_is_missing
from components.network.net_maps import as_seen, net_map_buttons
from components.network.picture import save_buttons
from components.network.terms import Counts, Cut, Mapped, Measure, Session, Who
from components.question import question
from components.vocabulary import label, labels

MOST_LEAVING = 8
GAP = ("provider", "business_support")
KINDS = (
    "users",
    "provider",
    "health",
    "authority",
    "job_centre",
    "education",
    "church",
    "non_profit",
    "business",
    "business_support",
    "funder",
)


def picture_block(ids: Ids, card: Component, *, network_id: int, reads: str, tables: Content) -> Component:
    """The picture with its sentence and its tables, which follow what is chosen, and the whole network as files."""
    return question(
        _("Who holds it together?"),
        card,
        name="picture",
        reads=html.Span(reads, id=ids("reads")),
        table=html.Div(tables, id=ids("tables"), className="two-tables"),
        source=[
            _("The tables name the source of each tie. Those who are tied stand near each other; apart from that, places have no meaning."),
            " ",
            network_downloads(network_id),
        ],
        tools=save_buttons(),
    )


def ties_block(counts: Counts, measured: Sequence[Measure], *, members: int, ties: int, ranked: bool) -> Component:
    """The seven figures."""
    return question(
        _("What do the ties tell us?"),
        seven_figures(counts, members=members, ties=ties),
        name="ties-tell",
        reads=ties_tell(counts, measured, ranked=ranked),
        source=_(
            "%(shown)s. Two stakeholders count as tied once, however many ties they have; a conflict is no tie.",
            shown=_on(counts, members, ties),
        ),
    )


def standouts_block(counts: Counts, measured: Sequence[Measure], *, members: int, ties: int, ranked: bool) -> Component:
    """Who stands out by which measure; only counts where there are too few for a ranking."""
    too_few = empty(
        _("Too few stakeholders for a ranking."),
        _("Below eight a place in a list says more about chance than about the network. The table above has the counts."),
    )
    return question(
        _("Who stands out, and how?"),
        who_stands_out(measured) if ranked else too_few,
        name="stands-out",
        source=_("%(shown)s. The table under the picture has the measures of all of them.", shown=_on(counts, members, ties)),
    )


def leaving_block(counts: Counts, cuts: Sequence[Cut]) -> Component:
    """What falls apart if one stakeholder leaves."""
    items = [Leaving(_named(cut.member), cut.parts) for cut in cuts[:MOST_LEAVING]]
    more = len(cuts) - MOST_LEAVING
    rest = [html.P(ngettext("One more cuts off fewer.", "%(num)s more cut off fewer.", more), className="small")] if more > 0 else []
    nobody = empty(_("Nobody is the only way between others.")) if counts.tied else empty(_("No tie is recorded."))
    return question(
        _("What falls apart if one stakeholder leaves?"),
        [parts(items), *rest] if items else nobody,
        name="leaving",
        how=_("Each dot is a stakeholder; dots side by side stay tied to each other.") if items else None,
        reads=falls_apart(counts, cuts),
        source=_("Counted on the ties that are shown (cut points). Ties that nobody has recorded may hold more together."),
    )


def sectors_block(members: Sequence[Who], tied: Mapping[tuple[str, str], int]) -> Component:
    """Ties between the sectors that are recorded, the missing ones marked."""
    present = [code for code in labels("sector") if any(member.sector == code for member in members)]
    rows = [Member(code, label("sector", code), CATEGORY_OF_SECTOR.get(code, 0), _count(members, code)) for code in present]
    unknown = sum(member.sector is None for member in members)
    left_out = ngettext("One stakeholder of unknown sector is left out.", "%(num)s stakeholders of unknown sector are left out.", unknown)
    return question(
        _("Which sectors are tied, and which are not?"),
        matrix(rows, tied, caption=_("Ties between sectors")) if rows else empty(_("No sector is recorded.")),
        name="sectors",
        reads=sector_gaps(tied, present, wanted=GAP),
        source=" ".join(filter(None, (_("Counts ties that are shown; a conflict is no tie."), left_out if unknown else ""))),
    )


def _count(members: Sequence[Who], code: str) -> int:
    return sum(member.sector == code for member in members)


def missing_block(network: str, members: Sequence[Who], *, missing: Sequence[str], invited: Sequence[str]) -> Component:
    """Which kinds of members are recorded in the network, and of which nobody is."""
    inside = [member for member in members if member.role != "outside"]
    kinds = [
        Kind(CATEGORY_OF_SECTOR[code], label("sector", code), _count(inside, code), _missing_note(code, members, inside, invited))
        for code in KINDS
    ]
    return question(
        _("Who is missing?"),
        mix(kinds),
        name="missing",
        reads=who_is_missing(network, missing, invited=len(invited)),
        source=_(
            "Counted over all %(n)s stakeholders of the network without those outside. “Nobody recorded” does not mean “nobody there”.",
            n=number(len(inside)),
        ),
    )


def _missing_note(code: str, members: Sequence[Who], inside: Sequence[Who], invited: Sequence[str]) -> str | None:
    if _count(inside, code):
        return None
    near = [member.name for member in members if member.role == "outside" and member.sector == code]
    if near:
        return _("outside: %(names)s", names=listing(near[:2]))
    return _("usually invited") if code in invited else None


def power_block(
    ids: Ids,
    members: Sequence[Who],
    positions: Mapping[int, Mapped],
    *,
    table: Component | None,
    net_maps: Sequence[Session] = (),
    chosen: int | None = None,
    network_id: int | None = None,
) -> Component:
    """The power and interest grid from the latest mapping of each stakeholder, or from the `chosen` one of `net_maps`.

    `table` has the same, None where it comes later; with `network_id` for those who may change the network.
    """
    mapped = [member for member in members if member.id in positions]
    build = [member for member in mapped if _builds(positions[member.id])]
    users = [member.name for member in build if member.sector == "users"]
    nothing = empty(
        _("No mapping is recorded."),
        _("A mapping (for example a Net-Map) asks those concerned who has how much power, and who is how much interested."),
    )
    return question(
        _("Who has power, who is interested?"),
        power_grid([_standing(member, positions[member.id]) for member in _users_first(mapped)], name="power") if mapped else nothing,
        name="power",
        how=as_seen(net_maps, chosen) if len(net_maps) > 1 else None,
        reads=build_power(len(build), len(mapped), users),
        table=html.Div(table, id=ids("mapped")) if mapped else None,
        source=_mapped_source(len(mapped), len(members), latest=chosen is None),
        tools=None if network_id is None else net_map_buttons(network_id, net_maps, chosen),
    )


def _mapped_source(mapped: int, members: int, *, latest: bool) -> str:
    counts = {"n": number(mapped), "all": number(members)}
    if latest:
        return _("The latest mapping of each stakeholder; %(n)s of %(all)s stakeholders of the network are mapped.", **counts)
    return _("One mapping, as seen then; %(n)s of %(all)s stakeholders of the network stand in it.", **counts)


def _builds(seen: Mapped) -> bool:
    return seen.power in (1, 2) and seen.interest in (3, 4)


def _users_first(members: Sequence[Who]) -> list[Who]:
    return sorted(members, key=lambda member: (member.sector != "users", member.name))


def _standing(member: Who, seen: Mapped) -> Standing:
    return Standing(member.name, f"/stakeholders/{member.id}", CATEGORY_OF_SECTOR.get(member.sector or "", 0), seen.power, seen.interest)


def _named(member: Who) -> list[Component]:
    return [sector_mark(member.sector), link(member.name, f"/stakeholders/{member.id}")]


def _on(counts: Counts, members: int, ties: int) -> str:
    """On how much of the network a figure is counted."""
    if (counts.stakeholders, counts.ties) == (members, ties):
        return _("Counted on the whole network")
    return _(
        "Counted on %(n)s of %(members)s stakeholders and %(m)s of %(ties)s ties, as chosen above",
        n=number(counts.stakeholders),
        members=number(members),
        m=number(counts.ties),
        ties=number(ties),
    )
