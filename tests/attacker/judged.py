"""One programme protected and attacked: three releases, a few people apart, and the same data once more."""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from data_layer.disclosure.primary import Reason
from data_layer.disclosure.protection import Protection, protect
from tests.attacker.attacker import attack_one, attack_two, exact_differences
from tests.attacker.programme import programme
from tests.attacker.release import primary_only, seen, tables

K = 10
FIRST = (Reason.FEW, Reason.GIVER)


@dataclass(frozen=True)
class Judged:
    """Counts over the releases of one or more programmes; `bare`: figures worked out with primary suppression only, in `bare_programmes`.

    Seconds are those of one processor core.
    """

    programmes: int
    tables: int
    cells: int
    primary: int
    complementary: int
    bare: int
    bare_programmes: int
    broken: int
    counts: int
    shown: int
    seconds: float
    slowest: float
    same: int

    @property
    def share(self) -> float:
        """The share of the cells of persons and answers that is shown."""
        return self.shown / self.counts


def judged(seed: int, *, networks: int = 30) -> Judged:
    """Protect and attack a programme with up to that many networks."""
    chance = random.Random(seed)
    states = [programme(seed, networks=networks)]
    for _ in range(2):
        states.append(states[-1].changed(chance))
    states.append(states[-1])
    made: list[Protection] = []
    seconds = []
    for state in states:
        goes_in, start = tables(state), time.process_time()
        made.append(protect(goes_in, earlier=[release.basis for release in made]))
        seconds.append(time.process_time() - start)
    views = [seen(release) for release in made]
    bare = len(attack_one(K, primary_only(made[0])))
    broken = sum(len(attack_one(K, view)) for view in views[:3])
    broken += sum(len(attack_two(K, *pair)) + len(exact_differences(K, *pair)) for pair in combinations(views[:3], 2))
    broken += len(attack_two(K, *views[2:]))
    counts = [value for view in views[:3] for table in view if table.unit in ("persons", "answers") for value in table.cells.values()]
    hidden = [cell.reason for release in made[:3] for cell in release.hidden]
    return Judged(
        programmes=1,
        tables=sum(map(len, views[:3])),
        cells=sum(len(table.cells) for view in views[:3] for table in view),
        primary=sum(reason in FIRST for reason in hidden),
        complementary=sum(reason not in FIRST for reason in hidden),
        bare=bare,
        bare_programmes=bare > 0,
        broken=broken,
        counts=len(counts),
        shown=sum(value is not None for value in counts),
        seconds=sum(seconds),
        slowest=max(seconds),
        same=made[2].basis.hidden.keys() == made[3].basis.hidden.keys(),
    )


def together(results: Iterable[Judged]) -> Judged:
    """The counts of several programmes as one."""
    every = list(results)
    sums = {name: sum(getattr(result, name) for result in every) for name in Judged.__dataclass_fields__}
    return Judged(**sums | {"slowest": max(result.slowest for result in every)})
