"""Refresh what README.md, README.ar.md and docs/accuracy.md show of the program's own output (`python -m bench.readme`).

A block is what stands in the fenced code after a line `<!-- shown: NAME -->`. Those of the development set are left alone where the
shared data are absent.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import qawl
from bench import gate, quality
from bench.accuracy import Measured, measure
from bench.shared import ROOT

READMES = (ROOT / "README.md", ROOT / "README.ar.md")
ACCURACY = ROOT / "docs" / "accuracy.md"
SAMPLE = "summit.html"
# How the lines begin that the READMEs show of all that the scorer prints of the development set.
IN_SHORT = ("half", "who said what", "statements", "direct", "indirect", "people", "roles", "dates", "speaker  ", "publish  ")
CUE_SHOWN = 812  # where the cue of the statement that README shows stands in the sample's text


def filled(value: Any) -> Any:
    """A value without what is null or empty."""
    if isinstance(value, dict):
        return {key: filled(item) for key, item in value.items() if item is not None and item != []}
    return [filled(item) for item in value] if isinstance(value, list) else value


def statement() -> str:
    """One statement of the sample as JSON, a field a line."""
    record = qawl.read((ROOT / "qawl" / "samples" / SAMPLE).read_bytes())
    shown = next(it for it in record.statements if it.cue and it.cue.start == CUE_SHOWN)
    fields = filled(json.loads(qawl.model.encode(shown)))
    lines = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def golden() -> str:
    """The figures of the golden pages, as the gate prints them."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        gate.main([])
    return out.getvalue().split("\n\n")[0].rstrip()


def blocks(measured: Measured | None) -> dict[str, str]:
    """What the READMEs show, by the name of its block; that of the development set only where the set is there."""
    return {"statement": statement(), "golden": golden()} | ({"development": in_short(measured.overall)} if measured else {})


def in_short(overall: str) -> str:
    """The figures that matter most; docs/accuracy.md shows all."""
    return "\n".join(line for line in overall.splitlines() if line.startswith(IN_SHORT))


def accuracy_blocks(measured: Measured | None) -> dict[str, str]:
    """What docs/accuracy.md shows of the development set, as its scorer prints it."""
    names = ("overall", "forms", "outlets", "agenda", "done") if measured else ()
    return {name: getattr(measured, name) for name in names}


def refresh(page: Path, shown: dict[str, str]) -> None:
    """Write a page anew with the bodies of its blocks."""
    text = page.read_text(encoding="utf-8")
    for name, body in shown.items():
        text = show(text, name, body)
    page.write_text(text, encoding="utf-8")


def show(text: str, name: str, body: str) -> str:
    """`text` with the body of the block `name` replaced. Raises `ValueError` where it has no such block."""
    pattern = re.compile(rf"(<!-- shown: {name} -->\n+```\w*\n).*?(\n```)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"no block {name}: `<!-- shown: {name} -->` stands before it")
    return pattern.sub(lambda match: match[1] + body + match[2], text)


def main() -> int:
    """Write the READMEs and docs/accuracy.md anew where a block has changed, and the table that the web pages show. Returns 0."""
    measured = measure()
    shown = blocks(measured)
    for page in READMES:
        refresh(page, shown)
    refresh(ACCURACY, accuracy_blocks(measured))
    return quality.main()


if __name__ == "__main__":
    sys.exit(main())
