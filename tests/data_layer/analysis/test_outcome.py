"""What a release says about facts."""

import dataclasses

import pytest

from data_layer.analysis.outcome import MoneyFact, NetworkFact, ProjectFact, release_tables
from data_layer.releases.released import MoneyLine, NetworkLine

PROJECT = ProjectFact(id=1, phase="unknown", format="unknown", end_state="unknown", readings=frozenset())
LINE = MoneyLine(
    micro_project="Tailors",
    what_for=None,
    funder="City",
    source_name=None,
    state="awarded",
    currency="EUR",
    amount=100,
    in_kind=False,
    decided=(None, None),
    before_sempre=False,
    regrant=False,
    source="a report",
    remarks=(),
)


def network(name, **values):
    return NetworkFact(NetworkLine(name, None, None, ()), **{"is_len": True, "founded": False, **values})


def project(**values):
    return dataclasses.replace(PROJECT, **values)


def counts(tallies):
    return {tally.code: tally.n for tally in tallies if tally.n}


def gaps(tables):
    return {gap.code: (gap.n, gap.of) for gap in tables.gaps}


def test_only_lens_are_networks_the_others_stand_apart():
    tables = release_tables([network("A"), network("B", is_len=False)], [], [])
    assert ([line.name for line in tables.networks], [line.name for line in tables.unclear]) == (["A"], ["B"])


def test_each_micro_project_counts_once_by_phase_form_and_end():
    tables = release_tables([], [project(phase="design", format="association", end_state="open"), project(id=2)], [])
    assert counts(tables.phases) == {"design": 1, "unknown": 1}
    assert counts(tables.became) == {"association": 1, "unknown": 1}
    assert counts(tables.ends) == {"open": 1, "unknown": 1}


def test_a_start_up_whose_form_is_unknown_is_at_least_a_start_up():
    assert counts(release_tables([], [project(phase="start_up")], []).became) == {"start_up": 1}


def test_a_code_without_a_micro_project_is_not_left_out_in_silence():
    assert {tally.code for tally in release_tables([], [], []).ends} >= {"self_sustaining", "ended", "unknown"}


def test_unknown_comes_last():
    tables = release_tables([], [project()], [])
    assert [tallies[-1].code for tallies in (tables.became, tables.phases, tables.ends)] == ["unknown"] * 3


@pytest.mark.parametrize(
    ("fact", "readings"),
    [
        (project(format="undecided", readings=frozenset({"format"})), {"undecided": 1}),
        (project(phase="start_up", readings=frozenset({"phase"})), {"start_up": 1}),
        (project(format="association", phase="start_up", readings=frozenset({"phase"})), {}),
    ],
)
def test_what_it_became_is_our_reading_where_what_it_rests_on_is(fact, readings):
    became = release_tables([], [fact], []).became
    assert {tally.code: tally.readings for tally in became if tally.readings} == readings


def test_the_largest_sums_come_first_and_unknown_ones_last():
    lines = [dataclasses.replace(LINE, amount=amount) for amount in (None, 5, 70)]
    tables = release_tables([], [], [MoneyFact(1, line) for line in lines])
    assert [line.amount for line in tables.money] == [70, 5, None]


def test_money_without_a_public_source_is_counted_and_not_shown():
    tables = release_tables([], [project()], [MoneyFact(1, None), MoneyFact(1, LINE)])
    assert len(tables.money) == 1
    assert gaps(tables)["unsourced"] == (1, 2)


def test_what_is_not_known_is_counted():
    facts = [project(phase="design"), project(id=2, format="ngo", end_state="ended")]
    money = [MoneyFact(2, dataclasses.replace(LINE, amount=None))]
    tables = release_tables([network("A"), network("B", is_len=False), network("C", founded=True)], facts, money)
    assert gaps(tables) == {
        "became": (1, 2),
        "phase": (1, 2),
        "end_state": (1, 2),
        "money": (1, 2),
        "amount": (1, 1),
        "unsourced": (0, 1),
        "founded": (1, 2),
        "status": (1, 3),
    }


def test_help_in_kind_lacks_no_sum():
    tables = release_tables([], [], [MoneyFact(1, dataclasses.replace(LINE, amount=None, in_kind=True))])
    assert gaps(tables)["amount"] == (0, 1)
