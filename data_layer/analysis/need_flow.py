"""The ways from a need to an end: how many go from each kind of need through each phase to each end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_layer.projects.micro_project import MicroProjectLine
from data_layer.projects.need import NeedLine
from data_layer.vocabulary import NeedStatus

NOT_RECORDED = "not_recorded"
NO_MICRO_PROJECT = "none"
UNKNOWN = "unknown"
# What became of a need that is no micro project, as an end beside those of micro projects.
END_OF_NEED: Mapping[str, str] = {"open": "open", "taken_up": "taken_up", "parked": "parked"}


@dataclass(frozen=True, slots=True)
class Ways:
    """How many ways go from need to phase, and from phase to end.

    A way is one micro project (several needs of one count once), or one need that is no micro project.
    Needs are codes of NeedStatus, "unknown", or "not_recorded"; phases are codes of Phase, or "none" for no recorded micro project;
    ends are codes of EndState, or "parked". Of the needs that are no micro project `invented` are made up for demonstration.
    """

    to_phase: Mapping[tuple[str, str], int]
    to_end: Mapping[tuple[str, str], int]
    micro_projects: int
    from_need: int
    needs_without: int
    invented: int = 0


def need_ways(
    projects: Iterable[MicroProjectLine], needs: Iterable[NeedLine], *, phases: Mapping[int, str], with_others: bool = True
) -> Ways:
    """The ways of the projects and of the needs that are none; `phases` says where each project stands.

    A need whose micro project is not among `projects` is left out; `with_others` False leaves out needs without a micro project too.
    """
    listed = list(needs)
    from_need = {need.micro_project_id for need in listed}
    steps = [
        (NeedStatus.MICRO_PROJECT.value if project.id in from_need else NOT_RECORDED, phases[project.id], project.end_state)
        for project in projects
    ]
    others = [_without(need) for need in listed if need.micro_project_id is None] if with_others else []
    ways = [*steps, *others]
    return Ways(
        Counter((need, phase) for need, phase, _end in ways),
        Counter((phase, end) for _need, phase, end in ways),
        micro_projects=len(steps),
        from_need=sum(need == NeedStatus.MICRO_PROJECT for need, _phase, _end in steps),
        needs_without=len(others),
        invented=sum(need.invented for need in listed if need.micro_project_id is None) if with_others else 0,
    )


def _without(need: NeedLine) -> tuple[str, str, str]:
    if need.status is None:
        return UNKNOWN, NO_MICRO_PROJECT, UNKNOWN
    return need.status, NO_MICRO_PROJECT, END_OF_NEED.get(need.status, UNKNOWN)
