"""Who takes part by what else its sentence tells: بحضور، بمشاركة، برئاسة، برعاية، بدعوة من، الذي ترأسه، يرافقه، ضم."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from qawl.arabic.agenda.agents import fits_verb, lineup_of, names, parties_from, relative_before
from qawl.arabic.agenda.clauses import behind_made, is_comma, is_led, list_start, noun_end
from qawl.arabic.agenda.encounters import Encounter, is_crowd
from qawl.arabic.agenda.extents import opens_list
from qawl.arabic.agenda.meant import meant_by_pronoun
from qawl.arabic.agenda.part.held_by import is_of_noun
from qawl.arabic.agenda.part.other_sides import WITH_OTHERS, sees_another
from qawl.arabic.agenda.part.presence import NEAR, is_answered, is_delegation, led_taking, part_of_headed
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, BESIDE, CHAIRS, FROM, LED, MEETING, MEETS, OWN, PARTS, VISIT, Taking
from qawl.arabic.agenda.tenses import is_future_letter
from qawl.arabic.agenda.words import AGAIN, HOLDS, LEADS, NAME, PANEL, TABLE, keys_by
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.cuts import behind_standing
from qawl.arabic.frames.joints import behind_way
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ALONG,
    BETWEEN,
    BY,
    DELEGATIONS,
    HERS,
    OF,
    TAKES_UP,
    TO_IT,
    TO_THE,
    UPON,
    WITH,
    WRITTEN_ANNA,
    WRITTEN_INNA,
    bare_key,
)
from qawl.arabic.lexicon import (
    COLON,
    COMMA,
    DEFINITE,
    DEMONSTRATIVE,
    FAMILY,
    NUMBER,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    RESUME,
    ROLE,
    SPEECH,
    STOP,
    THAT,
    TITLE,
    readings,
)
from qawl.arabic.lexicon import NAME as GIVEN
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import FINITE

# How the table of attendance tells the ways in which a verb tells who is there, or another word who is with somebody.
JOINED, MEMBERS, MARCH, VERB, AHEAD, HONOURS = "joined", "members", "march", "verb", "ahead", "honours"
SPEAKS, STANDS, MADE = "speaks", "stands", "made"
# So near behind an encounter stands the verb that tells whom it brings together.
MEMBERS_NEAR = 8
# So many words may tell where a delegation comes from before its members: وفد من الحزب | في مدينة مسقط | ضم.
TOLD_MORE = 6
# So far behind the clause of an encounter what tells of it may go on.
REACH = 60
# What ends what is told of an encounter.
ENDS = THAT | COLON | STOP | RESUME


def attending(scene: Scene, encounter: Encounter, known: list[Taking]) -> Iterator[Taking]:
    """Who takes part by a phrase or another verb of the sentence; `known` are those of the verb and the noun themselves."""
    found, (first, stop) = forms(ATTENDANCE), told_range(scene, encounter, known)
    so_far = list(known)
    for place in range(first, stop):
        key = scene.tokens.keys[place]
        if key in found and place != encounter.place and not is_of_nearer(scene, encounter, place):
            form = form_at(scene, place, found[key])
            if form and form.row["by"] != MEMBERS and place == encounter.verb:
                continue
            if form:
                more = list(TAKES[form.row["by"]](scene, encounter, place, form, stop, so_far))
                so_far += more
                yield from more
    yield from beside_others(scene, encounter.place + 1, encounter.clause[1])


def beside_others(scene: Scene, first: int, stop: int) -> Iterator[Taking]:
    """Persons told to be there beside others: شارك الوزير في الاجتماع إلى جانب | المديرة سلمى القاسمي."""
    for at in range(first, stop - 2):
        if tuple(scene.tokens.keys[at : at + 2]) in ALONG[:2]:
            beside = takewhile(lambda one: one.named, lineup_of(scene, at + 2, stop, listed=True))
            yield from (Taking(ATTENDS, phrase) for phrase in beside)


def is_of_nearer(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether a verb tells with its pronoun of another encounter right before it: احتجاج على اجتماع | دعا إليه الوزير."""
    keys, near = scene.tokens.keys, range(max(place - 2, encounter.place + 1), place)
    if keys[place + 1] not in TO_IT:
        return False
    nouns = (form for at in near for form in forms(TABLE).get(keys[at]) if form.tense == "noun")
    return any(form.row["by"] == NAME for form in nouns)


