"use strict";
// What regularization did
function drawHistograms() {
  const gaps = byId("gap-chart");
  gaps.replaceChildren();
  const share = (c) => (finite(c?.correct) ? (100 * c.correct) / c.total : c);
  const bars = scenarios.flatMap((s) => {
    const a = s.twins.scratch.accuracy ?? s.twins.scratch.rSquared;
    return [
      [false, a.train],
      [true, a.test],
    ]
      .map(([test, c]) => ({ scenario: s.name, test, share: share(c) }))
      .filter((b) => finite(b.share));
  });
  if (bars.length) {
    const least = d3.min(bars, (b) => b.share);
    const lowest = regression ? Math.floor(10 * least - 1) / 10 : Math.max(0, Math.floor(least / 10) * 10 - 10);
    const chart = plot({
      width: Math.min(560, gaps.clientWidth || 560) - 24,
      height: 40 + 34 * scenarios.length,
      marginLeft: 80,
      marginRight: 30,
      x: { domain: [lowest, regression ? 1 : 100], label: regression ? "R²" : "%", grid: true },
      y: { label: null, domain: scenarios.map((s) => s.name) },
      marks: [
        Plot.link(
          d3.groups(bars, (b) => b.scenario).filter(([, v]) => v.length === 2),
          {
            x1: (g) => g[1][0].share,
            x2: (g) => g[1][1].share,
            y: (g) => g[0],
            stroke: css("--soft"),
            strokeWidth: 2,
          },
        ),
        Plot.dot(bars, {
          x: "share",
          y: "scenario",
          r: 6,
          stroke: css("--ink"),
          strokeWidth: 1.5,
          fill: (b) => (b.test ? css("--card") : css("--ink")),
        }),
      ],
    });
    gaps.append(
      el(
        "figure",
        {
          class: "chart",
          role: "img",
          "aria-label": say(regression ? "regularization.gap.fit" : "regularization.gap"),
        },
        chart,
        el(
          "p",
          { class: "note" },
          "● " + say("regularization.train") + (bars.some((b) => b.test) ? "  ○ " + say("regularization.test") : ""),
        ),
      ),
    );
  }
  const histogrammed = regression ? pictured : drawn;
  byId("weights-legend").replaceChildren(
    ...(histogrammed.length
      ? [
          el(
            "span",
            {},
            d3
              .create("svg")
              .attr("width", 18)
              .attr("height", 12)
              .call((g) =>
                g
                  .append("rect")
                  .attr("width", 18)
                  .attr("height", 12)
                  .attr("fill", css("--hand"))
                  .attr("fill-opacity", 0.45),
              )
              .node(),
            say("boundaries.hand"),
          ),
          el("span", {}, key(css("--dl4j"), null), say("boundaries.dl4j")),
        ]
      : []),
  );
  const host = byId("histograms");
  host.replaceChildren();
  host.style.setProperty("--n", Math.max(1, Math.min(3, histogrammed.length)));
  host.classList.toggle("single", histogrammed.length === 1);
  for (const scenario of histogrammed) {
    const column = el("div", { class: "column" }, title(scenario));
    for (const layer of scenario.picture.layers) {
      const { scratch, dl4j } = layer;
      const bins = (w) =>
        w.counts.map((n, i) => ({
          x1: layer.binStart + i * layer.binWidth,
          x2: layer.binStart + (i + 1) * layer.binWidth,
          n,
        }));
      const n =
        histogrammed.length === 1 ? columnsOf(column.isConnected ? column : host.appendChild(column)) : columnsOf(host);
      const width = Math.max(240, (host.clientWidth - 18 * (n - 1)) / n - 24);
      const top = Math.max(
        1,
        d3.max(
          histogrammed.flatMap((s) =>
            s.picture.layers
              .filter((l) => l.layer === layer.layer)
              .flatMap((l) => [...l.scratch.counts, ...l.dl4j.counts]),
          ),
        ) ?? 1,
      );
      const outline = bins(dl4j).flatMap((b) => [
        { x: b.x1, n: b.n },
        { x: b.x2, n: b.n },
      ]);
      const chart = plot({
        width,
        height: 150,
        marginLeft: 36,
        marginRight: 12,
        x: { label: say("regularization.weight"), ticks: 5 },
        y: {
          label: say("regularization.count"),
          domain: [0, top],
          ticks: Math.min(4, top),
          tickFormat: "d",
          grid: true,
        },
        marks: [
          Plot.rectY(bins(scratch), {
            x1: "x1",
            x2: "x2",
            y: "n",
            fill: css("--hand"),
            fillOpacity: 0.45,
            inset: 0.5,
          }),
          Plot.line(outline, { x: "x", y: "n", stroke: css("--dl4j"), strokeWidth: 1.4 }),
          Plot.ruleY([0]),
        ],
      });
      const notes = [say("regularization.norm", fixed(scratch.norm, 2))];
      if (finite(scratch.sparsity))
        notes.push(say("regularization.sparsity", (100 * scratch.sparsity).toFixed(1) + " %"));
      column.append(
        el(
          "figure",
          {
            class: "chart",
            role: "img",
            "aria-label": say(
              "regularization.alt",
              layer.layer,
              scenario.name,
              fixed(scratch.norm, 2),
              fixed(scratch.largest, 2),
            ),
          },
          el(
            "figcaption",
            {},
            el("b", {}, say("regularization.histogram", layer.layer)),
            el("span", { class: "shape" }, notes.join(" · ")),
          ),
          chart,
        ),
      );
    }
    host.append(column);
  }
}
