"""The one party that begins at a place, up to the words that name it, whatever tells it: an office, a name in marks, a number."""

from __future__ import annotations

from qawl.arabic.frames.cuts import cut_of, takes_up, verb_joined
from qawl.arabic.frames.honoured import honoured_at, titled_alone
from qawl.arabic.frames.indefinite import begins_others, behind_whole, counted_party
from qawl.arabic.frames.joined import is_anothers, stands_for
from qawl.arabic.frames.marked import body_in_marks, in_latin, latin_end
from qawl.arabic.frames.named_at import is_titled_name, name_at, name_in_marks, opens_name, person_at
from qawl.arabic.frames.party_ends import alone, opens_office
from qawl.arabic.frames.posts import named_behind_post
from qawl.arabic.frames.scene import Scene
from qawl.arabic.frames.several import are_people, with_what_for
from qawl.arabic.frames.unknown_names import is_deed
from qawl.arabic.heads import is_somebodys
from qawl.arabic.kept import kept
from qawl.arabic.letters import ABOUT, IN_CHARGE, OF, ROUND, SLASH, bare_key
from qawl.arabic.lexicon import (
    BODY,
    COMMA,
    DEFINITE,
    HONOUR,
    NAME,
    NUMBER,
    ONE_OF,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    RANK,
    ROLE,
    TITLE,
)
from qawl.arabic.people.duals import pair_at
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.parties import is_dual
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.tokens import Tokens

# So many tokens stand between two slashes round how a party is called.
SLASHED = 8


@kept
def party_at(scene: Scene, place: int, limit: int | None = None) -> Phrase | None:
    """The one party that begins at `place`, up to where the next one begins or its place is told; None where none is known."""
    tokens = scene.tokens
    if place >= len(tokens):
        return None
    stop = scene.passage.sentence_stop(place) if limit is None else limit
    if is_somebodys(tokens, place) and place + 1 < stop and (one := name_at(scene, place + 1, stop)):
        return one._replace(first=place)
    if told := honoured_at(scene, place) or pair_at(tokens, place, stop) or counted_party(tokens, place, stop):
        return with_what_for(tokens, until_members(tokens, told), stop)
    if told := told_in_marks(scene, place, stop) or body_in_marks(tokens, place, stop) or in_latin(tokens, place, stop):
        return told
    if called := called_before(scene, place, stop):
        return called
    titles, place = place, behind_titles(tokens, place, stop)
    place += place + 1 < stop and is_somebodys(tokens, place) and opens_title(tokens, place + 1)
    phrase = up_to_another(scene, place, stop)
    if phrase and tokens.kinds[place] & DEFINITE and is_dual(bare_key(tokens.keys[place])):
        return in_whole(scene, alone(tokens, phrase._replace(type="group", role=None)), stop)
    if phrase and (is_known(tokens, phrase) or are_people(tokens, phrase)):
        whole = alone(tokens, phrase)
        told = titled_alone(scene, whole._replace(first=titles))
        return in_whole(scene, told if told.named else whole, stop) if phrase.type != "document" else None
    return person_at(scene, place, stop) or one_of_several(scene, place, stop)


def one_of_several(scene: Scene, place: int, stop: int) -> Phrase | None:
    """One of several bodies or people: إحدى | الشركات، أحد المصارف."""
    if not scene.tokens.kinds[place] & ONE_OF or place + 1 >= stop or scene.tokens.kinds[place + 1] & PREFIX:
        return None
    several = party_at(scene, place + 1, stop)
    told = several is not None and not several.named and several.type in ("organisation", "group")
    return several._replace(first=place, name=(place, several.name[1])) if several and told else None


def up_to_another(scene: Scene, place: int, stop: int) -> Phrase | None:
    """The phrase that begins at `place`, up to where another party begins inside it: وزير النقل | نظيره."""
    tokens, phrase = scene.tokens, read_phrase(scene.tokens, place, stop)
    if phrase and is_deed(tokens, phrase):
        phrase = read_phrase(tokens, place, phrase.name[0])
    cut = verb_joined(scene, phrase, cut_of(tokens, phrase, stop)) if phrase else None
    if cut is not None:
        phrase = read_phrase(tokens, place, cut)
        if phrase and phrase.named and phrase.name[1] < phrase.stop:
            phrase = phrase._replace(stop=cut)
    if phrase and phrase.named and phrase.stop > phrase.name[1] and is_anothers(tokens, phrase.name[1], stop):
        phrase = phrase._replace(stop=phrase.name[1])
    return phrase


def called_before(scene: Scene, place: int, stop: int) -> Phrase | None:
    """A person of the page by his name alone right before the office of another one: لقاء | الكندي الرئيس التونسي نزار العلي."""
    kinds, one = scene.tokens.kinds, person_at(scene, place, stop)
    if one is None or one.stop >= stop or not kinds[one.stop] & (ROLE | TITLE):
        return None
    phrase = read_phrase(scene.tokens, place, stop)
    return one if phrase and phrase.named and phrase.name[0] > one.stop else None


