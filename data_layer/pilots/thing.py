"""What is to be done in pilots: their tasks, and what their reviews and stories led to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Decision, Network, Pilot, PilotTask, Review, Stakeholder, Story
from data_layer.scope import Scope

MOST = 2000


@dataclass(frozen=True, slots=True)
class Thing:
    """A task (`table` "pilot_task") or a decision ("decision") of a pilot; who sees to it is a stakeholder.

    It is done on `done`, open where that is None. `step` is the step of the Roadmap that a task serves; `review_id` or `story_id` says
    what led to a decision. `time_zone` is that of its LEN.
    """

    table: str
    id: int
    pilot_id: int
    pilot: str
    network_id: int
    network: str
    time_zone: str | None
    step: str | None
    review_id: int | None
    story_id: int | None
    what: str
    stakeholder_id: int | None
    stakeholder: str | None
    begins: date | None
    due: date | None
    done: date | None
    source: str | None

    def is_overdue(self, day: date) -> bool:
        """Whether it was due before this day and is not done."""
        return self.done is None and self.due is not None and self.due < day


def things_of(session: Session, pilot_id: int) -> list[Thing]:
    """All tasks and decisions of one pilot by date, those without a date last. One statement."""
    return _things(session, Pilot.id == pilot_id)


def open_things(session: Session, scope: Scope, *, until: date) -> list[Thing]:
    """Tasks and decisions of the scope that are not done and due on this day or before, the earliest first. One statement."""
    return _things(session, scope.networks(Pilot), due=until, is_open=True)


def dated_things(session: Session) -> list[Thing]:
    """Tasks and decisions that are not done and have a date, the earliest first; at most 2000. One statement."""
    return _things(session, due=date.max, is_open=True)


def _things(session: Session, *pilots: sa.ColumnElement[bool], due: date | None = None, is_open: bool = False) -> list[Thing]:
    kinds: list[tuple[Any, Any]] = [(PilotTask, _tasks(pilots)), (Decision, _decisions(pilots))]
    parts = [query.where(model.due <= due if due else sa.true(), model.done.is_(None) if is_open else sa.true()) for model, query in kinds]
    both = sa.union_all(*parts).order_by(sa.asc("due").nulls_last(), sa.desc("kind"), sa.asc("row_id")).limit(MOST)
    return [Thing(*row) for row in session.execute(both)]


def _tasks(pilots: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    nothing = sa.null().label("review_id"), sa.null().label("story_id")
    query = sa.select(sa.literal("pilot_task").label("kind"), *_columns(PilotTask, PilotTask.step, *nothing, PilotTask.begins))
    return _around(query.select_from(PilotTask).join(Pilot, Pilot.id == PilotTask.pilot_id), PilotTask, pilots)


def _decisions(pilots: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    origin = Decision.review_id, Decision.story_id
    columns = _columns(Decision, sa.null().label("step"), *origin, sa.null().label("begins"))
    query = (
        sa.select(sa.literal("decision").label("kind"), *columns)
        .select_from(Decision)
        .outerjoin(Review, Review.id == Decision.review_id)
        .outerjoin(Story, Story.id == Decision.story_id)
        .join(Pilot, Pilot.id == sa.func.coalesce(Review.pilot_id, Story.pilot_id))
    )
    return _around(query, Decision, pilots)


def _columns(model: Any, step: Any, review_id: Any, story_id: Any, begins: Any) -> list[Any]:
    pilot = Pilot.id.label("pilot_id"), Pilot.name.label("pilot"), Network.id.label("network_id"), Network.name.label("network")
    who = Stakeholder.id.label("stakeholder_id"), Stakeholder.name.label("stakeholder")
    row = model.id.label("row_id"), *pilot, Network.time_zone, step, review_id, story_id, model.what
    return [*row, *who, begins, model.due.label("due"), model.done, model.source]


def _around(query: Any, model: Any, pilots: Sequence[sa.ColumnElement[bool]]) -> Any:
    return query.join(Network, Network.id == Pilot.network_id).outerjoin(Stakeholder, Stakeholder.id == model.stakeholder_id).where(*pilots)
