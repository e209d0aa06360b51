"""How long the server takes and what it asks of the database, request by request and without a browser."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from tests.bench.servers import ROOT, SECRET_KEY

DOCUMENT, SHELL = "the document", "the shell"
LOOKED_AT, MADE = "a release that nobody looked at before", "making it"
Releases = tuple[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Served:
    """One request, measured many times: milliseconds, SQL statements, bytes of the answer as it is sent."""

    name: str
    p50: float
    p95: float
    statements: int
    size: int


def as_coordinator(page: str) -> str:
    """The name under which the same page is asked for by the coordinator, whose rows are those of one LEN."""
    return f"{page} as coordinator"


def ask(
    database_url: str, *, pages: list[tuple[str, str, str, int]], callbacks: list[tuple[str, str, list[Any]]], releases: Releases
) -> dict[str, Served]:
    """Measure on this database in a process of its own, so that caches and memory are those of one database; by name.

    `pages`: name, address, e-mail, how often; `callbacks`: name, e-mail, what its inputs and states hold turn by turn; `releases`: an
    e-mail, and what goes into each release that is looked at and made.
    """
    environment = {**os.environ, "LEN_DATABASE_URL": database_url, "LEN_SECRET_KEY": SECRET_KEY}
    command = [sys.executable, "-m", "tests.bench.serving_process"]
    wanted = json.dumps({"pages": pages, "callbacks": callbacks, "releases": releases})
    ended = subprocess.run(command, cwd=ROOT, env=environment, input=wanted, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"Measuring the server failed:\n{ended.stderr}")
    found = [Served(**served) for served in json.loads(ended.stdout)]
    return {served.name: served for served in found}
