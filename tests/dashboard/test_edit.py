"""The one way to change data from a browser."""

import json

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import get_account
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Action, FundingSource, Network, Stakeholder
from tests.editing import run, save, send
from tests.points_of_view import ELSEWHERE, HERE, POINTS_OF_VIEW, email_of

COORDINATOR = "coordinator_here"


def network_id(name=HERE):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def member(name=HERE):
    """A stakeholder of a LEN."""
    with bare_session() as session:
        return session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == network_id(name)).order_by(Stakeholder.id)).first()


def number_of(name):
    with bare_session() as session:
        return get_account(session, email_of(name)).id


def kept(row):
    """What the database holds of a row."""
    with bare_session() as session:
        return session.get(type(row), row.id)


def actions():
    with bare_session() as session:
        return session.scalar(sa.select(sa.func.count(Action.id)))


class TestCommands:
    def test_a_field_is_saved_and_the_answer_holds_the_row_as_it_is_now(self, as_user):
        row = member()
        answer = run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"))
        assert (kept(row).place, answer["rows"][0]["values"]["place"], answer["refused"]) == ("Boden", "Boden", [])

    def test_a_refusal_is_a_sentence_at_its_field(self, as_user):
        row = member()
        answer = run(as_user(COORDINATOR), save(row, "country", row.country, "se"))
        assert [(refused["field"], refused["code"]) for refused in answer["refused"]] == [("country", "country")]
        assert "two capital letters" in answer["refused"][0]["said"]

    def test_what_somebody_else_has_set_meanwhile_is_told(self, as_user):
        row = member()
        answer = run(as_user(COORDINATOR), save(row, "name", "An old name", "A new name"))
        assert (answer["action"], answer["refused"][0]["theirs"], kept(row).name) == (None, row.name, row.name)

    def test_a_row_is_added(self, as_user):
        answer = run(as_user(COORDINATOR), {"do": "add", "table": "stakeholder", "network": network_id(), "values": {"name": "Library"}})
        assert (answer["rows"][0]["values"]["name"], answer["told"]) == ("Library", "Added: 1 stakeholder.")

    def test_rows_go_to_the_trash_and_come_back(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        answer = run(browser, {"do": "trash", "table": "stakeholder", "ids": [row.id]})
        assert (kept(row).trashed_by, answer["told"].startswith("In the trash: ")) == (answer["action"], True)
        run(browser, {"do": "restore", "table": "stakeholder", "ids": [row.id]})
        assert kept(row).trashed_by is None

    def test_a_mapping_is_kept_and_an_answer_that_cannot_be_is_told_at_its_place(self, as_user):
        row = member()
        seen = [{"stakeholder": row.id, "old": {"power": None, "interest": None}, "new": {"power": 1, "interest": 9}}]
        command = {
            "do": "map",
            "network": network_id(),
            "net_map": None,
            "was": None,
            "head": {"day": "2024-05", "question": "Who decides?"},
            "seen": seen,
        }
        refused = run(as_user(COORDINATOR), command)
        assert [(one["place"], one["field"], one["code"]) for one in refused["refused"]] == [(0, "interest", "out_of_range")]
        seen[0]["new"]["interest"] = 4
        kept_now = run(as_user(COORDINATOR), command)
        assert (kept_now["told"], kept_now["rows"][0]["values"]["interest"]) == ("Kept: 1 position.", 4)

    def test_a_question_that_somebody_else_corrected_is_told_with_what_they_wrote(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        head = {"day": "2024-05", "question": "Who decides?", "mapped_by": None}
        seen = [{"stakeholder": row.id, "old": {"power": None}, "new": {"power": 1}}]
        command = {"do": "map", "network": network_id(), "net_map": None, "was": None, "head": head, "seen": seen}
        number = run(browser, command)["rows"][0]["id"]
        change = {**command, "net_map": number, "was": head, "seen": []}
        run(browser, {**change, "head": {**head, "question": "Who pays?"}})
        refused = run(browser, {**change, "head": {**head, "question": "Who decides on money?"}})["refused"]
        assert [(one["field"], one["code"], one["theirs"]) for one in refused] == [("question", "changed_meanwhile", "Who pays?")]

    def test_the_last_change_is_taken_back_and_done_again(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        run(browser, save(row, "place", row.place, "Boden"))
        assert run(browser, {"do": "undo", "action": None})["told"] == "Taken back: 1 stakeholder."
        assert kept(row).place == row.place
        run(browser, {"do": "redo"})
        assert kept(row).place == "Boden"

    def test_any_action_can_be_taken_back_by_its_number(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        first = run(browser, save(row, "place", row.place, "Boden"))
        run(browser, save(row, "website", row.website, "https://example.org"))
        run(browser, {"do": "undo", "action": first["action"]})
        assert (kept(row).place, kept(row).website) == (row.place, "https://example.org")

    def test_places_in_the_picture_are_kept(self, as_user):
        row = member()
        run(as_user(COORDINATOR), {"do": "place", "places": [{"id": row.id, "x": 12.5, "y": -3}]})
        assert (kept(row).x, kept(row).y) == (12.5, -3)
        run(as_user(COORDINATOR), {"do": "place", "places": [{"id": row.id, "x": None, "y": None}]})
        assert (kept(row).x, kept(row).y) == (None, None)


class TestRequests:
    def test_a_request_that_comes_twice_is_done_once(self, as_user):
        browser = as_user(COORDINATOR)
        command = {"do": "add", "table": "need", "network": network_id(), "values": {"what": "A place to meet"}}
        first = run(browser, command, name="the-same-request")
        before = actions()
        assert (run(browser, command, name="the-same-request")["action"], actions()) == (first["action"], before)

    def test_what_was_added_is_told_again(self, as_user):
        browser = as_user(COORDINATOR)
        command = {"do": "add", "table": "need", "network": network_id(), "values": {"what": "A place to meet"}}
        first = run(browser, command, name="the-same-request")
        again = run(browser, command, name="the-same-request")
        assert (again["rows"], again["told"]) == (first["rows"], "Saved: 1 need.")

    def test_what_was_saved_and_what_was_refused_is_told_again(self, as_user):
        browser, row = as_user(COORDINATOR), member()
        command = save(row, "place", row.place, "Boden")
        command["edits"] += save(row, "name", "An old name", "A new name")["edits"]
        first = run(browser, command, name="the-same-request")
        before = actions()
        again = run(browser, command, name="the-same-request")
        told = ("action", "rows", "refused")
        assert ([again[part] for part in told], actions()) == ([first[part] for part in told], before)

    def test_a_mapping_that_comes_twice_is_told_again_and_done_once(self, as_user):
        browser, row = as_user(COORDINATOR), member()
        seen = [{"stakeholder": row.id, "old": {"power": None, "interest": None}, "new": {"power": 1, "interest": 4}}]
        head = {"day": "2024-05", "question": "Who decides?"}
        command = {"do": "map", "network": network_id(), "net_map": None, "was": None, "head": head, "seen": seen}
        first = run(browser, command, name="the-same-request")
        before = actions()
        assert (run(browser, command, name="the-same-request")["action"], actions()) == (first["action"], before)

    def test_what_waited_is_not_saved_under_the_name_of_the_next_person(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        mine, other = number_of(COORDINATOR), number_of("coordinator_elsewhere")
        refused = send(browser, save(row, "place", row.place, "Boden"), account=other)
        assert (refused.status_code, kept(row).place) == (409, row.place)
        assert "Somebody else is signed in" in refused.get_json()["message"]
        assert send(browser, save(row, "place", row.place, "Boden"), account=mine).status_code == 200

    def test_the_same_name_from_somebody_else_is_another_request(self, as_user):
        row, other = member(), member(ELSEWHERE)
        run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"), name="the-same-request")
        run(as_user("coordinator_elsewhere"), save(other, "place", other.place, "Boden"), name="the-same-request")
        assert kept(other).place == "Boden"


class TestAccess:
    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_coordinators_of_the_network_change_its_rows(self, as_user, point_of_view):
        row = member()
        status = send(as_user(point_of_view), save(row, "place", row.place, "Boden")).status_code
        expected = {COORDINATOR: 200, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401}.get(point_of_view, 403)
        assert (status, kept(row).place == "Boden") == (expected, point_of_view == COORDINATOR)

    @pytest.mark.parametrize("table", TABLES)
    def test_no_row_of_another_network_can_be_changed_trashed_or_brought_back(self, as_user, table):
        model = TABLES[table].model
        column = {"network": "id", "funding_source": "entered_by_id"}.get(table, "network_id")
        with bare_session() as session:
            row = session.scalars(sa.select(model).where(getattr(model, column) == network_id(ELSEWHERE))).first()
        browser = as_user(COORDINATOR)
        row_id = row.id if row is not None else 10**9
        field = next(reversed(TABLES[table].fields))
        commands = [{"do": do, "table": table, "ids": [row_id]} for do in ("trash", "restore")]
        commands.append({"do": "save", "edits": [{"table": table, "id": row_id, "field": field, "old": None, "new": "mine"}]})
        before = actions()
        for command in commands:
            response = send(browser, command)
            assert response.status_code in ((400, 404) if table == "network" else (404,)) or response.get_json()["action"] is None
        assert actions() == before

    @pytest.mark.parametrize("do", ["trash", "restore"])
    def test_no_network_goes_to_the_trash_or_comes_back_by_a_command(self, as_user, do):
        assert send(as_user(COORDINATOR), {"do": do, "table": "network", "ids": [network_id()]}).status_code == 400

    def test_an_action_on_another_network_cannot_be_taken_back(self, as_user):
        row = member(ELSEWHERE)
        done = run(as_user("coordinator_elsewhere"), save(row, "place", row.place, "Boden"))
        assert send(as_user(COORDINATOR), {"do": "undo", "action": done["action"]}).status_code == 404

    def test_nothing_is_added_to_another_network(self, as_user):
        command = {"do": "add", "table": "stakeholder", "network": network_id(ELSEWHERE), "values": {"name": "Intruder"}}
        assert send(as_user(COORDINATOR), command).status_code == 404

    def test_an_administrator_looks_after_the_sources_that_no_network_entered(self, as_user):
        browser = as_user("administrator")
        row_id = run(browser, {"do": "add", "table": "funding_source", "network": None, "values": {"funder": "A foundation"}})["rows"][0][
            "id"
        ]
        with bare_session() as session:
            row = session.get(FundingSource, row_id)
        run(browser, save(row, "funder", "A foundation", "Another foundation"))
        run(browser, {"do": "undo", "action": None})
        assert kept(row).funder == "A foundation"

    @pytest.mark.parametrize("table", [name for name in TABLES if name != "funding_source"])
    def test_an_administrator_changes_nothing_else(self, as_user, table):
        assert send(as_user("administrator"), {"do": "trash", "table": table, "ids": [1]}).status_code == 403

    @pytest.mark.parametrize("table", TABLES)
    def test_no_column_but_the_fields_can_be_written(self, as_user, table):
        fields = TABLES[table].fields
        columns = [column.key for column in sa.inspect(TABLES[table].model).local_table.columns if column.key not in fields]
        browser, before = as_user(COORDINATOR), actions()
        for column in columns:
            add = {"do": "add", "table": table, "network": network_id(), "values": {column: 1}}
            save_one = {"do": "save", "edits": [{"table": table, "id": 1, "field": column, "old": None, "new": 1}]}
            assert [send(browser, command).status_code for command in (add, save_one)] == [400, 400], column
        assert actions() == before


HOSTILE = [
    [],
    None,
    7,
    "save",
    {},
    {"do": 7},
    {"do": "drop"},
    {"do": "save"},
    {"do": "save", "edits": []},
    {"do": "save", "edits": {}},
    {"do": "save", "edits": [7]},
    {"do": "save", "edits": [{}]},
    {"do": "save", "edits": [{"table": "account", "id": 1, "field": "role", "old": "coordinator", "new": "administrator"}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": "1", "field": "name", "old": None, "new": "x"}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": True, "field": "name", "old": None, "new": "x"}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": 1, "field": "name", "old": None, "new": {"a": 1}}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": 1, "field": "name", "old": None, "new": 1.5}]},
    {"do": "save", "edits": [{"table": ["stakeholder"], "id": 1, "field": "name", "old": None, "new": "x"}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": 1, "field": "name", "old": None, "new": "x", "account_id": 1}]},
    {"do": "save", "edits": [{"table": "stakeholder", "id": 1, "field": "name", "old": None, "new": "x" * 10_001}]},
    {"do": "add", "table": "stakeholder", "network": None, "values": {"name": "x"}},
    {"do": "add", "table": "stakeholder", "network": "1", "values": {"name": "x"}},
    {"do": "add", "table": "action", "network": 1, "values": {}},
    {"do": "add", "table": "stakeholder", "network": 1, "values": ["name"]},
    {"do": "trash", "table": "stakeholder", "ids": []},
    {"do": "trash", "table": "stakeholder", "ids": ["1"]},
    {"do": "trash", "table": "stakeholder", "ids": [1] * 5001},
    {"do": "undo"},
    {"do": "undo", "action": "1"},
    {"do": "redo", "action": 1},
    {"do": "place", "places": [{"id": 1, "x": "0", "y": 0}]},
    {"do": "place", "places": [{"id": 1}]},
    {"do": "place", "places": [{"id": 1, "x": None, "y": 1}]},
    {"do": "place", "places": [{"id": "1", "x": 1, "y": 1}]},
    {"do": "place", "places": [7]},
    {"do": "map", "network": 1, "net_map": None, "was": None, "head": {}, "seen": [7]},
    {"do": "map", "network": 1, "net_map": None, "was": None, "head": {"id": 1}, "seen": []},
    {"do": "map", "network": 1, "net_map": "1", "was": None, "head": {}, "seen": []},
    {"do": "map", "network": 1, "net_map": None, "was": None, "head": {}, "seen": [{"stakeholder": 1, "old": {}, "new": {"x": 1}}]},
    {"do": "map", "network": 1, "net_map": None, "was": None, "head": {}, "seen": [{"stakeholder": 1, "old": {}, "new": {"power": 1.5}}]},
    {"do": "map", "network": 1, "net_map": None, "was": None, "head": {}, "seen": [{"stakeholder": 1, "old": {}, "new": []}]},
]


class TestHostileBodies:
    @pytest.mark.parametrize("body", HOSTILE, ids=[str(body)[:80] for body in HOSTILE])
    def test_what_is_no_command_is_refused_and_changes_nothing(self, as_user, body):
        browser, before = as_user(COORDINATOR), actions()
        response = send(browser, body) if isinstance(body, dict) else post(browser, body)
        assert (response.status_code, actions()) == (400, before)

    @pytest.mark.parametrize("name", [None, "", "short", "x" * 41, 12345678, ["a" * 10]])
    def test_a_command_needs_a_name(self, as_user, name):
        assert post(as_user(COORDINATOR), {"do": "redo", "request": name}).status_code == 400

    def test_numbers_that_no_database_holds_are_not_there(self, as_user):
        assert send(as_user(COORDINATOR), {"do": "trash", "table": "stakeholder", "ids": [10**30]}).status_code in (400, 404)

    def test_only_json_is_read(self, as_user):
        browser = as_user(COORDINATOR)
        browser.get("/login")
        headers = {"X-CSRFToken": browser.get_cookie("_csrf_token").value}
        assert browser.post("/edit", data={"do": "redo"}, headers=headers).status_code == 415

    def test_a_forged_command_is_refused(self, as_user):
        assert as_user(COORDINATOR).post("/edit", json={"do": "redo", "request": "12345678"}).status_code == 400


def post(browser, body):
    browser.get("/login")
    return browser.post(
        "/edit", data=json.dumps(body), content_type="application/json", headers={"X-CSRFToken": browser.get_cookie("_csrf_token").value}
    )


def test_an_edit_belongs_to_the_account_that_made_it(as_user):
    row = member()
    done = run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"))
    with bare_session() as session:
        assert session.get(Action, done["action"]).account_id == get_account(session, email_of(COORDINATOR)).id
