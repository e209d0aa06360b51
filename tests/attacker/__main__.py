"""Protects and attacks many programmes, prints the table and writes it into docs/disclosure.md (`make audit`)."""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.attacker.judged import Judged, judged, together

PAGE = Path(__file__).parents[2] / "docs" / "disclosure.md"
START, END = "<!-- table -->", "<!-- end of table -->"
PROGRAMMES, PROCESSES = 500, 2
# Programmes by their number of cells.
SIZES = {"up to 1,000": 3 * 1000, "up to 2,000": 3 * 2000, "more": 10**9}


def table(results: list[Judged]) -> str:
    """The results by size of programme, in Markdown."""
    head = (
        "cells of a release",
        "programmes",
        "tables",
        "cells",
        "hidden: primary",
        "hidden: complementary",
        "primary only: figures worked out",
        "in programmes",
        "ours: figures worked out",
        "counts shown",
        "core seconds a release",
        "slowest",
    )
    lines = [" | ".join(head), " | ".join(["---"] * len(head))]
    left = sorted(results, key=lambda result: result.cells)
    for name, most in SIZES.items():
        some = [result for result in left if result.cells <= most]
        left = left[len(some) :]
        lines += [_line(name, together(some))] if some else []
    lines.append(_line("all", together(results)))
    return "\n".join(f"| {line} |" for line in lines)


def _line(name: str, result: Judged) -> str:
    counts = (result.programmes, result.tables, result.cells, result.primary, result.complementary)
    found = (result.bare, result.bare_programmes, result.broken)
    numbers = [f"{number:,}" for number in (*counts, *found)]
    times = (f"{result.seconds / (4 * result.programmes):.2f}", f"{result.slowest:.2f}")
    return " | ".join((name, *numbers, f"{100 * result.share:.0f} %", *times))


def main(programmes: int) -> int:
    """Print and write the table; 1 where a figure was worked out or the same data led to another pattern."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        results = list(pool.map(judged, range(programmes), chunksize=5))
    text = table(results)
    print(text)
    if programmes == PROGRAMMES:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")
    every = together(results)
    print(f"figures worked out: {every.broken}; same data, same pattern: {every.same} of {every.programmes}")
    return int(every.broken > 0 or every.same < every.programmes)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES))
