/* Forms of the import: sent without leaving the page, so that a refusal is told beside what was typed. */
(function () {
  "use strict";
  const len = (window.len = window.len || {});

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-import], form[data-import-file]")) return;
    event.preventDefault();
    if (form.dataset.importFile) choose(form); else send(form, form.dataset.import, new FormData(form, event.submitter));
  });

  /* What is chosen and not yet sent must not be drawn over when others change something. */
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-import]");
    if (form) form.dataset.changed = "";
  });

  /* The picker is made when it is asked for: Dash has no field for files in a form. */
  function choose(form) {
    const picker = document.createElement("input");
    picker.type = "file";
    picker.multiple = true;
    picker.addEventListener("change", () => {
      const files = [...picker.files];
      if (!files.length) return;
      if (files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most)) { tell(form, form.dataset.large); return; }
      const data = new FormData(form);
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
      if (answer.go) { window.location.assign(answer.go); return; }
      tell(form, answer.problem || answer.message);
    } catch {
      tell(form, form.dataset.failed || document.getElementById("main").dataset.offline);
    }
    if (status) status.textContent = "";
    busy(form, false);
  }

  function busy(form, is) {
    form.setAttribute("aria-busy", String(is));
    form.querySelectorAll("button").forEach((button) => { button.toggleAttribute("aria-disabled", is); });
  }

  function tell(form, text) {
    const place = [...form.querySelectorAll("[role=alert]")].pop();
    place.textContent = text;
  }
})();
