"""Words that tell a vote: صوت | المجلس على القانون، انتخب | الأعضاء رئيسا، أقر | البرلمان القانون، انتخابات | تونس."""

from __future__ import annotations

from qawl.arabic.agenda.elected import elected
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.parts import MEETING
from qawl.arabic.agenda.results import is_office, is_seat, seat_behind
from qawl.arabic.agenda.sides import NEAR, are_several, before, behind, has_day, has_subject, owner_of
from qawl.arabic.agenda.tenses import has_turn
from qawl.arabic.agenda.words import (
    ACT,
    NAME,
    PANEL,
    TABLE,
    TRUST,
    Hit,
    attending_nouns,
    chambers,
    keys_by,
    plain_votes,
    poll_words,
    ranks,
    votes,
)
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.letters import ABOUT, ADDRESSING, BY, FOR_OR_AGAINST, GOALS, IN, NISBA, OF, ON_IT, TO_THE, UPON, WITH, bare_key
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    COMMA,
    COUNTRY,
    DEFINITE,
    KAN,
    NATION,
    NEGATION,
    NUMBER,
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
)
from qawl.arabic.reporting.deeds import clause_mark
from qawl.arabic.tokens import Tokens

# So far behind a verb the second round or an assembly may stand, and behind a noun its day and its land.
FAR = 25
DAY = 25
LAND = 5
# So far before the noun of a vote it is told how it went: نتائج | فرز الأصوات في الانتخابات.
RESULT = 5
# So near before it it is told how much of it: نسب | لل| مشاركة.
SHARED = 2
# So far before its verb stands an assembly.
ASSEMBLED = 4
# So near behind a committee stands its assembly.
OF_CHAMBER = 7


# So near behind it it is told how many approve: موافقة | 60 نائبا.
APPROVING = 3


