"""Micro projects that stall: their end is open, and nothing dated was recorded for half a year, or nothing dated at all."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.attention.kind import Kind
from data_layer.cache import results
from data_layer.models import Assessment, Event, FundingCase, MicroProject, Need, PhaseChange, Receipt, Tie
from data_layer.network.standing import NetworkStanding
from data_layer.scope import Scope
from data_layer.vocabulary import EndState

QUIET_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Stalled:
    """A micro project and its latest dated fact, as first and last day; both None where none is dated."""

    kind: ClassVar[Kind] = Kind.STALLED
    network: str
    micro_project_id: int
    micro_project: str
    last_fact: tuple[date | None, date | None]


def stalled(session: Session, scope: Scope, networks: Sequence[NetworkStanding]) -> tuple[Stalled, ...]:
    """The stalled ones, longest silent first (never dated before all); those of ended networks are left out.

    Dated facts are events, changes of phase, readings, needs, money, and ties of the group behind the micro project.
    One statement, none when the answer is kept.
    """
    key = ("stalled", scope, tuple((network.id, network.revision, network.today) for network in networks))
    return results.get(key, lambda: _stalled(session, scope, networks))


def _stalled(session: Session, scope: Scope, networks: Sequence[NetworkStanding]) -> tuple[Stalled, ...]:
    running = {network.id: network for network in networks if not network.ended}
    facts = _latest_facts(scope)
    query = (
        sa.select(MicroProject.network_id, MicroProject.id, MicroProject.name, facts.c.first, facts.c.last)
        .outerjoin(facts, sa.and_(facts.c.micro_project_id == MicroProject.id, facts.c.place == 1))
        .where(MicroProject.end_state == EndState.OPEN, scope.networks(MicroProject), scope.groups(MicroProject))
        .order_by(facts.c.last.asc().nulls_first(), MicroProject.name, MicroProject.id)
    )
    return tuple(
        Stalled(running[network_id].name, project_id, name, (first, last))
        for network_id, project_id, name, first, last in session.execute(query)
        if network_id in running and (last is None or last < months_before(running[network_id].today, QUIET_MONTHS))
    )


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _latest_facts(scope: Scope) -> sa.Subquery:
    """Each dated fact of a micro project with its place from the latest (1) on."""
    facts = sa.union_all(*_dated_facts(scope)).subquery()
    place = sa.func.row_number().over(partition_by=facts.c.micro_project_id, order_by=(facts.c.last.desc(), facts.c.first.desc()))
    return sa.select(facts, place.label("place")).subquery()


def _dated_facts(scope: Scope) -> list[sa.Select[Any]]:
    """What began and ended counts with its end, what was applied for and decided with the decision."""
    days = [_dated(model, model.micro_project_id, scope, "day") for model in (Event, PhaseChange, Assessment, Need)]
    asked = _dated(FundingCase, FundingCase.micro_project_id, scope, "decided", "applied")
    received = _dated(Receipt, FundingCase.micro_project_id, scope, "day").join(FundingCase, FundingCase.id == Receipt.funding_case_id)
    tied = [
        _dated(Tie, MicroProject.id, scope, "end", "start").join(MicroProject, MicroProject.group_id == end)
        for end in (Tie.from_id, Tie.to_id)
    ]
    came_out = _dated(Tie, Tie.micro_project_id, scope, "end", "start").where(Tie.micro_project_id.is_not(None))
    return [*days, asked, received, *tied, came_out]


def _dated(model: Any, micro_project_id: Any, scope: Scope, *names: str) -> sa.Select[Any]:
    """Micro project, first and last day of the first of the vague dates `names` that is known."""
    first, last = (_known([getattr(model, f"{name}_{end}") for name in names]) for end in ("first", "last"))
    columns = (micro_project_id.label("micro_project_id"), first.label("first"), last.label("last"))
    return sa.select(*columns).select_from(model).where(last.is_not(None), scope.networks(model))


def _known(columns: Sequence[Any]) -> Any:
    return sa.func.coalesce(*columns) if len(columns) > 1 else columns[0]
