"""Who stays away: parties side by side behind a word."""

from __future__ import annotations

from qawl.arabic.agenda.absent.own import is_own_body, own_body
from qawl.arabic.agenda.absent.reasons import reason_start
from qawl.arabic.agenda.absent.words import GOING, is_word, occasion_type, phrase_of, verbs_and_nouns, with_senses
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import ABOUT, ALEF, ANY, IN, OF, VERB_PLURAL, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    EACH,
    FAMILY,
    NAME,
    NEGATION,
    NUMBER,
    ODD,
    OPENS,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    ROLE,
    ROUGHLY,
    TITLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.names.reach import name_end
from qawl.arabic.numerals import below_hundred
from qawl.arabic.passage import Passage
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.shares import counted_people
from qawl.arabic.phrases.subjects import subject_alone
from qawl.arabic.tokens import Tokens
from qawl.model import Party

# How far before its verb a group may begin of which it tells: نواب من الكتلة | لم يحضروا الجلسة.
TOLD_REACH = 6
HEADS = ROLE | TITLE | BODY | PEOPLE | COUNTRY | CITY | NAME | FAMILY
WHOLE = DEFINITE | COUNTRY | CITY | NAME | FAMILY | ODD
COVERING = frozenset(("cover",))
Phrases = tuple[Phrase, ...]
Parties = tuple[Party, ...]


def party_at(passage: Passage, place: int, limit: int) -> Phrase | None:
    """The one party at `place`, up to what may be its verb's object or the encounter behind it: روسيا | القمة."""
    tokens = passage.tokens
    if place >= limit:
        return None
    if is_own_body(tokens, place):
        return Phrase(place, place + 1, "organisation", (place, place + 1), None, False)
    if tokens.kinds[place] & OPENS:
        return marked_party(passage, place, limit)
    if several := pair_of_lands(tokens, place, limit) or siding(tokens, place, limit):
        return several
    if tokens.kinds[place] & (NUMBER | ROUGHLY) and (counted := counted_people(tokens, place, limit)):
        return cut(counted, party_stop(tokens, counted))
    phrase = read_phrase(tokens, place, limit)
    if phrase is None:
        return counted_in_words(tokens, place, limit)
    if phrase.type == "document" or is_word(tokens, phrase.name[0], "crowd") or occasion_type(tokens.keys[phrase.name[0]]):
        return None
    of_number = phrase.type == "group" and phrase.first + 1 < phrase.stop and is_accusative(tokens, phrase.first + 1)
    if of_number:
        return counted_in_words(tokens, place, limit) or phrase
    if not (is_known(tokens, phrase) or is_word(tokens, phrase.first, "body")):
        return counted_in_words(tokens, place, limit)
    if sent := sent_for(passage, phrase, limit):
        return sent
    alone = subject_alone(tokens, phrase)
    why = (at for at in range(alone.first + 1, alone.stop) if reason_start(passage, at, alone.stop))
    return cut(alone, min(party_stop(tokens, phrase), next(why, alone.stop)))


def sent_for(passage: Passage, phrase: Phrase, limit: int) -> Phrase | None:
    """Several who are sent, with those for whom: ممثلون | عن الوزارة."""
    tokens, stop = passage.tokens, phrase.stop
    sent = phrase.stop == phrase.first + 1 and is_word(tokens, phrase.first, "delegate", "delegates")
    if not sent or stop + 1 >= limit or tokens.keys[stop] != ABOUT:
        return None
    whose = party_at(passage, stop + 1, limit)
    return phrase._replace(stop=whose.stop, name=(phrase.name[0], whose.stop)) if whose else None


def marked_party(passage: Passage, place: int, limit: int) -> Phrase | None:
    """A body between marks that open at `place`: قاطعت | «حركة الوئام» القمة."""
    inner = party_at(passage, place + 1, limit)
    closed = inner is not None and inner.stop < limit and passage.tokens.kinds[inner.stop] & CLOSES
    return inner._replace(first=place, stop=inner.stop + 1) if inner and closed and inner.type == "organisation" else None


