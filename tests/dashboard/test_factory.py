"""The application as it stands before anybody has asked for anything."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The list of callbacks as the very first request would get it, and as it is after a whole request.
LISTS = """
from app import app, server
with server.test_request_context("/"):
    first = app.dependencies().get_data()
server.test_client().get("/login")
with server.test_request_context("/"):
    later = app.dependencies().get_data()
print(first == later, len(first) > 1000)
"""


def run(database, code):
    """What a process of its own prints that has this database in its settings."""
    settings = {"LEN_DATABASE_URL": f"sqlite:///{database}", "LEN_SECRET_KEY": "tests-" + "0123456789abcdef" * 3}
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LEN_")}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**plain, **settings}, capture_output=True, text=True, check=True
    ).stdout


def test_the_first_browser_gets_all_callbacks(tmp_path):
    assert run(tmp_path / "none.db", LISTS).split() == ["True", "True"]


def test_no_database_is_opened_before(tmp_path):
    run(tmp_path / "none.db", "import app")
    assert list(tmp_path.iterdir()) == []
