/* The one form in which rows are added and changed. */
(function () {
  "use strict";
  const len = window.len;
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
    const { text, said } = await len.load(`/form/${path}`);
    opening = false;
    if (text === null) len.tell(said, "danger");
    return text === null ? null : new FormDialog(path, text).outcome;
  };

  class FormDialog extends len.Dialog {
    constructor(path, html) {
      super(html, "form-row");
      this.path = path;
      this.focusFirst();
    }

    fillWith(html) {
      super.fillWith(html);
      this.row = this.says.row ? Number(this.says.row) : null;
      this.fields = [...this.form.querySelectorAll("[data-field]")].map((element) => new len.Field(element));
      this.origins = this.form.querySelector("[data-origin-fields]");
      this.fields.forEach((field) => {
        if (field.origin) field.origin.element.addEventListener("toggle", () => field.origin.open(this.origins));
      });
      this.steps = new len.Steps(this.form, this.fields);
      this.form.addEventListener("change", () => this.followKind());
      this.showMissing();
      const networks = this.form.querySelector("#form-choose-network");
      if (networks) networks.addEventListener("change", () => this.moveTo(networks));
    }

    followKind() {
      const kind = this.fields.find((field) => field.name === "kind");
      if (kind) this.fields.forEach((field) => field.follow(kind.value));
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

    onClick(event) {
      super.onClick(event);
      const history = event.target.closest("a[href^='/history']");
      if (event.target.closest("[data-form-trash]")) this.trash();
      else if (event.target.closest("[data-form-again]")) this.save(true);
      else if (history && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.leave().then((left) => { if (left) len.go(history.href); });
      }
    }

    get isChanged() { return this.fields.some((field) => field.changed || (field.origin && field.origin.changed)); }
    note() {
      super.note();
      this.steps.arrange();
      if (this.says.move) this.showMissing();
    }

    /* Another LEN has other rows to point to; what was typed stays. The LEN that was chosen last counts. */
    async moveTo(networks) {
      const network = networks.value;
      const [name, query] = this.path.split("?");
      const search = new URLSearchParams(query);
      search.set("network", network);
      const wanted = (this.wanted = {});
      this.wait(true);
      this.problem("");
      const html = await this.load(`/form/${name}?${search}`);
      if (this.closed || this.wanted !== wanted) return;
      this.wait(false);
      if (html === null) { networks.value = this.says.network || ""; return; }
      const typed = new Map(this.fields.filter((field) => field.changed && field.kind !== "link").map((field) => [field.name, field.value]));
      const origins = new Map(this.fields.filter((field) => field.origin && field.origin.changed).map((field) => [field.name, field.origin.value]));
      this.fillWith(html);
      this.fields.forEach((field) => {
        if (typed.has(field.name)) field.value = typed.get(field.name);
        if (field.origin && origins.has(field.name)) field.origin.say(origins.get(field.name), this.origins);
      });
      this.note();
      this.focusFirst();
    }
    wait(is) {
      this.waits = is;
      this.form.querySelectorAll("[type=submit], [data-form-again]").forEach((save) => { save.disabled = is; });
    }

    async save(again = false) {
      if (this.busy || this.waits || !this.fields.length) return;
      this.clear();
      if (this.refuseAtOnce()) return;
      const answer = await this.whileBusy(() => this.send());
      this.note();
      if (!answer) this.focusError();
      else if (!this.isChanged) await (again ? this.beginAnew(answer) : this.close(answer));
    }

    /* The same form for the next row of this kind, as it began. */
    async beginAnew(answer) {
      this.saved = answer;
      const [name, query] = this.path.split("?");
      const search = new URLSearchParams(query);
      if (this.says.network) search.set("network", this.says.network);
      const html = await this.load(`/form/${name}?${search}`);
      if (html === null) this.close(answer);
      if (this.closed) return;
      this.fillWith(html);
      this.form.querySelector(".form-added").hidden = false;
      this.focusFirst();
    }
    close(answer) { super.close(answer || this.saved || null); }

    clear() {
      this.fields.forEach((field) => {
        field.tell("");
        if (field.origin) field.origin.clear();
      });
      this.problem("");
    }
    /* What needs no server to be seen, all of it together. */
    refuseAtOnce() {
      const wrong = this.fields.filter((field) => field.value === undefined || (field.isNeeded && field.value === null));
      wrong.forEach((field) => field.tell(field.value === null ? this.says.missing : fill(this.says.none, { name: field.control.value.trim() })));
      if (wrong.length) this.focusError();
      return wrong.length > 0;
    }
    focusError() {
      const wrong = (field) => (field.error.textContent ? field : field.origin && field.origin.isRefused ? field.origin : null);
      const first = this.fields.map(wrong).find(Boolean);
      if (first) first.focus(); else this.focusProblem();
    }

    /* The last answer of the server when all was taken; null when something was refused. */
    async send() {
      if (this.says.move) return this.move();
      const fields = await (this.row === null ? this.add() : this.change());
      const origins = this.row === null ? fields && {} : await this.sendOrigins();
      return fields && origins ? { ...fields, ...(origins.action === undefined ? {} : { told: fields.told }) } : null;
    }

    async add() {
      const sent = this.fields.filter((field) => field.value !== null).map((field) => [field, field.value]);
      const values = Object.fromEntries(sent.map(([field, value]) => [field.name, value]));
      const network = this.says.network ? Number(this.says.network) : null;
      const answer = await len.edit({ do: "add", table: this.says.table, network, values });
      if (this.refused(answer, sent)) return null;
      const [row] = answer.rows;
      this.row = row ? row.id : null;
      this.fields.forEach((field) => field.took(row ? row.values[field.name] : field.value, field.name in values ? values[field.name] : field.start));
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
      const sent = this.fields.filter((field) => field.isSent).map((field) => [field, field.value]);
      if (!sent.length) return { action: null, rows: [], refused: [], told: "" };
      const table = this.says.table;
      const edits = sent.map(([field, value]) => ({ table, id: this.row, field: field.name, old: field.old, new: value }));
      const answer = await len.edit({ do: "save", edits });
      const refused = this.refused(answer, sent);
      const places = new Set(answer.refused.map((refusal) => refusal.place));
      const row = answer.rows.find((each) => each.id === this.row);
      const taken = answer.action !== null || !answer.refused.length;
      sent.forEach(([field, value], place) => { if (taken && !places.has(place)) field.took(row ? row.values[field.name] : value, value); });
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
      const text = await this.load(`/form/${this.says.table}/${this.row}/trash`);
      if (text === null) { this.focusProblem(); return; }
      const { said } = JSON.parse(text);
      if (!(await len.ask(this.says.trash, this.says.trashYes, this.says.keep, make("p", { textContent: said })))) return;
      const answer = await this.whileBusy(() => len.edit({ do: "trash", table: this.says.table, ids: [this.row] }));
      if (answer.refused.length) { this.problem(answer.refused[0].said); this.focusProblem(); return; }
      const back = this.says.back;
      this.close(answer);
      len.tellWithWayBack(answer, back);
    }
  }
})();
