"""Where a pilot stands on the five steps of the Roadmap, and whether it has stopped moving."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data_layer.attention.stalled import QUIET_MONTHS, months_before
from data_layer.pilots.pilot import PilotLine, StepLine
from data_layer.vocabulary import RoadmapStep, StepState

STEPS = tuple(RoadmapStep)


@dataclass(frozen=True, slots=True)
class Place:
    """The number of the step (1 to 5) where a pilot stands, and its state; `number` 0: no step has begun."""

    number: int
    state: str | None

    @property
    def is_through(self) -> bool:
        """Whether the last step is done."""
        return self.number == len(STEPS) and self.state == StepState.DONE


def place(steps: Sequence[StepLine]) -> Place:
    """The furthest step that was begun; where an earlier one is under way as well the furthest one counts."""
    numbers = {number_of(step): step for step in steps}
    if not numbers:
        return Place(0, None)
    furthest = max(numbers)
    return Place(furthest, numbers[furthest].state)


def number_of(step: StepLine) -> int:
    """Which of the five it is, from 1."""
    return STEPS.index(RoadmapStep(step.step)) + 1


def is_finished(pilot: PilotLine, day: date) -> bool:
    """Whether its last step is done, or it ended by this day."""
    return place(pilot.steps).is_through or (pilot.end_last is not None and pilot.end_last <= day)


def has_stopped(pilot: PilotLine, day: date) -> bool:
    """Whether it is not finished, and nothing dated was recorded in the half year before this day."""
    if is_finished(pilot, day):
        return False
    return pilot.fact_last is None or pilot.fact_last < months_before(day, QUIET_MONTHS)
