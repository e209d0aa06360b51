"""The form for service users on a phone: without scripts, from the right to the left, small, without fault."""

import pytest
import sqlalchemy as sa

from app import server as flask_server
from dashboard.respond.secret import address_of
from data_layer.models import MicroProject, SurveyResult, WaitingAnswer
from tests.browser.inspection import document_faults, layout_faults, none, under
from tests.browser.visitor import Visitor
from tests.factories import make_survey

PHONE = {"width": 390, "height": 844}
MOST_BYTES = 60_000


@pytest.fixture
def link(server):
    """`link()` makes a survey and gives its address and id."""

    def make(**fields):
        with server.rows() as session:
            survey = make_survey(session, session.scalars(sa.select(MicroProject).order_by(MicroProject.id)).first(), **fields)
            number, made_at = survey.id, survey.made_at
        with flask_server.test_request_context(base_url=server.address):
            return address_of(number, made_at), number

    return make


@pytest.fixture
def phone(browser):
    """`phone(java_script_enabled=False)` opens a page of its own."""
    contexts = []

    def open_phone(**options):
        contexts.append(browser.new_context(**{"viewport": PHONE, "locale": "en", **options}))
        return contexts[-1].new_page()

    yield open_phone
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("language", "title", "thanks"), [("en", "How much say did you have?", "Thank you."), ("ar", "كم كان لك", "شكراً لك")]
)
def test_the_whole_way_needs_no_script(phone, link, server, language, title, thanks):
    address, number = link()
    for turn in range(5):
        page = phone(java_script_enabled=False)
        page.goto(f"{address}?language={language}")
        assert title in page.inner_text("h1")
        page.get_by_role("radio").nth(3).check()
        page.locator("button.main").click()
        page.locator("input[name=helped][value=time]").check()
        page.fill("#helped-words", "call 0431 1234567")
        page.locator("button.main").click()
        assert "0431 1234567" in page.inner_text("#helped-fault")
        assert page.is_checked("input[name=helped][value=time]")
        page.fill("#helped-words", f"{'abcde'[turn]} word")
        page.locator("button.main").click()
        assert thanks in page.inner_text("h1")
        assert page.context.cookies() == []
    with server.rows() as session:
        result = session.scalars(sa.select(SurveyResult).where(SurveyResult.survey_id == number)).one()
        left = session.scalar(sa.select(sa.func.count(WaitingAnswer.id)).where(WaitingAnswer.survey_id == number))
    assert (result.answers, result.counts["say"]["4"], result.counts["helped"]["time"], left) == (5, 5, 5, 0)


def test_the_other_language_keeps_what_was_chosen(phone, link):
    page = phone(java_script_enabled=False)
    page.goto(link()[0])
    page.get_by_role("radio").nth(1).check()
    page.locator("summary").click()
    page.locator("button[value=uk]").click()
    assert (page.get_attribute("html", "lang"), page.get_by_role("radio").nth(1).is_checked()) == ("uk", True)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_both_questions_are_without_fault(browser, server, link, language):
    window = Visitor(browser.new_context(viewport=PHONE, locale="en"), server.address)
    window.page.goto(f"{link()[0]}?language={language}")
    faults = under("first question", _faults(window, language))
    window.page.get_by_role("radio").nth(3).check()
    window.page.locator("button.main").click()
    window.page.fill("#helped-words", "the talks with Anna Lind")
    window.page.locator("button.main").click()
    faults += under("second question", _faults(window, language))
    requested = window.take_requests()
    window.page.context.close()
    assert len(requested) == 3
    none(faults)


def _faults(window, language):
    faults = document_faults(window, language)
    for width in (390, 320):
        window.page.set_viewport_size({"width": width, "height": 844})
        for theme in ("light", "dark"):
            window.turn(theme)
            faults += under(f"{width} px, {theme}", layout_faults(window))
    return [*faults, *window.take_faults()]


def test_it_comes_in_one_small_answer(phone, link):
    address, _number = link()
    page = phone()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    sizes = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.get_by_role("radio").nth(3).check()
    assert (len(sizes), 0 < sum(sizes) < MOST_BYTES) == (1, True)
