"""The same people told in another way: nothing under the threshold comes to light."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data_layer.disclosure.protection import protect
from data_layer.disclosure.table import Dimension
from tests.data_layer.disclosure.drawn import drawn_tables

FEW = settings(max_examples=40, deadline=None, derandomize=True)


def shown(table):
    return protect([table]).shown[0].cells


def assert_nothing_small_is_shown(table):
    release = protect([table])
    amounts = release.basis.tables[0].amounts
    for position, value in release.shown[0].cells.items():
        assert value is None or (value >= 10 and value % 5 == 0 and amounts[position] >= 10)


@FEW
@given(drawn_tables())
def test_no_count_under_the_threshold_and_only_fives_are_shown(table):
    assert_nothing_small_is_shown(table)


@FEW
@given(drawn_tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(table, chance):
    rows, columns = list(table.rows.codes), list(table.columns.codes)
    chance.shuffle(rows)
    chance.shuffle(columns)
    other = replace(table, rows=Dimension("group", tuple(rows)), columns=Dimension("phase", tuple(columns)))
    assert shown(other) == shown(table)


@FEW
@given(drawn_tables(), st.randoms(use_true_random=False))
def test_other_names_of_groups_show_nothing_small(table, chance):
    names = [f"n{number}" for number in range(len(table.rows.codes))]
    chance.shuffle(names)
    called = dict(zip(table.rows.codes, names, strict=True))
    values = {(called[row], column): value for (row, column), value in table.values.items()}
    assert_nothing_small_is_shown(replace(table, rows=Dimension("group", tuple(names)), values=values))


@FEW
@given(drawn_tables())
def test_merged_groups_show_nothing_small(table):
    pair = table.rows.codes[:2]
    called = {code: "both" if code in pair else code for code in table.rows.codes}
    values = Counter()
    for (row, column), value in table.values.items():
        values[called[row], column] += value
    rows = Dimension("group", tuple(dict.fromkeys(called.values())), {"both": pair})
    assert_nothing_small_is_shown(replace(table, rows=rows, values=dict(values)))


@FEW
@given(drawn_tables(), drawn_tables())
def test_the_order_of_tables_does_not_matter(one, other):
    other = replace(other, measure="others", code="others")
    first, second = protect([one, other]).shown, protect([other, one]).shown
    assert first == second[::-1]


@FEW
@given(drawn_tables())
def test_merged_networks_show_nothing_small(table):
    networks = by_network(table, {})
    assert_nothing_small_is_shown(networks)
    assert_nothing_small_is_shown(by_network(table, {"both": networks.rows.codes[:2]}))


@FEW
@given(drawn_tables())
def test_merged_networks_in_the_next_release_open_nothing(table):
    apart, merged = by_network(table, {}), by_network(table, {"both": table.rows.codes[:2]})
    before = protect([apart])
    after = protect([merged], earlier=[before.basis])
    assert_apart_stays_hidden(before.shown[0].cells, after.shown[0].cells, table.rows.codes[:2])


def by_network(table, merged):
    """The same people with networks for rows, some of them merged."""
    called = {code: name for name, codes in merged.items() for code in codes}
    values = Counter()
    for (row, column), value in table.values.items():
        values[called.get(row, row), column] += value
    codes = tuple(dict.fromkeys(called.get(code, code) for code in table.rows.codes))
    return replace(table, rows=Dimension("network", codes, merged), values=dict(values))


def assert_apart_stays_hidden(before, after, pair):
    """Where one of two networks is hidden and the other shown, both together are not: the difference would tell of few people."""
    for (row, column), value in after.items():
        if row == "both" and value is not None:
            cells = [before[code, column] for code in pair]
            low, high = (sum(known(cell)[side] for cell in cells if cell is not None) for side in (0, 1))
            if None in cells and any(cell is not None for cell in cells):
                least, most = (known(value)[0] - high, known(value)[1] - low)
                assert most - max(least, 0) >= 3
                assert least <= 0 or most >= 10


def known(cell):
    """What a shown count can stand for."""
    return (10 if cell == 10 else cell - 2), cell + 2


@FEW
@given(drawn_tables(), st.integers(10, 20))
def test_a_higher_threshold_never_shows_less_than_it(table, k):
    from_k = protect([table], replace(protect([table]).basis.rules, k=k)).shown[0].cells
    assert all(value is None or value >= k for value in from_k.values())
