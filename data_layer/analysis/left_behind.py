"""What a micro project leaves behind: the ties that came out of it, and which of them hold after its end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data_layer.analysis.network_change import There, there
from data_layer.network.network_map import NetworkMap
from data_layer.network.origin import Beginnings, Project
from data_layer.network.stakeholder import Span
from data_layer.network.tie import TieLine
from data_layer.projects.biography import Biography
from data_layer.vocabulary import EndState, Relation

# The main stage of SEMPRE ran from March 2016 to February 2019 (sempre-project.eu, key facts).
SEMPRE_END = date(2019, 2, 28)
OVER = (EndState.SELF_SUSTAINING, EndState.TAKEN_UP, EndState.INFORMAL, EndState.ENDED)


@dataclass(frozen=True, slots=True)
class Held:
    """Ties on a day: how many surely hold, perhaps hold, are over or have not begun, and have no date at all."""

    hold: int
    perhaps: int
    over: int
    undated: int

    @property
    def ties(self) -> int:
        """How many there are in all."""
        return self.hold + self.perhaps + self.over + self.undated


@dataclass(frozen=True, slots=True)
class Legacy:
    """A micro project, the ties that came out of it by what they are on the day looked at (tie id -> there or not), and the stakeholders
    (ids) that still cooperate through them. `over`: it came to an end; `yet`: the day lies before that, so that nothing can be told.
    """

    project: Project
    ties: Mapping[int, There]
    partners: tuple[int, ...]
    over: bool
    yet: bool

    @property
    def held(self) -> Held:
        """Its ties counted."""
        return _counted(self.ties.values())


def held(spans: Iterable[tuple[Span, Span]], day: date) -> Held:
    """How many of these, each with its vague beginning and end, hold on a day."""
    return _counted(there(start, end, day) for start, end in spans)


def left_today(life: Biography, today: date) -> Held:
    """The ties that came out of a micro project, as they are today; conflict is no tie here."""
    grown = [tie for tie in (*life.ties, *life.grown) if tie.came_out and tie.relation != Relation.CONFLICT]
    return held((((tie.day_first, tie.day_last), (tie.end_first, tie.end_last)) for tie in grown), today)


def _counted(found: Iterable[There]) -> Held:
    listed = list(found)
    return Held(*(listed.count(kind) for kind in (There.YES, There.PERHAPS, There.NO, There.UNDATED)))


def out_of(ties: Iterable[TieLine], beginnings: Beginnings) -> dict[int, list[TieLine]]:
    """Micro project id -> the ties that came out of it or out of one of its events; conflict is no tie here."""
    found: dict[int, list[TieLine]] = {}
    for tie in ties:
        project = beginnings.project_of(tie)
        if project is not None and tie.relation != Relation.CONFLICT:
            found.setdefault(project, []).append(tie)
    return found


def legacies(network: NetworkMap, beginnings: Beginnings, day: date) -> list[Legacy]:
    """What came out of each micro project that is over or out of which a tie came: those that are over first, then by name."""
    grown = out_of(network.ties, beginnings)
    found = [_legacy(one, grown.get(one.id, []), day) for one in beginnings.projects.values() if one.id in grown or one.end_state in OVER]
    return sorted(found, key=lambda legacy: (not legacy.over, legacy.project.name, legacy.project.id))


def _legacy(project: Project, ties: Sequence[TieLine], day: date) -> Legacy:
    found = {tie.id: there(tie.start, tie.end, day) for tie in ties}
    holding = [tie for tie in ties if found[tie.id] is There.YES]
    partners = {end for tie in holding for end in (tie.from_id, tie.to_id) if end != project.group_id}
    return Legacy(project, found, tuple(sorted(partners)), project.end_state in OVER, _before(day, project.ended))


def _before(day: date, ended: Span) -> bool:
    return ended[0] is not None and day < ended[0]
