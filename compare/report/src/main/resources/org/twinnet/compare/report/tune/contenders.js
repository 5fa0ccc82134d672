"use strict";
// Contenders
function drawContenders() {
  const host = byId("contenders-chart");
  if (!host) return;
  host.replaceChildren();
  const rows = proof.contenders
    .filter((c) => c.difference)
    .map((c) => ({ ...c.difference, name: contenderName(c.name) }));
  if (!rows.length) return;
  const unit = accuracy ? 100 : 1;
  const values = rows.flatMap((r) => [unit * r.low, unit * r.high, 0]);
  const [low, high] = d3.extent(values);
  const margin = 0.08 * (high - low || 1);
  const narrow = room(host) < 500;
  const chart = plot({
    width: Math.min(760, room(host)),
    height: 56 + 34 * (rows.length + 1),
    marginLeft: narrow ? 120 : 170,
    marginRight: 24,
    marginBottom: 36,
    x: {
      domain: [low - margin, high + margin],
      label: say("tune.contenders.axis." + report.metric),
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 3 : 6,
    },
    y: { label: null, domain: [contenderName("winner"), ...rows.map((r) => r.name)] },
    marks: [
      Plot.ruleX([0], { stroke: css("--soft"), strokeDasharray: "4 3" }),
      Plot.link(rows, {
        x1: (r) => unit * r.low,
        x2: (r) => unit * r.high,
        y: "name",
        stroke: css("--ink"),
        strokeWidth: 2,
      }),
      Plot.dot(rows, { x: (r) => unit * r.mean, y: "name", r: 5, fill: css("--hand"), stroke: css("--bg") }),
      Plot.dot([0], { x: 0, y: () => contenderName("winner"), r: 10, symbol: "star", fill: "#f5c518", stroke: INK }),
    ],
  });
  host.append(
    el(
      "figure",
      {
        class: "chart",
        role: "img",
        "aria-label": say(
          "tune.contenders.alt",
          rows
            .map((r) => `${r.name} ${number(unit * r.mean)} (${number(unit * r.low)} – ${number(unit * r.high)})`)
            .join(", "),
        ),
      },
      chart,
    ),
  );
}
