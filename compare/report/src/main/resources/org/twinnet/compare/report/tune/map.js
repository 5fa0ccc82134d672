"use strict";
// Map
const edges = (at) => [0, ...d3.pairs(at, (a, b) => (a + b) / 2), 1];
function drawMap() {
  const host = byId("map-chart");
  host.replaceChildren();
  drawMapLegend();
  if (!candidates.length) return;
  if (mapped.length < 2) return drawSlices(host);
  const [x, y] = mapped.map((p) => axesOf.get(p.key));
  const ink = surface ? INK : css("--ink");
  const halo = surface ? "#fff" : css("--bg");
  const cells = [];
  if (surface) {
    const columns = edges(surface.columns.map(x.at)),
      rows = edges(surface.rows.map(y.at));
    surface.scores.forEach((row, r) =>
      row.forEach(
        (s, k) => finite(s) && cells.push({ x1: columns[k], x2: columns[k + 1], y1: rows[r], y2: rows[r + 1], s }),
      ),
    );
  }
  const at = { x: (c) => place(x, c), y: (c) => place(y, c) };
  const marks = [],
    labels = [];
  // Neighbouring cells overlap a little, so that no background shines through between them.
  if (cells.length)
    marks.push(
      Plot.rect(cells, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: (d) => color(d.s),
        stroke: (d) => color(d.s),
        strokeWidth: 0.6,
      }),
    );
  const meets = (axis) =>
    axis.parameter.key in advised &&
    advised[axis.parameter.key][0] <= axis.max &&
    advised[axis.parameter.key][1] >= axis.min;
  const clamp = (axis, v) => axis.at(Math.max(axis.min, Math.min(axis.max, v)));
  if (meets(x) && meets(y)) {
    const [[x1, x2], [y1, y2]] = [x, y].map((axis) => advised[axis.parameter.key].map((v) => clamp(axis, v)));
    const box = { x1, x2, y1, y2 };
    const sides = { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "none" };
    marks.push(
      Plot.rect([box], { ...sides, stroke: halo, strokeWidth: 4, strokeOpacity: 0.8 }),
      Plot.rect([box], { ...sides, stroke: ink, strokeWidth: 1.6, strokeDasharray: "6 4" }),
    );
    labels.push(
      Plot.text([box], {
        x: "x1",
        y: "y2",
        text: () => say("tune.map.advice"),
        className: surface ? "on-surface" : "on-page",
        textAnchor: "start",
        dx: 6,
        dy: 11,
        fill: ink,
        stroke: halo,
        strokeWidth: 4,
        fontSize: 12,
      }),
    );
  }
  marks.push(
    Plot.dot(stopped, { ...at, r: 3, stroke: halo, strokeWidth: 3, fill: "none" }),
    Plot.dot(stopped, { ...at, r: 3, stroke: ink, strokeWidth: 1.2, fill: "none" }),
    Plot.dot(failed, { ...at, r: 4.5, symbol: "times", stroke: halo, strokeWidth: 5 }),
    Plot.dot(failed, { ...at, r: 4.5, symbol: "times", stroke: "#a8321c", strokeWidth: 2.2 }),
    Plot.dot(complete, { ...at, r: 6.4, fill: halo }),
    Plot.dot(complete, {
      ...at,
      r: 5,
      fill: (c) => (surface ? color : pageColor)(c.score),
      stroke: ink,
      strokeWidth: 0.9,
    }),
  );
  const [px, py] = [x, y].map((axis) =>
    axis.parameter.key in published ? axis.at(published[axis.parameter.key]) : null,
  );
  if (px !== null && py !== null) {
    const there = [{ x: px, y: py }];
    const square = { x: "x", y: "y", r: 8, symbol: "square", fill: "none" };
    labels.push(
      Plot.dot(there, { ...square, stroke: halo, strokeWidth: 5 }),
      Plot.dot(there, { ...square, stroke: ink, strokeWidth: 2 }),
      Plot.text(there, {
        x: "x",
        y: "y",
        text: () => say("tune.map.published"),
        className: surface ? "on-surface" : "on-page",
        textAnchor: "middle",
        dy: -19,
        fill: ink,
        stroke: halo,
        strokeWidth: 4,
        fontSize: 12,
      }),
    );
  }
  if (winner)
    marks.push(Plot.dot([winner], { ...at, r: 11, symbol: "star", fill: "#f5c518", stroke: INK, strokeWidth: 1.4 }));
  marks.push(
    ...labels,
    Plot.dot(candidates, Plot.pointer({ ...at, r: 10, stroke: css("--disagree"), strokeWidth: 2.5, fill: "none" })),
  );
  const width = Math.min(860, room(host) - 2);
  const chart = plot({
    width,
    height: Math.max(320, Math.min(480, width * 0.62)),
    marginLeft: 52,
    marginRight: 14,
    marginBottom: 38,
    x: axisOptions(x),
    y: axisOptions(y),
    marks,
  });
  listen(chart);
  host.append(
    el(
      "figure",
      {
        class: "chart",
        role: "img",
        "aria-label": say(
          "tune.map.alt",
          nameOf(x.parameter),
          nameOf(y.parameter),
          complete.length,
          winner ? describe(winner) : "–",
        ),
      },
      chart,
    ),
  );
}
// Where no two numbers were searched, the score over each parameter.
function drawSlices(host) {
  if (!complete.length) return;
  for (const axis of axesOf.values()) {
    const width = Math.min(560, room(host) - 2);
    const shown = complete.filter((c) => loss(c.score) <= cap);
    const chart = plot({
      width,
      height: 300,
      marginLeft: 58,
      marginBottom: 38,
      x: axisOptions(axis),
      y: scoreOptions(),
      marks: [
        Plot.dot(shown, {
          x: (c) => place(axis, c),
          y: "score",
          r: 5,
          fill: (c) => pageColor(c.score),
          stroke: css("--ink"),
          strokeWidth: 0.9,
        }),
        Plot.dot(
          complete.filter((c) => loss(c.score) > cap),
          { x: (c) => place(axis, c), y: () => loss(cap), r: 4, symbol: "triangle", fill: css("--soft") },
        ),
        ...(winner
          ? [
              Plot.dot([winner], {
                x: (c) => place(axis, c),
                y: "score",
                r: 11,
                symbol: "star",
                fill: "#f5c518",
                stroke: INK,
                strokeWidth: 1.4,
              }),
            ]
          : []),
        Plot.dot(
          shown,
          Plot.pointer({ x: (c) => place(axis, c), y: "score", r: 10, stroke: css("--disagree"), strokeWidth: 2.5 }),
        ),
      ],
    });
    listen(chart);
    host.append(
      el(
        "figure",
        { class: "chart", role: "img", "aria-label": say("tune.slice.alt", metric(), nameOf(axis.parameter)) },
        chart,
      ),
    );
  }
}
function drawMapLegend() {
  const host = byId("map-legend");
  host.replaceChildren();
  const item = (build, text, w = 18) => {
    const svg = d3.create("svg").attr("width", w).attr("height", 16);
    build(svg.append("g").attr("transform", `translate(${w / 2},8)`));
    host.append(el("span", {}, svg.node(), text));
  };
  const map = mapped.length === 2;
  if (complete.length) {
    const bar = el("span", { class: "ramp" });
    bar.style.background = `linear-gradient(to right, ${(surface ? STOPS : onPage()).join(", ")})`;
    host.append(
      el(
        "span",
        {},
        (surface ? say("tune.legend.score", metric()) : metric()) + " ",
        score(loss(best)),
        bar,
        say("tune.legend.worse", score(loss(worst))),
      ),
    );
    item(
      (g) =>
        g
          .append("circle")
          .attr("r", 5)
          .attr("fill", (surface ? color : pageColor)(complete[0].score))
          .attr("stroke", css("--ink")),
      say("tune.legend.complete"),
    );
  }
  if (map && stopped.length)
    item(
      (g) => g.append("circle").attr("r", 3).attr("fill", "none").attr("stroke", css("--ink")),
      say("tune.status.stopped"),
    );
  if (map && failed.length)
    item(
      (g) => g.append("path").attr("d", "M-4,-4L4,4M4,-4L-4,4").attr("stroke", FAILED()).attr("stroke-width", 2),
      say("tune.status.failed"),
    );
  if (winner)
    item(
      (g) => g.append("path").attr("d", d3.symbol(d3.symbolStar, 110)()).attr("fill", "#f5c518").attr("stroke", INK),
      say("tune.contender.winner"),
    );
}
