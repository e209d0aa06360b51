"""Who gave to whom, and what hangs on one source."""

from dataclasses import dataclass

import pytest

from components.funding.flow import dependence_now, dependence_table, flows_now, gifts_table, money_flows, shares_of_largest
from components.funding.rules import shares_rule
from tests.components.tree import find, find_all, of_type, text


@dataclass(frozen=True)
class Gift:
    giver: str | None = "county"
    funder: str | None = "County council"
    micro_project_id: int | None = 1
    micro_project: str | None = "Sewing room"
    n: int = 50_000
    cases: int = 1
    unknown: bool = False


@dataclass(frozen=True)
class Flow:
    currency: str | None = "EUR"
    given: tuple = (Gift(),)
    cases: int = 1
    funders: int = 1
    micro_projects: int = 1


@dataclass(frozen=True)
class Line:
    micro_project_id: int = 1
    micro_project: str = "Sewing room"
    network: str = "Northern Valley"
    sources: int = 3
    cases: int = 3
    stated: int = 3
    currencies: int = 1
    largest: str | None = "County council"
    share: float | None = 0.78
    single: bool = False


OPEN = {"share": None, "largest": None}
NO_SUM = Flow(None, (Gift(n=1, unknown=True), Gift("baker", "Baker", n=1)), 2, 2)


def plain(content):
    return text(content).replace("\N{NO-BREAK SPACE}", " ")


def test_a_ribbon_carries_the_sum_in_its_currency():
    assert "Sewing room: EUR 500.00" in plain(find(money_flows([Flow()]), "flow-list"))


def test_each_currency_has_a_picture_of_its_own():
    made = money_flows([Flow(), Flow("SEK"), NO_SUM])
    assert [text(part) for part in of_type(made, "H3")] == [
        "One case with a sum in EUR",
        "One case with a sum in SEK",
        "2 cases without a stated sum",
    ]


def test_an_unknown_sum_is_hatched_and_said_help_in_kind_is_not():
    made = money_flows([NO_SUM])
    assert [("is-unknown" in part.className) for part in find_all(made, "ribbon")] == [False, True]
    assert "one case, sum unknown" in text(made)
    assert "one case, in kind" in text(made)


def test_those_that_are_not_named_stand_last():
    gifts = (Gift(None, None, n=900_000), Gift(n=5))
    made = money_flows([Flow(given=gifts, cases=9, funders=8)])
    assert "7 other funders" in text(find_all(made, "flow-node")[1])


def test_the_table_holds_every_ribbon():
    rows = [plain(row) for row in of_type(gifts_table([Flow(), NO_SUM], caption="Gifts"), "Tr")[1:]]
    assert rows == ["County council Sewing room EUR 500.00 1", "County council Sewing room unknown 1", "Baker Sewing room in kind 1"]


def test_nothing_given_is_said():
    assert "No money and no help in kind is recorded." in text(money_flows([]))


def test_the_sentence_says_where_the_main_currency_went():
    assert flows_now([Flow(), NO_SUM]) == "All sums in EUR went to one micro project: “Sewing room”. 2 more cases state no sum."


def test_several_recipients_are_counted():
    flow = Flow(given=(Gift(), Gift(micro_project_id=2, micro_project="Café")), micro_projects=2, funders=1)
    assert flows_now([flow]) == "The sums in EUR went to 2 micro projects, from one funder."


def test_without_a_sum_nobody_can_tell_who_gave_most():
    assert flows_now([NO_SUM]) == "No sum is stated, so nobody can tell who gave most."


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (Line(), "78% from the largest sourceCounty council; 3 sources in all"),
        (Line(sources=1, single=True), "Hangs on one sourceCounty council"),
        (Line(sources=1, single=True, stated=0, share=None), "Hangs on one sourceCounty council; the sum is unknown"),
        (Line(stated=1, **OPEN), "Share unknown3 sources; a sum is stated in 1 of 3 cases"),
        (Line(currencies=2, **OPEN), "Share unknown3 sources, in several currencies"),
    ],
)
def test_the_finding_says_what_it_rests_on(line, says):
    assert text(find(shares_of_largest([line], name="Shares"), "share-says")) == says


def test_the_table_shows_unknown_for_what_cannot_be_told():
    rows = [text(row) for row in of_type(dependence_table([Line(), Line(**OPEN)], caption="Shares"), "Tr")[1:]]
    assert rows == ["Sewing room Northern Valley 3 County council 78%", "Sewing room Northern Valley 3 unknown unknown"]


def test_the_sentence_counts_the_single_the_unknown_and_those_without_any():
    said = dependence_now([Line(single=True), Line(**OPEN), Line()], projects=17)
    assert said == "One micro project hangs on one source. For one the shares are unknown. For 14 no money and no help in kind is recorded."


def test_the_rule_says_what_the_overview_leaves_out_and_this_page_does_not():
    assert "is counted here too; the overview leaves it out." in text(shares_rule())
