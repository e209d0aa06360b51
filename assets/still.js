/* Draws what components/still.py sends: elements as [tag, attributes, ...children], text as text. */
(function () {
  "use strict";
  const FOLDED = ["as-table", "more"];
  const draw = (part) => {
    if (!Array.isArray(part)) return part;
    const [tag, attributes, ...children] = part;
    if (tag === "details" && FOLDED.includes(attributes.className?.split(" ")[0])) return React.createElement(Folded, { attributes, children });
    const element = tag === "Link" ? "a" : tag;
    return React.createElement(element, { ...attributes, ...safe(attributes), ...(tag === "Link" && { onClick: follow }) }, ...children.map(draw));
  };

  /* What nobody has unfolded yet need not be drawn: it is often half of a page. */
  const Folded = ({ attributes, children: [summary, ...rest] }) => {
    const [unfolded, unfold] = React.useState(Boolean(attributes.open));
    const onToggle = () => unfold(true);
    return React.createElement("details", { ...attributes, onToggle }, draw(summary), ...(unfolded ? rest.map(draw) : []));
  };

  /* No address may hold a script, whoever wrote it. */
  const safe = (attributes) => Object.fromEntries(["href", "action"].filter((name) => name in attributes)
    .map((name) => [name, window.dash_clientside.clean_url(attributes[name])]));

  /* As a link of Dash: the address changes, the document stays. */
  const follow = (event) => {
    const link = event.currentTarget;
    if (event.metaKey || event.shiftKey || event.altKey || event.ctrlKey || (link.target && link.target !== "_self")) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  };

  window.len_still = { Still: React.memo(({ tree }) => React.createElement(React.Fragment, null, ...tree.map(draw)), (old, now) => old.tree === now.tree) };
})();
