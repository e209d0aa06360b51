"""What is looked at on every page, as sentences about what is wrong."""

import pytest

from tests.browser.accessibility import COLOURS, violations
from tests.browser.visitor import Visitor

NARROWEST = 320
# Elements that stick out on the right, without those inside something that scrolls or cuts off by itself.
TOO_WIDE = """() => {
  const root = document.documentElement, room = window.innerWidth;
  if (root.scrollWidth <= room) return [];
  const cut = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  };
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map(word => '.' + word).join('');
  const place = (element) => [element.parentElement.parentElement, element.parentElement, element].map(name).join(' > ');
  const out = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > room + 0.5 && !cut(element));
  const inmost = out.filter(element => !out.some(other => other !== element && element.contains(other)));
  return [`${root.scrollWidth} px of content`, ...new Set(inmost.map(place))].slice(0, 6);
}"""
UNSAFE_LINKS = """() => [...document.querySelectorAll('[href], [src], [action]')]
  .map(element => element.getAttribute('href') || element.getAttribute('src') || element.getAttribute('action') || '')
  .filter(target => /^[a-z][a-z0-9+.-]*:/i.test(target.trim()) && !/^(https?|mailto|data:image|blob):?/i.test(target.trim()))"""
DOUBLE_IDS = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}"""


def none(faults: list[str]) -> None:
    """Fail the test with all faults, one a line, unless there is none."""
    if faults:
        pytest.fail("\n".join(dict.fromkeys(faults)), pytrace=False)


def under(circumstances: str, faults: list[str]) -> list[str]:
    """The faults, each with the circumstances in which it was seen."""
    return [f"{circumstances}: {fault}" for fault in faults]


def document_faults(window: Visitor, language: str, title: str | None = None) -> list[str]:
    """Wrong about the document as a whole: language, title (where known beforehand), heading, ids, targets of links."""
    page = window.page
    headings = page.locator("h1").all_inner_texts()
    faults = [
        (page.get_attribute("html", "lang") != language, f"lang is {page.get_attribute('html', 'lang')!r}"),
        (not page.title().strip(), "the document has no title"),
        (title is not None and page.title() != title, f"the title is {page.title()!r} instead of {title!r}"),
        (len(headings) != 1 or not headings[0].strip(), f"the level-1 headings are {headings}"),
        *((True, f"two elements have the id {name!r}") for name in page.evaluate(DOUBLE_IDS)),
        *((True, f"a link or source is {target!r}") for target in page.evaluate(UNSAFE_LINKS)),
    ]
    return [text for wrong, text in faults if wrong]


def layout_faults(window: Visitor) -> list[str]:
    """Wrong about what is drawn at this size, in this theme: sideways scrolling, and what axe-core finds."""
    return [*width_faults(window), *violations(window.page)]


def faults_of_theme(window: Visitor, theme: str) -> list[str]:
    """Wrong about what is drawn, once the device asks for the other theme; where things stand was looked at before."""
    window.turn(theme)
    return violations(window.page, COLOURS)


def width_faults(window: Visitor) -> list[str]:
    """Whether the page scrolls sideways, and what sticks out."""
    found = window.page.evaluate(TOO_WIDE)
    return [f"scrolls sideways: {', '.join(found)}"] if found else []
