/* Changes of the data in the picture: what is new, gone or moved is taken in, while zoom, choice and open panel stay as they are. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const NEAR = 74; /* no nearer than this, in pixels, does a new stakeholder stand to another */
  const TURN = 2.4;
  net.moved = new Set(); /* ids of those whose new place is not kept yet */

  document.addEventListener("len:changed", (event) => {
    const picture = net.page.picture();
    if (!picture || picture.cy.destroyed() || !document.getElementById("network-canvas")) return;
    event.preventDefault();
    net.follow();
  });

  /* Asks for the page as it is now: the picture takes in what changed, figures, panel and unfolded tables follow. */
  net.follow = () => {
    const changed = { focus: net.opened(), tables: net.page.unfolded() };
    window.dash_clientside.set_props("network-view", { data: { ...net.page.asked(), changed } });
  };
  net.opened = () => {
    const picture = net.page.picture();
    return net.tie ? `tie/${net.tie}` : picture.focus < 0 ? null : picture.members[picture.focus].id;
  };

  net.Picture.prototype.takeIn = function (data, measures) {
    if (this.held) { this.later = [data, measures]; return; }
    if (data.choices) offer(data.choices);
    const before = { data: this.data, byId: this.byId, focus: this.members[this.focus], huge: this.huge, large: this.large };
    this.leave();
    this.cy.batch(() => [...this.ties, ...this.twins].forEach((one) => { if (one.element) one.element.remove(); }));
    this.read(data, measures);
    const focus = before.focus && this.byId.get(before.focus.id);
    this.focus = focus ? focus.index : -1;
    this.apply(this.view);
    if (String(data.codes.relation) !== String(before.data.codes.relation) || this.large !== before.large) this.repaint();
    if (this.huge || before.huge) return this.build();
    if (data.placed === before.data.placed) this.keepStanding(before); else this.place();
    this.takeElements(before.byId);
    this.restyle();
    return this.settle();
  };

  /* The sentence offers what occurs in the network now. */
  function offer(choices) {
    Object.entries(choices).forEach(([index, options]) => {
      const select = document.getElementById(JSON.stringify({ index, type: "network-filter" }));
      const known = select ? [...select.options].filter((option) => !option.disabled).map((option) => option.value) : [];
      if (String(known) === String(options.map(([value]) => value))) return;
      window.dash_clientside.set_props({ type: "network-filter", index }, { options: options.map(([value, label]) => ({ value, label })) });
    });
  }

  /* Nobody moves but those whom somebody has moved; who is new stands beside those it is tied to, without a tie below all others. */
  net.Picture.prototype.keepStanding = function (before) {
    const room = this.room();
    this.frame = net.shelve(this.members, room, this.labelled);
    this.growTo(room);
    const fresh = this.members.filter((one) => !this.stays(one, before));
    const standing = this.members.filter((one) => !fresh.includes(one));
    fresh.forEach((one) => { standing.push(this.settleIn(one, standing)); });
    net.onPixels(fresh);
  };
  net.Picture.prototype.stays = function (one, before) {
    const old = before.byId.get(one.id);
    const placed = this.data.placed && one.x !== null;
    if (placed && this.grid && !net.moved.has(one.id) && !(old && old.x === one.x && old.y === one.y)) {
      net.toPixels(one, this.grid);
      net.onPixels([one]);
      return true;
    }
    const known = one.slot || (!old && this.formerly(one));
    if (known && !net.moved.has(one.id)) {
      Object.assign(one, known);
      return true;
    }
    if (!old || (!placed && old.x === null && one.x !== null)) return false;
    Object.assign(one, { px: old.px, py: old.py });
    return true;
  };
  /* Who is back, and where the ties set it when the picture was drawn, stands there again. */
  net.Picture.prototype.formerly = function (one) {
    const was = this.drawn.get(one.id);
    return was && was.x === one.x && was.y === one.y ? { px: was.px, py: was.py } : null;
  };
  const place = net.Picture.prototype.place;
  net.Picture.prototype.place = function () {
    place.call(this);
    this.drawn = new Map(this.members.map(({ id, x, y, px, py }) => [id, { x, y, px, py }]));
  };
  net.Picture.prototype.settleIn = function (one, standing) {
    const near = one.ties.map((tie) => (tie.from === one ? tie.to : tie.from)).filter((other) => standing.includes(other));
    const { x1, y1, x2, y2 } = this.cy.extent();
    const room = this.room();
    const mean = (axis) => near.reduce((sum, other) => sum + other[axis], 0) / near.length;
    const middle = near.length ? { px: mean("px"), py: mean("py") } : { px: (x1 + x2) / 2, py: (y1 + y2) / 2 };
    const free = (at) => standing.every((other) => Math.hypot(other.px - at.px, other.py - at.py) >= NEAR);
    const within = (value, most) => Math.min(Math.max(value, 30), most - 30);
    for (let step = 0; step < 400; step += 1) {
      const away = 14 * Math.sqrt(step);
      const at = {
        px: within(middle.px + 1.4 * away * Math.cos(TURN * step), room.width),
        py: within(middle.py + away * Math.sin(TURN * step), room.height),
      };
      if (step === 399 || free(at)) return Object.assign(one, at);
    }
    return one;
  };

  net.Picture.prototype.takeElements = function (before) {
    this.cy.batch(() => {
      before.forEach((old, id) => { if (!this.byId.has(id)) old.element.remove(); });
      this.members.forEach((one) => {
        const old = before.get(one.id);
        one.element = old ? old.element : this.cy.add(this.nodeElement(one));
        if (!old) { net.keepStyle(one.element); return; }
        one.side = old.side;
        if (old.name !== one.name) {
          one.element.data("l", "").removeClass("named " + (old.side || ""));
          one.side = null;
        }
        one.element.toggleClass("gone", !one.shown).position({ x: one.px, y: one.py });
      });
      this.cy.getElementById("frame").remove();
      if (this.frame && this.members.some((one) => one.x === null && this.isFramed(one))) this.cy.add(this.frameElement()).forEach(net.keepStyle);
    });
  };
  net.Picture.prototype.isFramed = function (one) {
    const { x, y, w, h } = this.frame;
    return Math.abs(one.px - x) <= w / 2 && Math.abs(one.py - y) <= h / 2;
  };
})();
