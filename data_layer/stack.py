"""What one person would take back next, and what they would do again."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Action, Change
from data_layer.problem import Problem
from data_layer.undo import MODELS, undo

# Nobody goes back further step by step; older actions are taken back in the history.
DEPTH = 500


@dataclass(frozen=True, slots=True)
class _Step:
    id: int
    undoes_id: int | None


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
    kinds = {step.id: step for step in own}
    for step in own:
        if step.undoes_id is None and step.id not in undone:
            break
        again = step.undoes_id in kinds and kinds[step.undoes_id].undoes_id is not None
        if step.undoes_id is not None and not again and step.id not in undone:
            undo(session, step.id)
            return step.undoes_id
    raise Problem("nothing_to_redo")


def _steps(session: Session, account_id: int) -> tuple[list[_Step], set[int]]:
    """The account's actions on data, the last first, and those of them that do not hold."""
    on_data = sa.exists().where(Change.action_id == Action.id, Change.table_name.in_(MODELS))
    query = sa.select(Action.id, Action.undoes_id).where(Action.account_id == account_id, on_data).order_by(Action.id.desc()).limit(DEPTH)
    own = [_Step(*row) for row in session.execute(query)]
    return own, undone_among(session, [step.id for step in own])


def undone_among(session: Session, action_ids: list[int]) -> set[int]:
    """Those of the actions that were taken back, and not done again since. One statement."""
    if not action_ids:
        return set()
    query = sa.select(Action.id, Action.undoes_id).where(Action.undoes_id >= min(action_ids)).order_by(Action.id.desc())
    undone: set[int] = set()
    # From the last to the first: whether an undo holds is known before what it took back is judged.
    for action_id, undoes_id in session.execute(query):
        if undoes_id is not None and action_id not in undone:
            undone.add(undoes_id)
    return undone & set(action_ids)
