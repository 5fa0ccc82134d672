"use strict";
// Importance
function drawImportance() {
  const host = byId("importance-chart");
  host.replaceChildren();
  if (!report.importances.length) return host.append(el("p", { class: "note" }, say("tune.importance.none")));
  const rows = report.importances.map((i) => ({ ...i, name: labelOf(i.parameter) }));
  const chart = plot({
    width: Math.min(560, room(host)),
    height: 44 + 34 * rows.length,
    marginLeft: 110,
    marginRight: 50,
    x: { domain: [0, 100], label: "%", labelArrow: "none", grid: true, ticks: 5 },
    y: { label: null, domain: rows.map((r) => r.name) },
    marks: [
      Plot.barX(rows, {
        x: (r) => 100 * r.total,
        y: "name",
        fill: css("--hand"),
        fillOpacity: 0.3,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.barX(rows, { x: (r) => 100 * r.share, y: "name", fill: css("--hand"), insetTop: 4, insetBottom: 4 }),
      Plot.text(rows, {
        x: (r) => 100 * r.total,
        y: "name",
        text: (r) => (100 * r.total).toFixed(0) + " %",
        textAnchor: "start",
        dx: 5,
        fill: css("--ink"),
      }),
      Plot.ruleX([0], { stroke: css("--soft") }),
    ],
  });
  const swatch = (opacity) =>
    d3
      .create("svg")
      .attr("width", 16)
      .attr("height", 11)
      .attr("aria-hidden", "true")
      .call((g) =>
        g.append("rect").attr("width", 16).attr("height", 11).attr("fill", css("--hand")).attr("fill-opacity", opacity),
      )
      .node();
  host.append(
    el(
      "figure",
      {
        class: "chart",
        role: "img",
        "aria-label": say(
          "tune.importance.alt",
          rows.map((r) => r.name + " " + percent(r.share) + " / " + percent(r.total)).join(", "),
        ),
      },
      chart,
      el(
        "div",
        { class: "legend" },
        el("span", {}, swatch(1), say("tune.importance.share")),
        el("span", {}, swatch(0.3), say("tune.importance.total")),
      ),
    ),
  );
}
