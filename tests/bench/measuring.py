"""One run: everything is measured beside the bare page, round by round, so that what else the machine does hits all alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NeverReady

from tests.bench.answering import answering
from tests.bench.changing import Change, change
from tests.bench.database import PROGRAMME, Database
from tests.bench.loading import Load, Tab, load_cold, open_context, signed_in, unlocked
from tests.bench.memory import Memory, memory
from tests.bench.servers import Server
from tests.bench.visits import BARE, LINK, Visit, visits

# A cold load takes long and has no goal in time: every fifth round is enough.
COLD_EVERY = 5
# A filter is changed when the page has come to rest: nobody chooses within a quarter of a second (ms).
REST = 300
Key = tuple[str, str]  # database, page


@dataclass(slots=True)
class Loads:
    """The loads of one page, and the bare page's time to ready around each of them (ms)."""

    visit: Visit
    loads: list[Load] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Measured:
    """What a run found."""

    warm: dict[Key, Loads] = field(default_factory=dict)
    cold: dict[Key, Loads] = field(default_factory=dict)
    bare: list[Load] = field(default_factory=list)
    bare_cold: list[Load] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    resent: list[Change] = field(default_factory=list)
    answering: list[Load] = field(default_factory=list)
    memory: dict[str, Memory] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)


class Run:
    """The browser and the servers of one run."""

    def __init__(self, browser: Browser, *, bare: Server, resending: Server, ours: Sequence[tuple[Database, Server]]) -> None:
        self.browser = browser
        self.bare = bare
        self.bare_tab = Tab(open_context(browser), bare.address)
        self.ours = [_Place(browser, database, server) for database, server in ours]
        self.resending_tab = Tab(open_context(browser), resending.address)
        self.found = Measured()

    def measure(self, rounds: int) -> Measured:
        """All rounds, after one that only fills the caches and tells which pages open at all."""
        self.bare_tab.load(BARE)
        missing = {visit.page for place in self.ours for visit in place.visits if not place.opens(visit)}
        for place in self.ours:
            place.visits = [visit for visit in place.visits if visit.page not in missing]
        self.found = Measured(missing=missing)
        for turn in range(rounds):
            print(f"round {turn + 1} of {rounds} ...", flush=True)
            self._round(turn, cold=turn % COLD_EVERY == 0)
        programme = next(place for place in self.ours if place.database.name == PROGRAMME)
        self.found.answering = answering(self.browser, programme.server, programme.database, rounds)
        self.found.memory = {place.database.name: memory(place.server) for place in self.ours}
        return self.found

    def _round(self, turn: int, *, cold: bool) -> None:
        for place in self.ours:
            self._warm(place, turn)
        if cold:
            for place in self.ours:
                self._cold(place)
        self._filters(turn)

    def _warm(self, place: "_Place", turn: int) -> None:
        """A bare page between any two: a tab that was away loads more slowly. Each round begins with another page for the same reason."""
        before = self.bare_tab.load(BARE)
        self.found.bare.append(before)
        first = turn % len(place.visits)
        for visit in (*place.visits[first:], *place.visits[:first]):
            load = place.tab(visit.role).load(visit)
            after = self.bare_tab.load(BARE)
            self.found.bare.append(after)
            _keep(self.found.warm, {(place.database.name, visit.page): (visit, load)}, mean((before.ready, after.ready)))
            before = after

    def _cold(self, place: "_Place") -> None:
        bare = load_cold(self.browser, self.bare.address, BARE)
        self.found.bare_cold.append(bare)
        for visit in place.visits:
            load = load_cold(self.browser, place.server.address, visit, place.state(visit.role))
            _keep(self.found.cold, {(place.database.name, visit.page): (visit, load)}, bare.ready)

    def _filters(self, turn: int) -> None:
        """The same change on our picture and on the one that is sent again, and back."""
        place = next(place for place in self.ours if place.database.name == PROGRAMME)
        visit = next((visit for visit in place.visits if visit.canvas), None)
        if visit is None:
            return
        sectors = sorted({view["sector"] for view in place.database.views})
        sector = sectors[turn % len(sectors)]
        tab = place.tab(visit.role)
        tab.load(visit)
        tab.page.wait_for_timeout(REST)
        field_of_ours = 'select[id*=\'"index":"sector"\']'
        self.found.changes += [change(tab.page, field_of_ours, value) for value in (sector, "")]
        self.resending_tab.load(Visit("resent", "/", selector="#graph", canvas=True))
        self.resending_tab.page.wait_for_timeout(REST)
        self.found.resent += [change(self.resending_tab.page, "#sector", value) for value in (sector, "every")]


class _Place:
    """The dashboard on one database, with one tab per role; nobody logs in twice."""

    def __init__(self, browser: Browser, database: Database, server: Server) -> None:
        self.browser = browser
        self.database = database
        self.server = server
        self.visits = visits(database)
        self._states: dict[str, Any] = {}
        self._tabs: dict[str, Tab] = {}

    def state(self, role: str) -> Any:
        if role not in self._states:
            address, path = self.server.address, f"/shared/{self.database.releases.token}"
            self._states[role] = unlocked(self.browser, address, path) if role == LINK else signed_in(self.browser, address, role)
        return self._states[role]

    def tab(self, role: str) -> Tab:
        if role not in self._tabs:
            self._tabs[role] = Tab(open_context(self.browser, self.state(role)), self.server.address)
        return self._tabs[role]

    def opens(self, visit: Visit) -> bool:
        """Whether the page is there for this role and comes to rest."""
        tab = self.tab(visit.role)
        if not tab.page.context.request.get(self.server.address + visit.address).ok:
            return False
        try:
            for _worker in self.server.workers:
                tab.load(visit)
        except NeverReady:
            return False
        return True


def _keep(kept: dict[Key, Loads], found: dict[Key, tuple[Visit, Load]], bare: float) -> None:
    for key, (visit, load) in found.items():
        loads = kept.setdefault(key, Loads(visit))
        loads.loads.append(load)
        loads.bare.append(bare)
