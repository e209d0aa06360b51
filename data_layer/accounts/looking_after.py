"""Changes of somebody else's account, each one action; the last administrator stays."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.granting import WITH_NETWORKS, grant_exactly, granted, granted_in_trash
from data_layer.accounts.line import account_line
from data_layer.accounts.one_time import refuse_own
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.action import Recorder, acting
from data_layer.clock import now
from data_layer.models import Account
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole
from data_layer.whole_number import LARGEST


def account_numbered(session: Session, number: object) -> Account:
    """The account with this id, as a browser sent it; NotFound for anything that is no such id."""
    found = session.get(Account, number) if type(number) is int and 0 < number < LARGEST else None
    if found is None:
        raise NotFound("Account")
    return found


def set_access(session: Session, account: Account, *, seen: str, role: str, all_networks: bool, network_ids: Collection[int]) -> None:
    """Give the account this role and exactly these LENs (ids), those in the trash left as they are. Another role ends its sign-ins.

    `seen`: `AccountLine.access` as the person saw it. Problem: "changed_on_page" (somebody else was faster), "role_without_networks",
    "network_gone" (no such LEN), "own_account", "last_administrator".
    """
    if account_line(session, account.id).access != seen:
        raise Problem("changed_on_page", "networks")
    if role not in WITH_NETWORKS and (all_networks or network_ids):
        raise Problem("role_without_networks", "networks", role=role)
    if role != account.role:
        refuse_own(session, account)
        _refuse_last_administrator(session, account)
    with acting(session, "account.access") as action:
        if (account.role, account.all_networks) != (role, all_networks):
            changed = role != account.role
            action.update(account, role=role, all_networks=all_networks)
            if changed:
                end_other_sign_ins(session, account_id=account.id, keep=None)
        kept = granted_in_trash(session, account) if role in WITH_NETWORKS else set()
        grant_exactly(action, account, {*network_ids, *kept})


def disable_account(session: Session, account: Account) -> None:
    """Shut the account at once, its sign-ins included. Problem: "own_account", "last_administrator"."""
    refuse_own(session, account)
    _refuse_last_administrator(session, account)
    with acting(session, "account.disable") as action:
        _disable(action, account)


def enable_account(session: Session, account: Account) -> None:
    """Let the account in again, with the password that it had."""
    with acting(session, "account.enable") as action:
        action.update(account, disabled_at=None)


def hand_over(session: Session, leaving: Account, to: Account) -> None:
    """Give all LENs of an account to another one of the same role, and shut the first; one action.

    Problem: "hand_over_itself", "hand_over_disabled", "hand_over_role", "own_account".
    """
    if to.id == leaving.id:
        raise Problem("hand_over_itself", "to")
    if to.disabled_at is not None:
        raise Problem("hand_over_disabled", "to", email=to.email)
    if to.role != leaving.role or to.role not in WITH_NETWORKS:
        raise Problem("hand_over_role", "to", email=to.email)
    refuse_own(session, leaving)
    with acting(session, "account.hand_over") as action:
        held = granted(session, leaving)
        if leaving.all_networks and not to.all_networks:
            action.update(to, all_networks=True)
        grant_exactly(action, to, {*held, *granted(session, to)}, handed=held)
        grant_exactly(action, leaving, ())
        _disable(action, leaving)


def _disable(action: Recorder, account: Account) -> None:
    if account.disabled_at is None:
        action.update(account, disabled_at=now())
    end_other_sign_ins(action.session, account_id=account.id, keep=None)


def _refuse_last_administrator(session: Session, account: Account) -> None:
    """Somebody else who can come in must be able to administer; an administrator whose one-time password ran out cannot."""
    if account.role != AccountRole.ADMINISTRATOR or account.disabled_at is not None:
        return
    others = (
        sa.select(Account.id)
        .where(
            Account.role == AccountRole.ADMINISTRATOR,
            Account.disabled_at.is_(None),
            Account.id != account.id,
            sa.or_(Account.one_time_until.is_(None), Account.one_time_until > now()),
        )
        .with_for_update()
    )
    if not session.scalars(others).all():
        raise Problem("last_administrator")
