"""Biographies in a release: what is public of a micro project, without a count of persons."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.funding import GIVEN
from data_layer.models import Event, FundingCase, FundingSource, MicroProject, Network, Note, PhaseChange, Receipt
from data_layer.problem import Problem
from data_layer.releases.released import Moment, ToldProject
from data_layer.vocabulary import EndState, NoteKind

MOST_OFFERED = 200
# A number that is no year may count persons: what it stands in is left out.
NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
PHASE, EVENT, MONEY, END = "phase", "event", "money", "end"
NOT_AN_END = (EndState.OPEN, EndState.UNKNOWN)
# The fields of each table that a biography tells, and what is said of their origin: the weightiest last.
TOLD_FIELDS = {
    "phase_change": ("to_phase", "day_first"),
    "event": ("title", "day_first", "place"),
    "funding_case": ("state", "awarded_minor", "decided_first"),
    "micro_project": ("end_state", "ended_first"),
}
WEIGHT = (NoteKind.READING, NoteKind.CONFLICT, NoteKind.INVENTED)

Remarks = Mapping[tuple[str, int], str]


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


def told_projects(session: Session, project_ids: Collection[int], network_ids: Collection[int]) -> tuple[ToldProject, ...]:
    """The biographies of these micro projects as a release tells them, by name. At most five statements, however many they are.

    Problem("project_not_offered", "told") where one of them is not in these LENs, or is not for this session to see.
    """
    wanted = set(project_ids)
    if not wanted:
        return ()
    own = MicroProject.id.in_(wanted), MicroProject.network_id.in_(network_ids), MicroProject.trashed_by.is_(None)
    projects = session.scalars(sa.select(MicroProject).where(*own).order_by(MicroProject.name, MicroProject.id)).all()
    if len(projects) != len(wanted):
        raise Problem("project_not_offered", "told")
    steps = _rows(session, PhaseChange, wanted)
    events = _rows(session, Event, wanted)
    cases = _cases(session, wanted)
    told: dict[str, Iterable[int]] = {
        "micro_project": wanted,
        "phase_change": [step.id for step in steps],
        "event": [event.id for event in events],
        "funding_case": [case.id for case, *_rest in cases],
    }
    moments = defaultdict(list)
    for project_id, moment in _moments(projects, steps, events, cases, _remarks(session, told)):
        moments[project_id].append(moment)
    return tuple(_told(project, moments[project.id]) for project in projects)


def without_counts(text: str | None) -> str | None:
    """A text without those of its sentences in which a number stands that is no year; None where nothing is left."""
    kept = [sentence for sentence in SENTENCE.split(text or "") if sentence.strip() and not NUMBER.search(sentence)]
    return " ".join(kept) or None


def _told(project: MicroProject, moments: list[Moment]) -> ToldProject:
    """Undated moments come last: their place is not known."""
    return ToldProject(
        micro_project_id=project.id,
        name=project.name,
        place=project.place,
        country=project.country,
        for_whom=without_counts(project.for_whom),
        description=without_counts(project.description),
        moments=tuple(sorted(moments, key=lambda moment: (moment.day[0] or date.max, moment.day[1] or date.max))),
    )


def _moments(
    projects: Iterable[MicroProject], steps: Iterable[PhaseChange], events: Iterable[Event], cases: Iterable[Any], remarks: Remarks
) -> Iterator[tuple[int, Moment]]:
    """Each moment with the id of its micro project."""
    for step in steps:
        remark = remarks.get((PhaseChange.__tablename__, step.id))
        yield step.micro_project_id, Moment(PHASE, _day(step), "", step.source, code=step.to_phase, remark=remark)
    for event in events:
        place, remark = without_counts(event.place), remarks.get((Event.__tablename__, event.id))
        title = without_counts(event.title) or ""
        assert event.micro_project_id is not None
        yield event.micro_project_id, Moment(EVENT, _day(event), title, event.source, code=event.kind, place=place, remark=remark)
    for case, funder, received in cases:
        yield case.micro_project_id, _money(case, funder, received, remarks.get((FundingCase.__tablename__, case.id)))
    for project in projects:
        if project.end_state not in NOT_AN_END:
            remark = remarks.get((MicroProject.__tablename__, project.id))
            ended = project.ended_first, project.ended_last
            yield project.id, Moment(END, ended, "", project.source, code=project.end_state, remark=remark)


def _money(case: FundingCase, funder: str, received: int | None, remark: str | None) -> Moment:
    amount = received if case.awarded_minor is None else case.awarded_minor
    decided = case.decided_first, case.decided_last
    return Moment(MONEY, decided, funder, case.source, code=case.state, amount=amount, currency=case.currency, remark=remark)


def _day(row: Any) -> tuple[date | None, date | None]:
    return row.day_first, row.day_last


def _rows(session: Session, model: Any, project_ids: Collection[int]) -> Sequence[Any]:
    query = sa.select(model).where(model.micro_project_id.in_(project_ids), model.trashed_by.is_(None))
    return session.scalars(query.order_by(model.id)).all()


def _cases(session: Session, project_ids: Collection[int]) -> Sequence[Any]:
    """What was given by a source that can be named: case, funder, and what arrived (minor units)."""
    arrived = (
        sa.select(sa.cast(sa.func.sum(Receipt.amount_minor), sa.BigInteger))
        .where(Receipt.funding_case_id == FundingCase.id, Receipt.source.is_not(None), Receipt.trashed_by.is_(None))
        .correlate(FundingCase)
        .scalar_subquery()
    )
    query = (
        sa.select(FundingCase, FundingSource.funder, arrived)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .where(FundingCase.micro_project_id.in_(project_ids), FundingCase.trashed_by.is_(None))
        .where(FundingCase.state.in_(GIVEN), FundingCase.source.is_not(None), FundingCase.source != "")
        .order_by(FundingCase.id)
    )
    return session.execute(query).all()


def _remarks(session: Session, told: Mapping[str, Iterable[int]]) -> Remarks:
    """Table and id -> the weightiest thing that is said of the origin of what is told."""
    about = [
        sa.and_(Note.table_name == table, Note.field.in_(TOLD_FIELDS[table]), Note.row_id.in_(list(ids))) for table, ids in told.items()
    ]
    query = sa.select(Note.table_name, Note.row_id, Note.kind).where(sa.or_(*about), Note.kind.in_(WEIGHT), Note.trashed_by.is_(None))
    notes = sorted(session.execute(query), key=lambda note: WEIGHT.index(NoteKind(note.kind)))
    return {(note.table_name, note.row_id): note.kind for note in notes}
