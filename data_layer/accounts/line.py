"""Accounts as the lists of administrators show them: what each may see, and whether somebody is there now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.sign_in import good_sign_ins
from data_layer.models import Account, Grant, Network, SignIn
from data_layer.problem import NotFound


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account; `networks` are those granted as (id, name), `sign_ins` how many are good now, `seen_at` when it was last there.

    `one_time_until` is set while the account waits for its owner to choose a password.
    """

    id: int
    email: str
    role: str
    networks: tuple[tuple[int, str], ...]
    all_networks: bool
    disabled: bool
    one_time_until: datetime | None
    sign_ins: int
    seen_at: datetime | None

    @property
    def access(self) -> str:
        """What it may see, as one text: another one as soon as somebody changes that."""
        networks = ",".join(str(number) for number in sorted(number for number, _name in self.networks))
        return f"{self.role} {'all' if self.all_networks else 'some'} {networks}"


def accounts(session: Session) -> list[AccountLine]:
    """All accounts, by e-mail address. Two statements."""
    return _lines(session, sa.true())


def account_line(session: Session, account_id: int) -> AccountLine:
    """One account; NotFound when there is none. Two statements."""
    found = _lines(session, Account.id == account_id)
    if not found:
        raise NotFound("Account")
    return found[0]


def _lines(session: Session, which: sa.ColumnElement[bool]) -> list[AccountLine]:
    granted: dict[int, list[tuple[int, str]]] = {}
    grants = (
        sa.select(Grant.account_id, Network.id, Network.name)
        .join(Network, Network.id == Grant.network_id)
        .join(Account, Account.id == Grant.account_id)
        .where(which, Network.trashed_by.is_(None))
        .order_by(Network.name)
    )
    for account_id, network_id, name in session.execute(grants):
        granted.setdefault(account_id, []).append((network_id, name))
    present = (
        sa.select(
            SignIn.account_id, sa.func.count(SignIn.id).filter(good_sign_ins()).label("good"), sa.func.max(SignIn.seen_at).label("seen")
        )
        .group_by(SignIn.account_id)
        .subquery()
    )
    query = (
        sa.select(Account, present.c.good, present.c.seen)
        .outerjoin(present, present.c.account_id == Account.id)
        .where(which)
        .order_by(Account.email)
    )
    return [_line(*row, networks=tuple(granted.get(row.Account.id, ()))) for row in session.execute(query)]


def _line(account: Account, good: int | None, seen: Any, *, networks: tuple[tuple[int, str], ...]) -> AccountLine:
    return AccountLine(
        id=account.id,
        email=account.email,
        role=account.role,
        networks=networks,
        all_networks=account.all_networks,
        disabled=account.disabled_at is not None,
        one_time_until=account.one_time_until,
        sign_ins=good or 0,
        seen_at=seen,
    )
