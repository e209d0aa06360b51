"""One-time passwords: made by the program for somebody else, good for a week, and only to choose a password of one's own."""

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from data_layer.accounts.password import check_password, hash_password, matches
from data_layer.accounts.sign_in import digest, end_other_sign_ins
from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import Account
from data_layer.problem import NotFound, Problem

VALID = timedelta(days=7)
# Letters and digits that nobody mistakes for one another, on paper or on the phone.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4


def new_one_time_password() -> str:
    """A random password of four groups such as "k7mw-p3xr-9dtq-h4vz" (79 bits)."""
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(GROUP_LENGTH)) for _group in range(GROUPS))


def give_one_time_password(session: Session, account: Account) -> str:
    """Replace the account's password by a one-time password, which is returned and kept nowhere; its sign-ins end.

    Problem("own_account") for the account that acts: it would shut itself out.
    """
    refuse_own(session, account)
    password = new_one_time_password()
    with acting(session, "account.one_time") as action:
        action.update(account, password_hash=hash_password(password), one_time_until=now() + VALID)
    end_other_sign_ins(session, account_id=account.id, keep=None)
    return password


def proof_of(account: Account) -> str:
    """What shows later that somebody came in with the present password of the account; worthless once that has changed."""
    return digest(account.password_hash)


def choose_password(session: Session, account_id: int, *, proof: str, password: str) -> Account:
    """Let the owner of a one-time password choose a lasting one; returns the account.

    NotFound when the proof is no longer good; Problem when the password is weak or the one-time one again.
    """
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None or not is_waiting(account) or proof != proof_of(account):
        raise NotFound("Account")
    if matches(account.password_hash, password):
        raise Problem("password_same", "password")
    check_password(password, email=account.email)
    with acting(session, "account.password") as action:
        action.update(account, password_hash=hash_password(password), one_time_until=None)
    return account


def is_waiting(account: Account) -> bool:
    """Whether the account has a one-time password that is still good."""
    return account.one_time_until is not None and account.one_time_until > now()


def refuse_own(session: Session, account: Account) -> None:
    """Raise Problem("own_account") when the account is the one that acts: nobody shuts themself out by accident."""
    actor = session.info.get("actor")
    if actor is not None and actor.account_id == account.id:
        raise Problem("own_account")
