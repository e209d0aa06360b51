/* Paste of a block: rows further down are fetched first, and lines below the last row become new rows if the person wants that. */
(function () {
  "use strict";
  const len = window.len;
  const { value, why, block, cell, frame, said } = len.gridValues;
  const { api, table, tell, fill, redraw, focused, isCell, may, set, add, note, rowsFrom } = len.grid;
  // As many as the server takes in one command.
  const MOST_CELLS = 5000;

  // Blocks that are still being read, and lines that wait to be mended.
  let reading = 0;
  len.holds(() => reading + document.querySelectorAll("#grid-lines textarea").length);

  document.addEventListener("paste", (event) => {
    const here = api() && !api().getEditingCells().length && (isCell(event.target) ? focused() : beginning(event.target));
    if (!here || !shown().some(typed)) return;
    event.preventDefault();
    reading += 1;
    paste(here, block(event.clipboardData.getData("text/plain"))).finally(() => { reading -= 1; });
  });
  /* A table without rows has no cell to begin at: there a block begins at the first column that can be filled in. */
  const beginning = (target) => {
    const busy = target.closest("input, textarea, select, dialog") || document.querySelector("dialog[open]");
    if (busy || frame().dataset.memory === "trash" || api().getDisplayedRowCount() > 0) return null;
    return { at: { rowIndex: 0 }, node: { data: {} }, column: shown().find(typed) };
  };
  async function paste(here, lines) {
    const columns = shown().slice(shown().findIndex((column) => column.field === here.column.field));
    if (lines.length * Math.min(columns.length, lines[0].length) > MOST_CELLS) { tell(fill(said().much, { n: MOST_CELLS })); return; }
    tell(said().working);
    const rows = api().getDisplayedRowCount() ? await rowsFrom(here.at.rowIndex, lines.length) : [];
    if (!rows) { tell(said().unreachable); return; }
    if (!rows.length && homeOf(here.node.data) === undefined) { tell(said().homeless); return; }
    const below = lines.slice(rows.length).filter((line) => line.some((text) => text.trim()));
    const home = homeOf(here.node.data);
    const adds = below.length > 0 && home !== undefined && await wanted(below.length, here.node.data);
    const cells = rows.flatMap((row, down) => lines[down].map((text, along) => ({ row, column: columns[along], text })));
    const edits = cells.filter(({ row, column }) => column && typed(column) && may(row, column));
    const values = await Promise.all(edits.map(({ row, column, text }) => value(column, text, row)));
    const news = adds ? await Promise.all(below.map((line) => filled(line, columns, home))) : [];
    edits.forEach(({ row, column }, at) => set(row, column, values[at]));
    if (news.length) send(news, below, columns, home);
    redraw();
    const missed = adds ? 0 : below.length;
    note([counted(missed, said().leftOne, said().left), counted(cells.length - edits.length, said().outsideOne, said().outside)].filter(Boolean).join(" "));
  }
  const counted = (n, one, more) => (n === 0 ? "" : n === 1 ? one : fill(more, { n }));
  const shown = () => api().getAllDisplayedColumns().map((column) => column.getColDef()).filter((column) => column.field);
  const typed = (column) => Boolean(column.cellEditorParams && column.editable);

  /* The network of new rows: the one that is shown, else that of the row where the block begins; undefined where none can be had. */
  function homeOf(row) {
    if (table() === "network") return undefined;
    const { network } = frame().dataset;
    if (network) return Number(network);
    return row.locked ? undefined : row.home;
  }
  const wanted = (n, row) => len.ask(n === 1 ? said().askNewOne : fill(said().askNew, { n }), n === 1 ? said().yesNewOne : fill(said().yesNew, { n }), said().noNew,
    !frame().dataset.network && row.network ? len.make("p", { textContent: fill(said().newHome, { network: row.network }) }) : null);
  async function filled(line, columns, home) {
    const parts = line.slice(0, columns.length).map((text, at) => ({ column: columns[at], text })).filter(({ column }) => typed(column));
    const pairs = await Promise.all(parts.map(async ({ column, text }) => [column.field, await value(column, text, { home, names: {} })]));
    return Object.fromEntries(pairs.filter(([, one]) => one !== null && !(Array.isArray(one) && !one.length)));
  }
  function send(values, lines, columns, home, part = document.createElement("div")) {
    add({ values, network: home, told: (refused) => offerAgain(refused, lines, columns, home, part) });
  }

  /* Lines that could not be rows, each with its reason, as text that can be mended; each paste keeps a part of its own. */
  function offerAgain(refused, lines, columns, home, part) {
    const box = document.getElementById("grid-lines");
    const close = () => {
      const inside = part.contains(document.activeElement);
      part.remove();
      box.hidden = !box.children.length;
      const at = inside && api().getFocusedCell();
      if (at) api().setFocusedCell(at.rowIndex, at.column);
    };
    if (!refused.length) { close(); return; }
    const names = document.getElementById("grid-words").dataset;
    const text = len.make("textarea", { className: "cell-editor", rows: Math.min(8, refused.length + 1), value: refused.map(({ place }) => lines[place].map(cell).join("\t")).join("\n") });
    text.setAttribute("aria-label", names.linesText);
    const again = len.make("button", { type: "button", className: "btn btn-primary", textContent: names.linesAgain });
    again.addEventListener("click", async () => {
      const mended = block(text.value).filter((line) => line.some((one) => one.trim()));
      if (!mended.length) { close(); return; }
      again.disabled = true;
      send(await Promise.all(mended.map((line) => filled(line, columns, home))), mended, columns, home, part);
    });
    const drop = len.make("button", { type: "button", className: "btn", textContent: names.linesDrop, onclick: close });
    part.replaceChildren(len.make("p", {}, refused.length === 1 ? said().linesOne : fill(said().lines, { n: refused.length })),
      len.make("ul", {}, ...refused.map((one) => len.make("li", {}, reason(one, lines, columns)))), text, len.make("div", { className: "btn-row" }, again, drop));
    box.append(part);
    box.hidden = false;
    text.focus();
  }
  function reason(refusal, lines, columns) {
    const { place, field } = refusal;
    const column = api().getColumnDefs().find((one) => one.field === field);
    const text = lines[place][columns.findIndex((one) => one.field === field)];
    return `${lines[place].join(" · ")}: ${column ? `${column.headerName} – ` : ""}${why(refusal, column, text)}`;
  }
})();
