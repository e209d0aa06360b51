"""Whatever stands in commands, addresses, headers and forms, the answer is never a 500."""

import inspect
import io
import itertools
import json

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.routes.edit import COMMANDS
from data_layer.editing.tables import TABLES
from data_layer.editing.values import shown
from data_layer.engine import bare_session
from tests.dashboard.test_edit import COORDINATOR, member, network_id
from tests.opening import open_page

NAMES = (f"hostile-{number:08}" for number in itertools.count())
SIGNS = ("", " ", "\x00", "\u202e", "\ufeff", "\U0010ffff", "%", "_", "\\", "'", '"', "\r\n", "..", "null", "[]", "{0.__class__}", "%(n)s")
DIGITS = ("0", "1", "-1", "--1", "9" * 40, "9" * 5_000, "\u0663", "²", "1e999", "NaN", "1.000", "1,5")
DAYS = ("2016", "2016-13", "0000", "9999-12-31", "10000-01-01", "2016/2014", "9999/9999", "2016-02-30")
WORDS = ("a" * 2_001, "a" * 10_001, "SE", "EUR", "yes", "name", "stakeholder", "tie")
ADDRESSES = ("http://[", "https://[::1", "http://\u2100", "javascript:alert(1)")
TEXTS = st.sampled_from([*SIGNS, *DIGITS, *DAYS, *WORDS, *ADDRESSES]) | st.text(max_size=12)
NUMBERS = st.sampled_from([-1, 0, 1, 2, 2**31, 2**53 - 1, 2**53, 2**63, 10**30, 10**400]) | st.booleans() | st.floats(allow_nan=False)
VALUES = st.recursive(
    st.none() | TEXTS | NUMBERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
ABOUT_US = ("Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Host", "Origin", "Referer", "Sec-Fetch-Site", "User-Agent")
ABOUT_IT = ("Content-Type", "If-Match", "If-Modified-Since", "If-None-Match", "Range", "X-Account", "X-CSRFToken", "X-Watching")
LISTS = (";", ",,", "=", '"', "*", "bytes=5-1", "bytes=0-1,2-3", "de;q=nan", "en;q=1e999", "application/json; charset=utf-7")
LONG = ("", "\xff", "0", "9" * 5_000, "a" * 9_000, "http://[", "[::1]:99999", "multipart/form-data", "Fri, 31 Dec 9999 23:59:59 -9999")
few = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)


class Coordinator:
    """A coordinator's browser that sends its token along."""

    def __init__(self, browser):
        self.browser = browser
        browser.get("/login")
        self.headers = {"X-CSRFToken": browser.get_cookie("_csrf_token").value}

    def post(self, address, data):
        return self.browser.post(address, data=data, headers=self.headers)

    def run(self, command):
        raw = json.dumps({**command, "request": next(NAMES)})
        return self.browser.post("/edit", data=raw, content_type="application/json", headers=self.headers).status_code


@pytest.fixture
def coordinator(as_user):
    return Coordinator(as_user(COORDINATOR))


@pytest.fixture
def importing(coordinator):
    """The same, with a file on its way in."""
    file = io.BytesIO(b"name;website;x;country\nKitchen;http://[;1e999;SE\nHarbour house;;;xx\n")
    assert coordinator.post("/data/import/file", {"file": (file, "list.csv"), "network": str(network_id())}).status_code == 200
    return coordinator


def ids(name):
    """Numbers of rows of a table that the coordinator sees, and one that is nobody's."""
    model = TABLES[name].model
    with bare_session() as session:
        return [*session.scalars(sa.select(model.id).where(model.network_id == network_id()).order_by(model.id).limit(3)), 999_999]


@settings(few, max_examples=60)
@given(data=st.data())
def test_no_value_of_a_field_makes_saving_fail(coordinator, data):
    table = TABLES[data.draw(st.sampled_from(["stakeholder", "tie", "event", "need", "micro_project", "assessment"]))]
    field = data.draw(st.sampled_from(sorted(table.fields)))
    with bare_session() as session:
        row = session.scalars(sa.select(table.model).where(table.model.network_id == network_id()).order_by(table.model.id)).first()
        values = shown(table, row)
    edit = {"table": table.name, "id": row.id, "field": field, "old": values[field], "new": data.draw(VALUES)}
    assert coordinator.run({"do": "save", "edits": [edit]}) < 500, edit
    values[field] = edit["new"]
    assert coordinator.run({"do": "add", "table": table.name, "network": network_id(), "values": values}) < 500, values


