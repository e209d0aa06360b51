"""Reporting periods: spans of days that are reported on. What is dated in a closed one stays as it is; see `data_layer.closed_period`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.days import parse_day
from data_layer.models import Account, Action, Change, ReportingPeriod
from data_layer.problem import NotFound, Problem
from data_layer.whole_number import LARGEST

ADD, RENAME, CLOSE, OPEN = "period.add", "period.rename", "period.close", "period.open"


@dataclass(frozen=True, slots=True)
class Turn:
    """Once that a period was closed, or opened again and why. `who`: e-mail address, None for the server."""

    closed: bool
    at: datetime
    who: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period with its turns, the latest first; none while it was never closed."""

    id: int
    name: str
    first: date
    last: date
    closed: bool
    turns: tuple[Turn, ...]


def periods(session: Session) -> list[Period]:
    """All periods, the latest first. Two statements."""
    rows = session.scalars(sa.select(ReportingPeriod).order_by(ReportingPeriod.first.desc(), ReportingPeriod.id.desc())).all()
    return _with_turns(session, rows)


def get_period(session: Session, period_id: int) -> Period:
    """One of them; NotFound where there is none. Two statements."""
    (period,) = _with_turns(session, [get_row(session, ReportingPeriod, period_id)])
    return period


def add_period(session: Session, *, name: str | None, first: date | None, last: date | None) -> ReportingPeriod:
    """A new period, open. Problem where something is missing, the days run backwards or the name is taken."""
    if first is None or last is None:
        raise Problem("required", "first" if first is None else "last")
    if last < first:
        raise Problem("date_order", "last", first=first, last=last)
    with acting(session, ADD) as recorder:
        return recorder.insert(ReportingPeriod(name=(name or "").strip(), first=first, last=last))


def span(first: str, last: str) -> tuple[date | None, date | None]:
    """From the first day of one vague date to the last day of another, as people write them; None for an empty one.

    Problem("date_unreadable") with the field `first` or `last`.
    """
    return _day("first", first)[0], _day("last", last)[1]


def period_numbered(session: Session, number: int) -> ReportingPeriod:
    """The period with this id, as a browser sent it; NotFound for anything that is no such id."""
    if not 0 < number < LARGEST:
        raise NotFound(ReportingPeriod.__name__)
    return get_row(session, ReportingPeriod, number)


def rename_period(session: Session, period: ReportingPeriod, *, name: str | None) -> None:
    """Another name for a period; Problem where it is missing or taken."""
    with acting(session, RENAME) as recorder:
        recorder.update(period, name=(name or "").strip())


def close_period(session: Session, period: ReportingPeriod) -> None:
    """From now on nothing that is dated in the period changes. Problem("period_is_closed") where somebody closed it before."""
    if period.closed:
        raise Problem("period_is_closed")
    with acting(session, CLOSE) as recorder:
        recorder.update(period, closed=True, reason=None)


def open_period(session: Session, period: ReportingPeriod, *, reason: str | None) -> None:
    """Let what is dated in a closed period change again. The reason is required; Problem("period_is_open") where it was opened before."""
    if not period.closed:
        raise Problem("period_is_open")
    if not (reason or "").strip():
        raise Problem("required", "reason")
    with acting(session, OPEN) as recorder:
        recorder.update(period, closed=False, reason=(reason or "").strip())


def _day(field: str, text: str) -> tuple[date | None, date | None]:
    try:
        return parse_day(text)
    except Problem as problem:
        raise Problem(problem.code, field, **problem.values) from None


def _with_turns(session: Session, rows: Sequence[ReportingPeriod]) -> list[Period]:
    changes: dict[int, list[Any]] = defaultdict(list)
    query = (
        sa.select(Change.row_id, Change.before, Change.after, Action.at, Account.email)
        .join(Action, Action.id == Change.action_id)
        .outerjoin(Account, Account.id == Action.account_id)
        .where(Change.table_name == ReportingPeriod.__tablename__, Change.row_id.in_([row.id for row in rows]))
        .order_by(Change.id.desc())
    )
    for change in session.execute(query):
        changes[change.row_id].append(change)
    return [Period(row.id, row.name, row.first, row.last, row.closed, tuple(_turns(changes[row.id]))) for row in rows]


def _turns(changes: Sequence[Any]) -> Iterator[Turn]:
    for change in changes:
        before: Mapping[str, Any] = change.before or {"closed": False}
        after: Mapping[str, Any] = change.after or {}
        if after.get("closed") != before["closed"]:
            yield Turn(bool(after.get("closed")), change.at, change.email, after.get("reason"))
