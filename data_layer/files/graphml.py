"""GraphML, its keys wherever they stand."""

from collections.abc import Iterator

from data_layer.files.graph import Edge, Node, graph_file
from data_layer.files.markup import Element
from data_layer.files.source import ReadFile
from data_layer.problem import Problem

LABELS = ("label", "Label", "Edge Label")
Keys = dict[tuple[str, str], tuple[str, str]]


def read_graphml(root: Element) -> ReadFile:
    """Nodes and edges with their data. Raises Problem where the graph is broken, or ties more than two at once."""
    graphs = root.all("graph")
    if not graphs:
        raise Problem("file_no_graph")
    keys = _keys([*root.all("key"), *(key for graph in graphs for key in graph.all("key"))])
    nodes = [_node(element, keys) for element in _inside(graphs[0], "node")]
    edges = [_edge(element, graph, keys) for graph in _graphs(graphs[0]) for element in graph.all("edge")]
    if any(graph.all("hyperedge") for graph in _graphs(graphs[0])):
        raise Problem("file_hyperedge")
    return graph_file("graphml", nodes, edges)


def _keys(elements: list[Element]) -> Keys:
    """(node or edge, key id) -> (name, default). A file may use one id for nodes and edges."""
    keys: Keys = {}
    for key in elements:
        default = next((child.text for child in key.all("default")), "")
        for part in (key.get("for"),) if key.get("for") in ("node", "edge") else ("node", "edge"):
            keys[part, key.get("id")] = (key.get("attr.name") or key.get("id"), default)
    return keys


def _graphs(graph: Element) -> Iterator[Element]:
    waiting = [graph]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += [inner for node in found.all("node") for inner in node.all("graph")]


def _inside(graph: Element, name: str) -> Iterator[Element]:
    return (element for inner in _graphs(graph) for element in inner.all(name))


def _node(element: Element, keys: Keys) -> Node:
    told = _data(element, "node", keys)
    own = {"Label": _label(told), "x": told.pop("x", ""), "y": told.pop("y", "")}
    return Node(element.get("id"), element.line, own, told)


def _edge(element: Element, graph: Element, keys: Keys) -> Edge:
    told = _data(element, "edge", keys)
    directed = element.get("directed") or ("true" if graph.get("edgedefault") == "directed" else "false")
    own = {"Directed": "yes" if directed == "true" else "no", "Label": _label(told), "Weight": told.pop("weight", "")}
    return Edge(element.get("source"), element.get("target"), element.line, own, told)


def _label(told: dict[str, str]) -> str:
    found = [told.pop(name, "") for name in LABELS]
    return next((text for text in found if text), "")


def _data(element: Element, part: str, keys: Keys) -> dict[str, str]:
    told = {name: default for (kind, _key), (name, default) in keys.items() if kind == part and default}
    for data in element.all("data"):
        name, _default = keys.get((part, data.get("key")), (data.get("key"), ""))
        told[name] = data.text
    return told
