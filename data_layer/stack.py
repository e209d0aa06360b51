"""What one person would take back next, and what they would do again."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.models import Action, Change
from data_layer.problem import Problem
from data_layer.undo import takeable_changes, undo, undone_among

# Nobody goes back further step by step; older actions are taken back in the history.
DEPTH = 500


@dataclass(frozen=True, slots=True)
class _Step:
    """An action, what it took back, and what that had taken back in turn."""

    id: int
    undoes_id: int | None
    undoes_undo_of: int | None


def undo_last(session: Session, account_id: int) -> int:
    """Take back the account's last action that holds; returns the number of the action that was taken back.

    Raises Problem("nothing_to_undo") and those of `undo`.
    """
    own, undone = _steps(session, account_id)
    last = next((step.id for step in own if step.undoes_id is None and step.id not in undone), None)
    if last is None:
        raise Problem("nothing_to_undo")
    undo(session, last)
    return last


def redo_last(session: Session, account_id: int) -> int:
    """Do again what the account took back last, unless it has done something new since; returns the number of that action.

    Raises Problem("nothing_to_redo") and those of `undo`.
    """
    own, undone = _steps(session, account_id)
    for step in own:
        if step.undoes_id is None and step.id not in undone:
            break
        if step.undoes_id is not None and step.undoes_undo_of is None and step.id not in undone:
            undo(session, step.id)
            return step.undoes_id
    raise Problem("nothing_to_redo")


def _steps(session: Session, account_id: int) -> tuple[list[_Step], set[int]]:
    """The account's actions that it may take back, the last first, and those of them that do not hold."""
    of_action = sa.exists().where(Change.action_id == Action.id)
    taken_back = aliased(Action)
    query = (
        sa.select(Action.id, Action.undoes_id, taken_back.undoes_id)
        .outerjoin(taken_back, taken_back.id == Action.undoes_id)
        .where(Action.account_id == account_id, of_action, ~of_action.where(sa.not_(takeable_changes(session))))
        .order_by(Action.id.desc())
        .limit(DEPTH)
    )
    own = [_Step(*row) for row in session.execute(query)]
    return own, undone_among(session, [step.id for step in own])
