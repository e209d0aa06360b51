/* The search box of the shell: asks as soon as two letters are there, and offers what was found as a list. */
(function () {
  "use strict";
  const PAUSE = 200;
  const SHORTEST = 2;
  let timer = null;
  let asked = 0;
  const part = (id) => document.getElementById(id);

  const isField = (event) => event.target.id === "search";
  document.addEventListener("focusin", (event) => {
    if (!isField(event)) return;
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list" };
    Object.entries(roles).forEach(([name, value]) => event.target.setAttribute(name, value));
  });
  document.addEventListener("focusout", (event) => { if (isField(event)) setTimeout(close, PAUSE); });
  document.addEventListener("keydown", (event) => { if (isField(event)) onKey(event); });
  document.addEventListener("input", (event) => {
    if (!isField(event)) return;
    clearTimeout(timer);
    close();
    timer = setTimeout(() => ask(event.target.value.trim()), PAUSE);
  });

  async function ask(text) {
    asked += 1;
    const mine = asked;
    if (text.length < SHORTEST) return;
    const response = await fetch("/search?" + new URLSearchParams({ q: text })).catch(() => null);
    if (!response || !response.ok || mine !== asked || document.activeElement !== part("search")) return;
    show(await response.json());
  }

  function show(hits) {
    const list = part("search-list");
    const said = part("search-said");
    list.replaceChildren(...hits.map((hit, place) => option(hit, place)), ...(hits.length ? [] : [nothing(said.dataset.none)]));
    said.textContent = hits.length ? said.dataset.found.replace("{n}", hits.length) : said.dataset.none;
    list.hidden = false;
    part("search").setAttribute("aria-expanded", "true");
    mark(-1);
  }
  const nothing = (text) => Object.assign(document.createElement("li"), { textContent: text, className: "search-none" });
  function option(hit, place) {
    const item = Object.assign(document.createElement("li"), { id: `search-${place}` });
    item.setAttribute("role", "option");
    item.append(Object.assign(document.createElement("strong"), { textContent: hit.name }), Object.assign(document.createElement("small"), { textContent: [hit.kind, hit.network].filter(Boolean).join(" · ") }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); open(hit); });
    item.hit = hit;
    return item;
  }

  function onKey(event) {
    const options = [...part("search-list").querySelectorAll("[role=option]")];
    const at = options.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") { asked += 1; close(); return; }
    if (event.key === "Enter" && options.length) { event.preventDefault(); open(options[Math.max(at, 0)].hit); }
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || !options.length) return;
    event.preventDefault();
    mark((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
  }
  function mark(at) {
    part("search-list").querySelectorAll("[role=option]").forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === at));
      if (place === at) item.scrollIntoView({ block: "nearest" });
    });
    const field = part("search");
    if (at < 0) field.removeAttribute("aria-activedescendant"); else field.setAttribute("aria-activedescendant", `search-${at}`);
  }
  function close() {
    const field = part("search");
    if (!field) return;
    part("search-list").hidden = true;
    part("search-list").replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function open(hit) {
    close();
    part("search").value = "";
    if (hit.form) { window.len.openForm(hit.form); return; }
    const link = Object.assign(document.createElement("a"), { href: hit.href });
    if (link.pathname === "/network") { window.location.assign(hit.href); return; }
    window.history.pushState({}, "", hit.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }
})();
