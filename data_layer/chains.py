"""What shows only across rows: phases and steps follow one another, two different people code a voice, a description has no number."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Coding, Indicator, Observation, PhaseChange, PilotStep
from data_layer.problem import Problem
from data_layer.vocabulary import CodingRound, IndicatorKind, Phase, RoadmapStep

STEPS = list(RoadmapStep)


def check_whole(session: Session, rows: Iterable[Any]) -> None:
    """Raise the first Problem that these changed rows make with others of their kind.

    "broken_chain": a step of a micro project does not begin in the phase in which the one before ended; "step_out_of_order": a step of a
    pilot stands before the one ahead of it has begun, and has no reason; "coded_by_one": the same account coded a voice twice;
    "observation_number": a number was seen for an indicator that is described in words.
    """
    changed = list(rows)
    _check_phases(session, {row.micro_project_id for row in changed if isinstance(row, PhaseChange)})
    _check_steps(session, {row.pilot_id for row in changed if isinstance(row, PilotStep)})
    _check_coders(session, {row.voice_id for row in changed if isinstance(row, Coding)})
    _check_numbers(session, {row.indicator_id for row in changed if isinstance(row, Observation)}, "value")
    _check_numbers(session, {row.id for row in changed if isinstance(row, Indicator)}, "kind")


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
        check_step(begun, step.pilot_id, step.step, step.reason)


def check_step(begun: Collection[tuple[int, str]], pilot_id: int, step: str, reason: str | None) -> None:
    """Raise "step_out_of_order" where the step ahead of this one is not among those `begun` (pilot, step), and no reason says why."""
    place = STEPS.index(RoadmapStep(step))
    if place and (pilot_id, STEPS[place - 1]) not in begun and not (reason or "").strip():
        raise Problem("step_out_of_order", "reason", missing=STEPS[place - 1])


def _check_coders(session: Session, voices: set[int]) -> None:
    """Who coded is not known of all rows; where it is, the first is not the second."""
    if not voices:
        return
    coders = {(row.voice_id, row.round, row.coder_id) for row in session.scalars(_live(Coding, Coding.voice_id, voices)) if row.coder_id}
    for voice_id, coded, coder_id in coders:
        if coded == CodingRound.FIRST and (voice_id, CodingRound.SECOND, coder_id) in coders:
            raise Problem("coded_by_one", "round")


def _check_numbers(session: Session, indicators: set[int], field: str) -> None:
    if not indicators:
        return
    counted = sa.select(Indicator.name).join(Observation, Observation.indicator_id == Indicator.id)
    described = counted.where(Indicator.id.in_(indicators), Indicator.kind == IndicatorKind.DESCRIPTIVE)
    numbers = described.where(Observation.value.is_not(None), Indicator.trashed_by.is_(None), Observation.trashed_by.is_(None))
    name = session.scalars(numbers.limit(1)).first()
    if name is not None:
        raise Problem("observation_number", field, name=name)


def _live(model: Any, parent: Any, ids: set[int]) -> sa.Select[Any]:
    return sa.select(model).where(parent.in_(ids), model.trashed_by.is_(None)).order_by(parent, model.id)
