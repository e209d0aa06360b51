"""What a page shows: one network or all, one target group or all, one year or any date."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.actor import Actor
from data_layer.models import (
    Assessment,
    Event,
    FundingCase,
    MicroProject,
    Need,
    Network,
    Observation,
    PhaseChange,
    Receipt,
    Tie,
    Voice,
)
from data_layer.vocabulary import NetworkStatus, TargetGroup

DATED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Event, ("day",)),
    (PhaseChange, ("day",)),
    (Assessment, ("day",)),
    (Need, ("day",)),
    (Receipt, ("day",)),
    (FundingCase, ("applied", "decided")),
    (Tie, ("start", "end")),
    (Voice, ("day",)),
    (Observation, ("day",)),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The chosen network (id), target group (code) and year; None leaves nothing out."""

    network_id: int | None = None
    target_group: str | None = None
    year: int | None = None

    def networks(self, model: Any) -> sa.ColumnElement[bool]:
        """Criterion: rows of the chosen network; for `Network` itself, that network."""
        column = model.id if model is Network else model.network_id
        return sa.true() if self.network_id is None else column == self.network_id

    def groups(self, model: Any) -> sa.ColumnElement[bool]:
        """Criterion on a model with `target_groups`: those that name the chosen group."""
        return sa.true() if self.target_group is None else model.target_groups.has(self.target_group)

    def dated(self, model: Any, name: str = "day") -> sa.ColumnElement[bool]:
        """Criterion on a vague date `name_first`, `name_last`: it touches the year, or is unknown (such rows stay in every period)."""
        return self.spans(model, name, name)

    def spans(self, model: Any, start: str = "start", end: str = "end") -> sa.ColumnElement[bool]:
        """Criterion on a period from `start` to `end`: it touches the year; an unknown beginning or end leaves that side open."""
        if self.year is None:
            return sa.true()
        first, last = getattr(model, f"{start}_first"), getattr(model, f"{end}_last")
        begins, ends = date(self.year, 1, 1), date(self.year, 12, 31)
        return sa.and_(sa.or_(first.is_(None), first <= ends), sa.or_(last.is_(None), last >= begins))


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen among the rows that the session sees: (id, name, is a LEN), group codes, years (latest first).

    `state` is equal for two readers, or at two times, only where they see the same rows: results may be kept under it.
    """

    networks: tuple[tuple[int, str, bool], ...]
    groups: tuple[str, ...]
    years: tuple[int, ...]
    state: Hashable


def choices(session: Session) -> Choices:
    """The networks by name, LENs first; the groups that are named anywhere; the years that dated rows touch. One statement."""
    actor: Actor | None = session.info.get("actor")
    rows = session.execute(_chosen_from()).all()
    networks = [(row.id, row.name, row.status == NetworkStatus.LEN) for row in rows if row.id]
    named = {code for row in rows for code in row.groups.split("|") if code}
    years = {year for row in rows if row.first for year in range(int(row.first), int(row.last) + 1)}
    groups = tuple(code for code in TargetGroup if code in named)
    # An administrator sees which networks there are, and nothing of what is in them.
    state = (actor and actor.role, tuple(sorted((row.id, row.revision) for row in rows if row.id)))
    return Choices(tuple(sorted(networks, key=lambda network: not network[2])), groups, tuple(sorted(years, reverse=True)), state)


def _chosen_from() -> sa.CompoundSelect[*tuple[Any, ...]]:
    """The years that vague dates span, the group sets of micro projects, and the networks with theirs; "" and 0 elsewhere.

    Each part is made distinct by itself: to compare thousands of rows in all their columns takes three times as long.
    """
    nothing = (sa.literal("").label("first"), sa.literal("").label("last"))
    nowhere = (sa.literal(0).label("id"), sa.literal("").label("name"), sa.literal("").label("status"), sa.literal(0).label("revision"))
    dates = [
        sa.select(_year(model, f"{name}_first"), _year(model, f"{name}_last"), sa.literal("").label("groups"), *nowhere)
        .where(getattr(model, f"{name}_first").is_not(None))
        .distinct()
        for model, names in DATED
        for name in names
    ]
    groups = sa.select(*nothing, _as_text(MicroProject.target_groups), *nowhere).distinct()
    networks = sa.select(*nothing, _as_text(Network.target_groups), Network.id, Network.name, Network.status, Network.revision)
    return sa.union(*dates, groups, networks).order_by("name")


def _year(model: Any, name: str) -> sa.ColumnElement[str]:
    """Of a day, which is kept as 2016-05-31."""
    return sa.func.substr(sa.type_coerce(getattr(model, name), sa.String), 1, 4).label(name.rpartition("_")[2])


def _as_text(codes: Any) -> sa.ColumnElement[str]:
    return sa.cast(sa.type_coerce(codes, sa.String), sa.String).label("groups")
