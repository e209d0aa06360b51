"""Setting a document in a process of its own: other people's pages come first, and a failure ends with it."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from data_layer.cache import Cache
from data_layer.problem import Problem

ROOT = Path(__file__).parents[2]
SECONDS = 20
# One document at a time in each worker, and one more person who waits: whoever waits longer keeps others from being served.
taking_turns = Lock()
in_the_room = BoundedSemaphore(2)
PATIENCE_SECONDS = 4
# A release never changes. Words that were taken back are no longer in the document, and so lead to another paper.
LIMIT = 4 * 1024 * 1024
papers = Cache(LIMIT)


def set_pdf(document: dict[str, Any]) -> bytes:
    """The document as a tagged PDF (PDF/UA-1), kept for whoever asks for the same one next.

    Problem("report_busy") where others wait already, "report_failed" where it cannot be set.
    """
    given = json.dumps(document, ensure_ascii=True).encode()
    return papers.get(sha256(given).digest(), lambda: _in_turn(given))


def _in_turn(given: bytes) -> bytes:
    if not in_the_room.acquire(blocking=False):
        raise Problem("report_busy")
    try:
        if not taking_turns.acquire(timeout=PATIENCE_SECONDS):
            raise Problem("report_busy")
        try:
            return _set_by_child(given)
        finally:
            taking_turns.release()
    finally:
        in_the_room.release()


def _set_by_child(given: bytes) -> bytes:
    command = (sys.executable, "-X", "utf8", "-m", "dashboard.reports.child")
    try:
        done = subprocess.run(  # noqa: S603 - the program is ours, and the document is only data to it
            command, input=given, capture_output=True, cwd=ROOT, env=_environment(), timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Problem("report_failed") from None
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise Problem("report_failed")
    return done.stdout


def _environment() -> dict[str, str]:
    """The child knows no secrets of ours: it gets no environment but its module path."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **needed}
