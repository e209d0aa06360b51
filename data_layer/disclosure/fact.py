"""What is true of each figure of a release, whatever tables it stands in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from data_layer.disclosure.primary import Reason
from data_layer.disclosure.rules import Rules, behind, rounded
from data_layer.disclosure.table import COUNTED, Key, Sum, Table, Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: a count, or minor units of money.

    `known`: everybody knows it, because nobody can be there or because all of it is public already. `public`: how much of a sum is
    public already. `secret`: the largest amount in it, of one giver, that is not. `givers`: the amount of each contributor.
    """

    value: int
    unit: Unit
    known: bool = False
    public: int = 0
    secret: int = 0
    givers: Mapping[str, int] | None = None

    @property
    def is_count(self) -> bool:
        """Whether it counts people or answers."""
        return self.unit in COUNTED

    def interval(self, k: int) -> tuple[int, int]:
        """What everybody knows of it once it is shown."""
        return behind(rounded(self.value, k), k) if self.is_count and not self.known else (self.value, self.value)

    def near(self, other: "Fact", rules: Rules) -> bool:
        """Whether an attacker may know exactly how it came from the other: fewer people than the threshold, fewer givers than needed."""
        if self.is_count:
            return abs(self.value - other.value) < rules.k
        mine, theirs = self.givers or {}, other.givers or {}
        return sum(mine.get(name) != theirs.get(name) for name in mine.keys() | theirs.keys()) < rules.givers


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


def facts(tables: Iterable[Table]) -> dict[Key, Fact]:
    """Each figure of persons, answers or money; ValueError where two tables give the same figure different values."""
    found: dict[Key, Fact] = {}
    for table in tables:
        if table.unit == Unit.ORGANISATIONS:
            continue
        for position, key in table.keys.items():
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


def _fact(table: Table, position: tuple[str, str]) -> Fact:
    value = table.amounts[position]
    if table.unit != Unit.MONEY:
        return Fact(value, table.unit, known=table.empty.issuperset(table.covered(position)))
    givers = table.givers(position)
    by_name: Counter[str] = Counter()
    for giver in givers:
        by_name[giver.contributor] += giver.amount
    public = sum(giver.amount for giver in givers if giver.source)
    secret = max((giver.amount for giver in givers if not giver.source), default=0)
    return Fact(value, table.unit, known=0 < public == value, public=public, secret=secret, givers=dict(by_name))
