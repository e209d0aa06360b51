/* The one way to save: commands go to the server in order, one at a time, again and again until it has answered. */
(function () {
  "use strict";
  const PAUSES = [1000, 2000, 5000, 10_000];
  const len = (window.len = window.len || {});
  const queue = [];
  let failures = 0;
  let busy = false;

  /* Gives what the server answered: { action, rows, refused, told, revision }; a refusal is an answer too. */
  len.edit = (command) => new Promise((resolve) => {
    queue.push({ body: JSON.stringify({ ...command, request: name() }), resolve });
    work();
  });
  len.unsaved = () => queue.length;

  /* The name lets the server know a command that it has done already, when only its answer was lost. */
  const name = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function work() {
    if (busy || !queue.length) return;
    busy = true;
    show("saving");
    const [{ body, resolve }] = queue;
    const answer = await ask(body);
    busy = false;
    if (answer === null) return again();
    failures = 0;
    queue.shift();
    show(queue.length ? "saving" : answer.refused.length ? "refused" : "saved");
    resolve(answer);
    if (answer.action !== null) len.changed(answer.revision);
    work();
  }

  /* The answer; null when none came and the command must be sent again. */
  async function ask(body) {
    let response;
    try {
      response = await fetch("/edit", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": len.token() }, body });
    } catch {
      return null;
    }
    if (response.ok) return response.json();
    if (response.status === 401 || response.status >= 500) return null;
    const { message } = await response.json().catch(() => ({ message: "" }));
    return { action: null, rows: [], told: "", refused: [{ place: 0, field: "", said: message, theirs: null }] };
  }

  function again() {
    show("unsaved");
    setTimeout(work, PAUSES[Math.min(failures, PAUSES.length - 1)]);
    failures += 1;
  }
  window.addEventListener("online", work);
  document.addEventListener("visibilitychange", work);
  window.addEventListener("beforeunload", (event) => { if (queue.length) event.preventDefault(); });

  /* One sign for all that is saved, wherever it was typed. */
  function show(state) {
    const sign = document.getElementById("saving");
    if (!sign) return;
    sign.dataset.state = state;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    sign.textContent = sign.dataset[state].replace("{time}", time);
  }
})();
