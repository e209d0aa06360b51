"""Micro projects: which there are, and when their dated facts lie."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Assessment, Event, FundingCase, MicroProject, Need, Network, PhaseChange, Receipt, Tie
from data_layer.projects.line import columns_for
from data_layer.scope import Scope


@dataclass(frozen=True, slots=True)
class MicroProjectLine:
    """One micro project as lists show it; None is unknown, codes are those of `data_layer.vocabulary`."""

    id: int
    name: str
    network_id: int
    network: str
    time_zone: str | None
    place: str | None
    country: str | None
    target_groups: tuple[str, ...]
    for_whom: str | None
    became: str | None
    end_state: str


@dataclass(frozen=True, slots=True)
class MicroProjects:
    """The micro projects of a scope by name, and how many of them stay in every year because nothing of them is dated.

    `undated` is counted only where the scope names a year; else it is 0.
    """

    lines: tuple[MicroProjectLine, ...]
    undated: int = 0


def micro_projects(session: Session, scope: Scope) -> MicroProjects:
    """The micro projects of the scope. One statement, two where the scope names a year.

    A micro project belongs to the years from its first dated fact to its last, and to every year where nothing of it is dated.
    """
    query = (
        sa.select(*columns_for(MicroProjectLine, MicroProject, network=Network.name, time_zone=Network.time_zone))
        .join(Network, Network.id == MicroProject.network_id)
        .where(scope.networks(MicroProject), scope.groups(MicroProject))
        .order_by(MicroProject.name, MicroProject.id)
    )
    lines = [MicroProjectLine(*row) for row in session.execute(query)]
    if scope.year is None:
        return MicroProjects(tuple(lines))
    spans = _spans(session, scope)
    kept = [line for line in lines if line.id not in spans or spans[line.id][0].year <= scope.year <= spans[line.id][1].year]
    return MicroProjects(tuple(kept), sum(line.id not in spans for line in kept))


def _spans(session: Session, scope: Scope) -> dict[int, tuple[date, date]]:
    """The first and the last day of what is dated of each micro project."""
    spans: dict[int, tuple[date, date]] = {}
    for micro_project_id, first, last in session.execute(sa.union_all(*_dated_facts(scope))):
        known = spans.get(micro_project_id, (first, last))
        spans[micro_project_id] = min(known[0], first), max(known[1], last)
    return spans


def _dated_facts(scope: Scope) -> list[Any]:
    """Micro project, first and last day of each kind of dated fact, the ties of the group behind it included."""
    of_group = sa.and_(
        Tie.network_id == MicroProject.network_id, sa.or_(Tie.from_id == MicroProject.group_id, Tie.to_id == MicroProject.group_id)
    )
    return [
        *(_span(model.micro_project_id, model, scope) for model in (PhaseChange, Event, Assessment, Need)),
        _span(FundingCase.micro_project_id, FundingCase, scope, "applied", "decided"),
        _span(FundingCase.micro_project_id, Receipt, scope).join(FundingCase, FundingCase.id == Receipt.funding_case_id),
        _span(Tie.micro_project_id, Tie, scope, "start", "end"),
        _span(MicroProject.id, Tie, scope, "start", "end").join(MicroProject, of_group),
    ]


def _span(owner: Any, model: Any, scope: Scope, start: str = "day", end: str = "day") -> Any:
    first = sa.func.coalesce(getattr(model, f"{start}_first"), getattr(model, f"{end}_first"))
    last = sa.func.coalesce(getattr(model, f"{end}_last"), getattr(model, f"{start}_last"))
    known = sa.and_(owner.is_not(None), first.is_not(None), scope.networks(model))
    return sa.select(owner, sa.func.min(first), sa.func.max(last)).select_from(model).where(known).group_by(owner)