def form_at(scene: Scene, place: int, told: Iterable[Form]) -> Form | None:
    """What a word tells of who takes part; a verb before a noun behind a relative pronoun: القمة التي | استضافتها تونس."""
    able = [one for one in told if one.row["by"] in TAKES and one.tense != "passive" and bears(scene, place, one)]
    behind = place > 0 and scene.tokens.kinds[place - 1] & RELATIVE
    return next((one for one in able if behind and one.is_finite), next(iter(able), None))


def bears(scene: Scene, place: int, form: Form) -> bool:
    """Whether a form is what it seems to be: no plural spelt as with a pronoun (قادة), no noun (على رأسهم، مجلس إدارتها)."""
    to_come = place and is_future_letter(scene.tokens, place - 1)
    noun = scene.tokens.kinds[place] & QUANTITY or (place and not to_come and is_led(scene, place - 1))
    fourth = form.is_finite and form.lemma.startswith(WRITTEN_ANNA)
    if form.is_finite and (noun or (fourth and scene.tokens.surface(place, place + 1).startswith(WRITTEN_INNA))):
        return False
    return form.pronoun != "ms" or not scene.tokens.has_ta(place)


def told_range(scene: Scene, encounter: Encounter, known: list[Taking]) -> Range:
    """The tokens that may tell of an encounter: its clause and what follows it, to the next saying or the end of the sentence.

    From its subject on where that stands before it: الوفد، | برئاسة فلان، يزور صور. Those for whom others protest tell of
    themselves alone: وقفة مع | الأسرى المضربين منذ أسبوع، بمشاركة كذا.
    """
    first, stop = encounter.clause
    if is_crowd(encounter) and encounter.apart is not None:
        return first, stop
    limit = min(scene.passage.sentence_stop(encounter.place), stop + REACH)
    piece = scene.piece_at(encounter.place)
    limit = min(limit, piece.stop) if piece else limit
    end = next((place for place in range(stop, limit) if ends_telling(scene, place) or opens_another(scene, place)), limit)
    end = next((place for place in range(encounter.place + 1, end) if is_held_behind(scene, place)), end)
    if encounter.type == VISIT:
        end = next((place for place in range(encounter.place + 1, end) if sees_another(scene, place)), end)
    start = scene.passage.sentence_start(encounter.place)
    ahead = (taking.who.stop for taking in known if isinstance(taking.who, Phrase) and start <= taking.who.first < first)
    return (start if opens_with_led(scene, start, first) else min(ahead, default=first)), end


def ends_telling(scene: Scene, place: int) -> bool:
    """Whether what is told of an encounter ends at `place`, and no list of those who are there begins: وضم الوفد | : فلانا."""
    return bool(scene.tokens.kinds[place] & ENDS) and not opens_list(scene.tokens, place)


def opens_another(scene: Scene, place: int) -> bool:
    """Whether a finite verb of saying or of another encounter stands at `place`; حضره takes up the one that was told."""
    key = scene.tokens.keys[place]
    takes_up = any(form.row["by"] in (VERB, MARCH) and form.pronoun and form.is_finite for form in forms(ATTENDANCE).get(key))
    acts = any(form.row["by"] == "act" and form.is_finite for form in forms(TABLE).get(key))
    brings = is_and(scene.tokens, place - 1) and any(form.row["by"] == MEMBERS for form in forms(ATTENDANCE).get(key))
    return (acts and not takes_up) or (is_saying(scene, place) and not brings)


def is_held_behind(scene: Scene, place: int) -> bool:
    """Whether another encounter stands behind a comma as an object: عقدت لجنة القمة التي تقام غدا، | اجتماعا برئاسة فلان."""
    key = scene.tokens.keys[place]
    accusative = key.endswith(ALEF) and not key.endswith(HERS)
    return is_comma(scene, place - 1) and accusative and names(scene, place, (NAME,))


def is_saying(scene: Scene, place: int) -> bool:
    """Whether a finite verb of saying stands at `place`, and no means by which others are there: وعبر | الاتصال المرئي فلان."""
    led = place > 0 and is_led(scene, place - 1)  # بناء على | طلب الوزير
    if led or not scene.tokens.kinds[place] & SPEECH or behind_way(scene.tokens, place, len(scene.tokens)) > place:
        return False
    return any(reading.tense in FINITE for reading in readings(scene.tokens.keys[place]))


