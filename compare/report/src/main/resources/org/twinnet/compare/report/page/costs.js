"use strict";
// Cost curves
const thousands = (i) => (i < 1000 ? String(i) : d3.format("~s")(i));
const axisX = (last) =>
  state.axis === "log"
    ? {
        type: "log",
        domain: [1, Math.max(2, last + 1)],
        label: say("costs.iteration") + " + 1",
        ticks: 5,
        tickFormat: thousands,
      }
    : {
        domain: [0, Math.max(1, last)],
        label: say("costs.iteration"),
        ticks: Math.min(5, Math.max(1, last)),
        tickFormat: thousands,
      };
const px = (i) => (state.axis === "log" ? i + 1 : i);
const markers = [];
function drawCosts() {
  const host = byId("cost-charts");
  host.replaceChildren();
  host.style.setProperty("--n", Math.max(1, Math.min(3, scenarios.length)));
  markers.length = 0;
  for (const scenario of scenarios) {
    const { scratch, dl4j } = scenario.twins;
    const last = scenario.experiment.iterations - 1;
    const width = Math.max(240, (host.clientWidth - 18 * (columnsOf(host) - 1)) / columnsOf(host) - 24);
    const good = (key) => (c) => finite(c[key]);
    const marks = [Plot.ruleY([0], { stroke: css("--line") })];
    const curve = (costs, key, stroke, dash, w) => {
      const data = costs.filter(good(key));
      const options = {
        x: (c) => px(c.iteration),
        y: key,
        stroke,
        strokeWidth: w,
        strokeDasharray: dash,
        clip: true,
      };
      marks.push(
        data.length > 1 ? Plot.line(data, options) : Plot.dot(data, { ...options, r: dash ? 6 : 3, clip: false }),
      );
    };
    const split = scratch.costs.some((c) => c.penalty > 0);
    if (split) {
      const parts = ["crossEntropy", "penalty"].map((key) => ({ key, end: scratch.costs.filter(good(key)).at(-1) }));
      const low = d3.least(
        parts.filter((p) => p.end),
        (p) => p.end[p.key],
      );
      for (const { key, end } of parts) {
        curve(scratch.costs, key, css("--hand"), null, 1);
        curve(dl4j.costs, key, css("--dl4j"), "3 4", 1);
        if (!end) continue;
        // The lower part is named above its line and the upper one below, so that neither name meets the axis or the cost.
        const left = end.iteration <= last / 2;
        marks.push(
          Plot.text([end], {
            x: (c) => px(c.iteration),
            y: key,
            text: () => say(key === "penalty" ? "costs.penalty" : regression ? "costs.error" : "costs.entropy"),
            textAnchor: left ? "start" : "end",
            dx: left ? 8 : key === low.key ? -4 : -90,
            dy: key === low.key ? -8 : 10,
            fill: css("--soft"),
            stroke: css("--card"),
            strokeWidth: 3,
            fontSize: 11,
          }),
        );
      }
    }
    curve(scratch.costs, "cost", css("--hand"), null, 2);
    curve(dl4j.costs, "cost", css("--dl4j"), "5 5", 2);
    if (scenario.published.length)
      marks.push(
        Plot.dot(scenario.published, {
          x: (c) => px(c.iteration),
          y: "cost",
          r: 5,
          stroke: css("--ink"),
          fill: css("--bg"),
          strokeWidth: 1.5,
          title: (c) => say("costs.published") + " " + c.cost,
        }),
      );
    const all = [...scratch.costs, ...dl4j.costs].map((c) => c.cost).filter(finite);
    const highest = all.length ? Math.min(d3.max(all) * 1.05, Number.MAX_VALUE) || 1 : 1;
    const top = plot({
      width,
      height: 230,
      marginLeft: 42,
      marginRight: 14,
      x: axisX(last),
      y: {
        label: say("costs.cost"),
        grid: true,
        ticks: 5,
        domain: [0, highest],
        tickFormat: unusual(highest) ? short : undefined,
      },
      marks,
    });

    const { compared, equal, points } = scenario.costDifferences;
    const limit = points.filter((p) => finite(p.limit) && p.limit > 0);
    const FLOOR = 1e-17;
    const apart = points.filter((p) => finite(p.difference) && p.difference > 0);
    const upper = Math.max(1e-12, d3.max(apart, (d) => d.difference) ?? 0);
    const band = limit.map((p) => ({ ...p, limit: Math.min(p.limit, upper * 10) }));
    const bottom = plot({
      width,
      height: 170,
      marginLeft: 42,
      marginRight: 14,
      x: axisX(last),
      y: {
        type: "log",
        domain: [FLOOR, upper * 10],
        label: say("costs.difference"),
        ticks: 6,
        tickFormat: (d) => "1e" + Math.round(Math.log10(d)),
      },
      marks: [
        band.length > 1
          ? Plot.areaY(band, {
              x: (p) => px(p.iteration),
              y1: FLOOR,
              y2: "limit",
              fill: css("--soft"),
              fillOpacity: 0.15,
            })
          : Plot.ruleX(band, {
              x: (p) => px(p.iteration),
              y1: FLOOR,
              y2: "limit",
              stroke: css("--soft"),
              strokeOpacity: 0.15,
              strokeWidth: 16,
            }),
        ...(scenario.spread.wholeRun
          ? []
          : [
              Plot.ruleX([px(Math.max(0, scenario.spread.horizon))], {
                stroke: css("--soft"),
                strokeDasharray: "2 3",
              }),
            ]),
        Plot.dot(apart, {
          x: (d) => px(d.iteration),
          y: "difference",
          r: apart.length > 50 ? 1.3 : 3,
          fill: css("--purple"),
        }),
      ],
    });
    const finals = [scratch, dl4j].map((t) => t.costs.at(-1)?.cost ?? null);
    const figure = el("figure", {
      class: "chart",
      role: "img",
      "aria-label": say(
        "costs.alt",
        scenario.name,
        fixed(scratch.costs[0]?.cost, 4),
        fixed(finals[0], 4),
        fixed(finals[1], 4),
        small(scenario.largestCostDifference),
      ),
    });
    figure.append(
      el(
        "figcaption",
        {},
        el("b", {}, scenario.name),
        el(
          "span",
          { class: "shape" },
          key(css("--hand"), null),
          " " + say("boundaries.hand") + "  ",
          key(css("--dl4j"), "5 4"),
          " " + say("boundaries.dl4j"),
        ),
      ),
      top,
      bottom,
      el(
        "p",
        { class: "note" },
        say("costs.equal", count(equal), count(compared)) +
          (scenario.spread.wholeRun ? "" : " · ┆ " + say("costs.beyond", count(scenario.spread.horizon))),
      ),
      el(
        "p",
        { class: "note" },
        "▒ " +
          say("costs.floor") +
          (iterations.length ? " · │ " + say("costs.marker") : "") +
          (scenario.published.length ? " · ○ " + say("costs.published") : ""),
      ),
    );
    host.append(el("div", { class: "column" }, figure));
    for (const chart of [top, bottom]) {
      const svg = chart.tagName === "svg" ? chart : chart.querySelector("svg");
      if (!svg) continue;
      const h = +svg.getAttribute("height");
      const rule = d3
        .select(svg)
        .append("line")
        .attr("class", "marker")
        .attr("y1", 16)
        .attr("y2", h - 28)
        .attr("stroke", css("--ink"))
        .attr("stroke-width", 1.5);
      markers.push({ rule, scale: chart.scale("x") });
    }
  }
  moveMarkers();
}
function moveMarkers() {
  if (!iterations.length) return;
  for (const { rule, scale } of markers) {
    const x = scale.apply(px(iterations[state.step]));
    rule.attr("x1", x).attr("x2", x).attr("data-iteration", iterations[state.step]);
  }
}
