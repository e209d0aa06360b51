/* The grid: gets its rows, saves what was changed, and keeps what was refused in its cell with the reason. */
(function () {
  "use strict";
  const len = window.len;
  const { same, words, why, frame, said } = len.gridValues;
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const GRID = "data-grid";
  // As many as the server gives at once.
  const MOST_ROWS = 500;
  const refusals = new Map();
  // What is on its way to the server, and what the server made of what was typed before (2500 becomes 2500.00).
  const pending = new Map();
  const settled = new Map();
  let saves = Promise.resolve();
  let api = null;
  let waiting = null;
  let stale = false;
  let asked = { sortModel: [], filterModel: {} };
  const table = () => frame().dataset.table;
  const place = (row, field) => `${table()}.${row.id}.${field}`;
  const tell = (text) => { document.getElementById("grid-said").textContent = text; };
  // Rows that could not be had are asked for again after a while.
  const AGAIN = 4000;
  const fill = (text, values) => Object.entries(values).reduce((all, [name, one]) => all.replace(`{${name}}`, one), text);

  functions.lenGrid = {
    editable: (params) => Boolean(params.data) && !params.data.locked,
    words: (params) => (params.data ? words(params.colDef, params.value, params.data) || said().empty : ""),
    unknown: (params) => Boolean(params.data) && words(params.colDef, params.value, params.data) === "",
    refused: (params) => Boolean(params.data) && refusals.has(place(params.data, params.colDef.field)),
    reason: (params) => (params.data && refusals.has(place(params.data, params.colDef.field)) ? refusals.get(place(params.data, params.colDef.field)).said : undefined),
    ownKey: (params) => len.ownKey(params),
    marked: (params) => len.grid.isMarked(params.node, params.colDef),
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
    len.grid.unmark();
    api.addEventListener("cellValueChanged", (event) => change(event.data, event.colDef, event.newValue, event.oldValue));
    api.addEventListener("cellEditingStopped", () => { if (stale) refresh(); });
    ["modelUpdated", "viewportChanged"].forEach((name) => api.addEventListener(name, () => requestAnimationFrame(markRefused)));
    api.addEventListener("cellFocused", () => { const at = api.getFocusedCell(); if (at) sayReason(at); });
    // Tab leaves the table, as it leaves a list: the arrow keys lead from cell to cell.
    api.setGridOption("tabToNextCell", (params) => (params.editing ? params.nextCellPosition : false));
    api.setGridOption("tabToNextHeader", () => false);
    len.gridColumns(api);
  }
  /* Rows come by our own address: Dash would not ask a second time for what it has asked for once. */
  const source = {
    async getRows({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) {
      asked = { sortModel, filterModel };
      const found = await stretch(startRow, endRow);
      if (found) { successCallback(found.rows, found.total); return; }
      failCallback();
      setTimeout(refresh, AGAIN);
    },
  };
  /* Rows in the order and with the filters that the grid shows now; null when they cannot be had. */
  async function stretch(startRow, endRow) {
    const query = new URLSearchParams(window.location.search);
    query.set("asked", JSON.stringify({ startRow, endRow, ...asked }));
    const sought = document.getElementById("grid-search").value.trim();
    if (sought) query.set("q", sought);
    const response = await fetch(`/data/rows/${table()}?${query}`).catch(() => null);
    if (!response || !response.ok) return null;
    const found = await response.json();
    found.rows.forEach(layOver);
    return found;
  }
  /* The rows of a stretch, also those that nobody has scrolled to yet; null when they cannot be had. */
  async function rowsFrom(first, count) {
    const rows = [];
    const end = Math.min(first + count, api.getDisplayedRowCount());
    for (let at = first; at < end; at = first + rows.length) {
      const node = api.getDisplayedRowAtIndex(at);
      if (node && node.data) { rows.push(node.data); continue; }
      const found = await stretch(at, Math.min(end, at + MOST_ROWS));
      if (!found) return null;
      if (!found.rows.length) break;
      rows.push(...found.rows.map(live));
    }
    return rows;
  }
  /* What is typed and not kept yet stays in its cell, also when the row comes anew. */
  function layOver(row) {
    [pending, refusals].forEach((typed) => typed.forEach(({ table: home, id, field, mine }) => { if (home === table() && id === row.id) row[field] = mine; }));
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
    batch().edits.push({ row, column, now, saw, key });
    pending.set(key, { table: table(), id: row.id, field, mine: now });
  }
  function batch() {
    if (waiting) return waiting;
    // The table and its place in the page: by the time of the answer another page may be there.
    waiting = { home: table(), frame: frame(), edits: [], lines: null, note: "" };
    held += 1;
    setTimeout(send);
    return waiting;
  }
  function send() {
    if (!waiting) return;
    const all = waiting;
    waiting = null;
    saves = saves.then(() => flush(all)).catch(reportError).finally(() => { held -= 1; });
  }
  let held = 0;
  len.holds(() => held, () => { send(); return saves; });
  /* Lines that go below the last row, to be added in the same action; `told` hears which of them were refused. */
  const add = (lines) => { batch().lines = lines; };
  /* What is to be said beside the outcome. */
  const note = (text) => { if (waiting) waiting.note = text; else tell(text); };
  const old = ({ key, saw }) => {
    const before = settled.get(key);
    return (before && same(before.typed, saw) ? before.kept : saw) ?? null;
  };
  /* A row may have come anew since it was changed. */
  const live = (row) => { const node = api.getRowNode(String(row.id)); return node && node.data ? node.data : row; };
  async function flush({ home, frame: where, edits, lines, note: beside }) {
    const sent = edits.map((edit) => ({ table: home, id: edit.row.id, field: edit.column.field, old: old(edit), new: edit.now }));
    const more = lines && { table: home, network: lines.network, lines: lines.values };
    const answer = await len.edit(more ? { do: "paste", edits: sent, ...more } : { do: "save", edits: sent });
    const refusedAll = outOf(answer, sent.length + (lines ? lines.values.length : 0));
    if (!where.isConnected) {
      edits.forEach(({ key }) => pending.delete(key));
      if (refusedAll.length) len.tell(refusedAll[0].said, "danger");
      return;
    }
    edits.forEach((edit) => {
      edit.row = live(edit.row);
      if (same((pending.get(edit.key) || {}).mine, edit.now)) pending.delete(edit.key);
    });
    edits.forEach(({ key }) => refusals.delete(key));
    const refused = refusedAll.filter((one) => one.place < edits.length);
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
      refusals.set(key, { ...one, said: why(one, column, words(column, now, row)), table: home, id: row.id, field: column.field, mine: now, row, column });
      row[column.field] = now;
    });
    redraw();
    const [first] = refused;
    const told = first && refusals.get(edits[first.place].key);
    const outcome = refused.length > 1 ? fill(said().refused, { n: refused.length }) : first ? (told || first).said : answer.told;
    tell([outcome, beside].filter(Boolean).join(" "));
    offerChoice(told && told.code === "changed_meanwhile" ? told : null);
    if (lines) lines.told(refusedAll.filter((one) => one.place >= edits.length).map((one) => ({ ...one, place: one.place - edits.length })));
  }
  /* A refusal of the whole (the phases of a micro project) names no single place: it stands at all of them. */
  function outOf(answer, count) {
    const isWhole = answer.action === null && !answer.rows.length && answer.refused.length === 1;
    return isWhole ? Array.from({ length: count }, (_none, at) => ({ ...answer.refused[0], place: at })) : answer.refused;
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
    if (node && node.data && node.data.comes_back) tell(`${api.getColumn("comes_back").getColDef().headerName}: ${node.data.comes_back}.`);
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
    const button = (label, act) => Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: label, onclick: () => { box.hidden = true; act(); back(row, column); } });
    row.kept[column.field] = theirs;
    box.append(Object.assign(document.createElement("p"), { textContent: text }),
      button(keep.keepTheirs, () => { row[column.field] = theirs; refusals.delete(place(row, column.field)); tell(""); redraw(); }),
      button(keep.keepMine, () => change(row, column, mine, theirs)));
  }

  /* Who has chosen is in the cell again. */
  function back(row, column) {
    const node = api.getRowNode(row.key);
    if (node && node.rowIndex !== null) api.setFocusedCell(node.rowIndex, column.field);
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

  len.grid = {
    api: () => (api && !api.isDestroyed() && document.getElementById(GRID) ? api : null),
    table, tell, fill, refresh, redraw, focused, isCell, may, set, add, note, rowsFrom, giveBack,
  };
  /* Escape on a refused cell gives back what is kept. */
  function giveBack({ node, column }) {
    if (!refusals.delete(place(node.data, column.field))) return;
    node.data[column.field] = node.data.kept[column.field];
    tell("");
    offerChoice(null);
  }
})();
