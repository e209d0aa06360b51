/* Moving stakeholders: by mouse, finger or arrow keys; what was moved in one go is kept as one action. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const PAUSE = 700; /* ms without a move after which places are kept */
  const STEP = 8;
  const FAR = 40;
  const TOUCH = 26;
  const AS_DRAWN = { turned: false, across: 1, down: 1, px: 0, py: 0, x: 0, y: 0 };
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const waiting = new Set();
  let timer;

  net.listenToMoves = function (picture, stage) {
    const { cy } = picture;
    const member = (node) => picture.byId.get(Number(node.id().slice(1)));
    cy.on("grab", "node", () => { picture.held = true; picture.leave(); });
    cy.on("free", "node", () => release(picture));
    cy.on("drag", "node", (event) => {
      const { x, y } = event.target.position();
      follow(picture, member(event.target), x, y);
    });
    cy.on("dragfree", "node", (event) => keep(picture, [member(event.target)]));
    /* Cytoscape remembers where it stands; what is uncovered above it moves it. */
    ["pointerenter", "pointerdown"].forEach((name) => stage.addEventListener(name, () => cy.renderer().invalidateContainerClientCoordsCache(), true));
    /* A finger on a stakeholder moves it; anywhere else it scrolls the page as before. */
    stage.addEventListener("touchstart", (event) => {
      if (!net.mapping || event.touches.length !== 1) return;
      const box = stage.getBoundingClientRect();
      const at = { x: event.touches[0].clientX - box.left, y: event.touches[0].clientY - box.top };
      if (!net.memberAt(picture, at)) return;
      picture.held = true;
      event.preventDefault();
    }, { capture: true, passive: false });
    ["touchend", "touchcancel"].forEach((name) => stage.addEventListener(name, () => release(picture)));
  };

  function release(picture) {
    picture.held = false;
    if (!picture.later) return;
    const later = picture.later;
    picture.later = null;
    setTimeout(() => picture.takeIn(...later));
  }

  /* Who is drawn at this place of the stage. */
  net.memberAt = (picture, at) => picture.members.find((one) => {
    if (!one.shown || !one.element || !one.element.length) return false;
    const box = picture.onScreen(one, 0);
    return Math.hypot(box.x - at.x, box.y - at.y) <= Math.max(TOUCH, (one.element.data("w") * picture.cy.zoom()) / 2);
  });

  function follow(picture, one, x, y) {
    Object.assign(one, { px: x, py: y });
    net.moved.add(one.id);
    if (picture.focus === one.index) picture.ring.position({ x, y });
    picture.lines.drawn = null;
  }

  function keep(picture, members) {
    members.forEach((one) => { waiting.add(one.id); net.moved.add(one.id); });
    clearTimeout(timer);
    timer = setTimeout(net.keepPlaces, PAUSE);
    picture.names();
    picture.lines.drawn = null;
    picture.lines.draw();
  }

  /* The first to move somebody takes over from the ties: all others keep the places that they have now. */
  net.keepPlaces = async () => {
    clearTimeout(timer);
    const picture = net.page.picture();
    const moved = [...waiting].map((id) => picture.byId.get(id)).filter(Boolean);
    waiting.clear();
    if (!moved.length) return;
    if (!picture.grid) picture.grid = AS_DRAWN;
    const tied = picture.members.filter((one) => one.x !== null);
    const others = picture.data.placed ? [] : tied.length ? tied : picture.members;
    const sent = [...new Set([...moved, ...others])];
    sent.forEach((one) => Object.assign(one, placeOf(one, picture.grid)));
    picture.data.placed = true;
    const answer = await window.len.run({ do: "place", places: sent.map(({ id, x, y }) => ({ id, x, y })) });
    sent.forEach((one) => { if (!waiting.has(one.id)) net.moved.delete(one.id); });
    if (answer.refused.length) net.follow();
  };

  /* The ties decide again where everybody stands. */
  net.arrangeAnew = async () => {
    await net.keepPlaces();
    const { data, members } = net.page.picture();
    const placed = members.filter((one) => one.x !== null);
    if (data.placed && placed.length) window.len.run({ do: "place", places: placed.map(({ id }) => ({ id, x: null, y: null })) });
  };

  function placeOf(one, grid) {
    const round = (value) => Math.round(value * 100) / 100;
    const [a, b] = [round(grid.x + (one.px - grid.px) / grid.across), round(grid.y + (one.py - grid.py) / grid.down)];
    return grid.turned ? { x: b, y: a } : { x: a, y: b };
  }

  document.addEventListener("keydown", (event) => {
    const picture = net.page.picture();
    const arrow = ARROWS[event.key];
    if (!net.mapping || !arrow || !picture || picture.focus < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!event.target.classList.contains("net-keys")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const by = (event.shiftKey ? FAR : STEP) / picture.cy.zoom();
    const chosen = picture.members[picture.focus];
    const together = picture.cy.nodes(":selected").map((node) => picture.byId.get(Number(node.id().slice(1)))).filter(Boolean);
    const members = together.includes(chosen) ? together : [chosen];
    members.forEach((one) => {
      follow(picture, one, one.px + by * arrow[0], one.py + by * arrow[1]);
      one.element.position({ x: one.px, y: one.py });
    });
    keep(picture, members);
  }, true);

  /* What was moved a moment ago is kept before the last change is taken back, and before the picture is left. */
  const keepNow = () => (waiting.size ? net.keepPlaces() : undefined);
  window.len.holds(() => waiting.size, keepNow);
  window.addEventListener("click", (event) => { if (event.target.closest("a[href]")) keepNow(); }, true);
  window.addEventListener("popstate", keepNow, true);
})();
