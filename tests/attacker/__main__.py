"""Protects and attacks many programmes, prints the tables and writes them into docs/disclosure.md (`make audit`)."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.schema import upgrade
from tests.attacker.generated import Whole, released_whole
from tests.attacker.judged import Judged, judged, together
from tests.attacker.story import KINDS
from tests.bench.generator import generate
from tests.bench.size import FULL

PAGE = Path(__file__).parents[2] / "docs" / "disclosure.md"
START, END = "<!-- table -->", "<!-- end of table -->"
PROGRAMMES, PROCESSES = 500, 2


def table(results: list[Judged]) -> str:
    """The results by what differs between the releases, in Markdown."""
    head = (
        "releases differ in",
        "programmes",
        "releases",
        "tables",
        "cells",
        "hidden: primary",
        "hidden: complementary",
        "primary only: figures worked out",
        "in programmes",
        "ours, alone",
        "in pairs",
        "all together",
        "counts shown",
        "core seconds a release",
        "slowest",
    )
    some = [(name, [result for result in results if result.kind == name]) for name in KINDS]
    rows = [_row(name, together(found)) for name, found in some if found]
    return markdown(head, [*rows, _row("all", together(results))])


def _row(name: str, result: Judged) -> Sequence[str]:
    counts = (result.programmes, result.releases, result.tables, result.cells, result.primary, result.complementary)
    found = (result.bare, result.bare_programmes, result.alone, result.pairs, result.together)
    numbers = [f"{number:,}" for number in (*counts, *found)]
    return (name, *numbers, f"{100 * result.share:.0f} %", f"{result.seconds / result.releases:.2f}", f"{result.slowest:.2f}")


def whole_table(found: Whole) -> str:
    """What is shown of the generated programme, in Markdown."""
    head = (
        "the generated programme, released whole",
        "cells of organisations and money",
        "of them hidden though no giver gives most",
        "cells of people",
        "of them shown",
        "core seconds of composing and auditing",
    )
    place = f"{FULL.networks} networks, {FULL.networks * FULL.micro_projects} micro projects, {FULL.readings:,} readings"
    numbers = (str(found.organisations), str(found.organisations_hidden), str(found.people), f"{100 * found.share:.0f} %")
    return markdown(head, [(place, *numbers, f"{found.seconds:.2f}")])


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def generated() -> Whole:
    """The programme that is generated for measuring, in a database of its own, released whole."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/programme.db"
        upgrade(url)
        bind(make_engine(url))
        with bare_session(write=True) as session:
            generate(session, FULL)
            found = released_whole(session)
        bound().dispose()
        return found


def main(programmes: int) -> int:
    """Print and write the tables; 1 where a figure was worked out, the same data led to another pattern or too little is shown."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        results = list(pool.map(judged, range(programmes), chunksize=5))
    whole = generated()
    text = f"{table(results)}\n\n{whole_table(whole)}"
    print(text)
    if programmes == PROGRAMMES:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")
    every = together(results)
    print(f"figures worked out: {every.broken}; same data, same pattern: {every.same} of {every.programmes}")
    return int(every.broken > 0 or every.same < every.programmes or whole.organisations_hidden > 0 or whole.share < 0.5)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES))
