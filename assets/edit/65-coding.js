/* Coding statements: boxes are ticked by mouse, by space or by the number of a theme; Enter saves, and the next statement is at hand. */
(function () {
  "use strict";
  const len = window.len;
  const TICK = ".coding [role=checkbox]";

  function turn(box) {
    box.setAttribute("aria-checked", String(box.getAttribute("aria-checked") !== "true"));
    /* What is ticked must not be drawn over when others change something. */
    box.closest(".coding").dataset.changed = "";
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest(TICK);
    if (box) turn(box);
    const button = event.target.closest("[data-code]");
    if (button) save(button);
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest(".coding");
    if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target.matches(TICK)) {
      event.preventDefault();
      save(form.querySelector("[data-code]"));
    }
    const box = /^[1-9]$/.test(event.key) && form.querySelectorAll("[data-theme], [data-own]")[Number(event.key) - 1];
    if (box) { turn(box); box.focus(); }
  });

  async function save(button) {
    if (button.disabled) return;
    const form = button.closest(".coding");
    const said = form.querySelector(".field-error");
    const ticked = (name) => Array.from(form.querySelectorAll(`[data-${name}][aria-checked=true]`), (box) => box.dataset[name]);
    const looked = form.querySelector("[data-looked]");
    button.disabled = true;
    said.textContent = "";
    const answer = await len.edit({
      do: "code",
      voice: Number(button.dataset.code),
      coded: form.dataset.turn,
      themes: ticked("theme"),
      own_themes: ticked("own").map(Number),
      checked: Boolean(looked) && looked.getAttribute("aria-checked") === "true",
    });
    button.disabled = false;
    if (answer.refused.length) {
      said.textContent = answer.refused[0].said;
      (answer.refused[0].field === "checked" && looked ? looked : form.querySelector(TICK)).focus();
      return;
    }
    delete form.dataset.changed;
    /* The page is drawn anew, with the next statement in this place: the focus stays on the box that it begins with. */
    const next = form.closest("li").nextElementSibling ? form : document.querySelector(".coding");
    next.querySelector(TICK).focus();
    len.tellWithWayBack(answer, button.dataset.back);
  }
})();
