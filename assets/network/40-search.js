/* Finding a stakeholder by its name: a text field with a list, as a combobox. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const MOST = 30;
  const plain = net.plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  net.search = function (field, list, picture, choose) {
    let active = -1;
    Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" }).forEach(([name, value]) =>
      field.setAttribute(name, value));

    function found() {
      const asked = plain(field.value.trim());
      const ranked = picture.members.filter((one) => one.shown).map((one) => ({ one, at: plain(one.name).indexOf(asked) })).filter((hit) => hit.at >= 0);
      ranked.sort((hit, other) => (hit.at > 0) - (other.at > 0) || hit.one.name.localeCompare(other.one.name));
      return ranked.slice(0, MOST).map((hit) => hit.one);
    }

    function open() {
      active = -1;
      const hits = found();
      list.replaceChildren(...(hits.length ? hits.map(option) : [nothing()]));
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      field.removeAttribute("aria-activedescendant");
    }

    function close() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function option(one) {
      const item = document.createElement("li");
      const mark = document.createElement("span");
      mark.className = "mark cat-" + (one.sector < 0 ? 0 : picture.data.marks[one.sector]);
      mark.setAttribute("aria-hidden", "true");
      const name = document.createElement("span");
      name.textContent = one.name;
      const sector = document.createElement("small");
      sector.textContent = one.sector < 0 ? picture.data.words.unknown : picture.data.sectors[one.sector];
      item.append(mark, name, sector);
      item.id = list.id + "-" + one.id;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.id = one.id;
      return item;
    }

    function nothing() {
      const item = document.createElement("li");
      item.className = "unknown";
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      item.setAttribute("aria-selected", "false");
      item.textContent = picture.data.words.nothing;
      return item;
    }

    function move(by) {
      const items = [...list.querySelectorAll("[data-id]")];
      if (!items.length) return;
      active = (active + by + items.length + (active < 0 && by < 0 ? 1 : 0)) % items.length;
      items.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
      field.setAttribute("aria-activedescendant", items[active].id);
      items[active].scrollIntoView({ block: "nearest" });
    }

    function take(item) {
      if (!item) return;
      close();
      choose(Number(item.dataset.id));
      window.dash_clientside.set_props(field.id, { value: "" });
    }

    const keys = {
      ArrowDown: () => { if (list.hidden) open(); move(1); },
      ArrowUp: () => { if (list.hidden) open(); move(-1); },
      Enter: () => take(list.hidden ? null : list.querySelectorAll("[data-id]")[Math.max(active, 0)]),
      Escape: close,
    };
    field.addEventListener("keydown", (event) => {
      if (!keys[event.key]) return;
      if (event.key !== "Escape" || !list.hidden) event.preventDefault();
      keys[event.key]();
    });
    field.addEventListener("input", open);
    field.addEventListener("click", () => (list.hidden ? open() : undefined));
    field.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => { event.preventDefault(); take(event.target.closest("[data-id]")); });
  };
})();
