"""According phrases, who is named in them and what they tell of: وفقا لفلان كذا، كذا بحسب ما قال فلان، كذا على حد قوله."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.findings import Finding
from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    ARTICLE,
    AS_SAID,
    BASED,
    BY,
    HIS,
    IN,
    LIMIT,
    NISBA,
    OF,
    ON_WHAT,
    OWNERS,
    PASSED_ON,
    RELAYING,
    TO,
    TO_THE,
    TONGUE,
    WHAT,
    WRITTEN_TA_MARBUTA,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DOCUMENT,
    EMPHATIC,
    LAST_NAME,
    NAME,
    NORM,
    NUMBER,
    OFFICE,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SATED,
    SAYING,
    SAYING_PHRASE,
    SENTENCE_END,
    SPEECH,
    THAT,
    TIME,
    VIEW,
    may_say,
    readings,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.according_contents import ASIDE_REACH, DESCRIPTION, clause_head, content_around, opens_that
from qawl.arabic.reporting.adverbials import past_day
from qawl.arabic.reporting.cues import SENTENCE
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.verbs import RULES, Reading, pronouns

# How many tokens before a surname alone the name in full is looked for.
NAMED_REACH = 600
# What ends an adjunct between a verb and its subject.
ADJUNCT_END = PREPOSED | OFFICE | TIME | PUNCTUATION


def is_saying_phrase(passage: Passage, place: int) -> bool:
    """Whether حد stands in its phrase: على حد قوله; not إلى حد كبير, nor على لسان فلان, who says something else."""
    keys, before = passage.tokens.keys, place - 1
    return place > 0 and bool(passage.tokens.kinds[before] & PREPOSITION) and keys[before] != TO and keys[place] != TONGUE


def view_at(passage: Passage, place: int) -> Finding | None:
    """في رأي فلان كذا / كذا، برأيه، كذا; not في نظر القانون, nor من منظور اقتصادي, nor في رأيهم قال فلان إن كذا."""
    led = view_led(passage, place)
    found = None if led is None else according_to(passage, led)
    if found is None or passage.tokens.kinds[found.content[0][0]] & SPEECH:
        return None
    source = found.source
    bare = source and source.stop - source.first == 1 and passage.tokens.keys[source.first].endswith(NISBA)
    return None if source and (source.type == "document" or (bare and not source.named)) else found


def view_led(passage: Passage, place: int) -> int | None:
    """Where what somebody thinks opens a clause or stands between marks: في رأي فلان كذا، برأيه؛ not اختلفوا في رأي فلان."""
    tokens = passage.tokens
    if not word_classes().get(stem_of(tokens.keys[place]), 0) & VIEW:
        return None
    led = place if tokens.keys[place].startswith(BY) else place - 1
    if led < 0 or (led < place and tokens.keys[led] not in (IN, BY, OF)):
        return None
    start = led - 1 if led and tokens.kinds[led - 1] & PREFIX else led
    return led if start == passage.sentence_start(place) or passage.sets_off(start - 1) else None


def as_written(passage: Passage, verb: int) -> int | None:
    """Where an according phrase begins whose verb tells in what text it stands: ، كما | جاء في بيان، على ما | ورد في التقرير."""
    keys, as_said = passage.tokens.keys, verb - 1
    if keys[verb + 1] != IN or not any(reading.act == "report" for reading in readings(keys[verb])):
        return None
    if verb > 1 and (keys[verb - 2], keys[as_said]) == ON_WHAT:
        as_said -= 1
    elif verb < 1 or keys[as_said] not in AS_SAID:
        return None
    joined = as_said - 1 if as_said and passage.tokens.kinds[as_said - 1] & PREFIX else as_said
    apart = joined == passage.sentence_start(verb) or passage.sets_off(joined - 1)
    return as_said if apart else None


class Told(NamedTuple):
    """What an according phrase tells: where its cue ends, who is named, where the phrase ends, the speaker's form, who relays."""

    cue_stop: int
    phrase: Phrase | None
    after: int
    form: str
    via: Phrase | None = None


