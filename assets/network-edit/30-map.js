/* The switch for mapping, drawing ties in the picture, and the tie in the panel. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const part = (name) => document.getElementById("network-" + name);
  let drawing = null; /* { from } while a tie is drawn */
  let pulled = null; /* from whom a line is being pulled with the mouse */
  net.mapping = false;
  net.tie = null;
  net.moreStyle = (colours, zoom) => [
    { selector: "edge.picked", style: {
      "line-color": colours["--accent-ink"], "target-arrow-color": colours["--accent-ink"], "source-arrow-color": colours["--accent-ink"],
      "underlay-color": colours["--accent"], "underlay-opacity": 0.35, "underlay-padding": 4 / zoom, "z-index": 25,
    } },
    { selector: "node:selected, node.start, node.picked", style: { "border-width": 4 / zoom, "border-color": colours["--ink"], "border-style": "double" } },
  ];

  /* ---- the switch ---- */

  net.begin = function (picture, stage) {
    net.tie = null;
    drawing = null;
    net.listenToMoves(picture, stage);
    listenToLines(picture);
    net.listenToTies(picture, stage);
    show();
  };

  function show() {
    const picture = net.page.picture();
    if (!part("map")) return;
    part("map").setAttribute("aria-pressed", String(net.mapping));
    part("mapping").hidden = !net.mapping;
    part("draw").setAttribute("aria-pressed", String(Boolean(drawing)));
    part("canvas").classList.toggle("mapping", net.mapping);
    part("canvas").classList.toggle("drawing", Boolean(drawing));
    const { idle, first, second } = part("hint").dataset;
    part("hint").textContent = !drawing ? idle : drawing.from ? second.replace("{name}", drawing.from.name) : first;
    if (!picture) return;
    picture.cy.autoungrabify(!net.mapping || Boolean(drawing));
    picture.cy.autounselectify(!net.mapping || Boolean(drawing));
    picture.cy.userPanningEnabled(!drawing);
    picture.cy.nodes(".group").ungrabify();
    if (!net.mapping) picture.cy.elements().unselect();
  }

  function setMapping(on) {
    net.mapping = on;
    if (!on) drawing = null;
    show();
  }

  function setDrawing(now) {
    drawing = now;
    const picture = net.page.picture();
    picture.cy.nodes(".start").removeClass("start");
    if (now && now.from) now.from.element.addClass("start");
    show();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#network-map, #network-draw, #network-arrange, button[data-arrange], button[data-end], button[data-trash]");
    if (!button || !net.page.picture()) return;
    const { arrange, end, trash } = button.dataset;
    if (button.id === "network-map") setMapping(!net.mapping);
    else if (button.id === "network-draw") setDrawing(drawing ? null : { from: null });
    else if (button.id === "network-arrange") net.arrangeAnew();
    else if (arrange) placeByKeys(Number(arrange));
    else if (end) endTie(end);
    else if (trash) window.len.run({ do: "trash", table: trash.split("/")[0], ids: [Number(trash.split("/")[1])] });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawing || document.querySelector("dialog[open]")) return;
    event.stopImmediatePropagation();
    setDrawing(null);
  }, true);

  /* From a row of the table to the picture, where arrow keys move the stakeholder. */
  function placeByKeys(id) {
    setMapping(true);
    drawing = null;
    if (net.opened() !== id) net.page.choose(id);
    const keys = document.querySelector(".net-keys");
    keys.scrollIntoView({ block: "center" });
    keys.focus({ preventScroll: true });
  }

  /* The form of a tie, at the field where its end stands. */
  function endTie(id) {
    const watch = new MutationObserver(() => {
      const field = document.querySelector("dialog[open] #form-end");
      if (!field) return;
      watch.disconnect();
      const more = field.closest("details");
      if (more) more.open = true;
      if (!field.value) {
        field.value = new Date().toLocaleDateString("sv-SE");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      setTimeout(() => field.select());
    });
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["open"] });
    window.len.openForm(`tie/${id}`).then(() => watch.disconnect());
  }

  /* ---- ties ---- */

  /* A stakeholder was chosen, with the mouse or by its name: while a tie is drawn it is one of its ends. */
  net.take = function (id) {
    if (net.tie !== null) {
      net.tie = null;
      net.page.picture().settle();
    }
    if (!drawing || id === null) return false;
    const one = net.page.picture().byId.get(Number(id));
    if (!drawing.from) setDrawing({ from: one });
    else if (drawing.from.id !== one.id) connect(drawing.from, one);
    return true;
  };

  async function connect(from, to) {
    setDrawing({ from: null });
    document.querySelector(".net-keys").focus({ preventScroll: true }); /* where one goes on after the form */
    await window.len.openForm(`tie?network=${part("mapping").dataset.network}&from=${from.id}&to=${to.id}`);
  }

  net.isDrawing = () => drawing !== null;
  net.takeTie = function (id) {
    const picture = net.page.picture();
    if (!drawing) net.chooseTie(picture.data.tieIds[net.nextOnLine(picture, picture.ties[Number(id.slice(1))]).index]);
  };

  /* Pulling a line from one stakeholder to the other. */
  function listenToLines(picture) {
    const { cy, lines } = picture;
    const pull = (to) => lines.show(lines.segments, { faint: lines.faint, lit: to ? [{ from: pulled, to, wide: 2 }] : [] });
    cy.on("tapstart", "node", (event) => { pulled = drawing ? picture.byId.get(Number(event.target.id().slice(1))) : null; });
    cy.on("tapdrag", (event) => { if (pulled) pull({ px: event.position.x, py: event.position.y }); });
    cy.on("tapend", (event) => {
      if (!pulled) return;
      const from = pulled;
      pull(null);
      pulled = null;
      const zoom = cy.zoom();
      const pan = cy.pan();
      const to = net.memberAt(picture, { x: event.position.x * zoom + pan.x, y: event.position.y * zoom + pan.y });
      if (to && to.id !== from.id) connect(from, to);
    });
  }
})();
