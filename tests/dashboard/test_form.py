"""The one form for rows of every table."""

import pytest
import sqlalchemy as sa

from dashboard.permissions import OF_PILOTS
from data_layer.consent import is_shared
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Action, FundingSource, MicroProject, Network, Note, PhaseChange, Stakeholder
from tests.editing import run, save, send
from tests.factories import make_funding_case, make_funding_source, make_micro_project
from tests.opening import open_page
from tests.points_of_view import ELSEWHERE, HERE, POINTS_OF_VIEW

COORDINATOR = "coordinator_here"
KEPT_BY_THE_PROGRAM = ("id", "network_id", "trashed_by", "body_id", "entered_by_id", "x", "y", "sample", "revision")


def network_id(name=HERE):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def one_of(table, name=HERE):
    """The id of a row of a LEN; an id that nobody has where it has none."""
    model = TABLES[table].model
    column = {"network": "id", "funding_source": "entered_by_id"}.get(table, "network_id")
    with bare_session() as session:
        found = session.scalars(sa.select(model.id).where(getattr(model, column) == network_id(name), model.trashed_by.is_(None))).first()
    return found or 10**9


def is_for_leaders(table, row_id):
    """Stories without consent do not exist for leaders."""
    return table != "story" or row_id == 10**9 or is_shared(kept(TABLES[table].model, row_id))


def kept(model, row_id):
    with bare_session() as session:
        return session.get(model, row_id)


def actions():
    with bare_session() as session:
        return session.scalar(sa.select(sa.func.count(Action.id)))


def text_of(browser, path):
    response = browser.get(path)
    assert response.status_code == 200, path
    return response.get_data(as_text=True)


class TestForms:
    @pytest.mark.parametrize("table", TABLES)
    def test_every_table_has_a_form_with_a_control_for_each_field(self, as_user, table):
        row_id = one_of(table)
        browser = as_user(COORDINATOR)
        if row_id == 10**9:
            shown = text_of(browser, f"/form/{table}?network={network_id()}")
        else:
            shown = text_of(browser, f"/form/{table}/{row_id}")
        assert [name for name in TABLES[table].fields if f'data-field="{name}"' not in shown] == []

    @pytest.mark.parametrize("table", [name for name in TABLES if name != "network"])
    def test_a_new_row_begins_empty_in_the_one_network_of_the_account(self, as_user, table):
        shown = text_of(as_user(COORDINATOR), f"/form/{table}")
        assert (f'data-network="{network_id()}"' in shown, "data-row=" in shown) == (True, False)

    def test_a_new_row_begins_with_what_the_address_says(self, as_user):
        row_id = one_of("stakeholder")
        shown = text_of(as_user(COORDINATOR), f"/form/tie?from={row_id}&relation=support&start=2016-08")
        assert 'value="2016-08"' in shown
        assert '&#34;support&#34;" selected' in shown
        assert f'value="{kept(Stakeholder, row_id).name}" autocomplete' in shown

    @pytest.mark.parametrize("query", ["nothing=1", "relation=friends", "from=abc", "start=soon", "network=x", "from=1&from=2"])
    def test_nonsense_in_the_address_is_refused(self, as_user, query):
        assert as_user(COORDINATOR).get(f"/form/tie?{query}").status_code == 400

    @pytest.mark.parametrize(
        "path", ["nothing", "nothing/1", "note/1", "stakeholder/abc", "stakeholder/0", "stakeholder/999999", "network"]
    )
    def test_what_is_not_there_is_not_found(self, as_user, path):
        assert as_user(COORDINATOR).get(f"/form/{path}").status_code == 404

    def test_what_was_typed_by_others_is_shown_as_text(self, as_user):
        browser, row = as_user(COORDINATOR), kept(Stakeholder, one_of("stakeholder"))
        run(browser, save(row, "name", row.name, '"><script>alert(1)</script>'))
        shown = text_of(browser, f"/form/stakeholder/{row.id}")
        assert "<script" not in shown

    def test_a_network_is_not_offered_for_the_trash(self, as_user):
        browser, row = as_user(COORDINATOR), network_id(HERE)
        assert "data-form-trash" not in browser.get(f"/form/network/{row}").text
        assert browser.get(f"/form/network/{row}/trash").status_code == 404

    def test_a_source_on_which_cases_of_others_stand_says_that_it_stays(self, as_user):
        with bare_session(write=True) as session:
            source = make_funding_source(session, entered_by_id=network_id(HERE))
            project = make_micro_project(session, session.get(Network, network_id(ELSEWHERE)), "Boat house")
            make_funding_case(session, project, source)
            session.commit()
        said = as_user(COORDINATOR).get(f"/form/funding_source/{source.id}/trash").get_json()["said"]
        assert said == "This funding source stays as long as funding cases in other networks stand on it. There are 1."

    def test_before_a_row_goes_to_the_trash_it_is_said_what_goes_with_it(self, as_user):
        group = kept(MicroProject, one_of("micro_project")).group_id
        said = as_user(COORDINATOR).get(f"/form/stakeholder/{group}/trash").get_json()["said"]
        assert said.startswith("These move to the trash with it: ")
        assert "1 micro project" in said

    def test_few_statements_make_a_form(self, as_user, queries):
        browser, row_id = as_user(COORDINATOR), one_of("tie")
        queries.clear()
        text_of(browser, f"/form/tie/{row_id}")
        assert len(queries) <= 8


