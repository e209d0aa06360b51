"""Needs with what became of them, and the groups that networks work with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Event, MicroProject, Need, Network, Stakeholder
from data_layer.note import has_invented
from data_layer.projects.line import columns_for
from data_layer.scope import Scope


@dataclass(frozen=True, slots=True)
class FoundNeed:
    """One need: how it was found out (`found_by` is a code, `method` the source's words), when, and what became of it; None is unknown.

    `participants` and `votes` count persons; `invented`: something of it is, for demonstration.
    """

    id: int
    network_id: int
    network: str
    what: str
    target_groups: tuple[str, ...]
    found_by: str | None
    method: str | None
    event_id: int | None
    event: str | None
    day_first: date | None
    day_last: date | None
    participants: int | None
    votes: int | None
    status: str | None
    provider_id: int | None
    provider: str | None
    micro_project_id: int | None
    micro_project: str | None
    source: str | None
    invented: bool


def found_needs(session: Session, scope: Scope) -> list[FoundNeed]:
    """The needs of the scope, by their words; those without a date belong to every year. One statement."""
    query = (
        sa.select(
            *columns_for(
                FoundNeed,
                Need,
                network=Network.name,
                event=Event.title,
                provider=Stakeholder.name,
                micro_project=MicroProject.name,
                invented=has_invented(Need),
            )
        )
        .join(Network, Network.id == Need.network_id)
        .outerjoin(Event, Event.id == Need.event_id)
        .outerjoin(Stakeholder, Stakeholder.id == Need.provider_id)
        .outerjoin(MicroProject, MicroProject.id == Need.micro_project_id)
        .where(scope.networks(Need), scope.groups(Need), scope.dated(Need))
        .order_by(Need.what, Need.id)
    )
    return [FoundNeed(*row) for row in session.execute(query)]


def found_at(session: Session, event_ids: Collection[int]) -> list[tuple[int, int, str]]:
    """The needs that were found out at these events, as (id of the event, id of the need, what is needed). One statement."""
    query = sa.select(Need.event_id, Need.id, Need.what).where(Need.event_id.in_(event_ids)).order_by(Need.what, Need.id)
    return [(event_id, need_id, what) for event_id, need_id, what in session.execute(query) if event_id is not None]


def groups_worked_with(session: Session, scope: Scope) -> set[str]:
    """The target groups that the networks of the scope name as theirs; only the chosen one where one is chosen. One statement."""
    rows = session.execute(sa.select(Network.target_groups).where(scope.networks(Network))).scalars()
    named = {code for codes in rows for code in codes}
    return named if scope.target_group is None else named & {scope.target_group}
