import pytest

from data_layer.disclosure.fact import facts
from data_layer.disclosure.table import TOTAL, Contribution
from tests.data_layer.disclosure.drawn import people

TWO = people({("a", "x"): 1, ("a", "y"): 2, ("b", "x"): 3, ("b", "y"): 4})


def test_totals_are_the_sums_of_their_cells():
    assert [TWO.amounts[place] for place in (("a", TOTAL), ("b", TOTAL), (TOTAL, "x"), (TOTAL, "y"), (TOTAL, TOTAL))] == [3, 7, 4, 6, 10]


def test_the_total_of_a_row_is_the_figure_of_a_table_of_rows():
    assert TWO.keys["a", TOTAL] == people({"a": 3, "b": 7}).keys["a", TOTAL]


def test_the_same_codes_of_another_period_are_another_figure():
    assert people({"a": 3}, where=(("year", ("1",)),)).keys["a", TOTAL] != people({"a": 3}).keys["a", TOTAL]


def test_a_cell_of_groups_by_years_is_the_figure_of_a_table_of_that_year():
    by_year = people({("a", "1"): 3, ("a", "2"): 4}, across="year")
    assert by_year.keys["a", "1"] == people({"a": 3}, where=(("year", ("1",)),)).keys["a", TOTAL]


def test_two_tables_that_contradict_each_other_are_refused():
    with pytest.raises(ValueError, match="another table"):
        facts([TWO, people({"a": 4, "b": 6})])


def test_a_position_that_the_table_does_not_have_is_refused():
    with pytest.raises(ValueError, match="no inner cell"):
        people({"a": 4, "z": 5}, rows=("a",))


def test_a_negative_count_or_amount_is_refused():
    with pytest.raises(ValueError, match="cannot be"):
        people({"a": -1})
    with pytest.raises(ValueError, match="not negative"):
        Contribution("p", -1)


def test_a_table_without_totals_shows_its_cells_only():
    assert people({"a": 1, "b": 2}, totals=False).positions == (("a", TOTAL), ("b", TOTAL))
