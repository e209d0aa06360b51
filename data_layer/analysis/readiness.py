"""Readiness to stand alone: the latest look at each of the four dimensions, and how it moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data_layer.projects.ownership import ReadinessLine
from data_layer.vocabulary import ReadinessDimension


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension, what the latest look at it says and what the one before said; None where nobody has looked."""

    dimension: str
    latest: ReadinessLine | None
    before: ReadinessLine | None

    @property
    def moved(self) -> int | None:
        """1 up, -1 down, 0 the same; None without two looks on dated days. Ordinal: by how much is nothing that can be said."""
        if self.latest is None or self.before is None:
            return None
        return (self.latest.step > self.before.step) - (self.latest.step < self.before.step)


def dimensions(looks: Sequence[ReadinessLine]) -> list[Dimension]:
    """All four dimensions in their order; a look without a date is older than any with one and never what something moved from."""
    found = []
    for dimension in ReadinessDimension:
        own = sorted((look for look in looks if look.dimension == dimension), key=_age, reverse=True)
        dated = [look for look in own if look.day_last is not None]
        found.append(Dimension(dimension.value, own[0] if own else None, dated[1] if len(dated) > 1 else None))
    return found


def in_order(looks: Sequence[ReadinessLine]) -> list[ReadinessLine]:
    """The looks, the latest first, those without a date last."""
    return sorted(looks, key=_age, reverse=True)


def _age(look: ReadinessLine) -> tuple[date, date, int]:
    return look.day_last or date.min, look.day_first or date.min, look.id
