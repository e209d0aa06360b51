"""What an indicator counts may be counted in other tables too: what two figures differ by is never known to be a few people."""

import random
from itertools import combinations

import pytest

from data_layer.disclosure.primary import Reason
from data_layer.disclosure.protection import protect
from data_layer.disclosure.rules import behind
from data_layer.disclosure.table import INDICATOR, NETWORK, TOTAL, Dimension, Table, Unit


def indicator(numbers, *, measure="value", network="1"):
    values = {(name, TOTAL): number for name, number in numbers.items()}
    where = ((NETWORK, (network,)),)
    return Table(
        f"{measure} {network}", Unit.PERSONS, measure, Dimension(INDICATOR, tuple(numbers)), where=where, values=values, totals=False
    )


def reached(number, *, networks=("1", "2")):
    values = {("all", TOTAL): number}
    return Table(
        "reached", Unit.PERSONS, "reached", Dimension("group", ("all",)), where=((NETWORK, networks),), values=values, totals=False
    )


def shown(release):
    return {(table.code, row): cell for table in release.shown for (row, _total), cell in table.cells.items()}


def reasons(release):
    return {(cell.table, cell.position[0]): cell.reason for cell in release.hidden}


def test_a_few_more_than_an_indicator_counts_hide_the_indicator():
    release = protect([reached(100), indicator({"a": 94})])
    assert reasons(release) == {("value 1", "a"): Reason.WORKED_OUT}


@pytest.mark.parametrize("number", [100, 80, 120])
def test_the_same_people_or_many_others_hide_nothing(number):
    assert reasons(protect([reached(100), indicator({"a": number})])) == {}


def test_what_two_rounded_figures_leave_open_is_shown():
    """99 and 101 are both shown as 100: nobody knows which is larger."""
    assert reasons(protect([reached(101), indicator({"a": 99})])) == {}


def test_people_of_another_network_are_others():
    assert reasons(protect([reached(100, networks=("2", "3")), indicator({"a": 94})])) == {}


def test_two_figures_of_one_indicator_are_never_close():
    release = protect([indicator({"a": 99}), indicator({"a": 101}, measure="baseline")])
    assert reasons(release) == {("baseline 1", "a"): Reason.WORKED_OUT}


def test_what_an_earlier_release_showed_counts_too():
    earlier = protect([reached(100)]).basis
    assert reasons(protect([indicator({"a": 94})], earlier=[earlier])) == {("value 1", "a"): Reason.EARLIER}


def test_a_later_table_hides_what_an_indicator_shown_before_would_tell():
    earlier = protect([indicator({"a": 94})]).basis
    assert reasons(protect([reached(100)], earlier=[earlier])) == {("reached", "all"): Reason.EARLIER}


@pytest.mark.parametrize("seed", range(40))
def test_of_no_two_shown_figures_the_rest_is_known_to_be_a_few_people(seed):
    chance = random.Random(seed)
    names = [f"i{number}" for number in range(8)]
    tables = [reached(chance.randint(10, 60))]
    tables += [indicator({name: chance.randint(0, 60) for name in names}, measure=measure) for measure in ("value", "baseline")]
    found = {place: behind(cell, 10) for place, cell in shown(protect(tables)).items() if cell is not None}
    true = {(table.code, row): number for table in tables for (row, _total), number in table.amounts.items()}
    for one, other in combinations(found, 2):
        less, more = sorted((one, other), key=lambda place: true[place])
        low, high = max(0, found[more][0] - found[less][1]), found[more][1] - found[less][0]
        if 0 < true[more] - true[less] < 10:
            assert high - low >= 3
            assert low == 0 or high > 9
