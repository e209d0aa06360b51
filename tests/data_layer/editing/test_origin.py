"""Where the value of a field comes from."""

import pytest
import sqlalchemy as sa

from data_layer.editing.origin import Origin, OriginChanged, origins, set_origin
from data_layer.editing.tables import TABLES
from data_layer.models import Note
from data_layer.problem import Problem
from data_layer.undo import undo
from tests.factories import make_funding_source, make_network, make_note, make_stakeholder

STAKEHOLDER = TABLES["stakeholder"]
READING = Origin("reading", text="As we read it")


@pytest.fixture
def row(session):
    return make_stakeholder(session, make_network(session))


def say(session, row, field, *, old=None, new=None):
    return set_origin(session, STAKEHOLDER, row.id, STAKEHOLDER.fields[field], old=old, new=new)


def test_an_origin_is_a_note_on_the_first_column_of_the_field(session, row):
    say(session, row, "start", new=READING)
    note = session.scalars(sa.select(Note)).one()
    assert (note.network_id, note.table_name, note.row_id, note.field) == (row.network_id, "stakeholder", row.id, "start_first")
    assert origins(session, STAKEHOLDER, row.id) == {"start": READING}


def test_a_note_under_the_plain_name_of_a_field_is_the_same_origin(session, row):
    make_note(session, row, "place", "invented")
    say(session, row, "place", old=Origin("invented"), new=READING)
    assert [note.kind for note in session.scalars(sa.select(Note))] == ["reading"]


def test_without_an_origin_of_its_own_the_note_goes_and_can_come_back(session, row):
    say(session, row, "place", new=READING)
    action = say(session, row, "place", old=READING)
    assert session.scalars(sa.select(Note)).one().trashed_by == action
    undo(session, action)
    assert session.scalars(sa.select(Note)).one().trashed_by is None


def test_what_is_said_already_is_no_action(session, row):
    say(session, row, "place", new=READING)
    assert say(session, row, "place", old=None, new=READING) is None


def test_what_somebody_else_said_meanwhile_is_not_lost(session, row):
    say(session, row, "place", new=READING)
    with pytest.raises(OriginChanged, match="changed_meanwhile") as refused:
        say(session, row, "place", new=Origin("invented"))
    assert (refused.value.field, refused.value.now) == ("place", READING)


def test_a_kind_that_there_is_not_is_refused(session, row):
    with pytest.raises(Problem, match="unknown_code"):
        say(session, row, "place", new=Origin("hearsay"))


def test_a_note_on_a_funding_source_belongs_to_the_network_that_entered_it(session):
    network, table = make_network(session), TABLES["funding_source"]
    source = make_funding_source(session, entered_by_id=network.id)
    set_origin(session, table, source.id, table.fields["amount_min"], old=None, new=READING)
    note = session.scalars(sa.select(Note)).one()
    assert (note.network_id, note.field) == (network.id, "amount_min_minor")


def test_a_source_that_no_network_entered_has_no_origins_beside_its_own(session):
    table, source = TABLES["funding_source"], make_funding_source(session)
    with pytest.raises(Problem, match="foreign_network"):
        set_origin(session, table, source.id, table.fields["funder"], old=None, new=READING)
