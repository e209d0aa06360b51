/* Ctrl+Z takes back the last thing that this person did, wherever it was done; Ctrl+Y does it again. In a text that is being typed they are the text's own. */
(function () {
  "use strict";
  const len = (window.len = window.len || {});
  /* Behind a dialog nobody would see what is taken back. */
  const isTyping = (target) => target.isContentEditable || target.closest("dialog") || target.matches("textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (!redo && key !== "z") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) len.step(redo ? "redo" : "undo");
  }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step], [data-undo]");
    if (!button) return;
    if (button.dataset.step) len.step(button.dataset.step); else len.run({ do: "undo", action: Number(button.dataset.undo) });
  });

  /* What was just changed goes first: it is what is to be taken back. */
  len.step = async (way) => {
    await len.settle();
    return len.run(way === "redo" ? { do: "redo" } : { do: "undo", action: null });
  };
  /* Runs a command whose outcome is told in the one place for messages. */
  len.run = async (command) => {
    const answer = await len.edit(command);
    const [refusal] = answer.refused;
    len.tell(refusal ? refusal.said : answer.told, refusal ? "danger" : "success");
    return answer;
  };
  len.tell = (text, color) => { if (text) window.dash_clientside.set_props("message", { children: text, is_open: true, color }); };
})();
