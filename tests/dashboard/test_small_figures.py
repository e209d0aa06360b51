"""No figure on service users below its threshold is in any byte that a leader gets: pages, callbacks, forms, grids, search, downloads."""

import re
import sys
from itertools import count

import pytest
import sqlalchemy as sa

from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.figures import FIGURES, Figure
from data_layer.models import Indicator, Network, SurveyResult
from tests.dashboard.test_access_matrix import body_for, may, permission_of, server_callbacks
from tests.dashboard.test_downloads import NAMES, texts_in
from tests.dashboard.test_isolation import GRIDS, PAGES, QUERIES, RECORDS, canaries  # noqa: F401 - a fixture
from tests.opening import open_page, post_callback
from tests.points_of_view import HERE

# Each figure is a number that stands nowhere else; the threshold is put far above them, so that each of them counts as small.
FIRST, THRESHOLD = 7_123_457, 10**9
BETWEEN_DIGITS = re.compile(r"(?<=\d)[,.’\u00a0\u202f ](?=\d)")
# What a leader's network page asks for: one stakeholder, other filters, other pages of its tables.
VALUES = {
    "network-view.data": {"sector": "users", "near": "yes"},
    "network-pages.data": {"turned": "ties", "ties": "1"},
    "network-mapped-page.data": {"turned": "mapped", "mapped": "1"},
    "new-release-release.n_clicks": 1,
    "new-release-asked.data": {"title": "Spring", "from": "2000-01", "to": "2040-12"},
    "new-release-seal.data": "of nothing",
}


@pytest.fixture
def small(canaries, monkeypatch):  # noqa: F811
    """Every figure on service users of the LEN is small; returns table and column by the number that it has."""
    for module in list(sys.modules.values()):
        if "FEWEST_SHOWN" in vars(module):
            monkeypatch.setattr(module, "FEWEST_SHOWN", THRESHOLD)
    numbers, found = count(FIRST, 11), {}
    with bare_session(write=True) as session:
        tables = Network.metadata.tables
        for name, kind in FIGURES.items():
            table, column = name.split(".")
            if kind is not Figure.OPEN and table in canaries[HERE] and name != "survey.slips":
                found[number := next(numbers)] = name
                session.execute(sa.update(tables[table]).where(tables[table].c.id == canaries[HERE][table]).values({column: number}))
        session.execute(sa.update(Indicator).where(Indicator.id == canaries[HERE]["indicator"]).values(of_persons=True))
        found[number := next(numbers)] = "survey_result.counts"
        of_survey = SurveyResult.id == canaries[HERE]["survey_result"]
        session.execute(sa.update(SurveyResult).where(of_survey).values(counts={"say": {"4": number}}))
        session.commit()
    return found


def told(text, small):
    """Which of the numbers stand in a text, whatever stands between their thousands."""
    plain = BETWEEN_DIGITS.sub("", text)
    return sorted({name for number, name in small.items() if str(number) in plain})


def pages_of(rows):
    queries = [query.format(id=rows["network"]) for query in QUERIES]
    records = [re.sub(r"<\w+>", str(rows[table]), path) for path, table in RECORDS if table in rows]
    return [path + query for path in (*PAGES, *records) for query in queries]


def addresses_of(rows):
    """Everything that is fetched beside pages and callbacks; most of it is refused to leaders."""
    forms = [f"/form/{table}{more}" for table in TABLES for more in ("", f"/{rows.get(table)}", f"/{rows.get(table)}/trash")]
    grids = [address.format(table=table, id=rows["network"]) for table in TABLES for address in GRIDS]
    return [*forms, *grids, "/search?q=canary", "/download/history.csv"]


def bodies(browser, point_of_view, rows):
    """The answers of all callbacks that this point of view may call about its network."""
    for output, entry in server_callbacks().items():
        if not may(point_of_view, permission_of(entry["callback"])) or output.startswith("..account"):
            continue
        for stakeholder in (None, rows["stakeholder"]):
            body = body_for(output, entry)
            for item in (*body["inputs"], *body["state"]):
                if isinstance(item, dict):
                    name = f"{item['id']}.{item['property']}"
                    known = {**VALUES, "network-id.data": rows["network"], "network-focus.data": stakeholder}
                    item["value"] = known.get(name)
            yield output, post_callback(browser, body)


def leaks(browser, point_of_view, rows, small):
    shown = {address: open_page(browser, address).get_data(as_text=True) for address in pages_of(rows)}
    shown |= {f"document of {address}": browser.get(address).get_data(as_text=True) for address in pages_of(rows)}
    shown |= {address: browser.get(address).get_data(as_text=True) for address in addresses_of(rows)}
    shown |= {f"callback {output}": answer.get_data(as_text=True) for output, answer in bodies(browser, point_of_view, rows)}
    for name in NAMES:
        answer = browser.get(f"/download/{name}")
        shown[name] = texts_in(answer.get_data(), name) if answer.status_code == 200 else ""
    return {address: names for address, text in shown.items() if (names := told(text, small))}


def test_a_leader_gets_none_of_them(as_user, canaries, small):  # noqa: F811
    assert leaks(as_user("leader_here"), "leader_here", canaries[HERE], small) == {}


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_others_get_none_of_them(as_user, canaries, small, point_of_view):  # noqa: F811
    assert leaks(as_user(point_of_view), point_of_view, canaries[HERE], small) == {}


def test_a_coordinator_gets_them_so_that_the_test_can_fail(as_user, canaries, small):  # noqa: F811
    found = leaks(as_user("coordinator_here"), "coordinator_here", canaries[HERE], small)
    never = {name for name, kind in FIGURES.items() if kind is Figure.NEVER}
    assert {name for names in found.values() for name in names} >= {*small.values()} - never - {"survey_result.counts"}


def test_the_callbacks_of_a_leader_do_answer(as_user, canaries):  # noqa: F811
    answers = list(bodies(as_user("leader_here"), "leader_here", canaries[HERE]))
    of_pages = [(output, answer) for output, answer in answers if "network-" in output]
    assert {output: answer.status_code for output, answer in of_pages if answer.status_code not in (200, 204)} == {}
    assert sum(b"canary" in answer.get_data() for _output, answer in answers) >= 2
