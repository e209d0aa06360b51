"""The basis of a release as JSON values, for those who made it: it holds true values and belongs in no answer to a reader."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from data_layer.disclosure.fact import Basis
from data_layer.disclosure.primary import Reason
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import Contribution, Coordinate, Dimension, Key, Table, Unit


def basis_to_json(basis: Basis) -> dict[str, Any]:
    """The basis as JSON values."""
    return {
        "rules": asdict(basis.rules),
        "tables": [_table(table) for table in basis.tables],
        "hidden": [[key.measure, _plain(key.scope), reason] for key, reason in sorted(basis.hidden.items(), key=lambda item: item[0])],
    }


def basis_from_json(stored: Mapping[str, Any]) -> Basis:
    """The basis that `basis_to_json` stored."""
    hidden = {Key(measure, _scope(scope)): Reason(reason) for measure, scope, reason in stored["hidden"]}
    return Basis(tuple(map(_read, stored["tables"])), hidden, Rules(**stored["rules"]))


def _table(table: Table) -> dict[str, Any]:
    return {
        "code": table.code,
        "unit": table.unit,
        "measure": table.measure,
        "rows": _dimension(table.rows),
        "columns": _dimension(table.columns) if table.columns else None,
        "where": _plain(table.where),
        "values": [[*cell, value] for cell, value in sorted(table.values.items())],
        "contributions": [[*cell, [asdict(part) for part in parts]] for cell, parts in sorted(table.contributions.items())],
        "empty": sorted(map(list, table.empty)),
        "totals": table.totals,
    }


def _dimension(dimension: Dimension) -> dict[str, Any]:
    merged = {code: list(atoms) for code, atoms in dimension.merged.items()}
    return {"name": dimension.name, "codes": list(dimension.codes), "merged": merged}


def _plain(scope: Sequence[Coordinate]) -> list[Any]:
    return [[name, list(codes)] for name, codes in scope]


def _scope(stored: Sequence[Any]) -> tuple[Coordinate, ...]:
    return tuple((name, tuple(codes)) for name, codes in stored)


def _read(stored: Mapping[str, Any]) -> Table:
    contributions = {(row, column): tuple(Contribution(**part) for part in parts) for row, column, parts in stored["contributions"]}
    return Table(
        code=stored["code"],
        unit=Unit(stored["unit"]),
        measure=stored["measure"],
        rows=_sides(stored["rows"]),
        columns=_sides(stored["columns"]) if stored["columns"] else None,
        where=_scope(stored["where"]),
        values={(row, column): value for row, column, value in stored["values"]},
        contributions=contributions,
        empty=frozenset((row, column) for row, column in stored["empty"]),
        totals=stored["totals"],
    )


def _sides(stored: Mapping[str, Any]) -> Dimension:
    merged = {code: tuple(atoms) for code, atoms in stored["merged"].items()}
    return Dimension(stored["name"], tuple(stored["codes"]), merged)
