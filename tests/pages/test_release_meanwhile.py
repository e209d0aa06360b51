"""What happens between a look at a release and releasing it, and after: consent is taken back, others release, people and networks go."""

import json
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from app import server
from data_layer.accounts.account import get_account
from data_layer.accounts.looking_after import disable_account
from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Action, Network, Release, Voice
from data_layer.releases.period import add_period, close_period, open_period, period_numbered
from tests.carried import everything_in
from tests.dashboard.test_shared import give
from tests.factories import make_micro_project, make_people_reached, make_voice
from tests.opening import open_page, page_text
from tests.pages.test_new_release import address, asked, network_id, release_it, released, seal_on, went_to
from tests.pages.test_outcome_sharing import make
from tests.points_of_view import email_of, enter

LEADER = "leader_everywhere"
WORDS = "Kumquatbaum"
FILES = ("report.pdf", "report.pdf?template=summary", "data.xlsx", "data.csv")
OF_A_LINK = ("", "/report.pdf", "/page.pdf", "/data.xlsx", "/data.csv")


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(datetime(2026, 5, 20, 12, tzinfo=UTC))


@pytest.fixture
def voice(sample_database):
    """The key of a statement that funders may read."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
        agreed = {"consent": "funders", "checked": True, "consent_day": date(2026, 2, 1)}
        row = make_voice(session, network, WORDS, **agreed)
        session.commit()
        return f"voice-{row.id}"


def change(row_type, condition, **fields):
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.update(session.scalars(sa.select(row_type).where(condition)).one(), **fields)
        session.commit()


def take_back(day=date(2026, 3, 1)):
    change(Voice, Voice.words == WORDS, withdrawn_day=day)


def composed(leader, **choice):
    """The id of a release with this choice."""
    answer = release_it(leader, asked(**choice), seal_on(open_page(leader, address(**choice))))
    return int(went_to(answer).rpartition("/")[2])


def link_to(leader, number):
    shown = json.dumps(make(leader, number).get_json()["response"]["sharing-made"])
    return "/shared/" + shown.partition("/shared/")[2][:43]


class TestWords:
    def test_taken_back_after_the_look_they_are_not_released(self, as_user, voice):
        leader = as_user(LEADER)
        seal = seal_on(open_page(leader, address(word=voice)))
        take_back()
        answer = release_it(leader, asked(word=voice), seal)
        assert (released(), "Look at the list again and choose." in answer.get_data(as_text=True)) == (None, True)
        assert WORDS not in page_text(leader, address(word=voice))

    def test_taken_back_after_the_release_they_are_in_no_next_answer(self, as_user, client, voice):
        leader, funder = as_user(LEADER), as_user("funder")
        number = composed(leader, word=voice)
        path = link_to(leader, number)
        give(client, path)

        def with_words():
            got = {"page": open_page(funder, f"/outcomes/{number}"), "leader": open_page(leader, f"/outcomes/{number}")}
            got |= {name: funder.get(f"/outcomes/{number}/{name}") for name in FILES}
            got |= {f"link {name}": client.get(path + name) for name in OF_A_LINK}
            assert {answer.status_code for answer in got.values()} == {200}
            return {place for place, answer in got.items() if WORDS in everything_in(answer.get_data())}

        before = with_words()
        assert before >= {"page", "leader", "report.pdf", "data.xlsx", "data.csv", "link ", "link /report.pdf", "link /data.csv"}
        take_back()
        assert with_words() == set()
        take_back(None)
        assert with_words() == before


class TestTwoLeaders:
    def test_what_is_released_is_what_a_look_would_show_after_the_other_release(self, as_user):
        leader = as_user(LEADER)
        seal = seal_on(open_page(leader, address()))
        others = ",".join(str(number) for number in all_networks() if number != network_id("Luleå"))
        composed(leader, lens=others, title="Without one")
        page = open_page(leader, address())
        assert "It was checked against 1 earlier release about these networks." in page.get_data(as_text=True)
        release_it(leader, asked(), seal)
        assert (released() is not None) == (seal == seal_on(page))

    def test_the_same_composition_at_the_same_time_is_released_twice_with_the_same_figures(self, as_user):
        seals = [seal_on(open_page(as_user(LEADER), address())) for _turn in range(2)]
        browsers = [enter(server.test_client(), LEADER) for _turn in range(2)]
        for browser in browsers:
            browser.get("/login")
        start, statuses = Barrier(2), []

        def press(browser, seal):
            start.wait()
            statuses.append(release_it(browser, asked(), seal).status_code)

        threads = [Thread(target=press, args=pair) for pair in zip(browsers, seals, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with bare_session() as session:
            made = session.scalars(sa.select(Release).where(Release.title == "Spring")).all()
            actions = session.scalars(sa.select(Action.kind).where(Action.kind == "release.make")).all()
        assert (statuses, [release.tables for release in made]) == ([200, 200], [made[0].tables] * len(made))
        assert 1 <= len(made) == len(actions) - 1  # the sample has one


def all_networks():
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).order_by(Network.id)).all()


class TestWhatGoes:
    def test_an_account_that_is_closed_reads_nothing_more_and_others_go_on(self, as_user):
        leader, funder = as_user(LEADER), as_user("funder")
        number = composed(leader)
        addresses = [f"/outcomes/{number}", *(f"/outcomes/{number}/{name}" for name in FILES)]
        assert {funder.get(each).status_code for each in addresses} == {200}
        with bare_session(write=True) as session:
            disable_account(session, get_account(session, email_of("funder")))
            session.commit()
        assert {funder.get(each).status_code for each in addresses} <= {302, 401}
        assert open_page(funder, f"/outcomes/{number}").status_code == 401
        assert leader.get(addresses[1]).status_code == 200
        assert "One of these readers is not a funder" in page_text(leader, address())

    def test_a_network_in_the_trash_stays_in_the_release_and_goes_into_no_other(self, as_user):
        leader, funder = as_user(LEADER), as_user("funder")
        number, here = composed(leader), network_id("Luleå")
        before = [everything_in(open_page(funder, f"/outcomes/{number}").data), funder.get(f"/outcomes/{number}/data.csv").data]
        with bare_session(write=True) as session:
            with acting(session, "test") as action:
                action.trash(session.get_one(Network, here))
            session.commit()
        after = [everything_in(open_page(funder, f"/outcomes/{number}").data), funder.get(f"/outcomes/{number}/data.csv").data]
        assert after == before
        assert "One of these networks is not among those that you see." in page_text(leader, address(lens=str(here)))
        assert "new-release-seal" in page_text(leader, address())

    def test_a_period_that_is_opened_again_changes_no_release(self, as_user):
        with bare_session(write=True) as session:
            period = add_period(session, name="The year 2017", first=date(2017, 1, 1), last=date(2017, 12, 31))
            close_period(session, period)
            session.commit()
            number = period.id
        leader = as_user(LEADER)
        choice = {"from": None, "to": None, "period": str(number)}
        made = composed(leader, **choice)
        before = open_page(leader, f"/outcomes/{made}").data
        with bare_session(write=True) as session:
            open_period(session, period_numbered(session, number), reason="A day was wrong.")
            network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
            make_people_reached(session, make_micro_project(session, network, "Later"), 400, target_groups=("migrants",))
            session.commit()
        assert open_page(leader, f"/outcomes/{made}").data == before
        assert "new-release-seal" in page_text(leader, address(**choice))
