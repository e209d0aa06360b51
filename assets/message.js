/* The button beside a message closes it; whoever pressed it goes on in the page. */
(function () {
  "use strict";
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-closes]");
    if (!button) return;
    window.dash_clientside.set_props(button.dataset.closes, { is_open: false });
    document.getElementById("main").focus({ preventScroll: true });
  });
})();
