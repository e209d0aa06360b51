"""Canaries in what a network works with: events, pilots, reviews, voices, indicators, and what is handed over."""

from collections.abc import Callable
from datetime import date
from typing import Any

from data_layer import models
from data_layer.clock import now

DAY = date(2017, 3, 1)
SHARED = {"consent": "leaders", "consent_day": DAY, "teller": "service_user"}


def add_work(add: Callable[..., Any], guest_id: int, stakeholder: Any, project: Any, event: Any) -> None:
    """A row of each of these kinds; `add(Model, **values)` fills every free text."""
    here = {"stakeholder_id": stakeholder.id}
    pilot = add(models.Pilot, provider_id=stakeholder.id)
    in_pilot = {"pilot_id": pilot.id}
    add(models.PilotProject, **in_pilot, micro_project_id=project.id)
    add(models.PilotStep, **in_pilot, step="explore")
    add(models.PilotPoint, **in_pilot, **here, kind="objective")
    add(models.PilotTask, **in_pilot, **here, due=DAY)
    add(models.KeyStakeholder, **in_pilot, **here)
    review = add(models.Review, **in_pilot, kind="action_review")
    add(models.Story, **in_pilot, **SHARED)
    add(models.Decision, review_id=review.id, **here)
    _of_project(add, {"micro_project_id": project.id}, here)
    _of_event(add, {"event_id": event.id}, here, guest_id)
    _heard(add, {"micro_project_id": project.id}, {"event_id": event.id})


def _of_project(add: Callable[..., Any], project: dict[str, int], here: dict[str, int]) -> None:
    add(models.Readiness, **project, dimension="management", step=2)
    add(models.Handover, **project, **here, task="money")
    add(models.PeopleReached, **project, persons=12)


def _of_event(add: Callable[..., Any], event: dict[str, int], here: dict[str, int], guest_id: int) -> None:
    add(models.Attendance, **event, **here)
    add(models.EventGuest, **event, guest_id=guest_id)


def _heard(add: Callable[..., Any], project: dict[str, int], event: dict[str, int]) -> None:
    voice = add(models.Voice, **project, **event, **SHARED, checked=True)
    theme = add(models.VoiceTheme)
    add(models.Coding, voice_id=voice.id, round="first", own_theme_id=theme.id)
    indicator = add(models.Indicator, **project, level="individual", kind="counted")
    add(models.Observation, indicator_id=indicator.id, value=7)
    survey = add(models.Survey, **project, ends=date(2030, 1, 1), made_at=now())
    add(models.SurveyResult, survey_id=survey.id, answers=5, counts={"say": {"4": 5}})
