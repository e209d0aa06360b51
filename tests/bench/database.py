"""The two databases that are measured: the sample data and the invented programme, each with an account per role."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.account import add_account
from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.models import MicroProject, Network, Pilot, Stakeholder, Tie
from data_layer.sample.loader import load_sample
from data_layer.schema import upgrade
from tests.bench.generator import generate
from tests.bench.releases import Shared, release_twice
from tests.bench.size import FULL
from tests.factories import make_survey

PASSWORD = "measured with care"
# A second leader.
COLLEAGUE = "colleague"
SAMPLE, PROGRAMME = "sample", "programme"


@dataclass(frozen=True, slots=True)
class Database:
    """A database and the rows that its pages are opened with: ids of those that have most to show.

    `views` are different choices for the picture of `network`: what its filters can hold, by their keys.
    """

    name: str
    url: str
    network: int
    stakeholder: int
    micro_project: int
    releases: Shared
    pilot: int | None
    survey: int
    survey_made_at: datetime
    views: list[dict[str, str]]


def email_of(role: str) -> str:
    """The e-mail address of the account that has this role."""
    return f"{role}@bench.example"


def sample_database(folder: Path) -> Database:
    """The sample data in a new file in `folder`."""
    with _new(folder / f"{SAMPLE}.db") as session:
        load_sample(session)
        return _finished(SAMPLE, session)


def programme_database(folder: Path) -> Database:
    """The invented programme in a new file in `folder`."""
    with _new(folder / f"{PROGRAMME}.db") as session:
        generate(session, FULL)
        return _finished(PROGRAMME, session)


def _new(path: Path) -> Session:
    url = f"sqlite:///{path}"
    upgrade(url)
    bind(make_engine(url))
    return bare_session(write=True)


def _finished(name: str, session: Session) -> Database:
    network = session.scalars(_most_ties(Tie.network_id)).first()
    home = session.scalars(sa.select(Network.name).where(Network.id == network)).one()
    add_account(session, email=email_of("coordinator"), password=PASSWORD, role="coordinator", networks=[home])
    for role in ("leader", "funder", "administrator"):
        add_account(session, email=email_of(role), password=PASSWORD, role=role, all_networks=role == "leader")
    add_account(session, email=email_of(COLLEAGUE), password=PASSWORD, role="leader", all_networks=True)
    project = session.scalars(_most_ties(MicroProject.id).join(MicroProject, MicroProject.group_id == Tie.to_id)).first()
    survey = make_survey(session, session.get_one(MicroProject, project))
    found = Database(
        name=name,
        url=str(bound().url),
        network=network,
        stakeholder=session.scalars(_most_ties(Tie.to_id).where(Tie.network_id == network)).first(),
        micro_project=project,
        releases=release_twice(session, email_of("leader"), email_of("funder")),
        pilot=session.scalars(sa.select(Pilot.id).order_by(Pilot.id)).first(),
        survey=survey.id,
        survey_made_at=survey.made_at,
        views=_views(session, network),
    )
    session.commit()
    bound().dispose()
    return found


def _most_ties(column: sa.ColumnElement[int]) -> sa.Select[tuple[int]]:
    return sa.select(column).select_from(Tie).group_by(column).order_by(sa.func.count(Tie.id).desc(), column)


def _views(session: Session, network: int) -> list[dict[str, str]]:
    """Wide views (a sector and a kind with all who are tied to them) and narrow ones (a sector and a relation) by turns."""
    sectors, kinds = (sorted(_occurring(session, column, network)) for column in (Stakeholder.sector, Stakeholder.kind))
    relations = sorted(_occurring(session, Tie.relation, network))
    wide = [{"sector": sector, "kind": kind, "near": "yes"} for kind in ("", *kinds) for sector in sectors]
    narrow = [{"sector": sector, "relation": relation, "near": "yes"} for relation in relations for sector in sectors]
    Random(1).shuffle(wide)
    Random(1).shuffle(narrow)
    return [view for pair in zip(wide, narrow, strict=False) for view in pair]


def _occurring(session: Session, column: sa.ColumnElement[str], network: int) -> set[str]:
    model = column.class_
    return set(session.scalars(sa.select(column).where(model.network_id == network, column.is_not(None))))
