"""Leaders edit pilots and what was looked back on, and nothing else."""

from datetime import date

import pytest
import sqlalchemy as sa

from dashboard.permissions import OF_PILOTS
from data_layer.action import acting
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Action, Assessment, Network, PilotTask, Stakeholder
from tests.editing import run, save, send
from tests.factories import make_indicator, make_note, make_pilot, make_pilot_step, make_pilot_task, make_review, make_story
from tests.points_of_view import HERE, POINTS_OF_VIEW

LEADER, COORDINATOR = "leader_here", "coordinator_here"


def home(session):
    return session.scalars(sa.select(Network).where(Network.name == HERE)).one()


@pytest.fixture
def pilot(sample_database):
    """A pilot with a task and a note on its name."""
    with bare_session(write=True) as session:
        made = make_pilot(session, home(session))
        make_pilot_task(session, made)
        make_note(session, made, "name", "reading")
        session.commit()
        session.refresh(made)
        session.expunge(made)
    return made


def hang(pilot, what):
    """Let something that only coordinators edit hang on the pilot."""
    with bare_session(write=True) as session:
        if what == "indicator":
            make_indicator(session, home(session), pilot_id=pilot.id)
        else:
            values = {"network_id": pilot.network_id, "pilot_id": pilot.id, "side": "users", "level_from": 4, "level_to": 4}
            with acting(session, "test") as action:
                action.insert(Assessment(**values))
        session.commit()


def kept(row):
    with bare_session() as session:
        return session.get(type(row), row.id)


def task_of(pilot):
    with bare_session() as session:
        return session.scalars(sa.select(PilotTask).where(PilotTask.pilot_id == pilot.id)).one()


def member():
    with bare_session() as session:
        return session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == home(session).id)).first()


def actions():
    with bare_session() as session:
        return session.scalar(sa.select(sa.func.count(Action.id)))


class TestWhatLeadersEdit:
    def test_a_leader_adds_a_pilot_and_its_first_step(self, as_user):
        browser = as_user(LEADER)
        with bare_session() as session:
            network = home(session).id
        values = {"name": "Cooking", "start": "2026"}
        made = run(browser, {"do": "add", "table": "pilot", "network": network, "values": values})["rows"][0]
        step = {"pilot": made["id"], "step": "explore", "start": "2026-11"}
        assert run(browser, {"do": "add", "table": "pilot_step", "network": network, "values": step})["refused"] == []

    def test_a_task_is_noted_as_done_taken_back_and_done_again(self, as_user, pilot):
        browser, task = as_user(LEADER), task_of(pilot)
        run(browser, save(task, "done", None, "2026-11-23"))
        assert kept(task).done == date(2026, 11, 23)
        run(browser, {"do": "undo", "action": None})
        assert kept(task).done is None
        run(browser, {"do": "redo"})
        assert kept(task).done == date(2026, 11, 23)

    def test_a_leader_takes_back_what_a_coordinator_did_to_a_pilot(self, as_user, pilot):
        done = run(as_user(COORDINATOR), save(pilot, "name", pilot.name, "Baking"))
        run(as_user(LEADER), {"do": "undo", "action": done["action"]})
        assert kept(pilot).name == pilot.name

    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_coordinators_and_leaders_of_the_network_change_its_pilots(self, as_user, pilot, point_of_view):
        status = send(as_user(point_of_view), save(pilot, "name", pilot.name, "Baking")).status_code
        inside = {COORDINATOR: 200, LEADER: 200, "leader_everywhere": 200}
        outside = {"coordinator_elsewhere": 404, "leader_elsewhere": 404, "anonymous": 401, "disabled": 401}
        assert status == (inside | outside).get(point_of_view, 403)
        assert (kept(pilot).name == "Baking") is (point_of_view in inside)

    def test_a_leader_says_where_a_value_of_a_pilot_comes_from_and_takes_it_back(self, as_user, pilot):
        new = {"kind": "reading", "other_value": None, "text": None, "source": "a talk"}
        command = {"do": "note", "table": "pilot", "row": pilot.id, "field": "start", "old": None, "new": new}
        done = run(as_user(LEADER), command)
        assert run(as_user(LEADER), {"do": "undo", "action": done["action"]})["refused"] == []


