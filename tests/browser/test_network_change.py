"""A network on two days: a day that is typed changes the page and its address."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.inspection import none


def test_a_day_that_is_typed_is_compared_with_and_stays_in_the_address(visit):
    window = visit("coordinator")
    window.open("/network/change")
    before = window.page.inner_text("#_pages_content")
    field = window.page.get_by_label("First day", exact=True)
    field.fill("2018-06-30")
    field.blur()
    window.page.wait_for_function("() => new URLSearchParams(location.search).get('from') === '2018-06-30'")
    window.settle()
    assert "30 June 2018" in window.page.inner_text("#_pages_content")
    assert window.page.inner_text("#_pages_content") != before
    none(window.take_faults())

    window.page.reload()
    window.settle()
    assert window.page.get_by_label("First day", exact=True).input_value() == "2018-06-30"
    assert parse_qs(urlsplit(window.page.url).query)["from"] == ["2018-06-30"]
