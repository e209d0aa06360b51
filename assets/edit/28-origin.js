/* Where the value of a field comes from, beside it in the form: what is kept of it, what was typed, and the choice between two answers. */
(function () {
  "use strict";
  const len = window.len;
  const PARTS = ["other_value", "text", "source"];

  /* `old` and `value` are { kind, other_value, text, source }, null where it is as for the whole row. */
  len.Origin = class {
    constructor(element) {
      this.element = element;
      this.old = JSON.parse(element.dataset.origin);
      this.both = element.parentElement.querySelector(".origin-both");
    }

    /* The controls come when somebody asks for them. */
    open(template) {
      if (this.parts) return;
      this.element.append(template.content.cloneNode(true));
      this.parts = Object.fromEntries([...this.element.querySelectorAll("[data-of]")].map((part) => [part.dataset.of, part]));
      this.parts.kind.addEventListener("change", () => this.showParts());
      this.value = this.old;
    }
    say(origin, template) {
      this.open(template);
      this.element.open = true;
      this.value = origin;
    }
    showParts() {
      const { kind } = this.parts;
      this.element.querySelectorAll(".origin-fields > label").forEach((part, place) => {
        part.hidden = place > 0 && (kind.value === "null" || (part.dataset.only !== undefined && JSON.parse(kind.value) !== part.dataset.only));
      });
    }

    get value() {
      if (!this.parts) return this.old;
      const kind = JSON.parse(this.parts.kind.value);
      if (kind === null) return null;
      const [other, text, source] = PARTS.map((name) => this.parts[name].value.trim() || null);
      return { kind, other_value: kind === "conflict" ? other : null, text, source };
    }
    set value(origin) {
      this.parts.kind.value = JSON.stringify(origin && origin.kind);
      PARTS.forEach((name) => { this.parts[name].value = (origin && origin[name]) || ""; });
      this.showParts();
    }
    get changed() { return !len.same(this.value, this.old); }

    took(origin) {
      this.old = origin;
      this.element.querySelector(".origin-kind").textContent = origin === null ? "" : this.kindWords(origin);
    }
    kindWords(origin) {
      return [...this.parts.kind.options].find((option) => option.value === JSON.stringify(origin && origin.kind)).text;
    }
    words(origin) {
      const said = (name) => len.fill(this.parts[name].closest("label").dataset.said, { value: origin[name] });
      return [this.kindWords(origin), ...(origin ? PARTS.filter((name) => origin[name]).map(said) : [])].join("; ");
    }

    focus() {
      this.parts.kind.focus();
      this.both.scrollIntoView({ block: "nearest" });
    }
    get isRefused() { return !this.both.hidden; }
    clear() {
      this.both.hidden = true;
      this.both.replaceChildren();
    }
    /* `after` is told when a choice was made, with true where what was typed is to be sent again. */
    offer(says, said, theirs, after) {
      this.element.open = true;
      const done = (again) => { this.clear(); this.focus(); after(again); };
      len.offerBoth(this.both, says, {
        said, theirs: this.words(theirs), mine: this.words(this.value),
        keepTheirs: () => { this.took(theirs); this.value = theirs; done(false); },
        keepMine: () => { this.took(theirs); done(true); },
      });
    }
  };
})();