def opens_with_led(scene: Scene, start: int, stop: int) -> bool:
    """Whether the sentence opens with who takes part: | برعاية الوزير، تنظم الجامعة ندوة، | تلبية لدعوة الوزير زار الوفد صور."""
    place = start + 1
    if place + 1 < stop and is_answered(scene, place + 1):
        place += 1
    elif place >= stop or not is_led(scene, start):
        return False
    return any(form.row["by"] in (LED, FROM) for form in forms(ATTENDANCE).get(scene.tokens.keys[place]))


def march_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Who leads a protest or a delegation: بقيادة | فلان، التي يقودها | فلان، وفدا يقوده | فلان."""
    noun = form.tense == "noun"
    takes, heads = (led_taking, part_of_headed(scene, place - 1, known)) if noun else (verb_taking, heads_sent(scene, place, known))
    if encounter.type == "protest" or heads:
        yield from takes(scene, encounter, place, form, stop, known)


def heads_sent(scene: Scene, place: int, known: list[Taking]) -> bool:
    """Whether a verb tells who leads the delegation right before it: وفدا | يقوده فلان; not قوات تقودها كندا."""
    end = place - bool(scene.tokens.kinds[place - 1] & RELATIVE)
    headed = (taking.who for taking in known if isinstance(taking.who, Phrase) and taking.who.stop == end)
    return any(is_delegation(scene, who) for who in headed)


def sends(scene: Scene, place: int) -> bool:
    """Whether a delegation of whoever comes stands near before a verb: شاركت تونس بوفد | يرأسه فلان، بوفد رفيع | يترأسه فلان."""
    near = range(max(0, place - NEAR), place)
    return any(bare_key(scene.tokens.keys[at]) in DELEGATIONS and is_led(scene, at - 1) for at in near)


def along_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Who holds an encounter with another who does: بالتعاون مع | فلان، بالتعاون والتنسيق مع | فلان."""
    del encounter, known
    joined = place > 2 and is_and(scene.tokens, place - 1)
    led = place > 0 and is_led(scene, place - 3 if joined else place - 1)
    if led and form.tense == "noun" and scene.tokens.keys[place + 1 : place + 2] == [WITH]:
        yield from (Taking(form.row["part"], phrase) for phrase in lineup_of(scene, place + 2, stop))


def verb_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """The subject of a verb that has the encounter as its object: الذي ترأسه | فلان، شارك فيه | فلان، وحضر اللقاء | فلان."""
    heads = heads_subject(scene, encounter, place, form, known)
    told = form.is_finite and (place > encounter.place or heads)
    after = behind_object(scene, encounter, place, form, stop) or behind_panel(scene, place, form, stop) if told else None
    if after is None or (not heads and is_of_another(scene, encounter, place, form)):
        return
    along = next((words for words in ALONG if tuple(scene.tokens.keys[after : after + len(words)]) == words), ())
    beside = lineup_of(scene, after + len(along), stop) if along else []
    found = parties_from(scene, list_start(scene, beside[-1].stop if beside else after, stop), stop, listed=True)
    if fits_verb(scene, form, found):
        found += beside
        own = encounter.form.row["subject"] if encounter.form.row["subject"] in PARTS else ATTENDS
        leads = bool(form.pronoun) and form.row["part"] == CHAIRS
        headed = part_of_headed(scene, place, known) or (ATTENDS if sends(scene, place) else None) if leads else None
        part = headed or (own if form.row["part"] == OWN else form.row["part"])
        yield from (Taking(part, phrase) for phrase in found)


def given_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Who gives a lecture, or a speech at an encounter: محاضرة يلقيها | فلان; not ألقي فيه خطاب, القانون الذي قدمه | الحزب."""
    if form.pronoun and encounter.place != encounter.verb and is_of_noun(scene, encounter.place, place):
        yield from verb_taking(scene, encounter, place, form, stop, known)


def heads_subject(scene: Scene, encounter: Encounter, place: int, form: Form, known: list[Taking]) -> bool:
    """Whether a relative clause tells who heads a party before its verb: المجلس الذي | تترأسه فلانة سيزور، بوفد | ترأسه فلان."""
    if not form.pronoun or form.row["part"] != CHAIRS or place > encounter.place:
        return False
    relative = bool(scene.tokens.kinds[place - 1] & RELATIVE)
    ends = {taking.who.stop for taking in known if isinstance(taking.who, Phrase)}
    return (relative and place - 1 in ends) or heads_sent(scene, place, known)


def behind_object(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int) -> int | None:
    """The place behind what takes the encounter up as a verb's object: a pronoun, or its noun again; None where nothing does."""
    tokens, after = scene.tokens, place + 1
    if form.pronoun or after >= stop:
        return after if form.pronoun else None
    if tokens.keys[after] in TAKES_UP:
        return after + 1
    noun = after + is_led(scene, after)
    if noun < stop and works_of(tokens, noun):
        return noun + 1
    noun += noun + 1 < stop and bool(tokens.kinds[noun] & DEMONSTRATIVE)
    if noun >= stop or not tokens.kinds[noun] & DEFINITE:
        return None
    again = bare_key(tokens.keys[noun]) in keys_by(AGAIN) or bare_key(tokens.keys[noun]) == bare_key(tokens.keys[encounter.place])
    if not again:
        return None
    return behind_relative(scene, noun + 1, stop) if is_comma(scene, noun + 1) else noun + 1


