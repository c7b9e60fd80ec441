"""Refresh what README.md shows of the program's own output (`python -m bench.readme`).

A block is what stands in the fenced code after a line `<!-- shown: NAME -->`. Those of the development set are left alone where the
shared data are absent.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import qawl
from bench import gate
from bench.shared import ROOT, shared_file

README = ROOT / "README.md"
SAMPLE = "summit.html"
CUE_SHOWN = 787  # where the cue of the statement that README shows stands in the sample's text


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


def development() -> str | None:
    """The figures of both halves of the development set, as its scorer prints them; None where it is absent."""
    gold, scorer = shared_file("bench/dev.jsonl"), shared_file("bench/score.py")
    if gold is None or scorer is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        read = ["read", "--from", "jsonl", "--format", "jsonl", "--out", str(out), str(gold)]
        subprocess.run([sys.executable, "-m", "qawl.cli", *read], check=True)
        return "\n".join(f"half {half}\n{score(scorer, gold, out, half)}" for half in "ab")


def score(scorer: Path, gold: Path, out: Path, half: str) -> str:
    """The scorer's figures for one half."""
    command = [sys.executable, str(scorer), str(gold), str(out), "--half", half]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def show(text: str, name: str, body: str) -> str:
    """`text` with the body of the block `name` replaced. Raises `ValueError` where there is no such block."""
    pattern = re.compile(rf"(<!-- shown: {name} -->\n+```\w*\n).*?(\n```)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"README.md has no block {name}")
    return pattern.sub(lambda match: match[1] + body + match[2], text)


def main() -> int:
    """Write README.md anew where a block has changed."""
    text = show(show(README.read_text(encoding="utf-8"), "statement", statement()), "golden", golden())
    figures = development()
    README.write_text(show(text, "development", figures) if figures else text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
