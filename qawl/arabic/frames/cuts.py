"""Where another party, or a verb, begins inside a phrase that was read as one."""

from __future__ import annotations

from qawl.arabic.forms import forms
from qawl.arabic.frames.indefinite import HEADS, brings, is_made_of
from qawl.arabic.frames.joined import is_anothers, parts
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import known_head
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    BY,
    CALLS,
    COUNTERPART,
    COURTESIES,
    DELEGATIONS,
    IMPERFECT_HEADS,
    IN,
    IN_PERSON,
    NISBA,
    PLURAL_INDICATIVE,
    SUCH_AS,
    WRITTEN_TA_MARBUTA,
    WRITTEN_WAW,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CLOSES,
    COMMA,
    COMPRISES,
    DEFINITE,
    GOVERNS,
    NAME,
    NATION,
    PEOPLE,
    PLACES,
    PREFIX,
    QUANTITY,
    ROLE,
    SEAT,
    SENT,
    TIME,
    TITLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens

# How the table of attendance tells what is heard at an encounter, which has no pronoun of it.
HEARD = ("listens", "presents")


def opens_clause(scene: Scene, place: int) -> bool:
    """Whether a verb follows و, and no party: ترأسه الوزير | وحضره السفير."""
    kinds = scene.tokens.kinds
    return not kinds[place] & (HEADS | PLACES | NAME) and is_finite(scene.passage, place)


def verb_joined(scene: Scene, phrase: Phrase, cut: int | None) -> int | None:
    """Where a verb ends a phrase, behind و or not, if nothing cuts it before; else where it was cut.

    حضور عدد من الخبراء | وقتل ثلاثة، مسؤولين | يحاولون كذا، خبراء | فازوا بكذا، وفد | يضم فلانا. So does what leads to others:
    مدينة صور | برفقة المدير.
    """
    tokens, until = scene.tokens, phrase.stop - 1 if cut is None else cut
    for at in range(phrase.first + 1, until):
        if is_and(tokens, at) and opens_clause(scene, at + 1):
            return at
        led = tokens.keys[at][0] == BY and at < phrase.name[0] and takes_up(tokens, at)
        if led or (not phrase.named and not tokens.kinds[at] and (is_of_many(tokens.keys[at]) or takes_up(tokens, at))):
            return at
        if not phrase.named and tokens.kinds[at] & COMPRISES and brings(tokens, at):
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
        if is_cut(tokens, phrase, at, limit):
            return at
        if led is None and tokens.keys[at] == IN and tokens.kinds[at - 1] & DEFINITE:
            led = at
        if opens_office(tokens, at) and tokens.kinds[at - 1] & DEFINITE and not tokens.kinds[at] & PREFIX:
            if led is not None:
                return led
            titled = phrase.named and tokens.kinds[phrase.first] & TITLE  # الفريق سالم الكندي | رئيس الأركان
            if tokens.kinds[phrase.first] & BODY and not tokens.kinds[phrase.first] & ROLE and not titled:
                return at
    last = phrase.stop - 1
    body = phrase.type == "organisation" and ends_body(tokens, phrase.first, last)
    people = last > phrase.first and are_people_behind_one(tokens, phrase.first, last)
    ends = body or people or is_held(tokens, last) or tells_who_stands(tokens, last)
    return last if last > phrase.first and ends else None


def is_cut(tokens: Tokens, phrase: Phrase, at: int, limit: int) -> bool:
    """Whether another party begins at `at` inside a phrase, whatever stands before it: الوزير | وسيادة السفير."""
    second = at == phrase.first + 1
    if is_made_of(tokens, at):
        return True
    if phrase.named and at > phrase.name[1] and tokens.kinds[at] & COMMA and is_anothers(tokens, at, limit):
        return True
    if (tokens.kinds[at] & TIME and tokens.kinds[at + 1] & COMMA) or tokens.keys[at] == SUCH_AS:
        return True
    if parts(tokens, phrase, at) or (is_and(tokens, at) and (takes_up(tokens, at + 1) or tokens.keys[at + 1] in COURTESIES)):
        return True
    if is_and(tokens, at) and is_staying_away(tokens, at + 1):
        return True
    if tells_who_stands(tokens, at) or is_held(tokens, at):
        return True
    if are_people_behind_one(tokens, phrase.first, at) or (second and is_officer_behind_delegation(tokens, phrase.first)):
        return True
    if is_delegation_met(tokens, at) or (phrase.type == "organisation" and ends_body(tokens, phrase.first, at)):
        return True
    if tokens.keys[at].startswith(COUNTERPART) and tokens.is_owned(at) and not is_and(tokens, at - 1):
        return True
    return bool(tokens.kinds[at] & PREFIX) and leads_on(tokens, at)


