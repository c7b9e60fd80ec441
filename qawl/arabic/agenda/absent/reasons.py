"""Why somebody stays away, in the page's words: بسبب | وعكة صحية، لأن | الطريق مغلق، | احتجاجا على القرار، | أسباب صحية."""

from __future__ import annotations

from qawl.arabic.agenda.absent.words import is_word, phrase_of, small_words, verbs_and_nouns
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BY, FUTURE, IMPERFECT_HEADS, IN_ORDER_TO, JOINS_FREELY, TO
from qawl.arabic.lexicon import ACCORDING, BREAK, CLOSES, COMMA, OPENS, PREFIX, PUNCTUATION, SPEECH, STOP
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import pronouns
from qawl.model import Span

# How far before an absence what owes it to its reason may stand: عزا | الوزير سالم الكندي غيابه.
OWED_REACH = 8
# How far behind an absence what owes it to its reason may stand, and how far behind that noun what leads there.
TOLD_REACH, LEAD_REACH = 40, 8
# A verb that is to come has more letters: سيمثله.
SHORTEST = 4
# The senses of the nouns that tell of staying away without another word.
MISSES = ("miss", "avoid", "excuse", "drop")
# What leads to a reason behind a word of its class.
LEADS = {"owes": TO, "excuses": BY}
ENDS = STOP | BREAK | COMMA | CLOSES | OPENS


def reason_behind(scene: Scene, place: int) -> Span | None:
    """The words that give the reason from `place` on, within the sentence, without what leads to them."""
    passage = scene.passage
    stop = passage.sentence_stop(place) if place < len(passage.tokens) else 0
    for at in range(place, stop):
        if passage.tokens.kinds[at] & SPEECH and at > place and passage.tokens.kinds[at - 1] & PREFIX:
            return None
        if (first := reason_start(passage, at, stop)) is not None:
            return span_from(scene, *first, reason_stop(passage, first[0] + 1, stop))
    return None


def is_reason(passage: Passage, place: int) -> bool:
    """Whether what stands at `place` begins a reason: ألغى زيارته بسبب | مشاركة الوفد."""
    first = passage.sentence_start(place)
    return any(
        (found := phrase_of(passage.tokens, at, "because")) and found[1] == place for at in range(max(first, place - 3), place)
    )


def reason_owed(scene: Scene, noun: int, place: int) -> Span | None:
    """The reason of a noun that is owed to it, behind إلى from `place` on: تعود مقاطعة الحزب للقمة إلى | خلاف على القائمة."""
    passage = scene.passage
    before = range(max(passage.sentence_start(noun), noun - OWED_REACH), noun)
    if not any(is_word(passage.tokens, at, "owes") for at in before):
        return None
    stop = passage.sentence_stop(noun)
    lead = next((at for at in range(place, stop - 1) if passage.tokens.keys[at] == TO), None)
    return span_from(scene, lead + 1, 0, reason_stop(passage, lead + 2, stop)) if lead else None


def reason_told_later(scene: Scene, place: int) -> Span | None:
    """The reason to which the absence told before `place` is owed behind it, in this sentence or the next one.

    لم يحضر الوزير القمة. وعزا مكتبه غيابه إلى | وعكة صحية، وبرر غيابه ب| انشغاله.
    """
    passage, tokens = scene.passage, scene.tokens
    stop = passage.sentence_stop(max(place - 1, 0))
    stop = passage.sentence_stop(stop + 1) if stop + 1 < len(tokens) else stop
    for at in range(place, min(stop, place + TOLD_REACH)):
        leads = [lead for name, lead in LEADS.items() if is_word(tokens, at, name)]
        nouns = range(at + 1, min(stop, at + OWED_REACH)) if leads else ()
        if noun := next((noun for noun in nouns if is_own_absence(scene, noun)), None):
            found = led_behind(tokens, range(noun + 1, min(stop - 1, noun + LEAD_REACH)), leads)
            return span_from(scene, *found, reason_stop(passage, found[0] + 1, passage.sentence_stop(found[0]))) if found else None
    return None


def led_behind(tokens: Tokens, places: range, leads: list[str]) -> tuple[int, int] | None:
    """The token to which one of some words leads, and how many of its letters are that word, fused: إلى | المرض، ب|انشغاله."""
    for at in places:
        if tokens.keys[at] in leads:
            return at + 1, 0
        if BY in leads and tokens.keys[at].startswith(BY) and is_matter(tokens.keys[at][len(BY) :]):
            return at, len(BY)
    return None


def is_own_absence(scene: Scene, place: int) -> bool:
    """Whether somebody's staying away stands at `place`, by its pronoun: غيابه، مقاطعتها، عدم | حضوره."""
    told = [form for form in verbs_and_nouns()[scene.tokens.keys[place]] if form.pronoun and form.tense == "noun"]
    lacks = is_word(scene.tokens, place - 1, "lack")
    return any(form.row["sense"] in MISSES or (lacks and form.row["sense"] == "attend") for form in told)


def reason_start(passage: Passage, place: int, limit: int) -> tuple[int, int] | None:
    """The token at which a reason begins that is led to at `place`, and how many of its letters are the lead (ل of لارتباطه)."""
    tokens = passage.tokens
    if phrase := phrase_of(tokens, place, "because"):
        return (phrase[1], 0) if phrase[1] < limit else None
    if is_word(tokens, place, "kept") and not tokens.kinds[place - 1] & PREFIX:
        return place, 0
    key = tokens.keys[place]
    if key == IN_ORDER_TO and place + 1 < limit and is_matter(tokens.keys[place + 1]):
        return place + 1, 0
    if key.startswith(IN_ORDER_TO) and len(key) > 3 and is_matter(key[1:]):
        return place, 1
    return None


def is_matter(key: str) -> bool:
    """Whether a folded noun gives a reason behind ل, with a pronoun too: أسباب، انشغاله."""
    stems = (key, *(key.removesuffix(row["form"]) for row in pronouns() if key.endswith(row["form"])))
    return any((words, name) == ((stem,), "matter") for stem in stems for words, name in small_words().get(stem, ()))


def reason_stop(passage: Passage, place: int, limit: int) -> int:
    """Where the words of a reason end: at a mark, before according words, before و and a verb of saying."""
    kinds = passage.tokens.kinds
    for at in range(place, limit):
        if is_to_come(passage, at, limit):
            return at
        if kinds[at] & (ENDS | ACCORDING) or (kinds[at] & PREFIX and at + 1 < limit and kinds[at + 1] & (SPEECH | ACCORDING)):
            return at
    return limit


def is_to_come(passage: Passage, place: int, limit: int) -> bool:
    """Whether و goes on at `place` with what is to come, which is no reason: لأسباب صحية | وسيمثله نائبه."""
    keys = passage.tokens.keys
    after = keys[place + 1] if place + 1 < limit and keys[place] == JOINS_FREELY else ""
    return after.startswith(FUTURE) and after[1:2] in IMPERFECT_HEADS and len(after) > SHORTEST


def span_from(scene: Scene, first: int, letters: int, stop: int) -> Span | None:
    """The words from a token on, so many letters of it left out."""
    kinds = scene.tokens.kinds
    while stop > first and kinds[stop - 1] & PUNCTUATION:
        stop -= 1
    while first < stop and kinds[first] & OPENS:
        first += 1
    if stop <= first:
        return None
    span = scene.span((first, stop))
    return Span(span.text[letters:], span.start + letters, span.end)
