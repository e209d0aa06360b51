/* Where everything stands in the space there is: stakeholders, those without a tie in a frame of their own, labels where they fit. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const MOST_STRETCH = 1.8;
  const OWN_SCALE = 60; /* places chosen by people that lie farther apart than this are never enlarged */
  const CELL = { wide: [136, 62], small: [24, 24] };
  const MARK_ROOM = 34;
  const FRAME_HEAD = 30;

  /* Pixels for members with a place, stretched to the space; the rest in rows below it. `labelled`: names will stand there;
     `chosen`: people chose the places. Gives the frame around the rest, and how places became pixels. */
  net.arrange = function (members, size, labelled, chosen) {
    const placed = members.filter((one) => one.x !== null);
    const pad = labelled ? { x: 66, top: 44, bottom: 46 } : { x: 20, top: 20, bottom: 20 };
    const room = { x: pad.x, y: pad.top, width: size.width - 2 * pad.x, height: size.height - pad.top - pad.bottom };
    const grid = placed.length ? stretch(placed, room, chosen) : null;
    const frame = net.shelve(members, size, labelled);
    members.forEach((one) => { if (one.slot) Object.assign(one, one.slot); });
    net.onPixels(members);
    return { frame, grid };
  };

  /* Those without a place stand in rows in a frame of their own, below the space of the others: whoever comes next takes the next
     slot, and nobody else moves. Gives the frame. */
  net.shelve = function (members, size, labelled) {
    const alone = members.filter((one) => one.x === null);
    members.forEach((one) => { one.slot = null; });
    if (!alone.length) return null;
    const [wide, high] = labelled ? CELL.wide : CELL.small;
    const columns = Math.max(1, Math.floor((size.width - 24) / wide));
    const left = (size.width - columns * wide) / 2;
    const top = alone.length < members.length ? size.height : 0;
    let below = top + FRAME_HEAD;
    for (let first = 0; first < alone.length; first += columns) {
      const row = alone.slice(first, first + columns);
      row.forEach((one, n) => { one.slot = { px: Math.round(left + (n + 0.5) * wide), py: Math.round(below + (labelled ? MARK_ROOM : high) / 2) }; });
      below += labelled ? Math.max(high, MARK_ROOM + Math.max(...row.map((one) => net.lines(one.name).length)) * net.LINE_HEIGHT) : high;
    }
    const w = Math.max(Math.min(alone.length, columns) * wide + 12, 170);
    return { x: left - 6 + w / 2, y: (top + below) / 2, w, h: below - top };
  };

  /* Whole pixels keep text sharp. */
  net.onPixels = (members) => members.forEach((one) => {
    one.px = Math.round(one.px);
    one.py = Math.round(one.py);
  });

  function stretch(placed, room, chosen) {
    const range = (values) => [Math.min(...values), Math.max(...values)];
    const turned = room.height > room.width * 1.15;
    const [left, right] = range(placed.map((one) => (turned ? one.y : one.x)));
    const [top, bottom] = range(placed.map((one) => (turned ? one.x : one.y)));
    const most = chosen && Math.max(right - left, bottom - top) > OWN_SCALE ? 1 : Infinity;
    let across = Math.min(room.width / Math.max(right - left, 1), most);
    let down = Math.min(room.height / Math.max(bottom - top, 1), most);
    across = Math.min(across, down * MOST_STRETCH);
    down = Math.min(down, across * MOST_STRETCH);
    const grid = { turned, across, down, px: room.x + room.width / 2, py: room.y + room.height / 2, x: (left + right) / 2, y: (top + bottom) / 2 };
    placed.forEach((one) => net.toPixels(one, grid));
    return grid;
  }

  net.toPixels = function (one, grid) {
    one.px = grid.px + ((grid.turned ? one.y : one.x) - grid.x) * grid.across;
    one.py = grid.py + ((grid.turned ? one.x : one.y) - grid.y) * grid.down;
  };

  /* Moves members apart until their names have room, inside the given space. Each has px, py and a box {w, h}. */
  net.giveRoom = function (members, size) {
    for (let round = 0; round < 80; round += 1) {
      let moved = false;
      for (let i = 0; i < members.length; i += 1) {
        for (let j = i + 1; j < members.length; j += 1) moved = part(members[i], members[j]) || moved;
      }
      members.forEach((one) => {
        one.px = Math.min(Math.max(one.px, one.box.w / 2 + 4), size.width - one.box.w / 2 - 4);
        one.py = Math.min(Math.max(one.py, 40), size.height - one.box.h + 6);
      });
      if (!moved) break;
    }
    net.onPixels(members);
  };

  function part(one, other) {
    const x = (one.box.w + other.box.w) / 2 - Math.abs(one.px - other.px);
    const y = (one.box.h + other.box.h) / 2 - Math.abs(one.py - other.py);
    if (x <= 0 || y <= 0) return false;
    const along = x * 0.7 < y ? "px" : "py";
    const by = (Math.min(x, y) / 2 + 0.5) * (one[along] < other[along] || (one[along] === other[along] && one.index < other.index) ? -1 : 1) * 0.5;
    one[along] += by;
    other[along] -= by;
    return true;
  }

  /* Finds a side for each label: `items` are {x, y, r, w, h, below} on the screen, most important first, `below` where no other side will do; `lines` are ties as segments,
     `marks` the boxes of the shapes. Gives "lb", "lt", "lr" or "ll" for each, or null where a name that is no `must` has no room.
     `taken` are labels that stand already; the `firm` first names may cover shapes, though never another name. */
  net.labelSides = function (items, lines, marks, size, must, { taken = [], firm = 0 } = {}) {
    const labels = taken.slice();
    return items.map((item, n) => {
      const best = bestSide(item, { lines, marks, labels, size });
      if (!must && (best.covered || (n >= firm && best.hidden) || best.beyond)) return null;
      labels.push(best.box);
      return best.side;
    });
  };

  function bestSide(item, { lines, marks, labels, size }) {
    const outward = item.y < size.height * 0.4 ? "lt" : "lb";
    const tried = (item.below ? ["lb"] : ["lb", "lt", "lr", "ll"]).map((side) => {
      const box = net.labelBox(item, side);
      const covered = labels.filter((other) => overlap(box, other)).length;
      const hidden = marks.filter((other) => other !== item.mark && overlap(box, other)).length;
      const beyond = box.x < 0 || box.y < 0 || box.x + box.w > size.width || box.y + box.h > size.height;
      const crossed = lines.filter((one) => crosses(one, box)).length;
      const turned = side === outward ? 0 : side === "lb" || side === "lt" ? 2 : 5;
      return { side, box, covered, hidden, beyond, cost: 40 * covered + 25 * hidden + 60 * beyond + 6 * crossed + turned };
    });
    return tried.reduce((best, one) => (one.cost < best.cost ? one : best));
  }

  net.labelBox = function (item, side) {
    const gap = item.r + 3;
    if (side === "lb") return { x: item.x - item.w / 2, y: item.y + gap, w: item.w, h: item.h };
    if (side === "lt") return { x: item.x - item.w / 2, y: item.y - gap - item.h, w: item.w, h: item.h };
    if (side === "lr") return { x: item.x + gap, y: item.y - item.h / 2, w: item.w, h: item.h };
    return { x: item.x - gap - item.w, y: item.y - item.h / 2, w: item.w, h: item.h };
  };

  function overlap(one, other) {
    return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
  }

  /* Whether a segment passes through a box (Liang and Barsky). */
  function crosses(line, box) {
    let from = 0;
    let to = 1;
    const dx = line.x2 - line.x1;
    const dy = line.y2 - line.y1;
    for (const [p, q] of [[-dx, line.x1 - box.x], [dx, box.x + box.w - line.x1], [-dy, line.y1 - box.y], [dy, box.y + box.h - line.y1]]) {
      if (p === 0) { if (q < 0) return false; continue; }
      if (p < 0) from = Math.max(from, q / p); else to = Math.min(to, q / p);
      if (from > to) return false;
    }
    return true;
  }
})();
