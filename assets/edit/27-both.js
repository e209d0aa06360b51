/* What somebody else has kept meanwhile and what was typed, side by side: the person chooses. */
(function () {
  "use strict";
  const len = window.len;

  /* Fills `place`; `says` has the words of the form, `theirs` and `mine` are in words, `said` stands above them. */
  len.offerBoth = (place, says, { theirs, mine, said = "", keepTheirs, keepMine }) => {
    const line = (text) => len.make("p", { textContent: text });
    const choose = (text, act) => len.make("button", { type: "button", className: "btn-quiet", textContent: text, onclick: act });
    place.replaceChildren(
      ...(said ? [line(said)] : []),
      line(len.fill(says.now, { value: theirs })),
      line(len.fill(says.yours, { value: mine })),
      len.make("div", { className: "btn-row" }, choose(says.theirs, keepTheirs), choose(says.mine, keepMine)),
    );
    place.hidden = false;
  };
})();
