/* Which columns are shown, how wide and in which order: remembered in the browser for each account and table. */
(function () {
  "use strict";
  const len = window.len;
  const { frame } = len.gridValues;
  const memory = () => `grid ${frame().dataset.account} ${frame().dataset.table} ${frame().dataset.memory}`.trim();

  len.gridColumns = (api) => {
    ["columnResized", "columnMoved", "columnVisible", "sortChanged"].forEach((name) => api.addEventListener(name, (event) => { if (event.finished !== false) remember(api); }));
    const kept = localStorage.getItem(memory());
    if (kept) api.applyColumnState({ state: JSON.parse(kept), applyOrder: true });
    // A phone has no room for a column that stays.
    if (window.innerWidth <= 640) api.setColumnsPinned(api.getColumns(), null);
    offer(api);
  };
  function remember(api) {
    const state = api.getColumnState().map(({ colId, width, hide, sort, sortIndex }) => ({ colId, width, hide, sort, sortIndex }));
    localStorage.setItem(memory(), JSON.stringify(state));
  }
  /* A box for each column. */
  function offer(api) {
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
})();
