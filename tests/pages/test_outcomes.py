"""/outcomes and /outcomes/<release_id> over HTTP: releases and nothing else."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, Release
from data_layer.releases.outcome import make_release
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import email_of

CANARY = "canary of today"


def release_id():
    with bare_session() as session:
        return session.scalars(sa.select(Release.id)).one()


def another_release(title="Second", readers=("funder",)):
    with bare_session(write=True) as session:
        network_ids = session.scalars(sa.select(Network.id)).all()
        release = make_release(
            session, title=title, as_of=date(2026, 1, 1), network_ids=network_ids, readers=[email_of(name) for name in readers]
        )
        session.commit()
        return release.id


def change_everything():
    """Rename what the release names, end what it says is open, add what it does not know."""
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            for network in session.scalars(sa.select(Network)):
                action.update(network, name=f"{CANARY} {network.id}", for_whom=CANARY)
            for project in session.scalars(sa.select(MicroProject)):
                action.update(project, name=f"{CANARY} {project.id}", end_state="ended", format="ngo", became=CANARY, jobs=3)
        network = make_network(session, f"{CANARY} new")
        source = make_funding_source(session, CANARY)
        make_funding_case(session, make_micro_project(session, network), source, state="awarded", what_for=CANARY, source=CANARY)
        session.commit()


def test_the_only_release_is_shown_at_once(as_user):
    shown = page_text(as_user("funder"), "/outcomes")
    assert "What came out of the micro projects?" in shown
    assert "Sample 1" in shown


def test_several_releases_are_listed_the_latest_first(as_user):
    second = another_release()
    shown = page_text(as_user("funder"), "/outcomes")
    assert "Which releases can you read?" in shown
    assert shown.index(f"/outcomes/{release_id_of('Sample 1')}") < shown.index(f"/outcomes/{second}")


def test_a_leader_finds_the_list_and_the_way_to_a_new_release_also_where_there_is_only_one(as_user):
    shown = page_text(as_user("leader_everywhere"), "/outcomes")
    assert "Which releases can you read?" in shown
    assert "/outcomes/new" in shown
    assert email_of("funder") in shown


def test_a_funder_finds_neither_the_way_to_a_new_release_nor_who_else_reads(as_user):
    another_release(readers=("funder", "leader_everywhere"))
    shown = page_text(as_user("funder"), "/outcomes")
    assert ("/outcomes/new" in shown, email_of("leader_everywhere") in shown) == (False, False)


def release_id_of(title):
    with bare_session() as session:
        return session.scalars(sa.select(Release.id).where(Release.title == title)).one()


def test_each_release_has_an_address_of_its_own(as_user):
    second = another_release()
    assert "'Second'" in page_text(as_user("funder"), f"/outcomes/{second}")


@pytest.mark.parametrize("address", ["/outcomes", "/outcomes/{id}"])
def test_the_page_stays_the_same_when_the_data_changes(as_user, address):
    browser, address = as_user("funder"), address.format(id=release_id())
    before = open_page(browser, address).get_data()
    change_everything()
    assert open_page(browser, address).get_data() == before


def test_no_row_that_the_release_does_not_hold_reaches_a_funder(as_user):
    change_everything()
    browser = as_user("funder")
    answers = [open_page(browser, path) for path in ("/outcomes", f"/outcomes/{release_id()}", "/help", "/account", "/", "/funding")]
    answers += [browser.get(path) for path in ("/outcomes", "/_dash-layout", "/_dash-dependencies", "/")]
    assert [answer.request.path for answer in answers if CANARY in answer.get_data(as_text=True)] == []


def test_the_sample_release_says_what_is_stated_and_what_is_not(as_user):
    shown = page_text(as_user("funder"), "/outcomes").replace("\\xa0", " ").replace("\N{NO-BREAK SPACE}", " ")
    assert "Of the micro projects, 11 of 17 have reached entrepreneurial support or a social start-up." in shown
    assert "Local Empowerment Networks: 12. Countries: 7." in shown
    assert "EUR 29,996.30" in shown
    assert "A sum is stated for 3 of 7 of them." in shown
    assert "38,496.30" not in shown


@pytest.mark.parametrize("words", ["six employees", "about 30 parents", "17 families", "28 participants"])
def test_no_count_of_persons_is_released(as_user, words):
    assert words not in page_text(as_user("funder"), "/outcomes")


def test_a_leader_who_is_not_named_finds_an_empty_page(as_user):
    assert "No release names your account yet." in page_text(as_user("leader_here"), "/outcomes")


def test_a_release_does_not_exist_for_who_is_not_named(as_user):
    browser = as_user("leader_here")
    theirs, nobodys = browser.get(f"/outcomes/{release_id()}"), browser.get("/outcomes/999999")
    assert (theirs.status_code, nobodys.status_code) == (404, 404)
    assert open_page(browser, f"/outcomes/{release_id()}").get_data() == open_page(browser, "/outcomes/999999").get_data()


def test_a_funder_does_not_find_a_release_made_for_others(as_user):
    others = another_release(readers=("leader_everywhere",))
    assert as_user("funder").get(f"/outcomes/{others}").status_code == 404


def test_a_named_leader_reads_it_too(as_user):
    assert as_user("leader_everywhere").get(f"/outcomes/{release_id()}").status_code == 200


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "administrator"])
@pytest.mark.parametrize("address", ["/outcomes", "/outcomes/{id}", "/outcomes/999999"])
def test_other_roles_may_not_open_releases(as_user, point_of_view, address):
    assert as_user(point_of_view).get(address.format(id=release_id())).status_code == 403


@pytest.mark.parametrize("address", ["/outcomes/abc", "/outcomes/-1", "/outcomes/1e9", "/outcomes/99999999999999999999"])
def test_what_cannot_be_a_release_is_not_there(as_user, address):
    assert as_user("funder").get(address).status_code == 404


def test_the_path_wins_over_a_query_key_of_the_same_name(as_user):
    second = another_release()
    assert "'Second'" in page_text(as_user("funder"), f"/outcomes/{second}?release_id=1")


def test_a_trashed_release_is_gone(as_user):
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.trash(session.scalars(sa.select(Release)).one())
        session.commit()
    assert "No release names your account yet." in page_text(as_user("funder"), "/outcomes")


@pytest.mark.parametrize("address", ["/outcomes", "/outcomes/{id}"])
def test_a_release_takes_few_statements(as_user, queries, address):
    browser, address = as_user("funder"), address.format(id=release_id())
    open_page(browser, address)
    queries.clear()
    build_page(browser, address)
    assert len(queries) <= 6
