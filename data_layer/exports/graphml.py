"""GraphML, for yEd, Cytoscape, igraph and others."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from data_layer.exports.graph import Graph
from data_layer.exports.markup import element, xml_bytes

SPACE = "http://graphml.graphdrawing.org/xmlns"


def graphml_bytes(graph: Graph) -> bytes:
    """The graph with places; the keys stand before it, as some readers want."""
    root = element(None, "graphml", xmlns=SPACE)
    node_keys = _keys(root, "node", ["label", *graph.node_fields]) | _keys(root, "node", ["x", "y"], "double")
    edge_keys = _keys(root, "edge", graph.edge_fields)
    inside = element(root, "graph", id="network", edgedefault="undirected")
    for node in graph.nodes:
        place = {name: repr(value) for name, value in (("x", node.x), ("y", node.y)) if value is not None}
        _data(element(inside, "node", id=node.id), {"label": node.label, **node.attributes, **place}, node_keys)
    for edge in graph.edges:
        made = element(inside, "edge", id=edge.id, source=edge.start, target=edge.end, directed=str(edge.directed).lower())
        _data(made, edge.attributes, edge_keys)
    return xml_bytes(root)


def _keys(root: Element, part: str, fields: list[str], kind: str = "string") -> dict[str, str]:
    keys = {field: f"{part}_{field}" for field in fields}
    for field, key in keys.items():
        element(root, "key", id=key, for_=part, attr__name=field, attr__type=kind)
    return keys


def _data(parent: Element, texts: Mapping[str, str], keys: Mapping[str, str]) -> None:
    for field, text in texts.items():
        element(parent, "data", text, key=keys[field])
