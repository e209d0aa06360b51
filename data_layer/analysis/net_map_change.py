"""Two mappings (Net-Maps) of a network compared: who stands higher or lower, who is new, and what came of what was wished for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from data_layer.network.network_map import NetworkMap
from data_layer.network.position import NetMap, Standing

Answer = Literal["influence", "power", "interest"]
ANSWERS: tuple[Answer, ...] = ("influence", "power", "interest")
Wished = Literal["power", "interest"]
WISHED: tuple[Wished, ...] = ("power", "interest")


class Move(StrEnum):
    """How an answer moved. Steps are ordinal: higher or lower, never by how much. `UNKNOWN`: one of the two is."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"


class Wish(StrEnum):
    """What came of what the earlier mapping wished for; `NONE`: nothing was wished for, `UNKNOWN`: not mapped since."""

    REACHED = "reached"
    CLOSER = "closer"
    NOT_CLOSER = "not_closer"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pair:
    """One stakeholder (id) in both mappings; None where a mapping does not name it."""

    stakeholder_id: int
    before: Standing | None
    after: Standing | None

    @property
    def new(self) -> bool:
        """Whether only the later mapping names it."""
        return self.before is None

    @property
    def gone(self) -> bool:
        """Whether only the earlier mapping names it."""
        return self.after is None

    def values(self, answer: Answer) -> tuple[int | None, int | None]:
        """The answer then and now."""
        return (
            None if self.before is None else getattr(self.before, answer),
            None if self.after is None else getattr(self.after, answer),
        )

    def move(self, answer: Answer) -> Move:
        """How the answer moved."""
        then, now = self.values(answer)
        if then is None or now is None:
            return Move.UNKNOWN
        return Move.SAME if now == then else Move.UP if now > then else Move.DOWN

    def wish(self, answer: Wished) -> Wish:
        """What came of the earlier wish: reached when it stands there or further in the direction wished for."""
        then, now = self.values(answer)
        wished = None if self.before is None else getattr(self.before, f"wished_{answer}")
        if wished is None:
            return Wish.NONE
        if now is None:
            return Wish.UNKNOWN
        if now == wished or (then is not None and (then < wished < now or now < wished < then)):
            return Wish.REACHED
        if then is None:
            return Wish.UNKNOWN
        return Wish.CLOSER if abs(wished - now) < abs(wished - then) else Wish.NOT_CLOSER


def compared(network: NetworkMap, before: NetMap, after: NetMap) -> list[Pair]:
    """Each stakeholder that one of the two mappings names, by name."""
    named = sorted(before.seen.keys() | after.seen.keys(), key=lambda who: (network.names.get(who, ""), who))
    return [Pair(who, before.seen.get(who), after.seen.get(who)) for who in named if who in network.names]


def dated(network: NetworkMap) -> list[NetMap]:
    """The mappings that have a date, the latest first."""
    return [one for one in network.net_maps if one.day != (None, None)]
