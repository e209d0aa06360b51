"""Results are kept under their key, and never more of them than fit."""

from data_layer.cache import Cache


def test_a_result_is_made_once():
    made = []
    cache = Cache()
    for _time in range(2):
        cache.get("key", lambda: made.append("made"))
    assert made == ["made"]


def test_another_key_is_another_result():
    cache = Cache()
    assert [cache.get(("measure", revision), lambda revision=revision: revision) for revision in (1, 2)] == [1, 2]


def test_the_longest_unused_goes_first_when_it_is_full():
    cache = Cache(limit=250)
    for key in ("a", "b"):
        cache.get(key, lambda: b"x" * 100)
    cache.get("a", bytes)
    cache.get("c", lambda: b"x" * 100)
    assert cache.get("a", lambda: b"new") == b"x" * 100
    assert cache.get("b", lambda: b"new") == b"new"


def test_it_never_holds_more_than_its_limit():
    cache = Cache(limit=1000)
    for key in range(100):
        cache.get(key, lambda: b"x" * 300)
    assert cache.size <= 1000


def test_what_does_not_fit_is_still_answered():
    assert Cache(limit=10).get("big", lambda: b"x" * 100) == b"x" * 100
