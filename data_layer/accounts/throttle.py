"""Slows down guessing: failed log-ins are counted per account name and per address, in the database, for all workers."""

import hashlib
from datetime import timedelta

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
    waits = (
        _wait(session, LogInAttempt.email_hash == _hash(email), FREE_PER_ACCOUNT),
        _wait(session, LogInAttempt.address_hash == _hash(address), FREE_PER_ADDRESS),
    )
    if max(waits) > 0:
        raise Problem("too_many_attempts", "password", seconds=max(waits))


def note_failure(session: Session, *, email: str, address: str) -> None:
    """Count a failed attempt, and forget those older than a day."""
    moment = now()
    session.execute(sa.delete(LogInAttempt).where(LogInAttempt.at < moment - MEMORY))
    session.add(LogInAttempt(email_hash=_hash(email), address_hash=_hash(address), at=moment))
    session.flush()


def forget_failures(session: Session, *, email: str) -> None:
    """A good log-in clears the account's count."""
    session.execute(sa.delete(LogInAttempt).where(LogInAttempt.email_hash == _hash(email)))


def _wait(session: Session, which: sa.ColumnElement[bool], free: int) -> int:
    """Seconds still to wait: 1 after the last free attempt, doubling with each further one, at most a quarter of an hour."""
    query = sa.select(sa.func.count(), sa.func.max(LogInAttempt.at)).where(which, LogInAttempt.at > now() - MEMORY)
    count, last = session.execute(query).one()
    if count < free:
        return 0
    delay = min(2 ** (count - free), LONGEST_WAIT)
    return max(0, delay - int((now() - last).total_seconds()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.lower().encode()).hexdigest()
