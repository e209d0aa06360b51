"""What several releases tell together."""

from data_layer.disclosure.audit import Audit
from data_layer.disclosure.fact import again, facts, sums
from data_layer.disclosure.linked import system
from data_layer.disclosure.primary import Reason
from data_layer.disclosure.protection import protect
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Need
from data_layer.disclosure.table import TOTAL, Contribution, Dimension, Table, Unit
from tests.data_layer.disclosure.drawn import people

RULES = Rules()
EVERY, MOST = (("network", ("n1", "n2", "n3", "n4")),), (("network", ("n1", "n2", "n3")),)


def money(where, *amounts):
    given = {("grant", TOTAL): tuple(Contribution(f"p{number}", amount) for number, amount in enumerate(amounts))}
    return Table("money", Unit.MONEY, "money", Dimension("instrument", ("grant", "loan")), None, where, contributions=given)


def test_the_money_of_one_giver_is_not_what_two_sums_differ_by():
    first = protect([money(EVERY, 100, 200, 300, 150)])
    second = protect([money(MOST, 100, 200, 300)], earlier=[first.basis])
    assert first.shown[0].cells["grant", TOTAL] == 750
    assert second.shown[0].cells["grant", TOTAL] is None


def test_sums_of_money_that_differ_by_many_givers_are_both_shown():
    first = protect([money(EVERY, 100, 200, 300, 150, 150, 150, 120, 130)])
    second = protect([money(MOST, 100, 200, 300)], earlier=[first.basis])
    assert second.shown[0].cells["grant", TOTAL] == 600


def test_a_small_network_is_not_told_by_leaving_it_out_while_others_came_and_went():
    first = protect([people({"a": 40, "b": 90}, where=EVERY)])
    second = protect([people({"a": 43, "b": 160}, where=MOST)], earlier=[first.basis])
    assert {cell.position: cell.reason for cell in second.hidden}["a", TOTAL] == Reason.WORKED_OUT


def bounds(tables, hidden, asked):
    """The bounds of a figure where all others of these tables are shown but those hidden."""
    known = facts(tables)
    made = system(known, sums(tables), RULES, again=again(tables))
    shown = {made.own[key]: known[key].interval(RULES.k) for key in known if key not in hidden}
    (found,) = Audit(made, range(len(made.truth)), shown).broken([Need(made.own[asked], 1000, 1000, -1000)])
    return round(found.least), round(found.most)


def test_people_over_several_years_are_no_fewer_than_in_one_and_no_more_than_in_all():
    years = ("y1", "y2")
    whole = people({"a": 35, "b": 20}, where=(("came", years),))
    by_year = people(
        {("a", "y1"): 30, ("a", "y2"): 20, ("b", "y1"): 20, ("b", "y2"): 15}, across="came", where=(("came", years),), totals=False
    )
    asked, total = whole.keys["a", TOTAL], whole.keys[TOTAL, TOTAL]
    assert bounds([whole, by_year], {asked, total}, asked) == (28, 54)


def test_a_merged_group_is_another_merged_group_and_what_is_left():
    joined = Dimension("group", ("a+b+c",), {"a+b+c": ("a", "b", "c")})
    large = Table("large", Unit.PERSONS, "persons", joined, values={("a+b+c", TOTAL): 70})
    parts = Dimension("group", ("a+b", "c"), {"a+b": ("a", "b")})
    less = Table("less", Unit.PERSONS, "persons", parts, values={("a+b", TOTAL): 40, ("c", TOTAL): 30})
    asked, total = less.keys["a+b", TOTAL], less.keys[TOTAL, TOTAL]
    assert bounds([large, less], {asked, total}, asked) == (36, 44)
