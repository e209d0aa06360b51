/* The editor of a cell: a field, a list, boxes or a list of names, as the kind of the column asks. */
(function () {
  "use strict";
  const { meta, offered, words, targetsOf, same } = window.len.gridValues;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* A control for a column: { element, value() }; used in cells and where many rows are changed. */
  function control(column, start, row, first) {
    const { kind, options, target } = meta(column);
    const label = column.headerName;
    if (kind === "choice" || kind === "yes_no") {
      const select = make("select", { className: "cell-editor" });
      if (!meta(column).required || start === null) select.append(make("option", { value: "null", textContent: window.len.gridValues.said().empty }));
      offered(column, row).forEach(([code, text]) => select.append(make("option", { value: JSON.stringify(code), textContent: text })));
      select.value = JSON.stringify(start ?? null);
      select.setAttribute("aria-label", label);
      return { element: select, focus: select, value: () => JSON.parse(select.value) };
    }
    if (kind === "codes") {
      const box = ([code, text]) => make("label", {}, make("input", { type: "checkbox", value: code, checked: (start || []).includes(code) }), ` ${text}`);
      const boxes = make("fieldset", { className: "cell-editor cell-codes" }, make("legend", { className: "sr", textContent: label }), ...options.map(box));
      return { element: boxes, focus: boxes.querySelector("input"), value: () => [...boxes.querySelectorAll("input:checked")].map((input) => input.value).sort() };
    }
    const text = first ?? words(column, start, row);
    const field = make(kind === "long_text" ? "textarea" : "input", { className: "cell-editor", value: text, autocomplete: "off" });
    // No maxLength: it would cut off a pasted text without a word; the server says that it is too long.
    field.setAttribute("aria-label", label);
    if (kind !== "link") return { element: field, focus: field, value: () => field.value.trim() || null };
    const list = make("datalist", { id: `names-${column.field}` });
    field.setAttribute("list", list.id);
    let names = [];
    targetsOf(row.home).then((all) => {
      names = all[target] || [];
      list.append(...names.slice(0, 2000).map(([, name]) => make("option", { value: name })));
    });
    const chosen = () => {
      const typed = field.value.trim();
      const found = names.find(([, name]) => name.toLowerCase() === typed.toLowerCase());
      return typed === "" ? null : found ? found[0] : same(typed, words(column, start, row)) ? start : typed;
    };
    return { element: make("span", { className: "cell-names" }, field, list), focus: field, value: chosen };
  }
  window.len.gridControl = control;

  /* Tab goes from box to box, and a long text has lines: these keys are the editor's own. */
  window.len.ownKey = ({ event, editing, colDef }) => {
    if (!editing) return false;
    const { kind } = meta(colDef);
    if (kind === "long_text") return event.key === "Enter" && event.shiftKey;
    if (kind !== "codes" || event.key !== "Tab") return false;
    const boxes = [...event.target.closest(".cell-codes").querySelectorAll("input")];
    return event.target !== boxes[event.shiftKey ? 0 : boxes.length - 1];
  };

  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  functions.LenEditor = class {
    init(params) {
      const key = params.eventKey;
      const first = key === "Backspace" || key === "Delete" ? "" : key && key.length === 1 ? key : undefined;
      this.part = control(params.colDef, params.value, params.data, first);
      this.select = first === undefined;
    }
    getGui() { return this.part.element; }
    afterGuiAttached() {
      this.part.focus.focus();
      if (this.select && this.part.focus.select) this.part.focus.select();
    }
    getValue() { return this.part.value(); }
  };
})();
