/* Plain lines under the picture: one stroke for all ties that are not drawn in full, on a canvas of their own that follows Cytoscape's.
   As elements of Cytoscape, each with a style of its own, they would cost more than all the rest of the page. */
(function () {
  "use strict";
  const net = window.lenNetwork;
  const PLAIN = 0.45;
  const FAINT = 0.08;

  net.Lines = class {
    constructor(stage, cy) {
      this.cy = cy;
      this.canvas = document.createElement("canvas");
      this.canvas.className = "net-lines";
      this.pen = this.canvas.getContext("2d");
      this.segments = [];
      this.lit = [];
      this.faint = false;
      stage.prepend(this.canvas);
      cy.on("render", () => this.draw());
      cy.one("destroy", () => this.canvas.remove());
    }

    /* `segments` are {from, to, wide} between members or groups with px and py; `lit` are drawn in ink, on top. */
    show(segments, { lit = [], faint = false } = {}) {
      if (!segments.length && !this.segments.length && !lit.length && !this.lit.length) return;
      Object.assign(this, { segments, lit, faint, drawn: null });
      this.draw();
    }

    draw() {
      const { zoom, pan, width, height } = { zoom: this.cy.zoom(), pan: this.cy.pan(), width: this.cy.width(), height: this.cy.height() };
      const sharp = window.devicePixelRatio || 1;
      const now = [zoom, pan.x, pan.y, width, height, sharp].join(" ");
      if (this.drawn === now) return;
      this.drawn = now;
      if (this.canvas.width !== Math.round(width * sharp) || this.canvas.height !== Math.round(height * sharp)) {
        this.canvas.width = Math.round(width * sharp);
        this.canvas.height = Math.round(height * sharp);
      }
      this.pen.setTransform(1, 0, 0, 1, 0, 0);
      this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
      this.pen.setTransform(sharp * zoom, 0, 0, sharp * zoom, sharp * pan.x, sharp * pan.y);
      this.stroke(this.segments, this.colours["--ink-3"], this.faint ? FAINT : PLAIN, Math.pow(zoom, -0.7));
      this.stroke(this.lit, this.colours["--ink"], 1, 1.4 * Math.pow(zoom, -0.7));
    }

    stroke(segments, colour, opacity, thin) {
      this.pen.strokeStyle = colour;
      this.pen.globalAlpha = opacity;
      net.byWidth(segments).forEach((alike, wide) => {
        this.pen.lineWidth = wide * thin;
        this.pen.beginPath();
        alike.forEach(({ from, to }) => {
          this.pen.moveTo(from.px, from.py);
          this.pen.lineTo(to.px, to.py);
        });
        this.pen.stroke();
      });
    }
  };

  net.byWidth = function (segments) {
    const groups = new Map();
    segments.forEach((segment) => {
      const wide = segment.wide || 1;
      if (!groups.has(wide)) groups.set(wide, []);
      groups.get(wide).push(segment);
    });
    return groups;
  };
})();
