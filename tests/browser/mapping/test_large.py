"""Mapping where there are too many ties to draw all of them in full: 300 stakeholders, and a plain line for each tie."""

from itertools import pairwise

import pytest

from data_layer.action import acting
from data_layer.models import Network, Position, Stakeholder, Tie
from tests.browser.accessibility import violations
from tests.browser.inspection import layout_faults, none
from tests.browser.mapping.picture import rows, save_form, start_mapping

MEMBERS = 300
# The middle of the plain line of a tie on the page, where no stakeholder stands and no other line runs.
LONE_LINE = """() => {
  const net = window.lenNetwork, picture = net.page.picture(), box = document.getElementById('network-canvas').getBoundingClientRect();
  const at = one => picture.onScreen(one, 0);
  const far = ({ x, y }, tie) => {
    const [a, b] = [at(tie.from), at(tie.to)], [dx, dy] = [b.x - a.x, b.y - a.y];
    const part = Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
    return Math.hypot(a.x + part * dx - x, a.y + part * dy - y);
  };
  for (const tie of picture.shownTies.filter(one => !one.element)) for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const [a, b] = [at(tie.from), at(tie.to)], here = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
    const marks = picture.members.some(one => Math.hypot(at(one).x - here.x, at(one).y - here.y) < 14);
    if (marks || picture.shownTies.some(other => other !== tie && far(here, other) < 8)) continue;
    return { id: picture.data.tieIds[tie.index], from: tie.from.name, to: tie.to.name, x: box.left + here.x, y: box.top + here.y };
  }
}"""
PICKED = """() => {
  const picture = window.lenNetwork.page.picture();
  return picture.cy.edges('.picked').map(edge => picture.data.tieIds[Number(edge.id().slice(1))]);
}"""


@pytest.fixture
def crowd(workshop, valley):
    """The network with 294 more in a long chain, and six more ties across it."""
    with workshop.server.rows() as session:
        first = session.get(Network, valley)
        with acting(session, "test") as recorder:
            more = [Stakeholder(network_id=first.id, name=f"Member {n:03}", sector="users") for n in range(MEMBERS - 6)]
            recorder.insert_all(more)
        with acting(session, "test") as recorder:
            pairs = [*pairwise(more), *((more[n], more[n + 90]) for n in range(0, 180, 30))]
            recorder.insert_all(
                [Tie(network_id=first.id, from_id=one.id, to_id=other.id, relation="support", directed=True) for one, other in pairs]
            )
    return valley


def chosen(page):
    return page.wait_for_function(f"() => {{ const found = ({PICKED})(); return found.length ? found : null; }}").json_value()


def test_a_click_on_a_plain_line_chooses_its_tie_and_taking_it_back_brings_it_again(open_network, workshop, crowd):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    tie = page.evaluate(LONE_LINE)
    page.mouse.move(tie["x"], tie["y"])
    assert page.evaluate("() => window.lenNetwork.page.picture().lines.lit.length") == 1
    page.mouse.click(tie["x"], tie["y"] + 2)
    page.wait_for_selector("#network-panel [data-end]")
    assert page.inner_text("#network-panel h3") == f"{tie['from']} – {tie['to']}"
    assert chosen(page) == [tie["id"]]
    before = len(rows(workshop, Tie, crowd))
    page.click("#network-panel [data-trash]")
    page.wait_for_function(f"() => !({PICKED})().length")
    window.saved()
    assert len(rows(workshop, Tie, crowd)) == before - 1
    page.keyboard.press("Control+z")
    assert chosen(page) == [tie["id"]]
    page.wait_for_selector("#network-panel [data-end]")
    page.keyboard.press("Control+Shift+z")
    page.wait_for_function(f"() => !({PICKED})().length")
    window.saved()


def test_outside_of_mapping_a_click_on_a_plain_line_does_nothing(open_network, crowd):
    window = open_network("mapper")
    page = window.page
    page.locator("#network-canvas").evaluate("stage => stage.scrollIntoView({ block: 'center' })")
    window.drawn()
    tie = page.evaluate(LONE_LINE)
    page.mouse.click(tie["x"], tie["y"])
    window.settle()
    assert page.evaluate(PICKED) == []


