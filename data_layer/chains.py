"""What shows only across rows: the phases of a micro project and the steps of a pilot follow one another."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import PhaseChange, PilotStep
from data_layer.problem import Problem
from data_layer.vocabulary import Phase, RoadmapStep

STEPS = list(RoadmapStep)


def check_whole(session: Session, rows: Iterable[Any]) -> None:
    """Raise the first Problem that these changed rows make with others of their kind.

    "broken_chain": a step of a micro project does not begin in the phase in which the one before ended; "step_out_of_order": a step of a
    pilot stands before the one ahead of it has begun, and has no reason.
    """
    changed = list(rows)
    _check_phases(session, {row.micro_project_id for row in changed if isinstance(row, PhaseChange)})
    _check_steps(session, {row.pilot_id for row in changed if isinstance(row, PilotStep)})


def _check_phases(session: Session, projects: set[int]) -> None:
    if not projects:
        return
    phase: dict[int, str] = {}
    for change in session.scalars(_live(PhaseChange, PhaseChange.micro_project_id, projects)):
        if change.from_phase != phase.get(change.micro_project_id, Phase.UNKNOWN):
            raise Problem("broken_chain", "from_phase", phase=change.from_phase)
        phase[change.micro_project_id] = change.to_phase


def _check_steps(session: Session, pilots: set[int]) -> None:
    if not pilots:
        return
    steps = list(session.scalars(_live(PilotStep, PilotStep.pilot_id, pilots)))
    begun = {(step.pilot_id, step.step) for step in steps}
    for step in steps:
        place = STEPS.index(RoadmapStep(step.step))
        if place and (step.pilot_id, STEPS[place - 1]) not in begun and not (step.reason or "").strip():
            raise Problem("step_out_of_order", "reason", missing=STEPS[place - 1])


def _live(model: Any, parent: Any, ids: set[int]) -> sa.Select[Any]:
    return sa.select(model).where(parent.in_(ids), model.trashed_by.is_(None)).order_by(parent, model.id)
