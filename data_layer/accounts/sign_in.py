"""Sign-ins: who is there now, for how long, and how they end."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.models import Account, Grant, SignIn
from data_layer.vocabulary import AccountRole

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=8)
# One write a minute is enough to know that somebody is there.
TOUCH_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Presence:
    """A sign-in as its owner sees it."""

    id: int
    browser: str | None
    created_at: datetime
    seen_at: datetime


def start_sign_in(session: Session, account: Account, *, browser: str | None) -> str:
    """Begin a sign-in; returns the token, which is stored nowhere on the server."""
    token = secrets.token_urlsafe(32)
    moment = now()
    session.add(SignIn(token_hash=digest(token), account_id=account.id, browser=browser, created_at=moment, seen_at=moment))
    session.flush()
    return token


def digest(token: str) -> str:
    """The SHA-256 of a token, as it stands in the table."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Seen:
    """When a sign-in began and when its person last did something."""

    created_at: datetime
    seen_at: datetime

    @property
    def ends_at(self) -> datetime:
        """When it ends if its person does nothing more."""
        return min(self.seen_at + IDLE, self.created_at + ABSOLUTE)


def good_sign_ins() -> sa.ColumnElement[bool]:
    """Criterion: sign-ins that have not ended, not idled 30 minutes and are not 8 hours old."""
    moment = now()
    return sa.and_(SignIn.ended_at.is_(None), SignIn.seen_at > moment - IDLE, SignIn.created_at > moment - ABSOLUTE)


def find_actor(session: Session, token: str) -> tuple[Actor, Seen] | None:
    """The actor behind a token and their presence; None when the sign-in ended, idled 30 minutes, or is 8 hours old."""
    query = (
        sa.select(SignIn.id, SignIn.created_at, SignIn.seen_at, Account, Grant.network_id)
        .join(Account, Account.id == SignIn.account_id)
        .outerjoin(Grant, Grant.account_id == Account.id)
        .where(SignIn.token_hash == digest(token), good_sign_ins(), Account.disabled_at.is_(None))
    )
    rows = session.execute(query).all()
    if not rows:
        return None
    account: Account = rows[0].Account
    networks = frozenset(row.network_id for row in rows if row.network_id is not None)
    actor = Actor(
        account_id=account.id,
        email=account.email,
        role=AccountRole(account.role),
        network_ids=networks,
        all_networks=account.all_networks,
        language=account.language,
        theme=account.theme,
        sign_in_id=rows[0].id,
    )
    return actor, Seen(rows[0].created_at, rows[0].seen_at)


def touch(session: Session, sign_in_id: int) -> None:
    """Note that the person is still there."""
    session.execute(sa.update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=now()))


def end_sign_in(session: Session, *, account_id: int, sign_in_id: int) -> bool:
    """End one sign-in of the account; False when there is none such."""
    return _end(session, SignIn.account_id == account_id, SignIn.id == sign_in_id) > 0


def end_other_sign_ins(session: Session, *, account_id: int, keep: int | None) -> int:
    """End all sign-ins of the account but one (None: all); returns how many ended."""
    return _end(session, SignIn.account_id == account_id, SignIn.id != (keep or 0))


def _end(session: Session, *which: sa.ColumnElement[bool]) -> int:
    result = session.execute(sa.update(SignIn).where(SignIn.ended_at.is_(None), *which).values(ended_at=now()))
    return result.rowcount  # type: ignore[attr-defined]


def own_sign_ins(session: Session, account_id: int) -> list[Presence]:
    """The account's sign-ins that are still good, the latest first."""
    query = (
        sa.select(SignIn.id, SignIn.browser, SignIn.created_at, SignIn.seen_at)
        .where(SignIn.account_id == account_id, good_sign_ins())
        .order_by(SignIn.seen_at.desc(), SignIn.id.desc())
        .limit(50)
    )
    return [Presence(*row) for row in session.execute(query)]
