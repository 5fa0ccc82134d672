"use strict";
// A small picture of the network: a column of units for each layer, with its activation and what it drops
function drawNetwork() {
  const host = byId("network");
  host.replaceChildren();
  if (!scenarios.length) return;
  const { layers } = scenarios[0].experiment;
  const keeps = (i) =>
    Math.min(...scenarios.map(({ experiment: e }) => (i < 0 ? e.input_keep_prob : (e.layers[i]?.keep_prob ?? 1))));
  const columns = [
    { units: report.data.features.length, activation: say("network.inputs"), keep: keeps(-1) },
    ...layers.map((l, i) => ({ units: l.units, activation: l.activation.kind ?? l.activation, keep: keeps(i) })),
  ];
  const [W, H, step] = [190, 96, 190 / columns.length];
  const svg = d3.create("svg").attr("viewBox", `0 0 ${W} ${H}`).attr("width", W).attr("height", H);
  svg.attr("aria-hidden", "true");
  // More than six units are told by their number.
  const places = columns.map(({ units }, c) => {
    const shown = Math.min(6, units);
    return d3.range(shown).map((k) => [step * (c + 0.5), 36 + 11 * (k - (shown - 1) / 2)]);
  });
  for (const [from, to] of d3.pairs(places))
    for (const [x1, y1] of from)
      for (const [x2, y2] of to) svg.append("path").attr("d", `M${x1},${y1}L${x2},${y2}`).attr("stroke", css("--line"));
  places.forEach((points, c) => {
    const { units, activation, keep } = columns[c];
    for (const [x, y] of points)
      svg
        .append("circle")
        .attr("cx", x)
        .attr("cy", y)
        .attr("r", 3.6)
        .attr("fill", keep < 1 ? css("--card") : css("--hand"))
        .attr("stroke", css("--hand"));
    const under = (y, text) =>
      svg
        .append("text")
        .attr("x", step * (c + 0.5))
        .attr("y", y)
        .attr("text-anchor", "middle")
        .attr("font-size", 10)
        .attr("fill", css("--soft"))
        .text(text);
    under(82, units);
    under(94, String(activation).slice(0, Math.floor(step / 5.2)));
  });
  const words = columns.map(({ units, activation }) => `${units} ${activation}`).join(" → ");
  const drops = columns.some(({ keep }) => keep < 1);
  const told = words + (drops ? " · ○ " + say("network.dropout") : "");
  host.append(el("div", { role: "img", "aria-label": say("network.alt", told) }, svg.node()));
  if (drops) host.append(el("small", {}, "○ " + say("network.dropout")));
}
