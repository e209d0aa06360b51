"""Where stakeholders stand whom nobody has placed."""

from itertools import combinations
from math import dist

import networkx
import pytest

from data_layer.analysis.placement import layout, places
from data_layer.cache import results
from tests.data_layer.analysis.drawn import network


@pytest.fixture(autouse=True)
def _nothing_kept():
    results.clear()


def laid_out(graph):
    groups = networkx.community.louvain_communities(graph, seed=1)
    of_point = [next(place for place, group in enumerate(groups) if point in group) for point in graph]
    return layout(len(graph), sorted(graph.edges), of_point), of_point


def test_the_same_ties_give_the_same_picture():
    graph = networkx.connected_caveman_graph(4, 6)
    assert laid_out(graph)[0] == laid_out(graph)[0]


@pytest.mark.parametrize(
    "graph", [networkx.star_graph(10), networkx.path_graph(6), networkx.complete_graph(7), networkx.gnm_random_graph(60, 90, seed=2)]
)
def test_no_two_stand_on_each_other(graph):
    found = [point for point in laid_out(graph)[0] if point is not None]
    assert min(dist(one, other) for one, other in combinations(found, 2)) > 0.3


def test_those_who_are_tied_stand_nearer_than_the_rest():
    graph = networkx.path_graph(8)
    found = laid_out(graph)[0]
    assert dist(found[0], found[1]) < dist(found[0], found[4]) < dist(found[0], found[7])


@pytest.mark.parametrize("graph", [networkx.connected_caveman_graph(4, 8), networkx.connected_caveman_graph(30, 16)])
def test_communities_stay_together(graph):
    found, of_point = laid_out(graph)
    inside = [dist(found[a], found[b]) for a, b in combinations(range(len(graph)), 2) if of_point[a] == of_point[b]]
    outside = [dist(found[a], found[b]) for a, b in combinations(range(len(graph)), 2) if of_point[a] != of_point[b]]
    assert sum(inside) / len(inside) < 0.5 * sum(outside) / len(outside)


def test_separate_parts_stand_apart():
    found = layout(4, [(0, 1), (2, 3)], [0, 0, 1, 1])
    assert min(dist(found[a], found[b]) for a in (0, 1) for b in (2, 3)) > 1


def test_who_has_no_tie_gets_no_place():
    assert set(places(network("a-b", alone="c"))) == {1, 2}


def test_places_are_whole_numbers_up_to_a_thousand():
    found = places(network("a-b b-c c-d d-a"))
    assert all(type(value) is int and 0 <= value <= 1000 for point in found.values() for value in point)
    assert 1000 in {value for point in found.values() for value in point}


def test_stored_places_win_and_are_left_as_they_are():
    of = network("a-b b-c c-a", a={"x": 10.0, "y": 5.0}, b={"x": 30.0, "y": 5.0}, c={"x": 20.0, "y": 15.0})
    assert places(of) == {1: (10, 5), 2: (30, 5), 3: (20, 15)}


def test_one_stored_place_is_enough_to_leave_the_arranging_to_people():
    of = network("", alone="a b c", b={"x": 3.0, "y": 4.0})
    assert places(of) == {2: (3, 4)}


def test_in_a_placed_network_a_whole_new_part_gets_a_place_too():
    placed = {"a": {"x": 0.0, "y": 0.0}, "b": {"x": 100.0, "y": 0.0}}
    found = places(network("a-b n-o o-p p-a q-r", **placed))
    assert len(set(found.values())) == len(found) == 7


def test_a_new_stakeholder_stands_beside_those_it_is_tied_to():
    placed = {"a": {"x": 0.0, "y": 0.0}, "b": {"x": 100.0, "y": 0.0}, "c": {"x": 100.0, "y": 100.0}}
    found = places(network("a-b b-c n-a", alone="x", **placed))
    assert dist(found[4], found[1]) < dist(found[4], found[2])
    assert 5 not in found


def test_a_network_without_ties_has_no_places():
    assert places(network("", alone="a b")) == {}
