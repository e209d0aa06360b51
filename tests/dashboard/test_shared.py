"""A release through a link over HTTP: the password, the report, what is refused, what is told to nobody."""

import logging
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from dashboard.routes import shared as route
from data_layer.accounts.password import matches
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.engine import bare_session
from data_layer.models import Account, LogInAttempt, Release, ReleaseLink, ReleaseMessage
from data_layer.releases import shared
from data_layer.releases.link import make_link, withdraw_link
from data_layer.releases.message import MOST
from data_layer.releases.released import FigureTable, Moment, ToldProject
from data_layer.vocabulary import AccountRole
from tests.points_of_view import email_of
from tests.releasing import persons, store_release, tables

MAY = datetime(2026, 5, 20, 12, tzinfo=UTC)
PASSWORD = "harbour-lantern-maple"
HOSTILE = "<script>alert(1)</script>{{7*7}}"
TITLES = {
    "ask": "A report for you",
    "report": "What came out of the micro projects?",
    "ended": "This link has ended",
    "withdrawn": "This link is no longer in use",
    "forged": "We do not know this link",
    "broken": "That did not work",
}
WRONG = "This is not the password of this link."
TOLD = ToldProject(7, HOSTILE, "Luleå", "SE", None, HOSTILE, (Moment("event", (MAY.date(), MAY.date()), HOSTILE, HOSTILE),))
MONEY = FigureTable("money_EUR", "money", "instrument", ("grant",), "case_state", ("awarded",), True, ((250_000, 250_000), (None, None)))


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(MAY)


@pytest.fixture
def share(client):
    """`share(released, ends=...)` stores a release and gives the path of a link to it."""

    def make(released=None, *, ends=date(2026, 6, 30), title="Spring report"):
        with bare_session(write=True) as session:
            leader = session.scalars(sa.select(Account).where(Account.email == email_of("leader_everywhere"))).one()
            session.info["actor"] = Actor(leader.id, leader.email, AccountRole.LEADER, all_networks=True)
            release_id = store_release(session, released or tables(persons(migrants=25, youth=None)), title=title, readers=[leader.email])
            token, _links = make_link(session, release_id, ends=ends, password=PASSWORD, time_zone="UTC")
            session.commit()
        return f"/shared/{token}"

    return make


def title(page):
    return re.search(r"<h1>(.*?)</h1>", page.text).group(1)


def give(browser, path, password=PASSWORD, **options):
    return browser.post(path, data={"do": "open", "password": password}, **options)


def opened(browser, path, **options):
    """The report, after the password was given."""
    give(browser, path)
    return browser.get(path, **options)


def key_of(page):
    return re.search(r'name="key" value="([^"]+)"', page.text).group(1)


def say(browser, path, words, **changes):
    return browser.post(path, data={"do": "say", "key": key_of(browser.get(path)), "words": words, **changes})


def withdraw_all():
    with bare_session(write=True) as session:
        for link in session.scalars(sa.select(ReleaseLink)).all():
            withdraw_link(session, link.release_id, link.id, time_zone="UTC")
        session.commit()


def messages():
    with bare_session() as session:
        return session.scalars(sa.select(ReleaseMessage).order_by(ReleaseMessage.id)).all()


