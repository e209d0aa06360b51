"""The process that reads one file: little memory, little time, and nothing but the file at hand."""

import json
import os
import sys
from importlib import import_module
from typing import Any

from data_layer.files.limits import MEMORY, SECONDS
from data_layer.files.recognise import recognise
from data_layer.files.source import as_json
from data_layer.problem import Problem

# Windows has no such limits; there the time limit of the caller remains.
resource: Any = import_module("resource") if sys.platform != "win32" else None


def main() -> None:
    """Read the file from standard input; arguments: its name, and our tables with their fields as JSON. Write the reading as JSON."""
    _limit()
    told: dict[str, Any]
    name, fields = sys.argv[1], json.loads(sys.argv[2])
    try:
        told = {"read": as_json(recognise(sys.stdin.buffer.read(), name, fields))}
    except Problem as problem:
        told = {"problem": [problem.code, problem.field, problem.values]}
    except (MemoryError, RecursionError):
        told = {"problem": ["file_heavy", "", {}]}
    json.dump(told, sys.stdout)


def _limit() -> None:
    if resource is None:
        return
    os.nice(5)  # Other people come first.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