def works_of(tokens: Tokens, place: int) -> str:
    """The gender of what is taken up by the pronoun of its works: وشارك في | أعمالها، وأشرف على | افتتاحه; empty for others."""
    told = (form for form in forms(TABLE).get(tokens.keys[place]) if form.tense == "noun" and form.row["by"] in (LEADS, HOLDS))
    return next((form.pronoun[0] for form in told if form.pronoun[1:] == "s"), "")


def behind_panel(scene: Scene, place: int, form: Form, stop: int) -> int | None:
    """The place behind a committee that somebody heads where it meets: قابلت اللجنة الأطباء، وترأس اللجنة | فلان."""
    noun, tokens = place + 1, scene.tokens
    heads = form.row["part"] == CHAIRS and form.tense == "perfect" and noun < stop and bool(tokens.kinds[noun] & DEFINITE)
    return noun + 1 if heads and bare_key(tokens.keys[noun]) in keys_by(PANEL) else None


def is_gathering(scene: Scene, place: int) -> bool:
    """Whether the noun of an encounter or people stand at `place`: المسيرة التي، المتظاهرين الذين; not القوات التي تقودها كندا."""
    nouns = (form for form in forms(TABLE).get(scene.tokens.keys[place]) if form.tense == "noun")
    return bool(scene.tokens.kinds[place] & PEOPLE) or any(form.row["by"] == NAME for form in nouns)


def is_of_another(scene: Scene, encounter: Encounter, place: int, form: Form) -> bool:
    """Whether a relative clause tells of another encounter's noun: تفقد الميناء ضمن الجولة التي | تقوم بها الوزارة."""
    relative = relative_before(scene, place)
    if relative is None:
        return False
    if encounter.form.is_finite and is_of_thing(scene, relative):
        return True
    if form.row["by"] == MARCH and not any(is_gathering(scene, at) for at in (relative - 1, relative - 2)):
        return True
    own = encounter.place + 1 + (not scene.tokens.kinds[encounter.place] & DEFINITE)
    near = range(max(own, relative - NEAR), relative)
    nouns = (form for at in near for form in forms(TABLE).get(scene.tokens.keys[at]))
    return any(form.tense == "noun" and form.row["by"] == NAME and form.row["type"] != NONE for form in nouns)


def is_of_thing(scene: Scene, relative: int) -> bool:
    """Whether a relative pronoun takes up what is no encounter and nobody: التقى النقابات قبل العيد | الذي حضره فلان."""
    place = relative - 1 - is_comma(scene, relative - 1)
    if place < 0 or any(names(scene, at, (NAME,)) for at in range(max(0, place - NEAR), place + 1)):
        return False
    return not scene.tokens.kinds[place] & (ROLE | TITLE | GIVEN | FAMILY)


def joined_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Who comes with another: يرافقه | فلان، رافقته فيها | فلانة; and who stands for one: وفدا يمثله | فلان."""
    del encounter
    after = place + 1 + (scene.tokens.keys[place + 1 : place + 2] != [] and scene.tokens.keys[place + 1] in TAKES_UP)
    if form.is_finite and form.pronoun and fits_verb(scene, form, found := parties_from(scene, after, stop, listed=True)):
        part = part_beside(scene, place, form, known)
        yield from (Taking(part, phrase) for phrase in found)


def part_beside(scene: Scene, place: int, form: Form, known: list[Taking]) -> str:
    """The part of whoever comes along with the party right before `place`, who is met as it is, or stands for it."""
    end = place - is_and(scene.tokens, place - 1)
    ends = end, end - is_comma(scene, end - 1)
    beside = (taking.part for taking in known if isinstance(taking.who, Phrase) and taking.who.stop in ends)
    part = next(beside, ATTENDS)
    return part if form.row["part"] == OWN or part == MEETS else form.row["part"]


def ahead_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """The delegation that somebody heads: وصل الوزير على رأس | وفد من النقابة."""
    del known
    found = lineup_of(scene, place + 1, stop) if place and scene.tokens.keys[place - 1] == UPON else []
    if found and encounter.type in (VISIT, MEETING) and is_delegation(scene, found[0]):
        yield Taking(form.row["part"], found[0])


def beside_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Who comes along or stands for somebody: مرفوقا ب| فلان، ممثلة في شخص | مديرها."""
    del encounter
    if (after := behind_standing(scene.tokens, place)) > place:
        part = part_beside(scene, place, form, known)
        yield from (Taking(part, phrase) for phrase in lineup_of(scene, after, stop, listed=True))


