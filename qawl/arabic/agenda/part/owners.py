"""Who takes part in an encounter that a noun names: who holds it, whose it is, who intends it, whom it meets.

عقد | الوزير اجتماعا، زيارة | الوزير، اجتماع طارئ ل| لجنة، لقائه | السفير، مشاركة | الوزير في القمة.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import lineup_of, parties_from
from qawl.arabic.agenda.clauses import past_times
from qawl.arabic.agenda.doers import doers_in
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import those_meant
from qawl.arabic.agenda.part.doing import doing_after, speaking_at
from qawl.arabic.agenda.part.held_by import called, holders
from qawl.arabic.agenda.part.intents import CALLS_TO, intending, intending_behind, sending
from qawl.arabic.agenda.part.other_sides import led_takers
from qawl.arabic.agenda.part.whose import (
    is_his,
    leads_to,
    meant_owner,
    owners_of,
    part_of_owner,
    received,
    received_behind,
    takers_end,
)
from qawl.arabic.agenda.parts import (
    ATTENDS,
    CALL,
    CHAIRS,
    HOSTS,
    MEETING,
    MEETS,
    OWN,
    PARTS,
    PROTEST,
    SEES,
    SIGNING,
    VISIT,
    VOTE,
    Taking,
    Who,
    as_part,
)
from qawl.arabic.agenda.places import is_venue
from qawl.arabic.agenda.tenses import CALLED_OFF, has_turn, is_hosting, is_negated
from qawl.arabic.agenda.words import ACT, TABLE, is_come_for, is_come_to, poll_words
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import are_bodies
from qawl.arabic.letters import ADDRESSING, OF_HIS, TO_THE, bare_key
from qawl.arabic.lexicon import DEFINITE, KAN, PREFIX, TOWN
from qawl.arabic.names.small import is_spokesman
from qawl.arabic.phrases.phrase import Phrase
from qawl.model import Party

# So near behind its noun those who protest are told: إضراب عام | من قبل العمال; not وعود من قبل المسؤولين farther on.
BESIDE_PROTEST = 6
# So near to where its sentence begins it is told that somebody had an encounter: كما قد | كان للوزير لقاء.
HAD_WITHIN = 4
# What a verb needs by which somebody pays a visit: قام بزيارة، أدى زيارة.
PAYS = ("by", "visit")
# How an encounter stands behind a verb by which somebody stops it: علق المحادثات، انسحب من المحادثات.
STOPS = frozenset((NONE, "from"))


def takers_of_noun(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who holds an encounter that a noun names, and whose it is; who is met where nobody else is its owner."""
    stop = min(encounter.clause[1], encounter.place + BESIDE_PROTEST) if encounter.type == PROTEST else encounter.clause[1]
    row, done = encounter.form.row, doers_in(scene, encounter.place + 1, stop)
    if encounter.held is not None:
        yield from takers_by_holder(scene, encounter, encounter.held)
    yield from who_intends(scene, encounter)
    if encounter.form.pronoun or is_his(scene, encounter):
        taken_in = done and row["object"] == MEETS
        yield from as_part(MEETS if taken_in else row["subject"], meant_owner(scene, encounter))
    his = encounter.form.pronoun and not done  # لدى استقباله السفير قال فلان
    yield from as_part(row["subject"] if his else ATTENDS, speaking_at(scene, encounter))
    if encounter.form.pronoun:
        yield from as_part(row["subject"], done.who if done else ())
        if row["object"] == MEETS and not done:
            first, stop = encounter.place + 1, encounter.clause[1]
            yield from as_part(MEETS, received(scene, first, stop) or parties_from(scene, first, stop))
        return
    own = part_of_holder(encounter)
    yield from as_part(own if own in PARTS and own != MEETS else row["subject"], done.who if done else ())
    yield from takers_by_owner(scene, encounter)
    yield from as_part(MEETS, received_behind(scene, encounter))


def only_tells(scene: Scene, who: Phrase) -> bool:
    """Whether who announces a meeting speaks for others or is nobody known: أعلن | المتحدث عن اجتماع; not أعلن | رئيس النقابة."""
    return who.type == "unnamed" or (who.type == "person" and is_spokesman(scene.tokens.kinds[who.first]))


