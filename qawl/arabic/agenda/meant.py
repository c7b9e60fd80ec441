"""Who is meant where a clause leaves its subject out or has a pronoun only: وصل إلى صور والتقى …، خلال زيارته.

Who last acted in the sentence is meant, else who says it, else whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.agenda.parts import PLACE
from qawl.arabic.agenda.words import TABLE
from qawl.arabic.deeds import deeds, is_finite, known_phrase
from qawl.arabic.frames.forms import forms
from qawl.arabic.frames.honoured import honoured_at
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.frames.party_ends import alone
from qawl.arabic.frames.scene import Scene
from qawl.arabic.genders import gender_by_name
from qawl.arabic.letters import TA_MARBUTA, WRITTEN_TA_MARBUTA
from qawl.arabic.lexicon import DEFINITE, HONOUR, PREFIX, PUNCTUATION, THAT
from qawl.arabic.parties import gender_of, number_of
from qawl.arabic.phrases import Phrase, is_known
from qawl.model import Party, Statement

# So near the beginning of what is said a pronoun means who says it: قال إنه سيزور; never within marks, where he says I.
SPEAKER_REACH = 6
# A noun's pronoun and a verb tell of one, of two or of several.
ONE, TWO, MANY = "s", "d", "p"


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
        told = speaker and number == ONE and place - piece.first <= SPEAKER_REACH and scene.passage.inside(place) is None
        return speaker_party(speaker) if speaker and told and may_be_he(scene, speaker, gender) else None
    return subject_of_sentence_before(scene, start, gender, number)


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
        doer = deed.phrase
        if doer and not (doer.type == "country" and any(form.row["object"] == PLACE for form in told)):
            yield doer
    yield from honoured_doing(scene, first, stop)


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
    kinds, stop = scene.tokens.kinds, start
    while stop > 0 and kinds[stop - 1] & PUNCTUATION:
        stop -= 1
    if stop == 0:
        return None
    first = scene.passage.sentence_start(stop - 1)
    acted = [party_alone(scene, phrase) for phrase in sorted(doing(scene, first, stop), key=lambda one: one.first)]
    named = [phrase for phrase in acted if agrees(scene, phrase, gender, number)]
    return named[0] if named else None


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
