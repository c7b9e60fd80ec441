"""Who takes part in an encounter: attends, hosts, chairs, meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qawl.arabic.agenda.agents import names_encounter, without_matter
from qawl.arabic.agenda.elected import elected, is_electing
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.part.among import among
from qawl.arabic.agenda.part.announced import announced_by, called_behind, heading_delegation
from qawl.arabic.agenda.part.attendance import attending
from qawl.arabic.agenda.part.both import without_both
from qawl.arabic.agenda.part.headcounts import count_of
from qawl.arabic.agenda.part.in_own_words import telling_of_own
from qawl.arabic.agenda.part.invited import invited
from qawl.arabic.agenda.part.lands import lands_meeting
from qawl.arabic.agenda.part.owners import part_of_holder
from qawl.arabic.agenda.part.takers import takers
from qawl.arabic.agenda.parts import ATTENDS, CALL, CHAIRS, HOSTS, MEETING, MEETS, VISIT, VOTE, Taking, Who, as_part
from qawl.arabic.agenda.places import is_land, is_venue
from qawl.arabic.agenda.words import SET, WHEN, keys_by, lead_start
from qawl.arabic.findings import Range
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ABOUT,
    ARTICLE,
    DOING_AWAY,
    GOALS,
    OF,
    OTHERS,
    SOURCES_TOLD,
    TELLING_ONLY,
    UPON,
    WHAT,
    bare_key,
    fold,
    fold_phrase,
)
from qawl.arabic.lexicon import BODY, CITY, COUNTRY, DEFINITE, DEMONSTRATIVE, PEOPLE, QUANTITY, RELATIVE, ROLE
from qawl.arabic.names.joiners import relatives
from qawl.arabic.phrases.parties import body_types
from qawl.arabic.phrases.phrase import Phrase
from qawl.model import Participant, Party

# How the table of relatives tells kin, who has no part in what his kin does.
OF_KIN = ("child", "elder", "kin")
# The types of the bodies of which marks hold a short name: no companies, parties, papers, groups.
PUBLIC = ("body", "state")
# The full name of another one has so many words behind its head.
FULL = 4
# A body by its full name, with its short one in marks behind it: | هيئة تنمية السواحل «ساحل».
SHORT_NAME = re.compile(rf"^(\w+(?: \w+)* \w{{0,2}}{ARTICLE}\w{{3,}}) [«“”\"][^«“”\"»]*[»“”\"]$")


def participants_of(scene: Scene, encounter: Encounter) -> tuple[Participant, ...]:
    """The participants that the clause of an encounter tells, each once, in text order."""
    found: dict[str, Participant] = {}
    everybody = told_apart(scene, without_inner(list(each(scene, in_his_turn(encounter, takings(scene, encounter))))))
    for taking in somebody(scene, everybody, encounter.type == CALL):
        participant = participant_of(scene, taking, encounter.clause)
        known = found.get(participant.name)
        asked = known is not None and (known.part, participant.part) == (ATTENDS, HOSTS) and encounter.type != CALL
        if known is None or participant.part == CHAIRS or asked:
            found[participant.name] = participant
    return each_once(found.values())


def takings(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who takes part by the verb or noun of an encounter and by what else its sentence tells."""
    winners = elected_in(scene, encounter)
    ends = [encounter.place, *(one.first for one in winners)] if encounter.type == VOTE else goals_in(scene, encounter)
    known = [up_to(taking, ends) for taking in takers(scene, encounter)]
    known += attending(scene, encounter, known)
    guests = list(invited(scene, encounter))
    known = without_teller(scene, encounter, [one for one in known if one.who not in [guest.who for guest in guests]]) + guests
    yield from known
    yield from among(scene, known)
    yield from called_behind(scene, encounter)
    yield from as_part(ATTENDS, winners)
    yield from heading_delegation(scene, encounter)
    if not any(taking.part in (ATTENDS, MEETS) for taking in known):
        yield from lands_meeting(scene, encounter)
    if not any(taking.part in (ATTENDS, HOSTS, CHAIRS) for taking in known):
        yield from telling_of_own(scene, encounter, part_of_holder(encounter))
    if not any(taking.part in (ATTENDS, HOSTS, CHAIRS) for taking in known):
        yield from announced_by(scene, encounter)


def in_his_turn(encounter: Encounter, found: Iterable[Taking]) -> Iterator[Taking]:
    """Those who take part, of a row of encounters without whoever is met in his turn behind it: استقبل السفير، ثم | النائب."""
    stop = None if encounter.row is None else encounter.clause[1]
    return (one for one in found if stop is None or not isinstance(one.who, Phrase) or one.who.first < stop)


def goals_in(scene: Scene, encounter: Encounter) -> list[int]:
    """Where what leads to the place of a visit stands in its clause: زيارة وفد التجار | لتونس، وصل الوفد | إلى تونس."""
    tokens, (first, stop) = scene.tokens, encounter.clause
    if encounter.type != VISIT:
        return []
    return [at for at in range(first, stop - 1) if tokens.keys[at] in GOALS and is_land(tokens, at + 1)]


