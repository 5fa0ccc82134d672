"use strict";
// What colours, marks and lines of the boundaries mean
function drawLegend() {
  const host = byId("legend");
  if (!host) return;
  host.replaceChildren();
  if (!drawn.length) return;
  const item = (sign, text) => host.append(el("span", {}, sign, text));
  for (let k = 0; k < (report.data.classes ?? 2); k++) {
    const area = several ? 24 : 16;
    item(
      sign((g) => {
        if (several)
          g.append("rect")
            .attr("width", area)
            .attr("height", 14)
            .attr("rx", 2)
            .attr("fill", AREAS[k % AREAS.length]);
        mark(g, area / 2, k === 1 && !several ? 8 : 7, k, { scale: several ? 1.4 : 1.65 });
      }, area),
      className(k),
    );
  }
  const stroke = (dash) =>
    sign((g) =>
      g
        .append("path")
        .attr("d", "M0,7h26")
        .attr("stroke", css("--ink"))
        .attr("stroke-width", 2)
        .attr("stroke-dasharray", dash),
    );
  item(stroke(null), say(several ? "boundaries.legend.between" : "boundaries.legend.contour"));
  item(stroke("4 4"), say(several ? "boundaries.legend.between.other" : "boundaries.legend.other"));
  if (!several) ramp(host, palettes.probability, "0", "1", say("boundaries.legend.probability"));
  ramp(host, palettes.difference, "1e-17", "1", say("boundaries.legend.difference"));
  item(el("span", { class: "swatch" }), say("boundaries.legend.equal"));
  if (drawn.some((s) => s.picture.snapshots.some(({ scratch, dl4j }) => !scratch.shape || !dl4j.shape))) {
    const gray = el("span", { class: "swatch" });
    gray.style.background = `rgb(${NO_NUMBER})`;
    item(gray, say("not.finite"));
  }
}
function sign(build, w = 26) {
  const svg = d3.create("svg").attr("width", w).attr("height", 14);
  build(svg);
  return svg.node();
}
function ramp(host, colors, left, right, text) {
  const canvas = el("canvas", { width: 254, height: 1, style: "" });
  canvas.style.cssText = "width:80px;height:10px;border-radius:3px";
  const c = canvas.getContext("2d");
  for (let i = 0; i < 254; i++) {
    c.fillStyle = `rgb(${colors[3 * i + 3]},${colors[3 * i + 4]},${colors[3 * i + 5]})`;
    c.fillRect(i, 0, 1, 1);
  }
  host.append(el("span", {}, text, " ", left, canvas, right));
}
