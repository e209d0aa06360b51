"""No hidden figure, and no true count of people, is in any byte that readers of a release get, by account or by link.

Each figure is a number of its own that stands nowhere else. They are scanned for twice: with the threshold far above all of them, so that
each is hidden, and with the real one, so that counts are shown rounded.
"""

import json
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from io import BytesIO
from itertools import count

import pytest
import sqlalchemy as sa

from data_layer.disclosure.protection import protect
from data_layer.disclosure.rules import Rules
from data_layer.engine import bare_session
from data_layer.models import Network, Release
from data_layer.releases import composing, merging
from data_layer.releases.released import FigureTable
from tests.carried import everything_in
from tests.dashboard.test_shared import PASSWORD, give, key_of
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_people_reached
from tests.opening import open_page
from tests.pages.test_new_release import address, asked, release_it, seal_on, went_to
from tests.pages.test_outcome_messages import send
from tests.pages.test_outcome_sharing import make
from tests.points_of_view import email_of
from tests.releasing import store_release
from tests.whole_release import whole

DAY = datetime(2026, 5, 20, 12, tzinfo=UTC)
# None of them ends in 0 or 5, so that no rounded figure looks like a true one.
FIRST, STEP = 7_123_457, 20
FAR_ABOVE = 10**9
PDFS = ("full", "summary", "indicators")
GROUPS = ("migrants", "older", "families", "youth")
SHARED = ("", "/report.pdf", "/page.pdf", "/indicators.pdf", "/data.xlsx", "/data.csv")


@pytest.fixture
def secrets(sample_database, clock, monkeypatch):
    """The true figures of three networks, by what they are: people by group, jobs, readings, and money of which two give too much."""
    clock(DAY)
    numbers, true = count(FIRST, STEP), {}
    with bare_session(write=True) as session:
        for name in ("Luleå", "Varde", "Plön"):
            network = session.scalars(sa.select(Network).where(Network.name == name)).one()
            project = make_micro_project(session, network, f"Counted in {name}", jobs=next(numbers))
            true[f"jobs of {name}"] = project.jobs
            for group in GROUPS:
                true[f"{group} of {name}"] = number = next(numbers)
                make_people_reached(session, project, number, target_groups=(group,), day_first=DAY.date(), day_last=DAY.date())
            if name != "Plön":
                true[f"money of {name}"] = number = next(numbers)
                source = make_funding_source(session, name)
                make_funding_case(session, project, source, state="awarded", currency="NOK", awarded_minor=number, source=None)
        session.commit()
    dated = composing.dated
    own = {(side, step): next(numbers) for side in ("professionals", "users") for step in "2345"}
    true |= {f"readings {side} {step}": number for (side, step), number in own.items()}

    def with_own_readings(*arguments):
        return replace(dated(*arguments), readings=Counter(own))

    monkeypatch.setattr(composing, "dated", with_own_readings)
    return true


@pytest.fixture(params=["all hidden", "rounded"])
def kind(request, monkeypatch):
    """Where the threshold stands."""
    if request.param == "all hidden":
        for module in (composing, merging):
            monkeypatch.setattr(module, "protect", partial(protect, rules=Rules(k=FAR_ABOVE)))
    return request.param


def texts_of(**changes):
    return asked(**{"to": "2026-12", **changes})


def in_basis(number):
    """What the release is about in truth, by table: kept for the audit of later ones."""
    with bare_session() as session:
        basis = session.scalars(sa.select(Release.basis).where(Release.id == number)).one()
    counted = [table for table in basis["tables"] if table["unit"] in ("persons", "answers") or table["code"] == "money_NOK"]
    values = {f"{table['code']} {row} {column}": value for table in counted for row, column, value in table["values"]}
    given = [[amount for _giver, amount, _source in parts] for table in counted for *_position, parts in table["contributions"]]
    values |= {f"gift {amount}": amount for amounts in given for amount in amounts}
    values |= {f"sum {sum(amounts)}": sum(amounts) for amounts in given}
    # Of those that end in 0 or 5 the rounded figure is the true one.
    return {name: value for name, value in values.items() if value >= FIRST and value % 5}


def compose(leader, **changes):
    """The preview and the id of a release of all networks, as a leader makes it."""
    page = open_page(leader, address(**texts_of(**changes)))
    answer = release_it(leader, texts_of(**changes), seal_on(page))
    return page, answer, int(went_to(answer).rpartition("/")[2])


def link_to(leader, number):
    shown = json.dumps(make(leader, number).get_json()["response"]["sharing-made"])
    return "/shared/" + shown.partition("/shared/")[2][:43]


