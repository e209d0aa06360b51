"""Who runs a micro project, what is handed over, how ready it is to stand alone, whom it reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Action, Change, Handover, MicroProject, Network, PeopleReached, PhaseChange, Readiness, Stakeholder
from data_layer.models.columns import CodeSet
from data_layer.note import FieldNote, field_notes
from data_layer.problem import NotFound
from data_layer.projects.line import columns_for
from data_layer.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Owned:
    """The micro project as it stands; codes are those of `data_layer.vocabulary`, amounts in minor units, None is unknown.

    `phase` is where its last step led; `jobs` counts persons.
    """

    id: int
    name: str
    network_id: int
    network: str
    time_zone: str | None
    country: str | None
    group_id: int | None
    group: str | None
    end_state: str
    ended_first: date | None
    ended_last: date | None
    format: str
    run_by: str
    run_since_first: date | None
    run_since_last: date | None
    currency: str | None
    monthly_cost_minor: int | None
    in_hand_minor: int | None
    in_hand_on: date | None
    needed_minor: int | None
    jobs: int | None
    source: str | None
    phase: str


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """One look at a dimension: a step from 1 to 4, when, and on what it rests."""

    id: int
    dimension: str
    step: int
    day_first: date | None
    day_last: date | None
    evidence: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A task on its way to another side; `day_first` to `day_last` is when it was handed over, `due` until when it should be."""

    id: int
    task: str
    what: str | None
    to_side: str
    stakeholder_id: int | None
    stakeholder: str | None
    state: str
    due: date | None
    day_first: date | None
    day_last: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class ReachedLine:
    """How many different persons were reached; `about`: the source gives a round number."""

    id: int
    day_first: date | None
    day_last: date | None
    target_groups: tuple[str, ...]
    persons: int
    about: bool
    what: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class RunChange:
    """A change of who runs it, as the history keeps it: when it was recorded, from which side to which (codes)."""

    at: datetime
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Ownership:
    """All of it for one micro project; `notes` stand under (table, id), the changes and rows in the order in which they were entered."""

    project: Owned
    readiness: tuple[ReadinessLine, ...]
    handovers: tuple[HandoverLine, ...]
    reached: tuple[ReachedLine, ...]
    changes: tuple[RunChange, ...]
    notes: Mapping[tuple[str, int], Sequence[FieldNote]]


def ownership(session: Session, micro_project_id: int) -> Ownership:
    """What the session sees of one micro project; NotFound where it sees none. Four statements."""
    project = _project(session, micro_project_id)
    readiness, handovers, reached = _rows(session, micro_project_id)
    changes = _changes(session, micro_project_id)
    found = field_notes(
        session,
        micro_project=[micro_project_id],
        readiness=[line.id for line in readiness],
        handover=[line.id for line in handovers],
        people_reached=[line.id for line in reached],
    )
    notes: dict[tuple[str, int], list[FieldNote]] = {}
    for note in found:
        notes.setdefault((note.table_name, note.row_id), []).append(note)
    return Ownership(project, tuple(readiness), tuple(handovers), tuple(reached), tuple(changes), notes)


def _project(session: Session, micro_project_id: int) -> Owned:
    last = (
        sa.select(PhaseChange.to_phase)
        .where(PhaseChange.micro_project_id == MicroProject.id)
        .order_by(PhaseChange.id.desc())
        .limit(1)
        .correlate(MicroProject)
        .scalar_subquery()
    )
    others = {
        "network": Network.name,
        "time_zone": Network.time_zone,
        "group": Stakeholder.name,
        "phase": sa.func.coalesce(last, Phase.UNKNOWN.value),
    }
    query = (
        sa.select(*columns_for(Owned, MicroProject, **others))
        .join(Network, Network.id == MicroProject.network_id)
        .outerjoin(Stakeholder, Stakeholder.id == MicroProject.group_id)
        .where(MicroProject.id == micro_project_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFound("MicroProject")
    return Owned(*row)


def _rows(session: Session, micro_project_id: int) -> tuple[list[ReadinessLine], list[HandoverLine], list[ReachedLine]]:
    """The rows of three tables in one statement: what one of them has not stands as null in its place."""
    shapes: dict[Any, dict[str, Any]] = {
        Readiness: {"code": Readiness.dimension, "number": Readiness.step, "words": Readiness.evidence},
        Handover: {
            "code": Handover.task,
            "words": Handover.what,
            "side": Handover.to_side,
            "who_id": Handover.stakeholder_id,
            "who": Stakeholder.name,
            "state": Handover.state,
            "due": Handover.due,
        },
        PeopleReached: {
            "number": PeopleReached.persons,
            "about": PeopleReached.about,
            "groups": sa.type_coerce(PeopleReached.target_groups, sa.String),
            "words": PeopleReached.what,
        },
    }
    queries = [_shape(place, model, columns, micro_project_id) for place, (model, columns) in enumerate(shapes.items())]
    rows = session.execute(sa.union_all(*queries).order_by("kind", "id")).all()
    readiness = [ReadinessLine(r.id, r.code, r.number, r.day_first, r.day_last, r.words, r.source) for r in rows if r.kind == 0]
    handovers = [
        HandoverLine(r.id, r.code, r.words, r.side, r.who_id, r.who, r.state, r.due, r.day_first, r.day_last, r.source)
        for r in rows
        if r.kind == 1
    ]
    reached = [
        ReachedLine(r.id, r.day_first, r.day_last, _codes(r.groups), r.number, bool(r.about), r.words, r.source)
        for r in rows
        if r.kind == 2
    ]
    return readiness, handovers, reached


COLUMNS: Mapping[str, Any] = {
    "code": sa.String(),
    "number": sa.Integer(),
    "words": sa.String(),
    "side": sa.String(),
    "who_id": sa.Integer(),
    "who": sa.String(),
    "state": sa.String(),
    "due": sa.Date(),
    "about": sa.Boolean(),
    "groups": sa.String(),
}


def _shape(kind: int, model: Any, columns: Mapping[str, Any], micro_project_id: int) -> sa.Select[Any]:
    filled = [columns.get(name, sa.cast(sa.null(), typed)).label(name) for name, typed in COLUMNS.items()]
    head = [sa.literal(kind).label("kind"), model.id, model.day_first, model.day_last, model.source]
    query = sa.select(*head, *filled).where(model.micro_project_id == micro_project_id)
    return query.outerjoin(Stakeholder, Stakeholder.id == Handover.stakeholder_id) if model is Handover else query


def _codes(text: str | None) -> tuple[str, ...]:
    return CodeSet().process_result_value(text, None)


def _changes(session: Session, micro_project_id: int) -> list[RunChange]:
    """The changes that hold: one that was taken back again is left out with what took it back."""
    before, after = Change.before["run_by"].as_string(), Change.after["run_by"].as_string()
    query = (
        sa.select(Action.at, before, after, Action.undoes_id)
        .join(Action, Action.id == Change.action_id)
        .where(Change.table_name == MicroProject.__tablename__, Change.row_id == micro_project_id, before != after)
        .order_by(Change.id)
    )
    found: list[RunChange] = []
    for at, was, now, undoes_id in session.execute(query):
        if undoes_id is not None and found and (found[-1].after, found[-1].before) == (was, now):
            found.pop()
        else:
            found.append(RunChange(at, was, now))
    return found
