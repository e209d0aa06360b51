"""`python -m tests.bench` measures the dashboard beside a bare Dash page and prints the table; see docs/bench.md."""

import argparse
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from tests.bench.database import Database, email_of, programme_database, sample_database
from tests.bench.editing import SAVES, saving
from tests.bench.interactions import interactions
from tests.bench.leader import differing
from tests.bench.loading import chromium
from tests.bench.measuring import Measured, Run
from tests.bench.releasing import releasing
from tests.bench.servers import ROOT, bare, dashboard
from tests.bench.serving import Served, as_coordinator, ask
from tests.bench.table import report
from tests.bench.visits import LINK, visits

ROUNDS, QUICK = 15, 3
CALLS, QUICK_CALLS = 30, 20
COUNTED, RELEASES = 5, 3
QUICK_RELEASING = {"rounds": 2, "visits": 5}
DOCUMENT = ROOT / "docs" / "bench.md"
MARK = "## Last measured\n"


def main() -> None:
    """Make the databases, measure in the browser and on the server, print."""
    options = _options()
    rounds, calls = (QUICK, QUICK_CALLS) if options.quick else (options.rounds, CALLS)
    with tempfile.TemporaryDirectory(prefix="len-bench-") as folder:
        print("Filling two databases ...", flush=True)
        databases = [sample_database(Path(folder)), programme_database(Path(folder))]
        found, browser = _in_browser(databases, rounds)
        print("Asking the server alone ...", flush=True)
        served = {database.name: _on_server(database, found.missing, calls) for database in databases}
        print("Saving ...", flush=True)
        saved = saving(databases[-1], Path(folder), saves=QUICK_CALLS if options.quick else SAVES)
        print("Releasing ...", flush=True)
        released = releasing(databases[-1], Path(folder), **(QUICK_RELEASING if options.quick else {}))
    text = report(found, served, saved, released, browser=browser, rounds=rounds)
    print(f"\n{text}")
    if options.keep:
        before, mark, _old = DOCUMENT.read_text(encoding="utf-8").partition(MARK)
        DOCUMENT.write_text(f"{before}{mark}\n{text}\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the dashboard beside a bare Dash page.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each page is loaded (%(default)s)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds only")
    parser.add_argument("--keep", action="store_true", help=f"put the tables into {DOCUMENT.relative_to(ROOT)} as well")
    return parser.parse_args()


def _in_browser(databases: list[Database], rounds: int) -> tuple[Measured, str]:
    with ExitStack() as stack:
        plain = stack.enter_context(bare("tests.bench.bare_app"))
        programme = databases[-1]
        settings = {"BENCH_DATABASE": programme.url, "BENCH_NETWORK": str(programme.network)}
        resending = stack.enter_context(bare("tests.bench.resending_app", **settings))
        ours = [(database, stack.enter_context(dashboard(database.url))) for database in databases]
        browser = stack.enter_context(chromium())
        return Run(browser, bare=plain, resending=resending, ours=ours).measure(rounds), browser.version


def _on_server(database: Database, missing: set[str], calls: int) -> dict[str, Served]:
    opened = [visit for visit in visits(database) if visit.page not in missing]
    pages = [(visit.page, visit.address, "" if visit.role == LINK else email_of(visit.role), calls) for visit in opened]
    others = [
        (as_coordinator(visit.page), visit.address, email_of("coordinator"), COUNTED)
        for visit in opened
        if visit.role == "leader" and not visit.leaders_alone
    ]
    acts = [] if "/network" in missing else interactions(database)
    callbacks = [(name, email_of("leader"), turns) for name, turns in acts]
    releases = email_of("leader"), list(islice(differing(database.releases.asked), RELEASES))
    return ask(database.url, pages=pages + others, callbacks=callbacks, releases=releases)


if __name__ == "__main__":
    main()
