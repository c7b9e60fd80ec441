// What is better with a script when pages are added: files may be dropped, what was chosen is told, and a task tells how it goes.
"use strict";
const files = document.querySelector("#files");
const drop = document.querySelector(".drop");
if (files && drop) {
  const { largest, most } = files.form.dataset;
  drop.classList.add("live");  // what was chosen is told here, in the reader's language
  const chosen = drop.querySelector(".chosen-files");
  const tell = () => {
    const bytes = [...files.files].reduce((sum, file) => sum + file.size, 0);
    const tooLarge = bytes > Number(largest) || files.files.length > Number(most);
    chosen.classList.toggle("bad", tooLarge);
    chosen.replaceChildren();
    for (const file of [...files.files].slice(0, 20)) {
      const line = chosen.appendChild(document.createElement("span"));
      line.append(Object.assign(document.createElement("bdi"), { textContent: file.name }));
    }
    if (files.files.length > 20) chosen.append("…");
    if (tooLarge) chosen.append(chosen.dataset.tooLarge);
    files.setCustomValidity(tooLarge ? chosen.dataset.tooLarge : "");
  };
  const over = (on) => (event) => { event.preventDefault(); drop.classList.toggle("over", on); };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; tell(); }
  });
  // A file that misses its place would else be opened instead of these pages.
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  files.addEventListener("change", tell);
}
const task = document.querySelector("#task[data-poll]");
if (task) {
  const told = task.querySelector(".told"), bar = task.querySelector("progress");
  const look = async () => {
    try {
      const answer = await fetch(task.dataset.poll);
      if (!answer.ok) return location.reload();
      const now = await answer.json();
      if (now.ended) return location.replace(location.href);
      if (told.textContent !== now.told) told.textContent = now.told;
      if (now.share !== null) { bar.max = 1; bar.value = now.share; }
    } catch { /* the server may be there again a moment later */ }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}
