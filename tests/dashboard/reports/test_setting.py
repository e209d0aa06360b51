"""Reports as PDF: tagged for everybody, readable as text, and nothing but what the release holds."""

import io
import re
import time
from dataclasses import replace

import pypdf
import pytest
import typst
from flask_babel import force_locale

from app import server
from dashboard.reports import setting
from dashboard.reports.document import MOST_ON_ONE_PAGE, TEMPLATES, document
from dashboard.reports.setting import set_pdf
from data_layer.problem import Problem
from data_layer.releases.released import FigureTable
from tests.dashboard.reports.accessible_pdf import alternatives, faults, types
from tests.dashboard.reports.setting_room import pages_of, pdf_of, places, text_of
from tests.dashboard.reports.structure_tree import elements, kind
from tests.whole_release import WHOLE, WORDS, Printed, Said, whole

SECONDS = 2
HOSTILE = (
    '#eval("1+1") #include "look.typ" $x^2$ *bold* _x_ `raw` @ref <label> \\u{41} // gone',
    '=HYPERLINK("http://example.org")',
    "</script><b>x</b> {page} {pages} %(n)s {{ 7*7 }}",
    "\u202egnorw \u2066x\u2069 \x00\x07\ud800 עברית العربية 👩‍👩‍👧 ☃ 中文 ﷽",
    "W" * 5000,
    "",
)


@pytest.fixture(scope="module")
def papers():
    """Each template in each language."""
    return {(name, language): pdf_of(Printed(), name, WORDS, language) for name in TEMPLATES for language in ("en", "de")}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_report_keeps_the_rules_of_pdf_ua(papers, template, language):
    assert faults(papers[template, language]) == []


def test_the_check_of_pdf_ua_finds_what_is_wrong(tmp_path):
    source = tmp_path / "bare.typ"
    source.write_text("= Plain")
    assert "it does not claim PDF/UA-1" in faults(typst.compile(str(source)))
    source.write_text("#figure(rect(), kind: image, supplement: none)\n=== Third")
    found = faults(typst.compile(str(source)))
    assert "H3 comes after H0" in found
    assert "a figure has no words in its place" in found


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_report_says_its_language_and_title(papers, template, language):
    read = pypdf.PdfReader(io.BytesIO(papers[template, language]))
    assert read.trailer["/Root"]["/Lang"] == language
    assert "Spring 2026" in read.metadata.title


def test_the_full_report_has_contents_that_lead_to_its_questions(papers):
    read = pypdf.PdfReader(io.BytesIO(papers["full", "en"]))
    titles = [entry.title for entry in read.outline if not isinstance(entry, list)]
    assert "How much say did service users have?" in titles
    assert "TOC" in types(papers["full", "en"])


def test_each_page_has_its_number_and_the_day(papers):
    pages = pages_of(papers["full", "en"])
    assert all(f"Page {n} of {len(pages)}" in text and "As of 1 May 2026." in text for n, text in enumerate(pages, 1))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_report_says_its_period(papers, template):
    assert "2017 to 2019" in text_of(papers[template, "en"])


def test_the_summary_is_one_page(papers):
    assert len(pages_of(papers["summary", "en"])) == len(pages_of(papers["summary", "de"])) == 1


def test_the_summary_says_how_many_questions_only_the_whole_report_answers(papers):
    with server.test_request_context("/login"):
        blocks = document(Printed(), "full")["blocks"]
    assert f"The whole report answers {len(blocks) - MOST_ON_ONE_PAGE} questions more." in text_of(papers["summary", "en"])


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_summary_stays_one_page_whatever_is_in_it(hostile):
    tables = whole(networks=(replace(WHOLE.networks[0], name=hostile),), figures=(_named(hostile), *WHOLE.figures))
    assert len(pages_of(pdf_of(Printed(title=hostile, tables=tables), "summary"))) == 1


