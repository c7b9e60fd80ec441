"""Subjects of the verbs of encounters: behind the verb, before it, in the noun of its relative clause, or left out."""

from __future__ import annotations

from qawl.arabic.actors import keys_of
from qawl.arabic.agenda.clauses import is_comma, is_led, next_noun
from qawl.arabic.agenda.crowds import is_alliance
from qawl.arabic.agenda.meant import gender_of_phrase, those_meant
from qawl.arabic.agenda.parts import Who
from qawl.arabic.agenda.places import is_place
from qawl.arabic.agenda.tenses import IMPERFECT, small_word, tense_at
from qawl.arabic.agenda.words import ACT, HOLDS, LEADS, NAME, PAIRED, PAPER, TABLE, is_whole, leaders
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.arguments import heads_before
from qawl.arabic.frames.joints import next_place
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import heads, is_accusative
from qawl.arabic.letters import (
    ADDRESSING,
    AS,
    DASHES,
    DOING,
    GREETING,
    HAD_BEFORE,
    HIS,
    IN,
    MUTUAL,
    TAKES_UP,
    THEN,
    TO_THE,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    KAN,
    MATTER,
    NATION,
    NEGATION,
    NUMBER,
    PORTFOLIO,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    STOP,
    THAT,
    TITLE,
)
from qawl.arabic.lexicon import NAME as GIVEN
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.duals import is_before_owner, is_nominative, is_pair, pair_head
from qawl.arabic.phrases.offices import has_role
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What opens the name of an agency before the text: صور (وكالة الساحل) -
OPENED = ("(", "[")
# The classes of small words that tell what somebody comes for: لحضور كذا، لمناقشة كذا، للتأكد من كذا.
AIMS = ("joining", "about", "discuss", "task")
# How far before its relative pronoun the noun may begin.
NOUN_REACH = 14
# So many words may tell an office in full: رئيس لجنة المال في مجلس النواب.
OFFICE_REACH = 7
# So near before its verb somebody may begin of whom it tells without a relative: وفد تونسي رفيع | يزور صور.
UNLINKED = 5
# So near behind a dual stands the first name.
NAME_REACH = 5


def parties_from(scene: Scene, place: int, stop: int, listed: bool = False) -> list[Phrase]:
    """The parties side by side at the next free noun; empty where that is no party."""
    at = next_noun(scene, place, stop)
    return lineup_of(scene, at, stop, listed) if at is not None else []


def lineup_of(scene: Scene, place: int, stop: int, listed: bool = False) -> list[Phrase]:
    """The parties side by side at `place`, up to the first that is an encounter itself and nobody: المؤتمر، اللقاء."""
    found = lineup_at(scene, place, stop, listed) if place < stop else []
    end = next((number for number, phrase in enumerate(found) if names_encounter(scene, phrase)), len(found))
    parties = [one for phrase in found[:end] for one in each_of(scene, without_matter(scene, without_aim(scene, phrase)), stop)]
    if end < len(found) or not parties or parties[-1].stop <= found[-1].stop:
        return parties
    after = next_place(scene.tokens, parties[-1].stop, stop)
    return [*parties, *lineup_of(scene, after, stop, listed)]


