"""Who takes part in an encounter by its own verb or noun: subject, owner, object, مع and بين.

التقى | الوزير | نظيره، زيارة | الوزير، أجرى | الوزير محادثات مع | نظيره، لقاء بين | الوزير و| السفير.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import (
    ahead_or_meant,
    antecedent,
    fits_verb,
    lineup_of,
    parties_from,
    relative_before,
    subjects_ahead,
    two_officers,
)
from qawl.arabic.agenda.clauses import behind_adjunct, is_comma, is_led, next_noun, noun_end, past_times, tells_company
from qawl.arabic.agenda.crowds import crowd_at
from qawl.arabic.agenda.doers import doers_in
from qawl.arabic.agenda.encounters import Encounter, is_next_of_row
from qawl.arabic.agenda.meant import ONE, OWN, meant_by_pronoun, those_meant
from qawl.arabic.agenda.part.by_pronoun import met_by_pronoun
from qawl.arabic.agenda.part.by_side import signs
from qawl.arabic.agenda.part.other_sides import leads_to_each, led_takers
from qawl.arabic.agenda.part.owners import takers_of_noun
from qawl.arabic.agenda.part.presence import is_delegation
from qawl.arabic.agenda.part.welcomes import is_welcome, welcomed
from qawl.arabic.agenda.part.whose import takers_end
from qawl.arabic.agenda.parts import ATTENDS, HOSTS, MEETS, PLACE, SIGNING, Taking, Who, as_part, end_of
from qawl.arabic.agenda.places import is_venue
from qawl.arabic.agenda.rows import row_word
from qawl.arabic.agenda.words import ACT, PAPER, SITS, TABLE, keys_by, poll_words
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.cuts import takes_up
from qawl.arabic.frames.honoured import honoured_at
from qawl.arabic.frames.indefinite import brings
from qawl.arabic.frames.joints import behind_each
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import is_accusative
from qawl.arabic.letters import (
    ABOUT,
    AFTER,
    ALEF,
    AS,
    AT_AN_EVENT,
    BY,
    DURING,
    IN,
    LATTER,
    MERE_TITLES,
    OF,
    PLURALS,
    SIDE_OF_TALKS,
    TAKES_UP,
    THEN,
    WITH,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    HONOUR,
    NAME,
    NATION,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    THAT,
    TIME,
    TITLE,
    TOWN,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_common
from qawl.arabic.people.duals import is_nominative
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.model import Party

# What the verb of a visit needs that has who or what is visited as its object.
VISITS = "object"
# So many words may stand between an office with what is in its charge and who bears it: مع البرلمان،
CHARGED = 3
# What tells who somebody is: behind a paper he signs it and is no matter of it.
SOMEBODY = ROLE | TITLE | BODY | NAME | COUNTRY | HONOUR | PEOPLE
# What leads to where and when somebody meets: في مكتبه، بعد الصلاة.
WHERE_AND_WHEN = (IN, *DURING)


def takers(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who has a part in an encounter by its verb or its noun; the other side also by a pronoun."""
    told = list(takers_by_words(scene, encounter))
    yield from told
    if not any(taking.part == MEETS for taking in told):
        yield from as_part(MEETS, met_by_pronoun(scene, encounter, told))


