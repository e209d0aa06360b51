"""The pages about releases ask the database as often for much data as for little."""

import pytest
import sqlalchemy as sa

from data_layer.cache import results
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, Voice
from data_layer.releases.period import add_period, close_period, open_period
from tests.composing import DAY
from tests.factories import make_event, make_indicator, make_micro_project, make_people_reached, make_voice
from tests.opening import build_page, open_page
from tests.pages.test_new_release import address, asked, release_it, seal_on, went_to

PAGE, CALLBACK = 12, 5
MANY = 25
AGREED = {"consent": "funders", "checked": True, "consent_day": DAY["day_first"]}


def add_much():
    """What releases are made of, many times."""
    with bare_session(write=True) as session:
        for network in session.scalars(sa.select(Network).order_by(Network.id).limit(3)):
            for number in range(MANY):
                project = make_micro_project(session, network, f"Workshop {number}", jobs=number)
                make_people_reached(session, project, 10 + number, target_groups=("migrants",), **DAY)
                make_voice(session, network, f"Said {number}", micro_project_id=project.id, **AGREED)
                make_event(session, network, f"Meeting {number}", micro_project_id=project.id, **DAY)
                make_indicator(session, network, name=f"Indicator {number}")
        session.commit()


@pytest.fixture
def leader(as_user):
    """A leader who has been here before."""
    browser = as_user("leader_everywhere")
    open_page(browser, "/outcomes")
    return browser


@pytest.fixture
def period(sample_database):
    """The id of a reporting period that was closed and opened again."""
    with bare_session(write=True) as session:
        found = add_period(session, name="A year", first=DAY["day_first"], last=DAY["day_last"])
        close_period(session, found)
        open_period(session, found, reason="A figure came late.")
        session.commit()
        return found.id


def release(browser, title):
    """The address of a new release."""
    seal = seal_on(open_page(browser, address(title=title)))
    return went_to(release_it(browser, asked(title=title), seal))


def statements(browser, queries, path):
    results.clear()
    queries.clear()
    assert build_page(browser, path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("path", ["/outcomes/new", address, "/outcomes", "/outcomes/periods"])
def test_composing_asks_as_often_for_much_as_for_little(leader, queries, period, path):
    path = path() if callable(path) else path
    little = statements(leader, queries, path)
    add_much()
    assert (statements(leader, queries, path), little <= PAGE) == (little, True)


def test_a_preview_with_words_and_stories_stays_within_what_a_page_may_ask(leader, queries):
    add_much()
    with bare_session() as session:
        projects = session.scalars(sa.select(MicroProject.id).where(MicroProject.name.startswith("Workshop"))).all()[:MANY]
        voices = session.scalars(sa.select(Voice.id).where(Voice.words.startswith("Said"))).all()[:MANY]
    told, words = ",".join(map(str, projects)), ",".join(f"voice-{number}" for number in voices)
    assert statements(leader, queries, address(told=told, word=words)) <= PAGE


def test_a_release_is_read_and_shared_with_as_few_statements_after_many_of_them(leader, queries, period):
    first = release(leader, "First")
    pages = [first, f"{first}/sharing", "/outcomes/compare", f"/outcomes/periods/{period}"]
    few = {path: statements(leader, queries, path) for path in pages}
    add_much()
    for number in range(5):
        release(leader, f"Later {number}")
    assert {path: statements(leader, queries, path) for path in pages} == few
    assert max(few.values()) <= PAGE


def test_making_a_release_asks_as_often_for_much_as_for_little(leader, queries):
    def asking():
        seal = seal_on(open_page(leader, address()))
        queries.clear()
        assert went_to(release_it(leader, asked(), seal)).startswith("/outcomes/")
        return sum(statement.startswith("SELECT") for statement in queries)

    little = asking()
    add_much()
    assert (asking(), little <= CALLBACK) == (little, True)
