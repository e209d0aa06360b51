"""Editors who save at the same time, over HTTP, on the same records."""

import itertools
import json
import os
import tempfile
import threading
import time
from dataclasses import dataclass, field
from random import Random

import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Change, Stakeholder
from tests.bench.person import Person

FIELD = "place"
NAMES = itertools.count()
SYNCS = 50


@dataclass(slots=True)
class Work:
    """What one editor did: seconds of each save, the values that were accepted (row id, old, new), and what failed."""

    seconds: list[float] = field(default_factory=list)
    accepted: list[tuple[int, str | None, str]] = field(default_factory=list)
    refused: int = 0
    failed: list[str] = field(default_factory=list)


class Editor(Person):
    """A person who saves."""

    def save(self, row_id: int, old: str | None, new: str) -> tuple[int, dict]:
        """Status and answer of one save."""
        edit = {"table": "stakeholder", "id": row_id, "field": FIELD, "old": old, "new": new}
        body = {"do": "save", "edits": [edit], "request": f"editor-{os.getpid()}-{next(NAMES):08}"}
        status, answer = self.ask("POST", "/edit", json.dumps(body), "application/json")
        return status, json.loads(answer) if status == 200 else {}


def edit_together(editors: list[Editor], row_ids: list[int], *, saves: int) -> list[Work]:
    """Let all editors save at once, each `saves` times on rows by chance; each goes on from what the last answer told."""
    done = [Work() for _editor in editors]
    threads = [
        threading.Thread(target=_work, args=(editor, row_ids, saves, number, work))
        for number, (editor, work) in enumerate(zip(editors, done, strict=True))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for editor in editors:
        editor.close()
    return done


def _work(editor: Editor, row_ids: list[int], saves: int, number: int, work: Work) -> None:
    chance, seen = Random(number), dict.fromkeys(row_ids)
    for count in range(saves):
        row_id, new = chance.choice(row_ids), f"Place {number}-{count}"
        began = time.perf_counter()
        status, answer = editor.save(row_id, seen[row_id], new)
        work.seconds.append(time.perf_counter() - began)
        if status != 200:
            work.failed.append(str(status))
        elif answer["action"] is None:
            work.refused += 1
            seen[row_id] = answer["refused"][0]["theirs"]
        else:
            work.accepted.append((row_id, seen[row_id], new))
            seen[row_id] = new


def lost(done: list[Work], row_ids: list[int]) -> list[str]:
    """What does not hold: an accepted save that history does not have, a value written over unseen, a row that ends otherwise."""
    wrong = []
    with bare_session() as session:
        for row_id in row_ids:
            query = sa.select(Change).where(Change.table_name == "stakeholder", Change.row_id == row_id).order_by(Change.id)
            steps = [(change.before[FIELD], change.after[FIELD]) for change in session.scalars(query) if change.before is not None]
            accepted = [(old, new) for work in done for place, old, new in work.accepted if place == row_id]
            if sorted(steps, key=str) != sorted(accepted, key=str):
                wrong.append(f"row {row_id}: history has {len(steps)} saves, the editors were told of {len(accepted)}")
            if any(one[1] != other[0] for one, other in itertools.pairwise(steps)):
                wrong.append(f"row {row_id}: a value was written over unseen")
            if steps and session.get_one(Stakeholder, row_id).place != steps[-1][1]:
                wrong.append(f"row {row_id}: it does not end with the last accepted value")
    return wrong


def sync_ms(folder: str) -> float:
    """The median time in which this disk confirms a small write, in milliseconds."""
    times = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _turn in range(SYNCS):
            began = time.perf_counter()
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[SYNCS // 2]
