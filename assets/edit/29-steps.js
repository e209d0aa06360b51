/* Lists of steps: those that go with the value of another field, a span that is one step until somebody says more, and what is asked for. */
(function () {
  "use strict";
  const len = window.len;

  /* A list that follows a field: each value of it has its own words; without one all are offered, by its name. */
  class List {
    constructor(field, leader) {
      this.field = field;
      this.leader = leader;
      this.options = [...field.control.options];
      this.original = field.element.querySelector(".form-original");
    }
    arrange() {
      const leading = JSON.stringify(this.leader.value);
      const { control } = this.field;
      if (leading !== this.leading) {
        const chosen = control.selectedOptions[0] || this.options[0];
        const offered = this.options.filter((option) => leading === "null" || !option.dataset.when || option.dataset.when === leading);
        const fits = offered.find((option) => option === chosen) || offered.find((option) => option.value === chosen.value) || offered[0];
        control.replaceChildren(...(leading === "null" ? inGroups(offered) : offered));
        fits.selected = true;
        this.leading = leading;
      }
      if (this.original) this.original.textContent = (control.selectedOptions[0] || this.options[0]).dataset.original || "";
    }
    /* Whoever takes a step of one side has said which side. */
    lead(control) {
      const { when } = this.field.control.selectedOptions[0].dataset;
      if (control === this.field.control && when && this.leader.value === null) this.leader.value = JSON.parse(when);
    }
  }
  function inGroups(options) {
    const groups = new Map();
    return options.filter((option) => !option.dataset.when).concat(options.filter((option) => option.dataset.when).reduce((made, option) => {
      const { group } = option.dataset;
      if (!groups.has(group)) { groups.set(group, Object.assign(document.createElement("optgroup"), { label: group })); made.push(groups.get(group)); }
      groups.get(group).append(option);
      return made;
    }, []));
  }

  len.Steps = class {
    constructor(form, fields) {
      const find = (name) => fields.find((field) => field.name === name);
      const all = (name) => fields.filter((field) => field.element.dataset[name]);
      this.lists = all("follows").map((field) => new List(field, find(field.element.dataset.follows)));
      this.spans = all("upFrom").map((to) => ({ to, from: find(to.element.dataset.upFrom) }));
      this.nudges = [...form.querySelectorAll(".form-nudge")].map((nudge) => ({
        nudge, from: find(nudge.dataset.from), about: find(nudge.closest("[data-field]").dataset.field),
      }));
      this.spans.forEach((span) => { span.was = span.from.value; });
      form.addEventListener("change", (event) => this.follow(event.target));
      this.arrange();
    }
    /* The upper step goes along as long as it is the same. */
    follow(control) {
      this.lists.forEach((list) => list.lead(control));
      this.arrange();
      this.spans.filter(({ from }) => from.control === control).forEach((span) => {
        const { from, to, was } = span;
        if (to.value === null || to.value === was) to.value = from.value;
        span.was = from.value;
      });
      this.arrange();
    }
    arrange() {
      this.lists.forEach((list) => list.arrange());
      this.nudges.forEach(({ nudge, from, about }) => { nudge.hidden = !(from.value >= Number(nudge.dataset.least) && about.value === null); });
    }
  };
})();
