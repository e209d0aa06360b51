"""The limits of disclosure control, and how a count is rounded."""

from dataclasses import dataclass

FLOOR = 5
STEP = 5

Interval = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of a release; ValueError where `k` is under the floor of 5.

    `k`: counts of persons and answers under it are hidden. `width`: how far apart the bounds of a hidden count must stay.
    `givers`, `dominance`: a sum of money is shown from so many contributors on, the largest giving at most that share.
    `networks`: with fewer networks contributing a table of persons names none.
    """

    k: int = 10
    width: int = 3
    givers: int = 3
    dominance: float = 0.85
    networks: int = 3

    def __post_init__(self) -> None:
        if self.k < FLOOR:
            raise ValueError(f"a threshold of {self.k} is under the floor of {FLOOR}")


def rounded(value: int, k: int) -> int:
    """A count of at least `k` as it is shown: to the nearest 5, and never below the threshold."""
    return max(STEP * ((value + STEP // 2) // STEP), _least(k))


def behind(shown: int, k: int) -> tuple[int, int]:
    """The smallest and the largest count that a shown one can stand for, as everybody knows who knows the rules."""
    return k if shown == _least(k) else shown - STEP // 2, shown + STEP // 2


def _least(k: int) -> int:
    return -(-k // STEP) * STEP