def is_only_counted(scene: Scene, place: int) -> bool:
    """Whether those who stand at `place` are told by their number alone: وفد يضم | تسعة خبراء; not عددا من النواب."""
    return bool(scene.tokens.kinds[place] & (NUMBER | QUANTITY)) and scene.tokens.keys[place + 1 : place + 2] != [OF]


def behind_relative(scene: Scene, place: int, stop: int) -> int:
    """The place behind a relative clause at `place`: ضم الاجتماع الذي عقد أمس | فلانا، ضم الاجتماع، الذي عقد في صور، | فلانا."""
    kinds, comma = scene.tokens.kinds, is_comma(scene, place)
    if place + comma + 1 >= stop or not kinds[place + comma] & RELATIVE:
        return place
    closes = (at + 1 for at in range(place + 1, stop) if kinds[at] & COMMA)
    return next(closes, place) if comma else scene.behind_day(place + 2)


def members_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Whom an encounter brings together, and who belongs to a party of it: ضم | فلانا و| فلانا، جمع | فلانا ب| فلان، جمعه بفلان."""
    tokens = scene.tokens
    before = tokens.kinds[place - 1] if place else 0
    near = encounter.place < place and (before & RELATIVE or place - encounter.place <= MEMBERS_NEAR or is_and(tokens, place - 1))
    near = near and not (before & RELATIVE and is_of_tie(scene, encounter, place - 1))
    part = part_of_whole(scene, place, known)
    brings = place == encounter.verb and place < encounter.place
    if not form.is_finite or not (near or part or brings) or is_of_own(scene, encounter, place + 1):
        return
    after = scene.behind_day(noun_end(scene, encounter.place, stop) if brings else place + 1)
    after = behind_relative(scene, after, stop) if brings else after
    after += tokens.keys[after : after + 1] == [BETWEEN]
    along = next((words for words in ALONG if tuple(tokens.keys[after : after + len(words)]) == words), ())
    beside = lineup_of(scene, after + len(along), stop) if along else []
    after = beside[-1].stop if beside else after
    after += place + 1 < stop and bare_key(tokens.keys[place + 1]) in DELEGATIONS and bool(tokens.kinds[place + 1] & DEFINITE)
    if part is not None:
        after = list_start(scene, after, stop)
        members = [phrase for phrase in parties_from(scene, after, stop, listed=True) if not is_only_counted(scene, phrase.first)]
        last = is_met_behind(scene, encounter, members, known)
        yield from (Taking(MEETS if last and phrase is members[-1] else part, phrase) for phrase in members)
        return
    found = [*beside, *parties_from(scene, list_start(scene, after, stop), stop, listed=True)] if not form.pronoun else []
    meant = meant_by_pronoun(scene, min(place, encounter.clause[0]), form.pronoun) if form.pronoun else found
    yield from (Taking(ATTENDS, who) for who in meant if not form.pronoun or form.row["part"] == ATTENDS)
    end = found[-1].stop if found else after
    leads = (at for at in range(end, min(stop, end + NEAR)) if is_with(scene, at, form))
    sides = next((side for at in leads if (side := lineup_of(scene, at + 1, stop))), [])
    yield from (Taking(MEETS, phrase) for phrase in sides)


def is_met_behind(scene: Scene, encounter: Encounter, members: list[Phrase], known: list[Taking]) -> bool:
    """Whether the last of a list is whom its delegation met: التقى وفد ضم فلانا وفلانا، | الوزير؛ a comma without و parts him."""
    row, met = encounter.form.row, any(taking.part == MEETS for taking in known)
    wants = encounter.form.is_finite and (row["object"] == MEETS or row["needs"] == "object") and not met
    joined = [is_and(scene.tokens, one.first - 1) for one in members]
    return wants and len(members) > 1 and not joined[-1] and (len(members) == 2 or joined[-2])


def made_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Of whom a delegation is made: وفد يتألف من | فلان و| فلان، ويتكون الوفد من | فلان."""
    del encounter, form
    after, part = behind_made(scene, place, stop), part_of_whole(scene, place, known, made=True)
    if after is not None and part is not None:
        members = parties_from(scene, after, stop, listed=True)
        yield from (Taking(part, phrase) for phrase in members if not is_only_counted(scene, phrase.first))


