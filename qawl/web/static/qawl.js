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
const all = cards.length ? cards : [...document.querySelectorAll(".saying")];
let last = null;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if ((event.key === "?" || event.key === "\u061f") && !document.querySelector("[data-keys]")) document.getElementById("keys").showModal();
  if (event.key === "/") { event.preventDefault(); document.querySelector("input[type=search]")?.focus(); }
  const listed = all.filter((one) => one.offsetParent);  // a layer may be switched off
  if (!(event.key in steps) || !listed.length) return;
  last = listed[Math.min(Math.max(listed.indexOf(last) + steps[event.key], 0), listed.length - 1)];
  last.querySelector("blockquote a, a.open, summary")?.focus();
  last.scrollIntoView({ block: "center" });
});
