"use strict";
// Parallel coordinates
function drawParallel() {
  const host = byId("parallel-chart");
  host.replaceChildren();
  const axes = [...axesOf.values()];
  if (!axes.length || !candidates.length) return host.append(el("p", { class: "note" }, say("tune.parallel.none")));
  const width = Math.min(1190, room(host)),
    height = 300,
    top = 34,
    bottom = height - 16,
    left = 54,
    right = width - 66;
  const x = (i) => left + ((right - left) * i) / axes.length;
  const y = d3.scaleLinear([0, 1], [bottom, top]);
  const goodness = d3.scaleLinear([cap, losses[0] ?? 0], [0, 1]).clamp(true);
  const svg = d3
    .create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("aria-hidden", "true");
  const lines = candidates.map((c) => {
    const points = axes.map((axis, i) => [x(i), y(place(axis, c))]);
    if (finite(c.score)) points.push([x(axes.length), y(cap > losses[0] ? goodness(loss(c.score)) : 1)]);
    return { c, points };
  });
  // The best on top of the others.
  const rank = (c) => (finite(c.score) ? -loss(c.score) : -Infinity);
  for (const { c, points } of [...lines].sort((a, b) => d3.ascending(rank(a.c), rank(b.c))))
    svg
      .append("path")
      .datum(c)
      .attr("data-number", c.number)
      .attr("class", "way " + c.status + (c === winner ? " best" : ""))
      .attr("d", d3.line()(points.length > 1 ? points : [points[0], [points[0][0] + 14, points[0][1]]]))
      .attr("stroke", finite(c.score) ? pageColor(c.score) : null);
  const text = (px, py, words, anchor, size = 11) =>
    svg.append("text").attr("x", px).attr("y", py).attr("text-anchor", anchor).attr("font-size", size).text(words);
  axes.forEach((axis, i) => {
    svg
      .append("path")
      .attr("class", "axis")
      .attr("d", `M${x(i)},${top}V${bottom}`);
    text(x(i), 16, nameOf(axis.parameter), i ? "middle" : "start", 12.5);
    for (const t of axis.ticks) text(x(i) - 6, y(t.at) + 4, t.text, "end");
  });
  svg
    .append("path")
    .attr("class", "axis")
    .attr("d", `M${x(axes.length)},${top}V${bottom}`);
  text(width, 16, metric(), "end", 12.5);
  if (losses.length) {
    text(right + 6, top + 4, score(loss(losses[0])), "start");
    text(right + 6, bottom + 4, score(loss(cap)), "start");
  }
  svg
    .on("pointermove", (event) => {
      const [px, py] = d3.pointer(event);
      let nearest = null,
        least = 14;
      for (const { c, points } of lines)
        for (const [[x1, y1], [x2, y2]] of d3.pairs(points)) {
          if (px < x1 || px > x2) continue;
          const distance = Math.abs(y1 + ((y2 - y1) * (px - x1)) / (x2 - x1) - py);
          if (distance < least) {
            least = distance;
            nearest = c;
          }
        }
      highlight(nearest);
    })
    .on("pointerleave", () => highlight(null));
  host.append(
    el(
      "figure",
      {
        class: "chart parallel",
        role: "img",
        "aria-label": say("tune.parallel.alt", candidates.length, winner ? describe(winner) : "–"),
      },
      svg.node(),
    ),
  );
}
