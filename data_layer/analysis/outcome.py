"""The tables of a release out of the facts on networks, micro projects and money: organisation level only, no count of persons."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data_layer.releases.released import Gap, MoneyLine, NetworkLine, ReleasedTables, Stated, Tally
from data_layer.vocabulary import EndState, OrganisationalFormat, Phase

# A start-up whose form no source names: more than unknown, less than a form.
START_UP = "start_up"
BECAME = [*(code for code in OrganisationalFormat if code != OrganisationalFormat.UNKNOWN), START_UP, OrganisationalFormat.UNKNOWN]
PHASES = [*(code for code in Phase if code != Phase.UNKNOWN), Phase.UNKNOWN]


@dataclass(frozen=True, slots=True)
class NetworkFact:
    """A network; `founded`: whether a source says when."""

    line: NetworkLine
    is_len: bool
    founded: bool


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """Where a micro project stands; `readings` names the fields that are our reading ("phase", "format", "end_state")."""

    id: int
    phase: str
    format: str
    end_state: str
    readings: frozenset[str]

    @property
    def became(self) -> str:
        """Its organisational format; a start-up whose form is unknown is at least that."""
        is_start_up = self.format == OrganisationalFormat.UNKNOWN and self.phase == Phase.START_UP
        return START_UP if is_start_up else self.format

    @property
    def became_is_read(self) -> bool:
        """Whether what it became is our reading."""
        return ("phase" if self.became == START_UP else "format") in self.readings


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """A case in which something was given; the line is None where no source of it is recorded, so that it is not public."""

    micro_project_id: int
    line: MoneyLine | None


def release_tables(
    networks: Sequence[NetworkFact], projects: Sequence[ProjectFact], money: Sequence[MoneyFact], *, stated: Sequence[Stated] = ()
) -> ReleasedTables:
    """All tables of a release. Codes without a micro project stay in, so that none is left out in silence."""
    lines = sorted((fact.line for fact in money if fact.line is not None), key=_largest_first)
    return ReleasedTables(
        networks=tuple(fact.line for fact in networks if fact.is_len),
        unclear=tuple(fact.line for fact in networks if not fact.is_len),
        micro_projects=len(projects),
        became=_tallies(projects, BECAME, lambda project: project.became, lambda project: project.became_is_read),
        phases=_tallies(projects, PHASES, lambda project: project.phase, lambda project: "phase" in project.readings),
        ends=_tallies(projects, EndState, lambda project: project.end_state, lambda project: "end_state" in project.readings),
        money=tuple(lines),
        gaps=tuple(_gaps(networks, projects, money)),
        stated=tuple(stated),
    )


def _tallies(
    projects: Sequence[ProjectFact], codes: Iterable[str], code_of: Callable[[ProjectFact], str], is_read: Callable[[ProjectFact], bool]
) -> tuple[Tally, ...]:
    counts, readings = Counter(map(code_of, projects)), Counter(code_of(project) for project in projects if is_read(project))
    return tuple(Tally(str(code), counts[code], readings[code]) for code in codes)


def _largest_first(line: MoneyLine) -> tuple[bool, str, int, str, str]:
    return line.amount is None, line.currency or "", -(line.amount or 0), line.micro_project, line.funder


def _gaps(networks: Sequence[NetworkFact], projects: Sequence[ProjectFact], money: Sequence[MoneyFact]) -> list[Gap]:
    lens = [fact for fact in networks if fact.is_len]
    lines = [fact.line for fact in money if fact.line is not None]
    given = {fact.micro_project_id for fact in money}
    return [
        Gap("became", sum(project.became == OrganisationalFormat.UNKNOWN for project in projects), len(projects)),
        Gap("phase", sum(project.phase == Phase.UNKNOWN for project in projects), len(projects)),
        Gap("end_state", sum(project.end_state == EndState.UNKNOWN for project in projects), len(projects)),
        Gap("money", sum(project.id not in given for project in projects), len(projects)),
        Gap("amount", sum(line.amount is None and not line.in_kind for line in lines), len(lines)),
        Gap("unsourced", len(money) - len(lines), len(money)),
        Gap("founded", sum(not fact.founded for fact in lens), len(lens)),
        Gap("status", len(networks) - len(lens), len(networks)),
    ]
