"""What every command needs: the settings, a session on the existing database, a person's mistake as one line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click
from flask import current_app
from sqlalchemy.orm import Session

from dashboard.messages import sentence
from dashboard.serve import require_current
from dashboard.settings import Settings
from data_layer.engine import bare_session
from data_layer.problem import NotFound, Problem


def plain_errors(function: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a person's mistake into one line and exit code 1."""

    @wraps(function)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except Problem as problem:
            raise click.ClickException(in_words(problem)) from problem
        except NotFound as missing:
            raise click.ClickException(f"There is no account {missing}. See them all: flask --app app user list") from missing

    return wrapped


def in_words(problem: Problem) -> str:
    """The sentence for a Problem, outside of any request."""
    with current_app.test_request_context():
        return sentence(problem)


@contextmanager
def changing() -> Iterator[Session]:
    """A session on the existing database for a command; commits at the end."""
    require_current(settings())
    with bare_session(write=True) as session:
        yield session
        session.commit()


@contextmanager
def looking() -> Iterator[Session]:
    """A session on the existing database for a command that only reads; nobody can save while it is open."""
    require_current(settings())
    with bare_session() as session:
        yield session


def settings() -> Settings:
    """The settings of the app whose command runs."""
    found: Settings = current_app.config["SETTINGS"]
    return found
