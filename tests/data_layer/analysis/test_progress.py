"""How far an indicator has come."""

from datetime import date

import pytest

from data_layer.analysis.progress import Way, progress
from data_layer.indicators.indicator import IndicatorLine, Seen


def line(*values, kind="counted", baseline=None, target=None, code=None, number=1):
    seen = tuple(Seen(place, date(2020, 1, 1), date(2020, 1, 1), value, "words", None) for place, value in enumerate(values))
    return IndicatorLine(
        number,
        1,
        "N",
        "I",
        code,
        "societal",
        kind,
        None,
        "rules",
        None,
        baseline,
        None,
        target,
        None,
        False,
        None,
        None,
        None,
        None,
        None,
        seen,
    )


@pytest.mark.parametrize(
    ("values", "baseline", "target", "way"),
    [
        ((), 0, 10, Way.UNSEEN),
        ((None,), 0, 10, Way.UNSEEN),
        ((5,), 0, None, Way.NO_TARGET),
        ((5,), 2, 10, Way.NEARER),
        ((10,), 2, 10, Way.REACHED),
        ((1,), 2, 10, Way.NOT_NEARER),
        ((5,), None, 10, Way.UNCLEAR),
        ((12,), None, 10, Way.REACHED),
        ((3,), 8, 4, Way.REACHED),  # less is meant
        ((6,), 8, 4, Way.NEARER),
    ],
)
def test_a_counted_indicator_stands_between_its_baseline_and_its_target(values, baseline, target, way):
    assert progress(line(*values, baseline=baseline, target=target)).way == way


def test_the_latest_number_counts_even_if_words_came_later():
    assert progress(line(None, 4, 2)).last.value == 4


def test_a_described_indicator_shows_what_was_said_last():
    assert progress(line(None, kind="descriptive")).way == Way.DESCRIBED
    assert progress(line(kind="descriptive")).way == Way.UNSEEN
