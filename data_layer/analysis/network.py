"""What the ties of a network say: the seven figures and the measures of each stakeholder.

Undirected, parallel ties once, conflict left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import networkx
import rustworkx

from data_layer.analysis.cut_points import parts_without
from data_layer.analysis.selection import Selection, View, select
from data_layer.cache import results
from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Member
from data_layer.network.tie import TieLine
from data_layer.vocabulary import Relation

Graph: TypeAlias = "rustworkx.PyGraph[int, None]"

RANKED_FROM = 8
SEED = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """The seven figures, as counts; `mean_steps` is None where nobody is tied.

    Of `pairs` possible pairs `tied` have a tie. Of `sector_ties` ties whose both sectors are known `across` join two sectors.
    `parts` counts the separate parts with at least two stakeholders, `alone` the stakeholders without a tie.
    """

    stakeholders: int
    ties: int
    tied: int
    pairs: int
    confirmed: int
    across: int
    sector_ties: int
    parts: int
    alone: int
    mean_steps: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One stakeholder's measures: direct ties (degree), how often it stands between two others (betweenness, in pairs),
    to how many other sectors it is tied, its community (0 is the largest; None without a tie)."""

    member: Member
    hub: int
    bridge: float
    connector: int
    community: int | None


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A stakeholder without whom its part falls apart, into parts of these sizes, largest first."""

    member: Member
    parts: tuple[int, ...]

    @property
    def cut_off(self) -> int:
        """How many stakeholders lose the largest part."""
        return sum(self.parts[1:])


@dataclass(frozen=True)
class Portrait:
    """A view of a network and what its ties say; `ranked` is False where there are too few stakeholders for a ranking."""

    selection: Selection
    figures: Figures
    measured: tuple[Measured, ...]
    cut_points: tuple[CutPoint, ...]

    @property
    def ranked(self) -> bool:
        """Whether there are enough stakeholders to put them in an order."""
        return self.figures.stakeholders >= RANKED_FROM

    @cached_property
    def communities(self) -> int:
        """How many communities there are."""
        return 1 + max((one.community for one in self.measured if one.community is not None), default=-1)


def portrait(network: NetworkMap, view: View) -> Portrait:
    """The portrait of a view of a network, kept per revision."""
    return results.get(("portrait", network.network_id, network.revision, view), lambda: _portrait(select(network, view)))


def _portrait(selection: Selection) -> Portrait:
    pairs = simple_pairs(selection)
    graph = simple_graph(len(selection.members), pairs)
    neighbours: dict[int, list[int]] = {place: sorted(graph.neighbors(place)) for place in range(len(selection.members))}
    between = rustworkx.betweenness_centrality(graph, normalized=False)
    groups = communities(len(selection.members), pairs)
    measured = tuple(
        Measured(
            member=member,
            hub=len(neighbours[place]),
            bridge=between[place],
            connector=len(_sectors(member, [selection.members[other] for other in neighbours[place]])),
            community=groups[place],
        )
        for place, member in enumerate(selection.members)
    )
    return Portrait(selection, _figures(selection, graph), measured, _cut_points(selection.members, neighbours))


def simple_pairs(selection: Selection) -> list[tuple[int, int]]:
    """The tied pairs as places in `selection.members`, each once, smaller place first; conflict is no tie here."""
    place = {member.id: index for index, member in enumerate(selection.members)}
    ends = ((place[tie.from_id], place[tie.to_id]) for tie in selection.ties if tie.relation != Relation.CONFLICT)
    return sorted({(min(pair), max(pair)) for pair in ends})


def communities(count: int, pairs: Sequence[tuple[int, int]]) -> list[int | None]:
    """The community of each of `count` points, by Louvain's method with a fixed seed; the largest is 0, a point without a tie has none."""
    graph = networkx.Graph(pairs)
    found = networkx.community.louvain_communities(graph, seed=SEED) if pairs else []
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    of_point = {point: index for index, group in enumerate(ordered) for point in group}
    return [of_point.get(point) for point in range(count)]


def simple_graph(count: int, pairs: Sequence[tuple[int, int]]) -> Graph:
    """An undirected graph of `count` points, numbered from 0, with an edge for each pair."""
    graph: Graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(one, other, None) for one, other in pairs])
    return graph


def figures(selection: Selection) -> Figures:
    """The seven figures of any part of a network."""
    return _figures(selection, simple_graph(len(selection.members), simple_pairs(selection)))


def _figures(selection: Selection, graph: Graph) -> Figures:
    count = len(selection.members)
    sizes = [len(part) for part in rustworkx.connected_components(graph)]
    joined = _joined_sectors(selection)
    tied = graph.num_edges()
    return Figures(
        stakeholders=count,
        ties=len(selection.ties),
        tied=tied,
        pairs=count * (count - 1) // 2,
        confirmed=sum(tie.confirmed for tie in selection.ties),
        across=sum(one != other for one, other in joined),
        sector_ties=len(joined),
        parts=sum(size > 1 for size in sizes),
        alone=sizes.count(1),
        mean_steps=rustworkx.unweighted_average_shortest_path_length(graph, disconnected=True) if tied else None,
    )


def _joined_sectors(selection: Selection) -> list[tuple[str, str]]:
    sector = {member.id: member.sector for member in selection.members}
    ends = [(sector[tie.from_id], sector[tie.to_id]) for tie in _binding(selection.ties)]
    return [(one, other) for one, other in ends if one is not None and other is not None]


def _binding(ties: Sequence[TieLine]) -> list[TieLine]:
    return [tie for tie in ties if tie.relation != Relation.CONFLICT]


def _sectors(member: Member, others: Sequence[Member]) -> set[str]:
    return {other.sector for other in others if other.sector is not None} - {member.sector or ""}


def _cut_points(members: Sequence[Member], neighbours: dict[int, list[int]]) -> tuple[CutPoint, ...]:
    points = [CutPoint(members[place], parts) for place, parts in parts_without(neighbours).items()]
    return tuple(sorted(points, key=lambda point: (-point.cut_off, -len(point.parts), point.member.name)))


def sector_counts(selection: Selection) -> Counter[tuple[str, str]]:
    """How many ties join each two sectors, conflict left out; each pair once, in alphabetical order of its codes."""
    return Counter((min(pair), max(pair)) for pair in _joined_sectors(selection))
