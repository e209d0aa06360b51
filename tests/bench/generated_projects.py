"""The invented micro projects of one network: their path, needs and events, what both sides say of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from random import Random

from data_layer.action import Recorder
from data_layer.models import Assessment, Event, MicroProject, Need, Network, Note, PhaseChange, Stakeholder
from data_layer.vocabulary import (
    EndState,
    EventKind,
    NeedStatus,
    NoteKind,
    OrganisationalFormat,
    Phase,
    RunBy,
    Side,
    Stage,
    StakeholderKind,
    TargetGroup,
)
from tests.bench.days import BEGIN, END, Span, fields, some_day, vague
from tests.bench.generated_network import SOURCE

PATH = [Phase.NEEDS, Phase.DESIGN, Phase.SUPPORT, Phase.START_UP]
EVENTS = 3
NEEDS = 2
ON_EVENTS = 10
ENDS = [EndState.UNKNOWN, EndState.UNKNOWN, EndState.OPEN, EndState.OPEN, *EndState]
TOP = {Side.PROFESSIONALS: 6, Side.USERS: 7}


def add_projects(
    recorder: Recorder, random: Random, network: Network, members: list[Stakeholder], *, number: int, readings: int
) -> list[MicroProject]:
    """Add micro projects with all that is recorded of them; returns the micro projects."""
    groups = [member for member in members if member.kind == StakeholderKind.GROUP]
    projects = [_project(random, network, place, groups[place % len(groups)]) for place in range(number)]
    recorder.insert_all(projects)
    recorder.insert_all([change for project in projects for change in _steps(random, project)])
    recorder.insert_all([_need(random, project, place) for project in projects for place in range(NEEDS)])
    events = [_event(random, project, place) for project in projects for place in range(EVENTS)]
    recorder.insert_all(events)
    found = list(islice(_readings(random, projects, events), readings))
    recorder.insert_all(found)
    recorder.insert_all([_our_reading(assessment) for assessment in found[::15]])
    return projects


def _project(random: Random, network: Network, place: int, group: Stakeholder) -> MicroProject:
    return MicroProject(
        network_id=network.id,
        name=f"Micro project {place + 1:03}",
        place=f"Village {random.randint(1, 12):02}",
        country=network.country,
        target_groups=tuple(sorted(random.sample(list(TargetGroup), random.choice([1, 1, 1, 2])))),
        description="Invented: what the group does, for whom and with whose help. " * 2,
        group_id=group.id,
        end_state=random.choice(ENDS),
        format=random.choice(list(OrganisationalFormat)),
        run_by=random.choice(list(RunBy)),
        jobs=random.choice([None, None, 0, 1, 2, 5]),
        source=SOURCE,
    )


def _steps(random: Random, project: MicroProject) -> list[PhaseChange]:
    """A chain from unknown onwards, some of it undated."""
    day, phase, steps = BEGIN + timedelta(days=random.randint(0, 900)), Phase.UNKNOWN, []
    for following in PATH[: random.choice([0, 1, 2, 2, 3, 3, 4])]:
        span = vague(random, day, unknown=0.15)
        change = {"from_phase": phase, "to_phase": following, "source": SOURCE, **fields("day", span)}
        steps.append(PhaseChange(network_id=project.network_id, micro_project_id=project.id, **change))
        day, phase = min(END, day + timedelta(days=random.randint(90, 420))), following
    return steps


def _need(random: Random, project: MicroProject, place: int) -> Need:
    became = place == 0
    return Need(
        network_id=project.network_id,
        what=f"Need {project.id:03}-{place + 1}",
        target_groups=project.target_groups,
        method="kitchen talk",
        participants=random.choice([None, *range(4, 40)]),
        votes=random.choice([None, *range(20)]),
        status=NeedStatus.MICRO_PROJECT if became else random.choice([NeedStatus.OPEN, NeedStatus.TAKEN_UP, NeedStatus.PARKED]),
        micro_project_id=project.id if became else None,
        source=SOURCE,
        **fields("day", vague(random, some_day(random), unknown=0.2)),
    )


def _event(random: Random, project: MicroProject, place: int) -> Event:
    participants = random.choice([None, *range(3, 60)])
    return Event(
        network_id=project.network_id,
        title=f"Event {project.id:03}-{place + 1}",
        kind=random.choice(list(EventKind)),
        place=project.place,
        participants=participants,
        participants_unit="people" if participants else None,
        micro_project_id=project.id,
        source=SOURCE,
        **fields("day", vague(random, some_day(random), unknown=0.1)),
    )


def _readings(random: Random, projects: list[MicroProject], events: list[Event]) -> Iterator[Assessment]:
    """Readings without end: each project in turn from both sides, at each stage, year after year; every tenth is of an event."""
    spare = iter(events)
    for turn in count():
        side = list(Side)[turn % 2]
        stage = list(Stage)[turn // 2 % len(Stage)]
        for place, project in enumerate(projects):
            event = next(spare, None) if (turn * len(projects) + place) % ON_EVENTS == 0 else None
            subject = {"event_id": event.id} if event else {"micro_project_id": project.id}
            yield _reading(random, project.network_id, side=side, stage=stage, span=_span(random, turn), **subject)


def _span(random: Random, turn: int) -> Span:
    """Two turns never share a date, for one side may judge one stage once a day."""
    return vague(
        random, date(2022 + (turn // 2 + turn // 10) % 5, random.randint(1, 9), random.randint(1, 28)), unknown=0.1 if turn < 10 else 0.0
    )


def _reading(random: Random, network_id: int, *, side: Side, stage: Stage, span: Span, **subject: int) -> Assessment:
    low = random.randint(1, TOP[side])
    return Assessment(
        network_id=network_id,
        side=side,
        stage=stage,
        level_from=low,
        level_to=min(TOP[side], low + random.choice([0, 0, 0, 0, 1])),
        judges=random.choice([None, *range(1, 25)]),
        method=random.choice([None, "workshop", "read from documents"]),
        evidence="Invented: what the level was read from.",
        source=SOURCE,
        **fields("day", span),
        **subject,
    )


def _our_reading(assessment: Assessment) -> Note:
    return Note(
        network_id=assessment.network_id,
        table_name=Assessment.__tablename__,
        row_id=assessment.id,
        field="level_from",
        kind=NoteKind.READING,
        text="Invented, as everything here.",
        source=SOURCE,
    )
