"use strict";
// Twins: boundaries and costs
async function drawTwins() {
  const host = byId("twins-charts");
  if (!host) return;
  host.replaceChildren();
  const drawn = proof.twins.filter((t) => t.end || ["winner", "none", "published", "advice"].includes(t.name));
  host.style.setProperty("--n", Math.max(1, Math.min(4, drawn.length)));
  const costs = drawn
    .flatMap((t) => [...t.scratch, ...t.dl4j])
    .map((c) => c.cost)
    .filter(finite);
  const highest = d3.max(costs) ?? 1;
  for (const twins of drawn) {
    const apart = Object.keys(twins.setting).filter((key) => key in published);
    const brief = listed(apart.map((key) => settingText(key, twins.setting[key], "brief", "value")));
    const column = el(
      "div",
      { class: "column" },
      el(
        "h3",
        {},
        el("span", {}, contenderName(twins.name), el("small", {}, brief)),
        el("span", { class: "badge " + twins.verdict }, say("verdict." + twins.verdict)),
      ),
    );
    host.append(column);
    if (twins.end) column.append(await boundary(twins));
    column.append(costChart(twins, highest, column.clientWidth));
  }
  const legend = byId("twins-legend");
  legend.replaceChildren();
  if (drawn.length)
    legend.append(
      el("span", {}, key(css("--ink"), null), say("boundaries.hand")),
      el("span", {}, key("#c8501e", "5 4"), say("boundaries.dl4j")),
      ...(drawn.some((t) => t.end)
        ? [el("span", {}, say(report.data.classes > 2 ? "tune.twins.legend.classes" : "tune.twins.legend"))]
        : []),
    );
}
async function boundary(twins) {
  const { plane, end } = twins;
  const box = el("div", {
    class: "panel",
    role: "img",
    "aria-label": say(
      "tune.twins.alt",
      contenderName(twins.name),
      end.scratch.shape?.pieces ?? "–",
      fixed(end.scratch.shape?.length, 2),
    ),
  });
  const canvas = el("canvas");
  const svg = d3.create("svg").attr("viewBox", `0 0 ${M.width} ${M.height}`).attr("aria-hidden", "true");
  box.append(canvas, svg.node());
  paintField(canvas, plane.size, await field(end.scratch.field), fieldColorsOf(report.data.classes));
  const s = scales(plane);
  if (report.data.trainPoints) examples(svg, s, report.data.trainPoints, 0.75);
  contour(svg, end.scratch.contour, s, 2.4, null);
  svg
    .append("path")
    .attr("class", "contour")
    .attr("d", line(end.dl4j.contour, s))
    .attr("fill", "none")
    .attr("stroke", "#c8501e")
    .attr("stroke-width", 1.8)
    .attr("stroke-dasharray", "5 4");
  axes(svg, s, report.data.features, 12.5);
  const accuracies = ({ train, test }) =>
    say("boundaries.accuracy", percent(train.correct / train.total)) +
    (test ? " · " + say("boundaries.accuracy.test", percent(test.correct / test.total)) : "");
  return el(
    "figure",
    {},
    el("figcaption", {}, el("span", { class: "shape wide" }, accuracies(end.scratch.accuracy))),
    box,
  );
}
function costChart(twins, highest, width) {
  const good = (costs) => costs.filter((c) => finite(c.cost));
  const curve = (costs, stroke, dash) =>
    (costs.length > 1 ? Plot.line : Plot.dot)(costs, {
      x: "iteration",
      y: "cost",
      stroke,
      strokeWidth: 2,
      strokeDasharray: dash,
    });
  const [scratch, dl4j] = [good(twins.scratch), good(twins.dl4j)];
  const chart = plot({
    width: Math.max(220, width - 24),
    height: 170,
    marginLeft: 40,
    marginRight: 12,
    x: {
      label: say("costs.iteration"),
      ticks: 4,
      tickFormat: "~s",
      domain: [0, Math.max(1, d3.max([...scratch, ...dl4j], (c) => c.iteration) ?? 1)],
    },
    y: { label: say("costs.cost"), grid: true, ticks: 4, domain: [0, 1.05 * highest || 1] },
    marks: [curve(scratch, css("--hand"), null), curve(dl4j, css("--dl4j"), "5 5")],
  });
  const ends = [scratch, dl4j].map((costs) => fixed(costs.at(-1)?.cost, 4));
  return el(
    "figure",
    {
      class: "chart",
      role: "img",
      "aria-label": say(
        "costs.alt",
        contenderName(twins.name),
        fixed(scratch[0]?.cost, 4),
        ...ends,
        small(twins.largestCostDifference),
      ),
    },
    chart,
  );
}
