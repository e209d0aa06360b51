/* The search field over a long list of rows: it hides those of other names, and what was typed into them stays. */
(function () {
  "use strict";
  const net = window.lenNetwork;

  /* `rows` have `name` and `element`; `follow` is told that other rows are seen now. */
  net.Find = class {
    constructor(field, rows, follow) {
      Object.assign(this, { field, rows, follow, says: document.getElementById(field.getAttribute("aria-describedby")) });
      field.addEventListener("input", (event) => { event.stopPropagation(); this.narrow(); });
      field.addEventListener("keydown", (event) => this.onKey(event));
    }

    narrow() {
      const asked = net.plain(this.field.value.trim());
      this.rows.forEach((row) => { row.element.hidden = !net.plain(row.name).includes(asked); });
      const seen = this.rows.filter((row) => !row.element.hidden).length;
      const { found, nobody } = this.says.dataset;
      this.says.textContent = !asked ? "" : seen ? found.replace("{n}", seen) : nobody;
      this.follow();
    }
    clear() {
      if (!this.field.value) return;
      this.field.value = "";
      this.narrow();
    }

    /* Enter and the arrow down go on in the first row that was found, Escape shows all again. */
    onKey(event) {
      const first = this.rows.find((row) => !row.element.hidden);
      if (event.key === "Escape" && this.field.value) this.clear();
      else if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      else if (first) first.element.querySelector("input").focus();
      event.preventDefault();
    }
  };
})();
