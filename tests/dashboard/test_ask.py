"""Coordinators make links, change them and enter paper answers; nobody else does."""

import re
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Action, Change, Event, MicroProject, Network, Survey, SurveyResult
from data_layer.sample.loader import LOAD
from tests.editing import run, send
from tests.factories import make_event, make_survey
from tests.points_of_view import ELSEWHERE, HERE

MAKE = {"do": "survey_make", "stage": "design", "ends": "2026-06-20", "slips": 0, "language": "sv"}
PAPER = {
    "do": "survey_paper", "say": {"4": 5}, "helped": {"time": 2}, "did_not_help": {}, "helped_words": ["The cooking"],
    "did_not_help_words": [], "no_names": False,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(datetime(2026, 5, 20, 12, tzinfo=UTC))


def subject(name=HERE):
    with bare_session() as session:
        query = sa.select(MicroProject.id).join(Network, Network.id == MicroProject.network_id).where(Network.name == name)
        return session.scalars(query.order_by(MicroProject.id)).first()


@pytest.fixture
def survey(sample_database):
    """`survey(slips=3)` makes one on a micro project here and gives its id."""

    def make(name=HERE, **fields):
        with bare_session(write=True) as session:
            made = make_survey(session, session.get_one(MicroProject, subject(name)), **fields)
            session.commit()
            return made.id

    return make


def found(model):
    """The rows that did not come with the sample."""
    sample = sa.select(Change.row_id).join(Action, Action.id == Change.action_id).where(Action.kind == LOAD)
    with bare_session() as session:
        return session.scalars(sa.select(model).where(model.id.not_in(sample.where(Change.table_name == model.__tablename__)))).all()


class TestMaking:
    def test_a_coordinator_makes_a_link(self, as_user):
        answer = run(as_user("coordinator_here"), {**MAKE, "about": f"micro_project/{subject()}"})
        (made,) = found(Survey)
        assert (answer["rows"][0]["id"], made.stage, made.ends, made.language) == (made.id, "design", date(2026, 6, 20), "sv")

    def test_it_can_be_taken_back(self, as_user):
        browser = as_user("coordinator_here")
        run(browser, {**MAKE, "about": f"micro_project/{subject()}"})
        run(browser, {"do": "undo", "action": None})
        assert [made.trashed_by is None for made in found(Survey)] == [False]

    def test_the_dialog_offers_the_events_of_the_micro_project(self, as_user):
        with bare_session(write=True) as session:
            project = session.get_one(MicroProject, subject())
            make_event(session, session.get_one(Network, project.network_id), "Kitchen talk in May", micro_project_id=project.id)
            session.commit()
        page = as_user("coordinator_here").get(f"/ask/new?micro_project={subject()}")
        assert (page.status_code, "Kitchen talk in May" in page.text) == (200, True)

    def test_the_dialog_for_an_event_asks_about_that_one(self, as_user):
        with bare_session() as session:
            query = sa.select(Event).join(Network, Network.id == Event.network_id).where(Network.name == HERE)
            event = session.scalars(query).first()
        assert f'value="event/{event.id}"' in as_user("coordinator_here").get(f"/ask/new?event={event.id}").text

    @pytest.mark.parametrize(
        "change",
        [
            {"stage": "x"},
            {"language": "xx"},
            {"slips": "3"},
            {"slips": 10**30},
            {"about": "pilot/1"},
            {"about": "micro_project/x"},
            {"more": 1},
        ],
        ids=str,
    )
    def test_what_no_dialog_sends_is_400(self, as_user, change):
        command = {**MAKE, "about": f"micro_project/{subject()}", **change}
        assert send(as_user("coordinator_here"), command).status_code == 400

    @pytest.mark.parametrize(
        ("change", "code"), [({"ends": "soon"}, "day_exact"), ({"ends": "2020-01-01"}, "survey_end"), ({"slips": 501}, "out_of_range")]
    )
    def test_a_mistake_has_its_sentence(self, as_user, change, code):
        answer = run(as_user("coordinator_here"), {**MAKE, "about": f"micro_project/{subject()}", **change})
        assert (answer["refused"][0]["code"], found(Survey)) == (code, [])


class TestChanging:
    def test_it_is_withdrawn(self, as_user, survey):
        values = {"ends": "2030-01-01", "withdrawn": False}
        run(as_user("coordinator_here"), {"do": "survey_change", "survey": survey(), "old": values, "new": {**values, "withdrawn": True}})
        assert [made.withdrawn for made in found(Survey)] == [True]

    @pytest.mark.parametrize(
        "new", [{}, {"ends": "2026-06-01"}, {"ends": 1, "withdrawn": True}, {"ends": "2026-06-01", "withdrawn": True, "slips": 3}]
    )
    def test_what_no_dialog_sends_is_400(self, as_user, survey, new):
        old = {"ends": "2030-01-01", "withdrawn": False}
        assert send(as_user("coordinator_here"), {"do": "survey_change", "survey": survey(), "old": old, "new": new}).status_code == 400


class TestPaper:
    def test_a_batch_is_counted(self, as_user, survey):
        run(as_user("coordinator_here"), {**PAPER, "survey": survey()})
        assert [(result.answers, result.counts["helped"]["time"]) for result in found(SurveyResult)] == [(5, 2)]

    def test_too_few_have_their_sentence(self, as_user, survey):
        answer = run(as_user("coordinator_here"), {**PAPER, "survey": survey(), "say": {"4": 4}, "helped": {}, "helped_words": []})
        assert (answer["refused"][0]["field"], answer["refused"][0]["code"]) == ("say", "too_few_answers")

    @pytest.mark.parametrize(
        "change", [{"say": {"9": 5}}, {"say": {"4": "5"}}, {"say": {"4": True}}, {"helped": {"money": 1}}, {"helped_words": [1]}], ids=str
    )
    def test_what_no_dialog_sends_is_400(self, as_user, survey, change):
        assert send(as_user("coordinator_here"), {**PAPER, "survey": survey(), **change}).status_code == 400


class TestSlips:
    def test_each_has_an_address_of_its_own_in_the_language_of_the_form(self, as_user, survey):
        page = as_user("coordinator_here").get(f"/ask/{survey(slips=5, language='ar')}/slips")
        addresses = re.findall(r'<p class="address" dir="ltr">(.*?)</p>', page.text)
        assert (len(addresses), len(set(addresses)), '<ul lang="ar" dir="rtl">' in page.text) == (5, 5, True)

    def test_a_link_for_everybody_has_none(self, as_user, survey):
        assert as_user("coordinator_here").get(f"/ask/{survey()}/slips").status_code == 404


@pytest.mark.parametrize("path", ["/ask/{id}/change", "/ask/{id}/paper", "/ask/{id}/slips", "/ask/new?micro_project={project}"])
class TestAccess:
    @pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere", "funder", "administrator"])
    def test_other_roles_are_refused(self, as_user, survey, path, point_of_view):
        assert as_user(point_of_view).get(path.format(id=survey(slips=2), project=subject())).status_code == 403

    def test_a_coordinator_elsewhere_finds_nothing(self, as_user, survey, path):
        assert as_user("coordinator_elsewhere").get(path.format(id=survey(slips=2), project=subject())).status_code == 404

    def test_a_number_that_cannot_be_is_not_found(self, as_user, path):
        assert as_user("coordinator_here").get(path.format(id="9" * 30, project="x")).status_code == 404


@pytest.mark.parametrize("point_of_view", ["leader_here", "administrator", "funder"])
def test_other_roles_send_no_command(as_user, survey, point_of_view):
    values = {"ends": "2030-01-01", "withdrawn": False}
    number = survey()
    commands = [{**MAKE, "about": f"micro_project/{subject()}"}, {"do": "survey_change", "survey": number, "old": values, "new": values}]
    commands.append({**PAPER, "survey": number})
    assert [send(as_user(point_of_view), command).status_code for command in commands] == [403] * 3


def test_commands_on_links_of_others_find_nothing(as_user, survey):
    values = {"ends": "2030-01-01", "withdrawn": False}
    number = survey(ELSEWHERE)
    commands = [
        {**MAKE, "about": f"micro_project/{subject(ELSEWHERE)}"},
        {"do": "survey_change", "survey": number, "old": values, "new": values},
    ]
    commands.append({**PAPER, "survey": number})
    assert [send(as_user("coordinator_here"), command).status_code for command in commands] == [404] * 3
