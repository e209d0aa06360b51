"""Gephi's node and edge tables, as two CSV files in a ZIP."""

from data_layer.exports.archive import zipped
from data_layer.exports.comma_separated import csv_bytes
from data_layer.exports.graph import Graph
from data_layer.exports.sheet import Sheet


def gephi_bytes(graph: Graph) -> bytes:
    """One row for each tie, so that parallel ties stay apart."""
    return zipped((f"{sheet.name}.csv", csv_bytes(sheet)) for sheet in gephi_sheets(graph))


def gephi_sheets(graph: Graph) -> tuple[Sheet, Sheet]:
    """The two tables."""
    told = graph.node_fields
    nodes = [(node.id, node.label, *(node.attributes.get(name) for name in told), node.x, node.y) for node in graph.nodes]
    named = graph.edge_fields
    edges = [
        (edge.start, edge.end, "Directed" if edge.directed else "Undirected", edge.id, *(edge.attributes.get(name) for name in named))
        for edge in graph.edges
    ]
    return Sheet("nodes", ("Id", "Label", *told, "x", "y"), nodes), Sheet("edges", ("Source", "Target", "Type", "Id", *named), edges)
