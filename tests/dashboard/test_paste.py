"""A block from a spreadsheet that goes beyond the last row, and codes of many rows at once, as a grid sends them."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Need, Stakeholder
from tests.dashboard.test_edit import COORDINATOR, actions, kept, member, network_id
from tests.editing import run, send
from tests.points_of_view import ELSEWHERE, POINTS_OF_VIEW


def edit(row, field, old, new):
    return {"table": "stakeholder", "id": row.id, "field": field, "old": old, "new": new}


def block(*lines, edits=(), table="stakeholder", **more):
    return {"do": "paste", "edits": list(edits), "table": table, "network": network_id(), "lines": list(lines), **more}


def named(name):
    with bare_session() as session:
        return session.scalars(sa.select(Stakeholder).where(Stakeholder.name == name)).one_or_none()


class TestPaste:
    def test_edits_and_new_rows_come_and_go_together(self, as_user):
        row, browser = member(), as_user(COORDINATOR)
        answer = run(browser, block({"name": "Library", "place": "Boden"}, edits=[edit(row, "place", row.place, "Kiruna")]))
        assert (kept(row).place, named("Library").place, answer["told"], answer["refused"]) == (
            "Kiruna",
            "Boden",
            "Added: 1 stakeholder.",
            [],
        )
        assert [one["id"] for one in answer["rows"]] == [row.id, named("Library").id]
        run(browser, {"do": "undo", "action": None})
        assert (kept(row).place, named("Library").trashed_by is None) == (row.place, False)

    def test_what_is_refused_is_told_at_its_place_among_edits_and_lines(self, as_user):
        row = member()
        lines = [{"name": "Library"}, {"place": "Boden"}, {"name": row.name}]
        answer = run(as_user(COORDINATOR), block(*lines, edits=[edit(row, "country", row.country, "se"), edit(row, "name", "?", "x")]))
        assert [(one["place"], one["field"]) for one in answer["refused"]] == [(0, "country"), (1, "name"), (3, "name"), (4, "name")]
        assert all(one["said"] for one in answer["refused"])
        assert named("Library") is not None

    def test_lines_of_which_none_can_be_a_row_are_no_action(self, as_user):
        before = actions()
        answer = run(as_user(COORDINATOR), block({"name": ""}, {}))
        assert (answer["action"], len(answer["refused"]), answer["told"], actions()) == (None, 2, "", before)

    def test_a_request_that_comes_twice_adds_once(self, as_user):
        browser, command = as_user(COORDINATOR), block({"name": "Library"})
        first = run(browser, command, name="the-same-paste")
        again = run(browser, command, name="the-same-paste")
        assert (again["action"], [one["id"] for one in again["rows"]]) == (first["action"], [named("Library").id])

    def test_an_administrator_adds_to_the_catalogue_alone(self, as_user):
        browser = as_user("administrator")
        assert run(browser, block({"funder": "A foundation"}, table="funding_source", network=None))["action"] is not None
        assert send(browser, block({"name": "Library"})).status_code == 403

    @pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
    def test_only_coordinators_of_the_network_add_rows(self, as_user, point_of_view):
        status = send(as_user(point_of_view), block({"name": "Library"})).status_code
        expected = {COORDINATOR: 200, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401}.get(point_of_view, 403)
        assert (status, named("Library") is not None) == (expected, point_of_view == COORDINATOR)

    def test_a_foreign_row_among_the_edits_refuses_the_whole(self, as_user):
        row, before = member(ELSEWHERE), actions()
        response = send(as_user(COORDINATOR), block({"name": "Library"}, edits=[edit(row, "place", row.place, "Boden")]))
        assert (response.status_code, actions(), named("Library")) == (404, before, None)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"lines": []},
            {"lines": [7]},
            {"lines": [{"network_id": 1}]},
            {"lines": [{"trashed_by": 1}]},
            {"lines": [{"name": {"a": 1}}]},
            {"lines": [{"name": "x" * 10_001}]},
            {"lines": [{}] * 5_001},
            {"edits": [{}]},
            {"edits": [{"table": "account", "id": 1, "field": "role", "old": None, "new": "administrator"}]},
            {"network": None},
            {"network": "1"},
            {"table": "network"},
            {"table": "account"},
        ],
        ids=lambda wrong: str(wrong)[:60],
    )
    def test_what_no_grid_sends_is_refused_and_changes_nothing(self, as_user, wrong):
        browser, before = as_user(COORDINATOR), actions()
        assert (send(browser, {**block({"name": "Library"}), **wrong}).status_code, actions()) == (400, before)


class TestCodesOfManyRows:
    def test_each_row_gets_its_own_set_in_one_step(self, as_user):
        browser = as_user(COORDINATOR)
        run(browser, block(*({"what": what, "target_groups": codes} for what, codes in NEEDS.items()), table="need"))
        rows = needs()
        edits = [needing(row, list(row.target_groups), sorted({*row.target_groups, "youth"})) for row in rows]
        assert run(browser, {"do": "save", "edits": edits})["refused"] == []
        assert [row.target_groups for row in needs()] == [("migrants", "youth"), ("youth",), ("families", "older", "youth")]
        run(browser, {"do": "undo", "action": None})
        assert [list(row.target_groups) for row in needs()] == list(NEEDS.values())

    def test_a_set_that_somebody_changed_meanwhile_is_not_lost(self, as_user):
        browser = as_user(COORDINATOR)
        run(browser, block({"what": "A place to meet", "target_groups": ["older"]}, table="need"))
        answer = run(browser, {"do": "save", "edits": [needing(needs("A place to meet")[0], ["migrants"], ["migrants", "youth"])]})
        assert (answer["refused"][0]["code"], answer["refused"][0]["theirs"]) == ("changed_meanwhile", ["older"])


NEEDS = {"Sewing": ["migrants"], "Music": [], "Meals": ["families", "older"]}


def needs(*names):
    with bare_session() as session:
        query = sa.select(Need).where(Need.what.in_(names or NEEDS), Need.network_id == network_id()).order_by(Need.id)
        return list(session.scalars(query))


def needing(row, old, new):
    return {"table": "need", "id": row.id, "field": "target_groups", "old": old, "new": new}
