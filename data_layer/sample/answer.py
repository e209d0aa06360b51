"""The sample's links for service users, with answers that are invented: nobody gave them, and they become no reading."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from data_layer.problem import Problem
from data_layer.surveys.counting import CHOICES, DID_NOT_HELP, HELPED, SAY, Answer, Batch, batch_of

FILE = "answer.csv"
COLUMNS = ("network", "micro_project", "stage", "made", "ends", SAY, HELPED, DID_NOT_HELP, "source")


@dataclass(frozen=True, slots=True)
class Link:
    """One link: about which micro project of which LEN, at which stage, and from when to when it was good."""

    network: str
    micro_project: str
    stage: str
    made_at: datetime
    ends: date


def read_answers(folder: Path) -> dict[Link, Batch]:
    """The answers to each link in `folder`, counted together. Raises Problem with `file` and `line` for a line that cannot be."""
    found: dict[Link, list[Answer]] = {}
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise Problem("unknown_column", file=FILE, line=1, value=", ".join(reader.fieldnames or ()))
        for cells in reader:
            link, answer = _read(cells, reader.line_num)
            found.setdefault(link, []).append(answer)
    return {link: batch_of(answers) for link, answers in found.items()}


def _read(cells: Mapping[str, str], line: int) -> tuple[Link, Answer]:
    try:
        made = datetime.combine(date.fromisoformat(cells["made"]), time(), UTC)
        link = Link(cells["network"], cells["micro_project"], cells["stage"], made, date.fromisoformat(cells["ends"]))
    except ValueError as error:
        raise Problem("unreadable", "ends", value=str(error), file=FILE, line=line) from None
    said = {question: tuple(filter(None, cells[question].split(";"))) for question in CHOICES}
    for question, chosen in said.items():
        for choice in chosen:
            if choice not in CHOICES[question]:
                raise Problem("unreadable", question, value=choice, file=FILE, line=line)
    return link, Answer("".join(said[SAY]), said[HELPED], said[DID_NOT_HELP])
