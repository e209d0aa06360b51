"""A stakeholder's page."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.factories import make_stakeholder, make_tie
from tests.opening import build_page, open_page, page_text

MOST_STATEMENTS = 12


def address(network, name):
    query = sa.select(Stakeholder.id).join(Network, Network.id == Stakeholder.network_id)
    with bare_session() as session:
        return f"/stakeholders/{session.scalars(query.where(Network.name == network, Stakeholder.name == name)).one()}"


def test_it_shows_ties_in_words_money_and_origin(as_user):
    shown = page_text(as_user("leader_everywhere"), address("Dithmarschen", "AllDi"))
    assert "is supported and coached by " in shown
    assert "Spendenparlament Dithmarschen" in shown
    assert "AllDi website" in shown
    assert "sempre-accelerators.eu/sea-micro-projects/alldi" in shown


def test_a_possible_twin_is_named_on_both_pages(as_user):
    browser = as_user("coordinator_here")
    for name in ("Tailor cooperative", "Syhörnan / Sömnadskollektivet"):
        assert "Two names, perhaps one" in page_text(browser, address("Luleå", name))


def test_the_same_body_elsewhere_is_named_to_those_who_may_see_it(as_user):
    where = address("Luleå", "Coompanion Norrbotten")
    assert "Övertorneå" in page_text(as_user("leader_everywhere"), where)
    assert "Övertorneå" not in page_text(as_user("coordinator_here"), where)


def test_it_leads_to_the_picture_with_the_stakeholder_in_focus(as_user):
    where = address("Luleå", "Coop")
    assert f"&focus={where.rpartition('/')[2]}" in page_text(as_user("coordinator_here"), where)


def test_a_foreign_stakeholder_is_not_there(as_user):
    where = address("Varde", "Cross culture")
    assert as_user("coordinator_here").get(where).status_code == 404
    assert "There is nothing here" in str(open_page(as_user("coordinator_here"), where).get_json())


@pytest.fixture
def hub(sample_database):
    """A stakeholder with more ties than one page of the table holds; gives its address."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
        centre = make_stakeholder(session, network, "Centre")
        for number in range(60):
            make_tie(session, centre, make_stakeholder(session, network, f"Member {number:02}"))
        session.commit()
        return f"/stakeholders/{centre.id}"


def test_many_ties_come_in_pages(as_user, hub):
    browser = as_user("coordinator_here")
    first, second = page_text(browser, hub), page_text(browser, f"{hub}?page=2")
    assert ("Member 00" in first, "Member 55" in first) == (True, False)
    assert ("Member 00" in second, "Member 55" in second) == (False, True)


@pytest.mark.parametrize("query", ["page=3", "page=x", "focus=1"])
def test_what_is_not_understood_is_said(as_user, hub, query):
    assert "was not understood" in page_text(as_user("coordinator_here"), f"{hub}?{query}")


def test_the_page_takes_few_statements_whatever_it_shows(as_user, hub, queries):
    browser = as_user("coordinator_here")
    for where in (hub, address("Luleå", "Coop")):
        open_page(browser, where)
        queries.clear()
        build_page(browser, where)
        assert len(queries) <= MOST_STATEMENTS