def according_to(passage: Passage, cue: int) -> Finding | None:
    """وفقا لفلان كذا / كذا، بحسب فلان / كذا على حد قوله / حسب قوله «كذا» / بحسبه كذا"""
    if is_owned(passage, cue):
        return according(passage, cue, Told(cue + 1, None, cue + 1, "pronoun"))
    told = None if is_of_deed(passage, cue) else according_told(passage, cue)
    if told is None or is_between(passage, cue, told.after) or is_within_saying(passage, cue):
        return None
    return according(passage, cue, relayed(passage, told))


def is_of_deed(passage: Passage, cue: int) -> bool:
    """Whether the form tells of a deed: استنادا within a clause (جاء القرار استنادا إلى كذا), نقلا without عن."""
    if passage.tokens.keys[cue] == RELAYING:
        return passage.tokens.keys[cue + 1] != ABOUT or tells_whence(passage, cue)
    start = cue - 1 if cue and passage.tokens.kinds[cue - 1] & PREFIX else cue
    opens = start == passage.sentence_start(cue) or passage.sets_off(start - 1)
    return passage.tokens.keys[cue] == BASED and not opens


def tells_whence(passage: Passage, cue: int) -> bool:
    """Whether نقلا عن tells from whom a text is that was published before it: نشرت الصحيفة تقريرا أمس | نقلا عن مصدر."""
    tokens = passage.tokens
    for place in range(cue - 1, max(passage.sentence_start(cue), cue - ASIDE_REACH), -1):
        if tokens.kinds[place] & (SPEECH | THAT | RELATIVE):
            return False
        if is_accusative(tokens, place) and known_head(tokens.keys[place].removesuffix(ALEF)) == "document":
            return True
    return False


def according_told(passage: Passage, cue: int) -> Told | None:
    """What the according phrase of a cue tells by its words alone."""
    place = passage.skip(cue + 1, PREPOSED | RELATIVE | SAYING_PHRASE)
    if place >= len(passage.tokens) or passage.tokens.kinds[place] & SENTENCE_END:
        return None
    told = by_saying(passage, place) or by_verb(passage, cue, place)
    return told if told or passage.tokens.keys[cue] == LIMIT else by_source(passage, place)


def relayed(passage: Passage, told: Told) -> Told:
    """The one whom a medium quotes where it tells from whom it has it: حسبما ذكرت الوكالة، نقلا عن فلان."""
    place = quoting(passage, told.after)
    inner = source_at(passage, place) if place and told.via is None and told.phrase else None
    return told._replace(phrase=inner, after=inner.stop, form="name", via=told.phrase) if inner else told


def quoting(passage: Passage, place: int) -> int | None:
    """Where the source stands that نقلا عن names at `place` or behind its comma, None where there is none."""
    start = passage.skip(place, COMMA)
    about = passage.tokens.kinds[start] & ACCORDING and passage.tokens.keys[start + 1] == ABOUT
    return start + 2 if about else None


def according(passage: Passage, cue: int, told: Told) -> Finding | None:
    """The finding of an according phrase, None where it is about nothing."""
    found = content_around(passage, cue, passage.skip(told.after, EMPHATIC))
    if found is None:
        return None
    content, open_end = found
    reading = by_owner(passage, cue, told.cue_stop) if told.form == "pronoun" else None
    return Finding("according", cue, (cue, told.cue_stop), reading, told.phrase, content, told.form, open_end, told.via)


def by_owner(passage: Passage, cue: int, stop: int) -> Reading | None:
    """What the pronoun on the last word of a cue tells of whose saying it is: حسب قولهم is several people's, حسب قولها hers."""
    key = passage.tokens.keys[stop - 1]
    row = max((row for row in pronouns() if key.endswith(fold(row["form"]))), key=lambda row: len(row["form"]), default=None)
    if row is None:
        return None
    return Reading(passage.tokens.surface(cue, stop), "say", frozenset(), "noun", "-", "s", row["gender"] + row["number"])


