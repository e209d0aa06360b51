"""A mapping session (Net-Map): how much influence, power and interest each stakeholder is seen to have, kept in one action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.editing.edit import Edited, Refusal
from data_layer.editing.tables import TABLES
from data_layer.editing.values import Value, parsed, shown, value_of
from data_layer.models import Network, Position, Stakeholder
from data_layer.problem import NotFound, Problem
from data_layer.rules import check_row

MAP = "map"
HEAD = ("day", "question", "mapped_by")
ANSWERS = ("influence", "power", "interest", "wished_power", "wished_interest")
TABLE = TABLES["position"]


@dataclass(frozen=True, slots=True)
class Seen:
    """New answers about one stakeholder; `old` and `new` hold the fields that the person changed, as `values.shown` gives them."""

    stakeholder_id: int
    old: Mapping[str, Value]
    new: Mapping[str, Value]


def keep_net_map(
    session: Session,
    network_id: int,
    head: Mapping[str, Value],
    seen: Sequence[Seen],
    *,
    net_map_id: int | None = None,
    was: Mapping[str, Value] | None = None,
) -> Edited:
    """Keep what a mapping says, one row for each stakeholder, in one action; a row that is left without any answer goes to the trash.

    `head` holds day, question and mapped_by: rows of the same head are changed, where there is none they are added. `net_map_id` (a row
    of it) is the mapping that gets this head; `was`: the head that the person saw, so that what somebody else wrote there since stays.
    An answer is set only where it still holds `old`; the others are refused one by one.
    Raises NotFound for what the session does not see in this network and for a stakeholder named twice, Problem for the head.
    """
    get_row(session, Network, network_id)
    _require_members(session, network_id, [one.stakeholder_id for one in seen])
    columns = _columns(head)
    if net_map_id is None:
        rows = _with_head(session, network_id, columns)
    else:
        first = _row(session, network_id, net_map_id)
        former = {column: getattr(first, column) for column in columns}
        columns = columns if was is None else _taken_in(former, was, head)
        if former != columns and _with_head(session, network_id, columns):
            raise Problem("mapping_taken", "question")
        rows = _with_head(session, network_id, former)
    check_row(Position(network_id=network_id, stakeholder_id=0, **columns))
    plan = _Plan(columns, rows)
    for place, one in enumerate(seen):
        plan.take(place, network_id, one)
    return plan.run(session)


def _columns(head: Mapping[str, Value], names: Sequence[str] = HEAD) -> dict[str, Any]:
    return {column: value for name in names for column, value in parsed(TABLE.fields[name], head.get(name)).items()}


def _taken_in(former: Mapping[str, Any], was: Mapping[str, Value], head: Mapping[str, Value]) -> dict[str, Any]:
    """The head as it becomes: what the person changed, and what somebody else did since. Problem where both changed the same."""
    taken: dict[str, Any] = {}
    for name in HEAD:
        seen, new = _columns(was, [name]), _columns(head, [name])
        now = {column: former[column] for column in new}
        if now not in (seen, new) and new != seen:
            field = TABLE.fields[name]
            raise Problem("changed_meanwhile", name, theirs=value_of(field, *(former[column] for column in field.columns)))
        taken |= now if new == seen else new
    return taken


def _row(session: Session, network_id: int, net_map_id: int) -> Position:
    row = get_row(session, Position, net_map_id)
    if row.network_id != network_id:
        raise NotFound(Position.__name__)
    return row


def _with_head(session: Session, network_id: int, head: Mapping[str, Any]) -> list[Position]:
    same = [getattr(Position, column).is_not_distinct_from(value) for column, value in head.items()]
    return list(session.scalars(sa.select(Position).where(Position.network_id == network_id, *same).order_by(Position.id)))


def _require_members(session: Session, network_id: int, wanted: Sequence[int]) -> None:
    query = sa.select(sa.func.count(Stakeholder.id)).where(Stakeholder.network_id == network_id, Stakeholder.id.in_(wanted))
    if session.scalar(query) != len(wanted):
        raise NotFound(Stakeholder.__name__)


@dataclass
class _Plan:
    """Which rows are added, changed or put into the trash; nothing is written before all is known."""

    head: Mapping[str, Any]
    rows: Sequence[Position]
    refusals: list[Refusal] = field(default_factory=list)
    added: list[Position] = field(default_factory=list)
    changes: dict[Position, dict[str, Any]] = field(default_factory=dict)

    def take(self, place: int, network_id: int, one: Seen) -> None:
        """Plan what one stakeholder's answers ask for."""
        row = next((row for row in self.rows if row.stakeholder_id == one.stakeholder_id), None)
        now = {name: getattr(row, name, None) for name in ANSWERS}
        new = self._allowed(place, one, now)
        if not new:
            return
        wanted = Position(network_id=network_id, stakeholder_id=one.stakeholder_id, **self.head, **{**now, **new})
        try:
            check_row(wanted)
        except Problem as problem:
            self.refusals.append(Refusal(place, problem, now.get(problem.field)))
            return
        if row is None:
            self.added.append(wanted)
        else:
            self.changes[row] = new

    def _allowed(self, place: int, one: Seen, now: Mapping[str, Value]) -> dict[str, Any]:
        new: dict[str, Any] = {}
        for name, value in one.new.items():
            try:
                found = parsed(TABLE.fields[name], value)[name]
                if found != now[name] and one.old.get(name) != now[name]:
                    raise Problem("changed_meanwhile", name)
            except Problem as problem:
                self.refusals.append(Refusal(place, problem, now[name]))
                continue
            if found != now[name]:
                new[name] = found
        return new

    def run(self, session: Session) -> Edited:
        """Do it, in one action; none where nothing is to be done."""
        for row in self.rows:
            moved = {column: value for column, value in self.head.items() if getattr(row, column) != value}
            if moved:
                self.changes.setdefault(row, {}).update(moved)
        if not self.added and not self.changes:
            return Edited(None, tuple(self.refusals), ())
        with acting(session, MAP) as recorder:
            if self.added:
                recorder.insert_all(self.added)
            recorder.update_all(self.changes.items())
            recorder.trash_all([row for row in self.changes if all(getattr(row, name) is None for name in ANSWERS)])
            action_id = recorder.action.id
        kept = [row for row in (*self.added, *self.changes) if row.trashed_by is None]
        return Edited(action_id, tuple(self.refusals), tuple((TABLE.name, row.id, shown(TABLE, row)) for row in kept))
