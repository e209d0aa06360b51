"""Results that cost much, kept per worker under the revision of the data they came from: never stale, nothing to clear."""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

T = TypeVar("T")
# In memory a result takes about six times its pickled size; a worker must stay below 250 MB.
LIMIT = 8 * 1024 * 1024


class Cache:
    """The most recently used results, up to `limit` bytes as pickled."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, tuple[int, object]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result kept under `key`, or a new one from `make`; what must not be mixed belongs into the key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][1]  # type: ignore[return-value]
        result = make()
        size = len(pickle.dumps(result))
        with self._lock:
            if key not in self._kept and size <= self.limit:
                self._kept[key] = (size, result)
                self.size += size
            while self.size > self.limit:
                _key, (dropped, _result) = self._kept.popitem(last=False)
                self.size -= dropped
        return result

    def clear(self) -> None:
        """Forget everything: results belong to one database."""
        with self._lock:
            self._kept.clear()
            self.size = 0


results = Cache()
