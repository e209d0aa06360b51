"""The basis of a release as JSON: kept for the audit of later releases, read by nothing that answers a reader."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from data_layer.disclosure.fact import Basis
from data_layer.disclosure.primary import Reason
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import Contribution, Coordinate, Dimension, Key, Table, Unit

# Changes when what is written does; what was written earlier stays readable.
VERSION = 1


def to_json(basis: Basis) -> dict[str, Any]:
    """The basis as JSON values. Lists of codes that come again and again (months, networks) are written once."""
    lists: dict[tuple[str, ...], int] = {}
    return {
        "version": VERSION,
        "rules": asdict(basis.rules),
        "tables": [_table(table, lists) for table in basis.tables],
        "hidden": [[key.measure, _scope(key.scope, lists), str(reason)] for key, reason in sorted(basis.hidden.items())],
        "lists": [list(codes) for codes in lists],
    }


def from_json(stored: Mapping[str, Any]) -> Basis:
    """The basis that `to_json` wrote; ValueError for another version."""
    if stored["version"] != VERSION:
        raise ValueError(f"the basis of a release is of version {stored['version']}")
    lists = [tuple(codes) for codes in stored["lists"]]
    return Basis(
        tables=tuple(_read_table(table, lists) for table in stored["tables"]),
        hidden={Key(measure, _read_scope(scope, lists)): Reason(reason) for measure, scope, reason in stored["hidden"]},
        rules=Rules(**stored["rules"]),
    )


def _scope(scope: Sequence[Coordinate], lists: dict[tuple[str, ...], int]) -> list[list[Any]]:
    return [[name, lists.setdefault(codes, len(lists))] for name, codes in scope]


def _read_scope(stored: Sequence[Sequence[Any]], lists: Sequence[tuple[str, ...]]) -> tuple[Coordinate, ...]:
    return tuple((name, lists[place]) for name, place in stored)


def _table(table: Table, lists: dict[tuple[str, ...], int]) -> dict[str, Any]:
    return {
        "code": table.code,
        "unit": str(table.unit),
        "measure": table.measure,
        "rows": _dimension(table.rows),
        "columns": None if table.columns is None else _dimension(table.columns),
        "where": _scope(table.where, lists),
        "values": [[*position, value] for position, value in table.values.items()],
        "contributions": [
            [*position, [[part.contributor, part.amount, part.source] for part in parts]] for position, parts in table.contributions.items()
        ],
        "empty": sorted(map(list, table.empty)),
        "totals": table.totals,
    }


def _read_table(stored: Mapping[str, Any], lists: Sequence[tuple[str, ...]]) -> Table:
    return Table(
        code=stored["code"],
        unit=Unit(stored["unit"]),
        measure=stored["measure"],
        rows=_read_dimension(stored["rows"]),
        columns=None if stored["columns"] is None else _read_dimension(stored["columns"]),
        where=_read_scope(stored["where"], lists),
        values={(row, column): value for row, column, value in stored["values"]},
        contributions={(row, column): tuple(Contribution(*part) for part in parts) for row, column, parts in stored["contributions"]},
        empty=frozenset((row, column) for row, column in stored["empty"]),
        totals=stored["totals"],
    )


def _dimension(dimension: Dimension) -> dict[str, Any]:
    return {
        "name": dimension.name,
        "codes": list(dimension.codes),
        "merged": {code: list(atoms) for code, atoms in dimension.merged.items()},
    }


def _read_dimension(stored: Mapping[str, Any]) -> Dimension:
    merged = {code: tuple(atoms) for code, atoms in stored["merged"].items()}
    return Dimension(stored["name"], tuple(stored["codes"]), merged)
