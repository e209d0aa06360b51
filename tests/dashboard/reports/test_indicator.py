"""The table of indicators: what was to be reached and what was, before the figures of the whole release."""

from dataclasses import replace

import pytest
from flask_babel import force_locale

from app import server
from dashboard.reports.document import document
from data_layer.releases.released import FigureTable
from tests.dashboard.reports.accessible_pdf import faults
from tests.dashboard.reports.setting_room import pdf_of, text_of
from tests.watched_indicators import ALL
from tests.whole_release import Printed, whole


def first_group(**changes):
    with server.test_request_context("/login"), force_locale("en"):
        made = document(replace(Printed(), tables=whole(**changes)), "indicators")
    return made["groups"][0], made


def test_chosen_indicators_come_first_with_baseline_target_and_value():
    group, _made = first_group(indicators=ALL)
    line = group["lines"][0]
    assert (line["code"], line["unit"], line["baseline"], line["target"], line["value"]) == ("chairs", "meetings", "2", "10", "8")
    assert line["indicator"] == "Meetings chaired by service users – Plön, WIRkstatt (organisational; May 2017; minutes)"


def test_one_without_a_code_gets_one_of_the_report():
    group, _made = first_group(indicators=ALL)
    assert [line["code"] for line in group["lines"]] == ["chairs", "A.2", "A.3"]


def test_a_hidden_figure_is_a_dot_and_the_paper_says_what_that_means():
    group, made = first_group(indicators=ALL, figures=())
    assert (group["lines"][1]["baseline"], made["hides"]) == ("·", True)


def test_without_chosen_indicators_the_networks_come_first():
    group, _made = first_group()
    assert group["code"] == "1"


def test_how_far_micro_projects_came_is_told_by_phases_though_the_table_has_networks_too():
    columns = ("support", "start_up")
    table = FigureTable(
        "projects_by_phase", "projects", "network", ("North", "South"), "phase", columns, True, ((1, 0, 1), (2, 4, 6), (3, 4, 7))
    )
    group = next(group for group in first_group(figures=(table,))[1]["groups"] if group["code"] == "3")
    assert [(line["indicator"], line["value"]) for line in group["lines"]] == [
        ("All together", "7"),
        ("entrepreneurial support", "3"),
        ("social start-up", "4"),
    ]


@pytest.mark.parametrize("template", ["full", "indicators"])
def test_papers_with_indicators_keep_the_rules_of_pdf_ua_and_hostile_names_stay_words(template):
    hostile = replace(ALL[0], name='#eval("1+1") *bold*', unit="$x^2$", source="#include", code="@ref")
    paper = pdf_of(replace(Printed(), tables=whole(indicators=(*ALL, hostile))), template)
    assert faults(paper) == []
    assert '#eval("1+1") *bold*' in " ".join(text_of(paper).split())
