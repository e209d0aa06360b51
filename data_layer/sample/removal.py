"""Take the sample LENs out of the database again; LENs that people made stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import Recorder, acting
from data_layer.engine import Base
from data_layer.models import Action, Change, EventGuest, FundingCase, FundingSource, Network, Release
from data_layer.models.columns import Owned
from data_layer.sample.loader import LOAD

REMOVE = "sample.remove"


@dataclass(frozen=True, slots=True)
class Removed:
    """How many LENs went to the trash, and how many rows in all (the LENs included)."""

    networks: int
    rows: int


def sample_rows_by_people(session: Session) -> int:
    """How many live rows inside the sample LENs were added by people since the sample was loaded."""
    networks = _sample_networks()
    return sum(_count_by_people(session, model, column.in_(networks)) for model, column in _places())


def remove_sample(session: Session) -> Removed:
    """Put the sample LENs, all that is in them and the sample releases into the trash, in one action.

    A funding source that a LEN of people uses stays; administrators look after it from then on.
    """
    networks = list(session.scalars(sa.select(Network).where(Network.id.in_(_sample_networks()))))
    releases = list(session.scalars(sa.select(Release).where(Release.sample, Release.trashed_by.is_(None))))
    if not networks and not releases:
        return Removed(0, 0)
    network_ids = [network.id for network in networks]
    used = set(_sources_used_elsewhere(session, network_ids))
    with acting(session, REMOVE) as recorder:
        for model, column in _places():
            for row in session.scalars(sa.select(model).where(column.in_(network_ids), model.trashed_by.is_(None))):
                _take_out(recorder, row, used)
        recorder.trash_all(_invitations_from_elsewhere(session, network_ids))
        for release in releases:
            recorder.trash(release)
        for network in networks:
            recorder.trash(network)
        rows = sum(1 for row in recorder.befores if getattr(row, "trashed_by", None) is not None)
    return Removed(len(networks), rows)


def _take_out(recorder: Recorder, row: Any, used: set[int]) -> None:
    if isinstance(row, FundingSource) and row.id in used:
        recorder.update(row, entered_by_id=None)
    else:
        recorder.trash(row)


def _sample_networks() -> sa.Select[Any]:
    return sa.select(Network.id).where(Network.sample, Network.trashed_by.is_(None))


def _places() -> Iterator[tuple[Any, Any]]:
    """Each table whose rows are inside a LEN, and its column that says in which."""
    owned = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Owned)]
    for model in sorted(owned, key=lambda model: model.__name__):
        yield model, model.network_id
    yield FundingSource, FundingSource.entered_by_id


def _count_by_people(session: Session, model: Any, inside: Any) -> int:
    loaded = (
        sa.select(Change.row_id)
        .join(Action, Action.id == Change.action_id)
        .where(Action.kind == LOAD, Change.table_name == model.__tablename__)
    )
    query = sa.select(sa.func.count(model.id)).where(inside, model.trashed_by.is_(None), model.id.not_in(loaded))
    return session.scalar(query) or 0


def _sources_used_elsewhere(session: Session, network_ids: list[int]) -> sa.ScalarResult[int]:
    query = sa.select(FundingCase.funding_source_id).where(FundingCase.network_id.not_in(network_ids), FundingCase.trashed_by.is_(None))
    return session.scalars(query)


def _invitations_from_elsewhere(session: Session, network_ids: list[int]) -> list[EventGuest]:
    """The sample LENs as guests of LENs that stay."""
    query = sa.select(EventGuest).where(
        EventGuest.guest_id.in_(network_ids), EventGuest.network_id.not_in(network_ids), EventGuest.trashed_by.is_(None)
    )
    return list(session.scalars(query))
