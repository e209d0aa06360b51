"""What no page of ours sends is refused with a status of its own: never a 500, never a change."""

import json

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Tie
from tests.dashboard.test_edit import COORDINATOR, actions, member, network_id
from tests.editing import run, save, send
from tests.opening import ROUTER, page_text, post_callback
from tests.pages.test_admin import press

HUGE = 10**30
HALF = "\ud800"
LONG = "9" * 5_000
ORIGIN = {"kind": "reading", "other_value": None, "text": None, "source": None}
END = {"old": "open", "new": "ended"}


def token(browser):
    browser.get("/login")
    return browser.get_cookie("_csrf_token").value


def post(browser, path, raw, **headers):
    """The status of a JSON body, byte for byte."""
    headers = {"X-CSRFToken": token(browser), **headers}
    return browser.post(path, data=raw, content_type="application/json", headers=headers).status_code


@pytest.mark.parametrize(
    "command",
    [
        {"do": "merge", "first": HUGE, "second": 1, "choices": []},
        {"do": "merge", "first": 1, "second": HUGE, "choices": []},
        {"do": "link_body", "first": HUGE, "second": 1},
        {"do": "link_body", "first": 1, "second": -HUGE},
        {"do": "unlink_body", "row": HUGE},
        {"do": "move", "micro_project": HUGE, "seen": "unknown", "step": None, "end": END},
        {"do": "note", "table": "stakeholder", "row": HUGE, "field": "name", "old": None, "new": None},
        {"do": "undo", "action": HUGE},
        {"do": "trash", "table": "tie", "ids": [HUGE]},
        {"do": "add", "table": "need", "network": HUGE, "values": {"what": "A place"}},
        {"do": "map", "network": HUGE, "net_map": None, "was": None, "head": {}, "seen": []},
    ],
    ids=lambda command: command["do"],
)
def test_the_number_of_no_row_is_404(as_user, command):
    before = actions()
    assert (send(as_user(COORDINATOR), command).status_code, actions()) == (404, before)


@pytest.mark.parametrize("field", [[], {}, ["name"], 7, None])
def test_a_merge_names_its_fields_by_text(as_user, field):
    choice = {"field": field, "take": "first", "first": None, "second": None}
    assert send(as_user(COORDINATOR), {"do": "merge", "first": 1, "second": 2, "choices": [choice]}).status_code == 400


@pytest.mark.parametrize("value", [[], [""], ["1"], "1", True, 2**52, -1])
def test_a_link_points_to_rows_only(as_user, value):
    with bare_session() as session:
        tie = session.scalars(sa.select(Tie).where(Tie.network_id == network_id()).order_by(Tie.id)).first()
    assert run(as_user(COORDINATOR), save(tie, "to", tie.to_id, value))["refused"][0]["field"] == "to"


