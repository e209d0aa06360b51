"""/outcomes/new over HTTP: leaders compose releases, look at them as funders will, and fix them."""

import json
import re
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Account, MicroProject, Network, Release, ReleaseReader
from tests.factories import make_micro_project, make_people_reached
from tests.opening import build_page, open_page, page_text, post_callback
from tests.points_of_view import email_of

PATH = "/outcomes/new"
OUTPUT = "new-release-address.href"


def account_id(name="funder"):
    with bare_session() as session:
        return session.scalars(sa.select(Account.id).where(Account.email == email_of(name))).one()


def network_id(name):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def asked(**changes):
    """What a leader asks for; None leaves a key out."""
    texts = {"title": "Spring", "from": "2016-01", "to": "2019-12", "readers": str(account_id()), **changes}
    return {key: value for key, value in texts.items() if value is not None}


def address(**changes):
    return f"{PATH}?{urlencode({'show': '1', **asked(**changes)})}"


def seal_on(page):
    """The seal that stands on the page, in the store of this name."""
    found = []

    def look(part):
        if isinstance(part, dict):
            if part.get("id") == "new-release-seal":
                found.append(part["data"])
            for value in part.values():
                look(value)
        elif isinstance(part, list):
            for value in part:
                look(value)

    look(page.get_json())
    return found[0]


def release_it(browser, texts, seal, clicks=1):
    return post_callback(
        browser,
        {
            "output": OUTPUT,
            "outputs": {"id": "new-release-address", "property": "href"},
            "inputs": [{"id": "new-release-release", "property": "n_clicks", "value": clicks}],
            "state": [
                {"id": "new-release-asked", "property": "data", "value": texts},
                {"id": "new-release-seal", "property": "data", "value": seal},
            ],
            "changedPropIds": ["new-release-release.n_clicks"],
        },
    )


def went_to(answer):
    return answer.get_json()["response"]["new-release-address"]["href"]


def released():
    with bare_session() as session:
        return session.scalars(sa.select(Release).where(Release.title == "Spring")).one_or_none()


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "funder", "administrator"])
def test_only_leaders_compose(as_user, point_of_view):
    assert as_user(point_of_view).get(PATH).status_code == 403


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "funder", "administrator"])
def test_only_leaders_release(as_user, point_of_view):
    assert release_it(as_user(point_of_view), asked(), "0").status_code == 403


def test_the_page_offers_what_can_be_chosen_before_anything_is_computed(as_user, queries):
    browser = as_user("leader_everywhere")
    open_page(browser, PATH)
    queries.clear()
    shown = build_page(browser, PATH).get_data(as_text=True)
    assert email_of("funder") in shown
    assert len(queries) <= 7


def test_a_leader_is_offered_the_networks_that_they_see(as_user):
    shown = page_text(as_user("leader_here"), PATH)
    assert "Luleå" in shown
    assert "Varde" not in shown


def test_a_preview_takes_few_statements(as_user, queries):
    browser, asks = as_user("leader_everywhere"), address()
    queries.clear()
    assert build_page(browser, asks).status_code == 200
    assert len(queries) <= 12


def test_a_preview_is_made_once_for_the_same_data(as_user, queries):
    browser, asks = as_user("leader_everywhere"), address()
    open_page(browser, asks)
    queries.clear()
    build_page(browser, asks)
    assert len(queries) <= 4


