"""Which points hold a graph together."""

import networkx
import pytest

from data_layer.analysis.cut_points import parts_without


def neighbours(graph):
    return {point: sorted(graph.neighbors(point)) for point in graph}


def parts_by_hand(graph):
    """Point → sizes of the parts of its part without it, by taking each point out."""
    found = {}
    for point in graph:
        inside = networkx.node_connected_component(graph, point) - {point}
        sizes = sorted(map(len, networkx.connected_components(graph.subgraph(inside))), reverse=True)
        if len(sizes) > 1:
            found[point] = tuple(sizes)
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (networkx.path_graph(3), {1: (1, 1)}),
        (networkx.path_graph(5), {1: (3, 1), 2: (2, 2), 3: (3, 1)}),
        (networkx.star_graph(4), {0: (1, 1, 1, 1)}),
        (networkx.cycle_graph(5), {}),
        (networkx.empty_graph(3), {}),
        (networkx.barbell_graph(3, 1), {2: (4, 2), 3: (3, 3), 4: (4, 2)}),
    ],
)
def test_known_shapes(graph, expected):
    assert parts_without(neighbours(graph)) == expected


@pytest.mark.parametrize("seed", range(8))
def test_any_graph_falls_apart_as_taking_each_point_out_shows(seed):
    graph = networkx.gnm_random_graph(40, 44, seed=seed)
    assert parts_without(neighbours(graph)) == parts_by_hand(graph)


def test_a_long_chain_needs_no_deep_recursion():
    assert len(parts_without(neighbours(networkx.path_graph(5000)))) == 4998
