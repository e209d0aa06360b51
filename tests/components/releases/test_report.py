"""A release as a report."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from components.releases.page import no_release, read_page, release_list, release_page
from components.releases.report import report, stamp
from components.releases.words import became, gap, stated
from tests.components.tree import find, find_all, of_type, text


@dataclass(frozen=True)
class Network:
    name: str = "Luleå"
    country: str | None = "SE"
    for_whom: str | None = None
    target_groups: tuple = ("migrants",)


@dataclass(frozen=True)
class Tally:
    code: str
    n: int
    readings: int = 0


@dataclass(frozen=True)
class Remark:
    field: str
    kind: str
    other_value: str | None = None


@dataclass(frozen=True)
class Money:
    micro_project: str = "Tailors"
    what_for: str | None = "machines"
    funder: str = "City"
    source_name: str | None = None
    state: str = "awarded"
    currency: str | None = "SEK"
    amount: int | None = 100
    in_kind: bool = False
    decided: tuple = (None, None)
    before_sempre: bool = False
    regrant: bool = False
    source: str = "a report"
    remarks: tuple = ()


@dataclass(frozen=True)
class Gap:
    code: str
    n: int
    of: int


@dataclass(frozen=True)
class Stated:
    code: str
    n: int
    source: str


@dataclass(frozen=True)
class Tables:
    networks: tuple = (Network(),)
    unclear: tuple = ()
    micro_projects: int = 17
    became: tuple = (Tally("cooperative", 8), Tally("undecided", 4, 4), Tally("ended", 0), Tally("unknown", 5))
    phases: tuple = (Tally("needs", 0), Tally("start_up", 7, 7), Tally("unknown", 10))
    ends: tuple = (Tally("open", 1), Tally("unknown", 16))
    money: tuple = (Money(),)
    gaps: tuple = (Gap("end_state", 16, 17), Gap("unsourced", 0, 7))
    stated: tuple = (Stated("micro_projects", 26, "a page"), Stated("networks", 11, "a brief"))
    figures: tuple = ()
    told: tuple = ()
    indicators: tuple = ()


@dataclass(frozen=True)
class Outcomes:
    title: str = "Spring"
    as_of: date = date(2026, 11, 22)
    sample: bool = False
    period: tuple = (None, None)
    tables: Tables = Tables()


@dataclass(frozen=True)
class Line:
    id: int = 3
    title: str = "Spring"
    as_of: date = date(2026, 11, 22)
    made_at: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    networks: int = 12
    micro_projects: int = 17


def made(page=1, **tables):
    return report(replace(Tables(), **tables), as_of=date(2026, 5, 1), page=page, href=lambda n: f"/outcomes?page={n}")


def section(name, **tables):
    return next(
        part
        for part in of_type(made(**tables), "Section")
        if part.to_plotly_json()["props"]["aria-labelledby"] == f"outcomes-{name}-heading"
    )


def reads(name, **tables):
    return text(find(section(name, **tables), "reads"))


def money_cells(**values):
    cells = of_type(section("money", money=(replace(Money(), **values),)), "Td")
    return [text(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in cells]


def test_the_stamp_says_which_release_of_which_day_holds_what():
    said = text(stamp("Spring", date(2026, 11, 22), Tables(), sample=False))
    assert "Release SpringAs of 22 November 2026Networks 1Micro projects 17Counts of people none in this release" in said


@pytest.mark.parametrize(("sample", "marks"), [(True, 1), (False, 0)])
def test_the_stamp_marks_sample_data(sample, marks):
    assert len(find_all(stamp("Spring", date(2026, 11, 22), Tables(), sample=sample), "flag")) == marks


def test_the_report_asks_its_questions_in_order():
    assert [text(part) for part in of_type(made(), "H2")] == [
        "What did they become?",
        "How far did they come?",
        "How did they end up?",
        "What money was stated?",
        "Which networks took part?",
        "What is not known?",
    ]


def test_every_answer_has_its_counting_rule():
    assert all(find_all(part, "source") for part in of_type(made(), "Section"))


def test_forms_that_nobody_has_are_left_out_but_unknown_is_not():
    labels = [text(part) for part in find_all(section("became"), "lab")]
    assert labels == ["cooperative", "not yet decided", "unknown"]


def test_what_they_became_is_said_in_a_sentence():
    assert (
        reads("became")
        == "Of the micro projects, 8 of 17 have a form of their own or run as a start-up. 4 more are looking for their form."
    )


def test_a_phase_without_a_micro_project_says_so():
    assert "0none stated" in text(section("phases"))


def test_our_readings_are_flagged_and_counted():
    assert "our reading For 7 of 17 we read this from what sources say." in text(section("phases"))
    assert find_all(section("ends"), "flag-reading") == []


def test_an_unknown_end_is_hatched():
    assert len(find_all(section("ends"), "is-unknown")) == 1


def test_money_stands_with_its_currency_and_its_source():
    assert money_cells() == ["CitySource: a report", "SEK 1.00awarded"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"amount": None}, "unknownawarded"),
        ({"amount": None, "in_kind": True}, "in kindawarded"),
        ({"decided": (date(2017, 1, 1), date(2017, 12, 31))}, "SEK 1.00awarded, 2017"),
        ({"remarks": (Remark("awarded_minor", "conflict", "SEK 2"),)}, "SEK 1.00≠ (sources disagree: SEK 2)awarded"),
        ({"remarks": (Remark("state", "reading"),)}, "SEK 1.00awarded° (our reading)"),
    ],
)
def test_a_sum_says_what_is_unknown_or_special_about_it(values, words):
    assert money_cells(**values)[-1] == words


def test_there_is_no_total():
    assert "No total is shown" in reads("money")
    assert "3.00" not in text(section("money", money=(Money(), Money(amount=200))))


def test_many_lines_of_money_come_in_pages():
    lines = tuple(Money(micro_project=f"project {place}") for place in range(120))
    shown = [text(part) for part in of_type(section("money", money=lines), "Th")[3:]]
    assert len(shown) == 50
    assert [link.href for link in of_type(section("money", money=lines), "Link") if "page" in link.href] == [
        "/outcomes?page=2",
        "/outcomes?page=3",
    ]


def test_networks_whose_status_is_unclear_stand_apart():
    made_section = section("networks", unclear=(Network("Sunderby", None, None, ()),))
    assert [text(part) for part in of_type(made_section, "H3")] == ["Named, but their status is unclear"]
    assert text(find(made_section, "reads")) == "Local Empowerment Networks: 1. Countries: 1."


def test_for_whom_in_the_words_of_the_source_else_by_code_else_unknown():
    networks = (Network(for_whom="older adults (65+)"), Network(), Network(target_groups=()))
    cells = [text(cell) for cell in of_type(section("networks", networks=networks), "Td")][1::2]
    assert cells == ["older adults (65+)", "migrants and refugees", "unknown"]


def test_what_is_known_of_all_is_no_gap():
    assert [text(part) for part in of_type(section("unknown"), "B")] == ["16 of 17"]


def test_what_a_source_says_about_the_whole_stands_beside_what_is_recorded():
    assert "A source speaks of 11 networks; recorded here: 1 (a brief)." in text(section("unknown"))
    assert reads("unknown") == "At least 9 micro projects that a source speaks of are not in this release."


def test_a_release_that_holds_all_that_sources_speak_of_claims_no_gap():
    assert find_all(section("unknown", stated=(Stated("micro_projects", 17, "a page"),)), "reads") == []


@pytest.mark.parametrize("code", ["became", "phase", "end_state", "money", "amount", "unsourced", "founded", "status"])
def test_every_gap_has_words(code):
    assert gap(code)


@pytest.mark.parametrize("code", ["start_up", "association", "unknown"])
def test_every_form_has_words(code):
    assert became(code)


@pytest.mark.parametrize("code", ["micro_projects", "networks"])
def test_every_stated_number_names_its_source(code):
    assert "a brief" in stated(code, 3, 2, source="a brief")


def test_a_release_has_nothing_to_press_but_its_tables():
    page = release_page(Outcomes(), read_page({}), path="/outcomes", eyebrow="Outcomes")
    assert of_type(page, "Button") + find_all(page, "btn") == []


def test_what_the_address_says_too_much_is_named():
    page = release_page(Outcomes(), read_page({"network": "3", "page": "1"}), path="/outcomes", eyebrow="Outcomes")
    assert "One part of the address was not understood and is left out: network." in text(page)


def test_the_list_leads_to_each_release():
    links = of_type(release_list([Line(), Line(id=2, title="Autumn")]), "Link")
    assert [link.href for link in links if not link.href.startswith("/help")] == ["/outcomes/3", "/outcomes/2"]


def test_where_no_release_names_the_account_it_says_so():
    assert "No release names your account yet." in text(no_release())