def two_officers(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """Two who are told by their offices alone, one right behind the other: استقبل | رئيس الوزراء | وزير الدفاع التركي.

    None where a third is behind them, so that one has both offices: التقى نائب الرئيس وزير النقل السفير.
    """
    tokens, kinds = scene.tokens, scene.tokens.kinds
    if place >= stop or not kinds[place] & (ROLE | TITLE) or kinds[place] & PREFIX:
        return []
    for at in range(place + 1, min(stop, place + OFFICE_REACH)):
        if kinds[at] & (PREFIX | PREPOSITION | PUNCTUATION | STOP) and not is_and(tokens, at):
            return []
        whole = kinds[at - 1] & (DEFINITE | COUNTRY | CITY) and kinds[at] & ROLE and not kinds[at] & (NATION | BODY)
        if whole and (opens_office(tokens, at) or kinds[at] & DEFINITE):
            one, other = party_at(scene, place, at), party_at(scene, at, stop)
            both = one and other and one.stop == at and other.first == at and not one.named and one.type == "unnamed"
            alone = both and other and not other.named and other.type == "unnamed"
            return [one, other] if alone and one and other and not lineup_of(scene, other.stop, stop) else []
    return []


def without_aim(scene: Scene, phrase: Phrase) -> Phrase:
    """A party without what somebody is called or comes for behind it: دعت اللجنة | لحضور محاضرة، الحكومة | لمناقشة كذا."""
    tokens = scene.tokens
    aims = (
        at
        for at in range(phrase.first + 1, phrase.stop - 1)
        if tokens.keys[at] in (ADDRESSING, TO_THE)
        and tokens.kinds[at] & PREFIX
        and (is_aim(scene, at + 1) or is_done(tokens, phrase, at))
    )
    stop = None if phrase.named else next(aims, None)
    return phrase if stop is None else phrase._replace(stop=stop, name=(phrase.name[0], stop))


def is_done(tokens: Tokens, people: Phrase, place: int) -> bool:
    """Whether what people are met to do is told at `place`: عدد من السكان | لمناقشة كذا; not أعضاء الهيئة العليا | للتنسيق."""
    body = any(kind & BODY for kind in tokens.kinds[people.first : place])
    return people.type == "group" and not body and bool(DOING.match(bare_key(tokens.keys[place + 1])))


def without_matter(scene: Scene, phrase: Phrase) -> Phrase:
    """An officer or a body without what is dealt with behind it: رئيس الوزراء | التهنئة، المجلس | الأمر."""
    tokens, first = scene.tokens, phrase.first
    if phrase.named:
        return phrase
    near = range(first + 1, phrase.stop)
    office = phrase.type in ("unnamed", "organisation") and tokens.kinds[first] & (ROLE | BODY)
    matter = (at for at in near if office and tokens.kinds[at - 1] & DEFINITE and is_dealt_with(tokens, first, at))
    at = next((at for at in near if visits(tokens, at)), None) or next(matter, None)
    return phrase if at is None else phrase._replace(stop=at, name=(phrase.name[0], at))


def visits(tokens: Tokens, place: int) -> bool:
    """Whether a verb without a relative tells that a party before it visits somewhere: وفد تونسي | يزور صور."""
    told = forms(TABLE).get(tokens.keys[place])
    return any(form.tense == "imperfect" and form.row["type"] == "visit" and form.row["by"] == ACT for form in told)


def is_dealt_with(tokens: Tokens, head: int, place: int) -> bool:
    """Whether a matter with the article stands behind a definite word, and no adjective or charge: التعاون، التهنئة، الأمر."""
    key, kind = bare_key(tokens.keys[place]), tokens.kinds[place]
    if kind & MATTER and kind & DEFINITE:
        return True
    if not kind & DEFINITE or kind & (ROLE | TITLE | BODY | NATION | GIVEN | PORTFOLIO):
        return False
    whole = tokens.kinds[head] & DEFINITE
    done = DOING.match(key) or MUTUAL.match(key) or GREETING.match(key)
    return bool(done and (whole or place > head + 1))


def is_aim(scene: Scene, place: int) -> bool:
    """Whether a word tells what somebody comes for: لحضور، لمناقشة، لقاء السفير; not البعثة للانتخابات."""
    bare = not scene.tokens.kinds[place] & DEFINITE
    return small_word(scene.tokens.keys[place]) in AIMS or (bare and names(scene, place, (NAME,)))


def each_of(scene: Scene, phrase: Phrase, stop: int) -> list[Phrase]:
    """The two whom a dual tells by whose they are or by their names: وفدا | تونس و| ليبيا، الوزيران | سالم الكندي و| نزار العلي."""
    tokens, first = scene.tokens, phrase.first
    if phrase.type != "group" or not is_pair(tokens, first):
        return [phrase]
    bodies = is_before_owner(tokens, first) and heads().get(pair_head(tokens.keys[first])) == "organisation"
    two = lineup_at(scene, first + 1, phrase.stop) if bodies else both_named(scene, first + 1, stop) or both_officers(scene, phrase)
    whole = bodies and any(tokens.kinds[one.first] & PORTFOLIO for one in two)  # وزارتي الصحة والتعليم
    return two if len(two) > 1 and not whole else [phrase]


def both_officers(scene: Scene, dual: Phrase) -> list[Phrase]:
    """The two of the page who have both offices that a dual tells: | وزيرا النقل والصحة; none where one is not told."""
    tokens, first = scene.tokens, dual.first
    joined = next((at for at in range(first + 2, dual.stop - 1) if is_and(tokens, at)), None)
    if joined is None or not is_before_owner(tokens, first):
        return []
    charges = keys_of(tokens, (first + 1, joined)), keys_of(tokens, (joined + 1, dual.stop))
    offices = [(pair_head(tokens.keys[first]), *charge) for charge in charges]
    bearers = [[one for one in scene.cast.people if has_role(tokens, one, office)] for office in offices]
    if any(len(told) != 1 for told in bearers) or bearers[0] == bearers[1]:
        return []
    return [dual._replace(type="person", name=one.name, named=True) for (one,) in bearers]


def both_named(scene: Scene, first: int, stop: int) -> list[Phrase]:
    """Two persons by their names, each with a land before it or not: الوزيران التونسي | سالم الكندي والليبي | نزار العلي."""
    tokens = scene.tokens
    one = name_ahead(scene, first, stop)
    if one is None:
        return []
    joined = one.stop + is_comma(scene, one.stop)
    other = name_ahead(scene, joined + 1, stop) if joined < stop and is_and(tokens, joined) else None
    return [one, other] if other else []


def name_ahead(scene: Scene, place: int, stop: int) -> Phrase | None:
    """The person of the page whose name stands at `place` or behind a few words with the article: التونسي | سالم الكندي."""
    for at in range(place, min(stop, place + NAME_REACH)):
        if found := person_at(scene, at, stop):
            return found
        told = scene.tokens.kinds[at] & (DEFINITE | BODY | COUNTRY | PUNCTUATION | ROLE) or scene.tokens.keys[at] == IN
        if not (told or is_and(scene.tokens, at)):
            return None
    return None


def names_encounter(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is headed by a noun of encounters, or of what holds one before it: إدارة الجلسة; not إدارة الميناء.

    A body that also sits is somebody: عقدت | الجمعية العمومية اجتماعا.
    """
    first = phrase.name[0]
    if phrase.named or leads_encounter(scene, first):
        return not phrase.named
    if not names(scene, first, (NAME, PAPER, HOLDS)) or is_alliance(scene.tokens, first):
        return False
    if scene.tokens.kinds[first] & BODY and not names(scene, first, (NAME, PAPER), alone=True):
        return False
    return names(scene, first, (NAME, PAPER)) or any(names(scene, at, (NAME, PAPER)) for at in range(first + 1, phrase.stop))


def leads_encounter(scene: Scene, place: int) -> bool:
    """Whether a word only leads the noun of an encounter, marked or not: فعاليات | المؤتمر؛ not فعاليات المدينة, who are people."""
    after = place + 1
    while scene.tokens.kinds[after] & (PUNCTUATION | NUMBER) and not scene.tokens.kinds[after] & STOP:
        after += 1
    leads = any(form.row["by"] == LEADS for form in forms(TABLE).get(scene.tokens.keys[place]))
    return leads and after < len(scene.tokens) and (names(scene, after, (NAME,)) or scene.tokens.keys[after] in leaders())


def names(scene: Scene, place: int, by: tuple[str, ...], alone: bool = False) -> bool:
    """Whether a noun of some kinds stands at `place`, which is nobody, `alone` without the word that makes it one.

    One in ة carries no pronoun: كتابة is not كتابه.
    """
    told = forms(TABLE).get(scene.tokens.keys[place])
    bare = scene.tokens.has_ta(place)
    nouns = (form for form in told if form.tense == "noun" and form.row["by"] in by and not (bare and form.pronoun))
    whole = (form for form in nouns if form.row["needs"] != "people" and is_whole(scene.tokens, place, form))
    return any(not alone or PAIRED not in form.row["needs"] for form in whole)


def fits_verb(scene: Scene, form: Form, found: list[Phrase], apart: bool = False) -> bool:
    """Whether parties behind a verb can be its subject: not by another gender, nor behind a plural, nor in the accusative.

    A verb in the masculine may be told of whom its object parts from it: حضر الاجتماع | شركة الساحل.
    """
    if not found or form.number != "s" or is_object(scene, found[0]):
        return False
    dual = found[0].first - 1
    if dual >= 0 and is_pair(scene.tokens, dual) and is_nominative(scene.tokens, dual):
        return True  # وقع وفدا | الحكومة والحركة الاتفاق
    own = gender_of_phrase(scene, found[0])
    if apart and form.gender == "m":
        return True
    return "-" in (own, form.gender) or own == form.gender or found[0].type in ("group", "country")


def is_object(scene: Scene, phrase: Phrase) -> bool:
    """Whether a party stands in the accusative: التقى | وزيرا سابقا; not التقى | وزيرا الصحة والنقل."""
    return is_accusative(scene.tokens, phrase.first) and not is_nominative(scene.tokens, phrase.first)


def ahead_or_meant(scene: Scene, verb: int, form: Form) -> list[Who]:
    """The subject before a verb, or whom it means where it has none: nobody behind أنه if it is feminine (أنه | تقرر عقده)."""
    if form.gender == "f" and verb and scene.tokens.kinds[verb - 1] & THAT and scene.tokens.keys[verb - 1].endswith(HIS):
        return []
    if (relative := relative_before(scene, verb)) is None:
        found = without_relative(scene, verb) or subjects_ahead(scene, verb)
        if not found and is_within(scene, verb) and scene.piece_at(verb) is not None:
            return []  # whose the encounter is, not who tells it: الزيارة تستمر يومين يلتقي خلالها السفير
    elif is_within(scene, verb):
        found = owners_before(scene, relative)
    else:
        return [phrase for phrase in antecedent(scene, relative) if may_be_subject(scene, form, phrase)]
    fits = [phrase for phrase in found if phrase.named or may_be_subject(scene, form, phrase)]
    if fits and not is_one_of_several(form, fits):
        return list(fits)
    return behind_that(scene, verb, form) or those_meant(scene, verb, form.gender, form.number)


def behind_that(scene: Scene, verb: int, form: Form) -> list[Who]:
    """Of whom a clause behind أن tells that و goes on with: قال إن | النقابة متمسكة بمطالبها، وستنظم اعتصاما."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    if verb < start + 2 or not is_and(tokens, verb - 1):
        return []
    that = next((at for at in range(verb - 2, start, -1) if tokens.kinds[at] & THAT), None)
    one = party_at(scene, that + 1, verb) if that is not None else None
    told = one is not None and not one.named and one.type in ("group", "organisation") and may_be_subject(scene, form, one)
    return [one] if one and told and tokens.kinds[one.first] & DEFINITE else []


def without_relative(scene: Scene, verb: int) -> list[Phrase]:
    """Whoever is told without the article right before a verb that tells of him: لقاء مع | وفد تونسي يزور صور."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    if verb == start or tense_at(tokens, verb) != IMPERFECT:
        return []
    for place in range(max(start + 1, verb - UNLINKED), verb):
        bare = not tokens.kinds[place] & (DEFINITE | PREFIX | PUNCTUATION | PREPOSITION)
        phrase = party_at(scene, place, verb) if bare else None
        if phrase and phrase.stop == verb and not phrase.named and phrase.type in ("group", "organisation", "unnamed"):
            led = is_led(scene, place - 1) or is_accusative(tokens, place)
            whole = any(tokens.kinds[at] & (DEFINITE | COUNTRY) for at in range(place, verb))
            return [phrase] if led and not whole else []
    return []


def is_within(scene: Scene, verb: int) -> bool:
    """Whether a relative clause tells what is within an encounter, not who does it: زيارة إلى صور التي | التقى خلالها الوزير."""
    return small_word(scene.tokens.keys[verb + 1]) == "within" if verb + 1 < len(scene.tokens) else False


def owners_before(scene: Scene, relative: int) -> list[Phrase]:
    """Whose the encounter is that a relative pronoun takes up: زيارة | الوزير إلى صور التي التقى خلالها السفير."""
    start = max(scene.passage.sentence_start(relative), relative - NOUN_REACH)
    noun = next((at for at in range(relative - 1, start - 1, -1) if names(scene, at, (NAME,))), relative)
    return lineup_of(scene, noun + 1, relative)


def is_one_of_several(form: Form, found: list[Phrase]) -> bool:
    """Whether one person stands before a verb of several: زار الوزير صور، يرافقه المدير | نزار العلي، وعقدوا لقاء."""
    return form.number != "s" and len(found) == 1 and found[0].named


def may_be_subject(scene: Scene, form: Form, phrase: Phrase) -> bool:
    """Whether a party before a verb can be its subject by gender: not القانون الذي | ستجري عليه الانتخابات."""
    own = gender_of_phrase(scene, phrase)
    return "-" in (own, form.gender) or own == form.gender or form.number != "s" or phrase.type in ("group", "country")


def relative_before(scene: Scene, verb: int) -> int | None:
    """The relative pronoun that leads to a verb, كان, قد and a negation between them or not: الذي | كان قد زار."""
    kinds, before = scene.tokens.kinds, behind_had_before(scene, verb) - 1
    while before >= 0 and kinds[before] & (KAN | NEGATION) and not kinds[before] & RELATIVE:
        before -= 1
    return before if before >= 0 and kinds[before] & RELATIVE else None


def behind_had_before(scene: Scene, verb: int) -> int:
    """The place of سبق where it leads with أن to a verb: التي | سبق لها أن نظمت مسيرة; else that of the verb."""
    tokens, at = scene.tokens, verb - 1
    if at < 1 or not tokens.kinds[at] & THAT:
        return verb
    at -= 1 + (tokens.keys[at - 1] in TAKES_UP)
    return at if at >= 0 and tokens.keys[at] in HAD_BEFORE else verb


def subjects_ahead(scene: Scene, verb: int) -> list[Phrase]:
    """The parties that head the clause of a verb: | الوزير يزور، كان | الوزير قد زار، | الوفد، الذي وصل، يزور; not فلان كما زار."""
    kinds = scene.tokens.kinds
    if verb and scene.tokens.keys[verb - 1] in (AS, THEN):
        return []
    if had := who_had_before(scene, verb):
        return had
    for place in heads_before(scene.passage, verb):
        first = place + bool(kinds[place] & KAN and not kinds[place] & RELATIVE)
        led = place > 0 and is_led(scene, place - 1)
        if kinds[place] & RELATIVE or led or not (found := lineup_of(scene, first, verb)):
            continue
        end = found[-1].stop
        if is_dateline(scene, place, end):
            continue
        if place and scene.tokens.keys[place - 1] in OPENED and scene.tokens.keys[end + 1][0] in DASHES:
            continue  # صور (وكالة الساحل) - | دعا الوزير كذا
        relative = next((at for at in range(end, verb) if kinds[at] & RELATIVE), None)
        apart = relative == end + 1 and is_comma(scene, end) and any(kinds[at] & COMMA for at in range(relative, verb))
        if relative == end or apart or (relative is None and reaches(scene, end, verb)):
            return found
    return []


def is_dateline(scene: Scene, place: int, end: int) -> bool:
    """Whether only the place from where is told stands before a dash at the head of a sentence: | عمان - عقد الوزير اجتماعا."""
    tokens = scene.tokens
    opens = place == scene.passage.sentence_start(place) and is_place(tokens, place)
    return opens and end < len(tokens) and tokens.keys[end][0] in DASHES


def who_had_before(scene: Scene, verb: int) -> list[Phrase]:
    """Who did something before, behind ل and before أن: سبق ل| الوزير أن زار صور."""
    tokens, that = scene.tokens, verb - 1
    if that < 1 or not tokens.kinds[that] & THAT:
        return []
    near = range(that - 1, max(scene.passage.sentence_start(verb), that - NOUN_REACH) - 1, -1)
    had = next((at for at in near if tokens.keys[at] in HAD_BEFORE and at + 2 < that), None)
    if had is None or tokens.keys[had + 1] not in (ADDRESSING, TO_THE):
        return []
    found = lineup_of(scene, had + 2, that)
    return found if found and found[-1].stop == that else []


def reaches(scene: Scene, place: int, verb: int) -> bool:
    """Whether nothing but times, places and what tells more of the subject stands between it and its verb."""
    commas = [at for at in range(place + 1, verb) if scene.tokens.kinds[at] & COMMA]
    if is_comma(scene, place) and commas:
        return not any(scene.tokens.kinds[at] & THAT for at in range(commas[-1], verb))
    return next_noun(scene, place, verb) is None and not any(scene.tokens.kinds[at] & (THAT | STOP) for at in range(place, verb))


def antecedent(scene: Scene, relative: int) -> list[Phrase]:
    """The party right before a relative pronoun: الوفد | الذي يزور، سالم الكندي، رئيس البلدية، | الذي زار."""
    end = relative - 1 if is_comma(scene, relative - 1) else relative
    start = max(scene.passage.sentence_start(relative), end - NOUN_REACH)
    for place in range(start, end):
        if scene.tokens.kinds[place] & (PUNCTUATION | PREFIX):
            continue
        phrase = party_at(scene, place, end)
        if phrase and phrase.stop == end and not names_encounter(scene, phrase):
            return [phrase]
    return []
