"""Funding cases."""

from dataclasses import dataclass
from datetime import date

import pytest

from components.funding.cases import cases_by_state, cases_now, cases_table, money_figures, money_now, money_table, states_now
from tests.components.tree import find_all, of_type, text

DAY = (date(2017, 1, 1), date(2017, 12, 31))


@dataclass(frozen=True)
class Case:
    id: int = 1
    network: str = "Northern Valley"
    micro_project_id: int = 5
    micro_project: str = "Sewing room"
    funder: str = "County council"
    source_name: str | None = None
    what_for: str | None = None
    state: str = "awarded"
    currency: str | None = "EUR"
    applied: int | None = None
    awarded: int | None = None
    received_ever: int | None = None
    applied_day: tuple = (None, None)
    decided_day: tuple = (None, None)
    received_day: tuple = (None, None)
    in_kind: bool = False
    in_kind_quantity: int | None = None
    in_kind_unit: str | None = None
    regrant: bool = False
    before_sempre: bool = False
    source: str | None = None


@dataclass(frozen=True)
class Total:
    currency: str = "EUR"
    awarded: int = 250_000
    awards: int = 2
    received: int = 0
    receipts: int = 0
    handed_on: int = 0
    regrants: int = 0


@dataclass(frozen=True)
class Note:
    field: str
    kind: str = "reading"
    other_value: str | None = None
    text: str | None = None
    source: str | None = None


def plain(content):
    return text(content).replace("\N{NO-BREAK SPACE}", " ")


def cells(notes=(), **values):
    return [plain(cell) for cell in of_type(cases_table([Case(**values)], {1: notes}, caption="Cases"), "Td")]


def test_what_is_not_stated_is_unknown():
    assert cells()[-2:] == ["unknown", "unknown"]


def test_each_stated_sum_says_what_it_is():
    sums = cells(applied=900_000, awarded=500_000, received_ever=20_000)[-2]
    assert sums == "applied for: EUR 9,000.00awarded: EUR 5,000.00received: EUR 200.00"


def test_each_date_says_what_it_is():
    assert cells(applied_day=DAY, received_day=DAY)[-1] == "applied for: 2017received: 2017"


def test_a_decision_fell_on_one_day_and_money_may_come_on_several():
    days = (date(2017, 3, 1), date(2017, 5, 31))
    assert cells(decided_day=days, received_day=days)[-1] == (
        "decided: some time between March and May 2017received: March 2017 to May 2017"
    )


@pytest.mark.parametrize(
    ("values", "words"), [({}, "in kind"), ({"in_kind_quantity": 12, "in_kind_unit": "hours of a room"}, "in kind: 12 hours of a room")]
)
def test_help_in_kind_is_quantity_and_unit_never_money(values, words):
    assert cells(in_kind=True, currency=None, **values)[-2] == words


def test_money_that_was_handed_on_and_money_from_before_are_marked():
    assert cells(regrant=True, before_sempre=True)[1] == "awardedhanded on by somebody elsebefore SEMPRE’s support"


def test_a_reading_is_marked_at_its_field():
    made = cases_table([Case(awarded=1)], {1: [Note("awarded_minor")]}, caption="Cases")
    assert [len(find_all(cell, "note-mark")) for cell in of_type(made, "Td")] == [0, 0, 1, 0]


def test_a_micro_project_leads_to_its_page():
    assert [part.href for part in of_type(cases_table([Case()], {}, caption="Cases"), "Link")] == ["/micro-projects/5"]


def test_a_state_without_a_case_says_none_recorded():
    made = cases_by_state([("refused", 0), ("unknown", 2)])
    assert "0none recorded" in text(made)
    assert [("is-unknown" in item.className) for item in of_type(made, "Li")] == [False, True]


def test_each_currency_has_a_figure_of_its_own():
    made = plain(money_figures([Total(), Total("SEK", 100, 1, 100, 1)], without_amount=0, given=3, in_kind=0))
    assert "EUR 2,500.00" in made
    assert "SEK 1.00" in made
    assert "26.00" not in made


def test_no_receipt_means_that_what_came_is_unknown():
    assert "Received: unknown, no receipt is recorded." in text(money_figures([Total()], without_amount=0, given=2, in_kind=0))


def test_cases_without_a_sum_are_counted_beside_the_sums():
    assert "3 of 6 cases with money state no sum" in text(money_figures([Total()], without_amount=3, given=6, in_kind=0))


def test_the_table_shows_what_was_handed_on_apart():
    row = [plain(cell) for cell in of_type(money_table([Total(handed_on=4_000, regrants=1)], caption="Sums"), "Td")]
    assert row == ["EUR 2,500.002 cases", "none recorded", "EUR 40.00one case"]


def test_the_sentence_says_that_more_came_than_the_sums_tell():
    assert "For 3 of 6 cases no sum is stated, so more came than the sums tell." in money_now([Total()], None, without_amount=3, given=6)


def test_without_any_sum_it_says_that_nobody_knows():
    assert money_now([], None, without_amount=2, given=2) == "How much came is unknown: no source states a sum."


def test_the_largest_sum_is_named_with_what_stands_before_sempre():
    said = money_now([Total()], Case(awarded=200_000, before_sempre=True), without_amount=0, given=2)
    assert "EUR\N{NO-BREAK SPACE}2,000.00 from County council for “Sewing room”, before SEMPRE’s support." in said


def test_cases_are_counted_per_micro_project():
    assert cases_now([Case(), Case(id=2)], projects=17) == "Recorded cases: 2, for 1 of 17 micro projects."


@pytest.mark.parametrize(("refused", "words"), [(0, "No refusal is recorded."), (1, "One was refused."), (3, "3 were refused.")])
def test_refusals_are_told_also_when_there_are_none(refused, words):
    assert states_now([("refused", refused), ("awarded", 2)], given=2).endswith(words)
