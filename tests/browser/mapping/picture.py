"""What tests of mapping do in the picture of a network, and what they read from it."""

import sqlalchemy as sa

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


def ties_drawn(page, count):
    page.wait_for_function(f"count => ({EDGES})() === count", arg=count)


def shares(places):
    """How far right and down each stands, in shares of the whole picture."""
    found = {}
    for axis in (0, 1):
        values = [at[axis] for at in places.values()]
        low, high = min(values), max(values)
        found |= {f"{name} {axis}": (at[axis] - low) / (high - low) for name, at in places.items()}
    return found


def rows(workshop, model, network_id):
    with workshop.server.rows() as session:
        return session.scalars(sa.select(model).where(model.network_id == network_id, model.trashed_by.is_(None)).order_by(model.id)).all()
