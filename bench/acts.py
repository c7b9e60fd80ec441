"""Score what is told as done on the shared event sentences, with the scorer that lies beside them.

    python -m bench.acts            # detection and arguments, a line each
    python -m bench.acts --json     # F1 of each

Each sentence is read as a page of its own; the records go through `score_events.py`. Nothing is learned from the sentences.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from bench.shared import absence, shared_file
from qawl.model import Document
from qawl.reading import read_document_findings

SCORER = "bench/score_events.py"
SETS = ("detect", "arguments")


def records_of(sentences: Path, out: Path) -> None:
    """Read each line of a file of sentences and write its record: one line each, with the sentence's id."""
    with sentences.open(encoding="utf-8") as lines, out.open("wb") as records:
        for line in lines:
            sentence = json.loads(line)
            text = sentence["text"]
            document = Document(
                id=sentence["id"], text=text, text_sha256=sha256(text.encode()).hexdigest(), page_sha256=sha256(b"").hexdigest()
            )
            records.write(read_document_findings(document).to_json() + b"\n")


def scores(name: str, *options: str) -> str:
    """What the shared scorer prints for the set `name`. Raises `FileNotFoundError` where the shared data are absent."""
    sentences, scorer = shared_file(f"bench/events/{name}.dev.jsonl"), shared_file(SCORER)
    if sentences is None or scorer is None:
        raise FileNotFoundError(absence())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"{name}.jsonl"
        records_of(sentences, out)
        command = [sys.executable, str(scorer), name, str(sentences), str(out), *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def figures() -> dict[str, float]:
    """F1 of each type, and of its sources and targets."""
    return {what: f1 for name in SETS for what, f1 in json.loads(scores(name, "--json")).items()}


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score what is told as done on the shared event sentences.")
    parser.add_argument("--json", action="store_true", help="F1 of each as one JSON object")
    if parser.parse_args().json:
        print(json.dumps(figures()))
    else:
        print("\n".join(scores(name) for name in SETS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
