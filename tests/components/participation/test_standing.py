"""Where one side stands, in words."""

from components.charts.pyramid import Readings
from components.participation.standing import in_words, middle_step, readings, upper_share
from tests.components.participation.facts import NONE, SIX_OF_EIGHT
from tests.components.tree import text


def test_every_step_has_its_count():
    counts = readings(SIX_OF_EIGHT)
    assert (sorted(counts), counts[2], counts[7]) == ([1, 2, 3, 4, 5, 6, 7], Readings(1, 1), Readings())


def test_share_and_middle_make_one_phrase():
    assert in_words(SIX_OF_EIGHT) == "6 of 8 at step 4 or above, middle step 4"


def test_without_a_reading_nothing_is_said_to_be_zero():
    assert (text(upper_share(NONE)), text(middle_step(NONE))) == ("no reading", "no reading")
