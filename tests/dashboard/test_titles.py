"""The title of a document about one row names the row, to those who may see it."""

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Release, Stakeholder
from tests.opening import document_title, open_page

KINDS = {"/micro-projects/": "Micro project", "/stakeholders/": "Stakeholder", "/outcomes/": "Outcomes"}
COLUMNS = {"/micro-projects/": MicroProject.name, "/stakeholders/": Stakeholder.name, "/outcomes/": Release.title}


def row_of(place, name):
    column = COLUMNS[place]
    with bare_session() as session:
        return session.scalars(sa.select(column.class_.id).where(column == name)).first()


@pytest.mark.parametrize(
    ("point_of_view", "place", "name"),
    [
        ("coordinator_here", "/micro-projects/", "Tailor cooperative"),
        ("coordinator_here", "/stakeholders/", "Coop"),
        ("funder", "/outcomes/", "Sample 1"),
    ],
)
def test_it_begins_with_the_name_of_the_row(as_user, point_of_view, place, name):
    assert document_title(as_user(point_of_view), f"{place}{row_of(place, name)}") == f"{name} – {KINDS[place]}"


def test_the_kind_of_page_is_told_in_the_language_of_the_reader(as_user):
    browser = as_user("coordinator_here")
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "de"
    title = document_title(browser, f"/micro-projects/{row_of('/micro-projects/', 'Tailor cooperative')}")
    assert title == "Tailor cooperative – Mikroprojekt"


@pytest.mark.parametrize(
    ("point_of_view", "place", "name"),
    [
        ("coordinator_here", "/micro-projects/", "Cross culture"),
        ("funder", "/micro-projects/", "Tailor cooperative"),
        ("administrator", "/stakeholders/", "Coop"),
        ("leader_here", "/outcomes/", "Sample 1"),
        ("coordinator_here", "/outcomes/", "Sample 1"),
    ],
)
def test_it_does_not_name_what_the_account_may_not_see(as_user, point_of_view, place, name):
    number = row_of(place, name)
    assert number is not None
    assert document_title(as_user(point_of_view), f"{place}{number}") == KINDS[place]


def test_it_does_not_name_what_lies_in_the_trash(as_user):
    number = row_of("/micro-projects/", "Tailor cooperative")
    with bare_session(write=True) as session:
        with acting(session, "test.trash") as action:
            action.trash(session.get(MicroProject, number))
        session.commit()
    assert document_title(as_user("coordinator_here"), f"/micro-projects/{number}") == "Micro project"


@pytest.mark.parametrize("place", KINDS)
@pytest.mark.parametrize("rest", ["999999", "abc", "0", "1/2", "9" * 30])
def test_an_id_that_is_nothing_has_the_title_of_its_kind(as_user, place, rest):
    assert document_title(as_user("leader_everywhere"), f"{place}{rest}") == KINDS[place]


def test_the_path_names_the_row_whatever_the_query_says(as_user):
    own, foreign = row_of("/micro-projects/", "Tailor cooperative"), row_of("/micro-projects/", "Cross culture")
    assert document_title(as_user("leader_everywhere"), f"/micro-projects/{own}?micro_project_id={foreign}").startswith(
        "Tailor cooperative"
    )


def test_it_takes_one_statement(as_user, queries):
    browser, where = as_user("coordinator_here"), f"/micro-projects/{row_of('/micro-projects/', 'Tailor cooperative')}"
    open_page(browser, where)
    queries.clear()
    open_page(browser, where)
    assert sum("micro_project" in statement for statement in queries) == 1
