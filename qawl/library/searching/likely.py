"""Which statements may hold half of a quotation: those that hold one of its rarest words, asked of the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import tantivy

from qawl.library.searching.index import Index, schema
from qawl.library.searching.matching import MUST, SHOULD, Matcher, any_of

FIELD = "stem"


def likely(index: Index, stems: Sequence[str], limit: int) -> list[int]:
    """The row ids of statements that may hold half of these words in order, the likeliest first."""
    searcher = index.searcher()
    if searcher is None:
        return []
    matcher = Matcher(schema())
    rare = rarest(stems, lambda stem: int(searcher.doc_freq(FIELD, stem)))
    held = tantivy.Query.const_score_query(any_of(matcher.word(FIELD, (stem,)) for stem in rare), 0.0)
    ranked = [(SHOULD, matcher.word(FIELD, (stem,))) for stem in dict.fromkeys(stems)]
    found = searcher.search(tantivy.Query.boolean_query([(MUST, held), *ranked]), limit)
    values = searcher.fast_field_values("rowid", [address for _, address in found.hits])
    return [int(value) for value in values if value is not None]


def rarest(stems: Iterable[str], frequency: Callable[[str], int]) -> list[str]:
    """The rarest words of a quotation, as many as no statement with half of its words can do without."""
    counts = Counter(stems)
    spare = counts.total() // 2  # so many words may be missing
    found: list[str] = []
    for stem in sorted(counts, key=frequency):
        if spare < 0:
            break
        found.append(stem)
        spare -= counts[stem]
    return found
