"""Verbs that tell an encounter by themselves, if their clause has what they need: التقى الوزير | السفير، وصل الوزير | إلى تونس."""

from __future__ import annotations

from collections.abc import Callable

from qawl.arabic.agenda.agents import parties_from, two_officers
from qawl.arabic.agenda.assemblies import convened, debates, hears, is_asked_to_meeting, sits
from qawl.arabic.agenda.ballots import (
    abstains,
    casts_ballot,
    chooses,
    contests,
    decides,
    elects,
    gets,
    gives_trust,
    has_majority,
    passes_law,
    stands,
    wins,
)
from qawl.arabic.agenda.clauses import next_noun
from qawl.arabic.agenda.coming import NAMED, comes, has_goal, has_in, heads, is_on_visit, lands, leaves, moves, returns, stays
from qawl.arabic.agenda.crowds import chants, has_cause, is_crowd, is_in_street, marches, rises
from qawl.arabic.agenda.doers import doers_in
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.meant import both_before
from qawl.arabic.agenda.messages import by_phone
from qawl.arabic.agenda.nouns import is_attended
from qawl.arabic.agenda.papers import has_contract, has_paper, hires, is_agreed, makes_pact
from qawl.arabic.agenda.parts import MEETS
from qawl.arabic.agenda.places import is_land, is_place, is_venue
from qawl.arabic.agenda.seeing import lays_stone, looks_at, opens, tours
from qawl.arabic.agenda.sides import (
    NEAR,
    Side,
    are_several,
    before,
    behind,
    has_day,
    has_subject,
    is_often,
    led_pronouns,
    pronoun_behind,
)
from qawl.arabic.agenda.tenses import tense_at
from qawl.arabic.agenda.words import FACING, GUARDS, HOUSE, PANEL, TABLE, Hit, keys_by, letters, poll_words
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    BY,
    BY_US,
    COUNTERPART,
    DELEGATIONS,
    EACH,
    FEMININE_PLURAL,
    GOALS,
    JOINS_FREELY,
    OF,
    TA_MARBUTA,
    TO,
    WITH,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    FAMILY,
    HONOUR,
    KAN,
    LATIN,
    NAME,
    ODD,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SATED,
    STOP,
    THAT,
    TIME,
    TITLE,
    VAGUE,
    word_classes,
)
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import clause_mark
from qawl.arabic.tokens import Tokens

Test = Callable[[Clauses, Hit, Range], bool]
THING = ROLE | TITLE | BODY | PEOPLE | PLACES | NAME | LATIN
# So many letters has the perfect of a simple verb.
ROOT = 3
# So near before a meeting stands another one of whoever meets one after the other.
ROUND_OF_MEETINGS = 80
UNLED = ("", BY, JOINS_FREELY, WITH)


