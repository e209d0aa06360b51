"""What a page understands of its query string, and the sentence that shows it."""

import pytest

from components.filters import Choice, Filters, address_with, filter_id, filter_line, read_filters, within
from tests.components.tree import attribute, classes, find, find_all, of_type, text

ALLOWED = {"network": {"3", "4"}, "phase": {"design"}}
NETWORKS = [("", "all networks"), ("3", "Luleå")]


def test_allowed_values_are_understood():
    assert read_filters({"network": "3", "phase": "design"}, allowed=ALLOWED) == Filters({"network": "3", "phase": "design"})


@pytest.mark.parametrize("value", ["5", "3 ", "<b>", ["3", "4"], ["3"], 3, True])
def test_a_value_that_is_not_one_of_the_allowed_is_ignored_and_named(value):
    assert read_filters({"network": value}, allowed=ALLOWED) == Filters({}, ("network",))


def test_keys_that_the_page_does_not_know_are_named_in_order():
    assert read_filters({"zebra": "1", "apple": "2", "network": "3"}, allowed=ALLOWED).ignored == ("apple", "zebra")


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_value_counts_as_not_given(value):
    assert read_filters({"network": value}, allowed=ALLOWED) == Filters()


def test_a_key_that_was_not_given_has_the_default():
    assert Filters({"network": "3"}).get("phase", "any") == "any"


def test_the_sentence_keeps_words_and_selects_in_turn():
    line = filter_line(["Showing", Choice("network", "Network", NETWORKS), "now"])
    assert [text(part) for part in line.children] == ["Showing", "Network", "now"]


def test_each_select_is_named_for_screen_readers():
    line = filter_line([Choice("network", "Network", NETWORKS)])
    (label,) = of_type(line, "Label")
    assert label.htmlFor == '{"index":"network","type":"filter"}'
    assert find(line, "pick").id == filter_id("network")


def test_a_select_that_leaves_nothing_out_shows_its_words():
    assert find(filter_line([Choice("network", "Network", NETWORKS)]), "pick").placeholder == "all networks"


def test_a_changed_select_is_drawn_as_changed():
    assert "pick-chosen" in classes(find(filter_line([Choice("network", "Network", NETWORKS, "3")]), "pick"))


def test_the_way_back_to_all_stands_only_where_something_is_chosen():
    chosen = filter_line([Choice("network", "Network", NETWORKS, "3")], reset="/network")
    unchanged = filter_line([Choice("network", "Network", NETWORKS)], reset="/network")
    assert [link.href for link in of_type(chosen, "Link")] == ["/network"]
    assert of_type(unchanged, "Link") == []


def test_the_sentence_is_a_named_group():
    line = filter_line(["Showing"])
    assert (line.role, attribute(line, "aria-label")) == ("group", "What this page shows")
    assert find_all(line, "pick") == []


CHOSEN = Filters({"network": "3", "page": "4"})


def test_an_address_keeps_the_choices_but_not_the_page_of_a_list():
    assert address_with("/list", CHOSEN) == "/list?network=3"


def test_an_address_can_change_a_choice_and_take_one_back():
    assert address_with("/list", CHOSEN, network="", view="list", page="2") == "/list?page=2&view=list"


def test_an_address_without_choices_is_bare():
    assert address_with("/list", Filters()) == "/list"


def test_a_page_that_a_list_does_not_have_is_ignored():
    read = within(Filters({"page": "3", "year": "2017"}, ("nonsense",)), page=2)
    assert read == Filters({"year": "2017"}, ("nonsense", "page"))


def test_the_last_page_of_a_list_is_there():
    assert within(Filters({"page": "2"}), page=2) == Filters({"page": "2"})
