"""Readings on the participation pyramid: how many stand where, and the latest of each side per subject and stage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Assessment, Event, MicroProject, Network, Note, PhaseChange, Pilot
from data_layer.scope import Scope
from data_layer.vocabulary import Phase, Side

MOST_NAMES = 50
NO_CODES = "|"
SUBJECT = (Assessment.micro_project_id, Assessment.event_id, Assessment.pilot_id)


class SubjectKind(StrEnum):
    """What a reading is about."""

    MICRO_PROJECT = "micro_project"
    EVENT = "event"
    PILOT = "pilot"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many readings (`number`) of one side share a level (low to high), and a stage, a year or target groups where these are asked for.

    `year` is the year in which the reading's date ends; None where it has no date.
    """

    side: str
    low: int
    high: int
    number: int
    stage: str | None = None
    year: int | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LatestReading:
    """The latest reading of one side on one subject at one stage. `judges` is None where unknown or not asked for.

    `kind`, `subject_id` and `name` say what it is about; `micro_project_id` is also that of an event; `groups` are target groups.
    """

    id: int
    kind: str
    subject_id: int
    name: str
    micro_project_id: int | None
    groups: tuple[str, ...]
    place: str | None
    country: str | None
    network: str
    network_id: int
    side: str
    stage: str
    low: int
    high: int
    day_first: date | None
    day_last: date | None
    judges: int | None


@dataclass(frozen=True, slots=True)
class Steps:
    """The step of a reading, from `low` to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class PairTally:
    """On how many subjects and stages (`number`) both sides stood on these steps in a year; a side is None where it did not judge.

    `year` is None for readings without a date.
    """

    year: int | None
    staff: Steps | None
    users: Steps | None
    number: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Micro projects without any reading: how many, and id and name of the first 50 by name."""

    number: int
    named: tuple[tuple[int, str], ...]


def tallies(session: Session, scope: Scope, *, phase: str | None = None) -> list[Tally]:
    """All readings of the scope, counted by side, level, stage and year; `phase` keeps those of micro projects now in it. One statement."""
    year = sa.extract("year", Assessment.day_last)
    kind = (Assessment.side, Assessment.level_from, Assessment.level_to, Assessment.stage, year)
    query = _of_subjects(sa.select(*kind, sa.func.count(Assessment.id)), scope, phase).group_by(*kind).order_by(*kind)
    return [Tally(side, low, high, number, stage, year) for side, low, high, stage, year, number in session.execute(query)]


def tallies_by_group(session: Session, scope: Scope, *, phase: str | None = None) -> list[Tally]:
    """All readings of the scope, counted by side, level and target groups; pilots name no groups. One statement."""
    groups = _groups()
    kind = (Assessment.side, Assessment.level_from, Assessment.level_to, groups)
    query = _of_subjects(sa.select(*kind, sa.func.count(Assessment.id)), scope, phase)
    rows = session.execute(query.group_by(*kind).order_by(*kind))
    return [Tally(side, low, high, number, groups=_codes(codes)) for side, low, high, codes, number in rows]


def origins(session: Session, scope: Scope, *, phase: str | None = None) -> dict[str, int]:
    """How many readings of the scope carry a note that they are our reading or invented, by kind of note. One statement."""
    query = _of_subjects(sa.select(Note.kind, sa.func.count(sa.distinct(Assessment.id))), scope, phase)
    query = query.join(Note, sa.and_(Note.table_name == "assessment", Note.row_id == Assessment.id))
    return dict(session.execute(query.group_by(Note.kind).order_by(Note.kind)).all())


def latest_readings(
    session: Session, scope: Scope, *, phase: str | None = None, about: SubjectKind | None = None, with_judges: bool = False
) -> list[LatestReading]:
    """Of each subject, side and stage the reading of the latest date, by name of the subject; `about` keeps one kind of subject.

    An undated reading counts only where that side has no dated one at that stage. One statement.
    """
    latest = sa.func.rank().over(
        partition_by=(*SUBJECT, Assessment.side, Assessment.stage),
        order_by=(Assessment.day_last.desc().nulls_last(), Assessment.day_first.desc()),
    )
    ranked = sa.select(Assessment.id, latest.label("place")).where(scope.networks(Assessment), scope.dated(Assessment)).subquery()
    name = _name()
    query = _of_subjects(
        sa.select(
            Assessment.id,
            *SUBJECT,
            name,
            MicroProject.id,
            _groups(),
            sa.func.coalesce(Event.place, MicroProject.place),
            MicroProject.country,
            Network.name,
            Network.id,
            Assessment.side,
            Assessment.stage,
            Assessment.level_from,
            Assessment.level_to,
            Assessment.day_first,
            Assessment.day_last,
            Assessment.judges if with_judges else sa.null(),
        ),
        scope,
        phase,
    )
    query = query.join(ranked, ranked.c.id == Assessment.id).join(Network, Network.id == Assessment.network_id).where(ranked.c.place == 1)
    if about is not None:
        query = query.where(getattr(Assessment, f"{about}_id").is_not(None))
    rows = session.execute(query.order_by(name, *SUBJECT, Assessment.side, Assessment.id))
    return [_latest(*row) for row in rows]