def elected_in(scene: Scene, encounter: Encounter) -> list[Phrase]:
    """The persons who are elected to an office in the clause of a vote: انتخابات أسفرت عن انتخاب | فلان رئيسا."""
    stop = encounter.clause[1]
    words = range(encounter.place, stop) if encounter.type == VOTE else ()
    first = next((at for at in words if is_electing(scene.tokens.keys[at])), stop)
    return list(elected(scene, first + 1, stop))


def up_to(taking: Taking, places: Iterable[int]) -> Taking:
    """Somebody up to a place that his phrase runs over: أعضاء المجلس | سالم الكندي رئيسا، الجمعية العمومية | انتخاب فلان."""
    who = taking.who
    stop = next((at for at in places if isinstance(who, Phrase) and who.first < at < who.stop), None)
    if stop is None or not isinstance(who, Phrase) or (who.named and who.name[0] < stop < who.name[1]):
        return taking
    if who.role and who.role[0] < stop < who.role[1] and who.type == "person":
        return taking  # المبعوث الأممي إلى | اليمن سالم الكندي
    return taking._replace(who=Phrase(who.first, stop, who.type, (who.first, stop), None, False))


def without_inner(found: list[Taking]) -> list[Taking]:
    """Those who take part without whoever only stands in the words for another: | وزراء منظمة (أوبك), not أوبك too."""
    wholes = [one.who for one in found if isinstance(one.who, Phrase) and not one.who.named]
    return [one for one in found if not any(is_inside(one.who, whole) for whole in wholes)]


def is_inside(who: Who, whole: Phrase) -> bool:
    """Whether a party stands inside the words for another one, and is no person by name."""
    if not isinstance(who, Phrase) or who.named or who is whole:
        return False
    return whole.first < who.first and who.stop <= whole.stop


def each(scene: Scene, found: Iterable[Taking]) -> Iterator[Taking]:
    """Those who take part, each by himself who was read as one of two that spoke: | سالم الكندي و| نزار العلي."""
    for taking in found:
        who = without_matter(scene, taking.who) if isinstance(taking.who, Phrase) else taking.who
        persons = lineup_at(scene, who.first, who.stop) if isinstance(who, Phrase) and who.type == "group" else []
        several = len(persons) > 1 and all(phrase.named for phrase in persons)
        yield from as_part(taking.part, persons) if several else (taking._replace(who=who),)


def told_apart(scene: Scene, found: list[Taking]) -> list[Taking]:
    """Those who take part, by the office alone who seems to be one named farther on: اتصل | الوزير بنظيره التونسي سالم الكندي.

    Nobody meets himself, so that the office is another one's, whom the page does not name.
    """
    named = [taking.who for taking in found if isinstance(taking.who, Phrase) and taking.who.named]
    return [taking._replace(who=by_office(scene, taking.who, named)) for taking in found]


def by_office(scene: Scene, who: Who, named: list[Phrase]) -> Who:
    """Somebody by his office alone where that seems to be one of those named behind it, whose own office is told in other words."""
    if not isinstance(who, Phrase) or who.named or who.type not in ("unnamed", "person"):
        return who
    tokens, known = scene.tokens, scene.cast.roster.taking_part
    office = tokens.keys[who.first : who.stop]
    others = [one for one in named if one.first > who.stop + 1 and tokens.keys[one.first : one.name[0]] != office]
    actor = known(who) if others else None
    alike = actor is not None and any(known(one) is actor for one in others)
    return Party(scene.span(who.name).text, who.type, None) if alike else who


def without_teller(scene: Scene, encounter: Encounter, known: list[Taking]) -> list[Taking]:
    """Those who take part without who only tells of it, where others are told: أعلن | الديوان عن قمة تضم | فلانا وفلانا."""
    start = lead_start(scene.tokens, encounter.place)
    told = encounter.held is not None and encounter.held.row["subject"] == HOSTS and scene.tokens.keys[start - 1] == ABOUT
    behind = [taking for taking in known if isinstance(taking.who, Phrase) and taking.who.first > encounter.place]
    return behind if told and behind and encounter.type in (MEETING, VISIT, CALL) else known


def somebody(scene: Scene, found: Iterable[Taking], calls: bool = False) -> Iterator[Taking]:
    """Who takes part, with what is nobody left out; a town may host, and a capital write: استضافت | بغداد القمة."""
    for taking in found:
        who, acts = taking.who, taking.part == HOSTS or (calls and taking.part == ATTENDS)
        nobody = is_small(scene, who) if isinstance(who, Phrase) else is_only_source(who)
        if who.type == "document" or nobody:
            continue
        if isinstance(who, Party) or is_somebody(scene, who) or (acts and is_town(scene, who)):
            yield taking


