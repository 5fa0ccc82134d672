"use strict";
// Table
const table = byId("candidate-table");
function sortBy(button) {
  const header = button.closest("th");
  const column = [...header.parentNode.children].indexOf(header);
  const ascending = header.getAttribute("aria-sort") !== "ascending";
  for (const other of header.parentNode.children)
    if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
  header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const value = (row) => {
    const cell = row.children[column];
    const text = cell.dataset.value ?? cell.textContent;
    return text === "" ? null : Number.isNaN(+text) ? text : +text;
  };
  const body = table.tBodies[0];
  // What has no value stays at the end, whichever way.
  const order = (a, b) =>
    a === null || b === null ? (a === null) - (b === null) : ascending ? d3.ascending(a, b) : d3.descending(a, b);
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
addEventListener("resize", () => {
  if (innerWidth !== width) {
    width = innerWidth;
    drawAll();
  }
});
async function drawAll() {
  drawMap();
  drawImportance();
  drawProgress();
  drawParallel();
  drawContenders();
  await drawTwins();
  root.dataset.ready = "true";
}
drawAll();