class TestTheWay:
    def test_the_password_opens_the_report(self, client, share):
        path = share()
        first, second, third = client.get(path), give(client, path), client.get(path)
        assert (title(first), second.status_code, second.location, title(third)) == (TITLES["ask"], 303, path, TITLES["report"])

    def test_before_the_password_nothing_of_the_release_is_told(self, client, share):
        path = share(title="Canary of the title")
        for page in (client.get(path), give(client, path, "wrong")):
            shown = page.text.partition("</style>")[2].replace(path, "")
            assert [word for word in ("Canary", "Luleå", "migrants", "25") if word in shown] == []

    def test_figures_are_there_as_they_were_stored_and_hidden_ones_as_dots(self, client, share):
        page = opened(client, share())
        assert '<th scope="row">migrants and refugees</th><td class="num">25</td>' in page.text
        assert '<th scope="row">disadvantaged young people</th><td class="num">·</td>' in page.text
        assert "so that nobody can be picked out" in page.text

    def test_money_stands_in_its_currency(self, client, share):
        page = opened(client, share(tables(MONEY)))
        assert ("EUR\N{NO-BREAK SPACE}2,500.00" in page.text, "What money was there, in EUR?" in page.text) == (True, True)

    def test_the_sample_release_is_shown_whole(self, client):
        with bare_session(write=True) as session:
            release_id = session.scalars(sa.select(Release.id)).one()
            token, _links = make_link(session, release_id, ends=MAY.date(), password=PASSWORD, time_zone="UTC")
            session.commit()
        page = opened(client, f"/shared/{token}")
        assert [word for word in ("Sample 1", "Luleå", "What money was stated?", "What is not known?") if word not in page.text] == []

    def test_what_the_database_holds_is_text(self, client, share):
        page = opened(client, share(tables(told=(TOLD,)), title=HOSTILE))
        assert ("<script" in page.text, "{{7*7}}" in page.text) == (False, True)

    @pytest.mark.parametrize(
        ("name", "start"), [("data.csv", b"release,"), ("data.xlsx", b"PK"), ("report.pdf", b"%PDF"), ("page.pdf", b"%PDF")]
    )
    def test_it_can_be_carried_away(self, client, share, name, start):
        path = share()
        before = client.get(f"{path}/{name}")
        give(client, path)
        after = client.get(f"{path}/{name}")
        assert (before.status_code, before.location, after.status_code) == (303, path, 200)
        assert after.data.lstrip(b"\xef\xbb\xbf")[:8].startswith(start)
        assert after.headers["Content-Disposition"].startswith("attachment; ")

    def test_a_file_that_there_is_not_has_its_page(self, client, share):
        path = share()
        give(client, path)
        assert client.get(f"{path}/basis.json").status_code == 404

    def test_the_browser_says_in_which_language(self, client, share):
        path = share()
        page = opened(client, path, headers={"Accept-Language": "de-DE,de;q=0.9"})
        assert ('<html lang="de">' in page.text, "Was kam bei den Mikroprojekten heraus?" in page.text) == (True, True)
        assert '<html lang="en">' in client.get(f"{path}?language=en", headers={"Accept-Language": "de"}).text

    def test_closing_asks_for_the_password_again(self, client, share):
        path = share()
        page = client.post(path, data={"do": "close", "key": key_of(opened(client, path))})
        assert (page.status_code, title(client.get(path))) == (303, TITLES["ask"])

    def test_after_two_hours_the_password_is_asked_for_again(self, client, share, clock):
        path = share()
        opened(client, path)
        clock(MAY + timedelta(minutes=119))
        before = title(client.get(path))
        clock(MAY + timedelta(minutes=121))
        assert (before, title(client.get(path))) == (TITLES["report"], TITLES["ask"])


