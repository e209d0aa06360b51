import pytest

from data_layer.disclosure.derived import median_step, percentage


@pytest.mark.parametrize(("part", "whole", "share"), [(20, 80, 25), (None, 80, None), (20, None, None), (10, 10, 100), (15, 10, 100)])
def test_a_share_is_worked_out_of_what_is_shown(part, whole, share):
    assert percentage(part, whole, k=10) == share


def test_no_share_of_fewer_than_the_threshold():
    assert percentage(10, 10, k=15) is None


@pytest.mark.parametrize(("counts", "step"), [((10, 20, 10), 1), ((20, 20), 0), ((10, None, 30), None), ((), None), ((0, 0, 25), 2)])
def test_the_middle_step_by_the_counts_shown(counts, step):
    assert median_step(counts, k=10) == step
