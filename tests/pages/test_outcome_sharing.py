"""/outcomes/<release_id>/sharing: links are made, shown once and withdrawn; messages of readers are read and closed."""

import json
import re
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from app import app as dash_app
from data_layer.engine import bare_session
from data_layer.models import Release, ReleaseLink, ReleaseMessage
from data_layer.releases.message import send_message
from tests.opening import build_page, open_page, page_text, post_callback
from tests.points_of_view import email_of
from tests.releasing import store_release

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
LEADER = "leader_everywhere"
PASSWORD = "harbour-lantern-maple"
HOSTILE = "<b onclick=x>hi</b>"
MADE = ("sharing-made", "sharing-links", "sharing-password", "sharing-ends-problem", "sharing-password-problem")
PROPERTIES = ("children", "children", "value", "children", "children")


@pytest.fixture(autouse=True)
def _at_noon(clock):
    clock(NOON)


def release_id():
    with bare_session() as session:
        return session.scalars(sa.select(Release.id).order_by(Release.id)).first()


def foreign_release():
    with bare_session(write=True) as session:
        number = store_release(session, title="Canary", readers=[email_of("leader_here")])
        session.commit()
        return number


def write(words="Varde is missing", number=None):
    with bare_session(write=True) as session:
        send_message(session, number or release_id(), words, account_id=None)
        session.commit()


def make(browser, number, *, ends="2026-06-30", password=PASSWORD):
    body = {
        "output": "..{}..".format("...".join(f"{one}.{name}" for one, name in zip(MADE, PROPERTIES, strict=True))),
        "outputs": [{"id": one, "property": name} for one, name in zip(MADE, PROPERTIES, strict=True)],
        "inputs": [{"id": "sharing-make", "property": "n_clicks", "value": 1}],
        "state": [
            {"id": "sharing-release", "property": "data", "value": number},
            {"id": "sharing-ends", "property": "value", "value": ends},
            {"id": "sharing-password", "property": "value", "value": password},
        ],
        "changedPropIds": ["sharing-make.n_clicks"],
    }
    return post_callback(browser, body)


def press(browser, kind, index, number):
    """Press the button of a link ("withdraw") or a message ("done")."""
    start = {"withdraw": "sharing-links.children@", "done": "sharing-messages.children"}[kind]
    output = next(each for each in dash_app.callback_map if each.startswith(start))
    named = {"index": index, "type": f"sharing-{kind}"}
    body = {
        "output": output,
        "outputs": {"id": output.partition(".")[0], "property": output.partition(".")[2]},
        "inputs": [[{"id": named, "property": "n_clicks", "value": 1}]],
        "state": [[{"id": named, "property": "id", "value": named}], {"id": "sharing-release", "property": "data", "value": number}],
        "changedPropIds": [],
    }
    return post_callback(browser, body)


def links():
    with bare_session() as session:
        return session.scalars(sa.select(ReleaseLink).order_by(ReleaseLink.id)).all()


def messages():
    with bare_session() as session:
        return session.scalars(sa.select(ReleaseMessage).order_by(ReleaseMessage.id)).all()


@pytest.mark.parametrize(("point_of_view", "status"), [(LEADER, 200), ("leader_here", 404), ("funder", 403), ("coordinator_here", 403)])
def test_only_leaders_who_read_the_release_share_it(as_user, point_of_view, status):
    assert as_user(point_of_view).get(f"/outcomes/{release_id()}/sharing").status_code == status


def test_a_link_is_made_and_shown_once(as_user):
    browser, number = as_user(LEADER), release_id()
    said = make(browser, number).get_json()["response"]
    shown = json.dumps(said["sharing-made"])
    (link,) = links()
    assert ("http://localhost/shared/" in shown, PASSWORD in shown, link.release_id) == (True, True, number)
    later = page_text(browser, f"/outcomes/{number}/sharing")
    assert ("/shared/" in later, PASSWORD in later, "30 June 2026" in later) == (False, False, True)


