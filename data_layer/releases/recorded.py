"""What is recorded in chosen networks at the level of organisations: the networks, their micro projects, and what these were given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.analysis.outcome import MoneyFact, NetworkFact, ProjectFact, release_tables
from data_layer.funding import GIVEN
from data_layer.models import FundingCase, FundingSource, MicroProject, Network, Note, PhaseChange, Receipt
from data_layer.releases.released import MoneyLine, NetworkLine, ReleasedTables, Remark, Stated
from data_layer.vocabulary import Instrument, NetworkStatus, NoteKind, Phase

# Table and field of a note, and what the field is called in the release.
NOTED = {("phase_change", "to_phase"): "phase", ("micro_project", "format"): "format", ("micro_project", "end_state"): "end_state"}

Notes = Mapping[tuple[str, int], Sequence[Note]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """Money that arrived: minor units, the last day on which it may have been, where that is stated."""

    amount: int
    day: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """A case in which something was given, with what arrived; `case` and `source` are rows of the query."""

    case: Any
    arrived: tuple[Arrived, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """All of it. `phases` has the phase in which each micro project (id) stands; one without a step is missing."""

    networks: Sequence[Network]
    projects: Sequence[MicroProject]
    phases: Mapping[int, tuple[int, str]]
    given: Sequence[Given]
    notes: Notes

    def phase(self, project_id: int) -> str:
        """The code of the phase."""
        return self.phases[project_id][1] if project_id in self.phases else Phase.UNKNOWN.value


def recorded(session: Session, networks: Sequence[Network]) -> Recorded:
    """What stands in these networks, as far as the session sees it. Three statements."""
    ids = [network.id for network in networks]
    projects, phases = _projects(session, ids)
    return Recorded(networks, projects, phases, _given(session, ids), _notes(session, ids))


def organisation_tables(found: Recorded, *, stated: Sequence[Stated] = ()) -> ReleasedTables:
    """The tables that every release has."""
    projects = [_project(row, found) for row in found.projects]
    money = [MoneyFact(each.case.micro_project_id, _money_line(each, found.notes)) for each in found.given]
    return release_tables([_network(row) for row in found.networks], projects, money, stated=stated)


def live(model: Any, ids: Sequence[int]) -> sa.ColumnElement[bool]:
    """Criterion: rows of these networks that are not in the trash, also for a session that sees everything."""
    return sa.and_(model.network_id.in_(ids), model.trashed_by.is_(None))


def _network(row: Network) -> NetworkFact:
    line = NetworkLine(row.name, row.country, row.for_whom, row.target_groups)
    return NetworkFact(line, is_len=row.status == NetworkStatus.LEN, founded=row.founded_first is not None)


def _projects(session: Session, ids: Sequence[int]) -> tuple[list[MicroProject], dict[int, tuple[int, str]]]:
    last = sa.select(sa.func.max(PhaseChange.id)).where(live(PhaseChange, ids)).group_by(PhaseChange.micro_project_id)
    query = (
        sa.select(MicroProject, PhaseChange.id, PhaseChange.to_phase)
        .outerjoin(PhaseChange, sa.and_(PhaseChange.micro_project_id == MicroProject.id, PhaseChange.id.in_(last)))
        .where(live(MicroProject, ids))
        .order_by(MicroProject.id)
    )
    rows: Sequence[Any] = session.execute(query).all()
    return [row for row, _id, _phase in rows], {row.id: (step, phase) for row, step, phase in rows if step is not None}


def _project(row: MicroProject, found: Recorded) -> ProjectFact:
    step, _phase = found.phases.get(row.id, (0, ""))
    about = [*found.notes.get(("micro_project", row.id), ()), *found.notes.get(("phase_change", step), ())]
    readings = {NOTED[note.table_name, note.field] for note in about if note.kind == NoteKind.READING}
    return ProjectFact(row.id, found.phase(row.id), row.format, row.end_state, frozenset(readings))


def _given(session: Session, ids: Sequence[int]) -> list[Given]:
    query = (
        sa.select(
            FundingCase.id,
            FundingCase.micro_project_id,
            MicroProject.name.label("project"),
            FundingSource.funder,
            FundingSource.name.label("source_name"),
            FundingSource.instrument,
            FundingCase.what_for,
            FundingCase.state,
            FundingCase.currency,
            FundingCase.awarded_minor,
            FundingCase.in_kind_quantity,
            FundingCase.decided_first,
            FundingCase.decided_last,
            FundingCase.before_sempre,
            FundingCase.regrant,
            FundingCase.source,
            Receipt.amount_minor,
            Receipt.day_last,
            Receipt.source.label("receipt_source"),
        )
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .join(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .outerjoin(Receipt, sa.and_(Receipt.funding_case_id == FundingCase.id, Receipt.trashed_by.is_(None)))
        .where(live(FundingCase, ids), FundingCase.state.in_(GIVEN))
        .order_by(FundingCase.id, Receipt.id)
    )
    cases: dict[int, Any] = {}
    arrived: dict[int, list[Arrived]] = defaultdict(list)
    for row in session.execute(query):
        cases[row.id] = row
        if row.amount_minor is not None:
            arrived[row.id].append(Arrived(row.amount_minor, row.day_last, row.receipt_source))
    return [Given(case, tuple(arrived[case.id])) for case in cases.values()]


def _money_line(given: Given, notes: Notes) -> MoneyLine | None:
    case = given.case
    if not case.source:
        return None
    stated = [part.amount for part in given.arrived if part.source is not None]
    amount = (sum(stated) if stated else None) if case.awarded_minor is None else case.awarded_minor
    remarks = notes.get(("funding_case", case.id), ())
    return MoneyLine(
        micro_project=case.project,
        what_for=case.what_for,
        funder=case.funder,
        source_name=case.source_name,
        state=case.state,
        currency=case.currency,
        amount=amount,
        in_kind=amount is None and (case.in_kind_quantity is not None or case.instrument == Instrument.IN_KIND),
        decided=(case.decided_first, case.decided_last),
        before_sempre=case.before_sempre,
        regrant=case.regrant,
        source=case.source,
        remarks=tuple(Remark(note.field, note.kind, note.other_value) for note in remarks if note.kind != NoteKind.STATED),
    )


def _notes(session: Session, ids: Sequence[int]) -> Notes:
    """What is special about the fields that the release shows."""
    fields = [*NOTED, ("funding_case", "state"), ("funding_case", "awarded_minor")]
    shown = sa.or_(*(sa.and_(Note.table_name == table, Note.field == field) for table, field in fields))
    notes: dict[tuple[str, int], list[Note]] = defaultdict(list)
    for note in session.scalars(sa.select(Note).where(live(Note, ids), shown).order_by(Note.id)):
        notes[note.table_name, note.row_id].append(note)
    return notes
