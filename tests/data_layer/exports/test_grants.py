"""Awards as 360Giving: what the standard demands, and read back unchanged."""

import json
from datetime import date

import pytest

from data_layer.exports.download import file_bytes
from data_layer.files.recognise import recognise
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import State
from tests.data_layer.exports.speaking import wanted
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network, make_receipt, make_stakeholder

NAME = "grants.json"
IN_2016 = {"decided_first": date(2016, 1, 1), "decided_last": date(2016, 12, 31)}


@pytest.fixture
def network(session):
    """An award with all that is known, one with the least, a refusal, and an award without a date."""
    made = make_network(session)
    group = make_stakeholder(session, made, "Sewing group", website="https://example.org")
    project = make_micro_project(session, made, "Sewing room", group_id=group.id, place="Köln", country="DE", description="They sew.")
    bare = make_micro_project(session, made, "Kitchen")
    loan = make_funding_source(session, "Bank", name="Micro loan", instrument="micro_loan", entered_by_id=made.id, currency="EUR")
    case = make_funding_case(
        session, project, loan, currency="EUR", applied_minor=300_050, awarded_minor=250_050, state="received", **IN_2016
    )
    make_receipt(session, case, 100_000)
    make_receipt(session, case, 50_025)
    make_funding_case(
        session, bare, make_funding_source(session, "County"), currency="SEK", awarded_minor=10_000, state="awarded", **IN_2016
    )
    make_funding_case(session, bare, loan, currency="EUR", applied_minor=5, state="refused", **IN_2016)
    make_funding_case(session, bare, loan, currency="EUR", awarded_minor=5, state="awarded")
    return made


def test_only_awards_with_amount_and_date_are_told(session, network):
    grants = json.loads(file_bytes(session, NAME, wanted(network=network.id)))["grants"]
    assert [(grant["title"], grant["currency"], grant["amountAwarded"], grant["awardDate"]) for grant in grants] == [
        ("Sewing room", "EUR", 2500.5, "2016-01-01"),
        ("Kitchen", "SEK", 100, "2016-01-01"),
    ]
    assert (grants[0]["amountAppliedFor"], grants[0]["amountDisbursed"]) == (3000.5, 1500.25)
    assert "amountDisbursed" not in grants[1]


def test_each_has_a_giver_and_a_receiver_with_an_identifier(session, network):
    grants = json.loads(file_bytes(session, NAME, wanted(network=network.id)))["grants"]
    told = [part for grant in grants for key in ("fundingOrganization", "recipientOrganization") for part in grant[key]]
    assert [part["name"] for part in told] == ["Bank", "Sewing group", "County", "Kitchen"]
    assert all(part["id"].startswith("360G-len-") for part in told)


def test_awards_read_back_unchanged(session, network):
    read = recognise(file_bytes(session, NAME, wanted(network=network.id)), NAME, {})
    found = plan(session, read, first_choices(read, network.id))
    wrong = [
        (row.target, dict(row.said), row.problem, dict(row.old), dict(row.new)) for row in found.rows if row.state is not State.UNCHANGED
    ]
    assert wrong == []
    assert {row.target for row in found.rows} == {"stakeholder", "micro_project", "funding_source", "funding_case"}
