"use strict";
// Decision boundaries
const panels = [];
const axesOf = (plane) => plane.axes ?? report.data.features;
const KINDS = ["hand", "dl4j", "difference"];
function buildPanels() {
  const host = byId("panels");
  if (!host) return;
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
      column.append(
        el("figure", {}, el("figcaption", {}, el("b", {}, say("boundaries." + kind)), accuracy, shape), box),
      );
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
  const [differences, ...fields] = broken.length
    ? await Promise.all([snapshot.difference, ...broken.map((s) => s.field)].map(field))
    : [];
  const missing = (at) =>
    broken.length && differences[at] === 255 && fields.some((f) => f[at] === (several ? NO_CLASS : 0));
  if (snapshotOf(scenario) !== snapshot) return;
  const n = plane.size;
  paintField(canvas, n, bytes, kind === "difference" ? palettes.difference : fieldColors, missing);

  const s = scales(plane);
  svg.selectAll("*").remove();
  const points = [...(panel.scenario && report.data.trainPoints ? [[report.data.trainPoints, 1]] : [])];
  if (state.test && report.data.testPoints) points.push([report.data.testPoints, 0.45]);
  if (kind !== "difference" || state.test)
    for (const [set, opacity] of kind === "difference" ? points.slice(1) : points) examples(svg, s, set, opacity);
  contour(svg, side.contour, s, 2, null);
  if (kind === "difference") contour(svg, snapshot.dl4j.contour, s, 1.6, "4 4");
  axes(svg, s, axesOf(plane));
  if (state.cross) {
    const x = s.x(state.cross.x),
      y = s.y(state.cross.y);
    svg
      .append("path")
      .attr("d", `M${x - 7},${y}h14M${x},${y - 7}v14`)
      .attr("stroke", "#111")
      .attr("stroke-width", 1.5);
  }
  const shape = kind === "difference" ? null : side.shape;
  const { train, test } = side.accuracy;
  panel.accuracy.textContent =
    kind === "difference"
      ? ""
      : say("boundaries.accuracy", percent(train)) +
        (test ? " · " + say("boundaries.accuracy.test", percent(test)) : "");
  panel.shape.textContent =
    kind === "difference"
      ? say("boundaries.disagree", count(snapshot.disagreements), count(n * n))
      : shape
        ? say(
            several ? "boundaries.shape.classes" : "boundaries.shape",
            shape.length.toFixed(2),
            shape.turning.toFixed(1),
            shape.pieces,
          )
        : say("not.finite");
  panel.box.setAttribute(
    "aria-label",
    say(
      ...(several ? ["boundaries.alt.classes"] : ["boundaries.alt"]),
      scenario.name,
      say("boundaries." + kind),
      ...(several ? [report.data.classes] : []),
      count(snapshot.iteration),
      shape ? shape.pieces : "–",
      shape ? shape.length.toFixed(2) : "–",
    ),
  );
}
async function readPointer(panel, x, y) {
  const { plane } = panel.scenario.picture;
  x = Math.max(plane.minX, Math.min(plane.maxX, x));
  y = Math.max(plane.minY, Math.min(plane.maxY, y));
  state.cross = { x, y };
  const snapshot = snapshotOf(panel.scenario);
  const n = plane.size;
  const at =
    Math.round(((y - plane.minY) / (plane.maxY - plane.minY)) * (n - 1)) * n +
    Math.round(((x - plane.minX) / (plane.maxX - plane.minX)) * (n - 1));
  const [p, q, d] = await Promise.all([
    field(snapshot.scratch.field),
    field(snapshot.dl4j.field),
    field(snapshot.difference),
  ]);
  const names = axesOf(plane);
  const difference = d[at] === 0 ? "0" : "1e" + Math.round(((d[at] - 1) / 254) * 17 - 17);
  byId("pointer").textContent =
    panel.scenario.name +
    " · " +
    say(
      "boundaries.pointer",
      names[0],
      told(x),
      names[Math.min(1, names.length - 1)],
      told(y),
      ...[p, q].map((f) => (several ? className(f[at]) : (f[at] / 255).toFixed(2))),
      difference,
    );
}
function listen(panel) {
  const { plane } = panel.scenario.picture;
  panel.box.addEventListener("pointermove", (event) => {
    const r = panel.box.getBoundingClientRect();
    const s = scales(plane);
    readPointer(
      panel,
      s.x.invert(((event.clientX - r.left) / r.width) * M.width),
      s.y.invert(((event.clientY - r.top) / r.height) * M.height),
    );
  });
  panel.box.addEventListener("pointerleave", () => {
    state.cross = null;
    byId("pointer").textContent = say("boundaries.pointer.none");
    drawBoundaries();
  });
  panel.box.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!move) return;
    event.preventDefault();
    const c = state.cross ?? { x: (plane.minX + plane.maxX) / 2, y: (plane.minY + plane.maxY) / 2 };
    readPointer(
      panel,
      c.x + (move[0] * (plane.maxX - plane.minX)) / 40,
      c.y + (move[1] * (plane.maxY - plane.minY)) / 40,
    );
    drawBoundaries();
  });
}
const drawBoundaries = () => Promise.all(panels.map(drawPanel));
