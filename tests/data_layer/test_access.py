"""A session shows the rows of the actor's LENs and nothing else, whatever the shape of the question."""

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import aliased

from data_layer.access import get_row, reading, writing
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.models import Account, MicroProject, Network, Release, ReleaseReader, Stakeholder, Tie
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole
from tests.factories import make_micro_project, make_network, make_stakeholder, make_tie

OTHER = aliased(Stakeholder)


@pytest.fixture
def worlds(session):
    """Two LENs, each with two tied stakeholders and a micro project; an account for the first."""
    ids = {}
    for place in ("here", "there"):
        network = make_network(session, place)
        one, two = make_stakeholder(session, network, f"one {place}"), make_stakeholder(session, network, f"two {place}")
        make_tie(session, one, two)
        make_micro_project(session, network, f"project {place}", group_id=one.id)
        ids[place] = network.id
    with acting(session, "test") as action:
        account = action.insert(Account(email="a@example.org", password_hash="x", role="coordinator", created_at=now()))
    session.commit()
    actor = Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({ids["here"]}))
    return actor, ids


SHAPES = {
    "entity": lambda: sa.select(Stakeholder.name),
    "alias": lambda: sa.select(OTHER.name),
    "count": lambda: sa.select(sa.func.group_concat(Stakeholder.name)),
    "join": lambda: sa.select(Stakeholder.name).join(Network, Network.id == Stakeholder.network_id),
    "outer join": lambda: sa.select(MicroProject.name, Stakeholder.name).outerjoin(Stakeholder, Stakeholder.id == MicroProject.group_id),
    "join to an alias": lambda: sa.select(Stakeholder.name, OTHER.name).join(OTHER, OTHER.id != Stakeholder.id),
    "through ties": lambda: sa.select(OTHER.name).select_from(Tie).join(OTHER, OTHER.id == Tie.to_id),
    "subquery": lambda: sa.select(sa.select(Stakeholder.name).subquery().c.name),
    "in subquery": lambda: sa.select(Network.name).where(Network.id.in_(sa.select(Stakeholder.network_id))),
    "exists": lambda: sa.select(Network.name).where(sa.exists().where(Stakeholder.network_id == Network.id)),
    "scalar subquery": lambda: sa.select(sa.select(sa.func.max(Stakeholder.name)).scalar_subquery()),
    "cte": lambda: sa.select(sa.select(Stakeholder.name).cte().c.name),
    "union": lambda: sa.union(sa.select(Stakeholder.name), sa.select(MicroProject.name)),
    "group by": lambda: sa.select(Stakeholder.name, sa.func.count()).group_by(Stakeholder.name),
    "distinct": lambda: sa.select(Stakeholder.name).distinct(),
    "order and limit": lambda: sa.select(Stakeholder.name).order_by(Stakeholder.id.desc()).limit(1),
    "window": lambda: sa.select(Stakeholder.name, sa.func.row_number().over(order_by=Stakeholder.id)),
    "or true": lambda: sa.select(Stakeholder.name).where(sa.or_(Stakeholder.name.like("%there"), sa.true())),
    "primary key": lambda: sa.select(Network.name).where(Network.id > 0),
    "columns of two": lambda: sa.select(Network.name, MicroProject.name).where(
        Network.id <= MicroProject.network_id, MicroProject.network_id <= Network.id
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_question_shows_another_network(worlds, shape):
    actor, _ids = worlds
    with reading(actor) as session:
        answer = str(session.execute(SHAPES[shape]()).all())
    assert "here" in answer
    assert "there" not in answer


def test_the_identity_map_does_not_hand_out_a_foreign_row(worlds):
    actor, ids = worlds
    with reading(actor) as session, pytest.raises(NotFound):
        get_row(session, Network, ids["there"])


def test_a_missing_row_and_a_foreign_row_look_alike(worlds):
    actor, ids = worlds
    with reading(actor) as session:
        messages = []
        for row_id in (ids["there"], 10**9):
            with pytest.raises(NotFound) as refused:
                get_row(session, Network, row_id)
            messages.append(str(refused.value))
    assert messages[0] == messages[1]


def test_rows_in_the_trash_do_not_exist(worlds):
    actor, _ids = worlds
    with writing(actor) as session, acting(session, "test") as action:
        action.trash(session.scalars(sa.select(MicroProject)).one())
    with reading(actor) as session:
        assert session.scalars(sa.select(MicroProject)).all() == []


def test_a_row_for_another_network_is_refused(worlds):
    actor, ids = worlds
    with pytest.raises(Problem, match="foreign_network"), writing(actor) as session, acting(session, "test") as action:
        action.insert(Stakeholder(network_id=ids["there"], name="intruder"))


def test_a_row_cannot_move_to_another_network(worlds):
    actor, ids = worlds
    with pytest.raises(Problem, match="foreign_network"), writing(actor) as session, acting(session, "test") as action:
        action.update(session.scalars(sa.select(Stakeholder)).first(), network_id=ids["there"])


def test_a_row_cannot_be_taken_from_another_network(worlds):
    actor, ids = worlds
    with bare_session() as session:
        foreign = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == ids["there"])).first()
    with pytest.raises(Problem, match="foreign_network"), writing(actor) as session, acting(session, "test") as action:
        action.update(session.merge(foreign, load=False), network_id=ids["here"])


