"""The person of a request, as flask-login wants to know them: found by the token of a sign-in, never by account number."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from flask import Flask, g, session
from flask_login import LoginManager, UserMixin, login_user, logout_user

from dashboard.watching import is_watching
from data_layer.accounts.sign_in import TOUCH_AFTER, Seen, end_sign_in, find_actor, start_sign_in, touch
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.models import Account, SignIn


class User(UserMixin):  # type: ignore[misc]
    """Wraps the actor; its id is the token, so that ending the sign-in ends the log-in, wherever the cookie went."""

    def __init__(self, actor: Actor, token: str, seen: Seen) -> None:
        self.actor = actor
        self.token = token
        self.seen = seen

    def get_id(self) -> str:
        """What the signed cookie carries."""
        return self.token


def add_login(server: Flask) -> None:
    """Let flask-login find the person of each request in the table of sign-ins. No remember-me, no device marks."""
    manager = LoginManager()
    manager.session_protection = None
    manager.init_app(server)
    manager.user_loader(_find_user)


def enter(token: str, actor: Actor, seen: Seen) -> None:
    """Start a fresh browser session with this sign-in; whatever stood in the old one is gone."""
    session.clear()
    session.permanent = True
    login_user(User(actor, token, seen))


def sign_in(account: Account, *, browser: str | None) -> None:
    """Record a new sign-in of the account and enter with it."""
    with bare_session(write=True) as database:
        token = start_sign_in(database, account, browser=browser)
        database.commit()
        found = find_actor(database, token)
    if found is None:
        raise RuntimeError("a sign-in ended as it began")
    enter(token, *found)


def renew(user: Any) -> None:
    """End the person's sign-in and enter with a new one of the same browser; what the old cookie held is worth nothing any more."""
    with bare_session(write=True) as database:
        account = database.get_one(Account, user.actor.account_id)
        browser = database.scalar(sa.select(SignIn.browser).where(SignIn.id == user.actor.sign_in_id))
        end_sign_in(database, account_id=account.id, sign_in_id=user.actor.sign_in_id)
        database.commit()
    sign_in(account, browser=browser)


def leave(user: Any) -> None:
    """End the person's sign-in on the server and forget it in the browser."""
    with bare_session(write=True) as database:
        end_sign_in(database, account_id=user.actor.account_id, sign_in_id=user.actor.sign_in_id)
        database.commit()
    logout_user()
    session.clear()


def _find_user(token: str) -> User | None:
    if g.get("database_away"):
        return None
    with bare_session() as database:
        found = find_actor(database, token)
    if found is None:
        return None
    actor, seen = found
    if actor.sign_in_id is not None and now() - seen.seen_at > TOUCH_AFTER and not is_watching():
        with bare_session(write=True) as database:
            touch(database, actor.sign_in_id)
            database.commit()
        seen = replace(seen, seen_at=now())
    return User(actor, token, seen)
