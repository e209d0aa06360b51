"""The seven figures of two days."""

from datetime import date

from components.network.change.figures import figures_say, figures_table
from data_layer.analysis.network_change import network_change
from data_layer.cache import results
from tests.components.tree import of_type, text
from tests.data_layer.analysis.drawn import network, tie, year

DAYS = date(2017, 12, 31), date(2020, 12, 31)


def change(*ties):
    results.clear()
    return network_change(network("", alone="a b c", ties=ties), *DAYS)


def test_there_are_seven_with_a_column_for_each_day():
    table = figures_table(change(tie(1, 1, 2, start=year(2019))), caption="Figures")
    assert len(of_type(of_type(table, "Tbody"), "Tr")) == 7
    assert "Pairs that are tied (density) none of 3 1 of 3" in text(table)


def test_it_says_whether_more_or_fewer_work_together():
    assert figures_say(change(tie(1, 1, 2, start=year(2019)))) == "More work together than before. Tied pairs: 1, before 0."
    assert figures_say(change(tie(1, 1, 2, start=year(2016), end=year(2018)))).startswith("Fewer work together")
    assert figures_say(change(tie(1, 1, 2, start=year(2016)))) == "As many pairs are tied as before: 1."
    assert figures_say(change(tie(1, 1, 2))).startswith("On neither day a tie is surely there")
