"""The rows of a grid: a stretch of a table, ordered, filtered, live or in the trash, and never of another LEN."""

from datetime import date

import pytest

from data_layer.actor import Actor
from data_layer.editing.edit import trash_rows
from data_layer.editing.grid_rows import MOST_ROWS, Asked, Filter, grid_rows
from data_layer.editing.tables import TABLES
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_receipt,
    make_stakeholder,
    make_tie,
)

STAKEHOLDER, TIE = TABLES["stakeholder"], TABLES["tie"]


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def three(session, here):
    """Stakeholders in an order that is not that of their names."""
    return [
        make_stakeholder(
            session, here, "Bakery", place="Boden", sector="business", start_first=date(2016, 1, 1), start_last=date(2016, 12, 31)
        ),
        make_stakeholder(session, here, "Allotment club", place="Luleå", sector="users"),
        make_stakeholder(session, here, "Church", start_first=date(2017, 3, 1), start_last=date(2017, 3, 31)),
    ]


def found(session, table, field="name", start=0, end=100, **asked):
    return [row.values[field] for row in grid_rows(session, table, Asked(start, end, **asked)).rows]


def contains(text, *codes):
    return Filter("contains", text, frozenset(codes))


class TestStretch:
    def test_rows_come_in_the_order_of_their_numbers_where_nobody_asks_for_another(self, session, three):
        assert found(session, STAKEHOLDER) == ["Bakery", "Allotment club", "Church"]

    def test_only_the_rows_asked_for_come_and_the_total_counts_all(self, session, three):
        answer = grid_rows(session, STAKEHOLDER, Asked(1, 2))
        assert ([row.values["name"] for row in answer.rows], answer.total) == (["Allotment club"], 3)

    def test_a_stretch_beyond_the_last_row_still_knows_how_many_there_are(self, session, three):
        answer = grid_rows(session, STAKEHOLDER, Asked(200, 300))
        assert (answer.rows, answer.total) == ((), 3)

    def test_nobody_gets_more_rows_than_a_grid_shows(self, session, here):
        for number in range(MOST_ROWS + 1):
            make_event(session, here, f"Meeting {number}")
        answer = grid_rows(session, TABLES["event"], Asked(0, 10_000))
        assert (len(answer.rows), answer.total) == (MOST_ROWS, MOST_ROWS + 1)


class TestOrder:
    def test_by_a_field_upwards_and_downwards(self, session, three):
        assert found(session, STAKEHOLDER, order=[("name", False)]) == ["Allotment club", "Bakery", "Church"]
        assert found(session, STAKEHOLDER, order=[("name", True)]) == ["Church", "Bakery", "Allotment club"]

    @pytest.mark.parametrize("downwards", [False, True])
    def test_what_is_unknown_comes_last_both_ways(self, session, three, downwards):
        assert found(session, STAKEHOLDER, order=[("place", downwards)])[-1] == "Church"

    def test_a_link_by_the_name_of_what_it_points_to(self, session, here, three):
        bakery, club, church = three
        for start, end in ((bakery, club), (church, bakery), (club, church)):
            make_tie(session, start, end)
        assert found(session, TIE, "from", order=[("from", False)]) == [club.id, bakery.id, church.id]

    def test_money_by_amount_and_not_by_its_digits(self, session, here):
        case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session), currency="EUR")
        for minor in (90_000, 1_000_000, 5_000):
            make_receipt(session, case, minor)
        assert found(session, TABLES["receipt"], "amount", order=[("amount", False)]) == ["50.00", "900.00", "10000.00"]

    def test_by_the_network(self, session, here, three):
        make_stakeholder(session, make_network(session, "Eastern Shore"), "Yarn shop")
        assert found(session, STAKEHOLDER, order=[("network", False)])[0] == "Yarn shop"

    def test_a_field_that_there_is_not_is_an_error(self, session, here):
        with pytest.raises(KeyError):
            found(session, STAKEHOLDER, order=[("password", False)])


