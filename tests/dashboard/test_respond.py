"""The form for service users over HTTP: both questions, what is refused, what is kept of it, what is not."""

import logging
import re
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from app import server
from dashboard.respond.secret import address_of
from dashboard.routes import respond as route
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, Survey, SurveyResult, UsedForm, Voice, WaitingAnswer
from tests.factories import make_survey
from tests.points_of_view import HERE

MAY = datetime(2026, 5, 20, 12, tzinfo=UTC)
TITLES = {
    "say": "How much say did you have?",
    "helped": "What helped, and what did not?",
    "thanks": "Thank you. Your answer is here.",
    "used": "Your answer is already here",
    "ended": "This link has ended",
    "withdrawn": "This link is no longer in use",
    "forged": "We do not know this link",
    "broken": "That did not work",
}


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(MAY)
    route.throttle.clear()


@pytest.fixture
def link(client):
    """`link(slip=2, slips=9)` makes a survey and gives the path of its address, or of one of its slips."""

    def make(*, slip=0, **fields):
        with bare_session(write=True) as session:
            network = session.scalars(sa.select(Network).where(Network.name == HERE)).one()
            project = session.scalars(sa.select(MicroProject).where(MicroProject.network_id == network.id)).first()
            survey = make_survey(session, project, **fields)
            session.commit()
        with server.test_request_context(base_url="http://localhost"):
            return address_of(survey.id, survey.made_at, slip).removeprefix("http://localhost")

    return make


def key_of(page):
    return re.search(r'name="key" value="([^"]+)"', page.text).group(1)


def title(page):
    return re.search(r"<h1>(.*?)</h1>", page.text).group(1)


def fill(client, path, say="4", **more):
    """Both questions; gives the last page."""
    key = key_of(client.get(path))
    client.post(path, data={"key": key, "at": "1", "in": "en", "go": "next", "say": say})
    return client.post(path, data={"key": key, "at": "2", "in": "en", "go": "send", "say": say, **more})


def count(model):
    with bare_session() as session:
        return session.scalar(sa.select(sa.func.count(model.id)))


class TestTheWay:
    def test_two_questions_and_thanks(self, client, link):
        path = link()
        first = client.get(path)
        data = {"key": key_of(first), "at": "1", "in": "en", "go": "next", "say": "4"}
        second = client.post(path, data=data)
        last = client.post(path, data={**data, "at": "2", "go": "send", "helped": ["time", "choice"]})
        assert [title(page) for page in (first, second, last)] == [TITLES["say"], TITLES["helped"], TITLES["thanks"]]
        assert count(WaitingAnswer) == 1

    def test_it_needs_a_sentence_and_says_so(self, client, link):
        path = link()
        page = client.post(path, data={"key": key_of(client.get(path)), "at": "1", "in": "en", "go": "next"})
        assert (title(page), "Please choose one sentence" in page.text) == (TITLES["say"], True)

    def test_back_keeps_everything(self, client, link):
        path = link()
        data = {"key": key_of(client.get(path)), "in": "en", "say": "5", "helped": "time", "did_not_help_words": "the bus"}
        page = client.post(path, data={**data, "at": "2", "go": "back"})
        assert 'value="5" checked' in page.text
        assert 'name="helped" value="time"' in page.text
        assert 'name="did_not_help_words" value="the bus"' in page.text

    def test_another_language_keeps_everything(self, client, link):
        path = link()
        page = client.post(path, data={"key": key_of(client.get(path)), "at": "1", "in": "en", "language": "ar", "say": "3"})
        assert '<html lang="ar" dir="rtl">' in page.text
        assert 'value="3" checked' in page.text

    def test_the_language_of_the_survey_is_the_first_one(self, client, link):
        assert '<html lang="uk" dir="ltr">' in client.get(link(language="uk")).text

    def test_five_make_a_result_and_words_make_voices(self, client, link):
        path, before = link(), count(SurveyResult)
        for number in range(5):
            fill(client, path, helped_words=f"the cooking, {'abcde'[number]}")
        assert (count(SurveyResult) - before, count(WaitingAnswer)) == (1, 0)
        with bare_session() as session:
            found = session.scalars(sa.select(Voice.words).where(Voice.source == "answers through a link").order_by(Voice.id)).all()
        assert found == [f"the cooking, {letter}" for letter in "abcde"]


