"""Who stays away by a verb: its subject behind it or before, whom a pronoun or a dropped subject means, who acts before."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.absent.guards import DECIDING, REFUSING, governors
from qawl.arabic.agenda.absent.occasions import stands_for_it
from qawl.arabic.agenda.absent.own import is_own_body, speaks_of_own
from qawl.arabic.agenda.absent.parties import TOLD_REACH, Parties, Phrases, parties_at, parties_of
from qawl.arabic.agenda.absent.words import GOING, is_word, occasion_type, own_words, past_adverbs, verbs_and_nouns
from qawl.arabic.agenda.meant import may_be_he, meant_by, speaker_party
from qawl.arabic.forms import Form
from qawl.arabic.frames.arguments import BETWEEN, is_clause_head
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ANY, FEMININE_ENDINGS, HERS, HIS, JOINS_FREELY, OWNERS, fold
from qawl.arabic.lexicon import (
    COMMA,
    DEFINITE,
    EACH,
    FAMILY,
    KAN,
    NAME,
    NEGATION,
    NUMBER,
    ONE_OF,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROUGHLY,
    SATED,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import before_met
from qawl.arabic.reporting.clauses import SUBJECT_REACH
from qawl.arabic.reporting.deeds import deeds
from qawl.arabic.tokens import Tokens
from qawl.model import Party

# What one who does something may have done just before: يرفض لقاء السفير | ويرفض الحوار معه.
TOGETHER = DECIDING | REFUSING | frozenset(("attend", "miss", "meet"))
# How far behind a verb those may stand who are told one by one.
EACH_REACH = 9


class Subject(NamedTuple):
    """The subject of a verb as parties, where it begins, and where what follows the verb and it begins."""

    who: Parties
    first: int
    after: int


def agrees(tokens: Tokens, form: Form, phrases: Phrases) -> bool:
    """Whether a finite form may have the parties as its subject by gender; names, countries and groups may be either."""
    first = phrases[0]
    if form.gender not in "mf" or is_own_body(tokens, first.first) or first.type != "organisation" or len(phrases) > 1:
        return True
    return tokens.keys[first.name[0]].endswith(FEMININE_ENDINGS) == (form.gender == "f")


def may_act(tokens: Tokens, form: Form, phrases: Phrases) -> bool:
    """Whether parties before a verb may be its subject by gender and number: not أعضاء اللجنة انتظروا ولم | يحضر."""
    first = phrases[0]
    several = first.type == "group" and not tokens.kinds[first.first] & (QUANTITY | ONE_OF | NUMBER | ROUGHLY)
    of_one = form.is_finite and (form.gender, form.number) == ("m", "s")
    return agrees(tokens, form, phrases) and not (several and of_one)


def subject_behind(passage: Passage, verb: int, form: Form, limit: int | None = None) -> Phrases:
    """The subject behind a verb in the singular, a time or عنه between: غاب أمس | الوزير، غاب عنه | الوزير."""
    if form.number != "s":
        return ()
    tokens = passage.tokens
    place = past_adverbs(tokens, passage.skip(verb + 1, BETWEEN))
    while place < len(tokens) and (tokens.kinds[place] & (SATED | TIME) or stands_for_it(passage, place, form)):
        place = past_adverbs(tokens, place + 1)
    found = parties_at(passage, place, limit) or each_behind(passage, place)
    if len(found) == 1:
        found = (before_met(tokens, verb, found[0]),)
    return found if found and agrees(tokens, form, found) else ()


def each_behind(passage: Passage, place: int) -> Phrases:
    """Several told one by one behind `place`: تغيب أمس | كل من سالم الكندي وهاني الدرعي."""
    kinds = passage.tokens.kinds
    for at in range(place, min(passage.sentence_stop(place), place + EACH_REACH) - 1 if place < len(passage.tokens) else 0):
        if kinds[at] & EACH and kinds[at + 1] & PREPOSITION:
            return parties_at(passage, at)
        if kinds[at] & PUNCTUATION:
            return ()
    return ()


def subject_before(passage: Passage, verb: int, form: Form) -> Phrases:
    """The subject before a verb, the nearest that heads its clause: وزير النقل | لم يحضر، أن تونس | لن تشارك، وحدها تونس | غابت."""
    start, stop = max(passage.sentence_start(verb), verb - SUBJECT_REACH), before_verb(passage, verb)
    if stop > start and passage.tokens.kinds[stop - 1] & RELATIVE:
        return before_relative(passage, start, stop - 1)
    for place in range(verb - 1, start - 1, -1):
        heads = heads_clause(passage, place)
        if not heads and place + TOLD_REACH < stop:
            continue
        phrases = () if is_verb(passage, place) else parties_at(passage, place)
        if heads and not phrases and is_other_subject(passage, place):
            return ()
        told = phrases and (heads or (phrases[-1].stop == stop and is_told_of(passage, phrases[-1])))
        if told and phrases[-1].stop <= verb and may_act(passage.tokens, form, phrases):
            return phrases
    return ()


def is_verb(passage: Passage, place: int) -> bool:
    """Whether a word of absence that can only be a verb stands at `place`: يرفض | مقابلة السفير."""
    forms = verbs_and_nouns().get(passage.tokens.keys[place])
    return bool(forms) and all(form.is_finite for form in forms) and not passage.tokens.kinds[place] & (NAME | FAMILY)


def is_other_subject(passage: Passage, place: int) -> bool:
    """Whether a noun at the head of a clause is its subject and nobody: أن | التوافق غاب عن القمة."""
    kinds = passage.tokens.kinds
    after_that = place > 0 and kinds[place - 1] & THAT and not kinds[place] & (PREPOSITION | NEGATION | KAN)
    return bool(kinds[place] & DEFINITE or after_that)


def before_verb(passage: Passage, verb: int) -> int:
    """Where what may stand right before a verb and belongs to it begins: | لم يحضروا، | كانوا قد قاطعوا."""
    while verb and (passage.tokens.kinds[verb - 1] & KAN or is_word(passage.tokens, verb - 1, "not", "never")):
        verb -= 1
    return verb


def before_relative(passage: Passage, start: int, relative: int) -> Phrases:
    """Whom a relative clause tells of, right before it: الوزير سالم الكندي | الذي لم يحضر."""
    stop = relative - 1 if relative and passage.tokens.kinds[relative - 1] & COMMA else relative
    for place in range(start, stop):
        if (phrases := parties_at(passage, place, stop)) and len(phrases) == 1 and phrases[0].stop == stop:
            return phrases
    return ()


def is_told_of(passage: Passage, phrase: Phrase) -> bool:
    """Whether a verb right behind several without article tells of them: أحزاب | قاطعت الانتخابات، نواب | لم يحضروا الجلسة."""
    return phrase.type == "group" and not passage.tokens.kinds[phrase.first] & DEFINITE


def heads_clause(passage: Passage, place: int) -> bool:
    """Whether a subject may begin at `place`: at the head of a clause, behind أن, alone."""
    before = passage.tokens.kinds[place - 1] if place else PUNCTUATION
    return bool(before & (THAT | KAN)) or is_word(passage.tokens, place - 1, "only") or is_clause_head(passage, place)


def pronoun_before(passage: Passage, verb: int) -> int | None:
    """Where أن with a pronoun stands that is the subject of a verb, a negation between: أنها | لن تشارك."""
    tokens = passage.tokens
    at = verb - 1 - (verb > 0 and is_word(tokens, verb - 1, "not", "never"))
    joined = at >= 0 and tokens.kinds[at] & THAT and any(tokens.keys[at].endswith(owner) for owner in (HIS, *OWNERS))
    return at if joined else None


def last_acting(passage: Passage, place: int) -> Phrase | None:
    """Who acts by the last verb before `place` in its sentence: أعلن | الحزب مقاطعته."""
    acting = [deed.phrase for deed in deeds(passage, passage.sentence_start(place), place) if deed.phrase]
    return next((phrase for phrase in reversed(acting) if phrase.stop <= place), None)


def speaker_at(scene: Scene, place: int) -> Parties:
    """The speaker of the statement in which `place` stands, as a party."""
    statement = scene.statement_at(place)
    speaker = statement.speaker if statement else None
    return (Party(speaker.name, speaker.type, speaker.ref),) if speaker else ()


def speaker_meant(scene: Scene, that: int) -> Parties:
    """The speaker whom the pronoun of أن means; nobody where it is of another gender than his verb: أوضحت الإذاعة | أنه.

    أنهم means several who speak: أعلن النواب | أنهم.
    """
    statement = scene.statement_at(that + 1)
    if not scene.tokens.keys[that].endswith((HIS, HERS)):
        return tuple(party for party in speaker_at(scene, that + 1) if party.type == "group")
    cue = statement.cue if statement else None
    genders = {reading.gender for reading in readings(fold(cue.text))} if cue else set()
    feminine = not scene.tokens.keys[that].endswith(HIS)
    return () if genders == {"m" if feminine else "f"} else speaker_at(scene, that + 1)


def speaker_before(scene: Scene, that: int) -> Parties:
    """Whose words stand before, where an outlet tells of him: وقال في بيان كذا. وأوضحت الإذاعة | أنه رفض الحوار."""
    statement = scene.statement_at(that + 1)
    number = scene.statements.index(statement) if statement else 0
    before = scene.statements[number - 1].speaker if number else None
    told = statement and statement.speaker and statement.speaker.type == "organisation"
    gender = "m" if scene.tokens.keys[that].endswith(HIS) else "f"
    if before is None or not told or before.type != "person" or not may_be_he(scene, before, gender):
        return ()
    return (speaker_party(before),)


def subject_of(scene: Scene, verb: int, form: Form, limit: int | None = None) -> Subject:
    """Who does what a verb tells: behind it before `limit`, the pronoun of أن, what heads its clause, or who acted before."""
    passage = scene.passage
    if form.is_own:
        return Subject(speaks_of_own(scene, verb, form), verb, verb + 1)
    if behind := subject_behind(passage, verb, form, limit):
        return Subject(parties_of(scene, behind), verb, behind[-1].stop)
    place = behind_pronouns(passage, verb, form)
    if form.number == "s" and (
        is_somebody_else(passage, passage.skip(verb + 1, BETWEEN))
        or is_anybody(passage.tokens, place, form)
        or is_unknown_behind(passage, verb, form)
    ):
        return Subject((), verb, verb + 1)
    if (that := pronoun_before(passage, verb)) is not None:
        return Subject(speaker_meant(scene, that) or speaker_before(scene, that) or left_out(scene, verb, form), that, verb + 1)
    before = subject_before(passage, verb, form)
    if not before and (start := carried_on(passage, verb)) is not None:
        return Subject(acting(scene, start, form), start, verb + 1)
    who = parties_of(scene, before) or left_out(scene, verb, form) or in_own_words(scene, verb)
    return Subject(who, before[0].first if before else verb, verb + 1)


def is_unknown_behind(passage: Passage, verb: int, form: Form) -> bool:
    """Whether a noun that names no party stands behind a verb with a pronoun, and so is its subject: قاطعه | جزء من الناس."""
    tokens, place = passage.tokens, verb + 1
    ends = PREFIX | PREPOSITION | PUNCTUATION | TIME | RELATIVE | THAT
    return bool(form.pronoun) and place < len(tokens) and not tokens.kinds[place] & ends


def in_own_words(scene: Scene, verb: int) -> Parties:
    """Who tells of himself within marks by a verb that may be of him too: «أعتذر عن الحضور»."""
    forms = own_words().get(scene.tokens.keys[verb], ()) if scene.passage.inside(verb) is not None else ()
    return speaks_of_own(scene, verb, forms[0]) if forms else ()


def left_out(scene: Scene, verb: int, form: Form) -> Parties:
    """Whom a verb means that begins its clause and has no subject, nor what could be one behind it: بعدما قاطع | المؤتمر."""
    tokens = scene.tokens
    if not heads_clause(scene.passage, before_verb(scene.passage, verb)):
        return ()
    place = behind_pronouns(scene.passage, verb, form)
    if place < len(tokens) and not (
        tokens.kinds[place] & (PREFIX | PREPOSITION | PUNCTUATION)
        or occasion_type(tokens.keys[place])
        or tokens.keys[place] in verbs_and_nouns()
        or is_word(tokens, place, "offer")
    ):
        return ()
    meant = meant_by(scene, verb, form.gender, form.number)
    return (meant,) if isinstance(meant, Party) else parties_of(scene, (meant,)) if meant else ()


def behind_pronouns(passage: Passage, verb: int, form: Form) -> int:
    """The first token behind a verb, its adverbs and what stands for the encounter: لم يشارك أيضا فيها | أحد."""
    place = past_adverbs(passage.tokens, passage.skip(verb + 1, BETWEEN))
    while stands_for_it(passage, place, form):
        place = past_adverbs(passage.tokens, place + 1)
    return place


def is_anybody(tokens: Tokens, place: int, form: Form) -> bool:
    """Whether nobody of a kind is told at `place` to come: لم يشارك | أي حزب; not لم يلتق | أي حزب."""
    return tokens.keys[place] in ANY and form.row["sense"] in GOING


def is_somebody_else(passage: Passage, place: int) -> bool:
    """Whether what stands behind a verb is its subject and no party, encounter or attending: غاب | التوافق عن القمة."""
    tokens = passage.tokens
    if not tokens.kinds[place] & DEFINITE:
        return False
    return occasion_type(tokens.keys[place]) is None and tokens.keys[place] not in verbs_and_nouns()


def carried_on(passage: Passage, verb: int) -> int | None:
    """Where a clause begins that has the subject of the one before: قرر الحزب | ألا يشارك، قرر | أن لا يشارك، حضر | ولم يشارك."""
    tokens = passage.tokens
    start = verb - is_word(tokens, verb - 1, "not", "never")
    if start > 0 and (is_word(tokens, start, "not_to") or tokens.kinds[start - 1] & THAT or tokens.keys[start - 1] == JOINS_FREELY):
        return start
    return None


def deciding(scene: Scene, place: int) -> Parties:
    """Who decides or announces what stands at `place`: أعلن | الحزب مقاطعته، قرار | الحزب مقاطعته، غادر الوزير معلنا | مقاطعته."""
    for decision, form in governors(scene.passage, place, DECIDING):
        if form.is_finite:
            return subject_of(scene, decision, form, place).who
        if deciders := parties_at(scene.passage, decision + 1, place):
            return parties_of(scene, deciders)
        if form.tense == "participle" and (who := told_by_participle(scene, decision, form)):
            return who
    return ()


def told_by_participle(scene: Scene, place: int, form: Form) -> Parties:
    """Of whom a participle tells how he did something: غادر | الوزير رافضا كذا; with an article who is before it."""
    passage = scene.passage
    if passage.tokens.kinds[place] & DEFINITE:
        before = range(max(passage.sentence_start(place), place - TOLD_REACH), place)
        told = next((found for at in before if (found := parties_at(passage, at, place)) and found[-1].stop == place), ())
        return parties_of(scene, told)
    phrase = last_acting(passage, place)
    return parties_of(scene, (phrase,)) if phrase and agrees(passage.tokens, form, (phrase,)) else ()


def acting(scene: Scene, place: int, form: Form | None = None, reach: int = 0) -> Parties:
    """Who decides, or acts by the last verb before `place`, else whoever says it: أعلن | الحزب عدم مشاركته."""
    if form is None and (who := deciding(scene, place)):
        return who
    together = next((told for told in governors(scene.passage, place, TOGETHER) if told[1].is_finite), None) if form else None
    if together and (subject := subject_of(scene, *together, place)).who:
        return subject.who
    phrase = last_acting(scene.passage, place)
    if phrase is None:
        return ()
    fits = may_act(scene.tokens, form, (phrase,)) if form else acts_on(scene.passage, phrase, place, reach)
    return parties_of(scene, (phrase,)) if fits else ()


def whose(scene: Scene, place: int, form: Form, reach: int = 0) -> Parties:
    """Whose deed a noun without owner is: of who acts where a pronoun means him (غيابه), else of who decides it (قرر المقاطعة)."""
    return acting(scene, place, reach=reach) if form.pronoun or reach else deciding(scene, place)


def acts_on(passage: Passage, phrase: Phrase, place: int, reach: int) -> bool:
    """Whether who acts stands near a noun, or with only its preposition or a time between: هدد الوزير | بعدم المشاركة."""
    between = passage.tokens.kinds[phrase.stop : place]
    return place - phrase.stop <= reach or all(kind & (PREPOSITION | PREFIX | TIME) for kind in between)
