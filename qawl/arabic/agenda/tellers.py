"""Who tells of an encounter: the speaker of the statement in which it stands, or of the verb that has it as what is told.

قال الوزير إن الوفد | سيزور صور، نفى الوزير عقد | لقاء، دعت تونس إلى | قمة; not قال الوزير خلال | لقاء.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.places import is_place
from qawl.arabic.agenda.tenses import AROUND, CALLED_OFF, PERFECT, PHASES, TURNS, has_turn, is_negated, small_word, tense_at
from qawl.arabic.agenda.verb_statuses import ENDS, LEAD_REACH
from qawl.arabic.agenda.words import HOLDS, TABLE
from qawl.arabic.forms import forms
from qawl.arabic.frames.arguments import heads_before, subject_before, subject_behind
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ABOUT,
    BULLETS,
    BY,
    CONJUNCTIONS,
    DASHES,
    EXCLAIMS,
    HIS,
    IN,
    OF,
    OWNERS,
    THAT_MATTER,
    TO,
    UPON,
    WHAT,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    FAMILY,
    KAN,
    NAME,
    PREFIX,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SAYING,
    SPEECH,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import JUDGED, Reading

# What saying makes what it is about its own: نفى لقاء، أكد وجود محادثات, and not what one does by it: قرر عقد لقاء.
ACTS = frozenset(("say", "assert", "announce", "deny", "warn", "call", "hope", "ask", "report", "think", "praise", "accuse"))
# What tells of a deed behind ب: أفاد ب، اتهم ب; not تحدث عن، أشار إلى.
DONE = ("say", "report", "accuse")
# What nobody says of his own protest.
OF_OTHERS = ("say", "assert", "deny", "report")
# Turns that tell what somebody does, not what he says of it: قرر لقاء، استهل زيارته بلقاء.
THEIR_OWN = ("planned", "intended", *PHASES)
# Prepositions behind which what is told may stand: دعا إلى، أعلن عن، شدد على.
TOLD = (TO, UPON, ABOUT)


def according_to(scene: Scene, encounter: Encounter) -> tuple[str | None, str | None]:
    """Who tells of an encounter by name, and the id of the statement; None, None in the page's own voice."""
    name, statement = scene.teller(encounter.place)
    if is_only_confirmed(scene, encounter.place):
        return None, None
    if name and not is_only_rumour(name):
        return name, statement
    if statement and (named := outer_teller(scene, encounter.place) or teller_before(scene, encounter.place)):
        return named, statement
    verb = telling_verb_round(scene, encounter) or (None if encounter.form.is_finite else telling_verb(scene, encounter))
    if verb is not None and encounter.type == "protest" and not is_of_others(scene.tokens.keys[verb]):
        verb = verb if is_call(scene.tokens, verb) else None
    named = subject_of(scene, encounter, verb) if verb is not None else None
    return named or interviewed(scene, encounter.place), statement


def interviewed(scene: Scene, place: int) -> str | None:
    """Who answers at a dash or a bullet what the line before asks, as the first line tells: سالم الكندي لـ «الساحل»: كذا."""
    tokens, passage = scene.tokens, scene.passage
    first = passage.paragraph_start(place)
    if first < 2 or tokens.keys[first][0] not in DASHES + BULLETS:
        return None
    asked = any(tokens.keys[at] in EXCLAIMS[:2] for at in range(passage.paragraph_start(first - 2), first))
    opened = scene.told[0] if scene.told else None
    speaker = opened.statement.speaker if opened and opened.stop <= passage.paragraph_stop(0) else None
    return speaker.name if asked and speaker else None


def is_told_as_done(scene: Scene, encounter: Encounter) -> bool:
    """Whether somebody tells behind ب of an encounter as of what others did: أفاد مصدر ب| عقد لقاء، اتهمه ب| عقده."""
    first = encounter.clause[0]
    verb = telling_verb(scene, encounter) if first and scene.tokens.keys[first - 1] == BY else None
    return verb is not None and any(reading.act in DONE for reading in readings(scene.tokens.keys[verb]))


def is_of_others(key: str) -> bool:
    """Whether a verb tells of what others do, and not what its subject holds: أفاد بإضراب؛ not دعا إلى إضراب، أعلن عن إضراب."""
    return any(reading.act in OF_OTHERS for reading in readings(key))