def is_owned(passage: Passage, place: int) -> bool:
    """Whether a word of saying or according carries a pronoun: تعبيره، بحسبها."""
    key = passage.tokens.keys[place]
    stem = stem_of(key)
    said = word_classes().get(key, 0) & SAYING or word_classes().get(stem, 0) & (SAYING | ACCORDING | VIEW)
    return stem != key and bool(said) and passage.text[passage.tokens.ends[place] - 1] != WRITTEN_TA_MARBUTA


def stem_of(key: str) -> str:
    """A noun without the pronoun of its owner: تعبير of تعبيره."""
    return next((key.removesuffix(owner) for owner in (*OWNERS, HIS) if key.endswith(owner)), key)


def is_between(passage: Passage, cue: int, after: int) -> bool:
    """Whether an according phrase stands between a verb of saying and its أن: ذكر الموقع، نقلا عن مسؤولين، أن كذا."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    that = passage.skip(after, EMPHATIC)
    while that < len(passage.tokens) and passage.sets_off(that):
        that += 1
    if not kinds[that] & THAT:
        return False
    verbs = (
        place
        for place in range(max(passage.sentence_start(cue), cue - SENTENCE), cue)
        if kinds[place] & SPEECH and not kinds[place] & DEFINITE
    )
    return any(may_say(keys[place]) for place in verbs)


def is_within_saying(passage: Passage, cue: int) -> bool:
    """Whether only who relays stands in marks behind a verb of saying and its subject: وحث الوزير - وفقا للوكالة - المجلس على."""
    kinds, start = passage.tokens.kinds, clause_head(passage, passage.sentence_start(cue))
    verb = passage.skip(start, PREFIX | PUNCTUATION | CONJUNCTION)
    if verb + 2 >= cue or not kinds[verb] & SPEECH or not passage.sets_off(cue - 1):
        return False
    says = may_say(passage.tokens.keys[verb]) and not kinds[verb + 1] & QUANTITY
    phrase = source_at(passage, verb + 1) if says else None
    return phrase is not None and phrase.stop == cue - 1


def by_saying(passage: Passage, place: int) -> Told | None:
    """على حد قوله / حسب تعبير فلان"""
    owned = is_owned(passage, place)
    if not owned and not passage.tokens.kinds[place] & (SAYING | VIEW):
        return None
    if owned:
        return Told(place + 1, None, place + 1, "pronoun")
    phrase = known_source(passage, place + 1)
    return Told(place + 1, phrase, phrase.stop, "name") if phrase else None


def by_verb(passage: Passage, cue: int, place: int) -> Told | None:
    """حسب ما قال فلان / وفقا لما أعلنته فلانة / حسبما ذكر للصحفيين أمس فلان / حسب ما نقلته فلانة; not وفق ما نص عليه القانون"""
    tokens, kind = passage.tokens, passage.tokens.kinds[place]
    clause = (place == cue + 1 and tokens.keys[cue].endswith(WHAT)) or (place > cue + 1 and tokens.keys[place - 1] == WHAT)
    if not kind & SPEECH or kind & (SAYING | ROLE | BODY) or (kind & DOCUMENT and not clause) or place <= cue:
        return None
    reading = next(iter(readings(tokens.keys[place])), None)
    if reading is None or RULES in reading.takes:
        return None
    start = place + 1 if reading.act != "report" else passage.skip(place + 1, PREPOSED)
    start = past_adjuncts(passage, start)
    phrase = read_source(tokens, start, passage.sentence_stop(start)) if clause else known_source(passage, start)
    if phrase is None:
        return None
    if (about := whom_it_quotes(passage, place)) is not None:
        return Told(about, None, phrase.stop, "pronoun", phrase)
    relays = reading.act == "report" and tokens.keys[phrase.stop] == ABOUT
    inner = source_at(passage, phrase.stop + 1) if relays else None
    return Told(place + 1, inner, inner.stop, "name", phrase) if inner else Told(place + 1, phrase, phrase.stop, "name")


def whom_it_quotes(passage: Passage, verb: int) -> int | None:
    """Where عن and its pronoun end behind a verb that relays, which take up who was named: حسبما نقلت عنه | الوكالة."""
    tokens, about = passage.tokens, verb + 1
    relays = any(reading.act == "report" and reading.lemma == PASSED_ON for reading in readings(tokens.keys[verb]))
    taken_up = relays and tokens.kinds[about] & SATED and tokens.keys[about].startswith(ABOUT)
    return about + 1 if taken_up else None


def past_adjuncts(passage: Passage, place: int) -> int:
    """Where the subject of a verb stands behind its adjuncts: عنه أول أمس الاثنين، للإذاعة، في تصريح صحفي."""
    kinds = passage.tokens.kinds
    stop = min(passage.sentence_stop(place), place + DESCRIPTION)
    while place < stop and not opens_that(passage, place):
        if (behind := past_day(passage, place, stop)) > place:
            place = behind
            continue
        if not kinds[place] & (PREPOSED | TIME | NUMBER | COMMA):
            break
        governs = kinds[place] & PREPOSED and not kinds[place] & SATED
        place += 2 if governs else 1
        while governs and place < stop and not kinds[place] & ADJUNCT_END:
            place += 1
    return place


def by_source(passage: Passage, place: int) -> Told | None:
    """وفقا لفلان / بحسب فلان / نقلا عن فلان; a rule only where it is a text: وفقا للقانون فإن, not وفقا لإحداثيات المركب فإن."""
    norm = is_norm(passage, place)
    mute = norm and known_head(bare_key(passage.tokens.keys[place])) != "document"
    phrase = (None if mute else source_up_to(passage, place)) or (None if norm else known_source(passage, place))
    if phrase is None:
        return None
    if passage.tokens.keys[place - 1] == TO_THE:
        return Told(place - 1, phrase._replace(first=place - 1), phrase.stop, "name")
    return Told(place, phrase, phrase.stop, "name")


def known_source(passage: Passage, place: int) -> Phrase | None:
    """A source that the tables know, or the surname alone of somebody named before: وبحسب | العبيدي، تراجعت الأسعار."""
    if phrase := source_at(passage, place):
        return phrase
    tokens, after = passage.tokens, place + 1
    if after >= len(tokens):
        return None
    fused = tokens.keys[place - 1] == TO_THE
    if not (fused or tokens.kinds[place] & DEFINITE) or not tokens.kinds[place] & (LAST_NAME | DEFINITE):
        return None
    surname = ARTICLE + bare_key(tokens.keys[place])
    before = range(place - 1, max(0, place - NAMED_REACH), -1)
    closed = (at for at in before if tokens.keys[at] == surname and tokens.kinds[at] & LAST_NAME and tokens.kinds[at - 1] & NAME)
    return Phrase(place, after, "person", (place, after), None, True) if any(closed) else None


def is_norm(passage: Passage, place: int) -> bool:
    """Whether what is followed is a rule that is obeyed and nobody who says anything: وفقا للقانون."""
    return bool(word_classes().get(bare_key(passage.tokens.keys[place]), 0) & NORM)


def source_up_to(passage: Passage, place: int) -> Phrase | None:
    """A source that no table knows, where فإن or a quotation ends it: بحسب الراوي فإن كذا، وفقا للراوي «كذا وكذا»."""
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place))
    if phrase is None or phrase.stop + 1 >= len(passage.tokens):
        return None
    after = phrase.stop + 1 if passage.tokens.kinds[phrase.stop] & COMMA else phrase.stop
    quote = passage.opening.get(after)
    return phrase if opens_that(passage, after) or (quote and quote.is_speech) else None
