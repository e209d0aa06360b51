"""What is worked with, as awkward as the rest: pilots, reviews, voices, indicators, and what a micro project hands over."""

from datetime import date

from data_layer.action import acting
from data_layer.editing.tables import TABLES, FieldKind
from data_layer.models import (
    Attendance,
    Coding,
    Decision,
    EventGuest,
    Handover,
    Indicator,
    KeyStakeholder,
    Observation,
    PeopleReached,
    Pilot,
    PilotPoint,
    PilotProject,
    PilotStep,
    PilotTask,
    Readiness,
    Review,
    Story,
    Voice,
    VoiceTheme,
)
from data_layer.personal import contacts_in
from data_layer.vocabulary import (
    CodingRound,
    Consent,
    EvaluationLevel,
    FeedbackTheme,
    HandoverTask,
    IndicatorKind,
    PilotPart,
    PointKind,
    PointWith,
    Presence,
    ReadinessDimension,
    ReviewKind,
    RoadmapStep,
    StepState,
    VoiceKind,
)
from tests.data_layer.exports.awkward import TEXTS
from tests.factories import make_network

SPANS = [
    (None, None),
    (date(2016, 1, 1), date(2016, 12, 31)),
    (date(2016, 8, 1), date(2016, 8, 31)),
    (date(2016, 7, 19), date(2016, 7, 19)),
    (date(2016, 8, 1), date(2016, 10, 31)),
    (date(2015, 1, 1), date(2017, 12, 31)),
]
# What people said holds no address or number of anybody.
OF_PERSONS = ("voice", "story")
DAY = date(2017, 3, 1)


def span(place, name="day"):
    first, last = SPANS[place % len(SPANS)]
    return {f"{name}_first": first, f"{name}_last": last}


def texts(model, place, *, leave=()):
    """An awkward text for each free text of a model, another one in each row."""
    table = TABLES[model]
    kinds = (FieldKind.TEXT, FieldKind.LONG_TEXT)
    free = [
        field
        for field in table.fields.values()
        if field.kind in kinds and field.name not in {"country", "currency", "website", "time_zone", *leave}
    ]
    told = {field.name: TEXTS[(place + turn) % len(TEXTS)][: field.limit] for turn, field in enumerate(free)}
    return {name: "=1+1 without it" if contacts_in(text) and model in OF_PERSONS else text for name, text in told.items()}


def one_of(codes, place):
    """The codes of a vocabulary in turn."""
    return list(codes)[place % len(codes)]