def test_the_link_that_is_shown_opens_the_report(as_user, client):
    shown = json.dumps(make(as_user(LEADER), release_id()).get_json()["response"]["sharing-made"])
    path = "/shared/" + shown.partition("/shared/")[2][:43]
    client.post(path, data={"do": "open", "password": PASSWORD})
    assert "Sample 1" in client.get(path).text


def test_a_password_of_three_words_is_offered_each_time_another(as_user):
    browser, address = as_user(LEADER), f"/outcomes/{release_id()}/sharing"
    offered = [set(re.findall(r'"value":\s*"([a-z]+-[a-z]+-[a-z]+)"', open_page(browser, address).text)) for _turn in range(2)]
    assert (len(offered[0]), len(offered[1]), offered[0] & offered[1]) == (1, 1, set())


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends": "2026-05-19"}, "sharing-ends-problem"),
        ({"ends": ""}, "sharing-ends-problem"),
        ({"ends": "x"}, "sharing-ends-problem"),
        ({"ends": None}, "sharing-ends-problem"),
        ({"password": "short"}, "sharing-password-problem"),
        ({"password": ""}, "sharing-password-problem"),
    ],
)
def test_what_does_not_do_is_told_beside_its_field(as_user, values, field):
    said = make(as_user(LEADER), release_id(), **values).get_json()["response"]
    assert (bool(said[field]["children"]), links()) == (True, [])


def test_a_link_is_withdrawn_at_once(as_user):
    browser, number = as_user(LEADER), release_id()
    make(browser, number)
    answer = press(browser, "withdraw", links()[0].id, number)
    assert (answer.status_code, "withdrawn" in answer.text, links()[0].withdrawn) == (200, True, True)


def test_a_release_that_does_not_name_the_leader_is_not_there(as_user):
    browser, foreign = as_user(LEADER), foreign_release()
    write(number=foreign)
    own = as_user("leader_here")
    make(own, foreign)
    statuses = [
        make(browser, foreign).status_code,
        press(browser, "withdraw", links()[0].id, foreign).status_code,
        press(browser, "done", messages()[0].id, foreign).status_code,
        browser.get(f"/outcomes/{foreign}/sharing").status_code,
    ]
    assert (statuses, links()[0].withdrawn, messages()[0].done) == ([404] * 4, False, False)


@pytest.mark.parametrize("index", [0, -1, 99_999])
def test_a_link_and_a_message_that_are_not_there_are_404(as_user, index):
    browser, number = as_user(LEADER), release_id()
    assert [press(browser, kind, index, number).status_code for kind in ("withdraw", "done")] == [404, 404]


def test_messages_are_read_and_closed(as_user):
    write(HOSTILE)
    browser, number = as_user(LEADER), release_id()
    before = page_text(browser, f"/outcomes/{number}/sharing")
    answer = press(browser, "done", messages()[0].id, number)
    assert (HOSTILE in before, "a reader with a link" in before) == (True, True)
    assert (answer.status_code, "No message is waiting." in answer.text, messages()[0].done) == (200, True, True)


def test_page_and_callbacks_take_few_statements_for_any_number(as_user, queries):
    browser, number = as_user(LEADER), release_id()
    counted = []
    for _turn in range(2):
        make(browser, number)
        write()
        queries.clear()
        build_page(browser, f"/outcomes/{number}/sharing")
        counted.append(len(queries))
    queries.clear()
    make(browser, number)
    made = len(queries)
    link, message = links()[0].id, messages()[0].id
    queries.clear()
    press(browser, "withdraw", link, number)
    withdrawn = len(queries)
    queries.clear()
    press(browser, "done", message, number)
    assert counted == [counted[0]] * 2
    assert counted[0] <= 6
    assert (made, withdrawn, len(queries)) == (5, 5, 5)
