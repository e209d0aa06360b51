/* Asks for the frame, the page and the list of callbacks while Dash still loads. Dash then gets the page in the frame; its question for the page is answered "no change". */
(function () {
  "use strict";
  const UPDATE = "/_dash-update-component";
  const send = window.fetch;
  const { token, callbacks: fingerprint } = document.currentScript.dataset;
  const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token };
  const inputs = ["pathname", "search"].map((property) => ({ id: "_pages_location", property, value: window.location[property] }));
  const router = {
    output: ".._pages_content.children..._pages_store.data..",
    outputs: [{ id: "_pages_content", property: "children" }, { id: "_pages_store", property: "data" }],
    inputs,
    changedPropIds: ["_pages_location.pathname", "_pages_location.search"],
  };
  const page = send(UPDATE, { method: "POST", headers, body: JSON.stringify(router) });
  const frame = send("/_dash-layout", { headers });
  const callbacks = send(`/_dash-dependencies?m=${fingerprint}`, { headers });
  window.len = { firstPage: page };
  let filled = false;

  const find = (part, id) => {
    if (Array.isArray(part)) return part.reduce((found, one) => found || find(one, id), null);
    return part && part.props ? (part.props.id === id ? part : find(part.props.children, id)) : null;
  };
  const fill = async () => {
    const [frameAnswer, pageAnswer] = await Promise.all([frame, page]);
    if (!frameAnswer.ok || pageAnswer.status !== 200) return frameAnswer;
    const layout = await frameAnswer.clone().json();
    const { response } = await pageAnswer.clone().json();
    const places = Object.keys(response).map((id) => [find(layout, id), response[id]]);
    if (!places.every(([place]) => place)) return frameAnswer;
    places.forEach(([place, props]) => Object.assign(place.props, props));
    filled = true;
    const answer = new Response("", { headers: { "Content-Type": "application/json" } });
    answer.json = async () => layout;
    return answer;
  };
  const whole = fill().catch(() => frame);
  const isSame = (body) => {
    const asked = JSON.parse(body);
    return asked.output === router.output && JSON.stringify(asked.inputs) === JSON.stringify(inputs);
  };
  const answers = new Map([
    ["/_dash-layout", () => whole],
    ["/_dash-dependencies", () => callbacks],
    [UPDATE, (options) => (filled && isSame(options.body) ? new Response(null, { status: 204 }) : null)],
  ]);
  window.fetch = async function (resource, options) {
    const path = String(resource).split("?")[0];
    const answer = answers.get(path);
    answers.delete(path);
    return (answer && answer(options)) || send.call(window, resource, options);
  };
})();
