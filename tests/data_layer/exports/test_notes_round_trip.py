"""Notes on fields come back with the rows to which they belong: into the same network, into another one, and alone."""

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.exports.download import EVERYTHING, EVERYTHING_AS_SHEETS, file_bytes
from data_layer.exports.link_key import LinkKeys
from data_layer.exports.note_sheet import HEADER, note_sheet
from data_layer.files.recognise import recognise
from data_layer.imports.apply import apply
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import State
from data_layer.models import FundingSource, Note
from data_layer.scope import Scope
from data_layer.undo import undo
from tests.data_layer.exports.awkward import TEXTS
from tests.data_layer.exports.awkward_network import WORK
from tests.data_layer.exports.speaking import wanted
from tests.factories import make_micro_project, make_network, make_note, make_stakeholder, make_tie

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}
# The network itself is not copied, and what is noted on the catalogue is there already.
NOT_COPIED = ("network", "funding_source")


def planned(session, network, content, name):
    read = recognise(content, name, FIELDS)
    return plan(session, read, first_choices(read, network.id))


def exported(session, network, name=EVERYTHING_AS_SHEETS):
    return file_bytes(session, name, wanted(network=network.id))


def told(session, network, *, leave=()):
    """What the notes of a network say, each with what its row is called; without the numbers of rows."""
    sheet = note_sheet(session, Scope(network.id, None, None), LinkKeys(session), masked=False)
    places = [place for place, name in enumerate(HEADER) if name not in ("id", "network", "row")]
    kept = (row for row in sheet.rows if row[HEADER.index("table")] not in leave)
    return sorted((tuple(row[place] for place in places) for row in kept), key=str)


def states(found, table="note"):
    return {(row.state, row.problem and row.problem.code) for row in found.rows if row.target == table}


def as_read(rows):
    """A workbook ends its lines in one way."""
    return [tuple(text and text.replace("\r\n", "\n") for text in row) for row in rows]


@pytest.mark.parametrize("name", [EVERYTHING, EVERYTHING_AS_SHEETS])
def test_notes_arrive_at_the_copies_of_their_rows_in_another_network(session, awkward, name):
    other = make_network(session, "Elsewhere")
    apply(session, planned(session, other, exported(session, awkward, name), name))
    notes = told(session, awkward, leave=NOT_COPIED)
    assert len(notes) == len(TEXTS) + len(WORK) + 1
    assert as_read(told(session, other)) == as_read(notes)


def test_what_was_copied_once_is_unchanged_the_second_time(session, awkward):
    other, content = make_network(session, "Elsewhere"), exported(session, awkward)
    apply(session, planned(session, other, content, EVERYTHING_AS_SHEETS))
    found = planned(session, other, content, EVERYTHING_AS_SHEETS)
    assert states(found) == {(State.UNCHANGED, None), (State.REFUSED, "import_of_refused")}
    assert {row.state for row in found.rows if row.target not in ("note", "network")} == {State.UNCHANGED}


def test_taking_the_copy_back_takes_its_notes_back(session, awkward):
    other, before = make_network(session, "Elsewhere"), told(session, awkward)
    undo(session, apply(session, planned(session, other, exported(session, awkward), EVERYTHING_AS_SHEETS)))
    assert session.scalars(sa.select(Note).where(Note.network_id == other.id, Note.trashed_by.is_(None))).all() == []
    assert told(session, awkward) == before


def test_a_source_that_is_new_here_brings_its_notes(session, awkward):
    content, notes = exported(session, awkward), told(session, awkward, leave=("network",))
    with acting(session, "test") as recorder:
        recorder.update(session.scalars(sa.select(FundingSource)).one(), funder="Quite another")
    other = make_network(session, "Elsewhere")
    apply(session, planned(session, other, content, EVERYTHING_AS_SHEETS))
    assert as_read(told(session, other)) == as_read(notes)


@pytest.mark.parametrize("name", ["note.csv", "note.xlsx"])
def test_notes_alone_find_the_rows_of_another_network_by_what_these_are_called(session, name):
    home, other = make_network(session, "Home"), make_network(session, "Elsewhere")
    for network in (home, other):
        one, two = make_stakeholder(session, network, "=1+1"), make_stakeholder(session, network, "Church")
        tie = make_tie(session, one, two)
        project = make_micro_project(session, network, "Sewing room")
        if network is home:
            make_note(session, one, "start_first", text="=1+1")
            make_note(session, tie, "from_id", "conflict", other_value="two\nlines")
            make_note(session, project, "jobs", "invented", source="'a list")
    apply(session, planned(session, other, exported(session, home, name), name))
    assert told(session, other) == told(session, home)


def test_two_notes_on_one_field_stay_two(session):
    network, other = make_network(session), make_network(session, "Elsewhere")
    church = make_stakeholder(session, network, "Church")
    make_note(session, church, "start_first", text="one")
    make_note(session, church, "start_last", text="two")
    content = exported(session, network)
    assert states(planned(session, network, content, EVERYTHING_AS_SHEETS)) == {(State.UNCHANGED, None)}
    apply(session, planned(session, other, content, EVERYTHING_AS_SHEETS))
    assert told(session, other) == told(session, network)


def test_notes_that_are_gone_come_back_to_their_rows(session, awkward):
    content, before = exported(session, awkward), told(session, awkward)
    with acting(session, "test") as recorder:
        for note in session.scalars(sa.select(Note)).all():
            recorder.remove(note)
    found = planned(session, awkward, content, EVERYTHING_AS_SHEETS)
    assert states(found) == {(State.NEW, None)}
    apply(session, found)
    assert as_read(told(session, awkward)) == as_read(before)
