"""What a micro project leaves behind, in words."""

import pytest

from components.projects.left_behind import left_picture, left_says
from data_layer.analysis.left_behind import Held
from tests.components.tree import text


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Held(3, 0, 1, 0), "4 ties came out of it, 3 still hold."),
        (Held(1, 0, 0, 0), "One tie came out of it, 1 still holds."),
        (Held(0, 1, 0, 2), "3 ties came out of it, 0 still hold. For one the dates are too vague to tell. 2 have no date at all."),
    ],
)
def test_what_holds_and_what_nobody_can_tell(held, words):
    assert left_says(held) == words


def test_without_a_tie_it_says_how_one_gets_there():
    assert text(left_picture(Held(0, 0, 0, 0))).startswith("No tie is recorded that came out of it.")
    assert left_says(Held(0, 0, 0, 0)) is None
