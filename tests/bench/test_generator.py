"""The invented programme: as large as asked, the same for the same seed, plainly invented."""

import networkx
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import (
    Assessment,
    Change,
    FundingCase,
    FundingSource,
    MicroProject,
    Network,
    PhaseChange,
    Position,
    Receipt,
    Stakeholder,
    Tie,
)
from tests.bench.generator import generate, network_name
from tests.bench.size import TINY


@pytest.fixture
def programme(session: Session) -> Session:
    generate(session, TINY)
    return session


def number(session: Session, model: type) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(model))


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Network, TINY.networks),
        (Stakeholder, TINY.networks * TINY.stakeholders),
        (Tie, TINY.networks * TINY.ties),
        (MicroProject, TINY.networks * TINY.micro_projects),
        (Assessment, TINY.readings),
        (FundingSource, TINY.sources),
        (FundingCase, TINY.cases),
    ],
)
def test_it_is_as_large_as_asked(programme, model, expected):
    assert number(programme, model) == expected


def test_every_stakeholder_has_a_place_in_the_picture(programme):
    assert programme.scalars(sa.select(Stakeholder).where(Stakeholder.x.is_(None))).all() == []


def test_about_half_of_the_stakeholders_were_mapped(programme):
    assert 0.3 < number(programme, Position) / number(programme, Stakeholder) < 0.7


def test_some_dates_are_known_and_some_are_not(programme):
    assert programme.scalars(sa.select(Tie).where(Tie.start_first.is_(None))).first()
    assert programme.scalars(sa.select(Tie).where(Tie.start_first.is_not(None))).first()
    assert programme.scalars(sa.select(PhaseChange).where(PhaseChange.day_first.is_not(None))).first()


def test_money_arrived_in_more_than_one_currency(programme):
    assert len(set(programme.scalars(sa.select(Receipt.currency)))) > 1


def test_it_went_through_the_rules_into_history(programme):
    assert number(programme, Change) > TINY.networks * TINY.stakeholders


def test_its_networks_fall_into_communities(programme):
    first = programme.scalars(sa.select(Network).order_by(Network.id)).first()
    ties = programme.execute(sa.select(Tie.from_id, Tie.to_id).where(Tie.network_id == first.id)).all()
    graph = networkx.Graph(map(tuple, ties))
    found = networkx.community.louvain_communities(graph, seed=1)
    assert networkx.community.modularity(graph, found) > 0.3


def test_its_names_say_that_it_is_invented(programme):
    assert programme.scalars(sa.select(Network.name).order_by(Network.id)).all() == [network_name(0), network_name(1)]


def test_the_same_seed_gives_the_same_programme(session):
    generate(session, TINY, seed=7)
    ties = sa.select(Tie.from_id, Tie.to_id, Tie.relation, Tie.start_first).order_by(Tie.id)
    first = session.execute(ties).all()
    session.rollback()
    generate(session, TINY, seed=7)
    assert session.execute(ties).all() == first
