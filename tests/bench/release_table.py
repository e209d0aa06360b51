"""What releases take, and what others notice of them, beside the goals."""

from collections.abc import Sequence
from statistics import median

from tests.bench.leader import CSV, FILES, LOOK, MAKE, XLSX
from tests.bench.markdown import Cell, reached, titled
from tests.bench.releasing import Beside, Releasing
from tests.bench.serving import LOOKED_AT, MADE, Served

COMPOSED_SECONDS, SET_SECONDS = 10, 2
TIMES = 2
STATEMENTS = {LOOKED_AT: 12, MADE: 5}
DATA = (XLSX, CSV)


def releases_table(found: Releasing, served: Sequence[dict[str, Served]]) -> str:
    """`served`: on the sample data, and on the programme."""
    return "\n\n".join([_taken(found), _statements(served), _beside(found)])


def _taken(found: Releasing) -> str:
    largest = f"{found.stories} stories and {found.words} words"
    rows = [
        [what, step, len(took[step]), f"{median(took[step]):.2f}", f"{max(took[step]):.2f}", _held(step, took[step])]
        for what, took in ((f"{found.usual_stories} stories and {found.usual_words} words", found.usual), (largest, found.largest))
        for step in (LOOK, MAKE, *FILES)
    ]
    about = (
        "Over HTTP, one after the other: all tables of all LENs, each time for another period, with stories and words, looked at, released, "
        f"then fetched as its reader does; each is audited against all before it. At most {COMPOSED_SECONDS} s to compose and audit, and "
        f"{SET_SECONDS} s to set a PDF."
    )
    return titled("Releases of the generated programme", about, ["release with", "step", "times", "median s", "longest s", "goal"], rows)


def _held(step: str, took: Sequence[float]) -> str:
    if step in DATA:
        return ""
    goal = COMPOSED_SECONDS if step in (LOOK, MAKE) else SET_SECONDS
    return reached(max(took) <= goal, f"{goal} s")


def _statements(served: Sequence[dict[str, Served]]) -> str:
    rows = [
        [name, *(one[name].statements for one in served), _counted(name, [one[name].statements for one in served])] for name in STATEMENTS
    ]
    about = (
        "On the server alone, the look-up of the sign-in included. Of a release that is made those that ask; besides, each reader and each "
        "word is written."
    )
    return titled("Statements for a release", about, ["request", "sample SQL", "programme SQL", "goal"], rows)


def _counted(name: str, counts: Sequence[int]) -> str:
    return reached(len(set(counts)) == 1 and max(counts) <= STATEMENTS[name], str(STATEMENTS[name]))


def _beside(found: Releasing) -> str:
    head = ["page", "visits", "alone p50 ms", "p95 ms", "beside p50 ms", "p95 ms", "× p50", "× p95", "goal"]
    about = (
        "What a page takes another leader, document and content, built anew each time: while nobody else is there, and while somebody "
        "composes, releases and fetches all files without a pause. On two workers; by turns, so that what else the machine does hits both."
    )
    return titled("Other people’s pages while releases are made", about, head, [_compared(one) for one in found.beside])


def _compared(one: Beside) -> list[Cell]:
    alone, beside = ([_at(times, part) for part in (0.5, 0.95)] for times in (one.alone, one.beside))
    ratios = [after / before for before, after in zip(alone, beside, strict=True)]
    times = [f"{time:.0f}" for time in (*alone, *beside)]
    return [one.page, len(one.beside), *times, *(f"{ratio:.2f}" for ratio in ratios), reached(max(ratios) <= TIMES, str(TIMES))]


def _at(times: Sequence[float], part: float) -> float:
    return sorted(times)[min(int(len(times) * part), len(times) - 1)]
