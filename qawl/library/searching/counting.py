"""How many sayings answer a search, and how many of them have which value: what many pages report counts once.

tantivy counts statements. Those that share their saying with others carry it as a number, and beside it as numbers what is
counted; what stands among the answers more than once, of the whole and of each value, is taken off again. That is exact up to
so many shared statements among the answers; of more, the sayings with the lowest numbers, which are as good as drawn by lot,
stand for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
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
# So many shared statements are looked at for the whole, and for the values.
MOST_SHARED, MOST_OF_VALUES = 50_000, 10_000

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


def values_of(
    searcher: tantivy.Searcher, query: tantivy.Query, facets: Sequence[str], shared: Shared
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The most frequent values of each facet."""
    if not facets:
        return
    found = searcher.aggregate(query, {name: terms_of(name) for name in facets})
    times = Counter(map(itemgetter(0), shared.hits))
    again = [hit for hit in shared.hits if times[hit[0]] > 1]
    for name in facets:
        surplus = surplus_of(searcher, FACETS[name], again)
        counts = {key: max(number - round(scale(shared) * surplus[key]), 1) for key, number in counts_of(found[name])}
        yield name, tuple(Value(key, counts[key], key) for key in sorted(counts, key=lambda key: -counts[key])[:FACET_SIZE])


def counts_of(found: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """The values of a facet with their statements."""
    return ((bucket["key"], bucket["doc_count"]) for bucket in found["buckets"])


def terms_of(facet: str) -> dict[str, Any]:
    """What tantivy counts for a facet."""
    size = NAMES_OF_PART if facet in NAMES else VALUES_OF_PART
    return {"terms": {"field": FACETS[facet], "size": size, "segment_size": size}}


class Surplus:
    """How many statements have a value of a field beyond one of each saying, by the value."""

    def __init__(self, field: str, numbers: Counter[int]) -> None:
        self.field = field
        self.numbers = numbers

    def __getitem__(self, value: str) -> int:
        return self.numbers[number_of(self.field, (value,))]


def surplus_of(searcher: tantivy.Searcher, field: str, hits: Sequence[Hit]) -> Surplus:
    """The same for the statements `hits`."""
    numbers = searcher.fast_field_values(numbered(field), [address for _, address in hits]) if hits else []
    pairs = [(saying, int(number)) for (saying, _), number in zip(hits, numbers, strict=True) if number is not None]
    if field in SEVERAL:
        pairs = [(saying, 1 << place) for saying, bits in pairs for place in range(bits.bit_length()) if bits >> place & 1]
    return Surplus(field, Counter(values_alone(pairs)) - Counter(values_alone(set(pairs))))


def values_alone(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The numbers of sayings with a number."""
    return map(itemgetter(1), pairs)
