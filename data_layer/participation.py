"""Readings on the participation pyramid: how many stand where, and the latest of each side per micro project."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Assessment, Event, MicroProject, Network, Note, PhaseChange
from data_layer.scope import Scope
from data_layer.vocabulary import Phase

MOST_NAMES = 50


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
    """A reading of the latest date of one side on one micro project. `judges` is None where unknown or not asked for."""

    id: int
    micro_project_id: int
    micro_project: str
    place: str | None
    country: str | None
    network: str
    side: str
    stage: str
    low: int
    high: int
    day_first: date | None
    day_last: date | None
    judges: int | None


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
    """The readings on micro projects (events of no micro project left out), counted by side, level and target groups. One statement."""
    groups = sa.type_coerce(MicroProject.target_groups, sa.String)
    kind = (Assessment.side, Assessment.level_from, Assessment.level_to, groups)
    query = _of_subjects(sa.select(*kind, sa.func.count(Assessment.id)), scope, phase).where(MicroProject.id.is_not(None))
    rows = session.execute(query.group_by(*kind).order_by(*kind))
    return [Tally(side, low, high, number, groups=tuple(filter(None, codes.split("|")))) for side, low, high, codes, number in rows]


def origins(session: Session, scope: Scope, *, phase: str | None = None) -> dict[str, int]:
    """How many readings of the scope carry a note that they are our reading or invented, by kind of note. One statement."""
    query = _of_subjects(sa.select(Note.kind, sa.func.count(sa.distinct(Assessment.id))), scope, phase)
    query = query.join(Note, sa.and_(Note.table_name == "assessment", Note.row_id == Assessment.id))
    return dict(session.execute(query.group_by(Note.kind).order_by(Note.kind)).all())


def latest_readings(session: Session, scope: Scope, *, phase: str | None = None, with_judges: bool = False) -> list[LatestReading]:
    """Of each micro project and side, the readings of the latest date (several where several stages were judged), by name of the project.

    An undated reading counts only where that side has no dated one. One statement.
    """
    latest = sa.func.rank().over(
        partition_by=(Assessment.micro_project_id, Assessment.side),
        order_by=(Assessment.day_last.desc().nulls_last(), Assessment.day_first.desc()),
    )
    ranked = (
        sa.select(Assessment.id, latest.label("place"))
        .where(Assessment.micro_project_id.is_not(None), scope.networks(Assessment), scope.dated(Assessment))
        .subquery()
    )
    query: Any = (
        sa.select(
            Assessment.id,
            MicroProject.id,
            MicroProject.name,
            MicroProject.place,
            MicroProject.country,
            Network.name,
            Assessment.side,
            Assessment.stage,
            Assessment.level_from,
            Assessment.level_to,
            Assessment.day_first,
            Assessment.day_last,
            Assessment.judges if with_judges else sa.null(),
        )
        .join(ranked, ranked.c.id == Assessment.id)
        .join(MicroProject, MicroProject.id == Assessment.micro_project_id)
        .join(Network, Network.id == Assessment.network_id)
        .where(ranked.c.place == 1, scope.groups(MicroProject), _in_phase(phase))
        .order_by(MicroProject.name, MicroProject.id, Assessment.side, Assessment.id)
    )
    return [LatestReading(*row) for row in session.execute(query)]


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
    """Join readings to their micro project, an event's one included, and keep those of the scope."""
    subject = sa.func.coalesce(Assessment.micro_project_id, Event.micro_project_id)
    return (
        query.select_from(Assessment)
        .outerjoin(Event, Event.id == Assessment.event_id)
        .outerjoin(MicroProject, MicroProject.id == subject)
        .where(scope.networks(Assessment), scope.dated(Assessment), scope.groups(MicroProject), _in_phase(phase))
    )


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
