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
    const response = await fetch(`/net-map/${address}`).catch(() => null);
    if (response && response.ok) new NetMap(await response.text());
  }

  class NetMap {
    constructor(html) {
      this.dialog = Object.assign(document.createElement("dialog"), { className: "form-dialog net-map", innerHTML: html });
      this.dialog.setAttribute("aria-labelledby", "net-map-title");
      this.form = this.dialog.querySelector("form");
      this.words = this.form.dataset;
      this.head = Object.fromEntries(HEAD.map((name) => [name, this.form.elements[name]]));
      this.rows = [...this.form.querySelectorAll("[data-stakeholder]")].map((row) => new Row(row));
      this.cells = [...this.form.querySelectorAll(".net-map-cell")];
      this.tray = this.form.querySelector(".net-map-tray");
      this.start = this.typed();
      this.listen();
      document.body.append(this.dialog);
      const find = this.form.querySelector("#net-map-find");
      this.find = find && new window.lenNetwork.Find(find, this.rows, () => this.draw());
      this.dialog.showModal();
      this.draw();
      this.head.day.focus();
    }

    typed() {
      return JSON.stringify([HEAD.map((name) => this.head[name].value.trim()), this.rows.map((row) => row.typed())]);
    }

    listen() {
      this.form.addEventListener("input", () => this.draw());
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
      this.form.addEventListener("keydown", (event) => this.goDown(event));
      this.form.querySelector("[data-net-map-close]").addEventListener("click", () => this.leave());
      this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); this.leave(); });
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

    async leave() {
      if (this.typed() !== this.start && !(await len.ask(this.words.leave, this.words.leaveYes, this.words.stay))) return;
      this.close();
    }
    close() {
      this.dialog.close();
      this.dialog.remove();
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
      const { network, mapping } = this.words;
      const changed = this.rows.filter((row) => row.changed().length);
      const head = Object.fromEntries(HEAD.map((name) => [name, this.head[name].value.trim() || null]));
      if (this.typed() === this.start) { this.close(); return; }
      [...this.rows].forEach((row) => row.tell(""));
      this.tell({});
      const seen = changed.map((row) => row.command());
      const answer = await len.edit({ do: "map", network: Number(network), net_map: mapping ? Number(mapping) : null, head, seen });
      const refused = new Set(answer.refused.filter((one) => changed[one.place] && one.field in changed[one.place].answers).map((one) => `${one.place} ${one.field}`));
      if (answer.action !== null) changed.forEach((row, place) => row.kept((name) => !refused.has(`${place} ${name}`)));
      if (!answer.refused.length) {
        this.close();
        len.tell(answer.told, "success");
        return;
      }
      this.refuse(answer.refused, changed);
    }
    refuse(refused, changed) {
      if (this.find) this.find.clear();
      const general = refused.filter((one) => !this.tellRow(one, changed[one.place]));
      this.tell(Object.fromEntries(general.map((one) => [HEAD.includes(one.field.replace(/_(first|last)$/, "")) ? one.field.replace(/_(first|last)$/, "") : "", one.said])));
      const first = this.form.querySelector("[aria-invalid=true]");
      if (first) first.focus();
    }
    tellRow(one, row) {
      if (!row || !(one.field in row.answers)) return false;
      row.tell(one.said, one.field, one.code === "changed_meanwhile" ? { theirs: one.theirs, words: this.words } : null);
      return true;
    }
    /* A sentence beside each field of the head, and one for the whole. */
    tell(said) {
      HEAD.forEach((name) => {
        this.form.querySelector(`#net-map-${name}-error`).textContent = said[name] || "";
        if (said[name]) this.head[name].setAttribute("aria-invalid", "true"); else this.head[name].removeAttribute("aria-invalid");
      });
      const note = this.form.querySelector(".form-problem");
      note.textContent = said[""] || "";
      note.hidden = !said[""];
    }
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
      const choice = (text, action) => Object.assign(document.createElement("button"), {
        type: "button", className: "btn-plain", textContent: text, onclick: () => { this.old[name] = theirs; action(); this.tell(""); field.focus(); },
      });
      this.said.append(
        ` ${words.now.replace("{value}", theirs === null ? words.unknown : theirs)} `,
        choice(words.theirs, () => { field.value = theirs === null ? "" : theirs; field.dispatchEvent(new Event("input", { bubbles: true })); }), " ",
        choice(words.mine, () => undefined),
      );
    }
  }
})();
