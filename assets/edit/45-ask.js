/* Dialogs about links for service users: each sends one command with the values of its fields. A name with dots is a place within. */
(function () {
  "use strict";
  const len = window.len;
  let opening = false;

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-ask]");
    if (!button || opening || document.querySelector("dialog.ask[open]")) return;
    opening = true;
    const { text, said } = await len.load(`/ask/${button.dataset.ask}`);
    opening = false;
    if (text === null) len.tell(said, "danger"); else new Ask(text);
  });

  const VALUES = {
    text: (field) => field.value,
    tick: (field) => field.checked,
    number: (field) => (field.value.trim() === "" ? 0 : Number(field.value)),
    lines: (field) => field.value.split("\n").map((line) => line.trim()).filter(Boolean),
  };

  class Ask extends len.Dialog {
    constructor(html) {
      super(html, "ask");
      this.fields[0].focus();
    }
    fillWith(html) {
      super.fillWith(html);
      this.fields = [...this.form.querySelectorAll("[data-kind]")];
      this.start = JSON.stringify(this.command());
    }

    command() {
      const command = { do: this.says.do, ...JSON.parse(this.says.fixed || "{}") };
      this.fields.forEach((field) => {
        const path = field.name.split(".");
        const last = path.pop();
        path.reduce((place, name) => (place[name] = place[name] || {}), command)[last] = VALUES[field.dataset.kind](field);
      });
      return command;
    }
    get isChanged() { return JSON.stringify(this.command()) !== this.start; }

    async save() {
      if (this.busy) return;
      this.tell([]);
      const wrong = this.fields.find((field) => !field.checkValidity());
      if (wrong) { this.tell([{ field: wrong.name.replace(/^new\./, ""), said: wrong.validationMessage }]); return; }
      const answer = await this.whileBusy(() => len.edit(this.command()));
      if (answer.refused.length) { this.tell(answer.refused); return; }
      const [row] = answer.rows;
      this.close(answer);
      len.tell(answer.told, "success");
      if (row && this.says.go) len.go(this.says.go.replace("{id}", row.id));
    }

    tell(refused) {
      this.problem("");
      this.form.querySelectorAll("[data-error]").forEach((place) => { place.textContent = ""; });
      this.fields.forEach((field) => field.removeAttribute("aria-invalid"));
      refused.forEach(({ field, said }) => {
        const place = [...this.form.querySelectorAll("[data-error]")].find((one) => one.dataset.error === field);
        if (place) place.textContent = said; else this.problem(said);
        const control = this.fields.find((one) => one.name === field || one.name === `new.${field}` || one.name.startsWith(`${field}.`));
        if (!control) { this.focusProblem(); return; }
        control.setAttribute("aria-invalid", "true");
        control.focus();
      });
    }
  }
})();
