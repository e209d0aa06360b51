"""Each rule on events, pilots, surveys, voices and indicators refuses what breaks it, and the database refuses it as well."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from data_layer import action as action_module
from data_layer.clock import now
from data_layer.models import (
    Assessment,
    Attendance,
    Coding,
    Decision,
    EventGuest,
    Handover,
    Indicator,
    KeyStakeholder,
    MicroProject,
    Need,
    Observation,
    PeopleReached,
    Pilot,
    PilotPoint,
    PilotStep,
    PilotTask,
    Readiness,
    Review,
    Story,
    Survey,
    SurveyResult,
    Voice,
    VoiceTheme,
)
from data_layer.problem import Problem
from data_layer.rules import check_row
from tests import factories as made
from tests.factories import make_network
from tests.one_of_each import one_of_each

EARLY, LATE = date(2017, 1, 1), date(2017, 12, 31)
BACKWARDS = {"start_first": LATE, "start_last": LATE, "end_first": EARLY, "end_last": EARLY}


def row(model, **fields):
    return model(network_id=1, **fields)


def indicator(**fields):
    return row(Indicator, **{"name": "Chairs", "level": "organisational", "kind": "counted", "unit": "people", **fields})


def voice(**fields):
    return row(Voice, **{"words": "Nobody asked us", "kind": "other", "teller": "unknown", "checked": True, **fields})


def story(**fields):
    return row(Story, **{"title": "A", "story": "B", "pilot_id": 1, "teller": "unknown", **fields})


def survey(**fields):
    return row(Survey, **{"micro_project_id": 1, "ends": LATE, "made_at": now(), **fields})


# What is wrong -> the row and the code of the problem.
REFUSED = {
    "a need with a provider that did not take it up": (row(Need, what="A", provider_id=1, status="open"), "need_provider"),
    "a network that is a guest at home": (row(EventGuest, event_id=1, guest_id=1), "guest_at_home"),
    "somebody who came and stayed away": (row(Attendance, event_id=1, stakeholder_id=1, presence="both"), "unknown_code"),
    "a reading of a pilot and a micro project": (
        row(Assessment, micro_project_id=1, pilot_id=1, side="users", level_from=3, level_to=3),
        "one_subject",
    ),
    "readiness beyond the last step": (row(Readiness, micro_project_id=1, dimension="management", step=5), "out_of_range"),
    "readiness before the first step": (row(Readiness, micro_project_id=1, dimension="management", step=0), "out_of_range"),
    "readiness in no dimension": (row(Readiness, micro_project_id=1, dimension="luck", step=1), "unknown_code"),
    "a hand-over of nothing we know": (row(Handover, micro_project_id=1, task="magic"), "unknown_code"),
    "fewer than nobody reached": (row(PeopleReached, micro_project_id=1, persons=-1), "out_of_range"),
    "money in hand below nought": (row(MicroProject, name="A", currency="EUR", in_hand_minor=-1), "out_of_range"),
    "money in hand without a currency": (row(MicroProject, name="A", in_hand_minor=1), "currency_missing"),
    "a survey on nothing": (survey(micro_project_id=None), "one_subject"),
    "a survey on two things": (survey(event_id=1), "one_subject"),
    "a survey with too many slips": (survey(slips=501), "out_of_range"),
    "consent without a date": (voice(consent="public"), "consent_undated"),
    "consent to words that nobody looked at": (voice(consent="public", consent_day=EARLY, checked=False), "consent_unchecked"),
    "a story with consent without a date": (story(consent="leaders"), "consent_undated"),
    "a story of nothing": (story(pilot_id=None), "one_subject"),
    "a story of two things": (story(micro_project_id=1), "one_subject"),
    "a coding to two themes": (row(Coding, voice_id=1, round="first", theme="time", own_theme_id=1), "one_theme"),
    "a coding to no theme": (row(Coding, voice_id=1, round="first"), "one_theme"),
    "an indicator without a unit": (indicator(unit=None), "indicator_without_unit"),
    "an indicator with an empty unit": (indicator(unit=""), "indicator_without_unit"),
    "numbers for a descriptive indicator": (indicator(kind="descriptive", baseline=1), "indicator_numbers"),
    "a target in numbers for a descriptive indicator": (indicator(kind="descriptive", target=1), "indicator_numbers"),
    "an indicator of two things": (indicator(micro_project_id=1, pilot_id=1), "indicator_subject"),
    "an observation of nothing": (row(Observation, indicator_id=1), "observation_empty"),
    "an observation in empty words": (row(Observation, indicator_id=1, words=""), "observation_empty"),
    "a pilot that ends before it begins": (row(Pilot, name="A", **BACKWARDS), "ends_before_start"),
    "a step that ends before it begins": (row(PilotStep, pilot_id=1, step="explore", state="done", **BACKWARDS), "ends_before_start"),
    "a step that ended and is not done": (
        row(PilotStep, pilot_id=1, step="explore", state="under_way", end_first=LATE, end_last=LATE),
        "step_not_done",
    ),
    "a step that there is not": (row(PilotStep, pilot_id=1, step="celebrate"), "unknown_code"),
    "a point of no kind": (row(PilotPoint, pilot_id=1, kind="rumour", what="A"), "unknown_code"),
    "a part that there is not": (row(KeyStakeholder, pilot_id=1, stakeholder_id=1, part="owns"), "unknown_code"),
    "a task due before its start": (row(PilotTask, pilot_id=1, what="A", begins=LATE, due=EARLY), "due_before_start"),
    "a review of nothing": (row(Review, kind="action_review"), "one_subject"),
    "a review of two things": (row(Review, kind="action_review", pilot_id=1, micro_project_id=1), "one_subject"),
    "a decision from nowhere": (row(Decision, what="A"), "one_subject"),
    "a decision from two": (row(Decision, what="A", review_id=1, story_id=1), "one_subject"),
}
# What no constraint can tell: whether words hold an address of somebody, or are empty or too long.
ONLY_RULES = {
    "an address in what somebody said": (voice(words="Write to me: anna@example.org"), "personal_details"),
    "a number in a story": (story(story="Call 0431 123 45 67"), "personal_details"),
    "a theme without a name": (row(VoiceTheme, name=" "), "required"),
    "a pilot with a name too long": (row(Pilot, name="A" * 201), "too_long"),
    "a unit of blanks": (indicator(unit="  "), "indicator_without_unit"),
    "a task without words": (row(PilotTask, pilot_id=1, what=""), "required"),
}


@pytest.mark.parametrize("case", [*REFUSED, *ONLY_RULES])
def test_the_rule_refuses(case):
    refused, code = (REFUSED | ONLY_RULES)[case]
    with pytest.raises(Problem) as said:
        check_row(refused)
    assert said.value.code == code


@pytest.mark.parametrize("case", REFUSED)
def test_the_database_refuses_too(session, monkeypatch, case):
    monkeypatch.setattr(action_module, "check_row", lambda _row: None)
    one_of_each(session, make_network(session), make_network(session, "Elsewhere"))
    refused, _code = REFUSED[case]
    copy = type(refused)(**{key: value for key, value in vars(refused).items() if not key.startswith("_")})
    session.info["acting"] = True
    session.add(copy)
    with pytest.raises(IntegrityError, match="CHECK constraint failed"):
        session.flush()


def test_fewer_than_five_answers_are_no_result(session):
    survey_made = made.make_survey(session, made.make_micro_project(session, make_network(session)))
    session.info["acting"] = True
    session.add(SurveyResult(network_id=survey_made.network_id, survey_id=survey_made.id, answers=4, counts={}))
    with pytest.raises(IntegrityError, match="CHECK constraint failed"):
        session.flush()


GOOD = {
    "a need that a provider took up": row(Need, what="A", provider_id=1, status="taken_up"),
    "a reading of a pilot": row(Assessment, pilot_id=1, side="users", level_from=7, level_to=7),
    "a voice without consent that nobody looked at": voice(checked=False, consent="none"),
    "a voice with consent": voice(consent="public", consent_day=EARLY),
    "an indicator of the whole network": indicator(baseline=0, target=12),
    "a descriptive indicator in words": indicator(kind="descriptive", unit=None, target_words="They chair"),
    "an observation of nought": row(Observation, indicator_id=1, value=0),
    "an observation in words": row(Observation, indicator_id=1, words="Twice"),
    "a task for one day": row(PilotTask, pilot_id=1, what="A", begins=EARLY, due=EARLY),
    "a task without a beginning": row(PilotTask, pilot_id=1, what="A", due=EARLY),
    "a step that is done and says when": row(PilotStep, pilot_id=1, step="explore", state="done", end_first=EARLY, end_last=LATE),
    "a step that is done, nobody knows when": row(PilotStep, pilot_id=1, step="explore", state="done"),
}


@pytest.mark.parametrize("case", GOOD)
def test_what_fits_together_is_good(case):
    check_row(GOOD[case])
