"""What a row must be like, said as a `Problem`; the database holds the same rules as constraints."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from data_layer.codes import codes_of
from data_layer.models import (
    Account,
    Assessment,
    Coding,
    Decision,
    Event,
    EventGuest,
    FundingCase,
    FundingSource,
    Indicator,
    MicroProject,
    Need,
    Network,
    Note,
    Observation,
    PeopleReached,
    PhaseChange,
    PilotStep,
    PilotTask,
    Position,
    Readiness,
    Receipt,
    Review,
    Stakeholder,
    Story,
    Survey,
    Tie,
    Voice,
)
from data_layer.problem import Problem
from data_layer.row_rules import (
    account,
    amount_range,
    became,
    between,
    conflict,
    country,
    currency,
    forward_or_reason,
    in_kind,
    levels,
    time_zone,
    two_ends,
    website,
)
from data_layer.work_rules import (
    another_network,
    consent,
    indicator,
    nobody_named,
    observation,
    one_subject,
    one_theme,
    step,
    taken_up,
    task,
)

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def check_row(row: Any) -> None:
    """Raise the first Problem of one row: texts, codes, dates, numbers, then what its kind demands."""
    table: sa.Table = sa.inspect(type(row)).local_table
    for column, key, codes in _columns(table):
        value = getattr(row, key)
        _check_text(column, value)
        _check_codes(key, value, codes)
    _check_days(row, table)
    for rule in RULES.get(type(row), ()):
        rule(row)


@cache
def _columns(table: sa.Table) -> list[tuple[sa.Column[Any], str, tuple[str, ...] | None]]:
    """Each column with its key and its codes, if it has any; thousands of rows are checked in one import."""
    found = [(column, column.key, codes_of(column)) for column in table.columns]
    return [(column, key, None if codes is None else tuple(codes)) for column, key, codes in found]


@cache
def _vague_days(table: sa.Table) -> list[str]:
    return [column.key.removesuffix("_first") for column in table.columns if column.key.endswith("_first")]


def _check_codes(key: str, value: Any, codes: tuple[str, ...] | None) -> None:
    """One code of a vocabulary, or a set of them."""
    if codes is None or value is None:
        return
    for code in [value] if isinstance(value, str) else value:
        if code not in codes:
            raise Problem("unknown_code", key, value=code, allowed=", ".join(codes))


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


RULES: dict[type, tuple[Callable[[Any], None], ...]] = {
    Network: (country, time_zone),
    Stakeholder: (country, website),
    Tie: (two_ends, between("strength", "trust", "value", low=1, high=4)),
    Position: (between("influence", low=0), between("power", "interest", "wished_power", "wished_interest", low=1, high=4)),
    MicroProject: (
        country,
        currency("monthly_cost_minor", "in_hand_minor", "needed_minor"),
        between("jobs", "monthly_cost_minor", "in_hand_minor", "needed_minor", low=0),
    ),
    Need: (between("participants", "votes", low=0), became, taken_up),
    Event: (between("participants", low=0),),
    PhaseChange: (forward_or_reason,),
    FundingSource: (
        country,
        currency("amount_min_minor", "amount_max_minor"),
        between("amount_min_minor", "amount_max_minor", "paid_after_months", low=0),
        amount_range,
    ),
    FundingCase: (currency("applied_minor", "awarded_minor"), between("applied_minor", "awarded_minor", low=0), in_kind),
    Receipt: (currency(), between("amount_minor", low=1)),
    Assessment: (one_subject("micro_project_id", "event_id", "pilot_id"), levels, between("judges", low=1)),
    Note: (conflict,),
    Account: (account,),
    EventGuest: (another_network,),
    Readiness: (between("step", low=1, high=4),),
    PeopleReached: (between("persons", low=0),),
    Survey: (one_subject("micro_project_id", "event_id"), between("slips", low=0, high=500)),
    Voice: (consent, nobody_named("words")),
    Coding: (one_theme,),
    Indicator: (indicator,),
    Observation: (observation,),
    PilotStep: (step,),
    PilotTask: (task,),
    Review: (one_subject("pilot_id", "micro_project_id"),),
    Story: (one_subject("pilot_id", "micro_project_id"), consent, nobody_named("story")),
    Decision: (one_subject("review_id", "story_id"),),
}
