"""What all tests share: a fresh database each, the one app of the process, clients for each point of view."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

DIALECTS: dict[str, sa.Dialect] = {}
STATEMENTS: dict[Any, Any] = {}
SPACE = Path(tempfile.mkdtemp(prefix="len-tests-"))
# The app of this process reads its settings when it is imported; they must not be those of the person who runs the tests.
for name in [name for name in os.environ if name.startswith(("LEN_", "DASH_")) and name != "LEN_CHROMIUM"]:
    del os.environ[name]
os.environ.update(
    LEN_DATABASE_URL=f"sqlite:///{SPACE / 'unused.db'}", LEN_SECRET_KEY="tests-" + "0123456789abcdef" * 3, LEN_DEMO_PASSWORD="tests only"
)

from app import app as dash_app  # noqa: E402
from data_layer.accounts import password as passwords  # noqa: E402
from data_layer.clock import set_clock  # noqa: E402
from data_layer.engine import bare_session, bind, bound, make_engine  # noqa: E402
from data_layer.schema import upgrade  # noqa: E402
from tests.hashing import RememberingHasher  # noqa: E402
from tests.points_of_view import enter, make_points_of_view  # noqa: E402

SALTED, passwords._hasher = passwords._hasher, RememberingHasher()


def pytest_collection_finish() -> None:
    """Thousands of tests stay in memory to the end: to go through them for garbage again and again takes longer than some of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@pytest.fixture(scope="session")
def empty_template() -> Path:
    """A database file with the schema and no rows, made by the migrations."""
    path = SPACE / "empty.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def sample_template(empty_template: Path) -> Path:
    """A database file with the sample data, a second LEN's canaries and an account for each point of view."""
    path = SPACE / "sample.db"
    shutil.copy(empty_template, path)
    bind(make_engine(f"sqlite:///{path}"))
    with bare_session(write=True) as session:
        make_points_of_view(session)
        session.commit()
    bound().dispose()
    return path


@pytest.fixture
def database(empty_template: Path, tmp_path: Path) -> Iterator[str]:
    """A fresh empty database, bound; yields its URL."""
    yield from _copy(empty_template, tmp_path)


@pytest.fixture
def sample_database(sample_template: Path, tmp_path: Path) -> Iterator[str]:
    """A fresh copy of the sample database, bound; yields its URL."""
    yield from _copy(sample_template, tmp_path)


def _copy(template: Path, folder: Path) -> Iterator[str]:
    path = folder / "test.db"
    shutil.copy(template, path)
    url = f"sqlite:///{path}"
    bind(_quick(make_engine(url)))
    yield url
    bound().dispose()


def _quick(engine: sa.Engine) -> sa.Engine:
    """The engine without waiting for the disk (no test pulls the plug), and knowing every statement that an earlier one put into words."""
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
    engine.dialect = DIALECTS.setdefault(engine.dialect.name, engine.dialect)  # what is known is known for one dialect object
    return engine.execution_options(compiled_cache=STATEMENTS)


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    """A session on a fresh empty database that sees and may write every row; nothing is committed by itself."""
    with bare_session(write=True) as opened:
        yield opened


@pytest.fixture
def client(sample_database: str) -> FlaskClient:
    """An anonymous browser on the sample database."""
    return dash_app.server.test_client()


@pytest.fixture
def as_user(sample_database: str) -> Callable[[str], FlaskClient]:
    """`as_user("coordinator_here")` gives a browser that is signed in as that point of view."""

    def sign_in(point_of_view: str) -> FlaskClient:
        return enter(dash_app.server.test_client(), point_of_view)

    return sign_in


@pytest.fixture
def salted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hash has a salt of its own, as it has outside of the tests."""
    monkeypatch.setattr(passwords, "_hasher", SALTED)


@pytest.fixture
def queries() -> Iterator[list[str]]:
    """The SQL statements that ran since the test began, BEGIN, COMMIT and PRAGMA left out."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.upper().startswith(("BEGIN", "COMMIT", "PRAGMA", "ROLLBACK", "SAVEPOINT", "RELEASE")):
            statements.append(statement)

    event.listen(sa.engine.Engine, "before_cursor_execute", note)
    yield statements
    event.remove(sa.engine.Engine, "before_cursor_execute", note)


@pytest.fixture
def clock() -> Iterator[Callable[[datetime], None]]:
    """`clock(datetime(...))` sets what time it is for the program; UTC where no time zone is given."""

    def set_to(moment: datetime) -> None:
        fixed = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        set_clock(lambda: fixed)

    yield set_to
    set_clock(None)
