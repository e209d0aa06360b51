"""Moving a micro project: into another phase, to an end, or both, in one action."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.editing.edit import new_row
from data_layer.editing.following import phase_now
from data_layer.editing.tables import TABLES
from data_layer.editing.values import parsed
from data_layer.models import MicroProject, PhaseChange
from data_layer.problem import Problem

MOVE = "move"


def move(
    session: Session, micro_project_id: int, *, seen: str, step: Mapping[str, Any] | None, end: tuple[str, str] | None
) -> tuple[int, PhaseChange | None]:
    """Write down a step from the phase that the person saw (`step`: field -> value) and how it ended (`end`: code before and after).

    Returns the action's number and the step. Raises NotFound for a micro project that the session does not see, Problem:
    "changed_meanwhile" when somebody else moved it, "step_back_needs_reason", and what else the rules say of a step.
    """
    project = get_row(session, MicroProject, micro_project_id)
    if step is not None and phase_now(session, project.id) != seen:
        raise Problem("changed_meanwhile", "to_phase")
    values = {} if end is None else parsed(TABLES["micro_project"].fields["end_state"], end[1])
    if end is not None and project.end_state not in end:
        raise Problem("changed_meanwhile", "end_state")
    row = None if step is None else new_row(session, TABLES["phase_change"], project.network_id, {**step, "micro_project": project.id})
    with acting(session, MOVE) as recorder:
        if row is not None:
            recorder.insert(row)
        if values:
            recorder.update(project, **values)
        return recorder.action.id, row