@pytest.mark.parametrize("place", ["1" + "0" * 400, "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "1" * 5_000])
def test_a_place_that_no_picture_has_is_400(as_user, place):
    command = json.dumps({"do": "place", "places": [{"id": 1, "x": 0, "y": "here"}], "request": "request-of-a-place"})
    assert post(as_user(COORDINATOR), "/edit", command.replace('"here"', place)) == 400


@pytest.mark.parametrize("address", ["http://[", "https://[::1", "http://\u2100".encode().decode("latin-1"), "//", "\x7f"])
class TestAddressesThatAreNone:
    def test_as_an_origin_they_are_foreign(self, as_user, address):
        assert post(as_user(COORDINATOR), "/edit", b"{}", Origin=address) == 400

    def test_as_the_page_before_they_lead_to_the_start(self, as_user, address):
        browser = as_user(COORDINATOR)
        answer = browser.post("/account/preferences", data={"csrf_token": token(browser)}, headers={"Referer": address})
        assert (answer.status_code, answer.location) == (302, "/")


@pytest.mark.parametrize("host", ["a" * 9_000, "xx-" * 500, "a b", "[::1]:99999", "\u00e9", "", "."])
def test_a_host_that_is_none_gets_no_answer(client, host):
    for address in ("/", "/login", "/changes", "/assets/style.css"):
        assert client.get(address, headers={"Host": host}).status_code in (200, 302, 400, 401), address


@pytest.mark.parametrize("address", ["/login", "/account/preferences", "/data/import/file", "/edit"])
def test_a_field_without_a_name_is_400(as_user, address):
    body = b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--"
    assert as_user(COORDINATOR).post(address, data=body, content_type="multipart/form-data; boundary=x").status_code == 400


class TestHalfLetters:
    """Half a letter can be written in JSON, and neither a database nor an answer takes it."""

    def commands(self):
        row = member()
        return [
            {"do": "save", "edits": [{"table": "stakeholder", "id": row.id, "field": "place", "old": row.place, "new": HALF}]},
            {"do": "save", "edits": [{"table": "stakeholder", "id": row.id, "field": "place", "old": HALF, "new": "Boden"}]},
            {"do": "add", "table": "stakeholder", "network": network_id(), "values": {"name": f"a{HALF}"}},
            {"do": "note", "table": "stakeholder", "row": row.id, "field": "name", "old": None, "new": {**ORIGIN, "text": HALF}},
            {"do": "map", "network": network_id(), "net_map": None, "was": None, "head": {"question": HALF}, "seen": []},
            {"do": HALF},
            {"do": "redo", HALF: 1},
        ]

    def test_in_a_command_they_are_400(self, as_user):
        browser, before = as_user(COORDINATOR), actions()
        assert [send(browser, command).status_code for command in self.commands()] == [400] * 7
        assert actions() == before

    def test_in_the_name_of_a_request_they_are_400(self, as_user):
        assert send(as_user(COORDINATOR), {"do": "redo"}, name=HALF * 10).status_code == 400

    def test_as_bytes_they_are_400(self, as_user):
        raw = json.dumps({"do": "redo", "request": f"request-{HALF}"}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        assert post(as_user(COORDINATOR), "/edit", raw) == 400

    @pytest.mark.parametrize("name", ["pathname", "search"])
    def test_in_a_callback_they_are_400(self, as_user, name):
        values = {"pathname": "/help", "search": "", name: f"/{HALF}"}
        inputs = [{"id": "_pages_location", "property": key, "value": value} for key, value in values.items()]
        body = {**ROUTER, "inputs": inputs, "changedPropIds": ["_pages_location.pathname"]}
        assert post_callback(as_user(COORDINATOR), body).status_code == 400

    def test_a_whole_letter_of_two_halves_is_a_letter(self, as_user):
        row = member()
        edit = {"table": "stakeholder", "id": row.id, "field": "place", "old": row.place, "new": "\U0001f333"}
        assert send(as_user(COORDINATOR), {"do": "save", "edits": [edit]}).get_json()["refused"] == []

    @pytest.mark.parametrize(
        "address", ["/search?q=%ED%A0%80", "/history?person=%ED%A0%80", "/data/rows/tie?q=%ED%A0%80", "/form/event?title=%ED%A0%80"]
    )
    def test_in_an_address_they_are_only_unknown_signs(self, as_user, address):
        assert as_user(COORDINATOR).get(address).status_code in (200, 400)

    def test_in_a_header_they_are_only_unknown_signs(self, as_user):
        browser = as_user(COORDINATOR)
        for name in ("X-Account", "If-None-Match", "Accept-Language", "User-Agent", "X-Watching"):
            assert browser.get("/changes", headers={name: "\xed\xa0\x80"}).status_code < 500, name
            assert post(browser, "/edit", b"{}", **{name: "\xed\xa0\x80"}) in (400, 409), name


class TestLongNumbers:
    """Python reads no number of more than 4,300 digits, and SQLite none beyond 64 bits."""

    @pytest.mark.parametrize(
        "address",
        [
            f"/form/stakeholder/{LONG}",
            f"/form/stakeholder/{LONG}/trash",
            f"/net-map/{LONG}",
            f"/stakeholders/{LONG}",
            f"/micro-projects/{LONG}",
            f"/data/choices/tie?network={LONG}",
            f"/form/stakeholder/{2**53}",
            "/form/stakeholder/0",
            "/form/stakeholder/\u0663",
        ],
        ids=lambda address: address[:30],
    )
    def test_in_the_place_of_a_row_they_are_404(self, as_user, address):
        assert as_user(COORDINATOR).get(address).status_code == 404

    def test_in_the_place_of_a_network_they_are_400(self, as_user):
        assert as_user(COORDINATOR).get(f"/form/tie?network={LONG}").status_code == 400

    def test_in_the_place_of_a_mapping_they_are_404(self, as_user):
        assert as_user(COORDINATOR).get(f"/net-map/{network_id()}?mapping={LONG}").status_code == 404

    @pytest.mark.parametrize("number", ["9" * 3_900, "0" * 3_900, "0" * 19 + "1" * 9, str(2**53)])
    def test_in_the_query_of_a_page_they_are_not_understood(self, as_user, number):
        browser = as_user(COORDINATOR)
        for address in ("/history?page=", "/history?table=tie&row=", "/data/import?done=", "/data/import?page=", "/?network=", "/?page="):
            text = page_text(browser, address + number)
            assert "was not understood" in text, address

    def test_in_the_choice_of_a_person_they_are_nobody(self, as_user):
        assert press(as_user("administrator"), "hand-over", 1, [("admin-account-to", "value", LONG)]).status_code == 404

    def test_as_an_amount_they_are_refused_at_the_field(self, as_user):
        values = {"micro_project": 1, "funding_source": 1, "currency": "EUR", "applied_amount": "9" * 40}
        answer = run(as_user(COORDINATOR), {"do": "add", "table": "funding_case", "network": network_id(), "values": values})
        assert [refused["code"] for refused in answer["refused"]] == ["amount_unreadable"]
