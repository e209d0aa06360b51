"""Whoever computes for long lets those go first who are answered in moments, and is not kept for good."""

from threading import Thread

import pytest

from data_layer.giving_way import Answered

LONG_SECONDS = 60
# Nobody who waits ends by itself meanwhile; a wait that is missing shows at once.
MOMENT = 0.2


class Clock:
    """The seconds that a test says."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


def computing(requests, clock, happened):
    """A thread that has computed for long already and is between two steps."""

    def work():
        with requests.one(), requests.stepping_back():
            clock.seconds = LONG_SECONDS
            requests.give_way()
            happened.append("computed")

    return Thread(target=work, daemon=True)


def test_whoever_computes_waits_for_somebody_who_is_being_answered():
    clock, happened = Clock(), []
    requests = Answered(clock)
    with requests.one():
        thread = computing(requests, clock, happened)
        thread.start()
        thread.join(MOMENT)
        happened.append("answered")
    thread.join()
    assert happened == ["answered", "computed"]


def test_two_who_compute_do_not_wait_for_each_other():
    clock, happened = Clock(), []
    requests = Answered(clock)
    with requests.one(), requests.stepping_back():
        thread = computing(requests, clock, happened)
        thread.start()
        thread.join(LONG_SECONDS / 2)
    assert happened == ["computed"]


def test_nobody_waits_longer_than_a_few_times_what_was_computed():
    requests = Answered(lambda: 0.0)
    with requests.one(), requests.one(), requests.stepping_back():
        requests.give_way()
        assert requests.number == 1


def test_a_thread_that_did_not_step_back_waits_for_nobody():
    requests = Answered()
    with requests.one(), requests.one():
        requests.give_way()
        assert requests.number == 2


def test_a_request_that_fails_is_no_longer_counted():
    requests = Answered()
    with pytest.raises(LookupError), requests.one(), requests.stepping_back():
        raise LookupError
    assert requests.number == 0