def is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a party of its own: no town where others meet, no encounter, no time and no word that tells of one."""
    town = is_town(scene, phrase)
    others = phrase.stop == phrase.first + 1 and scene.tokens.keys[phrase.first] in OTHERS
    nobody = names_encounter(scene, phrase) or is_of_time(scene, phrase) or is_thing(scene, phrase)
    return not (town or others or nobody or is_only_kin(scene, phrase))


def is_small(scene: Scene, phrase: Phrase) -> bool:
    """Whether a lone word means nobody, ما، ذلك, or a source who only tells, or what is done away with: القضاء | على المرض."""
    tokens, at = scene.tokens, phrase.first
    if not phrase.named and bare_key(tokens.keys[at]) in SOURCES_TOLD:
        return True
    if phrase.stop > at + 1:
        return False
    ended = tokens.keys[at] == DOING_AWAY and tokens.keys[at + 1 : at + 2] == [UPON]
    return ended or bool(tokens.kinds[at] & (RELATIVE | DEMONSTRATIVE)) or tokens.keys[at] == WHAT


def is_only_source(party: Party) -> bool:
    """Whether somebody is only told as who says it: مصدر أمني، متحدث باسم الجيش."""
    return party.type == "unnamed" and bare_key(fold(party.name.split()[0])) in TELLING_ONLY


def is_only_kin(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name only tells whose kin somebody is: حضرت ليلى ابنة | الوزير سالم الكندي الحفل; not حضر شقيقه | سالم."""
    return any(is_kin_of(scene, at) for at in range(max(phrase.first - 1, 0), phrase.name[0]))


def is_kin_of(scene: Scene, place: int) -> bool:
    """Whether a word for kin stands at `place` before whose kin it is: ابنة | الوزير; not ابنته."""
    _, use = relatives().get(scene.tokens.keys[place], ("", ""))
    return use in OF_KIN and not scene.tokens.kinds[place] & DEFINITE and not scene.tokens.is_owned(place)


def is_town(scene: Scene, phrase: Phrase) -> bool:
    """Whether a town and no land is meant."""
    kind = scene.tokens.kinds[phrase.name[0]]
    return phrase.type == "country" and bool(kind & CITY) and not kind & COUNTRY


def is_of_time(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is read from words of time: نوفمبر المقبل، 2025م، كان | مقررا."""
    keys, (first, stop) = scene.tokens.keys, phrase.name
    if keys[first][0].isdecimal():
        return phrase.type != "group"
    return stop <= first + 2 and any(key in keys_by(WHEN) or key in keys_by(SET) for key in keys[first:stop])


def is_thing(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a place where people are, and no body: العاصمة الماليزية، المدينة، عدد من المدن."""
    head = phrase.name[0]
    head += 2 * bool(scene.tokens.kinds[head] & QUANTITY and scene.tokens.keys[head + 1] == OF)
    return not phrase.named and is_venue(scene.tokens, head) and not scene.tokens.kinds[head] & (BODY | COUNTRY | ROLE | PEOPLE)


def participant_of(scene: Scene, taking: Taking, clause: Range = (0, 0)) -> Participant:
    """Somebody with a part as a participant of the record; `clause` may tell how many."""
    who = taking.who
    party = who if isinstance(who, Party) else scene.party(scene.cast.roster.mentions.in_full(who))
    count = count_of(scene, who, clause) if isinstance(who, Phrase) else None
    part = taking.part
    return Participant(name=without_short(party.name), type=party.type, ref=party.ref, part=part, count=count)  # type: ignore[arg-type]


def without_short(name: str) -> str:
    """A body without its short name in marks: هيئة تنمية السواحل | «ساحل»; not what a few words before its own name tell of it.

    So شركة النقل السودانية «موانئ» stays.
    """
    told = SHORT_NAME.match(name)
    head = fold(name.split()[0])
    whole = told is not None and (body_types().get(head, PUBLIC[0]) in PUBLIC or told[1].count(" ") >= FULL)
    return told[1] if told and whole else name


def each_once(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Participants without those whom a fuller name tells with the same part, or two by name: المجلس beside مجلس النواب."""
    found = without_both(list(participants))
    words = [name_words(participant) for participant in found]
    return tuple(
        participant
        for number, participant in enumerate(found)
        if not any(
            participant.part == other.part and is_short_of(words[number], words[at], at < number)
            for at, other in enumerate(found)
            if at != number
        )
    )


def name_words(participant: Participant) -> tuple[str, ...]:
    """The bare words of a participant's name."""
    return tuple(bare_key(word) for word in fold_phrase(participant.name).split())


def is_short_of(short: tuple[str, ...], full: tuple[str, ...], earlier: bool) -> bool:
    """Whether a name is a shorter form of another, or the same one that stood earlier."""
    if short == full:
        return earlier
    return bool(short) and short[0] == full[0] and set(short) < set(full)
