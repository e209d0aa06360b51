"""Stakeholders of one network that are perhaps one and the same body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_layer.analysis.alike_names import Named, alike_names
from data_layer.cache import results
from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Member
from data_layer.note import FieldNote

# A note on this field, with a name as its other value, says that the stakeholder may be the same body as the one of that name.
BODY = "body_id"


@dataclass(frozen=True, slots=True)
class Twins:
    """Two stakeholders that are perhaps the same; `note` holds who says so, None where only the names are alike."""

    one: Member
    other: Member
    note: FieldNote | None


def network_twins(network: NetworkMap) -> tuple[Twins, ...]:
    """The pairs of a network, kept per revision."""
    local = [name for name in (network.name, network.region) if name]
    key = ("network_twins", network.network_id, network.revision)
    return results.get(key, lambda: possible_twins(network.members, local=local))


def possible_twins(members: Sequence[Member], *, local: Sequence[str] = ()) -> tuple[Twins, ...]:
    """The pairs that a note names, then those whose names are alike; each pair once.

    `local` are names of the network and its region, which add nothing to a name.
    """
    by_id = {member.id: member for member in members}
    found: dict[frozenset[int], Twins] = {}
    for twins in _noted(members):
        found.setdefault(frozenset((twins.one.id, twins.other.id)), twins)
    for one, other in alike_names([Named(member.id, member.name, member.body_id) for member in members], local=local):
        found.setdefault(frozenset((one.id, other.id)), Twins(by_id[one.id], by_id[other.id], None))
    return tuple(found.values())


def _noted(members: Sequence[Member]) -> Iterator[Twins]:
    by_name = {member.name: member for member in members}
    for member in members:
        for note in member.notes:
            other = by_name.get(note.other_value or "")
            if note.field == BODY and other is not None and other is not member:
                yield Twins(member, other, note)
