"""Two counts per kind; those who may not see small ones get nothing from which they could be told."""

from components.charts.crossing import crossing
from components.charts.paired_bars import Pair, paired_bars

HEADS = ("Helped", "Did not")


def drawn(*pairs, masked):
    return str(paired_bars([Pair("time", *pair) for pair in pairs], HEADS, name="Themes", masked=masked))


def test_each_count_is_told_with_what_it_counts():
    text = drawn((7, 2), masked=False)
    assert "Helped: " in text
    assert "B('7')" in text
    assert "B('2')" in text


def test_hidden_counts_all_look_alike():
    assert drawn((9, 1), masked=True) == drawn((9, 4), masked=True)
    assert "B('<5')" in drawn((9, 1), masked=True)


def test_nothing_is_no_bar():
    assert "'--v'" not in drawn((0, 0), masked=False)


def test_hidden_fields_of_a_crossing_all_look_alike():
    def table(n):
        return str(crossing([("time", "time")], [(2017, "2017")], {("time", 2017): n}, caption="Themes", masked=True))

    assert table(1) == table(4) == table(0)
    assert "<5" in table(1)
