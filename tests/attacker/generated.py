"""The generated programme released as a whole: how much of it is shown, and how long that takes."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_layer.disclosure.primary import Reason
from data_layer.releases.choosing import offer
from data_layer.releases.composing import preview
from data_layer.releases.composition import TABLES, Composition, Preview, whole_months
from tests.bench.days import BEGIN, END

PEOPLE = ("persons", "answers")


@dataclass(frozen=True)
class Whole:
    """Cells of people and those of them that are shown; all other cells, and those of them that are hidden though no giver gives most;
    seconds of composing and auditing on one processor core.
    """

    people: int
    people_shown: int
    organisations: int
    organisations_hidden: int
    seconds: float

    @property
    def share(self) -> float:
        """The share of the cells of people that is shown."""
        return self.people_shown / self.people


def released_whole(session: Session) -> Whole:
    """All networks of the session released together, over all their time."""
    offered = offer(session)
    networks = tuple(network.id for network in offered.networks)
    composition = Composition("All", whole_months(BEGIN, END), networks, TABLES, ())
    start = time.process_time()
    found = preview(session, offered, composition)
    seconds = time.process_time() - start
    people, others = (_cells(found, of_people=side) for side in (True, False))
    hidden = sum(cell is None for cell in others)
    return Whole(len(people), sum(cell is not None for cell in people), len(others), hidden - _dominated(found), seconds)


def _cells(found: Preview, *, of_people: bool) -> Sequence[int | None]:
    tables = [table for table in found.tables.figures if (table.unit in PEOPLE) == of_people]
    return [cell for table in tables for line in table.cells for cell in line]


def _dominated(found: Preview) -> int:
    return sum(cell.reason == Reason.GIVER for cell in found.hidden)