class TestAccess:
    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    @pytest.mark.parametrize("table", TABLES)
    def test_only_those_who_may_edit_in_the_network_open_the_form_of_its_rows(self, as_user, point_of_view, table):
        row_id = one_of(table)
        status = as_user(point_of_view).get(f"/form/{table}/{row_id}").status_code
        there = 200 if row_id != 10**9 else 404
        administrator = there if table == "funding_source" else 403
        expected = {COORDINATOR: there, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401, "administrator": administrator}
        if table in OF_PILOTS:
            expected |= dict.fromkeys(("leader_here", "leader_everywhere"), there if is_for_leaders(table, row_id) else 404)
            expected["leader_elsewhere"] = 404
        assert status == expected.get(point_of_view, 403)

    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_those_who_may_edit_open_a_new_form(self, as_user, point_of_view):
        tables = ("stakeholder", "funding_source", "pilot")
        statuses = tuple(as_user(point_of_view).get(f"/form/{table}").status_code for table in tables)
        expected = {
            "coordinator": (200, 200, 200),
            "leader": (403, 403, 200),
            "administrator": (403, 200, 403),
            "anonymous": (401, 401, 401),
            "disabled": (401, 401, 401),
            "funder": (403, 403, 403),
        }
        assert statuses == expected[point_of_view.partition("_")[0]]

    @pytest.mark.parametrize("path", ["/", "/micro-projects", "/funding", "/participation", "/stakeholders/{}", "/micro-projects/{}"])
    def test_only_those_who_may_edit_are_offered_the_form(self, as_user, path):
        table = "stakeholder" if path.startswith("/stake") else "micro_project"
        address = path.format(one_of(table))
        shown = {name: "data-form" in str(open_page(as_user(name), address).get_json()) for name in (COORDINATOR, "leader_here")}
        assert shown == {COORDINATOR: True, "leader_here": False}

    def test_no_form_begins_in_another_network_or_with_its_rows(self, as_user):
        browser = as_user(COORDINATOR)
        assert browser.get(f"/form/stakeholder?network={network_id(ELSEWHERE)}").status_code == 404
        assert browser.get(f"/form/tie?from={one_of('stakeholder', ELSEWHERE)}").status_code == 404

    def test_a_form_offers_no_row_of_another_network(self, as_user):
        with bare_session() as session:
            names = set(session.scalars(sa.select(Stakeholder.name).where(Stakeholder.network_id == network_id(ELSEWHERE))))
            own = set(session.scalars(sa.select(Stakeholder.name).where(Stakeholder.network_id == network_id())))
        shown = text_of(as_user(COORDINATOR), "/form/tie")
        assert [name for name in names - own if f'value="{name}"' in shown] == []

    @pytest.mark.parametrize("command", [{"do": "move", "micro_project": 0, "seen": "needs", "step": {"to_phase": "design"}, "end": None}])
    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_coordinators_of_the_network_move_its_micro_projects(self, as_user, point_of_view, command):
        row_id = one_of("micro_project")
        before = actions()
        status = send(as_user(point_of_view), {**command, "micro_project": row_id, "seen": "start_up"}).status_code
        expected = {COORDINATOR: 200, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401}
        # A step back without a reason: understood, and refused with its sentence.
        assert (status, actions()) == (expected.get(point_of_view, 403), before)

    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_coordinators_of_the_network_say_where_its_values_come_from(self, as_user, point_of_view):
        command = {"do": "note", "table": "stakeholder", "row": one_of("stakeholder"), "field": "place", "old": None, "new": origin()}
        status = send(as_user(point_of_view), command).status_code
        expected = {COORDINATOR: 200, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401}
        assert status == expected.get(point_of_view, 403)