class TestFilters:
    @pytest.mark.parametrize(
        ("field", "wanted", "names"),
        [
            ("name", contains("club"), ["Allotment club"]),
            ("name", contains("CLUB"), ["Allotment club"]),
            ("place", contains("LULEÅ"), ["Allotment club"]),
            ("name", contains("%"), []),
            ("name", contains("_"), []),
            ("place", Filter("blank"), ["Church"]),
            ("place", Filter("notBlank"), ["Bakery", "Allotment club"]),
            ("sector", contains("bus", "business"), ["Bakery"]),
            ("sector", contains("nothing"), []),
            ("start", contains("2016"), ["Bakery"]),
            ("start", contains("2017-03-15"), ["Church"]),
            ("start", contains(">2016"), ["Church"]),
            ("start", contains("<2017"), ["Bakery"]),
            ("start", contains("last year"), []),
            ("start", Filter("blank"), ["Allotment club"]),
            ("several", contains("no", "no"), ["Bakery", "Allotment club", "Church"]),
            ("several", contains("yes", "yes"), []),
            ("network", contains("north"), ["Bakery", "Allotment club", "Church"]),
        ],
    )
    def test_rows_that_fit(self, session, three, field, wanted, names):
        assert found(session, STAKEHOLDER, filters={field: wanted}) == names

    @pytest.mark.parametrize(("text", "votes"), [("7", [7]), (">7", [12]), ("< 7", [3]), ("7.5", []), ("seven", []), ("9" * 40, [])])
    def test_numbers(self, session, here, text, votes):
        for number in (3, 7, 12):
            make_need(session, here, f"Need {number}", votes=number)
        assert found(session, TABLES["need"], "votes", filters={"votes": contains(text)}) == votes

    @pytest.mark.parametrize(("text", "amounts"), [("900", ["900.00"]), (">1000", ["10000.00"]), ("<100", ["50.00"]), ("much", [])])
    def test_money(self, session, here, text, amounts):
        case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session), currency="EUR")
        for minor in (90_000, 1_000_000, 5_000):
            make_receipt(session, case, minor)
        assert found(session, TABLES["receipt"], "amount", filters={"amount": contains(text)}) == amounts

    def test_one_of_several_codes(self, session, here):
        make_need(session, here, "A room", target_groups=("youth", "migrants"))
        make_need(session, here, "A bus")
        needs = TABLES["need"]
        assert found(session, needs, "what", filters={"target_groups": contains("young", "youth")}) == ["A room"]
        assert found(session, needs, "what", filters={"target_groups": Filter("blank")}) == ["A bus"]

    def test_a_link_by_the_name_of_what_it_points_to(self, session, three):
        bakery, club, church = three
        tie = make_tie(session, bakery, club)
        make_tie(session, church, club)
        answer = grid_rows(session, TIE, Asked(0, 10, filters={"from": contains("bake")}))
        assert [row.id for row in answer.rows] == [tie.id]

    def test_one_network(self, session, here, three):
        other = make_network(session, "Eastern Shore")
        make_stakeholder(session, other, "Yarn shop")
        assert found(session, STAKEHOLDER, network_id=other.id) == ["Yarn shop"]

    def test_filters_and_order_hold_together(self, session, three):
        assert found(session, STAKEHOLDER, filters={"place": Filter("notBlank")}, order=[("name", True)]) == ["Bakery", "Allotment club"]


class TestWords:
    def test_links_come_with_names(self, session, three):
        bakery, club, _church = three
        make_tie(session, bakery, club)
        names = grid_rows(session, TIE, Asked(0, 10)).names
        assert (names["stakeholder", bakery.id], names["stakeholder", club.id]) == ("Bakery", "Allotment club")

    def test_a_row_says_which_network_it_is_in(self, session, here, three):
        assert {(row.network, row.network_id) for row in grid_rows(session, STAKEHOLDER, Asked(0, 10)).rows} == {(here.name, here.id)}


