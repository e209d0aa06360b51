"""A page of a list that is not there is left out of every address, and said."""

import pytest

from tests.opening import page_text


@pytest.mark.parametrize(
    "address",
    [
        "/?page=99",
        "/micro-projects?view=list&page=99",
        "/micro-projects/1?readings=99",
        "/funding?sources=99",
        "/funding?cases=99",
        "/funding?shares=99",
        "/needs?needs=99",
        "/needs?events=99",
        "/needs?invited=99",
        "/participation?page=99",
        "/network?stakeholders=99",
        "/network?ties=99",
        "/network?mapped=99",
    ],
)
def test_a_page_that_is_not_there_is_left_out_and_said(as_user, address):
    key = address.rpartition("=")[0].replace("?", "&").rpartition("&")[2]
    assert f"left out: {key}." in page_text(as_user("leader_everywhere"), address)


@pytest.mark.parametrize("address", ["/micro-projects?view=list&page=1", "/funding?sources=1", "/participation?page=1", "/network?ties=1"])
def test_the_first_page_is_always_there(as_user, address):
    assert "left out:" not in page_text(as_user("leader_everywhere"), address)
