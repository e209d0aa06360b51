"""What saving takes on the generated programme: one editor, eight at once, five hundred saves each."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.models import Network, Stakeholder
from tests.bench.database import PASSWORD, Database
from tests.bench.editors import Editor, Work, edit_together, lost, sync_ms
from tests.bench.servers import dashboard

EDITORS, SAVES, ALONE, RECORDS = 8, 500, 100, 5


@dataclass(frozen=True, slots=True)
class Saving:
    """Milliseconds of all saves of the editors who worked at once, sorted; what failed, and what was lost."""

    editors: int
    times: list[float]
    accepted: int
    refused: int
    failed: list[str]
    lost: list[str]
    sync: float

    def at(self, part: float) -> float:
        """The time within which this part of all saves was done."""
        return self.times[min(int(len(self.times) * part), len(self.times) - 1)]


def saving(database: Database, folder: Path, *, saves: int = SAVES) -> list[Saving]:
    """One editor alone, then eight at once on the same records of the largest LEN; on a copy of the database."""
    path = folder / "editing.db"
    shutil.copy(sa.make_url(database.url).database or sys.exit("the database is no file"), path)
    url = f"sqlite:///{path}"
    bind(make_engine(url))
    row_ids = _prepare(database.network)
    sync = sync_ms(str(folder))
    found = []
    with dashboard(url) as server:
        for number, each in ((1, min(ALONE, saves)), (EDITORS, saves)):
            editors = [Editor(server.address, _email(place), PASSWORD) for place in range(number)]
            done = edit_together(editors, row_ids[:1] if number == 1 else row_ids[1:], saves=each)
            found.append(_summed(done, row_ids[1:], number, sync))
    bound().dispose()
    path.unlink()
    return found


def _email(number: int) -> str:
    return f"editor{number}@bench.example"


def _prepare(network_id: int) -> list[int]:
    with bare_session(write=True) as session:
        name = session.scalars(sa.select(Network.name).where(Network.id == network_id)).one()
        for number in range(EDITORS):
            add_account(session, email=_email(number), password=PASSWORD, role="coordinator", networks=[name])
        row_ids = list(session.scalars(sa.select(Stakeholder.id).where(Stakeholder.network_id == network_id).limit(RECORDS)))
        session.commit()
    return row_ids


def _summed(done: list[Work], row_ids: list[int], number: int, sync: float) -> Saving:
    return Saving(
        editors=number,
        times=sorted(seconds * 1000 for work in done for seconds in work.seconds),
        accepted=sum(len(work.accepted) for work in done),
        refused=sum(work.refused for work in done),
        failed=[status for work in done for status in work.failed],
        lost=lost(done, row_ids) if number == EDITORS else [],
        sync=sync,
    )
