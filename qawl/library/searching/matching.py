"""A query as tantivy has it, made of its words and never of what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, product

import tantivy

from qawl.library.searching.queries import FIELDS, Asked, Query, Run, Slot

# So many readings of a phrase with several words in its places are tried at most.
MOST_PHRASES = 64
MUST, MUST_NOT, SHOULD = tantivy.Occur.Must, tantivy.Occur.MustNot, tantivy.Occur.Should


class Matcher:
    """Makes queries over one index."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self.schema = schema

    def matching(self, query: Query) -> tantivy.Query:
        """What finds the statements that a query asks for."""
        if query.everything:
            return everything()
        return any_of(self._asked(asked, FIELDS[query.mode]) for asked in query.any_of)

    def _asked(self, asked: Asked, field: str) -> tantivy.Query:
        wanted = [(MUST, self._run(run, field)) for run in asked.must] or [(MUST, everything())]
        return tantivy.Query.boolean_query([*wanted, *((MUST_NOT, self._run(run, field)) for run in asked.must_not)])

    def _run(self, run: Run, field: str) -> tantivy.Query:
        if len(run.slots) == 1:
            return self.beginning(field, run.slots[0]) if run.beginning else self.word(field, run.slots[0])
        return any_of(self._phrase([*words], run.beginning, field) for words in islice(product(*run.slots), MOST_PHRASES))

    def _phrase(self, words: list[str | tuple[int, str]], beginning: bool, field: str) -> tantivy.Query:
        make = tantivy.Query.phrase_prefix_query if beginning else tantivy.Query.phrase_query
        return make(self.schema, field, words)

    def word(self, field: str, slot: Slot) -> tantivy.Query:
        """One of several words of a field."""
        return any_of(tantivy.Query.term_query(self.schema, field, word) for word in slot)

    def beginning(self, field: str, slot: Slot) -> tantivy.Query:
        """The words of a field that begin in one of several ways."""
        return any_of(tantivy.Query.regex_query(self.schema, field, f"{re.escape(word)}.*") for word in slot)

    def all_words(self, field: str, slots: Iterable[Slot]) -> tantivy.Query:
        """All of these words, in any order."""
        return all_of(self.word(field, slot) for slot in slots)

    def one_of(self, field: str, values: Iterable[str | int]) -> tantivy.Query:
        """One of several values of a field."""
        return tantivy.Query.term_set_query(self.schema, field, list(values))

    def between(self, field: str, least: int | None, most: int | None) -> tantivy.Query:
        """A number of a field from the least to the most, either of which may be open."""
        return tantivy.Query.range_query(self.schema, field, tantivy.FieldType.Unsigned, least, most)


def everything() -> tantivy.Query:
    """All statements, none better than another."""
    return tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)


def any_of(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    """What one of these finds; nothing where there are none."""
    found = list(queries)
    if len(found) == 1:
        return found[0]
    return tantivy.Query.boolean_query([(SHOULD, query) for query in found]) if found else tantivy.Query.empty_query()


def all_of(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    """What all of these find; everything where there are none."""
    found = list(queries)
    if len(found) == 1:
        return found[0]
    return tantivy.Query.boolean_query([(MUST, query) for query in found]) if found else everything()


def filtered(query: tantivy.Query, filters: Iterable[tantivy.Query], but: tantivy.Query | None = None) -> tantivy.Query:
    """What a query finds and all filters leave, but for what another query finds; only the query counts for the rank."""
    parts = [(MUST, query), *((MUST, tantivy.Query.const_score_query(one, 0.0)) for one in filters)]
    if but is not None:
        parts.append((MUST_NOT, but))
    return tantivy.Query.boolean_query(parts) if len(parts) > 1 else query