def takers_by_holder(scene: Scene, encounter: Encounter, held: Form) -> Iterator[Taking]:
    """Who holds it by a verb or a verbal noun before its own noun, and whom that calls to it: دعا الوزير | النقابة إلى اجتماع."""
    verb = encounter.clause[0] if encounter.verb is None else encounter.verb
    away = held.row["subject"] in (ATTENDS, CHAIRS) and is_negated(scene.tokens, verb)
    away = away or (is_election(encounter) and has_turn(scene.tokens, verb, *CALLED_OFF))  # أرجأ المجلس الانتخابات
    own = part_of_holder(encounter)
    comes = own == HOSTS and held.is_finite and held.row["needs"] != CALLS_TO and is_come_to(scene.tokens, verb, encounter.place)
    announces = own == HOSTS and has_turn(scene.tokens, verb, "announces")
    part = ATTENDS if comes or (announces and encounter.type == SIGNING) else own
    for who in () if away else without_places(scene, held, holders(scene, encounter, verb, held)):
        if announces and encounter.type == MEETING and isinstance(who, Phrase) and only_tells(scene, who):
            continue
        guest = own == HOSTS and is_guest(scene, encounter, verb, who)
        crowd = part_of_crowd(scene, encounter, who) if part in PARTS else ""
        yield from as_part(ATTENDS if guest else crowd or part, [who])
    stops = own == NONE and held.is_finite and verb < encounter.place and not STOPS.isdisjoint(held.row["needs"].split("|"))
    if stops and is_with_another(scene, encounter):
        yield from as_part(ATTENDS, holders(scene, encounter, verb, held))
    if held.is_finite and held.row["needs"] == CALLS_TO:
        yield from as_part(ATTENDS, called(scene, verb, encounter.place, held))


def is_with_another(scene: Scene, encounter: Encounter) -> bool:
    """Whether مع leads to the other side of an encounter, so that who stops it is in it: علقت | الحركة المفاوضات مع الحكومة."""
    sides = led_takers(scene, encounter, takers_end(scene, encounter), encounter.clause[1])
    return any(taking.part == MEETS for taking in sides)


def is_guest(scene: Scene, encounter: Encounter, verb: int, who: Who) -> bool:
    """Whether an encounter itself takes somebody in: يستضيف المعرض | الكاتب سالم الكندي; not نظم المعرض | الكاتب."""
    told = forms(TABLE).get(scene.tokens.keys[verb])
    takes = any(form.is_finite and form.row["by"] == ACT and form.row["object"] == MEETS for form in told)
    behind = isinstance(who, Phrase) and verb < encounter.place < who.first and bool(who.named or who.role)
    return takes and behind and bool(scene.tokens.kinds[encounter.place] & DEFINITE)


def is_election(encounter: Encounter) -> bool:
    """Whether a noun tells that people vote, and no assembly on something: انتخابات، استفتاء؛ not التصويت."""
    return encounter.type == VOTE and "voting" not in encounter.form.row["needs"]