def _named(name: str) -> FigureTable:
    return FigureTable("jobs", "persons", "network", (name, f"{name}.", "other"), None, (), True, ((25,), (25,), (10,), (60,)))


@pytest.mark.parametrize("template", ["full", "indicators"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_of_people_are_never_markup(hostile, template):
    story = replace(WHOLE.told[0], name=hostile, description=hostile, place=hostile)
    tables = whole(told=(story,), figures=(_named(hostile),), networks=(replace(WHOLE.networks[0], name=hostile, for_whom=hostile),))
    made = pdf_of(Printed(title=hostile, tables=tables), template, (Said(hostile), Said(hostile, micro_project_id=7)))
    assert faults(made) == []
    if hostile.startswith("#"):
        assert '#eval("1+1")' in text_of(made)


def test_german_and_cyrillic_and_baltic_names_can_be_read_and_searched(papers):
    said = text_of(papers["full", "de"])
    assert all(words in said for words in ("Größenwahn Nähstube", "Живая мастерская", "Jūratė", "Plön", "Luleå"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_words_are_read_in_the_order_in_which_they_stand(papers, language):
    with server.test_request_context("/login"), force_locale(language):
        blocks = document(Printed(), "full", WORDS)["blocks"]
    said = _unbroken(text_of(papers["full", language]))
    questions = [block["question"] for block in blocks]
    order = [words for block in blocks for words in (block["question"], block["reads"], block["rule"], *block["head"]) if words]
    for words in (*questions, *order):
        _before, found, said = said.partition(_unbroken(words))
        assert found, words


def _unbroken(words: str) -> str:
    """Words without what stands where lines break."""
    return re.sub("[- \N{SOFT HYPHEN}\N{NO-BREAK SPACE}]", "", words)


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_stand_in_paragraphs_headings_and_tables(papers, template):
    read = pypdf.PdfReader(io.BytesIO(papers[template, "en"]))
    loose = [kind(parent) for element, parent in elements(read) if kind(element) == "Span" and kind(parent) in ("Document", "Div")]
    assert loose == []
    assert "P" in types(papers[template, "en"])


def test_heads_of_long_tables_stand_on_each_page():
    names = tuple(f"Network {n}" for n in range(120))
    table = FigureTable("jobs", "persons", "network", names, None, (), False, tuple((15,) for _name in names))
    pages = pages_of(pdf_of(Printed(tables=whole(figures=(table,), told=(), money=())), "full"))
    assert all("What People" in text for text in pages if "Network 50" in text or "Network 100" in text)
    assert sum("What People" in text for text in pages) >= 3


def test_heads_of_indicators_stand_again_where_their_figures_go_on():
    names = tuple(f"Network {n}" for n in range(60))
    table = FigureTable("jobs", "persons", "network", names, None, (), True, (*((15,) for _name in names), (900,)))
    pages = pages_of(pdf_of(Printed(tables=whole(figures=(table,), told=(), money=())), "indicators"))
    with_jobs = [text for text in pages if "Network " in text]
    assert len(with_jobs) >= 3
    assert all("Code Indicator Unit" in text and "3 Jobs People are counted once" in text for text in with_jobs)


@pytest.mark.parametrize("name", ["w" * 600, "http://example.org/" + "x/" * 300, "many words " * 60])
def test_nothing_falls_off_a_page(name):
    for template in ("full", "indicators"):
        made = pdf_of(Printed(tables=whole(figures=(_named(name), *WHOLE.figures), told=())), template)
        for page in pypdf.PdfReader(io.BytesIO(made)).pages:
            assert all(0 < x < page.mediabox.width and 0 < y < page.mediabox.height for x, y in places(page))


def test_a_heading_never_stands_alone_at_the_end_of_a_page():
    figures = tuple(replace(WHOLE.figures[-1], code=f"money_{code}", unit="money") for code in ("EUR", "SEK", "DKK", "PLN", "NOK", "GBP"))
    for told in range(6):
        pages = pages_of(pdf_of(Printed(tables=whole(figures=figures, told=WHOLE.told * told)), "full", WORDS))
        for text in pages:
            assert not re.search(r"(\?|Größenwahn Nähstube) Spring 2026 · As of", text)


def test_figures_stand_at_the_right_and_words_at_the_left():
    with server.test_request_context("/login"):
        blocks = {block["code"]: block["right"] for block in document(Printed(), "full", WORDS)["blocks"]}
    assert blocks["reached"] == [False, True]
    assert blocks["money"] == [False, False, False, False, True, False]


def test_a_column_in_which_nothing_stands_is_left_out():
    bare = replace(WHOLE.money[0], remarks=(), before_sempre=False, regrant=False)
    with server.test_request_context("/login"):
        blocks = {block["code"]: block for block in document(Printed(tables=whole(money=(bare,))), "full")["blocks"]}
    assert blocks["money"]["head"] == ["For", "From", "Source", "State", "Sum"]
    assert blocks["money"]["right"] == [False, False, False, False, True]
    assert [len(line["cells"]) for line in blocks["money"]["lines"]] == [4]


def test_a_chart_of_many_groups_stays_on_one_page_with_its_rule_and_its_table():
    codes = tuple(f"Kind {letter}" for letter in "ABCDEFGHIJK")
    cells = tuple((100_000 + n, 200_000, 300_000 + n) for n in range(11))
    money = replace(WHOLE.figures[-1], code="money_SEK", unit="money", of_rows="name", rows=codes, of_columns="state")
    money = replace(money, columns=("received", "awarded"), totals=True, cells=(*cells, (1, 2, 3)))
    pages = pages_of(pdf_of(Printed(tables=whole(figures=(money,), told=())), "full"))
    (page,) = [text for text in pages if "Kind A" in text]
    assert page.count("Kind B") == 2
    assert "Currencies are never added together. As of 1 May 2026." in page


def test_pictures_have_words_in_their_place(papers):
    said = alternatives(papers["full", "en"])
    assert len(said) >= 10
    assert any("How much say" in words for words in said)


def test_charts_are_vectors(papers):
    assert not any(page.images for page in pypdf.PdfReader(io.BytesIO(papers["full", "en"])).pages)


def test_counting_rules_and_the_day_stand_beside_each_table(papers):
    said = text_of(papers["full", "en"])
    assert said.count("As of 1 May 2026.") >= len(WHOLE.figures)
    assert "Counts under 10 are not shown, others are rounded to 5." in said


def test_only_figures_of_the_release_stand_in_it(papers):
    allowed = {str(value) for table in WHOLE.figures for line in table.cells for value in line if value is not None}
    said = re.sub(r"[\d.,]+\d\.\d\d\b", "", text_of(papers["indicators", "en"]))
    numbers = set(re.findall(r"(?<![\d.])\d+(?![\d.])", said))
    codes_and_pages = {str(n) for n in range(len(WHOLE.figures) + 3)} | {"2026", "5", "10", "2017", "2018", "2019"}
    assert numbers <= allowed | codes_and_pages


def test_hidden_figures_are_dots(papers):
    assert re.search("disadvantaged young people People [^·]{3,30} ·", text_of(papers["indicators", "en"]))


def test_the_same_release_gives_the_same_bytes(papers):
    assert pdf_of(Printed(), "indicators", WORDS) == papers["indicators", "en"]


def test_a_report_is_set_quickly():
    began = time.perf_counter()
    pdf_of(Printed(), "full", WORDS)
    assert time.perf_counter() - began < SECONDS


def test_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(setting, "PATIENCE_SECONDS", 0)
    with setting.taking_turns, pytest.raises(Problem, match="report_busy"):
        set_pdf({})


def test_a_document_that_cannot_be_set_is_a_problem():
    with pytest.raises(Problem, match="report_failed"):
        set_pdf({"template": "full", "year": 2026, "month": 1, "day": 1})
