"""The tables of figures of a release as they go into disclosure control: true values, by code."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from data_layer.disclosure.table import NETWORK, TOTAL, Contribution, Coordinate, Dimension, Position, Table, Unit
from data_layer.releases.composition import (
    ENDS,
    FORMATS,
    INDICATORS,
    JOBS,
    MONEY,
    NETWORKS,
    PHASES,
    REACHED,
    REACHED_YEARS,
    SAY,
    TIES,
    Composition,
)
from data_layer.releases.dated import OTHERS, SEVERAL, Dated
from data_layer.releases.different import Count, different, different_in_all
from data_layer.releases.grouping import GROUP, LEVEL, Side, side
from data_layer.releases.recorded import Given, Recorded
from data_layer.releases.watched import value_tables
from data_layer.vocabulary import (
    CaseState,
    EndState,
    EvaluationLevel,
    IndicatorKind,
    Instrument,
    NetworkStatus,
    OrganisationalFormat,
    Phase,
    TargetGroup,
)
from data_layer.vocabulary import Side as Judges

# With fewer networks no table tells them apart.
FEWEST = 3
UNKNOWN = "unknown"
PERIOD = "period"
LEVELS = tuple(str(level) for level in range(1, 8))
# Professionals have no step 7: there service users act without them.
NOBODY = (Judges.PROFESSIONALS.value, "7")
WON, COOPERATING = "won", "cooperating"
RECEIVED, AWARDED = CaseState.RECEIVED.value, CaseState.AWARDED.value


@dataclass(frozen=True)
class Facts:
    """All that the tables are made of."""

    composition: Composition
    recorded: Recorded
    dated: Dated

    @property
    def where(self) -> tuple[Coordinate, ...]:
        """Of which networks everything is."""
        return ((NETWORK, tuple(sorted(str(network.id) for network in self.recorded.networks))),)

    @property
    def when(self) -> tuple[Coordinate, ...]:
        """Of which networks and months everything is."""
        return (*self.where, (PERIOD, tuple(sorted(self.composition.period.atoms))))

    @property
    def networks(self) -> Side:
        """The networks by name."""
        names = {str(network.id): network.name for network in self.recorded.networks}
        return side(NETWORK, names, self.composition.merges)

    @property
    def groups(self) -> Side:
        """The target groups that can be told apart, then the rest."""
        return side(GROUP, (*groups_of(self.recorded), SEVERAL, OTHERS), self.composition.merges)


def groups_of(recorded: Recorded) -> tuple[str, ...]:
    """The target groups that networks and micro projects name: which rows a table has must not tell whom it counts."""
    named = {code for network in recorded.networks for code in network.target_groups}
    named |= {code for project in recorded.projects for code in project.target_groups}
    return tuple(code.value for code in TargetGroup if code in named)


def tabulated(facts: Facts) -> list[Table]:
    """The tables that were chosen, in the fixed order; money gives one for each currency. Last the values of chosen indicators."""
    chosen = [table for code in MAKERS if code in facts.composition.tables for table in MAKERS[code](facts)]
    return [*chosen, *value_tables(facts.dated.watched)]


def _networks(facts: Facts) -> list[Table]:
    counts = Counter(network.country or UNKNOWN for network in facts.recorded.networks if network.status == NetworkStatus.LEN)
    return [_alone(NETWORKS, "networks", Dimension("country", tuple(sorted(counts))), counts, facts.where)]


def _phases(facts: Facts) -> list[Table]:
    """By network, where these are enough."""
    found, phases = facts.recorded, (*(code.value for code in Phase if code != Phase.UNKNOWN), UNKNOWN)
    if len(found.networks) < FEWEST:
        counts = Counter(found.phase(project.id) for project in found.projects)
        return [_alone(PHASES, "projects", Dimension("phase", phases), counts, facts.where)]
    networks = facts.networks
    cells = Counter((networks.code_of[str(project.network_id)], found.phase(project.id)) for project in found.projects)
    return [Table(PHASES, Unit.ORGANISATIONS, "projects", networks.dimension, Dimension("phase", phases), facts.where, dict(cells))]


def _ends(facts: Facts) -> list[Table]:
    counts = Counter(project.end_state for project in facts.recorded.projects)
    return [_alone(ENDS, "projects", Dimension("end_state", _codes(EndState)), counts, facts.where)]


def _formats(facts: Facts) -> list[Table]:
    counts = Counter(project.format for project in facts.recorded.projects)
    return [_alone(FORMATS, "projects", Dimension("organisational_format", _codes(OrganisationalFormat)), counts, facts.where)]


def _say(facts: Facts) -> list[Table]:
    levels = side(LEVEL, LEVELS, facts.composition.merges)
    values: Counter[Position] = Counter()
    for (judges, level), number in facts.dated.readings.items():
        values[judges, levels.code_of[level]] += number
    empty = frozenset({NOBODY}) if NOBODY[1] in levels.dimension.codes else frozenset()
    sides = Dimension("side", _codes(Judges))
    return [Table(SAY, Unit.ANSWERS, "readings", sides, levels.dimension, facts.when, dict(values), empty=empty)]


def _reached(facts: Facts) -> list[Table]:
    groups = facts.groups
    counted = [Count((groups.code_of[group], TOTAL), by, group, persons) for (by, group), persons in facts.dated.reached.items()]
    return [_people(REACHED, groups.dimension, None, facts, counted)]


def _reached_years(facts: Facts) -> list[Table]:
    """Without totals: whoever came in two years is one person. Years of which nobody was counted anywhere are no secret: left out."""
    seen = {year for _by, _group, year in facts.dated.reached_in_year}
    groups, years = facts.groups, {year: atoms for year, atoms in facts.composition.period.years.items() if year in seen}
    if not years:
        return []
    in_year = facts.dated.reached_in_year.items()
    counted = [Count((groups.code_of[group], year), by, group, persons) for (by, group, year), persons in in_year]
    return [_people(REACHED_YEARS, groups.dimension, Dimension(PERIOD, tuple(years), years), facts, counted)]


def _people(code: str, rows: Dimension, columns: Dimension | None, facts: Facts, counted: Sequence[Count]) -> Table:
    values: Counter[Position] = Counter()
    for count in counted:
        values[count.position] += count.persons
    certain = different(counted) | ({(TOTAL, TOTAL): different_in_all(counted)} if columns is None else {})
    return Table(code, Unit.PERSONS, "reached", rows, columns, facts.when, values, certain=certain, totals=columns is None)


def _jobs(facts: Facts) -> list[Table]:
    networks = facts.networks
    counts = _summed((networks.code_of[str(project.network_id)], project.jobs or 0) for project in facts.recorded.projects)
    return [_alone(JOBS, "jobs", networks.dimension, counts, facts.where, Unit.PERSONS)]


def _money(facts: Facts) -> list[Table]:
    """What arrived in the period, and what was promised in it and has not arrived; the contributors are the micro projects."""
    cells: dict[str, dict[Position, list[Contribution]]] = defaultdict(lambda: defaultdict(list))
    for given in facts.recorded.given:
        if given.case.currency:
            for state, part in _parts(given, facts):
                cells[given.case.currency][given.case.instrument, state].append(part)
    rows, columns = Dimension("instrument", _codes(Instrument)), Dimension("state", (RECEIVED, AWARDED))
    return [
        Table(
            code=f"{MONEY}_{currency}",
            unit=Unit.MONEY,
            measure=f"{MONEY}_{currency}",
            rows=_used(rows, {row for row, _column in found}),
            columns=columns,
            where=facts.when,
            contributions={position: tuple(parts) for position, parts in found.items()},
        )
        for currency, found in sorted(cells.items())
    ]


def _parts(given: Given, facts: Facts) -> Iterable[tuple[str, Contribution]]:
    period, case, name = facts.composition.period, given.case, str(given.case.micro_project_id)
    for part in given.arrived:
        if period.holds(part.day):
            yield RECEIVED, Contribution(name, part.amount, part.source)
    arrived = sum(part.amount for part in given.arrived if part.day is None or part.day <= period.last)
    open_ = max((case.awarded_minor or 0) - arrived, 0)
    if open_ and case.state in (CaseState.AWARDED, CaseState.RECEIVED) and period.holds(case.decided_last):
        yield AWARDED, Contribution(name, open_, case.source)


def _ties(facts: Facts) -> list[Table]:
    counts = Counter({WON: facts.dated.won, COOPERATING: facts.dated.cooperating})
    return [_alone(TIES, "ties", Dimension("tie_result", (WON, COOPERATING)), counts, facts.when, totals=False)]


def _indicators(facts: Facts) -> list[Table]:
    rows, columns = Dimension("evaluation_level", _codes(EvaluationLevel)), Dimension("indicator_kind", _codes(IndicatorKind))
    return [Table(INDICATORS, Unit.ORGANISATIONS, "indicators", rows, columns, facts.where, dict(facts.dated.indicators))]


def _alone(
    code: str,
    measure: str,
    rows: Dimension,
    counts: Mapping[str, int],
    where: tuple[Coordinate, ...],
    unit: Unit = Unit.ORGANISATIONS,
    *,
    totals: bool = True,
) -> Table:
    return Table(code, unit, measure, rows, where=where, values={(row, TOTAL): number for row, number in counts.items()}, totals=totals)


def _summed(parts: Iterable[tuple[str, int]]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for code, number in parts:
        sums[code] += number
    return sums


def _codes(vocabulary: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(code) for code in vocabulary)


def _used(dimension: Dimension, codes: Iterable[str]) -> Dimension:
    """Instruments of which there is no money are left out: that is no secret of anybody."""
    used = set(codes)
    return Dimension(dimension.name, tuple(code for code in dimension.codes if code in used))


MAKERS: Mapping[str, Callable[[Facts], Sequence[Table]]] = {
    NETWORKS: _networks,
    PHASES: _phases,
    ENDS: _ends,
    FORMATS: _formats,
    SAY: _say,
    REACHED: _reached,
    REACHED_YEARS: _reached_years,
    JOBS: _jobs,
    MONEY: _money,
    TIES: _ties,
    INDICATORS: _indicators,
}