def is_staying_away(tokens: Tokens, place: int) -> bool:
    """Whether it is told at `place` who stays away, and no party: بمشاركة خمسة أحزاب | ومقاطعة حزب الوسط."""
    told = forms("absences.tsv").get(tokens.keys[place])
    return not tokens.kinds[place] & DEFINITE and any(form.tense == "noun" and form.row["sense"] == "miss" for form in told)


def ends_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the name of a body that begins at `first` ends before a word that is none of it."""
    return (
        is_behind_body(tokens, place)
        or is_behind_marks(tokens, place)
        or is_officer_behind_body(tokens, first, place)
        or is_of_another(tokens, place)
    )


def is_officer_behind_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a man by his office stands at `place` behind a body that is whole: استدعت وزارة الخارجية | السفير السويدي.

    What agrees with the body may be its own word: الحزب | الحاكم.
    """
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if not (kind & ROLE and kind & DEFINITE and before & DEFINITE) or tokens.has_ta(place):
        return False
    return bool(kind & SENT) or (tokens.has_ta(first) and (tokens.has_ta(place - 1) or bool(kind & (SEAT | GOVERNS))))


def is_behind_marks(tokens: Tokens, place: int) -> bool:
    """Whether an officer stands right behind the marks round a body's name: وفد شركة «رياح» | محافظ صور, «رياح» | المهندس سالم."""
    return bool(tokens.kinds[place - 1] & CLOSES and tokens.kinds[place] & (ROLE | TITLE))


def is_of_another(tokens: Tokens, place: int) -> bool:
    """Whether what stands behind a body tells of the noun before that, as its gender shows: جلسة البرلمان | المخصصة للموازنة."""
    body = tokens.keys[place - 1]
    one = tokens.kinds[place - 1] & DEFINITE and known_head(bare_key(body)) == "organisation"
    return bool(one) and tokens.kinds[place] == DEFINITE and tokens.has_ta(place) != tokens.has_ta(place - 1)


def tells_who_stands(tokens: Tokens, place: int) -> bool:
    """Whether a participle tells who stands for or comes with a party before it: تونس | ممثلة بوزير المياه."""
    return behind_standing(tokens, place) > place


def behind_standing(tokens: Tokens, place: int) -> int:
    """Where those begin of whom a participle at `place` tells that they stand for a party or come with it, else `place`.

    مرفوقا ب| نائبه، ممثلة في | مديرها، ممثلة في شخص | مديرها; not أحزاب ممثلة في | البرلمان.
    """
    told = forms("attendance.tsv").get(tokens.keys[place]) if place + 2 < len(tokens) else ()
    if not any(form.row["by"] == "beside" for form in told):
        return place
    lead, after = tokens.keys[place + 1], place + 2
    if lead == BY and tokens.kinds[place + 1] & PREFIX:
        return after
    after += tokens.keys[after] == IN_PERSON
    own = opens_office(tokens, after) or (tokens.is_owned(after) and bool(tokens.kinds[after] & ROLE))
    return after if lead == IN and (own or after > place + 2) else place


def is_held(tokens: Tokens, place: int) -> bool:
    """Whether an encounter or a paper in the accusative stands at `place`, which somebody holds: حكومة سالم الكندي | عقودا."""
    key = tokens.keys[place]
    told = forms("encounters.tsv").get(key) if key.endswith(ALEF) and not tokens.kinds[place] & DEFINITE else ()
    return any(form.tense == "noun" and form.row["by"] in ("name", "paper") for form in told)


def leads_on(tokens: Tokens, place: int) -> bool:
    """Whether ب leads to an officer or ل to several, who are others: مبعوث الأمير | برئيس الحكومة، استقبال المدير | لوفد منهم.

    Nor is a call one's own that others follow: استجاب المعلمون | لنداء النقابة.
    """
    key, after = tokens.keys[place], place + 1
    several = tokens.kinds[after] & QUANTITY or tokens.keys[after] in (*DELEGATIONS, *CALLS)
    return (key == BY and opens_office(tokens, after)) or (key == ADDRESSING and bool(several))