def is_call(tokens: Tokens, verb: int) -> bool:
    """Whether a remark calls upon somebody: قال كذا، | داعيا السكان إلى التظاهر."""
    return is_remark(tokens, verb) and any(reading.act == "call" for reading in readings(tokens.keys[verb]))


def is_only_confirmed(scene: Scene, place: int) -> bool:
    """Whether somebody is only said to have told what the page tells in its own voice: يزور الوفد صور. أعلن | ذلك الناطق."""
    piece = scene.piece_at(place)
    cue = piece.statement.cue if piece else None
    after = bisect_left(scene.tokens.starts, cue.end) if cue and piece else 0
    return bool(piece and piece.stop <= after < len(scene.tokens) and scene.tokens.keys[after] == THAT_MATTER)


def outer_teller(scene: Scene, place: int) -> str | None:
    """The named speaker of the innermost statement round a place that has one."""
    for piece in reversed(scene.told):
        speaker = piece.statement.speaker
        if piece.first <= place < piece.stop and speaker and not is_only_rumour(speaker.name):
            return speaker.name
    return None


def is_only_rumour(name: str) -> bool:
    """Whether nobody who could be named told it: نفى الوزير | الأخبار التي تزعم أنه زار صور."""
    return small_word(bare_key(fold(name.split()[0]))) == "rumour"


def teller_before(scene: Scene, place: int) -> str | None:
    """The named speaker of the statement before in the sentence, whom a participle goes on with: قال المصدر …، مضيفا أن."""
    start, piece = scene.passage.sentence_start(place), scene.piece_at(place)
    cue = piece.statement.cue if piece else None
    if piece is None or cue is None or all(reading.tense != "participle" for reading in readings(fold(cue.text))):
        return None
    before = (told.statement.speaker for told in reversed(scene.told) if start <= told.first and told.stop <= piece.first)
    return next((speaker.name for speaker in before if speaker), None)


def telling_verb(scene: Scene, encounter: Encounter) -> int | None:
    """The verb of saying that has the noun of an encounter as what it tells, None where that is only its setting.

    What is only rumoured somebody must deny: نفى الوزير ما تردد عن | لقاء.
    """
    tokens, place = scene.tokens, encounter.place
    start = max(scene.passage.sentence_start(place), place - LEAD_REACH)
    between: list[int] = []
    at, rumoured = place, False
    while at > start:
        at = before_aside(tokens, at - 1, start)
        if is_rumour(scene, at) or is_rumour(scene, at - 1):
            rumoured = True
            continue
        if tokens.kinds[at] & (ENDS | THAT | RELATIVE) and tokens.keys[at] != WHAT:
            return None
        if is_remark(tokens, at):
            return at if reports_it(scene, encounter, at, between) else None
        said = tense_at(tokens, at) and not scene.is_in_day(at)
        if said and not is_their_own(scene, encounter, at) and not is_of_document(tokens, at):
            if tokens.keys[at - 1] != WHAT or at == start:
                told = reports_it(scene, encounter, at, between) and (not rumoured or has_turn(tokens, at, "denied"))
                return at if told else None
            rumoured = True
        between.append(at)
    return None


def telling_verb_round(scene: Scene, encounter: Encounter) -> int | None:
    """The verb of saying behind which a relative clause tells an encounter: أشاد سالم بالشفافية | التي جرت فيها الانتخابات.

    Not where that is only who says it: رحب الوفد | الذي زار صور بكذا.
    """
    tokens, first = scene.tokens, encounter.clause[0]
    start = max(scene.passage.sentence_start(first), first - LEAD_REACH)
    at = first - 1
    while at > start and not tokens.kinds[at] & (ENDS | THAT | RELATIVE | COMMA):
        at -= 1
    if at <= start or not tokens.kinds[at] & RELATIVE or tokens.keys[at] == WHAT:
        return None
    noun = at - 1
    if any(tense_at(tokens, place) for place in range(at + 1, first)):
        return None
    while noun > start and not tokens.kinds[noun] & (PREPOSITION | PREFIX | ENDS | THAT | RELATIVE) and not tense_at(tokens, noun):
        noun -= 1
    if not tokens.kinds[noun] & (PREPOSITION | PREFIX) or tokens.keys[noun] in CONJUNCTIONS:
        return None
    return telling_verb(scene, encounter._replace(place=noun + 1, clause=(noun + 1, encounter.clause[1]), verb=None))


