"""What the ties of a network say."""

import networkx
import pytest

from data_layer.analysis.network import portrait, sector_counts
from data_layer.analysis.selection import View, select
from data_layer.cache import results
from tests.data_layer.analysis.drawn import network, tie

STAR = "a-m b-m c-m d-m"


@pytest.fixture(autouse=True)
def _nothing_kept():
    results.clear()


def look(of, view=None):
    return portrait(of, view or View())


def measures(of, name):
    return {one.member.name: getattr(one, name) for one in look(of).measured}


def test_the_seven_figures_of_a_star_with_one_alone():
    found = look(network(STAR, alone="x")).figures
    assert (found.stakeholders, found.ties, found.tied, found.pairs) == (6, 4, 4, 15)
    assert (found.parts, found.alone, found.confirmed) == (1, 1, 0)
    assert found.mean_steps == pytest.approx((4 * 1 + 6 * 2) / 10)


def test_parallel_ties_tie_a_pair_once():
    found = look(network("a-b", ties=[tie(2, 2, 1, "money"), tie(3, 1, 2, "support")])).figures
    assert (found.ties, found.tied) == (3, 1)


def test_a_conflict_is_a_tie_to_count_and_none_to_measure():
    found = look(network("a-b", alone="c", ties=[tie(2, 2, 3, "conflict", confirmed=True)]))
    assert (found.figures.ties, found.figures.confirmed, found.figures.tied, found.figures.alone) == (2, 1, 1, 1)
    assert [one.hub for one in found.measured] == [1, 1, 0]


def test_mean_steps_are_unknown_where_nobody_is_tied():
    assert look(network("", alone="a b")).figures.mean_steps is None


def test_sectors_that_are_unknown_are_left_out_of_the_share_between_sectors():
    found = look(network("a-b b-c c-d", a={"sector": "users"}, b={"sector": "health"}, c={"sector": "health"})).figures
    assert (found.across, found.sector_ties) == (1, 2)


def test_a_hub_has_most_direct_ties():
    assert measures(network(STAR), "hub") == {"a": 1, "b": 1, "c": 1, "d": 1, "m": 4}


def test_a_bridge_stands_between_pairs():
    assert measures(network("a-b b-c c-d"), "bridge") == {"a": 0, "b": 2, "c": 2, "d": 0}


def test_bridges_are_what_networkx_calls_betweenness():
    graph = networkx.gnm_random_graph(30, 50, seed=3)
    of = network(" ".join(f"n{one:02}-n{other:02}" for one, other in graph.edges))
    known = {f"n{point:02}": value for point, value in networkx.betweenness_centrality(graph, normalized=False).items()}
    assert measures(of, "bridge") == pytest.approx({name: known[name] for name in measures(of, "bridge")})


def test_a_connector_is_tied_to_other_sectors_and_each_counts_once():
    sectors = {"a": "users", "b": "users", "c": "health", "d": "church"}
    of = network(STAR, m={"sector": "users"}, **{name: {"sector": sector} for name, sector in sectors.items()})
    assert measures(of, "connector")["m"] == 2


def test_communities_are_the_same_each_time_and_the_largest_comes_first():
    of = network("a-b b-c c-a a-d d-b e-f f-g g-e g-a", alone="x")
    first = measures(of, "community")
    results.clear()
    assert measures(of, "community") == first
    assert {first[name] for name in "abcd"} == {0}
    assert {first[name] for name in "efg"} == {1}
    assert first["x"] is None


def test_who_cuts_off_most_comes_first():
    found = look(network("a-b b-c c-d d-e e-f e-g e-h"))
    assert [(cut.member.name, cut.parts) for cut in found.cut_points][:2] == [("e", (4, 1, 1, 1)), ("d", (4, 3))]
    assert found.cut_points[0].cut_off == 3


@pytest.mark.parametrize(("number", "ranked"), [(7, False), (8, True)])
def test_below_eight_stakeholders_there_is_no_ranking(number, ranked):
    assert look(network("", alone=" ".join("abcdefgh"[:number]))).ranked is ranked


def test_everything_is_measured_on_what_is_shown():
    of = network("a-b b-c", a={"sector": "users"}, b={"sector": "users"})
    found = look(of, View(sector="users"))
    assert (found.figures.stakeholders, found.figures.tied) == (2, 1)


def test_pairs_of_sectors_are_counted_in_one_order():
    of = network("a-b b-a a-c", a={"sector": "users"}, b={"sector": "health"}, c={"sector": "users"})
    assert sector_counts(select(of, View())) == {("health", "users"): 2, ("users", "users"): 1}
