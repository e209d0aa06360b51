"""A person at a browser: opens pages, follows links, and notes every fault that the browser shows on the way."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Locator, Request, Response
from playwright.sync_api import TimeoutError as TookTooLong

# Dash's own store tells when nothing is under way; there is no mark for it in the page.
IDLE = """() => {
  const store = window.dash_stores?.[0];
  if (!store) return false;
  const state = store.getState(), waiting = state.callbacks;
  return state.appLifecycle === 'HYDRATED' && !state.isLoading
    && ['requested', 'prioritized', 'blocked', 'executing', 'watched', 'executed', 'stored'].every(list => !(waiting[list] || []).length);
}"""
# What is off the screen is laid out a moment after the page stands; pages without the shell have nothing to lay out later.
LAID_OUT = "() => !document.getElementById('main') || document.documentElement.dataset.settled !== undefined"
NOTHING_UNSAVED = "() => !window.len?.unsaved || window.len.unsaved() === 0"
STANDS = f"""() => {{
  const heading = document.querySelector('#_pages_content h1');
  return heading && heading.checkVisibility({{ visibilityProperty: true }}) && ({IDLE})() && ({LAID_OUT})();
}}"""
AT_PLACE = "path => document.body?.dataset.place === path"
# Two frames after what is moving has come to rest.
DRAWN = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  await frame();
  const ends = (motion) => Number.isFinite(motion.effect.getComputedTiming().endTime);
  // What moves inside something folded up never says that it has come to an end.
  const moving = document.getAnimations().filter(motion => ends(motion) && motion.effect.target.checkVisibility());
  await Promise.all(moving.map(motion => motion.finished.catch(() => undefined)));
  await frame();
}"""
# Runs before any script of a page and outlives none: what it hears is told to Python at once.
LISTEN = """
  document.addEventListener('securitypolicyviolation', (event) =>
    window.tellFault(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`));
"""
# A picture on a canvas follows a moment after the window.
FITTED = """() => [...document.querySelectorAll('.net-picture canvas')]
  .every(canvas => canvas.getBoundingClientRect().width <= canvas.closest('.net-picture').clientWidth + 1)"""
# What a page that does not come to rest is doing.
STATE = """async () => {
  const state = window.dash_stores?.[0]?.getState();
  const frame = await Promise.race([new Promise(done => requestAnimationFrame(() => done(true))), new Promise(done => setTimeout(() => done(false), 1000))]);
  const lists = Object.entries(state?.callbacks || {}).filter(([, list]) => Array.isArray(list) && list.length);
  return JSON.stringify({
    loaded: document.readyState, visible: document.visibilityState, draws: frame,
    place: document.body.dataset.place, settled: document.documentElement.dataset.settled,
    dash: state?.appLifecycle, loading: state?.isLoading,
    waiting: Object.fromEntries(lists.filter(([name]) => name !== 'stored' && name !== 'completed').map(([name, list]) => [name, list.map(one => one.callback?.output)])),
  });
}"""
# For a machine that has much else to do: how long something takes decides no test, only whether it happens.
PATIENCE_MS = 45_000
LONGEST = 300
OURS = ("http", "https", "ws", "wss")


class Visitor:
    """One browser window of one person; `faults` collects sentences until `take_faults` is called."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.host = urlsplit(address).netloc
        self.faults: list[str] = []
        self.requested: list[str] = []
        self.refusals_meant = False
        context.expose_binding("tellFault", lambda _source, text: self.faults.append(text))
        context.add_init_script(LISTEN)
        context.set_default_timeout(PATIENCE_MS)
        self.page = context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", self._hear_error)
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("dialog", self._refuse_dialog)

    def open(self, path: str) -> None:
        """Type an address, once all that was changed is saved."""
        self.saved()
        self.page.goto(f"{self.address}{path}")
        self.settle()

    def follow(self, link: Locator) -> None:
        """Click a link to another page of the dashboard, once all that was changed is saved."""
        self.saved()
        target = urlsplit(str(link.evaluate("link => link.href"))).path
        link.click()
        self.page.wait_for_function(AT_PLACE, arg=target)
        self.settle()

    def settle(self) -> None:
        """Wait until the page stands and nothing is under way; the test fails with what was heard meanwhile when it never does."""
        try:
            self.page.wait_for_function(STANDS)
        except TookTooLong:
            pytest.fail("\n".join([f"{self.page.url} does not come to rest", self.page.evaluate(STATE), *self.faults]), pytrace=False)
        self.drawn()

    def saved(self) -> None:
        """Wait until the page knows that everything is kept: only then may it be left without a question."""
        self.page.wait_for_function(NOTHING_UNSAVED)

    def drawn(self) -> None:
        """Wait until the browser has drawn what it knows."""
        self.page.evaluate(DRAWN)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.drawn()
        self.page.wait_for_function(FITTED)

    def turn(self, theme: str) -> None:
        """Let the device ask for "light" or "dark"."""
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # colours change at once
        self.drawn()
        self.page.emulate_media(reduced_motion="no-preference")

    def open_details(self) -> None:
        """Unfold everything that is folded on the page; the menu of the shell stays as it is."""
        self.page.evaluate("() => document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")
        self.drawn()
        self.settle()  # what is folded may be fetched only now

    def take_faults(self) -> list[str]:
        """The faults since the last time."""
        faults, self.faults = self.faults, []
        return faults

    def take_requests(self) -> list[str]:
        """The addresses that were requested since the last time."""
        requested, self.requested = self.requested, []
        return requested

    def _hear(self, message: ConsoleMessage) -> None:
        expected = self.refusals_meant and "the server responded with a status of" in message.text
        if message.type in ("error", "warning") and not expected:
            self.faults.append(f"console {message.type}: {message.text.splitlines()[0][:LONGEST]}")

    def _hear_error(self, error: Error) -> None:
        # Dash reads the body of a 400 or 401 twice, and the second time fails.
        expected = self.refusals_meant and "body stream already read" in str(error)
        if not expected:
            self.faults.append(f"error: {str(error)[:LONGEST]}")

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self.requested.append(request.url)
        if parts.scheme in OURS and parts.netloc != self.host:
            self.faults.append(f"request to another machine: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and not self.refusals_meant:
            self.faults.append(f"status {response.status}: {response.request.method} {urlsplit(response.url).path}")

    def _refuse_dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()
