"use strict";
// Scores along an axis; what is far worse than the others stands at the edge
const cap = losses.length ? Math.max(worst, losses[0]) + 0.15 * (worst - losses[0] || Math.abs(losses[0]) || 1) : 1;
const scoreOptions = () => ({
  label: metric(),
  grid: true,
  ticks: 5,
  domain: d3.extent([loss(cap), loss((losses[0] ?? 0) - 0.06 * (cap - (losses[0] ?? 0)))]),
  tickFormat: (v) => (accuracy ? (100 * v).toFixed(0) + " %" : String(+v.toPrecision(4))),
});
function drawProgress() {
  const host = byId("progress-chart");
  host.replaceChildren();
  if (!complete.length) return host.append(el("p", { class: "note" }, say("tune.progress.none")));
  const width = Math.min(1190, room(host));
  const last = d3.max(candidates, (c) => c.number);
  const steps = [
    ...report.best,
    ...(last > report.best.at(-1).number ? [{ number: last, score: report.best.at(-1).score }] : []),
  ];
  const shown = complete.filter((c) => loss(c.score) <= cap);
  const chart = plot({
    width,
    height: 260,
    marginLeft: 58,
    marginBottom: 34,
    x: {
      label: say("tune.column.number"),
      labelArrow: "none",
      domain: [-0.5, Math.max(1, last) + 0.5],
      ticks: Math.min(10, last + 1),
      tickFormat: "d",
    },
    y: scoreOptions(),
    marks: [
      Plot.dot(failed, { x: "number", y: () => loss(cap), r: 4, symbol: "times", stroke: FAILED(), strokeWidth: 2 }),
      Plot.dot(
        complete.filter((c) => loss(c.score) > cap),
        { x: "number", y: () => loss(cap), r: 4, symbol: "triangle", fill: css("--soft") },
      ),
      Plot.dot(shown, {
        x: "number",
        y: "score",
        r: 3.6,
        fill: (c) => pageColor(c.score),
        stroke: css("--ink"),
        strokeWidth: 0.7,
      }),
      Plot.line(steps, { x: "number", y: "score", curve: "step-after", stroke: css("--hand"), strokeWidth: 2.2 }),
      Plot.dot(report.best, { x: "number", y: "score", r: 4.5, fill: css("--hand"), stroke: css("--bg") }),
      Plot.dot(shown, Plot.pointer({ x: "number", y: "score", r: 9, stroke: css("--disagree"), strokeWidth: 2.5 })),
    ],
  });
  listen(chart);
  host.append(
    el(
      "figure",
      {
        class: "chart",
        role: "img",
        "aria-label": say(
          "tune.progress.alt",
          metric(),
          score(report.best[0].score),
          score(report.best.at(-1).score),
          report.best.at(-1).number,
        ),
      },
      chart,
    ),
  );
}