class TestTrash:
    def test_what_is_in_the_trash_is_not_in_the_table(self, session, three):
        trash_rows(session, STAKEHOLDER, [three[0].id])
        assert found(session, STAKEHOLDER) == ["Allotment club", "Church"]
        assert found(session, STAKEHOLDER, trash=True) == ["Bakery"]


class TestIsolation:
    @pytest.fixture
    def foreign(self, session, here, three):
        """Rows of another LEN; the session then belongs to a coordinator of the first one only."""
        other = make_network(session, "Eastern Shore")
        strangers = [make_stakeholder(session, other, name) for name in ("Yarn shop", "Harbour office")]
        make_tie(session, *strangers)
        make_funding_source(session, "Their council", entered_by_id=other.id)
        make_funding_source(session, "Our council", entered_by_id=here.id)
        make_funding_source(session, "Anybody’s council")
        session.info["actor"] = Actor(1, "here@example.org", AccountRole.COORDINATOR, frozenset({here.id}))
        yield other
        del session.info["actor"]

    def test_rows_of_another_network_do_not_come_and_are_not_counted(self, session, foreign):
        answer = grid_rows(session, STAKEHOLDER, Asked(0, 100))
        assert ({row.values["name"] for row in answer.rows}, answer.total) == ({"Bakery", "Allotment club", "Church"}, 3)
        assert grid_rows(session, TIE, Asked(0, 100)).total == 0

    def test_asking_for_another_network_gives_nothing(self, session, foreign):
        assert grid_rows(session, STAKEHOLDER, Asked(0, 100, network_id=foreign.id)).total == 0

    def test_filters_do_not_tell_what_another_network_has(self, session, foreign):
        assert grid_rows(session, STAKEHOLDER, Asked(0, 100, filters={"name": contains("yarn")})).total == 0
        assert grid_rows(session, STAKEHOLDER, Asked(0, 100, filters={"network": contains("eastern")})).total == 0

    def test_the_trash_of_another_network_stays_shut(self, session, here, foreign):
        me = session.info.pop("actor")
        trash_rows(session, STAKEHOLDER, [row.id for row in grid_rows(session, STAKEHOLDER, Asked(0, 100, network_id=foreign.id)).rows])
        session.info["actor"] = me
        assert grid_rows(session, STAKEHOLDER, Asked(0, 100, trash=True)).total == 0

    def test_sources_of_others_are_read_but_locked(self, session, foreign):
        rows = grid_rows(session, TABLES["funding_source"], Asked(0, 100)).rows
        assert {row.values["funder"]: row.locked for row in rows} == {
            "Their council": True,
            "Our council": False,
            "Anybody’s council": True,
        }

    def test_an_administrator_changes_only_sources_that_no_network_entered(self, session, foreign):
        session.info["actor"] = Actor(2, "admin@example.org", AccountRole.ADMINISTRATOR)
        rows = grid_rows(session, TABLES["funding_source"], Asked(0, 100)).rows
        assert {row.values["funder"]: row.locked for row in rows} == {
            "Their council": True,
            "Our council": True,
            "Anybody’s council": False,
        }


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_ordered_and_filtered_by_each_of_its_fields(session, here, three, table):
    make_tie(session, *three[:2])
    for field in TABLES[table].fields:
        for wanted in (contains("1"), contains("2016"), Filter("blank"), Filter("notBlank")):
            grid_rows(session, TABLES[table], Asked(0, 10, order=[(field, True)], filters={field: wanted}))


def test_the_number_of_statements_does_not_grow_with_the_rows(session, here, queries):
    def cost():
        queries.clear()
        grid_rows(session, TIE, Asked(0, 100, order=[("from", False)], filters={"to": contains("e")}))
        return len(queries)

    ends = [make_stakeholder(session, here, f"End {number}") for number in range(12)]
    make_tie(session, ends[0], ends[1])
    few = cost()
    for start, end in zip(ends, ends[2:], strict=False):
        make_tie(session, start, end)
    assert cost() == few <= 5
