"""Loads pages in a real Chromium and tells when they were ready, and what came over the wire."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench.database import PASSWORD, email_of
from tests.bench.releases import LINK_PASSWORD
from tests.bench.visits import LINK, Visit
from tests.browser.chromium import system_browser
from tests.browser.visitor import IDLE

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
VIEWPORT = {"width": 1440, "height": 900}
# A page that goes on working after it looked ready is not ready; so long it must stay as it is (ms).
STEADY = 50
TIMEOUT = 20_000
# Runs before any script of the page. `ready` is the time since the navigation began at which the page stood as it then stayed;
# `parts` are the times at which single parts had been drawn.
WATCH = """
(() => {
  const wanted = %(wanted)s, idle = %(idle)s;
  const seen = {}, bench = window.bench = { ready: null, parts: {} };
  const drawn = (then) => requestAnimationFrame(() => { const turn = new MessageChannel(); turn.port1.onmessage = then; turn.port2.postMessage(0); });
  const small = document.createElement('canvas');
  const painted = () => [...document.querySelectorAll('canvas')].some((canvas) => {
    if (!canvas.width) return false;
    small.width = small.height = 24;
    const brush = small.getContext('2d', { willReadFrequently: true });
    brush.drawImage(canvas, 0, 0, 24, 24);
    return brush.getImageData(0, 0, 24, 24).data.some((value) => value);
  });
  let waiting = false;
  const look = () => {
    for (const [name, selector] of Object.entries(wanted.parts))
      if (!seen[name] && document.querySelector(selector)) { seen[name] = true; drawn(() => { bench.parts[name] = performance.now(); }); }
    if (waiting) return;
    if (!document.querySelector(wanted.selector) || !idle()) { bench.ready = null; return; }
    if (bench.ready !== null) return;
    waiting = true;
    drawn(() => { waiting = false; if (idle() && (!wanted.canvas || painted())) bench.ready = performance.now(); });
  };
  setInterval(look, 4);
})();
"""
# A page without a script has nothing under way once it has come.
LOADED = "() => document.readyState === 'complete'"
STEADILY_READY = "steady => window.bench && bench.ready !== null && performance.now() - bench.ready > steady"


@dataclass(frozen=True, slots=True)
class Load:
    """One load: milliseconds from the beginning of the navigation until ready, likewise of parts; bytes on the wire by address."""

    ready: float
    parts: dict[str, float]
    wire: dict[str, int] = field(repr=False)

    @property
    def size(self) -> int:
        """Bytes on the wire, headers included."""
        return sum(self.wire.values())


BARE = Visit("bare", "/", "", "#bare", 1.0)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that talks to nobody but us."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=list(FLAGS))
        yield browser
        browser.close()


def signed_in(browser: Browser, address: str, role: str) -> Any:
    """What a browser keeps after the log-in of this role, without having opened a page."""
    context = browser.new_context()
    try:
        context.request.get(f"{address}/login")
        token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "_csrf_token")
        form = {"email": email_of(role), "password": PASSWORD, "csrf_token": token}
        answer = context.request.post(f"{address}/login", form=form, headers={"Origin": address}, max_redirects=0)
        if answer.status != 302:
            raise RuntimeError(f"{role} could not log in: {answer.status}")
        return context.storage_state()
    finally:
        context.close()


def unlocked(browser: Browser, address: str, path: str) -> Any:
    """What a browser keeps after it gave the password of a link to a release."""
    context = browser.new_context()
    try:
        form = {"do": "open", "password": LINK_PASSWORD}
        answer = context.request.post(address + path, form=form, headers={"Origin": address}, max_redirects=0)
        if answer.status != 303:
            raise RuntimeError(f"the link was not unlocked: {answer.status}")
        return context.storage_state()
    finally:
        context.close()


def open_context(browser: Browser, state: Any = None) -> BrowserContext:
    """A window with an empty cache, signed in where `state` says so."""
    return browser.new_context(viewport=VIEWPORT, locale="en", storage_state=state)


class Tab:
    """One tab that loads pages one after the other; the cache is its context's."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self._script: Any = None
        self._wire: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._devtools = context.new_cdp_session(self.page)
        self._devtools.send("Network.enable")
        self._devtools.send("Page.enable")
        self._devtools.on("Network.requestWillBeSent", self._name)
        self._devtools.on("Network.loadingFinished", self._weigh)

    def load(self, visit: Visit) -> Load:
        """Load a page and wait until it stands."""
        self._watch_for(visit)
        self._wire.clear()
        self.page.goto(self.address + visit.address, wait_until="commit")
        self.page.wait_for_function(STEADILY_READY, arg=STEADY, timeout=TIMEOUT)
        found = self.page.evaluate("bench")
        return Load(found["ready"], found["parts"], dict(self._wire))

    def _watch_for(self, visit: Visit) -> None:
        if self._script is not None:
            self._devtools.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self._script})
        wanted = json.dumps({"selector": visit.selector, "parts": visit.parts, "canvas": visit.canvas})
        source = WATCH % {"wanted": wanted, "idle": LOADED if visit.role == LINK else IDLE}
        self._script = self._devtools.send("Page.addScriptToEvaluateOnNewDocument", {"source": source})["identifier"]

    def _name(self, event: dict[str, Any]) -> None:
        self._names[event["requestId"]] = event["request"]["url"].removeprefix(self.address).partition("?")[0]

    def _weigh(self, event: dict[str, Any]) -> None:
        name = self._names.get(event["requestId"], "?")
        self._wire[name] = self._wire.get(name, 0) + int(event["encodedDataLength"])


def load_cold(browser: Browser, address: str, visit: Visit, state: Any = None) -> Load:
    """Load a page as the first thing that a browser does there."""
    context = open_context(browser, state)
    try:
        return Tab(context, address).load(visit)
    finally:
        context.close()
