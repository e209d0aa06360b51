"""What several releases tell together."""

from data_layer.disclosure.audit import Audit
from data_layer.disclosure.fact import Basis, again, facts, sums
from data_layer.disclosure.linked import APART, system
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


def bounds(tables, hidden, asked, earlier=()):
    """The bounds of a figure where all others of these tables are shown but those hidden, attacked either way."""
    known, before = facts(tables), [Basis(tuple(some), {}, RULES) for some in earlier]
    shown = {key: known[key].interval(RULES.k) for key in known if key not in hidden}
    found = []
    for carried in (False, True):
        made = system(known, sums(tables), RULES, before, again(tables), carried=carried)
        audit = Audit(made, range(len(made.truth)), {made.own[key]: interval for key, interval in shown.items()})
        found += audit.broken([Need(made.own[asked], 1000, 1000, -1000)])
    return round(max(each.least for each in found)), round(min(each.most for each in found))


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


def figure(number, groups, **where):
    """One figure of people, in a table of its own."""
    rows, columns = Dimension("group", ("some",), {"some": groups}), Dimension("phase", ("p",))
    code, values = f"{groups} {where}", {("some", "p"): number}
    return Table(code, Unit.PERSONS, "persons", rows, columns, tuple(where.items()), values, totals=False)


def only(table):
    return table.key(("some", "p"))


def test_a_merged_group_of_an_earlier_release_is_the_sum_of_its_parts_but_for_who_came():
    parts = [figure(number, (group,)) for group, number in {"a": 7, "b": 57, "c": 30}.items()]
    merged = figure(93, ("a", "b", "c"))
    assert bounds(parts, {only(parts[0])}, only(parts[0]), [[merged]]) == (5, 17)


def test_the_parts_of_a_merged_group_may_be_apart_in_another_side_too():
    parts = [figure(20, (group,), network=(network,)) for group in ("a", "b") for network in ("n1", "n2")]
    merged = figure(80, ("a", "b"), network=("n1", "n2"))
    assert bounds(parts, {only(parts[0])}, only(parts[0]), [[merged]]) == (12, 28)


def test_a_figure_is_no_more_than_two_that_hold_it_together():
    whole, left = figure(40, ("a",), network=("n1", "n2")), figure(20, ("a",), network=("n2",))
    other = figure(22, ("a", "b"), network=("n1",))
    assert bounds([whole, left], {only(left)}, only(left)) == (0, 42)
    assert bounds([whole, left], {only(left)}, only(left), [[other]]) == (16, 42)


def test_a_figure_is_no_more_than_one_that_holds_it_in_several_sides():
    whole, part = figure(24, ("a",), network=("n1", "n2"), year=("y1", "y2")), figure(20, ("a",), network=("n1",), year=("y1",))
    assert bounds([part], {only(part)}, only(part), [[whole]]) == (0, 27)


def test_counts_of_earlier_data_that_the_last_could_not_hold_are_off_by_whole_people():
    every = ("n1", "n2", "n3")
    now = [figure(33, ("a", "c"), network=every), figure(20, ("b", "c"), network=every)]
    whole = {("n1",): 18, ("n2", "n3"): 30}
    part = {("n1", "n3"): 19, ("n2",): 9}
    before = [figure(number, ("a", "b", "c"), network=where) for where, number in whole.items()]
    before += [figure(number, ("a", "b"), network=where) for where, number in part.items()]
    made = system(facts(now), (), RULES, [Basis(tuple(before), {}, RULES)], carried=True)
    off = [right for right in made.rows.values() if right]
    assert off == [round(right) for right in off] != []


def test_of_few_people_the_rest_of_a_figure_that_they_are_held_by_stays_uncertain():
    whole, part = figure(4, ("a",), network=("n1", "n2"), year=("y1", "y2")), figure(1, ("a",), network=("n1",), year=("y1",))
    made = system(facts([whole]), (), RULES, [Basis((part,), {only(part): Reason.FEW}, RULES)])
    assert [need.width for need in made.virtual] == [9]


def test_where_nothing_was_given_everybody_knows_that():
    table = money(EVERY, 100, 200, 300)
    assert facts([table])[table.keys["loan", TOTAL]].known


def test_what_two_figures_share_is_no_less_than_they_have_together_more_than_one_that_holds_both():
    networks, years = ("n1", "n2"), ("y1", "y2")
    whole, one, other = (
        figure(number, ("a",), network=some, year=when)
        for number, some, when in ((40, networks, years), (30, ("n1",), years), (35, networks, ("y1",)))
    )
    both = figure(27, ("a",), network=("n1",), year=("y1",))
    assert bounds([whole, one, other, both], {only(both)}, only(both)) == (19, 32)


def test_what_came_and_went_in_between_is_not_taken_for_known():
    """Of two releases over different data the part may have been smaller than it was: the rest is not bound to be there."""
    whole, part = figure(30, ("a",), network=("n1", "n2")), figure(28, ("a",), network=("n1",))
    made = system(facts([whole]), (), RULES, [Basis((part,), {}, RULES)])
    (need,) = made.virtual
    assert made.least[need.variable] < 0


def test_of_many_years_that_count_people_again_none_has_more_than_all_and_all_no_more_than_these_together():
    years = tuple(f"y{number}" for number in range(7))
    whole = people({"a": 35}, where=(("came", years),))
    values = dict.fromkeys((("a", year) for year in years), 10) | {("a", "y1"): 30}
    by_year = people(values, across="came", where=(("came", years),), totals=False)
    asked, total = whole.keys["a", TOTAL], whole.keys[TOTAL, TOTAL]
    assert bounds([whole, by_year], {asked, total}, asked) == (28, 32 + 6 * 12)


def test_figures_of_too_many_cells_hang_together_by_their_sums(monkeypatch):
    monkeypatch.setattr("data_layer.disclosure.cells.MOST", 3)
    table = people({("a", "y1"): 30, ("a", "y2"): 20, ("b", "y1"): 20, ("b", "y2"): 15}, across="year")
    asked = table.keys["a", "y1"]
    assert bounds([table], {asked}, asked) == (26, 34)


def test_of_more_than_three_earlier_releases_at_once_only_sums_and_rests_are_known():
    tables = [people({"a": 40, "b": 90}, where=EVERY)]
    before = [Basis((people({"a": 40 + day, "b": 90}, where=EVERY),), {}, RULES) for day in range(APART + 1)]
    apart, alone = (system(facts(tables), sums(tables), RULES, some, again(tables)) for some in (before[1:], before))
    assert not all(apart.figure)
    assert all(alone.figure)


def test_a_long_row_of_releases_is_protected_against_each_the_last_three_and_all():
    made = []
    for day in range(APART + 3):
        made.append(protect([people({"a": 40 + day, "b": 90, "c": 4}, where=EVERY)], earlier=[release.basis for release in made]))
    assert all(release.shown[0].cells["c", TOTAL] is None for release in made)
    assert all(any(release.shown[0].cells.values()) for release in made)
