"""A release protected: which figures are hidden and why, and the tables in the form in which they may be seen."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from data_layer.disclosure.attack import Attack
from data_layer.disclosure.fact import Basis, Fact, again, facts, sums
from data_layer.disclosure.linked import APART, Again
from data_layer.disclosure.overlap import overlapping
from data_layer.disclosure.primary import Reason, primary, without_few_networks
from data_layer.disclosure.rules import Rules, rounded
from data_layer.disclosure.table import Key, Position, Sum, Table, Unit

DEFAULT = Rules()


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as readers get it: counts rounded, money and organisations as they are, None for what is hidden; nothing else."""

    code: str
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Position, int | None]


@dataclass(frozen=True, slots=True)
class HiddenCell:
    """A cell that is hidden and why, for the preview of the leader alone."""

    table: str
    position: Position
    reason: Reason


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected release. `shown` is for its readers; all else is for those who made it.

    `basis` has to be kept for the audit of later releases; `without_networks` names tables to which too few networks contribute, so that
    they no longer name them.
    """

    shown: tuple[ShownTable, ...]
    hidden: tuple[HiddenCell, ...]
    without_networks: tuple[str, ...]
    basis: Basis


def protect(tables: Sequence[Table], rules: Rules = DEFAULT, *, earlier: Sequence[Basis] = ()) -> Protection:
    """Hide what may not be shown, and what it could be worked out from, until an attacker finds nothing; it always ends.

    The attacker sees all tables at once, with each of the `earlier` releases (the oldest first), the last few and all of them; what he
    is assumed to know is told at `data_layer.disclosure.linked.system`. What an earlier release hid and has not changed since stays
    hidden, so that the same data lead to the same pattern. ValueError where two tables contradict each other. The same input gives the
    same output.
    """
    kept = tuple(without_few_networks(table, rules) for table in tables)
    true, lines = facts(kept), sums(kept)
    hidden = primary(kept, rules)
    hidden |= {key: Reason.EARLIER for key in _unchanged(true, earlier) if key not in hidden}
    hidden |= overlapping(true, hidden.keys(), rules, earlier)
    for key in _worked_out(true, lines, set(hidden), rules, earlier, again(kept)):
        hidden[key] = Reason.EARLIER if any(key in release.hidden for release in earlier) else Reason.WORKED_OUT
    basis = Basis(kept, hidden, rules)
    return Protection(
        shown=tuple(_shown(table, true, hidden, rules) for table in kept),
        hidden=tuple(
            HiddenCell(table.code, position, hidden[key]) for table in kept for position, key in table.keys.items() if key in hidden
        ),
        without_networks=tuple(table.code for table, before in zip(kept, tables, strict=True) if table is not before),
        basis=basis,
    )


def _unchanged(true: Mapping[Key, Fact], earlier: Sequence[Basis]) -> Iterable[Key]:
    """What the latest release that had it hid, and what is the same since."""
    for key in sorted(true):
        latest = next((release for release in reversed(earlier) if key in release.facts), None)
        if latest is not None and key in latest.hidden and latest.facts[key].value == true[key].value and not true[key].known:
            yield key


def _worked_out(
    true: Mapping[Key, Fact], lines: Sequence[Sum], hidden: set[Key], rules: Rules, earlier: Sequence[Basis], twice: Set[Again]
) -> list[Key]:
    """What has to be hidden besides, in the order in which it was found."""
    if earlier and earlier[-1].rules == rules and earlier[-1].facts == true and earlier[-1].hidden.keys() <= hidden:
        return []  # the last release once more: whatever an attacker knows, he knew before
    weights, telling = _weights(true, lines, earlier), _telling(true, earlier)
    attacks = [
        Attack(
            true,
            lines,
            rules,
            hidden=hidden,
            weights=weights,
            earlier=some,
            again=frozenset().union(twice, *(release.again for release in some)),
            changed=frozenset() if some else _changed(true, earlier, rules),
            carried=carried,
        )
        for some in _together(telling)
        for carried in ((False, True) if 0 < len(some) <= APART else (False,))
    ]
    found: list[Key] = []
    while True:
        before = len(found)
        for attack in attacks:
            found += attack.secure(found)
        if len(found) == before or len(attacks) == 1:
            return found


def _together(telling: Sequence[Basis]) -> list[Sequence[Basis]]:
    """The earlier releases that are attacked at once: none, each, the last few, and all."""
    found: list[Sequence[Basis]] = [[], *([release] for release in telling)]
    if len(telling) > 1:
        found.append(telling[-APART:])
    if len(telling) > APART:
        found.append(telling)
    return found


def _changed(true: Mapping[Key, Fact], earlier: Sequence[Basis], rules: Rules) -> set[Key]:
    """Counts that an earlier release showed and that are a few people more or less now."""
    return {
        key
        for release in earlier
        for key, fact in release.facts.items()
        if key in true and key not in release.hidden and fact.is_count and 0 < abs(true[key].value - fact.value) < rules.k
    }


def _telling(true: Mapping[Key, Fact], earlier: Sequence[Basis]) -> list[Basis]:
    """The earlier releases that tell of the same things, each differing one once."""
    told: dict[tuple[object, ...], Basis] = {}
    for release in earlier:
        measures = {key.measure for key in true}
        same = frozenset((key, fact.value, key in release.hidden) for key, fact in release.facts.items() if key.measure in measures)
        if same:
            told.setdefault((same, release.rules), release)
    return list(told.values())


def _weights(true: Mapping[Key, Fact], lines: Sequence[Sum], earlier: Sequence[Basis]) -> dict[Key, float]:
    """What hiding costs a reader. Counts: small cells first, totals last. Money: totals first, so that every cell that passes stays."""
    totals = {line.total for line in lines}
    parts = {part for line in lines for part in line.parts}
    before = {key for release in earlier for key in release.hidden}
    weights = {}
    for key, fact in true.items():
        level = (key in totals) + (key in totals and key not in parts)
        weight = (1.0 + fact.value / 100) * (1, 10, 50)[level] if fact.is_count else (100.0, 1.0, 2.0)[level]
        weights[key] = weight / 5 if key in before else weight
    return weights


def _shown(table: Table, true: Mapping[Key, Fact], hidden: Mapping[Key, Reason], rules: Rules) -> ShownTable:
    cells: dict[Position, int | None] = {}
    for position, key in table.keys.items():
        if table.unit == Unit.ORGANISATIONS:
            cells[position] = table.amounts[position]
        elif key in hidden:
            cells[position] = None
        else:
            fact = true[key]
            cells[position] = rounded(fact.value, rules.k) if fact.is_count and not fact.known else fact.value
    return ShownTable(table.code, table.unit, table.rows.codes, table.columns.codes if table.columns else (), cells)
