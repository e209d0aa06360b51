from data_layer.disclosure.primary import Reason
from data_layer.disclosure.protection import protect
from data_layer.disclosure.table import TOTAL, Contribution, Dimension, Table, Unit
from tests.data_layer.disclosure.drawn import people


def reasons(release):
    return {cell.position: cell.reason for cell in release.hidden}


def test_counts_are_shown_in_fives():
    cells = protect([people({"a": 23, "b": 48, "c": 31})]).shown[0].cells
    assert cells == {("a", TOTAL): 25, ("b", TOTAL): 50, ("c", TOTAL): 30, (TOTAL, TOTAL): 100}


def test_what_could_be_worked_out_is_hidden_besides():
    assert reasons(protect([people({"a": 4, "b": 40})])) == {("a", TOTAL): Reason.FEW, ("b", TOTAL): Reason.WORKED_OUT}


def test_a_figure_is_hidden_in_every_table_that_has_it():
    wide = people({("a", "x"): 2, ("a", "y"): 3, ("b", "x"): 40, ("b", "y"): 50, ("c", "x"): 60, ("c", "y"): 70}, code="wide")
    narrow = people({"a": 5, "b": 90, "c": 130}, code="narrow")
    release = protect([wide, narrow])
    assert release.shown[0].cells["a", TOTAL] is None
    assert release.shown[1].cells["a", TOTAL] is None


def test_a_table_of_small_figures_only_is_hidden_whole():
    release = protect([people({"a": 1, "b": 2})])
    assert set(release.shown[0].cells.values()) == {None}


def test_organisations_are_shown_as_they_are():
    assert protect([people({"a": 1, "b": 2}, unit=Unit.ORGANISATIONS)]).shown[0].cells[TOTAL, TOTAL] == 3


def test_where_nobody_can_be_a_zero_is_shown():
    release = protect([people({"a": 0, "b": 20, "c": 30}, empty=frozenset({("a", TOTAL)}))])
    assert release.shown[0].cells["a", TOTAL] == 0


def test_totals_of_money_are_hidden_before_sums_that_pass():
    fair = tuple(Contribution(f"p{number}", 1000) for number in range(4))
    given = {("grant", TOTAL): fair, ("loan", TOTAL): fair, ("prize", TOTAL): (Contribution("q", 5000),)}
    table = Table("money", Unit.MONEY, "money", Dimension("instrument", ("grant", "loan", "prize")), contributions=given)
    cells = protect([table]).shown[0].cells
    assert cells == {("grant", TOTAL): 4000, ("loan", TOTAL): 4000, ("prize", TOTAL): None, (TOTAL, TOTAL): None}


def test_money_that_is_public_is_shown_beside_money_that_is_not():
    given = {("grant", TOTAL): (Contribution("p", 700, "journal"),), ("prize", TOTAL): (Contribution("q", 5000),)}
    table = Table("money", Unit.MONEY, "money", Dimension("instrument", ("grant", "prize")), contributions=given)
    assert protect([table]).shown[0].cells["grant", TOTAL] == 700


def test_the_same_data_one_day_later_lead_to_the_same_pattern():
    tables = [people({("a", "x"): 4, ("a", "y"): 25, ("b", "x"): 33, ("b", "y"): 60})]
    first = protect(tables)
    assert protect(tables, earlier=[first.basis]).shown == first.shown


def test_a_cell_that_grew_by_one_over_the_threshold_does_not_open_the_earlier_one():
    before = protect([people({"a": 9, "b": 40, "c": 50, "d": 60})])
    after = protect([people({"a": 10, "b": 40, "c": 50, "d": 60})], earlier=[before.basis])
    assert reasons(after)["a", TOTAL] == Reason.EARLIER


def test_a_cell_that_grew_far_over_the_threshold_is_shown():
    before = protect([people({"a": 9, "b": 40, "c": 50, "d": 60})])
    after = protect([people({"a": 45, "b": 40, "c": 50, "d": 60})], earlier=[before.basis])
    assert after.shown[0].cells["a", TOTAL] == 45


def test_leaving_out_one_small_network_does_not_give_it_away():
    every, most = (("network", ("n1", "n2", "n3", "n4")),), (("network", ("n1", "n2", "n3")),)
    first = protect([people({"a": 40, "b": 60}, where=every)])
    second = protect([people({"a": 37, "b": 57}, where=most)], earlier=[first.basis])
    assert second.shown[0].cells["a", TOTAL] is None


def test_one_network_and_then_it_with_a_small_one_do_not_give_the_small_one_away():
    first = protect([people({"a": 40, "b": 60}, where=(("network", ("n1",)),))])
    second = protect([people({"a": 43, "b": 64}, where=(("network", ("n1", "n2")),))], earlier=[first.basis])
    assert second.shown[0].cells["a", TOTAL] is None


def test_a_line_with_a_large_part_keeps_its_total_and_its_part():
    release = protect([people({"a": 80, "b": 3, "c": 3, "d": 3}, where=(("group", ("a", "b", "c", "d")),))])
    assert release.shown[0].cells["a", TOTAL] == 80


def test_a_merged_group_is_audited_with_its_parts():
    parts = protect([people({"a": 4, "b": 30, "c": 50, "d": 60})])
    table = people({"a+b": 34, "c": 50, "d": 60})
    joined = Table("joined", Unit.PERSONS, "persons", Dimension("group", ("a+b", "c", "d"), {"a+b": ("a", "b")}), values=table.values)
    assert protect([joined], earlier=[parts.basis]).shown[0].cells["a+b", TOTAL] is None
