"use strict";
(async () => {
  const report = JSON.parse(document.getElementById("report").textContent);
  const scenarios = report.scenarios;
  // A cost that is not finite as it was reported is drawn as it is from the logit.
  for (const { twins } of scenarios) for (const c of [...twins.scratch.costs, ...twins.dl4j.costs]) c.cost ??= c.fromLogit ?? null;
  const drawn = scenarios.filter((s) => s.picture && s.picture.snapshots.length);

  const state = { step: 0, test: false, axis: "linear", cross: null };
  const steps = drawn.length ? Math.max(...drawn.map((s) => s.picture.snapshots.length)) : 0;
  const iterations = drawn.length
    ? drawn.reduce((a, b) => (a.picture.snapshots.length >= b.picture.snapshots.length ? a : b)).picture.snapshots.map((s) => s.iteration)
    : [];
  const snapshotOf = (s) => s.picture.snapshots[Math.min(state.step, s.picture.snapshots.length - 1)];
  // Not every cost is kept: the last one that is, and its own iteration.
  const costAt = (twin, iteration) => twin.costs[Math.max(0, d3.bisector((c) => c.iteration).right(twin.costs, iteration) - 1)];

  const regularizers = JSON.parse(byId("panels").dataset.regularizers);
  const regularizer = (scenario) => {
    const kinds = regularizers[scenarios.indexOf(scenario)].map(({ key, value }) => say("scenario." + key, value));
    return kinds.length ? kinds.reduce((before, next) => say("scenario.both", before, next)) : say("scenario.none");
  };
  const title = (scenario) => el("h3", {}, el("span", {}, scenario.name, " ", el("small", {}, regularizer(scenario))));
  const percent = (c) => ((100 * c.correct) / c.total).toFixed(1) + " %";

  // ---- decision boundaries
  const panels = [];
  const KINDS = ["hand", "dl4j", "difference"];
  function buildPanels() {
    const host = byId("panels");
    host.replaceChildren();
    panels.length = 0;
    host.style.setProperty("--n", Math.max(1, Math.min(3, drawn.length)));
    host.classList.toggle("single", drawn.length === 1);
    if (!drawn.length) {
      host.append(el("p", { class: "note" }, say("boundaries.none")));
      return;
    }
    for (const scenario of drawn) {
      const column = el("div", { class: "column" }, title(scenario));
      for (const kind of KINDS) {
        const accuracy = el("span", { class: "shape" });
        const shape = el("span", { class: "shape wide" });
        const box = el("div", { class: "panel", tabindex: "0", role: "img" });
        const canvas = el("canvas");
        const svg = d3.create("svg").attr("viewBox", "0 0 400 364").attr("aria-hidden", "true");
        box.append(canvas, svg.node());
        column.append(el("figure", {}, el("figcaption", {}, el("b", {}, say("boundaries." + kind)), accuracy, shape), box));
        const panel = { scenario, kind, accuracy, shape, box, canvas, svg };
        panels.push(panel);
        listen(panel);
      }
      host.append(column);
    }
  }
  async function drawPanel(panel) {
    const { scenario, kind, canvas, svg } = panel;
    const { plane } = scenario.picture;
    const snapshot = snapshotOf(scenario);
    const side = kind === "dl4j" ? snapshot.dl4j : snapshot.scratch;
    const bytes = await field(kind === "difference" ? snapshot.difference : side.field);
    // In packed fields a probability that is no number is 0 and its difference the largest; only networks without a shape hold one.
    const broken = (kind === "difference" ? [snapshot.scratch, snapshot.dl4j] : [side]).filter((s) => !s.shape);
    const [differences, ...fields] = broken.length ? await Promise.all([snapshot.difference, ...broken.map((s) => s.field)].map(field)) : [];
    const missing = (at) => broken.length && differences[at] === 255 && fields.some((f) => f[at] === 0);
    if (snapshotOf(scenario) !== snapshot) return;
    const n = plane.size;
    paintField(canvas, n, bytes, kind === "difference" ? palettes.difference : palettes.probability, missing);

    const s = scales(plane);
    svg.selectAll("*").remove();
    const points = [...(panel.scenario && report.data.trainPoints ? [[report.data.trainPoints, 1]] : [])];
    if (state.test && report.data.testPoints) points.push([report.data.testPoints, 0.45]);
    if (kind !== "difference" || state.test)
      for (const [set, opacity] of kind === "difference" ? points.slice(1) : points)
        examples(svg, s, set, opacity);
    contour(svg, side.contour, s, 2, null);
    if (kind === "difference") contour(svg, snapshot.dl4j.contour, s, 1.6, "4 4");
    axes(svg, s, report.data.features);
    if (state.cross) {
      const x = s.x(state.cross.x), y = s.y(state.cross.y);
      svg.append("path").attr("d", `M${x - 7},${y}h14M${x},${y - 7}v14`).attr("stroke", "#111").attr("stroke-width", 1.5);
    }
    const shape = kind === "difference" ? null : side.shape;
    const { train, test } = side.accuracy;
    panel.accuracy.textContent = kind === "difference" ? "" : say("boundaries.accuracy", percent(train)) + (test ? " · " + say("boundaries.accuracy.test", percent(test)) : "");
    panel.shape.textContent = kind === "difference"
      ? say("boundaries.disagree", count(snapshot.disagreements), count(n * n))
      : shape ? say("boundaries.shape", shape.length.toFixed(2), shape.turning.toFixed(1), shape.pieces) : say("not.finite");
    panel.box.setAttribute("aria-label", say("boundaries.alt", scenario.name, say("boundaries." + kind), count(snapshot.iteration), shape ? shape.pieces : "–", shape ? shape.length.toFixed(2) : "–"));
  }
  async function readPointer(panel, x, y) {
    const { plane } = panel.scenario.picture;
    x = Math.max(plane.minX, Math.min(plane.maxX, x));
    y = Math.max(plane.minY, Math.min(plane.maxY, y));
    state.cross = { x, y };
    const snapshot = snapshotOf(panel.scenario);
    const n = plane.size;
    const at = Math.round(((y - plane.minY) / (plane.maxY - plane.minY)) * (n - 1)) * n + Math.round(((x - plane.minX) / (plane.maxX - plane.minX)) * (n - 1));
    const [p, q, d] = await Promise.all([field(snapshot.scratch.field), field(snapshot.dl4j.field), field(snapshot.difference)]);
    const names = report.data.features;
    const difference = d[at] === 0 ? "0" : "1e" + Math.round(((d[at] - 1) / 254) * 17 - 17);
    byId("pointer").textContent = panel.scenario.name + " · " + say("boundaries.pointer", names[0], told(x), names[Math.min(1, names.length - 1)], told(y), (p[at] / 255).toFixed(2), (q[at] / 255).toFixed(2), difference);
  }
  function listen(panel) {
    const { plane } = panel.scenario.picture;
    panel.box.addEventListener("pointermove", (event) => {
      const r = panel.box.getBoundingClientRect();
      const s = scales(plane);
      readPointer(panel, s.x.invert(((event.clientX - r.left) / r.width) * M.width), s.y.invert(((event.clientY - r.top) / r.height) * M.height));
    });
    panel.box.addEventListener("pointerleave", () => { state.cross = null; byId("pointer").textContent = say("boundaries.pointer.none"); drawBoundaries(); });
    panel.box.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (!move) return;
      event.preventDefault();
      const c = state.cross ?? { x: (plane.minX + plane.maxX) / 2, y: (plane.minY + plane.maxY) / 2 };
      readPointer(panel, c.x + (move[0] * (plane.maxX - plane.minX)) / 40, c.y + (move[1] * (plane.maxY - plane.minY)) / 40);
      drawBoundaries();
    });
  }
  const drawBoundaries = () => Promise.all(panels.map(drawPanel));
  function drawLegend() {
    const host = byId("legend");
    host.replaceChildren();
    if (!drawn.length) return;
    const item = (mark, text) => host.append(el("span", {}, mark, text));
    const mark = (build, w = 26) => { const svg = d3.create("svg").attr("width", w).attr("height", 14); build(svg); return svg.node(); };
    item(mark((g) => g.append("path").attr("d", d3.symbol(d3.symbolCircle, 40)()).attr("transform", "translate(8,7)").attr("fill", "#14589b").attr("stroke", "#fff"), 16), say("boundaries.legend.class0"));
    item(mark((g) => g.append("path").attr("d", d3.symbol(d3.symbolTriangle, 40)()).attr("transform", "translate(8,8)").attr("fill", "#b8430f").attr("stroke", "#fff"), 16), say("boundaries.legend.class1"));
    const stroke = (dash) => mark((g) => g.append("path").attr("d", "M0,7h26").attr("stroke", css("--ink")).attr("stroke-width", 2).attr("stroke-dasharray", dash));
    item(stroke(null), say("boundaries.legend.contour"));
    item(stroke("4 4"), say("boundaries.legend.other"));
    const ramp = (colors, left, right, text) => {
      const canvas = el("canvas", { width: 254, height: 1, style: "" });
      canvas.style.cssText = "width:80px;height:10px;border-radius:3px";
      const c = canvas.getContext("2d");
      for (let i = 0; i < 254; i++) { c.fillStyle = `rgb(${colors[3 * i + 3]},${colors[3 * i + 4]},${colors[3 * i + 5]})`; c.fillRect(i, 0, 1, 1); }
      host.append(el("span", {}, text, " ", left, canvas, right));

    };
    ramp(palettes.probability, "0", "1", say("boundaries.legend.probability"));
    ramp(palettes.difference, "1e-17", "1", say("boundaries.legend.difference"));
    const white = el("span", { class: "swatch" });
    item(white, say("boundaries.legend.equal"));
    if (drawn.some((s) => s.picture.snapshots.some(({ scratch, dl4j }) => !scratch.shape || !dl4j.shape))) {
      const gray = el("span", { class: "swatch" });
      gray.style.background = `rgb(${NO_NUMBER})`;
      item(gray, say("not.finite"));
    }
  }

  // ---- cost curves
  const thousands = (i) => (i < 1000 ? String(i) : d3.format("~s")(i));
  const axisX = (last) => state.axis === "log"
    ? { type: "log", domain: [1, Math.max(2, last + 1)], label: say("costs.iteration") + " + 1", ticks: 5, tickFormat: thousands }
    : { domain: [0, Math.max(1, last)], label: say("costs.iteration"), ticks: Math.min(5, Math.max(1, last)), tickFormat: thousands };
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
        const options = { x: (c) => px(c.iteration), y: key, stroke, strokeWidth: w, strokeDasharray: dash, clip: true };
        marks.push(data.length > 1 ? Plot.line(data, options) : Plot.dot(data, { ...options, r: dash ? 6 : 3, clip: false }));
      };
      const split = scratch.costs.some((c) => c.penalty > 0);
      if (split) {
        const parts = ["crossEntropy", "penalty"].map((key) => ({ key, end: scratch.costs.filter(good(key)).at(-1) }));
        const low = d3.least(parts.filter((p) => p.end), (p) => p.end[p.key]);
        for (const { key, end } of parts) {
          curve(scratch.costs, key, css("--hand"), null, 1);
          curve(dl4j.costs, key, css("--dl4j"), "3 4", 1);
          if (!end) continue;
          // The lower part is named above its line and the upper one below, so that neither name meets the axis or the cost.
          const left = end.iteration <= last / 2;
          marks.push(Plot.text([end], { x: (c) => px(c.iteration), y: key, text: () => say(key === "penalty" ? "costs.penalty" : "costs.entropy"), textAnchor: left ? "start" : "end", dx: left ? 8 : key === low.key ? -4 : -90, dy: key === low.key ? -8 : 10, fill: css("--soft"), stroke: css("--card"), strokeWidth: 3, fontSize: 11 }));
        }
      }
      curve(scratch.costs, "cost", css("--hand"), null, 2);
      curve(dl4j.costs, "cost", css("--dl4j"), "5 5", 2);
      if (scenario.published.length) marks.push(Plot.dot(scenario.published, { x: (c) => px(c.iteration), y: "cost", r: 5, stroke: css("--ink"), fill: css("--bg"), strokeWidth: 1.5, title: (c) => say("costs.published") + " " + c.cost }));
      const all = [...scratch.costs, ...dl4j.costs].map((c) => c.cost).filter(finite);
      const top = plot({ width, height: 230, marginLeft: 42, marginRight: 14, x: axisX(last), y: { label: say("costs.cost"), grid: true, ticks: 5, domain: [0, all.length ? d3.max(all) * 1.05 || 1 : 1] }, marks });

      const { compared, equal, points } = scenario.costDifferences;
      const limit = points.filter((p) => finite(p.limit) && p.limit > 0);
      const FLOOR = 1e-17;
      const apart = points.filter((p) => finite(p.difference) && p.difference > 0);
      const upper = Math.max(1e-12, d3.max(apart, (d) => d.difference) ?? 0);
      const band = limit.map((p) => ({ ...p, limit: Math.min(p.limit, upper * 10) }));
      const bottom = plot({
        width, height: 170, marginLeft: 42, marginRight: 14, x: axisX(last),
        y: { type: "log", domain: [FLOOR, upper * 10], label: say("costs.difference"), ticks: 6, tickFormat: (d) => "1e" + Math.round(Math.log10(d)) },
        marks: [
          band.length > 1
            ? Plot.areaY(band, { x: (p) => px(p.iteration), y1: FLOOR, y2: "limit", fill: css("--soft"), fillOpacity: 0.15 })
            : Plot.ruleX(band, { x: (p) => px(p.iteration), y1: FLOOR, y2: "limit", stroke: css("--soft"), strokeOpacity: 0.15, strokeWidth: 16 }),
          ...(scenario.spread.wholeRun ? [] : [Plot.ruleX([px(Math.max(0, scenario.spread.horizon))], { stroke: css("--soft"), strokeDasharray: "2 3" })]),
          Plot.dot(apart, { x: (d) => px(d.iteration), y: "difference", r: apart.length > 50 ? 1.3 : 3, fill: css("--purple") }),
        ],
      });
      const finals = [scratch, dl4j].map((t) => t.costs.at(-1)?.cost ?? null);
      const figure = el("figure", { class: "chart", role: "img", "aria-label": say("costs.alt", scenario.name, fixed(scratch.costs[0]?.cost, 4), fixed(finals[0], 4), fixed(finals[1], 4), small(scenario.largestCostDifference)) });
      figure.append(el("figcaption", {}, el("b", {}, scenario.name), el("span", { class: "shape" }, key(css("--hand"), null), " " + say("boundaries.hand") + "  ", key(css("--dl4j"), "5 4"), " " + say("boundaries.dl4j"))), top, bottom,
        el("p", { class: "note" }, say("costs.equal", count(equal), count(compared)) + (scenario.spread.wholeRun ? "" : " · " + say("costs.beyond", count(scenario.spread.horizon)))),
        el("p", { class: "note" }, "▒ " + say("costs.floor") + (scenario.published.length ? " · ○ " + say("costs.published") : "")));
      host.append(el("div", { class: "column" }, figure));
      for (const chart of [top, bottom]) {
        const svg = chart.tagName === "svg" ? chart : chart.querySelector("svg");
        if (!svg) continue;
        const h = +svg.getAttribute("height");
        const rule = d3.select(svg).append("line").attr("class", "marker").attr("y1", 16).attr("y2", h - 28).attr("stroke", css("--ink")).attr("stroke-opacity", 0.6).attr("stroke-dasharray", "2 3");
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

  // ---- what regularization did
  function drawHistograms() {
    const gaps = byId("gap-chart");
    gaps.replaceChildren();
    const bars = scenarios.flatMap((s) => {
      const a = s.twins.scratch.accuracy;
      return [[false, a.train], [true, a.test]].filter(([, c]) => c).map(([test, c]) => ({ scenario: s.name, test, share: (100 * c.correct) / c.total }));
    });
    if (bars.length) {
      const lowest = Math.max(0, Math.floor(d3.min(bars, (b) => b.share) / 10) * 10 - 10);
      const chart = plot({
        width: Math.min(560, gaps.clientWidth || 560) - 24, height: 40 + 34 * scenarios.length, marginLeft: 80, marginRight: 30,
        x: { domain: [lowest, 100], label: "%", grid: true }, y: { label: null, domain: scenarios.map((s) => s.name) },
        marks: [Plot.link(d3.groups(bars, (b) => b.scenario).filter(([, v]) => v.length === 2), { x1: (g) => g[1][0].share, x2: (g) => g[1][1].share, y: (g) => g[0], stroke: css("--soft"), strokeWidth: 2 }), Plot.dot(bars, { x: "share", y: "scenario", r: 6, stroke: css("--ink"), strokeWidth: 1.5, fill: (b) => (b.test ? css("--card") : css("--ink")) })],
      });
      gaps.append(el("figure", { class: "chart", role: "img", "aria-label": say("regularization.gap") }, chart, el("p", { class: "note" }, "● " + say("regularization.train") + (bars.some((b) => b.test) ? "  ○ " + say("regularization.test") : ""))));
    }
    byId("weights-legend").replaceChildren(...(drawn.length ? [
      el("span", {}, d3.create("svg").attr("width", 18).attr("height", 12).call((g) => g.append("rect").attr("width", 18).attr("height", 12).attr("fill", css("--hand")).attr("fill-opacity", 0.45)).node(), say("boundaries.hand")),
      el("span", {}, key(css("--dl4j"), null), say("boundaries.dl4j")),
    ] : []));
    const host = byId("histograms");
    host.replaceChildren();
    host.style.setProperty("--n", Math.max(1, Math.min(3, drawn.length)));
    host.classList.toggle("single", drawn.length === 1);
    for (const scenario of drawn) {
      const column = el("div", { class: "column" }, title(scenario));
      for (const layer of scenario.picture.layers) {
        const { scratch, dl4j } = layer;
        const bins = (w) => w.counts.map((n, i) => ({ x1: layer.binStart + i * layer.binWidth, x2: layer.binStart + (i + 1) * layer.binWidth, n }));
        const n = drawn.length === 1 ? columnsOf(column.isConnected ? column : host.appendChild(column)) : columnsOf(host);
        const width = Math.max(240, (host.clientWidth - 18 * (n - 1)) / n - 24);
        const top = Math.max(1, d3.max(drawn.flatMap((s) => s.picture.layers.filter((l) => l.layer === layer.layer).flatMap((l) => [...l.scratch.counts, ...l.dl4j.counts]))) ?? 1);
        const outline = bins(dl4j).flatMap((b) => [{ x: b.x1, n: b.n }, { x: b.x2, n: b.n }]);
        const chart = plot({
          width, height: 150, marginLeft: 36, marginRight: 12, x: { label: say("regularization.weight"), ticks: 5 }, y: { label: say("regularization.count"), domain: [0, top], ticks: Math.min(4, top), tickFormat: "d", grid: true },
          marks: [Plot.rectY(bins(scratch), { x1: "x1", x2: "x2", y: "n", fill: css("--hand"), fillOpacity: 0.45, inset: 0.5 }), Plot.line(outline, { x: "x", y: "n", stroke: css("--dl4j"), strokeWidth: 1.4 }), Plot.ruleY([0])],
        });
        const notes = [say("regularization.norm", fixed(scratch.norm, 2))];
        if (finite(scratch.sparsity)) notes.push(say("regularization.sparsity", (100 * scratch.sparsity).toFixed(1) + " %"));
        column.append(el("figure", { class: "chart", role: "img", "aria-label": say("regularization.alt", layer.layer, scenario.name, fixed(scratch.norm, 2), fixed(scratch.largest, 2)) },
          el("figcaption", {}, el("b", {}, say("regularization.histogram", layer.layer)), el("span", { class: "shape" }, notes.join(" · "))), chart));
      }
      host.append(column);
    }
  }

  // ---- controls
  const slider = byId("slider");
  slider.max = Math.max(0, steps - 1);
  slider.disabled = steps < 2;
  byId("play").disabled = steps < 2;
  if (!report.data.testPoints) byId("show-test").closest("label").hidden = true;
  function describe() {
    if (!iterations.length) return;
    const iteration = iterations[state.step];
    const one = drawn.map((s) => s.name + " " + fixed(costAt(s.twins.scratch, iteration).cost, 4) + " / " + fixed(costAt(s.twins.dl4j, iteration).cost, 4));
    const { scratch, dl4j } = drawn[0].twins;
    const kept = count(costAt(scratch, iteration).iteration);
    byId("at").textContent = say("boundaries.now", count(iteration), one.join(" · "), kept);
    slider.setAttribute("aria-valuetext", say("boundaries.at", count(iteration), fixed(costAt(scratch, iteration).cost, 4), fixed(costAt(dl4j, iteration).cost, 4), kept));
  }
  async function go(step) {
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
  slider.addEventListener("input", () => { stop(); go(+slider.value); });
  byId("play").addEventListener("click", () => {
    if (timer) return stop();
    if (state.step >= steps - 1) go(0);
    byId("play").textContent = say("boundaries.pause");
    timer = setInterval(() => (state.step >= steps - 1 ? stop() : go(state.step + 1)), 180);
  });
  byId("show-test").addEventListener("change", (e) => { state.test = e.target.checked; drawBoundaries(); });
  for (const radio of document.querySelectorAll("input[name=axis]")) radio.addEventListener("change", () => { state.axis = radio.value; drawCosts(); });
  byId("only-differences").addEventListener("change", (e) => byId("ladder").classList.toggle("only", e.target.checked));
  function relabel() {
    document.title = say("page.title", say("verdict." + report.verdict));
    byId("play").textContent = say(timer ? "boundaries.pause" : "boundaries.play");
    byId("pointer").textContent = say("boundaries.pointer.none");
  }
  controls(report.provenance.command, relabel, drawAll);
  addEventListener("beforeprint", () => document.querySelectorAll("#ladder details:not(.agree)").forEach((d) => (d.open = true)));
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; drawCosts(); drawHistograms(); } });

  async function drawAll() {
    buildPanels();
    drawLegend();
    drawCosts();
    drawHistograms();
    await go(state.step);
    root.dataset.ready = "true";
  }
  state.step = Math.max(0, steps - 1);
  await drawAll();
})();