def of_an_account(browser, number, other):
    """What a browser that is signed in gets of a release."""
    pages = [f"/outcomes/{number}", "/outcomes", f"/outcomes/compare?one={number}&two={other}", "/outcomes/compare", "/help"]
    got = {f"page {each}": open_page(browser, each) for each in pages}
    got |= {f"document {each}": browser.get(each) for each in pages}
    got |= {
        each: browser.get(each) for each in ("/changes", "/search?q=counted", "/_dash-layout", "/_dash-dependencies", "/form/release/1")
    }
    got |= {f"{each}.pdf": browser.get(f"/outcomes/{number}/report.pdf?template={each}") for each in PDFS}
    got |= {each: browser.get(f"/outcomes/{number}/data.{each}") for each in ("xlsx", "csv")}
    got |= {f"message {words}": send(browser, number, words) for words in ("Varde is missing", "")}
    return got


def of_a_link(browser, path):
    """What a browser gets that has the link and its password."""
    got = {"question": browser.get(path), "wrong": give(browser, path, "wrong"), "right": give(browser, path)}
    got |= {name or "page": browser.get(path + name) for name in SHARED}
    key = key_of(got["page"])
    got |= {f"message {words}": browser.post(path, data={"do": "say", "key": key, "words": words}) for words in ("It is wrong", "")}
    return got


def found_in(got, true):
    texts = {place: everything_in(answer.get_data()) for place, answer in got.items()}
    return {place: names for place, text in texts.items() if (names := [name for name, number in true.items() if str(number) in text])}


def test_no_true_figure_is_in_any_byte(as_user, client, secrets, kind, clock):
    leader = as_user("leader_everywhere")
    page, sealed, first = compose(leader)
    clock(DAY + timedelta(days=1))
    leader = as_user("leader_everywhere")
    later, _answer, second = compose(leader, title="Again")
    path = link_to(leader, first)
    true = {**secrets, **in_basis(first), **in_basis(second)}
    assert {name.partition(" ")[0] for name in in_basis(first)} == {"reached", "reached_by_group", "jobs", "say_by_side", "gift", "sum"}
    got = {"preview": page, "sealed": sealed, "later": later, **of_an_account(as_user("funder"), first, second)}
    got |= {f"leader, {place}": answer for place, answer in of_an_account(leader, second, first).items()}
    got["sharing"] = open_page(leader, f"/outcomes/{first}/sharing")
    got |= {f"link, {place}": answer for place, answer in of_a_link(client, path).items()}
    refused = {place for place, answer in got.items() if answer.status_code not in (200, 204, 303)}
    assert refused == {"/form/release/1", "leader, /form/release/1", "/search?q=counted"}
    assert found_in(got, true) == {}
    readings = [number for name, number in secrets.items() if name.startswith("readings")]
    shown = everything_in(got[f"page /outcomes/{first}"].get_data())
    assert {str(number - 2) in shown for number in readings} == {kind == "rounded"}


def test_each_way_would_show_a_figure_so_that_the_test_can_fail(as_user, client, clock):
    clock(DAY)
    leader, funder = as_user("leader_everywhere"), as_user("funder")
    numbers = {"people": FIRST, "money": FIRST + STEP}
    shown = whole(
        figures=(
            FigureTable("reached", "persons", "target_group", ("migrants",), None, (), False, ((FIRST,),)),
            FigureTable("money_NOK", "money", "instrument", ("grant",), "state", ("awarded",), False, ((FIRST + STEP,),)),
        )
    )
    with bare_session(write=True) as session:
        readers = [email_of(name) for name in ("funder", "leader_everywhere")]
        one, two = (store_release(session, shown, title=name, readers=readers, as_of=date(2027, 1, 1)) for name in ("A", "B"))
        session.commit()
    found = found_in({**of_an_account(funder, one, two), **of_a_link(client, link_to(leader, one))}, numbers)
    ways = {f"page /outcomes/{one}", f"page /outcomes/compare?one={one}&two={two}", "full.pdf", "xlsx", "csv"}
    assert found.keys() >= ways | {"page", *(name for name in SHARED if name and name not in ("/page.pdf", "/indicators.pdf"))}
    assert {place: names for place, names in found.items() if place in ways and names != ["people", "money"]} == {}


def test_a_workbook_has_nothing_out_of_sight(as_user, client, clock):
    clock(DAY)
    with bare_session(write=True) as session:
        number = store_release(session, whole(), readers=[email_of("leader_everywhere")])
        session.commit()
    leader = as_user("leader_everywhere")
    path = link_to(leader, number)
    give(client, path, PASSWORD)
    for content in (leader.get(f"/outcomes/{number}/data.xlsx").data, client.get(f"{path}/data.xlsx").data):
        with zipfile.ZipFile(BytesIO(content)) as book:
            parts = {name: book.read(name).decode() for name in book.namelist()}
        hidden = re.compile(r'hidden="(?!0|false)|veryHidden|<definedName|pivotCache|externalLink|<comment')
        assert [name for name, text in parts.items() if hidden.search(name + text)] == []
        assert [name for name in parts if re.search(r"comments|vml|custom|embeddings|\.bin", name)] == []
