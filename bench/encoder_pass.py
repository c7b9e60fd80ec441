"""The encoder itself, run by `bench.encoder` in an environment that has PyTorch: lengths come in, seconds go out."""

from __future__ import annotations

import json
import sys
import time

import torch  # type: ignore[import-not-found, unused-ignore]  # it is in the other environment
from torch import nn  # type: ignore[import-not-found, unused-ignore]

WIDTH, LAYERS, HEADS, INNER = 768, 12, 12, 3072
VOCABULARY = 30_000
LONGEST = 512
BATCH = 8
ROUNDS = 2


class Encoder(nn.Module):  # type: ignore[misc, unused-ignore]
    """An encoder of BERT's base size with random weights."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        layer = nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, activation="gelu", batch_first=True)
        self.layers = nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False)

    def forward(self, pieces: torch.Tensor, padding: torch.Tensor) -> torch.Tensor:
        """Vectors of a batch of pieces; `padding` is true where there is none."""
        inside = self.words(pieces) + self.places(torch.arange(pieces.shape[1]))
        vectors: torch.Tensor = self.layers(inside, src_key_padding_mask=padding)
        return vectors


def batch_of(lengths: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
    """Random pieces for sequences of these lengths, the shorter ones padded."""
    longest = max(lengths)
    padding = torch.arange(longest)[None, :] >= torch.tensor(lengths)[:, None]
    return torch.randint(VOCABULARY, (len(lengths), longest)), padding


def seconds(encoder: Encoder, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> float:
    """How long the forward passes over all batches take."""
    start = time.perf_counter()
    for batch in batches:
        encoder(*batch)
    return time.perf_counter() - start


def main() -> None:
    """Read lengths, print the seconds of all forward passes: the better of two rounds after a pass to warm up."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    lengths = sorted(json.load(sys.stdin))  # alike lengths together: the least padding, in the encoder's favour
    batches = [batch_of(lengths[first : first + BATCH]) for first in range(0, len(lengths), BATCH)]
    encoder = Encoder().eval()
    with torch.inference_mode():
        encoder(*batch_of([LONGEST]))
        print(min(seconds(encoder, batches) for _ in range(ROUNDS)))


if __name__ == "__main__":
    main()
