"""The only ways in: sessions that see the rows of the actor's LENs and nothing else."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import InstrumentedAttribute, ORMExecuteState, Session, with_loader_criteria

from data_layer.actor import Actor
from data_layer.consent import WITH_HELD_BACK, is_shared, shared_criteria
from data_layer.engine import Sessions, bare_session
from data_layer.models import (
    CatalogueNote,
    EventGuest,
    FundingCase,
    FundingSource,
    GuestEvent,
    Network,
    Release,
    ReleaseReader,
    Stakeholder,
    Story,
    Voice,
)
from data_layer.models.columns import Owned, Trashable, home_of
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole

# Execution option of a statement that looks into the trash as well.
WITH_TRASH = "with_trash"

T = TypeVar("T", bound=Trashable)
V = TypeVar("V")


@contextmanager
def reading(actor: Actor) -> Iterator[Session]:
    """A session for queries. Rows of LENs that the actor may not see, and rows in the trash, do not exist in it."""
    with bare_session() as session:
        session.info["actor"] = actor
        yield session


@contextmanager
def writing(actor: Actor) -> Iterator[Session]:
    """A session for actions, committed at the end; the same rows as in `reading`.

    Raises Problem("foreign_network") when a row outside the actor's LENs would be written.
    """
    with bare_session(write=True) as session:
        session.info["actor"] = actor
        yield session
        session.commit()


def get_row(session: Session, model: type[T], row_id: int) -> T:
    """The row with this id among those that the session sees; NotFound otherwise."""
    row = session.scalars(sa.select(model).where(model.id == row_id)).one_or_none()
    if row is None:
        raise NotFound(model.__name__)
    return row


def get_value(session: Session, column: InstrumentedAttribute[V], row_id: int) -> V:
    """One column of the row with this id among those that the session sees; NotFound otherwise. One statement."""
    found = session.execute(sa.select(column).where(column.class_.id == row_id)).one_or_none()
    if found is None:
        raise NotFound(column.class_.__name__)
    return found[0]


def cases_on(session: Session, source_ids: Collection[int]) -> int:
    """How many live funding cases stand on these funding sources, in whichever LEN: a number, and nothing else about them."""
    query = sa.select(sa.func.count(FundingCase.id)).where(FundingCase.funding_source_id.in_(source_ids), FundingCase.trashed_by.is_(None))
    return session.connection().scalar(query) or 0


def next_body_number(session: Session) -> int:
    """A number that no body has, in whichever LEN."""
    highest = (session.connection().scalar(sa.select(sa.func.max(model.body_id))) or 0 for model in (Stakeholder, FundingSource))
    return max(highest) + 1


@event.listens_for(Sessions, "do_orm_execute")
def _hide_rows(state: ORMExecuteState) -> None:
    """Add the LEN and trash criteria to every ORM statement of a session that has an actor."""
    actor: Actor | None = state.session.info.get("actor")
    if actor is None or state.is_column_load or state.is_relationship_load:
        return
    if not (state.is_select or state.is_update or state.is_delete):
        return
    live = [] if state.execution_options.get(WITH_TRASH) else [_live()]
    shared = [] if state.execution_options.get(WITH_HELD_BACK) else shared_criteria(actor)
    state.statement = state.statement.options(*live, *shared, *_criteria(actor))


def _live() -> Any:
    return with_loader_criteria(Trashable, lambda cls: cls.trashed_by.is_(None), include_aliases=True)


def _criteria(actor: Actor) -> list[Any]:
    account_id = actor.account_id
    named = with_loader_criteria(
        Release,
        lambda cls: cls.id.in_(sa.select(ReleaseReader.release_id).where(ReleaseReader.account_id == account_id)),
        include_aliases=True,
    )
    catalogue = FundingSource.__tablename__
    shared = with_loader_criteria(
        CatalogueNote, lambda cls: sa.and_(cls.table_name == catalogue, cls.trashed_by.is_(None)), include_aliases=True
    )
    if actor.all_networks:
        return [named, shared]
    network_ids = sorted(actor.network_ids)
    inside = with_loader_criteria(Owned, lambda cls: cls.network_id.in_(network_ids), include_aliases=True)
    invited = with_loader_criteria(GuestEvent, lambda cls: cls.guest_id.in_(network_ids), include_aliases=True)
    if actor.role == AccountRole.ADMINISTRATOR:
        return [named, shared, inside, invited]  # Which LENs there are is theirs to look after; what is in them is not.
    return [named, shared, inside, invited, with_loader_criteria(Network, lambda cls: cls.id.in_(network_ids), include_aliases=True)]


@event.listens_for(Sessions, "before_flush")
def _refuse_foreign_rows(session: Session, _context: object, _instances: object) -> None:
    """Refuse a row whose LEN, before or after, is outside the actor's grants, and words that the actor would not see again."""
    actor: Actor | None = session.info.get("actor")
    if actor is None:
        return
    for row in (*session.new, *session.dirty, *session.deleted):
        if not all(_may_write(actor, row, network_id) for network_id in _networks(row)):
            raise Problem("foreign_network", "network_id")
        if isinstance(row, EventGuest):
            _refuse_unseen_guest(actor, row)
    if actor.role == AccountRole.LEADER and not all(is_shared(row) for row in session.new if isinstance(row, Voice | Story)):
        raise Problem("needs_consent", "consent")


def _networks(row: Any) -> list[int | None]:
    """The LENs that a row belongs to, before and after; none for what belongs to no LEN, such as an account."""
    if not isinstance(row, Trashable) or row.HOME is None:
        return []
    return [home_of(row), *(sa.inspect(row).attrs[row.HOME].history.deleted or ())]


def _refuse_unseen_guest(actor: Actor, row: EventGuest) -> None:
    """Nobody invites a LEN that they do not see: which LENs there are would show in what is refused and what is not."""
    for guest_id in sa.inspect(row).attrs.guest_id.history.added or ():
        if not actor.sees(guest_id):
            raise Problem("no_such_row", "guest_id", value=str(guest_id))


def _may_write(actor: Actor, row: Any, network_id: int | None) -> bool:
    """Administrators make networks and look after the sources that no LEN entered."""
    return actor.sees(network_id) or (actor.role == AccountRole.ADMINISTRATOR and isinstance(row, Network | FundingSource))
