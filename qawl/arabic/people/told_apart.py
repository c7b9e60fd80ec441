"""Names of a page that its own words keep apart, however like they are: سالم راشد الكندي … والده | راشد الكندي.

Whoever is told as the kin, the successor or the rival of somebody is not he; nor is one of whom the page says that they only have
one name, nor the younger of two who are told by their age.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, combinations, islice

from qawl.arabic.actors import keys_of, name_keys
from qawl.arabic.findings import Range
from qawl.arabic.letters import (
    HIS,
    IT_IS,
    OPEN_TA,
    OTHER_THAN,
    OWNERS,
    TA_MARBUTA,
    THE_FATHER,
    THE_SON,
    WRITTEN_TA_MARBUTA,
    bare_key,
    bare_words,
    fold,
)
from qawl.arabic.lexicon import (
    BREAK,
    CITY,
    CLOSES,
    COMMA,
    FUNCTION,
    NAME,
    NEGATION,
    OFFICE,
    OPENS,
    PREFIX,
    PUNCTUATION,
    SENTENCE_END,
    SPEECH,
    THAT,
    TURNS_TO,
    word_classes,
)
from qawl.arabic.names.joiners import is_and, relatives
from qawl.arabic.names.units import connectors, descents
from qawl.arabic.people.namesakes import (
    Kin,
    Told,
    are_alike,
    are_namesakes,
    differ_in_office,
    have_no_office_alike,
    is_introduced,
    may_be_one,
)
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among, words_of, words_where
from qawl.tables import table

# So many words may stand between a word for kin and the name of the one who is told so: سلفه في المنصب سالم.
REACH = 5
# What ends the way back from a name to such a word.
ENDS = SENTENCE_END | COMMA | OPENS | CLOSES | SPEECH | THAT
# Who came before; their own name may be the one that a grandchild has.
ELDER = "elder"
CHILD = "child"
SUCCESSOR = "successor"
# A full name has more words than this.
LEAST_FULL = 2
# A name with the roles beside it.
Named = tuple[Range, tuple[Range, ...]]


@cache
def owned_relatives() -> dict[str, tuple[str, str]]:
    """The same of those with a pronoun: شقيقه، والدتهم."""
    found = {}
    for row in table("relatives.tsv"):
        form = fold(row["form"])
        stem = form[:-1] + OPEN_TA if form.endswith(TA_MARBUTA) else form
        found.update({stem + owner: (form, row["use"]) for owner in (HIS, *OWNERS)})
    return found


class Apart:
    """Which names of a page cannot be one person's; names are their places as tokens."""

    def __init__(self, tokens: Tokens, named: Iterable[tuple[Range, tuple[Range, ...]]]) -> None:
        self.tokens = tokens
        self.told = [
            Told(
                name,
                name_keys(tokens, name),
                tuple(tokens.surface(*role) for role in roles),
                tuple(role for role in roles if role[1] <= name[0]),
                kin_before(tokens, name),
                any(tokens.keys[first - 1] in IT_IS for first, _ in roles if first > name[1]),
            )
            for name, roles in sorted(named)
        ]
        self.sentences = numbered(tokens)
        self.warnings = dict(warnings(tokens))
        self.parents: set[Range] = set()
        self.children: set[Range] = set()
        self.pairs = set(self._found())
        self._descend_of_nobody()

    def divides(self, name: Range, others: list[Range]) -> bool:
        """Whether a name is told apart from one of the others."""
        return any((name, other) in self.pairs or (other, name) in self.pairs for other in others)

    def _found(self) -> Iterator[tuple[Range, Range]]:
        for place, one in enumerate(self.told):
            yield from self._from_owner(place, one)
            yield from self._from_beside(place, one)
            yield from self._turned_to(place, one)
            yield from self._denied(one)
        for place, tells in self.warnings.items():
            yield from self._warned(place, tells)
        yield from ((one.name, two.name) for one, two in combinations(self.told, 2) if self._differ(one, two))

    def _differ(self, one: Told, two: Told) -> bool:
        """Whether kin, age or, where the page warns of like names, office tell two names apart."""
        if differ_in_kin(one, two) or is_new(one, two) or is_introduced(one, two) or differ_in_age(self.tokens, one.name, two.name):
            return True
        if are_namesakes(self.tokens, one, two, self.sentences[one.name[0]] == self.sentences[two.name[0]]):
            return True
        return "names" in self.warnings.values() and differ_in_office(one, two)

    def _from_owner(self, place: int, one: Told) -> Iterator[tuple[Range, Range]]:
        """شقيقه | سالم is not who was named right before, والده | سالم none of those before him in this sentence and the last."""
        if one.kin is None or not one.kin.owned:
            return
        before = self.told[:place] if one.kin.use == ELDER else self.told[max(0, place - 1) : place]
        before = [two for two in before if two.name not in self.parents or one.kin.use != ELDER]
        near = [two for two in before if self._is_near(two, one.name[0])]
        near = near[-1:] if all(two.keys == one.keys for two in near) else [two for two in near if two.keys != one.keys]
        self._descends(one, near[-1:])
        yield from ((two.name, one.name) for two in near)

    def _is_near(self, two: Told, place: int) -> bool:
        """Whether somebody is named in the sentence of a place or the one before, by the last part of the name alone too."""
        least = self.sentences[place] - 1
        first = bisect_left(self.sentences, least)
        again = (bare_key(key) == two.keys[-1] for key in self.tokens.keys[max(first, two.name[1]) : place])
        return self.sentences[two.name[0]] >= least or any(again)

    def _from_beside(self, place: int, one: Told) -> Iterator[tuple[Range, Range]]:
        """سالم، نجل | راشد; نجل | راشد، سالم."""
        if one.kin is None or one.kin.owned:
            return
        before = [two for two in self.told[:place] if self._leads(two.name[1], one.kin.place)]
        behind = [two for two in self.told[place + 1 : place + 2] if self._leads(one.name[1], two.name[0])]
        if one.kin.use == CHILD:
            self.parents.add(one.name)
            self.children.update(two.name for two in (*before, *behind))
        yield from ((two.name, one.name) for two in (*before, *behind) if two.keys != one.keys)

    def _turned_to(self, place: int, one: Told) -> Iterator[tuple[Range, Range]]:
        """Whom أما brings in by his office is not he who was named without any: فاز سالم الكندي … أما النائب | سالم الكندي."""
        if not one.roles or not self._is_topic(one):
            return
        line = max((at for at in range(one.name[0]) if self.tokens.kinds[at] & BREAK), default=-1)
        same = [two for two in self.told[:place] if len(one.keys) > 1 and two.keys == one.keys]
        alone = same and not any(two.roles or two.name[0] < line for two in same)
        if alone or (same and same[-1] is self.told[place - 1] and have_no_office_alike(same[-1], one)):
            yield from ((two.name, one.name) for two in same)

    def _denied(self, one: Told) -> Iterator[tuple[Range, Range]]:
        """Of whom a page says that it does not mean him: المدرس سالم الكندي، وليس المطرب | سالم الكندي."""
        first = min((one.name[0], *(title[0] for title in one.titles)))
        if not first or not self.tokens.kinds[first - 1] & NEGATION or self.tokens.keys[first - 1] == OTHER_THAN:
            return
        here = self.sentences[one.name[0]]
        near = [two for two in self.told if two is not one and abs(self.sentences[two.name[0]] - here) <= 1]
        yield from ((two.name, one.name) for two in near if may_be_one(one, two) and have_no_office_alike(one, two))

    def _is_topic(self, one: Told) -> bool:
        """Whether أما stands before the office of somebody: أما النائب | سالم الكندي."""
        kinds, first = self.tokens.kinds, one.name[0]
        while first and kinds[first - 1] & OFFICE:
            first -= 1
        return bool(first and kinds[first - 1] & TURNS_TO)

    def _descends(self, one: Told, owners: list[Told]) -> None:
        """Take down who is told as the parent or the child of whom."""
        if one.kin and owners and one.kin.use in (ELDER, CHILD):
            parent, child = (one, owners[0]) if one.kin.use == ELDER else (owners[0], one)
            self.parents.add(parent.name)
            self.children.add(child.name)

    def _descend_of_nobody(self) -> None:
        """Take down of whom, as the only one named before it, a sentence tells a parent or child: سالم … والده الذي."""
        if not any(self.tokens.count(key) for key in (THE_FATHER, THE_SON)):
            return
        named = {one.kin.place for one in self.told if one.kin}
        for place in words_among(self.tokens, owned_relatives()):
            use = owned_relatives()[self.tokens.keys[place]][1]
            if use in (ELDER, CHILD) and place not in named and is_written_owned(self.tokens, place):
                here = [one.name for one in self.told if self._is_before(one, place)]
                (self.children if use == ELDER else self.parents).update(here if len(here) == 1 else ())

    def _is_before(self, one: Told, place: int) -> bool:
        """Whether somebody is named in the sentence of a place, before it."""
        return one.name[1] <= place and self.sentences[one.name[0]] == self.sentences[place]

    def _warned(self, place: int, tells: str) -> Iterator[tuple[Range, Range]]:
        """سالم راشد … تشابه اسمه مع | سالم راشد; لا علاقة له بالطبيب | سالم راشد, where their offices are two."""
        here = self.sentences[place]
        before = [one for one in self.told if one.name[1] <= place and self.sentences[one.name[0]] >= here - 1][-1:]
        behind = [two for two in self.told if two.name[0] > place and self.sentences[two.name[0]] == here][:1]
        pairs = ((one, two) for one in before for two in behind)
        yield from ((one.name, two.name) for one, two in pairs if tells == "names" or differ_in_office(one, two))

    def _leads(self, first: int, stop: int) -> bool:
        """Whether nothing but a comma and a small word stands between."""
        kinds = self.tokens.kinds[first:stop]
        return len(kinds) <= 3 and all(kind & (COMMA | PREFIX | FUNCTION) for kind in kinds)


