"""The filter sentence: a choice changes the page and its address, and the address brings the choice back."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.inspection import none

PAGES = ["/micro-projects", "/funding", "/participation"]
CHOICES = {"Network": "network", "Target group": "group", "Period": "year"}

# Query strings that mean nothing, and the keys that the page says it left out.
NONSENSE = {
    "network=nonsense": "network",
    "network=999999": "network",
    "network=1&network=2": "network",
    "year=20017&group=%3Cb%3E": "group, year",
    "__proto__=1&constructor=x": "__proto__, constructor",
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1": "<img src=x onerror=alert(1)>",
    "a=1&a=2&%25(keys)s=3": "%(keys)s, a",
}


def choose(window, label, place):
    """Choose the option at this place of a filter (0: the one that leaves nothing out); returns its value and its words."""
    pick = window.page.get_by_label(label, exact=True)
    option = pick.locator("option:not([disabled])").nth(place)
    value, words = option.get_attribute("value"), option.inner_text()
    pick.select_option(index=place + pick.locator("option[disabled]").count())
    return value, words


def query_of(window):
    return {key: values[0] for key, values in parse_qs(urlsplit(window.page.url).query).items()}


def wait_for_query(window, query):
    window.page.wait_for_function("text => [...new URLSearchParams(location.search)].sort().join(';') === text", arg=sorted_text(query))
    window.settle()


def sorted_text(query):
    return ";".join(f"{key},{value}" for key, value in sorted(query.items()))


@pytest.mark.parametrize("path", PAGES)
def test_a_choice_changes_the_page_and_its_address(path, visit):
    window = visit("coordinator")
    window.open(path)
    whole, query = window.page.inner_text("#_pages_content"), {}
    for label, key in CHOICES.items():
        value, _words = choose(window, label, 1)
        query[key] = value
        wait_for_query(window, query)
        assert window.page.get_by_label(label, exact=True).input_value() == value
    assert window.page.inner_text("#_pages_content") != whole
    none(window.take_faults())

    window.page.reload()
    window.settle()
    assert {key: window.page.get_by_label(label, exact=True).input_value() for label, key in CHOICES.items()} == query

    window.page.click(".view-line >> text=Show all")
    wait_for_query(window, {})
    assert window.page.inner_text("#_pages_content") == whole


@pytest.mark.parametrize("path", PAGES)
def test_back_and_forward_restore_what_was_shown(path, visit):
    window = visit("coordinator")
    window.open(path)
    whole = window.page.inner_text("#_pages_content")
    value, _words = choose(window, "Network", 2)
    wait_for_query(window, {"network": value})
    part = window.page.inner_text("#_pages_content")
    window.page.go_back()
    wait_for_query(window, {})
    assert window.page.inner_text("#_pages_content") == whole
    window.page.go_forward()
    wait_for_query(window, {"network": value})
    assert window.page.inner_text("#_pages_content") == part
    none(window.take_faults())


def test_back_leads_to_the_page_before(visit):
    window = visit("coordinator")
    window.open("/participation?group=migrants")
    window.follow(window.page.locator("header .places a[href='/funding']:visible"))
    window.page.go_back()
    window.page.wait_for_function("() => document.body?.dataset.place === '/participation'")
    window.settle()
    assert query_of(window) == {"group": "migrants"}
    assert window.page.get_by_label("Target group", exact=True).input_value() == "migrants"
    assert window.page.inner_text("h1") == "How much say do service users have?"


@pytest.mark.parametrize("path", ["/", "/network", *PAGES])
def test_nonsense_in_the_address_is_left_out_and_said_so(path, visit):
    window = visit("coordinator")
    faults = []
    for query, keys in NONSENSE.items():
        window.open(f"{path}?{query}")
        notes = window.page.locator("main .note").all_inner_texts()
        faults += [] if said(keys) in notes else [f"?{query}: {notes}"]
        faults += [] if window.page.url == f"{window.address}{path}?{query}" else [f"?{query}: the address became {window.page.url}"]
    faults += window.take_faults()
    none(faults)


def said(keys):
    number = len(keys.split(", "))
    if number == 1:
        return f"One part of the address was not understood and is left out: {keys}."
    return f"{number} parts of the address were not understood and are left out: {keys}."


@pytest.mark.parametrize("path", ["/network", *PAGES])
def test_opening_a_page_leaves_one_step_to_go_back(path, visit):
    window = visit("coordinator")
    window.open("/help")
    window.follow(window.page.locator(f"header .places a[href='{path}']:visible"))
    assert window.page.url == f"{window.address}{path}"
    window.page.go_back()
    window.page.wait_for_function("() => document.body?.dataset.place === '/help'")
    window.settle()
    none(window.take_faults())


def test_a_page_without_filters_takes_any_address(visit):
    window = visit("coordinator")
    for path in ("/help?a=1&b=%00", "/account?network=x&old_password=y"):
        window.open(path)
        none(window.take_faults())
