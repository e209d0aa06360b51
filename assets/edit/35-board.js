/* Cards of the board are dragged to another phase or to an end: by the mouse as a whole, by a finger at their button. The form opens with what was chosen. */
(function () {
  "use strict";
  const len = window.len;
  const DRAGGED = "dragged";
  const OVER = "drop-here";
  const FAR = 8;
  let card = null;
  let began = null;

  const place = (element) => element && element.closest && element.closest(".board .lane[data-phase], .board-ends [data-end]");
  const ends = () => document.querySelector(".board-ends");

  function start(found) {
    card = found;
    card.classList.add(DRAGGED);
    if (ends()) ends().hidden = false;
  }
  function mark(target) {
    document.querySelectorAll(`.${OVER}`).forEach((other) => { if (other !== target) other.classList.remove(OVER); });
    if (target && !target.contains(card)) target.classList.add(OVER);
  }
  function stop() {
    mark(null);
    if (card) card.classList.remove(DRAGGED);
    if (ends()) ends().hidden = true;
    card = null;
    began = null;
  }
  function drop(target) {
    const dropped = card;
    stop();
    if (!dropped || !target || target.contains(dropped)) return;
    const { phase, end } = target.dataset;
    const chosen = phase ? `to_phase=${phase}` : `end_state=${end}`;
    const button = dropped.querySelector("[data-form]");
    button.focus({ preventScroll: true });
    len.openForm(`${button.dataset.form}&${chosen}`);
  }

  document.addEventListener("dragstart", (event) => {
    const found = event.target.closest && event.target.closest(".mp[draggable]");
    if (!found) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(found, 20, 20);
    /* Chromium ends a drag whose page changes while it begins. */
    setTimeout(() => start(found));
  });
  document.addEventListener("dragover", (event) => {
    const target = card && place(event.target);
    mark(target);
    if (target) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!card) return;
    event.preventDefault();
    drop(place(event.target));
  });
  document.addEventListener("dragend", stop);
  const swallow = (click) => { click.stopPropagation(); click.preventDefault(); };

  /* Fingers and pens do not drag elements: their moves are followed from the button on. */
  document.addEventListener("pointerdown", (event) => {
    const button = event.pointerType !== "mouse" && event.target.closest(".mp [data-form]");
    if (button) began = { x: event.clientX, y: event.clientY, card: button.closest(".mp") };
  });
  document.addEventListener("pointermove", (event) => {
    if (!began) return;
    if (!card && Math.hypot(event.clientX - began.x, event.clientY - began.y) > FAR) start(began.card);
    if (card) mark(place(document.elementFromPoint(event.clientX, event.clientY)));
  });
  document.addEventListener("pointerup", (event) => {
    if (!began) return;
    if (card) {
      /* A pen that was lifted clicks at once; a finger does not, and its next tap is meant. */
      document.addEventListener("click", swallow, true);
      setTimeout(() => document.removeEventListener("click", swallow, true));
      drop(place(document.elementFromPoint(event.clientX, event.clientY)));
    }
    began = null;
  });
  document.addEventListener("pointercancel", () => { if (began) stop(); });
})();
