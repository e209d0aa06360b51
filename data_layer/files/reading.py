"""Reading a stranger's file in a process of its own, so that a file made to do harm costs nobody else anything."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.limits import MOST_BYTES, SECONDS
from data_layer.files.source import ReadFile, from_json
from data_layer.problem import Problem

# One file at a time in each worker: what a file needs in memory is then bounded for the whole server.
taking_turns = Lock()
# Whoever waits longer keeps others from being served.
PATIENCE_SECONDS = 2
ROOT = Path(__file__).parents[2]
LONGEST_NAME = 120


def read_file(data: bytes, name: str) -> ReadFile:
    """The tables in a file of at most 8 MiB, recognised by its content; `name` is only shown.

    Raises Problem (codes "file_...") for what cannot be read or should not be.
    """
    if len(data) > MOST_BYTES:
        raise Problem("file_large", most=MOST_BYTES // 1024 // 1024)
    if not taking_turns.acquire(timeout=PATIENCE_SECONDS):
        raise Problem("file_busy")
    try:
        told = _told_by_child(data, name[:LONGEST_NAME].replace("\x00", ""))
    finally:
        taking_turns.release()
    if "problem" in told:
        code, field, values = told["problem"]
        raise Problem(code, field, **values)
    return from_json(told["read"])


def _told_by_child(data: bytes, name: str) -> dict[str, Any]:
    fields = json.dumps({table.name: list(table.fields) for table in TABLES_AND_NOTES.values()})
    command = (sys.executable, "-X", "utf8", "-m", "data_layer.files.child", name, fields)
    try:
        done = subprocess.run(  # noqa: S603 - the program is ours, and the name of the file is only text to it
            command, input=data, capture_output=True, cwd=ROOT, env=_environment(), timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Problem("file_heavy") from None
    if done.returncode != 0:
        raise Problem("file_heavy")
    return json.loads(done.stdout)


def _environment() -> dict[str, str]:
    """The child knows no secrets of ours: it gets no environment but its module path."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **needed}
