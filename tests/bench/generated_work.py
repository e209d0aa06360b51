"""The invented work of one network: who came to events, pilots on their way, voices and their themes, indicators, standing alone."""

from datetime import timedelta
from itertools import cycle
from random import Random

from data_layer.action import Recorder
from data_layer.models import (
    Attendance,
    Coding,
    Decision,
    Event,
    Handover,
    Indicator,
    KeyStakeholder,
    MicroProject,
    Network,
    Observation,
    PeopleReached,
    Pilot,
    PilotPoint,
    PilotProject,
    PilotStep,
    PilotTask,
    Readiness,
    Review,
    Stakeholder,
    Voice,
)
from data_layer.vocabulary import (
    CodingRound,
    Consent,
    EvaluationLevel,
    FeedbackTheme,
    HandoverState,
    HandoverTask,
    IndicatorKind,
    PilotPart,
    PointKind,
    PointState,
    Presence,
    ReadinessDimension,
    ReviewKind,
    RoadmapStep,
    StepState,
    Teller,
    VoiceKind,
)
from tests.bench.days import fields, some_day, vague
from tests.bench.generated_network import SOURCE

CAME = 4
PILOTS, TASKS, KEY = 2, 12, 6
VOICES, INDICATORS, OBSERVATIONS = 60, 8, 5


def add_work(recorder: Recorder, random: Random, network: Network, members: list[Stakeholder], projects: list[MicroProject]) -> None:
    """Add what coordinators and leaders record while they work with the network."""
    events = [row for row in recorder.befores if isinstance(row, Event) and row.network_id == network.id]
    recorder.insert_all([row for event in events for row in _attendances(random, event, members)])
    _add_pilots(recorder, random, network, members, projects)
    _add_voices(recorder, random, network, projects)
    _add_indicators(recorder, random, network, projects)
    recorder.insert_all([row for project in projects for row in _looks(random, project)])
    recorder.insert_all([row for project in projects for row in _handovers(random, project)])
    recorder.insert_all([row for project in projects for row in _reached(random, project)])


def _attendances(random: Random, event: Event, members: list[Stakeholder]) -> list[Attendance]:
    return [
        Attendance(
            network_id=event.network_id,
            event_id=event.id,
            stakeholder_id=member.id,
            presence=random.choice([Presence.CAME, Presence.CAME, Presence.CAME, Presence.STAYED_AWAY]),
            source=SOURCE,
        )
        for member in random.sample(members, CAME)
    ]


def _add_pilots(recorder: Recorder, random: Random, network: Network, members: list[Stakeholder], projects: list[MicroProject]) -> None:
    pilots = [
        Pilot(
            network_id=network.id,
            name=f"Pilot {place + 1:02}",
            provider_id=random.choice(members).id,
            description="Invented: what the provider tries out.",
            source=SOURCE,
            **fields("start", vague(random, some_day(random), unknown=0.2)),
        )
        for place in range(PILOTS)
    ]
    recorder.insert_all(pilots)
    for pilot in pilots:
        own = {"network_id": network.id, "pilot_id": pilot.id}
        recorder.insert_all([PilotStep(**own, source=SOURCE, **step) for step in _steps(random)])
        recorder.insert_all([PilotTask(**own, source=SOURCE, **task) for task in _tasks(random, members)])
        recorder.insert_all([PilotPoint(**own, source=SOURCE, **point) for point in _points(random)])
        recorder.insert_all(
            [
                KeyStakeholder(**own, stakeholder_id=one.id, part=random.choice(list(PilotPart)), source=SOURCE)
                for one in random.sample(members, KEY)
            ]
        )
        recorder.insert_all([PilotProject(**own, micro_project_id=one.id) for one in random.sample(projects, 3)])
        reviews = [Review(**own, kind=kind, first="Invented.", second="Invented.", source=SOURCE) for kind in ReviewKind]
        recorder.insert_all(reviews)
        recorder.insert_all(
            [
                Decision(
                    network_id=network.id, review_id=review.id, what="Invented: what is to follow.", due=some_day(random), source=SOURCE
                )
                for review in reviews
            ]
        )


