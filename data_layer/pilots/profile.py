"""One pilot with all that is recorded of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Assessment, KeyStakeholder, MicroProject, PhaseChange, PilotPoint, PilotProject, Review, Stakeholder, Story
from data_layer.note import FieldNote, field_notes
from data_layer.pilots.pilot import PilotLine, pilot
from data_layer.pilots.thing import Thing, things_of
from data_layer.projects.line import columns_for
from data_layer.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Point:
    """An objective, success factor, agreement or scenario."""

    id: int
    kind: str
    what: str
    with_whom: str | None
    stakeholder_id: int | None
    stakeholder: str | None
    day_first: date | None
    day_last: date | None
    state: str
    remark: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Key:
    """A stakeholder on whom the pilot depends, and for what."""

    id: int
    stakeholder_id: int
    stakeholder: str
    sector: str | None
    part: str
    why: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Project:
    """A micro project of the pilot with the phase in which it stands; `id` is that of the link."""

    id: int
    micro_project_id: int
    name: str
    phase: str
    end_state: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Say:
    """The latest reading of one side on a micro project; the day is None where it is unknown."""

    micro_project_id: int
    side: str
    low: int
    high: int
    day_first: date | None
    day_last: date | None


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review with its four answers in order."""

    id: int
    kind: str
    day_first: date | None
    day_last: date | None
    who: str | None
    first: str | None
    second: str | None
    third: str | None
    fourth: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story of change: who chose it, why, and when that was told back."""

    id: int
    title: str
    story: str
    teller: str
    domain: str | None
    day_first: date | None
    day_last: date | None
    matters: str | None
    chosen_by: str | None
    chosen_why: str | None
    fed_back: date | None
    consent: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A pilot and its rows. `readings` are the latest of its micro projects; `notes` stand under (table, id)."""

    pilot: PilotLine
    points: tuple[Point, ...]
    keys: tuple[Key, ...]
    things: tuple[Thing, ...]
    projects: tuple[Project, ...]
    readings: tuple[Say, ...]
    reviews: tuple[ReviewLine, ...]
    stories: tuple[StoryLine, ...]
    notes: Mapping[tuple[str, int], Sequence[FieldNote]]


def profile(session: Session, pilot_id: int) -> Profile:
    """The pilot with all its rows; NotFound where the session sees none. Eight statements."""
    line = pilot(session, pilot_id)
    points, keys = _points(session, pilot_id), _keys(session, pilot_id)
    projects, readings = _projects(session, pilot_id)
    reviews, stories, things = _reviews(session, pilot_id), _stories(session, pilot_id), things_of(session, pilot_id)
    rows: dict[str, Sequence[Any]] = {
        "pilot": [line],
        "pilot_step": line.steps,
        "pilot_point": points,
        "pilot_project": projects,
        "key_stakeholder": keys,
        "review": reviews,
        "story": stories,
        "pilot_task": [each for each in things if each.table == "pilot_task"],
        "decision": [each for each in things if each.table == "decision"],
    }
    notes = field_notes(session, **{table: [row.id for row in found] for table, found in rows.items()})
    return Profile(line, points, keys, tuple(things), projects, readings, reviews, stories, _by_row(notes))


def _by_row(notes: Sequence[FieldNote]) -> dict[tuple[str, int], list[FieldNote]]:
    found: dict[tuple[str, int], list[FieldNote]] = {}
    for note in notes:
        found.setdefault((note.table_name, note.row_id), []).append(note)
    return found


def _points(session: Session, pilot_id: int) -> tuple[Point, ...]:
    query = (
        sa.select(*columns_for(Point, PilotPoint, stakeholder=Stakeholder.name, stakeholder_id=Stakeholder.id))
        .outerjoin(Stakeholder, Stakeholder.id == PilotPoint.stakeholder_id)
        .where(PilotPoint.pilot_id == pilot_id)
        .order_by(PilotPoint.day_first.asc().nulls_last(), PilotPoint.id)
    )
    return tuple(Point(*row) for row in session.execute(query))


def _keys(session: Session, pilot_id: int) -> tuple[Key, ...]:
    query = (
        sa.select(*columns_for(Key, KeyStakeholder, stakeholder=Stakeholder.name, sector=Stakeholder.sector))
        .join(Stakeholder, Stakeholder.id == KeyStakeholder.stakeholder_id)
        .where(KeyStakeholder.pilot_id == pilot_id)
        .order_by(Stakeholder.name, KeyStakeholder.id)
    )
    return tuple(Key(*row) for row in session.execute(query))


def _projects(session: Session, pilot_id: int) -> tuple[tuple[Project, ...], tuple[Say, ...]]:
    """The micro projects, and the latest reading of each side on them."""
    last: Any = (
        sa.select(PhaseChange.to_phase)
        .where(PhaseChange.micro_project_id == MicroProject.id)
        .order_by(PhaseChange.id.desc())
        .limit(1)
        .correlate(MicroProject)
        .scalar_subquery()
    )
    phase = sa.func.coalesce(last, Phase.UNKNOWN.value)
    mine = columns_for(Project, PilotProject, name=MicroProject.name, phase=phase, end_state=MicroProject.end_state)
    said = _latest_readings(pilot_id)
    query = (
        sa.select(*mine, *said.c)
        .join(MicroProject, MicroProject.id == PilotProject.micro_project_id)
        .outerjoin(said, sa.and_(said.c.micro_project_id == MicroProject.id, said.c.place == 1))
        .where(PilotProject.pilot_id == pilot_id)
        .order_by(MicroProject.name, PilotProject.id, said.c.side)
    )
    rows = session.execute(query).all()
    projects = dict.fromkeys(Project(*row[: len(mine)]) for row in rows)
    return tuple(projects), tuple(Say(*row[len(mine) : -1]) for row in rows if row.place is not None)


def _latest_readings(pilot_id: int) -> sa.Subquery:
    """The readings on the micro projects of the pilot with their place from the latest (1) on, for each side."""
    latest = sa.func.row_number().over(
        partition_by=(Assessment.micro_project_id, Assessment.side),
        order_by=(Assessment.day_last.desc().nulls_last(), Assessment.day_first.desc(), Assessment.id.desc()),
    )
    linked = sa.select(PilotProject.micro_project_id).where(PilotProject.pilot_id == pilot_id)
    columns = columns_for(Say, Assessment, low=Assessment.level_from.label("low"), high=Assessment.level_to.label("high"))
    return sa.select(*columns, latest.label("place")).where(Assessment.micro_project_id.in_(linked)).subquery()


def _reviews(session: Session, pilot_id: int) -> tuple[ReviewLine, ...]:
    query = sa.select(*columns_for(ReviewLine, Review)).where(Review.pilot_id == pilot_id)
    return tuple(ReviewLine(*row) for row in session.execute(query.order_by(Review.day_last.desc().nulls_last(), Review.id.desc())))


def _stories(session: Session, pilot_id: int) -> tuple[StoryLine, ...]:
    query = sa.select(*columns_for(StoryLine, Story)).where(Story.pilot_id == pilot_id)
    return tuple(StoryLine(*row) for row in session.execute(query.order_by(Story.day_last.desc().nulls_last(), Story.id.desc())))