def casts_ballot(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody votes on, for or against something: صوت المجلس | على القانون, صوت عليه | المجلس; not صوت المطر."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR))
    on_it = hit.place + 1 < clause[1] and keys[hit.place + 1].startswith(UPON) and kinds[hit.place + 1] & SATED
    leads = on_it or any(keys[at] in (UPON, WITH, ADDRESSING, TO_THE, *FOR_OR_AGAINST) or keys[at] in votes() for at in near)
    if not leads or (hit.place and kinds[hit.place - 1] & (PREPOSITION | NUMBER)) or is_sound(clauses, hit):
        return False
    after = clauses.scene.behind_day(hit.place + 1 + bool(on_it))  # صوت | أمس | النواب
    led = keys[after] in (BY, UPON, WITH, *FOR_OR_AGAINST)
    first = led or bool(kinds[after] & (PEOPLE | BODY | COUNTRY | ROLE | DEFINITE)) or are_several(clauses, hit.place + 1)
    first = first or are_some_voters(clauses, after)
    ahead = bool(hit.place and kinds[hit.place - 1] & KAN) or before(clauses, hit) is not None
    sure = ahead or hit.form.number != "s" or hit.form.tense != "perfect" or hit.form.gender == "f"
    return sure or first


def is_sound(clauses: Clauses, hit: Hit) -> bool:
    """Whether the word names what is heard: another noun owns it or it is what كان tells of: كاتم | صوت، كان | صوت الرصاص."""
    if hit.form.tense != "perfect" or hit.form.number != "s" or hit.form.gender == "f" or not hit.place:
        return False
    kinds, at = clauses.tokens.kinds, hit.place - 1
    if clauses.tokens.keys[hit.place + 1] == BY:
        return False  # صوت | بأغلبية ساحقة
    if kinds[at] & KAN and not kinds[hit.place + 1] & (PEOPLE | BODY | COUNTRY | ROLE):
        return True
    begins = clause_mark(clauses.passage, hit.place) & (STOP | BREAK | COMMA | KAN | RELATIVE | THAT)
    apart = kinds[at] & (PREFIX | PUNCTUATION | TIME | NEGATION | DEFINITE) or clauses.is_verb(at) or clauses.joins(at)
    return not begins and not apart and before(clauses, hit) is None


def are_some_voters(clauses: Clauses, place: int) -> bool:
    """Whether so many of those who vote stand at `place`: صوت | 70 نائبا لصالح القانون, صوت | معظم الشباب مع البقاء."""
    if place + 1 >= len(clauses.tokens):
        return False
    return is_voter(clauses, place + 1) or bool(
        clauses.tokens.kinds[place] & QUANTITY and clauses.tokens.kinds[place + 1] & DEFINITE
    )


def elects(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is elected or elects."""
    return bool(behind(clauses, hit, clause))


def chooses(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether members, an assembly or a majority give somebody an office: اختار | أعضاء المجلس فلانا رئيسا؛ not اختار الملك."""
    near = range(hit.place + 1, min(clause[1], hit.place + ASSEMBLED + 1))
    voters = hit.form.number == "p" or has_majority(clauses, hit, clause)  # اختاروا سالم الكندي رئيسا
    voters = voters or any(votes_on_laws(clauses, at) or are_members(clauses, at) for at in near)
    return voters and any(True for _ in elected(clauses.scene, hit.place + 1, clause[1]))


def contests(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether several strive for an office or a seat: يتنافس | المرشحان على رئاسة النادي، على | هذا المنصب؛ not على السوق."""
    keys = clauses.tokens.keys
    goals = (at for at in range(hit.place + 1, min(clause[1], hit.place + NEAR)) if keys[at] == UPON)
    return any(is_seat(key) or bare_key(key) in poll_words("office") for at in goals for key in keys[at + 1 : at + 3])


def stands(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody stands for an office: ترشحت | سلمى الكندي لرئاسة النادي؛ not رشح الفيلم لجائزة."""
    keys = clauses.tokens.keys
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    goal = any(keys[at - 1] in GOALS and bare_key(keys[at]) in poll_words("office") for at in near)
    return goal and not hit.form.pronoun and has_subject(clauses, hit, clause)


def are_members(clauses: Clauses, place: int) -> bool:
    """Whether the members of a body are named at `place`: أعضاء | المجلس."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    return bare_key(keys[place]) in poll_words("member") and any(kind & BODY for kind in kinds[place + 1 : place + 2])


def decides(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly is the subject of a verb, which decides by vote, or a majority is told: أقر | مجلس النواب القانون."""
    if has_majority(clauses, hit, clause):
        return True
    members = hit.place + 1 < clause[1] and bare_key(clauses.tokens.keys[hit.place + 1]) in poll_words("member")
    near = range(hit.place + 1, min(clause[1], hit.place + 3 + members))
    decided = hit.form.tense in ("perfect", "future")
    chamber = any(votes_on_laws(clauses, at) for at in near) or is_panel_of_chamber(clauses, hit.place + 1, clause[1])
    chamber = chamber or is_chamber_again(clauses, hit.place + 1)
    return decided and (chamber or is_split(clauses, hit))


def is_chamber_again(clauses: Clauses, place: int) -> bool:
    """Whether the bare name of a chamber at `place` takes up one that was told: صوت مجلس النواب … ورفض | المجلس القانون."""
    keys, kinds, after = clauses.tokens.keys, clauses.tokens.kinds, place + 1
    if place >= len(keys) or not kinds[place] & DEFINITE or bare_key(keys[place]) not in chambers().values():
        return False
    if after < len(keys) and kinds[after] & DEFINITE and keys[after].endswith(NISBA):
        return False  # المجلس المركزي
    head = bare_key(keys[place])
    return any(bare_key(keys[at]) == head and votes_on_laws(clauses, at + 1) for at in range(place))


def is_panel_of_chamber(clauses: Clauses, place: int, stop: int) -> bool:
    """Whether a committee of an assembly stands at `place`, in whose clause is a law: أقرت | لجنة النقل في البرلمان القانون."""
    keys = clauses.tokens.keys
    if place >= stop or bare_key(keys[place]) not in keys_by(PANEL) - set(chambers().values()):
        return False
    law = any(bare_key(key) in poll_words("law") for key in keys[place:stop])
    near = range(place + 1, min(stop, place + OF_CHAMBER))
    return law and any(votes_on_laws(clauses, at) or bare_key(keys[at]) in poll_words("parliament") for at in near)


def is_split(clauses: Clauses, hit: Hit) -> bool:
    """Whether a land takes a side in a sentence that tells who gave no vote: عارضت | كندا المشروع وامتنعت تونس عن التصويت."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    first, stop = clauses.passage.sentence_start(hit.place), clauses.passage.sentence_stop(hit.place)
    land = any(kind & COUNTRY for kind in kinds[hit.place + 1 : hit.place + 2])
    return land and any(keys[at - 1] == ABOUT and keys[at] in votes() for at in range(first + 1, stop))


def passes_law(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly decides, and it may stand before its verb: أقر | مجلس النواب القانون, البرلمان | يقر القانون."""
    if decides(clauses, hit, clause):
        return True
    ahead = before(clauses, hit)
    if ahead is None:
        return False
    chamber = any(votes_on_laws(clauses, at) for at in range(ahead.first, ahead.stop))
    stop = min(clauses.passage.sentence_stop(hit.place), hit.place + FAR)
    return chamber or is_panel_of_chamber(clauses, ahead.first, stop)


def has_majority(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told by what majority something was decided: أقر القانون | بأغلبية 60 صوتا, المصادقة | بالإجماع على كذا."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    last = min(clause[1], hit.place + FAR)
    near = range(hit.place + 1, next((at for at in range(hit.place + 1, last) if clauses.is_verb(at)), last))
    if any(keys[at - 1] == BY and bare_key(keys[at]) in poll_words("majority") for at in near):
        return True
    if not hit.form.is_finite and any(is_voter(clauses, at) for at in near[:APPROVING]):
        return True  # موافقة | 60 نائبا
    counted = [keys[at] for at in near if kinds[at - 1] & NUMBER]
    if any(key in poll_words("count") for key in counted):
        return True
    stop = min(clauses.passage.sentence_stop(hit.place), hit.place + FAR)
    split = not poll_words("against").isdisjoint(keys[hit.place + 1 : stop])
    return split and any(key in poll_words("voter") for key in counted)


def wins(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody wins votes or seats, an office or a vote: حصل | الحزب على 31 مقعدا, فوز فلان | برئاسة النادي, تصدر | الحزب
    نتائج الانتخابات; not فاز بالجائزة.
    """
    keys = clauses.tokens.keys
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    if any(is_office(clauses.scene, at) for at in near):
        return not hit.form.is_finite or has_subject(clauses, hit, clause)
    first = hit.form.is_finite and any(
        bare_key(keys[at]) in poll_words("result") and not plain_votes().isdisjoint(keys[at + 1 : at + 2]) for at in near
    )
    return first or seat_behind(clauses.scene, hit.place, clause[1]) is not None


def uses_veto(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the word is the veto of a land near: استخدمت كندا | حق النقض, فيتو | روسي; not حق العودة."""
    del clause
    words = clauses.tokens.keys[hit.place : hit.place + 2]
    near = clauses.tokens.kinds[max(0, hit.place - LAND) : hit.place + LAND]
    return any(bare_key(word) in poll_words("veto") for word in words) and any(kind & (COUNTRY | NATION) for kind in near)


def gives_trust(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly gives its trust or takes it, or a majority does: منح | مجلس النواب الثقة للحكومة, نالت | الحكومة ثقة
    مجلس النواب, منح المجلس الثقة للحكومة | بأغلبية 60 صوتا.
    """
    first, stop = max(clauses.passage.sentence_start(hit.place), hit.place - ASSEMBLED), min(clause[1], hit.place + NEAR)
    if keys_by(TRUST).isdisjoint(clauses.tokens.keys[hit.place + 1 : stop]) or is_giving(clauses, hit):
        return False
    return has_majority(clauses, hit, clause) or any(
        votes_on_laws(clauses, at) or is_voter(clauses, at) or are_members(clauses, at) for at in range(first, stop)
    )


def is_giving(clauses: Clauses, hit: Hit) -> bool:
    """Whether a verb is spelt as the verbal noun behind another noun, which only tells what that is for: جلسة | منح الثقة.

    Whom a number counts is its subject: فيما | حجب 38 نائبا الثقة.
    """
    if clauses.tokens.kinds[hit.place + 1] & NUMBER:
        return False
    if hit.form.tense != "perfect" or hit.form.number != "s" or hit.form.gender == "f" or not hit.place:
        return False
    begins = clause_mark(clauses.passage, hit.place) & (STOP | BREAK | COMMA | KAN | RELATIVE | THAT)
    return not begins and not clauses.joins(hit.place - 1) and before(clauses, hit) is None


def is_voter(clauses: Clauses, place: int) -> bool:
    """Whether those who vote are counted at `place`: ثقة 88 | نائبا."""
    voters = clauses.tokens.keys[place] in poll_words("voter")
    return voters and place > 0 and bool(clauses.tokens.kinds[place - 1] & NUMBER)


def abstains(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a member of an assembly, a land or a party gives no vote: امتنعت | كندا عن التصويت; not امتنع السكان."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    voting = next((at for at in near if keys[at - 1] == ABOUT and keys[at] in votes()), hit.place)
    who = range(hit.place + 1, min(voting + LAND, clause[1]) if voting > hit.place else hit.place)
    return any(kinds[at] & (COUNTRY | BODY | ROLE) or is_voter(clauses, at) for at in who)


def gets(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a government gets the trust of an assembly, or somebody votes: نالت | الحكومة ثقة البرلمان, نال | الحزب 20 مقعدا."""
    return gives_trust(clauses, hit, clause) or wins(clauses, hit, clause)


def votes_on_laws(clauses: Clauses, place: int) -> bool:
    """Whether the word at `place` is in the name of those who vote: البرلمان, مجلس | الأمن; not الحزب | الوطني."""
    keys = clauses.tokens.keys
    head = chambers().get(bare_key(keys[place]))
    return head is not None and (not head or bare_key(keys[place - 1]) == head)


def result_before(clauses: Clauses, hit: Hit) -> int | None:
    """What tells how a vote went, and leads to its noun: | نتائج الاستفتاء, | نسبة المشاركة في الانتخابات."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    first = max(clauses.passage.sentence_start(hit.place), hit.place - RESULT)
    place = next((at for at in range(hit.place - 1, first - 1, -1) if is_result(clauses.tokens, first, at)), None)
    if place is None or any(clauses.is_verb(at) or kinds[at] & (COMMA | STOP | THAT) for at in range(place + 1, hit.place)):
        return None
    return place - (place > first and keys[place - 1] in poll_words("share"))


def is_result(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word tells how a vote went: نتائج، نسبة | المشاركة; not أهمية | المشاركة، which is only wished."""
    if bare_key(tokens.keys[place]) not in poll_words("result"):
        return False
    wished = tokens.kinds[place] & DEFINITE and tokens.keys[place] in attending_nouns()
    return not wished or not poll_words("share").isdisjoint(tokens.keys[max(first, place - SHARED) : place])


def is_vote(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day of a vote is told, how it went or whose it is: انتخابات | تونس، نتائج | الانتخابات."""
    near = clauses.tokens.kinds[hit.place + 1 : min(clause[1], hit.place + LAND)]
    return clause[0] < hit.place or has_day(clauses, hit, clause, DAY) or any(kind & (PLACES | NATION) for kind in near)


def is_voting(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether its day is told, or the assembly that votes on something: التصويت | في مجلس الأمن على القرار."""
    if is_vote(clauses, hit, clause):
        return True
    first = max(clauses.passage.sentence_start(hit.place), hit.place - ASSEMBLED)
    on = any(key == UPON or key in ON_IT for key in clauses.tokens.keys[hit.place + 1 : clause[1]])
    chamber = any(votes_on_laws(clauses, at) for at in range(first, min(clause[1], hit.place + NEAR)))
    return on and (chamber or is_met_for(clauses, hit))


def is_elected(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer is elected on a day or by those who meet for it: انتخاب | رئيس المجلس, عقد اجتماعا ل| انتخاب رئيسه.

    Or it is told to what: أسفرت عن | انتخاب سالم الكندي رئيسا.
    """
    if any(True for _ in elected(clauses.scene, hit.place + 1, clause[1])):
        return True
    who = owner_of(clauses, hit)
    return who is not None and (has_day(clauses, hit, clause, DAY) or is_met_for(clauses, hit) or is_tried(clauses, hit))


def is_tried(clauses: Clauses, hit: Hit) -> bool:
    """Whether an assembly right before tries an election or fails in it: فشل البرلمان في | انتخاب رئيس, عجز المجلس عن | انتخابه."""
    first = max(clauses.passage.sentence_start(hit.place), hit.place - 1 - ASSEMBLED)
    assembly = any(votes_on_laws(clauses, at) for at in range(first, hit.place - 1))
    return hit.lead in (IN, ABOUT, OF) and assembly


def is_candidacy(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody announces or presents for which office he stands: تقدم بترشيحه | لرئاسة الاتحاد, أعلن ترشحه; not ترشيح
    الفيلم لجائزة, nor الشك في ترشحه لرئاسة النادي.
    """
    keys, first = clauses.tokens.keys, max(clauses.passage.sentence_start(hit.place), hit.place - ASSEMBLED * 2)
    if hit.lead != BY and not any(has_turn(clauses.tokens, at, "announces") for at in range(first, hit.place)):
        return False
    who = bool(hit.form.pronoun) or owner_of(clauses, hit) is not None
    near = range(hit.place + 2, min(clause[1], hit.place + NEAR))
    return who and any(keys[at - 1] in GOALS and bare_key(keys[at]) in poll_words("office") for at in near)


def is_met_for(clauses: Clauses, hit: Hit) -> bool:
    """Whether those who meet before a word in its sentence meet for what it tells: جلسة | لانتخاب رئيس, يجتمعون | لانتخاب رئيس."""
    if hit.lead not in (ADDRESSING, TO_THE):
        return False
    before = clauses.tokens.keys[clauses.passage.sentence_start(hit.place) : hit.place]
    rows = (form.row for key in before for form in forms(TABLE).get(key))
    return any(row["type"] == MEETING and row["by"] in (ACT, NAME) for row in rows)


def is_runoff(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a round is one of a vote: جولة | إعادة على مقعدين, الجولة | الانتخابية, on a page of ballots الدورة | الثانية."""
    del clause
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 2]
    if any(bare_key(key) in poll_words("runoff") or bare_key(key) in poll_words("poll") for key in after):
        return True
    counted = bool(clauses.tokens.kinds[hit.place] & DEFINITE) and any(key in ranks() for key in after)
    return counted and clauses.is_of_ballots and not of_others(clauses, hit.place + 2)


def of_others(clauses: Clauses, place: int) -> bool:
    """Whether it is told behind a round of what it is, and of no vote: الدورة الثانية | للجنة; not الثانية | من الانتخابات."""
    tokens = clauses.tokens
    led = place + 1 < len(tokens) and tokens.keys[place] in (OF, ADDRESSING, TO_THE)
    return led and bare_key(tokens.keys[place + 1]) not in votes()


def is_poll(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether what falls due is a vote: الاستحقاق | الانتخابي يوم الأحد; not استحقاق الدين."""
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 2]
    return any(bare_key(key) in poll_words("poll") for key in after) and is_vote(clauses, hit, clause)
