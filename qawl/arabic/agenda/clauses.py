"""The free nouns of a clause: those that no preposition governs, one after the other, past times, places and adverbs.

استقبل | الوزير في مكتبه اليوم، | رئيس البلدية: two free nouns behind the verb, who receives and who is received.
"""

from __future__ import annotations

from qawl.arabic.agenda.parts import ATTENDANCE, LED
from qawl.arabic.agenda.place_ends import city_end, place_at
from qawl.arabic.agenda.places import is_own_place, is_place, is_venue
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import LASTS, TABLE, counts, keys_by, names
from qawl.arabic.forms import forms
from qawl.arabic.frames.cuts import behind_standing
from qawl.arabic.frames.joints import behind_side, behind_wish
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import is_accusative, is_somebodys, known_head
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    BY,
    COUNTERPART,
    DELEGATIONS,
    EACH,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    IN,
    IN_COMPANY,
    NISBA,
    OF,
    PLURALS,
    TA_MARBUTA,
    THAT_MATTER,
    THERE,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CITY,
    COLON,
    COMMA,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    FORMER,
    HONOUR,
    KAN,
    MOMENT,
    NAME,
    NATION,
    NEGATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RANK,
    RELATIVE,
    RENOWNED,
    ROLE,
    ROUGHLY,
    SPAN,
    STOP,
    THAT,
    TIME,
    TITLE,
    TOWN,
    word_classes,
)
from qawl.arabic.names.joiners import is_and, ordinals
from qawl.arabic.numerals import word_at
from qawl.arabic.ordinary import frequencies, is_adverb
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.leads import is_itself
from qawl.arabic.tokens import Tokens

# What no clause goes on over to its next noun.
ENDS = THAT | RELATIVE | COLON | STOP | CONJUNCTION | ACCORDING
# So many words may tell more of a delegation before of whom it is made.
MADE_NEAR = 6
# What may stand before a noun of the clause and is none.
PASSED = TIME | NEGATION | KAN | PUNCTUATION


def next_noun(scene: Scene, place: int, stop: int) -> int | None:
    """The first token from `place` on where a noun stands that no preposition governs; None where another clause begins before."""
    tokens = scene.tokens
    while place < stop:
        kind = tokens.kinds[place]
        if kind & ENDS and not kind & PREPOSITION:
            return None
        if (
            after := max(behind_known_day(scene, place), behind_wish(tokens, place, stop), behind_side(tokens, place, stop))
        ) > place:
            place = after
        elif is_led(scene, place):
            place = behind_adjunct(scene, place, stop)
        elif is_and(tokens, place):
            if not (place + 2 < stop and is_led(scene, place + 1) and tells_company(scene, place + 2)):
                return None
            place += 1
        elif (led := company_start(scene, place)) and (company := company_stop(scene, led, stop)):
            place = company
        elif (
            kind & PASSED
            or tokens.keys[place] == THERE
            or is_itself(tokens, place)
            or is_before_day(tokens, place)
            or is_day_before(tokens, place)
            or (not kind and is_passing(tokens, place))
        ):
            place += 1
        else:
            return place
    return None


def is_before_day(tokens: Tokens, place: int) -> bool:
    """Whether a rank of a day stands at `place`: التقى | أول أمس السفير."""
    return bool(tokens.kinds[place] & RANK) and bool(tokens.kinds[place + 1] & TIME)


def is_day_before(tokens: Tokens, place: int) -> bool:
    """Whether what tells which of two days is meant stands behind one: التقى أمس | الأول السفير."""
    kind = tokens.kinds[place]
    return place > 0 and bool(kind & FORMER and kind & DEFINITE and tokens.kinds[place - 1] & TIME)


def is_passing(tokens: Tokens, place: int) -> bool:
    """Whether an adverb stands at `place`, or what takes up what something else is within: التقى | خلالها | السفير."""
    key = tokens.keys[place]
    return small_word(key) == "within" or (is_adverb(key) and not is_accusative(tokens, place))


def is_led(scene: Scene, place: int) -> bool:
    """Whether a preposition or a prefix that governs a noun stands at `place`; نحو before a number is none: نحو 20 وزيرا."""
    kinds = scene.tokens.kinds
    if kinds[place] & ROUGHLY and kinds[place + 1] & NUMBER:
        return False
    return bool(kinds[place] & (PREPOSITION | PREFIX)) and not is_and(scene.tokens, place)


