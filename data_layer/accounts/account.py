"""Accounts: made, granted LENs, given passwords; and the log-in itself."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.granting import WITH_NETWORKS, grant_exactly
from data_layer.accounts.one_time import VALID, is_waiting, new_one_time_password
from data_layer.accounts.password import check_password, hash_password, is_outdated, matches
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.accounts.throttle import check_pace, forget_failures, note_failure
from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import Account, Grant, Network
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole

# Verified against when there is no such account, so that known and unknown names cost the same.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def log_in(session: Session, *, email: str, password: str, address: str) -> Account | None:
    """The account that this e-mail and password open, or None; with `one_time_until` set it opens only the choice of a password.

    Problem: "too_many_attempts" when guessing is too fast, "one_time_over" for the right one-time password too late.
    """
    check_pace(session, email=email, address=address)
    account = find_account(session, email)
    good = matches(account.password_hash if account else NOBODY, password)
    if account is None or not good or account.disabled_at is not None:
        note_failure(session, email=email, address=address)
        return None
    forget_failures(session, email=email)
    if account.one_time_until is not None and not is_waiting(account):
        raise Problem("one_time_over", "password")
    if is_outdated(account.password_hash):
        with acting(session, "account.rehash") as action:
            action.update(account, password_hash=hash_password(password))
    return account


def find_account(session: Session, email: str) -> Account | None:
    """The account with this e-mail address, in any case of letters."""
    return session.scalars(sa.select(Account).where(Account.email == email.strip().lower())).one_or_none()


def get_account(session: Session, email: str) -> Account:
    """The account with this e-mail address; NotFound when there is none."""
    account = find_account(session, email)
    if account is None:
        raise NotFound(email)
    return account


def add_account(
    session: Session, *, email: str, password: str, role: str, networks: Sequence[str] = (), all_networks: bool = False, demo: bool = False
) -> Account:
    """Make an account and grant it LENs by name. Problem: address taken or unreadable, password weak, role without LENs."""
    check_password(password, email=email)
    account = _new(session, email=email, role=role, all_networks=all_networks)
    account.password_hash, account.demo = hash_password(password), demo
    _insert(session, account, [_network(session, name).id for name in networks])
    return account


def invite(
    session: Session, *, email: str, role: str, all_networks: bool = False, network_ids: Collection[int] = ()
) -> tuple[Account, str]:
    """Make an account with LENs by id; returns it and its one-time password, which is kept nowhere. The same Problems."""
    account, password = _new(session, email=email, role=role, all_networks=all_networks), new_one_time_password()
    account.password_hash, account.one_time_until = hash_password(password), now() + VALID
    _insert(session, account, network_ids)
    return account, password


def _new(session: Session, *, email: str, role: str, all_networks: bool) -> Account:
    email = email.strip().lower()
    if find_account(session, email) is not None:
        raise Problem("email_taken", "email", email=email)
    if role not in list(AccountRole):
        raise Problem("unknown_code", "role", value=role, allowed=", ".join(AccountRole))
    return Account(email=email, role=role, all_networks=all_networks, created_at=now())


def _insert(session: Session, account: Account, network_ids: Collection[int]) -> None:
    if account.role not in WITH_NETWORKS and (network_ids or account.all_networks):
        raise Problem("role_without_networks", "networks", role=account.role)
    with acting(session, "account.add") as action:
        action.insert(account)
        grant_exactly(action, account, network_ids)


def grant_network(session: Session, account: Account, name: str) -> None:
    """Let the account work in the LEN of this name; nothing happens when it already may."""
    network = _network(session, name)
    held = session.scalars(sa.select(Grant).where(Grant.account_id == account.id, Grant.network_id == network.id)).one_or_none()
    if held is None:
        with acting(session, "account.grant") as action:
            action.insert(_grant(session, account, name))


def revoke_network(session: Session, account: Account, name: str) -> None:
    """Take the LEN of this name from the account; Problem("not_granted") when it did not have it."""
    network = _network(session, name)
    held = session.scalars(sa.select(Grant).where(Grant.account_id == account.id, Grant.network_id == network.id)).one_or_none()
    if held is None:
        raise Problem("not_granted", "network", name=name, email=account.email)
    with acting(session, "account.revoke") as action:
        action.remove(held)


def set_password(session: Session, account: Account, password: str, *, keep_sign_in: int | None = None) -> None:
    """Give the account a new password and end its sign-ins, but for `keep_sign_in`. Problem when the password is weak."""
    check_password(password, email=account.email)
    with acting(session, "account.password") as action:
        action.update(account, password_hash=hash_password(password), one_time_until=None)
    end_other_sign_ins(session, account_id=account.id, keep=keep_sign_in)


def change_own_password(session: Session, account_id: int, *, old: str, new: str, keep_sign_in: int | None, address: str) -> None:
    """Set a new password after the old one was proved; Problem("password_wrong") otherwise, slowed down like the log-in."""
    account = session.get_one(Account, account_id)
    check_pace(session, email=account.email, address=address)
    if not matches(account.password_hash, old):
        note_failure(session, email=account.email, address=address)
        raise Problem("password_wrong", "old_password")
    set_password(session, account, new, keep_sign_in=keep_sign_in)


def set_preferences(session: Session, account_id: int, *, language: str | None, theme: str | None) -> None:
    """Keep the language and theme that the person chose (None: as the browser asks)."""
    account = session.get_one(Account, account_id)
    with acting(session, "account.preferences") as action:
        action.update(account, language=language, theme=theme)


def has_administrator(session: Session) -> bool:
    """Whether somebody can look after accounts."""
    query = sa.select(Account.id).where(Account.role == AccountRole.ADMINISTRATOR, Account.disabled_at.is_(None))
    return session.scalars(query.limit(1)).first() is not None


def _grant(session: Session, account: Account, name: str) -> Grant:
    if account.role not in WITH_NETWORKS:
        raise Problem("role_without_networks", "network", role=account.role)
    return Grant(account_id=account.id, network_id=_network(session, name).id)


def _network(session: Session, name: str) -> Network:
    network = session.scalars(sa.select(Network).where(Network.name == name, Network.trashed_by.is_(None))).one_or_none()
    if network is None:
        raise Problem("network_unknown", "network", name=name)
    return network
