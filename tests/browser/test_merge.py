"""Two stakeholders become one and are parted again; with the mouse, by keyboard, on a phone, in German."""

from http import HTTPStatus

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.models import Network, Stakeholder
from tests.browser.accessibility import violations
from tests.browser.inspection import layout_faults, none
from tests.browser.workshop import HOME, PASSWORD

MOST_TABS = 60
REDRAWN_MS = 1500


@pytest.fixture
def pair(workshop):
    return workshop.member(1), workshop.member(2)


@pytest.fixture
def window(workshop):
    opened = workshop.window()
    yield opened
    none(opened.take_faults())


def address(pair):
    return f"/data/merge?a={pair[0].id}&b={pair[1].id}"


def way_back(window):
    return window.page.locator("#message").get_by_role("button", name="Take back")


def test_two_become_one_with_the_chosen_name_and_two_again(workshop, window, pair):
    first, second = pair
    window.open(address(pair))
    window.page.get_by_role("group", name="Name").get_by_text(second.name).click()
    window.page.get_by_role("button", name="Merge", exact=True).click()
    window.page.wait_for_url(f"**/stakeholders/{first.id}")
    expect(window.page.get_by_role("heading", level=1)).to_have_text(second.name)
    assert workshop.kept(second).trashed_by is not None
    way_back(window).click()
    expect(window.page.get_by_role("heading", level=1)).to_have_text(first.name)
    window.settle()
    assert workshop.kept(second).trashed_by is None


def test_a_choice_outlives_what_others_change(workshop, window, pair):
    window.open(address(pair))
    name = window.page.get_by_role("group", name="Name")
    name.get_by_text(pair[1].name).click()
    with window.page.expect_response(lambda response: response.url.endswith("/changes") and response.status == HTTPStatus.NO_CONTENT):
        somebody_else_works(workshop)
    window.page.wait_for_timeout(REDRAWN_MS)
    window.settle()
    expect(name.get_by_role("radio").nth(1)).to_be_checked()
    window.page.get_by_role("link", name="Let the other one stay").click()
    expect(name.get_by_role("radio").first).to_be_checked()
    window.settle()
    assert window.page.locator("[data-changed]").count() == 0


def somebody_else_works(workshop):
    """Change another stakeholder of the network behind the window's back."""
    other = workshop.member(3)
    with workshop.server.rows() as session, acting(session, "test") as action:
        action.update(session.get(Stakeholder, other.id), place="Elsewhere")


def go_to(window, name, key="Tab"):
    """Go on by keyboard until an element of this name has the focus."""
    for _step in range(MOST_TABS):
        window.page.keyboard.press(key)
        if window.page.evaluate("name => document.activeElement.id === name || document.activeElement.textContent.trim() === name", name):
            return
    pytest.fail(f"{name} was not reached by {key}")


def test_both_are_found_chosen_and_merged_by_keyboard(workshop, window, pair):
    first, second = pair
    window.open("/data/merge")
    for field, row in (("merge-a", first), ("merge-b", second)):
        window.page.locator(f"#{field}").focus()
        window.page.keyboard.type(row.name)
        window.page.keyboard.press("Tab")
        window.settle()
    expect(window.page.get_by_role("heading", name="What happens then?")).to_be_visible()
    name = window.page.get_by_role("group", name="Name")
    name.get_by_role("radio").first.focus()
    window.page.keyboard.press("ArrowRight")
    expect(name.get_by_role("radio").nth(1)).to_be_checked()
    window.page.keyboard.press("ArrowLeft")
    go_to(window, "Merge")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url(f"**/stakeholders/{first.id}")
    expect(way_back(window)).to_be_visible()
    window.page.keyboard.press("Control+z")
    expect(way_back(window)).to_have_count(0)
    window.settle()
    assert workshop.kept(second).trashed_by is None


def test_a_name_that_is_not_there_is_told(window):
    window.open("/data/merge")
    window.page.locator("#merge-a").fill("Nobody of this name")
    window.page.keyboard.press("Tab")
    expect(window.page.get_by_text("“Nobody of this name” is not in the list.")).to_be_visible()


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("de", 390)])
def test_the_page_can_be_read_by_everybody(workshop, pair, language, width):
    window = workshop.window(language=language, width=width)
    window.open(address(pair))
    assert violations(window.page) == []
    none(layout_faults(window))
    none(window.take_faults())


@pytest.fixture
def both(workshop):
    """A window of somebody who works in two networks, and a stakeholder of each."""
    with workshop.server.rows() as session:
        add_account(session, email="both@workshop.example", password=PASSWORD, role="coordinator", networks=[HOME, "Plön"])
        query = (
            sa.select(Stakeholder)
            .join(Network, Network.id == Stakeholder.network_id)
            .where(Network.name == "Plön")
            .order_by(Stakeholder.id)
        )
        there = session.scalars(query).first()
    return workshop.window("both"), workshop.member(1), there


def test_two_of_different_networks_are_known_as_one_body_and_no_longer(workshop, both):
    window, here, there = both
    window.open(address((here, there)))
    window.page.get_by_role("button", name="They are the same body").click()
    parted = window.page.get_by_role("button", name="Not the same body as in other networks")
    expect(parted).to_be_visible()
    assert workshop.kept(here).body_id == workshop.kept(there).body_id is not None
    parted.focus()
    window.page.keyboard.press("Enter")
    expect(window.page.get_by_role("button", name="They are the same body")).to_be_visible()
    assert workshop.kept(there).body_id is None
    none(window.take_faults())
