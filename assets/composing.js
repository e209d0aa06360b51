/* The form of a release: each choice stands in the address at once, so that a reload or a weak line loses nothing. */
(function () {
  "use strict";
  const SHOW = "show";
  const BEFORE_VALUE = "_input_";

  /* What is chosen, by the name of the field; boxes of one name are one list. */
  const chosen = (form) => {
    const lists = new Map();
    form.querySelectorAll("input[name], select[name]").forEach((field) => {
      const list = lists.get(field.name) || [];
      lists.set(field.name, list);
      if (field.type !== "checkbox") list.push(field.value);
      else if (field.checked) list.push(field.id.slice(field.id.lastIndexOf(BEFORE_VALUE) + BEFORE_VALUE.length));
    });
    return lists;
  };

  /* The page is drawn anew; what was unfolded to choose from stays unfolded. */
  const keepUnfolded = (form) => {
    const names = [...form.querySelectorAll("details[open][id]")].map((fold) => fold.id);
    const watch = new MutationObserver(() => {
      if (form.isConnected || !document.querySelector(".composing")) return;
      watch.disconnect();
      names.forEach((name) => { const fold = document.getElementById(name); if (fold) fold.open = true; });
    });
    watch.observe(document.getElementById("_pages_content"), { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), 10_000);
  };

  const go = (form, show) => {
    const query = new URLSearchParams(window.location.search);
    chosen(form).forEach((list, name) => { if (list.join("")) query.set(name, list.join(",")); else query.delete(name); });
    query.delete("changed");
    if (show) query.set(SHOW, "1"); else query.delete(SHOW);
    const text = query.toString();
    if (`?${text}` === window.location.search) return;
    if (!show) keepUnfolded(form);
    window.dash_clientside.shell.keepFocus(document.activeElement.id);
    window.history.pushState({}, "", text ? `?${text}` : window.location.pathname);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  };

  document.addEventListener("change", (event) => {
    const form = event.target.closest(".composing");
    if (form) go(form, false);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-composing]");
    if (button) go(button.closest(".composing"), true);
  });
})();
