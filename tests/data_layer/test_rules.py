"""Each rule refuses what breaks it with its own code, and the database refuses it as well."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from data_layer import action as action_module
from data_layer.models import (
    Assessment,
    Event,
    FundingCase,
    FundingSource,
    MicroProject,
    Need,
    Network,
    Note,
    PhaseChange,
    Position,
    Receipt,
    Stakeholder,
    Tie,
)
from data_layer.problem import Problem
from data_layer.rules import check_row
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network, make_stakeholder

YEAR = {"first": date(2017, 1, 1), "last": date(2017, 12, 31)}


def assessment(**fields):
    values = {"micro_project_id": 1, "side": "users", "level_from": 3, "level_to": 3, **fields}
    return Assessment(network_id=1, **values)


REFUSED = {
    "network without a name": (Network(name=" "), "required"),
    "network in no country": (Network(name="A", country="Sweden"), "country"),
    "network in a time zone that is none": (Network(name="A", time_zone="Europe"), "time_zone"),
    "network for nobody we know": (Network(name="A", target_groups=("astronauts",)), "unknown_code"),
    "network that ends before it begins": (
        Network(
            name="A",
            founded_first=date(2018, 1, 1),
            founded_last=date(2018, 1, 31),
            ended_first=date(2017, 1, 1),
            ended_last=date(2017, 1, 1),
        ),
        "ends_before_start",
    ),
    "stakeholder with an unknown sector": (Stakeholder(network_id=1, name="A", sector="magic"), "unknown_code"),
    "stakeholder with half an address for a website": (Stakeholder(network_id=1, name="A", website="https://[::1"), "website"),
    "stakeholder with a host that none can have for a website": (Stakeholder(network_id=1, name="A", website="http://\u2100"), "website"),
    "stakeholder with a script for a website": (Stakeholder(network_id=1, name="A", website="javascript:alert(1)"), "website"),
    "stakeholder with a name too long": (Stakeholder(network_id=1, name="A" * 201), "too_long"),
    "stakeholder with a hidden sign": (Stakeholder(network_id=1, name="A\x00B"), "control_characters"),
    "tie to itself": (Tie(network_id=1, from_id=1, to_id=1), "tie_to_itself"),
    "tie stronger than four": (Tie(network_id=1, from_id=1, to_id=2, strength=5), "out_of_range"),
    "position with power nought": (Position(network_id=1, stakeholder_id=1, power=0), "out_of_range"),
    "position below the ground": (Position(network_id=1, stakeholder_id=1, influence=-1), "out_of_range"),
    "need with a micro project and another status": (Need(network_id=1, what="A", micro_project_id=1, status="open"), "need_status"),
    "event with half a date": (Event(network_id=1, title="A", day_first=date(2017, 1, 1)), "half_a_date"),
    "event whose last day comes first": (Event(network_id=1, title="A", day_first=YEAR["last"], day_last=YEAR["first"]), "date_order"),
    "event with fewer than nobody": (Event(network_id=1, title="A", participants=-1), "out_of_range"),
    "micro project with fewer than no jobs": (MicroProject(network_id=1, name="A", jobs=-1), "out_of_range"),
    "step back without a reason": (
        PhaseChange(network_id=1, micro_project_id=1, from_phase="design", to_phase="needs"),
        "step_back_needs_reason",
    ),
    "amount without a currency": (
        FundingCase(network_id=1, micro_project_id=1, funding_source_id=1, awarded_minor=100),
        "currency_missing",
    ),
    "amount below nought": (
        FundingCase(network_id=1, micro_project_id=1, funding_source_id=1, awarded_minor=-1, currency="EUR"),
        "out_of_range",
    ),
    "currency in words": (FundingSource(funder="A", currency="eur"), "currency_code"),
    "amount range upside down": (FundingSource(funder="A", currency="EUR", amount_min_minor=2, amount_max_minor=1), "amount_range"),
    "in kind without what": (FundingCase(network_id=1, micro_project_id=1, funding_source_id=1, in_kind_quantity=3), "in_kind"),
    "receipt of nothing": (Receipt(network_id=1, funding_case_id=1, currency="EUR", amount_minor=0), "out_of_range"),
    "reading of nothing": (assessment(micro_project_id=None), "one_subject"),
    "reading of two things": (assessment(event_id=1), "one_subject"),
    "professionals on step seven": (assessment(side="professionals", level_from=6, level_to=7), "level_seven"),
    "users on step eight": (assessment(level_from=8, level_to=8), "level_range"),
    "a span upside down": (assessment(level_from=4, level_to=3), "level_range"),
    "a reading by nobody": (assessment(judges=0), "out_of_range"),
    "a conflict without the other value": (
        Note(network_id=1, table_name="event", row_id=1, field="day", kind="conflict"),
        "conflict_value",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_rule_refuses(case):
    row, code = REFUSED[case]
    with pytest.raises(Problem, match=code):
        check_row(row)


# Which country codes, time zones, addresses, lengths and signs are good is for people to be told, not for the database to know.
ONLY_RULES = (
    "country",
    "website",
    "too_long",
    "control_characters",
    "required",
    "for nobody we know",
    "in no country",
    "that is none",
    "with a script",
    "too long",
    "hidden sign",
    "without a name",
    "in words",
)


@pytest.mark.parametrize(
    "case", [case for case in REFUSED if not case.endswith(ONLY_RULES) and not any(part in case for part in ONLY_RULES)]
)
def test_the_database_refuses_too(session, monkeypatch, case):
    monkeypatch.setattr(action_module, "check_row", lambda _row: None)
    network = make_network(session)
    one, _two = make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two")
    project = make_micro_project(session, network)
    make_funding_case(session, project, make_funding_source(session), currency="EUR")
    row, _code = REFUSED[case]
    copy = type(row)(**{key: value for key, value in vars(row).items() if not key.startswith("_")})
    session.info["acting"] = True
    session.add(copy)
    with pytest.raises(IntegrityError, match="CHECK constraint failed"):
        session.flush()
    assert one.network_id == network.id


def test_a_receipt_in_another_currency_than_its_case_is_refused_by_the_database(session):
    project = make_micro_project(session, make_network(session))
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR")
    session.info["acting"] = True
    session.add(Receipt(network_id=case.network_id, funding_case_id=case.id, currency="SEK", amount_minor=100))
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        session.flush()


def test_a_vague_end_may_lie_in_the_same_year_as_a_vague_beginning():
    check_row(
        Stakeholder(
            network_id=1, name="A", start_first=YEAR["first"], start_last=YEAR["last"], end_first=YEAR["first"], end_last=YEAR["last"]
        )
    )


def test_unknown_is_a_value():
    check_row(Stakeholder(network_id=1, name="A"))


def test_a_span_of_two_steps_is_a_reading():
    check_row(assessment(level_from=6, level_to=7))


def test_a_step_back_with_a_reason_is_good():
    check_row(PhaseChange(network_id=1, micro_project_id=1, from_phase="design", to_phase="needs", reason="the group changed"))
