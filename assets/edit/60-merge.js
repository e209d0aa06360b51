/* Merging: a chosen stakeholder writes the address, the button sends what was chosen, and the answer offers the way back. */
(function () {
  "use strict";
  const len = window.len;

  /* A new page closes the message of the one before it. */
  const arrived = (place, act) => {
    if (!place || document.body.dataset.place === place) act(); else requestAnimationFrame(() => arrived(place, act));
  };

  document.addEventListener("change", (event) => {
    const field = event.target.closest("[data-merge-pick]");
    if (!field) return;
    const input = field.querySelector("input");
    const name = input.value.trim();
    const option = Array.from(input.list.options).find((each) => each.value === name);
    const said = field.querySelector(".field-error");
    said.textContent = name && !option ? field.closest("[data-none]").dataset.none.replace("{name}", name) : "";
    input.setAttribute("aria-invalid", String(Boolean(said.textContent)));
    if (name && !option) return;
    const address = new URL(window.location);
    if (option) address.searchParams.set(field.dataset.mergePick, option.dataset.id); else address.searchParams.delete(field.dataset.mergePick);
    if (address.href !== window.location.href) len.go(address.pathname + address.search);
  });

  /* What is chosen must not be drawn over when others change something. */
  document.addEventListener("change", (event) => {
    const fields = event.target.closest(".merge-fields");
    if (fields) fields.dataset.changed = "";
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-merge], [data-body]");
    if (!button || button.disabled) return;
    const { merge, body, back, then } = button.dataset;
    const [first, second] = (merge || body).split(" ").map(Number);
    button.disabled = true;
    const command = merge ? { do: "merge", first, second, choices: choices() } : second ? { do: "link_body", first, second } : { do: "unlink_body", row: first };
    const answer = await len.edit(command);
    button.disabled = false;
    if (answer.refused.length) { len.tell(answer.refused[0].said, "danger"); return; }
    if (then) len.go(then); else len.redraw();
    arrived(then, () => len.tellWithWayBack(answer, back));
  });

  const choices = () => Array.from(document.querySelectorAll("[data-merge-field]"), (set) => ({
    field: set.dataset.mergeField,
    take: set.querySelector("input:checked").value,
    first: JSON.parse(set.dataset.first),
    second: JSON.parse(set.dataset.second),
  }));
})();
