"""Two stakeholders of one LEN that are the same become one, field by field, with all that hangs on them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.editing.merge_links import Linked
from data_layer.editing.merge_plan import BOTH, FIRST, SECOND, TABLE, MergePlan, fillings, table_of, value_in
from data_layer.editing.tables import Field
from data_layer.editing.values import Value, parsed
from data_layer.hanging import with_hanging
from data_layer.models import Network, Note, Stakeholder
from data_layer.problem import NotFound, Problem

MERGE = "merge"
# Fields that can hold what both say, and what stands between the two.
JOINTS = {"description": "\n", "external_ids": "|", "contact_point": "; ", "source": "; "}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for a field ("first", "second", "both"), and what stood on both sides."""

    take: str
    first: Value
    second: Value


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its LEN (id, name), its fields, and how many rows hang on it by table."""

    id: int
    name: str
    network: tuple[int, str]
    values: Mapping[str, Value]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Merger:
    """What would become of two stakeholders. `given_up`: rows by table that would say nothing new, so that they go to the trash.

    `one_body`: somebody said already that both are the same body; two of different LENs can be that, but not become one.
    """

    one_body: bool
    first: Side
    second: Side
    given_up: Mapping[str, int]

    @property
    def one_network(self) -> bool:
        """Whether both are in the same LEN."""
        return self.first.network == self.second.network

    @property
    def differing(self) -> list[Field]:
        """The fields in which the two differ: somebody must choose."""
        return [field for field in TABLE.fields.values() if self.first.values[field.name] != self.second.values[field.name]]


def merger(session: Session, first_id: int, second_id: int) -> Merger:
    """What a merger would do, nothing written. Raises NotFound, Problem for one and the same. Four statements."""
    first, second = _two(session, first_id, second_id)
    plan = MergePlan(session, first, second)
    query = sa.select(Network.id, Network.name).where(Network.id.in_((first.network_id, second.network_id)))
    networks = {row.id: (row.id, row.name) for row in session.execute(query)}
    one_body = first.body_id is not None and first.body_id == second.body_id
    one, other = (_side(row, networks[row.network_id], plan.of(row)) for row in (first, second))
    return Merger(one_body, one, other, Counter(map(table_of, plan.given_up)))


def _side(row: Stakeholder, network: tuple[int, str], hanging: Iterable[Any]) -> Side:
    values = {field.name: value_in(field, row) for field in TABLE.fields.values()}
    return Side(row.id, row.name, network, values, Counter(map(table_of, hanging)))


def suggested(field: Field, first: Value, second: Value) -> str:
    """What stands ticked before anybody chooses: what is known, both where both can stay, else the first."""
    if first in (None, []):
        return SECOND
    return BOTH if field.name in JOINTS and second not in (None, first) and field.name != "description" else FIRST


def merge_stakeholders(session: Session, first_id: int, second_id: int, choices: Mapping[str, Choice]) -> tuple[int, Counter[str]]:
    """Make the two one, in one action: the first stays with the chosen values, the second goes to the trash.

    Its ties, mappings, micro projects, notes and all else hang on the first now; a tie between the two, a row that says exactly what
    another one says, and what a mapping, an event or a pilot says of the second where it speaks of the first too, go to the trash.
    Returns (action id, table -> rows that moved). Raises NotFound, KeyError for a field that there is not,
    Problem("changed_meanwhile") where a side says something else than the person saw, or the two differ and nobody chose, and what the
    row as it becomes may not be.
    """
    first, second = _pair(session, first_id, second_id)
    values = _chosen(first, second, choices)
    plan = MergePlan(session, first, second, {name: choice.take for name, choice in choices.items()})
    rows = _Rows(session, plan)
    with acting(session, MERGE) as recorder:
        fillings_of = [(rows.of(stays), fillings(rows.of(stays), rows.of(goes))) for stays, goes in plan.filled]
        recorder.trash_all(with_hanging(session, map(rows.of, plan.given_up)))
        recorder.update_all(fillings_of)
        recorder.update_all((rows.of(row), {column: first.id}) for row, column in plan.moving)
        recorder.trash(second)
        recorder.update(first, **values)
        return recorder.action.id, Counter(table_of(row) for row, _column in plan.moving)


class _Rows:
    """The rows of a plan as they can be changed; one statement a table."""

    def __init__(self, session: Session, plan: MergePlan) -> None:
        wanted: dict[Any, set[int]] = {}
        for row in plan.links:
            wanted.setdefault(row.model, set()).add(row.id)
        self._found = {
            (model, row.id): row for model, ids in wanted.items() for row in session.scalars(sa.select(model).where(model.id.in_(ids)))
        }

    def of(self, row: Linked | Note) -> Any:
        return self._found[row.model, row.id] if isinstance(row, Linked) else row


def _two(session: Session, first_id: int, second_id: int) -> tuple[Stakeholder, Stakeholder]:
    if first_id == second_id:
        raise Problem("merge_with_itself")
    query = sa.select(Stakeholder).where(Stakeholder.id.in_((first_id, second_id)), Stakeholder.trashed_by.is_(None))
    found = {row.id: row for row in session.scalars(query)}
    if len(found) < 2:
        raise NotFound(Stakeholder.__name__)
    return found[first_id], found[second_id]


def _pair(session: Session, first_id: int, second_id: int) -> tuple[Stakeholder, Stakeholder]:
    first, second = _two(session, first_id, second_id)
    if first.network_id != second.network_id:
        raise Problem("merge_over_networks")
    return first, second


def _chosen(first: Stakeholder, second: Stakeholder, choices: Mapping[str, Choice]) -> dict[str, Any]:
    """Column -> value of the one that stays. Two that differ in a field of which nobody saw that have changed meanwhile."""
    for name, field in TABLE.fields.items():
        if name not in choices and value_in(field, first) != value_in(field, second):
            raise Problem("changed_meanwhile", name)
    values: dict[str, Any] = {}
    for name, choice in choices.items():
        field = TABLE.fields[name]
        one, other = value_in(field, first), value_in(field, second)
        if (one, other) != (choice.first, choice.second):
            raise Problem("changed_meanwhile", name)
        if choice.take == SECOND:
            values |= parsed(field, other)
        elif choice.take == BOTH and name in JOINTS:
            values |= parsed(field, joined(name, str(one or ""), str(other or "")))
    place = {} if first.x is not None else {"x": second.x, "y": second.y}
    return values | place | {"body_id": first.body_id if first.body_id is not None else second.body_id}


def joined(name: str, one: str, other: str) -> str:
    """What both say, each part once."""
    joint = JOINTS[name]
    return joint.join(dict.fromkeys(part.strip() for text in (one, other) for part in text.split(joint.strip(" ")) if part.strip()))