def pair_tallies(session: Session, scope: Scope, *, phase: str | None = None) -> list[PairTally]:
    """Both sides of the same subject, stage and year, counted by their steps; of several readings of a year the latest. One statement."""
    year = sa.extract("year", Assessment.day_last).label("year")
    place = sa.func.row_number().over(
        partition_by=(*SUBJECT, Assessment.stage, year, Assessment.side), order_by=(Assessment.day_last.desc(), Assessment.day_first.desc())
    )
    columns = (*SUBJECT, Assessment.stage, year, Assessment.side, Assessment.level_from, Assessment.level_to, place.label("place"))
    each = _of_subjects(sa.select(*columns), scope, phase).subquery()
    steps = [
        sa.func.max(sa.case((each.c.side == side, each.c[step]))).label(f"{side}_{step}")
        for side in (Side.PROFESSIONALS, Side.USERS)
        for step in ("level_from", "level_to")
    ]
    subject = (each.c.micro_project_id, each.c.event_id, each.c.pilot_id, each.c.stage, each.c.year)
    both = sa.select(each.c.year, *steps).where(each.c.place == 1).group_by(*subject).subquery()
    query: Any = sa.select(*both.c, sa.func.count()).group_by(*both.c).order_by(*both.c)
    return [
        PairTally(year, _steps(staff_low, staff_high), _steps(users_low, users_high), number)
        for year, staff_low, staff_high, users_low, users_high, number in session.execute(query)
    ]


def unread_micro_projects(session: Session, scope: Scope, *, phase: str | None = None) -> Unread:
    """The micro projects of the scope without any reading in its period, on either side. One statement."""
    read = sa.select(Assessment.micro_project_id).where(Assessment.micro_project_id.is_not(None), scope.dated(Assessment))
    query = (
        sa.select(MicroProject.id, MicroProject.name, sa.func.count().over())
        .where(MicroProject.id.not_in(read), scope.networks(MicroProject), scope.groups(MicroProject), _in_phase(phase))
        .order_by(MicroProject.name, MicroProject.id)
        .limit(MOST_NAMES)
    )
    rows = session.execute(query).all()
    return Unread(rows[0][2] if rows else 0, tuple((micro_project_id, name) for micro_project_id, name, _all in rows))


def _of_subjects(query: Any, scope: Scope, phase: str | None) -> Any:
    """Join readings to what they are about, an event's micro project included, and keep those of the scope."""
    project = sa.func.coalesce(Assessment.micro_project_id, Event.micro_project_id)
    return (
        query.select_from(Assessment)
        .outerjoin(Event, Event.id == Assessment.event_id)
        .outerjoin(MicroProject, MicroProject.id == project)
        .outerjoin(Pilot, Pilot.id == Assessment.pilot_id)
        .where(_name().is_not(None), scope.networks(Assessment), scope.dated(Assessment), _for_group(scope), _in_phase(phase))
    )


def _name() -> sa.ColumnElement[str]:
    """What a reading is about; None where that is in the trash."""
    return sa.func.coalesce(Pilot.name, Event.title, MicroProject.name)


def _groups() -> sa.ColumnElement[str]:
    """The target groups of an event, or where it names none (as all other subjects) those of the micro project; as kept."""
    own = sa.func.nullif(sa.type_coerce(Event.target_groups, sa.String), NO_CODES)
    return sa.func.coalesce(own, sa.type_coerce(MicroProject.target_groups, sa.String), NO_CODES)


def _for_group(scope: Scope) -> sa.ColumnElement[bool]:
    return sa.true() if scope.target_group is None else _groups().like(f"%|{scope.target_group}|%")


def _codes(kept: str) -> tuple[str, ...]:
    return tuple(filter(None, kept.split("|")))


def _latest(
    row_id: int, project: int | None, event: int | None, pilot: int | None, name: str, of: int | None, groups: str, *rest: Any
) -> Any:
    kind, subject = (SubjectKind.PILOT, pilot) if pilot else (SubjectKind.EVENT, event) if event else (SubjectKind.MICRO_PROJECT, project)
    return LatestReading(row_id, kind, subject or 0, name, of, _codes(groups), *rest)


def _steps(low: int | None, high: int | None) -> Steps | None:
    return None if low is None or high is None else Steps(low, high)


def _in_phase(phase: str | None) -> sa.ColumnElement[bool]:
    """Criterion on micro projects: their last change of phase led into this one; without any change the phase is unknown."""
    if phase is None:
        return sa.true()
    last = (
        sa.select(PhaseChange.to_phase)
        .where(PhaseChange.micro_project_id == MicroProject.id)
        .order_by(PhaseChange.id.desc())
        .limit(1)
        .correlate(MicroProject)
        .scalar_subquery()
    )
    return sa.and_(MicroProject.id.is_not(None), sa.func.coalesce(last, Phase.UNKNOWN.value) == phase)
