/* The picture as a file: an SVG made of the same places, shapes and lines, with its title and legend; the PNG is drawn from it. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const MARGIN = 24;
  const LEGEND_COLUMN = 300;
  const SHARPNESS = 2;
  const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]);
  const n = (value) => Math.round(value * 10) / 10;
  const tag = (name, attributes, inside) => "<" + name + Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("") +
    (inside === undefined ? "/>" : ">" + inside + "</" + name + ">");

  net.svg = function (picture, words) {
    const colours = net.palette("light");
    const box = bounds(picture);
    const legend = legendOf(words, colours);
    const columns = Math.max(1, Math.floor(box.w / LEGEND_COLUMN));
    const rows = Math.ceil(legend.length / columns);
    const head = 64;
    const width = Math.max(box.w, 480) + 2 * MARGIN;
    const height = head + box.h + rows * 26 + 3 * MARGIN + 20;
    const body = [
      tag("rect", { width: n(width), height: n(height), fill: colours["--surface"] }),
      line(words.title, { x: MARGIN, y: MARGIN + 14, "font-size": 20, "font-weight": 700 }, colours),
      line(words.shown, { x: MARGIN, y: MARGIN + 36, fill: colours["--ink-2"] }, colours),
      tag("g", { transform: `translate(${n(MARGIN - box.x)} ${n(head + MARGIN / 2 - box.y)})` }, drawn(picture, colours)),
      ...legend.map((entry, place) => {
        const x = MARGIN + (place % columns) * LEGEND_COLUMN;
        const y = head + box.h + 2 * MARGIN + Math.floor(place / columns) * 26;
        return tag("g", { transform: `translate(${n(x)} ${n(y)})` }, entry.mark + line(entry.words, { x: 50, y: 5 }, colours));
      }),
      line(words.source, { x: MARGIN, y: height - MARGIN + 8, fill: colours["--ink-2"] }, colours),
    ];
    return tag("svg", {
      xmlns: "http://www.w3.org/2000/svg", width: n(width), height: n(height), viewBox: `0 0 ${n(width)} ${n(height)}`,
      "font-family": net.fontFamily(), "font-size": net.FONT, role: "img", "aria-label": words.title,
    }, tag("title", {}, escaped(words.title)) + body.join(""));
  };

  function bounds(picture) {
    const box = picture.cy.elements().not(".gone").boundingBox({ includeLabels: true, includeOverlays: false });
    return { x: box.x1 - 4, y: box.y1 - 4, w: box.w + 8, h: box.h + 8 };
  }

  function drawn(picture, colours) {
    const seen = picture.cy.elements().not(".gone");
    return [
      ...seen.filter(".frame").map((one) => frame(one, colours)),
      plain(picture, colours),
      ...seen.filter("edge").map((one) => edge(one, picture, colours)),
      ...seen.filter("node").not(".frame, .ring").map((one) => node(one, picture, colours)),
      ...seen.filter(".ring").map((one) => ring(one, colours)),
      ...seen.filter("node.named").map((one) => name(one, colours)),
      ...seen.filter("edge.twin").map((one) => label([one.data("l")], one.midpoint(), colours["--accent-ink"], colours, true)),
    ].join("");
  }

  const faint = (one) => (one.hasClass("faded") ? { opacity: 0.2 } : {});

  function frame(one, colours) {
    const { x, y } = one.position();
    const [w, h] = [one.data("w"), one.data("h")];
    return tag("rect", { x: n(x - w / 2), y: n(y - h / 2), width: n(w), height: n(h), rx: 8, fill: colours["--sunken"], stroke: colours["--line-strong"], "stroke-dasharray": "4 3" }) +
      label([one.data("l")], { x, y: y - h / 2 + 17 }, colours["--ink-2"], colours);
  }

  function ring(one, colours) {
    const { x, y } = one.position();
    return tag("circle", { cx: n(x), cy: n(y), r: n(one.data("w") / 2), fill: "none", stroke: colours["--ink"], "stroke-width": 2 });
  }

  function node(one, picture, colours) {
    const { x, y } = one.position();
    const r = one.data("w") / 2;
    if (one.hasClass("group")) return tag("circle", { cx: n(x), cy: n(y), r: n(r), fill: colours["--sunken"], stroke: colours["--line-strong"], "stroke-width": 2, ...faint(one) }) +
      label([one.data("l")], { x, y }, colours["--ink"], colours);
    const mark = net.MARKS.findIndex((_unused, place) => one.hasClass("m" + place));
    return tag("g", { transform: `translate(${n(x)} ${n(y)})`, ...faint(one) }, shape(net.MARKS[mark], r, colours));
  }

  function shape(mark, r, colours) {
    const fill = mark.hollow ? { fill: colours["--surface"], stroke: colours[mark.token], "stroke-width": 3 } : { fill: colours[mark.token], stroke: colours["--surface"], "stroke-width": 1.5 };
    if (!mark.points) return tag("circle", { r: n(r), ...fill });
    const points = [];
    for (let at = 0; at < mark.points.length; at += 2) points.push(n(mark.points[at] * r) + "," + n(mark.points[at + 1] * r));
    return tag("polygon", { points: points.join(" "), "stroke-linejoin": "round", ...fill });
  }

  function stroke(look, width, colours, colour) {
    return {
      fill: "none", stroke: colour || colours[look.token || "--ink-3"], "stroke-width": n(width),
      ...(look.dash ? { "stroke-dasharray": look.dash.join(" ") } : {}), ...(look.round ? { "stroke-linecap": "round" } : {}),
    };
  }

  function plain(picture, colours) {
    return [...net.byWidth(picture.lines.segments)].map(([wide, alike]) => {
      const path = alike.map(({ from, to }) => `M${n(from.px)} ${n(from.py)}L${n(to.px)} ${n(to.py)}`).join("");
      return tag("path", { d: path, ...stroke({}, wide, colours), opacity: picture.lines.faint ? 0.1 : 0.45 });
    }).join("");
  }

  function edge(one, picture, colours) {
    const [from, to] = [one.sourceEndpoint(), one.targetEndpoint()];
    const bend = (one.controlPoints() || [])[0];
    const path = `M${n(from.x)} ${n(from.y)}` + (bend ? `Q${n(bend.x)} ${n(bend.y)} ${n(to.x)} ${n(to.y)}` : `L${n(to.x)} ${n(to.y)}`);
    if (one.hasClass("twin")) return tag("path", { d: path, ...stroke({ dash: [0.1, 5], round: true }, 2.4, colours, colours["--accent-ink"]), ...faint(one) });
    const look = net.LINES[picture.ties[Number(one.id().slice(1))].relation];
    const colour = colours[look.token || "--ink-3"];
    const heads = (one.hasClass("to") ? head(to, bend || from, colour) : "") + (one.hasClass("fro") ? head(from, bend || to, colour) : "");
    const drawn = tag("path", { d: path, ...stroke(look, one.hasClass("sure") ? net.CONFIRMED : net.ONE_SIDE, colours) });
    return tag("g", faint(one), drawn + heads + middle(look, one.midpoint(), from, to, colour));
  }

  function head(tip, from, colour) {
    const angle = (Math.atan2(tip.y - from.y, tip.x - from.x) * 180) / Math.PI;
    return tag("path", { d: "M0 0L-10 4.5V-4.5Z", fill: colour, transform: `translate(${n(tip.x)} ${n(tip.y)}) rotate(${n(angle)})` });
  }

  function middle(look, at, from, to, colour) {
    if (!look.middle) return "";
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const form = look.middle === "tee" ? { d: "M-1.5 -7H1.5V7H-1.5Z" } : { d: "M-5 0L0 -5L5 0L0 5Z" };
    return tag("path", { ...form, fill: colour, transform: `translate(${n(at.x)} ${n(at.y)}) rotate(${n(angle)})` });
  }

  function name(one, colours) {
    const { x, y } = one.position();
    const r = one.data("w") / 2;
    const lines = one.data("l").split("\n");
    const scale = 1 / one.cy().zoom();
    const high = lines.length * net.LINE_HEIGHT * scale;
    const bold = one.hasClass("chosen");
    if (one.hasClass("lr")) return label(lines, { x: x + r + 5, y: y - high / 2 + 9 * scale }, colours["--ink"], colours, bold, "start", scale, one);
    if (one.hasClass("ll")) return label(lines, { x: x - r - 5, y: y - high / 2 + 9 * scale }, colours["--ink"], colours, bold, "end", scale, one);
    const top = one.hasClass("lt") ? y - r - 4 - high : y + r + 4;
    return label(lines, { x, y: top + 9 * scale }, colours["--ink"], colours, bold, "middle", scale, one);
  }

  /* `at` is the middle of the first line. */
  function label(lines, at, colour, colours, bold, anchor, scale, one) {
    const rows = lines.map((text, place) => tag("tspan", { x: n(at.x), dy: place ? n(net.LINE_HEIGHT * (scale || 1)) : 0 }, escaped(text))).join("");
    return tag("text", {
      x: n(at.x), y: n(at.y + 5 * (scale || 1)), "text-anchor": anchor || "middle", fill: colour, stroke: colours["--surface"], "stroke-width": n(5 * (scale || 1)),
      "stroke-linejoin": "round", "paint-order": "stroke", ...(scale && scale !== 1 ? { "font-size": n(net.FONT * scale) } : {}), ...(bold ? { "font-weight": 700 } : {}),
      ...(one ? faint(one) : {}),
    }, rows);
  }

  function line(text, attributes, colours) {
    return tag("text", { fill: colours["--ink"], ...attributes }, escaped(text));
  }

  /* What stands in the legend now: marks and lines with their words, read from the page. */
  function legendOf(words, colours) {
    return words.legend.map(({ category, kind, text }) => ({
      words: text,
      mark: category !== undefined ? tag("g", { transform: "translate(20 0)" }, shape(net.MARKS[category], 8, colours)) : sample(kind, colours),
    }));
  }

  function sample(kind, colours) {
    const path = { d: "M2 0H40" };
    if (kind === "twin") return tag("path", { ...path, ...stroke({ dash: [0.1, 5], round: true }, 2.4, colours, colours["--accent-ink"]) });
    if (kind === "confirmed") return tag("path", { ...path, ...stroke({}, net.CONFIRMED, colours) });
    if (kind === "one-side") return tag("path", { ...path, ...stroke({}, net.ONE_SIDE, colours) });
    const look = net.LINES[kind] || {};
    const arrow = kind === "arrow" || look.both ? head({ x: 42, y: 0 }, { x: 0, y: 0 }, colours["--ink-3"]) : "";
    return tag("path", { ...path, ...stroke(look, net.ONE_SIDE, colours) }) + arrow + middle(look, { x: 21, y: 0 }, { x: 0, y: 0 }, { x: 1, y: 0 }, colours[look.token || "--ink-3"]);
  }

  net.save = function (form, picture, words) {
    const file = words.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase();
    const svg = new Blob([net.svg(picture, words)], { type: "image/svg+xml;charset=utf-8" });
    if (form === "svg") return Promise.resolve(download(svg, file + ".svg"));
    return png(svg).then((blob) => download(blob, file + ".png"));
  };

  function png(svg) {
    const address = URL.createObjectURL(svg);
    return new Promise((done, failed) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * SHARPNESS;
        canvas.height = image.naturalHeight * SHARPNESS;
        const pen = canvas.getContext("2d");
        pen.scale(SHARPNESS, SHARPNESS);
        pen.drawImage(image, 0, 0);
        canvas.toBlob(done, "image/png");
      };
      image.onerror = failed;
      image.src = address;
    }).finally(() => URL.revokeObjectURL(address));
  }

  function download(blob, file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
})();
