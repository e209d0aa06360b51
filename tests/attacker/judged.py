"""One programme protected and attacked: the releases of its story, alone, in pairs and all together."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import combinations

from data_layer.disclosure.primary import Reason
from data_layer.disclosure.protection import Protection, protect
from tests.attacker.attacker import attack, exact_differences
from tests.attacker.knowledge import Release
from tests.attacker.release import primary_only, seen, tables, unprotected
from tests.attacker.story import Telling, kind, story

K = 10
FIRST = (Reason.FEW, Reason.GIVER)


@dataclass(frozen=True)
class Judged:
    """Counts over the releases of one or more programmes; `bare`: figures worked out with primary suppression only, in `bare_programmes`.

    `alone`, `pairs`, `together`: figures worked out of one release, of two, of all of a story. Seconds are those of one processor core.
    """

    programmes: int
    releases: int
    tables: int
    cells: int
    primary: int
    complementary: int
    bare: int
    bare_programmes: int
    alone: int
    pairs: int
    together: int
    counts: int
    shown: int
    seconds: float
    slowest: float
    same: int
    kind: str = ""

    @property
    def broken(self) -> int:
        """The figures worked out."""
        return self.alone + self.pairs + self.together

    @property
    def share(self) -> float:
        """The share of the cells of persons and answers that is shown."""
        return self.shown / self.counts


def judged(seed: int, *, networks: int = 30) -> Judged:
    """Protect and attack a programme with up to that many networks."""
    told = story(seed, networks=networks)
    made: list[Protection] = []
    seconds = []
    for each in told:
        goes_in, start = tables(each.made, each.asked), time.process_time()
        made.append(protect(goes_in, earlier=[release.basis for release in made]))
        seconds.append(time.process_time() - start)
    before = _before_him(told, made)
    pairs = [*combinations(before[:-1], 2), tuple(before[-2:])]
    views = [release.tables for release in before[:-1]]
    counts = [value for view in views for table in view if table.unit in ("persons", "answers") for value in table.cells.values()]
    hidden = [cell.reason for release in made[:-1] for cell in release.hidden]
    bare = len(attack(K, [Release(0, primary_only(made[0]))]))
    return Judged(
        programmes=1,
        releases=len(made),
        tables=sum(map(len, views)),
        cells=sum(len(table.cells) for view in views for table in view),
        primary=sum(reason in FIRST for reason in hidden),
        complementary=sum(reason not in FIRST for reason in hidden),
        bare=bare,
        bare_programmes=bare > 0,
        alone=sum(len(attack(K, [release])) for release in before[:-1]),
        pairs=sum(len(attack(K, list(pair))) + _exact(*pair) for pair in pairs),
        together=len(attack(K, before[:-1])),
        counts=len(counts),
        shown=sum(value is not None for value in counts),
        seconds=sum(seconds),
        slowest=max(seconds),
        same=made[-1].basis.hidden.keys() == made[-2].basis.hidden.keys(),
        kind=kind(seed),
    )


def _before_him(told: list[Telling], made: list[Protection]) -> list[Release]:
    """The releases as they lie before the attacker, with what he may have watched: their figures in the other data."""
    states = {each.state: each.made for each in told}
    return [
        Release(each.state, seen(release), {state: unprotected(data, each.asked) for state, data in states.items() if state != each.state})
        for each, release in zip(told, made, strict=True)
    ]


def _exact(before: Release, after: Release) -> int:
    return 0 if before.state == after.state else len(exact_differences(K, before.tables, after.tables))


def together(results: Iterable[Judged]) -> Judged:
    """The counts of several programmes as one."""
    every = list(results)
    sums = {field.name: sum(getattr(result, field.name) for result in every) for field in fields(Judged) if field.name != "kind"}
    return Judged(**sums | {"slowest": max(result.slowest for result in every)})
