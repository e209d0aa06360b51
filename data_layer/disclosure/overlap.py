"""Figures that may count the same people without being parts of one table: what two of them differ by may be a few people.

Whom an indicator counts is known to those who made it. An attacker may hold that they are among those of another figure, so that the rest
is a figure too: it must not be known to be a few people. Two figures of one indicator are of the same people, so these may not be closer
than the threshold at all, unless they are the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import filterfalse, product

from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.primary import Reason
from data_layer.disclosure.rules import Interval, Rules
from data_layer.disclosure.table import INDICATOR, NETWORK, Key, Unit


def overlapping(true: Mapping[Key, Fact], hidden: AbstractSet[Key], rules: Rules, earlier: Sequence[Basis]) -> dict[Key, Reason]:
    """What has to be hidden for that, and why: indicators first, and other figures only for an indicator that is shown already."""
    people = {key: fact for key, fact in true.items() if _tells(fact) and key not in hidden}
    before, now = _before(earlier, rules), _Shown(rules)
    for key in filterfalse(_is_indicator, people):
        now.add(key, people[key], rules)
    found: dict[Key, Reason] = {key: Reason.EARLIER for key in people if before.gives_away(key, people[key])}
    for key in sorted(filter(_is_indicator, people), reverse=True):
        if key not in found and now.gives_away(key, people[key]):
            found[key] = Reason.WORKED_OUT
        elif key not in found:
            now.add(key, people[key], rules)
    return found


def _before(earlier: Sequence[Basis], rules: Rules) -> "_Shown":
    shown = _Shown(rules)
    for release in earlier:
        for key, fact in release.facts.items():
            if _tells(fact) and key not in release.hidden:
                shown.add(key, fact, release.rules)
    return shown


def _is_indicator(key: Key) -> bool:
    return bool(key.codes(INDICATOR))


def _tells(fact: Fact) -> bool:
    return fact.unit == Unit.PERSONS and not fact.known


@dataclass
class _Shown:
    """Figures that are shown, by whether they are of an indicator, and their true value."""

    rules: Rules
    by_value: dict[tuple[bool, int], dict[tuple[Key, Interval], None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, key: Key, fact: Fact, rules: Rules) -> None:
        self.by_value[_is_indicator(key), fact.value][key, fact.interval(rules.k)] = None

    def gives_away(self, key: Key, fact: Fact) -> bool:
        """Whether this figure and one of these tell of a few people that they do not have in common."""
        mine = fact.interval(self.rules.k)
        return any(_close(mine, other, self.rules) or _same_indicator(key, named) for named, other in self._near(key, fact.value))

    def _near(self, key: Key, value: int) -> Iterator[tuple[Key, Interval]]:
        """Other figures that differ by a few people; of two figures one is of an indicator."""
        around = [other for step in range(1, self.rules.k) for other in (value - step, value + step)]
        for place in product((True, False) if _is_indicator(key) else (True,), around):
            for named, interval in self.by_value.get(place, ()):
                if named != key and _meet(key, named):
                    yield named, interval


def _same_indicator(one: Key, other: Key) -> bool:
    return _is_indicator(one) and one.scope == other.scope


def _meet(one: Key, other: Key) -> bool:
    """Whether they are of a network that is the same; a figure that names none is of all."""
    mine, theirs = one.codes(NETWORK), other.codes(NETWORK)
    return not mine or not theirs or not set(mine).isdisjoint(theirs)


def _close(one: Interval, other: Interval, rules: Rules) -> bool:
    """Whether the rest of the larger figure is known to be a few people, or known too well."""
    (less, less_most), (more, most) = sorted((one, other), key=lambda interval: interval[0])
    assert most is not None
    assert less_most is not None
    low, high = max(0, more - less_most), most - less
    return high - low < rules.width or 0 < low <= high < rules.k
