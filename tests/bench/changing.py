"""Changes a filter of a picture in a real Chromium and tells how long it takes until it shows, and until everything has followed."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.visitor import IDLE

STEADY = 80
# Milliseconds from the change: until Cytoscape has drawn again; until nothing is under way and the browser has drawn, counted once it stays so.
CHANGE = """
async ([selector, value, steady]) => {
  const idle = %(idle)s;
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const turn = new MessageChannel(); turn.port1.onmessage = done; turn.port2.postMessage(0); }));
  const pause = () => new Promise((done) => setTimeout(done, 4));
  const field = document.querySelector(selector);
  const { cy } = [...document.querySelectorAll('div')].find((place) => place._cyreg)._cyreg;
  const drawn = new Promise((done) => cy.one('render', () => done(performance.now())));
  const begin = performance.now();
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(field, value);
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await pause();
  let since = null;
  while (since === null || performance.now() - since < steady) {
    if (!idle()) since = null;
    else if (since === null) { await frame(); if (idle()) since = performance.now(); }
    await pause();
  }
  return { picture: await drawn - begin, everything: since - begin };
}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Milliseconds until the picture had changed, and until all that hangs on the filter had."""

    picture: float
    everything: float


def change(page: Page, selector: str, value: str) -> Change:
    """Choose `value` in the field and wait until the page has followed."""
    return Change(**page.evaluate(CHANGE % {"idle": IDLE}, [selector, value, STEADY]))
