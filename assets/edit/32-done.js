/* A button that sets one field of one row, such as the day on which something was done. */
(function () {
  "use strict";
  const len = window.len;

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-sets]");
    if (!button || button.getAttribute("aria-disabled")) return;
    // Until the page is drawn anew the same button would say the same once more.
    button.setAttribute("aria-disabled", "true");
    const { sets, said, back } = button.dataset;
    const answer = await len.edit({ do: "save", edits: [JSON.parse(sets)] });
    const [refusal] = answer.refused;
    if (refusal) len.tell(refusal.said, "danger");
    else if (answer.action !== null) len.tellWithWayBack({ ...answer, told: said }, back);
    button.removeAttribute("aria-disabled");
  });
})();
