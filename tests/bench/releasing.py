"""What releases of the generated programme take, and what other people notice of somebody who makes one after the other."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep

import sqlalchemy as sa

from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.releases.asked import TOLD, WORD
from data_layer.releases.beside import offered_beside
from data_layer.releases.choosing import MOST_BESIDE, offer
from tests.bench.database import COLLEAGUE, PASSWORD, Database, email_of
from tests.bench.leader import Leader, differing
from tests.bench.person import Person
from tests.bench.servers import dashboard

ROUNDS, TURNS, VISITS = 5, 3, 20
# Nobody reads without a pause; it also keeps two who ask one after the other from falling into step (seconds).
PAUSE = 0.04


@dataclass(slots=True)
class Beside:
    """Milliseconds that a page took somebody while nobody else was there, and beside a leader who makes releases all the time."""

    page: str
    alone: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Releasing:
    """Seconds of each step: of usual releases, and of one with the most `stories` and `words` that can be chosen."""

    usual: dict[str, list[float]]
    usual_stories: int
    usual_words: int
    largest: dict[str, list[float]]
    stories: int
    words: int
    beside: list[Beside]


def releasing(database: Database, folder: Path, *, rounds: int = ROUNDS, visits: int = VISITS) -> Releasing:
    """On a copy of the database, on the server as it is set up for people."""
    path = folder / "releasing.db"
    shutil.copy(sa.make_url(database.url).database or sys.exit("the database is no file"), path)
    everything = _everything(f"sqlite:///{path}")
    asked = differing(database.releases.asked)
    with dashboard(f"sqlite:///{path}") as server:
        leader, largest, busy = (Leader(server.address, email_of("leader"), PASSWORD) for _each in range(3))
        for _round in range(rounds):
            leader.release(next(asked))
        largest.release({**next(asked), **everything})
        reader = Person(server.address, email_of(COLLEAGUE), PASSWORD)
        pages = {"/": Beside("/"), f"/network?network={database.network}": Beside("/network"), "/outcomes": Beside("/outcomes")}
        turns = count()
        for _turn in range(TURNS):
            _read(reader, pages, turns, visits, beside=False)
            with _at_work(busy, asked):
                _read(reader, pages, turns, visits, beside=True)
    path.unlink()
    return Releasing(leader.took, *_number(database.releases.asked), largest.took, *_number(everything), list(pages.values()))


def _number(asked: dict[str, str]) -> tuple[int, int]:
    """How many stories and words."""
    return len(asked[TOLD].split(",")), len(asked[WORD].split(","))


def _everything(url: str) -> dict[str, str]:
    """As many stories and words as can be chosen, as the address of a release says it."""
    bind(make_engine(url))
    with bare_session() as session:
        found = offered_beside(session, [network.id for network in offer(session).networks])
    bound().dispose()
    stories, words = [str(one.id) for one in found.projects], [one.key for one in found.words]
    return {TOLD: ",".join(stories[:MOST_BESIDE]), WORD: ",".join(words[:MOST_BESIDE])}


def _read(reader: Person, pages: dict[str, Beside], turns: Iterator[int], visits: int, *, beside: bool) -> None:
    """Document and content of each page; what nobody asked for before, so that it is built anew, whether releases are made or not."""
    for _visit in range(visits):
        for address, found in pages.items():
            sleep(PAUSE)
            fresh = f"{address}{'&' if '?' in address else '?'}again={next(turns)}"
            began = perf_counter()
            reader.fetch(fresh)
            reader.open(fresh)
            (found.beside if beside else found.alone).append((perf_counter() - began) * 1000)


@contextmanager
def _at_work(leader: Leader, asked: Iterator[dict[str, str]]) -> Iterator[None]:
    """Somebody makes one release after the other while the block runs."""
    done = Event()
    failed: list[Exception] = []

    def work() -> None:
        try:
            while not done.is_set():
                leader.release(next(asked))
        except Exception as error:  # told below, where it is heard
            failed.append(error)

    worker = Thread(target=work)
    worker.start()
    try:
        yield
    finally:
        done.set()
        worker.join()
    if failed:
        raise failed[0]
