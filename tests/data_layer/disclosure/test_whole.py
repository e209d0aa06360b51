"""What is made whole next."""

import numpy as np

from data_layer.disclosure.whole import next_whole

EVERY = np.ones(6, dtype=np.bool_)


def test_a_quarter_of_what_is_broken_and_one_more_is_made_whole_the_least_broken_first():
    point = np.array([1.5, 2.0, 2.9, 0.3, 4.45, 7.0])
    assert next_whole(point, EVERY) == {2: 3.0, 3: 0.0}


def test_what_is_not_counted_may_stay_broken():
    counted = np.array([True, True, False, False, False, True])
    assert next_whole(np.array([1.0, 2.0, 2.9, 0.3, 4.45, 7.0]), counted) == {}
