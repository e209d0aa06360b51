"""A release from its composition to its last reader: composed with the mouse and by keyboard alone, shared, read without script, withdrawn."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.accounts.account import add_account
from data_layer.models import Network, Release
from tests.browser.inspection import document_faults, faults_of_theme, layout_faults, none, under
from tests.browser.visitor import Visitor
from tests.browser.workshop import PASSWORD
from tests.composing import network_with
from tests.factories import make_micro_project, make_voice

WORDS = "They gave us the key of the house."
NETWORKS: dict[str, dict[str, int]] = {"North": {"older": 4}, "South": {"youth": 7}, "West": {}}
MOST_TABS = 200
FOCUSED = "() => { const here = document.activeElement; return (here.labels?.[0] || here).textContent.trim(); }"
HIDDEN = re.compile(r"(\d+) figures? (?:is|are) hidden\.")


@pytest.fixture(scope="module")
def people(workshop):
    """A leader and a funder; in three networks so few people of some groups were reached that they are hidden, and one statement."""
    with workshop.server.rows() as session:
        add_account(session, email="lena@workshop.example", password=PASSWORD, role="leader", all_networks=True)
        add_account(session, email="fred@workshop.example", password=PASSWORD, role="funder")
        networks = [
            network_with(session, name, reached={"migrants": 31, "families": 25 + place, **few})[0]
            for place, (name, few) in enumerate(NETWORKS.items())
        ]
        for number in range(1, 31):
            make_micro_project(session, networks[-1], f"Room {number}")
        make_voice(session, networks[0], WORDS, consent="funders", checked=True, consent_day=date(2026, 2, 1))
    return workshop


@pytest.fixture
def chosen(people):
    """The three networks as they stand in an address."""
    with people.server.rows() as session:
        ids = session.scalars(sa.select(Network.id).where(Network.name.in_(NETWORKS))).all()
    return ",".join(map(str, ids))


@pytest.fixture
def leader(people):
    window = people.window("lena")
    yield window
    none(window.take_faults())


def faults_in_both_themes(window, name):
    """What is wrong at both sizes and in both themes."""
    found = under(f"{name}, light", layout_faults(window))
    found += under(f"{name}, dark", faults_of_theme(window, "dark"))
    window.resize(390)
    found += under(f"{name}, 390 px, dark", layout_faults(window))
    window.turn("light")
    window.resize(1440)
    return found


def press(window, role, name, heading):
    """Press something that leads to a page with this heading."""
    window.page.get_by_role(role, name=name, exact=True).first.click()
    expect(window.page.locator("h1")).to_have_text(heading)
    window.settle()


def tick(window, label):
    """Tick a box, by its label or itself; the choice stands in the address once the page is drawn anew."""
    before = window.page.url
    (window.page.get_by_label(label, exact=True).first if isinstance(label, str) else label).check()
    window.page.wait_for_function("before => location.href !== before", arg=before)
    window.settle()


def fill(window, label, text):
    """Write into a field of the form and leave it."""
    before = window.page.url
    window.page.get_by_label(label, exact=True).fill(text)
    window.page.keyboard.press("Tab")
    window.page.wait_for_function("before => location.href !== before", arg=before)
    window.settle()


def hidden_figures(window):
    return int(HIDDEN.search(window.page.locator("main").inner_text())[1])


def releases(people):
    with people.server.rows() as session:
        return session.scalars(sa.select(Release.title).order_by(Release.id)).all()


def test_a_leader_composes_and_releases_with_the_mouse(people, chosen, leader):
    leader.open(f"/outcomes/new?lens={chosen}")
    fill(leader, "Title", "Spring report")
    fill(leader, "First month", "2016-01")
    fill(leader, "Last month", "2026-12")
    tick(leader, "fred@workshop.example")
    leader.page.locator("label", has_text=WORDS).click()
    leader.settle()
    choose_two_stories(leader)
    leader.page.get_by_role("button", name="Show what they would see").click()
    expect(leader.page.get_by_role("heading", name="Release it?")).to_be_visible()
    leader.settle()
    main = leader.page.locator("main")
    expect(main).to_contain_text("or all of a group: older adults; disadvantaged young people")
    expect(main).to_contain_text("1 statement or story is chosen. The stories of 2 micro projects are told.")
    faults = faults_in_both_themes(leader, "preview")
    before = hidden_figures(leader)
    leader.page.get_by_role("link", name="Show them as one").first.click()
    expect(leader.page.get_by_role("link", name="Show them apart again")).to_be_visible()
    leader.settle()
    faults += faults_in_both_themes(leader, "preview with a merge")
    none(faults)
    assert hidden_figures(leader) < before
    leader.page.get_by_role("link", name="Release it?").click()
    press(leader, "button", "Release it", "What came out of the micro projects?")
    expect(main).to_contain_text("Spring report")
    expect(main).to_contain_text(WORDS)
    assert releases(people)[-1] == "Spring report"


def choose_two_stories(leader):
    """Two boxes in folds: what was unfolded stays so when the page is drawn anew, and what is folded up again is not forgotten."""
    folds = {name: leader.page.locator(f".beside-told details:has(summary:has-text('{name}'))") for name in NETWORKS}
    for name in ("North", "South"):
        folds[name].locator("summary").click()
        tick(leader, folds[name].get_by_label("Sewing room"))
        expect(folds[name].locator("summary")).to_contain_text("1 chosen")
        expect(folds["North"].get_by_label("Sewing room")).to_be_visible()
    folds["North"].locator("summary").click()
    folds["West"].locator("summary").click()
    last = folds["West"].get_by_label("Room 30")
    tick(leader, last)
    expect(last).to_be_focused()
    before = leader.page.url
    last.uncheck()
    leader.page.wait_for_function("before => location.href !== before", arg=before)
    leader.settle()
    expect(last).to_be_visible()


def reach(window, text):
    """Press Tab until what carries these words has the focus."""
    for _ in range(MOST_TABS):
        if window.page.evaluate(FOCUSED) == text:
            return
        window.page.keyboard.press("Tab")
    pytest.fail(f"no way by keyboard to {text}")


def test_the_same_by_keyboard_alone(people, chosen, leader):
    leader.open(f"/outcomes/new?lens={chosen}&from=2016-01&to=2026-12")
    keyboard = leader.page.keyboard
    reach(leader, "Title")
    keyboard.type("Autumn report")
    keyboard.press("Tab")
    leader.page.wait_for_url("**title=Autumn*")
    leader.settle()
    reach(leader, "fred@workshop.example")
    keyboard.press("Space")
    leader.page.wait_for_url("**readers=*")
    leader.settle()
    assert leader.page.evaluate(FOCUSED) == "fred@workshop.example"
    reach(leader, "Show what they would see")
    keyboard.press("Enter")
    leader.page.wait_for_url("**show=1*")
    leader.settle()
    reach(leader, "Release it")
    keyboard.press("Enter")
    expect(leader.page.locator("h1")).to_have_text("What came out of the micro projects?")
    leader.settle()
    assert releases(people)[-1] == "Autumn report"


def test_two_releases_stand_side_by_side(leader):
    leader.open("/outcomes/compare")
    expect(leader.page.locator("main")).to_contain_text("Spring report")
    expect(leader.page.locator("main")).to_contain_text("Autumn report")
    none([*document_faults(leader, "en"), *faults_in_both_themes(leader, "side by side")])


def test_a_link_is_shared_read_without_script_and_withdrawn(people, leader, browser):
    leader.open("/outcomes")
    press(leader, "link", "Spring report", "What came out of the micro projects?")
    press(leader, "link", "Links and messages", "Who else may read this release?")
    leader.page.get_by_role("button", name="Make a link").click()
    shown = leader.page.locator(".one-time")
    expect(shown).to_have_count(2)
    address, password = shown.all_inner_texts()
    leader.settle()
    faults = faults_in_both_themes(leader, "sharing")
    path = urlsplit(address).path
    page = browser.new_context(java_script_enabled=False, locale="en").new_page()
    page.goto(f"{people.server.address}{path}")
    enter(page, "not-these-words")
    assert "This is not the password of this link." in page.inner_text("[role=alert]")
    enter(page, password)
    assert "Spring report" in page.inner_text("main")
    assert WORDS in page.inner_text("main")
    assert password not in page.url
    page.fill("textarea", "The house has two keys.")
    page.get_by_role("button", name="Send the message").click()
    assert "Your message has reached those who made this report." in page.inner_text("main")
    faults += of_the_shared_page(people, browser, path, password)
    leader.open(urlsplit(leader.page.url).path)
    expect(leader.page.locator(".said-list")).to_contain_text("The house has two keys.")
    leader.page.get_by_role("button", name=re.compile("Withdraw it")).first.click()
    expect(leader.page.locator("main")).to_contain_text("withdrawn")
    leader.settle()
    page.reload()
    assert page.inner_text("h1") == "This link is no longer in use"
    page.context.close()
    none(faults)


def enter(page, password):
    page.fill("#password", password)
    page.get_by_role("button", name="Open the report").click()


def of_the_shared_page(people, browser, path, password):
    """What is wrong with the page behind a link, before and after the password."""
    window = Visitor(browser.new_context(viewport={"width": 1440, "height": 900}, locale="en"), people.server.address)
    window.page.goto(f"{people.server.address}{path}")
    found = [*document_faults(window, "en"), *faults_without_shell(window, "shut")]
    enter(window.page, password)
    window.page.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    found += [*document_faults(window, "en"), *faults_without_shell(window, "open"), *window.take_faults()]
    window.page.context.close()
    return found


def faults_without_shell(window, name):
    found = under(f"{name}, light", layout_faults(window))
    found += under(f"{name}, dark", faults_of_theme(window, "dark"))
    window.page.set_viewport_size({"width": 390, "height": 844})
    found += under(f"{name}, 390 px", layout_faults(window))
    window.page.set_viewport_size({"width": 1440, "height": 900})
    window.turn("light")
    return found


def test_a_period_is_closed_and_opened_again_with_a_reason(leader):
    leader.open("/outcomes/periods")
    for label, text in (("Name", "The year 2025"), ("First day", "2025"), ("Last day", "2025")):
        leader.page.get_by_label(label, exact=True).fill(text)
    leader.page.get_by_role("button", name="Add the period").click()
    expect(leader.page.locator("main")).to_contain_text("The period is there, and open.")
    leader.settle()
    faults = faults_in_both_themes(leader, "periods")
    press(leader, "link", "The year 2025", "The year 2025")
    leader.page.get_by_role("button", name="Close the period").click()
    expect(leader.page.locator("main")).to_contain_text("The period is closed.")
    leader.settle()
    leader.page.get_by_role("button", name="Open the period again").click()
    expect(leader.page.locator("#reporting-period-reason-problem")).not_to_be_empty()
    faults += faults_in_both_themes(leader, "a closed period")
    leader.page.get_by_label("Why is it opened again?").fill("The minutes of one meeting came late.")
    leader.page.get_by_role("button", name="Open the period again").click()
    expect(leader.page.locator("main")).to_contain_text("The period is open again.")
    leader.settle()
    expect(leader.page.locator(".period-turns")).to_contain_text("The minutes of one meeting came late.")
    none(faults)
