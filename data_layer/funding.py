"""Money: the catalogue of sources, and how far each micro project came with them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.clock import today
from data_layer.models import FundingCase, FundingSource, MicroProject, Network, Receipt
from data_layer.scope import Scope
from data_layer.vocabulary import CaseState, Instrument

# Cases in which something was given, as far as a source tells; ideas, applications and refusals are not among them.
GIVEN = (CaseState.AWARDED, CaseState.RECEIVED, CaseState.ENDED, CaseState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the catalogue; amounts in minor units of `currency`.

    `formats` and `phases` are those that it asks for, none where nobody has recorded any.
    `days` is how far the deadline lies ahead of today where the source was entered; below 0 it is past. `recipients` counts the
    micro projects that got something, among those that the session sees.
    """

    id: int
    funder: str
    name: str | None
    instrument: str
    country: str | None
    who_may_apply: str | None
    open_to_informal: bool | None
    effort: str | None
    plain_language: bool | None
    paid: str | None
    paid_after_months: int | None
    currency: str | None
    amount_min: int | None
    amount_max: int | None
    amount_note: str | None
    deadline: date | None
    note: str | None
    source: str | None
    recipients: int
    entered_by: int | None
    formats: tuple[str, ...]
    phases: tuple[str, ...]
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A micro project and a source. Amounts are in minor units of `currency`; None: no source states one.

    `giver` is the same for all sources of one funder. `received` is what arrived in the period asked for, `received_ever` at
    any time; `award_counts` whether the decision falls into the period or has no date.
    """

    id: int
    network_id: int
    network: str
    micro_project_id: int
    micro_project: str
    giver: str
    funder: str
    source_name: str | None
    instrument: str
    what_for: str | None
    state: str
    currency: str | None
    applied: int | None
    awarded: int | None
    received: int | None
    received_ever: int | None
    award_counts: bool
    in_kind_quantity: int | None
    in_kind_unit: str | None
    regrant: bool
    before_sempre: bool
    source: str | None
    applied_day: tuple[date | None, date | None]
    decided_day: tuple[date | None, date | None]
    received_day: tuple[date | None, date | None]

    @property
    def given(self) -> bool:
        """Whether something was given: awarded, received, ended, or support is stated and no more."""
        return self.state in GIVEN

    @property
    def in_kind(self) -> bool:
        """Whether it is help in kind only, which stands in no sum of money."""
        return self.amount is None and (self.in_kind_quantity is not None or self.instrument == Instrument.IN_KIND)

    @property
    def amount(self) -> int | None:
        """What was awarded or, where that is not stated, what arrived; in minor units."""
        return self.received_ever if self.awarded is None else self.awarded

    @property
    def dated(self) -> bool:
        """Whether anything about the case has a date."""
        return any(day != (None, None) for day in (self.applied_day, self.decided_day, self.received_day))


def sources(session: Session, *, time_zone: str) -> list[Source]:
    """The whole catalogue, by funder. One statement.

    `time_zone` (IANA name) tells what day it is where the LEN that entered a source has none of its own, or is not seen.
    """
    given = (
        sa.select(FundingCase.funding_source_id.label("id"), sa.func.count(FundingCase.micro_project_id.distinct()).label("n"))
        .where(FundingCase.state.in_(GIVEN))
        .group_by(FundingCase.funding_source_id)
        .subquery()
    )
    query: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            FundingSource.id,
            FundingSource.funder,
            FundingSource.name,
            FundingSource.instrument,
            FundingSource.country,
            FundingSource.who_may_apply,
            FundingSource.open_to_informal,
            FundingSource.effort,
            FundingSource.plain_language,
            FundingSource.paid,
            FundingSource.paid_after_months,
            FundingSource.currency,
            FundingSource.amount_min_minor,
            FundingSource.amount_max_minor,
            FundingSource.amount_note,
            FundingSource.deadline,
            FundingSource.note,
            FundingSource.source,
            sa.func.coalesce(given.c.n, 0),
            FundingSource.entered_by_id,
            FundingSource.formats,
            FundingSource.phases,
            Network.time_zone,
        )
        .outerjoin(Network, Network.id == FundingSource.entered_by_id)
        .outerjoin(given, given.c.id == FundingSource.id)
        .order_by(sa.func.lower(FundingSource.funder), FundingSource.name, FundingSource.id)
    )
    return [_source(*row, default=time_zone) for row in session.execute(query)]


def cases(session: Session, scope: Scope, *, instrument: str | None = None) -> list[Case]:
    """The cases in scope, by network, micro project and funder. One statement.

    A case is in the year in which it was applied for, decided or money arrived; one without any date is in every year.
    """
    arrived = _arrived(scope)
    of_kind = sa.true() if instrument is None else FundingSource.instrument == instrument
    query: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            FundingCase.id,
            FundingCase.network_id,
            Network.name,
            FundingCase.micro_project_id,
            MicroProject.name,
            sa.func.coalesce(sa.cast(FundingSource.body_id, sa.String), sa.func.lower(FundingSource.funder)),
            FundingSource.funder,
            FundingSource.name,
            FundingSource.instrument,
            FundingCase.what_for,
            FundingCase.state,
            FundingCase.currency,
            FundingCase.applied_minor,
            FundingCase.awarded_minor,
            arrived.c.received,
            arrived.c.received_ever,
            sa.cast(scope.dated(FundingCase, "decided"), sa.Boolean),
            FundingCase.in_kind_quantity,
            FundingCase.in_kind_unit,
            FundingCase.regrant,
            FundingCase.before_sempre,
            FundingCase.source,
            FundingCase.applied_first,
            FundingCase.applied_last,
            FundingCase.decided_first,
            FundingCase.decided_last,
            arrived.c.day_first,
            arrived.c.day_last,
        )
        .join(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .join(Network, Network.id == FundingCase.network_id)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .outerjoin(arrived, arrived.c.case_id == FundingCase.id)
        .where(scope.networks(FundingCase), scope.groups(MicroProject), of_kind, _in_year(scope, arrived))
        .order_by(Network.name, MicroProject.name, sa.func.lower(FundingSource.funder), FundingCase.id)
    )
    return [_case(*row) for row in session.execute(query)]


def _source(*row: Any, default: str) -> Source:
    *values, time_zone = row
    entry = Source(*values)
    return entry if entry.deadline is None else replace(entry, days=(entry.deadline - today(time_zone or default)).days)


def _arrived(scope: Scope) -> sa.Subquery:
    """What arrived per case: in the period, at any time, and from when to when."""
    inside = scope.dated(Receipt)
    return (
        sa.select(
            Receipt.funding_case_id.label("case_id"),
            sa.cast(sa.func.sum(sa.case((inside, Receipt.amount_minor))), sa.BigInteger).label("received"),
            sa.cast(sa.func.sum(Receipt.amount_minor), sa.BigInteger).label("received_ever"),
            sa.func.min(Receipt.day_first).label("day_first"),
            sa.func.max(Receipt.day_last).label("day_last"),
            sa.func.max(sa.case((sa.and_(inside, Receipt.day_first.is_not(None)), 1), else_=0)).label("in_year"),
        )
        .group_by(Receipt.funding_case_id)
        .subquery()
    )


def _in_year(scope: Scope, arrived: sa.Subquery) -> sa.ColumnElement[bool]:
    if scope.year is None:
        return sa.true()
    known = [sa.and_(column.is_not(None), scope.dated(FundingCase, name)) for name, column in _days().items()]
    undated = sa.and_(*(column.is_(None) for column in _days().values()), arrived.c.day_first.is_(None))
    return sa.or_(*known, arrived.c.in_year == 1, undated)


def _days() -> dict[str, Any]:
    return {"applied": FundingCase.applied_first, "decided": FundingCase.decided_first}


def _case(*row: Any) -> Case:
    *values, applied_first, applied_last, decided_first, decided_last, day_first, day_last = row
    values += [(applied_first, applied_last), (decided_first, decided_last), (day_first, day_last)]
    return Case(*values)
