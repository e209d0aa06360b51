"""How long micro projects stay in a phase, from the dated steps only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median_low

from data_layer.projects.phase import PhaseStep
from data_layer.vocabulary import Phase

KNOWN = (Phase.NEEDS, Phase.DESIGN, Phase.SUPPORT, Phase.START_UP)
Day = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Spell:
    """The stay of a micro project in a phase: `entered` and `left` are days between first and last, None is unknown.

    `lasts`: no later step is recorded, so that the micro project stands there now.
    """

    step: PhaseStep
    entered: Day | None
    left: Day | None
    lasts: bool


@dataclass(frozen=True, slots=True)
class Days:
    """The lower median of `number` stays in days: vague dates give the least and the most."""

    least: int
    most: int
    number: int


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """A phase: the stays that are over, those that go on until today, and how many stays have no known beginning or end."""

    phase: str
    over: Days | None
    so_far: Days | None
    undated: int


def spells(steps: Sequence[PhaseStep]) -> list[Spell]:
    """The stays that the steps make; steps of one micro project stand together and in their order."""
    found = []
    for _owner, own in groupby(steps, key=lambda step: step.micro_project_id):
        chain = list(own)
        for step, following in zip(chain, [*chain[1:], None], strict=True):
            found.append(Spell(step, _day(step), _day(following) if following else None, following is None))
    return found


def standing(steps: Sequence[PhaseStep]) -> dict[int, PhaseStep]:
    """The last step of each micro project: where it stands now. A micro project without any step is not in it."""
    return {step.micro_project_id: step for step in steps}


def time_in_phase(spells: Iterable[Spell], *, until: Mapping[int, date]) -> list[PhaseTime]:
    """Median stays per known phase, in the order of the path; nothing is reckoned from an unknown date.

    `until` holds, for each micro project that goes on, the day up to which a stay that lasts is counted (today).
    """
    listed = list(spells)
    return [_phase_time(phase, [spell for spell in listed if spell.step.phase == phase], until) for phase in KNOWN]


def _phase_time(phase: Phase, spells: Sequence[Spell], until: Mapping[int, date]) -> PhaseTime:
    over = [_stay(spell.entered, spell.left) for spell in spells if spell.entered and spell.left]
    going_on = [
        _stay(spell.entered, (until[spell.step.micro_project_id],) * 2)
        for spell in spells
        if spell.entered and spell.lasts and spell.step.micro_project_id in until
    ]
    return PhaseTime(phase.value, _median(over), _median(going_on), len(spells) - len(over) - len(going_on))


def _stay(entered: Day, left: Day) -> tuple[int, int]:
    least = max(0, (left[0] - entered[1]).days)
    return least, max(least, (left[1] - entered[0]).days)


def _median(stays: Sequence[tuple[int, int]]) -> Days | None:
    if not stays:
        return None
    return Days(median_low([least for least, _most in stays]), median_low([most for _least, most in stays]), len(stays))


def _day(step: PhaseStep) -> Day | None:
    return (step.day_first, step.day_last) if step.day_first and step.day_last else None
