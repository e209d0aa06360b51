"""Every change: validated, applied and written to history in one transaction."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_layer.actor import Actor
from data_layer.chains import check_whole
from data_layer.clock import now
from data_layer.closed_period import KeptPeriods
from data_layer.engine import Sessions
from data_layer.hanging import check_links
from data_layer.models import (
    Account,
    Action,
    CalendarFeed,
    Change,
    Grant,
    ImportDraft,
    ImportMapping,
    LogInAttempt,
    Network,
    SignIn,
    UsedForm,
    WaitingAnswer,
)
from data_layer.models.columns import Row, Trashable, home_of
from data_layer.problem import Problem
from data_layer.rules import check_row
from data_layer.snapshot import snapshot
from data_layer.told_once import refused_by

# Sign-ins and failed attempts are traces of their own; writing them to history would double them. Drafts of imports change no data.
# Answers of service users wait to be counted together, and nobody may see them one by one.
UNRECORDED = (Action, Change, SignIn, LogInAttempt, ImportDraft, ImportMapping, CalendarFeed, UsedForm, WaitingAnswer)

R = TypeVar("R", bound=Row)


class Recorder:
    """Collects what one action does; made by `acting`, which writes it down at the end."""

    def __init__(self, session: Session, action: Action) -> None:
        self.session = session
        self.action = action
        self.befores: dict[Row, dict[str, Any] | None] = {}
        self.removed: list[dict[str, Any]] = []
        self.periods = KeptPeriods(session, action.kind)

    def insert(self, row: R) -> R:
        """Add a new row; Problem when it breaks a rule or lies in a closed period, as everywhere here. Returns it with its id."""
        self.insert_all([row])
        return row

    def insert_all(self, rows: list[Any]) -> None:
        """Add new rows of one kind in one go; Problem when one of them breaks a rule."""
        for row in rows:
            self._check(row, None)
            self.befores[row] = None
        self.session.add_all(rows)
        self._flush()

    def update(self, row: Row, **values: Any) -> None:
        """Set fields of a row; Problem when the result breaks a rule."""
        self.befores.setdefault(row, snapshot(row))
        for field, value in values.items():
            setattr(row, field, value)
        self._check(row, self.befores[row])
        self._flush()

    def update_all(self, changes: Iterable[tuple[Row, Mapping[str, Any]]]) -> None:
        """Set fields of many rows in one go; Problem when one of the results breaks a rule."""
        for row, values in changes:
            self.befores.setdefault(row, snapshot(row))
            for field, value in values.items():
                setattr(row, field, value)
            self._check(row, self.befores[row])
        self._flush()

    def trash(self, row: Trashable) -> None:
        """Put a row into the trash."""
        self.trash_all([row])

    def trash_all(self, rows: Iterable[Trashable]) -> None:
        """Put rows into the trash in one go."""
        self._mark(rows, self.action.id)

    def restore_all(self, rows: Iterable[Trashable]) -> None:
        """Take rows out of the trash in one go; Problem when a name has been taken since."""
        self._mark(rows, None)

    def _mark(self, rows: Iterable[Trashable], trashed_by: int | None) -> None:
        for row in rows:
            self.befores.setdefault(row, snapshot(row))
            row.trashed_by = trashed_by
            self.periods.check(row, self.befores[row])
        self._flush()

    def _check(self, row: Row, before: dict[str, Any] | None) -> None:
        """The rules of one row, and of the closed periods in which the change of it lies."""
        check_row(row)
        self.periods.check(row, before)

    def forget(self, row: Row) -> None:
        """Leave out of history a row whose update was refused; give it back the values that the database has."""
        self.befores.pop(row, None)
        self.session.expire(row)
        self.session.refresh(row)

    def remove(self, row: Row) -> None:
        """Delete a row that has no trash (a grant); history keeps what it was."""
        self.removed.append(_change(self.action, row, snapshot(row), None))
        self.session.delete(row)
        self.session.flush()

    def _flush(self) -> None:
        """What only the database can tell (a name already taken, a link to nothing) becomes a Problem too."""
        try:
            self.session.flush()
        except IntegrityError as error:
            raise Problem(*_broken_rule(str(error.orig))) from error


def _broken_rule(text: str) -> tuple[str, str]:
    if "UNIQUE" in text.upper():
        return refused_by(text)
    return ("link_to_nothing", "") if "FOREIGN KEY" in text.upper() else ("against_the_rules", "")


@contextmanager
def acting(session: Session, kind: str) -> Iterator[Recorder]:
    """One action of kind `kind` ("sample.load", "account.password"): the only place where rows may change.

    Writes who, when, what and the rows before and after, and raises `revision` once for every LEN concerned.
    """
    actor: Actor | None = session.info.get("actor")
    if session.info.get("acting"):
        raise RuntimeError("one action cannot hold another: undo would not know where to stop")
    session.info["acting"] = True
    try:
        action = Action(account_id=actor.account_id if actor else None, kind=kind, at=now(), request=session.info.pop("request", None))
        session.add(action)
        session.flush()
        recorder = Recorder(session, action)
        yield recorder
        check_whole(session, recorder.befores)
        check_links(session, recorder.befores)
        _write_history(session, action, recorder)
        _raise_revisions(session, recorder.befores)
        session.flush()
    finally:
        session.info.pop("acting", None)


def _write_history(session: Session, action: Action, recorder: Recorder) -> None:
    changes = [*recorder.removed, *(_change(action, row, before, snapshot(row)) for row, before in recorder.befores.items())]
    if changes:
        session.execute(sa.insert(Change), changes)


def _change(action: Action, row: Row, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    table: sa.Table = sa.inspect(type(row)).local_table
    place = {"action_id": action.id, "network_id": _network_of(row), "table_name": table.name, "row_id": row.id}
    return {**place, "before": before, "after": after}


def _network_of(row: Row) -> int | None:
    return row.network_id if isinstance(row, Grant) else home_of(row)


def _raise_revisions(session: Session, rows: dict[Row, dict[str, Any] | None]) -> None:
    touched = {_network_of(row) for row in rows if not isinstance(row, Account)} - {None}
    if not touched:
        return
    for network in session.scalars(sa.select(Network).where(Network.id.in_(touched))):
        network.revision += 1


@event.listens_for(Sessions, "before_flush")
def _refuse_changes_outside_actions(session: Session, _context: object, _instances: object) -> None:
    if session.info.get("acting"):
        return
    for row in (*session.new, *session.dirty, *session.deleted):
        changed = row in session.new or row in session.deleted or session.is_modified(row)
        if changed and not isinstance(row, UNRECORDED):
            raise RuntimeError(f"{type(row).__name__} changed outside an action")