class TestMassAssignment:
    @pytest.mark.parametrize("table", TABLES)
    def test_no_column_beside_the_fields_can_be_set(self, as_user, table):
        browser, before = as_user(COORDINATOR), actions()
        columns = {column.key for column in sa.inspect(TABLES[table].model).columns} | set(KEPT_BY_THE_PROGRAM)
        statuses = {}
        for column in columns - set(TABLES[table].fields):
            extra = {"do": "add", "table": table, "network": network_id(), "values": {column: 1}}
            edit = {"table": table, "id": one_of(table), "field": column, "old": None, "new": 1}
            statuses[column] = (send(browser, extra).status_code, send(browser, {"do": "save", "edits": [edit]}).status_code)
        assert {column: each for column, each in statuses.items() if each != (400, 400)} == {}
        assert actions() == before

    @pytest.mark.parametrize("key", ["network_id", "kind", "account_id", "trashed_by", "revision"])
    def test_an_edit_and_a_command_hold_nothing_else(self, as_user, key):
        browser, before = as_user(COORDINATOR), actions()
        row = kept(Stakeholder, one_of("stakeholder"))
        edit = save(row, "place", row.place, "Boden")
        assert send(browser, {**edit, key: 1}).status_code == 400
        assert send(browser, {"do": "save", "edits": [{**edit["edits"][0], key: 1}]}).status_code == 400
        assert actions() == before

    def test_nobody_adds_a_network_by_the_way_of_rows(self, as_user):
        before = actions()
        command = {"do": "add", "table": "network", "network": network_id(), "values": {"name": "Mine"}}
        assert send(as_user(COORDINATOR), command).status_code in (400, 403, 404)
        assert actions() == before

    def test_a_step_of_a_move_cannot_name_another_micro_project(self, as_user):
        browser, own = as_user(COORDINATOR), one_of("micro_project")
        step = {"to_phase": "needs", "reason": "It began anew", "micro_project": one_of("micro_project", ELSEWHERE)}
        answer = run(browser, {"do": "move", "micro_project": own, "seen": "start_up", "step": step, "end": None})
        assert answer["rows"][0]["values"]["micro_project"] == own


def origin(kind="reading", **more):
    return {"kind": kind, "other_value": None, "text": None, "source": None, **more}


