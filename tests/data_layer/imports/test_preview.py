"""A preview is compared outside any session, and kept while the page is turned."""

import pytest

from data_layer.access import reading
from data_layer.cache import Latest
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.recognise import recognise
from data_layer.imports.choice import first_choices
from data_layer.imports.draft import Draft
from data_layer.imports.preview import preview, state
from data_layer.models import Stakeholder
from data_layer.problem import NotFound, Problem
from tests.data_layer.imports.note_lines import worker
from tests.factories import make_funding_source, make_network, make_note, make_stakeholder

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}


def draft_of(network_id, version=1, text="Name,Ort\nKitchen,Boden\nChurch,Luleå\n"):
    read = recognise(text.encode(), "list", FIELDS)
    return Draft(1, "list.csv", version, read, first_choices(read, network_id))


@pytest.fixture
def network(session):
    return make_network(session)


def test_nothing_is_asked_of_the_database_while_rows_are_compared(session, network, queries):
    make_stakeholder(session, network, "Church")
    compare = preview(session, draft_of(network.id))
    queries.clear()
    assert len(compare().rows) == 2
    assert len(queries) == 0


def test_it_is_kept_until_the_draft_or_the_network_changes(session, network):
    first = preview(session, draft_of(network.id))()
    assert preview(session, draft_of(network.id))() is first
    assert preview(session, draft_of(network.id, version=2))() is not first
    second = preview(session, draft_of(network.id))()
    make_stakeholder(session, network, "Kitchen")
    assert preview(session, draft_of(network.id))() is not second


@pytest.mark.parametrize("change", ["catalogue", "note"])
def test_what_all_networks_share_counts_too(session, network, change):
    other = make_network(session, "Elsewhere")
    source, row = make_funding_source(session, "Fund"), make_stakeholder(session, other, "Far away")
    before = state(session, draft_of(network.id).choices)
    make_stakeholder(session, other, "Farther away")
    assert state(session, draft_of(network.id).choices) == before
    if change == "catalogue":
        make_funding_source(session, "Another fund")
    else:
        make_note(session, row, "place", "reading")
    assert source.id is not None
    assert state(session, draft_of(network.id).choices) != before


def test_a_kept_preview_is_not_shown_to_who_may_not_see_the_network(session, network):
    other = make_network(session, "Elsewhere")
    preview(session, draft_of(network.id))()
    stranger = worker(session, other)
    with reading(stranger) as own, pytest.raises(NotFound):
        preview(own, draft_of(network.id))


def test_without_a_network_there_is_none(session):
    with pytest.raises(Problem, match="import_no_len"):
        preview(session, draft_of(None))


def test_what_is_made_is_let_go_when_something_else_is_made():
    kept = Latest()
    assert kept.keep("a", lambda: [1]) == [1]
    assert kept.find("a") == [1]
    kept.keep("b", lambda: [2])
    assert kept.find("a") is None
    kept.clear()
    assert kept.find("b") is None


def test_rows_of_the_session_are_not_needed_afterwards(session, network):
    row = make_stakeholder(session, network, "Church", place="Boden")
    compare = preview(session, draft_of(network.id))
    session.expunge_all()
    assert session.get(Stakeholder, row.id) is not row
    assert [dict(found.old) for found in compare().rows] == [{}, {"place": "Boden"}]