def before_aside(tokens: Tokens, place: int, start: int) -> int:
    """A place, or the one before what commas set apart right before it: دعا | الوزير، خلال لقائه السفير، إلى."""
    if not tokens.kinds[place] & COMMA:
        return place
    opened = next((at for at in range(place - 1, start, -1) if tokens.kinds[at] & (COMMA | ENDS | THAT)), start)
    aside = tokens.kinds[opened] & COMMA and (tokens.kinds[opened + 1] & (PREPOSITION | TIME) or is_around(tokens, opened + 1))
    return opened - 1 if aside else place


def is_remark(tokens: Tokens, place: int) -> bool:
    """Whether a participle of saying goes on behind a comma: قال كذا، | مثمنا الزيارة."""
    tenses = {reading.tense for reading in readings(tokens.keys[place])}
    before = place - 1 - (tokens.keys[place - 1] in CONJUNCTIONS)
    return tenses == {"participle"} and bool(tokens.kinds[before] & COMMA)


def is_of_document(tokens: Tokens, verb: int) -> bool:
    """Whether a verb only tells where something was said: أعلنت الوزارة في بيان | نشر على موقعها، في تصريح | أدلى به."""
    return verb > 1 and tokens.keys[verb - 2] == IN and bool(tokens.kinds[verb - 1] & (DOCUMENT | SAYING))


def reports_it(scene: Scene, encounter: Encounter, verb: int, between: Sequence[int]) -> bool:
    """Whether a verb tells of an encounter behind it, by what stands between them."""
    lead = lead_of(scene, encounter, verb, between)
    return lead is not None and tells(scene, encounter, verb, lead) and not is_setting(scene, encounter, lead)


def lead_of(scene: Scene, encounter: Encounter, verb: int, between: Sequence[int]) -> str | None:
    """What leads from a verb to an encounter, empty where it is the object, None where it is only a setting.

    The nearest preposition does that is not its subject's (أعلن مصدر في المجلس | عقد) nor leads to where something was told.
    """
    tokens, first = scene.tokens, encounter.clause[0]
    subject = subject_behind(scene.passage, verb)
    closed = is_closed(tokens, first)
    for at in between:
        key, kind, apart = tokens.keys[at], tokens.kinds[at], closed and at < first
        if subject and subject.first <= at < min(subject.stop, first - 1):
            continue
        if is_around(tokens, at):
            if apart:
                continue
            return None
        if kind & COMMA:
            return key  # أعلنت البلدية في صور، اليوم، تأجيل لقاء
        if not kind & (PREPOSITION | PREFIX) or key in CONJUNCTIONS or is_of_scene(tokens, at, apart=apart):
            continue
        if key == IN and scene.day_at(at + 1):
            continue  # أعلنت | في 28 مايو توقيع
        if kind & PREPOSITION and key not in TOLD and small_word(key) != "about":
            if key != IN or not is_wish(scene, at - 1):
                return None
            continue
        return key
    return ""


def is_around(tokens: Tokens, place: int) -> bool:
    """Whether a word or two set something on the day of something else: خلال، عقب، | على هامش، | في ختام."""
    return small_word(tokens.keys[place]) in AROUND or (
        bool(tokens.kinds[place] & PREPOSITION) and small_word(tokens.keys[place + 1]) in AROUND
    )


def is_closed(tokens: Tokens, first: int) -> bool:
    """Whether the noun before what is told at `first` ends another phrase: أعلن في ختام جلسة المجلس | تأجيل لقاء."""
    if tokens.kinds[first - 1] & (PREPOSITION | PREFIX) or is_around(tokens, first - 1):
        return False
    return bool(tokens.kinds[first - 1] & (DEFINITE | NAME | FAMILY | TIME | CITY | COUNTRY))


def is_of_scene(tokens: Tokens, lead: int, *, apart: bool) -> bool:
    """Whether a preposition only leads to where something was told, or is an office's: أعلن | في صور، في بيان، الناطق | باسم."""
    if lead and tokens.kinds[lead - 1] & ROLE and tokens.keys[lead] != OF:
        return True
    return tokens.keys[lead] == IN and (apart or is_place(tokens, lead + 1) or bool(tokens.kinds[lead + 1] & (DOCUMENT | SAYING)))