class AwkwardWork:
    """A row of every kind for each awkward text, all of a kind in one go; `rows` has them by table."""

    def __init__(self, session, network, people, projects, events):
        self.session, self.network = session, network
        self.rows = {"stakeholder": people, "micro_project": projects, "event": events}
        self.guest = make_network(session, "=Guests' LEN, Süd")

    def make(self):
        with acting(self.session, "test") as self.action:
            self._pilots()
            self._looked_back_on()
            self._ownership()
            self._voices()
            self._indicators()
        return self.rows

    def _each(self, model, **made):
        """One row for each text; what is callable is asked for the values of each place."""
        name = model.__tablename__
        fill = made.pop("fill", lambda _place: {})
        rows = [model(network_id=self.network.id, **{**texts(name, place, **made), **fill(place)}) for place in range(len(TEXTS))]
        self.action.insert_all(rows)
        self.rows[name] = rows

    def _id(self, table, place):
        rows = self.rows[table]
        return rows[place % len(rows)].id

    def _pilots(self):
        def of_pilot(place):
            return {"pilot_id": self._id("pilot", place)}

        self._each(Pilot, fill=lambda place: {"name": TEXTS[place], "provider_id": self._id("stakeholder", place), **span(place, "start")})
        self._each(PilotProject, fill=lambda place: {**of_pilot(place), "micro_project_id": self._id("micro_project", place + 3)})
        self._each(
            PilotStep,
            fill=lambda place: {
                **of_pilot(place),
                **span(place, "end"),
                "step": one_of(RoadmapStep, place),
                "state": StepState.DONE,
                "reason": TEXTS[place],
            },
        )
        self._each(
            PilotPoint,
            fill=lambda place: {
                **of_pilot(place // 2),
                **span(place),
                "kind": one_of(PointKind, place),
                "with_whom": one_of([None, *PointWith], place),
                "stakeholder_id": self._id("stakeholder", place),
            },
        )
        self._each(
            KeyStakeholder,
            fill=lambda place: {
                **of_pilot(place),
                "stakeholder_id": self._id("stakeholder", place + 5),
                "part": one_of(PilotPart, place),
            },
        )
        self._each(PilotTask, fill=lambda place: {**of_pilot(0), "step": one_of([None, *RoadmapStep], place), "begins": DAY, "due": DAY})

    def _looked_back_on(self):
        def subject(place):
            table = "pilot" if place % 2 else "micro_project"
            return {f"{table}_id": self._id(table, place)}

        self._each(Review, fill=lambda place: {**subject(place), **span(place), "kind": one_of(ReviewKind, place)})
        self._each(
            Story,
            fill=lambda place: {
                **subject(place),
                **span(place),
                "domain": one_of([None, *EvaluationLevel], place),
                "consent": one_of(Consent, place),
                "consent_day": DAY,
                "withdrawn_day": DAY if place % 5 == 0 else None,
            },
        )
        self._each(
            Decision,
            fill=lambda place: {
                "review_id" if place % 2 else "story_id": self._id("review" if place % 2 else "story", place),
                "stakeholder_id": self._id("stakeholder", place),
                "due": DAY,
            },
        )

    def _ownership(self):
        def of_project(place):
            return {"micro_project_id": self._id("micro_project", place), **span(place)}

        self._each(
            Attendance,
            fill=lambda place: {
                "event_id": self._id("event", place),
                "stakeholder_id": self._id("stakeholder", place + 1),
                "presence": one_of(Presence, place),
            },
        )
        self._each(EventGuest, fill=lambda place: {"event_id": self._id("event", place), "guest_id": self.guest.id})
        self._each(
            Readiness, fill=lambda place: {**of_project(place), "dimension": one_of(ReadinessDimension, place), "step": place % 4 + 1}
        )
        self._each(Handover, fill=lambda place: {**of_project(0), "task": one_of(HandoverTask, place), "due": DAY})
        self._each(PeopleReached, fill=lambda place: {**of_project(place), "persons": place, "target_groups": ("older",) * (place % 2)})

    def _voices(self):
        self._each(
            Voice,
            fill=lambda place: {
                **span(place),
                "kind": one_of(VoiceKind, place),
                "micro_project_id": self._id("micro_project", place),
                "event_id": self._id("event", place + 1),
                "checked": True,
                "consent": one_of(Consent, place),
                "consent_day": DAY,
            },
        )
        self._each(VoiceTheme, fill=lambda place: {"name": TEXTS[place][:100]})
        self._each(
            Coding,
            fill=lambda place: {
                "voice_id": self._id("voice", place),
                "round": one_of(CodingRound, place),
                **({"theme": one_of(FeedbackTheme, place)} if place % 2 else {"own_theme_id": self._id("theme", place)}),
            },
        )

    def _indicators(self):
        def counted(place):
            return one_of(IndicatorKind, place) == IndicatorKind.COUNTED

        def subject(place):
            return {"pilot_id": self._id("pilot", place)} if place % 3 == 0 else {"micro_project_id": self._id("micro_project", place)}

        self._each(
            Indicator,
            fill=lambda place: {
                **subject(place),
                "level": one_of(EvaluationLevel, place),
                "kind": one_of(IndicatorKind, place),
                "unit": TEXTS[place][:100],
                **({"baseline": place, "target": place * 2} if counted(place) else {}),
                "of_persons": place % 2 == 0,
            },
        )
        self._each(
            Observation,
            fill=lambda place: {
                **span(place),
                "indicator_id": self._id("indicator", place),
                **({"value": place} if counted(place) else {"words": TEXTS[place]}),
            },
        )
