/* The dialog of a Net-Map: numbers typed into a list, or stakeholders dragged into the grid; both are the same answers. */
(function () {
  "use strict";
  const len = window.len;
  const HEAD = ["day", "question", "mapped_by"];
  const number = (field) => (field.value.trim() === "" ? null : Number(field.value));

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-net-map]");
    if (button) open(button.dataset.netMap);
  });

  async function open(address) {
    if (document.querySelector("dialog.net-map[open]")) return;
    const { text, said } = await len.load(`/net-map/${address}`);
    if (text === null) len.tell(said, "danger"); else new NetMap(text);
  }

  class NetMap extends len.Dialog {
    constructor(html) {
      super(html, "net-map");
      const find = this.form.querySelector("#net-map-find");
      this.find = find && new window.lenNetwork.Find(find, this.rows, () => this.draw());
      this.draw();
      this.head.day.focus();
    }
    fillWith(html) {
      super.fillWith(html);
      this.head = Object.fromEntries(HEAD.map((name) => [name, this.form.elements[name]]));
      this.rows = [...this.form.querySelectorAll("[data-stakeholder]")].map((row) => new Row(row));
      this.cells = [...this.form.querySelectorAll(".net-map-cell")];
      this.tray = this.form.querySelector(".net-map-tray");
      this.was = this.headNow();
      this.start = this.typed();
      this.form.addEventListener("keydown", (event) => this.goDown(event));
    }

    headNow() { return Object.fromEntries(HEAD.map((name) => [name, this.head[name].value.trim() || null])); }
    typed() {
      return JSON.stringify([this.headNow(), this.rows.map((row) => row.typed())]);
    }

    get isChanged() { return this.typed() !== this.start; }
    note() {
      super.note();
      this.draw();
    }

    /* Enter goes to the same question about the next stakeholder, Ctrl+Enter saves. */
    goDown(event) {
      const row = event.target.closest("[data-stakeholder]");
      if (event.key !== "Enter" || !row || !event.target.matches("input")) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) { this.save(); return; }
      const rows = this.rows.map((one) => one.element).filter((one) => !one.hidden);
      const next = rows[rows.indexOf(row) + (event.shiftKey ? -1 : 1)];
      if (next) next.querySelector(`[name=${event.target.name}]`).focus();
    }

    /* ---- the grid ---- */

    get side() { return this.form.elements.side.value; }

    draw() {
      [...this.cells, this.tray].forEach((place) => place.replaceChildren());
      this.rows.forEach((row) => {
        const place = this.placeOf(row);
        if (place !== this.tray || !row.element.hidden) place.append(this.mark(row));
      });
    }
    placeOf(row) {
      const [power, interest] = [row.answers[`${this.side}power`].value, row.answers[`${this.side}interest`].value];
      return this.cells.find((cell) => cell.dataset.power === power && cell.dataset.interest === interest) || this.tray;
    }
    mark(row) {
      const shape = Object.assign(document.createElement("span"), { className: `mark cat-${row.element.dataset.category}` });
      const name = Object.assign(document.createElement("span"), { textContent: row.element.dataset.name });
      const mark = Object.assign(document.createElement("span"), { className: "net-map-mark", title: row.element.dataset.name });
      mark.append(shape, name);
      mark.addEventListener("pointerdown", (event) => this.carry(event, row, mark));
      return mark;
    }
    carry(event, row, mark) {
      if (event.button) return;
      event.preventDefault();
      let aim = null;
      const move = ({ clientX, clientY }) => {
        mark.classList.add("carried");
        mark.style.setProperty("--x", clientX);
        mark.style.setProperty("--y", clientY);
        const under = document.elementFromPoint(clientX, clientY);
        if (aim) aim.classList.remove("aim");
        aim = under && under.closest(".net-map-cell, .net-map-tray");
        if (aim) aim.classList.add("aim");
      };
      const done = ({ type }) => {
        ["pointermove", "pointerup", "pointercancel"].forEach((name) => document.removeEventListener(name, name === "pointermove" ? move : done));
        if (aim) aim.classList.remove("aim");
        if (aim && type === "pointerup") {
          row.answers[`${this.side}power`].value = aim.dataset.power || "";
          row.answers[`${this.side}interest`].value = aim.dataset.interest || "";
        }
        this.draw();
      };
      document.addEventListener("pointermove", move);
      ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, done));
    }

    /* ---- saving ---- */

    async save() {
      if (this.busy) return;
      if (!this.isChanged) { this.close(null); return; }
      const { network, mapping } = this.says;
      const changed = this.rows.filter((row) => row.changed().length);
      const head = this.headNow();
      this.rows.forEach((row) => row.tell(""));
      this.tell([]);
      const command = { do: "map", network: Number(network), net_map: mapping ? Number(mapping) : null, head, was: mapping ? this.was : null, seen: changed.map((row) => row.command()) };
      const answer = await this.whileBusy(() => len.edit(command));
      if (answer.action !== null) this.took(answer, head, changed);
      if (answer.refused.length) { this.refuse(answer.refused, changed); return; }
      this.close(answer);
      len.tell(answer.told, "success");
    }
    /* What the server has now is what the next save goes out from. */
    took({ rows, refused }, head, changed) {
      const not = new Set(refused.filter((one) => changed[one.place] && one.field in changed[one.place].answers).map((one) => `${one.place} ${one.field}`));
      changed.forEach((row, place) => row.kept((name) => !not.has(`${place} ${name}`)));
      this.was = head;
      if (rows.length) this.says.mapping = rows[0].id;
    }
    refuse(refused, changed) {
      if (this.find) this.find.clear();
      this.tell(refused.filter((one) => !this.tellRow(one, changed[one.place])));
      const first = this.form.querySelector("[aria-invalid=true]");
      if (first) first.focus(); else this.focusProblem();
    }
    tellRow(one, row) {
      if (!row || !(one.field in row.answers)) return false;
      row.tell(one.said, one.field, one.code === "changed_meanwhile" ? { theirs: one.theirs, words: this.says } : null);
      return true;
    }
    /* A sentence beside each field of the head, and one for the whole. */
    tell(refused) {
      const name = ({ field }) => { const plain = field.replace(/_(first|last)$/, ""); return HEAD.includes(plain) ? plain : ""; };
      HEAD.forEach((each) => this.tellHead(each, refused.find((one) => name(one) === each)));
      this.problem((refused.find((one) => !name(one)) || { said: "" }).said);
    }
    tellHead(name, refusal) {
      const [field, place] = [this.head[name], this.form.querySelector(`#net-map-${name}-error`)];
      place.replaceChildren(...(refusal ? [refusal.said] : []));
      if (refusal) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
      if (!refusal || refusal.code !== "changed_meanwhile") return;
      const act = () => { this.was[name] = refusal.theirs; this.tellHead(name); };
      place.append(...choice(refusal.theirs, this.says, field, act));
    }
  }

  /* What somebody else wrote in a field meanwhile, and which of the two stays. */
  function choice(theirs, words, field, act) {
    const button = (text, set) => len.make("button", { type: "button", className: "btn-plain", textContent: text, onclick: () => { set(); act(); field.focus(); } });
    const take = () => { field.value = theirs === null ? "" : theirs; field.dispatchEvent(new Event("input", { bubbles: true })); };
    return [` ${words.now.replace("{value}", theirs === null ? words.unknown : theirs)} `, button(words.theirs, take), " ", button(words.mine, () => undefined)];
  }

  /* What is said of one stakeholder: the fields, and what the server had in them. */
  class Row {
    constructor(element) {
      this.element = element;
      this.name = element.dataset.name;
      this.answers = Object.fromEntries([...element.querySelectorAll("input")].map((field) => [field.name, field]));
      this.old = Object.fromEntries(Object.entries(this.answers).map(([name, field]) => [name, number(field)]));
      this.said = element.querySelector(".field-error");
    }
    typed() { return Object.values(this.answers).map((field) => field.value.trim()); }
    changed() { return Object.keys(this.answers).filter((name) => number(this.answers[name]) !== this.old[name]); }
    command() {
      const names = this.changed();
      const pick = (value) => Object.fromEntries(names.map((name) => [name, value(name)]));
      return {
        stakeholder: Number(this.element.dataset.stakeholder), old: pick((name) => this.old[name]),
        new: pick((name) => (this.answers[name].value.trim() === "" ? null : this.answers[name].value.trim())),
      };
    }
    kept(isKept) {
      Object.keys(this.answers).filter(isKept).forEach((name) => { this.old[name] = number(this.answers[name]); });
    }
    tell(sentence, name, meanwhile) {
      if (!sentence) {
        this.said.replaceChildren();
        Object.values(this.answers).forEach((field) => field.removeAttribute("aria-invalid"));
        return;
      }
      const field = this.answers[name];
      field.setAttribute("aria-invalid", "true");
      this.said.append(sentence);
      if (!meanwhile) return;
      const { theirs, words } = meanwhile;
      this.said.append(...choice(theirs, words, field, () => { this.old[name] = theirs; this.tell(""); }));
    }
  }
})();
