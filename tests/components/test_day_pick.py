"""A day in the filter sentence."""

from datetime import date

from components.day_pick import day_pick
from components.filters import filter_id
from tests.components.tree import of_type, text


def test_it_writes_the_address_like_a_select_and_has_a_name():
    shown = day_pick("from", "First day", date(2018, 6, 30))
    (field,) = of_type(shown, "Input")
    assert (field.id, field.value, field.debounce) == (filter_id("from"), "2018-06-30", True)
    assert text(shown) == "First day"
