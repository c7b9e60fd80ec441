"""A passage: a text with its tokens, quotations and sentences, as the rules of reporting see it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from qawl.arabic.letters import DASHES, LEANS_BACK, MADDA, QUESTION_MARK, ROUND, WRITTEN_INNA
from qawl.arabic.lexicon import (
    BREAK,
    COMMA,
    GATHERING,
    KAN,
    NEGATION,
    NUMBER,
    PREFIX,
    PUNCTUATION,
    RELATIVE,
    SENTENCE_END,
    SPEECH,
    STOP,
    THAT,
)
from qawl.arabic.quotes import Quote, find_quotes
from qawl.arabic.tokens import Tokens

# So many tokens between marks are a mere phrase.
PHRASE = 3
# What a gathering is called has so many words at most, and none of these.
NAME_WORDS, NO_NAME = 7, THAT | RELATIVE | KAN | NEGATION | SPEECH | PUNCTUATION
# The first part of a number that a full stop parts has at most so many digits: 92. 82 في المائة.
LONGEST_PART = 3


class Passage:
    """Tokens with what stands between quotation marks and where sentences end.

    ``chrome`` are code point ranges in which nobody speaks, ``title`` those in which a headline may quote, ``window`` the one that
    is read, all of the text where it is None.
    """

    def __init__(
        self,
        text: str,
        chrome: tuple[tuple[int, int], ...] = (),
        title: tuple[tuple[int, int], ...] = (),
        window: tuple[int, int] | None = None,
    ) -> None:
        self.text = text
        self.title = title
        self.tokens = Tokens(text, *(window or (0, len(text))))
        self.chrome = chrome
        self.quotes = find_quotes(self.tokens)
        self.opening = {quote.open: quote for quote in self.quotes}
        self.closing = {quote.close: quote for quote in self.quotes if quote.close > quote.stop - 1}
        self._opens = [quote.open for quote in self.quotes]
        self._sentence_starts: dict[int, int] = {}
        self._sentence_stops: dict[int, int] = {}
        self._lasts = [max(quote.close, quote.stop - 1) for quote in self.quotes]

    @cached_property
    def stops(self) -> list[int]:
        """The tokens that end a sentence, in order, those within quotations too."""
        kinds = self.tokens.kinds
        ends = [place for place in self.tokens.marks if kinds[place] & SENTENCE_END]
        joins = (self.is_abbreviation, self.points_to, self.parts_number, self.leans_back, self.asks_within)
        return [place for place in ends if not any(joined(place) for joined in joins)]

    @cached_property
    def sentence_ends(self) -> list[int]:
        """The stops, of several in a row of one kind the first: a blank line ends no sentence, nor does the second mark of !!."""
        return [stop for stop in self.stops if not self.is_blank(stop)]

    def is_blank(self, place: int) -> bool:
        """Whether a token only repeats the end that stands before it: a second line end, a second mark."""
        return place > 0 and bool(self.tokens.kinds[place] & self.tokens.kinds[place - 1] & SENTENCE_END)

    @cached_property
    def breaks(self) -> list[int]:
        """The tokens that end a paragraph, in order."""
        return [mark for mark in self.tokens.marks if self.tokens.kinds[mark] & BREAK]

    def points_to(self, stop: int) -> bool:
        """Whether a run of dots leads to a quotation: قال أمس.. «كذا»."""
        return self.tokens.keys[stop].startswith("..") and stop + 1 in self.opening

    def parts_number(self, stop: int) -> bool:
        """Whether a full stop and a blank part one number: 92. 82 في المائة، 12. 500 طالب."""
        tokens = self.tokens
        if tokens.keys[stop] != "." or not 0 < stop < len(tokens.starts) - 1 or tokens.ends[stop - 1] != tokens.starts[stop]:
            return False
        before, after = tokens.keys[stop - 1], tokens.keys[stop + 1]
        return before.isdecimal() and after.isdecimal() and len(before) <= LONGEST_PART

    def leans_back(self, stop: int) -> bool:
        """Whether what follows a full stop can only go on with its sentence: . كلها أعمال، . وأن السفن تصل؛ not . وإن، . وآن."""
        tokens = self.tokens
        if tokens.keys[stop] != "." or stop + 2 >= len(tokens.starts) or stop == 0:
            return False
        prefix = tokens.kinds[stop + 1] & PREFIX
        if tokens.keys[stop + 1] + (tokens.keys[stop + 2] if prefix else "") in LEANS_BACK:
            return True
        joined = prefix and tokens.kinds[stop + 2] & THAT
        return bool(joined) and not tokens.surface(stop + 2, stop + 3).startswith((WRITTEN_INNA, MADDA))

    def asks_within(self, stop: int) -> bool:
        """Whether a comma behind a question mark tells that the sentence goes on: هل علم بالأمر؟، ومن أغلق الباب؟"""
        kinds = self.tokens.kinds
        return self.tokens.keys[stop] == QUESTION_MARK and bool(kinds[stop + 1] & COMMA)

    def is_abbreviation(self, stop: int) -> bool:
        """Whether a full stop behind a space only shortens a word: د .سالم; but not 2013 م."""
        tokens = self.tokens
        return bool(
            tokens.kinds[stop] & STOP
            and stop > 1
            and not tokens.kinds[stop - 2] & NUMBER
            and tokens.starts[stop] - tokens.ends[stop - 1] <= 1
            and tokens.ends[stop - 1] - tokens.starts[stop - 1] == 1
            and not tokens.kinds[stop - 1] & (PUNCTUATION | PREFIX)
            and tokens.keys[stop] == "."
        )

    def quote_at(self, place: int) -> Quote | None:
        """The quotation that holds the token at `place`, its marks included."""
        number = bisect_right(self._opens, place) - 1
        return self.quotes[number] if number >= 0 and place <= self._lasts[number] else None

    def quotes_in(self, first: int, stop: int) -> list[Quote]:
        """The quotations of which a token stands in the range, in order."""
        start = max(0, bisect_right(self._opens, first) - 1)
        near = self.quotes[start : bisect_left(self._opens, stop)]
        return [quote for quote in near if quote.first < stop and first < quote.stop]

    def inside(self, place: int) -> Quote | None:
        """The quotation that holds the token at `place` between its marks."""
        quote = self.quote_at(place)
        return quote if quote and quote.first <= place < quote.stop else None

    def clause_quote(self, place: int) -> Quote | None:
        """The quotation that holds a token, if it has more words than a mere phrase: not عقد «مؤتمر | الحوار»."""
        quote = self.inside(place)
        return quote if quote and quote.stop - quote.first > PHRASE and not self.is_called(quote) else None

    def is_called(self, quote: Quote) -> bool:
        """Whether marks stand round what a gathering is called: انطلقت «قمة المياه والغذاء العربية» أمس."""
        kinds = self.tokens.kinds[quote.first : quote.stop]
        return bool(kinds[0] & GATHERING) and quote.words <= NAME_WORDS and not any(kind & NO_NAME for kind in kinds)

    def sentence_stop(self, place: int) -> int:
        """The token that ends the sentence of `place`: within its quotation if it stands in one, past quotations otherwise."""
        if place not in self._sentence_stops:
            self._sentence_stops[place] = self._find_sentence_stop(place)
        return self._sentence_stops[place]

    def _find_sentence_stop(self, place: int) -> int:
        home = self.clause_quote(place)
        limit = home.stop if home else len(self.tokens.starts)
        number = bisect_left(self.stops, place)
        while number < len(self.stops):
            stop = self.stops[number]
            if stop >= limit:
                return limit
            around = self.quote_at(stop)
            if around is None or around == home:
                return stop
            if self.ends_with(around):
                return min(around.close + 1, limit)
            number = bisect_right(self.stops, around.close)
        return limit

    def ends_with(self, quote: Quote) -> bool:
        """Whether a sentence ends with the quotation: its own full stop inside, or a new paragraph after it."""
        after = quote.close + 1
        inner = self.tokens.kinds[quote.stop - 1] & STOP
        return after >= len(self.tokens.starts) or bool(self.tokens.kinds[after] & BREAK) or bool(inner)

    def sentence_start(self, place: int) -> int:
        """The first token of the sentence of `place`, within its quotation if it stands in one."""
        if place not in self._sentence_starts:
            self._sentence_starts[place] = self._find_sentence_start(place)
        return self._sentence_starts[place]

    def _find_sentence_start(self, place: int) -> int:
        home = self.clause_quote(place)
        least = home.first if home else 0
        number = bisect_left(self.stops, place) - 1
        while number >= 0:
            stop = self.stops[number]
            if stop < least:
                return least
            around = self.quote_at(stop)
            if around is None or around == home:
                return stop + 1
            if around.close < place and self.ends_with(around):
                return around.close + 1
            number = bisect_left(self.stops, around.open) - 1
        return least

    def paragraph_stop(self, place: int) -> int:
        """The line end at or after `place`, or the end of the text."""
        number = bisect_left(self.breaks, place)
        return self.breaks[number] if number < len(self.breaks) else len(self.tokens.starts)

    def paragraph_start(self, place: int) -> int:
        """The first token of the line of `place`."""
        number = bisect_left(self.breaks, place) - 1
        return self.breaks[number] + 1 if number >= 0 else 0

    def sets_off(self, place: int) -> bool:
        """Whether a comma, a dash or a round bracket stands at `place`, as round a parenthesis."""
        return bool(self.tokens.kinds[place] & COMMA) or self.tokens.keys[place][0] in DASHES + ROUND

    def skip(self, place: int, classes: int) -> int:
        """The first token from `place` on that is of none of the classes."""
        kinds = self.tokens.kinds
        while kinds[place] & classes:
            place += 1
        return place

    def trim(self, first: int, stop: int) -> tuple[int, int]:
        """The range without marks and line ends at its edges, quotation marks and brackets kept."""
        kinds, loose, marks = self.tokens.kinds, STOP | BREAK | COMMA, ":" + DASHES
        while first < stop and (kinds[first] & loose or self.tokens.keys[first] in marks):
            first += 1
        while stop > first and (kinds[stop - 1] & loose or self.tokens.keys[stop - 1] in marks):
            stop -= 1
        return first, stop

    def offsets(self, first: int, stop: int) -> tuple[int, int]:
        """Code points of the tokens from `first` to the one before `stop`."""
        return self.tokens.starts[first], self.tokens.ends[stop - 1]

    def is_chrome(self, place: int) -> bool:
        """Whether the token stands where nobody speaks."""
        return bool(self.chrome) and self._is_in(place, self.chrome)

    def is_title(self, place: int) -> bool:
        """Whether the token stands in the headline."""
        return bool(self.title) and self._is_in(place, self.title)

    def _is_in(self, place: int, ranges: tuple[tuple[int, int], ...]) -> bool:
        at = self.tokens.starts[place]
        number = bisect_right(ranges, (at, len(self.text))) - 1
        return number >= 0 and at < ranges[number][1]
