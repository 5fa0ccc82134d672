"use strict";
// The switches of language and theme.
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
