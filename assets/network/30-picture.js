/* The picture: one Cytoscape instance, its elements made once from what the server sent; filters and focus only show and hide. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const DIRECTED = 1;
  const CONFIRMED = 2;
  const MOST_DETAILED = 100; /* up to so many ties are drawn with arrows, line styles and all names at once */
  const MOST_DETAILED_NEAR = 150; /* and so many of those in sight after zooming in */
  const MOST_NAMED = 36; /* up to so many stakeholders get room for their names */
  const MOST_NAMED_AT_ONCE = 40;
  const ALWAYS_NAMED = 8; /* of a larger network, beside those for which there is room */
  const MOST_ROOMY = 120;
  const MOST_NODES = 1500; /* above, communities stand for their members until they are opened */
  const CLOSE_ENOUGH = 1.6;
  const NEAR = { margin: 90, most: 3.2 }; /* how close the focus is looked at in a network too large for all names */
  const SIZES = { large: [15, 19, 24, 30, 36], small: [7, 9, 11, 14, 19], same: { large: 22, small: 10 } };

  class Picture {
    constructor(cy, data, measures, stage) {
      Object.assign(this, { cy, data, measures, stage, focus: -1, opened: new Set(), frame: null, look: { colour: "sector", size: "hub" } });
      this.members = data.members.map((row, index) => ({
        index, id: row[0], name: row[1], sector: row[2], kind: row[3], role: row[4], x: row[5], y: row[6], first: row[7] || 0, last: row[8] || 0,
        lines: null, ties: [],
      }));
      this.ties = data.ties.map((row, index) => ({
        index, a: row[0], b: row[1], relation: data.codes.relation[row[2]], code: row[2], marks: row[3], first: row[4] || 0, last: row[5] || 0,
      }));
      this.ties.forEach((tie) => { this.members[tie.a].ties.push(tie); this.members[tie.b].ties.push(tie); });
      this.placeOf = new Map(this.members.map((one) => [one.id, one.index]));
    }

    /* ---- what is shown ---- */

    /* The same rule as `select` in data_layer/analysis/selection.py. */
    apply(view) {
      const code = (key) => (view[key] && view[key] !== "unknown" ? this.data.codes[key].indexOf(view[key]) : view[key] ? -1 : null);
      const [sector, kind, relation] = ["sector", "kind", "relation"].map(code);
      const year = Number(view.year) || 0;
      const inYear = (one) => !year || ((!one.first || one.first <= year) && (!one.last || one.last >= year));
      const seen = this.members.map((one) => (sector === null || one.sector === sector) && (kind === null || one.kind === kind) && inYear(one));
      const linked = this.ties.map((tie) => (relation === null || tie.code === relation) && inYear(tie));
      const shown = seen.slice();
      if (view.near) {
        this.ties.forEach((tie, n) => {
          if (!linked[n] || !(seen[tie.a] || seen[tie.b])) return;
          [tie.a, tie.b].forEach((end) => { if (inYear(this.members[end])) shown[end] = true; });
        });
      }
      this.members.forEach((one, n) => { one.shown = shown[n]; });
      this.ties.forEach((tie, n) => { tie.shown = linked[n] && shown[tie.a] && shown[tie.b]; });
      this.count = shown.filter(Boolean).length;
      this.shownTies = this.ties.filter((tie) => tie.shown).length;
    }

    show(view) {
      this.apply(view);
      if (this.huge) return this.build();
      this.cy.batch(() => {
        this.members.forEach((one) => this.node(one).toggleClass("gone", !one.shown));
        this.ties.forEach((tie) => this.edge(tie).toggleClass("gone", !tie.shown));
        this.twins.forEach((twin) => twin.element.toggleClass("gone", !(this.members[twin.a].shown && this.members[twin.b].shown)));
      });
      this.detail();
      this.light();
      return undefined;
    }

    /* ---- elements ---- */

    get huge() { return this.members.length > MOST_NODES; }

    build() {
      this.grouped = this.count > MOST_NODES;
      this.large = this.members.length <= MOST_ROOMY;
      this.labelled = this.members.length <= MOST_NAMED;
      this.place();
      this.cy.batch(() => {
        this.cy.elements().remove();
        this.cy.add(this.grouped ? this.groupElements() : this.elements());
        this.members.forEach((one) => { one.element = this.cy.getElementById("n" + one.id); });
        this.ties.forEach((tie) => { tie.element = this.cy.getElementById("t" + tie.index); });
        this.twins = this.data.twins.map(([a, b], n) => ({ a, b, element: this.cy.getElementById("w" + n) }));
        this.ring = this.cy.getElementById("ring");
      });
      this.detail();
      this.light();
    }

    node(one) { return one.element; }
    edge(tie) { return tie.element; }

    elements() {
      return [
        ...this.frameElement(),
        ...this.members.filter((one) => one.shown || !this.huge).map((one) => this.nodeElement(one)),
        ...this.ties.filter((tie) => tie.shown || !this.huge).map((tie) => this.edgeElement(tie)),
        ...this.huge ? [] : this.data.twins.map(([a, b], n) => this.twinElement(a, b, n)),
        { group: "nodes", data: { id: "ring", w: 10 }, classes: "ring gone" },
      ];
    }

    nodeElement(one) {
      const mark = this.mark(one);
      return {
        group: "nodes", data: { id: "n" + one.id, w: this.width(one, mark) }, position: { x: one.px, y: one.py },
        classes: "m" + mark + (one.shown ? "" : " gone"),
      };
    }

    edgeElement(tie) {
      const line = net.LINES[tie.relation];
      const directed = tie.marks & DIRECTED;
      const classes = ["r-" + tie.relation];
      if (directed && !line.plain) classes.push("to");
      if (line.both && !directed) classes.push("to", "fro");
      if (tie.marks & CONFIRMED) classes.push("sure");
      if (this.shownTies <= MOST_DETAILED) classes.push("full");
      if (!tie.shown) classes.push("gone");
      return {
        group: "edges", classes: classes.join(" "),
        data: { id: "t" + tie.index, source: "n" + this.members[tie.a].id, target: "n" + this.members[tie.b].id },
      };
    }

    twinElement(a, b, n) {
      const hidden = !(this.members[a].shown && this.members[b].shown);
      return {
        group: "edges", classes: "twin told" + (hidden ? " gone" : ""),
        data: { id: "w" + n, source: "n" + this.members[a].id, target: "n" + this.members[b].id, l: this.data.words.twin},
      };
    }

    frameElement() {
      if (!this.frame) return [];
      const { x, y, w, h } = this.frame;
      return [{ group: "nodes", data: { id: "frame", w, h, l: this.data.words.alone }, position: { x, y }, classes: "frame" }];
    }

    /* Mark 1 to 8, or 0 for the ring, by what colour shows now. */
    mark(one) {
      if (this.look.colour === "role") return one.role < 0 ? 0 : this.data.roleMarks[one.role];
      if (this.look.colour === "group") return Number(this.measures.group[one.index]) || 0;
      return one.sector < 0 ? 0 : this.data.marks[one.sector];
    }

    width(one, mark) {
      const scale = this.large ? "large" : "small";
      const step = this.look.size === "same" ? null : Number(this.measures[this.look.size][one.index]);
      const size = step === null ? SIZES.same[scale] : SIZES[scale][step || 0];
      return 2 * Math.round((size * net.MARKS[mark].factor) / 2);
    }

    /* New measures or a new look: marks and sizes follow, nothing is moved. */
    restyle() {
      if (this.huge) return this.build();
      this.cy.batch(() => this.members.forEach((one) => {
        const mark = this.mark(one);
        const element = this.node(one);
        net.MARKS.forEach((_unused, n) => { if (n !== mark && element.hasClass("m" + n)) element.removeClass("m" + n); });
        element.addClass("m" + mark);
        element.data("w", this.width(one, mark));
      }));
      this.names();
      this.light();
      return undefined;
    }

    repaint() {
      this.painted = this.cy.zoom();
      this.cy.style(net.styleSheet(net.palette(this.theme), this.data.codes.relation, this.members.length > MOST_NAMED ? 2 : 3, this.painted));
    }

    /* ---- places ---- */

    size() {
      return { width: this.cy.width(), height: this.cy.height() };
    }

    place() {
      const size = this.size();
      this.frame = net.arrange(this.members, size, this.labelled);
      if (this.data.placed || this.members.length > MOST_ROOMY) return;
      this.members.forEach((one) => { one.box = this.roomOf(one); });
      const height = this.frame ? this.frame.y - this.frame.h / 2 : size.height;
      net.giveRoom(this.members.filter((one) => one.x !== null), { width: size.width, height });
    }

    roomOf(one) {
      if (!this.labelled) return { w: 44, h: 40 };
      const label = this.labelBox(one);
      return { w: Math.max(label.w, 40) + 6, h: label.h + 34 };
    }

    replace() {
      if (this.huge) return this.build();
      this.place();
      this.cy.batch(() => {
        this.members.forEach((one) => this.node(one).position({ x: one.px, y: one.py }));
        if (this.frame) {
          const { x, y, w, h } = this.frame;
          this.cy.getElementById("frame").data({ w, h }).position({ x, y });
        }
      });
      this.whole();
      return undefined;
    }

    whole() {
      this.cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
      this.settle();
    }

    labelBox(one) {
      one.lines = one.lines || net.lines(one.name);
      one.labelWidth = one.labelWidth || Math.max(...one.lines.map((text) => net.textWidth(text)));
      return { w: one.labelWidth + 6, h: one.lines.length * net.LINE_HEIGHT };
    }

    /* ---- how much is drawn ---- */

    /* Line styles and arrows for all ties where there are few, else for those in sight after zooming in, and around the focus. */
    detail() {
      const all = this.shownTies <= MOST_DETAILED;
      const close = !all && this.cy.zoom() >= CLOSE_ENOUGH ? this.tiesInSight() : new Set();
      this.cy.batch(() => this.ties.forEach((tie) => {
        const detailed = all || close.has(tie) || (this.focus >= 0 && (tie.a === this.focus || tie.b === this.focus));
        const element = this.edge(tie);
        if (tie.shown && element.hasClass("full") !== detailed) element.toggleClass("full", detailed);
      }));
      this.names();
    }

    inSight(one) {
      const seen = this.cy.extent();
      return one.px >= seen.x1 && one.px <= seen.x2 && one.py >= seen.y1 && one.py <= seen.y2;
    }

    tiesInSight() {
      const near = this.ties.filter((tie) => tie.shown && (this.inSight(this.members[tie.a]) || this.inSight(this.members[tie.b])));
      return new Set(near.length <= MOST_DETAILED_NEAR ? near : []);
    }

    /* As many names as there is room for, the best tied first; the focus and its neighbours always. */
    names() {
      const zoom = this.cy.zoom();
      const pan = this.cy.pan();
      const must = this.mustBeNamed();
      const wanted = this.members.filter((one) => one.shown && one.element.length && this.inSight(one));
      wanted.sort((one, other) => (must.has(other) - must.has(one)) || other.element.data("w") - one.element.data("w"));
      const screen = (one) => ({ x: one.px * zoom + pan.x, y: one.py * zoom + pan.y });
      const marks = wanted.map((one) => {
        const r = (one.element.data("w") * zoom) / 2;
        const at = screen(one);
        return { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r };
      });
      const items = wanted.map((one, n) => ({ one, mark: marks[n], ...screen(one), r: marks[n].w / 2, ...this.labelBox(one) })).slice(0, 90);
      const all = wanted.length <= MOST_NAMED_AT_ONCE && (this.focus < 0 || this.labelled);
      const lines = all ? this.segments(screen) : [];
      const firm = items.filter((item) => all || must.has(item.one));
      const loose = items.filter((item) => !all && !must.has(item.one));
      const sides = net.labelSides(firm, lines, marks, this.size(), true);
      const more = this.roomFor(loose, firm, sides, marks);
      this.label([...firm, ...loose], [...sides, ...more]);
    }

    roomFor(loose, firm, sides, marks) {
      if (this.focus >= 0 || !loose.length) return loose.map(() => null);
      const taken = firm.map((item, n) => net.labelBox(item, sides[n]));
      return net.labelSides(loose, [], marks, this.size(), false, { taken, firm: this.large || this.cy.zoom() >= CLOSE_ENOUGH ? 0 : ALWAYS_NAMED });
    }

    mustBeNamed() {
      const must = new Set();
      if (this.focus >= 0) {
        must.add(this.members[this.focus]);
        this.members[this.focus].ties.filter((tie) => tie.shown).slice(0, 40).forEach((tie) => {
          must.add(this.members[tie.a]);
          must.add(this.members[tie.b]);
        });
      }
      if (this.under) must.add(this.under);
      return must;
    }

    segments(screen) {
      return this.ties.filter((tie) => tie.shown).map((tie) => {
        const [from, to] = [screen(this.members[tie.a]), screen(this.members[tie.b])];
        return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      });
    }

    label(items, sides) {
      const named = new Map(items.map((item, n) => [item.one, sides[n]]).filter(([, side]) => side));
      this.cy.batch(() => this.members.forEach((one) => {
        const side = named.get(one);
        if (!side) { if (one.side) { one.element.removeClass("named lb lt lr ll"); one.side = null; } return; }
        one.element.data("l", one.lines.join("\n"));
        if (one.side !== side) one.element.removeClass("lb lt lr ll").addClass("named " + side);
        one.side = side;
      }));
    }

    /* After moving or zooming. */
    settle() {
      if (Math.abs(this.cy.zoom() / this.painted - 1) > 0.1) this.repaint();
      this.detail();
      this.light();
    }

    /* ---- focus ---- */

    choose(id) {
      const index = id === null || id === undefined ? -1 : this.placeOf.get(Number(id));
      this.focus = index === undefined ? -1 : index;
      if (this.grouped && this.focus >= 0) this.open(this.groupOf(this.members[this.focus]));
      if (this.focus < 0 && !this.labelled) this.cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
      this.bringIntoSight();
      this.settle();
    }

    /* In a large network the focus and its neighbours fill the picture; in a small one it only has to be in sight. */
    bringIntoSight() {
      const one = this.members[this.focus];
      if (!one || !one.shown) return;
      if (this.labelled) {
        if (!this.inSight(one)) this.lookAt({ x: one.px, y: one.py }, this.cy.zoom());
        return;
      }
      const near = [one, ...one.ties.filter((tie) => tie.shown).map((tie) => this.members[tie.a === this.focus ? tie.b : tie.a])];
      const range = (axis) => [Math.min(...near.map((other) => other[axis])), Math.max(...near.map((other) => other[axis]))];
      const [left, right] = range("px");
      const [top, bottom] = range("py");
      const fit = Math.min((this.cy.width() - 2 * NEAR.margin) / Math.max(right - left, 1), (this.cy.height() - 2 * NEAR.margin) / Math.max(bottom - top, 1));
      this.lookAt({ x: (left + right) / 2, y: (top + bottom) / 2 }, Math.min(Math.max(fit, 1), NEAR.most));
    }

    lookAt(middle, zoom) {
      this.cy.viewport({ zoom, pan: { x: this.cy.width() / 2 - middle.x * zoom, y: this.cy.height() / 2 - middle.y * zoom } });
    }

    /* Fades what is not tied to the focus; without a focus everything stands out alike. */
    light() {
      const one = this.members[this.focus];
      this.cy.batch(() => {
        if (this.faded) { this.cy.elements(".faded, .chosen, .ringed").removeClass("faded chosen ringed"); this.faded = false; }
        const here = one && one.shown && one.element.length ? one.element : null;
        this.ring.toggleClass("gone", !here);
        if (!here) return;
        const near = here.closedNeighborhood().not(".gone");
        this.cy.elements().not(near).not(this.ring).addClass("faded");
        here.addClass("chosen");
        here.connectedEdges().addClass("ringed");
        this.ring.data("w", here.data("w") + 16 / this.cy.zoom()).position({ x: one.px, y: one.py });
        this.faded = true;
      });
    }

    /* A mouse over a stakeholder shows its ties and neighbours' names; over a tie its kind. */
    hover(element) {
      this.leave();
      const lit = element.isNode() ? element.connectedEdges().not(".gone, .twin") : element.not(".twin");
      this.lit = lit.addClass("lit");
      if (element.isEdge() && element.id().startsWith("t")) {
        const tie = this.ties[Number(element.id().slice(1))];
        element.data("l", this.data.relations[tie.code]).addClass("told");
        this.told = element;
      }
      if (element.isNode() && element.id().startsWith("n")) {
        this.under = this.members[this.placeOf.get(Number(element.id().slice(1)))];
        if (!this.under.side) { this.label([{ one: this.under }, ...this.named()], ["lb", ...this.named().map((item) => item.one.side)]); this.extra = this.under; }
      }
    }

    named() {
      this.members.forEach((one) => one.lines || this.labelBox(one));
      return this.members.filter((one) => one.side).map((one) => ({ one }));
    }

    leave() {
      if (this.lit) this.lit.removeClass("lit");
      if (this.told) this.told.removeClass("told");
      this.under = null;
      if (this.extra) { this.extra.element.removeClass("named lb lt lr ll"); this.extra.side = null; }
      this.lit = this.told = this.extra = null;
    }

    /* ---- moving ---- */

    zoomBy(factor, at) {
      const level = Math.min(Math.max(this.cy.zoom() * factor, 0.6), 8);
      this.cy.zoom({ level, renderedPosition: at || { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    }

    /* ---- communities as nodes ---- */

    groupOf(one) {
      return this.data.groups ? this.data.groups[one.index] : -1;
    }

    /* Shows the members of a community; the one opened first closes again where there would be too many. */
    open(group) {
      this.opened.delete(group);
      this.opened.add(group);
      const inside = (one) => this.opened.has(this.groupOf(one));
      while (this.opened.size > 1 && this.members.filter((one) => one.shown && inside(one)).length > MOST_NODES) {
        this.opened.delete(this.opened.values().next().value);
      }
      this.build();
    }

    groupElements() {
      const closed = new Map();
      const open = [];
      this.members.filter((one) => one.shown).forEach((one) => {
        const group = this.groupOf(one);
        if (group < 0 || this.opened.has(group)) open.push(one);
        else closed.set(group, [...(closed.get(group) || []), one]);
      });
      const end = (place) => {
        const group = this.groupOf(this.members[place]);
        return closed.has(group) ? "g" + group : "n" + this.members[place].id;
      };
      return [
        ...this.frameElement(),
        ...open.map((one) => this.nodeElement(one)),
        ...[...closed].map(([group, inside]) => this.groupElement(group, inside)),
        ...this.bundles(end),
        { group: "nodes", data: { id: "ring", w: 10 }, classes: "ring gone" },
      ];
    }

    groupElement(group, inside) {
      const middle = (axis) => inside.reduce((sum, one) => sum + one[axis], 0) / inside.length;
      const label = net.lines(this.data.groupNames[group]).join("\n");
      return {
        group: "nodes", position: { x: middle("px"), y: middle("py") }, classes: "group named lb",
        data: { id: "g" + group, w: 14 + 3 * Math.sqrt(inside.length), l: label },
      };
    }

    /* Ties between what is drawn; several between the same two become one line, wider with their number. */
    bundles(end) {
      const between = new Map();
      this.ties.filter((tie) => tie.shown).forEach((tie) => {
        const [source, target] = [end(tie.a), end(tie.b)];
        if (source === target) return;
        const key = [source, target].sort().join(" ");
        between.set(key, [...(between.get(key) || []), tie]);
      });
      return [...between].map(([key, ties]) => {
        const [source, target] = key.split(" ");
        if (source[0] === "n" && target[0] === "n" && ties.length === 1) return this.edgeElement(ties[0]);
        return { group: "edges", data: { id: "b" + key, source, target, w: 1 + Math.log2(ties.length) }, classes: "bundle" };
      });
    }
  }

  net.Picture = Picture;
})();
