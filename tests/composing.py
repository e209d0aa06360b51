"""A programme of three networks, and releases composed of it, for tests."""

from datetime import date

from data_layer.releases.choosing import offer
from data_layer.releases.composing import preview, release
from data_layer.releases.composition import TABLES, Composition, whole_months
from tests.factories import (
    make_micro_project,
    make_network,
    make_people_reached,
)

YEAR = whole_months(date(2017, 1, 1), date(2017, 12, 31))
DAY = {"day_first": date(2017, 5, 1), "day_last": date(2017, 5, 31)}
GROUPS = ("families", "migrants", "older", "youth")


def network_with(session, name, *, reached, jobs=20, **fields):
    """A LEN with one micro project that reached so many people of each group."""
    network = make_network(session, name, target_groups=GROUPS, **fields)
    project = make_micro_project(session, network, jobs=jobs)
    for group, persons in reached.items():
        make_people_reached(session, project, persons, target_groups=(group,), **DAY)
    return network, project


def composition(*networks, period=YEAR, tables=TABLES, **more):
    return Composition("Spring", period, tuple(sorted(network.id for network in networks)), tables, (), **more)


def look(session, composed):
    return preview(session, offer(session), composed)


def fix(session, composed, leader):
    return release(session, offer(session), composed, seal=look(session, composed).seal, maker=leader.id)


def figures(found, code):
    (table,) = [each for each in found.tables.figures if each.code == code]
    return table


def column(found, code):
    """The figures of a table without columns, by row; the total under ""."""
    table = figures(found, code)
    return dict(zip((*table.rows, ""), (line[0] for line in table.cells), strict=False))