def until_members(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A party up to the verb that tells who belongs to it: وفدا من المدينة | ضم عميد البلدية."""
    stop = next((at for at in range(phrase.first + 2, phrase.stop) if takes_up(tokens, at)), phrase.stop)
    return phrase if phrase.named or stop == phrase.stop else phrase._replace(stop=stop, name=(phrase.name[0], stop))


def told_in_marks(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person whose name stands in marks at `place`, or behind a title there, or has a title for its given name."""
    tokens = scene.tokens
    if is_titled_name(tokens, place, limit):
        return name_at(scene, place, limit)
    mark = place + bool(tokens.kinds[place] & TITLE and not tokens.kinds[place] & ROLE)
    one = name_in_marks(scene, mark, limit) if mark < limit and opens_name(tokens, mark) else None
    return one._replace(first=place) if one else None


def behind_titles(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind mere titles before an office in full: السيد | رئيس المجلس، معالي الشيخ | رئيس المجلس; else `place`."""
    at = place
    while at + 1 < limit and tokens.kinds[at] & TITLE and not tokens.kinds[at] & ROLE:
        at += 1
    return at if at > place and opens_office(tokens, at) else behind_rank(tokens, place, limit)


def behind_rank(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind a rank that may be a team too before a title or a name: الفريق أول ركن | الشيخ سالم; else `place`."""
    kinds, at = tokens.kinds, place + 1
    while at < limit and kinds[at] & RANK:
        at += 1
    told = place + 1 < at < limit and kinds[place] & TITLE and kinds[place] & BODY
    return at if told and kinds[at] & (TITLE | NAME | HONOUR) else place


def in_whole(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """A party with what tells of whom it is and, between slashes, how it is called: ممثلون | عن الأحزاب، كتلة | / النهوض /."""
    tokens, stop = scene.tokens, phrase.stop
    if phrase.named or phrase.type == "country" or stop >= limit:
        return phrase
    if phrase.type == "unnamed" and (one := named_behind_mark(scene, stop, limit)):
        return phrase._replace(stop=one.stop, type="person", name=one.name, named=True)
    if tokens.keys[stop] == SLASH:
        close = next((at for at in range(stop + 2, min(limit, stop + SLASHED)) if tokens.keys[at] == SLASH), stop - 1)
        if phrase.type == "unnamed" and close > stop:
            return phrase._replace(stop=close + 1, type="person", name=(stop + 1, close), named=True)
        return phrase._replace(stop=close + 1, name=(phrase.name[0], close + 1))
    if phrase.type == "unnamed" and (one := named_behind_post(scene, stop, limit)):
        return phrase._replace(stop=one.stop, type="person", name=one.name, named=True)
    head = tokens.keys[phrase.first]
    sent = tokens.keys[stop] == ABOUT and (stands_for(head) or bare_key(head).startswith(IN_CHARGE))
    end = behind_whole(tokens, stop, limit) if sent else behind_lands(tokens, phrase, limit)
    end = max(end, latin_end(tokens, stop, limit))
    end = next((at for at in range(stop + 1, end - 1) if begins_others(tokens, stop, at)), end)
    phrase = phrase._replace(stop=end, name=(phrase.name[0], end)) if end > stop else phrase
    return with_what_for(tokens, phrase, limit)


def behind_lands(tokens: Tokens, phrase: Phrase, limit: int) -> int:
    """Where the number of lands or bodies ends from which several come: وزراء ومسؤولين | من 20 دولة; else the end of the phrase."""
    stop = phrase.stop
    told = phrase.type == "group" and stop + 2 < limit and tokens.keys[stop] == OF and tokens.kinds[stop + 1] & NUMBER
    return stop + 3 if told and not tokens.kinds[stop + 2] & (PREPOSED | PUNCTUATION) else stop


def named_behind_mark(scene: Scene, mark: int, limit: int) -> Phrase | None:
    """The person whose name stands in marks behind an office, or behind what brackets tell of it: الوزير (في الحكومة) | فلان.

    A comma may stand before either name: الوزير، | "فلان"، الوزير (في الحكومة)، | فلان.
    """
    tokens = scene.tokens
    if tokens.kinds[mark] & COMMA and mark + 2 < limit and opens_name(tokens, mark + 1):
        return name_in_marks(scene, mark + 1, limit)
    if not opens_name(tokens, mark):
        return None
    if one := name_in_marks(scene, mark, limit):
        return one
    aside = range(mark + 1, min(limit - 1, mark + SLASHED)) if tokens.keys[mark] == ROUND[0] else ()
    close = next((at for at in aside if tokens.keys[at] == ROUND[1]), None)
    return name_at(scene, close + 1 + bool(tokens.kinds[close + 1] & COMMA), limit) if close else None


def opens_title(tokens: Tokens, place: int) -> bool:
    """Whether a title or an office in full stands behind whoever is told by another: نائبه | الأمير، نظيره | وزير النقل."""
    return bool(tokens.kinds[place] & TITLE) or opens_office(tokens, place)
