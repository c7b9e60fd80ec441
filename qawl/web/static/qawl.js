// What is better with a script: a card and its words light up together, and keys walk through the list. Without it all works by links.
"use strict";
const cards = [...document.querySelectorAll(".card[data-s]")];
const words = [...document.querySelectorAll(".m[data-s]")];
const numbers = (element) => element.dataset.s.trim().split(" ");
const light = (wanted) => {
  cards.forEach((card) => card.classList.toggle("lit", wanted.includes(card.dataset.s)));
  words.forEach((word) => word.classList.toggle("lit", numbers(word).some((number) => wanted.includes(number))));
};
[...cards, ...words].forEach((element) => {
  element.addEventListener("mouseenter", () => light(numbers(element)));
  element.addEventListener("mouseleave", () => light([]));
  element.addEventListener("focusin", () => light(numbers(element)));
});
const steps = { j: 1, k: -1 };
const listed = cards.length ? cards : [...document.querySelectorAll(".saying")];
let place = -1;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "/") { event.preventDefault(); document.querySelector("input[type=search]")?.focus(); }
  if (!(event.key in steps) || !listed.length) return;
  place = Math.min(Math.max(place + steps[event.key], 0), listed.length - 1);
  listed[place].querySelector("blockquote a, a.open, summary")?.focus();
  listed[place].scrollIntoView({ block: "center" });
});
