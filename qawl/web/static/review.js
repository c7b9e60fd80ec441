// Decisions by keyboard, and boundaries of the content by words. Without a script the same forms are sent by their buttons.
"use strict";
(() => {
  const page = document.querySelector("[data-review]");
  const fixing = document.getElementById("fix");
  // A key by its letter, also where the keyboard writes Arabic: then by its place.
  const named = (event) => {
    if (event.key === "\u061f") return "?";
    return /^[!-~]$/.test(event.key) ? event.key.toLowerCase() : (event.code || "").replace(/^(Key|Digit)/, "").toLowerCase();
  };
  const isTyping = (event) => event.target.closest("textarea, select, input:not([type=radio])");
  const lit = () => document.activeElement.closest(".card") || document.querySelector(".card.lit") || document.querySelector(".card:target");
  const scope = () => page || lit() || (document.querySelector(".card") ? null : document);

  let sent = false;
  addEventListener("pageshow", () => { sent = false; });
  addEventListener("submit", (event) => { if (sent) event.preventDefault(); sent = true; });
  const act = (element) => {
    if (element.dataset.key === "f" && fixing) openFixing();
    else if (element.type === "radio") { element.checked = true; element.focus(); }
    else element.click();
  };
  const openFixing = () => {
    fixing.open = true;
    fixing.scrollIntoView({ block: "nearest" });
    (fixing.querySelector("input:checked") || fixing.querySelector("select")).focus();
  };
  if (fixing) {
    if (location.hash === "#fix") openFixing();
    document.querySelectorAll('.review a[href="#fix"]').forEach((link) => link.addEventListener("click", (event) => { event.preventDefault(); openFixing(); }));
    fixing.querySelector("[name=speaker_typed]")?.addEventListener("input", (event) => { event.target.closest("label").querySelector("[type=radio]").checked = true; });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && fixing?.open) { fixing.open = false; document.activeElement.blur(); return; }
    if (isTyping(event)) return;
    const key = named(event);
    const keys = document.querySelector("[data-keys]");
    if (key === "?" && keys) { keys.open = !keys.open; keys.scrollIntoView({ block: "nearest" }); return; }
    if (!/^[afxujkz0-9]$/.test(key)) return;
    if (/\d/.test(key) && !fixing?.open) return;
    const found = (key === "z" ? document : scope())?.querySelector(`[data-key="${key}"]`);
    if (found) { event.preventDefault(); act(found); }
  });

  // -- boundaries
  if (!page || !document.getElementById("start")) return;
  const ends = { start: document.getElementById("start"), end: document.getElementById("end") };
  const text = page.querySelector(".context .text");
  const paragraphs = [...text.querySelectorAll("[data-start]")];
  const preview = page.querySelector(".preview");
  const letters = (words) => [...words].length;
  const whole = paragraphs.every((one) => letters(one.textContent) === one.dataset.end - one.dataset.start);
  const place = (name) => Number(ends[name].value);
  const move = (name, by) => {
    const select = ends[name];
    select.selectedIndex = Math.min(Math.max(select.selectedIndex + by, 0), select.options.length - 1);
    show();
  };
  // The node and the unit of a paragraph at which so many characters are passed.
  const at = (paragraph, count) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), left = count; node; node = walker.nextNode()) {
      const units = [...node.data];
      if (left <= units.length) return [node, units.slice(0, left).join("").length];
      left -= units.length;
    }
    return [paragraph, paragraph.childNodes.length];
  };
  const show = () => {
    const [from, to] = [place("start"), place("end")];
    const ranges = [], words = [];
    for (const one of paragraphs) {
      const [first, last] = [Math.max(from, one.dataset.start), Math.min(to, one.dataset.end)];
      if (first >= last) continue;
      words.push([...one.textContent].slice(first - one.dataset.start, last - one.dataset.start).join(""));
      const range = document.createRange();
      range.setStart(...at(one, first - one.dataset.start));
      range.setEnd(...at(one, last - one.dataset.start));
      ranges.push(range);
    }
    preview.textContent = words.join(" ");
    if (!CSS.highlights) return;
    text.classList.add("moving");
    CSS.highlights.set("content", new Highlight(...ranges));
  };
  const offset = (node, unit) => {
    const one = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!one) return null;
    const range = document.createRange();
    range.setStart(one, 0);
    range.setEnd(node, unit);
    return Number(one.dataset.start) + letters(range.toString());
  };
  const choose = (name, wanted) => {
    const options = [...ends[name].options];
    const fitting = name === "start" ? options.filter((one) => one.value <= wanted).pop() : options.find((one) => one.value >= wanted);
    if (fitting) ends[name].value = fitting.value;
  };
  if (!whole) return; // characters are shown by other names: then the lists alone serve
  page.querySelectorAll("[data-move]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => move(button.dataset.move, Number(button.dataset.by)));
  });
  page.querySelectorAll("[data-scripted]").forEach((one) => { one.hidden = false; });
  Object.values(ends).forEach((select) => select.addEventListener("change", show));
  fixing.addEventListener("toggle", () => { if (fixing.open) show(); });
  if (fixing.open) show();
  text.addEventListener("mouseup", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !fixing.open) return;
    const range = chosen.getRangeAt(0);
    const [from, to] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (from === null || to === null) return;
    choose("start", from);
    choose("end", to);
    chosen.removeAllRanges();
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (!fixing.open || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const by = { BracketLeft: -1, BracketRight: 1 }[event.code];
    if (by) { event.preventDefault(); move(event.shiftKey ? "end" : "start", by); }
  });
})();
