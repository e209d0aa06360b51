"""One row of each kind in a network, each pointing to others where it can."""

from typing import Any

from sqlalchemy.orm import Session

from data_layer.models import Network
from tests import factories as made


def one_of_each(session: Session, network: Network, guest: Network) -> dict[str, Any]:
    """Table -> row, of every table whose rows are of a LEN; `guest` is invited to the event."""
    rows = _met(session, network, guest) | {"network": network}
    rows |= _piloted(session, network, rows)
    rows |= _stands_alone(session, rows)
    return rows | _heard(session, network, rows)


def _met(session: Session, network: Network, guest: Network) -> dict[str, Any]:
    one, two = made.make_stakeholder(session, network, "Sewing group"), made.make_stakeholder(session, network, "Parish")
    project = made.make_micro_project(session, network, group_id=one.id)
    event = made.make_event(session, network, micro_project_id=project.id, participants=4)
    need = {"status": "micro_project", "micro_project_id": project.id, "event_id": event.id, "participants": 3, "votes": 2}
    return {
        "stakeholder": one,
        "micro_project": project,
        "event": event,
        "attendance": made.make_attendance(session, event, one),
        "event_guest": made.make_event_guest(session, event, guest),
        "tie": made.make_tie(session, one, two, micro_project_id=project.id, event_id=event.id),
        "position": made.make_position(session, one, power=2),
        "need": made.make_need(session, network, **need),
        "phase_change": made.make_phase_change(session, project, "needs"),
        "assessment": made.make_assessment(session, project, "users", 3, judges=4),
    }


def _piloted(session: Session, network: Network, rows: dict[str, Any]) -> dict[str, Any]:
    one = rows["stakeholder"]
    pilot = made.make_pilot(session, network, provider_id=one.id)
    review = made.make_review(session, pilot)
    return {
        "pilot": pilot,
        "pilot_project": made.make_pilot_project(session, pilot, rows["micro_project"]),
        "pilot_step": made.make_pilot_step(session, pilot, "explore"),
        "pilot_point": made.make_pilot_point(session, pilot, stakeholder_id=one.id),
        "pilot_task": made.make_pilot_task(session, pilot, stakeholder_id=one.id),
        "key_stakeholder": made.make_key_stakeholder(session, pilot, one),
        "review": review,
        "story": made.make_story(session, pilot),
        "decision": made.make_decision(session, review, stakeholder_id=one.id),
    }


def _stands_alone(session: Session, rows: dict[str, Any]) -> dict[str, Any]:
    project = rows["micro_project"]
    source = made.make_funding_source(session, f"Fund of {rows['network'].name}", currency="EUR")
    case = made.make_funding_case(session, project, source, currency="EUR")
    return {
        "funding_case": case,
        "receipt": made.make_receipt(session, case, 100),
        "readiness": made.make_readiness(session, project),
        "handover": made.make_handover(session, project, stakeholder_id=rows["stakeholder"].id),
        "people_reached": made.make_people_reached(session, project, persons=4),
        "note": made.make_note(session, project, "name"),
    }


def _heard(session: Session, network: Network, rows: dict[str, Any]) -> dict[str, Any]:
    project, event = rows["micro_project"], rows["event"]
    voice = made.make_voice(session, network, micro_project_id=project.id, event_id=event.id)
    theme = made.make_voice_theme(session, network)
    counted = {"kind": "counted", "unit": "people", "of_persons": True, "baseline": 1, "target": 4, "micro_project_id": project.id}
    indicator = made.make_indicator(session, network, **counted)
    return {
        "voice": voice,
        "theme": theme,
        "coding": made.make_coding(session, voice, None, own_theme_id=theme.id),
        "indicator": indicator,
        "observation": made.make_observation(session, indicator, value=3),
        "survey": made.make_survey(session, event),
        "survey_result": made.make_survey_result(session, made.make_survey(session, project)),
    }
