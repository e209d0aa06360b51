"""Micro projects that hang on one: one supporter only, or one funder only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.attention.kind import Kind
from data_layer.funding import GIVEN
from data_layer.models import FundingCase, FundingSource, MicroProject, Stakeholder, Tie
from data_layer.network.standing import NetworkStanding
from data_layer.scope import Scope
from data_layer.vocabulary import EndState, Relation, StakeholderRole

On = Literal["supporter", "facilitator", "funder"]
# These have found their footing, or are over.
SETTLED = (EndState.SELF_SUSTAINING, EndState.TAKEN_UP, EndState.ENDED)
# To know of each other, or to be at odds, carries nobody.
NO_SUPPORT = (Relation.INFORMATION, Relation.CONFLICT)


@dataclass(frozen=True, slots=True)
class Dependent:
    """A micro project and the only one that carries it; `other_id` is the supporting stakeholder, None for a funder."""

    kind: ClassVar[Kind] = Kind.DEPENDENT
    network: str
    micro_project_id: int
    micro_project: str
    on: On
    other: str
    other_id: int | None


def dependent(session: Session, scope: Scope, networks: Sequence[NetworkStanding]) -> list[Dependent]:
    """The micro projects of running networks whose recorded support comes from one stakeholder, or their money from one funder, by name.

    Supporters are tied to the group behind the micro project. Settled micro projects are left out. One statement.
    """
    running = {network.id: network for network in networks if not network.ended}
    if not running:
        return []
    day = min(network.today for network in running.values())
    found = sa.union_all(_one_supporter(scope, day), _one_funder(scope)).subquery()
    query = sa.select(found).order_by(found.c.name, found.c.id, found.c.is_money)
    return [
        Dependent(running[row.network_id].name, row.id, row.name, _on(row), row.other, row.other_id)
        for row in session.execute(query)
        if row.network_id in running
    ]


def _on(row: Any) -> On:
    if row.is_money:
        return "funder"
    return "facilitator" if row.role == StakeholderRole.FACILITATOR else "supporter"


def _one_supporter(scope: Scope, day: date) -> sa.Select[Any]:
    carries = (Tie.relation.not_in(NO_SUPPORT), sa.or_(Tie.end_last.is_(None), Tie.end_last >= day), scope.networks(Tie))
    groups = sa.select(MicroProject.group_id).where(MicroProject.group_id.is_not(None), MicroProject.end_state.not_in(SETTLED))
    ends = sa.union_all(
        sa.select(Tie.to_id.label("group_id"), Tie.from_id.label("other_id")).where(*carries, Tie.to_id.in_(groups)),
        sa.select(Tie.from_id, Tie.to_id).where(*carries, Tie.from_id.in_(groups)),
    ).subquery()
    return (
        _unsettled(scope, sa.literal(False), sa.func.min(Stakeholder.name), sa.func.min(Stakeholder.id), sa.func.min(Stakeholder.role))
        .join(ends, ends.c.group_id == MicroProject.group_id)
        .join(Stakeholder, Stakeholder.id == ends.c.other_id)
        .having(sa.func.count(sa.distinct(ends.c.other_id)) == 1)
    )


def _one_funder(scope: Scope) -> sa.Select[Any]:
    body = sa.func.coalesce(sa.cast(FundingSource.body_id, sa.String), sa.func.lower(FundingSource.funder))
    return (
        _unsettled(
            scope, sa.literal(True), sa.func.min(FundingSource.funder), sa.cast(sa.null(), sa.Integer), sa.cast(sa.null(), sa.String)
        )
        .join(FundingCase, FundingCase.micro_project_id == MicroProject.id)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .where(FundingCase.state.in_(GIVEN))
        .having(sa.func.count(sa.distinct(body)) == 1)
    )


def _unsettled(scope: Scope, is_money: Any, other: Any, other_id: Any, role: Any) -> sa.Select[Any]:
    extra = (is_money.label("is_money"), other.label("other"), other_id.label("other_id"), role.label("role"))
    return (
        sa.select(MicroProject.network_id, MicroProject.id, MicroProject.name, *extra)
        .where(MicroProject.end_state.not_in(SETTLED), scope.networks(MicroProject), scope.groups(MicroProject))
        .group_by(MicroProject.network_id, MicroProject.id, MicroProject.name)
    )
