"""The latest look at each dimension of readiness."""

from data_layer.analysis.readiness import dimensions, in_order
from data_layer.projects.ownership import ReadinessLine
from data_layer.vocabulary import ReadinessDimension
from tests.data_layer.analysis.drawn import UNKNOWN, year


def look(index, step, day, dimension="management"):
    return ReadinessLine(index, dimension, step, *day, None, None)


def management(*looks):
    return dimensions(looks)[0]


def test_all_four_dimensions_are_there_whether_looked_at_or_not():
    found = dimensions([look(1, 2, year(2020), "users")])
    assert [one.dimension for one in found] == list(ReadinessDimension)
    assert [one.latest is not None for one in found] == [False, False, False, True]


def test_the_latest_dated_look_stands_and_moved_from_the_one_before():
    found = management(look(1, 3, year(2021)), look(2, 1, year(2019)))
    assert (found.latest.id, found.before.id, found.moved) == (1, 2, 1)
    assert management(look(1, 1, year(2021)), look(2, 1, year(2019))).moved == 0
    assert management(look(1, 1, year(2021)), look(2, 2, year(2019))).moved == -1


def test_a_look_without_a_date_is_oldest_and_nothing_moved_from_it():
    found = management(look(5, 4, UNKNOWN), look(1, 2, year(2019)))
    assert (found.latest.id, found.before, found.moved) == (1, None, None)


def test_a_table_begins_with_the_latest():
    assert [one.id for one in in_order([look(1, 1, UNKNOWN), look(2, 1, year(2019)), look(3, 1, year(2020))])] == [3, 2, 1]