def is_of_own(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether a verb before `place` tells of an encounter of somebody's own, which is another one: زار صور، وشملت | لقاءاته كذا."""
    if place in (encounter.place, len(scene.tokens)) or scene.tokens.has_ta(place):
        return False
    told = forms(TABLE).get(scene.tokens.keys[place])
    return any(form.tense == "noun" and form.row["by"] == NAME and form.pronoun for form in told)


def is_of_tie(scene: Scene, encounter: Encounter, relative: int) -> bool:
    """Whether a relative clause tells of another noun that a preposition or a verb leads to: في إطار العلاقات | التي تجمع كذا."""
    led = any(scene.tokens.kinds[at] & PREPOSITION or is_finite(scene.passage, at) for at in range(encounter.place + 1, relative))
    return led and not any(names(scene, at, (NAME,)) for at in range(max(encounter.place, relative - NEAR) + 1, relative))


def part_of_whole(scene: Scene, place: int, known: list[Taking], made: bool = False) -> str | None:
    """The part of the party to which a verb at `place` tells who belongs: وفدا | يضم فلانا، ويضم | الوفد فلانا.

    What tells of whom one is `made` may stand farther: وصل وفد إلى صور | مكون من فلان.
    """
    tokens = scene.tokens
    told = made or (bool(tokens.kinds[place + 1] & DEFINITE) and bare_key(tokens.keys[place + 1]) in DELEGATIONS)
    for taking in reversed(known):
        if isinstance(taking.who, Phrase) and not taking.who.named and taking.who.type != "country":
            between = tokens.kinds[taking.who.stop : place] if taking.who.stop <= place else [STOP]
            next_to = len(between) <= NEAR and all(kind & (COMMA | RELATIVE | PREFIX) for kind in between)
            near = (
                not told and taking.who.stop <= place <= taking.who.stop + TOLD_MORE and is_adjunct(scene, taking.who.stop, place)
            )
            if next_to or ((told or near) and is_delegation(scene, taking.who)):
                return taking.part
    return None


def is_adjunct(scene: Scene, first: int, stop: int) -> bool:
    """Whether only what a preposition leads to stands between two tokens: وفد من الحزب | في مدينة مسقط | ضم فلانا."""
    tokens = scene.tokens
    verbs = any(is_finite(scene.passage, at) or tokens.kinds[at] & PUNCTUATION for at in range(first, stop))
    return first < stop and is_led(scene, first) and not verbs


def is_with(scene: Scene, place: int, form: Form) -> bool:
    """Whether مع, or ب behind a verb that brings two together, leads to the other side at `place`: جمع الوزير | بالسفير."""
    led = scene.tokens.keys[place] == BY and bool(scene.tokens.kinds[place] & PREFIX)
    return scene.tokens.keys[place] == WITH or (led and form.row["part"] == ATTENDS)


def honours_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """For whom an encounter is held: حفل تكريم | فلان، حفلا ل| تكريمه، حفلا تكريما ل| فلان."""
    del known
    led = place == encounter.place + 2 and scene.tokens.keys[place - 1] in (ADDRESSING, TO_THE)
    if form.tense != "noun" or not (led or place == encounter.place + 1):
        return
    to = place + 1 < stop and scene.tokens.keys[place + 1] in (ADDRESSING, TO_THE)
    whom = meant_by_pronoun(scene, place, form.pronoun) if form.pronoun else lineup_of(scene, place + 1 + to, stop)
    yield from (Taking(form.row["part"], who) for who in whom)


Takes = Callable[[Scene, Encounter, int, Form, int, list[Taking]], Iterator[Taking]]
TAKES: dict[str, Takes] = {
    LED: led_taking,
    FROM: led_taking,
    WITH_OTHERS: along_taking,
    MARCH: march_taking,
    VERB: verb_taking,
    SPEAKS: given_taking,
    JOINED: joined_taking,
    STANDS: joined_taking,
    MEMBERS: members_taking,
    MADE: made_taking,
    HONOURS: honours_taking,
    BESIDE: beside_taking,
    AHEAD: ahead_taking,
}