def _steps(random: Random) -> list[dict[str, object]]:
    begun = random.randint(1, len(RoadmapStep))
    done = {"state": StepState.DONE}
    return [{"step": step, **(done if place + 1 < begun else {})} for place, step in enumerate(list(RoadmapStep)[:begun])]


def _tasks(random: Random, members: list[Stakeholder]) -> list[dict[str, object]]:
    tasks: list[dict[str, object]] = []
    for place in range(TASKS):
        begins = some_day(random)
        due = begins + timedelta(days=random.randint(7, 90))
        doer = random.choice(members).id
        tasks.append(
            {"what": f"Task {place + 1:02}", "stakeholder_id": doer, "begins": begins, "due": due, "done": random.choice([None, due])}
        )
    return tasks


def _points(random: Random) -> list[dict[str, object]]:
    return [
        {"kind": kind, "what": f"Invented {kind} {place + 1}", "state": random.choice(list(PointState))}
        for kind in PointKind
        for place in range(2)
    ]


def _add_voices(recorder: Recorder, random: Random, network: Network, projects: list[MicroProject]) -> None:
    voices = [
        Voice(
            network_id=network.id,
            words=f"Invented statement {place + 1:03}.",
            kind=random.choice(list(VoiceKind)),
            teller=Teller.SERVICE_USER,
            target_groups=project.target_groups,
            micro_project_id=project.id,
            checked=True,
            consent=consent,
            consent_day=None if consent == Consent.NONE else some_day(random),
            source=SOURCE,
            **fields("day", vague(random, some_day(random), unknown=0.1)),
        )
        for place, project, consent in zip(range(VOICES), cycle(projects), cycle(Consent), strict=False)
    ]
    recorder.insert_all(voices)
    recorder.insert_all(
        [
            Coding(network_id=network.id, voice_id=voice.id, round=turn, theme=random.choice(list(FeedbackTheme)))
            for voice in voices[: VOICES * 2 // 3]
            for turn in CodingRound
        ]
    )


def _add_indicators(recorder: Recorder, random: Random, network: Network, projects: list[MicroProject]) -> None:
    indicators = [
        Indicator(
            network_id=network.id,
            name=f"Indicator {place + 1:02}",
            level=level,
            kind=kind,
            unit="organisations" if kind == IndicatorKind.COUNTED else None,
            target=20 if kind == IndicatorKind.COUNTED else None,
            definition="Invented: what is looked at.",
            micro_project_id=project.id,
            source=SOURCE,
        )
        for place, project, level, kind in zip(range(INDICATORS), projects, cycle(EvaluationLevel), cycle(IndicatorKind), strict=False)
    ]
    recorder.insert_all(indicators)
    recorder.insert_all(
        [
            Observation(
                network_id=network.id,
                indicator_id=indicator.id,
                value=random.randint(0, 25) if indicator.kind == IndicatorKind.COUNTED else None,
                words="Invented: what was seen.",
                source=SOURCE,
                **fields("day", vague(random, some_day(random), unknown=0.1)),
            )
            for indicator in indicators
            for _turn in range(OBSERVATIONS)
        ]
    )


def _looks(random: Random, project: MicroProject) -> list[Readiness]:
    return [
        Readiness(
            network_id=project.network_id,
            micro_project_id=project.id,
            dimension=dimension,
            step=random.randint(1, 4),
            source=SOURCE,
            **fields("day", vague(random, some_day(random), unknown=0.1)),
        )
        for dimension in ReadinessDimension
        for _turn in range(2)
    ]


def _handovers(random: Random, project: MicroProject) -> list[Handover]:
    return [
        Handover(
            network_id=project.network_id, micro_project_id=project.id, task=task, state=random.choice(list(HandoverState)), source=SOURCE
        )
        for task in random.sample(list(HandoverTask), 3)
    ]


def _reached(random: Random, project: MicroProject) -> list[PeopleReached]:
    return [
        PeopleReached(
            network_id=project.network_id,
            micro_project_id=project.id,
            persons=random.randint(1, 60),
            target_groups=project.target_groups,
            source=SOURCE,
            **fields("day", vague(random, some_day(random), unknown=0.1)),
        )
        for _turn in range(2)
    ]
