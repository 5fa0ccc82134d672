"use strict";
const report = JSON.parse(document.getElementById("report").textContent);
const scenarios = report.scenarios;
// A cost that is not finite as it was reported is drawn as it is from the logit.
for (const { twins } of scenarios)
  for (const c of [...twins.scratch.costs, ...twins.dl4j.costs]) c.cost = c.cost ?? c.fromLogit ?? null;
const drawn = scenarios.filter((s) => s.picture && s.picture.snapshots.length);

const state = { step: 0, test: false, axis: "linear", cross: null };
const steps = drawn.length ? Math.max(...drawn.map((s) => s.picture.snapshots.length)) : 0;
const iterations = drawn.length
  ? drawn
      .reduce((a, b) => (a.picture.snapshots.length >= b.picture.snapshots.length ? a : b))
      .picture.snapshots.map((s) => s.iteration)
  : [];
const snapshotOf = (s) => s.picture.snapshots[Math.min(state.step, s.picture.snapshots.length - 1)];
// Not every cost is kept: the last one that is, and its own iteration.
const costAt = (twin, iteration) =>
  twin.costs[Math.max(0, d3.bisector((c) => c.iteration).right(twin.costs, iteration) - 1)];

const regularizers = JSON.parse(document.querySelector("main").dataset.regularizers);
const regularizer = (scenario) => {
  const kinds = regularizers[scenarios.indexOf(scenario)].map(({ key, value }) => say("scenario." + key, value));
  return kinds.length ? kinds.reduce((before, next) => say("scenario.both", before, next)) : say("scenario.none");
};
const title = (scenario) => el("h3", {}, el("span", {}, scenario.name, " ", el("small", {}, regularizer(scenario))));
const several = report.data.classes > 2;
const className = (k) => (k === NO_CLASS ? say("not.finite") : say("boundaries.class", k));
const fieldColors = fieldColorsOf(report.data.classes);
// What regularization did, and predictions, stand in pictures that may show no plane.
const pictured = scenarios.filter((s) => s.picture);
const regression = scenarios.length > 0 && scenarios.every((s) => s.twins.scratch.rSquared);
const percent = (c) => ((100 * c.correct) / c.total).toFixed(1) + " %";
