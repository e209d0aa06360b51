"""The process that reads one file: little memory, little time, and nothing but the file at hand."""

import json
import sys
from typing import Any

from data_layer.files.limits import MEMORY, SECONDS
from data_layer.files.recognise import recognise
from data_layer.files.source import as_json
from data_layer.held_back import hold_back
from data_layer.problem import Problem


def main() -> None:
    """Read the file from standard input; arguments: its name, and our tables with their fields as JSON. Write the reading as JSON."""
    hold_back(memory=MEMORY, seconds=SECONDS)
    told: dict[str, Any]
    name, fields = sys.argv[1], json.loads(sys.argv[2])
    try:
        told = {"read": as_json(recognise(sys.stdin.buffer.read(), name, fields))}
    except Problem as problem:
        told = {"problem": [problem.code, problem.field, problem.values]}
    except (MemoryError, RecursionError):
        told = {"problem": ["file_heavy", "", {}]}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
