"""The page of one network, section by section: what each shows of the network as it is looked at now."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from dash import html
from dash.development.base_component import Component

from components.filters import Filters
from components.ids import Ids
from components.network import blocks, choices, drawing, picture
from components.network.findings import holds_together
from components.network.panel import reading_panel, stakeholder_panel, tie_panel
from components.network.tables import mapped_table, stakeholder_table, tie_table
from components.network.terms import Bond, Counts, Cut, Mapped, Measure, Pair, Session, Who

BEGIN_WITH = 6
SHORT = 20  # rows of a table that come with the page; longer tables come when they are unfolded


class NetworkLike(Protocol):
    """All that is recorded of a network; `positions` by stakeholder, `names` by id."""

    @property
    def network_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def members(self) -> Sequence[Who]: ...
    @property
    def ties(self) -> Sequence[Bond]: ...
    @property
    def net_maps(self) -> Sequence[Session]: ...
    @property
    def names(self) -> Mapping[int, str]: ...


class Selection(Protocol):
    """What the choices leave of it."""

    @property
    def members(self) -> Sequence[Who]: ...
    @property
    def ties(self) -> Sequence[Bond]: ...
    @property
    def undated(self) -> int: ...


class Portrait(Protocol):
    """What the ties of a selection say."""

    @property
    def selection(self) -> Selection: ...
    @property
    def figures(self) -> Counts: ...
    @property
    def measured(self) -> Sequence[Measure]: ...
    @property
    def cut_points(self) -> Sequence[Cut]: ...
    @property
    def ranked(self) -> bool: ...


class Shown(Protocol):
    """One network as the page shows it: what was chosen, and what follows from it.

    `whole` measures the network without choices, `positions` are those of the chosen mapping or the latest; `editable` is the network's
    id for those who may change it; `missing` and `invited` are sectors.
    """

    network: NetworkLike
    filters: Filters

    @property
    def portrait(self) -> Portrait: ...
    @property
    def whole(self) -> Sequence[Measure]: ...
    @property
    def twins(self) -> Sequence[Pair]: ...
    @property
    def places(self) -> Mapping[int, tuple[float, float]]: ...
    @property
    def placed(self) -> bool: ...
    @property
    def positions(self) -> Mapping[int, Mapped]: ...
    @property
    def net_map(self) -> Session | None: ...
    @property
    def tied_sectors(self) -> Mapping[tuple[str, str], int]: ...
    @property
    def missing(self) -> Sequence[str]: ...
    @property
    def invited(self) -> Sequence[str]: ...
    @property
    def editable(self) -> int | None: ...
    @property
    def totals(self) -> dict[str, int]: ...
    def table(self, key: str) -> dict[str, Any]: ...


def whole_picture(ids: Ids, shown: Shown) -> Component:
    """The picture with everything around it."""
    drawn, focus = drawing_of(shown), shown.filters.get(choices.FOCUS)
    card = picture.picture(
        ids,
        drawing=drawn,
        measures=measures_of(shown),
        status=status_of(shown),
        legend=legend_of(ids, shown, drawn),
        panel=panel(shown, int(focus) if focus else None),
        focus=int(focus) if focus else None,
        network_id=shown.editable,
    )
    tables = [people(shown), bonds(shown)] if is_short(shown) else [None, None]
    places = [html.Div(table, id=ids(name)) for table, name in zip(tables, ("people", "bonds"), strict=True)]
    return blocks.picture_block(ids, card, network_id=shown.network.network_id, reads=reads(shown), tables=places)


def is_short(shown: Shown) -> bool:
    """Whether both tables come with the page."""
    return max(shown.totals.values()) <= SHORT


def drawing_of(shown: Shown) -> dict[str, Any]:
    """What the browser draws."""
    return drawing.drawing(
        network=shown.network.name,
        members=shown.network.members,
        ties=shown.network.ties,
        twins=shown.twins,
        places=shown.places,
        placed=shown.placed,
        measured=shown.whole,
        editable=shown.editable is not None,
    )


def measures_of(shown: Shown) -> dict[str, str]:
    """By what it draws shapes larger and in colours."""
    return drawing.measures(shown.network.members, shown.portrait.measured, shown.positions)


def legend_of(ids: Ids, shown: Shown, drawn: Mapping[str, Any]) -> Component:
    """What shapes, colours, sizes and lines stand for."""
    groups, sizes = keys(shown)
    return picture.legend(
        ids,
        drawing=drawn,
        groups=groups,
        sizes=sizes,
        colour=shown.filters.get(choices.COLOUR, "sector"),
        size=shown.filters.get(choices.SIZE, "hub"),
        ties=shown.network.ties,
        mapped=any(seen.influence is not None for seen in shown.positions.values()),
    )


def keys(shown: Shown) -> tuple[Component, Component]:
    """The parts of the legend that follow the choices: communities and sizes."""
    return picture.group_key(shown.portrait.measured), picture.size_key(shown.portrait.measured, shown.positions)


def status_of(shown: Shown) -> str:
    """How much of the network is shown."""
    undated = shown.portrait.selection.undated if shown.filters.get(choices.YEAR) else None
    return picture.status(shown.portrait.figures, **shown.totals, undated=undated)


def reads(shown: Shown) -> str:
    """The sentence below the picture."""
    seen = {member.id for member in shown.portrait.selection.members}
    twins = [pair for pair in shown.twins if {pair.one.id, pair.other.id} <= seen]
    return holds_together(shown.network.name, shown.portrait.figures, shown.portrait.cut_points, twins)


def people(shown: Shown) -> Component:
    """The stakeholders as a table."""
    seen = shown.portrait
    return stakeholder_table(seen.measured, ranked=seen.ranked, network_id=shown.editable, **shown.table(choices.PEOPLE))


def bonds(shown: Shown) -> Component:
    """The ties as a table."""
    ties, names = shown.portrait.selection.ties, shown.network.names
    return tie_table(ties, names, editable=shown.editable is not None, **shown.table(choices.BONDS))


def findings(shown: Shown) -> list[Component]:
    """What follows from the ties that are shown."""
    seen = shown.portrait
    return [
        blocks.ties_block(seen.figures, seen.measured, **shown.totals, ranked=seen.ranked),
        blocks.standouts_block(seen.figures, seen.measured, **shown.totals, ranked=seen.ranked),
        blocks.leaving_block(seen.figures, seen.cut_points),
        blocks.sectors_block(seen.selection.members, shown.tied_sectors),
    ]


def missing(shown: Shown) -> Component:
    """Who is not recorded in the network."""
    return blocks.missing_block(shown.network.name, shown.network.members, missing=shown.missing, invited=shown.invited)


def power(ids: Ids, shown: Shown) -> Component:
    """Who has power and who is interested, as mapped."""
    return blocks.power_block(
        ids,
        shown.network.members,
        shown.positions,
        table=mapped(shown) if len(shown.positions) <= SHORT else None,
        net_maps=shown.network.net_maps,
        chosen=None if shown.net_map is None else shown.net_map.id,
        network_id=shown.editable,
    )


def mapped(shown: Shown) -> Component:
    """The mapping as a table."""
    return mapped_table(shown.network.members, shown.positions, editable=shown.editable is not None, **shown.table(choices.MAPPED))


def panel(shown: Shown, focus: int | str | None) -> list[Component]:
    """The panel for a stakeholder (its id), a tie ("tie/12"), or nobody."""
    network, measured = shown.network, shown.portrait.measured
    tie = next((tie for tie in network.ties if f"tie/{tie.id}" == focus), None)
    if tie is not None:
        return tie_panel(tie, network.names)
    who = next((member for member in network.members if member.id == focus), None)
    if who is None:
        begin = sorted(measured, key=lambda one: (-one.hub if shown.portrait.ranked else 0, one.member.name))
        return reading_panel([one.member for one in begin[:BEGIN_WITH]])
    return stakeholder_panel(
        who,
        ties=[tie for tie in network.ties if who.id in (tie.from_id, tie.to_id)],
        names=network.names,
        mapped=shown.positions.get(who.id),
        shown=any(one.member.id == who.id for one in measured),
        network_id=shown.editable,
    )
