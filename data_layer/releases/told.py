"""Biographies in a release: what is public of a micro project, without a count of persons."""

import re
from collections import defaultdict
from collections.abc import Collection
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
# The fields that a biography tells, by table; of what is said of their origin the weightiest counts.
TOLD_FIELDS: dict[type[Any], tuple[str, ...]] = {
    PhaseChange: ("to_phase", "day_first"),
    Event: ("title", "day_first", "place"),
    FundingCase: ("state", "awarded_minor", "decided_first"),
    MicroProject: ("end_state", "ended_first"),
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


def told_projects(session: Session, project_ids: Collection[int], network_ids: Collection[int]) -> tuple[ToldProject, ...]:
    """The biographies of these micro projects as a release tells them, by name. At most two statements, however many they are.

    Problem("project_not_offered", "told") where one of them is not in these LENs, or is not for this session to see.
    """
    wanted = set(project_ids)
    if not wanted:
        return ()
    own = MicroProject.id.in_(wanted), MicroProject.network_id.in_(network_ids), MicroProject.trashed_by.is_(None)
    projects = session.scalars(sa.select(MicroProject).where(*own).order_by(MicroProject.name, MicroProject.id)).all()
    if len(projects) != len(wanted):
        raise Problem("project_not_offered", "told")
    moments = defaultdict(list)
    for row in session.execute(_moments(wanted)):
        moments[row.project_id].append(_moment(row))
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


def _moment(row: Any) -> Moment:
    """What may count persons is left out; the kind of an event says then what it was."""
    title, place = without_counts(row.words) or "", without_counts(row.place)
    day = row.first, row.last
    return Moment(row.kind, day, title, row.source, row.code, place, row.amount, row.currency, row.remark)


def _moments(project_ids: Collection[int]) -> sa.CompoundSelect[*tuple[Any, ...]]:
    """The moments of these micro projects, those of one day in the order in which they were recorded."""
    nowhere, nothing = sa.type_coerce(sa.null(), sa.String), sa.cast(sa.null(), sa.BigInteger)
    money = FundingCase.state.in_(GIVEN), FundingCase.source.is_not(None), FundingCase.source != ""
    amount = sa.func.coalesce(FundingCase.awarded_minor, _arrived())
    steps = _part(PhaseChange, PHASE, "day", sa.literal(""), PhaseChange.to_phase, nowhere, nothing, nowhere)
    events = _part(Event, EVENT, "day", Event.title, Event.kind, Event.place, nothing, nowhere)
    given = _part(FundingCase, MONEY, "decided", FundingSource.funder, FundingCase.state, nowhere, amount, FundingCase.currency)
    ends = _part(MicroProject, END, "ended", sa.literal(""), MicroProject.end_state, nowhere, nothing, nowhere)
    parts = (
        steps.where(PhaseChange.micro_project_id.in_(project_ids)),
        events.where(Event.micro_project_id.in_(project_ids)),
        given.join(FundingSource, FundingSource.id == FundingCase.funding_source_id).where(
            FundingCase.micro_project_id.in_(project_ids), *money
        ),
        ends.where(MicroProject.id.in_(project_ids), MicroProject.end_state.not_in(NOT_AN_END)),
    )
    return sa.union_all(*parts).order_by("kind", "id")


def _part(model: Any, kind: str, day: str, words: Any, code: Any, place: Any, amount: Any, currency: Any) -> sa.Select[Any]:
    """The rows of one kind: `amount` in minor units, `day` the name of their vague date."""
    return sa.select(
        sa.literal(kind).label("kind"),
        model.id.label("id"),
        (model.id if model is MicroProject else model.micro_project_id).label("project_id"),
        getattr(model, f"{day}_first").label("first"),
        getattr(model, f"{day}_last").label("last"),
        sa.type_coerce(words, sa.String).label("words"),
        model.source.label("source"),
        code.label("code"),
        place.label("place"),
        amount.label("amount"),
        currency.label("currency"),
        _remark(model).label("remark"),
    ).where(model.trashed_by.is_(None))


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
