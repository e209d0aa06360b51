"""Steps and spans, and both sides in one line."""

import pytest

from components.level import Level, both_levels, has_no_role
from tests.components.tree import find_all, text


def test_a_step_is_its_own_top():
    assert (Level(4).top, Level(4).is_span, str(Level(4))) == (4, False, "4")


def test_a_span_names_both_ends():
    assert (Level(6, 7).top, Level(6, 7).is_span, str(Level(6, 7))) == (7, True, "6–7")


@pytest.mark.parametrize(
    ("staff", "users", "no_role"),
    [(None, Level(7), True), (None, Level(6, 7), False), (Level(6), Level(7), False), (None, None, False), (None, Level(6), False)],
)
def test_professionals_have_no_role_where_users_stand_at_seven(staff, users, no_role):
    assert has_no_role(staff, users) is no_role


@pytest.mark.parametrize(
    ("staff", "users", "words"),
    [
        (Level(6), Level(6, 7), "professionals 6service users 6–7"),
        (None, Level(5), "professionals unknownservice users 5"),
        (None, Level(7), "professionals no roleservice users 7"),
        (None, None, "say unknown"),
    ],
)
def test_both_sides_are_read_aloud_with_their_names(staff, users, words):
    assert text(both_levels(staff, users)) == words


def test_a_span_has_a_hollow_mark():
    assert len(find_all(both_levels(Level(6), Level(6, 7)), "range")) == 1
