"use strict";
const report = JSON.parse(document.getElementById("report").textContent);
const { candidates, parameters, surface, proof } = report;
const accuracy = report.metric === "accuracy";
const loss = (score) => (accuracy || report.metric === "r-squared" ? -score : score);
// A squared error has the unit of the targets, squared, so that its size says nothing.
const ofAnySize = report.metric === "mean-squared-error";
const metric = () => say("tune.metric." + report.metric);
const number = (x) => String(+x.toPrecision(4));
const score = (x) => (!finite(x) ? "–" : accuracy ? (100 * x).toFixed(1) + " %" : ofAnySize ? number(x) : x.toFixed(4));
const percent = (x) => (100 * x).toFixed(1) + " %";
const complete = candidates.filter((c) => finite(c.score));
const stopped = candidates.filter((c) => c.status === "stopped");
const failed = candidates.filter((c) => c.status === "failed");
const winner = report.best.length ? candidates.find((c) => c.number === report.best.at(-1).number) : null;
const searched = parameters.filter((p) => p.searched);
const nameOf = (parameter) => labelOf(parameter.key);
const { published, advised } = JSON.parse(byId("map-chart").dataset.landmarks);
const mapped = searched.filter((p) => p.numeric).slice(0, 2);
const contenderName = (name) => {
  const key = name.startsWith("candidate ") ? "tune.contender.candidate" : "tune.contender." + name;
  return key in texts.en ? say(key, name.replace("candidate ", "")) : name;
};
const describe = (c) =>
  say(
    "tune.pointer",
    c.number,
    listed(Object.entries(c.setting).map(([key, value]) => settingText(key, value, "value"))),
    c.status === "failed"
      ? c.failure
      : c.status === "stopped"
        ? say("tune.pointer.stopped", count(c.rungs.at(-1)?.iterations ?? 0), score(c.rungs.at(-1)?.score))
        : metric() + " " + score(c.score),
  );

// While a window changes its size, an element can be without any width for a moment.
const room = (host) => Math.max(280, host.clientWidth);

// ---- axes: every parameter goes from 0 to 1, as the search saw it
const axisOf = (parameter) => {
  const tick = (at, text) => ({ at, text });
  if (finite(parameter.from)) {
    const { from, to, logarithmic } = parameter;
    const scale = (logarithmic ? d3.scaleLog : d3.scaleLinear)([from, to], [0, 1]).clamp(true);
    const powers = d3.range(Math.floor(Math.log10(from)), Math.ceil(Math.log10(to)) + 1);
    const inside = (steps) =>
      powers.flatMap((k) => steps.map((s) => +(s + "e" + k))).filter((v) => v >= from && v <= to);
    const values = !logarithmic ? scale.ticks(6) : inside([1]).length > 2 ? inside([1]) : inside([1, 2, 5]);
    return {
      parameter,
      min: from,
      max: to,
      choices: 0,
      at: (v) => (v < from || v > to ? null : scale(v)),
      ticks: values.map((v) => tick(scale(v), number(v))),
    };
  }
  const values = parameter.numeric ? parameter.values.map(Number).sort(d3.ascending) : parameter.values;
  const middle = (k) => (k + 0.5) / values.length;
  const at = (v) => {
    const k = values.indexOf(v);
    if (k >= 0 || !parameter.numeric) return k < 0 ? null : middle(k);
    const above = values.findIndex((x) => x > v);
    if (above <= 0) return null;
    return middle(above - 1) + (v - values[above - 1]) / (values[above] - values[above - 1]) / values.length;
  };
  return {
    parameter,
    min: values[0],
    max: values.at(-1),
    choices: values.length,
    at,
    ticks: values.map((v, k) => tick(middle(k), typeof v === "number" ? number(v) : v)),
  };
};
const axesOf = new Map(searched.map((p) => [p.key, axisOf(p)]));
// Candidates of one choice stand side by side within its part.
const valueOn = ({ parameter }, c) =>
  parameter.numeric ? c.setting[parameter.key] : valueText(c.setting[parameter.key]);
const place = (axis, c) =>
  axis.at(valueOn(axis, c)) + (axis.choices ? ((((c.number * 0.618) % 1) - 0.5) * 0.6) / axis.choices : 0);
const axisOptions = (axis) => ({
  domain: [0, 1],
  label: nameOf(axis.parameter),
  labelArrow: "none",
  ticks: axis.ticks.map((t) => t.at),
  tickFormat: (at) => axis.ticks.find((t) => t.at === at)?.text ?? "",
});

// ---- colour of a score: the best dark, the worst tenth all alike
const STOPS = ["#0b4f4a", "#2f8f83", "#93cbb3", "#efe9cf", "#e6cda6"];
const losses = complete.map((c) => loss(c.score)).sort(d3.ascending);
const best = losses[0] ?? 0;
const worst = d3.quantile(losses, 0.9) ?? 1;
// Without the surface behind it, a mark has to stand out from a dark page as well: there the best is bright.
const BRIGHT = ["#8af2dc", "#4fc3ad", "#3f8f81", "#77705a", "#5f5140"];
const rampOf = (stops) =>
  d3
    .scaleLinear(
      stops.map((_, i) => i / (stops.length - 1)),
      stops,
    )
    .clamp(true);
const share = (x) => (worst > best ? (loss(x) - best) / (worst - best) : 0);
const color = (x) => rampOf(STOPS)(share(x));
const onPage = () => (dark() ? BRIGHT : STOPS);
const pageColor = (x) => rampOf(onPage())(share(x));
const INK = "#1b2733",
  FAILED = () => css("--disagree");

let current = null;
function highlight(c) {
  if (current === c) return;
  current = c;
  byId("pointer").textContent = c ? describe(c) : say("tune.pointer.none");
  for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
  if (c) for (const node of document.querySelectorAll(`[data-number="${c.number}"]`)) node.classList.add("lit");
}
const listen = (chart) => chart.addEventListener("input", () => highlight(chart.value ?? null));
