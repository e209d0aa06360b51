import pytest

from data_layer.disclosure.rules import Rules, behind, rounded


def test_a_threshold_under_the_floor_is_refused():
    with pytest.raises(ValueError, match="floor of 5"):
        Rules(k=4)


@pytest.mark.parametrize("k", [5, 7, 10, 12, 20])
def test_a_shown_count_stands_for_exactly_the_counts_that_round_to_it(k):
    for value in range(k, 100):
        least, most = behind(rounded(value, k), k)
        assert [other for other in range(k, 120) if rounded(other, k) == rounded(value, k)] == list(range(least, most + 1))


@pytest.mark.parametrize("k", [5, 7, 10, 12, 20])
def test_nothing_is_rounded_to_under_the_threshold(k):
    assert min(rounded(value, k) for value in range(k, 100)) >= k
