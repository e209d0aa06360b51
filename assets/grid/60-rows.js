/* Whole rows: add, change many, into the trash and back. */
(function () {
  "use strict";
  const len = window.len;
  const { meta, frame, said } = len.gridValues;
  const { api, table, tell, fill, refresh, redraw, focused, isCell, set, marked, fillDown } = len.grid;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-grid]");
    if (button && (api() || button.dataset.grid === "add")) ACTS[button.dataset.grid](button);
  });
  /* Ctrl+Enter adds a row, Ctrl+Delete puts the chosen or marked ones into the trash. */
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !api() || api().getEditingCells().length) return;
    if (!event.target.closest(".data-grid") || event.target.closest("input, textarea, select")) return;
    const act = event.key === "Enter" ? "add" : event.key === "Delete" || event.key === "Backspace" ? "trash" : "";
    const button = act && document.querySelector(`[data-grid="${act}"]`);
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    const here = isCell(event.target) && focused();
    if (act === "add") ACTS.add(button); else throwAway(chosen().length || !here ? chosen() : marked(here).map((node) => node.data).filter((row) => !row.locked));
  }, true);

  const chosen = () => api().getSelectedNodes().map((node) => node.data).filter((row) => row && !row.locked);
  const ACTS = {
    async add(button) { if (await len.openForm(button.dataset.path)) refresh(); },
    fill: fillDown,
    trash: () => throwAway(chosen()),
    async restore() {
      const rows = chosen();
      if (!rows.length) { tell(said().none); return; }
      await after(len.run({ do: "restore", table: table(), ids: rows.map((row) => row.id) }));
    },
    bulk() {
      const rows = chosen();
      if (!rows.length) { tell(said().none); return; }
      changeMany(rows);
    },
  };
  async function throwAway(rows) {
    if (!rows.length) { tell(said().none); return; }
    const question = rows.length === 1 ? said().askOne : fill(said().ask, { n: rows.length });
    if (!await len.ask(question, said().yes, said().no, rows.length === 1 ? await hanging(rows[0]) : null)) return;
    await after(len.run({ do: "trash", table: table(), ids: rows.map((row) => row.id) }));
  }
  /* What hangs on a row, in a sentence. */
  async function hanging(row) {
    const response = await fetch(`/form/${table()}/${row.id}/trash`).catch(() => null);
    return response && response.ok ? len.make("p", { textContent: (await response.json()).said }) : null;
  }
  /* Who was in the table stays in it, at the same place, although the row there is gone. */
  async function after(run) {
    const at = api().getFocusedCell();
    const inside = document.activeElement.closest(".data-grid");
    await run;
    api().deselectAll();
    refresh();
    if (!at || !inside) return;
    setTimeout(() => {
      const last = api() ? api().getDisplayedRowCount() - 1 : -1;
      if (last >= 0 && (document.activeElement === document.body || document.activeElement.closest(".data-grid"))) api().setFocusedCell(Math.min(at.rowIndex, last), at.column);
    }, 500);
  }

  /* One value for one field of all chosen rows; codes are added, taken away, or put in the place of the others. */
  function changeMany(rows) {
    const box = document.getElementById("grid-bulk");
    const names = document.getElementById("grid-words").dataset;
    const columns = api().getColumnDefs().filter((column) => column.cellEditorParams);
    const select = (label, pairs) => {
      const element = len.make("select", { className: "form-select" });
      element.setAttribute("aria-label", label);
      element.append(...pairs.map(([code, text]) => Object.assign(document.createElement("option"), { value: code, textContent: text })));
      return element;
    };
    const field = select(names.field, columns.map((column) => [column.field, column.headerName]));
    const how = select(names.how, [["add", names.codesAdd], ["take", names.codesTake], ["replace", names.codesReplace]]);
    const slot = document.createElement("span");
    const column = () => columns.find((one) => one.field === field.value);
    let part = null;
    const show = () => {
      part = len.gridControl(column(), null, rows[0]);
      slot.replaceChildren(part.element);
      how.hidden = meta(column()).kind !== "codes";
    };
    field.addEventListener("change", show);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-primary", textContent: names.set });
    button.addEventListener("click", () => {
      const now = part.value();
      const of = how.hidden ? () => now : (had) => WAYS[how.value](had || [], now);
      rows.forEach((row) => set(row, column(), of(row[column().field])));
      close();
      redraw();
    });
    function close() { box.hidden = true; document.querySelector('[data-grid="bulk"]').focus(); }
    box.onkeydown = (event) => { if (event.key === "Escape" && !box.hidden) close(); };
    const cancel = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: names.cancel, onclick: close });
    box.replaceChildren(field, how, slot, button, cancel);
    box.hidden = false;
    show();
    field.focus();
  }
  const WAYS = {
    add: (had, now) => [...new Set([...had, ...now])].sort(),
    take: (had, now) => had.filter((code) => !now.includes(code)),
    replace: (_had, now) => now,
  };
})();
