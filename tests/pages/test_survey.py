"""The page of a link, what stands about it on the micro project, and what leaders get of it: nothing but a level and a date."""

import io
import re
import zipfile
from datetime import UTC, datetime

import dash
import pytest
import sqlalchemy as sa

from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Assessment, MicroProject, Network, Survey
from data_layer.surveys.answering import take_answer
from data_layer.surveys.counting import Answer
from tests.factories import make_survey
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import HERE

JUDGES = 731_586_243
PAGES = sorted(page["path"] for page in dash.page_registry.values() if page["path_template"] is None and "404" not in page["path"])


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(datetime(2026, 5, 20, 12, tzinfo=UTC))


@pytest.fixture
def asked(sample_database):
    """`asked("44444")` makes a link on a micro project here with these answers; gives the ids of both."""

    def make(sayings="", **fields):
        with bare_session(write=True) as session:
            query = sa.select(MicroProject).join(Network, Network.id == MicroProject.network_id).where(Network.name == HERE)
            project = session.scalars(query.order_by(MicroProject.id)).first()
            survey = make_survey(session, project, **fields)
            for number, say in enumerate(sayings):
                take_answer(session, survey.id, f"form {number}", Answer(say, ("time",), (), f"canary {number}"), default_zone="UTC")
            session.commit()
            return survey.id, project.id

    return make


def test_before_five_answers_it_is_the_same_page_as_with_none(as_user, asked):
    browser = as_user("coordinator_here")
    none, four = (str(open_page(browser, f"/surveys/{asked(sayings)[0]}").get_json()) for sayings in ("", "4447"))
    same = [re.sub(r"data:image[^']*|respond/[\w-]*|/?(?:ask/)?\d+/(?:change|paper)", "", text) for text in (none, four)]
    assert same[0] == same[1]
    assert "There is no result yet." in none


def test_from_five_on_it_shows_all_together(as_user, asked):
    text = page_text(as_user("coordinator_here"), f"/surveys/{asked('44457')[0]}")
    assert "5 answers are counted. In the middle stands step 4" in text
    assert "It stands as a reading of the service users’ side." in text
    assert "canary" not in text


def test_six_look_like_five(as_user, asked):
    browser = as_user("coordinator_here")
    assert "5 answers are counted." in page_text(browser, f"/surveys/{asked('444577')[0]}")


def test_the_micro_project_leads_there(as_user, asked):
    survey, project = asked("44444")
    browser = as_user("coordinator_here")
    assert f"/surveys?micro_project={project}" in page_text(browser, f"/micro-projects/{project}")
    for address in ("/surveys", f"/surveys?micro_project={project}"):
        text = page_text(browser, address)
        assert (f"/surveys/{survey}" in text, "5 answers counted." in text) == (True, True)


def test_links_of_others_are_not_listed(as_user, asked):
    survey, project = asked("44444")
    browser = as_user("coordinator_elsewhere")
    assert f"/surveys/{survey}" not in page_text(browser, "/surveys") + page_text(browser, f"/surveys?micro_project={project}")


def test_a_leader_is_not_led_there(as_user, asked):
    _survey, project = asked()
    browser = as_user("leader_here")
    assert "/surveys" not in page_text(browser, f"/micro-projects/{project}") + page_text(browser, "/participation")


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere", "funder", "administrator"])
def test_other_roles_may_not_open_it(as_user, asked, point_of_view):
    assert as_user(point_of_view).get(f"/surveys/{asked()[0]}").status_code == 403


def test_a_coordinator_elsewhere_finds_nothing(as_user, asked):
    assert as_user("coordinator_elsewhere").get(f"/surveys/{asked()[0]}").status_code == 404


def test_the_statements_are_few_and_do_not_grow_with_the_answers(as_user, asked, queries):
    browser = as_user("coordinator_here")
    open_page(browser, "/help")
    counts = []
    for survey in (asked("44444")[0], asked("4" * 50)[0]):
        before = len(queries)
        build_page(browser, f"/surveys/{survey}")
        counts.append(len(queries) - before)
    assert counts[0] == counts[1] <= 5


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
def test_no_byte_for_a_leader_tells_what_was_answered(as_user, asked, point_of_view):
    survey, project = asked("12233")
    with bare_session(write=True) as session:
        session.connection().execute(sa.update(Assessment).where(Assessment.method == "link").values(judges=JUDGES))
        session.commit()
    browser = as_user(point_of_view)
    addresses = [*PAGES, f"/micro-projects/{project}", f"/micro-projects?network={network_of(project)}"]
    bodies = {path: (open_page(browser, path).get_data(), browser.get(path).get_data()) for path in addresses}
    files = [f"{table}.{kind}" for table in (*TABLES, "note") for kind in ("csv",)] + ["everything.zip", "kumu.xlsx"]
    bodies |= {name: unpacked(browser.get(f"/download/{name}").get_data()) for name in files}
    told = (str(JUDGES).encode(), b"canary", f"/surveys/{survey}".encode(), b"survey_result", b"/respond/")
    assert [(path, word) for path, parts in bodies.items() for word in told for part in parts if word in part] == []


def unpacked(body):
    """The files in a ZIP, or the one file that it is."""
    if not body.startswith(b"PK"):
        return (body,)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return tuple(archive.read(name) for name in archive.namelist())


def network_of(project):
    with bare_session() as session:
        return session.get_one(MicroProject, project).network_id


def test_a_leader_does_see_the_level_of_the_reading(as_user, asked):
    _survey, project = asked("12233")
    assert "'link'" in page_text(as_user("leader_here"), f"/micro-projects/{project}")


def test_no_single_answer_is_in_what_a_coordinator_carries_away(as_user, asked):
    asked("4447")
    browser = as_user("coordinator_here")
    for name in ("history.csv", "voice.csv", "everything.zip"):
        assert [part for part in unpacked(browser.get(f"/download/{name}").get_data()) if b"canary" in part] == [], name
    assert "canary" not in page_text(browser, "/history")


def test_answers_that_came_with_the_sample_say_that_they_are_invented(as_user, asked):
    theirs, _project = asked("44444")
    with bare_session() as session:
        sample = session.scalars(sa.select(Survey.id).where(Survey.id != theirs).order_by(Survey.id)).first()
    browser = as_user("coordinator_here")
    flags = ["invented for demonstration" in page_text(browser, f"/surveys/{number}") for number in (sample, theirs)]
    assert flags == [True, False]
    assert "invented for demonstration" in page_text(browser, "/surveys")
