"""How many forms one survey takes in a while: more than a room full of people can send, less than a program would."""

from collections import deque
from threading import Lock

from data_layer.clock import now


class Throttle:
    """Lets `most` through in each span of `seconds`, for each survey by itself. Kept in the memory of the process, and by no address."""

    def __init__(self, most: int, seconds: int) -> None:
        self.most = most
        self.seconds = seconds
        self._times: dict[int, deque[float]] = {}
        self._lock = Lock()

    def lets(self, survey_id: int) -> bool:
        """Whether one more may pass now; counts it if so."""
        moment = now().timestamp()
        with self._lock:
            times = self._times.setdefault(survey_id, deque())
            while times and times[0] <= moment - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                return False
            times.append(moment)
            return True

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._times.clear()
