"""All that is recorded of one micro project."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.models import Assessment, Event, FundingCase, FundingSource, MicroProject, Network, Receipt, Stakeholder, Tie
from data_layer.note import FieldNote, field_notes
from data_layer.problem import NotFound
from data_layer.projects.event import EventLine, events_of
from data_layer.projects.line import columns_for
from data_layer.projects.need import NeedLine, needs_of
from data_layer.projects.phase import PhaseStep, phase_steps_of
from data_layer.vocabulary import NoteKind


@dataclass(frozen=True, slots=True)
class Profile:
    """What the micro project is; None is unknown, codes are those of `data_layer.vocabulary`. `jobs` counts persons."""

    id: int
    name: str
    network_id: int
    network: str
    time_zone: str | None
    place: str | None
    country: str | None
    target_groups: tuple[str, ...]
    for_whom: str | None
    description: str | None
    became: str | None
    end_state: str
    format: str
    run_by: str
    jobs: int | None
    accelerated: bool | None
    source: str | None
    group_id: int | None
    group: str | None
    group_sector: str | None


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie."""

    id: int
    name: str
    sector: str | None


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie, `directed` from `start` to `end`; it began between `day_first` and `day_last`. `came_out`: of this very micro project."""

    id: int
    start: End
    end: End
    relation: str
    directed: bool
    what: str | None
    day_first: date | None
    day_last: date | None
    end_first: date | None
    end_last: date | None
    confirmed: bool
    reported_by: str | None
    event: str | None
    source: str | None
    came_out: bool


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """Money that arrived, in minor units of a currency, on a day between first and last."""

    id: int
    case_id: int
    amount_minor: int
    currency: str
    day_first: date | None
    day_last: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One funding case; amounts in minor units of its currency, None is unknown. In-kind help is quantity and unit."""

    id: int
    funder: str
    source_name: str | None
    instrument: str
    what_for: str | None
    state: str
    currency: str | None
    applied_minor: int | None
    awarded_minor: int | None
    applied_first: date | None
    applied_last: date | None
    decided_first: date | None
    decided_last: date | None
    in_kind_quantity: int | None
    in_kind_unit: str | None
    regrant: bool
    before_sempre: bool
    source: str | None
    receipts: tuple[ReceiptLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading of a side: a step from `low` to `high`, when, and on what it rests. `judges` counts persons."""

    id: int
    side: str
    stage: str
    low: int
    high: int
    judges: int | None
    method: str | None
    evidence: str | None
    agreed: str | None
    day_first: date | None
    day_last: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Biography:
    """One micro project with all its rows.

    `ties` are those of the group behind it, `grown` further ties that came out of it or its events; `notes` stand under (table, id).
    `twin` is what may be the same group under another name; its id is None where no stakeholder of that name is recorded.
    """

    profile: Profile
    steps: tuple[PhaseStep, ...]
    needs: tuple[NeedLine, ...]
    events: tuple[EventLine, ...]
    ties: tuple[TieLine, ...]
    grown: tuple[TieLine, ...]
    cases: tuple[CaseLine, ...]
    readings: tuple[ReadingLine, ...]
    notes: Mapping[tuple[str, int], Sequence[FieldNote]]
    twin: tuple[str, int | None, FieldNote] | None = None


def biography(session: Session, micro_project_id: int) -> Biography:
    """All that the session sees of one micro project; NotFound where it sees none. At most 9 statements."""
    profile = _profile(session, micro_project_id)
    steps = phase_steps_of(session, micro_project_id)
    needs = needs_of(session, micro_project_id)
    events = events_of(session, micro_project_id)
    ties = _ties(session, profile)
    cases = _cases(session, micro_project_id)
    readings = _readings(session, micro_project_id)
    notes = field_notes(
        session,
        micro_project=[micro_project_id],
        stakeholder=[profile.group_id] if profile.group_id else [],
        phase_change=[step.id for step in steps],
        need=[need.id for need in needs],
        event=[event.id for event in events],
        tie=[tie.id for tie in ties],
        funding_case=[case.id for case in cases],
        assessment=[reading.id for reading in readings],
    )
    return Biography(
        profile,
        tuple(steps),
        tuple(needs),
        tuple(events),
        tuple(tie for tie in ties if profile.group_id in (tie.start.id, tie.end.id)),
        tuple(tie for tie in ties if profile.group_id not in (tie.start.id, tie.end.id)),
        tuple(cases),
        tuple(readings),
        _by_row(notes),
        _twin(session, profile, notes),
    )


def _by_row(notes: Sequence[FieldNote]) -> dict[tuple[str, int], list[FieldNote]]:
    found: dict[tuple[str, int], list[FieldNote]] = {}
    for note in notes:
        found.setdefault((note.table_name, note.row_id), []).append(note)
    return found


def _profile(session: Session, micro_project_id: int) -> Profile:
    others = {"network": Network.name, "time_zone": Network.time_zone, "group": Stakeholder.name, "group_sector": Stakeholder.sector}
    query = (
        sa.select(*columns_for(Profile, MicroProject, **others))
        .join(Network, Network.id == MicroProject.network_id)
        .outerjoin(Stakeholder, Stakeholder.id == MicroProject.group_id)
        .where(MicroProject.id == micro_project_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFound("MicroProject")
    return Profile(*row)


def _ties(session: Session, profile: Profile) -> list[TieLine]:
    start, end = aliased(Stakeholder), aliased(Stakeholder)
    of_group = sa.or_(Tie.from_id == profile.group_id, Tie.to_id == profile.group_id) if profile.group_id else sa.false()
    grown = sa.or_(Tie.micro_project_id == profile.id, sa.and_(Event.id.is_not(None), Event.micro_project_id == profile.id))
    came_out = sa.case((grown, sa.true()), else_=sa.false())
    days = {"day_first": Tie.start_first, "day_last": Tie.start_last}
    others = {"start": start.id, "end": end.id, **days, "event": Event.title, "came_out": sa.cast(came_out, sa.Boolean)}
    query = (
        sa.select(*columns_for(TieLine, Tie, **others), *columns_for(End, start), *columns_for(End, end))
        .join(start, start.id == Tie.from_id)
        .join(end, end.id == Tie.to_id)
        .outerjoin(Event, Event.id == Tie.event_id)
        .where(Tie.network_id == profile.network_id, sa.or_(of_group, grown))
        .order_by(start.name, end.name, Tie.start_first.asc().nulls_last(), Tie.id)
    )
    lines = [(TieLine(*row[:-6]), End(*row[-6:-3]), End(*row[-3:])) for row in session.execute(query)]
    return [replace(line, start=start_, end=end_) for line, start_, end_ in lines]


def _cases(session: Session, micro_project_id: int) -> list[CaseLine]:
    others = {"funder": FundingSource.funder, "source_name": FundingSource.name, "instrument": FundingSource.instrument}
    of_case, of_receipt = columns_for(CaseLine, FundingCase, **others), columns_for(ReceiptLine, Receipt, case_id=Receipt.funding_case_id)
    query = (
        sa.select(*of_case, *of_receipt)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .outerjoin(Receipt, Receipt.funding_case_id == FundingCase.id)
        .where(FundingCase.micro_project_id == micro_project_id)
        .order_by(FundingSource.funder, FundingCase.id, Receipt.day_first.asc().nulls_last(), Receipt.id)
    )
    receipts: dict[CaseLine, list[ReceiptLine]] = {}
    for row in session.execute(query):
        case, receipt = row[: len(of_case)], row[len(of_case) :]
        receipts.setdefault(CaseLine(*case), []).extend([ReceiptLine(*receipt)] if receipt[0] is not None else [])
    return [replace(line, receipts=tuple(found)) for line, found in receipts.items()]


def _readings(session: Session, micro_project_id: int) -> list[ReadingLine]:
    query = (
        sa.select(*columns_for(ReadingLine, Assessment, low=Assessment.level_from, high=Assessment.level_to))
        .where(Assessment.micro_project_id == micro_project_id)
        .order_by(Assessment.day_last.desc().nulls_last(), Assessment.day_first.desc(), Assessment.stage, Assessment.side, Assessment.id)
    )
    return [ReadingLine(*row) for row in session.execute(query)]


def _twin(session: Session, profile: Profile, notes: Sequence[FieldNote]) -> tuple[str, int | None, FieldNote] | None:
    """Another name under which the group may be recorded, from the note on its `body_id`."""
    for note in notes:
        if (note.table_name, note.field, note.kind) == ("stakeholder", "body_id", NoteKind.READING) and note.other_value:
            named = sa.select(Stakeholder.id).where(Stakeholder.network_id == profile.network_id, Stakeholder.name == note.other_value)
            return note.other_value, session.scalars(named).one_or_none(), note
    return None
