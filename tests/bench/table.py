"""The table: what was measured beside its goal, in Markdown."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from statistics import median

from tests.bench.database import PROGRAMME, SAMPLE
from tests.bench.editing import Saving
from tests.bench.interactions import UNSEEN
from tests.bench.loading import Load
from tests.bench.markdown import Cell, reached, titled
from tests.bench.measuring import Key, Loads, Measured
from tests.bench.release_table import releases_table
from tests.bench.releasing import Releasing
from tests.bench.serving import DOCUMENT, LOOKED_AT, MADE, SHELL, Served, as_coordinator
from tests.bench.visits import FIGURES, FIGURES_GOAL

NAMES = (SAMPLE, PROGRAMME)
BUILD_MS, CALLBACK_MS, UNSEEN_MS = 150, 50, 100
BUILD_SQL, CALLBACK_SQL = 12, 5
FILTER_GOAL = 0.6
ANSWER_MS, ANSWER_KB = 3000, 60
WORKER_MB = 250
ONE_SAVE_MS, TOGETHER_MS, LONGEST_MS = 100, 300, 5000
LIBRARIES = ("plotly", "ag_grid", "ag-grid", "cytoscape")
CYTOSCAPE_PAGE = "/network"


def report(
    found: Measured, served: dict[str, dict[str, Served]], saved: Sequence[Saving], released: Releasing, *, browser: str, rounds: int
) -> str:
    """All tables; `served` by name of the database."""
    parts = [
        _environment(browser, rounds),
        _warm(found),
        _cold(found),
        _pages(found, served),
        _interactions(served),
        releases_table(released, [served[name] for name in NAMES]),
        _filter(found),
        _answering(found),
        _saving(saved),
        _memory(found),
        _libraries(found),
        *([f"Left out, for they do not open: {', '.join(sorted(found.missing))}."] if found.missing else []),
    ]
    return "\n\n".join(parts)


def _environment(browser: str, rounds: int) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("dash", "flask", "sqlalchemy", "gunicorn"))
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {packages}, "
        f"Chromium {browser}, {rounds} rounds; load of the machine {os.getloadavg()[1]:.1f}"
    )


def _warm(found: Measured) -> str:
    head = ["page", *(f"{name} {what}" for name in NAMES for what in ("ms", "× bare", "(of medians)", "goal"))]
    rows = [[page, *(cell for name in NAMES for cell in _warm_cells(found.warm.get((name, page))))] for page in _all_pages(found.warm)]
    figures = [[f"{CYTOSCAPE_PAGE}: {FIGURES}", *(cell for name in NAMES for cell in _part_cells(found.warm.get((name, CYTOSCAPE_PAGE))))]]
    bare = f"A bare page: {median(load.ready for load in found.bare):.0f} ms."
    return titled("Time to ready, warm", f"{bare} The ratio is the median of the ratios of each round.", head, rows + figures)


def _warm_cells(loads: Loads | None) -> Sequence[Cell]:
    return _against([load.ready for load in loads.loads], loads.bare, loads.visit.goal) if loads else ["", "", "", ""]


def _part_cells(loads: Loads | None) -> Sequence[Cell]:
    times = [load.parts[FIGURES] for load in loads.loads if FIGURES in load.parts] if loads else []
    return _against(times, loads.bare, FIGURES_GOAL) if loads and len(times) == len(loads.bare) else ["", "", "", ""]


def _against(times: Sequence[float], bare: Sequence[float], goal: float) -> Sequence[Cell]:
    ratio = median(time / base for time, base in zip(times, bare, strict=True))
    return [round(median(times)), f"{ratio:.2f}", f"{median(times) / median(bare):.2f}", reached(ratio <= goal, f"{goal:.1f}")]


def _cold(found: Measured) -> str:
    head = ["page", *(f"{name} {what}" for name in NAMES for what in ("cold ms", "× bare", "cold kB", "warm kB"))]
    rows = [[page, *(cell for name in NAMES for cell in _cold_cells(found, (name, page)))] for page in _all_pages(found.cold)]
    cold, warm = _kilobytes(found.bare_cold), _kilobytes(found.bare)
    bare = f"A bare page: {median(load.ready for load in found.bare_cold):.0f} ms, {cold} kB cold, {warm} kB warm."
    return titled("Time to ready with an empty cache, and bytes on the wire", bare, head, rows)


def _cold_cells(found: Measured, key: Key) -> Sequence[Cell]:
    if key not in found.cold:
        return ["", "", "", ""]
    cold, warm = found.cold[key], found.warm[key]
    ratio = median(load.ready / bare for load, bare in zip(cold.loads, cold.bare, strict=True))
    return [round(median(load.ready for load in cold.loads)), f"{ratio:.2f}", _kilobytes(cold.loads), _kilobytes(warm.loads)]


def _kilobytes(loads: Iterable[Load]) -> int:
    return round(median(load.size for load in loads) / 1000)


def _pages(found: Measured, served: dict[str, dict[str, Served]]) -> str:
    pages = [*_all_pages(found.warm), DOCUMENT, SHELL]
    about = f"What the server takes for the content of a page: at most {BUILD_MS} ms at p95 and {BUILD_SQL} statements, as many for both."
    return _served_table("Building a page", about, pages, served, BUILD_MS, BUILD_SQL)


def _interactions(served: dict[str, dict[str, Served]]) -> str:
    pages = {name for name in served[SAMPLE] if name.startswith("/")} | {DOCUMENT, SHELL, LOOKED_AT, MADE}
    names = [name for name in served[SAMPLE] if name not in pages]
    about = f"At most {CALLBACK_MS} ms at p95 ({UNSEEN_MS} where measures are new) and {CALLBACK_SQL} statements, as many for both."
    return _served_table("Acting on the picture of a network", about, names, served, CALLBACK_MS, CALLBACK_SQL)


def _served_table(title: str, about: str, names: Sequence[str], served: dict[str, dict[str, Served]], ms: float, sql: int) -> str:
    head = ["request", *(f"{name} {what}" for name in NAMES for what in ("p50 ms", "p95 ms", "SQL", "kB")), "time", "statements"]
    rows = []
    for name in names:
        both = [served[database].get(name) for database in NAMES]
        if None in both:
            continue
        most = [max(found[key].statements for key in (name, as_coordinator(name)) if key in found) for found in map(served.get, NAMES)]
        figures = [(f"{one.p50:.1f}", f"{one.p95:.1f}", number, f"{one.size / 1000:.1f}") for one, number in zip(both, most, strict=True)]
        cells = [cell for four in figures for cell in four]
        limit = UNSEEN_MS if name == UNSEEN else ms
        counts = set(most)
        rows.append([name, *cells, reached(max(one.p95 for one in both) <= limit), reached(len(counts) == 1 and max(counts) <= sql)])
    return titled(title, about, head, rows)


def _filter(found: Measured) -> str:
    if not found.changes:
        return ""
    picture = [one.picture for one in found.changes], [one.picture for one in found.resent]
    everything = [one.everything for one in found.changes], [one.everything for one in found.resent]
    rows = [["the picture", *_compared(*picture, FILTER_GOAL)], ["all that hangs on it", *_compared(*everything, None)]]
    about = (
        "300 stakeholders and 900 ties, from the change of a filter until the picture has been drawn again, and until all has followed: "
        "on our page figures and tables, on the bare one nothing else."
    )
    return titled("A filter on the picture", about, ["until", "ours ms", "all sent again ms", "ratio", "goal"], rows)


def _compared(ours: Sequence[float], theirs: Sequence[float], goal: float | None) -> Sequence[Cell]:
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    held = "" if goal is None else reached(ratio <= goal, str(goal))
    return [f"{median(ours):.0f}", f"{median(theirs):.0f}", f"{ratio:.2f}", held]


def _answering(found: Measured) -> str:
    ready, size = median(load.ready for load in found.answering), max(load.size for load in found.answering)
    goals = [reached(ready <= ANSWER_MS, f"{ANSWER_MS} ms"), reached(size <= ANSWER_KB * 1000, f"{ANSWER_KB} kB")]
    about = (
        "`/respond/<token>` on a phone with 400 kbit/s and 400 ms of delay, nothing in the cache: until a sentence can be chosen, "
        "and all that comes over the wire."
    )
    head = ["loads", "ms", "slowest ms", "requests", "kB", "time", "bytes"]
    loads = found.answering
    slowest, requests = max(load.ready for load in loads), max(len(load.wire) for load in loads)
    row = [len(loads), f"{ready:.0f}", f"{slowest:.0f}", requests, f"{size / 1000:.1f}", *goals]
    return titled("A service user's form on a slow line", about, head, [row])


def _saving(saved: Sequence[Saving]) -> str:
    if not saved:
        return ""
    rows = []
    for one in saved:
        goal = ONE_SAVE_MS if one.editors == 1 else TOGETHER_MS
        good = one.at(0.95) <= goal and one.times[-1] <= LONGEST_MS and not one.failed and not one.lost
        times = [f"{one.at(part):.0f}" for part in (0.5, 0.95)]
        counts = [len(one.times), one.accepted, one.refused, len(one.failed), len(one.lost)]
        rows.append([one.editors, *counts, *times, f"{one.times[-1]:.0f}", reached(good, f"{goal} ms")])
    about = (
        "From the sending of an edit until the answer that it is kept, over HTTP, on the generated programme, two workers; all editors on "
        "the same records. Refused: somebody else was faster, and both values were told. Failed: no answer, or one that says try again. "
        f"Lost: an accepted save that is not there. This disk confirms a write of 4 kB in {saved[0].sync:.1f} ms."
    )
    head = ["editors", "saves", "accepted", "refused", "failed", "lost", "p50 ms", "p95 ms", "longest ms", "goal"]
    return titled("Saving", about, head, rows)


def _memory(found: Measured) -> str:
    rows = [
        [name, round(held.own), round(held.whole), reached(held.whole <= WORKER_MB, str(WORKER_MB))] for name, held in found.memory.items()
    ]
    about = "The largest worker after all pages were opened; PSS shares out what the workers have in common, RSS does not."
    return titled("Memory of a worker", about, ["database", "PSS MB", "RSS MB", "goal"], rows)


def _libraries(found: Measured) -> str:
    rows = []
    for (name, page), loads in sorted(found.cold.items()):
        heavy = {address: size for address, size in loads.loads[-1].wire.items() if any(word in address for word in LIBRARIES)}
        right = all("cytoscape" in address and page == CYTOSCAPE_PAGE for address in heavy)
        loaded = ", ".join(f"{address.rpartition('/')[2]} {size / 1000:.0f} kB" for address, size in heavy.items())
        if name == SAMPLE:
            rows.append([page, loaded or "none", reached(right)])
    return titled("Plotly, ag-grid and Cytoscape", "None but Cytoscape where a network is drawn.", ["page", "loaded", "goal"], rows)


def _all_pages(loads: dict[Key, Loads]) -> list[str]:
    return list(dict.fromkeys(page for _name, page in loads))