def takers_by_words(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who has a part in an encounter by its verb or its noun, as words tell."""
    stop = encounter.clause[1]
    if is_welcome(scene, encounter):
        yield from welcomed(scene, encounter)
        return
    if encounter.place != encounter.verb:
        yield from as_part(ATTENDS, protesters(scene, encounter))
        yield from takers_of_noun(scene, encounter)
        if encounter.type == SIGNING:
            done = doers_in(scene, encounter.place + 1, stop)
            yield from as_part(ATTENDS, done.who if done else signers_behind(scene, encounter.place, stop))
        verb = encounter.verb
        behind = list(led_takers(scene, encounter, takers_end(scene, encounter), stop)) or behind_holder(scene, encounter, stop)
        yield from behind or (led_takers(scene, encounter, verb + 1, encounter.place) if verb is not None else ())
        return
    if encounter.form.row["by"] == SITS:
        body = party_at(scene, encounter.clause[0])
        yield from as_part(ATTENDS, [body] if body else [])
        return
    if is_next_of_row(encounter):
        guests = parties_from(scene, encounter.place + 1, stop)
        yield from as_part(MEETS, guests)
        yield from led_takers(scene, encounter, end_of(guests, encounter.place + 1), stop)
        return
    if is_deed_of_his(scene, encounter):
        yield from as_part(encounter.form.row["subject"], meant_of_deed(scene, encounter))
        return
    subjects, objects = subject_and_object(scene, encounter.place, encounter.form, stop)
    subjects = with_signers(scene, encounter, subjects)
    listed = row_word(scene.tokens, encounter.place, stop) if not objects and encounter.row is not None else None
    objects = list(parties_from(scene, listed + 2, stop)) if listed else objects  # استقبل على التوالي: | السفير، والنائب
    yield from as_part(encounter.form.row["subject"], subjects)
    yield from as_part(encounter.form.row["object"], objects)
    if encounter.form.row["needs"] == VISITS:
        yield from as_part(MEETS, visited(scene, end_of(subjects, 0), encounter))
    first = max(end_of(objects or subjects, 0), encounter.place + 1)
    yield from led_takers(scene, encounter, behind_paper_noun(scene, encounter, first, stop), stop)


def is_deed_of_his(scene: Scene, encounter: Encounter) -> bool:
    """Whether what is spelt as a verb with a pronoun is somebody's deed, since a word of time leads to it: خلال | تفقده الموقع."""
    place, form = encounter.place, encounter.form
    led = place > 0 and scene.tokens.keys[place - 1] in (*DURING, *AT_AN_EVENT, *AFTER)
    return led and form.tense == "perfect" and bool(form.pronoun)


def meant_of_deed(scene: Scene, encounter: Encounter) -> list[Who]:
    """Whom the pronoun of a deed means: قال | الكاتب خلال تفقده الموقع."""
    return meant_by_pronoun(scene, encounter.place, encounter.form.pronoun)


def visited(scene: Scene, subject_end: int, encounter: Encounter) -> Iterator[Phrase]:
    """The persons and officers whom somebody visits, past the subject of the verb: زار الوزير | رئيس الحزب; not الميناء."""
    first, stop = max(subject_end, encounter.place + 1), encounter.clause[1]
    chaired = first + 1 < stop and is_led(scene, first) and takes_up(scene.tokens, first + 1)
    first = behind_adjunct(scene, first, stop) if chaired else first  # زار وفد برئاسة فلان | الوزير فلانا
    for phrase in parties_from(scene, first, stop):
        if any(takes_up(scene.tokens, at) for at in range(first, phrase.first + 1)):
            return
        if phrase.named or (not chaired and (phrase.role or phrase.type == "group")):
            yield phrase


def behind_paper_noun(scene: Scene, encounter: Encounter, first: int, stop: int) -> int:
    """Where the other side may stand from `first` on, behind the paper unless it is told before: وقعت مع | الشركة عقدا."""
    keys = scene.tokens.keys
    paper = next((at for at in range(encounter.place + 1, stop) if keys[at] in keys_by(PAPER)), None)
    return first if encounter.type != SIGNING or paper is None or WITH in keys[first:paper] else max(first, paper + 1)


def behind_holder(scene: Scene, encounter: Encounter, stop: int) -> list[Taking]:
    """The other side behind the verb that tells of a noun before it, and who holds it: اجتماع عقده الوزير | مع السفير."""
    verb = encounter.verb
    if verb is None or verb < encounter.place:
        return []
    return list(led_takers(scene, encounter, end_of(parties_from(scene, verb + 1, stop), verb + 1), stop))


def protesters(scene: Scene, encounter: Encounter) -> Iterator[Who]:
    """Those whose noun tells a protest, where it tells more of them: مئات | المتظاهرين; not المتظاهرون alone."""
    crowd = crowd_at(scene, encounter.place) if encounter.form.row["needs"] == "people" else None
    if crowd and (crowd.stop > crowd.first + 1 or not scene.tokens.kinds[encounter.place] & DEFINITE):
        yield crowd


def subject_and_object(scene: Scene, verb: int, form: Form, stop: int) -> tuple[list[Who], list[Who]]:
    """The parties that are subject and object of a verb: التقى | الوزير | نظيره، الوزير | يلتقي | نظيره، والتقى | نظيره."""
    if form.tense == "passive":
        return [], []
    if verb + 1 < stop and scene.tokens.kinds[verb + 1] & HONOUR:
        person = honoured_at(scene, verb + 1)
        return [person] if person else [], list(parties_from(scene, verb + 2, stop))
    if verb + 1 < stop and (latter := latter_at(scene, verb + 1)):
        return [latter], list(parties_from(scene, verb + 2, stop))
    wants = form.row["object"] in (MEETS, ATTENDS)
    if wants and verb + 2 < stop and scene.tokens.keys[verb + 1] in TAKES_UP:
        found = parties_from(scene, verb + 2, stop)  # التقى فيها | السفير
        if len(found) == 1 and not found[0].named and (ahead := carried_on(scene, verb, form)):
            return ahead, list(found)
    if wants and form.is_own and not form.pronoun:
        return [], list(parties_from(scene, verb + 1, stop))  # سألتقي | السفير
    apart = (wants or form.row["needs"] == VISITS) and not form.pronoun and not subjects_ahead(scene, verb)
    if apart and (two := two_officers(scene, verb + 1, stop)):
        return [two[0]], [two[1]]
    if wants and (done := doers_in(scene, verb + 1, stop)):
        met = parties_from(scene, verb + 1, done.lead)
        return list(done.who), list(met) or those_meant(scene, verb, form.gender, form.number)
    first = behind_paper(scene, verb, form, stop) or parties_from(scene, verb + 1, stop) or behind_house(scene, verb, form, stop)
    if form.pronoun or not wants:
        return without_object(scene, verb, form, first, stop)
    if fits_verb(scene, form, first):
        if members := members_from(scene, first[-1].stop, stop):
            apart = is_comma(scene, members[-1].first - 1) and len(members) > 1
            return list(first), list(members[-1:]) if apart else []
        if second := parties_from(scene, first[-1].stop, stop):
            if is_guest_first(scene, form, first, second):
                return list(second), list(first)
            third = parties_from(scene, second[-1].stop, stop) if is_named_after(scene, first[-1], second) else []
            return (list(second), list(third)) if third else (list(first), list(second))
        if led_directly(scene, first[-1].stop) or tells_subject(scene, verb + 1, stop):
            return list(first), []
        if far := behind_relative(scene, first[-1].stop):
            return list(first), list(far)
        if (office := apposed_office(scene, first[-1])) and not subjects_ahead(scene, verb):
            subject = first[-1]._replace(stop=office.first)
            return [*first[:-1], subject], [apart_from(scene, office, subject)]
    subjects = subject_beside(scene, verb, form, first)
    alone = not subjects and (opens_sentence(scene, verb) or has_object(scene, verb, first, stop)) and fits_verb(scene, form, first)
    return (list(first), []) if alone else (subjects, list(first))


def members_from(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """Who belongs to the delegation that ends at `place`, and whom it meets behind a comma: وفد | ضم فلانا وفلانا، | الوزير."""
    place += place < stop and bool(is_comma(scene, place) or scene.tokens.kinds[place] & RELATIVE)
    return parties_from(scene, place + 1, stop, listed=True) if place + 1 < stop and brings(scene.tokens, place) else []


def latter_at(scene: Scene, place: int) -> Phrase | None:
    """The person named last, where the word for the latter stands at `place`: التقى الوزير نزار العلي، كما زار | الأخير صور."""
    if scene.tokens.keys[place] not in LATTER:
        return None
    named = [(name, one) for one in scene.cast.people for name in one.mentions if name[1] <= place and one.type == "person"]
    name = max((name for name, _ in named), default=None)
    return Phrase(place, place + 1, "person", name, None, True) if name else None


def behind_relative(scene: Scene, place: int) -> list[Phrase]:
    """The object of a verb behind the relative clause that stands at `place`: استقبل الوزير سالم، الذي يزور صور، | رئيس البلدية."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(max(place - 1, 0))
    first = place + is_comma(scene, place)
    first = behind_adjunct(scene, first, stop) if first < stop and tokens.keys[first] in DURING else first
    if first >= stop or not tokens.kinds[first] & RELATIVE:
        return []
    for comma in (at for at in range(first + 1, stop) if is_comma(scene, at)):
        at = past_times(scene, comma, stop)
        if at >= stop or is_and(tokens, at) or tokens.kinds[at] & (PREFIX | PREPOSITION | RELATIVE):
            continue
        opened = is_accusative(tokens, at) or behind_each(tokens, at) > at or tokens.kinds[at] & (ROLE | TITLE)
        return lineup_of(scene, at, stop) if opened else []
    return []


def without_object(scene: Scene, verb: int, form: Form, first: list[Phrase], stop: int) -> tuple[list[Who], list[Who]]:
    """The subject of a verb that wants no party as object or has a pronoun, and whom that pronoun means: استقبله | الوزير.

    `first` are the parties behind the verb.
    """
    if not first and (several := received_several(scene, verb, form)):
        return list(those_meant(scene, verb, form.gender, form.number)), list(several)
    if form.pronoun and not first and next_noun(scene, verb + 1, stop) == verb + 1:
        return [], []  # somebody of whom no table knows: يزوره | الكندي غدا
    at_once = fits_verb(scene, form, first) and not is_goal(scene, form, first)
    behind = first if at_once else behind_goal(scene, form, first, stop)
    behind = [before_street(scene.tokens, one) for one in behind] if form.row["needs"] == "cause" else behind
    met = received_by_pronoun(scene, verb, form) if behind else []
    if met:
        return list(behind), met
    joined = verb > 0 and (scene.tokens.keys[verb - 1] == AS or is_and(scene.tokens, verb - 1))
    visits = form.row["needs"] == VISITS and form.pronoun not in OWN
    ahead = subjects_ahead(scene, verb) if behind and not joined and visits else []
    if ahead and not is_venue(scene.tokens, ahead[0].name[0]):
        return list(ahead), []
    if form.pronoun in OWN and not behind:
        return [], meant_by_pronoun(scene, verb, form.pronoun)  # استقبلني أمس
    if form.pronoun and form.is_own:
        return [], []  # الوزير السابق التقيته أمس
    return list(behind) or carried_on(scene, verb, form), []


def before_street(tokens: Tokens, crowd: Phrase) -> Phrase:
    """People up to what they block or leave: قطع سكان القرية | الطريق احتجاجا على كذا."""
    near = (at for at in range(crowd.first + 1, crowd.stop) if bare_key(tokens.keys[at]) in poll_words("street"))
    stop = next((at for at in near if tokens.kinds[at - 1] & DEFINITE or tokens.keys[at - 1].endswith(PLURALS)), crowd.stop)
    return crowd if crowd.type != "group" else crowd._replace(stop=stop, name=(crowd.name[0], min(stop, crowd.name[1])))


def received_by_pronoun(scene: Scene, verb: int, form: Form) -> list[Who]:
    """Whom the pronoun of a verb of meeting means: زار سالم الكندي صور حيث | استقبله الوزير، الوفد الذي | استقبله الوزير."""
    if not form.pronoun or form.row["object"] != MEETS:
        return []
    if (relative := relative_before(scene, verb)) is not None:
        return list(antecedent(scene, relative))
    return meant_by_pronoun(scene, verb, form.pronoun)


def received_several(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """Those several before a relative whom one met who is left out: المسؤولون الذين | التقاهم هناك."""
    relative = relative_before(scene, verb)
    one = form.number == ONE and form.pronoun[1:] not in ("", ONE) and form.row["object"] == MEETS
    return antecedent(scene, relative) if one and relative is not None else []


def is_guest_first(scene: Scene, form: Form, first: list[Phrase], second: list[Phrase]) -> bool:
    """Whether whom somebody takes in stands before him, a delegation told before: واستقبل | الوفد | رئيس البلدية."""
    hosts = form.row["subject"] == HOSTS and form.row["object"] == MEETS and len(first) == 1
    sent = hosts and is_delegation(scene, first[0]) and first[0].stop == first[0].first + 1
    return sent and bool(scene.tokens.kinds[first[0].first] & DEFINITE) and second[0].type in ("person", "unnamed")


def is_named_after(scene: Scene, office: Phrase, found: list[Phrase]) -> bool:
    """Whether a name behind a comma, with a second office or none, tells who bears the office before it.

    استقبل الوزير الأول، | سالم الكندي، السفير; استقبل وزير العلاقات مع البرلمان، | الناطق الرسمي سالم الكندي السفير.
    """
    tokens, one = scene.tokens, found[0]
    if office.named or office.type != "unnamed" or len(found) > 1 or not one.named:
        return False
    between = range(office.stop, one.first)
    joined = all(tokens.kinds[at] & (DEFINITE | PREPOSITION | PREFIX | COMMA) and not tokens.kinds[at] & TIME for at in between)
    apposed = one.first == one.name[0] or (bool(tokens.kinds[one.first] & DEFINITE) and is_comma(scene, one.first - 1))
    return joined and len(between) <= CHARGED and apposed


def opens_sentence(scene: Scene, verb: int) -> bool:
    """Whether a verb opens its sentence, so that who stands behind it does what it tells: | التقى الوزير بمحبيه."""
    return verb == scene.passage.sentence_start(verb)


def has_object(scene: Scene, verb: int, first: list[Phrase], stop: int) -> bool:
    """Whether who stands behind a verb that أن leads to meets somebody of whom no table knows: أن يلتقي الكاتب سالم | جمهوره."""
    led = verb > 0 and bool(scene.tokens.kinds[verb - 1] & THAT) and bool(first)
    return led and next_noun(scene, first[-1].stop, stop) == first[-1].stop


def subject_beside(scene: Scene, verb: int, form: Form, objects: list[Phrase]) -> list[Who]:
    """The subject of a verb with one phrase behind it: an office that opens it before another one and a name, or who is left out.

    التقى | الوزير السفير سالم الكندي; an office in full only where nobody is meant: وصل الوزير والتقى وزير الدفاع المستشار فلان.
    """
    if is_strangers(scene, verb, objects):
        return []
    ahead = carried_on(scene, verb, form)
    officer = officer_before(scene, objects[0]) if objects else None
    if officer is None or not fits_verb(scene, form, [officer]):
        return ahead
    bare = officer.stop == officer.first + 1 or scene.tokens.keys[officer.stop] in MERE_TITLES
    return ahead if ahead and (not bare or subjects_ahead(scene, verb)) else [apart_from(scene, officer, objects[0])]


def is_strangers(scene: Scene, verb: int, objects: list[Phrase]) -> bool:
    """Whether somebody of whom no table knows stands right behind a verb, whose subject he is: التقى | كيبروتيش في صور الوزير."""
    at, tokens = verb + 1, scene.tokens
    if at >= len(tokens) or not objects or objects[0].first <= at + 1:
        return False
    return not tokens.kinds[at] & ~ODD and not is_common(tokens.keys[at]) and not tokens.keys[at].endswith(ALEF)


def officer_before(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The office that opens a phrase before another one and its bearer's name: | الوزير السفير سالم الكندي.

    So does one that the page gives to another person before a mere title: | رئيس الجمهورية السيد نزار العلي.
    """
    kinds, (name, _) = scene.tokens.kinds, phrase.name
    if not phrase.named or not kinds[phrase.first] & ROLE:
        return None
    second = (at for at in range(name - 1, phrase.first, -1) if kinds[at] & ROLE and is_other_office(scene, at))
    if (found := next((party_at(scene, phrase.first, at) for at in second), None)) is not None:
        return found
    titles = (at for at in range(phrase.first + 1, name) if scene.tokens.keys[at] in MERE_TITLES and kinds[at] & DEFINITE)
    officer = next((party_at(scene, phrase.first, at) for at in titles), None)
    bearer = scene.cast.roster.known(officer) if officer else None
    return officer if bearer and bearer is not scene.cast.roster.known(phrase) else None


def is_other_office(scene: Scene, place: int) -> bool:
    """Whether an office stands behind a definite word and is definite itself: الوزير | السفير، الوزير | عضو المجلس."""
    kinds = scene.tokens.kinds
    owner = kinds[place + 1] if not kinds[place + 1] & (PREFIX | NAME) else 0
    return bool(kinds[place - 1] & DEFINITE and (kinds[place] & DEFINITE or owner & (DEFINITE | BODY | COUNTRY | CITY)))


def apart_from(scene: Scene, officer: Phrase, other: Phrase) -> Who:
    """Whoever an office means; by the office alone where the page gives it to nobody but the one named behind it."""
    known = scene.cast.roster.known
    alike = (actor := known(officer)) is not None and actor is known(other)
    return Party(scene.span(officer.name).text, officer.type, None) if alike else officer


def carried_on(scene: Scene, verb: int, form: Form) -> list[Who]:
    """The subject of a verb without one: that of the encounter's verb before it in its sentence, of the same gender and number.

    استقبل | الوزير السفير، كما استقبل وفدا; else the one before it, or whom it means.
    """
    tokens, joined = scene.tokens, verb - 1
    if joined > 0 and (tokens.keys[joined] in (AS, THEN) or is_and(tokens, joined)):
        for at in range(joined - 1, scene.passage.sentence_start(verb) - 1, -1):
            told = next((one for one in forms(TABLE).get(tokens.keys[at]) if one.row["by"] == ACT and one.is_finite), None)
            alike = told and (told.gender, told.number) == (form.gender, form.number)
            if told and alike and (found := subject_and_object(scene, at, told, joined)[0]):
                return found
    return ahead_or_meant(scene, verb, form)


def behind_paper(scene: Scene, verb: int, form: Form, stop: int) -> list[Phrase]:
    """The parties behind what is signed, past for whom they sign: وقع الاتفاقية | الوزير، وقع المذكرة عن الشركة | مديرها."""
    paper = next_noun(scene, verb + 1, stop) if form.row["type"] == SIGNING else None
    papers = forms(TABLE).get(scene.tokens.keys[paper]) if paper is not None else ()
    if paper is None or not any(told.row["by"] == PAPER for told in papers):
        return []
    return parties_from(scene, paper_end(scene, paper, stop), stop)


def paper_end(scene: Scene, paper: int, stop: int) -> int:
    """Where the words of what is signed end: الاتفاقية الجديدة |، مذكرتي التفاهم |، عقد الشراكة التجارية |."""
    tokens, after = scene.tokens, paper + 1
    somebody = SOMEBODY | PREFIX | PREPOSITION | PUNCTUATION
    owned = after < stop and not tokens.kinds[paper] & DEFINITE and not tokens.kinds[after] & somebody
    return noun_end(scene, after if owned and party_at(scene, after, after + 1) is None else paper, stop)


def behind_house(scene: Scene, verb: int, form: Form, stop: int) -> list[Phrase]:
    """The parties behind the town or house that they visit: زار المدينة أمس | وفد من الغرفة."""
    house = next_noun(scene, verb + 1, stop) if form.row["object"] == PLACE and not form.pronoun else None
    if house is None or not is_venue(scene.tokens, house) or scene.tokens.kinds[house - 1] & (PREFIX | PREPOSITION):
        return []
    found = parties_from(scene, noun_end(scene, house, stop), stop)
    return found if fits_verb(scene, form, found) else []


def with_signers(scene: Scene, encounter: Encounter, subjects: list[Who]) -> list[Who]:
    """The subjects of an act of signing with who signs for whom; where it has none, by whom: وقعت المذكرة من قبل | فلان."""
    if encounter.type != SIGNING:
        return subjects
    first, stop = encounter.place + 1, encounter.clause[1]
    if not subjects and (done := doers_in(scene, first, stop)):
        return list(done.who)
    return [*subjects, *(who for who in signers(scene, first, stop) if who not in subjects)]


def signers(scene: Scene, place: int, stop: int) -> Iterator[Phrase]:
    """Who signs for whom, who alone is told where it is not by whom: وقع الاتفاقية عن الوزارة | سالم الكندي، وعن | الشركة.

    All behind the first are told behind و, a comma or a verb of signing: وعن الشركة | مديرها; not معبرا عن الشركة.
    """
    tokens, told = scene.tokens, False
    while place < stop - 1:
        led = tokens.keys[place] == ABOUT or (tokens.keys[place] == OF and tokens.keys[place + 1] in SIDE_OF_TALKS)
        joined = is_and(tokens, place - 1) or is_comma(scene, place - 1) or signs(scene, place - 1)
        body = party_at(scene, place + 1 + (tokens.keys[place] == OF), stop) if led and (joined or not told) else None
        place += 1
        if body and not body.named:
            inside = (at for at in range(body.first + 1, body.stop) if person_at(scene, at, stop))
            place = next(inside, body.stop)
            found = parties_from(scene, place, stop)
            who = found[0] if found else body._replace(stop=place, name=(body.name[0], place))
            yield who
            place, told = who.stop, True


def signers_behind(scene: Scene, place: int, stop: int) -> Iterator[Phrase]:
    """Who signs for whom by a verb behind a paper: الاتفاقية التي وقعها عن الجامعة | رئيسها وعن البنك | مديره."""
    first = next((at for at in range(place + 1, stop) if scene.tokens.keys[at] == ABOUT and signs(scene, at - 1)), stop)
    yield from signers(scene, first, stop)


def is_goal(scene: Scene, form: Form, found: list[Phrase]) -> bool:
    """Whether the place that a verb leads to stands behind it, not its subject: سيزور | تونس، يزور | قصر البلدية."""
    place = scene.tokens.kinds[found[0].name[0]] & (COUNTRY | CITY | TOWN)
    house = form.row["needs"] == VISITS and len(found) == 1 and not found[0].named and is_venue(scene.tokens, found[0].name[0])
    return form.row["object"] == PLACE and (bool(place) or house or found[0].type == "country")


def behind_goal(scene: Scene, form: Form, found: list[Phrase], stop: int) -> list[Phrase]:
    """Who comes to a place that stands between him and the verb: زار تونس أمس | الوزير, يصل تونس غدا | وفد الجامعة."""
    if form.pronoun or not (found and is_goal(scene, form, found)):
        return []
    who = parties_from(scene, goal_end(scene, found[0]), stop)
    comes = bool(who) and fits_verb(scene, form, who) and not is_goal(scene, form, who)
    return who if comes and who[0].type in ("person", "unnamed", "organisation") else []


def goal_end(scene: Scene, goal: Phrase) -> int:
    """Where a place that somebody comes to ends, at the delegation that stands right behind it: زار صور | وفد من الغرفة."""
    kinds, after = scene.tokens.kinds, goal.first + 1
    comes = kinds[goal.first] & (COUNTRY | CITY) and after < goal.stop and kinds[after] & BODY and not kinds[after] & DEFINITE
    return after if comes else goal.stop


def apposed_office(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The office right behind a name as a party of its own: التقى سالم الكندي | رئيس الحكومة."""
    if not phrase.named or phrase.stop == phrase.name[1] or is_comma(scene, phrase.name[1]):
        return None
    alone = phrase.name[0] == phrase.first or is_before_officer(scene, phrase)
    return party_at(scene, phrase.name[1], phrase.stop) if alone else None


def is_before_officer(scene: Scene, phrase: Phrase) -> bool:
    """Whether an officer of a land stands right behind one named with his office: رئيس الوزراء سالم | السفير التونسي.

    Not behind a mere title: الأمير سالم | الوزير التونسي.
    """
    kinds, after = scene.tokens.kinds, phrase.name[1]
    officer = kinds[after] & ROLE and kinds[after] & DEFINITE and after + 1 < phrase.stop and kinds[after + 1] & NATION
    return bool(officer) and bool(kinds[phrase.first] & ROLE) and not kinds[phrase.first] & TITLE


def tells_subject(scene: Scene, place: int, stop: int) -> bool:
    """Whether the next free noun shows by its ending that it is a subject: التقى | وزيرا الصحة والنقل، التقى | الطرفان."""
    noun = next_noun(scene, place, stop)
    return noun is not None and is_nominative(scene.tokens, noun)


def led_directly(scene: Scene, place: int) -> bool:
    """Whether مع or ب leads to the other side behind a subject: التقى الوزير | بنظيره، التقى الوزير في مكتبه أمس | مع السفير."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(max(place - 1, 0))
    place += is_comma(scene, place)
    place = place if place < stop and tokens.keys[place] in DURING else past_times(scene, place, stop)
    while place + 1 < stop:
        led = tokens.keys[place] == BY and bool(tokens.kinds[place] & PREFIX)
        if (
            tokens.keys[place] == WITH
            or leads_to_each(tokens, place)
            or (led and not tells_company(scene, place + 1) and not is_venue(tokens, place + 1))
        ):
            return True
        if led or tokens.keys[place] not in WHERE_AND_WHEN:
            return False
        place = past_times(scene, behind_adjunct(scene, place, stop), stop)
    return False
