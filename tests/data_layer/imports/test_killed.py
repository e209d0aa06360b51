"""An import that is killed, by the system or by a person at the plug, leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Action, Change, Network, Stakeholder
from tests.factories import make_network

ROOT = Path(__file__).parents[3]
ROWS = 1_500
# Says when it begins to write, then takes its time over each row.
SLOWLY = """
import sys
import time
import data_layer.action as action
from app import server
check = action.check_row
def slowly(row):
    print("row", flush=True)
    time.sleep(0.002)
    check(row)
action.check_row = slowly
server.cli.main(args=sys.argv[1:], prog_name="flask", obj=__import__("flask").cli.ScriptInfo(create_app=lambda: server))
"""


@pytest.mark.parametrize("rows", [1, 300, ROWS])
def test_killed_after_so_many_rows_it_leaves_nothing_behind(database, tmp_path, rows):
    with bare_session(write=True) as session:
        make_network(session, "Northern Valley")
        session.commit()
    path = tmp_path / "list.csv"
    path.write_text("Name,Ort\n" + "".join(f"Stakeholder {n} of the valley {n},b\n" for n in range(ROWS)), encoding="utf-8")
    before = counted()
    environment = {**os.environ, "LEN_DATABASE_URL": database, "LEN_SECRET_KEY": "tests-" + "0123456789abcdef" * 3}
    command = (sys.executable, "-c", SLOWLY, "import", str(path), "--network", "Northern Valley", "--new")
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as importing:
        written = (line for line in importing.stdout if line == "row\n")
        for _ in range(rows):
            next(written)
        importing.send_signal(signal.SIGKILL)
    assert importing.returncode == -signal.SIGKILL
    assert counted() == before


def counted():
    with bare_session() as session:
        return [session.scalar(sa.select(sa.func.count()).select_from(model)) for model in (Action, Change, Network, Stakeholder)]
