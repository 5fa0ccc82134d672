"use strict";
// The picture of a check says which quantity is under the pointer or the arrow keys.
const picture = document.querySelector("svg.dots");
const pointer = document.getElementById("pointer");
const dots = [...picture.querySelectorAll("circle")];
let at = -1;
function read(index) {
  if (dots[at]) dots[at].classList.remove("read");
  at = index;
  if (dots[at]) dots[at].classList.add("read");
  pointer.textContent = dots[at] ? dots[at].dataset[root.lang] : texts[root.lang]["check.pointer.none"];
}
// The nearest dot is meant: dots are small and stand close together.
picture.addEventListener("pointermove", (event) => {
  const box = picture.getBoundingClientRect();
  const unit = picture.viewBox.baseVal.width / box.width;
  const [x, y] = [(event.clientX - box.left) * unit, (event.clientY - box.top) * unit];
  const away = (dot) => Math.hypot(dot.cx.baseVal.value - x, dot.cy.baseVal.value - y);
  const nearest = dots.reduce((best, dot, i) => (best < 0 || away(dot) < away(dots[best]) ? i : best), -1);
  read(nearest >= 0 && away(dots[nearest]) < 24 ? nearest : -1);
});
picture.addEventListener("pointerleave", () => read(-1));
picture.addEventListener("keydown", (event) => {
  const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!move || !dots.length) return;
  event.preventDefault();
  read(Math.max(0, Math.min(dots.length - 1, at + move)));
});
document.getElementById("language").addEventListener("click", () => read(at));
root.dataset.ready = "true";
