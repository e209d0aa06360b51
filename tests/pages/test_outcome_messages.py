"""The form below a release: what is wrong here? Readers write, those who share the release are told."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Release, ReleaseMessage
from tests.opening import build_page, page_text, post_callback
from tests.points_of_view import email_of
from tests.releasing import store_release

LEADER = "leader_everywhere"
OUTPUTS = (("wrong-sent", "children"), ("wrong-words", "value"), ("wrong-words-problem", "children"))


def release_id():
    with bare_session() as session:
        return session.scalars(sa.select(Release.id).order_by(Release.id)).first()


def another_release(*readers):
    with bare_session(write=True) as session:
        number = store_release(session, readers=[email_of(name) for name in readers])
        session.commit()
        return number


def send(browser, number, words="Varde is missing"):
    body = {
        "output": "..{}..".format("...".join(".".join(output) for output in OUTPUTS)),
        "outputs": [{"id": one, "property": name} for one, name in OUTPUTS],
        "inputs": [{"id": "wrong-send", "property": "n_clicks", "value": 1}],
        "state": [{"id": "wrong-release", "property": "data", "value": number}, {"id": "wrong-words", "property": "value", "value": words}],
        "changedPropIds": ["wrong-send.n_clicks"],
    }
    return post_callback(browser, body)


def messages():
    with bare_session() as session:
        return session.scalars(sa.select(ReleaseMessage).order_by(ReleaseMessage.id)).all()


@pytest.mark.parametrize(("point_of_view", "address"), [("funder", "/outcomes"), ("funder", "/outcomes/{id}"), (LEADER, "/outcomes/{id}")])
def test_the_form_stands_below_each_release(as_user, point_of_view, address):
    shown = page_text(as_user(point_of_view), address.format(id=release_id()))
    assert ("Is something wrong here?" in shown, "/sharing" in shown) == (True, point_of_view == LEADER)


def test_a_message_is_kept_with_its_account(as_user):
    said = send(as_user("funder"), release_id()).get_json()["response"]
    assert ("Thank you." in str(said["wrong-sent"]), said["wrong-words"]["value"]) == (True, "")
    assert [(row.words, row.release_id, row.done) for row in messages()] == [("Varde is missing", release_id(), False)]


@pytest.mark.parametrize("words", ["", None, "call 0431 1234567", "anna@example.org", "x" * 2001])
def test_what_cannot_be_kept_is_told_beside_the_field(as_user, words):
    said = send(as_user("funder"), release_id(), words).get_json()["response"]
    assert (bool(said["wrong-words-problem"]["children"]), messages()) == (True, [])


@pytest.mark.parametrize("number", [0, 99_999, None, "1", [1]])
def test_a_release_that_cannot_be_is_refused(as_user, number):
    assert (send(as_user("funder"), number).status_code in (400, 404), messages()) == (True, [])


def test_nobody_writes_about_a_release_that_does_not_name_them(as_user):
    assert (send(as_user("funder"), another_release(LEADER)).status_code, messages()) == (404, [])


def test_leaders_are_told_on_the_release_and_in_the_list(as_user):
    send(as_user("funder"), release_id())
    leader = as_user(LEADER)
    alone = page_text(leader, f"/outcomes/{release_id()}")
    another_release(LEADER)
    listed = page_text(leader, "/outcomes")
    assert ("One message of a reader is waiting." in alone, "One message is waiting." in listed) == (True, True)


def test_funders_are_told_of_no_message(as_user):
    send(as_user("funder"), release_id(), "canary of a message")
    shown = page_text(as_user("funder"), f"/outcomes/{release_id()}")
    assert ("canary" in shown, "is waiting" in shown) == (False, False)


def test_sending_takes_five_statements(as_user, queries):
    browser, number = as_user("funder"), release_id()
    send(browser, number)
    queries.clear()
    send(browser, number)
    assert len(queries) == 5


@pytest.mark.parametrize("address", ["/outcomes", "/outcomes/{id}"])
def test_the_release_of_a_leader_takes_few_statements(as_user, queries, address):
    browser, path = as_user(LEADER), address.format(id=release_id())
    page_text(browser, path)
    queries.clear()
    build_page(browser, path)
    assert len(queries) <= 8
