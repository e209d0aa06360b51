"""Money that a stakeholder gives, and money that the micro projects behind which it stands got or asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import FundingCase, FundingSource, MicroProject, Receipt, Stakeholder


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """One funding case, or a source without any: `given` by the stakeholder, else for a micro project of its own.

    Amounts are in minor units of `currency`; None: nobody stated one.
    """

    given: bool
    funder: str
    name: str | None
    instrument: str
    micro_project_id: int | None
    micro_project: str | None
    what_for: str | None
    state: str | None
    currency: str | None
    awarded: int | None
    received: int | None
    source: str | None


def own_money(session: Session, row: Stakeholder, projects: Sequence[int]) -> tuple[OwnMoney, ...]:
    """What it gives first, then what its micro projects (ids) got; by funder and micro project. One statement.

    A funder is told by its body, and where nobody said which body it is, by its name.
    """
    arrived = (
        sa.select(Receipt.funding_case_id.label("id"), sa.func.sum(Receipt.amount_minor).label("minor"))
        .group_by(Receipt.funding_case_id)
        .subquery()
    )
    same_name = sa.func.lower(FundingSource.funder) == sa.func.lower(row.name)
    gives = same_name if row.body_id is None else sa.func.coalesce(FundingSource.body_id == row.body_id, False)
    query: sa.Select[*tuple[Any, ...]] = (
        sa.select(gives, FundingSource, FundingCase, MicroProject, arrived.c.minor)
        .outerjoin(FundingCase, FundingCase.funding_source_id == FundingSource.id)
        .outerjoin(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .outerjoin(arrived, arrived.c.id == FundingCase.id)
        .where(sa.or_(gives, FundingCase.micro_project_id.in_(projects)))
        .order_by(sa.desc(gives), FundingSource.funder, MicroProject.name, FundingSource.id, FundingCase.id)
    )
    return tuple(_own_money(*found) for found in session.execute(query))


def _own_money(
    given: bool, source: FundingSource, case: FundingCase | None, project: MicroProject | None, received: int | None
) -> OwnMoney:
    return OwnMoney(
        given=bool(given),
        funder=source.funder,
        name=source.name,
        instrument=source.instrument,
        micro_project_id=project.id if project else None,
        micro_project=project.name if project else None,
        what_for=case.what_for if case else None,
        state=case.state if case else None,
        currency=case.currency if case else None,
        awarded=case.awarded_minor if case else None,
        received=received,
        source=case.source if case else source.source,
    )