def test_the_database_refuses_a_tie_between_two_networks(worlds):
    _actor, ids = worlds
    with bare_session(write=True) as session:
        here = session.scalars(sa.select(Stakeholder.id).where(Stakeholder.network_id == ids["here"])).first()
        there = session.scalars(sa.select(Stakeholder.id).where(Stakeholder.network_id == ids["there"])).first()
        with pytest.raises(Problem, match="link_to_nothing"), acting(session, "test") as action:
            action.insert(Tie(network_id=ids["here"], from_id=here, to_id=there))


def test_an_actor_for_all_networks_sees_all(worlds):
    actor, _ids = worlds
    everywhere = Actor(actor.account_id, actor.email, AccountRole.LEADER, all_networks=True)
    with reading(everywhere) as session:
        assert len(session.scalars(sa.select(Network)).all()) == 2


def test_a_funder_sees_no_network(worlds):
    actor, _ids = worlds
    with reading(Actor(actor.account_id, actor.email, AccountRole.FUNDER)) as session:
        assert session.scalars(sa.select(Network)).all() == []


@pytest.mark.parametrize("model", [Stakeholder, Tie, MicroProject])
def test_an_administrator_sees_which_networks_there_are_and_nothing_in_them(worlds, model):
    actor, _ids = worlds
    with reading(Actor(actor.account_id, actor.email, AccountRole.ADMINISTRATOR)) as session:
        assert len(session.scalars(sa.select(Network)).all()) == 2
        assert session.scalars(sa.select(model)).all() == []


def test_a_release_exists_only_for_the_accounts_it_names(worlds):
    actor, _ids = worlds
    with bare_session(write=True) as session, acting(session, "test") as action:
        named = action.insert(Release(title="named", as_of=now().date(), made_at=now(), parameters={}, tables={}))
        action.insert(Release(title="other", as_of=now().date(), made_at=now(), parameters={}, tables={}))
        action.insert(ReleaseReader(release_id=named.id, account_id=actor.account_id))
        session.commit()
    with reading(actor) as session:
        assert session.scalars(sa.select(Release.title)).all() == ["named"]


def test_writing_is_undone_when_something_fails(worlds):
    actor, ids = worlds

    def fail_halfway():
        with writing(actor) as session, acting(session, "test") as action:
            action.insert(Stakeholder(network_id=ids["here"], name="never"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with reading(actor) as session:
        assert session.scalars(sa.select(Stakeholder).where(Stakeholder.name == "never")).all() == []
