"""How many sayings answer a search, and how many of them have which value: what many pages report counts once.

tantivy counts statements. Those that share their saying with others carry it as a number, and beside it as numbers what is
counted; what stands among the answers more than once, of the whole and of each value, is taken off again. That is exact up to
so many shared statements among the answers; of more, the sayings with the lowest numbers, which are as good as drawn by lot,
stand for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import eq, itemgetter, ne
from types import MappingProxyType
from typing import Any, NamedTuple

import tantivy
from msgspec import Struct

from qawl.library.searching.index import SEVERAL, number_of, numbered
from qawl.library.searching.matching import filtered

# What is counted, and the field of the index that holds it.
FACETS = {
    "speaker": "speaker_key",
    "organisation": "organisation_is",
    "outlet": "outlet_is",
    "kind": "kind",
    "band": "band",
    "topic": "topic_is",
    "flags": "flags",
    "event_parts": "event_parts",
    "said_on": "said_month",
    "published": "published_month",
}
# So many values of each.
FACET_SIZE = 10
# What there are many names of. Each part of the index gives so many of its own first ones, of all else so many that counts
# are exact: a name that is seldom first in a part may count a little less than it has.
NAMES = ("speaker", "organisation", "topic")
NAMES_OF_PART, VALUES_OF_PART = 40, 1000
# So many values are weighed for these.
WEIGHED = 100
# So many shared statements are looked at for the whole, and for the values.
MOST_SHARED, MOST_OF_VALUES = 10_000, 4_000

Hit = tuple[int, tantivy.DocAddress]


class Value(Struct, frozen=True):
    """A value that sayings of the answer have, how many have it, and its key: of a speaker the folded name, else the value."""

    value: str
    count: int
    key: str


class Counts(NamedTuple):
    """How many sayings answer (or statements, where each is wanted) and have which value; whether the numbers are exact."""

    total: int = 0
    facets: Mapping[str, tuple[Value, ...]] = MappingProxyType({})
    exact: bool = True


class Shared(NamedTuple):
    """Of the statements that answer and share their saying with others, those that are looked at; of how many."""

    hits: Sequence[Hit]
    of: int

    @property
    def surplus(self) -> float:
        """How many statements answer beyond one of each saying."""
        return scale(self) * (len(self.hits) - len(set(map(itemgetter(0), self.hits))))


def count(searcher: tantivy.Searcher, query: tantivy.Query, facets: Sequence[str], each: bool) -> Counts:
    """What a query finds in all, and of which value; statements where `each` is wanted, else sayings."""
    total = int(searcher.search(query, 1).count)  # type: ignore[attr-defined]  # tantivy's types lack it
    shared = Shared([], 0) if each else shared_among(searcher, query)
    some = first_of(shared, MOST_OF_VALUES)
    return Counts(total - round(shared.surplus), dict(values_of(searcher, query, facets, some)), len(some.hits) == shared.of)


def shared_among(searcher: tantivy.Searcher, query: tantivy.Query) -> Shared:
    """The statements that a query finds and that share their saying with others, by the number of their saying."""
    among = filtered(query, [tantivy.Query.exists_query("saying")])
    found = searcher.search(among, MOST_SHARED, order_by_field="saying", order=tantivy.Order.Asc)
    return first_of(Shared(found.hits, int(found.count)), MOST_SHARED - 1)  # type: ignore[attr-defined]


def first_of(shared: Shared, most: int) -> Shared:
    """The first of these sayings, with so many statements at most; one at least, with all that are there."""
    hits = shared.hits
    if len(hits) <= most:
        return shared
    last = hits[most][0]
    stop = next(place for place in range(most, -1, -1) if place == 0 or hits[place - 1][0] != last)
    return Shared(hits[:stop] or [hit for hit in hits if hit[0] == last], shared.of)


def scale(shared: Shared) -> float:
    """For how many statements each that is looked at stands."""
    return shared.of / len(shared.hits) if shared.hits else 1.0


# -- values


def values_of(
    searcher: tantivy.Searcher, query: tantivy.Query, facets: Sequence[str], shared: Shared
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The most frequent values of each facet."""
    if not facets:
        return
    found = searcher.aggregate(query, {name: terms_of(name) for name in facets})
    blocks = blocks_of(shared.hits)
    for name in facets:
        surplus = surplus_of(searcher, FACETS[name], blocks)
        counts = dict(counts_of(found[name]))
        if surplus:
            counts = {key: less(number, scale(shared) * surplus[number_of(FACETS[name], (key,))]) for key, number in counts.items()}
        yield name, tuple(Value(key, counts[key], key) for key in sorted(counts, key=lambda key: -counts[key])[:FACET_SIZE])


def less(number: int, surplus: float) -> int:
    """So many statements without their surplus; what has a value at all has it once."""
    return max(number - round(surplus), 1)


def terms_of(facet: str) -> dict[str, Any]:
    """What tantivy counts for a facet."""
    size = NAMES_OF_PART if facet in NAMES else VALUES_OF_PART
    return {"terms": {"field": FACETS[facet], "size": min(size, WEIGHED), "segment_size": size}}


def counts_of(found: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """The values of a facet with their statements."""
    return ((bucket["key"], bucket["doc_count"]) for bucket in found["buckets"])


class Blocks(NamedTuple):
    """Shared statements by their saying: the first of each, all others, and of each of these the place of its first."""

    firsts: list[tantivy.DocAddress]
    others: list[tantivy.DocAddress]
    of: list[int]


def blocks_of(hits: Iterable[Hit]) -> Blocks:
    """Statements in the order of their sayings by saying."""
    blocks, last = Blocks([], [], []), None
    for saying, address in hits:
        if saying == last:
            blocks.others.append(address)
            blocks.of.append(len(blocks.firsts) - 1)
        else:
            blocks.firsts.append(address)
            last = saying
    return blocks


def surplus_of(searcher: tantivy.Searcher, field: str, blocks: Blocks) -> Counter[int]:
    """How many statements have a value, as a number, beyond one of each saying.

    Most have what the first of their saying has, which is told without looking at each.
    """
    if not blocks.others:
        return Counter()
    firsts, others = (
        list(map(int, searcher.fast_field_values(numbered(field), some)))  # type: ignore[arg-type]
        for some in (blocks.firsts, blocks.others)
    )
    expected = list(map(firsts.__getitem__, blocks.of))
    surplus = Counter(compress(others, map(eq, others, expected)))
    if field in SEVERAL:
        surplus = Counter(part for number, times in surplus.items() for part in parts_of(field, number) * times)
    told = [
        (place, part)
        for place, number in compress(zip(blocks.of, others, strict=True), map(ne, others, expected))
        for part in parts_of(field, number)
    ]
    new = set(told) - {(place, part) for place in {place for place, _ in told} for part in parts_of(field, firsts[place])}
    surplus.update(Counter(part for _, part in told) - Counter(part for _, part in new))
    return surplus


def parts_of(field: str, number: int) -> tuple[int, ...]:
    """The values of a field, as numbers, that a statement has: see `index.number_of`."""
    if field in SEVERAL:
        return tuple(1 << place for place in range(number.bit_length()) if number >> place & 1)
    return (number,) if number else ()
