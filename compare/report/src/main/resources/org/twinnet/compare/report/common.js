"use strict";
// What the programs of all pages share.
const texts = JSON.parse(document.getElementById("texts").textContent);
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const say = (key, ...args) => (texts[root.lang][key] ?? key).replace(/\{(\d)\}/g, (_, i) => String(args[i] ?? ""));
const css = (name) => getComputedStyle(root).getPropertyValue(name).trim();
const el = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
const finite = (x) => typeof x === "number" && Number.isFinite(x);
const count = d3.format(",");
const small = (x) => (!finite(x) ? say("not.finite") : x === 0 ? "0" : x.toExponential(1).replace("e+", "e"));
const fixed = (x, n) =>
  !finite(x) ? say("not.finite") : Math.abs(x) < 1e7 ? x.toFixed(n) : x.toExponential(3).replace("e+", "e");

// Packed fields: Base64 of deflated bytes, one a point, row by row from the lower left corner.
const unpack = async (text) => {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
const unpacked = new Map();
const field = async (text) => {
  if (!unpacked.has(text)) unpacked.set(text, await unpack(text));
  return unpacked.get(text);
};

const probabilityColor = () => d3.scaleLinear([0, 0.5, 1], ["#8fb9e0", "#fdfdfb", "#f0a884"]).clamp(true);
const differenceColor = () => d3.scaleLinear([0, 0.4, 1], ["#e6dcf2", "#a983d0", "#3b0f63"]).clamp(true);
const palette = (scale, exact) => {
  const colors = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    const c = d3.rgb(exact && i === 0 ? "#ffffff" : scale(exact ? (i - 1) / 254 : i / 255));
    colors.set([c.r, c.g, c.b], 3 * i);
  }
  return colors;
};
const palettes = { probability: palette(probabilityColor(), false), difference: palette(differenceColor(), true) };

// The settings of an experiment by their keys; one that the texts don't know is called by its key.
const known = (key) => key in texts.en;
const labelOf = (key) => (known("setting.label." + key) ? say("setting.label." + key) : key);
const valueText = (value) =>
  Array.isArray(value)
    ? value.join(",")
    : typeof value === "number"
      ? String(+value.toPrecision(4))
      : String(value ?? "–");
const settingText = (key, value, ...kinds) => {
  const kind = kinds.find((k) => known(`setting.${k}.${key}`));
  return kind ? say(`setting.${kind}.${key}`, valueText(value)) : say("setting.value", labelOf(key), valueText(value));
};
const listed = (parts) => parts.reduce((before, next) => say("setting.and", before, next));

const columnsOf = (host) => getComputedStyle(host).gridTemplateColumns.split(" ").length;

const M = { left: 44, right: 8, top: 14, bottom: 30, width: 400, height: 364 };
const scales = (plane) => ({
  x: d3.scaleLinear([plane.minX, plane.maxX], [M.left, M.width - M.right]),
  y: d3.scaleLinear([plane.minY, plane.maxY], [M.height - M.bottom, M.top]),
});
const line = (paths, s) =>
  paths
    .map(
      (p) =>
        "M" +
        d3
          .range(p.length / 2)
          .map((i) => s.x(p[2 * i]).toFixed(1) + "," + s.y(p[2 * i + 1]).toFixed(1))
          .join("L"),
    )
    .join("");
