"""Leaders keep reporting periods: they add, rename, close them, and open them again with a reason."""

from datetime import date

import pytest
import sqlalchemy as sa

from app import app as dash_app
from data_layer.accounts.account import get_account, grant_network
from data_layer.engine import bare_session
from data_layer.models import Event, Network, ReportingPeriod
from data_layer.releases.period import add_period, close_period, get_period, span
from tests.editing import run, save
from tests.opening import build_page, document_title, page_text, post_callback
from tests.points_of_view import email_of

LEADER = "leader_everywhere"
LIST, ONE = "reporting-periods", "reporting-period"


def call(browser, page, *, pressed, pattern="", fields=(), **values):
    """Press a button of a page with these values; the sentence at each of `fields` comes with the answer."""
    output = f"{page}-address.href{pattern}"
    problems = [f"{page}-{field}-problem" for field in fields]
    outputs = [{"id": f"{page}-address", "property": f"href{pattern}".partition("@")[0]}]
    outputs += [{"id": problem, "property": "children"} for problem in problems]
    named = f"..{'...'.join([output, *(f'{problem}.children' for problem in problems)])}.." if fields else output
    states = [
        {"id": f"{page}-{name}", "property": "data" if name == "which" else "value", "value": value} for name, value in values.items()
    ]
    body = {
        "output": named,
        "outputs": outputs if fields else outputs[0],
        "inputs": [{"id": f"{page}-{pressed}", "property": "n_clicks", "value": 1}],
        "state": states,
        "changedPropIds": [f"{page}-{pressed}.n_clicks"],
    }
    return post_callback(browser, body)


def pattern_of(pressed):
    """What Dash adds to the name of an output that several callbacks write."""
    names = (name for name, entry in dash_app.callback_map.items() if any(one["id"] == f"{ONE}-{pressed}" for one in entry["inputs"]))
    (name,) = names
    return name.strip(".").split("...")[0].partition("href")[2]


def press(browser, pressed, number, **values):
    fields = {"keep": ("name",), "open": ("reason",)}.get(pressed, ())
    said = {field: values.get(field) for field in fields}
    return call(browser, ONE, pressed=pressed, pattern=pattern_of(pressed), fields=fields, which=number, **said)


def add(browser, name="The year 2017", first="2017", last="2017"):
    return call(browser, LIST, pressed="add", fields=("name", "first", "last"), name=name, first=first, last=last)


@pytest.fixture
def period(sample_database):
    with bare_session(write=True) as session:
        first, last = span("2017", "2017")
        number = add_period(session, name="The year 2017", first=first, last=last).id
        session.commit()
    return number


def close(number):
    with bare_session(write=True) as session:
        close_period(session, session.get(ReportingPeriod, number))
        session.commit()


def state_of(number):
    with bare_session() as session:
        return get_period(session, number)


def test_without_a_period_it_says_what_to_do(as_user):
    assert "There is no reporting period yet." in page_text(as_user(LEADER), "/outcomes/periods")


def test_a_period_is_added_and_stands_in_the_list(as_user):
    browser = as_user(LEADER)
    assert "done=added" in add(browser, first="2017-01", last="2017").get_data(as_text=True)
    text = page_text(browser, "/outcomes/periods?done=added")
    for part in ("The year 2017", "2017", "never closed", "The period is there, and open."):
        assert part in text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": ""}, "Something is missing here."),
        ({"first": "soon"}, "is not a date that we can read"),
        ({"last": "2016"}, "comes after the last day"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(as_user, values, said):
    response = add(as_user(LEADER), **values)
    assert response.status_code == 200
    assert said in response.get_data(as_text=True)
    with bare_session() as session:
        assert session.scalars(sa.select(ReportingPeriod)).all() == []


def test_it_is_closed_renamed_and_opened_again_with_a_reason(as_user, period):
    browser = as_user(LEADER)
    assert press(browser, "close", period).status_code == 200
    assert state_of(period).closed
    press(browser, "keep", period, name="2017")
    refused = press(browser, "open", period, reason=" ")
    assert "Something is missing here." in refused.get_data(as_text=True)
    assert state_of(period).closed
    press(browser, "open", period, reason="A meeting was missing.")
    assert not state_of(period).closed
    text = page_text(browser, f"/outcomes/periods/{period}")
    assert "opened again by leader_everywhere@example.org" in text
    assert "A meeting was missing." in text
    assert "closed by leader_everywhere@example.org" in text
    assert document_title(browser, f"/outcomes/periods/{period}").startswith("2017 – Reporting period")


def test_what_coordinators_do_in_a_closed_period_is_refused_with_a_sentence(as_user, period):
    close(period)
    with bare_session(write=True) as session:
        event = session.scalars(sa.select(Event).where(Event.day_first >= date(2017, 1, 1), Event.day_last <= date(2017, 12, 31))).first()
        grant_network(session, get_account(session, email_of("coordinator_here")), session.get(Network, event.network_id).name)
        session.commit()
        command = save(event, "kind", event.kind, "review")
    answer = run(as_user("coordinator_here"), command)
    assert answer["action"] is None
    (refusal,) = answer["refused"]
    assert (refusal["code"], refusal["field"]) == ("period_closed", "kind")
    assert "“The year 2017”" in refusal["said"]
    assert "Leaders can open the period again." in refusal["said"]


@pytest.mark.parametrize("pressed", ["keep", "close", "open"])
@pytest.mark.parametrize("point_of_view", ["coordinator_here", "funder", "administrator"])
def test_nobody_but_leaders_keeps_periods(as_user, period, pressed, point_of_view):
    assert press(as_user(point_of_view), pressed, period).status_code == 403


@pytest.mark.parametrize("number", [0, -5, 999, 2**70])
def test_a_period_that_is_not_there_is_not_found(as_user, number):
    assert press(as_user(LEADER), "close", number).status_code == 404
    assert as_user(LEADER).get(f"/outcomes/periods/{number}").status_code == 404


def test_the_pages_take_few_statements(as_user, period, queries):
    browser = as_user(LEADER)
    for address in ("/outcomes/periods", f"/outcomes/periods/{period}"):
        queries.clear()
        build_page(browser, address)
        assert len(queries) <= 4
    queries.clear()
    press(browser, "close", period)
    assert sum(statement.startswith("SELECT") for statement in queries) <= 5
