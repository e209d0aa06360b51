"""Releases for funders: made once from organisation-level facts, then fixed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.accounts.account import get_account
from data_layer.action import acting
from data_layer.analysis.outcome import MoneyFact, NetworkFact, ProjectFact, release_tables
from data_layer.clock import now, today
from data_layer.funding import GIVEN
from data_layer.models import FundingCase, FundingSource, MicroProject, Network, Note, PhaseChange, Receipt, Release, ReleaseReader
from data_layer.problem import NotFound
from data_layer.releases.released import MoneyLine, NetworkLine, ReleasedTables, Remark, Stated, from_json, to_json
from data_layer.vocabulary import Instrument, NetworkStatus, NoteKind, Phase

SAMPLE_TITLE = "Sample 1"
# What sources state about SEMPRE as a whole; the rows of the sample neither prove nor disprove it.
SAMPLE_STATED = (
    Stated("micro_projects", 26, "sempre-project.eu/micro-projects"),
    Stated("networks", 11, "Nordregio policy brief PB2019:2"),
)
# Table and field of a note, and what the field is called in the release.
NOTED = {("phase_change", "to_phase"): "phase", ("micro_project", "format"): "format", ("micro_project", "end_state"): "end_state"}

Notes = Mapping[tuple[str, int], Sequence[Note]]


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release in a list."""

    id: int
    title: str
    as_of: date
    networks: int
    micro_projects: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One release with its tables, as they were stored when it was made."""

    id: int
    title: str
    as_of: date
    sample: bool
    tables: ReleasedTables


def releases(session: Session) -> list[ReleaseLine]:
    """The releases that name the session's account, the latest first. One statement."""
    query = sa.select(Release.id, Release.title, Release.as_of, Release.parameters).order_by(Release.as_of.desc(), Release.id.desc())
    return [
        ReleaseLine(row.id, row.title, row.as_of, row.parameters["networks"], row.parameters["micro_projects"])
        for row in session.execute(query)
    ]


def get_outcomes(session: Session, release_id: int) -> Outcomes:
    """A release that names the session's account; NotFound otherwise. One statement, and nothing but what was stored."""
    row = get_row(session, Release, release_id)
    return Outcomes(row.id, row.title, row.as_of, row.sample, from_json(row.tables))


def make_release(session: Session, *, title: str, as_of: date, network_ids: Collection[int], readers: Sequence[str]) -> Release:
    """Fix what stands in these networks for the accounts with these e-mail addresses.

    NotFound for a network that the session does not see, and for an address without an account.
    """
    return _make(session, title=title, as_of=as_of, network_ids=network_ids, readers=readers)


def make_sample_release(session: Session, *, readers: Sequence[str]) -> None:
    """Make the release of the sample's networks for these accounts (e-mail addresses); a live one only gets new readers."""
    live = session.scalars(sa.select(Release).where(Release.sample, Release.trashed_by.is_(None))).first()
    network_ids = session.scalars(sa.select(Network.id).where(Network.sample, Network.trashed_by.is_(None))).all()
    if live is not None:
        _add_readers(session, live, readers)
    elif network_ids:
        _make(session, title=SAMPLE_TITLE, as_of=today(), network_ids=network_ids, readers=readers, sample=True, stated=SAMPLE_STATED)


def _make(
    session: Session,
    *,
    title: str,
    as_of: date,
    network_ids: Collection[int],
    readers: Sequence[str],
    sample: bool = False,
    stated: Sequence[Stated] = (),
) -> Release:
    ids = sorted(set(network_ids))
    networks, notes = _networks(session, ids), _notes(session, ids)
    tables = release_tables(networks, _projects(session, ids, notes), _money(session, ids, notes), stated=stated)
    accounts = [get_account(session, email) for email in readers]
    parameters = {"network_ids": ids, "networks": len(tables.networks), "micro_projects": tables.micro_projects}
    with acting(session, "release.make") as action:
        release = action.insert(
            Release(title=title, as_of=as_of, made_at=now(), parameters=parameters, tables=to_json(tables), sample=sample)
        )
        action.insert_all([ReleaseReader(release_id=release.id, account_id=account.id) for account in accounts])
    return release


