"""Mapping in the picture of a network: by mouse, by keyboard, by finger, and by two people at once."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.models import Network, Position, Stakeholder, Tie
from tests.browser.inspection import layout_faults, none
from tests.browser.workshop import PASSWORD
from tests.factories import make_network, make_position, make_stakeholder, make_tie

NAMES = ("Allotments", "Bakery", "Choir", "Day centre", "Evening school", "Ferry")
AT = """name => {
  const cy = document.getElementById('network-graph')._cyreg.cy, box = document.getElementById('network-canvas').getBoundingClientRect();
  const node = cy.nodes().filter(one => (one.data('l') || '') === name)[0], at = node.renderedPosition();
  return [box.left + at.x, box.top + at.y];
}"""
PLACES = """() => Object.fromEntries(document.getElementById('network-graph')._cyreg.cy.nodes().not('.frame, .ring')
  .map(node => [node.data('l'), [node.position().x, node.position().y]]))"""
EDGES = "() => document.getElementById('network-graph')._cyreg.cy.edges().not('.gone').length"
MIDDLE_OF_LAST_TIE = """() => {
  const cy = document.getElementById('network-graph')._cyreg.cy, box = document.getElementById('network-canvas').getBoundingClientRect();
  const middle = cy.edges().last().renderedMidpoint();
  return [box.left + middle.x, box.top + middle.y];
}"""
VIEW = "() => { const cy = document.getElementById('network-graph')._cyreg.cy; return [cy.zoom(), cy.pan().x, cy.pan().y]; }"
SOON_MS = 5_000


@pytest.fixture(scope="module")
def people(workshop):
    """Two coordinators and a leader who come to test here and change no other LEN."""
    with workshop.server.rows() as session:
        network = make_network(session, "Valley of maps")
        for name in ("mapper", "neighbour"):
            add_account(session, email=f"{name}@workshop.example", password=PASSWORD, role="coordinator", networks=(network.name,))
        add_account(session, email="onlooker@workshop.example", password=PASSWORD, role="leader", networks=(network.name,))
        return network.id


@pytest.fixture
def valley(workshop, people):
    """The id of the network, which has six stakeholders in a ring again, and nothing mapped."""
    with workshop.server.rows() as session:
        for model in (Position, Tie, Stakeholder):
            session.execute(sa.delete(model).where(model.network_id == people))
    with workshop.server.rows() as session:
        network = session.get(Network, people)
        ring = [make_stakeholder(session, network, name, sector="users") for name in NAMES]
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
            make_tie(session, one, other)
    return people


@pytest.fixture
def open_network(workshop, valley):
    opened = []

    def window_of(person, **look):
        window = workshop.window(person, **look)
        window.open(f"/network?network={valley}")
        window.page.wait_for_selector("#network-canvas[data-drawn]")
        window.settle()
        opened.append(window)
        return window

    yield window_of
    for window in opened:
        none(window.take_faults())


def start_mapping(window):
    window.page.locator("#network-map").click()
    in_sight(window)


def in_sight(window):
    window.page.locator("#network-canvas").evaluate("stage => stage.scrollIntoView({ block: 'center' })")
    window.drawn()
    window.drawn()  # Cytoscape hears of the scrolling with the next frame


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def save_form(window):
    window.page.locator("dialog[open] [type=submit]").click()
    window.page.wait_for_selector("dialog", state="detached")


def ties_drawn(page, count, **patience):
    page.wait_for_function(f"count => ({EDGES})() === count", arg=count, **patience)


def rows(workshop, model, network_id):
    with workshop.server.rows() as session:
        return session.scalars(sa.select(model).where(model.network_id == network_id, model.trashed_by.is_(None)).order_by(model.id)).all()


def test_a_leader_gets_none_of_it(open_network):
    window = open_network("onlooker")
    assert window.page.locator("#network-map, [data-form], [data-net-map]").count() == 0
    assert not [address for address in window.take_requests() if "/network-edit/" in address]


def test_nobody_drags_by_accident(open_network):
    window = open_network("mapper")
    page, before = window.page, window.page.evaluate(PLACES)
    page.locator("#network-canvas").scroll_into_view_if_needed()
    window.drawn()
    x, y = page.evaluate(AT, "Choir")
    drag(page, (x, y), (x + 60, y + 60))
    assert page.evaluate(PLACES) == before


def test_a_tie_is_drawn_from_one_to_the_other_with_the_mouse(open_network, workshop, valley):
    window = open_network("mapper")
    start_mapping(window)
    window.page.locator("#network-draw").click()
    window.drawn()
    drag(window.page, window.page.evaluate(AT, "Allotments"), window.page.evaluate(AT, "Day centre"))
    window.page.wait_for_selector("dialog[open] #form-from")
    assert [window.page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Allotments", "Day centre"]
    save_form(window)
    ties_drawn(window.page, 7)
    assert len(rows(workshop, Tie, valley)) == 7


def test_a_tie_is_drawn_with_the_keyboard_alone(open_network):
    window = open_network("mapper")
    page = window.page
    page.focus("#network-map")
    page.keyboard.press("Enter")
    page.focus("#network-draw")
    page.keyboard.press("Enter")
    for name in ("Bakery", "Evening school"):
        page.focus("#network-find")
        page.keyboard.type(name)
        page.wait_for_selector("#network-found [data-id]")
        page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #form-from")
    assert [page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Bakery", "Evening school"]
    page.focus("dialog[open] [type=submit]")
    page.keyboard.press("Enter")
    ties_drawn(page, 7)


def test_a_tie_is_ended_and_thrown_away_from_the_panel(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    page.mouse.click(*page.evaluate(MIDDLE_OF_LAST_TIE))
    page.wait_for_selector("#network-panel [data-end]")
    assert "Ferry – Allotments" in page.inner_text("#network-panel h3")
    page.click("#network-panel [data-end]")
    page.wait_for_selector("dialog[open] #form-end")
    page.fill("#form-end", "2025-03")
    save_form(window)
    page.wait_for_function("() => document.getElementById('network-panel').innerText.includes('until March 2025')")
    assert [tie.end_last for tie in rows(workshop, Tie, valley)].count(date(2025, 3, 31)) == 1
    page.click("#network-panel [data-trash]")
    ties_drawn(page, 5)
    page.keyboard.press("Control+z")
    ties_drawn(page, 6)


def test_a_stakeholder_that_was_dragged_stands_there_after_a_reload_and_goes_back_when_it_is_taken_back(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    x, y = page.evaluate(AT, "Choir")
    middle = page.locator("#network-canvas").bounding_box()
    target = (middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
    with page.expect_response("**/edit"):
        drag(page, (x, y), target)
    dropped = page.evaluate(PLACES)
    assert dropped["Choir"] != before["Choir"]
    assert {name: at for name, at in dropped.items() if name != "Choir"} == {name: at for name, at in before.items() if name != "Choir"}
    window.open(f"/network?network={valley}")
    window.page.wait_for_selector("#network-canvas[data-drawn]")
    assert shares(page.evaluate(PLACES)) == pytest.approx(shares(dropped), abs=0.12)
    page.keyboard.press("Control+z")
    page.locator("#message", has_text="Taken back").wait_for()
    window.settle()
    assert shares(page.evaluate(PLACES)) == pytest.approx(shares(before), abs=0.01)
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6


def test_two_are_dragged_as_one_action_and_the_ties_can_arrange_everybody_anew(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    page.mouse.click(*page.evaluate(AT, "Choir"))
    page.keyboard.down("Shift")
    page.mouse.click(*page.evaluate(AT, "Bakery"))
    page.keyboard.up("Shift")
    x, y = page.evaluate(AT, "Bakery")
    with page.expect_response("**/edit"):
        drag(page, (x, y), (x + 24, y + 16))
    after = page.evaluate(PLACES)
    moved = {name for name in NAMES if after[name] != before[name]}
    assert moved == {"Bakery", "Choir"}
    window.settle()
    page.get_by_role("button", name="Arrange anew").click()
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] === x", arg=["Choir", before["Choir"][0]])
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6
    page.keyboard.press("Control+z")
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] !== x", arg=["Choir", before["Choir"][0]])
    assert None not in [row.x for row in rows(workshop, Stakeholder, valley)]


def shares(places):
    """How far right and down each stands, in shares of the whole picture."""
    found = {}
    for axis in (0, 1):
        values = [at[axis] for at in places.values()]
        low, high = min(values), max(values)
        found |= {f"{name} {axis}": (at[axis] - low) / (high - low) for name, at in places.items()}
    return found


def test_arrow_keys_move_the_chosen_stakeholder_and_are_one_action(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    page.locator(".as-table summary").first.focus()
    page.keyboard.press("Enter")
    page.locator("#network-people button", has_text="Place it: Choir").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.className") == "net-keys"
    before = page.evaluate(PLACES)["Choir"]
    with page.expect_response("**/edit"):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowDown")
    x, y = page.evaluate(PLACES)["Choir"]
    assert (x - before[0], y - before[1]) == (16, 40)
    window.settle()
    page.keyboard.press("Control+z")
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] === x", arg=["Choir", before[0]])
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6


def test_a_new_stakeholder_appears_without_a_reload(open_network):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    page.get_by_role("button", name="Add a stakeholder").click()
    page.fill("dialog[open] #form-name", "Garden club")
    save_form(window)
    page.wait_for_function(
        "() => document.getElementById('network-graph')._cyreg.cy.nodes().some(node => node.data('l') === 'Garden club')"
    )
    after = page.evaluate(PLACES)
    assert {name: at for name, at in after.items() if name in before} == before
    assert page.inner_text("#network-status").startswith("7 stakeholders")
    page.get_by_label("Sector", exact=True).select_option("unknown")
    page.wait_for_function("() => document.getElementById('network-status').innerText.startsWith('1 of 7')")


def test_a_net_map_is_entered_by_keyboard_and_shown_as_seen_then(open_network, workshop, valley):
    with workshop.server.rows() as session:
        choir = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == valley, Stakeholder.name == "Choir")).one()
        make_position(session, choir, power=4, interest=1, day_first=date(2020, 1, 1), day_last=date(2020, 12, 31))
    window = open_network("mapper")
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #net-map-day")
    page.keyboard.type("2024-05")
    page.keyboard.press("Tab")
    page.keyboard.type("Who decides on rooms?")
    page.get_by_label("Power: Allotments").focus()
    for answer in ("1", "2", "4"):
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    page.get_by_label("Interest: Allotments", exact=True).focus()
    page.keyboard.type("4")
    page.get_by_label("Influence: Choir").focus()
    page.keyboard.type("7")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog", state="detached")
    kept = [(row.question, row.day_first, row.influence, row.power, row.interest) for row in rows(workshop, Position, valley)[1:]]
    question, day = "Who decides on rooms?", date(2024, 5, 1)
    assert kept == [(question, day, None, 1, 4), (question, day, None, 2, None), (question, day, 7, 4, None)]
    page.wait_for_selector("select[id*=mapping]")
    assert "Allotments" in page.inner_text(".corner-build")
    page.get_by_label("Mapping", exact=True).select_option(label="2020")
    page.wait_for_function("() => document.querySelector('.corner-satisfied').innerText.includes('Choir')")
    assert "Allotments" not in page.inner_text(".corner-build")
    window.settle()
    page.keyboard.press("Control+z")
    page.wait_for_selector("select[id*=mapping]", state="detached")


def test_two_people_with_different_answers_both_see_them_and_the_second_chooses(open_network, workshop, valley):
    with workshop.server.rows() as session:
        choir = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == valley, Stakeholder.name == "Choir")).one()
        make_position(session, choir, power=4, question="Who pays?")
    windows = [open_network(person) for person in ("mapper", "neighbour")]
    for window, answer in zip(windows, ("1", "2"), strict=True):
        window.page.bring_to_front()
        window.page.get_by_role("button", name="Change this mapping").click()
        window.page.get_by_label("Power: Choir", exact=True).fill(answer)
    windows[0].page.bring_to_front()
    save_form(windows[0])
    page = windows[1].page
    page.bring_to_front()
    page.click("dialog[open] [type=submit]")
    page.wait_for_selector("dialog[open] .field-error:has-text('Now: 1')")
    page.get_by_role("button", name="Keep mine").click()
    save_form(windows[1])
    assert [row.power for row in rows(workshop, Position, valley)] == [2]


def test_dragging_a_mark_in_the_grid_fills_in_power_and_interest(open_network):
    window = open_network("mapper")
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.click()
    page.wait_for_selector("dialog[open] .net-map-mark")
    mark = page.locator(".net-map-mark", has_text="Ferry")
    mark.scroll_into_view_if_needed()
    cell = page.locator(".net-map-cell[data-power='2'][data-interest='3']")
    (start, end) = (mark.bounding_box(), cell.bounding_box())
    drag(page, (start["x"] + 8, start["y"] + 8), (end["x"] + 20, end["y"] + 10))
    assert [page.get_by_label(f"{name}: Ferry", exact=True).input_value() for name in ("Power", "Interest")] == ["2", "3"]
    assert "Ferry" in cell.inner_text()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Close without saving", exact=True).click()
    page.wait_for_selector("dialog", state="detached")


def test_what_a_neighbour_adds_appears_within_five_seconds_and_nothing_else_moves(open_network):
    watching, adding = open_network("mapper"), open_network("neighbour")
    page = watching.page
    page.locator("[data-zoom=in]").click()
    page.locator("[data-choose]", has_text="Bakery").first.click()
    page.wait_for_selector("#network-panel h3:text-is('Bakery')")
    watching.settle()
    view, places = page.evaluate(VIEW), page.evaluate(PLACES)
    adding.page.bring_to_front()
    adding.page.locator(".as-table summary").first.click()
    adding.page.locator("#network-people button", has_text="Add a tie: Bakery").click()
    adding.page.wait_for_selector("dialog[open] #form-to")
    adding.page.fill("#form-to", "Ferry")
    save_form(adding)
    page.bring_to_front()
    ties_drawn(page, 7, timeout=SOON_MS)
    page.wait_for_function("() => document.getElementById('network-panel').innerText.includes('Ferry')")
    assert page.inner_text("#network-panel h3") == "Bakery"
    assert (page.evaluate(VIEW), page.evaluate(PLACES)) == (view, places)
    assert page.inner_text("#network-status") == "6 stakeholders, 7 ties"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_mapping_is_open_to_everybody_and_fits(open_network, width, theme):
    window = open_network("mapper", width=width)
    window.turn(theme)
    window.resize(width)
    window.page.locator("#network-map").click()
    window.open_details()
    none(layout_faults(window))
    window.page.get_by_role("button", name="New Net-Map").first.click()
    window.page.wait_for_selector("dialog[open]")
    window.drawn()
    none(layout_faults(window))
    window.page.get_by_role("button", name="Cancel").click()


def touch(page, *places):
    """A finger goes down at the first place, over the others, and up."""
    fingers = page.context.new_cdp_session(page)
    for kind, at in (("touchStart", places[0]), *(("touchMove", at) for at in places[1:]), ("touchEnd", None)):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at[0], "y": at[1]}] if at else []})


def test_a_finger_moves_a_stakeholder_on_a_phone(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)["Choir"]
    x, y = page.evaluate(AT, "Choir")
    with page.expect_response("**/edit"):
        touch(page, (x, y), (x, y + 20), (x + 10, y + 50))
    after = page.evaluate(PLACES)["Choir"]
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((10, 50), abs=2)


def test_a_finger_draws_a_tie_on_a_phone(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    page.locator("#network-draw").click()
    in_sight(window)
    (x, y), (right, below) = page.evaluate(AT, "Allotments"), page.evaluate(AT, "Choir")
    touch(page, (x, y), ((x + right) / 2, (y + below) / 2), (right, below))
    page.wait_for_selector("dialog[open] #form-from")
    assert [page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Allotments", "Choir"]
    save_form(window)
    ties_drawn(page, 7)


def test_a_finger_beside_the_stakeholders_scrolls_the_page(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    before, box = page.evaluate(PLACES), page.locator("#network-canvas").bounding_box()
    top = page.evaluate("() => window.scrollY")
    place = (box["x"] + 4, 600)
    touch(page, place, *[(place[0], place[1] - down) for down in (20, 60, 120, 180)])
    page.wait_for_function("top => window.scrollY > top", arg=top)
    assert page.evaluate(PLACES) == before
    # Cytoscape tries to stop the scrolling that the browser has begun; that it may not is what is wanted.
    none([fault for fault in window.take_faults() if "Ignored attempt to cancel a touchend" not in fault])
