"""What cases say together."""

import dataclasses

import pytest

from data_layer.analysis.funding import by_state, dependencies, flows, largest, totals, without_amount
from data_layer.funding import Case

UNDATED = (None, None)
PLAIN = Case(
    id=1,
    network_id=1,
    network="Northern Valley",
    micro_project_id=1,
    micro_project="Sewing room",
    giver="county",
    funder="County council",
    source_name=None,
    instrument="grant",
    what_for=None,
    state="awarded",
    currency="EUR",
    applied=None,
    awarded=None,
    received=None,
    received_ever=None,
    award_counts=True,
    in_kind_quantity=None,
    in_kind_unit=None,
    regrant=False,
    before_sempre=False,
    source=None,
    applied_day=UNDATED,
    decided_day=UNDATED,
    received_day=UNDATED,
)


def case(awarded=None, *, giver="county", project=1, **values):
    received = values.get("received")
    return dataclasses.replace(
        PLAIN,
        awarded=awarded,
        giver=giver,
        funder=giver,
        micro_project_id=project,
        micro_project=f"project {project}",
        **{"received_ever": received, **values},
    )


def test_every_state_is_counted_also_those_without_a_case():
    assert dict(by_state([case(), case(state="refused")]))["refused"] == 1
    assert dict(by_state([case()]))["ended"] == 0


def test_currencies_are_never_added_together():
    found = totals([case(100), case(50), case(7, currency="SEK")])
    assert [(total.currency, total.awarded, total.awards) for total in found] == [("EUR", 150, 2), ("SEK", 7, 1)]


@pytest.mark.parametrize("state", ["idea", "applied", "refused"])
def test_what_was_not_given_is_in_no_sum(state):
    assert totals([case(100, state=state)]) == []


def test_help_in_kind_is_in_no_sum():
    assert totals([case(in_kind_quantity=3, in_kind_unit="rooms", currency=None)]) == []


def test_what_was_handed_on_stands_beside_the_sums():
    (total,) = totals([case(100), case(40, regrant=True)])
    assert (total.awarded, total.handed_on, total.regrants) == (100, 40, 1)


def test_an_award_of_another_year_is_not_in_the_sum():
    (total,) = totals([case(100), case(900, award_counts=False)])
    assert total.awarded == 100


def test_received_counts_the_cases_that_have_a_receipt():
    (total,) = totals([case(100, received=60), case(30)])
    assert (total.received, total.receipts) == (60, 1)


def test_cases_without_a_stated_sum_are_found():
    stated = [case(100), case(received=5), case(in_kind_quantity=1, in_kind_unit="room"), case(state="refused")]
    unstated = case(id=9)
    assert without_amount([*stated, unstated]) == [unstated]


def test_the_largest_sum_is_told_only_among_several():
    assert largest([case(100)], "EUR") is None
    assert largest([case(100), case(300, id=2), case(900, currency="SEK")], "EUR").id == 2


def test_one_flow_per_currency_and_last_what_has_no_sum():
    found = flows([case(), case(100), case(50), case(7, currency="SEK")])
    assert [(flow.currency, flow.cases) for flow in found] == [("EUR", 2), ("SEK", 1), (None, 1)]


def test_two_gifts_of_one_funder_are_one_ribbon():
    (flow,) = flows([case(100), case(50)])
    assert [(given.n, given.cases) for given in flow.given] == [(150, 2)]


def test_without_a_sum_each_case_is_one_and_only_money_is_unknown():
    (flow,) = flows([case(currency=None), case(giver="baker", in_kind_quantity=1, in_kind_unit="oven", currency=None)])
    assert [(given.n, given.unknown) for given in flow.given] == [(1, True), (1, False)]


def test_of_many_funders_the_largest_are_named_and_the_others_stand_together():
    (flow,) = flows([case(place, giver=f"funder {place}") for place in range(1, 21)])
    named = [given for given in flow.given if given.giver is not None]
    rest = [given for given in flow.given if given.giver is None]
    assert [given.giver for given in named] == [f"funder {place}" for place in range(13, 21)]
    assert [(given.n, given.funder) for given in rest] == [(sum(range(1, 13)), None)]
    assert flow.funders == 20


def test_nothing_is_lost_by_standing_together():
    given = [case(place, giver=f"funder {place % 17}", project=place % 13) for place in range(1, 60)]
    (flow,) = flows(given)
    assert sum(each.n for each in flow.given) == sum(range(1, 60))


def test_a_share_is_told_where_all_sums_are_known():
    (line,) = dependencies([case(75), case(25, giver="baker")])
    assert (line.share, line.largest, line.sources, line.single) == (0.75, "county", 2, False)


def test_one_source_is_said_to_be_the_only_one_also_without_a_sum():
    (line,) = dependencies([case()])
    assert (line.single, line.largest, line.share) == (True, "county", None)


def test_all_that_one_funder_gives_is_one_source():
    (line,) = dependencies([case(75), case(25)])
    assert line.single


@pytest.mark.parametrize("other", [{}, {"awarded": 10, "currency": "SEK"}])
def test_with_an_unknown_sum_or_a_second_currency_sources_are_counted(other):
    (line,) = dependencies([case(75), case(giver="baker", **other)])
    assert (line.share, line.sources, line.largest) == (None, 2, None)


def test_help_in_kind_is_a_source_but_no_money():
    (line,) = dependencies([case(75), case(giver="baker", in_kind_quantity=1, in_kind_unit="oven", currency=None)])
    assert (line.share, line.sources) == (1.0, 2)


def test_those_that_hang_on_one_source_come_first_then_the_largest_share():
    lines = dependencies(
        [
            *(case(50, giver=giver, project=1) for giver in ("a", "b")),
            *(case(amount, giver=giver, project=2) for giver, amount in (("a", 90), ("b", 10))),
            case(1, project=3),
            *(case(giver=giver, project=4) for giver in ("a", "b")),
        ]
    )
    assert [line.micro_project_id for line in lines] == [3, 2, 1, 4]


def test_a_refusal_makes_nobody_depend():
    assert dependencies([case(state="refused")]) == []