def _add_readers(session: Session, release: Release, readers: Sequence[str]) -> None:
    named = set(session.scalars(sa.select(ReleaseReader.account_id).where(ReleaseReader.release_id == release.id)))
    missing = [account for account in (get_account(session, email) for email in readers) if account.id not in named]
    if missing:
        with acting(session, "release.readers") as action:
            action.insert_all([ReleaseReader(release_id=release.id, account_id=account.id) for account in missing])


def _networks(session: Session, ids: Sequence[int]) -> list[NetworkFact]:
    query = sa.select(Network).where(Network.id.in_(ids), Network.trashed_by.is_(None)).order_by(Network.name)
    rows = session.scalars(query).all()
    if len(rows) != len(ids):
        raise NotFound(Network.__name__)
    return [
        NetworkFact(
            NetworkLine(row.name, row.country, row.for_whom, row.target_groups),
            is_len=row.status == NetworkStatus.LEN,
            founded=row.founded_first is not None,
        )
        for row in rows
    ]


def _projects(session: Session, ids: Sequence[int], notes: Notes) -> list[ProjectFact]:
    steps = session.execute(
        sa.select(PhaseChange.id, PhaseChange.micro_project_id, PhaseChange.to_phase)
        .where(_live(PhaseChange, ids))
        .order_by(PhaseChange.id)
    )
    last = {step.micro_project_id: step for step in steps}
    rows = session.scalars(sa.select(MicroProject).where(_live(MicroProject, ids)).order_by(MicroProject.id))
    return [_project(row, last.get(row.id), notes) for row in rows]


def _project(row: MicroProject, step: Any, notes: Notes) -> ProjectFact:
    about = [*notes.get(("micro_project", row.id), ()), *(notes.get(("phase_change", step.id), ()) if step else ())]
    readings = {NOTED[note.table_name, note.field] for note in about if note.kind == NoteKind.READING}
    return ProjectFact(row.id, step.to_phase if step else Phase.UNKNOWN.value, row.format, row.end_state, frozenset(readings))


def _money(session: Session, ids: Sequence[int], notes: Notes) -> list[MoneyFact]:
    received = sa.cast(sa.func.sum(Receipt.amount_minor), sa.BigInteger)
    arrived = (
        sa.select(Receipt.funding_case_id.label("id"), received.label("received"))
        .where(_live(Receipt, ids), Receipt.source.is_not(None))
        .group_by(Receipt.funding_case_id)
        .subquery()
    )
    query = (
        sa.select(FundingCase, FundingSource, MicroProject.name, arrived.c.received)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .join(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .outerjoin(arrived, arrived.c.id == FundingCase.id)
        .where(_live(FundingCase, ids), FundingCase.state.in_(GIVEN))
        .order_by(FundingCase.id)
    )
    return [
        MoneyFact(case.micro_project_id, _money_line(case, source, project, received, notes.get(("funding_case", case.id), ())))
        for case, source, project, received in session.execute(query)
    ]


def _money_line(case: FundingCase, source: FundingSource, project: str, received: int | None, notes: Iterable[Note]) -> MoneyLine | None:
    if not case.source:
        return None
    amount = received if case.awarded_minor is None else case.awarded_minor
    return MoneyLine(
        micro_project=project,
        what_for=case.what_for,
        funder=source.funder,
        source_name=source.name,
        state=case.state,
        currency=case.currency,
        amount=amount,
        in_kind=amount is None and (case.in_kind_quantity is not None or source.instrument == Instrument.IN_KIND),
        decided=(case.decided_first, case.decided_last),
        before_sempre=case.before_sempre,
        regrant=case.regrant,
        source=case.source,
        remarks=tuple(Remark(note.field, note.kind, note.other_value) for note in notes if note.kind != NoteKind.STATED),
    )


def _notes(session: Session, ids: Sequence[int]) -> Notes:
    """What is special about the fields that the release shows."""
    fields = [*NOTED, ("funding_case", "state"), ("funding_case", "awarded_minor")]
    shown = sa.or_(*(sa.and_(Note.table_name == table, Note.field == field) for table, field in fields))
    notes: dict[tuple[str, int], list[Note]] = defaultdict(list)
    for note in session.scalars(sa.select(Note).where(_live(Note, ids), shown).order_by(Note.id)):
        notes[note.table_name, note.row_id].append(note)
    return notes


def _live(model: Any, ids: Sequence[int]) -> sa.ColumnElement[bool]:
    return sa.and_(model.network_id.in_(ids), model.trashed_by.is_(None))
