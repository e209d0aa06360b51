"""Each other role walks once through what it may open, and is refused everywhere else."""

import pytest
import sqlalchemy as sa

from data_layer.models import MicroProject, Network, Stakeholder
from data_layer.vocabulary import AccountRole
from tests.browser.accessibility import BUT_COLOURS, violations
from tests.browser.inspection import document_faults, layout_faults, none, under, width_faults
from tests.browser.places import about_one_row, closed_to, open_to, title_of, type_address

# Of these the coordinator's walk has seen the building blocks with all their colours on a phone.
WALKED = open_to("coordinator")
OTHERS = ("leader", "funder", "administrator")
ROWS = {"/stakeholders/": Stakeholder, "/micro-projects/": MicroProject}


def place_of_one(place):
    """The address itself, or that of its first row."""
    return f"{place}1" if about_one_row(place) else place


def one_of(model, network):
    return sa.select(model.id).join(Network, Network.id == model.network_id).where(Network.name == network).order_by(model.id)


def test_these_roles_and_the_coordinator_are_all():
    assert {*OTHERS, "coordinator"} == set(AccountRole)


@pytest.mark.parametrize(("role", "place"), [(role, place) for role in OTHERS for place in open_to(role)])
def test_a_role_sees_its_pages_without_fault(role, place, visit):
    window = visit(role)
    type_address(window, place)
    window.open_details()
    faults = [*document_faults(window, "en", title_of(place, "en")), *layout_faults(window)]
    window.resize(390)
    faults += under(
        "390 px", layout_faults(window) if place not in WALKED else [*width_faults(window), *violations(window.page, BUT_COLOURS)]
    )
    faults += window.take_faults()
    none(faults)


@pytest.mark.parametrize("role", [*OTHERS, "coordinator"])
def test_a_role_is_refused_elsewhere(role, visit):
    window = visit(role)
    asked = [place_of_one(place) for place in closed_to(role) if place != "/"]  # "/" leads to the role's own start page
    answers = {place: window.page.request.get(f"{window.address}{place}") for place in asked}
    assert {place: answer.status for place, answer in answers.items() if answer.status != 403} == {}


@pytest.mark.parametrize("role", [*OTHERS, "coordinator"])
def test_a_refusal_says_so_without_fault(role, visit):
    window = visit(role)
    window.refusals_meant = True
    faults = []
    for place in (closed_to(role)[-1], next(filter(about_one_row, closed_to(role)), "/admin")):
        answer = window.page.goto(f"{window.address}{place_of_one(place)}")
        window.settle()
        shown = window.page.locator("main .refusal[data-status='403'] h1").all_inner_texts()
        faults += [] if answer.status == 403 and shown == ["This page is not for your role"] else [f"{place}: {answer.status}, {shown}"]
        faults += under(place, [*document_faults(window, "en"), *layout_faults(window)])
    faults += window.take_faults()
    none(faults)


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_is_offered_only_what_it_may_open(role, visit):
    window = visit(role)
    window.open("/help")
    offered = window.page.locator("header nav a, footer a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert set(offered) <= set(open_to(role))


def test_an_address_that_names_nothing_says_so(visit):
    window = visit("coordinator")
    window.refusals_meant = True
    for address in ("/nothing-here", "/stakeholders/999999", "/micro-projects/nonsense"):
        answer = window.page.goto(f"{window.address}{address}")
        window.settle()
        assert (address, answer.status) == (address, 404)
        assert window.page.inner_text("h1") == "There is nothing here"
        assert not [*document_faults(window, "en"), *layout_faults(window), *window.take_faults()]


def test_the_coordinator_of_one_network_finds_nothing_at_an_address_of_another(visit, server):
    window = visit("coordinator")
    with server.rows() as session:
        foreign = [f"{path}{session.scalars(one_of(model, 'Varde')).first()}" for path, model in ROWS.items()]
    window.refusals_meant = True
    for address in foreign:
        answer = window.page.goto(f"{window.address}{address}")
        window.settle()
        assert (address, answer.status, window.page.inner_text("h1")) == (address, 404, "There is nothing here")
    none(window.take_faults())
