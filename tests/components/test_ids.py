"""Ids: one prefix per page."""

from components.ids import dom_id, scoped

ids = scoped("network")


def test_an_id_begins_with_its_page():
    assert ids("graph") == "network-graph"


def test_repeated_things_get_an_index():
    assert ids("row", 3) == {"type": "network-row", "index": 3}


def test_the_id_in_the_page_is_what_dash_writes_keys_sorted_and_no_spaces():
    assert dom_id({"type": "filter", "index": "network"}) == '{"index":"network","type":"filter"}'


def test_a_plain_id_stays_as_it_is():
    assert dom_id("network-graph") == "network-graph"