def kin_before(tokens: Tokens, name: Range) -> Kin | None:
    """The word for kin that tells a name: والده | راشد، نجل الوزير | راشد; it may be read as a part of it too."""
    for place in range(name[0], max(-1, name[0] - REACH - 1), -1):
        if place < name[0] and ends_there(tokens, place):
            return None
        found = owned_relatives().get(tokens.keys[place])
        if found and is_written_owned(tokens, place) and (place < name[0] or name[1] > name[0] + 1):
            return Kin(place, *found, True)
        if place < name[0] and (found := relatives().get(tokens.keys[place])):
            return Kin(place, *found, found[1] == SUCCESSOR)
    return None


def ends_there(tokens: Tokens, place: int) -> bool:
    """Whether a word for kin before this one tells another name than the one behind: والده راشد وسالم، والده أن سالم."""
    kind = tokens.kinds[place]
    return bool(kind & ENDS) or is_and(tokens, place) or bool(kind & NAME and not kind & OFFICE)


def is_written_owned(tokens: Tokens, place: int) -> bool:
    """Whether a word has a pronoun as it is written: شقيقه; not جدة, nor جده where no ة is written."""
    if tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA:
        return False
    return WRITTEN_TA_MARBUTA in tokens.text or not word_classes().get(tokens.keys[place], 0) & CITY


