"""Threads of one process compute one at a time: whoever computes for seconds lets those go first who are answered in moments."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, local
from time import perf_counter

# Nobody is kept for good where others never stop asking: waiting takes at most this many times what was computed by then.
PATIENCE = 3


class Answered:
    """How many requests are being answered in this process, leaving out those that step back because they compute for long."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.number = 0
        self._clock = clock
        self._changed = Condition()
        self._own = local()

    @contextmanager
    def one(self) -> Iterator[None]:
        """A request is being answered meanwhile."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    @contextmanager
    def stepping_back(self) -> Iterator[None]:
        """The request of this thread computes for long meanwhile, and gives way where it says so; no two such blocks in each other."""
        self._own.began, self._own.waited = self._clock(), 0.0
        self._count(-1)
        try:
            yield
        finally:
            self._count(1)
            del self._own.began

    def give_way(self) -> None:
        """Between two steps: wait until nobody else is being answered, or patience ends. Nothing in threads that did not step back."""
        if self.number <= 0 or not hasattr(self._own, "began"):
            return
        now = self._clock()
        computed = now - self._own.began - self._own.waited
        with self._changed:
            self._changed.wait_for(lambda: self.number <= 0, timeout=PATIENCE * computed - self._own.waited)
        self._own.waited += self._clock() - now

    def _count(self, more: int) -> None:
        with self._changed:
            self.number += more
            self._changed.notify_all()


answered = Answered()
