"""Parties that stand side by side, each read by itself: وزير النقل سالم الكندي، وأعضاء اللجنة، وعدد من السكان.

A phrase that can speak (`entities.read_source`) takes several as one group and goes on over a place; here each one counts, up to
the words that name it, and an accusative (وفدا، عددا من النواب) and a number (20 وزيرا) are parties too.
"""

from __future__ import annotations

from qawl.arabic.deeds import is_finite
from qawl.arabic.entities import read_phrase
from qawl.arabic.first_names import can_begin
from qawl.arabic.frames.charges import each_by_charge
from qawl.arabic.frames.forms import forms
from qawl.arabic.frames.honoured import honoured_at, titled_alone
from qawl.arabic.frames.indefinite import HEADS, behind_whole, counted_party
from qawl.arabic.frames.joints import behind_each, behind_wish, next_place
from qawl.arabic.frames.named_at import is_followed_by_name, is_titled_name, name_at, name_in_marks, opens_name, person_at
from qawl.arabic.frames.pairs import is_before_owner, is_pair, pair_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.frames.several import are_people, are_theirs, with_what_for
from qawl.arabic.heads import is_accusative, is_event, is_somebodys, known_head
from qawl.arabic.joiners import is_and
from qawl.arabic.leads import read_lead
from qawl.arabic.letters import (
    ABOUT,
    ACCUSATIVE_PLURAL,
    ADDRESSING,
    BORNE,
    BY,
    COUNTERPART,
    COURTESIES,
    DELEGATIONS,
    IMPERFECT_HEADS,
    IN,
    MERE_TITLES,
    MINISTRY,
    OF,
    PLURAL_INDICATIVE,
    PLURALS,
    REPRESENTS,
    ROUND,
    SIDE_OF_TALKS,
    SLASH,
    SUCH_AS,
    TA_MARBUTA,
    TO_POST,
    WRITTEN_TA_MARBUTA,
    WRITTEN_WAW,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    NAME,
    NATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    STOP,
    TIME,
    TITLE,
    TOWN,
)
from qawl.arabic.ordinary import is_no_noun
from qawl.arabic.parties import is_dual
from qawl.arabic.phrases import Phrase, is_known
from qawl.arabic.subjects import subject_alone
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import known_at

# So many parties at most stand side by side.
LONGEST_LINEUP = 30
# So many tokens stand between two slashes round how a party is called.
SLASHED = 8
# So many tokens at most tell where somebody of a list is.
SETTING = 4
# So many tell more of a group before others of the list.
MORE = 14
# So many words at the end of a name may be known to nobody.
STRANGE = 2
LANDS = COUNTRY | CITY
# A name behind a mere title has fewer tokens, and none of these in it.
LONGEST_NAME, NO_NAME = 7, PUNCTUATION | PREFIX | PREPOSITION | ROLE | RELATIVE


def lineup_at(scene: Scene, place: int, limit: int | None = None, listed: bool = False) -> list[Phrase]:
    """The parties side by side from `place` on: | الوزير سالم الكندي، | ونائبه، | وعدد من السكان; empty where none begins there.

    In a list commas alone part those told by office and name, or by name: وزير النقل سالم الكندي، | مدير الميناء نزار العلي.
    So they do behind كل من, and behind the office of several: النواب | سالم الكندي، | نزار العلي.
    """
    stop = scene.passage.sentence_stop(place) if limit is None else limit
    found: list[Phrase] = []
    opened, place = place, behind_each(scene.tokens, place)
    listed = listed or place > opened
    while len(found) < LONGEST_LINEUP and (phrase := first_named(scene, place, stop) or party_at(scene, place, stop)):
        listed = listed or (phrase.first > place and phrase.named)
        if several := each_by_charge(scene, phrase.first, stop):
            found += several[:-1]
            phrase, listed = several[-1], True
        elif one := first_of_several(scene, phrase, stop):
            phrase, listed = one, True
        phrase = with_name_behind(scene.tokens, for_side(scene, phrase, stop), stop)
        if listed:
            phrase = with_next_office(scene.tokens, phrase, stop)
        phrase = with_bearers(scene, phrase, stop)
        found.append(phrase)
        after = behind_wish(scene.tokens, phrase.stop, stop)
        if listed:
            after = behind_strange(scene.tokens, phrase, behind_setting(scene.tokens, phrase, after, stop), stop)
            after = behind_more(scene, phrase, after, stop)
        place = next_place(scene.tokens, after, stop)
        if listed and place == len(scene.tokens):
            place = next_named(scene, phrase, after, stop)
        if place < stop and (takes_up(scene.tokens, place) or opens_clause(scene, place)):
            break
    return found


