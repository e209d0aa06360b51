"""Reports as data: the figures of the release as numbers, everything else as text that nothing runs."""

import csv as comma_separated
import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from flask_babel import force_locale
from python_calamine import CalamineWorkbook

from app import server
from dashboard.reports.data import csv, data_blocks, xlsx
from tests.watched_indicators import ALL
from tests.whole_release import WHOLE, WORDS, Printed, Said, whole

HOSTILE = '=HYPERLINK("http://example.org")'


def made(maker, release=None, words=WORDS, language="en"):
    with server.test_request_context("/login"), force_locale(language):
        return maker(release or Printed(), words)


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def lines(content):
    return list(comma_separated.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_question_has_a_sheet_with_release_day_and_counting_rule():
    found = sheets(made(xlsx))
    assert len(found) == len(made(data_blocks))
    for rows in found.values():
        assert rows[1][:2] == ["Release", "Spring 2026"]
        assert rows[2][:2] == ["As of", "1 May 2026"]
        assert rows[3][:2] == ["Period", "2017 to 2019"]
        assert rows[4][0] == "How it is counted"
        assert rows[4][1]


def test_a_sheet_holds_the_figures_of_the_release_as_numbers_and_hidden_ones_as_dots():
    rows = next(rows for name, rows in sheets(made(xlsx)).items() if "How much say" in name)
    assert rows[7][1:] == ["·", 10, 15, 25, 20, 10, "·", 85]


def test_money_is_a_number_in_its_currency():
    rows = next(rows for rows in sheets(made(xlsx)).values() if rows[0][0] == "What money was there, in EUR?")
    assert rows[7][1:] == [12500, 4000.5, 16500.5]


def test_a_workbook_has_no_formula_no_link_and_nothing_hidden():
    story = replace(WHOLE.told[0], name=HOSTILE, description=HOSTILE)
    release = Printed(title=HOSTILE, tables=whole(told=(story,), networks=(replace(WHOLE.networks[0], name=HOSTILE),)))
    with zipfile.ZipFile(io.BytesIO(made(xlsx, release, (Said(HOSTILE),)))) as packed:
        inside = b"".join(packed.read(name) for name in packed.namelist())
        names = packed.namelist()
    assert not re.search(rb"<f[ >]|<hyperlink|hidden=|veryHidden|definedName|pivot", inside)
    assert not any(word in name for name in names for word in ("external", "drawing", "vba", "pivot", "comments"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_names_of_sheets_are_short_and_differ(language):
    names = list(sheets(made(xlsx, language=language)))
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 31 for name in names)


def test_csv_has_each_figure_with_its_table_row_and_column():
    found = {(line["table"], line["row"], line["column"]): (line["value"], line["shown"]) for line in lines(made(csv))}
    assert found["say_by_side", "service users’ side", "step 4"] == ("30", "30")
    assert found["say_by_side", "service users’ side", "step 3"] == ("", "·")
    assert found["money_EUR", "grant", "received"] == ("12500.00", "EUR\N{NO-BREAK SPACE}12,500.00")


def test_csv_says_the_day_and_the_counting_rule_with_each_figure():
    assert all(line["as_of"] == "2026-05-01" and line["release"] == "Spring 2026" and line["counting_rule"] for line in lines(made(csv)))


def test_no_text_is_a_formula_in_csv():
    release = Printed(title=HOSTILE, tables=whole(networks=(replace(WHOLE.networks[0], name=HOSTILE),)))
    cells = [value for line in lines(made(csv, release)) for value in line.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_both_files_hold_the_stored_figures_and_no_others():
    stored = {value for table in WHOLE.figures if table.unit != "money" for line in table.cells for value in line if value is not None}
    figures = [line for line in lines(made(csv)) if line["table"] in {table.code for table in WHOLE.figures if table.unit != "money"}]
    assert {int(line["value"]) for line in figures if line["value"]} == stored
    money = [value for table in WHOLE.figures if table.unit == "money" for line in table.cells for value in line if value is not None]
    assert {Decimal(line["value"]) for line in lines(made(csv)) if line["table"] == "money_EUR" and line["value"]} == {
        Decimal(value) / 100 for value in money
    }


def test_chosen_indicators_are_numbers_among_words_and_hidden_ones_dots():
    release = replace(Printed(), tables=whole(indicators=ALL))
    rows = next(rows for name, rows in sheets(made(xlsx, release)).items() if "What was to be reached" in name)
    assert [row[3:6] for row in rows[7:9]] == [[2, 10, 8], ["·", 60, 65]]
    found = {(line["row"], line["column"]): line for line in lines(made(csv, release)) if line["table"] == "indicator_values"}
    people = found["People employed – Plön, WIRkstatt", "Baseline"]
    assert (people["value"], people["shown"]) == ("", "·")
    assert found["Meetings chaired by service users – Plön, WIRkstatt", "Value reached"]["value"] == "8"