class TestWhatIsRefused:
    @pytest.mark.parametrize("words", ["call me 0431 1234567", "anna@example.org", "see www.example.org"])
    def test_numbers_and_addresses_come_back_with_everything_else(self, client, link, words):
        page = fill(client, link(), helped="time", helped_words=words, no_name="helped")
        assert (title(page), count(WaitingAnswer)) == (TITLES["helped"], 0)
        assert "Please take this out." in page.text
        assert re.search(r'value="time" checked', page.text)
        assert words in page.text

    def test_a_name_comes_back_and_passes_when_somebody_says_that_it_is_none(self, client, link):
        path = link()
        page = fill(client, path, helped_words="the talks with Anna Lind")
        assert "This looks like a name." in page.text
        data = {"key": key_of(page), "at": "2", "in": "en", "go": "send", "say": "4", "helped_words": "the talks with Anna Lind"}
        assert title(client.post(path, data={**data, "no_name": "did_not_help"})) == TITLES["helped"]
        assert title(client.post(path, data={**data, "no_name": "helped"})) == TITLES["thanks"]

    def test_a_text_that_is_too_long_comes_back_whole(self, client, link):
        page = fill(client, link(), helped_words="word " * 130)
        assert "at most 600 characters" in page.text
        assert ("word " * 130).strip() in page.text

    def test_an_answer_that_is_sent_twice_counts_once(self, client, link):
        path = link()
        data = {"key": key_of(client.get(path)), "at": "2", "in": "en", "go": "send", "say": "4"}
        assert [title(client.post(path, data=data)) for _turn in range(2)] == [TITLES["thanks"], TITLES["used"]]
        assert count(WaitingAnswer) == 1

    def test_a_slip_counts_once_however_often_it_is_opened(self, client, link):
        path = link(slips=9, slip=2)
        key = key_of(client.get(path))
        assert title(fill(client, path)) == TITLES["thanks"]
        late = client.post(path, data={"key": key, "at": "2", "in": "en", "go": "send", "say": "4"})
        assert [title(page) for page in (client.get(path), late)] == [TITLES["used"]] * 2

    def test_an_ended_link_says_until_when(self, client, link):
        page = client.get(link(ends=date(2026, 5, 19)))
        assert (page.status_code, title(page), "May 19, 2026" in page.text) == (200, TITLES["ended"], True)

    def test_a_link_that_ends_while_somebody_writes_takes_nothing(self, client, link, clock):
        path = link(ends=date(2026, 5, 20))
        data = {"key": key_of(client.get(path)), "at": "2", "in": "en", "go": "send", "say": "4"}
        clock(datetime(2026, 5, 21, 12, tzinfo=UTC))
        assert (title(client.post(path, data=data)), count(WaitingAnswer)) == (TITLES["ended"], 0)

    def test_a_withdrawn_link_has_its_sentence(self, client, link):
        assert title(client.get(link(withdrawn=True))) == TITLES["withdrawn"]

    def test_a_link_whose_micro_project_is_in_the_trash_is_withdrawn(self, client, link):
        path = link()
        with bare_session(write=True) as session:
            trash_rows(session, TABLES["micro_project"], list(session.scalars(sa.select(MicroProject.id).limit(200))))
            session.commit()
        assert title(client.get(path)) == TITLES["withdrawn"]

    @pytest.mark.parametrize("path", ["/respond/x", "/respond/1-0-aaaaaaaaaaaaaaaaaaaaaaaa", "/respond/99999-0-aaaaaaaaaaaaaaaaaaaaaaaa"])
    def test_a_forged_link_has_its_sentence(self, client, path):
        page = client.get(path)
        assert (page.status_code, title(page)) == (404, TITLES["forged"])

    def test_a_forged_link_takes_nothing(self, client, link):
        path = link()
        data = {"key": key_of(client.get(path)), "at": "2", "in": "en", "go": "send", "say": "4"}
        page = client.post(path[:-1] + ("A" if path[-1] != "A" else "B"), data=data)
        assert (page.status_code, title(page), count(WaitingAnswer)) == (404, TITLES["forged"], 0)

    def test_more_than_a_room_full_in_a_minute_has_to_wait_and_loses_nothing(self, client, link):
        path = link()
        for _turn in range(60):
            route.throttle.lets(int(path.split("/")[2].split("-")[0]))
        page = fill(client, path, helped_words="the cooking")
        assert (page.status_code, title(page), "the cooking" in page.text) == (429, TITLES["helped"], True)

    @pytest.mark.parametrize(
        "change",
        [
            {"say": "8"},
            {"say": ["4", "5"]},
            {"at": "3"},
            {"at": ""},
            {"go": "x"},
            {"key": "x"},
            {"key": ""},
            {"helped": "money"},
            {"helped": ["time", "time"]},
            {"no_name": "yes"},
            {"name": "Anna"},
            {"network_id": "1"},
            {"helped_words": "x" * 4_001},
            {"": "x"},
        ],
        ids=str,
    )
    def test_what_the_form_cannot_have_sent_is_400(self, client, link, change):
        path = link()
        data = {"key": key_of(client.get(path)), "at": "2", "in": "en", "go": "send", "say": "4", **change}
        page = client.post(path, data=data)
        assert (page.status_code, count(WaitingAnswer), count(UsedForm)) == (400, 0, 0)

    @pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "text/plain"])
    def test_what_is_no_form_is_400(self, client, link, kind):
        assert client.post(link(), data=b"{}", content_type=kind).status_code == 400

    def test_a_form_from_another_place_is_400(self, client, link):
        path = link()
        data = {"key": key_of(client.get(path)), "at": "2", "in": "en", "go": "send", "say": "4"}
        assert client.post(path, data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 400

    def test_without_the_database_it_says_so_and_logs_no_token(self, client, link, monkeypatch, caplog):
        path = link()

        def away(*_arguments, **_options):
            raise OperationalError("select", {}, Exception("locked"))

        monkeypatch.setattr(route, "asked", away)
        with caplog.at_level(logging.DEBUG):
            page = client.get(path)
        assert (page.status_code, title(page)) == (503, TITLES["broken"])
        assert path.rpartition("/")[2] not in caplog.text


class TestNobodyIsKnown:
    @pytest.mark.parametrize("point_of_view", ["anonymous", "coordinator_here"])
    def test_no_cookie_is_set_and_no_sign_in_is_looked_at(self, as_user, link, point_of_view):
        browser, path = as_user(point_of_view), link()
        pages = [browser.get(path), fill(browser, path), browser.get("/respond/x"), browser.post(path)]
        assert [page.headers.getlist("Set-Cookie") for page in pages] == [[]] * 4
        assert [page.headers.get("X-Sign-In-Ends") for page in pages] == [None] * 4

    def test_nothing_of_the_sender_is_kept(self, client, link):
        path = link()
        marks = {"User-Agent": "Strange Phone 77", "Accept-Language": "sv-FI"}
        key = key_of(client.get(path, headers=marks))
        data = {"key": key, "at": "2", "in": "en", "go": "send", "say": "4"}
        client.post(path, data=data, headers=marks, environ_base={"REMOTE_ADDR": "203.0.113.77"})
        with bare_session() as session:
            rows = [session.execute(sa.select(model)).scalars().one() for model in (WaitingAnswer, UsedForm)]
        kept = str([{name: value for name, value in vars(row).items() if not name.startswith("_")} for row in rows])
        assert [mark for mark in ("Strange", "203.0.113", "sv-FI", key, path.rpartition("/")[2], "2026") if mark in kept] == []

    def test_no_log_line_holds_the_address_or_the_words(self, client, link, caplog):
        with caplog.at_level(logging.DEBUG):
            path = link()
            fill(client, path, helped_words="a canary of words")
            client.get(path[:-1])
        assert [word for word in (path.rpartition("/")[2], "canary") if word in caplog.text] == []

    def test_the_page_loads_nothing_else_and_weighs_little(self, client, link):
        for language in ("en", "ar", "uk"):
            page = client.get(f"{link()}?language={language}")
            assert len(page.data) < 15_000
            assert re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', page.text) == []
            assert "<script" not in page.text

    def test_the_policy_lets_no_script_run(self, client, link):
        policy = client.get(link()).headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'nonce-")
        assert "script-src" not in policy

    def test_what_a_name_of_a_micro_project_holds_is_text(self, client, link):
        path = link()
        with bare_session(write=True) as session:
            session.connection().execute(
                sa.update(MicroProject)
                .where(MicroProject.id == sa.select(sa.func.max(Survey.micro_project_id)).scalar_subquery())
                .values(name="<script>alert(1)</script>{x}")
            )
            session.commit()
        assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;{x}</bdi>" in client.get(path).text
