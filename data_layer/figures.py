"""What each whole number in the tables counts: persons, people who judged, or nothing about service users."""

from enum import StrEnum


class Figure(StrEnum):
    """What a number tells. `PERSONS`: leaders see small ones as "<5"; `INDICATED`: the same where the indicator counts persons;
    `JUDGES`: not for leaders; `NEVER`: in no file at all; `OPEN`: nothing about service users.
    """

    PERSONS = "persons"
    INDICATED = "indicated"
    JUDGES = "judges"
    NEVER = "never"
    OPEN = "open"


# "table.column" -> what it tells, for every whole number but ids and amounts of money.
FIGURES: dict[str, Figure] = {
    "network.revision": Figure.OPEN,
    "stakeholder.body_id": Figure.OPEN,
    "tie.strength": Figure.OPEN,
    "tie.trust": Figure.OPEN,
    "tie.value": Figure.OPEN,
    "position.influence": Figure.OPEN,
    "position.power": Figure.OPEN,
    "position.interest": Figure.OPEN,
    "position.wished_power": Figure.OPEN,
    "position.wished_interest": Figure.OPEN,
    "micro_project.jobs": Figure.PERSONS,
    "need.participants": Figure.PERSONS,
    "need.votes": Figure.PERSONS,
    "event.participants": Figure.PERSONS,
    "people_reached.persons": Figure.PERSONS,
    "readiness.step": Figure.OPEN,
    "assessment.level_from": Figure.OPEN,
    "assessment.level_to": Figure.OPEN,
    "assessment.judges": Figure.JUDGES,
    "indicator.baseline": Figure.INDICATED,
    "indicator.target": Figure.INDICATED,
    "observation.value": Figure.INDICATED,
    "survey.slips": Figure.NEVER,
    "survey_result.answers": Figure.NEVER,
    "funding_case.in_kind_quantity": Figure.OPEN,
    "funding_source.body_id": Figure.OPEN,
    "funding_source.paid_after_months": Figure.OPEN,
    "note.row_id": Figure.OPEN,
}


def figure(table: str, field: str) -> Figure:
    """What a field of a table tells; `OPEN` for one that is no whole number."""
    return FIGURES.get(f"{table}.{field}", Figure.OPEN)
