"""GEXF 1.3, for Gephi. No attribute of an edge is called "type": that is GEXF's own word for whether it is directed."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from data_layer.exports.graph import Graph
from data_layer.exports.markup import element, xml_bytes

SPACE, PICTURE_SPACE = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"


def gexf_bytes(graph: Graph) -> bytes:
    """The graph with places and all attributes as texts; parallel ties are edges of their own."""
    root = element(None, "gexf", xmlns=SPACE, **{"xmlns:viz": PICTURE_SPACE}, version="1.3")
    inside = element(root, "graph", mode="static", defaultedgetype="undirected")
    columns = {
        part: _columns(inside, part, fields)
        for part, fields in (("node", graph.node_fields), ("edge", [name for name in graph.edge_fields if name != "what"]))
    }
    nodes = element(inside, "nodes", count=len(graph.nodes))
    for node in graph.nodes:
        made = element(nodes, "node", id=node.id, label=node.label)
        _values(made, node.attributes, columns["node"])
        if node.x is not None and node.y is not None:
            element(made, "viz:position", x=node.x, y=node.y, z=0.0)
    edges = element(inside, "edges", count=len(graph.edges))
    for edge in graph.edges:
        kind = "directed" if edge.directed else "undirected"
        made = element(edges, "edge", id=edge.id, source=edge.start, target=edge.end, type=kind, label=edge.attributes.get("what"))
        _values(made, {name: text for name, text in edge.attributes.items() if name != "what"}, columns["edge"])
    return xml_bytes(root)


def _columns(graph: Element, part: str, fields: list[str]) -> dict[str, str]:
    group = element(graph, "attributes", class_=part)
    names = {field: str(place) for place, field in enumerate(fields)}
    for field, key in names.items():
        element(group, "attribute", id=key, title=field, type="string")
    return names


def _values(parent: Element, attributes: Mapping[str, str], names: Mapping[str, str]) -> None:
    group = element(parent, "attvalues")
    for field, text in attributes.items():
        element(group, "attvalue", for_=names[field], value=text)
