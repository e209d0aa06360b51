"""What hangs on a row goes to the trash with it and comes back with it."""

import pytest
import sqlalchemy as sa

from data_layer.editing.edit import restore_rows, trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import Base
from data_layer.models.columns import Owned
from tests.factories import make_network
from tests.one_of_each import one_of_each

HANGING = {
    "pilot": {"pilot_project", "pilot_step", "pilot_point", "pilot_task", "key_stakeholder", "review", "story", "decision"},
    "review": {"decision"},
    "voice": {"coding"},
    "theme": {"coding"},
    "indicator": {"observation"},
    "event": {"attendance", "event_guest", "need", "tie", "voice", "coding", "survey"},
}


def live(session):
    """The tables that have a live row."""
    models = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Owned)]
    session.expire_all()
    return {model.__tablename__ for model in models if session.scalars(sa.select(model).where(model.trashed_by.is_(None))).first()}


@pytest.mark.parametrize("table", HANGING)
def test_it_goes_and_comes_back(session, table):
    rows = one_of_each(session, make_network(session), make_network(session, "Elsewhere"))
    before = live(session)
    _action, counts = trash_rows(session, TABLES[table], [rows[table].id])
    gone = {name for name in counts if name != table}
    assert gone == HANGING[table]
    assert all(rows[name].trashed_by is not None for name in gone)
    _action, back = restore_rows(session, TABLES[table], [rows[table].id])
    assert back == counts
    assert live(session) == before
