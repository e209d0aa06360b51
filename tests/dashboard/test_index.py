"""The document names the scripts that its page needs, and no others."""

import re

import pytest


@pytest.fixture
def document(as_user):
    return as_user("coordinator_here").get("/help").text


def test_modern_browsers_do_not_load_what_stands_in_for_old_ones(document):
    (tag,) = re.findall(r"<script[^>]*polyfill@[^>]*>", document)
    assert tag.startswith("<script nomodule ")


def test_what_no_page_uses_is_not_loaded(document):
    loaded = re.findall(r'<script src="([^"]+)"', document)
    assert [path for path in loaded if "dash_table" in path] == []
    assert len(loaded) > 5
