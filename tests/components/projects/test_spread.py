"""Micro projects by target group and country."""

from components.projects.spread import spread, spread_bars, spread_says, spread_source, spread_tables
from tests.components.projects.rows import standing
from tests.components.tree import classes, of_type, text

SOME = spread(
    [
        standing(target_groups=("migrants", "youth"), country="SE"),
        standing(target_groups=("migrants",), country="SE"),
        standing(country="DK"),
        standing(),
    ]
)


def test_a_micro_project_counts_under_each_of_its_groups():
    assert SOME.groups == [("migrants", 2), ("youth", 1)]


def test_countries_come_with_most_first():
    assert SOME.countries == [("SE", 2), ("DK", 1)]


def test_unknown_groups_and_countries_are_counted_as_unknown():
    unknown = [row for row in of_type(spread_bars(SOME), "Li") if "is-unknown" in classes(row)]
    assert [text(row) for row in unknown] == ["unknown2", "unknown1"]


def test_both_tables_hold_the_same_counts():
    groups, countries = spread_tables(SOME)
    assert [text(row) for row in of_type(of_type(countries, "Tbody"), "Tr")] == ["Sweden 2", "Denmark 1", "unknown 1"]
    assert len(of_type(of_type(groups, "Tbody"), "Tr")) == 3


def test_the_sentence_names_the_group_that_stands_out():
    assert spread_says(SOME) == "Named most often: migrants and refugees (2). They are at work in 2 countries."


def test_no_group_is_named_where_several_are_first():
    tied = spread([standing(target_groups=("migrants",)), standing(target_groups=("youth",))])
    assert spread_says(tied) == "No target group stands out."


def test_no_group_at_all_is_said():
    assert spread_says(spread([standing()])) == "For whom they are is not recorded."


def test_the_rule_says_that_groups_do_not_add_up():
    assert "One names several, so the counts do not add up." in spread_source(SOME)


def test_the_rule_says_so_only_where_one_names_several():
    assert "at most one" in spread_source(spread([standing(target_groups=("youth",))]))
