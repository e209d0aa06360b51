"""What graph files have in common: nodes and edges as tables of stakeholders and ties."""

import math
from dataclasses import dataclass, field

from data_layer.files.limits import MOST_ROWS
from data_layer.files.own import number_field
from data_layer.files.source import Grid, ReadFile, grid_from, table_from
from data_layer.files.suggestion import suggested
from data_layer.problem import Problem

NAME_COLUMNS = ("name", "title")


@dataclass(slots=True)
class Node:
    """One node; `own`: label, x, y as the format has them; `attributes`: title -> text."""

    id: str
    line: int
    own: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Edge:
    """One edge; `own`: Directed, Label, Weight, Kind, Start, End as the format has them."""

    source: str
    target: str
    line: int
    own: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)


def graph_file(form: str, nodes: list[Node], edges: list[Edge]) -> ReadFile:
    """The graph as two tables. Raises Problem for nodes that stand twice, edges to nodes that are not there, numbers that are none."""
    _check(nodes, edges)
    labelled = any(node.own.get("Label") for node in nodes)
    columns = ("Id", "Label", "x", "y", "Start", "End")
    people = _grid("nodes", columns, [(node.line, {"Id": node.id, **node.own}, node.attributes) for node in nodes])
    ends = ("Source", "Target", "Directed", "Label", "Weight", "Kind", "Start", "End")
    told = [(edge.line, {"Source": edge.source, "Target": edge.target, **edge.own}, edge.attributes) for edge in edges]
    ties = _grid("edges", ends, told)
    tables = []
    if people:
        name = {"Label": "name"} if labelled else {column: "name" for column in people.header if column.casefold() in NAME_COLUMNS}
        tables.append(table_from(people, "stakeholder", suggested("stakeholder", people, known={"Id": number_field(people, "Id"), **name})))
    if ties:
        known = {"Source": "from", "Target": "to", "Directed": "directed"}
        tables.append(table_from(ties, "tie", suggested("tie", ties, known=known)))
    return ReadFile(form, tuple(tables))


def _check(nodes: list[Node], edges: list[Edge]) -> None:
    if len(nodes) > MOST_ROWS or len(edges) > MOST_ROWS:
        raise Problem("file_rows", most=MOST_ROWS, name="nodes" if len(nodes) > MOST_ROWS else "edges")
    ids: set[str] = set()
    for node in nodes:
        if not node.id or node.id in ids:
            raise Problem("file_node_twice", line=node.line, value=node.id)
        ids.add(node.id)
        for name in ("x", "y"):
            _check_number(node.own.get(name, ""), node.line)
    for edge in edges:
        for end in (edge.source, edge.target):
            if end not in ids:
                raise Problem("file_tie_to_nobody", place=edge.line, value=end)
        _check_number(edge.own.get("Weight", ""), edge.line)


def _check_number(text: str, line: int) -> None:
    try:
        fits = not text or (len(text) < 50 and math.isfinite(float(text)))
    except ValueError:
        fits = False
    if not fits:
        raise Problem("file_number", line=line, value=text[:50])


def _grid(name: str, own: tuple[str, ...], items: list[tuple[int, dict[str, str], dict[str, str]]]) -> Grid | None:
    """A grid of the format's own columns that are used, then the attributes, with names that do not clash."""
    if not items:
        return None
    used = [column for column in own if any(known.get(column) for _line, known, _attributes in items)]
    titles = list(dict.fromkeys(title for _line, _known, attributes in items for title in attributes))
    header = [*used, *(f"{title} (attribute)" if title in used else title for title in titles)]
    rows = [(line, [*(known.get(c, "") for c in used), *(attributes.get(t, "") for t in titles)]) for line, known, attributes in items]
    return grid_from(name, [(0, header), *rows])
