"""What is true of each figure of a release, whatever tables it stands in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data_layer.disclosure.primary import Reason
from data_layer.disclosure.rules import Rules, behind, rounded
from data_layer.disclosure.table import COUNTED, Key, Sum, Table, Unit
from data_layer.giving_way import answered


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: a count, or minor units of money.

    `known`: everybody knows it, because nobody can be there or because all of it is public already. `public`: how much of a sum is
    public already. `secrets`: what each giver gave that is not; `givers`: the amount of each contributor.
    """

    value: int
    unit: Unit
    known: bool = False
    public: int = 0
    secrets: Mapping[str, int] = field(default_factory=dict)
    givers: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_count(self) -> bool:
        """Whether it counts people or answers."""
        return self.unit in COUNTED

    @property
    def secret(self) -> int:
        """The largest amount in it, of one giver, that is not public."""
        return max(self.secrets.values(), default=0)

    def interval(self, k: int) -> tuple[int, int]:
        """What everybody knows of it once it is shown."""
        return behind(rounded(self.value, k), k) if self.is_count and not self.known else (self.value, self.value)

    def near(self, other: "Fact", rules: Rules) -> bool:
        """Whether an attacker may know exactly how it came from the other: fewer people than the threshold, fewer givers than needed."""
        if self.is_count:
            return abs(self.value - other.value) < rules.k
        names = self.givers.keys() | other.givers.keys()
        return sum(self.givers.get(name) != other.givers.get(name) for name in names) < rules.givers

    def rest(self, part: "Fact") -> "Fact":
        """What it has more than a part of it."""
        public = max(self.public - part.public, 0)
        return Fact(self.value - part.value, self.unit, False, public, _more(self.secrets, part.secrets), _more(self.givers, part.givers))

    def telling(self, rules: Rules, *, watched: int = 0) -> bool:
        """Whether nobody may know it, were it a figure of its own: a few people, or what one giver gives most of.

        `watched`: so many of the givers may be known.
        """
        if self.is_count:
            return 0 < self.value < rules.k
        largest, *others = sorted(self.givers.values(), reverse=True) or [0]
        fair = len(others) + 1 >= rules.givers + watched and largest <= rules.dominance * (largest + sum(others[watched:]))
        return bool(self.secrets) and not fair


def _more(whole: Mapping[str, int], part: Mapping[str, int]) -> dict[str, int]:
    return {name: amount - part.get(name, 0) for name, amount in whole.items() if amount > part.get(name, 0)}


@dataclass(frozen=True)
class Basis:
    """A release as those who made it keep it, and nobody else may see it: true values and what was hidden."""

    tables: tuple[Table, ...]
    hidden: Mapping[Key, Reason]
    rules: Rules

    @cached_property
    def facts(self) -> dict[Key, Fact]:
        """Each figure that is protected."""
        return facts(self.tables)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Each total with its parts."""
        return sums(self.tables)

    @cached_property
    def again(self) -> frozenset[tuple[str, str]]:
        """Where the same people may be in several parts."""
        return again(self.tables)


def facts(tables: Iterable[Table]) -> dict[Key, Fact]:
    """Each figure of persons, answers or money; ValueError where two tables give the same figure different values."""
    found: dict[Key, Fact] = {}
    for table in tables:
        if table.unit == Unit.ORGANISATIONS:
            continue
        for position, key in table.keys.items():
            answered.give_way()
            fact = _fact(table, position)
            if found.setdefault(key, fact).value != fact.value:
                raise ValueError(f"{table.code} gives {fact.value} at {position}, another table {found[key].value}")
            if fact.known:
                found[key] = fact
    return found


def sums(tables: Iterable[Table]) -> tuple[Sum, ...]:
    """Each total of persons, answers or money with its parts, once."""
    every = (line for table in tables if table.unit != Unit.ORGANISATIONS for line in table.sums if line.parts != (line.total,))
    return tuple(sorted(dict.fromkeys(every)))


def again(tables: Iterable[Table]) -> frozenset[tuple[str, str]]:
    """Measures, each with a side whose parts do not add up: the columns of a table without totals, its rows where it has none."""
    found = (table for table in tables if table.unit in COUNTED and not table.totals)
    return frozenset((table.measure, (table.columns or table.rows).name) for table in found)


def _fact(table: Table, position: tuple[str, str]) -> Fact:
    value = table.amounts[position]
    if table.unit != Unit.MONEY:
        return Fact(value, table.unit, known=table.empty.issuperset(table.covered(position)))
    by_name: Counter[str] = Counter()
    secrets: Counter[str] = Counter()
    for giver in table.givers(position):
        by_name[giver.contributor] += giver.amount
        secrets[giver.contributor] += 0 if giver.source else giver.amount
    public = value - secrets.total()
    return Fact(value, table.unit, known=public == value, public=public, secrets=+secrets, givers=by_name)
