"""What a micro project would lose if a facilitator of its network left, from the ties of the group behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_layer.cache import results
from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Member
from data_layer.network.tie import TieLine
from data_layer.vocabulary import Relation, StakeholderRole

Neighbours = Mapping[int, set[int]]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A facilitator, and what its leaving would take away from the group.

    Of `supporters` stakeholders tied to the group `kept` remain; `relations` and `sectors` are those that nobody else brings. Over the
    ties of the network the group reaches `reach` others, without the facilitator `reach_left`; `lost` are the ids of those that it would
    then no longer reach, the facilitator left out. `supports`: the facilitator is tied to the group itself.
    """

    who: Member
    supports: bool
    supporters: int
    kept: int
    relations: tuple[str, ...]
    sectors: tuple[str, ...]
    reach: int
    reach_left: int
    lost: tuple[int, ...]


def if_facilitators_leave(network: NetworkMap, group_id: int) -> tuple[Leaving, ...]:
    """One line per facilitator, the one that would take most away first; kept per revision. Conflict is no tie here."""
    key = ("if_facilitators_leave", network.network_id, network.revision, group_id)
    return results.get(key, lambda: _all(network, group_id))


def _all(network: NetworkMap, group_id: int) -> tuple[Leaving, ...]:
    ties = [tie for tie in network.ties if tie.relation != Relation.CONFLICT]
    neighbours = _neighbours(ties)
    facilitators = [one for one in network.members if one.role == StakeholderRole.FACILITATOR and one.id != group_id]
    lines = [_leaving(network, ties, neighbours, group_id, one) for one in facilitators]
    return tuple(sorted(lines, key=lambda line: (line.kept - line.supporters, line.reach_left - line.reach, line.who.name)))


def _neighbours(ties: Iterable[TieLine]) -> Neighbours:
    found: dict[int, set[int]] = {}
    for tie in ties:
        found.setdefault(tie.from_id, set()).add(tie.to_id)
        found.setdefault(tie.to_id, set()).add(tie.from_id)
    return found


def _leaving(network: NetworkMap, ties: Iterable[TieLine], neighbours: Neighbours, group_id: int, who: Member) -> Leaving:
    supporters = neighbours.get(group_id, set())
    kept = supporters - {who.id}
    own = [tie for tie in ties if group_id in (tie.from_id, tie.to_id)]
    from_it = [tie for tie in own if who.id in (tie.from_id, tie.to_id)]
    from_others = {tie.relation for tie in own if who.id not in (tie.from_id, tie.to_id)}
    sectors = {member.id: member.sector for member in network.members}
    others = {sectors.get(one) for one in kept}
    reach, left = _reached(neighbours, group_id), _reached(neighbours, group_id, without=who.id)
    lost = reach - left - {who.id}
    return Leaving(
        who,
        who.id in supporters,
        len(supporters),
        len(kept),
        tuple(sorted({tie.relation for tie in from_it} - from_others - {Relation.NOT_STATED})),
        (who.sector,) if who.id in supporters and who.sector is not None and who.sector not in others else (),
        len(reach),
        len(left),
        tuple(member.id for member in network.members if member.id in lost),
    )


def _reached(neighbours: Neighbours, start: int, without: int | None = None) -> set[int]:
    """All that hang together with `start`, itself left out."""
    seen, waiting = {start, without}, [start]
    while waiting:
        following = neighbours.get(waiting.pop(), set()) - seen
        seen |= following
        waiting.extend(following)
    return {one for one in seen if one is not None} - {start, without}
