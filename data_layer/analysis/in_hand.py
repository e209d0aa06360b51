"""For how many months the money in hand lasts."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

DAYS_OF_A_MONTH = Fraction(36525, 1200)
# A count that is older than this says little about today.
OLD_MONTHS = 3


@dataclass(frozen=True, slots=True)
class InHand:
    """Money in hand and monthly cost, in minor units of one currency; None is unknown.

    `months`: how many whole and half months it lasts, rounded down; None where one of both is unknown, or nothing is spent (`free`).
    `counted` is the day of the count, `age` how many whole months ago that was, `until` about when it is used up.
    """

    in_hand: int | None
    monthly_cost: int | None
    months: float | None
    counted: date | None
    age: int | None
    until: date | None

    @property
    def free(self) -> bool:
        """Whether it costs nothing, so that no money is needed."""
        return self.monthly_cost == 0

    @property
    def old(self) -> bool:
        """Whether the count is so old that it should be made anew."""
        return self.age is not None and self.age >= OLD_MONTHS


def in_hand(money: int | None, monthly_cost: int | None, counted: date | None, today: date) -> InHand:
    """How long `money` lasts at `monthly_cost` (minor units), counted on a day."""
    lasts = Fraction(money, monthly_cost) if money is not None and monthly_cost else None
    until = None if lasts is None or counted is None else _later(counted, lasts)
    months = None if lasts is None else (2 * lasts.numerator // lasts.denominator) / 2
    return InHand(money, monthly_cost, months, counted, None if counted is None else _months(counted, today), until)


def _later(day: date, months: Fraction) -> date | None:
    try:
        return day + timedelta(days=int(months * DAYS_OF_A_MONTH))
    except OverflowError:
        return None


def _months(since: date, today: date) -> int:
    return max(0, (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day))
