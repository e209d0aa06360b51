"""Shares and medians worked out from what a release shows, never from true values."""

from collections.abc import Sequence


def percentage(part: int | None, whole: int | None, *, k: int) -> int | None:
    """A part in whole percent of the whole, both as shown; None where either is hidden or the whole is under the threshold.

    Each may be 2 off by its rounding, so the share of 20 people is good to about 20 percent points and that of 200 to about 2.
    """
    if part is None or whole is None or whole < k:
        return None
    return min(100, round(100 * part / whole))


def median_step(counts: Sequence[int | None], *, k: int) -> int | None:
    """The step of an ordinal scale (0 is the first) that the middle one of the people counted stands on, by the counts shown.

    The lower one where the middle falls between two steps. None where a step is hidden or fewer people than the threshold are counted.
    """
    if any(count is None for count in counts):
        return None
    shown = [count for count in counts if count is not None]
    if sum(shown) < k:
        return None
    passed = 0
    for step, count in enumerate(shown):
        passed += count
        if 2 * passed >= sum(shown):
            return step
    return None
