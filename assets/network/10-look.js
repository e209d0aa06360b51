/* How stakeholders and ties look: shapes, lines, colours from the style sheet's tokens, labels that break into short lines. */
(function () {
  "use strict";
  const net = (window.lenNetwork = {});

  /* Corners in percent of the mark's box, as in marks.css; a mark without corners is a circle. Corners right above the middle are
     a hair aside: Cytoscape takes a point straight below one for outside. */
  const corners = (text) => text.split(" ").map((value) => Number(value) / 50 - 1);
  net.MARKS = [
    { token: "--ink-3", factor: 0.8, hollow: true },
    { token: "--cat-1", factor: 1 },
    { token: "--cat-2", factor: 0.9, points: corners("0 0 100 0 100 100 0 100") },
    { token: "--cat-3", factor: 1.2, points: corners("50.1 0 100 50.1 49.9 100 0 49.9") },
    { token: "--cat-4", factor: 1.15, points: corners("50.1 3 99 90 1 90") },
    { token: "--cat-5", factor: 1.15, points: corners("33 3 67 3 67 33 97 33 97 67 67 67 67 97 33 97 33 67 3 67 3 33 33 33") },
    { token: "--cat-6", factor: 1.1, points: corners("99 50 74.5 92.4 25.5 92.4 1 50 25.5 7.6 74.5 7.6") },
    { token: "--cat-7", factor: 1.12, points: corners("50.1 3.5 97.1 37.7 79.1 93 20.9 93 2.9 37.7") },
    { token: "--cat-8", factor: 1.35, points: corners("50.1 1 63.2 34.8 99.5 36.9 71.4 60 80.6 95.1 50.1 75.5 19.4 95.1 28.6 60 0.5 36.9 36.8 34.8") },
  ];

  /* Cooperation has no direction; support always has one, or runs both ways. */
  net.LINES = {
    cooperation: { plain: true },
    support: { both: true },
    referral: { dash: [9, 3, 2, 3] },
    money: { dash: [10, 5] },
    information: { dash: [4, 4] },
    shared_space: { dash: [14, 3, 3, 3] },
    decision: { middle: "diamond" },
    conflict: { dash: [6, 4], middle: "tee", token: "--bad" },
    not_stated: { dash: [1.5, 4.5], round: true },
  };
  net.CONFIRMED = 3;
  net.ONE_SIDE = 1.6;
  net.FONT = 14;
  net.LINE_HEIGHT = 17;
  const LABEL_WIDTH = 116;
  const TOKENS = ["--ink", "--ink-2", "--ink-3", "--line-strong", "--surface", "--sunken", "--bad", "--accent", "--accent-ink",
    ...Array.from({ length: 8 }, (_unused, n) => "--cat-" + (n + 1))];

  const colours = (element) => {
    const style = getComputedStyle(element);
    return Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(token).trim()]));
  };

  /* The colours of the theme that is on, or of the named one: paper is always light. */
  net.palette = function (theme) {
    if (!theme) return colours(document.documentElement);
    const probe = document.createElement("div");
    probe.dataset.bsTheme = theme;
    document.body.append(probe);
    const found = colours(probe);
    probe.remove();
    return found;
  };
  net.fontFamily = () => getComputedStyle(document.body).fontFamily;

  let pen;
  net.textWidth = function (text, bold) {
    pen = pen || document.createElement("canvas").getContext("2d");
    pen.font = (bold ? "700 " : "400 ") + net.FONT + "px " + net.fontFamily();
    return pen.measureText(text).width;
  };

  /* A name in lines of about the same width; it breaks after blanks, hyphens and strokes. */
  net.lines = function (name) {
    const lines = [];
    name.split(/(?<=[\s\-–/])/u).forEach((word) => {
      const last = lines.length - 1;
      if (last >= 0 && net.textWidth((lines[last] + word).trim()) <= LABEL_WIDTH) lines[last] += word;
      else lines.push(word);
    });
    return lines.map((line) => line.trim()).filter(Boolean);
  };

  /* The style of every element. `ring` is how thick a hollow mark is drawn; at a higher `zoom` text keeps its size and lines grow little. */
  net.styleSheet = function (colours, relations, ring, zoom) {
    const text = textStyle(colours, zoom);
    const thin = Math.pow(zoom, -0.7);
    const aside = 4 / zoom;
    const mark = (one, n) => ({
      selector: "node.m" + n,
      style: {
        shape: one.points ? "polygon" : "ellipse",
        ...(one.points ? { "shape-polygon-points": one.points } : {}),
        ...(one.hollow
          ? { "background-color": colours["--surface"], "border-width": ring * thin, "border-color": colours[one.token] }
          : { "background-color": colours[one.token] }),
      },
    });
    return [
      { selector: "node", style: { width: "data(w)", height: "data(w)", "border-width": 1.5 * thin, "border-color": colours["--surface"] } },
      ...net.MARKS.map(mark),
      { selector: "edge", style: {
        width: net.ONE_SIDE * thin, "curve-style": "bezier", "control-point-step-size": 22 * thin, "line-color": colours["--ink-3"],
        "target-arrow-color": colours["--ink-3"], "source-arrow-color": colours["--ink-3"], "arrow-scale": 0.9 * thin,
        "target-distance-from-node": 2, "source-distance-from-node": 2,
      } },
      ...relations.map((code) => line(code, colours, thin)),
      { selector: "edge.to", style: { "target-arrow-shape": "triangle" } },
      { selector: "edge.fro", style: { "source-arrow-shape": "triangle" } },
      { selector: "edge.sure", style: { width: net.CONFIRMED * thin } },
      { selector: "edge.ringed", style: { "target-distance-from-node": 9 / zoom, "source-distance-from-node": 9 / zoom } },
      { selector: "edge.twin", style: {
        "curve-style": "straight", width: 2.4 * thin, "line-style": "dashed", "line-dash-pattern": [0.1, 5 * thin], "line-cap": "round",
        "line-color": colours["--accent-ink"],
      } },
      { selector: "edge.told", style: { ...text, label: "data(l)", color: colours["--ink"], "z-index": 20 } },
      { selector: "edge.twin.told", style: { color: colours["--accent-ink"], "font-weight": 700 } },
      { selector: "node.named", style: { ...text, label: "data(l)", "z-index": 10 } },
      { selector: "node.lb", style: { "text-valign": "bottom", "text-margin-y": aside } },
      { selector: "node.lt", style: { "text-valign": "top", "text-margin-y": -aside } },
      { selector: "node.lr", style: { "text-valign": "center", "text-halign": "right", "text-margin-x": aside } },
      { selector: "node.ll", style: { "text-valign": "center", "text-halign": "left", "text-margin-x": -aside } },
      { selector: "node.group", style: {
        ...text, shape: "ellipse", width: "data(w)", height: "data(w)", label: "data(l)", "text-valign": "center",
        "background-color": colours["--sunken"], "border-width": 2 / zoom, "border-color": colours["--line-strong"], "text-outline-width": 0,
      } },
      { selector: "node.group.told", style: { "text-outline-width": 3 / zoom, "z-index": 20 } },
      { selector: "node.frame", style: {
        shape: "round-rectangle", width: "data(w)", height: "data(h)", "background-color": colours["--sunken"],
        "border-width": 1, "border-style": "dashed", "border-color": colours["--line-strong"], events: "no", "z-index": -5,
        ...text, "text-outline-width": 0, label: "data(l)", color: colours["--ink-2"],
        "text-valign": "top", "text-halign": "center", "text-margin-y": 21 / zoom,
      } },
      { selector: "node.ring", style: {
        shape: "ellipse", "background-opacity": 0, "border-width": 2 / zoom, "border-color": colours["--ink"], events: "no",
      } },
      { selector: ".faded", style: { opacity: 0.14, "text-opacity": 0.25 } },
      { selector: "edge.lit", style: { "line-color": colours["--ink"], "target-arrow-color": colours["--ink"], "source-arrow-color": colours["--ink"], "z-index": 15 } },
      { selector: "node.chosen", style: { "font-weight": 700, "z-index": 30 } },
      ...(net.moreStyle ? net.moreStyle(colours, zoom) : []),
      { selector: ".gone", style: { display: "none" } },
    ];
  };

  function line(code, colours, thin) {
    const look = net.LINES[code];
    const style = {};
    if (look.dash) Object.assign(style, { "line-style": "dashed", "line-dash-pattern": look.dash.map((part) => part * thin) });
    if (look.round) style["line-cap"] = "round";
    if (look.middle) Object.assign(style, { "mid-target-arrow-shape": look.middle, "mid-target-arrow-color": colours[look.token || "--ink-3"] });
    if (look.token) ["line-color", "target-arrow-color", "source-arrow-color"].forEach((name) => { style[name] = colours[look.token]; });
    return { selector: "edge.r-" + code, style };
  }

  function textStyle(colours, zoom) {
    return {
      "font-size": net.FONT / zoom,
      color: colours["--ink"], "font-family": net.fontFamily(), "text-wrap": "wrap", "text-max-width": 1000, "line-height": 1.2,
      "text-outline-color": colours["--surface"], "text-outline-width": 3 / zoom, "text-outline-opacity": 1,
    };
  }
})();
