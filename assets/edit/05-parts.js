/* What several scripts for editing need: elements, words with values, another page, and an outcome with the way back. */
(function () {
  "use strict";
  const len = (window.len = window.len || {});

  len.make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  len.same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  len.fill = (words, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words);

  /* As if a link was followed: Dash's router hears of it. */
  len.go = (address) => {
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  };

  len.tellWithWayBack = (answer, back) => {
    const button = { type: "Button", namespace: "dash_html_components", props: { children: back, type: "button", className: "btn-quiet", "data-undo": String(answer.action) } };
    window.dash_clientside.set_props("message", { children: [answer.told, " ", button], is_open: true, color: "success" });
  };
})();
