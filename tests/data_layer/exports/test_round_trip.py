"""What is carried out reads back unchanged: every table, as CSV, as XLSX, and all at once."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import TABLES
from data_layer.exports.download import EVERYTHING, EVERYTHING_AS_SHEETS, file_bytes
from data_layer.exports.sheet import Sheet
from data_layer.exports.workbook import workbook_bytes
from data_layer.files.guard import guarded, guarded_cell, unguarded
from data_layer.files.own import EXTRAS
from data_layer.files.reading import read_file
from data_layer.files.recognise import recognise
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import State
from data_layer.models import Network, Stakeholder
from tests.data_layer.exports.awkward import FORMULAS, OTHERS, TEXTS
from tests.data_layer.exports.awkward_network import WORK
from tests.data_layer.exports.awkward_work import span
from tests.data_layer.exports.speaking import wanted
from tests.factories import make_network, make_stakeholder, make_tie

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}
NOTES_MADE = 2 * len(TEXTS) + len(WORK) + 2


def planned(session, network, content, name):
    read = recognise(content, name, FIELDS)
    assert read.format == "own"
    return plan(session, read, first_choices(read, network.id))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("table", TABLES_AND_NOTES)
def test_every_table_reads_back_unchanged(session, awkward, table, ending):
    name = f"{table}.{ending}"
    found = planned(session, awkward, file_bytes(session, name, wanted(network=awkward.id)), name)
    wrong = [(row.said, row.problem, dict(row.old), dict(row.new)) for row in found.rows if row.state is not State.UNCHANGED]
    assert wrong == []
    assert len(found.rows) == {"network": 1, "funding_source": 1, "note": NOTES_MADE}.get(table, len(TEXTS))


@pytest.mark.parametrize("name", [EVERYTHING_AS_SHEETS, EVERYTHING])
def test_all_tables_at_once_read_back_unchanged(session, awkward, name):
    found = planned(session, awkward, file_bytes(session, name, wanted(network=awkward.id)), name)
    assert {row.state for row in found.rows} == {State.UNCHANGED}
    assert found.counts().total() == 2 + (len(TABLES) - 2) * len(TEXTS) + NOTES_MADE


@pytest.mark.parametrize("name", ["stakeholder.csv", "stakeholder.xlsx"])
def test_each_text_of_a_file_is_the_text_that_is_kept(session, awkward, name):
    read = read_file(file_bytes(session, name, wanted(network=awkward.id)), name)
    (table,) = read.tables
    place = {field: number for number, field in enumerate(table.fields)}
    kept = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == awkward.id).order_by(Stakeholder.id)).all()
    for row, cells in zip(kept, table.rows, strict=True):
        for field in ("name", "place", "contact_point", "external_ids", "description", "source"):
            assert cells[place[field]] == getattr(row, field)


@pytest.mark.parametrize("text", TEXTS)
def test_the_apostrophe_before_a_formula_comes_off_exactly_once(text):
    assert unguarded(guarded(text)) == text
    assert unguarded(guarded_cell(text)) == text


@pytest.mark.parametrize("text", FORMULAS[:24])
def test_no_cell_of_a_csv_file_begins_as_a_formula(text):
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_stay_as_they_are(text):
    assert guarded(text) == text


def test_a_workbook_has_no_formula_and_no_link(session, awkward):
    content = file_bytes(session, EVERYTHING_AS_SHEETS, wanted(network=awkward.id))
    with ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(TABLES) + 1
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet]


@pytest.mark.parametrize("text", TEXTS)
def test_a_workbook_keeps_a_text_as_a_text(text):
    content = workbook_bytes([Sheet("one", ("text",), [(text,)])])
    told = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("one").to_python()[1][0]
    assert isinstance(told, str)
    assert unguarded(told).replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_columns_are_the_fields_of_the_table(session, awkward):
    for table in TABLES_AND_NOTES.values():
        (head, *_rows) = file_bytes(session, f"{table.name}.csv", wanted(network=awkward.id)).decode("utf-8-sig").split("\r\n")
        assert head.split(",")[:2] == ["id", "network"]
        assert set(head.split(",")) <= set(table.fields) | EXTRAS


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml", "network.json", "kumu.xlsx", "network.csv.zip"])
def test_a_graph_that_reads_back_changes_nothing(session, name):
    network = make_network(session, "Vale")
    one, two = (
        make_stakeholder(session, network, "One", sector="users", x=1.5, y=2.0),
        make_stakeholder(session, network, "Two", place="Köln"),
    )
    make_tie(
        session,
        one,
        two,
        relation="support",
        directed=True,
        what="helps",
        strength=3,
        trust=2,
        confirmed=True,
        source="a list",
        **span(4, "start"),
    )
    make_tie(session, one, two, relation="support", directed=True, what="helps more", strength=1)
    make_tie(session, two, one)
    read = recognise(file_bytes(session, name, wanted(network=network.id)), name, FIELDS)
    found = plan(session, read, first_choices(read, network.id))
    assert [(row.said, row.problem, dict(row.new)) for row in found.rows if row.state is not State.UNCHANGED] == []
    assert len(found.rows) == 5


def test_a_file_goes_into_another_network_with_all_that_hangs_together(session, awkward):
    content = file_bytes(session, EVERYTHING_AS_SHEETS, wanted(network=awkward.id))
    other = make_network(session, "Elsewhere")
    found = planned(session, other, content, EVERYTHING_AS_SHEETS)
    refused = {(row.target, row.problem.code) for row in found.rows if row.problem}
    assert refused <= {("network", "import_no_network"), ("note", "import_of_refused")}


def test_a_network_of_which_nothing_is_known_has_headings_only(session):
    network = session.get(Network, make_network(session, "Empty").id)
    content = file_bytes(session, "stakeholder.csv", wanted(network=network.id)).decode("utf-8-sig")
    assert content.count("\r\n") == 1
