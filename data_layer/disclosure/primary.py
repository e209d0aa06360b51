"""Which figures must not be shown for what they are: too few people, one answer of all, one giver who gives most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import COUNTED, NETWORK, TOTAL, Contribution, Dimension, Key, Position, Table, Unit

# The one code of a table that no longer names its networks.
ALL = "all"


class Reason(StrEnum):
    """Why a figure is hidden: too few people (none and all too), worked out from others, one giver, hidden in an earlier release."""

    FEW = "few"
    WORKED_OUT = "worked_out"
    GIVER = "giver"
    EARLIER = "earlier"


def primary(tables: Iterable[Table], rules: Rules) -> dict[Key, Reason]:
    """What must be hidden for what it is, each with its reason."""
    hidden: dict[Key, Reason] = {}
    for table in tables:
        if table.unit in COUNTED:
            hidden |= dict.fromkeys(_few(table, rules), Reason.FEW)
        elif table.unit == Unit.MONEY:
            dominated = (table.keys[position] for position in table.positions if not sharable(table.givers(position), rules))
            hidden |= dict.fromkeys(dominated, Reason.GIVER)
    return hidden


def sharable(givers: Sequence[Contribution], rules: Rules) -> bool:
    """Whether a sum of money may be shown: nothing given, all of it public, or enough givers and none of them dominant.

    Public and other amounts of one contributor count as one giver.
    """
    if all(giver.source for giver in givers):
        return True
    by_name: Counter[str] = Counter()
    for giver in givers:
        by_name[giver.contributor] += giver.amount
    return len(by_name) >= rules.givers and max(by_name.values()) <= rules.dominance * sum(by_name.values())


def _few(table: Table, rules: Rules) -> set[Key]:
    """The counts under the threshold, zeros too, and those that are all of their line. Different people count against the threshold."""
    amounts = {table.keys[position]: amount for position, amount in table.amounts.items()}
    known = {table.keys[position] for position in table.empty}
    full = {
        part
        for line in table.sums
        if len(line.parts) > 1
        for part in line.parts
        if part not in known and amounts[part] == amounts[line.total]
    }
    sure = {table.keys[position]: table.certain.get(position, amount) for position, amount in table.amounts.items()}
    return full | {key for key, people in sure.items() if people < rules.k and key not in known}


def without_few_networks(table: Table, rules: Rules) -> Table:
    """The table; one of persons to which too few networks contribute, without naming them.

    In a table by networks alone only the total stays.
    """
    sides = [table.rows.name, table.columns.name if table.columns else None]
    if table.unit not in COUNTED or NETWORK not in sides:
        return table
    side = sides.index(NETWORK)
    contributing = {cell[side] for cell in table.inner if table.amounts[cell]}
    return table if len(contributing) >= rules.networks else _without(table, side)


def _without(table: Table, side: int) -> Table:
    other = (table.columns, table.rows)[side]
    if other is None:
        everyone = tuple(sorted({atom for code in table.rows.codes for atom in table.rows.atoms(code)}))
        rows, position = Dimension(table.rows.name, (ALL,), {ALL: everyone}), dict.fromkeys(table.inner, (ALL, TOTAL))
    else:
        rows, position = other, {cell: (cell[1 - side], TOTAL) for cell in table.inner}
    values: Counter[Position] = Counter()
    for cell in table.inner:
        values[position[cell]] += table.amounts[cell]
    empty = set(values) - {position[cell] for cell in table.inner if cell not in table.empty}
    return replace(table, rows=rows, columns=None, values=dict(values), empty=frozenset(empty))
