"""An encoder of BERT's base size on the same text and machine (`python -m bench.encoder`, two minutes after the first set-up).

Reading by rules is compared with what the smallest usual neural reader would cost: one forward pass of an encoder of 12
layers, width 768, 12 heads and 3,072 inner units. Random weights cost what trained ones do. The tokens are random too, as
many as the texts would have: 1.45 pieces a word, which is about what multilingual and Arabic vocabularies cut news into
(1.3 to 1.6). Texts are cut at 512 pieces, batched by eight, the shorter ones padded. One thread for both.

PyTorch lies in an environment of its own under `out/`, set up on first use; the project itself does not need it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.shared import ROOT
from bench.speed import fresh
from bench.texts import speed_pages

TORCH = "torch==2.13.0"
HOME = ROOT / "out" / "encoder-venv"
PASS = Path(__file__).resolve().parent / "encoder_pass.py"
PIECES_A_WORD = 1.45
LONGEST = 512
SAMPLE = 2_000  # words; a pass over more takes minutes and costs the same for each word


def main(argv: list[str] | None = None) -> int:
    """Print the words a second of both and their ratio. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.encoder", description=__doc__)
    parser.add_argument("--words", type=int, default=SAMPLE, help="words that the encoder reads (default: %(default)s)")
    words = parser.parse_args(argv).words
    python = ready()
    texts, pages = speed_pages()
    counts = list(sample(words, [len(page.source.split()) for page in pages]))
    print(f"texts: {texts}; the encoder reads {sum(counts):,} words of them, {PIECES_A_WORD} pieces a word, one thread")
    reader = median(fresh("speed")["words a second"] for _ in range(3))
    encoder = sum(counts) / encoder_seconds(python, [length for count in counts for length in pieces(count)])
    print(f"qawl, text to record      {reader:10,.0f} words/s")
    print(f"encoder, one forward pass {encoder:10,.0f} words/s")
    print(f"qawl is {reader / encoder:,.0f} times as fast")
    return 0


def sample(words: int, counts: list[int]) -> Iterator[int]:
    """The word counts of the first texts, the last one cut, that make up `words` words."""
    for count in counts:
        if words <= 0:
            return
        yield min(count, words)
        words -= count


def pieces(words: int) -> Iterator[int]:
    """The lengths, in pieces, of the sequences that a text of `words` words is cut into."""
    left = round(words * PIECES_A_WORD)
    while left > 0:
        yield min(left, LONGEST)
        left -= LONGEST


def ready() -> Path:
    """The interpreter of the environment that has PyTorch, set up where it is not yet."""
    python = HOME / "bin" / "python"
    mark = HOME / ".ready"
    if not (mark.is_file() and mark.read_text(encoding="utf-8") == TORCH):
        print(f"setting up {HOME.relative_to(ROOT)} with {TORCH}", file=sys.stderr)
        venv.create(HOME, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", TORCH, "numpy"], check=True)
        mark.write_text(TORCH, encoding="utf-8")
    return python


def encoder_seconds(python: Path, lengths: list[int]) -> float:
    """Seconds of the forward passes over sequences of these lengths."""
    done = subprocess.run([python, PASS], input=json.dumps(lengths).encode(), stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
