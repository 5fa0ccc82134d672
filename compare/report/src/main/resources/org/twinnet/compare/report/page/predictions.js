"use strict";
// Predictions of a regression
const residualsOf = (set) =>
  (set?.targets ?? []).flatMap((targets, output) =>
    targets
      .map((target, i) => ({ output, x: set.scratch[output][i], y: set.scratch[output][i] - target }))
      .filter((r, i) => finite(set.scratch[output][i])),
  );
function drawPredictions() {
  const host = byId("residuals");
  if (!host) return;
  host.replaceChildren();
  const shown = pictured.filter((s) => s.picture.predictions);
  host.style.setProperty("--n", Math.max(1, Math.min(3, shown.length)));
  host.classList.toggle("single", shown.length === 1);
  if (!shown.length) host.append(el("p", { class: "note" }, say("predictions.none")));
  for (const scenario of shown) host.append(el("div", { class: "column" }, title(scenario), residualPicture(scenario)));
  drawPredictionsLegend(shown);
}
function residualPicture(scenario) {
  const { train, test } = scenario.picture.predictions;
  const sets = [residualsOf(train), residualsOf(test)];
  const all = sets.flat();
  const around = (values) => {
    const [low, high] = d3.extent(values);
    const margin = 0.05 * (high - low) || 0.5 * Math.abs(high) || 1;
    return [low - margin, high + margin];
  };
  const [minX, maxX] = around(all.length ? all.map((r) => r.x) : [0]);
  const [minY, maxY] = around([0, ...all.map((r) => r.y)]);
  const s = scales({ minX, maxX, minY, maxY });
  const svg = d3.create("svg").attr("viewBox", `0 0 ${M.width} ${M.height}`).attr("aria-hidden", "true");
  svg
    .append("rect")
    .attr("x", M.left)
    .attr("y", M.top)
    .attr("width", M.width - M.left - M.right)
    .attr("height", M.height - M.top - M.bottom)
    .attr("fill", "#fdfdfb");
  svg
    .append("path")
    .attr("class", "zero")
    .attr("d", `M${M.left},${s.y(0)}H${M.width - M.right}`)
    .attr("stroke", "#111")
    .attr("stroke-width", 1.6);
  sets.forEach((set, i) => {
    for (const r of set) mark(svg, s.x(r.x), s.y(r.y), r.output, { filled: i === 0 });
  });
  axes(svg, s, [say("predictions.hand"), say("predictions.residual")]);
  const { rSquared } = scenario.twins.scratch;
  const fits = [say("boundaries.accuracy", "R² " + fixed(rSquared.train, 4))];
  if (test) fits.push(say("boundaries.accuracy.test", "R² " + fixed(rSquared.test, 4)));
  const lowest = d3.min(all, (r) => r.y);
  const box = el("div", {
    class: "panel",
    role: "img",
    "aria-label": say(
      "predictions.alt",
      scenario.name,
      count(train.shown),
      count(test?.shown ?? 0),
      ...[lowest, d3.max(all, (r) => r.y)].map((y) => (finite(y) ? short(y) : "–")),
    ),
  });
  box.append(svg.node());
  return el("figure", {}, el("figcaption", {}, el("span", { class: "shape wide" }, fits.join(" · "))), box);
}
function drawPredictionsLegend(shown) {
  const host = byId("residuals-legend");
  host.replaceChildren();
  if (!shown.length) return;
  const { train, test } = shown[0].picture.predictions;
  const item = (build, text, w) => host.append(el("span", {}, onLight(build, w), text));
  item((g) => mark(g, 8, 7, 0, { scale: 1.65 }), say("predictions.training"));
  if (test) item((g) => mark(g, 8, 7, 0, { scale: 1.65, filled: false }), say("predictions.testing"));
  if (train.targets.length > 1)
    train.targets.forEach((_, k) => item((g) => mark(g, 8, 7, k, { scale: 1.65 }), say("predictions.output", k + 1)));
  const zero = (g) => g.append("path").attr("d", "M0,7h26").attr("stroke", "#111").attr("stroke-width", 1.6);
  item(zero, say("predictions.zero"), 26);
}
// Marks are made for the light ground of pictures, which is the same in both themes.
const onLight = (build, w = 16) =>
  sign((g) => {
    g.append("rect").attr("width", w).attr("height", 14).attr("rx", 2).attr("fill", "#fdfdfb");
    build(g);
  }, w);
