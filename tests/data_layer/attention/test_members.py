"""What a LEN lacks."""

from datetime import date

import pytest

from data_layer.attention.members import INVITED
from tests.factories import make_micro_project, make_network, make_stakeholder


def fill(session, network, sectors, **fields):
    for sector in sectors:
        make_stakeholder(session, network, f"a {sector}", sector=sector, **fields)


def test_kinds_without_anybody_are_named_in_one_item(session, valley, found):
    fill(session, valley, ["users", "authority", "education"])
    (item,) = found("missing")
    assert (item.network, item.sectors) == ("Northern Valley", ("job_centre", "provider", "non_profit", "business_support"))


def test_where_all_invited_kinds_are_there_nobody_is_missing(session, valley, found):
    fill(session, valley, INVITED)
    assert found("missing") == []


def test_a_health_service_is_a_provider(session, valley, found):
    fill(session, valley, [*set(INVITED) - {"provider"}, "health"])
    assert found("missing") == []


def test_who_stands_outside_does_not_fill_a_place(session, valley, found):
    fill(session, valley, set(INVITED) - {"users"})
    fill(session, valley, ["users"], role="outside")
    assert [item.sectors for item in found("missing")] == [("users",)]


def test_the_network_that_lacks_most_comes_first(session, valley, found):
    fill(session, valley, INVITED[1:])
    other = make_network(session, "Southern Valley")
    fill(session, other, INVITED[:2])
    assert [item.network for item in found("missing")] == ["Southern Valley", "Northern Valley"]


@pytest.mark.parametrize(
    "fields", [{"status": "unclear"}, {"ended_first": date(2020, 1, 1), "ended_last": date(2020, 1, 1)}], ids=["unclear", "ended"]
)
def test_only_running_networks_invite(session, valley, found, fields):
    other = make_network(session, "Other", **fields)
    fill(session, other, ["users"])
    assert found("missing") == []


def test_an_empty_network_waits_as_a_whole(found, valley):
    assert ([item.network for item in found("empty")], found("missing")) == (["Northern Valley"], [])


def test_a_single_row_ends_the_emptiness(session, valley, found):
    make_micro_project(session, valley)
    assert found("empty") == []


def test_a_network_is_not_empty_because_a_choice_hides_its_rows(session, found, clock):
    other = make_network(session, "Other", target_groups=("older",))
    make_micro_project(session, other, target_groups=("youth",))
    assert found("empty", target_group="older") == []
