"use strict";
// The switches of language and theme, and tables that scroll, of pages without other pictures than their template's.
const texts = JSON.parse(document.getElementById("texts").textContent);
const root = document.documentElement;
document.getElementById("theme").addEventListener("click", () => {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
});
document.getElementById("language").addEventListener("click", () => {
  root.lang = root.lang === "en" ? "zh" : "en";
  for (const node of document.querySelectorAll("[data-key]")) {
    node.setAttribute("aria-label", texts[root.lang][node.dataset.key]);
  }
});
// Wide tables scroll on small screens, with the keyboard too.
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const node of document.querySelectorAll(".scroll")) scrolling.observe(node);
