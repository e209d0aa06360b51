"""What is carried out reads back unchanged: every table, as CSV, as XLSX, and all at once."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from data_layer.editing.tables import TABLES, FieldKind
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
from tests.data_layer.exports.speaking import wanted
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_phase_change,
    make_position,
    make_receipt,
    make_stakeholder,
    make_tie,
)

FIELDS = {table.name: list(table.fields) for table in TABLES.values()}
MOST = {"name": 200, "title": 300, "what": 500}
SPANS = [
    (None, None),
    (date(2016, 1, 1), date(2016, 12, 31)),
    (date(2016, 8, 1), date(2016, 8, 31)),
    (date(2016, 7, 19), date(2016, 7, 19)),
    (date(2016, 8, 1), date(2016, 10, 31)),
    (date(2015, 1, 1), date(2017, 12, 31)),
]


def span(place, name="day"):
    first, last = SPANS[place % len(SPANS)]
    return {f"{name}_first": first, f"{name}_last": last}


def texts(model, place, *, leave=()):
    """An awkward text for each free text of a model, another one in each row."""
    table = TABLES[model]
    kinds = (FieldKind.TEXT, FieldKind.LONG_TEXT)
    free = [
        field
        for field in table.fields.values()
        if field.kind in kinds and field.name not in {"country", "currency", "website", "time_zone", *leave}
    ]
    return {field.name: TEXTS[(place + turn) % len(TEXTS)][: field.limit] for turn, field in enumerate(free)}


@pytest.fixture
def awkward(session):
    """A LEN with every awkward text in every text column, all kinds of dates and spans of levels."""
    network = make_network(
        session, **{**texts("network", 40), "name": "=Größe, Süd"}, country="DE", target_groups=("migrants", "youth"), **span(4, "founded")
    )
    people = []
    for place, name in enumerate(TEXTS):
        told = {**texts("stakeholder", place, leave=("name",)), "website": "https://example.org/?a=1" if place % 2 else None}
        people.append(
            make_stakeholder(
                session, network, name, **told, **span(place, "start"), several=place % 3 == 0, x=0.1 + place / 3, y=-place / 7
            )
        )
    source = make_funding_source(
        session,
        "=Fund / with a stroke",
        name="1.234",
        currency="EUR",
        amount_min_minor=1,
        amount_max_minor=12_345_678_901,
        deadline=date(2026, 1, 5),
        entered_by_id=network.id,
    )
    for place in range(len(TEXTS)):
        one, two = people[place], people[(place + 7) % len(people)]
        make_tie(
            session,
            one,
            two,
            **texts("tie", place),
            **span(place, "start"),
            directed=place % 2 == 0,
            strength=place % 4 + 1,
            confirmed=place % 5 == 0,
        )
        make_position(session, one, **texts("position", place), **span(place), power=place % 4 + 1, influence=place)
        project = make_micro_project(
            session,
            network,
            TEXTS[place],
            **texts("micro_project", place, leave=("name",)),
            target_groups=("older",) * (place % 2),
            group_id=one.id,
        )
        make_phase_change(session, project, "needs", **{**texts("phase_change", place), "reason": TEXTS[place]}, **span(place))
        make_need(session, network, **texts("need", place), **span(place), participants=place, status="open")
        make_event(session, network, **texts("event", place), **span(place + 1), participants=place * 1000)
        case = make_funding_case(
            session,
            project,
            source,
            **{**texts("funding_case", place, leave=("in_kind_unit",)), "in_kind_unit": "hours"},
            in_kind_quantity=place,
            currency="EUR",
            awarded_minor=place * 1_234_567 + 5,
            **span(place, "decided"),
        )
        make_receipt(session, case, place * 100 + 1, **texts("receipt", place), **span(place))
        top = place % 5 + 1
        make_assessment(session, project, "users", top, level_to=top + place % 3, **texts("assessment", place), **span(place))
    session.flush()
    return network


def planned(session, network, content, name):
    read = recognise(content, name, FIELDS)
    assert read.format == "own"
    return plan(session, read, first_choices(read, network.id))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("table", TABLES)
def test_every_table_reads_back_unchanged(session, awkward, table, ending):
    name = f"{table}.{ending}"
    found = planned(session, awkward, file_bytes(session, name, wanted(network=awkward.id)), name)
    wrong = [(row.said, row.problem, dict(row.old), dict(row.new)) for row in found.rows if row.state is not State.UNCHANGED]
    assert wrong == []
    assert len(found.rows) == (1 if table in ("network", "funding_source") else len(TEXTS))


@pytest.mark.parametrize("name", [EVERYTHING_AS_SHEETS, EVERYTHING])
def test_all_tables_at_once_read_back_unchanged(session, awkward, name):
    found = planned(session, awkward, file_bytes(session, name, wanted(network=awkward.id)), name)
    assert {row.state for row in found.rows} == {State.UNCHANGED}
    assert found.counts().total() == 2 + 10 * len(TEXTS)


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
    for table in TABLES.values():
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
    assert refused <= {("network", "import_no_network")}


def test_a_network_of_which_nothing_is_known_has_headings_only(session):
    network = session.get(Network, make_network(session, "Empty").id)
    content = file_bytes(session, "stakeholder.csv", wanted(network=network.id)).decode("utf-8-sig")
    assert content.count("\r\n") == 1
