"""The form of a mapping session, for those who may edit."""

import pytest
import sqlalchemy as sa

from dashboard.routes.net_map import FEW
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.factories import make_position, make_stakeholder
from tests.points_of_view import ELSEWHERE, HERE, POINTS_OF_VIEW

COORDINATOR = "coordinator_here"


def network_id(name=HERE):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def mapped(name=HERE, **fields):
    """A mapping of the first stakeholder of a LEN; gives its id and the name of the stakeholder."""
    with bare_session(write=True) as session:
        query = sa.select(Stakeholder).where(Stakeholder.network_id == network_id(name)).order_by(Stakeholder.id)
        first = session.scalars(query).first()
        row = make_position(session, first, **fields)
        session.commit()
        return row.id, first.name


def text(browser, address):
    response = browser.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_a_new_mapping_asks_about_every_stakeholder(as_user):
    with bare_session() as session:
        names = session.scalars(sa.select(Stakeholder.name).where(Stakeholder.network_id == network_id())).all()
    shown = text(as_user(COORDINATOR), f"/net-map/{network_id()}")
    assert shown.count('name="power"') == len(names)
    assert f"New mapping of {HERE}" in shown


def test_many_stakeholders_are_searched_and_few_are_seen_at_a_glance(as_user):
    browser = as_user(COORDINATOR)
    before = text(browser, f"/net-map/{network_id()}")
    with bare_session(write=True) as session:
        for n in range(FEW):
            make_stakeholder(session, session.get(Network, network_id()), f"Member {n}")
        session.commit()
    after = text(browser, f"/net-map/{network_id()}")
    few, many = (shown.count('name="power"') for shown in (before, after))
    assert ("net-map-find" in before, "net-map-find" in after) == (few > FEW, True)
    assert f"{{n}} of {many} stakeholders" in after


def test_an_old_mapping_stands_in_its_fields(as_user):
    number, name = mapped(question="Who decides on rooms?", power=2)
    shown = text(as_user(COORDINATOR), f"/net-map/{network_id()}?mapping={number}")
    assert 'value="Who decides on rooms?"' in shown
    assert f'value="2" aria-label="Power: {name}"' in shown


@pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
def test_only_coordinators_of_the_network_may_open_it(as_user, point_of_view):
    status = as_user(point_of_view).get(f"/net-map/{network_id()}").status_code
    expected = {COORDINATOR: 200, "coordinator_elsewhere": 404, "anonymous": 401, "disabled": 401}
    assert status == expected.get(point_of_view, 403)


@pytest.mark.parametrize(
    "address",
    ["/net-map/0", "/net-map/x", "/net-map/999999999999999999999", "/net-map/{here}?mapping={foreign}", "/net-map/{here}?mapping=x"],
)
def test_what_is_not_there_is_not_there(as_user, address):
    foreign, _name = mapped(ELSEWHERE, power=1)
    assert as_user(COORDINATOR).get(address.format(here=network_id(), foreign=foreign)).status_code == 404


def test_what_somebody_wrote_is_text_and_never_markup(as_user):
    number, _name = mapped(question='"><script>alert(1)</script>', power=1)
    assert "<script>" not in text(as_user(COORDINATOR), f"/net-map/{network_id()}?mapping={number}")
