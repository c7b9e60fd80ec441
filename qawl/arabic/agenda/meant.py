"""Who is meant where a clause leaves its subject out or has a pronoun only: وصل إلى صور والتقى …، خلال زيارته.

Who last acted in the sentence is meant, else who says it, else whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.agenda.clauses import next_noun
from qawl.arabic.agenda.parts import MEETS, PLACE, Who
from qawl.arabic.agenda.words import ACT, TABLE, poll_words
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.frames.honoured import honoured_at
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.party_ends import alone
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ARTICLE, BY, TA_MARBUTA, WITH, WRITTEN_TA_MARBUTA
from qawl.arabic.lexicon import CAME, DEFINITE, DEMONSTRATIVE, HONOUR, OPENS, PREFIX, PUNCTUATION, SPEECH, THAT
from qawl.arabic.names.genders import gender_by_name
from qawl.arabic.people.duals import is_pair
from qawl.arabic.phrases.parties import gender_of, number_of
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.reporting.deeds import Deed, deeds, is_finite, known_phrase
from qawl.arabic.speakers.past import start_of_office
from qawl.model import Party, Statement

# So near the beginning of what is said a pronoun means who says it: قال إنه سيزور; never within marks, where he says I.
SPEAKER_REACH = 6
# So near its beginning a sentence takes up what was said: و| جاء ذلك خلال كذا.
TAKEN_UP_WITHIN = 2
# So many sentences back stands what it takes up: قال سالم كذا. وحضر اللقاء نزار. جاء ذلك خلال كذا.
SAID_WITHIN = 3
# A noun's pronoun and a verb tell of one, of two or of several.
ONE, TWO, MANY = "s", "d", "p"
# How the pronoun of whoever speaks is told, alone or with others: استقبلني، زيارتي، زيارتنا.
OWN = ("-s", "-p")
# Parties that are no people.
BODIES = ("organisation", "country")
# So near behind who meets somebody stands what leads to him: التقى الوزير أمس | بالسفير.
LED_WITHIN = 3


def those_meant(scene: Scene, place: int, gender: str, number: str) -> list[Who]:
    """Whom a verb without a subject or a pronoun at `place` means: one, several, or the two told before by a dual."""
    if number == TWO:
        return list(both_before(scene, place))
    one = meant_by(scene, place, gender, number) or only_one_before(scene, place, gender, number)
    return [one] if one else []


def meant_by_pronoun(scene: Scene, place: int, pronoun: str) -> list[Who]:
    """Whom the pronoun of a word at `place` means, by its gender and number: زيارته؛ who says so where it is his own: زيارتي."""
    if pronoun in OWN:
        statement = scene.statement_at(place)
        speaker = statement.speaker if statement else None
        return [speaker_party(speaker)] if speaker and speaker.type == "person" else []
    return those_meant(scene, place, *pronoun[:2])


def both_before(scene: Scene, place: int) -> list[Phrase]:
    """The two whom a dual means: those of its sentence before it, else those of the sentence before; nobody where more are told.

    اختلف | سالم | وليلى حول الفيلم. وجمعهما لقاء، اتفقت | الشركة مع | النقابة، ووقعتا الاتفاق.
    """
    start = scene.passage.sentence_start(place)
    return pair_in(scene, start, place) or sides_ahead(scene, start, place) or pair_in(scene, *sentence_before(scene, start))


def sides_ahead(scene: Scene, first: int, stop: int) -> list[Phrase]:
    """Both sides as a dual with the article behind أن tells them, if it stands alone: إن | الطرفين اتفقا على أن يجتمعا."""
    tokens = scene.tokens
    dual = next((at for at in range(stop - 1, first, -1) if tokens.keys[at].startswith(ARTICLE) and is_pair(tokens, at)), None)
    phrase = party_at(scene, dual, stop) if dual is not None and tokens.kinds[dual - 1] & THAT else None
    return [phrase] if phrase and phrase.stop == phrase.first + 1 else []


def pair_in(scene: Scene, first: int, stop: int) -> list[Phrase]:
    """The two persons that are named between two tokens, else the two bodies that act there; empty where they are not two."""
    named = [one for one in scene.cast.people if one.type == "person" and any(first <= at < stop for at, _ in one.mentions)]
    if named:
        return [named_phrase(one) for one in named] if len(named) == 2 else []
    acting = next(iter(sorted(doing(scene, first, stop), key=lambda one: one.first)), None)
    if acting is None:
        return []
    found = lineup_at(scene, acting.first, stop)
    other = found[-1].stop if found else stop
    found += lineup_at(scene, other + 1, stop) if other < stop and scene.tokens.keys[other] == WITH else []
    return found if len(found) == 2 and all(one.type in BODIES for one in found) else []


def meant_by(scene: Scene, place: int, gender: str, number: str) -> Phrase | Party | None:
    """Whom a verb without a subject or a pronoun at `place` means, by gender and number; None where nobody is sure enough."""
    start = scene.passage.sentence_start(place)
    piece = scene.piece_at(place)
    inner = max(start, piece.first) if piece else start
    if found := last_subject(scene, inner, place, gender, number):
        return found
    if piece:
        speaker = piece.statement.speaker
        if number == ONE and place - piece.first <= SPEAKER_REACH and (person := person_behind(scene, piece.statement, gender)):
            return person
        told = speaker and number == ONE and place - piece.first <= SPEAKER_REACH and is_told_of_him(scene, place)
        told = told and not poll_words("guest") & set(scene.tokens.keys[inner:place])  # قال سالم إن الضيف، في زيارته
        return speaker_party(speaker) if speaker and told and may_be_he(scene, speaker, gender) else None
    said = whose_words_are_taken_up(scene, start, place) if number == ONE else None
    if said and may_be_he(scene, said, gender):
        return speaker_party(said)
    return subject_of_sentence_before(scene, start, gender, number)


def whose_words_are_taken_up(scene: Scene, start: int, place: int) -> Party | None:
    """The person whose words before a sentence it takes up: قال | سالم كذا، مؤكدا كذا. جاء ذلك خلال استقباله السفير.

    Who is named behind the pronoun is another one: وشكره السفير على كذا. جاء ذلك خلال استقباله | السفير.
    """
    kinds, stop = scene.tokens.kinds, start
    came = next((at for at in range(start, min(place, start + TAKEN_UP_WITHIN)) if kinds[at] & CAME), None)
    if came is None or not kinds[came + 1] & DEMONSTRATIVE or any(is_finite(scene.passage, at) for at in range(came + 2, place)):
        return None
    for _ in range(SAID_WITHIN):
        first, stop = sentence_before(scene, stop)
        said = [piece for piece in scene.told if piece.first < stop and first < piece.stop <= start]
        speakers = [piece.statement.speaker for piece in sorted(said, key=lambda piece: (-piece.stop, piece.first))]
        others = (one for one in speakers if one and not is_named_behind(scene, one, place))
        if speaker := next(others, None):
            return speaker if speaker.type == "person" else None
        if not speakers and any(kinds[deed.place] & SPEECH for deed in deeds(scene.passage, first, stop)):
            return None
        stop = first
    return None


def is_named_behind(scene: Scene, speaker: Party, place: int) -> bool:
    """Whether the sentence of a word names somebody behind it."""
    stop = scene.passage.sentence_stop(place)
    told = (actor for actor, ref in scene.refs.items() if ref == speaker.ref and isinstance(actor, Actor))
    return any(place < at < stop for actor in told for at, _ in actor.mentions)


def is_told_of_him(scene: Scene, place: int) -> bool:
    """Whether no marks are round a word, or أنه stands right before them: قال سالم إنه | «سيزور صور»; not قال: «سيزور صور»."""
    kinds = scene.tokens.kinds
    led = place > 1 and bool(kinds[place - 1] & OPENS and kinds[place - 2] & THAT)
    return led or scene.passage.inside(place) is None


def only_one_before(scene: Scene, place: int, gender: str, number: str) -> Phrase | Party | None:
    """Who speaks in the sentence before, else its only person of a gender, or its only group; where no verb stands before `place`.

    Within what somebody says it is not he who is meant, if no person says it: قال السكان إن الوقفة التي | دعا إليها.
    """
    start, piece = scene.passage.sentence_start(place), scene.piece_at(place)
    speaker = piece.statement.speaker if piece else None
    if piece and (speaker is None or speaker.type == "person" or scene.passage.inside(place) is not None):
        return None
    inner = max(start, piece.first) if piece else start
    if any(is_finite(scene.passage, at) for at in range(inner, place)):
        return None
    first, stop = sentence_before(scene, start)
    if number == ONE:
        return speaker_in(scene, first, stop, gender) or only_person_in(scene, first, stop, gender)
    starts = scene.tokens.starts[first:stop]
    told = [one for one in scene.named.groups if any(mention.start in starts for mention in one.mentions)]
    return Party(told[0].name, "group", told[0].id) if len(told) == 1 else None


def only_person_in(scene: Scene, first: int, stop: int, gender: str) -> Phrase | None:
    """The only person of a gender in a sentence, whatever he does there: اعتقلت الشرطة | سالم. وكان قد شارك في اعتصام.

    Nobody where that sentence leaves its subject out itself: والتقى سالم. وزار صور.
    """
    if leaves_out_subject(scene, first, stop):
        return None
    people = (one for one in scene.cast.people if one.type == "person" and gender_of_actor(one) in ("-", gender))
    named = [one for one in people if any(first <= at < stop for at, _ in one.mentions)]
    return named_phrase(named[0]) if len(named) == 1 and not is_aside(scene, named[0], first, stop) else None


def is_aside(scene: Scene, person: Actor, first: int, stop: int) -> bool:
    """Whether a sentence names a person only behind a preposition or in brackets: مباحثات مع | نظيره سالم, طنجة (سالم) -."""
    past, tokens = scene.cast.focus.past, scene.tokens
    places = [at for at, _ in person.mentions if first <= at < stop]
    offices = [(at, start_of_office(tokens, at, person)) for at in places]
    return all(past.is_governed(at) or past.is_governed(office) or tokens.kinds[at - 1] & OPENS for at, office in offices)


def speaker_in(scene: Scene, first: int, stop: int, gender: str) -> Party | None:
    """The person who says something in a sentence that leaves him out: قال رئيس الحزب سالم كذا. | وأضاف كذا. ودعا إلى مسيرة."""
    starts = scene.tokens.starts[first:stop]
    told = (one for one in scene.statements if one.cue and one.cue.start in starts and one.speaker)
    speakers = {one.speaker.name: one.speaker for one in told if one.speaker}
    speaker = next(iter(speakers.values()), None)
    fits = speaker and len(speakers) == 1 and speaker.type == "person" and may_be_he(scene, speaker, gender)
    return speaker_party(speaker) if speaker and fits else None


def leaves_out_subject(scene: Scene, first: int, stop: int) -> bool:
    """Whether the first verb of a sentence has no subject behind it."""
    deed = next(deeds(scene.passage, first, stop), None)
    return deed is not None and (deed.phrase is None or is_met(scene, deed, stop))


def is_met(scene: Scene, deed: Deed, stop: int) -> bool:
    """Whether who stands alone behind a later verb is whom somebody left out meets: وصل الوزير، حيث | التقى السفير."""
    phrase, told = deed.phrase, forms(TABLE).get(scene.tokens.keys[deed.place])
    meets = any(form.is_finite and not form.pronoun and form.row["by"] == ACT and form.row["object"] == MEETS for form in told)
    if phrase is None or not meets or is_with_another(scene, phrase.stop):
        return False
    start = scene.passage.sentence_start(deed.place)
    at = next_noun(scene, phrase.stop, stop)
    alone = at is None or not lineup_at(scene, at, stop)
    return alone and any(is_finite(scene.passage, before) for before in range(start, deed.place))


def is_with_another(scene: Scene, place: int) -> bool:
    """Whether مع or ب leads to somebody right behind who meets him: التقى الوزير | بالسفير."""
    near = range(place, min(len(scene.tokens), place + LED_WITHIN))
    return any(scene.tokens.keys[at] == WITH or (scene.tokens.keys[at] == BY and scene.tokens.kinds[at] & PREFIX) for at in near)


def named_phrase(person: Actor) -> Phrase:
    """A person of the page as a phrase."""
    return Phrase(*person.name, "person", person.name, None, True)


def person_behind(scene: Scene, statement: Statement, gender: str) -> Party | None:
    """The person for whom an office or an unnamed spokesman speaks: أعلن مكتب الرئيسة | ليلى الحداد أنها ستزور."""
    source, speaker = statement.source, statement.speaker
    if source is None or speaker is None or speaker.type not in ("organisation", "unnamed"):
        return None
    starts = scene.tokens.starts
    named = (actor for actor in scene.cast.people if any(source.start <= starts[first] < source.end for first, _ in actor.mentions))
    party = next((scene.party(Phrase(*actor.name, "person", actor.name, None, True)) for actor in named), None)
    return party if party and may_be_he(scene, party, gender) else None


def last_subject(scene: Scene, first: int, stop: int, gender: str, number: str) -> Phrase | None:
    """Who last acted or headed a clause between two tokens and agrees."""
    told = list(doing(scene, first, stop))
    acting = sorted([*told, *led_by_that(scene, first, stop)], key=lambda one: one.first)
    acted = [party_alone(scene, first_of_two(scene, phrase) if number == ONE else phrase) for phrase in acting]
    fit = [phrase for phrase in acted if phrase.stop <= stop and agrees(scene, phrase, gender, number)]
    return fit[-1] if fit else None


def first_of_two(scene: Scene, phrase: Phrase) -> Phrase:
    """The first person of two who act, whom a verb of one goes on with: يحضر | الوزير ونائبه الحفل قبل أن يزور صور."""
    found = lineup_at(scene, phrase.first, phrase.stop) if phrase.type == "group" else []
    return found[0] if len(found) > 1 and (found[0].named or found[0].role) else phrase


def doing(scene: Scene, first: int, stop: int) -> Iterator[Phrase]:
    """Who acts or heads a sentence between two tokens; no land to which somebody comes: زار | تونس."""
    for deed in deeds(scene.passage, first, stop):
        told = forms(TABLE).get(scene.tokens.keys[deed.place])
        doer = deed.phrase or person_at(scene, deed.place + 1, stop) or behind_adjuncts(scene, deed.place, stop)
        of_place = any(form.row["object"] == PLACE for form in told)
        if doer and not is_met(scene, deed, stop) and not (doer.type == "country" and of_place):
            yield doer
    yield from honoured_doing(scene, first, stop)
    yield from doing_behind_that(scene, first, stop)


def doing_behind_that(scene: Scene, first: int, stop: int) -> Iterator[Phrase]:
    """Who does what is set or said behind أن: من المقرر أن يناقش | المجلس الخطة."""
    kinds = scene.tokens.kinds
    verbs = (at for at in range(max(first, 1), stop - 1) if kinds[at - 1] & THAT and is_finite(scene.passage, at))
    yield from (phrase for at in verbs if (phrase := known_phrase(scene.passage, at + 1, at)) and (phrase.named or is_body(phrase)))


def is_body(phrase: Phrase) -> bool:
    """Whether a party is a body or an officer."""
    return phrase.type in BODIES or phrase.role is not None


def behind_adjuncts(scene: Scene, verb: int, stop: int) -> Phrase | None:
    """The person who does what a verb tells behind where and when he does it: وصل إلى صور أمس | سالم الكندي والتقى كذا."""
    at = next_noun(scene, verb + 1, stop)
    found = lineup_at(scene, at, stop) if at is not None and at > verb + 1 else []
    return found[0] if len(found) == 1 and found[0].named else None


def honoured_doing(scene: Scene, first: int, stop: int) -> Iterator[Phrase]:
    """Who acts under his honour alone: اطلع | معاليه على المشروع، كما التقى بالسكان."""
    kinds = scene.tokens.kinds
    places = (at for at in range(first + 1, stop) if kinds[at] & HONOUR and is_finite(scene.passage, at - 1))
    yield from (person for at in places if (person := honoured_at(scene, at)))


def party_alone(scene: Scene, phrase: Phrase) -> Phrase:
    """Who acts, without what stands behind the words that name him; whoever is told by an honour has his name elsewhere."""
    return phrase if phrase.name[1] <= phrase.first else alone(scene.tokens, phrase)


def led_by_that(scene: Scene, first: int, stop: int) -> Iterator[Phrase]:
    """Who heads a clause behind أن between two tokens: قال إن | الوزير سيصل غدا ويلتقي."""
    kinds = scene.tokens.kinds
    places = (at for at in range(max(first, 1), stop) if kinds[at - 1] & THAT and not kinds[at] & (PREFIX | PUNCTUATION))
    yield from (phrase for at in places if (phrase := known_phrase(scene.passage, at)) and (phrase.named or phrase.role))


def subject_of_sentence_before(scene: Scene, start: int, gender: str, number: str) -> Phrase | None:
    """Whom the sentence before the one that begins at `start` is about: its first subject, if it agrees."""
    first, stop = sentence_before(scene, start)
    acted = [party_alone(scene, phrase) for phrase in sorted(doing(scene, first, stop), key=lambda one: one.first)]
    named = [phrase for phrase in acted if agrees(scene, phrase, gender, number)]
    return named[0] if named else None


def sentence_before(scene: Scene, start: int) -> Range:
    """The sentence before the one that begins at `start`, empty where there is none."""
    stop = start
    while stop > 0 and scene.tokens.kinds[stop - 1] & PUNCTUATION:
        stop -= 1
    return (scene.passage.sentence_start(stop - 1), stop) if stop else (0, 0)


def agrees(scene: Scene, phrase: Phrase, gender: str, number: str) -> bool:
    """Whether a party can be the one that a pronoun or a verb of this gender and number means."""
    if phrase.type in ("document", "unnamed") and not phrase.role:
        return False
    actor = scene.cast.roster.known(phrase)
    if actor is None and (phrase.named or not is_known(scene.tokens, phrase)):
        return False
    many = actor.number if actor else number_of(phrase)
    if number != ONE or many != ONE:
        return number != ONE and many != ONE
    own = gender_of_actor(actor) if actor and actor.type == "person" else gender_of_phrase(scene, phrase)
    return "-" in (own, gender) or own == gender


def gender_of_actor(actor: Actor) -> str:
    """The gender of a person as verbs or the given name tell it."""
    return actor.gender if actor.gender != "-" else gender_by_name(actor)


def gender_of_phrase(scene: Scene, phrase: Phrase) -> str:
    """The gender that the words of a party show; a name alone shows none, nor does a noun with its owner: نائبه."""
    head, tokens = phrase.name[0], scene.tokens
    owned = tokens.keys[head].endswith(TA_MARBUTA) and tokens.text[tokens.ends[head] - 1] != WRITTEN_TA_MARBUTA
    if phrase.named or owned:
        return "-"
    return "f" if is_told_feminine(scene, phrase) else gender_of(tokens, phrase)


def is_told_feminine(scene: Scene, phrase: Phrase) -> bool:
    """Whether the adjective of a body tells that its verb is a woman's: الأمم | المتحدة, القوى | السياسية; not المدير."""
    tokens, (head, stop) = scene.tokens, phrase.name
    both = head + 1 < stop and tokens.kinds[head] & tokens.kinds[head + 1] & DEFINITE
    return bool(both) and phrase.type == "organisation" and tokens.has_ta(head + 1)


def may_be_he(scene: Scene, speaker: Party, gender: str) -> bool:
    """Whether a party of the page, as the one in whose words a pronoun stands, can be meant by it."""
    actor = next((actor for actor, ref in scene.refs.items() if ref == speaker.ref), None)
    own = gender_of_actor(actor) if actor else "-"
    return "-" in (own, gender) or own == gender


def speaker_party(speaker: Party) -> Party:
    """A speaker as a party and no more."""
    return Party(speaker.name, speaker.type, speaker.ref)
