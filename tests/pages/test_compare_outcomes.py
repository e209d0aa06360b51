"""/outcomes/compare over HTTP: two releases side by side, for who reads both."""

import re
from datetime import date

import pytest

from data_layer.engine import bare_session
from data_layer.releases.released import FigureTable
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import email_of
from tests.releasing import persons, store_release, tables

NETWORKS = FigureTable("networks_by_country", "organisations", "country", ("SE",), None, (), True, ((2,), (2,)))


def make(released, *, title="Spring", readers=("funder",), as_of=date(2027, 5, 1)):
    with bare_session(write=True) as session:
        number = store_release(session, released, title=title, as_of=as_of, readers=[email_of(name) for name in readers])
        session.commit()
        return number


@pytest.fixture
def two(sample_database):
    """Two releases for the funder that differ by a few people, an earlier and a later one."""
    earlier = make(tables(persons(migrants=25, youth=30, families=None, older=15), NETWORKS))
    later = make(tables(persons(migrants=30, youth=50, families=20, disabilities=10), NETWORKS), title="Autumn", as_of=date(2027, 10, 1))
    return earlier, later


def row(shown, words):
    """The figures of one row, as plain text."""
    part = shown.partition(f"'{words}']")[2].partition("'rowheader'")[0]
    return re.findall(r"\}, '([^']*)'\]", part)[:3]


def test_what_changed_is_told_only_as_far_as_both_show_it(as_user, two):
    shown = page_text(as_user("funder"), "/outcomes/compare?one={}&two={}".format(*two))
    assert row(shown, "disadvantaged young people") == ["30", "50", "+20"]
    assert row(shown, "migrants and refugees") == ["25", "30", "less than 10"]
    assert row(shown, "families at risk") == ["·", "20", "·"]
    assert row(shown, "people with disabilities") == ["–", "10", "–"]
    assert row(shown, "older adults") == ["15", "–", "–"]
    assert row(shown, "Sweden") == ["2", "2", "none"]


def test_the_order_in_the_address_does_not_matter(as_user, two):
    browser = as_user("funder")
    one_way = page_text(browser, "/outcomes/compare?one={}&two={}".format(*two))
    other_way = page_text(browser, "/outcomes/compare?one={}&two={}".format(*two[::-1]))
    assert row(one_way, "disadvantaged young people") == row(other_way, "disadvantaged young people")


def test_without_a_choice_the_latest_two_are_compared(as_user, two):
    shown = page_text(as_user("funder"), "/outcomes/compare")
    assert ("Autumn" in shown, "Spring" in shown, row(shown, "disadvantaged young people")) == (True, True, ["30", "50", "+20"])


def test_a_release_that_does_not_name_the_reader_is_not_understood(as_user, two):
    foreign = make(tables(persons(migrants=777)), title="Canary", readers=("leader_everywhere",))
    shown = page_text(as_user("funder"), f"/outcomes/compare?one={two[0]}&two={foreign}")
    assert ("Canary" in shown, "777" in shown, "One part of the address was not understood" in shown) == (False, False, True)


@pytest.mark.parametrize("query", ["one=0", "one=-1", "one=abc", "two=99999999", "one=1&one=2", "one=%00"])
def test_what_is_no_release_is_left_out(as_user, two, query):
    assert open_page(as_user("funder"), f"/outcomes/compare?{query}").status_code == 200


def test_the_same_release_twice_says_so(as_user, two):
    shown = page_text(as_user("funder"), f"/outcomes/compare?one={two[0]}&two={two[0]}")
    assert "This is the same release twice." in shown


def test_with_one_release_there_is_nothing_to_compare(as_user):
    assert "Fewer than two releases name your account." in page_text(as_user("funder"), "/outcomes/compare")


def test_who_reads_no_release_gets_the_empty_page(as_user):
    assert "Fewer than two releases name your account." in page_text(as_user("leader_here"), "/outcomes/compare")


def test_the_address_is_not_taken_for_a_release(as_user):
    assert as_user("funder").get("/outcomes/compare").status_code == 200


def test_the_list_of_releases_leads_there(as_user, two):
    assert "/outcomes/compare" in page_text(as_user("funder"), "/outcomes")


def test_it_takes_few_statements(as_user, queries, two):
    browser = as_user("funder")
    open_page(browser, "/outcomes/compare")
    queries.clear()
    build_page(browser, "/outcomes/compare")
    assert len(queries) <= 4
