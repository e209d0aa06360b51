"""Limits that a child process puts on itself before it touches what somebody sent."""

import os
import sys
from importlib import import_module
from typing import Any

# Windows has no such limits; there the time limit of the caller remains.
resource: Any = import_module("resource") if sys.platform != "win32" else None


def hold_back(*, memory: int, seconds: int) -> None:
    """At most so many bytes of memory and seconds of the processor from now on; no file is written, and other people come first."""
    if resource is None:
        return
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