def behind_adjunct(scene: Scene, place: int, stop: int) -> int:
    """Where what a preposition at `place` governs ends: في مكتبه | اليوم، بقصر الرئاسة | وفدا، خلال هذه القمة | الوزير.

    A deed with a pronoun has its own object: بعد اعتماده سفيرا | الوزير.
    """
    tokens = scene.tokens
    while place < stop and (is_led(scene, place) or tokens.kinds[place] & DEMONSTRATIVE):
        place += 1
    place += place + 1 < stop and bool(tokens.kinds[place] & DEMONSTRATIVE and tokens.kinds[place + 1] & DEFINITE)
    if place >= stop:
        return stop
    if (after := behind_known_day(scene, place)) > place:
        return after
    if tells_company(scene, place) and (end := company_stop(scene, place + 1, stop)):
        return end
    if is_some_time(tokens, place, stop):
        return place + 2
    if tokens.keys[place - 1] == THAT_MATTER and not tokens.kinds[place] & TIME:
        return place  # بعد ذلك | الوزير
    if is_own_place(tokens, place):
        return place + 1
    if is_somebodys(tokens, place) and (other := party_at(scene, place, stop)):
        return other.stop
    if (own := object_of_deed(tokens, place, stop)) is not None:
        return max(own + 1, phrase_end(tokens, own, stop))
    if is_his_deed(tokens, place) and place + 1 < stop and (opens_office(tokens, place + 1) or person_at(scene, place + 1, stop)):
        return place + 1
    if (place_told := place_at(tokens, place, stop)) and tokens.kinds[place] & (TOWN | CITY | COUNTRY):
        return place_told[1]
    end = behind_honour(tokens, place, min(stop, max(place + 1, phrase_end(tokens, place, stop))), stop)
    end = city_end(tokens, end, stop) if end < stop and is_venue(tokens, place) and is_place(tokens, end) else end
    if is_whole_place(tokens, place) and place + 1 < end and opens_officer(tokens, place + 1):
        return place + 1
    others = (
        at
        for at in range(place + 1, end)
        if begins_party(tokens, at) or begins_named(tokens, place, at) or leads_on(tokens, place, at)
    )
    found = next(others, next((at for at in range(place + 2, end) if is_person_behind(scene, place, at, stop)), end))
    return behind_lasting(tokens, found, stop)


def behind_lasting(tokens: Tokens, place: int, stop: int) -> int:
    """Where a relative clause ends that tells how long something lasts: خلال زيارته | التي تستمر يومين |; else `place`."""
    kinds, at = tokens.kinds, place + 2
    if at >= stop or not kinds[place] & RELATIVE or tokens.keys[place + 1] not in keys_by(LASTS):
        return place
    while at < stop and (kinds[at] & (NUMBER | QUANTITY) or is_of_span(tokens, at)):
        at += 1
    return at if at > place + 2 else place


def is_of_span(tokens: Tokens, place: int) -> bool:
    """Whether a stretch of time stands at `place`: ثلاثة | أيام، يستمر | يومين."""
    kind = tokens.kinds[place] | word_classes().get(ARTICLE + tokens.keys[place], 0)
    return bool(kind & (TIME | SPAN)) or word_at(tokens, place, "time", "times", "two") is not None


def is_his_deed(tokens: Tokens, place: int) -> bool:
    """Whether a pronoun tells whose a noun is, of a man by its letter, else of an encounter: في مكتبه، لدى وصولها."""
    return tokens.is_owned(place) or any(form.tense == "noun" and form.pronoun for form in forms(TABLE).get(tokens.keys[place]))


def is_person_behind(scene: Scene, place: int, at: int, stop: int) -> bool:
    """Whether a person of the page stands behind a place that nobody is called after: في مقر الوزارة | سالم الكندي."""
    kinds = scene.tokens.kinds
    whole = kinds[at - 1] & DEFINITE and not any(kind & (ROLE | TITLE | HONOUR) for kind in kinds[place:at])
    return bool(whole) and person_at(scene, at, stop) is not None


