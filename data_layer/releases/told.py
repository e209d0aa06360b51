"""Biographies in a release: what is public of a micro project, without a count of persons."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.funding import GIVEN
from data_layer.models import Event, FundingCase, FundingSource, MicroProject, Network, Note, PhaseChange, Receipt, Story, Voice
from data_layer.problem import Problem
from data_layer.releases.released import Moment, ToldProject
from data_layer.vocabulary import EndState, NoteKind

MOST_OFFERED = 500
# A number that is no year may count persons: what it stands in is left out.
NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
PROFILE = "profile"
KINDS = PHASE, EVENT, MONEY, END = "phase", "event", "money", "end"
NOT_AN_END = (EndState.OPEN, EndState.UNKNOWN)
# The fields that a release tells, by table; of what is said of their origin the weightiest counts.
TOLD_FIELDS: dict[type[Any], tuple[str, ...]] = {
    PhaseChange: ("to_phase", "day_first"),
    Event: ("title", "day_first", "place"),
    FundingCase: ("state", "awarded_minor", "decided_first"),
    MicroProject: ("end_state", "ended_first"),
    Story: ("story",),
    Voice: ("words",),
}
WEIGHT = (NoteKind.INVENTED, NoteKind.CONFLICT, NoteKind.READING)


@dataclass(frozen=True, slots=True)
class OfferedProject:
    """A micro project whose biography can be told."""

    id: int
    name: str
    network_id: int
    network: str


def offered_projects(session: Session, network_ids: Collection[int]) -> list[OfferedProject]:
    """Those of these LENs, by LEN and name; one more than MOST_OFFERED where there are more. One statement."""
    query = (
        sa.select(MicroProject.id, MicroProject.name, MicroProject.network_id, Network.name)
        .join(Network, Network.id == MicroProject.network_id)
        .where(MicroProject.network_id.in_(network_ids), MicroProject.trashed_by.is_(None))
        .order_by(Network.name, MicroProject.name, MicroProject.id)
        .limit(MOST_OFFERED + 1)
    )
    return [OfferedProject(*row) for row in session.execute(query)]


def told_of(rows: Iterable[Any], project_ids: Collection[int]) -> tuple[ToldProject, ...]:
    """The biographies of micro projects as a release tells them, by name, from the rows of `told_parts`; other rows are left alone.

    Problem("project_not_offered", "told") where one of them is not in these LENs, or is not for this session to see.
    """
    moments: dict[int, list[Moment]] = defaultdict(list)
    profiles = []
    for row in rows:
        if row.kind == PROFILE:
            profiles.append(row)
        elif row.kind in KINDS:
            moments[row.project_id].append(_moment(row))
    if len(profiles) != len(set(project_ids)):
        raise Problem("project_not_offered", "told")
    return tuple(_told(row, moments[row.project_id]) for row in sorted(profiles, key=lambda row: (row.words, row.id)))


def as_one(parts: Sequence[sa.Select[Any]]) -> sa.CompoundSelect[*tuple[Any, ...]]:
    """Parts made by `part` as one statement, each kind in the order in which it was recorded."""
    return sa.union_all(*parts).order_by("kind", "id")


def without_counts(text: str | None) -> str | None:
    """A text without those of its sentences in which a number stands that is no year; None where nothing is left."""
    kept = [sentence for sentence in SENTENCE.split(text or "") if sentence.strip() and not NUMBER.search(sentence)]
    return " ".join(kept) or None


def _told(row: Any, moments: list[Moment]) -> ToldProject:
    """Undated moments come last: their place is not known."""
    return ToldProject(
        micro_project_id=row.id,
        name=row.words,
        place=row.place,
        country=row.country,
        for_whom=without_counts(row.source),
        description=without_counts(row.more),
        moments=tuple(sorted(moments, key=lambda moment: (moment.day[0] or date.max, moment.day[1] or date.max))),
    )


def _moment(row: Any) -> Moment:
    """What may count persons is left out; the kind of an event says then what it was."""
    title, place = without_counts(row.words) or "", without_counts(row.place)
    day = row.first, row.last
    return Moment(row.kind, day, title, row.source, row.code, place, row.amount, row.currency, row.remark)


def told_parts(project_ids: Collection[int], network_ids: Collection[int]) -> list[sa.Select[Any]]:
    """What these micro projects of these LENs are, and their moments. Of a profile `source` says for whom it is, `more` describes it."""
    amount = sa.func.coalesce(FundingCase.awarded_minor, _arrived())
    ended = {"first": MicroProject.ended_first, "last": MicroProject.ended_last}
    decided = {"first": FundingCase.decided_first, "last": FundingCase.decided_last}
    about = {"source": MicroProject.for_whom, "more": MicroProject.description}
    where = {"place": MicroProject.place, "country": MicroProject.country}
    given = part(
        FundingCase, MONEY, **decided, words=FundingSource.funder, code=FundingCase.state, amount=amount, currency=FundingCase.currency
    )
    sourced = FundingCase.state.in_(GIVEN), FundingCase.source.is_not(None), FundingCase.source != ""
    ends = part(MicroProject, END, project_id=MicroProject.id, **ended, code=MicroProject.end_state)
    parts: list[tuple[sa.Select[Any], Any]] = [
        (part(MicroProject, PROFILE, project_id=MicroProject.id, words=MicroProject.name, **about, **where), MicroProject),
        (part(PhaseChange, PHASE, **_days(PhaseChange), code=PhaseChange.to_phase), PhaseChange),
        (part(Event, EVENT, **_days(Event), words=Event.title, code=Event.kind, place=Event.place), Event),
        (given.join(FundingSource, FundingSource.id == FundingCase.funding_source_id).where(*sourced), FundingCase),
        (ends.where(MicroProject.end_state.not_in(NOT_AN_END)), MicroProject),
    ]
    return [
        query.where(model.network_id.in_(network_ids), (model.id if model is MicroProject else model.micro_project_id).in_(project_ids))
        for query, model in parts
    ]


def part(model: Any, kind: str, **columns: Any) -> sa.Select[Any]:
    """The live rows of one kind with the columns that all parts have; what is not given is empty. `amount` is in minor units."""
    day, text = sa.cast(sa.null(), sa.Date), sa.cast(sa.null(), sa.String)
    given: dict[str, Any] = {
        "project_id": model.micro_project_id if hasattr(model, "micro_project_id") else None,
        "first": day,
        "last": day,
        "words": sa.literal(""),
        "source": model.source,
        "more": text,
        "code": text,
        "place": text,
        "country": text,
        "amount": sa.cast(sa.null(), sa.BigInteger),
        "currency": text,
        "remark": _remark(model),
        **columns,
    }
    named = (sa.type_coerce(column, column.type).label(name) for name, column in given.items())
    return sa.select(sa.literal(kind).label("kind"), model.id.label("id"), *named).where(model.trashed_by.is_(None))


def _days(model: Any) -> dict[str, Any]:
    return {"first": model.day_first, "last": model.day_last}


def _arrived() -> Any:
    """What arrived of a funding case, as far as a source says so."""
    return (
        sa.select(sa.cast(sa.func.sum(Receipt.amount_minor), sa.BigInteger))
        .where(Receipt.funding_case_id == FundingCase.id, Receipt.source.is_not(None), Receipt.trashed_by.is_(None))
        .correlate(FundingCase)
        .scalar_subquery()
    )


def _remark(model: Any) -> sa.ColumnElement[str | None]:
    """The weightiest thing that is said of the origin of what is told of a row."""
    about = Note.table_name == model.__tablename__, Note.row_id == model.id, Note.field.in_(TOLD_FIELDS[model]), Note.trashed_by.is_(None)
    return sa.case(*((sa.exists().where(*about, Note.kind == kind).correlate(model), sa.literal(str(kind))) for kind in WEIGHT))
