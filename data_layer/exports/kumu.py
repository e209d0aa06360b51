"""Kumu: its workbook and its JSON blueprint."""

import json
from collections.abc import Mapping
from typing import Any

from data_layer.exports.graph import Graph
from data_layer.exports.sheet import Sheet
from data_layer.exports.workbook import workbook_bytes

# Kumu's own words for what we call differently.
ELEMENT_TYPE, CONNECTION_TYPE = "sector", "relation"
CONNECTION_LABEL = "what"


def kumu_workbook(graph: Graph) -> bytes:
    """A workbook with the sheets Elements and Connections; both ends are told by their ids, since elements have ids."""
    told = [name for name in graph.node_fields if name not in (ELEMENT_TYPE, "description")]
    elements = [
        (node.id, node.label, *(node.attributes.get(name) for name in (ELEMENT_TYPE, "description", *told)), node.x, node.y)
        for node in graph.nodes
    ]
    named = [name for name in graph.edge_fields if name not in (CONNECTION_TYPE, CONNECTION_LABEL)]
    connections = [
        (
            edge.start,
            edge.end,
            _direction(edge.directed),
            *(edge.attributes.get(name) for name in (CONNECTION_LABEL, CONNECTION_TYPE, *named)),
        )
        for edge in graph.edges
    ]
    return workbook_bytes(
        (
            Sheet("Elements", ("ID", "Label", "Type", "Description", *told, "x", "y"), elements),
            Sheet("Connections", ("From", "To", "Direction", "Label", "Type", *named), connections),
        )
    )


def kumu_blueprint(graph: Graph) -> bytes:
    """The blueprint that Kumu takes as a file or from an address."""
    elements = [
        {"id": node.id, "label": node.label, **_renamed(node.attributes, {ELEMENT_TYPE: "type"}), **_place(node.x, node.y)}
        for node in graph.nodes
    ]
    connections = [
        {
            "id": edge.id,
            "from": edge.start,
            "to": edge.end,
            "direction": _direction(edge.directed),
            **_renamed(edge.attributes, {CONNECTION_TYPE: "type", CONNECTION_LABEL: "label"}),
        }
        for edge in graph.edges
    ]
    return json.dumps({"elements": elements, "connections": connections}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _direction(directed: bool) -> str:
    return "directed" if directed else "undirected"


def _renamed(attributes: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    return {names.get(name, name): text for name, text in attributes.items()}


def _place(x: float | None, y: float | None) -> dict[str, Any]:
    return {} if x is None or y is None else {"x": x, "y": y}
