"""Notes on fields, and who reads them."""

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Note
from data_layer.note import catalogue_notes, field_notes
from data_layer.vocabulary import AccountRole
from tests.factories import make_funding_source, make_micro_project, make_network, make_note


@pytest.fixture
def written(session):
    """Two LENs; one wrote a note on a funding source and one on its own micro project."""
    here, elsewhere = make_network(session, "Here"), make_network(session, "Elsewhere")
    source, project = make_funding_source(session), make_micro_project(session, elsewhere)
    make_note(session, project, "name", text="of the micro project")
    with acting(session, "test") as action:
        action.insert(
            Note(
                network_id=elsewhere.id, table_name="funding_source", row_id=source.id, field="effort", kind="reading", text="of the source"
            )
        )
    session.commit()
    return Actor(account_id=1, email="a@example.org", role=AccountRole.COORDINATOR, network_ids=frozenset({here.id})), source, project


def test_a_note_on_a_funding_source_is_read_by_every_len(written):
    actor, source, _project = written
    with reading(actor) as session:
        assert [note.text for note in catalogue_notes(session, [source.id])] == ["of the source"]


def test_a_note_on_a_row_of_another_len_is_not(written):
    actor, _source, project = written
    with reading(actor) as session:
        assert field_notes(session, micro_project=[project.id]) == []


def test_the_catalogue_is_no_way_round_to_notes_of_other_lens(written):
    """Ids of two tables may be the same number."""
    actor, source, project = written
    with reading(actor) as session:
        assert {note.table_name for note in catalogue_notes(session, [source.id, project.id, *range(50)])} == {"funding_source"}


def test_a_note_in_the_trash_is_read_by_nobody(session, written):
    actor, source, _project = written
    with acting(session, "test") as action:
        action.trash(session.query(Note).filter_by(table_name="funding_source").one())
    session.commit()
    with reading(actor) as other:
        assert catalogue_notes(other, [source.id]) == []
