"""Notes on fields in a file touch nothing of another network, and of the catalogue only what this one entered."""

import pytest
import sqlalchemy as sa

from data_layer.access import writing
from data_layer.imports.apply import apply
from data_layer.imports.row import State
from data_layer.models import CatalogueNote, Note
from data_layer.snapshot import snapshot
from tests.data_layer.imports.note_lines import HEADER, kept, line, notes, planned, worker
from tests.factories import make_funding_source, make_network, make_note, make_stakeholder


@pytest.fixture
def network(session):
    return make_network(session, "Vale")


def test_a_row_of_another_network_cannot_be_noted(session, network):
    other = make_network(session, "Elsewhere")
    theirs = make_stakeholder(session, other, "Theirs")
    note = make_note(session, theirs, "place", text="theirs")
    before, actor = snapshot(note), worker(session, network)
    told = line(row=theirs.id, about="Theirs", text="x", number=note.id) + line("Elsewhere", row=theirs.id, about="Theirs", text="x")
    with writing(actor) as own:
        found = planned(own, network, HEADER + told, same={"0.0": note.id, "0.1": note.id})
        assert [state for state, _code in notes(found)] == [State.REFUSED] * 2
        assert apply(own, found) is None
    session.expire_all()
    assert snapshot(session.get(Note, note.id)) == before


@pytest.mark.parametrize("owner", ["other", "nobody"])
def test_a_source_that_this_network_did_not_enter_keeps_its_notes(session, network, owner):
    other = make_network(session, "Elsewhere")
    source = make_funding_source(session, "County fund", name="Small grants", entered_by_id=other.id if owner == "other" else None)
    note = make_note(session, source, "instrument", text="theirs", network_id=other.id)
    before, actor = snapshot(note), worker(session, network, other)
    about = {"table": "funding_source", "row": source.id, "about": "County fund / Small grants"}
    told = (
        line(**about, field="instrument", text="theirs") + line(**about, field="instrument", text="ours") + line(**about, field="country")
    )
    with writing(actor) as own:
        found = planned(own, network, HEADER + told)
        refused = (State.REFUSED, "import_source_of_others")
        assert notes(found) == [(State.UNCHANGED, None), refused, refused]
        found = planned(own, network, HEADER + line(**about, field="country", text="ours"), same={"0.0": note.id})
        assert notes(found) == [refused]
        assert apply(own, found) is None
    session.expire_all()
    assert [snapshot(each) for each in session.scalars(sa.select(Note))] == [before]


def test_a_source_that_this_network_entered_is_noted_and_all_can_read_it(session, network):
    source = make_funding_source(session, "County fund", name="Small grants", entered_by_id=network.id)
    told = line(table="funding_source", row=source.id, about="County fund / Small grants", field="country")
    with writing(worker(session, network)) as own:
        apply(own, planned(own, network, HEADER + told))
    assert session.scalars(sa.select(CatalogueNote.row_id).where(CatalogueNote.__table__.c.network_id == network.id)).all() == [source.id]


def test_our_number_of_a_source_is_believed_only_if_it_is_called_the_same(session, network):
    source = make_funding_source(session, "County fund", name="Small grants", entered_by_id=network.id)
    told = line(table="funding_source", row=source.id, about="Lottery / Small grants", field="country")
    assert notes(planned(session, network, HEADER + told)) == [(State.REFUSED, "unknown_name")]


def test_a_note_on_the_network_itself_is_this_ones(session, network):
    make_network(session, "Elsewhere")
    apply(session, planned(session, network, HEADER + line(table="network", row=network.id, about="Vale", field="status")))
    assert kept(session) == [("network", network.id, "status", "reading", None, None)]
