"""The way from a need to an end: picture, table, sentence."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.flow import Node, Stage, Stream, flow
from components.formats import number, share
from components.projects.standing import PHASES, capital
from components.table import Column, Row, table
from components.vocabulary import label, labels

NEEDS = ("micro_project", "taken_up", "open", "parked", "unknown", "not_recorded")
UNKNOWN = {"need:unknown", "need:not_recorded", "phase:unknown", "end:unknown"}


class Ways(Protocol):
    """How many ways go from need to phase and from phase to end, by their codes.

    `from_need` of the `micro_projects` came from a recorded need; `needs_without` needs are no recorded micro project,
    `invented` of them made up for demonstration.
    """

    @property
    def to_phase(self) -> Mapping[tuple[str, str], int]: ...
    @property
    def to_end(self) -> Mapping[tuple[str, str], int]: ...
    @property
    def micro_projects(self) -> int: ...
    @property
    def from_need(self) -> int: ...
    @property
    def needs_without(self) -> int: ...
    @property
    def invented(self) -> int: ...


def need_flow(ways: Ways) -> Component:
    """The ways as bands between needs, phases and ends."""
    return flow(_stages(), _streams(ways), unit=_ways)


def need_flow_table(ways: Ways, *, caption: str) -> Component:
    """The ways as a table: from, to, how many."""
    names = {node.key: node.label for stage in _stages() for node in stage.nodes}
    columns = [Column(_("From"), header=True), Column(_("To")), Column(_("Number"), numeric=True)]
    rows: list[Row] = [[capital(names[stream.source]), names[stream.target], number(stream.n)] for stream in _streams(ways)]
    return table(columns, rows, caption=caption)


def need_flow_says(ways: Ways) -> str:
    """From how many micro projects the need is recorded, and how many needs became none."""
    if not ways.from_need and not ways.needs_without:
        return _("No need is recorded: where these micro projects came from is unknown.")
    parts = []
    if ways.micro_projects:
        words = _("Where it came from is recorded for %(share)s micro projects.", share=share(ways.from_need, ways.micro_projects))
        parts.append(words)
    if ways.needs_without:
        parts.append(ngettext("One need is recorded that led to none.", "%(num)s needs are recorded that led to none.", ways.needs_without))
    if ways.invented:
        words = _("Of these, %(share)s are invented for demonstration.", share=share(ways.invented, ways.needs_without))
        parts.append(words)
    return " ".join(parts)


def _streams(ways: Ways) -> list[Stream]:
    """The ways in the order of the nodes."""
    needs = [Stream(f"need:{need}", f"phase:{phase}", n) for (need, phase), n in ways.to_phase.items()]
    ends = [Stream(f"phase:{phase}", f"end:{end}", n) for (phase, end), n in ways.to_end.items()]
    place = {node.key: (column, row) for column, stage in enumerate(_stages()) for row, node in enumerate(stage.nodes)}
    return sorted([*needs, *ends], key=lambda stream: (place[stream.source], place[stream.target]))


def _stages() -> Sequence[Stage]:
    needs = {
        "micro_project": _("need recorded"),
        "taken_up": _("need, taken up by a provider"),
        "open": _("need, still open"),
        "parked": _("need, parked"),
        "unknown": _("need, what became of it is unknown"),
        "not_recorded": _("no need recorded"),
    }
    phases = {phase: label("phase", phase) for phase in PHASES} | {"none": _("no micro project recorded")}
    ends = {**labels("end_state"), "parked": _("parked"), "unknown": _("end unknown")}
    return [
        _stage(_("The need"), "need", {need: needs[need] for need in NEEDS}),
        _stage(_("The micro project, by phase"), "phase", phases),
        _stage(_("How it ended"), "end", {end: words for end, words in ends.items() if end != "unknown"} | {"unknown": ends["unknown"]}),
    ]


def _stage(title: str, kind: str, names: Mapping[str, str]) -> Stage:
    keys = [f"{kind}:{code}" for code in names]
    return Stage(title, [Node(key, words, unknown=key in UNKNOWN) for key, words in zip(keys, names.values(), strict=True)])


def _ways(n: int) -> str:
    return ngettext("%(num)s way", "%(num)s ways", n)
