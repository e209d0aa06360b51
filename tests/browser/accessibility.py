"""What axe-core finds wrong on a page, judged by WCAG 2.0, 2.1 and 2.2, levels A and AA."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # axe leaves the rules of WCAG 2.2 switched off by itself
    "resultTypes": ["violations"],
    "preload": False,
}
# The two themes differ in nothing but colours.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": OF_COLOURS}}
BUT_COLOURS = {**OPTIONS, "rules": {"target-size": {"enabled": True}, **{rule: {"enabled": False} for rule in OF_COLOURS}}}
# axe reads each colour anew for every pair of an element and what it stands on; a colour that was read once is known.
REMEMBER = """() => {
  const colour = axe.commons.color.Color.prototype, read = colour.parseString, known = new Map();
  colour.parseString = function (text) {
    if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
    else known.set(text, (({ r, g, b, alpha }) => [r, g, b, alpha])(read.call(this, text)));
    return this;
  };
}"""
# What belongs to a colour axe keeps in weak maps, at which the browser is slow; kept on the colour itself it takes half the time.
QUICK = """() => {
  const kept = () => class {
    constructor() { this.name = Symbol('kept'); }
    has(of) { return this.name in of; }
    get(of) { return of[this.name]; }
    set(of, value) { of[this.name] = value; return this; }
    add(of) { of[this.name] = true; return this; }
    delete(of) { return delete of[this.name]; }
  };
  (function (WeakMap, WeakSet) {
AXE
  }).call(window, kept(), kept());
}""".replace("AXE", AXE_SCRIPT)
RUN = """async options => {
  const found = await axe.run(document, options);
  return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.failureSummary.split('\\n')[1] || '']));
}"""


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """One line per element that breaks a rule: the rule, where it is, what is wrong."""
    if page.evaluate("() => typeof window.axe === 'undefined'"):
        page.evaluate(QUICK)
        page.evaluate(REMEMBER)
    return [f"axe {rule}: {place} ({why.strip()})" for rule, place, why in page.evaluate(RUN, options)]
