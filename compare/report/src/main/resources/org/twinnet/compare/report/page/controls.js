"use strict";
// Controls
const slider = byId("slider");
if (slider) {
  slider.max = Math.max(0, steps - 1);
  slider.disabled = steps < 2;
  byId("play").disabled = steps < 2;
  if (!report.data.testPoints) byId("show-test").closest("label").hidden = true;
  // Without a plane nothing moves, and nothing is to be read.
  if (!steps) for (const part of [slider.closest(".player"), byId("pointer")]) part.hidden = true;
}
// Beyond the horizon of a chaotic run its boundary is nobody's: the page opens where all runs are still compared.
const horizons = drawn.filter((s) => !s.spread.wholeRun && s.spread.horizon >= 0).map((s) => s.spread.horizon);
const comparable = d3.bisectRight(iterations, d3.min(horizons) ?? Infinity);
const opening = Math.max(0, Math.min(steps, comparable) - 1);
function describe() {
  if (!iterations.length) return;
  const iteration = iterations[state.step];
  const one = drawn.map(
    (s) =>
      s.name +
      " " +
      fixed(costAt(s.twins.scratch, iteration).cost, 4) +
      " / " +
      fixed(costAt(s.twins.dl4j, iteration).cost, 4),
  );
  const { scratch, dl4j } = drawn[0].twins;
  const kept = count(costAt(scratch, iteration).iteration);
  const beyond = drawn.filter((s) => !s.spread.wholeRun && iteration > s.spread.horizon).map((s) => s.name);
  byId("at").textContent =
    say("boundaries.now", count(iteration), one.join(" · "), kept) +
    (beyond.length ? " " + say("boundaries.beyond", beyond.join(", ")) : "") +
    (state.step === opening && opening < steps - 1 ? " " + say("boundaries.horizon") : "");
  slider.setAttribute(
    "aria-valuetext",
    say(
      "boundaries.at",
      count(iteration),
      fixed(costAt(scratch, iteration).cost, 4),
      fixed(costAt(dl4j, iteration).cost, 4),
      kept,
    ),
  );
}
async function go(step) {
  if (!slider) return;
  state.step = Math.max(0, Math.min(steps - 1, step));
  slider.value = state.step;
  describe();
  moveMarkers();
  await drawBoundaries();
}
let timer = null;
function stop() {
  clearInterval(timer);
  timer = null;
  byId("play").textContent = say("boundaries.play");
}
if (slider) {
  slider.addEventListener("input", () => {
    stop();
    go(+slider.value);
  });
  byId("play").addEventListener("click", () => {
    if (timer) return stop();
    if (state.step >= steps - 1) go(0);
    byId("play").textContent = say("boundaries.pause");
    timer = setInterval(() => (state.step >= steps - 1 ? stop() : go(state.step + 1)), 180);
  });
  byId("show-test").addEventListener("change", (e) => {
    state.test = e.target.checked;
    drawBoundaries();
  });
}
for (const radio of document.querySelectorAll("input[name=axis]"))
  radio.addEventListener("change", () => {
    state.axis = radio.value;
    drawCosts();
  });
byId("only-differences").addEventListener("change", (e) => byId("ladder").classList.toggle("only", e.target.checked));
function relabel() {
  document.title = say("page.title", say("verdict." + report.verdict));
  if (!slider) return;
  byId("play").textContent = say(timer ? "boundaries.pause" : "boundaries.play");
  byId("pointer").textContent = say("boundaries.pointer.none");
}
controls(report.provenance.command, relabel, drawAll);
addEventListener("beforeprint", () =>
  document.querySelectorAll("#ladder details:not(.agree)").forEach((d) => (d.open = true)),
);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== width) {
    width = innerWidth;
    drawCosts();
    drawHistograms();
  }
});

async function drawAll() {
  drawNetwork();
  buildPanels();
  drawLegend();
  drawPredictions();
  drawCosts();
  drawHistograms();
  await go(state.step);
  root.dataset.ready = "true";
}
state.step = opening;
drawAll();
