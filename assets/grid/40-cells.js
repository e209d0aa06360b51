/* Cells by keyboard: mark, empty, fill down, copy. */
(function () {
  "use strict";
  const len = window.len;
  const { meta, words, cell, said } = len.gridValues;
  const { api, tell, redraw, focused, isCell, may, set, giveBack } = len.grid;
  let mark = null;

  len.grid.isMarked = (node, column) => Boolean(mark) && mark.column === column.field && node.rowIndex >= mark.from && node.rowIndex <= mark.to;
  len.grid.unmark = () => { mark = null; };
  len.grid.marked = marked;
  len.grid.fillDown = fillDown;

  document.addEventListener("keydown", (event) => {
    if (!isCell(event.target) || !api() || api().getEditingCells().length) return;
    const here = focused();
    if (!here) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === "Delete" && !ctrl && may(here.node.data, here.column)) {
      event.preventDefault();
      marked(here).filter((node) => may(node.data, here.column)).forEach((node) => set(node.data, here.column, meta(here.column).kind === "codes" ? [] : null));
      redraw();
    } else if (ctrl && event.key.toLowerCase() === "d") { event.preventDefault(); fillDown(); }
    else if (event.key === "Escape") { giveBack(here); mark = null; redraw(); }
    else if (event.shiftKey && ["ArrowDown", "ArrowUp"].includes(event.key)) { event.preventDefault(); event.stopPropagation(); stretch(here, event.key === "ArrowDown" ? 1 : -1); }
    else if (!event.shiftKey && event.key.startsWith("Arrow") && mark) { mark = null; redraw(); }
  }, true);

  function stretch({ at, column }, by) {
    if (!mark || mark.column !== column.field || mark.anchor !== at.rowIndex) mark = { column: column.field, anchor: at.rowIndex, from: at.rowIndex, to: at.rowIndex };
    mark.to = Math.max(mark.anchor, Math.min(mark.to + by, api().getDisplayedRowCount() - 1));
    api().ensureIndexVisible(mark.to);
    redraw();
  }
  function marked(here) {
    if (!mark || mark.column !== here.column.field) return [here.node];
    const rows = [];
    for (let at = mark.from; at <= mark.to; at += 1) rows.push(api().getDisplayedRowAtIndex(at));
    return rows.filter((node) => node && node.data);
  }
  function fillDown() {
    const here = focused();
    if (!here || !here.column.editable) return;
    const rows = mark && mark.column === here.column.field ? marked(here) : api().getSelectedNodes();
    const source = here.node.data[here.column.field];
    const others = rows.filter((node) => node.data && node !== here.node && may(node.data, here.column));
    if (!others.length) { tell(said().none); return; }
    others.forEach((node) => set(node.data, here.column, source));
    redraw();
  }

  document.addEventListener("copy", (event) => {
    const here = api() && isCell(event.target) && !api().getEditingCells().length && focused();
    if (!here) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", marked(here).map((node) => cell(words(here.column, node.data[here.column.field], node.data))).join("\n"));
  });
})();
