"""The columns of tables on paper: room for what cannot be broken, and figures near their labels."""

from itertools import pairwise

from dashboard.reports.column_width import GAP, column_shares, is_tight, table_part

SUM = "NOK\N{NO-BREAK SPACE}123,456,789.00"
LONG = "Local Empowerment Network for single parents in the whole of the region around the town"


def test_a_sum_of_money_has_room_in_one_line():
    shares = column_shares(("For", "From", "Source", "Sum"), [(LONG, LONG, LONG, SUM)] * 3)
    assert shares[-1] > len(SUM)


def test_no_table_asks_for_more_than_a_page_where_its_words_fit():
    assert sum(column_shares(("For", "From", "Remarks"), [(LONG, LONG, LONG)])) <= 97


def test_columns_of_long_texts_get_more_room_than_columns_of_short_ones():
    first, second = column_shares(("Network", "Country"), [(LONG, "Estonia")])
    assert first > 2 * second


def test_the_same_kind_of_column_gets_the_same_room():
    shares = column_shares(("What", *(f"step {n}" for n in range(1, 8))), [("service users’ side", *("10",) * 7)])
    assert all(one == other for one, other in pairwise(shares[1:]))


def test_a_narrow_table_does_not_spread_over_the_page():
    assert table_part(column_shares(("Country", "Number"), [("Germany", "3")])) < 0.8
    assert table_part(column_shares(("For", "From", "Remarks"), [(LONG, LONG, LONG)])) == 1


def test_a_table_of_many_long_words_is_tight():
    assert is_tight(column_shares(("entrepreneurial",) * 9, [("entrepreneurial",) * 9]))
    assert not is_tight(column_shares(("What", "People"), [(LONG, "15")]))


def test_labels_stand_on_one_line_before_heads_of_figures_do():
    heads = ("What", *("needs assessment",) * 6)
    names = [("Local Empowerment Network", *("10",) * 6)]
    alone, shared = (column_shares(heads, names, labels_first=first)[0] for first in (True, False))
    assert alone == len(names[0][0]) + GAP > shared
