"""What a closed reporting period keeps: nothing that is counted of it is added, changed, moved, put into the trash or brought back.

A vague date that touches the period is dated in it. Words that no report counts can still be mended.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import (
    FundingCase,
    Handover,
    MicroProject,
    Network,
    PeopleReached,
    Pilot,
    PilotPoint,
    PilotStep,
    Position,
    Readiness,
    Receipt,
    ReportingPeriod,
    Review,
    Stakeholder,
    Story,
    Voice,
)
from data_layer.problem import Problem
from data_layer.scope import DATED
from data_layer.snapshot import kept_values, snapshot

# The sample comes and goes as a whole, and what it says is nobody's report.
OF_THE_SAMPLE = ("sample.load", "sample.remove")
# What happened at some time: the row is kept but for its words.
HAPPENED: dict[type[Any], tuple[str, ...]] = dict(DATED) | dict.fromkeys(
    (Handover, PeopleReached, PilotPoint, Position, Readiness, Review, Story), ("day",)
)
# What lives through many periods: of such rows the dates are kept, and what they date.
LIVES: dict[type[Any], dict[str, tuple[str, ...]]] = {
    MicroProject: {"run_since": ("run_by",), "ended": ("end_state",)},
    Network: {"founded": (), "ended": ()},
    Pilot: {"start": (), "end": ()},
    PilotStep: {"start": (), "end": ("state",)},
    Stakeholder: {"start": (), "end": ()},
}
# Of what happened these are words of ours: a slip in them can be mended, for they change no figure. What people said stays as it was said.
WORDS = frozenset(
    {"title", "place", "outcome", "reason", "method", "evidence", "agreed", "what", "what_for", "remark", "question", "mapped_by"}
    | {"who", "first", "second", "third", "fourth", "matters", "chosen_by", "chosen_why", "source"}
)
# Whether an amount is public decides about its being shown.
COUNTED_WORDS: dict[type[Any], frozenset[str]] = dict.fromkeys((Receipt, FundingCase), frozenset({"source"}))
# Whoever agreed may take that back on any day, and at once.
NEVER_KEPT: dict[type[Any], frozenset[str]] = {
    model: frozenset({"consent", "consent_text", "consent_day", "withdrawn_day"}) for model in (Story, Voice)
}


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed period."""

    name: str
    first: date
    last: date


class KeptPeriods:
    """Looks after the closed periods in one action. One statement at the first row that has a date, none without."""

    def __init__(self, session: Session, kind: str) -> None:
        self._session = session
        self._closed: Sequence[Closed] | None = () if kind in OF_THE_SAMPLE else None

    def load(self) -> None:
        """Read the closed periods now, for rows that are looked at without the database. One statement."""
        self._periods()

    def check(self, row: Any, before: Mapping[str, Any] | None) -> None:
        """Raise "period_closed" where this change of a row lies in a closed period; `before`: its snapshot, None for a new row."""
        model = type(row)
        names = HAPPENED.get(model) or tuple(LIVES.get(model, ()))
        for name, first, last in (found for each in names for found in _days(row, before, each)):
            for period in self._periods():
                if first <= period.last and last >= period.first and _is_kept(row, before, name):
                    raise Problem("period_closed", f"{name}_first", period=period.name)

    def _periods(self) -> Sequence[Closed]:
        if self._closed is None:
            columns = ReportingPeriod.name, ReportingPeriod.first, ReportingPeriod.last
            live = sa.and_(ReportingPeriod.closed, ReportingPeriod.trashed_by.is_(None))
            # The change that is looked at waits to be written: it is not yet known whether it may.
            with self._session.no_autoflush:
                found = self._session.execute(sa.select(*columns).where(live).order_by(ReportingPeriod.first, ReportingPeriod.id))
                self._closed = [Closed(*each) for each in found]
        return self._closed


def _days(row: Any, before: Mapping[str, Any] | None, name: str) -> Iterator[tuple[str, date, date]]:
    """The name, first and last day of this vague date of a row, now and before, where it is known."""
    columns = f"{name}_first", f"{name}_last"
    known = [tuple(getattr(row, column) for column in columns)]
    if before is not None:
        known.append(kept_values(type(row), columns, before))
    for first, last in known:
        if first is not None and last is not None:
            yield name, first, last


def _is_kept(row: Any, before: Mapping[str, Any] | None, name: str) -> bool:
    """Whether the change touches what is kept of the row for the sake of this date."""
    if before is None:
        return True
    now, model = snapshot(row), type(row)
    if model in LIVES:
        kept = {f"{name}_first", f"{name}_last", "trashed_by", *LIVES[model][name]}
    else:
        kept = now.keys() - NEVER_KEPT.get(model, frozenset()) - (WORDS - COUNTED_WORDS.get(model, frozenset()))
    return any(now[column] != before.get(column) for column in kept)
