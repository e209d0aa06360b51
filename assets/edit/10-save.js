/* The one way to save: commands go to the server in order, one at a time, again and again until it has answered. */
(function () {
  "use strict";
  const PAUSES = [1000, 2000, 5000, 10_000];
  const PATIENCE = 60_000;
  const MOST_BROKEN = 3;
  const len = (window.len = window.len || {});
  const queue = [];
  const holders = [];
  let failures = 0;
  let broken = 0;
  let busy = false;
  let timer = 0;

  /* Gives what the server answered: { action, rows, refused, told, revision }; a refusal is an answer too. */
  len.edit = (command) => new Promise((resolve) => {
    queue.push({ body: JSON.stringify({ ...command, request: name() }), resolve });
    work();
  });

  /* Parts of a page say how many changes they hold that are not in the queue yet; `settle` sees to it that they are. */
  len.holds = (count, settle = () => undefined) => holders.push({ count, settle });
  len.unsaved = () => queue.length + holders.reduce((sum, holder) => sum + holder.count(), 0);
  len.settle = () => Promise.all(holders.map((holder) => holder.settle()));
  window.addEventListener("beforeunload", (event) => { if (len.unsaved()) event.preventDefault(); });

  /* The name lets the server know a command that it has done already, when only its answer was lost. */
  const name = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function work() {
    clearTimeout(timer);
    if (busy || !queue.length) return;
    busy = true;
    show("saving");
    const answer = await ask(queue[0].body);
    busy = false;
    if (answer === null) { again(); return; }
    failures = broken = 0;
    const { resolve } = queue.shift();
    show(queue.length ? "saving" : answer.refused.length ? "refused" : "saved");
    resolve(answer);
    work();
    if (answer.action !== null) len.changed(answer.revision);
  }

  /* The answer; null when none came and the command must be sent again. */
  async function ask(body) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": len.token(), "X-Account": sign().dataset.account };
    try {
      const response = await fetch("/edit", { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) });
      if (response.ok) return await response.json();
      if (passes(response.status)) return null;
      const { message } = await response.json().catch(() => ({ message: "" }));
      return { action: null, rows: [], told: "", refused: [{ place: 0, field: "", said: message, theirs: null }] };
    } catch {
      return null;
    }
  }
  /* Being signed out, somebody else being signed in, the server being away: that passes. What breaks the server again and again does not. */
  function passes(status) {
    if (status !== 500) return status === 401 || status === 409 || status > 500;
    broken += 1;
    return broken < MOST_BROKEN;
  }

  function again() {
    show("unsaved");
    timer = setTimeout(work, PAUSES[Math.min(failures, PAUSES.length - 1)]);
    failures += 1;
  }
  window.addEventListener("online", work);
  document.addEventListener("visibilitychange", work);
  document.addEventListener("click", (event) => { if (event.target.id === "save-again") work(); });

  /* One sign for all that is saved, wherever it was typed. */
  const sign = () => document.getElementById("saving");
  function show(state) {
    const { dataset } = sign();
    dataset.state = state;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    sign().textContent = dataset[state].replace("{time}", time);
    document.getElementById("save-again").hidden = state !== "unsaved";
  }
})();
