"""Where each network stands: who coordinates it, what is recorded in it, how well its ties are known."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.clock import today
from data_layer.models import MicroProject, Network, Stakeholder, Tie
from data_layer.network.start import STEPS, both_sides, several_coordinators
from data_layer.scope import Scope
from data_layer.vocabulary import NetworkStatus, StakeholderRole


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a network has in the chosen scope; ties also by what is known of them."""

    stakeholders: int
    ties: int
    confirmed_ties: int
    dated_ties: int
    micro_projects: int


@dataclass(frozen=True, slots=True)
class NetworkStanding:
    """A network with its counts; `sectors` are those of its stakeholders, outside ones left out; `facilitators` as (id, name).

    `today` is the calendar day in its time zone; `has_rows` tells whether anything at all is recorded, and `steps` which first steps
    (`data_layer.network.start.STEPS`) are taken, whatever the scope.
    """

    id: int
    name: str
    region: str | None
    country: str | None
    is_len: bool
    sample: bool
    revision: int
    for_whom: str | None
    target_groups: tuple[str, ...]
    today: date
    ended: bool
    has_rows: bool
    steps: frozenset[str]
    counts: Counts
    facilitators: tuple[tuple[int, str], ...]
    sectors: frozenset[str]


def network_standings(session: Session, scope: Scope, *, time_zone: str) -> list[NetworkStanding]:
    """The networks of the scope, LENs first, then by name. `time_zone` (IANA) serves networks that state none. Two statements."""
    facilitators, sectors = _members(session, scope)
    found = [_standing(row, facilitators, sectors, time_zone) for row in session.execute(_networks_with_counts(scope))]
    return sorted(found, key=lambda standing: not standing.is_len)


def total(standings: list[NetworkStanding]) -> Counts:
    """The counts of several networks together."""
    names = Counts.__slots__
    return Counts(*(sum(getattr(standing.counts, name) for standing in standings) for name in names))


def _networks_with_counts(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    members = _grouped(Stakeholder, sa.func.count(Stakeholder.id))
    ties = _grouped(
        Tie,
        sa.func.count(Tie.id),
        _many(scope.spans(Tie)),
        _many(sa.and_(scope.spans(Tie), Tie.confirmed)),
        _many(sa.and_(scope.spans(Tie), Tie.start_first.is_not(None))),
    )
    projects = _grouped(MicroProject, sa.func.count(MicroProject.id), _many(scope.groups(MicroProject)))
    columns = [sa.func.coalesce(column, 0) for table in (members, ties, projects) for column in list(table.c)[1:]]
    served = sa.select(MicroProject.network_id).where(scope.groups(MicroProject))
    return (
        sa.select(Network, *columns, both_sides(), several_coordinators())
        .outerjoin(members, members.c.network_id == Network.id)
        .outerjoin(ties, ties.c.network_id == Network.id)
        .outerjoin(projects, projects.c.network_id == Network.id)
        .where(scope.networks(Network), sa.or_(scope.groups(Network), Network.id.in_(served)))
        .order_by(Network.name, Network.id)
    )


def _grouped(model: Any, *counts: sa.ColumnElement[int]) -> sa.Subquery:
    labelled = [count.label(f"n{place}") for place, count in enumerate(counts)]
    return sa.select(model.network_id, *labelled).group_by(model.network_id).subquery()


def _many(criterion: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((criterion, 1), else_=0))


def _members(session: Session, scope: Scope) -> tuple[dict[int, dict[int, str]], dict[int, set[str]]]:
    """Per network: its facilitators by id, and the sectors of all stakeholders inside it."""
    facilitates = Stakeholder.role == StakeholderRole.FACILITATOR
    query = (
        sa.select(
            Stakeholder.network_id,
            Stakeholder.sector,
            sa.case((facilitates, Stakeholder.id)).label("facilitator_id"),
            sa.case((facilitates, Stakeholder.name)).label("facilitator"),
        )
        .where(scope.networks(Stakeholder), sa.func.coalesce(Stakeholder.role, "") != StakeholderRole.OUTSIDE)
        .distinct()
        .order_by("facilitator")
    )
    facilitators: dict[int, dict[int, str]] = {}
    sectors: dict[int, set[str]] = {}
    for row in session.execute(query):
        sectors.setdefault(row.network_id, set()).add(row.sector)
        if row.facilitator_id is not None:
            facilitators.setdefault(row.network_id, {})[row.facilitator_id] = row.facilitator
    return facilitators, sectors


def _standing(row: Any, facilitators: dict[int, dict[int, str]], sectors: dict[int, set[str]], time_zone: str) -> NetworkStanding:
    network, members, all_ties, ties, confirmed, dated, all_projects, projects, both, several = row
    day = today(network.time_zone or time_zone)
    return NetworkStanding(
        id=network.id,
        name=network.name,
        region=network.region,
        country=network.country,
        is_len=network.status == NetworkStatus.LEN,
        sample=network.sample,
        revision=network.revision,
        for_whom=network.for_whom,
        target_groups=network.target_groups,
        today=day,
        ended=network.ended_first is not None and network.ended_first <= day,
        has_rows=bool(members or all_ties or all_projects),
        steps=frozenset(step for step, taken in zip(STEPS, (members, all_ties, all_projects, both, several), strict=True) if taken),
        counts=Counts(members, ties, confirmed, dated, projects),
        facilitators=tuple(facilitators.get(network.id, {}).items()),
        sectors=frozenset(sector for sector in sectors.get(network.id, ()) if sector),
    )
