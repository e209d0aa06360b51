"""How service users get to the form, as coordinators see it."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from app import server
from components.surveys.results import say_says
from components.surveys.way import counted, state_flag, way_in

ADDRESS = "https://len.example/respond/1-0-abc"


@dataclass(frozen=True)
class Line:
    id: int = 1
    name: str = "Sewing room"
    stage: str = "unknown"
    ends: date = date(2026, 5, 20)
    ended: bool = False
    withdrawn: bool = False
    slips: int = 0
    answers: int | None = None


@pytest.fixture(autouse=True)
def _in_a_request():
    with server.test_request_context(headers={"Accept-Language": "en"}):
        yield


def shown(line, *, reachable=True):
    return str([part.to_plotly_json() for part in way_in(line, ADDRESS, reachable=reachable)])


def test_a_link_for_everybody_has_its_address_and_a_code_drawn_here():
    assert ADDRESS in shown(Line())
    assert "data:image/svg+xml" in shown(Line())


def test_slips_have_a_sheet_and_no_address_for_everybody():
    text = shown(replace(Line(), slips=20))
    assert ("/ask/1/slips" in text, "Print the sheet with 20 slips" in text, ADDRESS in text) == (True, True, False)


def test_an_address_that_phones_cannot_reach_says_so():
    assert "Phones cannot reach this address" in shown(Line(), reachable=False)
    assert "Phones cannot reach this address" not in shown(Line())


@pytest.mark.parametrize("change", [{"ended": True}, {"withdrawn": True}])
def test_a_link_that_is_shut_has_no_way_in(change):
    assert ADDRESS not in shown(replace(Line(), **change))


@pytest.mark.parametrize(("change", "word"), [({}, "open"), ({"ended": True}, "ended"), ({"ended": True, "withdrawn": True}, "withdrawn")])
def test_its_state_is_a_word(change, word):
    assert state_flag(replace(Line(), **change)).children == word


def test_before_five_answers_nothing_tells_how_many_there_are():
    assert counted(None) == "No result yet: it takes five answers."


def test_the_finding_names_the_step_in_the_middle_only_where_there_is_one():
    assert say_says(5, 4, read=False) == "5 answers are counted. In the middle stands step 4: “We decided together with the staff.”"
    assert say_says(5, None, read=False) == "5 answers are counted."