class TestWhatIsRefused:
    def test_a_wrong_password_has_its_sentence_and_opens_nothing(self, client, share):
        path = share()
        page = give(client, path, "wrong")
        assert (page.status_code, WRONG in page.text, title(client.get(path))) == (200, True, TITLES["ask"])

    def test_many_wrong_passwords_have_to_wait_and_the_right_one_too(self, client, share, clock):
        path = share()
        statuses = [give(client, path, f"wrong {turn}").status_code for turn in range(7)]
        page = give(client, path)
        clock(MAY + timedelta(minutes=1))
        assert statuses == [200] * 5 + [429] * 2
        assert (page.status_code, "Wait 1 seconds" in page.text) == (429, True)
        assert give(client, path).status_code == 303

    def test_of_a_thousand_wrong_passwords_few_are_tried_and_who_knows_the_right_one_comes_in(self, client, share, clock, monkeypatch):
        path, tried = share(), []
        reader = client.application.test_client()
        give(reader, path)
        monkeypatch.setattr(shared, "matches", lambda kept, password: tried.append(password) or matches(kept, password))
        for second in range(1000):
            clock(MAY + timedelta(seconds=second))
            page = give(client, path, f"wrong {second}", environ_base={"REMOTE_ADDR": f"192.0.2.{second % 250}"})
        assert (len(tried) < 20, page.status_code) == (True, 429)
        assert title(reader.get(path)) == TITLES["report"]
        told = int(re.search(r"Wait ([\d,]+) seconds", page.text).group(1).replace(",", ""))
        assert told <= 15 * 60
        clock(MAY + timedelta(seconds=999 + told))
        assert give(client, path).status_code == 303

    @pytest.mark.parametrize("query", ["password={}", "do=open&password={}", "key={}"])
    def test_a_password_in_the_address_opens_nothing(self, client, share, query):
        path = share()
        assert title(client.get(f"{path}?{query.format(PASSWORD)}")) == TITLES["ask"]
        assert client.post(f"{path}?{query.format(PASSWORD)}", data={"do": "open"}).status_code == 400
        page = give(client, f"{path}?{query.format('x')}")
        assert (page.location, PASSWORD in str(page.headers)) == (path, False)

    def test_a_good_password_clears_the_count(self, client, share):
        path = share()
        give(client, path, "wrong")
        give(client, path)
        with bare_session() as session:
            assert session.scalar(sa.select(sa.func.count(LogInAttempt.id))) == 0

    def test_wrong_passwords_of_one_link_do_not_shut_another(self, client, share):
        path, other = share(), share()
        for turn in range(7):
            give(client, path, f"wrong {turn}")
        assert give(client, other).status_code == 303

    @pytest.mark.parametrize("path", ["/shared/x", f"/shared/{'a' * 43}", f"/shared/{'ü' * 43}", "/shared/%00", f"/shared/{'a' * 5000}"])
    def test_a_guessed_link_has_its_sentence(self, client, path):
        pages = [client.get(path), give(client, path)]
        assert [(page.status_code, title(page)) for page in pages] == [(404, TITLES["forged"])] * 2

    def test_a_link_with_one_other_letter_is_not_known(self, client, share):
        path = share()
        opened(client, path)
        assert title(client.get(path[:-1] + ("A" if path[-1] != "A" else "B"))) == TITLES["forged"]

    def test_an_ended_link_says_until_when_and_lets_nobody_in(self, client, share, clock):
        path = share(ends=date(2026, 5, 20))
        opened(client, path)
        clock(MAY + timedelta(hours=13))
        pages = [client.get(path), give(client, path)]
        assert [(page.status_code, title(page), "20 May 2026" in page.text) for page in pages] == [(200, TITLES["ended"], True)] * 2

    def test_a_withdrawn_link_is_shut_at_the_next_request(self, client, share):
        path = share()
        before = title(opened(client, path))
        withdraw_all()
        after = [client.get(path), give(client, path), client.get(f"{path}/data.csv")]
        assert (before, [title(page) for page in after]) == (TITLES["report"], [TITLES["withdrawn"]] * 3)

    def test_a_link_to_a_release_in_the_trash_is_shut(self, client, share):
        path = share()
        opened(client, path)
        with bare_session(write=True) as session:
            with acting(session, "test") as action:
                action.trash_all(session.scalars(sa.select(Release)).all())
            session.commit()
        assert title(client.get(path)) == TITLES["withdrawn"]

    def test_the_mark_of_one_link_opens_no_other(self, client, share):
        path, other = share(), share()
        give(client, path)
        mark = client.get_cookie("shared", path=path).value
        client.set_cookie("shared", mark, path=other)
        assert title(client.get(other)) == TITLES["ask"]

    @pytest.mark.parametrize("mark", ["x", "9999999999.aaaaaaaaaaaaaaaaaaaaaaaa", "9999999999." + "é" * 24, "9" * 400, "."])
    def test_a_forged_mark_opens_nothing(self, client, share, mark):
        path = share()
        client.set_cookie("shared", mark, path=path)
        assert title(client.get(path)) == TITLES["ask"]

    @pytest.mark.parametrize(
        "data",
        [{}, {"do": "x"}, {"do": "open"}, {"do": "open", "password": "x", "more": "x"}, {"do": "say", "words": "x"}, {"": "x"}],
        ids=str,
    )
    def test_what_the_page_cannot_have_sent_is_400(self, client, share, data):
        assert client.post(share(), data=data).status_code == 400

    @pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "text/plain"])
    def test_what_is_no_form_is_400(self, client, share, kind):
        assert client.post(share(), data=b"{}", content_type=kind).status_code == 400

    def test_a_form_from_another_place_is_400(self, client, share):
        assert give(client, share(), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 400

    def test_without_the_database_it_says_so_and_logs_no_token(self, client, share, monkeypatch, caplog):
        path = share()

        def away(*_arguments, **_options):
            raise OperationalError("select", {}, Exception("locked"))

        monkeypatch.setattr(route, "shared_link", away)
        with caplog.at_level(logging.DEBUG):
            page = client.get(path)
        assert (page.status_code, title(page), path.rpartition("/")[2] in caplog.text) == (503, TITLES["broken"], False)

    def test_what_nobody_thought_of_is_a_number_in_the_log_and_nothing_of_the_address(self, client, share, monkeypatch, caplog):
        path = share()
        monkeypatch.setattr(route, "shared_link", lambda *_arguments, **_options: 1 / 0)
        with caplog.at_level(logging.DEBUG):
            page = client.get(path)
        token = path.rpartition("/")[2]
        assert (page.status_code, token in caplog.text, token in page.text, "incident" in caplog.text) == (500, False, False, True)


class TestMessages:
    def test_a_message_is_kept_without_its_sender(self, client, share):
        path = share()
        opened(client, path)
        response = say(client, path, "Varde is missing")
        assert (response.status_code, "has reached those" in client.get(response.location).text) == (303, True)
        assert [(row.words, row.account_id, row.done) for row in messages()] == [("Varde is missing", None, False)]

    @pytest.mark.parametrize("words", ["", "call 0431 1234567", "x" * 2001])
    def test_what_cannot_be_kept_comes_back_with_its_sentence(self, client, share, words):
        path = share()
        opened(client, path)
        page = say(client, path, words)
        assert (page.status_code, 'role="alert"' in page.text, words in page.text, messages()) == (200, True, True, [])

    def test_hostile_words_come_back_as_text(self, client, share):
        path = share()
        opened(client, path)
        assert "<script" not in say(client, path, f"</textarea>{HOSTILE} 0431 1234567").text

    def test_too_many_have_to_wait(self, client, share):
        path = share()
        opened(client, path)
        for turn in range(MOST):
            say(client, path, f"this is {turn}")
        assert "Wait a while" in say(client, path, "one more").text
        assert len(messages()) == MOST

    def test_without_the_password_nothing_is_taken(self, client, share):
        path = share()
        page = client.post(path, data={"do": "say", "key": "x", "words": "hello"})
        assert (title(page), messages()) == (TITLES["ask"], [])

    def test_a_form_without_our_key_is_not_taken(self, client, share):
        path = share()
        opened(client, path)
        assert (title(say(client, path, "hello", key="ä" * 24)), messages()) == (TITLES["ask"], [])


class TestNobodyIsKnown:
    @pytest.mark.parametrize("point_of_view", ["anonymous", "leader_everywhere"])
    def test_there_is_one_cookie_for_the_password_and_no_sign_in_is_looked_at(self, as_user, share, point_of_view):
        browser, path = as_user(point_of_view), share()
        pages = [browser.get(path), give(browser, path, "wrong"), give(browser, path), browser.get(path), browser.get("/shared/x")]
        cookies = [page.headers.getlist("Set-Cookie") for page in pages]
        assert [len(each) for each in cookies] == [0, 0, 1, 0, 0]
        assert re.fullmatch(rf"shared=[\w.-]+; Expires=[^;]+; Max-Age=7200; HttpOnly; Path={path}; SameSite=Lax", cookies[2][0])
        assert [page.headers.get("X-Sign-In-Ends") for page in pages] == [None] * 5

    def test_how_often_it_was_opened_is_not_kept(self, client, share):
        path = share()

        def kept():
            with bare_session() as session:
                row = session.scalars(sa.select(ReleaseLink)).one()
                return {name: value for name, value in vars(row).items() if not name.startswith("_")}

        before = kept()
        opened(client, path)
        client.get(path)
        assert kept() == before

    def test_no_log_line_holds_the_address_the_password_or_the_words(self, client, share, caplog):
        path = share()
        with caplog.at_level(logging.DEBUG):
            opened(client, path)
            say(client, path, "canary of a message")
        assert [word for word in (path.rpartition("/")[2], PASSWORD, "canary") if word in caplog.text] == []

    def test_no_page_is_kept_and_no_address_is_told_to_other_places(self, client, share):
        path = share()
        for page in (client.get(path), opened(client, path), client.get("/shared/x")):
            assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "same-origin")
            assert 'content="noindex"' in page.text
        for name in ("data.csv", "data.xlsx", "page.pdf"):
            page = client.get(f"{path}/{name}")
            assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "same-origin")

    def test_no_script_runs_and_nothing_else_is_loaded(self, client, share):
        path = share()
        page = opened(client, path)
        policy = page.headers["Content-Security-Policy"]
        assert (policy.startswith("default-src 'none'; style-src 'nonce-"), "script-src" in policy) == (True, False)
        assert re.findall(r' style="| on\w+="|<script', page.text) == []
        assert [link for link in re.findall(r'(?:src|href|action)="([^"]*)"', page.text) if not link.startswith((path, "data:", "#"))] == []

    def test_a_report_takes_three_statements(self, client, share, queries):
        path = share()
        give(client, path)
        queries.clear()
        client.get(path)
        assert len(queries) == 3

    def test_true_figures_and_the_basis_are_in_no_byte(self, client, share):
        path = share()
        with bare_session(write=True) as session:
            with acting(session, "test") as action:
                for row in session.scalars(sa.select(Release)):
                    action.update(row, basis={"canary": 987_654})
            session.commit()
        page = opened(client, path)
        assert ("987654" in page.text, "987,654" in page.text, "canary" in page.text) == (False, False, False)


def test_the_report_begins_with_the_way_to_each_question_and_says_the_day_beside_each(client, share):
    page = opened(client, share(tables(persons(migrants=25, youth=None), MONEY, told=(TOLD,)))).text
    ways = re.findall(r'<li><a href="#([^"]+)">', page)
    assert ways == re.findall(r'<h2 id="([^"]+)">', page)[:-1]
    assert ways[-1] == "stories"
    assert page.count("As of 1 May 2026.") == len(ways) - 1


def test_a_long_table_is_folded_up_and_says_how_long_it_is(client, share):
    names = tuple(f"N{n}" for n in range(41))
    long = FigureTable("jobs", "persons", "network", names, None, (), False, tuple((15,) for _name in names))
    page = opened(client, share(tables(long))).text
    assert "<summary>The whole table: 41 lines" in page
    assert "The whole table" not in opened(client, share(tables(persons(migrants=25)))).text
