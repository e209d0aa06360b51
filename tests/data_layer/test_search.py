"""Finding a record by a part of its name."""

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.search import MOST, find
from data_layer.vocabulary import AccountRole
from tests.factories import make_event, make_funding_source, make_micro_project, make_need, make_network, make_stakeholder


@pytest.fixture
def here(session):
    return make_network(session, "Northern Valley")


def names(session, text):
    return [hit.name for hit in find(session, text)]


def test_each_kind_of_record_is_found_with_its_network(session, here):
    make_stakeholder(session, here, "Sewing group")
    make_micro_project(session, here, "Sewing room")
    make_need(session, here, "A sewing machine")
    make_event(session, here, "Sewing talk")
    make_funding_source(session, "Sewing foundation")
    found = {(hit.table, hit.network) for hit in find(session, "sewing")}
    tables = {"stakeholder", "micro_project", "need", "event"}
    assert found == {(table, "Northern Valley") for table in tables} | {("funding_source", None)}


def test_what_begins_with_the_text_comes_first(session, here):
    for name in ("The parish", "Parish", "Old parish house"):
        make_stakeholder(session, here, name)
    assert names(session, "par")[0] == "Parish"


@pytest.mark.parametrize("text", ["öst", "ÖST", "Öst", " östra "])
def test_large_and_small_letters_are_one_beyond_ascii_too(session, here, text):
    make_stakeholder(session, here, "Östra Grevie")
    assert names(session, text) == ["Östra Grevie"]


@pytest.mark.parametrize("text", ["", " ", "a", "%%", "__", "\\\\", "%_"])
def test_signs_of_the_database_mean_nothing(session, here, text):
    make_stakeholder(session, here, "Aaa")
    assert names(session, text) == []


def test_a_name_with_such_a_sign_is_found_by_it(session, here):
    make_stakeholder(session, here, "100 % local")
    assert names(session, "0 %") == ["100 % local"]


def test_there_are_never_more_than_twelve(session, here):
    for number in range(MOST + 3):
        make_stakeholder(session, here, f"Member {number}")
    assert len(find(session, "member")) == MOST


def test_what_is_elsewhere_or_in_the_trash_is_not_found(session, here):
    make_stakeholder(session, make_network(session, "Elsewhere"), "Sewing elsewhere")
    gone = make_stakeholder(session, here, "Sewing gone")
    trash_rows(session, TABLES["stakeholder"], [gone.id])
    session.commit()
    with reading(Actor(1, "anna@example.org", AccountRole.COORDINATOR, frozenset({here.id}))) as own:
        assert (find(own, "sewing"), find(own, "elsewhere")) == ([], [])


def test_it_takes_one_statement(session, here, queries):
    queries.clear()
    find(session, "sewing")
    assert len(queries) == 1