class TestOrigins:
    def command(self, row_id, field="place", old=None, new=None):
        return {"do": "note", "table": "stakeholder", "row": row_id, "field": field, "old": old, "new": new}

    def test_the_origin_of_a_value_is_kept_shown_and_taken_back(self, as_user):
        browser, row_id = as_user(COORDINATOR), one_of("stakeholder")
        answer = run(browser, self.command(row_id, new=origin(source="A letter")))
        assert "A letter" in text_of(browser, f"/form/stakeholder/{row_id}")
        run(browser, {"do": "undo", "action": answer["action"]})
        assert "A letter" not in text_of(browser, f"/form/stakeholder/{row_id}")

    def test_a_conflict_needs_what_the_other_source_says(self, as_user):
        answer = run(as_user(COORDINATOR), self.command(one_of("stakeholder"), new=origin("conflict")))
        assert answer["refused"][0]["code"] == "conflict_value"

    def test_what_others_say_meanwhile_goes_back_with_the_refusal(self, as_user):
        browser, row_id = as_user(COORDINATOR), one_of("stakeholder")
        run(browser, self.command(row_id, new=origin(text="From the website")))
        (refusal,) = run(browser, self.command(row_id, new=origin("invented")))["refused"]
        assert (refusal["code"], refusal["field"], refusal["theirs"]) == ("changed_meanwhile", "place", origin(text="From the website"))
        run(browser, self.command(row_id, old=origin(text="From the website")))
        (refusal,) = run(browser, self.command(row_id, old=origin(), new=origin("invented")))["refused"]
        assert (refusal["code"], refusal["theirs"]) == ("changed_meanwhile", None)

    def test_nonsense_as_origin_is_refused(self, as_user):
        browser, row_id = as_user(COORDINATOR), one_of("stakeholder")
        for new in ({"kind": "reading"}, {**origin(), "network_id": 1}, origin(source=5), origin(kind=1)):
            assert send(browser, self.command(row_id, new=new)).status_code == 400
        assert send(browser, self.command(row_id, field="network_id", new=origin())).status_code == 400

    def test_the_origin_of_a_funding_source_of_another_network_is_not_ours_to_say(self, as_user):
        with bare_session() as session:
            row_id = session.scalars(sa.select(FundingSource.id).where(FundingSource.entered_by_id != network_id())).first()
            before = session.scalar(sa.select(sa.func.count(Note.id)))
        command = {"do": "note", "table": "funding_source", "row": row_id, "field": "funder", "old": None, "new": origin()}
        response = send(as_user(COORDINATOR), command)
        with bare_session() as session:
            assert session.scalar(sa.select(sa.func.count(Note.id))) == before
        assert response.status_code == 404 or response.get_json()["refused"]


class TestMoves:
    def test_a_step_and_an_end_are_one_action_that_can_be_taken_back(self, as_user):
        browser, row_id = as_user(COORDINATOR), one_of("micro_project")
        step = {"to_phase": "support", "day": "2020-03", "reason": "Money ran out"}
        was = kept(MicroProject, row_id).end_state
        move = {"do": "move", "micro_project": row_id, "seen": "start_up", "step": step, "end": {"old": was, "new": "ended"}}
        answer = run(browser, move)
        assert kept(MicroProject, row_id).end_state == "ended"
        run(browser, {"do": "undo", "action": answer["action"]})
        assert kept(MicroProject, row_id).end_state == was
        assert kept(PhaseChange, answer["rows"][0]["id"]).trashed_by is not None

    def test_a_step_back_needs_a_reason(self, as_user):
        move = {"do": "move", "micro_project": one_of("micro_project"), "seen": "start_up", "step": {"to_phase": "needs"}, "end": None}
        assert run(as_user(COORDINATOR), move)["refused"][0]["code"] == "step_back_needs_reason"

    def test_what_somebody_else_moved_meanwhile_is_told(self, as_user):
        move = {"do": "move", "micro_project": one_of("micro_project"), "seen": "needs", "step": {"to_phase": "design"}, "end": None}
        assert run(as_user(COORDINATOR), move)["refused"][0]["code"] == "changed_meanwhile"

    def test_a_move_to_nowhere_is_refused(self, as_user):
        move = {"do": "move", "micro_project": one_of("micro_project"), "seen": "start_up", "step": None, "end": None}
        assert send(as_user(COORDINATOR), move).status_code == 400

    def test_the_form_begins_today_and_lists_what_is_missing(self, as_user):
        shown = text_of(as_user(COORDINATOR), f"/form/phase_change?micro_project={one_of('micro_project')}&to_phase=support")
        assert "a step back, needs a reason" in shown
        assert 'data-field="end_state"' in shown
        assert "Organisational Roadmap" in shown
