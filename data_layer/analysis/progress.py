"""How far an indicator has come: what was seen last, held against where it began and where it should go."""

from dataclasses import dataclass
from enum import StrEnum

from data_layer.indicators.indicator import IndicatorLine, Seen
from data_layer.vocabulary import IndicatorKind


class Way(StrEnum):
    """`unseen`: nothing was observed; `no_target`: nobody said where to; `nearer` or not than at first; `unclear`: no baseline to tell."""

    UNSEEN = "unseen"
    NO_TARGET = "no_target"
    REACHED = "reached"
    NEARER = "nearer"
    NOT_NEARER = "not_nearer"
    UNCLEAR = "unclear"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class Progress:
    """`last`: the latest observation, of a counted indicator the latest with a number; `way`: how it stands to the target."""

    last: Seen | None
    way: Way


def progress(line: IndicatorLine) -> Progress:
    """How one indicator stands. A target may lie under the baseline: then less is nearer."""
    if line.kind != IndicatorKind.COUNTED:
        return Progress(line.seen[0], Way.DESCRIBED) if line.seen else Progress(None, Way.UNSEEN)
    last = next((seen for seen in line.seen if seen.value is not None), None)
    if last is None or last.value is None:
        return Progress(line.seen[0] if line.seen else None, Way.UNSEEN)
    return Progress(last, _way(line.baseline, last.value, line.target))


def _way(baseline: int | None, now: int, target: int | None) -> Way:
    if target is None:
        return Way.NO_TARGET
    down = baseline is not None and target < baseline
    if now <= target if down else now >= target:
        return Way.REACHED
    if baseline is None:
        return Way.UNCLEAR
    return Way.NEARER if abs(target - now) < abs(target - baseline) else Way.NOT_NEARER
