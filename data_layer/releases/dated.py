"""What is dated in chosen networks and counted in a release: readings, people reached, ties, indicators."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.analysis.left_behind import OVER
from data_layer.analysis.network_change import There, there
from data_layer.models import Assessment, Event, MicroProject, PeopleReached, Stakeholder, Tie
from data_layer.models.columns import CodeSet
from data_layer.releases.composition import Period
from data_layer.releases.recorded import live
from data_layer.releases.watched import Watched, counted_by_level, indicator_rows, watched
from data_layer.vocabulary import Relation, StakeholderKind

# Counts that name more than one group, or none of those that the networks and micro projects name.
SEVERAL, OTHERS = "several", "unknown"

# The ids of a network and of its micro project that counted people.
Counting: TypeAlias = tuple[int, int]
InYear: TypeAlias = dict[tuple[Counting, str, str], int]
OverAll: TypeAlias = dict[tuple[Counting, str], int]


@dataclass(frozen=True, slots=True)
class Dated:
    """All of it, for one period. Readings by side and lower step; people by micro project, group and year, and by micro project and group
    over all of it; ties won in the period; organisations that still cooperate at its end through ties out of micro projects that are
    over; indicators by level and kind, and those that were chosen with what they showed.
    """

    readings: Mapping[tuple[str, str], int]
    reached_in_year: Mapping[tuple[Counting, str, str], int]
    reached: Mapping[tuple[Counting, str], int]
    won: int
    cooperating: int
    indicators: Mapping[tuple[str, str], int]
    watched: Sequence[Watched]


def dated(session: Session, ids: Sequence[int], period: Period, groups: Sequence[str], chosen: Collection[int] = ()) -> Dated:
    """What the session sees of it; `groups` are the target groups that can be told apart, `chosen` ids of indicators. Three statements.

    Problem("indicator_not_offered") where one of these is not there.
    """
    indicators = indicator_rows(session, ids, chosen)
    readings, in_year, over_all = _counts(session, ids, period, groups)
    return Dated(
        readings=readings,
        reached_in_year=in_year,
        reached=over_all,
        won=_won(found := _ties(session, ids), period),
        cooperating=_cooperating(found, period.last),
        indicators=counted_by_level(indicators),
        watched=watched(indicators, chosen, period),
    )


def _counts(
    session: Session, ids: Sequence[int], period: Period, groups: Sequence[str]
) -> tuple[Counter[tuple[str, str]], InYear, OverAll]:
    """Readings, a reading between two steps at the lower one, and people reached. One statement."""
    rows = session.execute(sa.union_all(_readings(ids, period), _people(ids))).all()
    readings = Counter({(row.side, str(row.level)): row.n for row in rows if row.side is not None})
    return readings, *_reached([row for row in rows if row.side is None], period, groups)


def _readings(ids: Sequence[int], period: Period) -> sa.Select[*tuple[Any, ...]]:
    kind = (Assessment.side.label("side"), Assessment.level_from.label("level"))
    number, text, day = sa.cast(sa.null(), sa.BigInteger), sa.cast(sa.null(), sa.String), sa.cast(sa.null(), sa.Date)
    empty = (number.label("network"), number.label("project"), sa.type_coerce(text, CodeSet(500)).label("codes"), day.label("day"))
    inside = sa.or_(Assessment.day_last.is_(None), Assessment.day_last.between(period.first, period.last))
    query = sa.select(*kind, sa.func.count(Assessment.id).label("n"), *empty)
    return query.where(live(Assessment, ids), inside).group_by(*kind)


def _people(ids: Sequence[int]) -> sa.Select[*tuple[Any, ...]]:
    who = PeopleReached.network_id, PeopleReached.micro_project_id
    empty = sa.cast(sa.null(), sa.String), sa.cast(sa.null(), sa.Integer)
    return sa.select(*empty, PeopleReached.persons, *who, PeopleReached.target_groups, PeopleReached.day_last).where(
        live(PeopleReached, ids)
    )


def _reached(rows: Iterable[Any], period: Period, groups: Sequence[str]) -> tuple[InYear, OverAll]:
    """Different people: of several counts of one micro project and group the largest, because the same people may be in all of them.

    Nobody knows how many came to two micro projects.
    """
    in_year: InYear = defaultdict(int)
    over_all: OverAll = defaultdict(int)
    for row in rows:
        if period.holds(row.day):
            by, group, year = (row.network, row.project), _group(row.codes, groups), period.year_of(row.day)
            in_year[by, group, year] = max(in_year[by, group, year], row.n)
            over_all[by, group] = max(over_all[by, group], row.n)
    return in_year, over_all


def _group(codes: Sequence[str], groups: Sequence[str]) -> str:
    if len(codes) > 1:
        return SEVERAL
    return codes[0] if codes and codes[0] in groups else OTHERS


@dataclass(frozen=True, slots=True)
class _Tie:
    """A tie between two organisations, and of the micro project that it came out of: its group, how and when it ended."""

    from_id: int
    to_id: int
    start: tuple[date | None, date | None]
    end: tuple[date | None, date | None]
    project_id: int | None
    group_id: int | None
    end_state: str | None
    ended_first: date | None


def _ties(session: Session, ids: Sequence[int]) -> list[_Tie]:
    """Ties between organisations, without conflicts: a group may be a few service users."""
    from_, to = aliased(Stakeholder), aliased(Stakeholder)
    query = (
        sa.select(Tie.from_id, Tie.to_id, Tie.start_first, Tie.start_last, Tie.end_first, Tie.end_last)
        .add_columns(MicroProject.id, MicroProject.group_id, MicroProject.end_state, MicroProject.ended_first)
        .join(from_, from_.id == Tie.from_id)
        .join(to, to.id == Tie.to_id)
        .outerjoin(Event, Event.id == Tie.event_id)
        .outerjoin(MicroProject, MicroProject.id == sa.func.coalesce(Tie.micro_project_id, Event.micro_project_id))
        .where(live(Tie, ids), Tie.relation != Relation.CONFLICT)
        .where(*(end.kind == StakeholderKind.ORGANISATION for end in (from_, to)))
    )
    return [_Tie(row[0], row[1], (row[2], row[3]), (row[4], row[5]), *row[6:]) for row in session.execute(query)]


def _won(ties: Sequence[_Tie], period: Period) -> int:
    return sum(tie.start[1] is not None and period.holds(tie.start[1]) for tie in ties)


def _cooperating(ties: Sequence[_Tie], day: date) -> int:
    partners: set[int] = set()
    for tie in ties:
        over = tie.end_state in OVER and (tie.ended_first is None or tie.ended_first <= day)
        if over and there(tie.start, tie.end, day) is There.YES:
            partners |= {tie.from_id, tie.to_id} - {tie.group_id}
    return len(partners)
