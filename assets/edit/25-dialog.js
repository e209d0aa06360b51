/* Dialogs: a question over everything else, and what every dialog has in which something is typed. */
(function () {
  "use strict";
  const PRESENT = 60_000;
  const len = window.len;
  const open = new Set();
  len.holds(() => [...open].filter((dialog) => dialog.isChanged).length);

  /* { text, said }: what the server answers to a GET; text is null and `said` the reason where nothing comes. */
  len.load = async (address) => {
    try {
      const response = await fetch(address);
      if (response.ok) return { text: await response.text(), said: "" };
      return { text: null, said: (await response.json()).message };
    } catch {
      return { text: null, said: document.getElementById("main").dataset.offline };
    }
  };

  /* Gives true for yes. */
  len.ask = (question, yes, no, more) => new Promise((resolve) => {
    const dialog = len.make("dialog", { className: "form-dialog form-ask" });
    const answer = (value) => () => { dialog.close(); dialog.remove(); resolve(value); };
    const title = len.make("h2", { id: "form-ask-title", textContent: question });
    const refuse = len.make("button", { type: "button", className: "btn", textContent: no, onclick: answer(false) });
    const agree = len.make("button", { type: "button", className: "btn btn-primary", textContent: yes, onclick: answer(true) });
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.append(len.make("div", { className: "form" }, title, ...(more ? [more] : []), len.make("div", { className: "btn-row" }, agree, refuse)));
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

  /* A dialog around a form that the server sent; it stays open until what was typed is saved or given up. Those that extend it have
     `isChanged` and `save()`. The form ends with templates/dialog_foot.html; a button with data-form-close leaves it. */
  len.Dialog = class {
    constructor(html, kind) {
      this.back = document.activeElement;
      this.present = performance.now();
      this.dialog = len.make("dialog", { className: `form-dialog ${kind}` });
      this.outcome = new Promise((resolve) => { this.resolve = resolve; });
      this.fillWith(html);
      document.body.append(this.dialog);
      this.dialog.addEventListener("keydown", (event) => this.onKey(event));
      this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); if (event.target === this.dialog) this.leave(); });
      keepTabInside(this.dialog);
      this.watchSaving();
      open.add(this);
      this.dialog.showModal();
    }

    fillWith(html) {
      this.dialog.innerHTML = html;
      this.form = this.dialog.querySelector("form");
      this.says = this.form.dataset;
      this.dialog.setAttribute("aria-labelledby", this.form.querySelector("h2").id);
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
      ["input", "change"].forEach((name) => this.form.addEventListener(name, () => this.note()));
      this.form.addEventListener("click", (event) => this.onClick(event));
    }
    note() { this.sayPresent(); }

    onKey(event) {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.leave();
    }
    onClick(event) {
      if (event.target.closest("[data-form-close]")) this.leave();
      else if (event.target.closest("[data-form-stay]")) this.staySignedIn();
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

    /* Gives true when the dialog is closed. */
    async leave() {
      const { leave, leaveYes, stay } = this.says;
      if (this.isChanged && !(await len.ask(leave, leaveYes, stay))) return false;
      this.close(null);
      return true;
    }
    close(answer) {
      if (this.closed) return;
      this.closed = true;
      open.delete(this);
      this.observer.disconnect();
      this.dialog.close();
      this.dialog.remove();
      if (this.back && this.back.isConnected) this.back.focus({ preventScroll: true });
      this.resolve(answer);
    }

    /* What is wrong with the whole of it stands above the buttons. */
    problem(sentence) {
      const place = this.form.querySelector(".form-problem");
      place.textContent = sentence;
      place.hidden = !sentence;
    }
    focusProblem() {
      const place = this.form.querySelector(".form-problem");
      if (!place.hidden) place.focus();
    }
    /* The text that the server answers to a GET; null, and the person is told why, where none comes. */
    async load(address) {
      const { text, said } = await len.load(address);
      if (text === null && !this.closed) this.problem(said);
      return text;
    }

    /* Saving goes on until the server has answered; whatever the answer is like, one can save again afterwards. */
    async whileBusy(act) {
      this.busy = true;
      this.form.setAttribute("aria-busy", "true");
      try {
        return await act();
      } finally {
        this.busy = false;
        this.form.removeAttribute("aria-busy");
        this.form.querySelector(".form-state").textContent = "";
      }
    }
    /* "Saving, saved, not saved" stands behind the dialog; it is said in it too. */
    watchSaving() {
      const [sign, banner, ending] = ["saving", "session-ended", "session-ends"].map((id) => document.getElementById(id));
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
  };
})();
