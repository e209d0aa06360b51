/* What runs in the browser for every page: filters write the address, the current place is marked, refused requests are told. */
(function () {
  "use strict";
  const CYTOSCAPE_PAGE = "/network";
  const GRID_PAGE = /^\/data\/(?!import|merge)/;
  const setProps = (id, props) => window.dash_clientside.set_props(id, props);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.shell = {
    /* Puts the value of each filter into the query string; an empty one leaves it. A page number belongs to the old choice. */
    writeFilters(values) {
      const skip = window.dash_clientside.no_update;
      if (!chosen) return skip;
      chosen = false;
      const ids = (window.dash_clientside.callback_context.inputs_list[0] || []).map((input) => input.id.index);
      const query = new URLSearchParams(window.location.search);
      let changed = false;
      ids.forEach((key, place) => {
        const value = values[place] || "";
        if ((query.get(key) || "") === value) return;
        changed = true;
        if (value) query.set(key, value); else query.delete(key);
      });
      if (!changed) return skip;
      query.delete("page");
      keepFocus(document.activeElement.id);
      const text = query.toString();
      return text ? "?" + text : "";
    },
    /* Marks the link to the page that is shown, closes the phone menu, and lets a screen reader begin with the new page. */
    markPlace(path) {
      document.querySelectorAll(".places a").forEach((link) => {
        const here = link.pathname === path || (link.pathname !== "/" && path.startsWith(link.pathname + "/"));
        if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
      });
      const menu = document.querySelector(".menu[open]");
      if (menu) menu.removeAttribute("open");
      const before = document.body.dataset.place;
      if (before !== undefined && before !== path) {
        setProps("message", { is_open: false });
        document.getElementById("main").focus({ preventScroll: true });
      }
      if (before === undefined) setTimeout(() => requestIdleCallback(() => { document.documentElement.dataset.settled = ""; }, { timeout: 1000 }), 100);
      document.body.dataset.place = path;
      return path;
    },
  };

  /* Filters that just came with a page are no choice: writing them would put a second entry into the history, and Back would lead nowhere. */
  let chosen = false;
  document.addEventListener("change", (event) => {
    if (event.target.id.endsWith('"type":"filter"}')) chosen = true;
  }, true);

  /* A choice builds the page anew; who works with the keyboard goes on at the filter where they chose. */
  function keepFocus(id) {
    const watch = new MutationObserver(() => {
      const filter = document.getElementById(id);
      if (!filter || filter === document.activeElement) return;
      watch.disconnect();
      if (document.activeElement === document.body) filter.focus({ preventScroll: true });
    });
    if (id) watch.observe(document.getElementById("_pages_content"), { childList: true, subtree: true });
  }
  window.dash_clientside.shell.keepFocus = keepFocus;

  /* Each select begins with a hidden option that stands for "all" and cannot be chosen: the arrow keys would stay caught on it. */
  document.addEventListener("keydown", (event) => {
    const list = event.target;
    if (list.matches("select.pick") && list.selectedIndex === 0 && list.options[0].disabled && list.options[1]?.value === list.value) list.selectedIndex = 1;
  }, true);

  /* Escape closes the phone menu and goes back to what opened it. */
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  });

  window.dash_clientside.help = {
    /* Brings the word that the address names (#gap) into view, also when its page was just put in place. */
    showTerm(hash) {
      requestAnimationFrame(() => {
        document.querySelectorAll(".sought").forEach((term) => term.classList.remove("sought"));
        const term = hash ? document.getElementById(hash.slice(1)) : null;
        if (!term) return;
        term.classList.add("sought");
        term.scrollIntoView();
        term.focus({ preventScroll: true });
      });
      return hash || "";
    },
  };

  /* The picture of the network and the tables to edit need libraries that other pages do not load: they are always opened as a new document. */
  const needsNewDocument = (path) => (path === CYTOSCAPE_PAGE && !window.dash_cytoscape) || (GRID_PAGE.test(path) && !window.dash_ag_grid);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link && link.origin === window.location.origin && needsNewDocument(link.pathname)) event.stopImmediatePropagation();
  }, true);
  window.addEventListener("popstate", () => { if (needsNewDocument(window.location.pathname)) window.location.reload(); });

  /* A refused request says so in the one place for messages; an ended sign-in shows its banner and leaves what was typed. */
  const send = window.fetch;
  let ended = false;
  window.fetch = async function (resource, options) {
    let response;
    try {
      response = await send.call(this, resource, options);
    } catch (error) {
      tell(document.getElementById("main").dataset.offline);
      throw error;
    }
    if (ended !== (response.status === 401)) {
      ended = !ended;
      setProps("session-ended", { hidden: !ended });
    }
    if (response.status >= 400 && response.status !== 401) response.clone().json().then((answer) => tell(answer.message), () => undefined);
    return response;
  };
  function tell(text) {
    if (text) setProps("message", { children: text, is_open: true, color: "danger" });
  }
})();
