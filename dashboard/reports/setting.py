"""Setting a document in a process of its own: other people's pages come first, and a failure ends with it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

from data_layer.problem import Problem

ROOT = Path(__file__).parents[2]
SECONDS = 20
# One document at a time in each worker; whoever waits longer keeps others from being served.
taking_turns = Lock()
PATIENCE_SECONDS = 4


def set_pdf(document: dict[str, Any]) -> bytes:
    """The document as a tagged PDF (PDF/UA-1). Problem("report_busy") where others wait already, "report_failed" where it cannot be set."""
    if not taking_turns.acquire(timeout=PATIENCE_SECONDS):
        raise Problem("report_busy")
    try:
        return _set_by_child(document)
    finally:
        taking_turns.release()


def _set_by_child(document: dict[str, Any]) -> bytes:
    command = (sys.executable, "-X", "utf8", "-m", "dashboard.reports.child")
    given = json.dumps(document, ensure_ascii=True).encode()
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
