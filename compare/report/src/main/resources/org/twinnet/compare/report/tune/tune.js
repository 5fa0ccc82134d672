"use strict";
(async () => {
  const report = JSON.parse(document.getElementById("report").textContent);
  const { candidates, parameters, surface, proof } = report;
  const accuracy = report.metric === "accuracy";
  const loss = (score) => (accuracy ? -score : score);
  const metric = () => say("tune.metric." + report.metric);
  const number = (x) => String(+x.toPrecision(4));
  const score = (x) => (!finite(x) ? "–" : accuracy ? (100 * x).toFixed(1) + " %" : x.toFixed(4));
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
    say("tune.pointer", c.number, listed(Object.entries(c.setting).map(([key, value]) => settingText(key, value, "value"))),
      c.status === "failed" ? c.failure : c.status === "stopped" ? say("tune.pointer.stopped", count(c.rungs.at(-1)?.iterations ?? 0), score(c.rungs.at(-1)?.score)) : metric() + " " + score(c.score));

  // While a window changes its size, an element can be without any width for a moment.
  const room = (host) => Math.max(280, host.clientWidth);

  // ---- axes: every parameter goes from 0 to 1, as the search saw it
  const axisOf = (parameter) => {
    const tick = (at, text) => ({ at, text });
    if (finite(parameter.from)) {
      const { from, to, logarithmic } = parameter;
      const scale = (logarithmic ? d3.scaleLog : d3.scaleLinear)([from, to], [0, 1]).clamp(true);
      const powers = d3.range(Math.floor(Math.log10(from)), Math.ceil(Math.log10(to)) + 1);
      const inside = (steps) => powers.flatMap((k) => steps.map((s) => +(s + "e" + k))).filter((v) => v >= from && v <= to);
      const values = !logarithmic ? scale.ticks(6) : inside([1]).length > 2 ? inside([1]) : inside([1, 2, 5]);
      return { parameter, min: from, max: to, choices: 0, at: (v) => (v < from || v > to ? null : scale(v)), ticks: values.map((v) => tick(scale(v), number(v))) };
    }
    const values = parameter.numeric ? parameter.values.map(Number).sort(d3.ascending) : parameter.values;
    const middle = (k) => (k + 0.5) / values.length;
    const at = (v) => {
      const k = values.indexOf(v);
      if (k >= 0 || !parameter.numeric) return k < 0 ? null : middle(k);
      const above = values.findIndex((x) => x > v);
      if (above <= 0) return null;
      return middle(above - 1) + ((v - values[above - 1]) / (values[above] - values[above - 1])) / values.length;
    };
    return { parameter, min: values[0], max: values.at(-1), choices: values.length, at, ticks: values.map((v, k) => tick(middle(k), typeof v === "number" ? number(v) : v)) };
  };
  const axesOf = new Map(searched.map((p) => [p.key, axisOf(p)]));
  // Candidates of one choice stand side by side within its part.
  const valueOn = ({ parameter }, c) => (parameter.numeric ? c.setting[parameter.key] : valueText(c.setting[parameter.key]));
  const place = (axis, c) => axis.at(valueOn(axis, c)) + (axis.choices ? ((((c.number * 0.618) % 1) - 0.5) * 0.6) / axis.choices : 0);
  const axisOptions = (axis) => ({
    domain: [0, 1], label: nameOf(axis.parameter), labelArrow: "none", ticks: axis.ticks.map((t) => t.at), tickFormat: (at) => axis.ticks.find((t) => t.at === at)?.text ?? "",
  });

  // ---- colour of a score: the best dark, the worst tenth all alike
  const STOPS = ["#0b4f4a", "#2f8f83", "#93cbb3", "#efe9cf", "#e6cda6"];
  const losses = complete.map((c) => loss(c.score)).sort(d3.ascending);
  const best = losses[0] ?? 0;
  const worst = d3.quantile(losses, 0.9) ?? 1;
  // Without the surface behind it, a mark has to stand out from a dark page as well: there the best is bright.
  const BRIGHT = ["#8af2dc", "#4fc3ad", "#3f8f81", "#77705a", "#5f5140"];
  const rampOf = (stops) => d3.scaleLinear(stops.map((_, i) => i / (stops.length - 1)), stops).clamp(true);
  const share = (x) => (worst > best ? (loss(x) - best) / (worst - best) : 0);
  const color = (x) => rampOf(STOPS)(share(x));
  const onPage = () => (dark() ? BRIGHT : STOPS);
  const pageColor = (x) => rampOf(onPage())(share(x));
  const INK = "#1b2733", FAILED = () => css("--disagree");

  let current = null;
  function highlight(c) {
    if (current === c) return;
    current = c;
    byId("pointer").textContent = c ? describe(c) : say("tune.pointer.none");
    for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
    if (c) for (const node of document.querySelectorAll(`[data-number="${c.number}"]`)) node.classList.add("lit");
  }
  const listen = (chart) => chart.addEventListener("input", () => highlight(chart.value ?? null));

  // ---- map
  const edges = (at) => [0, ...d3.pairs(at, (a, b) => (a + b) / 2), 1];
  function drawMap() {
    const host = byId("map-chart");
    host.replaceChildren();
    drawMapLegend();
    if (!candidates.length) return;
    if (mapped.length < 2) return drawSlices(host);
    const [x, y] = mapped.map((p) => axesOf.get(p.key));
    const ink = surface ? INK : css("--ink");
    const halo = surface ? "#fff" : css("--bg");
    const cells = [];
    if (surface) {
      const columns = edges(surface.columns.map(x.at)), rows = edges(surface.rows.map(y.at));
      surface.scores.forEach((row, r) => row.forEach((s, k) => finite(s) && cells.push({ x1: columns[k], x2: columns[k + 1], y1: rows[r], y2: rows[r + 1], s })));
    }
    const at = { x: (c) => place(x, c), y: (c) => place(y, c) };
    const marks = [], labels = [];
    // Neighbouring cells overlap a little, so that no background shines through between them.
    if (cells.length) marks.push(Plot.rect(cells, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: (d) => color(d.s), stroke: (d) => color(d.s), strokeWidth: 0.6 }));
    const meets = (axis) => axis.parameter.key in advised && advised[axis.parameter.key][0] <= axis.max && advised[axis.parameter.key][1] >= axis.min;
    const clamp = (axis, v) => axis.at(Math.max(axis.min, Math.min(axis.max, v)));
    if (meets(x) && meets(y)) {
      const [[x1, x2], [y1, y2]] = [x, y].map((axis) => advised[axis.parameter.key].map((v) => clamp(axis, v)));
      const box = { x1, x2, y1, y2 };
      const sides = { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "none" };
      marks.push(Plot.rect([box], { ...sides, stroke: halo, strokeWidth: 4, strokeOpacity: 0.8 }), Plot.rect([box], { ...sides, stroke: ink, strokeWidth: 1.6, strokeDasharray: "6 4" }));
      labels.push(Plot.text([box], { x: "x1", y: "y2", text: () => say("tune.map.advice"), className: surface ? "on-surface" : "on-page", textAnchor: "start", dx: 6, dy: 11, fill: ink, stroke: halo, strokeWidth: 4, fontSize: 12 }));
    }
    marks.push(
      Plot.dot(stopped, { ...at, r: 3, stroke: halo, strokeWidth: 3, fill: "none" }), Plot.dot(stopped, { ...at, r: 3, stroke: ink, strokeWidth: 1.2, fill: "none" }),
      Plot.dot(failed, { ...at, r: 4.5, symbol: "times", stroke: halo, strokeWidth: 5 }), Plot.dot(failed, { ...at, r: 4.5, symbol: "times", stroke: "#a8321c", strokeWidth: 2.2 }),
      Plot.dot(complete, { ...at, r: 6.4, fill: halo }), Plot.dot(complete, { ...at, r: 5, fill: (c) => (surface ? color : pageColor)(c.score), stroke: ink, strokeWidth: 0.9 }));
    const [px, py] = [x, y].map((axis) => (axis.parameter.key in published ? axis.at(published[axis.parameter.key]) : null));
    if (px !== null && py !== null) {
      const there = [{ x: px, y: py }];
      const square = { x: "x", y: "y", r: 8, symbol: "square", fill: "none" };
      labels.push(
        Plot.dot(there, { ...square, stroke: halo, strokeWidth: 5 }), Plot.dot(there, { ...square, stroke: ink, strokeWidth: 2 }),
        Plot.text(there, { x: "x", y: "y", text: () => say("tune.map.published"), className: surface ? "on-surface" : "on-page", textAnchor: "middle", dy: -19, fill: ink, stroke: halo, strokeWidth: 4, fontSize: 12 }));
    }
    if (winner) marks.push(Plot.dot([winner], { ...at, r: 11, symbol: "star", fill: "#f5c518", stroke: INK, strokeWidth: 1.4 }));
    marks.push(...labels, Plot.dot(candidates, Plot.pointer({ ...at, r: 10, stroke: css("--disagree"), strokeWidth: 2.5, fill: "none" })));
    const width = Math.min(860, room(host) - 2);
    const chart = plot({ width, height: Math.max(320, Math.min(480, width * 0.62)), marginLeft: 52, marginRight: 14, marginBottom: 38, x: axisOptions(x), y: axisOptions(y), marks });
    listen(chart);
    host.append(el("figure", { class: "chart", role: "img", "aria-label": say("tune.map.alt", nameOf(x.parameter), nameOf(y.parameter), complete.length, winner ? describe(winner) : "–") }, chart));
  }
  // Where no two numbers were searched, the score over each parameter.
  function drawSlices(host) {
    if (!complete.length) return;
    for (const axis of axesOf.values()) {
      const width = Math.min(560, room(host) - 2);
      const shown = complete.filter((c) => loss(c.score) <= cap);
      const chart = plot({
        width, height: 300, marginLeft: 58, marginBottom: 38, x: axisOptions(axis), y: scoreOptions(),
        marks: [Plot.dot(shown, { x: (c) => place(axis, c), y: "score", r: 5, fill: (c) => pageColor(c.score), stroke: css("--ink"), strokeWidth: 0.9 }),
          Plot.dot(complete.filter((c) => loss(c.score) > cap), { x: (c) => place(axis, c), y: () => loss(cap), r: 4, symbol: "triangle", fill: css("--soft") }),
          ...(winner ? [Plot.dot([winner], { x: (c) => place(axis, c), y: "score", r: 11, symbol: "star", fill: "#f5c518", stroke: INK, strokeWidth: 1.4 })] : []),
          Plot.dot(shown, Plot.pointer({ x: (c) => place(axis, c), y: "score", r: 10, stroke: css("--disagree"), strokeWidth: 2.5 }))],
      });
      listen(chart);
      host.append(el("figure", { class: "chart", role: "img", "aria-label": say("tune.slice.alt", metric(), nameOf(axis.parameter)) }, chart));
    }
  }
  function drawMapLegend() {
    const host = byId("map-legend");
    host.replaceChildren();
    const item = (build, text, w = 18) => {
      const svg = d3.create("svg").attr("width", w).attr("height", 16);
      build(svg.append("g").attr("transform", `translate(${w / 2},8)`));
      host.append(el("span", {}, svg.node(), text));
    };
    const map = mapped.length === 2;
    if (complete.length) {
      const bar = el("span", { class: "ramp" });
      bar.style.background = `linear-gradient(to right, ${(surface ? STOPS : onPage()).join(", ")})`;
      host.append(el("span", {}, (surface ? say("tune.legend.score", metric()) : metric()) + " ", score(loss(best)), bar, say("tune.legend.worse", score(loss(worst)))));
      item((g) => g.append("circle").attr("r", 5).attr("fill", (surface ? color : pageColor)(complete[0].score)).attr("stroke", css("--ink")), say("tune.legend.complete"));
    }
    if (map && stopped.length) item((g) => g.append("circle").attr("r", 3).attr("fill", "none").attr("stroke", css("--ink")), say("tune.status.stopped"));
    if (map && failed.length) item((g) => g.append("path").attr("d", "M-4,-4L4,4M4,-4L-4,4").attr("stroke", FAILED()).attr("stroke-width", 2), say("tune.status.failed"));
    if (winner) item((g) => g.append("path").attr("d", d3.symbol(d3.symbolStar, 110)()).attr("fill", "#f5c518").attr("stroke", INK), say("tune.contender.winner"));
  }

  // ---- scores along an axis; what is far worse than the others stands at the edge
  const cap = losses.length ? Math.max(worst, losses[0]) + 0.15 * (worst - losses[0] || Math.abs(losses[0]) || 1) : 1;
  const scoreOptions = () => ({ label: metric(), grid: true, ticks: 5, domain: d3.extent([loss(cap), loss((losses[0] ?? 0) - 0.06 * (cap - (losses[0] ?? 0)))]), tickFormat: (v) => (accuracy ? (100 * v).toFixed(0) + " %" : String(+v.toPrecision(4))) });
  function drawProgress() {
    const host = byId("progress-chart");
    host.replaceChildren();
    if (!complete.length) return host.append(el("p", { class: "note" }, say("tune.progress.none")));
    const width = Math.min(1190, room(host));
    const last = d3.max(candidates, (c) => c.number);
    const steps = [...report.best, ...(last > report.best.at(-1).number ? [{ number: last, score: report.best.at(-1).score }] : [])];
    const shown = complete.filter((c) => loss(c.score) <= cap);
    const chart = plot({
      width, height: 260, marginLeft: 58, marginBottom: 34, x: { label: say("tune.column.number"), labelArrow: "none", domain: [-0.5, Math.max(1, last) + 0.5], ticks: Math.min(10, last + 1), tickFormat: "d" }, y: scoreOptions(),
      marks: [
        Plot.dot(failed, { x: "number", y: () => loss(cap), r: 4, symbol: "times", stroke: FAILED(), strokeWidth: 2 }),
        Plot.dot(complete.filter((c) => loss(c.score) > cap), { x: "number", y: () => loss(cap), r: 4, symbol: "triangle", fill: css("--soft") }),
        Plot.dot(shown, { x: "number", y: "score", r: 3.6, fill: (c) => pageColor(c.score), stroke: css("--ink"), strokeWidth: 0.7 }),
        Plot.line(steps, { x: "number", y: "score", curve: "step-after", stroke: css("--hand"), strokeWidth: 2.2 }),
        Plot.dot(report.best, { x: "number", y: "score", r: 4.5, fill: css("--hand"), stroke: css("--bg") }),
        Plot.dot(shown, Plot.pointer({ x: "number", y: "score", r: 9, stroke: css("--disagree"), strokeWidth: 2.5 })),
      ],
    });
    listen(chart);
    host.append(el("figure", { class: "chart", role: "img", "aria-label": say("tune.progress.alt", metric(), score(report.best[0].score), score(report.best.at(-1).score), report.best.at(-1).number) }, chart));
  }

  // ---- parallel coordinates
  function drawParallel() {
    const host = byId("parallel-chart");
    host.replaceChildren();
    const axes = [...axesOf.values()];
    if (!axes.length || !candidates.length) return host.append(el("p", { class: "note" }, say("tune.parallel.none")));
    const width = Math.min(1190, room(host)), height = 300, top = 34, bottom = height - 16, left = 54, right = width - 66;
    const x = (i) => left + ((right - left) * i) / axes.length;
    const y = d3.scaleLinear([0, 1], [bottom, top]);
    const goodness = d3.scaleLinear([cap, losses[0] ?? 0], [0, 1]).clamp(true);
    const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height).attr("aria-hidden", "true");
    const lines = candidates.map((c) => {
      const points = axes.map((axis, i) => [x(i), y(place(axis, c))]);
      if (finite(c.score)) points.push([x(axes.length), y(cap > losses[0] ? goodness(loss(c.score)) : 1)]);
      return { c, points };
    });
    // The best on top of the others.
    const rank = (c) => (finite(c.score) ? -loss(c.score) : -Infinity);
    for (const { c, points } of [...lines].sort((a, b) => d3.ascending(rank(a.c), rank(b.c))))
      svg.append("path").datum(c).attr("data-number", c.number).attr("class", "way " + c.status + (c === winner ? " best" : ""))
        .attr("d", d3.line()(points.length > 1 ? points : [points[0], [points[0][0] + 14, points[0][1]]])).attr("stroke", finite(c.score) ? pageColor(c.score) : null);
    const text = (px, py, words, anchor, size = 11) => svg.append("text").attr("x", px).attr("y", py).attr("text-anchor", anchor).attr("font-size", size).text(words);
    axes.forEach((axis, i) => {
      svg.append("path").attr("class", "axis").attr("d", `M${x(i)},${top}V${bottom}`);
      text(x(i), 16, nameOf(axis.parameter), i ? "middle" : "start", 12.5);
      for (const t of axis.ticks) text(x(i) - 6, y(t.at) + 4, t.text, "end");
    });
    svg.append("path").attr("class", "axis").attr("d", `M${x(axes.length)},${top}V${bottom}`);
    text(width, 16, metric(), "end", 12.5);
    if (losses.length) {
      text(right + 6, top + 4, score(loss(losses[0])), "start");
      text(right + 6, bottom + 4, score(loss(cap)), "start");
    }
    svg.on("pointermove", (event) => {
      const [px, py] = d3.pointer(event);
      let nearest = null, least = 14;
      for (const { c, points } of lines)
        for (const [[x1, y1], [x2, y2]] of d3.pairs(points)) {
          if (px < x1 || px > x2) continue;
          const distance = Math.abs(y1 + ((y2 - y1) * (px - x1)) / (x2 - x1) - py);
          if (distance < least) { least = distance; nearest = c; }
        }
      highlight(nearest);
    }).on("pointerleave", () => highlight(null));
    host.append(el("figure", { class: "chart parallel", role: "img", "aria-label": say("tune.parallel.alt", candidates.length, winner ? describe(winner) : "–") }, svg.node()));
  }

  // ---- importance
  function drawImportance() {
    const host = byId("importance-chart");
    host.replaceChildren();
    if (!report.importances.length) return host.append(el("p", { class: "note" }, say("tune.importance.none")));
    const rows = report.importances.map((i) => ({ ...i, name: labelOf(i.parameter) }));
    const chart = plot({
      width: Math.min(560, room(host)), height: 44 + 34 * rows.length, marginLeft: 110, marginRight: 50, x: { domain: [0, 100], label: "%", labelArrow: "none", grid: true, ticks: 5 }, y: { label: null, domain: rows.map((r) => r.name) },
      marks: [
        Plot.barX(rows, { x: (r) => 100 * r.total, y: "name", fill: css("--hand"), fillOpacity: 0.3, insetTop: 4, insetBottom: 4 }),
        Plot.barX(rows, { x: (r) => 100 * r.share, y: "name", fill: css("--hand"), insetTop: 4, insetBottom: 4 }),
        Plot.text(rows, { x: (r) => 100 * r.total, y: "name", text: (r) => (100 * r.total).toFixed(0) + " %", textAnchor: "start", dx: 5, fill: css("--ink") }),
        Plot.ruleX([0], { stroke: css("--soft") }),
      ],
    });
    const swatch = (opacity) => d3.create("svg").attr("width", 16).attr("height", 11).attr("aria-hidden", "true").call((g) => g.append("rect").attr("width", 16).attr("height", 11).attr("fill", css("--hand")).attr("fill-opacity", opacity)).node();
    host.append(el("figure", { class: "chart", role: "img", "aria-label": say("tune.importance.alt", rows.map((r) => r.name + " " + percent(r.share) + " / " + percent(r.total)).join(", ")) }, chart,
      el("div", { class: "legend" }, el("span", {}, swatch(1), say("tune.importance.share")), el("span", {}, swatch(0.3), say("tune.importance.total")))));
  }

  // ---- contenders
  function drawContenders() {
    const host = byId("contenders-chart");
    if (!host) return;
    host.replaceChildren();
    const rows = proof.contenders.filter((c) => c.difference).map((c) => ({ ...c.difference, name: contenderName(c.name) }));
    if (!rows.length) return;
    const unit = accuracy ? 100 : 1;
    const values = rows.flatMap((r) => [unit * r.low, unit * r.high, 0]);
    const [low, high] = d3.extent(values);
    const margin = 0.08 * (high - low || 1);
    const narrow = room(host) < 500;
    const chart = plot({
      width: Math.min(760, room(host)), height: 56 + 34 * (rows.length + 1), marginLeft: narrow ? 120 : 170, marginRight: 24, marginBottom: 36,
      x: { domain: [low - margin, high + margin], label: say(accuracy ? "tune.contenders.axis.accuracy" : "tune.contenders.axis"), labelArrow: "none", grid: true, ticks: narrow ? 3 : 6 }, y: { label: null, domain: [contenderName("winner"), ...rows.map((r) => r.name)] },
      marks: [Plot.ruleX([0], { stroke: css("--soft"), strokeDasharray: "4 3" }), Plot.link(rows, { x1: (r) => unit * r.low, x2: (r) => unit * r.high, y: "name", stroke: css("--ink"), strokeWidth: 2 }),
        Plot.dot(rows, { x: (r) => unit * r.mean, y: "name", r: 5, fill: css("--hand"), stroke: css("--bg") }), Plot.dot([0], { x: 0, y: () => contenderName("winner"), r: 10, symbol: "star", fill: "#f5c518", stroke: INK })],
    });
    host.append(el("figure", { class: "chart", role: "img", "aria-label": say("tune.contenders.alt", rows.map((r) => `${r.name} ${number(unit * r.mean)} (${number(unit * r.low)} – ${number(unit * r.high)})`).join(", ")) }, chart));
  }

  // ---- twins: boundaries and costs
  async function drawTwins() {
    const host = byId("twins-charts");
    if (!host) return;
    host.replaceChildren();
    const drawn = proof.twins.filter((t) => t.end || ["winner", "none", "published", "advice"].includes(t.name));
    host.style.setProperty("--n", Math.max(1, Math.min(4, drawn.length)));
    const costs = drawn.flatMap((t) => [...t.scratch, ...t.dl4j]).map((c) => c.cost).filter(finite);
    const highest = d3.max(costs) ?? 1;
    for (const twins of drawn) {
      const apart = Object.keys(twins.setting).filter((key) => key in published);
      const brief = listed(apart.map((key) => settingText(key, twins.setting[key], "brief", "value")));
      const column = el("div", { class: "column" }, el("h3", {}, el("span", {}, contenderName(twins.name), el("small", {}, brief)), el("span", { class: "badge " + twins.verdict }, say("verdict." + twins.verdict))));
      host.append(column);
      if (twins.end) column.append(await boundary(twins));
      column.append(costChart(twins, highest, column.clientWidth));
    }
    const legend = byId("twins-legend");
    legend.replaceChildren();
    if (drawn.length) legend.append(el("span", {}, key(css("--ink"), null), say("boundaries.hand")), el("span", {}, key("#c8501e", "5 4"), say("boundaries.dl4j")), el("span", {}, say("tune.twins.legend")));
  }
  async function boundary(twins) {
    const { plane, end } = twins;
    const box = el("div", { class: "panel", role: "img", "aria-label": say("tune.twins.alt", contenderName(twins.name), end.scratch.shape?.pieces ?? "–", fixed(end.scratch.shape?.length, 2)) });
    const canvas = el("canvas");
    const svg = d3.create("svg").attr("viewBox", `0 0 ${M.width} ${M.height}`).attr("aria-hidden", "true");
    box.append(canvas, svg.node());
    paintField(canvas, plane.size, await field(end.scratch.field), palettes.probability);
    const s = scales(plane);
    if (report.data.trainPoints) examples(svg, s, report.data.trainPoints, 0.75);
    contour(svg, end.scratch.contour, s, 2.4, null);
    svg.append("path").attr("class", "contour").attr("d", line(end.dl4j.contour, s)).attr("fill", "none").attr("stroke", "#c8501e").attr("stroke-width", 1.8).attr("stroke-dasharray", "5 4");
    axes(svg, s, report.data.features, 12.5);
    const accuracies = ({ train, test }) => say("boundaries.accuracy", percent(train.correct / train.total)) + (test ? " · " + say("boundaries.accuracy.test", percent(test.correct / test.total)) : "");
    return el("figure", {}, el("figcaption", {}, el("span", { class: "shape wide" }, accuracies(end.scratch.accuracy))), box);
  }
  function costChart(twins, highest, width) {
    const good = (costs) => costs.filter((c) => finite(c.cost));
    const curve = (costs, stroke, dash) => (costs.length > 1 ? Plot.line : Plot.dot)(costs, { x: "iteration", y: "cost", stroke, strokeWidth: 2, strokeDasharray: dash });
    const [scratch, dl4j] = [good(twins.scratch), good(twins.dl4j)];
    const chart = plot({
      width: Math.max(220, width - 24), height: 170, marginLeft: 40, marginRight: 12, x: { label: say("costs.iteration"), ticks: 4, tickFormat: "~s", domain: [0, Math.max(1, d3.max([...scratch, ...dl4j], (c) => c.iteration) ?? 1)] }, y: { label: say("costs.cost"), grid: true, ticks: 4, domain: [0, 1.05 * highest || 1] },
      marks: [curve(scratch, css("--hand"), null), curve(dl4j, css("--dl4j"), "5 5")],
    });
    const ends = [scratch, dl4j].map((costs) => fixed(costs.at(-1)?.cost, 4));
    return el("figure", { class: "chart", role: "img", "aria-label": say("costs.alt", contenderName(twins.name), fixed(scratch[0]?.cost, 4), ...ends, small(twins.largestCostDifference)) }, chart);
  }

  // ---- table
  const table = byId("candidate-table");
  function sortBy(button) {
    const header = button.closest("th");
    const column = [...header.parentNode.children].indexOf(header);
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const other of header.parentNode.children) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const value = (row) => {
      const cell = row.children[column];
      const text = cell.dataset.value ?? cell.textContent;
      return text === "" ? null : Number.isNaN(+text) ? text : +text;
    };
    const body = table.tBodies[0];
    // What has no value stays at the end, whichever way.
    const order = (a, b) => (a === null || b === null ? (a === null) - (b === null) : ascending ? d3.ascending(a, b) : d3.descending(a, b));
    body.append(...[...body.rows].sort((a, b) => order(value(a), value(b))));
  }
  if (table) {
    for (const button of table.querySelectorAll(".sort")) button.addEventListener("click", () => sortBy(button));
    table.addEventListener("pointerover", (event) => {
      const row = event.target.closest("tr[data-number]");
      highlight(row ? candidates.find((c) => c.number === +row.dataset.number) : null);
    });
    table.addEventListener("pointerleave", () => highlight(null));
  }

  function relabel() {
    document.title = say("tune.page.title", report.data.name);
    byId("pointer").textContent = say("tune.pointer.none");
  }
  controls(report.provenance.command, relabel, drawAll);
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; drawAll(); } });
  async function drawAll() {
    drawMap();
    drawImportance();
    drawProgress();
    drawParallel();
    drawContenders();
    await drawTwins();
    root.dataset.ready = "true";
  }
  await drawAll();
})();