def is_delegation_met(tokens: Tokens, place: int) -> bool:
    """Whether a delegation in the accusative stands at `place`, that belongs to no party before it: استقبلت بلدية نزوى | وفدا."""
    key = tokens.keys[place]
    return key.endswith(ALEF) and key.removesuffix(ALEF) in DELEGATIONS


def is_officer_behind_delegation(tokens: Tokens, place: int) -> bool:
    """Whether one officer in full stands right behind a delegation that was told: زار الوفد | النائب سالم الكندي.

    What tells of the delegation is none: الوفد | البرلماني الكويتي.
    """
    kinds, after = tokens.kinds, place + 1
    sent = kinds[place] & DEFINITE and bare_key(tokens.keys[place]) in DELEGATIONS
    if tokens.keys[after].endswith(NISBA) and not kinds[after + 1] & (NAME | TITLE):
        return False
    return bool(sent and kinds[after] & DEFINITE and kinds[after] & ROLE) and not kinds[after] & NATION


def is_behind_body(tokens: Tokens, place: int) -> bool:
    """Whether what is no part of a body's name stands behind it: people, or what it does: استقبلت الجامعة | الطلبة."""
    return are_people_behind_body(tokens, place) or is_taking_part(tokens, place)


def is_taking_part(tokens: Tokens, place: int) -> bool:
    """Whether what one body does, to take part in something, stands at `place`: قررت الحركة | المشاركة في القمة."""
    told = forms("attendance.tsv").get(bare_key(tokens.keys[place])) if tokens.kinds[place] & DEFINITE else ()
    return tokens.keys[place + 1 : place + 2] in ([IN], [BY]) and any(
        form.tense == "noun" and form.row["by"] == "led" for form in told
    )


def are_people_behind_body(tokens: Tokens, place: int) -> bool:
    """Whether people with the article stand behind a body with it, as no adjective of one does: استقبلت الجامعة | الطلبة."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    body = before & DEFINITE and before & BODY and not before & (ROLE | PEOPLE)
    people = kind & DEFINITE and kind & (PEOPLE | ROLE) and not kind & (NATION | BODY)
    return bool(body and people) and known_head(bare_key(tokens.keys[place])) == "group"


def are_people_behind_one(tokens: Tokens, first: int, place: int) -> bool:
    """Whether several stand at `place` right behind one officer told in full: الرئيس | رؤساء الكتل، الوزير | المعلمين."""
    kinds, kind = tokens.kinds, tokens.kinds[place]
    town = kinds[place - 1] & PLACES and place > first + 1
    whole = (kinds[place - 1] & DEFINITE or town) and kinds[first] & ROLE and not kind & (NATION | BODY)
    one = whole and known_head(bare_key(tokens.keys[first])) == "unnamed"
    several = one and known_head(bare_key(tokens.keys[place])) == "group"
    two = one and place + 1 < len(tokens) and is_before_owner(tokens, place)
    return bool(two or (several and (kind & DEFINITE or place == first + 1)))


def takes_up(tokens: Tokens, place: int) -> bool:
    """Whether what else tells who takes part in an encounter stands at `place`: وزير التجارة و| ترأسه وزير العمل، و| حضور نائبه."""
    told = forms("attendance.tsv").get(tokens.keys[place]) if not tokens.kinds[place] & QUANTITY else ()
    if is_what_body_does(tokens, place):
        return False
    if is_made_of(tokens, place):
        return True
    if not told or tokens.kinds[place] & DEFINITE or tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA:
        return any(form.tense == "noun" and form.row["by"] == "led" for form in told)
    told = tuple(form for form in told if form.row["by"] not in HEARD)
    return any((form.is_finite and (form.pronoun or form.row["by"] == "members")) or form.row["by"] == "led" for form in told)


def is_what_body_does(tokens: Tokens, place: int) -> bool:
    """Whether a noun of attending only tells what a body is for: جمعية | رعاية الطفولة; not لجنة | برئاسة فلان، وفد | ترأسه."""
    before, told = tokens.kinds[place - 1] if place else 0, forms("attendance.tsv").get(tokens.keys[place])
    construct = before & BODY and not before & (DEFINITE | ROLE | PEOPLE | PREFIX)
    return bool(construct) and tokens.keys[place][0] != BY and all(form.tense == "noun" for form in told)