def is_wish(scene: Scene, place: int) -> bool:
    """Whether what stands before في is somebody's hope or wish, and no place: أعرب الوزير عن | أمله في لقاء كذا."""
    told = forms(TURNS).get(scene.tokens.keys[place])
    return any(form.tense == "noun" and form.row["turn"] in ("proposed", "intended") for form in told)


def is_setting(scene: Scene, encounter: Encounter, lead: str) -> bool:
    """Whether something else was said at an encounter: أوضح الوزير ب| جلسة عقدت أمس أنه سيستقيل."""
    tokens, stop = scene.tokens, encounter.clause[1]
    return lead == BY and bool(tokens.kinds[stop] & THAT)


def is_rumour(scene: Scene, relative: int) -> bool:
    """Whether a relative pronoun that tells of a rumour stands at `relative`: الأنباء | التي تحدثت عن لقاء."""
    tokens = scene.tokens
    return bool(relative > 0 and tokens.kinds[relative] & RELATIVE and small_word(bare_key(tokens.keys[relative - 1])) == "rumour")


def is_their_own(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether a word written like a verb is what somebody tells of himself, or what holds an encounter: أعلن | رفضه | عقد لقاء."""
    tokens = scene.tokens
    led = is_behind_verb(scene, place)
    if place == encounter.verb and not led:
        return False
    own = tokens.text[tokens.starts[place] : tokens.ends[place]].endswith((HIS, *OWNERS))
    own = own and all(reading.object for reading in readings(tokens.keys[place]))  # رفضه; not اتهم
    return own or (is_holding(tokens, place) and (led or encounter.verb is None))


def is_holding(tokens: Tokens, place: int) -> bool:
    """Whether a word may be a verbal noun of what holds an encounter or tells how far it is: عقد، بدء."""
    nouns = [form.row for name in (TABLE, TURNS) for form in forms(name).get(tokens.keys[place]) if form.tense == "noun"]
    return any(row.get("by") == HOLDS or row.get("turn") in PHASES for row in nouns)


def is_behind_verb(scene: Scene, place: int) -> bool:
    """Whether the clause of a word has a verb before it, so that it is none itself: طلبت الوزيرة | عقد لقاء."""
    tokens = scene.tokens
    for at in range(place - 1, scene.passage.sentence_start(place) - 1, -1):
        if tokens.kinds[at] & (ENDS | THAT | RELATIVE | COMMA) or tokens.keys[at] in CONJUNCTIONS:
            return False
        if tense_at(tokens, at):
            return True
    return False


def tells(scene: Scene, encounter: Encounter, verb: int, lead: str) -> bool:
    """Whether a verb reports what it has as its object behind `lead`, and does not itself make the encounter of its subject.

    Who comments on an encounter takes for granted what the page tells: علق على | اللقاء.
    """
    tokens = scene.tokens
    related = verb > 0 and tokens.kinds[verb - 1] & RELATIVE
    said = tokens.kinds[verb] & SPEECH or is_remark(tokens, verb)
    own = has_turn(tokens, verb, *THEIR_OWN) and not is_forecast(tokens, verb)
    if related or is_negated(tokens, verb) or not said or own:
        return False
    if has_turn(tokens, verb, "announces"):
        return not encounter.form.pronoun or has_turn(tokens, encounter.clause[0], *CALLED_OFF)
    if verb == encounter.verb and not has_turn(tokens, verb, "proposed", "denied"):
        return False
    return any(reports(reading, lead) for reading in readings(tokens.keys[verb]))


def is_forecast(tokens: Tokens, verb: int) -> bool:
    """Whether somebody told by a verb of thinking what he takes to come, which is not his own: توقع المصدر | عقد لقاء؛ not قرر."""
    return tense_at(tokens, verb) == PERFECT and any(reading.act == "think" for reading in readings(tokens.keys[verb]))


def reports(reading: Reading, lead: str) -> bool:
    """Whether a verb of saying tells what stands behind `lead`; one that takes no أن tells nothing behind ب: استهل بلقاء.

    Who accuses somebody tells what that one did (اتهمه ب| عقد لقاء), who condemns an encounter tells of it.
    """
    if reading.act == "accuse" and JUDGED in reading.takes:
        return lead == BY
    if reading.act == "say" and (lead == UPON or (lead == BY and "that" not in reading.takes)):
        return False
    return reading.act in ACTS


def subject_of(scene: Scene, encounter: Encounter, verb: int) -> str | None:
    """Who does what a verb tells, by name; whoever spoke right before where its subject is left out."""
    if is_remark(scene.tokens, verb):
        return subject_of_main(scene, encounter, verb)
    phrase = subject_behind(scene.passage, verb)
    if phrase is None or phrase.first >= encounter.place or is_held_by(scene, encounter, phrase):
        phrase = subject_before(scene.passage, verb) or subject_of_past(scene, verb)  # وأعلن | عقد لقاء
    if phrase and small_word(bare_key(scene.tokens.keys[phrase.first])) == "rumour":
        return None
    if phrase:
        phrase = before_told(encounter, phrase)
        return scene.party(phrase if phrase.named else without(scene, phrase, encounter)).name
    return speaker_before(scene, verb)


def before_told(encounter: Encounter, phrase: Phrase) -> Phrase:
    """A phrase up to what is told where that was read as its name: أكد مصدر برلماني | انعقاد الجلسة."""
    told = encounter.clause[0] if encounter.clause[0] > phrase.first else encounter.place
    return phrase._replace(name=(phrase.first, told), named=False) if phrase.named and phrase.name[0] >= told else phrase


def is_held_by(scene: Scene, encounter: Encounter, phrase: Phrase) -> bool:
    """Whether a phrase only tells of the encounter that it is held: أعلن | عقد لقاء؛ not نفت | إدارة الشركة."""
    return phrase.first >= encounter.clause[0] and is_holding(scene.tokens, phrase.first)


def subject_of_past(scene: Scene, verb: int) -> Phrase | None:
    """The party behind a past of being that heads the clause of a verb: كانت | الوزارة قد أعلنت توقيع اتفاق."""
    passage = scene.passage
    for place in heads_before(passage, verb):
        phrase = source_at(passage, place) if place and scene.tokens.kinds[place - 1] & KAN else None
        if phrase:
            return phrase if phrase.stop <= verb else None
    return None


def subject_of_main(scene: Scene, encounter: Encounter, remark: int) -> str | None:
    """Who goes on in a remark: whoever spoke before in its sentence, or is the subject of its verb of saying."""
    start = scene.passage.sentence_start(remark)
    spoken = [piece.statement.speaker for piece in scene.told if start <= piece.first and piece.stop <= remark]
    if spoken and spoken[-1]:
        return spoken[-1].name
    verbs = [at for at in range(start, remark) if tense_at(scene.tokens, at)]
    said = [at for at in verbs if scene.tokens.kinds[at] & SPEECH]
    main = next(iter(said or verbs), None)
    return subject_of(scene, encounter, main) if main is not None else None


def speaker_before(scene: Scene, verb: int) -> str | None:
    """The named speaker of what is told last before a verb, in its sentence or the one before: قال الوزير كذا. ودعا إلى | لقاء.

    Behind a verb in the plural it is nobody's: قال الناطق كذا، وطلبوا | لقاء.
    """
    if all(reading.number == "p" for reading in readings(scene.tokens.keys[verb])):
        return None
    start = scene.passage.sentence_start(verb)
    if start and verb - start <= len(CONJUNCTIONS):
        start = scene.passage.sentence_start(start - 1)
    before = [piece.statement for piece in scene.told if start <= piece.first and piece.stop <= verb]
    return before[-1].speaker.name if before and before[-1].speaker else None


def without(scene: Scene, phrase: Phrase, encounter: Encounter) -> Phrase:
    """A phrase up to what was read as if it belonged to it: أعلن مصدر | انتهاء المكالمة، نفى مصدران | الأنباء التي."""
    first, stop = phrase.name
    rumour = (at for at in range(first + 1, stop) if small_word(bare_key(scene.tokens.keys[at])) == "rumour")
    end = min(next(rumour, stop), encounter.clause[0] if encounter.clause[0] > first else stop)
    end -= bool(scene.tokens.kinds[end - 1] & PREFIX)
    return phrase._replace(name=(first, end)) if end < stop else phrase