def with_bearers(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Those who bear an honour with who they are right behind it: بعض أصحاب السمو | أفراد الأسرة."""
    if phrase.stop >= limit or phrase.type != "group" or scene.tokens.keys[phrase.stop - 1] not in BORNE:
        return phrase
    who = party_at(scene, phrase.stop, limit)
    return phrase._replace(stop=who.stop, name=(phrase.name[0], who.stop)) if who and who.type == "group" else phrase


def for_side(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Who is there for the body of a side, if he is named behind it: ومن جانب البنك | سالم الكندي; else the phrase."""
    sided = phrase.first and scene.tokens.keys[phrase.first - 1] in SIDE_OF_TALKS and phrase.type in ("organisation", "country")
    other = party_at(scene, phrase.stop, limit) if sided and phrase.stop < limit else None
    return other if other and other.named else phrase


def behind_setting(tokens: Tokens, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind where somebody of a list is, if an office or a number follows: مدراء الدوائر | في المؤسسة | ومدير القسم."""
    led = place < limit and (tokens.keys[place] == IN or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX))
    if phrase.named or not led:
        return place
    at = place + 1
    while at < min(limit, place + SETTING) and tokens.kinds[at] & (DEFINITE | LANDS) and not is_and(tokens, at):
        at += 1
    at += at < limit and bool(tokens.kinds[at] & COMMA)
    goes_on = at > place + 1 and at + 1 < limit and is_and(tokens, at)
    return at if goes_on and tokens.kinds[at + 1] & (ROLE | QUANTITY) and not tokens.kinds[at + 1] & DEFINITE else place


def behind_more(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind what else is told of a group, if others are counted behind و: شخصيات بارزة | على الساحة | وعدد من الطلبة."""
    tokens = scene.tokens
    if phrase.type != "group" or place >= limit or not tokens.kinds[place] & PREPOSITION:
        return place
    near = range(place + 1, min(limit - 1, place + MORE))
    end = next((at for at in near if tokens.kinds[at] & PUNCTUATION or is_finite(scene.passage, at)), limit)
    counted = (at for at in near if at < end and is_and(tokens, at) and tokens.kinds[at + 1] & QUANTITY)
    return next(counted, place)


def behind_strange(tokens: Tokens, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind words that nobody knows and that go on with a name in a list: جان كريستوف | أوجيه | ورئيس الجهاز."""
    at = place
    while phrase.named and at < min(limit, place + STRANGE) and not tokens.kinds[at] & ~ODD and is_no_noun(tokens.keys[at]):
        at += 1
    at += at == place < limit and phrase.stop == place and lacks_surname(tokens, phrase) and may_be_surname(tokens, place)
    goes_on = at < limit and (tokens.kinds[at] & COMMA or is_and(tokens, at))
    return at if goes_on else place


def lacks_surname(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether an officer of a list is told by one given name alone: أمين عام الوزارة | شادي."""
    first, stop = phrase.name
    return phrase.named and phrase.first < first and stop == first + 1 and bool(tokens.kinds[first] & NAME)


def may_be_surname(tokens: Tokens, place: int) -> bool:
    """Whether a bare noun that is something else too may be a surname: شادي | مساعدة، ورئيس الهيئة."""
    return not tokens.kinds[place] & (NO_NAME & ~ROLE | DEFINITE | TIME) and not is_accusative(tokens, place)


def opens_clause(scene: Scene, place: int) -> bool:
    """Whether a verb follows و, and no party: ترأسه الوزير | وحضره السفير."""
    kinds = scene.tokens.kinds
    return not kinds[place] & (HEADS | LANDS | NAME) and is_finite(scene.passage, place)


def with_name_behind(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """An officer with a name that no table knows, told by a mere title behind a comma: مدير الديوان، السيد | إيساغا جاكانا."""
    title = phrase.stop + 1
    if phrase.named or phrase.type != "unnamed" or title + 2 >= limit or not tokens.kinds[phrase.stop] & COMMA:
        return phrase
    if tokens.keys[title] not in MERE_TITLES:
        return phrase
    end = next((at for at in range(title + 1, min(limit, title + LONGEST_NAME)) if tokens.kinds[at] & NO_NAME), title)
    return phrase._replace(stop=end, type="person", name=(title + 1, end), named=True) if end > title + 2 else phrase


def with_next_office(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """An officer of a list with his second office and his name behind a comma: مدير الهيئة، | عضو اللجنة فلان، ومدير الميناء.

    Where commas alone part a list they are two.
    """
    comma = phrase.stop
    if phrase.named or phrase.type != "unnamed" or comma + 2 >= limit or not tokens.kinds[comma] & COMMA:
        return phrase
    other = read_phrase(tokens, comma + 1, limit) if opens_office(tokens, comma + 1) else None
    if other is None or not other.named or any(tokens.kinds[at] & COMMA for at in range(comma + 1, other.name[0])):
        return phrase
    end = other.name[1] + (other.name[1] < limit and bool(tokens.kinds[other.name[1]] & COMMA))
    goes_on = end >= limit or is_and(tokens, end) or bool(tokens.kinds[end] & STOP)
    return other._replace(first=phrase.first, stop=other.name[1]) if goes_on else phrase


def first_named(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The first of several whose names stand right behind the office of them all: النواب | سالم الكندي، نزار العلي."""
    tokens = scene.tokens
    if place + 1 >= limit or not tokens.kinds[place] & DEFINITE or known_head(bare_key(tokens.keys[place])) != "group":
        return None
    one = name_at(scene, place + 1, limit)
    return one if one and one.stop > one.first + 1 and is_followed_by_name(scene, one.stop, limit) else None


def first_of_several(scene: Scene, phrase: Phrase, limit: int) -> Phrase | None:
    """The first of several whom one office and their names tell: النواب | سالم الكندي ونزار العلي; not أنصار الوزير سالم الكندي."""
    kinds, head = scene.tokens.kinds, phrase.first
    if phrase.type != "group":
        return None
    for at in range(head + 1, phrase.stop):
        whole = kinds[at - 1] & DEFINITE and (at == head + 1 or not kinds[at - 1] & (ROLE | TITLE))
        if whole and (one := name_at(scene, at, limit)):
            return one if is_followed_by_name(scene, one.stop, limit) else None
    return None


def next_named(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """Where another one with a name begins behind a comma and a named party; the end of the text where none does."""
    tokens = scene.tokens
    if place + 1 >= limit or not tokens.kinds[place] & COMMA:
        return len(tokens)
    if (addressed := behind_each(tokens, place + 1)) > place + 1:
        return addressed
    if are_others(scene, phrase, place + 1):
        return place + 1
    if not phrase.named:
        return len(tokens)
    other = name_at(scene, place + 1, limit)
    full = other is not None and other.stop > other.first + 1
    return place + 1 if full or is_anothers(tokens, place, limit) else len(tokens)


def are_others(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Whether people behind a comma are others of a list, as no office of one is: مدير المعهد، | ممثلي الطلبة، | المدير الفرعي."""
    tokens, group = scene.tokens, known_head(bare_key(scene.tokens.keys[place])) == "group"
    if tokens.kinds[place] & BODY or takes_up(tokens, place) or opens_clause(scene, place):
        return False
    officer = phrase.type == "group" and bool(tokens.kinds[place] & ROLE) and place + 1 < len(tokens)
    return group or bool(officer and not (tokens.kinds[place] & NATION or tokens.kinds[place + 1] & PUNCTUATION))


def is_anothers(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether the office at `place`, behind a comma or not, is that of another one named behind it: فلان، | مدير الميناء فلان."""
    start = place + bool(tokens.kinds[place] & COMMA)
    if start > place and start + 1 < limit and are_named(tokens, start):
        return True
    following = read_phrase(tokens, start, limit) if start < limit else None
    if following is None or not following.named or following.name[0] == start:
        return False
    if any(is_and(tokens, at) for at in range(start, following.name[0])):
        return False
    end = following.stop
    return end >= limit or bool(tokens.kinds[end] & (COMMA | STOP)) or is_and(tokens, end) or start == place


def are_named(tokens: Tokens, place: int) -> bool:
    """Whether the office of several stands at `place` right before a name: | النواب سالم الكندي ونزار العلي."""
    several = tokens.kinds[place] & DEFINITE and known_head(bare_key(tokens.keys[place])) == "group"
    return bool(several and tokens.kinds[place + 1] & NAME)


def is_second_office(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و joins a second office of whoever is named before, and not another one: فلان رئيس المجلس | ووزير النقل، فلان."""
    if not phrase.named or phrase.name[1] >= place or not is_apposed(tokens, phrase.name[1]):
        return False
    comma = next((at for at in range(place + 2, phrase.stop) if tokens.kinds[at] & COMMA), None)
    office = tokens.kinds[place + 1] & ROLE and not tokens.kinds[place + 1] & DEFINITE
    return bool(office) and comma is not None and is_anothers(tokens, comma, phrase.stop)


def party_at(scene: Scene, place: int, limit: int | None = None) -> Phrase | None:
    """The one party that begins at `place`, up to where the next one begins or its place is told; None where none is known."""
    tokens = scene.tokens
    if place >= len(tokens):
        return None
    stop = scene.passage.sentence_stop(place) if limit is None else limit
    if is_somebodys(tokens, place) and place + 1 < stop and (one := name_at(scene, place + 1, stop)):
        return one._replace(first=place)
    if told := honoured_at(scene, place) or pair_at(tokens, place, stop) or counted_party(tokens, place, stop):
        return with_what_for(tokens, told, stop)
    if told := told_in_marks(scene, place, stop):
        return told
    titles, place = place, behind_titles(tokens, place, stop)
    place += place + 1 < stop and is_somebodys(tokens, place) and opens_title(tokens, place + 1)
    phrase = read_phrase(tokens, place, stop)
    cut = verb_joined(scene, phrase, cut_of(tokens, phrase, stop)) if phrase else None
    if cut is not None:
        phrase = read_phrase(tokens, place, cut)
        if phrase and phrase.named and phrase.name[1] < phrase.stop:
            phrase = phrase._replace(stop=cut)
    if phrase and phrase.named and phrase.stop > phrase.name[1] and is_anothers(tokens, phrase.name[1], stop):
        phrase = phrase._replace(stop=phrase.name[1])
    if phrase and tokens.kinds[place] & DEFINITE and is_dual(bare_key(tokens.keys[place])):
        return alone(tokens, phrase._replace(type="group", role=None))
    if phrase and (is_known(tokens, phrase) or are_people(tokens, phrase)):
        whole = alone(tokens, phrase)
        told = titled_alone(scene, whole._replace(first=titles))
        return in_whole(scene, told if told.named else whole, stop) if phrase.type != "document" else None
    return person_at(scene, place, stop)


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
    return at if at > place and opens_office(tokens, at) else place


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
    sent = tokens.keys[stop] == ABOUT and stands_for(tokens.keys[phrase.first])
    end = behind_whole(tokens, stop, limit) if sent else behind_lands(tokens, phrase, limit)
    end = next((at for at in range(stop + 1, end - 1) if is_and(tokens, at) and tokens.kinds[at + 1] & (QUANTITY | TITLE)), end)
    phrase = phrase._replace(stop=end, name=(phrase.name[0], end)) if end > stop else phrase
    return with_what_for(tokens, phrase, limit)


def behind_lands(tokens: Tokens, phrase: Phrase, limit: int) -> int:
    """Where the number of lands or bodies ends from which several come: وزراء ومسؤولين | من 20 دولة; else the end of the phrase."""
    stop = phrase.stop
    told = phrase.type == "group" and stop + 2 < limit and tokens.keys[stop] == OF and tokens.kinds[stop + 1] & NUMBER
    return stop + 3 if told and not tokens.kinds[stop + 2] & (PUNCTUATION | PREFIX | PREPOSITION) else stop


def named_behind_mark(scene: Scene, mark: int, limit: int) -> Phrase | None:
    """The person whose name stands in marks behind an office, or behind what brackets tell of it: الوزير (في الحكومة) | فلان."""
    tokens = scene.tokens
    if not opens_name(tokens, mark):
        return None
    if one := name_in_marks(scene, mark, limit):
        return one
    aside = range(mark + 1, min(limit - 1, mark + SLASHED)) if tokens.keys[mark] == ROUND[0] else ()
    close = next((at for at in aside if tokens.keys[at] == ROUND[1]), None)
    return name_at(scene, close + 1, limit) if close else None


def named_behind_post(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person whose name stands behind the land of his office: المبعوث إلى ليبيا | سالم الكندي، السفير لدى مصر | سالم الكندي."""
    tokens = scene.tokens
    land = known_at(tokens, place + 1) if tokens.keys[place] in TO_POST and place + 1 < limit else None
    return name_at(scene, land.stop, limit) if land and tokens.kinds[place + 1] & LANDS and land.stop < limit else None


def stands_for(key: str) -> bool:
    """Whether somebody stands for another: ممثلون، مندوب، الوفد."""
    return bare_key(key).startswith(REPRESENTS)


def verb_joined(scene: Scene, phrase: Phrase, cut: int | None) -> int | None:
    """Where a verb ends a phrase, behind و or not, if nothing cuts it before; else where it was cut.

    حضور عدد من الخبراء | وقتل ثلاثة، مسؤولين | يحاولون كذا، خبراء | فازوا بكذا.
    """
    tokens, until = scene.tokens, phrase.stop - 1 if cut is None else cut
    for at in range(phrase.first + 1, until):
        if is_and(tokens, at) and opens_clause(scene, at + 1):
            return at
        if not phrase.named and not tokens.kinds[at] and (is_of_many(tokens.keys[at]) or takes_up(tokens, at)):
            return at
    return cut


def is_of_many(key: str) -> bool:
    """Whether a word is a verb of several by its ends: يحاولون، فازوا."""
    return (key[0] == IMPERFECT_HEADS[0] and key.endswith(PLURAL_INDICATIVE)) or (len(key) > 3 and key.endswith(WRITTEN_WAW))


def cut_of(tokens: Tokens, phrase: Phrase, limit: int) -> int | None:
    """Where another party begins inside a phrase: behind و, behind a place, or as an officer behind a body: الوفد | وزيرة الصحة.

    So where ب leads to an officer, and where somebody's counterpart stands: مبعوث الأمير | برئيس الحكومة، وزير النقل | نظيره.
    """
    led = None
    for at in range(phrase.first + 1, min(phrase.stop, limit) - 1):
        if phrase.named and at > phrase.name[1] and tokens.kinds[at] & COMMA and is_anothers(tokens, at, limit):
            return at
        if (tokens.kinds[at] & TIME and tokens.kinds[at + 1] & COMMA) or tokens.keys[at] == SUCH_AS:
            return at
        if parts(tokens, phrase, at) or (is_and(tokens, at) and (takes_up(tokens, at + 1) or tokens.keys[at + 1] in COURTESIES)):
            return at
        if at == phrase.first + 1 and are_officers_behind_one(tokens, phrase.first):
            return at
        if at == phrase.first + 1 and is_officer_behind_delegation(tokens, phrase.first):
            return at
        if tokens.keys[at].startswith(COUNTERPART) and tokens.is_owned(at) and not is_and(tokens, at - 1):
            return at
        if tokens.keys[at] == BY and tokens.kinds[at] & PREFIX and opens_office(tokens, at + 1):
            return at
        if led is None and tokens.keys[at] == IN and tokens.kinds[at - 1] & DEFINITE:
            led = at
        if opens_office(tokens, at) and tokens.kinds[at - 1] & DEFINITE and not tokens.kinds[at] & PREFIX:
            if led is not None:
                return led
            if tokens.kinds[phrase.first] & BODY and not tokens.kinds[phrase.first] & ROLE:
                return at
    return None


def is_honoured_behind(tokens: Tokens, place: int) -> bool:
    """Whether the honour of somebody else stands at `place` behind what is definite: عن البلدية | سعادة المهندس سالم الكندي."""
    kinds = tokens.kinds
    return bool(kinds[place] & TITLE and kinds[place - 1] & DEFINITE) and not kinds[place] & (DEFINITE | ROLE)


def is_officer_behind_delegation(tokens: Tokens, place: int) -> bool:
    """Whether one officer in full stands right behind a delegation that was told: زار الوفد | النائب سالم الكندي."""
    kinds, after = tokens.kinds, place + 1
    sent = kinds[place] & DEFINITE and bare_key(tokens.keys[place]) in DELEGATIONS
    return bool(sent and kinds[after] & DEFINITE and kinds[after] & ROLE) and not kinds[after] & NATION


def are_officers_behind_one(tokens: Tokens, place: int) -> bool:
    """Whether officers stand right behind one office that is told in full: التقى الرئيس | رؤساء الكتل."""
    kinds, after = tokens.kinds, place + 1
    one = kinds[place] & DEFINITE and kinds[place] & ROLE and known_head(bare_key(tokens.keys[place])) == "unnamed"
    return bool(one and not kinds[after] & DEFINITE) and known_head(tokens.keys[after]) == "group"


def takes_up(tokens: Tokens, place: int) -> bool:
    """Whether what else tells who takes part in an encounter stands at `place`: وزير التجارة و| ترأسه وزير العمل، و| حضور نائبه."""
    told = forms("attendance.tsv").get(tokens.keys[place], ())
    if not told or tokens.kinds[place] & DEFINITE or tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA:
        return any(form.tense == "noun" and form.row["by"] == "led" for form in told)
    return any((form.is_finite and (form.pronoun or form.row["by"] == "members")) or form.row["by"] == "led" for form in told)


def opens_title(tokens: Tokens, place: int) -> bool:
    """Whether a title or an office in full stands behind whoever is told by another: نائبه | الأمير، نظيره | وزير النقل."""
    return bool(tokens.kinds[place] & TITLE) or opens_office(tokens, place)


def opens_office(tokens: Tokens, place: int) -> bool:
    """Whether an office in full stands at `place`: نظيره | وزير النقل."""
    return bool(tokens.kinds[place] & ROLE) and not tokens.kinds[place] & DEFINITE


def alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A party without what stands behind the words that name it: an object, a place: المعارضة | في جنيف، سالم الكندي | نظيره."""
    both = pair_at(tokens, phrase.first, phrase.stop) if tokens.kinds[phrase.first] & DEFINITE else None
    if both and is_pair(tokens, phrase.first):
        return both
    if phrase.named:
        apposed = phrase.name[1] < phrase.stop and is_apposed(tokens, phrase.name[1])
        office = range(phrase.name[1] + 1, phrase.stop if apposed else 0)
        return phrase._replace(
            stop=next((at for at in office if ends_office(tokens, at)), phrase.stop if apposed else phrase.name[1])
        )
    phrase = subject_alone(tokens, phrase)
    if phrase.type == "country" and (
        stop := next((at for at in range(phrase.first + 1, phrase.stop) if is_title_of(tokens, at)), 0)
    ):
        return phrase._replace(stop=stop, name=(phrase.name[0], stop))
    tells = tells_own if phrase.type == "unnamed" and not is_somebodys(tokens, phrase.first) else tells_place
    stop = next((at for at in range(phrase.first + 1, phrase.stop) if tells(tokens, at) or is_second_land(tokens, at)), phrase.stop)
    stop -= stop > phrase.first + 1 and is_honoured_behind(tokens, stop - 1)
    role = (phrase.role[0], min(phrase.role[1], stop)) if phrase.role else None
    return phrase._replace(stop=stop, name=(phrase.name[0], stop), role=role)


def ends_office(tokens: Tokens, place: int) -> bool:
    """Whether an office behind a name ends before a place, or before people behind the town of it: والي صور | المهنئين."""
    several = tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(ACCUSATIVE_PLURAL) and not tokens.kinds[place] & NATION
    return tells_place(tokens, place) or bool(several and tokens.kinds[place - 1] & CITY)


def is_second_land(tokens: Tokens, place: int) -> bool:
    """Whether a land or a town stands at `place` right behind the land of an office: غادر رئيس وزراء مالطا | تونس."""
    kinds = tokens.kinds
    return bool(kinds[place] & (COUNTRY | CITY) and kinds[place - 1] & COUNTRY) and begins_name(tokens, place)


def begins_name(tokens: Tokens, place: int) -> bool:
    """Whether a name of the tables begins at `place`, and none before it goes on over it: مالطا | تونس; not كوريا الجنوبية."""
    before = known_at(tokens, place - 1)
    return known_at(tokens, place) is not None and before is not None and before.stop == place


def is_title_of(tokens: Tokens, place: int) -> bool:
    """Whether the office of a land in an encounter stands at `place`: برئاسة تونس | الرئيس الحالي للمجلس."""
    kind = tokens.kinds[place]
    return bool(kind & ROLE and kind & DEFINITE) and not kind & (NATION | BODY)


def tells_own(tokens: Tokens, place: int) -> bool:
    """Whether ب leads from an office to what its bearer has, or to people: أمير المنطقة | بمكتبه، صاحب الغبطة | بالآباء.

    So does في to a town that is told as one: ملك البلاد | في مدينة صور.
    """
    if tokens.keys[place] == IN and place + 1 < len(tokens) and tokens.kinds[place + 1] & TOWN:
        return True
    led = tokens.keys[place] == BY and bool(tokens.kinds[place] & PREFIX)
    return led and (tokens.is_owned(place + 1) or known_head(bare_key(tokens.keys[place + 1])) == "group")


def is_apposed(tokens: Tokens, place: int) -> bool:
    """Whether what stands behind a name tells its bearer's office: سالم الكندي | رئيس البلدية; not سالم الكندي | نظيره."""
    kind = tokens.kinds[place]
    if kind & COMMA:
        return place + 1 < len(tokens) and bool(tokens.kinds[place + 1] & ROLE)
    reigns = (
        kind & TITLE and not kind & DEFINITE and place + 1 < len(tokens) and tokens.kinds[place + 1] & (DEFINITE | LANDS | BODY)
    )
    several = known_head(tokens.keys[place]) == "group"
    return bool(kind & ROLE or reigns) and not several and not is_somebodys(tokens, place)


def tells_place(tokens: Tokens, place: int) -> bool:
    """Whether a place or what ب leads to stands behind a whole party: المعارضة | في جنيف، وفد من النقابة | مدينة صور."""
    kinds, whole = tokens.kinds, tokens.kinds[place - 1] & (DEFINITE | NAME | LANDS) or tokens.is_owned(place - 1)
    if tokens.keys[place] == ADDRESSING and tokens.kinds[place] & PREFIX and is_event(tokens, place + 1):
        return True
    if tokens.keys[place] == IN or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX):
        return bool(whole)
    land = kinds[place] & (LANDS | TOWN) and not kinds[place] & (DEFINITE | NATION | NAME)
    return bool(land and kinds[place - 1] & DEFINITE)


def parts(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و at `place` joins another party, and no second word of what the first is of.

    رئيس البلدية | ومدير الميناء، أعضاء اللجنة | وممثلي الوزارة; not ممثلو الوزارات والهيئات، وزراء خارجية تونس والجزائر,
    nor two offices of one person: إمام وخطيب المسجد.
    """
    if not is_and(tokens, place):
        return False
    kinds, first, after = tokens.kinds, phrase.name[0] if not phrase.named else phrase.first, place + 1
    head, kind = kinds[first], kinds[after]
    if is_second_office(tokens, phrase, place):
        return False
    noun = read_lead(tokens, first, place).noun
    people = kind & (ROLE | PEOPLE) or known_head(tokens.keys[after]) == "group"
    if place == noun + 1 and people and not (kinds[noun] | kind) & DEFINITE:
        return False
    called = head & BODY and any(kinds[at] & NAME for at in range(first, place))
    if is_before_owner(tokens, after) or (are_theirs(tokens, after) and not called):
        return True
    if kind & LANDS and not kind & (ROLE | TITLE | PEOPLE):
        definite = all(kinds[at] & DEFINITE for at in range(first, place))
        return bool(head & LANDS or definite) and not head & (ROLE | PEOPLE)
    if kind & NAME and not kind & DEFINITE and can_begin(tokens, after, True):
        return True
    if is_done_next(tokens, first, after):
        return True
    if kind & NATION and tokens.keys[after].endswith(PLURALS) and not (kind & DEFINITE or kinds[place - 1] & NATION):
        return True
    if not kind & HEADS and not is_accusative(tokens, after) and not known_head(tokens.keys[after]):
        return False
    if kind & NATION and kind & DEFINITE and not kind & (ROLE | TITLE):
        return False
    if kind & DEFINITE and head & ROLE and bare_key(tokens.keys[after]) in DELEGATIONS:
        return True
    if are_many(tokens, after) and is_of_several(tokens, phrase, place):
        return False
    if stands_for(tokens.keys[first]) and is_bare_several(tokens, place - 1) and is_bare_several(tokens, after):
        return False
    if kind & DEFINITE and not kind & TITLE:
        return (phrase.named and place == phrase.name[1]) or goes_on_alone(tokens, first, place)
    return True


def is_done_next(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what is done besides stands behind people and و: لقاء السكان | وتقديم التهنئة."""
    bare = not tokens.kinds[place] & DEFINITE and is_event(tokens, place)
    return bare and are_many(tokens, first) and bool(tokens.kinds[first] & DEFINITE)


def is_of_several(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    """Whether و at `place` goes on with of whom some are told, who stand side by side: عدد من الخبراء | والباحثين.

    So it does with what more they are of: عدد من عمداء الكليات | ومدراء الأقسام.
    """
    noun = next((at + 1 for at in range(place - 1, phrase.first, -1) if tokens.keys[at] == OF), place)
    counted = (
        noun < place
        and are_many(tokens, noun)
        and all(tokens.kinds[at] & DEFINITE or is_and(tokens, at) or are_many(tokens, at) for at in range(noun + 1, place))
    )
    definite = bool(tokens.kinds[noun] & tokens.kinds[place + 1] & DEFINITE)
    return counted and (definite or is_of_others(tokens, place + 1))


def is_of_others(tokens: Tokens, place: int) -> bool:
    """Whether people without article and with whom or what they are of stand at `place`: مدراء | الأقسام; not نواب سابقين."""
    kinds, after = tokens.kinds, place + 1
    while after + 1 < len(tokens) and is_and(tokens, after) and are_many(tokens, after + 1):
        after += 2
    return not kinds[place] & DEFINITE and after < len(tokens) and bool(kinds[after] & DEFINITE)


def are_many(tokens: Tokens, place: int) -> bool:
    """Whether people or officers in the plural stand at `place`: السكان، الباحثين."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & PEOPLE or (kind & (ROLE | TITLE) and (key.endswith(PLURALS) or known_head(bare_key(key)) == "group")))


def is_bare_several(tokens: Tokens, place: int) -> bool:
    """Whether several bodies or people without article stand at `place`: ممثلي | شركات و| مؤسسات تعليم."""
    return not tokens.kinds[place] & DEFINITE and known_head(tokens.keys[place]) == "group"


def goes_on_alone(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite head behind و is a party beside a definite one, as no construct is: الحكومة | والمعارضة.

    The second word of a construct is of the same kind as the one before it: أعضاء مجلسي النواب والشيوخ.
    """
    kinds, after = tokens.kinds, place + 1
    if kinds[first] & DEFINITE or kinds[first] & LANDS:
        return True
    officer = kinds[after] & ROLE and not kinds[after] & (BODY | PEOPLE)
    return is_next_body(tokens, first, place) or (
        bool(officer) and after + 1 < len(tokens) and bool(kinds[after + 1] & (DEFINITE | PREFIX | NAME))
    )


def is_next_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether و joins a body told by an adjective to another one, which is no ministry: كلية الهندسة | والنادي الثقافي."""
    kinds, after = tokens.kinds, place + 1
    if after + 1 >= len(tokens) or tokens.keys[first] == MINISTRY or any(kind & BODY for kind in kinds[first + 1 : place]):
        return False
    one = kinds[first] & BODY and kinds[after] & BODY and not (kinds[first] | kinds[after]) & (ROLE | PEOPLE)
    feminine = tokens.keys[after].endswith(TA_MARBUTA) or known_head(bare_key(tokens.keys[after])) == "group"
    told = kinds[after + 1] & DEFINITE and feminine == tokens.keys[after + 1].endswith(TA_MARBUTA)
    return bool(one and told)
