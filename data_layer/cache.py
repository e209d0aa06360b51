"""Results that cost much, kept per worker under the revision of the data they came from: never stale, nothing to clear."""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

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

    def find(self, key: Hashable) -> Any:
        """The result kept under `key`; None where there is none."""
        with self._lock:
            return self._kept[key][1] if key in self._kept else None

    def clear(self) -> None:
        """Forget everything: results belong to one database."""
        with self._lock:
            self._kept.clear()
            self.size = 0


class Latest:
    """The one result that was asked for last: for what is large, and looked at several times in a row by one person."""

    def __init__(self) -> None:
        self._kept: tuple[Hashable, object] | None = None

    def find(self, key: Hashable) -> Any:
        """The result if it is the one of this key, else None."""
        kept = self._kept
        return kept[1] if kept is not None and kept[0] == key else None

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """A new result, in place of the last one, which is let go first."""
        self._kept = None
        result = make()
        self._kept = (key, result)
        return result

    def clear(self) -> None:
        """Forget it."""
        self._kept = None


results = Cache()
latest = Latest()
