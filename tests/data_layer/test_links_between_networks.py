"""No row of a network can point into another one: the database itself says so, for every link of every table."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from data_layer.engine import Base
from data_layer.models.columns import Owned
from tests.factories import make_network
from tests.one_of_each import one_of_each

MODELS = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Owned)}
# Links to what is of no network or of another one by intent.
FREE = {"network_id", "trashed_by", "guest_id", "funding_source_id", "coder_id"}
# Of these only one can be set.
ONE_OF = ({"micro_project_id", "event_id", "pilot_id"}, {"review_id", "story_id"}, {"theme", "own_theme_id"})
ALONE = {"assessment", "review", "story", "decision", "survey", "indicator", "coding"}
BESIDE = {("need", "provider_id"): {"status": "taken_up", "micro_project_id": None}}
LINKS = [
    (name, key.parent.key, key.column.table.name)
    for name, model in sorted(MODELS.items())
    for key in sorted(sa.inspect(model).local_table.foreign_keys, key=lambda key: key.parent.key)
    if key.column.name == "id" and key.parent.key not in FREE
]


def test_one_of_each_table_is_tried(session):
    assert MODELS.keys() <= one_of_each(session, make_network(session), make_network(session, "Elsewhere")).keys()
    assert len(LINKS) >= 50


@pytest.mark.parametrize(("table", "column", "target"), LINKS)
def test_a_link_into_another_network_is_refused(session, table, column, target):
    here, elsewhere = make_network(session), make_network(session, "Elsewhere")
    row, foreign = one_of_each(session, here, elsewhere)[table], one_of_each(session, elsewhere, here)[target]
    session.info["acting"] = True
    others = {name for group in ONE_OF if column in group for name in group - {column}} if table in ALONE else set()
    for name in others & set(sa.inspect(type(row)).columns.keys()):
        setattr(row, name, None)
    for name, value in BESIDE.get((table, column), {}).items():
        setattr(row, name, value)
    setattr(row, column, foreign.id)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        session.flush()
