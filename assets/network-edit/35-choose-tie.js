/* Choosing a tie: by a click on its line or near it, also where a large network is drawn in plain lines, and from a list. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const NEAR = { mouse: 6, finger: 16 }; /* pixels beside a line that still belong to it */
  const ALIKE = 0.01;

  const idOf = (picture, tie) => picture.data.tieIds[tie.index];
  const chosenIn = (picture) => picture.ties[picture.data.tieIds.indexOf(net.tie)];

  /* The chosen tie is drawn in full however many there are; it and its two ends stand out, and they are named. */
  const { nearTies, light, mustBeNamed } = net.Picture.prototype;
  net.Picture.prototype.mustBeNamed = function () {
    const chosen = chosenIn(this);
    return new Set([...mustBeNamed.call(this), ...(chosen && chosen.shown ? [chosen.from, chosen.to] : [])]);
  };
  net.Picture.prototype.nearTies = function () {
    const [ties, chosen] = [nearTies.call(this), chosenIn(this)];
    const drawn = chosen && chosen.shown && !this.isClosed(chosen.from) && !this.isClosed(chosen.to);
    return drawn && !ties.includes(chosen) ? [...ties, chosen] : ties;
  };
  net.Picture.prototype.light = function () {
    light.call(this);
    const chosen = chosenIn(this);
    this.cy.elements(".picked").removeClass("picked");
    if (chosen && chosen.element) [chosen, chosen.from, chosen.to].forEach((one) => one.element.addClass("picked"));
  };

  /* How far a place is from a line between two others. */
  function away({ x, y }, from, to) {
    const [dx, dy] = [to.px - from.px, to.py - from.py];
    const part = Math.min(Math.max(((x - from.px) * dx + (y - from.py) * dy) / (dx * dx + dy * dy || 1), 0), 1);
    return Math.hypot(from.px + part * dx - x, from.py + part * dy - y);
  }
  /* Where the line of a tie is drawn; a community that is closed stands for its members. */
  function line(picture, tie) {
    const end = (one) => (picture.isClosed(one) ? picture.middles.get(picture.groupOf(one)) : one);
    return { from: end(tie.from), to: end(tie.to) };
  }

  /* The tie whose plain line runs nearest to a place of the picture, within `most`; of several on one line the one after the chosen. */
  function tieNear(picture, at, most) {
    let least = most;
    let found = [];
    picture.shownTies.forEach((tie) => {
      if (tie.element) return;
      const { from, to } = line(picture, tie);
      const far = from === to ? Infinity : away(at, from, to);
      if (far > least + ALIKE) return;
      if (far < least - ALIKE) found = [];
      least = Math.min(least, far);
      found.push(tie);
    });
    return found[(found.findIndex((tie) => idOf(picture, tie) === net.tie) + 1) % found.length];
  }

  /* Another tie that lies under the same line as the one that is chosen already. */
  net.nextOnLine = function (picture, tie) {
    if (idOf(picture, tie) !== net.tie) return tie;
    const alike = tie.from.ties.filter((one) => one.shown && (one === tie || (!one.element && (one.to === tie.to || one.from === tie.to))));
    return alike[(alike.indexOf(tie) + 1) % alike.length];
  };

  net.listenToTies = function (picture, stage) {
    const { cy, lines } = picture;
    let pointed = null;
    const within = (reach) => reach / cy.zoom();
    const point = (tie) => {
      if (tie === pointed) return;
      pointed = tie;
      lines.show(lines.segments, { faint: lines.faint, lit: tie ? [line(picture, tie)] : [] });
      stage.classList.toggle("over", Boolean(tie));
    };
    const isFree = (event) => net.mapping && !net.isDrawing() && event.target === cy;
    cy.on("mousemove", (event) => point((isFree(event) && tieNear(picture, event.position, within(NEAR.mouse))) || null));
    stage.addEventListener("pointerleave", () => point(null));
    cy.on("tap", (event) => {
      if (!isFree(event)) return;
      const reach = "touches" in event.originalEvent ? NEAR.finger : NEAR.mouse;
      const tie = tieNear(picture, event.position, within(reach));
      pointed = null;
      if (tie) net.chooseTie(idOf(picture, tie));
      else if (net.tie !== null) net.chooseTie(null);
    });
  };

  /* A tie by its id, null for none: the panel is about it, and it stands out in the picture. */
  net.chooseTie = function (id) {
    const picture = net.page.picture();
    if (picture.focus >= 0) picture.choose(null);
    net.page.rewrite({ focus: "" });
    net.tie = id;
    const tie = chosenIn(picture);
    if (tie && tie.shown && !(picture.inSight(tie.from) && picture.inSight(tie.to))) {
      picture.lookAt({ x: (tie.from.px + tie.to.px) / 2, y: (tie.from.py + tie.to.py) / 2 }, Math.min(picture.cy.zoom(), 1));
    }
    picture.settle();
    window.dash_clientside.set_props("network-focus", { data: id === null ? null : `tie/${id}` });
  };

  /* From a list: whoever works with the keyboard goes on where the tie is told. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-tie]");
    if (!button || !net.page.picture()) return;
    net.chooseTie(Number(button.dataset.tie));
    const panel = document.getElementById("network-panel");
    panel.tabIndex = -1;
    panel.focus({ preventScroll: panel.contains(button) });
  });
})();