const NO_NUMBER = [154, 160, 166];
function paintField(canvas, n, bytes, colors, missing = () => false) {
  const image = new ImageData(n, n);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const at = row * n + column;
      const to = 4 * ((n - 1 - row) * n + column);
      image.data.set(missing(at) ? NO_NUMBER : colors.subarray(3 * bytes[at], 3 * bytes[at] + 3), to);
      image.data[to + 3] = 255;
    }
  const source = el("canvas");
  source.width = source.height = n;
  source.getContext("2d").putImageData(image, 0, 0);
  canvas.width = 2 * M.width;
  canvas.height = 2 * M.height;
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  // Points stand at the centres of the pixels of the small picture, and the box ends at the outermost points.
  context.drawImage(
    source,
    0.5,
    0.5,
    n - 1,
    n - 1,
    2 * M.left,
    2 * M.top,
    2 * (M.width - M.left - M.right),
    2 * (M.height - M.top - M.bottom),
  );
}
// Of two classes a field is the probability of class 1; of more it is the most probable one, or no number.
const NO_CLASS = 255;
const classColors = () => {
  const colors = new Uint8ClampedArray(256 * 3);
  for (let k = 0; k < 256; k++) {
    const c = d3.rgb(AREAS[k % AREAS.length]);
    colors.set(k === NO_CLASS ? NO_NUMBER : [c.r, c.g, c.b], 3 * k);
  }
  return colors;
};
const fieldColorsOf = (classes) => (classes > 2 ? classColors() : palettes.probability);
// How classes are told apart: areas, points of a darker colour, and shapes. ClassMarks in Java says why these.
const AREAS = [
  "#8fb9e0",
  "#f0a884",
  "#dccf5a",
  "#b680e0",
  "#7cf0bf",
  "#ab8f30",
  "#c4f58e",
  "#c9787a",
  "#4fa85a",
  "#b5ecf2",
];
const CLASSES = [
  "#14589b",
  "#b8430f",
  "#5e560a",
  "#57179a",
  "#006b45",
  "#463708",
  "#3f6f08",
  "#7a1d22",
  "#0a4a18",
  "#0b5c63",
];
const upsideDown = {
  draw(context, size) {
    const y = -Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, -y * 2);
    context.lineTo(-Math.sqrt(3) * y, y);
    context.lineTo(Math.sqrt(3) * y, y);
    context.closePath();
  },
};
const SHAPES = [
  [d3.symbolCircle, 24],
  [d3.symbolTriangle, 26],
  [d3.symbolSquare, 24],
  [d3.symbolDiamond, 24],
  [d3.symbolCross, 28],
  [d3.symbolStar, 24],
  [upsideDown, 26],
];
// A point of a class, filled or an outline.
function mark(svg, x, y, label, { scale = 1, filled = true, opacity = 1 } = {}) {
  const [symbol, size] = SHAPES[label % SHAPES.length];
  const color = CLASSES[label % CLASSES.length];
  svg
    .append("path")
    .attr("d", d3.symbol(symbol, size * scale)())
    .attr("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`)
    .attr("fill", filled ? color : "none")
    .attr("fill-opacity", opacity)
    .attr("stroke", filled ? "#fff" : color)
    .attr("stroke-width", filled ? 0.7 : 1.3);
}
function examples(svg, s, set, opacity) {
  for (let i = 0; i < set.x.length; i++) {
    const x = s.x(set.x[i]),
      y = s.y(set.y[i]);
    if (x < M.left || x > M.width - M.right || y < M.top || y > M.height - M.bottom) continue;
    mark(svg, x, y, set.labels[i], { opacity });
  }
}
function contour(svg, paths, s, width, dash, color = "#111") {
  svg
    .append("path")
    .attr("d", line(paths, s))
    .attr("fill", "none")
    .attr("stroke", "#fff")
    .attr("stroke-width", width + 2.6)
    .attr("stroke-opacity", 0.85)
    .attr("stroke-linejoin", "round");
  svg
    .append("path")
    .attr("class", "contour")
    .attr("d", line(paths, s))
    .attr("fill", "none")
    .attr("stroke", color)
    .attr("stroke-width", width)
    .attr("stroke-dasharray", dash)
    .attr("stroke-linejoin", "round");
}
// Features far from 1 are told with a power of ten, unless their values differ in the last digits only.
const unusual = (value) => value !== 0 && (Math.abs(value) >= 1e7 || Math.abs(value) < 1e-3);
const told = (value) => (unusual(value) ? value.toExponential(2) : value.toFixed(3));
const short = (value) => d3.format(".3~g")(value).replace("e+", "e");
function tickFormat(scale) {
  const [from, to] = scale.domain();
  const largest = Math.max(Math.abs(from), Math.abs(to));
  return unusual(largest) && to - from > 0.01 * largest ? short : null;
}
function axes(svg, s, features, size = 10.5) {
  const axis = (g) => g.call((h) => h.select(".domain").remove()).attr("font-size", size);
  axis(
    svg
      .append("g")
      .attr("transform", `translate(0,${M.height - M.bottom})`)
      .call(d3.axisBottom(s.x).ticks(5).tickFormat(tickFormat(s.x)).tickSize(4)),
  );
  axis(
    svg
      .append("g")
      .attr("transform", `translate(${M.left},0)`)
      .call(d3.axisLeft(s.y).ticks(5).tickFormat(tickFormat(s.y)).tickSize(4)),
  );
  const name = (i) => features[Math.min(i, features.length - 1)].slice(0, 24);
  svg
    .append("text")
    .attr("x", M.width - M.right)
    .attr("y", M.height - 3)
    .attr("text-anchor", "end")
    .attr("font-size", size)
    .text(name(0) + " →");
  svg
    .append("text")
    .attr("x", 2)
    .attr("y", 9)
    .attr("font-size", size)
    .text("↑ " + name(1));
  svg
    .append("rect")
    .attr("x", M.left)
    .attr("y", M.top)
    .attr("width", M.width - M.left - M.right)
    .attr("height", M.height - M.top - M.bottom)
    .attr("fill", "none")
    .attr("stroke", "#8884");
}

// The figure around a chart says in words what it shows; the chart's own labels name marks only.
const plot = (options) => {
  const chart = Plot.plot(options);
  chart.setAttribute("aria-hidden", "true");
  return chart;
};
const key = (color, dash) =>
  d3
    .create("svg")
    .attr("width", 24)
    .attr("height", 8)
    .attr("aria-hidden", "true")
    .call((g) =>
      g
        .append("path")
        .attr("d", "M0,4h24")
        .attr("stroke", color)
        .attr("stroke-width", 2)
        .attr("stroke-dasharray", dash),
    )
    .node();

const dark = () =>
  (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
// The switches of language and theme, the button that copies the command, and tables that scroll.
function controls(command, relabel, draw) {
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    draw();
  });
  byId("language").addEventListener("click", () => {
    root.lang = root.lang === "en" ? "zh" : "en";
    for (const node of document.querySelectorAll("[data-key]")) node.setAttribute("aria-label", say(node.dataset.key));
    relabel();
    draw();
  });
  byId("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command);
    } catch {
      // Pages from disk may have no clipboard: copy what is selected instead.
      const selection = getSelection();
      selection.selectAllChildren(byId("command"));
      document.execCommand("copy");
      selection.removeAllRanges();
    }
    byId("copy").textContent = say("reproduce.copied");
  });
  // Wide tables scroll on small screens, with the keyboard too.
  const scrolling = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const node of document.querySelectorAll(".scroll")) scrolling.observe(node);
}
