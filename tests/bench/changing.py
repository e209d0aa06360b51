"""Changes a filter in a real Chromium and tells how long it takes until everything has followed."""

from playwright.sync_api import Page

from tests.browser.visitor import IDLE

STEADY = 80
# Milliseconds from the change until nothing is under way and the browser has drawn, counted once it stays so.
CHANGE = """
async ([selector, value, steady]) => {
  const idle = %(idle)s;
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const turn = new MessageChannel(); turn.port1.onmessage = done; turn.port2.postMessage(0); }));
  const pause = () => new Promise((done) => setTimeout(done, 4));
  const field = document.querySelector(selector);
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
  return since - begin;
}
"""


def change(page: Page, selector: str, value: str) -> float:
    """Choose `value` in the field; milliseconds until the page has followed."""
    return float(page.evaluate(CHANGE % {"idle": IDLE}, [selector, value, STEADY]))
