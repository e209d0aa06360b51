"""What became of ties and stakeholders, in words."""

from datetime import date
from types import SimpleNamespace

from components.network.change.ties import counts_table, members_picture, members_say, moved_table, ties_picture, ties_say
from data_layer.analysis.network_change import network_change
from data_layer.cache import results
from tests.components.tree import of_type, text
from tests.data_layer.analysis.drawn import network, tie, year

DAYS = date(2017, 12, 31), date(2020, 12, 31)


def change(*ties, **of):
    results.clear()
    drawn = network("", alone="a b", ties=ties, **of)
    return drawn, network_change(drawn, *DAYS)


def test_ties_won_and_lost_are_said_and_what_nobody_can_tell():
    _drawn, moved = change(tie(1, 1, 2, start=year(2019)), tie(2, 1, 2, start=year(2016), end=year(2018)), tie(3, 1, 2))
    assert ties_say(moved) == (
        "Between 31 December 2017 and 31 December 2020 one tie was won and one was lost. "
        "For one of 3 ties nobody can tell: its date is missing or vague."
    )


def test_undated_ties_alone_tell_nothing():
    _drawn, moved = change(tie(1, 1, 2))
    assert ties_say(moved).startswith("Of no tie the dates tell whether it was there")


def test_without_a_tie_it_says_where_to_add_one():
    _drawn, moved = change()
    assert ties_say(moved) is None
    assert text(ties_picture(moved)).startswith("No tie is recorded.")


def test_only_ties_that_came_or_went_are_named_new_ones_first():
    drawn, moved = change(tie(1, 1, 2, start=year(2016), end=year(2018)), tie(2, 1, 2, "money", start=year(2019)), tie(3, 1, 2))
    table = moved_table(drawn.ties, moved, drawn.names, caption="Ties", page=1, href=str)
    assert ["money" in text(line) for line in of_type(of_type(table, "Tbody"), "Tr")] == [True, False]
    assert moved_table([], moved, drawn.names, caption="Ties", page=1, href=str) is None


def test_columns_without_a_number_are_left_out():
    table = counts_table([("money", {"won": 1})], vocabulary="relation", head="Kind", caption="By kind")
    assert [text(head) for head in of_type(table, "Th")][:2] == ["Kind", "New"]
    assert len(of_type(of_type(table, "Thead"), "Th")) == 2


def test_who_came_and_went_is_named():
    drawn, moved = change(a={"start": year(2019)}, b={"start": year(2016), "end": year(2018)})
    assert text(members_picture(drawn.members, moved)) == "Came (1) a Went (1) b"
    assert members_say(moved) == "One stakeholder came, one went."


def test_many_names_end_in_a_number():
    many = [SimpleNamespace(id=number, name=f"Body {number}", sector=None) for number in range(12)]
    shown = text(members_picture(many, SimpleNamespace(members=dict.fromkeys(range(12), "won"))))
    assert "and 4 more" in shown
