"""What a row must be like, said as a `Problem`; the database holds the same rules as constraints."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer import vocabulary as words
from data_layer.models import (
    Account,
    Assessment,
    Event,
    FundingCase,
    FundingSource,
    MicroProject,
    Need,
    Network,
    Note,
    PhaseChange,
    Position,
    Receipt,
    Stakeholder,
    Tie,
)
from data_layer.problem import Problem

CODES: dict[str, type[StrEnum]] = {
    "network.status": words.NetworkStatus,
    "stakeholder.kind": words.StakeholderKind,
    "stakeholder.sector": words.Sector,
    "stakeholder.role": words.StakeholderRole,
    "tie.relation": words.Relation,
    "tie.reported_by": words.TieReporter,
    "need.status": words.NeedStatus,
    "event.kind": words.EventKind,
    "micro_project.end_state": words.EndState,
    "micro_project.format": words.OrganisationalFormat,
    "micro_project.run_by": words.RunBy,
    "phase_change.from_phase": words.Phase,
    "phase_change.to_phase": words.Phase,
    "funding_source.instrument": words.Instrument,
    "funding_source.effort": words.Effort,
    "funding_source.paid": words.Payment,
    "funding_case.state": words.CaseState,
    "assessment.side": words.Side,
    "assessment.stage": words.Stage,
    "note.kind": words.NoteKind,
    "account.role": words.AccountRole,
    "account.language": words.Language,
    "account.theme": words.Theme,
}
PHASES = list(words.Phase)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINK_SCHEMES = {"http", "https"}
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTRY = re.compile(r"[A-Z]{2}")


def check_row(row: Any) -> None:
    """Raise the first Problem of one row: texts, codes, dates, numbers, then what its kind demands."""
    table: sa.Table = sa.inspect(type(row)).local_table
    for column, key, codes in _columns(table):
        value = getattr(row, key)
        _check_text(column, value)
        if codes is not None and value is not None and value not in codes:
            raise Problem("unknown_code", key, value=value, allowed=", ".join(codes))
    _check_days(row, table)
    for rule in RULES.get(type(row), ()):
        rule(row)


@cache
def _columns(table: sa.Table) -> list[tuple[sa.Column[Any], str, tuple[str, ...] | None]]:
    """Each column with its key and its codes, if it has any; thousands of rows are checked in one import."""
    found = [(column, column.key, CODES.get(f"{table.name}.{column.key}")) for column in table.columns]
    return [(column, key, None if codes is None else tuple(codes)) for column, key, codes in found]


@cache
def _vague_days(table: sa.Table) -> list[str]:
    return [column.key.removesuffix("_first") for column in table.columns if column.key.endswith("_first")]


def check_whole(session: Session, rows: Iterable[Any]) -> None:
    """Raise the first Problem that shows only across rows: the phases of a micro project form one unbroken chain."""
    projects = {row.micro_project_id for row in rows if isinstance(row, PhaseChange)}
    if not projects:
        return
    query = (
        sa.select(PhaseChange)
        .where(PhaseChange.micro_project_id.in_(projects), PhaseChange.trashed_by.is_(None))
        .order_by(PhaseChange.micro_project_id, PhaseChange.id)
    )
    phase: dict[int, str] = {}
    for change in session.scalars(query):
        if change.from_phase != phase.get(change.micro_project_id, words.Phase.UNKNOWN):
            raise Problem("broken_chain", "from_phase", phase=change.from_phase)
        phase[change.micro_project_id] = change.to_phase


def _check_text(column: sa.Column[Any], value: Any) -> None:
    if value is None and not column.nullable and column.default is None and column.key not in ("id", "network_id"):
        raise Problem("required", column.key)
    if not isinstance(value, str):
        return
    if not value.strip() and not column.nullable:
        raise Problem("required", column.key)
    limit = getattr(column.type, "length", None)
    if limit and len(value) > limit:
        raise Problem("too_long", column.key, limit=limit, length=len(value))
    if CONTROL.search(value):
        raise Problem("control_characters", column.key)


def _check_days(row: Any, table: sa.Table) -> None:
    for name in _vague_days(table):
        first, last = getattr(row, f"{name}_first"), getattr(row, f"{name}_last")
        if (first is None) != (last is None):
            raise Problem("half_a_date", f"{name}_first")
        if first is not None and first > last:
            raise Problem("date_order", f"{name}_first", first=first, last=last)
    for start, end in (("founded", "ended"), ("start", "end"), ("applied", "decided")):
        if f"{start}_first" in table.columns:
            _check_period(row, start, end)


def _check_period(row: Any, start: str, end: str) -> None:
    first: date | None = getattr(row, f"{start}_first")
    last: date | None = getattr(row, f"{end}_last")
    if first is not None and last is not None and last < first:
        raise Problem("ends_before_start", f"{end}_last", start=first, end=last)


def _groups(row: Network | MicroProject | Need) -> None:
    for code in row.target_groups or ():
        if code not in set(words.TargetGroup):
            raise Problem("unknown_code", "target_groups", value=code, allowed=", ".join(words.TargetGroup))


def _country(row: Any) -> None:
    if row.country is not None and not COUNTRY.fullmatch(row.country):
        raise Problem("country", "country", value=row.country)


def _time_zone(row: Network) -> None:
    if row.time_zone is None:
        return
    try:
        ZoneInfo(row.time_zone)
    except (LookupError, ValueError, OSError):
        raise Problem("time_zone", "time_zone", value=row.time_zone) from None


def _website(row: Stakeholder) -> None:
    if row.website is not None and _scheme(row.website.strip()) not in LINK_SCHEMES:
        raise Problem("website", "website", value=row.website)


def _scheme(address: str) -> str | None:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return None


def _between(*fields: str, low: int, high: int | None = None) -> Callable[[Any], None]:
    def rule(row: Any) -> None:
        for field in fields:
            value = getattr(row, field)
            if value is not None and (value < low or (high is not None and value > high)):
                raise Problem("out_of_range", field, value=value, low=low, high=high)

    return rule


def _two_ends(row: Tie) -> None:
    if row.from_id == row.to_id:
        raise Problem("tie_to_itself", "to_id")


def _became(row: Need) -> None:
    if row.micro_project_id is not None and row.status != words.NeedStatus.MICRO_PROJECT:
        raise Problem("need_status", "status")


def _forward_or_reason(row: PhaseChange) -> None:
    forward = PHASES.index(words.Phase(row.to_phase)) > PHASES.index(words.Phase(row.from_phase or words.Phase.UNKNOWN))
    if not forward and not (row.reason or "").strip():
        raise Problem("step_back_needs_reason", "reason")


def _currency(*amounts: str) -> Callable[[Any], None]:
    def rule(row: Any) -> None:
        if row.currency is not None and not CURRENCY.fullmatch(row.currency):
            raise Problem("currency_code", "currency", value=row.currency)
        if row.currency is None and any(getattr(row, amount) is not None for amount in amounts):
            raise Problem("currency_missing", "currency")

    return rule


def _amount_range(row: FundingSource) -> None:
    if row.amount_min_minor is not None and row.amount_max_minor is not None and row.amount_max_minor < row.amount_min_minor:
        raise Problem("amount_range", "amount_max_minor")


def _in_kind(row: FundingCase) -> None:
    if (row.in_kind_quantity is None) != (row.in_kind_unit is None):
        raise Problem("in_kind", "in_kind_unit")


def _one_subject(row: Assessment) -> None:
    if (row.micro_project_id is None) == (row.event_id is None):
        raise Problem("one_subject", "micro_project_id")


def _levels(row: Assessment) -> None:
    top = 7 if row.side == words.Side.USERS else 6
    if row.level_to == 7 and top == 6:
        raise Problem("level_seven", "level_to")
    if not 1 <= row.level_from <= row.level_to <= top:
        raise Problem("level_range", "level_from", top=top)


def _conflict(row: Note) -> None:
    if row.kind == words.NoteKind.CONFLICT and not row.other_value:
        raise Problem("conflict_value", "other_value")


def _account(row: Account) -> None:
    if not EMAIL.fullmatch(row.email) or row.email != row.email.lower():
        raise Problem("email", "email", value=row.email)
    if row.all_networks and row.role not in (words.AccountRole.COORDINATOR, words.AccountRole.LEADER):
        raise Problem("role_without_networks", "all_networks", role=row.role)


RULES: dict[type, tuple[Callable[[Any], None], ...]] = {
    Network: (_groups, _country, _time_zone),
    Stakeholder: (_country, _website),
    Tie: (_two_ends, _between("strength", "trust", "value", low=1, high=4)),
    Position: (_between("influence", low=0), _between("power", "interest", "wished_power", "wished_interest", low=1, high=4)),
    MicroProject: (_groups, _country, _between("jobs", low=0)),
    Need: (_groups, _between("participants", "votes", low=0), _became),
    Event: (_between("participants", low=0),),
    PhaseChange: (_forward_or_reason,),
    FundingSource: (
        _country,
        _currency("amount_min_minor", "amount_max_minor"),
        _between("amount_min_minor", "amount_max_minor", "paid_after_months", low=0),
        _amount_range,
    ),
    FundingCase: (_currency("applied_minor", "awarded_minor"), _between("applied_minor", "awarded_minor", low=0), _in_kind),
    Receipt: (_currency(), _between("amount_minor", low=1)),
    Assessment: (_one_subject, _levels, _between("judges", low=1)),
    Note: (_conflict,),
    Account: (_account,),
}
