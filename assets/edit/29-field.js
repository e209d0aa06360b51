/* A field of the form: its control, what was typed, and what is kept of it on the server. */
(function () {
  "use strict";
  const len = window.len;

  len.Field = class {
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
      this.begun = "begun" in element.dataset;
      this.labels = element.dataset.labels ? JSON.parse(element.dataset.labels) : null;
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
      if (value === null || value === undefined || len.same(value, [])) return unknown || "";
      if (this.kind === "codes") return this.boxes.filter((box) => value.includes(JSON.parse(box.value))).map((box) => box.parentElement.textContent).join(", ");
      if (this.kind === "select") return ([...this.control.options].find((option) => option.value === JSON.stringify(value)) || { text: value }).text;
      if (this.kind === "link") return ([...this.control.list.options].find((option) => Number(option.dataset.id) === value) || { value: `#${value}` }).value;
      return String(value);
    }
    get isNeeded() { return Boolean(this.control && this.control.getAttribute("aria-required")); }
    get changed() { return !len.same(this.value, this.start); }
    /* What the form filled in itself is saved with the rest, unless somebody gave it its old value back. */
    get isSent() { return this.changed || (this.begun && !len.same(this.value, this.old)); }
    /* A question is another one for another kind of row. */
    follow(kind) {
      if (this.labels && this.labels[kind]) this.element.querySelector(".form-label").textContent = this.labels[kind];
    }

    tell(sentence) {
      this.error.textContent = sentence;
      const part = this.control || this.element.querySelector("fieldset");
      if (sentence) part.setAttribute("aria-invalid", "true"); else part.removeAttribute("aria-invalid");
      if (!sentence) { this.both.hidden = true; this.both.replaceChildren(); }
      const more = this.element.closest(".form-more");
      if (sentence && more) more.open = true;
    }
    focus() { (this.control || this.boxes[0]).focus(); }
    took(value, sent) { this.old = value; this.start = sent; this.begun = false; }
  };
})();
