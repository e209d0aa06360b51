"""Words that are the same for everybody who reads one language are put together once."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from flask_babel import get_domain

T = TypeVar("T")


def once_per_language(words: Callable[[], T]) -> Callable[[], T]:
    """`words`, called once for each catalogue of translations; what it gives must not be changed. A form asks for hundreds of labels."""

    @lru_cache(maxsize=16)
    def made(_catalogue: Any) -> T:
        return words()

    @wraps(words)
    def given() -> T:
        return made(get_domain().get_translations())

    return given