class TestWhatLeadersDoNotEdit:
    @pytest.mark.parametrize("table", [name for name in TABLES if name not in OF_PILOTS])
    def test_no_other_table(self, as_user, table):
        browser, before = as_user(LEADER), actions()
        one = {"table": table, "id": 1, "field": "source", "old": None, "new": "mine"}
        commands = [
            {"do": "save", "edits": [one]},
            {"do": "add", "table": table, "network": 1, "values": {}},
            {"do": "paste", "edits": [one], "table": table, "network": 1, "lines": [{}]},
            {"do": "trash", "table": table, "ids": [1]},
            {"do": "restore", "table": table, "ids": [1]},
            {"do": "note", "table": table, "row": 1, "field": "source", "old": None, "new": None},
        ]
        assert [send(browser, command).status_code for command in commands] == [403] * len(commands)
        assert actions() == before

    def test_no_edit_of_another_table_slips_in_beside_one_of_a_pilot(self, as_user, pilot):
        row = member()
        command = save(pilot, "name", pilot.name, "Baking")
        command["edits"] += save(row, "place", row.place, "Boden")["edits"]
        assert send(as_user(LEADER), command).status_code == 403
        assert (kept(pilot).name, kept(row).place) == (pilot.name, row.place)

    @pytest.mark.parametrize(
        "command",
        [
            {"do": "place", "places": [{"id": 1, "x": 1.5, "y": 2.5}]},
            {"do": "merge", "first": 1, "second": 2, "choices": []},
            {"do": "link_body", "first": 1, "second": 2},
            {"do": "unlink_body", "row": 1},
            {"do": "map", "network": 1, "net_map": None, "was": None, "head": {}, "seen": []},
            {"do": "move", "micro_project": 1, "seen": "design", "step": None, "end": {"old": "open", "new": "ended"}},
        ],
        ids=lambda command: command["do"],
    )
    def test_no_other_command(self, as_user, command):
        assert send(as_user(LEADER), command).status_code == 403

    def test_nothing_that_a_coordinator_did_elsewhere_is_taken_back(self, as_user):
        row = member()
        done = run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"))
        assert send(as_user(LEADER), {"do": "undo", "action": done["action"]}).status_code == 403
        assert kept(row).place == "Boden"

    def test_what_somebody_did_as_coordinator_is_not_taken_back_as_leader(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        run(browser, save(row, "place", row.place, "Boden"))
        with bare_session(write=True) as session:
            session.execute(sa.text("UPDATE account SET role = 'leader' WHERE email LIKE 'coordinator_here@%'"))
            session.commit()
        assert send(browser, {"do": "undo", "action": None}).status_code == 403
        assert kept(row).place == "Boden"


class TestTrash:
    def test_a_pilot_goes_to_the_trash_and_comes_back_with_what_leaders_edit(self, as_user, pilot):
        browser, task = as_user(LEADER), task_of(pilot)
        gone = run(browser, {"do": "trash", "table": "pilot", "ids": [pilot.id]})
        assert (kept(pilot).trashed_by, kept(task).trashed_by) == (gone["action"], gone["action"])
        run(browser, {"do": "undo", "action": gone["action"]})
        assert (kept(pilot).trashed_by, kept(task).trashed_by) == (None, None)

    @pytest.mark.parametrize(("what", "words"), [("indicator", "Indicators"), ("assessment", "Participation")])
    def test_a_pilot_on_which_something_of_coordinators_hangs_stays(self, as_user, pilot, what, words):
        hang(pilot, what)
        browser, before = as_user(LEADER), actions()
        answer = run(browser, {"do": "trash", "table": "pilot", "ids": [pilot.id]})
        assert (answer["refused"][0]["code"], kept(pilot).trashed_by, actions()) == ("hangs_for_others", None, before)
        assert words.lower() in answer["refused"][0]["said"].lower()
        assert answer["refused"][0]["said"] == browser.get(f"/form/pilot/{pilot.id}/trash").get_json()["said"]

    def test_a_coordinator_puts_it_into_the_trash_and_a_leader_does_not_bring_it_back(self, as_user, pilot):
        hang(pilot, "indicator")
        gone = run(as_user(COORDINATOR), {"do": "trash", "table": "pilot", "ids": [pilot.id]})
        assert kept(pilot).trashed_by == gone["action"]
        back = run(as_user(LEADER), {"do": "restore", "table": "pilot", "ids": [pilot.id]})
        assert (back["refused"][0]["code"], kept(pilot).trashed_by) == ("hangs_for_others", gone["action"])
        assert send(as_user(LEADER), {"do": "undo", "action": gone["action"]}).status_code == 403


class TestBadInput:
    """What the form sends, and the sentence that it shows at the field."""

    def refused(self, browser, pilot, table, values):
        command = {"do": "add", "table": table, "network": pilot.network_id, "values": {"pilot": pilot.id, **values}}
        (refusal,) = run(browser, command)["refused"]
        return refusal["field"], refusal["said"]

    def test_a_step_out_of_order_needs_a_reason(self, as_user, pilot):
        field, said = self.refused(as_user(LEADER), pilot, "pilot_step", {"step": "identify"})
        assert field == "reason"
        assert (
            said
            == "The step before this one has not begun: “Kick-start the idea”. Begin it first, or write the reason for the other order."
        )
        values = {"pilot": pilot.id, "step": "identify", "reason": "The team knows it already."}
        added = run(as_user(LEADER), {"do": "add", "table": "pilot_step", "network": pilot.network_id, "values": values})
        assert added["refused"] == []

    def test_a_task_is_not_due_before_it_begins(self, as_user, pilot):
        values = {"what": "Ask", "begins": "2026-12-24", "due": "2026-12-01"}
        field, said = self.refused(as_user(LEADER), pilot, "pilot_task", values)
        assert (field, said.startswith("The task is due on Dec 1, 2026, before it begins on Dec 24, 2026.")) == ("due", True)

    def test_a_step_has_no_end_before_it_is_done(self, as_user, pilot):
        field, said = self.refused(as_user(LEADER), pilot, "pilot_step", {"step": "explore", "end": "2026-11"})
        assert (field, bool(said)) == ("state", True)

    def test_a_step_is_begun_once(self, as_user, pilot):
        with bare_session(write=True) as session:
            make_pilot_step(session, pilot, "explore")
            session.commit()
        _field, said = self.refused(as_user(LEADER), pilot, "pilot_step", {"step": "explore"})
        assert said.endswith(".")

    def test_a_review_is_about_one_thing(self, as_user, pilot):
        values = {"kind": "appreciative", "pilot": None}
        field, said = self.refused(as_user(LEADER), pilot, "review", values)
        assert (field, said) == (
            "pilot_id",
            "Exactly one of these belongs here: Pilot and Micro project. Fill in one and leave the others empty.",
        )


class TestForms:
    def test_the_form_of_a_step_begins_with_what_most_people_would_say(self, as_user, pilot):
        with bare_session(write=True) as session:
            step = make_pilot_step(session, pilot, "explore")
            session.commit()
            number = step.id
        shown = as_user(LEADER).get(f"/form/pilot_step/{number}?state=done&end=2026-11-23").get_data(as_text=True)
        assert 'data-field="state" data-kind="select" data-columns="state" data-old="&#34;under_way&#34;" data-begun' in shown
        assert 'value="2026-11-23"' in shown

    def test_what_an_edit_begins_with_must_be_possible(self, as_user, pilot):
        assert as_user(LEADER).get(f"/form/pilot/{pilot.id}?start=never").status_code == 400

    @pytest.mark.parametrize(
        ("kind", "asked"),
        [
            (
                "action_review",
                ["What was supposed to happen?", "What happened?", "Why was there a difference?", "What will we do next time?"],
            ),
            (
                "appreciative",
                ["Discovery: what works well?", "Dream: what could be?", "Design: how should it be?", "Destiny: what will we do?"],
            ),
        ],
    )
    def test_a_review_asks_what_its_kind_asks(self, as_user, pilot, kind, asked):
        shown = as_user(LEADER).get(f"/form/review?pilot={pilot.id}&kind={kind}").get_data(as_text=True)
        labels = [f'<span class="form-label">{number}. {words}</span>' for number, words in enumerate(asked, 1)]
        assert [label for label in labels if label not in shown] == []

    def test_a_review_that_is_there_shows_its_own_questions(self, as_user, pilot):
        with bare_session(write=True) as session:
            number = make_review(session, pilot, "appreciative").id
            session.commit()
        shown = as_user(LEADER).get(f"/form/review/{number}").get_data(as_text=True)
        assert '<span class="form-label">2. Dream: what could be?</span>' in shown

    def test_the_form_of_a_story_says_who_will_see_it(self, as_user, pilot):
        shown = as_user(LEADER).get(f"/form/story?pilot={pilot.id}").get_data(as_text=True)
        assert "also from the leader who wrote it" in shown


def test_a_leader_sees_a_story_with_consent_only(as_user, pilot):
    with bare_session(write=True) as session:
        mine = make_story(session, pilot, "Hidden story")
        shared = make_story(session, pilot, "Open story", consent="leaders", consent_day=date(2026, 1, 1))
        session.commit()
        numbers = mine.id, shared.id
    assert [as_user(LEADER).get(f"/form/story/{number}").status_code for number in numbers] == [404, 200]
