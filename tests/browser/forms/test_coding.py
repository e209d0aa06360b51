"""Two people code a statement by keyboard, the second without seeing what the first chose."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.action import acting
from data_layer.models import Coding, Network, Voice
from tests.browser.inspection import layout_faults, none
from tests.browser.workshop import HOME


@pytest.fixture
def statement(workshop):
    """The id of a statement that nobody has looked at, and of the one that comes after it."""
    with workshop.server.rows() as session, acting(session, "test") as action:
        home = session.scalars(sa.select(Network.id).where(Network.name == HOME)).one()
        words = ("They asked us before they built.", "Nobody asked us before they built.")
        made = [action.insert(Voice(network_id=home, words=each, kind="helped", teller="service_user")) for each in words]
        return made[1].id, made[0].id


def code_by_keyboard(window, voice, *keys):
    """Put the focus on the first box of a statement, and type."""
    window.page.locator(f"#voice-{voice} .tick").first.focus()
    for key in keys:
        window.page.keyboard.press(key)
    expect(window.page.locator("#message")).to_contain_text("Themes saved.")
    window.saved()
    window.settle()


def kept(workshop, voice):
    with workshop.server.rows() as session:
        query = sa.select(Coding.round, Coding.theme).where(Coding.voice_id == voice, Coding.trashed_by.is_(None))
        return {tuple(row) for row in session.execute(query)}


def test_two_people_code_by_keyboard(workshop, statement):
    voice, following = statement
    anna, bela = workshop.window("anna"), workshop.window("bela")
    anna.open("/voices?wait=unchecked")
    anna.page.locator(f"#voice-{voice} .tick").first.focus()
    anna.page.keyboard.press("4")
    anna.page.keyboard.press("Enter")
    expect(anna.page.locator(f"#voice-{voice} .field-error")).to_contain_text("Look first that no name")
    expect(anna.page.locator(f"#voice-{voice} [data-looked]")).to_be_focused()
    anna.page.keyboard.press("Space")
    anna.page.keyboard.press("Enter")
    expect(anna.page.locator(f"#voice-{voice} .coding")).to_have_count(0)
    expect(anna.page.locator(f"#voice-{following} .tick").first).to_be_focused()
    assert kept(workshop, voice) == {("first", "time")}

    bela.open("/voices?wait=one")
    expect(bela.page.locator(f"#voice-{voice} .tick[aria-checked=true]")).to_have_count(0)
    code_by_keyboard(bela, voice, "4", "1", "1", "Enter")
    assert kept(workshop, voice) == {("first", "time"), ("second", "time")}
    none([*anna.take_faults(), *bela.take_faults()])


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["/voices", "/indicators?ended=2018"])
def test_statements_and_indicators_are_accessible_and_fit(workshop, statement, path, width):
    window = workshop.window()
    window.resize(width)
    window.open(path)
    window.open_details()
    none(layout_faults(window))
    window.resize(1440)
    none(window.take_faults())