def who_intends(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who intends it, only comes for it or sends others to it: يعتزم الوزير زيارة صور."""
    own, row, held = part_of_holder(encounter), encounter.form.row, encounter.held
    planned = held is not None and held.tense == "noun" and own in PARTS
    part = ATTENDS if is_come_for(scene.tokens, encounter.place) else own if planned else row["subject"]
    yield from as_part(part, intending(scene, encounter) or intending_behind(scene, encounter))
    yield from as_part(ATTENDS, sending(scene, encounter.clause[0]))


def takers_by_owner(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Those behind its noun whose it is, and who is met behind them: زيارة | الوزير, استقبال | الوزير السفير."""
    if encounter.form.row["needs"] == "people":
        return  # أحرق متظاهرون | أعلام تونس
    owners = without_comers(scene, encounter, owners_of(scene, encounter))
    yield from as_part(ATTENDS, () if owners else [*doing_after(scene, encounter), *having(scene, encounter)])
    if pays_visit(encounter):
        yield from as_part(MEETS, (one for one in owners if one.named or one.role))
        return
    part = part_of_owner(scene, encounter, owners)
    led = bool(owners) and leads_to(scene, owners[0])
    yield from as_part(ATTENDS if led and part == HOSTS and encounter.held else part, owners)
    if owners and encounter.form.row["object"] == MEETS:
        end, stop = owners[-1].stop, encounter.clause[1]
        yield from as_part(MEETS, received(scene, end, stop) or parties_from(scene, end, stop))


def having(scene: Scene, encounter: Encounter) -> list[Who]:
    """Who is told to have an encounter: كان ل| لوزير أمس لقاء مع كذا، كما كانت ل| ه لقاءات."""
    tokens, noun = scene.tokens, encounter.clause[0]
    start = scene.passage.sentence_start(noun)
    was = next((at for at in range(start, min(start + HAD_WITHIN, noun - 1)) if tokens.kinds[at] & KAN), None)
    if was is None or encounter.held is not None:
        return []
    if tokens.keys[was + 1] in OF_HIS:
        return those_meant(scene, was, *OF_HIS[tokens.keys[was + 1]])
    led = tokens.keys[was + 1] in (ADDRESSING, TO_THE) and tokens.kinds[was + 1] & PREFIX
    found = lineup_of(scene, was + 2, noun) if led else []
    return list(found) if found and past_times(scene, found[-1].stop, noun) == noun else []


def without_comers(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> list[Phrase]:
    """The owners of an encounter without who comes to it by its verb: حضر ورشة العمل | المدير سالم الكندي."""
    held, verb = encounter.held, encounter.verb
    if not owners or held is None or verb is None or verb > encounter.place or held.row["subject"] != ATTENDS:
        return owners
    coming = holders(scene, encounter, verb, held)
    return [one for one in owners if one not in coming]


def without_places(scene: Scene, held: Form, found: list[Who]) -> list[Who]:
    """Those who hold an encounter without the lands and towns that only see it: شهدت | تونس مظاهرات."""
    if SEES not in held.row["needs"]:
        return [who for who in found if not (is_hosting(held.lemma) and isinstance(who, Phrase) and is_only_where(scene, who))]
    return [who for who in found if isinstance(who, Party) or not (who.type == "country" or is_venue(scene.tokens, who.name[0]))]


def is_only_where(scene: Scene, who: Phrase) -> bool:
    """Whether a town by its noun is only where an encounter is: احتضنت | مدينة صور القمة؛ not استضافت بغداد القمة."""
    return bool(scene.tokens.kinds[who.first] & TOWN) and not who.named


def part_of_holder(encounter: Encounter) -> str:
    """The part of whoever holds an encounter that a noun names, as its verb tells it or else the noun: ينظم, يعقد | لقاء."""
    own = encounter.held.row["subject"] if encounter.held else OWN
    if own == HOSTS and encounter.type == CALL:
        return MEETS  # whoever takes in a letter: تسلم الوزير رسالة
    if own == HOSTS and encounter.type == VISIT and encounter.form.pronoun:
        return encounter.form.row["subject"]  # whoever announces a visit of his own: أعلن الوزير زيارته
    return encounter.form.row["subject"] if own == OWN else own


def part_of_crowd(scene: Scene, encounter: Encounter, who: Who) -> str:
    """The part of people who hold a protest and so attend it: نفذ | عشرات المعلمين وقفة; empty for a body and who calls for it."""
    calls = encounter.held is not None and encounter.held.row["needs"] == CALLS_TO
    bodies = isinstance(who, Phrase) and (
        are_bodies(scene.tokens, who.first) or bare_key(scene.tokens.keys[who.first]) in poll_words("callers")
    )
    crowd = who.type == "group" and not bodies
    return ATTENDS if encounter.type == PROTEST and crowd and not calls else ""


def pays_visit(encounter: Encounter) -> bool:
    """Whether whoever holds a visit pays it, so that its noun's owner is visited: قام الوزير بزيارة | رئيس البلدية."""
    held = encounter.held
    return encounter.type == VISIT and held is not None and held.row["needs"] in PAYS
