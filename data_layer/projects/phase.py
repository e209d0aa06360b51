"""The steps of micro projects through the phases."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import MicroProject, Note, PhaseChange
from data_layer.projects.line import columns_for
from data_layer.scope import Scope
from data_layer.vocabulary import NoteKind


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One step of a micro project: into `phase`, on a day between first and last (None: unknown); `reason` of a step back.

    `is_reading`: that it stands in this phase is our reading, no source names it.
    """

    id: int
    micro_project_id: int
    phase: str
    day_first: date | None
    day_last: date | None
    reason: str | None
    source: str | None
    is_reading: bool


def phase_steps(session: Session, scope: Scope) -> list[PhaseStep]:
    """The steps of the scope's micro projects, each project's in their order; the year of the scope is left out. One statement."""
    return _steps(session, scope.networks(MicroProject), scope.groups(MicroProject))


def phase_steps_of(session: Session, micro_project_id: int) -> list[PhaseStep]:
    """The steps of one micro project in their order. One statement."""
    return _steps(session, MicroProject.id == micro_project_id)


def _steps(session: Session, *criteria: sa.ColumnElement[bool]) -> list[PhaseStep]:
    reading = sa.and_(
        Note.table_name == "phase_change", Note.row_id == PhaseChange.id, Note.field == "to_phase", Note.kind == NoteKind.READING.value
    )
    query = (
        sa.select(*columns_for(PhaseStep, PhaseChange, phase=PhaseChange.to_phase, is_reading=sa.exists().where(reading)))
        .join(MicroProject, MicroProject.id == PhaseChange.micro_project_id)
        .where(*criteria)
        .order_by(PhaseChange.micro_project_id, PhaseChange.id)
    )
    return [PhaseStep(*row) for row in session.execute(query)]
