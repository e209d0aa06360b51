"""GEXF from 1.1 to 1.3, as Gephi and networkx write it."""

from collections.abc import Iterator

from data_layer.files.graph import Edge, Node, graph_file
from data_layer.files.markup import Element
from data_layer.files.source import ReadFile
from data_layer.problem import Problem

DIRECTED = {"directed": "yes", "undirected": "no", "mutual": "no"}


def read_gexf(root: Element) -> ReadFile:
    """Nodes with their place, edges with their direction and weight. Raises Problem where the graph is broken."""
    graphs = root.all("graph")
    if not graphs:
        raise Problem("file_no_graph")
    graph = graphs[0]
    titles = {part: _titles(graph, part) for part in ("node", "edge")}
    default = graph.get("defaultedgetype", "undirected").lower()
    nodes = [_node(element, *titles["node"]) for element in _inside(graph, "nodes", "node")]
    edges = [_edge(element, default, *titles["edge"]) for element in _inside(graph, "edges", "edge")]
    return graph_file("gexf", nodes, edges)


def _titles(graph: Element, part: str) -> tuple[dict[str, str], dict[str, str]]:
    """Attribute id -> title, and title -> default, for nodes or edges."""
    titles, defaults = {}, {}
    for group in graph.all("attributes"):
        if group.get("class") != part:
            continue
        for attribute in group.all("attribute"):
            title = attribute.get("title") or attribute.get("id")
            titles[attribute.get("id")] = title
            for default in attribute.all("default"):
                defaults[title] = default.text
    return titles, defaults


def _inside(graph: Element, group: str, name: str) -> Iterator[Element]:
    """All elements of a name in a group, those inside of others too."""
    waiting = [child for found in reversed(graph.all(group)) for child in reversed(found.children)]
    while waiting:
        element = waiting.pop()
        if element.name == name:
            yield element
        waiting += [child for part in element.all(group) for child in reversed(part.children)]


def _node(element: Element, titles: dict[str, str], defaults: dict[str, str]) -> Node:
    own = {"Label": element.get("label"), "Start": element.get("start"), "End": element.get("end")}
    for position in element.all("position"):
        own |= {"x": position.get("x"), "y": position.get("y")}
    return Node(element.get("id"), element.line, own, _values(element, titles, defaults))


def _edge(element: Element, default: str, titles: dict[str, str], defaults: dict[str, str]) -> Edge:
    own = {"Directed": DIRECTED.get(element.get("type", default).lower(), ""), "Label": element.get("label")}
    own |= {"Weight": element.get("weight"), "Kind": element.get("kind"), "Start": element.get("start"), "End": element.get("end")}
    return Edge(element.get("source"), element.get("target"), element.line, own, _values(element, titles, defaults))


def _values(element: Element, titles: dict[str, str], defaults: dict[str, str]) -> dict[str, str]:
    told = dict(defaults)
    for group in element.all("attvalues"):
        for value in group.all("attvalue"):
            key = value.get("for") or value.get("id")
            told[titles.get(key, key)] = value.get("value")
    return told
