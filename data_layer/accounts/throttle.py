"""Slows down guessing: failed log-ins are counted per account name and per address, in the database, for all workers."""

import hashlib
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.clock import now
from data_layer.models import LogInAttempt
from data_layer.problem import Problem

MEMORY = timedelta(days=1)
LONGEST_WAIT = 15 * 60
FREE_PER_ACCOUNT = 5
FREE_PER_ADDRESS = 30


def check_pace(session: Session, *, email: str, address: str) -> None:
    """Raise Problem("too_many_attempts", seconds=...) while the waiting time of this account name or address runs."""
    by_account, by_address = LogInAttempt.email_hash == _hash(email), LogInAttempt.address_hash == _hash(address)
    query = sa.select(*_counted(by_account), *_counted(by_address)).where(LogInAttempt.at > now() - MEMORY, by_account | by_address)
    failed, last, failed_there, last_there = session.execute(query).one()
    wait = max(_wait(failed, last, FREE_PER_ACCOUNT), _wait(failed_there, last_there, FREE_PER_ADDRESS))
    if wait > 0:
        raise Problem("too_many_attempts", "password", seconds=wait)


def note_failure(session: Session, *, email: str, address: str) -> None:
    """Count a failed attempt, and forget those older than a day."""
    moment = now()
    session.execute(sa.delete(LogInAttempt).where(LogInAttempt.at < moment - MEMORY))
    session.add(LogInAttempt(email_hash=_hash(email), address_hash=_hash(address), at=moment))
    session.flush()


def forget_failures(session: Session, *, email: str) -> None:
    """A good log-in clears the account's count."""
    session.execute(sa.delete(LogInAttempt).where(LogInAttempt.email_hash == _hash(email)))


def _counted(which: sa.ColumnElement[bool]) -> tuple[sa.ColumnElement[int], sa.ColumnElement[datetime]]:
    return sa.func.count(LogInAttempt.id).filter(which), sa.func.max(LogInAttempt.at).filter(which)


def _wait(failed: int, last: datetime, free: int) -> int:
    """Seconds still to wait: 1 after the last free attempt, doubling with each further one, at most a quarter of an hour."""
    if failed < free:
        return 0
    delay = min(2 ** (failed - free), LONGEST_WAIT)
    return max(0, delay - int((now() - last).total_seconds()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.lower().encode()).hexdigest()