WRONG = {
    "empty title": ({"title": None}, "Give the release a title."),
    "blank title": ({"title": "  "}, "Give the release a title."),
    "long title": ({"title": "x" * 201}, "The text is too long"),
    "no period": ({"from": None, "to": None}, "Say from which month to which month"),
    "unreadable month": ({"from": "2016-13"}, "Say from which month to which month"),
    "period turned round": ({"from": "2019-01", "to": "2016-01"}, "The first month comes after the last one."),
    "unknown period": ({"period": "999"}, "This reporting period is not there any more."),
    "no reader": ({"readers": None}, "Choose at least one funder who may read it."),
    "unknown reader": ({"readers": "999"}, "One of these readers is not a funder"),
    "reader that is no number": ({"readers": "me"}, "One of these readers is not a funder"),
    "unknown network": ({"lens": "999"}, "One of these networks is not among those that you see."),
    "unknown table": ({"tables": "everybody"}, "One of these tables does not exist."),
    "unknown group": ({"merge": "target_group:migrants+everybody"}, "These groups cannot be shown as one."),
    "unknown side": ({"merge": "account:1+2"}, "These groups cannot be shown as one."),
    "one group": ({"merge": "target_group:migrants"}, "These groups cannot be shown as one."),
    "too many stories": ({"told": ",".join(map(str, range(1, 60)))}, "59 are chosen. A release has room for 50: take some away."),
    "too many words": ({"word": ",".join(f"voice-{n}" for n in range(1, 60))}, "59 are chosen. A release has room for 50: take some away."),
    "a group twice": ({"merge": "level:1+2,level:2+3"}, "These groups cannot be shown as one."),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_is_missing_or_cannot_be_has_its_sentence(as_user, changes, sentence):
    shown = page_text(as_user("leader_everywhere"), address(**changes))
    assert sentence in shown
    assert "new-release-seal" not in shown


def test_what_stands_in_the_form_stays_beside_the_sentence(as_user):
    assert "2018-07" in page_text(as_user("leader_everywhere"), address(title=None, to="2018-07"))


def test_a_network_that_the_leader_does_not_see_is_refused_like_one_that_is_not_there(as_user):
    shown = page_text(as_user("leader_here"), address(lens=str(network_id("Varde"))))
    assert "One of these networks is not among those that you see." in shown


@pytest.mark.parametrize("name", ["leader_here", "coordinator_here", "administrator", "disabled"])
def test_a_reader_who_is_no_funder_is_refused(as_user, name):
    shown = page_text(as_user("leader_everywhere"), address(readers=str(account_id(name))))
    assert "One of these readers is not a funder" in shown


@pytest.mark.parametrize("forged", [{"lens": "999"}, {"readers": "999"}, {"title": " "}, {"from": "2020-01"}, {"title": ["a", "b"]}])
def test_a_forged_release_is_refused_too(as_user, forged):
    release_it(as_user("leader_everywhere"), {**asked(), **forged}, "0")
    assert released() is None


def test_the_preview_says_why_figures_are_hidden(as_user):
    shown = page_text(as_user("leader_everywhere"), address())
    assert "Fewer than ten readings, or all of one side:" in shown
    assert "'·'" in shown


def test_a_chosen_merge_is_shown_and_can_be_taken_back(as_user):
    shown = page_text(as_user("leader_everywhere"), address(merge="level:1+2"))
    assert "step 1 and step 2" in shown
    assert "Show them apart again" in shown
    assert "No groups were found that would show more" not in shown


def test_what_was_looked_at_is_released_for_its_readers_and_its_maker(as_user):
    browser = as_user("leader_everywhere")
    answer = release_it(browser, asked(), seal_on(open_page(browser, address())))
    made = released()
    assert went_to(answer) == f"/outcomes/{made.id}"
    with bare_session() as session:
        readers = set(session.scalars(sa.select(ReleaseReader.account_id).where(ReleaseReader.release_id == made.id)))
    assert readers == {account_id("funder"), account_id("leader_everywhere")}


def test_where_the_data_have_changed_it_is_shown_again_and_not_released(as_user):
    browser = as_user("leader_everywhere")
    seal = seal_on(open_page(browser, address()))
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.update(session.scalars(sa.select(MicroProject)).first(), end_state="ended")
        session.commit()
    target = went_to(release_it(browser, asked(), seal))
    assert released() is None
    assert "The data have changed since you looked." in page_text(browser, target)
    assert seal_on(open_page(browser, target)) != seal


def test_a_change_that_the_release_does_not_tell_does_not_hold_it_up(as_user):
    browser = as_user("leader_everywhere")
    seal = seal_on(open_page(browser, address()))
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.update(session.scalars(sa.select(MicroProject)).first(), description="told otherwise")
        session.commit()
    release_it(browser, asked(), seal)
    assert released() is not None


def basis_of(release_id):
    with bare_session() as session:
        return session.scalars(sa.select(Release.basis).where(Release.id == release_id)).one()


def test_no_byte_of_the_basis_reaches_anybody(as_user):
    browser = as_user("leader_everywhere")
    seal = seal_on(open_page(browser, address()))
    release_it(browser, asked(), seal)
    made = released()
    assert basis_of(made.id)["tables"]
    for name in ("funder", "leader_everywhere"):
        reader = as_user(name)
        sent = [open_page(reader, path).get_data(as_text=True) for path in (f"/outcomes/{made.id}", "/outcomes", address())]
        assert not any(mark in text for text in sent for mark in ('"contributions"', '"basis"', "'basis'", '"hidden": [['))


def test_no_true_count_of_people_is_in_any_byte_of_a_preview_or_a_release(as_user):
    true, hidden = 7_123_457, 9
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
        project = make_micro_project(session, network, "Counted", jobs=true)
        for persons, group in ((true, "migrants"), (hidden, "older")):
            make_people_reached(session, project, persons, target_groups=(group,))
        session.commit()
    leader = as_user("leader_everywhere")
    page = open_page(leader, address())
    release_it(leader, asked(), seal_on(page))
    sent = [page, *(open_page(as_user(name), f"/outcomes/{released().id}") for name in ("funder", "leader_everywhere"))]
    texts = [re.sub(r"(?<=\d)[,.\u00a0\u202f](?=\d)", "", answer.get_data(as_text=True)) for answer in sent]
    assert [str(true) in text for text in texts] == [False] * 3
    assert all("7123455" in text for text in texts)


def test_history_keeps_no_basis(as_user):
    browser = as_user("leader_everywhere")
    release_it(browser, asked(), seal_on(open_page(browser, address())))
    with bare_session() as session:
        changes = session.execute(sa.text("SELECT after FROM change WHERE table_name = 'release'")).scalars().all()
    assert [change for change in changes if change and "basis" in json.loads(change)] == []


def test_leaders_see_who_else_reads_a_release(as_user):
    browser = as_user("leader_everywhere")
    release_it(browser, asked(), seal_on(open_page(browser, address())))
    shown = page_text(browser, "/outcomes")
    assert email_of("funder") in shown
    assert PATH in shown


def test_funders_do_not_see_who_else_reads_a_release(as_user):
    leader = as_user("leader_everywhere")
    release_it(leader, asked(), seal_on(open_page(leader, address())))
    shown = page_text(as_user("funder"), "/outcomes")
    assert email_of("leader_everywhere") not in shown
    assert PATH not in shown