def test_a_tie_is_chosen_in_the_panel_and_changed_with_the_keyboard_alone(open_network, crowd):
    window = open_network("mapper")
    page = window.page
    page.focus("#network-map")
    page.keyboard.press("Enter")
    page.focus("#network-find")
    page.keyboard.type("Member 120")
    page.wait_for_selector("#network-found [data-id]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#network-panel h3:text-is('Member 120')")
    page.focus("#network-panel .more summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("#network-panel [data-tie]")
    assert page.locator("#network-panel [data-tie]").all_inner_texts() == [
        "is supported and coached by Member 030",
        "is supported and coached by Member 119",
        "supports and coaches Member 121",
        "supports and coaches Member 210",
    ]
    none(violations(page))
    page.locator("#network-panel [data-tie]", has_text="Member 210").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#network-panel h3:text-is('Member 120 – Member 210')")
    assert len(chosen(page)) == 1
    assert page.evaluate("() => document.activeElement.id") == "network-panel"
    page.keyboard.press("Tab")
    assert "Edit" in page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #form-relation")
    page.select_option("dialog[open] #form-relation", label="money")
    save_form(window)
    page.wait_for_function("() => document.getElementById('network-panel')?.innerText.includes('gives money to')")
    window.saved()
    page.keyboard.press("Control+z")
    page.wait_for_function("() => document.getElementById('network-panel')?.innerText.includes('supports and coaches')")
    page.keyboard.press("Control+y")
    page.wait_for_function("() => document.getElementById('network-panel')?.innerText.includes('gives money to')")


def test_a_tie_of_the_table_is_shown_in_the_picture(open_network, crowd):
    window = open_network("mapper")
    page = window.page
    page.locator(".as-table summary").first.focus()
    page.keyboard.press("Enter")
    page.locator("#network-bonds button", has_text="Show it").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#network-panel [data-end]")
    assert len(chosen(page)) == 1
    none(layout_faults(window))


def test_the_list_of_a_net_map_is_narrowed_by_a_search_and_what_was_entered_stays(open_network, workshop, crowd):
    window = open_network("mapper")
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #net-map-day")
    rows_seen = page.locator("dialog[open] tr[data-stakeholder]:visible")
    assert rows_seen.count() == MEMBERS
    page.get_by_label("Power: Choir", exact=True).fill("3")
    page.get_by_label("Find a stakeholder").last.focus()
    page.keyboard.type("member 12")
    assert page.inner_text("#net-map-found") == f"10 of {MEMBERS} stakeholders"
    assert rows_seen.count() == page.locator(".net-map-tray .net-map-mark").count() == 10
    page.keyboard.press("Enter")
    for answer in ("5", "6"):
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Influence: Member 122"
    none(violations(page))
    none(layout_faults(window))
    page.get_by_label("Find a stakeholder").last.focus()
    page.keyboard.press("Escape")
    assert rows_seen.count() == MEMBERS
    page.keyboard.type("nobody at all")
    assert page.inner_text("#net-map-found") == "No stakeholder of this name"
    page.keyboard.press("Control+a")
    page.keyboard.type("ferry")
    save_form(window)
    window.saved()
    kept = [(row.influence, row.power) for row in rows(workshop, Position, crowd)]
    assert sorted(kept, key=str) == [(5, None), (6, None), (None, 3)]
    page.keyboard.press("Control+z")
    page.locator("#message", has_text="Taken back").wait_for()
    window.saved()
    assert rows(workshop, Position, crowd) == []
    page.keyboard.press("Control+y")
    page.locator("#message", has_text="Done again").wait_for()
    window.saved()
    assert len(rows(workshop, Position, crowd)) == 3


def test_a_refused_answer_is_seen_whatever_is_searched(open_network, crowd):
    window = open_network("mapper", width=390)
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.click()
    page.wait_for_selector("dialog[open] #net-map-day")
    page.get_by_label("Power: Choir", exact=True).fill("9")
    page.get_by_label("Find a stakeholder").last.fill("Member 200")
    none(layout_faults(window))
    page.locator("dialog[open] [type=submit]").click()
    page.wait_for_selector("dialog[open] [aria-invalid=true]")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Power: Choir"
    page.get_by_label("Power: Choir", exact=True).fill("")
    page.get_by_role("button", name="Cancel").click()
    page.wait_for_selector("dialog", state="detached")
