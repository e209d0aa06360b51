/* The one dialog in which rows are added and changed: what was typed stays in it until it is saved. */
(function () {
  "use strict";
  const PRESENT = 60_000;
  const len = (window.len = window.len || {});
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const { make, fill } = len;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-form]");
    if (button) len.openForm(button.dataset.form);
  });

  /* Gives the answer of the server once all is saved; null when the form was closed without saving, or another one is open. */
  let opening = false;
  len.openForm = async (path) => {
    if (opening || document.querySelector("dialog.form-row[open]")) return null;
    opening = true;
    const html = await load(path);
    opening = false;
    return html === null ? null : new FormDialog(path, html).outcome;
  };
  async function load(path) {
    const response = await fetch(`/form/${path}`).catch(() => null);
    return response && response.ok ? response.text() : null;
  }

  /* A question over everything else; gives true for yes. */
  len.ask = (question, yes, no, more) => new Promise((resolve) => {
    const dialog = make("dialog", { className: "form-dialog form-ask" });
    const answer = (value) => () => { dialog.close(); dialog.remove(); resolve(value); };
    const title = make("h2", { id: "form-ask-title", textContent: question });
    const refuse = make("button", { type: "button", className: "btn", textContent: no, onclick: answer(false) });
    const agree = make("button", { type: "button", className: "btn btn-primary", textContent: yes, onclick: answer(true) });
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.append(make("div", { className: "form" }, title, ...(more ? [more] : []), make("div", { className: "btn-row" }, agree, refuse)));
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); answer(false)(); });
    document.body.append(dialog);
    keepTabInside(dialog);
    dialog.showModal();
    refuse.focus();
  });

  function keepTabInside(dialog) {
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Tab") return;
      const stops = [...dialog.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((stop) => !stop.disabled && stop.getClientRects().length);
      const [first, last] = [stops[0], stops[stops.length - 1]];
      const end = event.shiftKey ? first : last;
      if (document.activeElement !== end && dialog.contains(document.activeElement)) return;
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    });
  }

  /* One field: its value as the server takes it, and what is kept of it there. */
  class Field {
    constructor(element) {
      this.element = element;
      this.name = element.dataset.field;
      this.kind = element.dataset.kind;
      this.columns = [this.name, ...element.dataset.columns.split(" ")];
      this.old = JSON.parse(element.dataset.old);
      this.control = element.querySelector("input:not([type=checkbox]), select, textarea");
      this.boxes = [...element.querySelectorAll(".form-codes input")];
      this.error = element.querySelector(".field-error");
      this.both = element.querySelector(".form-both");
      const origin = element.querySelector(".origin");
      this.origin = origin && new len.Origin(origin);
      this.start = this.value;
    }

    /* undefined: a name that is not in the list. */
    get value() {
      if (this.kind === "codes") return this.boxes.filter((box) => box.checked).map((box) => JSON.parse(box.value)).sort();
      if (this.kind === "select") return JSON.parse(this.control.value);
      const text = this.control.value.trim();
      if (text === "") return null;
      return this.kind === "link" ? this.linked(text) : text;
    }
    set value(value) {
      if (this.kind === "codes") this.boxes.forEach((box) => { box.checked = (value || []).includes(JSON.parse(box.value)); });
      else if (this.kind === "select") this.control.value = JSON.stringify(value);
      else this.control.value = value === null ? "" : this.kind === "link" ? this.words(value, {}) : String(value);
    }
    linked(text) {
      const options = [...this.control.list.options];
      const lower = text.toLowerCase();
      const found = options.find((option) => option.value === text) || options.find((option) => option.value.toLowerCase() === lower);
      return found ? Number(found.dataset.id) : undefined;
    }
    words(value, { unknown }) {
      if (value === null || value === undefined || same(value, [])) return unknown || "";
      if (this.kind === "codes") return this.boxes.filter((box) => value.includes(JSON.parse(box.value))).map((box) => box.parentElement.textContent).join(", ");
      if (this.kind === "select") return ([...this.control.options].find((option) => option.value === JSON.stringify(value)) || { text: value }).text;
      if (this.kind === "link") return ([...this.control.list.options].find((option) => Number(option.dataset.id) === value) || { value: `#${value}` }).value;
      return String(value);
    }
    get isNeeded() { return Boolean(this.control && this.control.getAttribute("aria-required")); }
    get changed() { return !same(this.value, this.start); }

    tell(sentence) {
      this.error.textContent = sentence;
      const part = this.control || this.element.querySelector("fieldset");
      if (sentence) part.setAttribute("aria-invalid", "true"); else part.removeAttribute("aria-invalid");
      if (!sentence) { this.both.hidden = true; this.both.replaceChildren(); }
      const more = this.element.closest(".form-more");
      if (sentence && more) more.open = true;
    }
    focus() { (this.control || this.boxes[0]).focus(); }
    took(value, sent) { this.old = value; this.start = sent; }
  }

  class FormDialog {
    constructor(path, html) {
      this.path = path;
      this.back = document.activeElement;
      this.present = performance.now();
      this.dialog = make("dialog", { className: "form-dialog form-row" });
      this.dialog.setAttribute("aria-labelledby", "form-title");
      this.outcome = new Promise((resolve) => { this.resolve = resolve; });
      this.fillWith(html);
      document.body.append(this.dialog);
      this.dialog.addEventListener("keydown", (event) => this.onKey(event));
      this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); if (event.target === this.dialog) this.leave(); });
      keepTabInside(this.dialog);
      this.watchSaving();
      this.dialog.showModal();
      this.focusFirst();
    }

    fillWith(html) {
      this.dialog.innerHTML = html;
      this.form = this.dialog.querySelector("form");
      this.says = this.form.dataset;
      this.row = this.says.row ? Number(this.says.row) : null;
      this.fields = [...this.form.querySelectorAll("[data-field]")].map((element) => new Field(element));
      const template = this.form.querySelector("[data-origin-fields]");
      this.fields.forEach((field) => {
        if (field.origin) field.origin.element.addEventListener("toggle", () => field.origin.open(template));
      });
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
      this.form.addEventListener("change", (event) => this.fillSpan(event.target));
      ["input", "change"].forEach((name) => this.form.addEventListener(name, () => this.note()));
      this.form.addEventListener("click", (event) => this.onClick(event));
      this.showMissing();
      const networks = this.form.querySelector("#form-choose-network");
      if (networks) networks.addEventListener("change", () => this.moveTo(networks.value));
    }

    /* A reading is one step unless somebody says that it is a span. */
    fillSpan(control) {
      const [from, to] = ["level_from", "level_to"].map((name) => this.fields.find((field) => field.name === name));
      if (from && to && control === from.control && to.value === null) to.value = from.value;
    }

    /* What is missing for the phase that is chosen is a list, not a refusal. */
    showMissing() {
      const phase = this.says.move && this.fields.find((field) => field.name === "to_phase").value;
      this.form.querySelectorAll(".form-missing").forEach((list) => { list.hidden = list.dataset.phase !== phase; });
    }

    focusFirst() {
      const empty = this.form.querySelector("#form-choose-network");
      const first = empty && !this.fields.length ? empty : null;
      if (first) first.focus();
      else if (this.fields.length) (this.fields.find((field) => this.row === null && field.isNeeded && field.value === null) || this.fields[0]).focus();
    }

    onKey(event) {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.leave();
    }
    onClick(event) {
      if (event.target.closest("[data-form-close]")) this.leave();
      else if (event.target.closest("[data-form-trash]")) this.trash();
      else if (event.target.closest("[data-form-stay]")) this.staySignedIn();
      else if (event.target.closest("a[href^='/history']")) this.close(null);
    }

    get isChanged() { return this.fields.some((field) => field.changed || (field.origin && field.origin.changed)); }
    note() {
      if (this.says.move) this.showMissing();
      this.sayPresent();
      if (this.isChanged) this.form.dataset.changed = ""; else delete this.form.dataset.changed;
    }

    /* Whoever types is there, even if nothing is sent for long. */
    sayPresent() {
      if (performance.now() - this.present < PRESENT) return;
      this.present = performance.now();
      this.staySignedIn();
    }
    staySignedIn() {
      const button = document.getElementById("stay-signed-in");
      if (button) button.click();
    }

    /* Another LEN has other rows to point to; what was typed stays. */
    async moveTo(network) {
      if (!network) return;
      const [name, query] = this.path.split("?");
      const search = new URLSearchParams(query);
      search.set("network", network);
      const html = await load(`${name}?${search}`);
      if (html === null) return;
      const typed = new Map(this.fields.filter((field) => field.changed && field.kind !== "link").map((field) => [field.name, field.value]));
      this.fillWith(html);
      this.fields.forEach((field) => { if (typed.has(field.name)) field.value = typed.get(field.name); });
      this.note();
      this.focusFirst();
    }

    async leave() {
      const { leave, leaveYes, stay } = this.says;
      if (this.isChanged && !(await len.ask(leave, leaveYes, stay))) return;
      this.close(null);
    }
    close(answer) {
      if (this.closed) return;
      this.closed = true;
      this.observer.disconnect();
      delete this.form.dataset.changed;
      this.dialog.close();
      this.dialog.remove();
      if (this.back && this.back.isConnected) this.back.focus({ preventScroll: true });
      this.resolve(answer);
    }

    /* "Saving, saved, not saved" stands behind the dialog; it is said in it too. */
    watchSaving() {
      const sign = document.getElementById("saving");
      const banner = document.getElementById("session-ended");
      const ending = document.getElementById("session-ends");
      const show = () => {
        const state = this.form.querySelector(".form-state");
        const busy = sign && ["saving", "unsaved"].includes(sign.dataset.state) && this.busy;
        state.textContent = busy ? sign.textContent : "";
        state.dataset.state = busy ? sign.dataset.state : "";
        this.form.querySelector(".form-again").hidden = !busy || !banner || banner.hidden;
        this.form.querySelector(".form-ends").hidden = !ending || ending.hidden;
      };
      this.observer = new MutationObserver(show);
      [sign, banner, ending].forEach((part) => part && this.observer.observe(part, { attributes: true, childList: true, characterData: true, subtree: true }));
    }

    async save() {
      if (this.busy || !this.fields.length) return;
      this.clear();
      if (this.refuseAtOnce()) return;
      this.busy = true;
      this.form.setAttribute("aria-busy", "true");
      const answer = await this.send();
      this.busy = false;
      this.form.removeAttribute("aria-busy");
      this.form.querySelector(".form-state").textContent = "";
      this.note();
      if (!answer) { this.focusError(); return; }
      if (this.isChanged) return;
      this.close(answer);
    }

    clear() {
      this.fields.forEach((field) => {
        field.tell("");
        if (field.origin) field.origin.clear();
      });
      this.problem("");
    }
    problem(sentence) {
      const place = this.form.querySelector(".form-problem");
      place.textContent = sentence;
      place.hidden = !sentence;
    }
    /* What needs no server to be seen, all of it together. */
    refuseAtOnce() {
      const wrong = this.fields.filter((field) => field.value === undefined || (field.isNeeded && field.value === null));
      wrong.forEach((field) => field.tell(field.value === null ? this.says.missing : fill(this.says.none, { name: field.control.value.trim() })));
      this.focusError();
      return wrong.length > 0;
    }
    focusError() {
      const wrong = (field) => (field.error.textContent ? field : field.origin && field.origin.isRefused ? field.origin : null);
      const first = this.fields.map(wrong).find(Boolean);
      if (first) first.focus();
    }

    /* The last answer of the server when all was taken; null when something was refused. */
    async send() {
      if (this.says.move) return this.move();
      const fields = await (this.row === null ? this.add() : this.change());
      const origins = this.row === null ? null : await this.sendOrigins();
      return fields && origins ? { ...fields, ...(origins.action === undefined ? {} : { told: fields.told }) } : null;
    }

    async add() {
      const sent = this.fields.filter((field) => field.value !== null).map((field) => [field, field.value]);
      const values = Object.fromEntries(sent.map(([field, value]) => [field.name, value]));
      const network = this.says.network ? Number(this.says.network) : null;
      const answer = await len.edit({ do: "add", table: this.says.table, network, values });
      if (this.refused(answer, sent)) return null;
      this.row = answer.rows[0].id;
      this.fields.forEach((field) => field.took(answer.rows[0].values[field.name], field.name in values ? values[field.name] : field.start));
      return answer;
    }

    /* A step, an end, or both are one action. */
    async move() {
      const value = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
      const end = this.fields.find((field) => field.name === "end_state");
      const { to_phase, day, reason, source } = value;
      const step = to_phase === null ? null : Object.fromEntries(Object.entries({ to_phase, day, reason, source }).filter(([, each]) => each !== null));
      const ends = end.value === end.old ? null : { old: end.old, new: end.value };
      if (!step && !ends) { this.problem(this.says.nothing); return null; }
      const answer = await len.edit({ do: "move", micro_project: Number(this.says.move), seen: this.says.seen, step, end: ends });
      if (this.refused(answer, [])) return null;
      this.fields.forEach((field) => field.took(field.value, field.value));
      return answer;
    }

    async change() {
      const sent = this.fields.filter((field) => field.changed).map((field) => [field, field.value]);
      if (!sent.length) return { action: null, rows: [], refused: [], told: "" };
      const table = this.says.table;
      const edits = sent.map(([field, value]) => ({ table, id: this.row, field: field.name, old: field.old, new: value }));
      const answer = await len.edit({ do: "save", edits });
      const refused = this.refused(answer, sent);
      const places = new Set(answer.refused.map((refusal) => refusal.place));
      const row = answer.rows.find((each) => each.id === this.row);
      sent.forEach(([field, value], place) => { if (row && !places.has(place)) field.took(row.values[field.name], value); });
      return refused ? null : answer;
    }

    async sendOrigins() {
      let all = {};
      for (const field of this.fields.filter((each) => each.origin && each.origin.changed)) {
        const { origin } = field;
        const sent = origin.value;
        const answer = await len.edit({ do: "note", table: this.says.table, row: this.row, field: field.name, old: origin.old, new: sent });
        const [refusal] = answer.refused;
        if (!refusal) {
          origin.took(sent);
          all = all && answer;
          continue;
        }
        all = null;
        origin.element.open = true;
        if (refusal.code !== "changed_meanwhile") field.tell(refusal.said);
        else origin.offer(this.says, refusal.said, refusal.theirs, (again) => { this.note(); if (again) this.save(); });
      }
      return all;
    }

    /* Each reason stands at its field; what belongs to none stands above the buttons. */
    refused(answer, sent) {
      answer.refused.forEach((refusal) => {
        const field = this.fields.find((each) => each.columns.includes(refusal.field));
        if (!field) { this.problem(refusal.said); return; }
        field.tell(refusal.said);
        const [, mine] = sent.find(([each]) => each === field) || [field, field.value];
        if (refusal.code === "changed_meanwhile" && this.row !== null) this.offerBoth(field, refusal.theirs, mine);
      });
      return answer.refused.length > 0;
    }

    offerBoth(field, theirs, mine) {
      const { unknown } = this.says;
      const words = (value) => (typeof value === "boolean" ? this.says[value ? "yes" : "no"] : field.words(value, { unknown }));
      const done = () => { field.tell(""); this.note(); field.focus(); };
      len.offerBoth(field.both, this.says, {
        theirs: words(theirs), mine: words(mine),
        keepTheirs: () => { field.value = theirs; field.took(theirs, field.value); done(); },
        keepMine: () => { field.old = theirs; done(); this.save(); },
      });
    }

    async trash() {
      const response = await fetch(`/form/${this.says.table}/${this.row}/trash`).catch(() => null);
      if (!response || !response.ok) return;
      const { said } = await response.json();
      if (!(await len.ask(this.says.trash, this.says.trashYes, this.says.keep, make("p", { textContent: said })))) return;
      const answer = await len.edit({ do: "trash", table: this.says.table, ids: [this.row] });
      if (answer.refused.length) { this.problem(answer.refused[0].said); return; }
      const back = this.says.back;
      this.close(answer);
      tellWithWayBack(answer, back);
    }
  }

  function tellWithWayBack(answer, back) {
    const button = { type: "Button", namespace: "dash_html_components", props: { children: back, type: "button", className: "btn-quiet", "data-undo": String(answer.action) } };
    window.dash_clientside.set_props("message", { children: [answer.told, " ", button], is_open: true, color: "success" });
  }
})();
