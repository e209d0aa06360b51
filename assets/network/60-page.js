/* The page of a network: what its callbacks run in the browser, the address that follows each choice, and what mouse and keys do. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const FILTERS = ["sector", "kind", "near", "relation", "year"];
  const NET_MAP = "mapping";
  const TABLES = ["stakeholders", "ties", "mapped"];
  const STEP = 60;
  let picture = null;
  let observer = null;

  /* Cytoscape is loaded and takes the place of its component once the page is on the screen: words and figures need not wait for it. */
  let library = null;
  const loaded = () => library || (library = new Promise((done, failed) => {
    const tag = document.createElement("script");
    tag.src = document.getElementById("picture-library").href;
    tag.onload = () => {
      const { Cytoscape } = window.dash_cytoscape;
      delete Cytoscape.defaultProps.wheelSensitivity; /* we zoom by ourselves, and it warns of the sensitivity that the component asks for */
      window.dash_cytoscape = { ...window.dash_cytoscape, Cytoscape: Later };
      done(Cytoscape);
    };
    tag.onerror = failed;
    document.head.append(tag);
  }));
  const Later = (props) => {
    const [Cytoscape, take] = React.useState(null);
    React.useEffect(() => { painted().then(loaded).then((found) => take(() => found)); }, []);
    return Cytoscape ? React.createElement(Cytoscape, props) : null;
  };
  window.dash_cytoscape = { Cytoscape: Later };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.network = {
    /* Draws the picture; later only takes over new measures. */
    draw(data, measures) {
      if (picture && picture.data === data && !picture.cy.destroyed()) {
        picture.measures = measures;
        picture.restyle();
        return String(picture.count);
      }
      if (picture && picture.takeIn && !picture.cy.destroyed()) {
        picture.takeIn(data, measures);
        return String(picture.count);
      }
      return canvasOf("network-graph").then((cy) => {
        start(cy, data, measures);
        return String(picture.count);
      });
    },
    /* A choice in the sentence: the picture and the address follow at once, figures and tables when the server has answered. */
    choose(values) {
      const chosen = {};
      (window.dash_clientside.callback_context.inputs_list[0] || []).forEach((input, place) => {
        if (values[place]) chosen[input.id.index] = values[place];
      });
      const ofWhom = Boolean(chosen.sector || chosen.kind);
      if (!ofWhom) delete chosen.near;
      setProps("network-near", { hidden: !ofWhom });
      setProps("network-reset", { hidden: !FILTERS.some((key) => chosen[key]) });
      markChosen(chosen);
      rewrite({ ...Object.fromEntries([...FILTERS, NET_MAP, ...TABLES].map((key) => [key, ""])), ...chosen });
      if (picture) picture.show(chosen);
      const mapped = document.querySelector("[data-mapping-shown]");
      if (mapped && mapped.dataset.mappingShown !== (chosen[NET_MAP] || "")) chosen.remapped = true;
      stale = true;
      if (unfolded()) fillTables();
      return chosen;
    },
    look(values) {
      const [colour, size] = values;
      rewrite({ colour: colour === "sector" ? "" : colour, size: size === "hub" ? "" : size });
      if (picture) {
        picture.look = { colour, size };
        picture.restyle();
      }
      return [colour, size];
    },
  };

  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /* The Cytoscape instance of a Dash component. */
  function canvasOf(id, tries = 500) {
    const element = document.getElementById(id);
    const cy = element && element._cyreg && element._cyreg.cy;
    if (cy) return Promise.resolve(cy);
    if (!tries) return Promise.reject(new Error("no picture"));
    return new Promise((done) => setTimeout(done, 4)).then(() => canvasOf(id, tries - 1));
  }

  /* What scripts for those who edit need of the page. */
  net.page = { choose, rewrite, asked: () => asked(), unfolded: () => unfolded(), picture: () => picture };

  function start(cy, data, measures) {
    /* The component would copy every element into Dash's store at each change, and each touched one with its whole style. */
    cy.removeListener("tap mouseover mouseout select unselect add remove dragfree resize viewport tapstart");
    /* Cytoscape keeps a drawing of each element and layers of these; for what we show, making them takes longer than drawing anew. */
    const renderer = cy.renderer();
    renderer.drawLayeredElements = renderer.drawCachedElements = (pen, elements) => renderer.drawElements(pen, elements);
    cy.autounselectify(true);
    cy.userZoomingEnabled(false);
    const stage = document.getElementById("network-canvas");
    picture = new net.Picture(cy, data, measures, stage);
    const query = new URLSearchParams(window.location.search);
    picture.look = { colour: query.get("colour") || "sector", size: query.get("size") || "hub" };
    const legend = document.getElementById("network-legend");
    if (legend) picture.look = { colour: legend.dataset.colour, size: legend.dataset.size };
    picture.repaint();
    picture.apply(current());
    picture.build();
    if (query.get("focus")) picture.choose(query.get("focus"));
    listen(cy, stage);
    if (net.begin) net.begin(picture, stage);
    net.search(document.getElementById("network-find"), document.getElementById("network-found"), picture, choose);
  }

  /* What the sentence shows now. */
  function current() {
    const chosen = {};
    document.querySelectorAll("select[id*='network-filter']").forEach((select) => {
      const key = JSON.parse(select.id).index;
      if (select.value) chosen[key] = select.value;
    });
    return chosen;
  }

  function markChosen(chosen) {
    document.querySelectorAll("select[id*='network-filter']").forEach((select) => {
      select.classList.toggle("pick-chosen", Boolean(chosen[JSON.parse(select.id).index]));
    });
  }

  /* Changes keys of the address without a new page; an empty value takes a key away. */
  function rewrite(changes) {
    const query = new URLSearchParams(window.location.search);
    Object.entries(changes).forEach(([key, value]) => { if (value) query.set(key, value); else query.delete(key); });
    const text = query.toString();
    window.history.replaceState(window.history.state, "", window.location.pathname + (text ? "?" + text : ""));
  }

  function choose(id) {
    if (!picture || (net.take && net.take(id))) return;
    picture.choose(id);
    rewrite({ focus: picture.focus >= 0 ? String(id) : "" });
    setProps("network-focus", { data: picture.focus >= 0 ? id : null });
  }

  /* ---- mouse, touch and keys on the picture ---- */

  function listen(cy, stage) {
    cy.on("tap", (event) => {
      const id = event.target === cy ? "" : event.target.id();
      if (id.startsWith("t") && net.takeTie) net.takeTie(id);
      if (id.startsWith("g")) picture.open(Number(id.slice(1)));
      else if (id.startsWith("n")) choose(Number(id.slice(1)));
      else if (event.target === cy && picture.focus >= 0) choose(null);
    });
    cy.on("mouseover", "node, edge", (event) => { stage.classList.add("over"); picture.hover(event.target); });
    cy.on("mouseout", "node, edge", () => { stage.classList.remove("over"); picture.leave(); });
    cy.on("zoom pan", soon(() => picture.settle(), 120));
    stage.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = stage.getBoundingClientRect();
      picture.zoomBy(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
    }, { passive: false });
    /* One finger scrolls the page unless the picture is zoomed in. */
    stage.addEventListener("touchmove", (event) => { if (event.touches.length === 1 && picture.cy.zoom() <= 1.01 && !picture.held) event.stopPropagation(); });
    stage.addEventListener("touchstart", (event) => cy.userZoomingEnabled(event.touches.length > 1), { capture: true, passive: true });
    if (observer) observer.disconnect();
    let width = cy.width();
    observer = new ResizeObserver(soon(() => {
      if (!document.body.contains(stage) || Math.abs(cy.width() - width) < 2) return;
      width = cy.width();
      picture.replace();
    }, 150));
    observer.observe(stage);
  }

  function soon(action, wait) {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(action, wait); };
  }

  const MOVES = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
  const ZOOMS = { in: () => picture.zoomBy(1.4), out: () => picture.zoomBy(1 / 1.4), all: () => picture.whole() };
  const KEYS = { "+": ZOOMS.in, "=": ZOOMS.in, "-": ZOOMS.out, 0: ZOOMS.all, Escape: () => choose(null) };

  document.addEventListener("keydown", (event) => {
    if (!picture || !event.target.classList || !event.target.classList.contains("net-keys") || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (!move && !KEYS[event.key]) return;
    event.preventDefault();
    if (move) picture.cy.panBy({ x: move[0], y: move[1] }); else KEYS[event.key]();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-choose], [data-zoom], [data-save], #network-reset");
    if (!button || !picture) return;
    if (button.id === "network-reset") FILTERS.forEach((index) => setProps({ type: "network-filter", index }, { value: "" }));
    else if (button.dataset.zoom) ZOOMS[button.dataset.zoom]();
    else if (button.dataset.save) net.save(button.dataset.save, picture, words());
    else choose(button.dataset.choose ? Number(button.dataset.choose) : null);
  });

  /* ---- tables: long ones come when they are unfolded, and follow the choices only then ---- */

  let stale = false;
  const unfolded = () => Boolean(document.querySelector(".as-table[open] #network-tables"));
  const empty = (id) => { const table = document.getElementById(id); return table && !table.firstElementChild; };

  function fillTables() {
    stale = false;
    setProps("network-pages", { data: asked() });
  }

  const asked = () => Object.fromEntries(new URLSearchParams(window.location.search));

  document.addEventListener("toggle", (event) => {
    if (!event.target.open || !event.target.matches(".as-table")) return;
    if (event.target.querySelector("#network-tables") && (stale || empty("network-people"))) fillTables();
    if (event.target.querySelector("#network-mapped") && empty("network-mapped")) setProps("network-mapped-page", { data: asked() });
  }, true);

  /* A page of a table: its link has an address of its own, but only the table needs to follow. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("#network-tables .pages a, #network-mapped .pages a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const wanted = new URLSearchParams(link.search);
    rewrite(Object.fromEntries(TABLES.map((key) => [key, wanted.get(key) || ""])));
    const turned = link.closest("#network-people") ? "stakeholders" : "ties";
    setProps(link.closest("#network-mapped") ? "network-mapped-page" : "network-pages", { data: { ...asked(), turned } });
  }, true);

  /* Another network: focus and pages belong to the old one. Runs before Dash writes the address. */
  document.addEventListener("change", (event) => {
    if (picture && event.target.id === '{"index":"network","type":"filter"}') rewrite(Object.fromEntries(["focus", NET_MAP, ...FILTERS, ...TABLES].map((key) => [key, ""])));
  }, true);

  /* ---- the look of the page ---- */

  const repaint = (theme) => { if (picture && !picture.cy.destroyed()) { picture.theme = theme; picture.repaint(); } };
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => repaint());
  new MutationObserver(() => repaint()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  window.addEventListener("beforeprint", () => repaint("light"));
  window.addEventListener("afterprint", () => repaint());

  /* Title, choices and legend of the picture as they stand on the page, for the file. */
  function words() {
    const text = (selector) => (document.querySelector(selector) || { textContent: "" }).textContent.trim();
    const language = document.documentElement.lang;
    const day = new Date().toLocaleDateString(language === "en" ? "en-GB" : language, { dateStyle: "long" });
    return { title: text(".page-head h1"), shown: `${sentence()}: ${text("#network-status")}`, source: `${text(".wordmark")}, ${day}`, legend: legend() };
  }

  function sentence() {
    return [...document.querySelectorAll(".view-line > span")].filter((part) => part.offsetParent).map((part) => {
      const select = part.querySelector("select");
      return select ? (select.selectedOptions[0] || { textContent: "" }).textContent : part.textContent;
    }).join(" ");
  }

  function legend() {
    const shown = [...document.querySelectorAll("#network-legend .key")].filter((list) => list.offsetParent);
    return shown.flatMap((list) => [...list.children]).map((item) => {
      const classes = [...item.firstElementChild.classList];
      const category = classes.find((name) => name.startsWith("cat-"));
      const kind = classes.find((name) => name.startsWith("line-") && name !== "line-mark");
      return { text: item.lastElementChild.textContent, category: category && Number(category.slice(4)), kind: kind && kind.slice(5) };
    });
  }
})();