def without_kin(tokens: Tokens, name: Range) -> Range:
    """A name without a word for kin before it that was read as a part of it: سلفه | سليم الهاشمي."""
    kin = kin_before(tokens, name)
    return (name[0] + 1, name[1]) if kin and kin.owned and kin.place == name[0] and not tokens.kinds[name[0]] & NAME else name


def without_friends(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names of a page, parted at a word for kin or a friend before the full name of somebody whom it names elsewhere too.

    كان رفيق | معمر الكندي … غادر معمر الكندي. So behind another name: جاء سالم | صديق | معمر الكندي.
    """
    known = Counter(keys_of(tokens, name) for name, _ in named)
    return [part for found in named for part in parted(tokens, found, known)]


def parted(tokens: Tokens, named: Named, known: Counter[tuple[str, ...]]) -> Iterator[Named]:
    """The names on both sides of such a word inside a name, the roles with the first; nobody's title stands before the word."""
    (first, stop), roles = named
    rests = ((at, keys_of(tokens, (at + 1, stop))) for at in range(first, stop - LEAST_FULL) if tokens.keys[at] in kin_words())
    word = next((at for at, rest in rests if known[rest] and not (at == first and roles)), None)
    if word is None:
        yield named
        return
    if word > first:
        yield (first, word), roles
    yield (word + 1, stop), ()


@cache
def kin_words() -> frozenset[str]:
    """Folded words that tell somebody by somebody else: رفيق، صديق; those of descent are a part of names."""
    return frozenset(fold(row["form"]) for row in table("relatives.tsv")) - descents() - frozenset(connectors())


def numbered(tokens: Tokens) -> list[int]:
    """The number of the sentence of each token."""
    numbers = [0] * len(tokens)
    for end in words_of(tokens, SENTENCE_END):
        numbers[end] = 1
    return list(accumulate(numbers))


def differ_in_kin(one: Told, two: Told) -> bool:
    """Whether two names are told by other words for kin: ابنه | أحمد, جده | أحمد سالم."""
    return one.kin is not None and two.kin is not None and one.kin.form != two.kin.form and are_alike(one, two)


@cache
def warning_words() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words by which a page warns of like names, as bare keys, with what they tell, by the first of each."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("namesake_words.tsv"):
        words = tuple(bare_words(row["form"]).split())
        found.setdefault(words[0], []).append((words, row["tells"]))
    return found


def may_warn(key: str) -> bool:
    """Whether a word may be the first of those by which a page warns: تشابه, التشابه."""
    return bare_key(key) in warning_words()


def warnings(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """Where a page warns that two of like names are not one, and by what: `names` or `ties`."""
    for place in words_where(tokens, may_warn):
        for words, tells in warning_words()[bare_key(tokens.keys[place])]:
            if tuple(islice(bare_keys_from(tokens, place), len(words))) == words:
                yield place, tells


def bare_keys_from(tokens: Tokens, first: int) -> Iterator[str]:
    """The bare keys of the words from a place on, without clitics and marks."""
    words = (place for place in range(first, len(tokens)) if not tokens.kinds[place] & (PREFIX | PUNCTUATION))
    return (bare_key(tokens.keys[place]) for place in words)


def is_new(one: Told, later: Told) -> bool:
    """Whether a name told as somebody's kin comes before a longer one, which would come first if it were his."""
    return one.kin is not None and one.kin.owned and 1 < len(one.keys) < len(later.keys) and later.kin is None


def differ_in_age(tokens: Tokens, one: Range, two: Range) -> bool:
    """Whether one is told as the father and the other as the son: منصور الأب, منصور الابن."""
    ages = [age_of(tokens, name) for name in (one, two)]
    return "" not in ages and (ages[0] == THE_FATHER) != (ages[1] == THE_FATHER)


def age_of(tokens: Tokens, name: Range) -> str:
    """The word in or behind a name that tells father from son, nothing where there is none."""
    behind = tokens.keys[name[1]]
    return next((key for key in (tokens.keys[name[1] - 1], behind) if connectors().get(key) == "last"), "")
