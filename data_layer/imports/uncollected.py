"""Making thousands of objects at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: there is none, and looking through ever more objects takes as long as the work itself."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
