/* Forms of the import: sent without leaving the page, so that a refusal is told beside what was typed. */
(function () {
  "use strict";
  const len = (window.len = window.len || {});
  const CHANGED = "form[data-import][data-changed]";
  let sending = false;

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-import], form[data-import-file]")) return;
    event.preventDefault();
    if (sending) return;
    const data = new FormData(form, event.submitter);
    if (!(await mayLose((other) => other !== form))) return;
    if (form.dataset.importFile) choose(form, data); else send(form, form.dataset.import, data);
  });

  /* What is typed and not yet sent is neither drawn over when others change something nor left without a question. */
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-import]");
    if (form) form.dataset.changed = "";
  });
  const unsent = () => [...document.querySelectorAll(CHANGED)];
  len.holds(() => unsent().length);

  async function mayLose(isLost) {
    const [form] = unsent().filter(isLost);
    if (!form) return true;
    const { lose, loseYes, stay } = form.dataset;
    return len.ask(lose, loseYes, stay);
  }
  const forgetChanges = () => unsent().forEach((form) => { delete form.dataset.changed; });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !unsent().length) return;
    event.preventDefault();
    event.stopPropagation();
    if (!(await mayLose(() => true))) return;
    forgetChanges();
    link.click();
  }, true);

  /* The picker is made when it is asked for: Dash has no field for files in a form. */
  function choose(form, data) {
    const picker = len.make("input", { type: "file", multiple: true });
    picker.addEventListener("change", () => {
      const files = [...picker.files];
      if (!files.length || sending) return;
      if (files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most)) { tell(form, form.dataset.large); return; }
      files.forEach((file) => data.append("file", file));
      send(form, form.dataset.importFile, data);
    });
    picker.click();
  }

  async function send(form, address, data) {
    const status = form.querySelector(".import-status");
    tell(form, "");
    busy(form, true);
    if (status) status.textContent = form.dataset.reading;
    try {
      const response = await fetch(address, { method: "POST", headers: { "X-CSRFToken": len.token() }, body: data });
      const answer = response.status === 413 ? { problem: form.dataset.large } : await response.json();
      if (answer.go) { forgetChanges(); window.location.assign(answer.go); return; }
      tell(form, answer.problem || answer.message);
    } catch {
      tell(form, form.dataset.failed || document.getElementById("main").dataset.offline);
    }
    if (status) status.textContent = "";
    busy(form, false);
  }
  /* Back may bring the page as it was left. */
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) document.querySelectorAll("form.import-form").forEach((form) => busy(form, false));
  });

  function busy(form, is) {
    sending = is;
    form.setAttribute("aria-busy", String(is));
    form.querySelectorAll("button").forEach((button) => { if (is) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled"); });
  }

  function tell(form, text) {
    const place = [...form.querySelectorAll("[role=alert]")].pop();
    place.textContent = text;
  }
})();
