from data_layer.disclosure.primary import Reason, primary, sharable, without_few_networks
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import TOTAL, Contribution, Dimension, Table, Unit
from tests.data_layer.disclosure.drawn import people

RULES = Rules()


def hidden(table):
    keys = primary([table], RULES)
    return {position for position, key in table.keys.items() if key in keys}


def test_counts_under_the_threshold_and_zeros_are_hidden():
    assert hidden(people({"a": 9, "b": 0, "c": 10, "d": 30})) == {("a", TOTAL), ("b", TOTAL)}


def test_a_cell_that_is_all_of_its_line_is_hidden():
    table = people({("a", "x"): 40, ("a", "y"): 0, ("b", "x"): 20, ("b", "y"): 30, ("c", "x"): 20, ("c", "y"): 30})
    assert hidden(table) == {("a", "x"), ("a", "y")}


def test_a_cell_in_which_nobody_can_be_is_not_hidden():
    table = people({"a": 12, "b": 0, "c": 30}, empty=frozenset({("b", TOTAL)}))
    assert hidden(table) == set()


def test_answers_fall_under_the_threshold_and_organisations_do_not():
    assert hidden(people({"a": 3, "b": 30, "c": 20}, unit=Unit.ANSWERS)) == {("a", TOTAL)}
    assert hidden(people({"a": 3, "b": 30, "c": 20}, unit=Unit.ORGANISATIONS)) == set()


def gifts(*amounts, source=None):
    return tuple(Contribution(f"p{number}", amount, source) for number, amount in enumerate(amounts))


def test_money_is_shown_with_three_givers_of_whom_none_gives_most():
    assert sharable(gifts(40, 30, 30), RULES)
    assert sharable(gifts(85, 10, 5), RULES)
    assert not sharable(gifts(86, 9, 5), RULES)
    assert not sharable(gifts(50, 50), RULES)


def test_money_that_is_all_public_is_shown():
    assert sharable(gifts(100, source="journal"), RULES)
    assert not sharable((*gifts(100, source="journal"), Contribution("q", 50)), RULES)


def test_one_giver_of_several_amounts_is_one_giver():
    given = (Contribution("p", 20), Contribution("p", 20), Contribution("q", 30))
    table = Table("money", Unit.MONEY, "money", Dimension("year", ("a",)), contributions={("a", TOTAL): given})
    assert [(line.contributor, line.amount) for line in table.givers(("a", TOTAL))] == [("p", 40), ("q", 30)]
    assert set(primary([table], RULES).values()) == {Reason.GIVER}


def test_nothing_given_is_shown():
    assert sharable((), RULES)


def test_with_two_networks_contributing_none_is_named():
    table = people(
        {("n1", "x"): 20, ("n1", "y"): 20, ("n2", "x"): 30, ("n2", "y"): 5, ("n3", "x"): 0, ("n3", "y"): 0}, side="network", across="group"
    )
    left = without_few_networks(table, RULES)
    assert (left.rows.name, left.columns, left.values) == ("group", None, {("x", TOTAL): 50, ("y", TOTAL): 25})


def test_with_three_networks_contributing_they_are_named():
    table = people({"n1": 20, "n2": 30, "n3": 1}, side="network")
    assert without_few_networks(table, RULES) is table


def test_of_a_table_by_networks_alone_only_the_total_is_left():
    left = without_few_networks(people({"n1": 20, "n2": 30}, side="network"), RULES)
    assert left.amounts[TOTAL, TOTAL] == 50
    assert len(left.rows.codes) == 1
