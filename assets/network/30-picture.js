/* The picture: one Cytoscape instance; its shapes are made once from what the server sent, filters and focus show and hide them. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const DIRECTED = 1;
  const CONFIRMED = 2;
  const MOST_DETAILED = 100; /* up to so many ties are drawn with arrows and line styles at once */
  const MOST_DETAILED_NEAR = 150; /* and so many of those in sight after zooming in */
  const MOST_NAMED = 36; /* up to so many stakeholders get room for their names */
  const MOST_NAMED_AT_ONCE = 40;
  const ALWAYS_NAMED = 8; /* of a larger network, beside those for which there is room */
  const MOST_TRIED = 90;
  const MOST_ROOMY = 120;
  const MOST_NODES = 1500; /* above, communities stand for their members until they are opened */
  const NAMES_LATER = 60; /* ms after which a large network gets names: shapes and lines come first */
  const CLOSE_ENOUGH = 1.6;
  const NEAR = { margin: 90, most: 3.2 }; /* how close the focus is looked at in a network too large for all names */
  const SIZES = { large: [15, 19, 24, 30, 36], small: [7, 9, 11, 14, 19], same: { large: 22, small: 10 } };

  /* Cytoscape takes a node without an image for one whose image comes and goes while it is drawn, and works its style out anew each time. */
  const keepStyle = net.keepStyle = (node) => Object.defineProperty(node[0]._private, "backgrounding", { get: () => false, set: () => undefined });

  net.Picture = class {
    constructor(cy, data, measures, stage) {
      Object.assign(this, { cy, stage, focus: -1, opened: new Set(), frame: null, look: { colour: "sector", size: "hub" } });
      this.lines = new net.Lines(stage, cy);
      this.read(data, measures);
    }

    read(data, measures) {
      Object.assign(this, { data, measures });
      this.members = data.members.map((row, index) => ({
        index, id: row[0], name: row[1], sector: row[2], kind: row[3], role: row[4], x: row[5], y: row[6], first: row[7] || 0, last: row[8] || 0,
        ties: [], element: null, side: null,
      }));
      this.ties = data.ties.map((row, index) => ({
        index, from: this.members[row[0]], to: this.members[row[1]], relation: data.codes.relation[row[2]], code: row[2], marks: row[3],
        first: row[4] || 0, last: row[5] || 0, element: null,
      }));
      this.ties.forEach((tie) => { tie.from.ties.push(tie); tie.to.ties.push(tie); });
      this.twins = data.twins.map(([a, b]) => ({ from: this.members[a], to: this.members[b] }));
      this.byId = new Map(this.members.map((one) => [one.id, one]));
      this.huge = this.members.length > MOST_NODES;
      this.large = this.members.length <= MOST_ROOMY;
      this.labelled = this.members.length <= MOST_NAMED;
    }

    /* ---- what is shown ---- */

    /* The same rule as `select` in data_layer/analysis/selection.py. */
    apply(view) {
      this.view = view;
      const code = (key) => (view[key] ? this.data.codes[key].indexOf(view[key]) : null);
      const [sector, kind, relation] = ["sector", "kind", "relation"].map(code);
      const year = Number(view.year) || 0;
      const inYear = (one) => !year || ((!one.first || one.first <= year) && (!one.last || one.last >= year));
      const near = new Set();
      this.members.forEach((one) => {
        one.shown = (sector === null || one.sector === sector) && (kind === null || one.kind === kind) && inYear(one);
      });
      this.ties.forEach((tie) => {
        tie.shown = (relation === null || tie.code === relation) && inYear(tie);
        if (view.near && tie.shown && (tie.from.shown || tie.to.shown)) near.add(tie.from).add(tie.to);
      });
      near.forEach((one) => { one.shown = one.shown || inYear(one); });
      this.ties.forEach((tie) => { tie.shown = tie.shown && tie.from.shown && tie.to.shown; });
      this.count = this.members.filter((one) => one.shown).length;
      this.shownTies = this.ties.filter((tie) => tie.shown);
      this.grouped = this.count > MOST_NODES;
    }

    show(view) {
      this.apply(view);
      if (this.huge) return this.build();
      this.cy.batch(() => this.members.forEach((one) => {
        if (one.element.hasClass("gone") === one.shown) one.element.toggleClass("gone", !one.shown);
      }));
      return this.settle();
    }

    /* ---- shapes and lines ---- */

    build() {
      this.place();
      this.cy.batch(() => {
        this.cy.elements().remove();
        this.ties.forEach((tie) => { tie.element = null; });
        this.twins.forEach((pair) => { pair.element = null; });
        this.cy.add([
          ...this.frameElement(),
          ...this.drawnMembers().map((one) => this.nodeElement(one)),
          ...(this.grouped ? this.groupElements() : []),
          { group: "nodes", data: { id: "ring", w: 10 }, classes: "ring gone" },
        ]);
        this.members.forEach((one) => Object.assign(one, { element: this.cy.getElementById("n" + one.id), side: null }));
        this.ring = this.cy.getElementById("ring");
        this.cy.nodes().forEach(keepStyle);
      });
      /* Styles are worked out when they are first asked for, and outside a batch each tells the renderer to draw again. */
      this.cy.batch(() => this.cy.elements().forEach((one) => one.width()));
      return this.settle();
    }

    /* All of them, hidden ones too, so that filters only show and hide; of a huge network those alone that stand in the picture. */
    drawnMembers() {
      if (!this.huge) return this.members;
      return this.members.filter((one) => one.shown && !this.isClosed(one));
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
      return { group: "edges", classes: classes.join(" "), data: { id: "t" + tie.index, source: "n" + tie.from.id, target: "n" + tie.to.id } };
    }

    twinElement(pair) {
      const data = { id: "w" + pair.from.id + "-" + pair.to.id, source: "n" + pair.from.id, target: "n" + pair.to.id, l: this.data.words.twin };
      return { group: "edges", classes: "twin told", data };
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
      const step = this.look.size === "same" ? null : Number((this.measures[this.look.size] || "")[one.index]) || 0;
      return 2 * Math.round(((step === null ? SIZES.same[scale] : SIZES[scale][step]) * net.MARKS[mark].factor) / 2);
    }

    /* New measures or a new look: shapes and sizes follow, nothing is moved. */
    restyle() {
      this.cy.batch(() => this.drawnMembers().forEach((one) => {
        const mark = this.mark(one);
        const width = this.width(one, mark);
        if (!one.element.hasClass("m" + mark)) {
          net.MARKS.forEach((_unused, n) => { if (one.element.hasClass("m" + n)) one.element.removeClass("m" + n); });
          one.element.addClass("m" + mark);
        }
        if (one.element.data("w") !== width) one.element.data("w", width);
      }));
      this.names();
      this.light();
    }

    repaint() {
      const colours = net.palette(this.theme);
      this.painted = this.cy.zoom();
      this.cy.style(net.styleSheet(colours, this.data.codes.relation, this.labelled ? 3 : 2, this.painted));
      this.lines.colours = colours;
      this.lines.drawn = null;
      this.lines.draw();
    }

    /* ---- places ---- */

    size() {
      return { width: this.cy.width(), height: this.cy.height() };
    }

    /* The space without what those need who stand below it. */
    room() {
      const { width, height } = this.size();
      return { width, height: height - this.below() };
    }
    below() {
      return parseFloat(this.stage.style.getPropertyValue("--below")) || 0;
    }
    growTo(room) {
      const below = this.frame ? Math.max(0, Math.ceil(this.frame.y + this.frame.h / 2 + 8 - room.height)) : 0;
      if (below === this.below()) return;
      this.stage.style.setProperty("--below", below + "px");
      this.cy.resize();
    }

    place() {
      const room = this.room();
      Object.assign(this, net.arrange(this.members, room, this.labelled, this.data.placed));
      this.growTo(room);
      if (this.data.placed || !this.large) return;
      this.members.forEach((one) => { one.box = this.roomOf(one); });
      net.giveRoom(this.members.filter((one) => one.x !== null), room);
    }

    roomOf(one) {
      if (!this.labelled) return { w: 44, h: 40 };
      const label = this.labelBox(one);
      return { w: Math.max(label.w, 40) + 6, h: label.h + 34 };
    }

    /* The stage has another size. */
    replace() {
      if (this.huge) return this.build();
      this.place();
      this.cy.batch(() => {
        this.members.forEach((one) => one.element.position({ x: one.px, y: one.py }));
        if (this.frame) {
          const { x, y, w, h } = this.frame;
          this.cy.getElementById("frame").data({ w, h }).position({ x, y });
        }
      });
      return this.whole();
    }

    whole() {
      this.cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
      return this.settle();
    }

    labelBox(one) {
      one.lines = one.lines || net.lines(one.name);
      one.labelWidth = one.labelWidth || Math.max(...one.lines.map((text) => net.textWidth(text)));
      return { w: one.labelWidth + 6, h: one.lines.length * net.LINE_HEIGHT };
    }

    /* ---- how much is drawn ---- */

    /* After a choice, after moving or zooming: as much detail, as many names as there is room for. */
    settle() {
      if (Math.abs(this.cy.zoom() / this.painted - 1) > 0.1) this.repaint();
      this.detail();
      this.light();
      clearTimeout(this.naming);
      if (this.labelled) this.names();
      else this.naming = setTimeout(() => { if (!this.cy.destroyed()) this.names(); }, NAMES_LATER);
    }

    /* All ties in full where there are few, else those around the focus and, close up, those in sight; the others are plain lines. */
    detail() {
      const wanted = new Set(this.shownTies.length <= MOST_DETAILED ? this.shownTies : this.nearTies());
      const pairs = this.twins.filter((pair) => pair.from.shown && pair.to.shown && pair.from.element.length && pair.to.element.length);
      this.cy.batch(() => {
        this.ties.forEach((tie) => { if (tie.element && !wanted.has(tie)) { tie.element.remove(); tie.element = null; } });
        wanted.forEach((tie) => { tie.element = tie.element || this.cy.add(this.edgeElement(tie)); });
        this.twins.forEach((pair) => { if (pair.element && !pairs.includes(pair)) { pair.element.remove(); pair.element = null; } });
        pairs.forEach((pair) => { pair.element = pair.element || this.cy.add(this.twinElement(pair)); });
      });
    }

    nearTies() {
      const drawn = this.shownTies.filter((tie) => !this.isClosed(tie.from) && !this.isClosed(tie.to));
      const here = this.members[this.focus];
      const around = drawn.filter((tie) => tie.from === here || tie.to === here);
      const close = this.cy.zoom() >= CLOSE_ENOUGH ? drawn.filter((tie) => this.inSight(tie.from) || this.inSight(tie.to)) : [];
      return close.length <= MOST_DETAILED_NEAR ? [...around, ...close] : around;
    }

    plainLines() {
      return this.grouped ? this.bundles() : this.shownTies.filter((tie) => !tie.element);
    }

    inSight(one) {
      const seen = this.cy.extent();
      return one.px >= seen.x1 && one.px <= seen.x2 && one.py >= seen.y1 && one.py <= seen.y2;
    }

    /* As many names as there is room for, the best tied first; the focus and its neighbours always. */
    names() {
      const must = this.mustBeNamed();
      const wanted = this.members.filter((one) => one.shown && one.element.length && this.inSight(one));
      const large = new Map(wanted.map((one) => [one, one.element.data("w")]));
      wanted.sort((one, other) => must.has(other) - must.has(one) || large.get(other) - large.get(one));
      const marks = wanted.map((one) => this.onScreen(one, (large.get(one) * this.cy.zoom()) / 2));
      const all = !this.huge && wanted.length <= MOST_NAMED_AT_ONCE && (this.focus < 0 || this.labelled);
      const items = wanted.slice(0, MOST_TRIED).map((one, n) => ({ one, mark: marks[n], below: one.x === null, ...this.middle(marks[n]), ...this.labelBox(one) }));
      const firm = items.filter((item) => all || must.has(item.one));
      const loose = this.focus < 0 && !this.grouped ? items.filter((item) => !firm.includes(item)) : [];
      const sides = net.labelSides(firm, all ? this.segments() : [], marks, this.size(), true);
      const taken = firm.map((item, n) => net.labelBox(item, sides[n]));
      const always = this.large || this.cy.zoom() >= CLOSE_ENOUGH ? 0 : ALWAYS_NAMED;
      this.label([...firm, ...loose], [...sides, ...net.labelSides(loose, [], marks, this.size(), false, { taken, firm: always })]);
    }

    onScreen(one, r) {
      const zoom = this.cy.zoom();
      const pan = this.cy.pan();
      return { x: one.px * zoom + pan.x - r, y: one.py * zoom + pan.y - r, w: 2 * r, h: 2 * r };
    }

    middle(box) {
      return { x: box.x + box.w / 2, y: box.y + box.h / 2, r: box.w / 2 };
    }

    mustBeNamed() {
      const here = this.members[this.focus];
      const around = here ? here.ties.filter((tie) => tie.shown).slice(0, MOST_NAMED_AT_ONCE).flatMap((tie) => [tie.from, tie.to]) : [];
      return new Set(here ? [here, ...around] : []);
    }

    segments() {
      return this.shownTies.map((tie) => {
        const [from, to] = [this.onScreen(tie.from, 0), this.onScreen(tie.to, 0)];
        return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      });
    }

    label(items, sides) {
      const named = new Map(items.map((item, n) => [item.one, sides[n]]).filter(([, side]) => side));
      this.cy.batch(() => this.members.forEach((one) => {
        const side = named.get(one) || null;
        if (one.side === side) return;
        if (one.side) one.element.removeClass("named " + one.side);
        if (side) {
          if (!one.element.data("l")) one.element.data("l", one.lines.join("\n"));
          one.element.addClass("named " + side);
        }
        one.side = side;
      }));
    }

    /* ---- focus ---- */

    choose(id) {
      const one = id === null ? undefined : this.byId.get(Number(id));
      this.focus = one ? one.index : -1;
      if (one && this.isClosed(one)) this.open(this.groupOf(one));
      if (!one && !this.labelled) this.cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
      if (one && one.shown) this.bringIntoSight(one);
      this.settle();
    }

    /* In a large network the focus and its neighbours fill the picture; in a small one it only has to be in sight. */
    bringIntoSight(one) {
      if (this.labelled) {
        if (!this.inSight(one)) this.lookAt({ x: one.px, y: one.py }, this.cy.zoom());
        return;
      }
      const near = [one, ...one.ties.filter((tie) => tie.shown).map((tie) => (tie.from === one ? tie.to : tie.from))];
      const range = (axis) => [Math.min(...near.map((other) => other[axis])), Math.max(...near.map((other) => other[axis]))];
      const [left, right] = range("px");
      const [top, bottom] = range("py");
      const { width, height } = this.size();
      const fit = Math.min((width - 2 * NEAR.margin) / Math.max(right - left, 1), (height - 2 * NEAR.margin) / Math.max(bottom - top, 1));
      this.lookAt({ x: (left + right) / 2, y: (top + bottom) / 2 }, Math.min(Math.max(fit, 1), NEAR.most));
    }

    lookAt(middle, zoom) {
      const { width, height } = this.size();
      this.cy.viewport({ zoom, pan: { x: width / 2 - middle.x * zoom, y: height / 2 - middle.y * zoom } });
    }

    /* Fades what is not tied to the focus; without a focus everything stands out alike. */
    light() {
      const one = this.members[this.focus];
      const here = one && one.shown && one.element.length ? one.element : null;
      this.cy.batch(() => {
        if (this.faded) this.cy.elements(".faded, .chosen, .ringed").removeClass("faded chosen ringed");
        this.faded = Boolean(here);
        this.ring.toggleClass("gone", !here);
        if (!here) return;
        this.cy.elements().not(here.closedNeighborhood()).not(this.ring).addClass("faded");
        here.addClass("chosen");
        here.connectedEdges().addClass("ringed");
        this.ring.data("w", here.data("w") + 16 / this.cy.zoom()).position({ x: one.px, y: one.py });
      });
      this.lines.show(this.plainLines(), { faint: Boolean(here) });
    }

    /* A mouse over a stakeholder shows its ties and its name, over a tie its kind. */
    hover(element) {
      this.leave();
      const id = element.id();
      if (id[0] === "t") this.tell(element, this.data.relations[this.ties[Number(id.slice(1))].code]);
      if (id[0] === "g") this.tell(element, net.lines(this.data.groupNames[Number(id.slice(1))]).join("\n"));
      if (id[0] === "n") this.point(this.byId.get(Number(id.slice(1))));
    }

    tell(element, words) {
      this.told = { element, before: element.data("l") };
      element.data("l", words).addClass("told lit");
    }

    point(one) {
      this.lit = one.element.connectedEdges().not(".twin").addClass("lit");
      const plain = one.ties.filter((tie) => tie.shown && !tie.element && !this.grouped);
      if (plain.length) this.lines.show(this.lines.segments, { lit: plain, faint: this.lines.faint });
      if (one.side) return;
      this.labelBox(one);
      one.element.data("l", one.lines.join("\n")).addClass("named lb");
      this.extra = one;
    }

    leave() {
      if (this.told) this.told.element.data("l", this.told.before || "").removeClass("told lit");
      if (this.lit) this.lit.removeClass("lit");
      if (this.extra) this.extra.element.removeClass("named lb");
      if (this.lines.lit.length) this.lines.show(this.lines.segments, { faint: this.lines.faint });
      this.told = this.lit = this.extra = null;
    }

    /* ---- moving ---- */

    zoomBy(factor, at) {
      const level = Math.min(Math.max(this.cy.zoom() * factor, 0.6), 8);
      this.cy.zoom({ level, renderedPosition: at || { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    }

    /* ---- communities as shapes of their own ---- */

    groupOf(one) {
      return this.data.groups ? this.data.groups[one.index] : -1;
    }

    /* Whether a stakeholder stands in the picture only as part of its community. */
    isClosed(one) {
      return this.grouped && this.groupOf(one) >= 0 && !this.opened.has(this.groupOf(one));
    }

    /* Shows the members of a community; the one opened first closes again where there would be too many. */
    open(group) {
      this.opened.delete(group);
      this.opened.add(group);
      const tooMany = () => this.members.filter((one) => one.shown && this.opened.has(this.groupOf(one))).length > MOST_NODES;
      while (this.opened.size > 1 && tooMany()) this.opened.delete(this.opened.values().next().value);
      this.build();
    }

    groupElements() {
      this.middles = new Map();
      this.members.filter((one) => one.shown && this.isClosed(one)).forEach((one) => {
        const group = this.groupOf(one);
        const middle = this.middles.get(group) || { count: 0, px: 0, py: 0 };
        this.middles.set(group, { count: middle.count + 1, px: middle.px + one.px, py: middle.py + one.py });
      });
      return [...this.middles].map(([group, middle]) => {
        Object.assign(middle, { px: middle.px / middle.count, py: middle.py / middle.count });
        const data = { id: "g" + group, w: 16 + 2.6 * Math.sqrt(middle.count), l: String(middle.count) };
        return { group: "nodes", position: { x: middle.px, y: middle.py }, classes: "group", data };
      });
    }

    /* Ties between what is drawn; several between the same two become one line, wider with their number. */
    bundles() {
      const end = (one) => (this.isClosed(one) ? this.middles.get(this.groupOf(one)) : one);
      const between = new Map();
      this.shownTies.filter((tie) => !tie.element).forEach((tie) => {
        const [from, to] = [end(tie.from), end(tie.to)];
        if (from === to) return;
        const ends = between.get(from) || new Map();
        between.set(from, ends.set(to, (ends.get(to) || 0) + 1));
      });
      return [...between].flatMap(([from, ends]) => [...ends].map(([to, count]) => ({ from, to, wide: 0.5 * Math.ceil(Math.log2(count + 1)) })));
    }
  };
})();
