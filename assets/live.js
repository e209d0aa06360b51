/* What others changed appears by itself: the state of the data is asked for every few seconds, and the open page drawn anew when it rose. */
(function () {
  "use strict";
  const EVERY = 4000;
  const WARN_SECONDS = 120;
  const PRESENT = 10_000;
  const ROUTER = "_pages_content.children";
  const len = (window.len = window.len || {});
  let shown = null;
  let waits = false;
  let ends = Infinity;
  let touched = performance.now();

  /* A request that nobody's hand asked for must not keep the sign-in alive. */
  const send = window.fetch;
  ["keydown", "pointerdown", "submit", "wheel"].forEach((name) => document.addEventListener(name, () => { touched = performance.now(); }, true));
  window.fetch = async function (resource, options = {}) {
    const headers = new Headers(options.headers);
    if (performance.now() - touched > PRESENT) headers.set("X-Watching", "1");
    const response = await send.call(this, resource, { ...options, headers }).catch((error) => {
      waits ||= isPage(options.body);
      throw error;
    });
    note(response, isPage(options.body));
    return response;
  };
  const isPage = (body) => typeof body === "string" && body.includes(ROUTER);

  function note(response, isShown) {
    const left = response.headers.get("X-Sign-In-Ends");
    if (left !== null) ends = performance.now() + Number(left) * 1000;
    // A page that is built anew each time (accounts, sign-ins) names no state, and is not drawn over.
    if (isShown && response.status === 200) shown = response.headers.get("X-Revision");
    // A page that did not come is asked for again with the next look.
    if (isShown && response.status >= 500) waits = true;
    warn();
  }
  if (len.firstPage) len.firstPage.then((response) => note(response, true), () => undefined);

  /* Two minutes before a sign-in ends its person is asked whether they are still there. */
  function warn() {
    const banner = document.getElementById("session-ends");
    if (banner) banner.hidden = ends - performance.now() > WARN_SECONDS * 1000 || ends < performance.now();
  }
  document.addEventListener("click", (event) => {
    if (event.target.id === "stay-signed-in") fetch("/account/stay", { method: "POST", headers: { "X-CSRFToken": len.token() } }).catch(() => undefined);
  });
  len.token = () => (document.cookie.split("; ").find((pair) => pair.startsWith("_csrf_token=")) || "").slice("_csrf_token=".length);

  async function look() {
    warn();
    takeIn();
    if (document.hidden || shown === null) return;
    try {
      const response = await fetch("/changes", { headers: { "If-None-Match": `"${shown}"` } });
      if (response.status === 204) len.changed(response.headers.get("X-Revision"));
    } catch { /* The next look comes soon; what cannot be saved says so by itself. */ }
  }
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);

  /* The data is newer than the page. A page that knows better how to take it in (a grid) stops the event. */
  len.changed = (revision) => {
    if (!revision || revision === shown) return;
    shown = revision;
    waits = true;
    takeIn();
  };
  function takeIn() {
    if (!waits || isWriting()) return;
    waits = false;
    if (document.dispatchEvent(new CustomEvent("len:changed", { cancelable: true }))) len.redraw();
  }
  len.redraw = () => {
    keepPlace();
    window.dash_clientside.set_props("_pages_location", { search: window.location.search });
  };

  /* Dash puts new elements in the place of the old ones: who was reading goes on at the same place, with the same tables unfolded. */
  function keepPlace() {
    const content = document.getElementById("_pages_content");
    const way = (element) => (element === content ? [] : [...way(element.parentElement), [...element.parentElement.children].indexOf(element)]);
    const at = (steps) => steps.reduce((element, step) => element && element.children[step], content);
    const focused = content.contains(document.activeElement) ? document.activeElement : null;
    const focus = focused && { way: way(focused), tag: focused.tagName };
    const unfolded = [...content.querySelectorAll("details[open]")].map(way);
    const { scrollX, scrollY } = window;
    const old = content.firstElementChild;
    const began = performance.now();
    (function restore() {
      if (performance.now() - began > 10_000) return;
      if (old.isConnected || !content.querySelector("h1")) { requestAnimationFrame(restore); return; }
      unfolded.forEach((steps) => { const part = at(steps); if (part && part.tagName === "DETAILS") part.open = true; });
      window.scrollTo(scrollX, scrollY);
      // What was folded is drawn in the next frame; what had the focus may stand in it.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const part = focus && at(focus.way);
        if (part && part.tagName === focus.tag && document.activeElement === document.body) part.focus({ preventScroll: true });
        window.scrollTo(scrollX, scrollY);
        // Dash may put the same page in place a second time, and the focus would fall out of it again.
        if (focus && performance.now() - began < 2000 && touched < began) setTimeout(() => { if (document.activeElement === document.body) restore(); }, 300);
      }));
    })();
  }

  /* Nobody loses the cursor or what they typed: fields of the page in which somebody was, and what stood there before. */
  const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=hidden])";
  const entered = new Map();
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("#_pages_content :is(" + TYPED + ")") && !takesIn(target) && !entered.has(target)) entered.set(target, target.value);
  });
  const isWriting = () => Boolean(document.querySelector("dialog[open], [data-changed]"))
    || (document.activeElement.matches(TYPED) && !takesIn(document.activeElement))
    || [...entered].some(([field, value]) => (field.isConnected ? field.value !== value : entered.delete(field) && false));
  /* A grid keeps by itself what is being typed, and its filters are no writing. */
  const takesIn = (field) => Boolean(field.closest("[data-live]"));
  ["focusout", "close"].forEach((name) => document.addEventListener(name, () => setTimeout(takeIn), true));
})();
