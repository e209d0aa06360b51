"""Networks as nodes and edges with what is recorded of them as texts, for all graph formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from data_layer.editing.tables import TABLES, FieldKind
from data_layer.editing.values import value_of
from data_layer.exports.filtering import criteria
from data_layer.exports.link_key import LinkKeys
from data_layer.exports.table_sheet import all_columns, cell_of
from data_layer.files.own import OWN_NUMBER
from data_layer.models import Stakeholder, Tie
from data_layer.scope import Scope

# The formats say these in words of their own.
SAID = {"stakeholder": {"name"}, "tie": {"from", "to", "directed"}}


@dataclass(frozen=True, slots=True)
class Node:
    """A stakeholder. `attributes`: field -> text, for what is known; `x`, `y` its place in the picture."""

    id: str
    label: str
    x: float | None
    y: float | None
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie from node to node, by their ids."""

    id: str
    start: str
    end: str
    directed: bool
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Graph:
    """`node_fields`, `edge_fields`: the attributes that occur, in their order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def node_fields(self) -> list[str]:
        """The attributes of nodes that at least one has."""
        return _used(node.attributes for node in self.nodes)

    @property
    def edge_fields(self) -> list[str]:
        """The attributes of edges that at least one has."""
        return _used(edge.attributes for edge in self.edges)


def _used(items: Any) -> list[str]:
    return list(dict.fromkeys(name for attributes in items for name in attributes))


def network_graph(session: Session, scope: Scope, keys: LinkKeys) -> Graph:
    """The stakeholders and the ties between them, by id. Two statements, and one for each table that ties point to."""
    people = session.execute(all_columns(Stakeholder).where(*criteria(scope, Stakeholder)).order_by(Stakeholder.id)).all()
    ties = session.execute(all_columns(Tie).where(*criteria(scope, Tie)).order_by(Tie.id)).all()
    here = {row.id for row in people}
    nodes = tuple(Node(_number(row.id), row.name, row.x, row.y, _attributes("stakeholder", row, keys)) for row in people)
    edges = tuple(
        Edge(f"tie-{row.id}", _number(row.from_id), _number(row.to_id), row.directed, _attributes("tie", row, keys))
        for row in ties
        if {row.from_id, row.to_id} <= here
    )
    return Graph(nodes, edges)


def _number(row_id: int) -> str:
    return f"{OWN_NUMBER}{row_id}"


def _attributes(table: str, row: Any, keys: LinkKeys) -> dict[str, str]:
    told = {"network": keys.title("network", row.network_id)}
    for field in TABLES[table].fields.values():
        if field.name in SAID[table]:
            continue
        value = value_of(field, *(getattr(row, column) for column in field.columns))
        if field.kind is FieldKind.LINK:
            value = keys.key(field.target, value if isinstance(value, int) else None)
        cell = cell_of(field, value)
        if cell not in (None, "", "no"):
            told[field.name] = str(cell)
    return told
