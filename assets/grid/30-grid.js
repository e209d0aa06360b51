/* The grid: saves what was changed, keeps what was refused in its cell with the reason, pastes, fills, adds, trashes, brings back. */
(function () {
  "use strict";
  const len = window.len;
  const { same, meta, words, value, block, cell, frame, said } = len.gridValues;
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const GRID = "data-grid";
  const refusals = new Map();
  // What is on its way to the server, and what the server made of what was typed before (2500 becomes 2500.00).
  const pending = new Map();
  const settled = new Map();
  let saves = Promise.resolve();
  let api = null;
  let waiting = [];
  let mark = null;
  let stale = false;
  const table = () => frame().dataset.table;
  const place = (row, field) => `${row.id}.${field}`;
  const tell = (text) => { document.getElementById("grid-said").textContent = text; };
  const fill = (text, values) => Object.entries(values).reduce((all, [name, one]) => all.replace(`{${name}}`, one), text);

  functions.lenGrid = {
    editable: (params) => Boolean(params.data) && !params.data.locked,
    words: (params) => (params.data ? words(params.colDef, params.value, params.data) || said().empty : ""),
    unknown: (params) => Boolean(params.data) && words(params.colDef, params.value, params.data) === "",
    refused: (params) => Boolean(params.data) && refusals.has(place(params.data, params.colDef.field)),
    reason: (params) => (params.data && refusals.has(place(params.data, params.colDef.field)) ? refusals.get(place(params.data, params.colDef.field)).said : undefined),
    marked: (params) => Boolean(mark) && mark.column === params.colDef.field && params.node.rowIndex >= mark.from && params.node.rowIndex <= mark.to,
  };

  /* Dash makes the grid some time after the page; each page has its own. */
  setInterval(() => {
    const found = document.getElementById(GRID) && window.dash_ag_grid && window.dash_ag_grid.getApi ? attempt() : null;
    if (found && found !== api) begin(found);
    // Dash gives the grid a source of its own when it is ready, which may be after us.
    if (found && found.getGridOption("datasource") !== source) found.setGridOption("datasource", source);
  }, 200);
  const attempt = () => { try { return window.dash_ag_grid.getApi(GRID); } catch { return null; } };

  function begin(found) {
    api = found;
    refusals.clear();
    mark = null;
    api.addEventListener("cellValueChanged", (event) => change(event.data, event.colDef, event.newValue, event.oldValue));
    api.addEventListener("cellEditingStopped", () => { if (stale) refresh(); });
    ["columnResized", "columnMoved", "columnVisible", "sortChanged"].forEach((name) => api.addEventListener(name, (event) => { if (event.finished !== false) remember(); }));
    ["modelUpdated", "viewportChanged"].forEach((name) => api.addEventListener(name, () => requestAnimationFrame(markRefused)));
    api.addEventListener("cellFocused", () => { const at = api.getFocusedCell(); if (at) sayReason(at); });
    // Tab leaves the table, as it leaves a list: the arrow keys lead from cell to cell.
    api.setGridOption("tabToNextCell", (params) => (params.editing ? params.nextCellPosition : false));
    api.setGridOption("tabToNextHeader", () => false);
    const kept = localStorage.getItem(memory());
    if (kept) api.applyColumnState({ state: JSON.parse(kept), applyOrder: true });
    // A phone has no room for a column that stays.
    if (window.innerWidth <= 640) api.setColumnsPinned(api.getColumns(), null);
    offerColumns();
  }
  /* Rows come by our own address: Dash would not ask a second time for what it has asked for once. */
  const source = {
    async getRows({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) {
      const query = new URLSearchParams(window.location.search);
      query.set("asked", JSON.stringify({ startRow, endRow, sortModel, filterModel }));
      const sought = document.getElementById("grid-search").value.trim();
      if (sought) query.set("q", sought);
      const response = await fetch(`/data/rows/${table()}?${query}`).catch(() => null);
      if (!response || !response.ok) { failCallback(); return; }
      const { rows, total } = await response.json();
      rows.forEach(layOver);
      successCallback(rows, total);
    },
  };
  /* What is typed and not kept yet stays in its cell, also when the row comes anew. */
  function layOver(row) {
    [pending, refusals].forEach((typed) => typed.forEach(({ id, field, mine }) => { if (id === row.id) row[field] = mine; }));
  }
  const memory = () => `grid ${frame().dataset.account} ${table()}`;
  function remember() {
    const state = api.getColumnState().map(({ colId, width, hide, sort, sortIndex }) => ({ colId, width, hide, sort, sortIndex }));
    localStorage.setItem(memory(), JSON.stringify(state));
  }
  /* Which columns are shown: a box for each. */
  function offerColumns() {
    const box = document.getElementById("grid-columns");
    if (!box) return;
    box.replaceChildren(...api.getColumns().filter((column) => column.getColDef().headerName).map((column) => {
      const input = Object.assign(document.createElement("input"), { type: "checkbox", checked: column.isVisible() });
      input.addEventListener("change", () => api.setColumnsVisible([column], input.checked));
      const label = Object.assign(document.createElement("label"), { className: "check" });
      label.append(input, column.getColDef().headerName);
      return label;
    }));
  }
  let searching = 0;
  document.addEventListener("input", (event) => {
    if (event.target.id !== "grid-search" || !api) return;
    clearTimeout(searching);
    searching = setTimeout(() => api.purgeInfiniteCache(), 300);
  });

  /* All that changes in one turn (a paste, a fill) is one action and one step back; one save waits for the one before. */
  function change(row, column, now, before) {
    const field = column.field;
    const key = place(row, field);
    // Over a value that was refused stands what the server has; over one on its way, what was typed last.
    const saw = refusals.has(key) ? row.kept[field] : before;
    if (same(now, saw) || (same(now, row.kept[field]) && !pending.has(key))) { refusals.delete(key); redraw(); return; }
    waiting.push({ row, column, now, saw, key });
    pending.set(key, { id: row.id, field, mine: now });
    if (waiting.length > 1) return;
    setTimeout(() => {
      const edits = waiting;
      waiting = [];
      saves = saves.then(() => flush(edits));
    });
  }
  const old = ({ key, saw }) => {
    const before = settled.get(key);
    return (before && same(before.typed, saw) ? before.kept : saw) ?? null;
  };
  /* A row may have come anew since it was changed. */
  const live = (row) => { const node = api.getRowNode(String(row.id)); return node && node.data ? node.data : row; };
  async function flush(edits) {
    const answer = await len.edit({
      do: "save",
      edits: edits.map((edit) => ({ table: table(), id: edit.row.id, field: edit.column.field, old: old(edit), new: edit.now })),
    });
    edits.forEach((edit) => {
      edit.row = live(edit.row);
      if (same((pending.get(edit.key) || {}).mine, edit.now)) pending.delete(edit.key);
    });
    edits.forEach(({ row, column }) => refusals.delete(place(row, column.field)));
    // A refusal of the whole (the phases of a micro project) names no single cell: it stands at all of them.
    const single = answer.action !== null || answer.rows.length > 0;
    const refused = single ? answer.refused : edits.flatMap((_edit, at) => answer.refused.map((one) => ({ ...one, place: at })));
    const failed = new Set(refused.map((one) => one.place));
    answer.rows.forEach((one) => edits.forEach(({ row }) => { if (row.id === one.id) row.kept = one.values; }));
    edits.forEach(({ row, column, now, key }, at) => {
      if (failed.has(at)) return;
      settled.set(key, { typed: now, kept: row.kept[column.field] });
      if (!pending.has(key)) row[column.field] = row.kept[column.field];
    });
    refused.forEach((one) => {
      const { row, column, now, key } = edits[one.place];
      if (pending.has(key)) return;
      refusals.set(key, { ...one, id: row.id, field: column.field, mine: now, row, column });
      row[column.field] = now;
    });
    redraw();
    const [first] = refused;
    tell(refused.length > 1 ? fill(said().refused, { n: refused.length }) : first ? first.said : "");
    offerChoice(first && first.code === "changed_meanwhile" ? refusals.get(place(edits[first.place].row, edits[first.place].column.field)) : null);
  }
  function redraw() {
    if (!api || api.isDestroyed()) return;
    api.refreshCells({ force: true });
    markRefused();
  }
  function markRefused() {
    document.querySelectorAll(".data-grid .ag-cell").forEach((one) => {
      if (one.classList.contains("cell-refused")) one.setAttribute("aria-invalid", "true"); else one.removeAttribute("aria-invalid");
    });
  }
  function sayReason({ rowIndex, column }) {
    const node = api.getDisplayedRowAtIndex(rowIndex);
    const refusal = node && node.data && refusals.get(place(node.data, column.getColId()));
    if (refusal) { tell(refusal.said); offerChoice(refusal.code === "changed_meanwhile" ? refusal : null); }
  }

  /* Two people on one field: both values are shown, and the second chooses. */
  function offerChoice(refusal) {
    const box = document.getElementById("grid-choice");
    box.hidden = !refusal;
    box.replaceChildren();
    if (!refusal) return;
    const { column, mine, theirs } = refusal;
    const row = live(refusal.row);
    const keep = document.getElementById("grid-words").dataset;
    const shown = (one) => words(column, one, row) || said().empty;
    const text = fill(said().theirs, { column: column.headerName, theirs: shown(theirs), mine: shown(mine) });
    const button = (label, act) => Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: label, onclick: () => { box.hidden = true; act(); } });
    row.kept[column.field] = theirs;
    box.append(Object.assign(document.createElement("p"), { textContent: text }),
      button(keep.keepTheirs, () => { row[column.field] = theirs; refusals.delete(place(row, column.field)); tell(""); redraw(); }),
      button(keep.keepMine, () => change(row, column, mine, theirs)));
  }

  /* What others changed comes in without taking an open cell away. */
  document.addEventListener("len:changed", (event) => {
    if (!document.getElementById(GRID)) return;
    event.preventDefault();
    refresh();
  });
  function refresh() {
    if (!api || api.isDestroyed()) return;
    stale = api.getEditingCells().length > 0;
    if (!stale) api.refreshInfiniteCache();
  }

  const focused = () => {
    const at = api && api.getFocusedCell();
    const node = at && api.getDisplayedRowAtIndex(at.rowIndex);
    return node && node.data ? { at, node, column: at.column.getColDef() } : null;
  };
  const isCell = (target) => Boolean(target.closest && target.closest(".ag-cell")) && !target.closest(".cell-editor");
  const may = (row, column) => !row.locked && column.editable;
  const set = (row, column, now) => {
    const before = row[column.field];
    row[column.field] = now;
    change(row, column, now, before);
  };

  document.addEventListener("keydown", (event) => {
    if (!isCell(event.target) || !api || api.getEditingCells().length) return;
    const here = focused();
    if (!here) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === "Delete" && may(here.node.data, here.column)) {
      event.preventDefault();
      marked(here).forEach((node) => set(node.data, here.column, meta(here.column).kind === "codes" ? [] : null));
      redraw();
    } else if (ctrl && event.key.toLowerCase() === "d") { event.preventDefault(); fillDown(); }
    else if (event.key === "Escape") { giveBack(here); mark = null; redraw(); }
    else if (event.shiftKey && ["ArrowDown", "ArrowUp"].includes(event.key)) { event.preventDefault(); event.stopPropagation(); stretch(here, event.key === "ArrowDown" ? 1 : -1); }
    else if (!event.shiftKey && event.key.startsWith("Arrow") && mark) { mark = null; redraw(); }
  }, true);
  /* Escape on a refused cell gives back what is kept. */
  function giveBack({ node, column }) {
    if (!refusals.delete(place(node.data, column.field))) return;
    node.data[column.field] = node.data.kept[column.field];
    tell("");
  }
  function stretch({ at, column }, by) {
    if (!mark || mark.column !== column.field || mark.anchor !== at.rowIndex) mark = { column: column.field, anchor: at.rowIndex, from: at.rowIndex, to: at.rowIndex };
    mark.to = Math.max(mark.anchor, Math.min(mark.to + by, api.getDisplayedRowCount() - 1));
    api.ensureIndexVisible(mark.to);
    redraw();
  }
  function marked(here) {
    if (!mark || mark.column !== here.column.field) return [here.node];
    const rows = [];
    for (let at = mark.from; at <= mark.to; at += 1) rows.push(api.getDisplayedRowAtIndex(at));
    return rows.filter((node) => node && node.data && may(node.data, here.column));
  }
  function fillDown() {
    const here = focused();
    if (!here || !here.column.editable) return;
    const rows = mark && mark.column === here.column.field ? marked(here) : api.getSelectedNodes();
    const source = here.node.data[here.column.field];
    const others = rows.filter((node) => node.data && node !== here.node && may(node.data, here.column));
    if (!others.length) { tell(said().none); return; }
    others.forEach((node) => set(node.data, here.column, source));
    redraw();
  }

  document.addEventListener("copy", (event) => {
    const here = api && isCell(event.target) && !api.getEditingCells().length && focused();
    if (!here) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", marked(here).map((node) => cell(words(here.column, node.data[here.column.field], node.data))).join("\n"));
  });
  document.addEventListener("paste", async (event) => {
    const here = api && isCell(event.target) && !api.getEditingCells().length && focused();
    if (!here) return;
    event.preventDefault();
    const lines = block(event.clipboardData.getData("text/plain"));
    const columns = api.getAllDisplayedColumns().map((column) => column.getColDef()).filter((column) => column.field);
    const first = columns.findIndex((column) => column.field === here.column.field);
    const wanted = [];
    let left = 0;
    lines.forEach((line, down) => {
      const node = api.getDisplayedRowAtIndex(here.at.rowIndex + down);
      if (!node || !node.data) { left += 1; return; }
      line.forEach((text, along) => {
        const column = columns[first + along];
        if (column && may(node.data, column)) wanted.push({ row: node.data, column, text });
      });
    });
    const values = await Promise.all(wanted.map(({ row, column, text }) => value(column, text, row)));
    wanted.forEach(({ row, column }, at) => set(row, column, values[at]));
    redraw();
    if (left) tell(fill(said().left, { n: left }));
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-grid]");
    if (button && api) ACTS[button.dataset.grid](button);
  });
  const chosen = () => api.getSelectedNodes().map((node) => node.data).filter((row) => row && !row.locked);
  const ACTS = {
    async add(button) { if (await len.openForm(button.dataset.path)) refresh(); },
    fill: fillDown,
    async trash() {
      const rows = chosen();
      if (!rows.length) { tell(said().none); return; }
      if (!await len.ask(fill(said().ask, { n: rows.length }), said().yes, said().no)) return;
      await after(len.run({ do: "trash", table: table(), ids: rows.map((row) => row.id) }));
    },
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
  async function after(run) {
    await run;
    api.deselectAll();
    refresh();
  }

  /* One value for one field of all chosen rows. */
  function changeMany(rows) {
    const box = document.getElementById("grid-choice");
    const names = document.getElementById("grid-words").dataset;
    const columns = api.getColumnDefs().filter((column) => column.cellEditorParams);
    const select = document.createElement("select");
    select.setAttribute("aria-label", names.field);
    select.append(...columns.map((column) => Object.assign(document.createElement("option"), { value: column.field, textContent: column.headerName })));
    const slot = document.createElement("span");
    let part = null;
    const show = () => {
      part = len.gridControl(columns.find((column) => column.field === select.value), null, rows[0]);
      slot.replaceChildren(part.element);
    };
    select.addEventListener("change", show);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-primary", textContent: names.set });
    button.addEventListener("click", () => {
      const column = columns.find((one) => one.field === select.value);
      const now = part.value();
      rows.forEach((row) => set(row, column, now));
      box.hidden = true;
      redraw();
    });
    box.replaceChildren(select, slot, button);
    box.hidden = false;
    show();
    select.focus();
  }
})();