def is_some_time(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether a time that is only told to be later or earlier stands at `place`: في | وقت لاحق نائب الرئيس."""
    kinds, after = tokens.kinds, place + 1
    told = kinds[place] & MOMENT and not kinds[place] & DEFINITE and after < stop
    return bool(told) and not kinds[after] & (DEFINITE | ROLE | TITLE | PEOPLE | BODY | NAME | PREFIX | PREPOSITION | PUNCTUATION)


def leads_on(tokens: Tokens, noun: int, place: int) -> bool:
    """Whether ب leads from a whole noun to somebody, or a counterpart follows: خلال الزيارة | بالسفير، بعد وصوله | نظيره."""
    if tokens.keys[place].startswith(COUNTERPART) and tokens.is_owned(place):
        return True
    led = tokens.keys[place] == BY and tokens.kinds[place] & PREFIX and tokens.kinds[noun] & DEFINITE
    return bool(led and tokens.kinds[place + 1] & (QUANTITY | ROLE | TITLE | NAME))


def object_of_deed(tokens: Tokens, place: int, stop: int) -> int | None:
    """The accusative behind a deed with a pronoun and when it was: بعد اعتماده مؤخرا | سفيرا; None where none follows."""
    at = place + 1
    while at < stop and tokens.kinds[at] & TIME:
        at += 1
    owned = tokens.is_owned(place) and not is_venue(tokens, place)
    return at if owned and at < stop and is_accusative(tokens, at) else None


def behind_honour(tokens: Tokens, first: int, end: int, stop: int) -> int:
    """The place behind an honour whose the one word before `end` is: في مكتب | سموه |; not في مكتبه | سموه."""
    bare = end == first + 1 and not tokens.kinds[first] & (DEFINITE | CITY | COUNTRY | TOWN) and not tokens.is_owned(first)
    return end + (bare and end < stop and bool(tokens.kinds[end] & HONOUR))


def tells_company(scene: Scene, place: int) -> bool:
    """Whether a noun at `place` tells who else takes part: بحضور الوزير، برفقة الوزير."""
    told = forms(ATTENDANCE).get(scene.tokens.keys[place])
    return any(form.tense == "noun" and form.row["by"] == LED and not form.pronoun for form in told)


def company_start(scene: Scene, place: int) -> int | None:
    """Where those begin who come along by a word at `place`: رفقة | نائبه، مرفوقا ب| نائبه; None where none tells it."""
    if scene.tokens.keys[place] in IN_COMPANY:
        return place + 1
    after = behind_standing(scene.tokens, place)
    return after if after > place else None


def company_stop(scene: Scene, place: int, stop: int) -> int | None:
    """Where those end who are told from `place` on to be there too: بحضور | الوزير ونائبه; None where nobody is.

    A comma behind those whom و joins parts another party from them: رفقة | نائبه ومدير الميناء، الوزير.
    """
    company = lineup_at(scene, place, stop, listed=True) if place < stop else []
    joined = [is_and(scene.tokens, one.first - 1) for one in company]
    apart = len(company) > 2 and joined[-2] and not joined[-1]
    return (company[-2] if apart else company[-1]).stop if company else None


def begins_party(tokens: Tokens, place: int) -> bool:
    """Whether an office, people or a delegation without article stand behind a place: بمطار صور | وزير النقل; or كل من.

    Behind an encounter any office does: خلال الزيارة | الوزير.
    """
    kinds = tokens.kinds
    if tokens.keys[place] == EACH and tokens.keys[place + 1 : place + 2] == [OF]:
        return bool(kinds[place - 1] & (DEFINITE | CITY | COUNTRY) or tokens.is_owned(place - 1))
    if kinds[place - 1] & kinds[place] & DEFINITE and kinds[place] & (ROLE | TITLE):
        return any(form.tense == "noun" for form in forms(TABLE).get(tokens.keys[place - 1]))
    whole = kinds[place - 1] & (DEFINITE | CITY | COUNTRY) or (place > 1 and is_venue(tokens, place - 2))
    stem = tokens.keys[place].removesuffix(ALEF)
    if stem != tokens.keys[place] and (stem in DELEGATIONS or kinds[place] & QUANTITY):
        return True
    if bare_key(tokens.keys[place]) in DELEGATIONS[:2]:
        return bool(whole)
    return bool(kinds[place] & (ROLE | PEOPLE) and not kinds[place] & (DEFINITE | NATION) and whole)


def begins_named(tokens: Tokens, place: int, at: int) -> bool:
    """Whether a definite office stands behind a place that names nobody: في عين التينة | السفير فلان; not في مكتب | المدير فلان."""
    kinds, before = tokens.kinds, tokens.kinds[at - 1]
    strange = at == place + 1 and before & ODD and not before & DEFINITE and not is_venue(tokens, place)
    whole = strange or ((at > place + 1 or before & DEFINITE) and before & (DEFINITE | CITY | COUNTRY))
    if not whole or any(kind & (ROLE | TITLE | PEOPLE) for kind in kinds[place:at]):
        return False
    return opens_officer(tokens, at) and bool(kinds[at + 1] & (NAME | NATION | DEFINITE))


def is_whole_place(tokens: Tokens, place: int) -> bool:
    """Whether a place is told in one word: في | تونس، في | مكتبه; not in the town of an office: وزير | صور."""
    led = place > 0 and tokens.keys[place - 1] in (IN, BY)
    return led and bool(tokens.kinds[place] & (CITY | COUNTRY) or tokens.is_owned(place))


def opens_officer(tokens: Tokens, place: int) -> bool:
    """Whether a definite office or title stands at `place`, and no adjective: في تونس | الأمين العام."""
    kind = tokens.kinds[place]
    return bool(kind & DEFINITE and kind & (ROLE | TITLE)) and not kind & NATION


def behind_made(scene: Scene, place: int, stop: int) -> int | None:
    """Where those begin of whom a delegation is made by a word at `place`: يتألف من | فلان، يتكون الوفد المرافق له من | فلان."""
    keys, after = scene.tokens.keys, place + 1
    told = after < stop and bare_key(keys[after]) in DELEGATIONS
    near = range(after, min(stop, after + 1 + MADE_NEAR * told))
    lead = next((at + 1 for at in near if keys[at] == OF), None)
    return list_start(scene, lead, stop) if lead is not None else None


def list_start(scene: Scene, place: int, stop: int) -> int:
    """The place behind a colon at `place` before a list of those who take part, else `place`."""
    return place + 1 if place < stop and scene.tokens.kinds[place] & COLON else place


def behind_known_day(scene: Scene, place: int) -> int:
    """Where the day that begins at `place` ends, if it is told which one that is: الأسبوع الماضي |; else `place`."""
    day = scene.day_at(place)
    span = scene.tokens.kinds[place] & DEFINITE and scene.tokens.kinds[place] & SPAN
    return scene.behind_day(place) if day and (day.date.value or span) else place


def is_comma(scene: Scene, place: int) -> bool:
    """Whether a comma stands at `place`."""
    return bool(scene.tokens.kinds[place] & COMMA)


def past_times(scene: Scene, place: int, stop: int) -> int:
    """The place behind commas and times: التقى الوزير، اليوم، | بنظيره."""
    kinds, tokens = scene.tokens.kinds, scene.tokens
    while place < stop and (
        kinds[place] & (COMMA | TIME) or is_day_before(tokens, place) or behind_known_day(scene, place) > place
    ):
        place = max(place + 1, behind_known_day(scene, place))
    return place


def noun_end(scene: Scene, noun: int, stop: int) -> int:
    """Where the words that tell more of an encounter's noun end: اجتماعا طارئا |، اللقاء التشاوري |، اجتماع | اللجنة."""
    tokens = scene.tokens
    definite = tokens.kinds[noun] & DEFINITE
    place = noun + 1
    while place < stop and person_at(scene, place, stop) is None:
        end = rank_end(tokens, place) if definite else place
        if end == place and not is_quality(tokens, place, bool(definite)):
            break
        place = max(end, place + 1)
    return min(place, stop)


def rank_end(tokens: Tokens, place: int) -> int:
    """Where the number of one of a row ends, `place` where none begins: الرابعة |، الثالثة عشرة |، الثانية والعشرون |، الـ12 |."""
    keys = tokens.keys
    if keys[place] == ARTICLE and keys[place + 1].isdecimal():
        return place + 2
    if keys[place] not in ordinals() or not keys[place].startswith(ARTICLE):
        return place
    tens = place + 1 + is_and(tokens, place + 1)
    return tens + 1 if keys[tens] != ARTICLE and keys[tens] in counts() else place + 1


def is_quality(tokens: Tokens, place: int, definite: bool) -> bool:
    """Whether an adjective stands at `place`, definite as its noun is or not."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in names() or kind & RENOWNED:
        return False
    quality = key.endswith((*NISBA, TA_MARBUTA)) or is_adjective(key)
    led = quality and tokens.kinds[place + 1] & PREFIX
    if kind & ROLE and not (definite or kind & DEFINITE) and led:
        return True
    if definite and kind & ROLE and kind & DEFINITE and key.endswith(FEMININE_NISBA):
        return True
    somebody = ROLE | TITLE | BODY | NAME | COUNTRY | HONOUR | PEOPLE
    if kind & (PUNCTUATION | PREFIX | PREPOSITION | TIME | somebody) and not kind & NATION:
        return False
    if bool(kind & DEFINITE) != definite or kind & (THAT | RELATIVE | DEMONSTRATIVE):
        return False
    return is_adjective(key) if key in frequencies() else key.endswith((ALEF, *NISBA, TA_MARBUTA))


def is_how_many(tokens: Tokens, place: int) -> bool:
    """Whether an adjective of a noun without article stands at `place`, which may be a body too: كبير، قوي; not ممثلين."""
    key = tokens.keys[place]
    dotted = tokens.text[tokens.ends[place] - 1] == NISBA[0]
    several = (known_head(key) == "group" and not dotted) or key.endswith((*PLURALS, FEMININE_PLURAL))
    return not tokens.kinds[place] & (DEFINITE | PUNCTUATION | QUANTITY) and not several and is_adjective(key)
