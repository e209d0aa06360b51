"""The address under which an account's calendar program reads dates: good until it is revoked, known to nobody but its owner."""

import secrets
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.sign_in import digest
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.models import Account, CalendarFeed, Grant
from data_layer.vocabulary import AccountRole

TOKEN_BYTES = 32


def make_feed(session: Session, account_id: int) -> str:
    """A new token, which is stored nowhere on the server; the account's earlier one is worth nothing any more."""
    revoke_feed(session, account_id)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(CalendarFeed(account_id=account_id, token_hash=digest(token), made_at=now()))
    session.flush()
    return token


def revoke_feed(session: Session, account_id: int) -> None:
    """Let the account's address show nothing any more."""
    live = CalendarFeed.account_id == account_id, CalendarFeed.revoked_at.is_(None)
    session.execute(sa.update(CalendarFeed).where(*live).values(revoked_at=now()))


def feed_made_at(session: Session, account_id: int) -> datetime | None:
    """When the account's present address was made; None where it has none."""
    live = CalendarFeed.account_id == account_id, CalendarFeed.revoked_at.is_(None)
    return session.scalar(sa.select(CalendarFeed.made_at).where(*live).order_by(CalendarFeed.id.desc()).limit(1))


def find_reader(session: Session, token: str) -> Actor | None:
    """The account behind a token, with what it may see now; None when the token is unknown or revoked, or the account is disabled."""
    query = (
        sa.select(Account, Grant.network_id)
        .join(CalendarFeed, CalendarFeed.account_id == Account.id)
        .outerjoin(Grant, Grant.account_id == Account.id)
        .where(CalendarFeed.token_hash == digest(token), CalendarFeed.revoked_at.is_(None), Account.disabled_at.is_(None))
    )
    rows = session.execute(query).all()
    if not rows:
        return None
    account: Account = rows[0].Account
    return Actor(
        account_id=account.id,
        email=account.email,
        role=AccountRole(account.role),
        network_ids=frozenset(row.network_id for row in rows if row.network_id is not None),
        all_networks=account.all_networks,
        language=account.language,
    )
