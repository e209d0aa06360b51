"""Real servers to measure: gunicorn as it is set up for the dashboard, on free ports."""

import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
CONFIGURATION = ROOT / "deploy" / "gunicorn.conf.py"
SHARED = ("workers", "threads", "worker_class", "timeout", "graceful_timeout", "keepalive")
PATIENCE_SECONDS = 60
SECRET_KEY = "bench-" + "0123456789abcdef" * 3


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `pid` is gunicorn's master."""

    address: str
    pid: int

    @property
    def workers(self) -> list[int]:
        """The processes that answer requests."""
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


@contextmanager
def dashboard(database_url: str) -> Iterator[Server]:
    """The dashboard on a database, as `make run` serves it."""
    settings = {"LEN_DATABASE_URL": database_url, "LEN_SECRET_KEY": SECRET_KEY, "LEN_DEMO_PASSWORD": "bench only"}
    with _served("--config", str(CONFIGURATION), "app:server", ready="/healthz", **settings) as server:
        yield server


@contextmanager
def bare(module: str, **environment: str) -> Iterator[Server]:
    """Another Dash app with the dashboard's workers, threads and preloading, and nothing else of it."""
    settings = runpy.run_path(str(CONFIGURATION))
    options = [part for name in SHARED for part in (f"--{OPTIONS.get(name, name)}", str(settings[name]))]
    fixed = ("--preload", "--no-control-socket", "--log-level", "warning")
    with _served(*options, *fixed, f"{module}:server", ready="/", **environment) as server:
        yield server


OPTIONS = {"worker_class": "worker-class", "graceful_timeout": "graceful-timeout", "keepalive": "keep-alive"}


@contextmanager
def _served(*arguments: str, ready: str, **environment: str) -> Iterator[Server]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LEN_", "DASH_"))}
    with socket.create_server(("127.0.0.1", 0)) as door:
        command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{door.fileno()}", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, env=inherited | environment, pass_fds=[door.fileno()])
        server = Server(f"http://127.0.0.1:{door.getsockname()[1]}", process.pid)
    try:
        with urlopen(server.address + ready, timeout=PATIENCE_SECONDS) as answer:
            answer.read()
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)
