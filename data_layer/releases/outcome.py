"""Releases for funders: made once, then fixed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.accounts.account import get_account
from data_layer.action import acting
from data_layer.clock import now, today
from data_layer.models import Network, Release, ReleaseReader
from data_layer.problem import NotFound
from data_layer.releases.recorded import organisation_tables, recorded
from data_layer.releases.released import Day, ReleasedTables, Stated, from_json, to_json

SAMPLE_TITLE = "Sample 1"
# What sources state about SEMPRE as a whole; the rows of the sample neither prove nor disprove it.
SAMPLE_STATED = (
    Stated("micro_projects", 26, "sempre-project.eu/micro-projects"),
    Stated("networks", 11, "Nordregio policy brief PB2019:2"),
)


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release in a list; `made_at` is the instant at which it was made."""

    id: int
    title: str
    as_of: date
    made_at: datetime
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
    period: Day


def releases(session: Session) -> list[ReleaseLine]:
    """The releases that name the session's account, the latest first. One statement."""
    query = sa.select(Release.id, Release.title, Release.as_of, Release.made_at, Release.parameters)
    query = query.order_by(Release.as_of.desc(), Release.id.desc())
    return [
        ReleaseLine(row.id, row.title, row.as_of, row.made_at, row.parameters["networks"], row.parameters["micro_projects"])
        for row in session.execute(query)
    ]


def get_outcomes(session: Session, release_id: int) -> Outcomes:
    """A release that names the session's account; NotFound otherwise. One statement, and nothing but what was stored."""
    row = get_row(session, Release, release_id)
    return Outcomes(row.id, row.title, row.as_of, row.sample, from_json(row.tables), (row.period_first, row.period_last))


def make_release(session: Session, *, title: str, as_of: date, network_ids: Collection[int], readers: Sequence[str]) -> Release:
    """Fix what stands in these networks for the accounts with these e-mail addresses.

    NotFound for a network that the session does not see, and for an address without an account.
    """
    return _make(session, title=title, as_of=as_of, network_ids=network_ids, readers=readers)


def make_sample_release(session: Session, *, readers: Sequence[str]) -> None:
    """Make the release of the sample's networks for these accounts (e-mail addresses); a live one only gets new readers."""
    live = session.scalars(sa.select(Release).where(Release.sample, Release.trashed_by.is_(None)).order_by(Release.id)).first()
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
    tables = organisation_tables(recorded(session, _networks(session, ids)), stated=stated)
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


def _networks(session: Session, ids: Sequence[int]) -> Sequence[Network]:
    rows = session.scalars(sa.select(Network).where(Network.id.in_(ids), Network.trashed_by.is_(None)).order_by(Network.name)).all()
    if len(rows) != len(ids):
        raise NotFound(Network.__name__)
    return rows