def is_act(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the clause of a verb makes it an encounter, and it is neither asked nor anybody's, nor another word: وزارته."""
    if (
        clauses.is_asked(hit.place)
        or is_of_anybody(clauses, hit.place)
        or is_of_ministry(clauses.tokens, hit)
        or is_accusative(clauses, hit)
        or is_of_tourists(clauses, hit, clause)
        or is_by_chance(clauses, hit, clause)
    ):
        return False
    if is_often(clauses, hit, clause[1]):
        return False
    return all(NEEDS[need](clauses, hit, clause) for need in hit.needs)


def is_of_tourists(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether those who come are travellers by their number: زار | مليون سائح تونس."""
    near = clauses.tokens.keys[hit.place + 1 : min(clause[1], hit.place + NEAR)]
    return hit.form.row["type"] == "visit" and any(bare_key(key) in poll_words("tourists") for key in near)


def is_of_anybody(clauses: Clauses, place: int) -> bool:
    """Whether the verb at `place` tells what whoever does it: كل من | يزور الميناء."""
    return place > 1 and clauses.tokens.keys[place - 1] == OF and clauses.tokens.keys[place - 2] == EACH


def is_of_ministry(tokens: Tokens, hit: Hit) -> bool:
    """Whether a verb with a pronoun, or a dual, makes the name of a body with the و before it: وزارته, وزارتا; not التي زارها."""
    if not hit.place or tokens.keys[hit.place - 1] != JOINS_FREELY:
        return False
    body = JOINS_FREELY + fold(hit.form.lemma) + TA_MARBUTA
    return bool(hit.form.pronoun or hit.form.number == "d") and bool(word_classes().get(body, 0) & BODY)


def is_accusative(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun in the accusative behind a verb is written like the perfect of two: رفض الوزير | عرضا."""
    tokens, place = clauses.tokens, hit.place
    if hit.form.tense != "perfect" or hit.form.number != "d" or len(hit.form.lemma) != ROOT or tokens.kinds[place - 1] & PREFIX:
        return False
    for at in range(place - 1, max(clauses.passage.sentence_start(place), place - NEAR) - 1, -1):
        if tokens.kinds[at] & (THAT | RELATIVE) or tense_at(tokens, at):
            return not tokens.kinds[at] & (THAT | RELATIVE)
    return False


def is_by_chance(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two only run into each other, which nobody arranged: التقيته | مرة بالصدفة."""
    met = hit.form.row["object"] == MEETS
    return met and not poll_words("chance").isdisjoint(clauses.tokens.keys[hit.place + 1 : min(clause[1], hit.place + NEAR)])


def has_party(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the verb has somebody as its object beside its subject: استقبل الوزير | السفير، استقبل سموه | السفير."""
    if doers_in(clauses.scene, hit.place + 1, clause[1]) or two_officers(clauses.scene, hit.place + 1, clause[1]):
        return True
    others = [side for side in behind(clauses, hit, clause) if side.lead in UNLED]
    ahead = before(clauses, hit)
    if hit.form.pronoun and hit.form.row["object"] == MEETS and ahead is not None and ahead.stop == hit.place:
        return True  # إن الوزير | استقبله أمس
    if not others or bare_key(clauses.tokens.keys[hit.place + 1]) in keys_by(HOUSE):
        return False
    honoured = bool(clauses.tokens.kinds[hit.place + 1] & HONOUR)
    does = ahead is not None or is_of_party(clauses, hit) or is_of_land(clauses, hit)
    does = does or is_of_before(clauses, hit) or receives_on(clauses, hit, others)
    told = len(others) + bool(hit.form.pronoun) + honoured + does
    another = parties_from(clauses.scene, others[-1].phrase.stop, clause[1])
    return told >= 2 or holds_another(clauses, others[0].phrase) or any(one.type == "group" for one in another)


def is_of_before(clauses: Clauses, hit: Hit) -> bool:
    """Whether كان opens a sentence right before a perfect, whose subject is then whoever acted before: وكان قد | استقبل السفير."""
    kinds, first = clauses.tokens.kinds, clauses.passage.sentence_start(hit.place)
    led = kinds[first : hit.place]
    return hit.form.tense == "perfect" and any(kind & KAN for kind in led) and all(kind & (KAN | PREFIX) for kind in led)


def receives_on(clauses: Clauses, hit: Hit, others: list[Side]) -> bool:
    """Whether whoever met somebody before meets another one, whom the page has not named: استقبل الوزير السفير. و| استقبل النائب
    سالم الكندي.
    """
    tokens, place = clauses.tokens, hit.place
    party = others[0].phrase
    if others[0].lead or (hit.form.tense, hit.form.number) != ("perfect", "s") or tokens.kinds[place - 1] & (RELATIVE | THAT):
        return False
    near = range(max(0, place - ROUND_OF_MEETINGS), place - 1)
    verbs = (form for at in near for form in forms(TABLE).get(tokens.keys[at]) if form.is_finite and form.row["object"] == MEETS)
    known = set(tokens.keys[:place])
    named = party.named and not any(key in known for key in tokens.keys[slice(*party.name)])
    head = bare_key(tokens.keys[party.first])
    other = head.removesuffix(ALEF) in DELEGATIONS or (hit.form.gender == "m" and head.endswith(TA_MARBUTA))  # استقبل | رئيسة
    return (named or other or party.type == "group") and any(form.gender == hit.form.gender for form in verbs)


def is_of_party(clauses: Clauses, hit: Hit) -> bool:
    """Whether a relative clause tells what the delegation, officer or person right before it did: الوفد الذي | فاوض الوزير."""
    kinds, relative = clauses.tokens.kinds, hit.place - 1
    return relative > 0 and bool(kinds[relative] & RELATIVE and kinds[relative - 1] & (ROLE | BODY | NAME | FAMILY))


def is_of_land(clauses: Clauses, hit: Hit) -> bool:
    """Whether أن leads to the noun of a land that does it: قال إن | البلاد ستستقبل السفير."""
    tokens, land = clauses.tokens, hit.place - 1
    return land > 0 and is_land(tokens, land) and bool(tokens.kinds[land - 1] & THAT)


def is_summoned(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a verb of summoning has an officer or a person as its object, and no help: استدعى الوزير | السفير; not رجال الأمن."""
    tokens = clauses.tokens
    who = [side.phrase for side in behind(clauses, hit, clause) if side.lead in UNLED]
    helped = any(bare_key(key) in keys_by(GUARDS) for phrase in who for key in tokens.keys[phrase.first : phrase.stop])
    asked = bool(hit.form.pronoun) or any(tokens.kinds[phrase.first] & THING for phrase in who)
    return asked and not helped


def holds_another(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a second party stands inside what was read as one: الملك | نظيره البحريني, المستشارة في برلين | الرئيس التركي."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    for at in range(phrase.first + 1, phrase.stop):
        whole = kinds[at - 1] & (DEFINITE | CITY | COUNTRY)
        told = at > phrase.first + 1 or not kinds[phrase.first] & (ROLE | TITLE | PEOPLE)
        if keys[at].startswith(COUNTERPART) and not kinds[at - 1] & (PREPOSITION | PREFIX):
            return True
        if whole and told and kinds[at] & (ROLE | TITLE | PEOPLE):
            return True
    return False


def is_met(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two meet (وقد | التقيا أمس), or somebody stands behind the verb, alone or behind ب or مع.

    Who meets him may be told before.
    """
    if are_several(clauses, hit.place + 1):
        return True
    told = hit.form.number == "d" and not hit.form.pronoun
    if told and (is_of_two(clauses, hit) or before(clauses, hit) is not None or both_before(clauses.scene, hit.place)):
        return True
    if is_met_by_pronoun(clauses, hit, clause):
        return True
    return meets_many(clauses, hit) or any(side.lead in UNLED for side in behind(clauses, hit, clause))


def is_met_by_pronoun(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a pronoun tells whom somebody meets, or that we do: التقى | به أمس, التقاه أمس, سنلتقي غدا; not قابله | استنفار."""
    if hit.form.is_own and hit.form.number == "p" and (hit.form.tense == "future" or is_of_two(clauses, hit)):
        return True  # اتفقنا على أن | نلتقي مجددا
    if hit.form.pronoun:
        return next_noun(clauses.scene, hit.place + 1, clause[1]) != hit.place + 1
    return clauses.tokens.keys[hit.place + 1] in led_pronouns()


def is_of_two(clauses: Clauses, hit: Hit) -> bool:
    """Whether أن leads to a dual, which those two do who were told before: من المقرر أن | يلتقيا غدا."""
    return hit.place > 0 and bool(clauses.tokens.kinds[hit.place - 1] & THAT)


def meets_many(clauses: Clauses, hit: Hit) -> bool:
    """Whether a number of people, whoever they are, stands right behind the verb: يلتقي خلالها | العديد من المكونات."""
    tokens, near = clauses.tokens, range(hit.place + 1, min(hit.place + NAMED, len(clauses.tokens) - 1))
    return any(tokens.kinds[at] & QUANTITY and tokens.keys[at + 1] == OF for at in near)


def is_gathering(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes together, or with somebody: اجتمع الوزراء, اجتمع الوزير | بالسفير, كما اجتمع | إلى السفير."""
    if has_subject(clauses, hit, clause) or has_with(clauses, hit, clause) or has_by(clauses, hit, clause):
        return True
    return any(side.lead == TO and side.phrase.type == "person" for side in behind(clauses, hit, clause))


def has_with(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether مع leads to somebody, or carries a pronoun."""
    tokens = clauses.tokens
    two = are_several(clauses, hit.place + 1) or is_before_owner(tokens, hit.place + 1)
    if two and hit.form.tense in ("perfect", "future"):
        return True
    if are_two(clauses, hit, clause) or are_named_together(clauses, hit, clause):
        return True
    parties = behind(clauses, hit, clause)
    if any(side.lead == WITH for side in parties) or is_body_at_work(clauses, hit, clause, parties):
        return True
    return pronoun_behind(tokens, hit.place, clause[1])[0] == WITH


def are_two(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two are the subject of a verb: الوزيران يبحثان, ناقشا هاتفيا, ناقش الوزير | ونظيره الملف; not بحثا, a noun too."""
    if hit.form.number == "d":
        both = len(hit.form.lemma) > ROOT and by_phone(clauses, hit.place, clause)
        return both or hit.form.tense in ("imperfect", "future")
    keys = clauses.tokens.keys
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    return any(keys[at].startswith(COUNTERPART) and keys[at - 1] == JOINS_FREELY for at in near)


def are_named_together(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two or more are told by name to have done it: بحث | سالم الكندي ونزار العلي الملف; not بحثا عن كذا."""
    if hit.form.tense != "perfect" or hit.form.number != "s" or hit.form.pronoun:
        return False
    found = parties_from(clauses.scene, hit.place + 1, clause[1])
    search = bool(found) and found[-1].stop < clause[1] and clauses.tokens.keys[found[-1].stop] == ABOUT
    return len(found) > 1 and not search and all(phrase.named for phrase in found)


def is_seated(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody sits with somebody or before him: جلس الوزير | مع السفير, جلس الوزير | قبالة السفير."""
    if has_with(clauses, hit, clause):
        return True
    tokens, near = clauses.tokens, range(hit.place + 2, min(clause[1], hit.place + NEAR))
    at = next((at for at in near if tokens.keys[at] in keys_by(FACING)), None)
    return at is not None and comes(clauses, hit, (clause[0], at))


def talks(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer or a body has something to talk about with somebody: عرض الوزير | مع السفير الملف."""
    parties = behind(clauses, hit, clause)
    return any(side.lead == WITH for side in parties) and comes(clauses, hit, clause)


def phoned(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody speaks on the telephone with somebody: تحدث الوزير | هاتفيا مع السفير."""
    return by_phone(clauses, hit.place, clause) and has_with(clauses, hit, clause)


def reaches(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody says something to somebody by telephone or letter: هنأ الوزير السفير | في اتصال هاتفي."""
    written = not letters().isdisjoint(clauses.tokens.keys[hit.place + 1 : clause[1]])
    return (written or by_phone(clauses, hit.place, clause)) and has_party(clauses, hit, clause)


def voices(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody says something to somebody on the telephone: قدم الوزير تعازيه | هاتفيا إلى نظيره."""
    return by_phone(clauses, hit.place, clause) and is_written_to(clauses, hit, clause)


def addresses(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a body turns to somebody in writing, in a letter or on a day: خاطبت | الوزارة الشركات بتاريخ 4 مايو."""
    if reaches(clauses, hit, clause):
        return True
    first = next(iter(behind(clauses, hit, clause)), None)
    body = first is not None and not first.lead and bool(clauses.tokens.kinds[first.phrase.first] & BODY)
    return body and has_day(clauses, hit, clause) and has_party(clauses, hit, clause)


def writes(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody writes to a person or an officer: كتب سالم الكندي | إلى الوزير; not كتب إلى جانب ذلك, nor two books."""
    begins = clause_mark(clauses.passage, hit.place) & (STOP | BREAK | COMMA | KAN | RELATIVE | THAT)
    if hit.form.number == "d" or not begins or not comes(clauses, hit, clause):
        return False
    kinds, parties = clauses.tokens.kinds, behind(clauses, hit, clause)
    return any(side.lead in GOALS and (side.phrase.named or kinds[side.phrase.first] & (ROLE | TITLE)) for side in parties)


def keeps_touch(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person was in touch with somebody: تواصل سالم الكندي | أمس مع الوفد; not تواصل الوزارة عملها مع كذا."""
    if phoned(clauses, hit, clause):
        return True
    if hit.form.tense not in ("perfect", "future"):
        return False
    who = next(iter(behind(clauses, hit, clause)), None)
    person = before(clauses, hit) if hit.form.tense == "future" or who is None else who.phrase
    return person is not None and person.type == "person" and any(side.lead == WITH for side in behind(clauses, hit, clause))


def is_written_to(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is told to whom something is written: أبرق الوزير | إلى السفير."""
    return any(side.lead in GOALS for side in behind(clauses, hit, clause))


def is_body_at_work(clauses: Clauses, hit: Hit, clause: Range, parties: list[Side]) -> bool:
    """Whether a body deals with something on a day: يناقش المجلس | الملف يوم الأحد, and an assembly did: ناقشت اللجنة أمس."""
    if is_search(clauses, hit, parties):
        return False
    if hit.form.tense not in ("imperfect", "future"):
        before_it = is_panel_before(clauses, hit) and has_day(clauses, hit, clause)
        return hit.form.tense == "perfect" and (before_it or sits(clauses, hit, clause))
    if not has_day(clauses, hit, clause):
        return False
    if (ahead := before(clauses, hit)) is not None and clauses.tokens.kinds[ahead.first] & BODY and ahead.stop == hit.place:
        return True
    first = parties[0].phrase if parties and not parties[0].lead else None
    return (
        first is not None
        and first.first == hit.place + 1
        and bool(clauses.tokens.kinds[first.first] & BODY or first.type == "group")
    )


def is_search(clauses: Clauses, hit: Hit, parties: list[Side]) -> bool:
    """Whether a verb of talks leads to what is sought, right behind it or its subject: تبحث الشرطة | عن مسلحين."""
    first = parties[0].phrase.stop if parties and not parties[0].lead else hit.place + 1
    return ABOUT in (*clauses.tokens.keys[hit.place + 1 : hit.place + 2], *clauses.tokens.keys[first : first + 1])


def is_panel_before(clauses: Clauses, hit: Hit) -> bool:
    """Whether a delegation or a committee did something before its verb: كان وفد من الوزارة قد | ناقش قبل يوم الملف."""
    ahead = before(clauses, hit)
    return ahead is not None and bare_key(clauses.tokens.keys[ahead.first]) in keys_by(PANEL)


def has_object(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a place or a party stands behind the verb that nothing leads: زار الوزير | المدينة، الذي يزور | المنطقة."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    free = (at for at in range(hit.place + 1, min(clause[1], hit.place + NEAR)) if not kinds[at - 1] & (PREPOSITION | PREFIX))
    unled = any(kinds[at] & (THING | VAGUE) or is_venue(tokens, at) for at in free)
    return unled or bool(hit.form.pronoun)


def is_sent(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a delegation comes to a place, and presents nothing: قدم | وفد تونس إلى صور; not قدم وفد تونس خطة إلى صور."""
    if is_on_visit(clauses, hit, clause):
        return True
    tokens, party = clauses.tokens, next(iter(behind(clauses, hit, clause)), None)
    if party is None or party.lead or party.phrase.first != hit.place + 1 or tokens.keys[hit.place + 1] not in keys_by(PANEL):
        return False
    stop, at = min(clause[1], hit.place + NAMED * 3), hit.place + 1
    goal = next((at for at in range(at, stop - 1) if tokens.keys[at] in GOALS and is_place(tokens, at + 1)), None)
    between = range(hit.place + 2, goal or 0)
    led = any(tokens.kinds[at] & (PREPOSITION | PREFIX | PUNCTUATION) for at in between)
    return goal is not None and not led and not any(is_presented(tokens, at) for at in between)


def is_presented(tokens: Tokens, at: int) -> bool:
    """Whether a thing stands at `at` behind a delegation, which it presents: قدم وفد تونس | خطة; not قدم وفد | وزارة المياه."""
    key, kind, before = tokens.keys[at], tokens.kinds[at], tokens.kinds[at - 1]
    if key.endswith((ALEF, FEMININE_PLURAL)):
        return True
    return key.endswith(TA_MARBUTA) and not kind & (DEFINITE | THING | TIME) and bool(before & (DEFINITE | PLACES | THING))


def takes_in(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly asks an officer, or a delegation is taken in, or somebody at a meeting: استضافت اللجنة | الوزير, استضافت
    الغرفة | وفدا, استضاف الرئيس | نظيره في قمة.
    """
    if hears(clauses, hit, clause):
        return True
    asked = has_guests(clauses, hit, clause) or is_asked_to_meeting(clauses, hit, clause)
    return asked and has_party(clauses, hit, clause)


def has_guests(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a delegation or an envoy is the object: استضافت الغرفة | وفدا, أرسلت | مبعوثا إلى تونس; not استضافت القناة فلانا."""
    keys = clauses.tokens.keys
    unled = [side.phrase.first for side in behind(clauses, hit, clause) if not side.lead][:2]
    sent = keys_by(PANEL) | poll_words("envoy")
    return any(at > hit.place + 1 and keys[at].removesuffix(ALEF) in sent for at in unled)


def feasts(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a body has a feast to which somebody came: احتفلت | البلدية أمس بالعيد بحضور الوزير; not احتفلت تونس بالعيد."""
    first = next(iter(behind(clauses, hit, clause)), None)
    body = first is not None and not first.lead and bool(clauses.tokens.kinds[first.phrase.first] & BODY)
    return body and is_attended(clauses, hit, clause)


def has_by(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether ب leads to somebody, or to one told before: اتصل الوزير | بالسفير, اتصل | به الوزير."""
    keys, kinds, after = clauses.tokens.keys, clauses.tokens.kinds, hit.place + 1
    if hit.form.tense == "imperfect" and not has_day(clauses, hit, clause):
        return False  # فيما يتصل بالميناء
    helped = range(after, min(clause[1], after + NEAR) - 1)
    if any(keys[at] == BY and bare_key(keys[at + 1]) in keys_by(GUARDS) for at in helped):
        return False  # اتصل السكان | بالشرطة
    told = kinds[after] & SATED or (keys[after] in BY_US and any(not side.lead for side in behind(clauses, hit, clause)))
    told_before = after < clause[1] and keys[after].startswith(BY) and told
    if (told_before and hit.form.tense == "perfect") or any(
        is_led_name(clauses, at) for at in range(after, min(clause[1], after + NEAR))
    ):
        return True
    return any(
        side.lead == BY or (side.phrase.named and keys[side.phrase.first].startswith(BY) and side.phrase.first == hit.place + 1)
        for side in behind(clauses, hit, clause)
    )


def is_led_name(clauses: Clauses, place: int) -> bool:
    """Whether a given name is written as one word with ب before a name of the family: اتصل الوزير | بنزار العلي."""
    key, kinds = clauses.tokens.keys[place], clauses.tokens.kinds
    given = key.startswith(BY) and not kinds[place] & ~ODD and word_classes().get(key[len(BY) :], 0) & NAME
    inside = place + 1 < len(clauses.tokens)
    return bool(given) and inside and bool(kinds[place + 1] & (FAMILY | NAME) or kinds[place + 1] in (0, DEFINITE))


NEEDS: dict[str, Test] = {
    "subject": has_subject,
    "party": has_party,
    "summons": is_summoned,
    "met": is_met,
    "gather": is_gathering,
    "with": has_with,
    "seated": is_seated,
    "talks": talks,
    "phoned": phoned,
    "object": has_object,
    "goal": has_goal,
    "heads": heads,
    "leaves": leaves,
    "visits": is_on_visit,
    "lands": lands,
    "stays": stays,
    "guests": has_guests,
    "takes": takes_in,
    "returns": returns,
    "moves": moves,
    "sent": is_sent,
    "sits": sits,
    "debate": debates,
    "in": has_in,
    "tour": tours,
    "opens": opens,
    "works": looks_at,
    "stone": lays_stone,
    "feast": feasts,
    "by": has_by,
    "paper": has_paper,
    "pact": makes_pact,
    "contract": has_contract,
    "hires": hires,
    "agreed": is_agreed,
    "written": is_written_to,
    "reached": reaches,
    "voiced": voices,
    "addressed": addresses,
    "writes": writes,
    "touch": keeps_touch,
    "ballot": casts_ballot,
    "elects": elects,
    "chooses": chooses,
    "contests": contests,
    "stands": stands,
    "assembly": decides,
    "law": passes_law,
    "majority": has_majority,
    "wins": wins,
    "gets": gets,
    "trust": gives_trust,
    "abstains": abstains,
    "convened": convened,
    "hearing": hears,
    "crowd": is_crowd,
    "street": is_in_street,
    "cause": has_cause,
    "marches": marches,
    "chants": chants,
    "rises": rises,
}