@settings(few, max_examples=90)
@given(data=st.data())
def test_no_argument_makes_a_command_fail(coordinator, data):
    stakeholders, fields = st.sampled_from(ids("stakeholder")), st.sampled_from(sorted(TABLES["stakeholder"].fields))
    answers = st.dictionaries(st.sampled_from(["power", "interest", "influence", "support"]), VALUES, max_size=2)
    origin = st.fixed_dictionaries({"kind": TEXTS | st.just("reading"), "other_value": VALUES, "text": VALUES, "source": VALUES})
    likely = {
        **dict.fromkeys(("first", "second", "row"), stakeholders),
        "network": st.just(network_id()),
        "table": st.sampled_from([*TABLES, "note", "account"]),
        "ids": st.lists(stakeholders, max_size=2),
        "field": fields,
        "micro_project": st.sampled_from(ids("micro_project")),
        "values": st.dictionaries(fields, VALUES, max_size=3),
        "lines": st.lists(st.dictionaries(fields, VALUES, max_size=3), max_size=2),
        "edits": st.lists(st.fixed_dictionaries({"table": TEXTS, "id": stakeholders, "field": fields, "old": VALUES, "new": VALUES})),
        "places": st.lists(st.fixed_dictionaries({"id": stakeholders, "x": NUMBERS, "y": NUMBERS | st.none()}), max_size=2),
        "choices": st.lists(st.fixed_dictionaries({"field": VALUES | fields, "take": st.just("first"), "first": VALUES, "second": VALUES})),
        "head": st.dictionaries(st.sampled_from(["day", "question", "mapped_by"]), VALUES, max_size=2),
        "seen": TEXTS | st.lists(st.fixed_dictionaries({"stakeholder": stakeholders, "old": answers, "new": answers}), max_size=2),
        **dict.fromkeys(("old", "new"), st.none() | origin),
        "end": st.none() | st.fixed_dictionaries({"old": TEXTS, "new": TEXTS}),
        "action": st.integers(1, 20),
    }
    name = data.draw(st.sampled_from(sorted(COMMANDS)))
    arguments = list(inspect.signature(COMMANDS[name]).parameters)[1:]
    command = {one: data.draw(likely[one] | VALUES if one in likely else VALUES, label=one) for one in arguments}
    assert coordinator.run({"do": name, **command}) < 500, (name, command)


@settings(few, max_examples=10)
@given(data=st.data())
def test_no_query_makes_an_address_fail(coordinator, data):
    asked = {
        "startRow": data.draw(NUMBERS),
        "endRow": data.draw(NUMBERS),
        "sortModel": data.draw(VALUES | st.just([{"colId": "name", "sort": "asc"}])),
        "filterModel": {
            data.draw(st.sampled_from(["name", "website", "start", "network"])): {"type": "contains", "filter": data.draw(VALUES)}
        },
    }
    keys = (
        "q",
        "network",
        "mapping",
        "page",
        "row",
        "table",
        "person",
        "since",
        "group",
        "year",
        "trash",
        "title",
        "from",
        "next",
        "language",
    )
    query = {"asked": json.dumps(asked), **{key: data.draw(TEXTS) for key in data.draw(st.lists(st.sampled_from(keys), max_size=3))}}
    for address in (
        *("/search", "/changes", "/login", f"/net-map/{network_id()}", "/data/rows/stakeholder", "/data/choices/tie", "/form/event"),
        *(f"/form/stakeholder/{member().id}", "/download/stakeholder.csv", "/download/history.csv", "/download/network.svg"),
        *(f"/form/stakeholder/{data.draw(TEXTS)}", f"/download/{data.draw(TEXTS)}", f"/data/rows/{data.draw(TEXTS)}"),
    ):
        assert coordinator.browser.get(address, query_string=query).status_code < 500, (address, query)


@settings(few, max_examples=18)
@given(
    name=st.sampled_from(ABOUT_US + ABOUT_IT),
    text=st.sampled_from(LISTS + LONG),
    method=st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "PUT", "TRACE"]),
)
def test_no_header_makes_an_address_fail(coordinator, name, text, method):
    for address in ("/", "/changes", "/edit", "/login", "/search", "/data/import/rows", "/account/preferences", "/_dash-update-component"):
        answer = coordinator.browser.open(address, method=method, headers={**coordinator.headers, name: text}, data=b"{}")
        assert answer.status_code < 500, address


@settings(few, max_examples=12)
@given(data=st.data())
def test_no_answer_makes_an_import_fail(importing, data):
    keys = ("target.0", "field.0.1", "form.0.2", "cell.0.0.1", "same.0.0", "code.0.1.3", "cell.0.9.9", "new_by_default", "seal", "network")
    form = {"network": str(network_id()), **data.draw(st.dictionaries(st.sampled_from(keys) | TEXTS, TEXTS, max_size=4))}
    where = data.draw(st.sampled_from(["columns", "rows", "rows", "apply"]))
    assert importing.post(f"/data/import/{where}", form).status_code < 500, (where, form)
    assert open_page(importing.browser, "/data/import").status_code == 200, (where, form)