def siding(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """Several who are told by what they want or refuse: المطالبون | بالإصلاح، الرافضون | لاتفاق السلام."""
    led = place + 2 < limit and is_word(tokens, place, "siding") and tokens.kinds[place + 1] & (PREFIX | PREPOSITION)
    if not led:
        return None
    told = range(place + 3, limit)
    stop = next((at for at in told if not tokens.kinds[at] & DEFINITE or occasion_type(tokens.keys[at])), limit)
    return Phrase(place, stop, "group", (place, stop), None, False)


def counted_in_words(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """The group whose number is told in words at `place`: ثلاثة عشر نائبا، نحو عشرين عضوا، خمسة مرشحين."""
    number = below_hundred(tokens, place + bool(tokens.kinds[place] & ROUGHLY))
    if number is None or number[1] >= limit:
        return None
    if known_head(tokens.keys[number[1]]) == "group":
        return Phrase(place, number[1] + 1, "group", (place, number[1] + 1), None, False)
    if not is_accusative(tokens, number[1]):
        return None
    told = range(number[1] + 1, limit)
    stop = next((at for at in told if not tokens.keys[at].endswith(ALEF) or tokens.keys[at].endswith(VERB_PLURAL)), limit)
    return Phrase(place, stop, "group", (place, stop), None, False)


def pair_of_lands(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """The two whom a dual before two lands tells at `place`: زعيما تونس ومالطا."""
    if place + 3 >= limit or not is_before_owner(tokens, place) or not tokens.kinds[place + 1] & PLACES:
        return None
    both = is_and(tokens, place + 2) and tokens.kinds[place + 3] & PLACES
    return Phrase(place, place + 4, "group", (place, place + 4), None, False) if both else None


def cut(phrase: Phrase, stop: int) -> Phrase:
    """A phrase up to `stop`."""
    if stop >= phrase.stop:
        return phrase
    role = (phrase.role[0], min(phrase.role[1], stop)) if phrase.role else None
    return phrase._replace(stop=stop, name=(phrase.name[0], min(phrase.name[1], stop)), role=role)


def party_stop(tokens: Tokens, phrase: Phrase) -> int:
    """Where a party ends: with a name behind its office, before an encounter or a purpose behind a whole noun.

    النائب سالم الكندي | من قائمة المدعوين، الوزير | افتتاح المعرض، رابطة عمال الميناء | لحضور اللقاء، ائتلاف | يضم أحزابا.
    """
    if phrase.named and (phrase.role is None or phrase.role[0] < phrase.name[0]):
        return next((at for at in range(phrase.name[1], phrase.stop) if ends_name(tokens, at)), phrase.stop)
    for place in range(max(phrase.first, phrase.name[0]) + 1, phrase.stop):
        if is_and(tokens, place) and place + 1 < phrase.stop and not tokens.kinds[place + 1] & (HEADS | DEFINITE):
            return place
        if any(form.is_finite for form in with_senses(tokens.keys[place], COVERING)):
            return place
        if not tokens.kinds[place - 1] & WHOLE and not tokens.kinds[phrase.first] & (NUMBER | QUANTITY):
            continue
        if phrase.type == "organisation" and tokens.keys[place] == IN:
            return place
        led = tokens.kinds[place] & (PREFIX | PREPOSITION) and not is_and(tokens, place) and place + 1 < phrase.stop
        noun = tokens.keys[place + 1 if led else place]
        if occasion_type(noun) or (led and with_senses(bare_key(noun), GOING)):
            return place
    return phrase.stop


def ends_name(tokens: Tokens, place: int) -> bool:
    """Whether a word behind a name is no surname: a preposition, what has the article, a word of attending, an encounter."""
    known = occasion_type(tokens.keys[place]) or tokens.keys[place] in verbs_and_nouns() or is_word(tokens, place, "offer")
    return bool(known or tokens.kinds[place] & (PREFIX | PREPOSITION | DEFINITE))


def joined_within(tokens: Tokens, phrase: Phrase) -> int | None:
    """Where و joins a second party inside a phrase: روسيا | و جورجيا; not وزارة الصحة والسكان."""
    kinds = tokens.kinds
    if is_before_owner(tokens, phrase.first):
        return None
    for place in range(phrase.first + 1, phrase.stop - 1):
        if not is_and(tokens, place) or not kinds[place + 1] & HEADS:
            continue
        named = kinds[place + 1] & (COUNTRY | CITY | NAME)
        if named or not kinds[place + 1] & DEFINITE or kinds[phrase.first] & DEFINITE:
            return place
    return None


def parties_at(passage: Passage, place: int, limit: int | None = None) -> Phrases:
    """The parties side by side at `place`, before `limit`: روسيا و جورجيا وأوكرانيا، كل من تونس والمغرب، أي من الأحزاب."""
    tokens = passage.tokens
    if place >= len(tokens):
        return ()
    limit = passage.sentence_stop(place) if limit is None else limit
    if place + 2 < limit and tokens.keys[place] in ANY and tokens.keys[place + 1] == OF:
        place += 2
    if place + 1 < limit and tokens.kinds[place] & EACH:
        place += 2 if tokens.kinds[place + 1] & PREPOSITION else 1
    found: list[Phrase] = []
    while place < limit and (phrase := party_at(passage, place, limit)):
        joined = joined_within(tokens, phrase)
        phrase = phrase if joined is None else party_at(passage, place, joined)
        if phrase is None:
            break
        found.append(one_of_several(tokens, phrase))
        place = next_party(tokens, phrase.stop, limit)
    return each_of(tokens, of_lands(tokens, found))


def one_of_several(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A group that is only the office of those named behind it, as the first of them: الفنانين | سالم الكندي وهاني الدرعي."""
    if phrase.type != "group":
        return phrase
    first = next((at for at in range(phrase.first, phrase.stop) if not tokens.kinds[at] & DEFINITE), phrase.stop)
    if not phrase.first < first < phrase.stop or not tokens.kinds[first] & NAME:
        return phrase
    return phrase._replace(type="person", name=(first, phrase.stop), role=(phrase.first, first), named=True)


def of_lands(tokens: Tokens, found: list[Phrase]) -> list[Phrase]:
    """Parties side by side, several lands made those of the office before them: وزراء خارجية | لبنان والكويت، والصومال."""
    joined: list[Phrase] = []
    for phrase in found:
        bare = phrase.type == "country" and phrase.role is None and tokens.kinds[phrase.first] & (PLACES | BODY)
        if bare and joined and is_office_of_land(tokens, joined[-1]):
            joined[-1] = joined[-1]._replace(stop=phrase.stop, name=(joined[-1].name[0], phrase.stop))
        else:
            joined.append(phrase)
    return joined


def is_office_of_land(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether several are named by their office in a land: وزراء خارجية لبنان، وفود لبنان."""
    office = (phrase.type == "group" and tokens.kinds[phrase.first] & ROLE) or is_word(tokens, phrase.first, "delegates")
    return bool(office and tokens.kinds[phrase.stop - 1] & PLACES)


def each_of(tokens: Tokens, found: list[Phrase]) -> Phrases:
    """Parties side by side, those of one head made one again: زعماء | كل من تونس والمغرب."""
    if len(found) < 2 or not any(kind & EACH for kind in tokens.kinds[found[0].first + 1 : found[0].stop]):
        return tuple(found)
    stop = found[-1].stop
    return (found[0]._replace(stop=stop, name=(found[0].name[0], stop), role=None),)


def past_its_head(tokens: Tokens, stop: int, limit: int) -> int:
    """Where a party ends whose head is told behind it: حزب النهوض برئاسة سالم الكندي | وجبهة الوئام."""
    told = phrase_of(tokens, stop, "headed") if stop < limit else None
    if told is None or told[1] >= limit or not tokens.kinds[told[1]] & NAME:
        return stop
    return name_end(tokens, told[1], limit)


def next_party(tokens: Tokens, stop: int, limit: int) -> int:
    """Where the next party begins behind و, a comma or ولا; `limit` where none does."""
    stop = past_its_head(tokens, stop, limit)
    place = stop + 1 if stop < limit and tokens.kinds[stop] & COMMA else stop
    if not is_and(tokens, place):
        return limit
    place += 1
    if place < limit and tokens.kinds[place] & NEGATION:
        place += 1
    return place if place < limit and tokens.kinds[place] & HEADS else limit


def parties_of(scene: Scene, phrases: Phrases) -> Parties:
    """Phrases as parties of the record; none for the body of somebody that the page does not name: حزبه."""
    return tuple(party for phrase in phrases if (party := party_of(scene, phrase)))


def party_of(scene: Scene, phrase: Phrase) -> Party | None:
    """A phrase as a party of the record."""
    return own_body(scene, phrase.first) if is_own_body(scene.tokens, phrase.first) else scene.party(phrase)
