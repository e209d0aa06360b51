"""The dashboard under test: gunicorn in a process of its own, on a free port and a database of its own."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from sqlalchemy.orm import Session

from data_layer.engine import bare_session, bind, make_engine

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 90


@dataclass(frozen=True)
class Server:
    """A running dashboard."""

    address: str
    database: str
    log: Path

    @contextmanager
    def rows(self) -> Iterator[Session]:
        """A session on the server's own database that sees every row; what it did is kept at the end."""
        engine = make_engine(self.database)
        bind(engine)
        with bare_session(write=True) as session:
            yield session
            session.commit()
        engine.dispose()


def copy_of(template: Path, folder: Path) -> str:
    """A fresh copy of a database file; returns its URL."""
    path = folder / "browser.db"
    shutil.copy(template, path)
    return f"sqlite:///{path}"


@contextmanager
def running(database: str, folder: Path, *, workers: int = 2) -> Iterator[Server]:
    """Serve this database as in production until the block ends."""
    log = folder / "server.log"
    with socket.create_server(("127.0.0.1", 0)) as door, log.open("wb") as file:
        process = subprocess.Popen(
            _command(door, workers), cwd=ROOT, env=_environment(database), stdout=file, stderr=file, pass_fds=[door.fileno()]
        )
        server = Server(f"http://127.0.0.1:{door.getsockname()[1]}", database, log)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _command(door: socket.socket, workers: int) -> list[str]:
    settings = str(ROOT / "deploy" / "gunicorn.conf.py")
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        settings,
        "--workers",
        str(workers),
        "--bind",
        f"fd://{door.fileno()}",
        "app:server",
    ]


def _environment(database: str) -> dict[str, str]:
    return {**os.environ, "LEN_DATABASE_URL": database, "PYTHONUNBUFFERED": "1"}


def _wait_until_ready(server: Server) -> None:
    """The door is open from the beginning: the first visitor waits in front of it, or is told off when the start failed."""
    try:
        with urlopen(f"{server.address}/healthz", timeout=PATIENCE_SECONDS) as answer:
            answer.read()
    except OSError as error:
        raise RuntimeError(f"The dashboard did not start: {error}\n{server.log.read_text()}") from error
