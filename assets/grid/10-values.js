/* What stands in a cell: words for what is kept, and what is kept for words that were typed or pasted. */
(function () {
  "use strict";
  const len = (window.len = window.len || {});
  const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  const meta = (column) => column.cellEditorParams || {};
  const frame = () => document.querySelector(".data-grid-frame");
  const said = () => document.getElementById("grid-said").dataset;

  /* The rows that a link can point to, by network and table; asked for once, until something changes. */
  const targets = new Map();
  const named = (home) => `${frame().dataset.table} ${home}`;
  async function targetsOf(home) {
    const key = named(home);
    if (!targets.has(key)) {
      const response = await fetch(`/data/choices/${frame().dataset.table}?network=${home ?? ""}`).catch(() => null);
      if (!response || !response.ok) return {};
      targets.set(key, await response.json());
    }
    return targets.get(key);
  }
  document.addEventListener("len:changed", () => targets.clear());

  /* A step has its own words for each side: those that go with the row. */
  const offered = (column, row) => {
    const { options, follows } = meta(column);
    const leading = follows && row ? row[follows] : null;
    return (options || []).filter(([, , when]) => !when || !leading || when === leading);
  };
  const option = (column, value, row) => [offered(column, row), meta(column).options || []].map((all) => all.find(([code]) => same(code, value))).find(Boolean);
  function words(column, value, row) {
    if (value === null || value === undefined || same(value, [])) return "";
    const { kind, target } = meta(column);
    if (kind === "codes") return value.map((code) => (option(column, code) || [code, code])[1]).join(", ");
    if (kind === "choice" || kind === "yes_no") return (option(column, value, row) || [value, value])[1];
    if (kind === "link") {
      if (typeof value === "string") return value;
      const known = ((targets.get(named(row.home)) || {})[target] || []).find(([id]) => id === value);
      return known ? known[1] : (row.names || {})[column.field] || `#${value}`;
    }
    return String(value);
  }

  /* Why a value was refused; the choices in the words that can be typed. */
  function why({ code, said: sentence }, column, typed) {
    const { options } = meta(column || {});
    if (code !== "unknown_code" || !options || !options.length) return sentence;
    return said().choices.replace("{value}", () => typed).replace("{choices}", () => options.map(([, label]) => label).join(", "));
  }

  /* The value for a text; what is no choice stays a text, which the server refuses with its reason. */
  async function value(column, text, row) {
    const plain = text.trim();
    if (plain === "") return meta(column).kind === "codes" ? [] : null;
    const { kind, target, options } = meta(column);
    const find = (part) => ([...offered(column, row), ...options].find(([code, label]) => [String(code), label].some((name) => name.toLowerCase() === part.toLowerCase())) || [part])[0];
    if (kind === "codes") return plain.split(/[,;|]/).map((part) => find(part.trim())).filter((code) => code !== "");
    if (kind === "choice" || kind === "yes_no") return find(plain);
    if (kind !== "link") return plain;
    const found = ((await targetsOf(row.home))[target] || []).find(([, name]) => name.toLowerCase() === plain.toLowerCase());
    return found ? found[0] : plain;
  }

  /* Lines and cells of a spreadsheet's clipboard; a cell in quotation marks may hold line breaks. */
  function block(text) {
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      const row = rows[rows.length - 1];
      if (quoted && sign === '"' && text[at + 1] === '"') { row[row.length - 1] += '"'; at += 1; }
      else if (sign === '"' && (quoted || row[row.length - 1] === "")) quoted = !quoted;
      else if (!quoted && sign === "\t") row.push("");
      else if (!quoted && (sign === "\n" || sign === "\r")) { if (sign === "\r" && text[at + 1] === "\n") at += 1; rows.push([""]); }
      else row[row.length - 1] += sign;
    }
    if (rows.length > 1 && same(rows[rows.length - 1], [""])) rows.pop();
    return rows;
  }
  const cell = (text) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  len.gridValues = { same, meta, offered, words, why, value, targetsOf, block, cell, frame, said };
})();
