"""Of every whole number in the tables somebody decided what it tells of service users."""

import sqlalchemy as sa

from dashboard.permissions import OF_PILOTS
from data_layer.editing.tables import TABLES
from data_layer.engine import Base
from data_layer.exports.download import file_bytes
from data_layer.figures import FIGURES, Figure
from data_layer.models.columns import Trashable
from tests.data_layer.exports.speaking import wanted
from tests.factories import make_indicator, make_network, make_observation
from tests.one_of_each import one_of_each

MODELS = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Trashable)]
NUMBERS = {
    f"{model.__tablename__}.{column.key}"
    for model in MODELS
    for column in sa.inspect(model).local_table.columns
    if isinstance(column.type, sa.Integer) and not column.primary_key and not column.key.endswith(("_id", "_minor", "trashed_by"))
}


def file(session, name, network):
    return file_bytes(session, f"{name}.csv", wanted(network=network.id, masked=True)).decode("utf-8-sig")


def told(session, name, network, field):
    """What the cells of a column say to a leader."""
    head, *rows = (line.split(",") for line in file(session, name, network).splitlines())
    return [row[head.index(field)] for row in rows]


def test_every_number_was_decided_upon():
    assert {name for name in FIGURES if not name.endswith("_id")} == NUMBERS


def test_no_table_that_leaders_edit_holds_a_figure():
    assert [name for name, figure in FIGURES.items() if name.partition(".")[0] in OF_PILOTS and figure is not Figure.OPEN] == []


def test_what_is_never_told_is_in_no_table_that_is_carried_out():
    assert {name.partition(".")[0] for name, figure in FIGURES.items() if figure is Figure.NEVER} & TABLES.keys() == set()


def test_each_small_count_of_persons_is_unclear_for_a_leader(session):
    network = make_network(session)
    one_of_each(session, network, make_network(session, "Elsewhere"))
    counts = [name.split(".") for name, figure in FIGURES.items() if figure in (Figure.PERSONS, Figure.INDICATED)]
    small = {(table, field): told(session, table, network, field) for table, field in counts if field != "jobs"}
    assert small == {place: ["<5"] for place in small}


def test_the_number_of_those_who_judged_is_not_there_for_a_leader(session):
    network = make_network(session)
    one_of_each(session, network, make_network(session, "Elsewhere"))
    assert "judges" not in file(session, "assessment", network).splitlines()[0]


def test_an_indicator_that_counts_no_persons_is_told_as_it_is(session):
    network = make_network(session)
    meetings = make_indicator(session, network, "Meetings", kind="counted", unit="meetings", baseline=1, target=4)
    make_observation(session, meetings, value=2)
    assert (told(session, "indicator", network, "baseline"), told(session, "observation", network, "value")) == (["1"], ["2"])
