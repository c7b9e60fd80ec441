"""Whose an encounter is by the noun or the pronoun behind it: زيارة | الوزير، اجتماع ل| لجنة، زيارته، استقبال | الوزير السفير."""

from __future__ import annotations

from qawl.arabic.agenda.agents import is_aim, lineup_of, parties_from
from qawl.arabic.agenda.clauses import is_comma, noun_end, past_times
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import ONE, meant_by_pronoun, those_meant
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, CALL, HOSTS, MEETS, PROTEST, SIGNING, VISIT, VOTE, Who, end_of
from qawl.arabic.agenda.places import is_land, is_venue
from qawl.arabic.agenda.words import PANEL, WHEN, counts, keys_by, poll_words, ranks
from qawl.arabic.forms import forms
from qawl.arabic.frames.cuts import takes_up
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    BETWEEN,
    BY,
    DOING,
    FEMININE_PLURAL,
    IN_TURN,
    OF,
    OF_HIS,
    TO_HIM,
    TO_THE,
    UPON,
    WITH,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    FAMILY,
    HONOUR,
    LATIN,
    NAME,
    NATION,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SPEECH,
    TITLE,
)
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What the noun of a vote needs behind which whoever is elected or wins stands: انتخاب | فلان, فوز | الحزب.
HONOURS = "honours"
ELECTS, WINS = "elects", "wins"
# So near behind the signature of somebody stands what he signs: توقيعه في تونس أمس | على الاتفاق.
SIGNED_WITHIN = 6
# So near behind a reception stands whom it is for: الاستقبال الذي خصصته البلدية أمس | له.
RECEIVED_WITHIN = 7
# What makes an owner somebody in particular.
PARTICULAR = DEFINITE | COUNTRY | CITY | NAME | LATIN | OPENS


def is_his(scene: Scene, encounter: Encounter) -> bool:
    """Whether ل with a pronoun tells right behind a visit whose it is: زيارة | له إلى تونس."""
    after = scene.tokens.keys[encounter.place + 1 : encounter.place + 2]
    return encounter.type == VISIT and bool(after) and after[0] in OF_HIS


def meant_owner(scene: Scene, encounter: Encounter) -> list[Who]:
    """Whom the pronoun of a noun means: زيارته، اجتماعهم, زيارة له، توقيعه على الاتفاق; of what is signed none: توقيعه."""
    keys, after = scene.tokens.keys, encounter.place + 1
    if encounter.type == SIGNING and UPON not in keys[after : min(encounter.clause[1], after + SIGNED_WITHIN)]:
        return []
    pronoun = encounter.form.pronoun or OF_HIS[scene.tokens.keys[encounter.place + 1]]
    return meant_by_pronoun(scene, encounter.place, pronoun)


def owners_of(scene: Scene, encounter: Encounter) -> list[Phrase]:
    """Whose an encounter is: زيارة | الوزير، اجتماع | اللجنة، اجتماع طارئ ل| لجنة; who is elected or wins stands in a vote."""
    tokens, place, stop = scene.tokens, encounter.place, encounter.clause[1]
    if encounter.type == VOTE:
        found = lineup_of(scene, place + 1, stop) if encounter.form.row["needs"] in (ELECTS, WINS) else []
        return found[:1] if encounter.form.row["needs"] == WINS else [who for who in found if who.named]
    at = owner_place(scene, encounter)
    led = at + 1 < stop and tokens.kinds[at] & PREFIX and tokens.keys[at] in (ADDRESSING, TO_THE)
    if (led and encounter.type == CALL) or at == encounter.verb:
        return []
    whole = tokens.kinds[place] & DEFINITE or tokens.keys[place].endswith(ALEF)  # عقدت اجتماعا | لدرء الخلاف
    if not led and (whole or at > place + 1):
        return []
    if led and any(form.row["by"] == HONOURS for form in forms(ATTENDANCE).get(tokens.keys[at + 1])):
        return []  # حفلا لتكريمه
    found = [without_rank(scene, phrase) for phrase in lineup_of(scene, at + bool(led), stop)]
    if not found or (encounter.type == VISIT and is_goal(scene, found[0], bool(led or encounter.held))):
        return []
    if any(takes_up(tokens, word) for word in range(at + bool(led), found[0].name[0])):
        return []  # مأدبة عشاء حضرها فلان
    if is_only_about(scene, encounter, at, found[0]) or is_namesake(scene, encounter, found[0]):
        return []
    return found if led or is_particular(scene, found[0]) else []


def is_only_about(scene: Scene, encounter: Encounter, at: int, who: Phrase) -> bool:
    """Whether somebody only stands in what an encounter is for or against: مظاهرة مؤيدة ل| لوزير، اجتماعا ل| متابعة خطة الوزير.

    So whoever stands behind what is done for or to him: مهرجان | إحياء ذكرى فلان, مظاهرة ل| لمطالبة بالإفراج عن فلان.
    """
    tokens, place = scene.tokens, encounter.place
    told = (tokens.keys[word].removeprefix(ARTICLE) for word in range(place + 1, at + 1))
    if encounter.type == PROTEST and any(key in poll_words("stance") for key in told):
        return True
    led = bool(tokens.kinds[at] & PREFIX)
    if not who.named:
        return led and is_aim(scene, who.first)
    head, known = tokens.kinds[who.first], ROLE | TITLE | PEOPLE | BODY | HONOUR | NAME | FAMILY | QUANTITY
    done = bool(head & SPEECH) or (led and is_aim(scene, who.first)) or is_verbal_noun(tokens, who.first)
    return (
        who.first < who.name[0] and not head & known and (done or (led and not head & DEFINITE and not is_land(tokens, who.first)))
    )


def is_verbal_noun(tokens: Tokens, place: int) -> bool:
    """Whether a noun that no table knows has the shape of something done: إحياء، تكريم، متابعة."""
    key = bare_key(tokens.keys[place])
    return DOING.match(key) is not None or IN_TURN.match(key) is not None


def is_namesake(scene: Scene, encounter: Encounter, who: Phrase) -> bool:
    """Whether a gathering is only called after a person: مهرجان | سالم الكندي للشعر, not مؤتمر | الوزير فلان."""
    called = scene.tokens.keys[encounter.place] in poll_words("namesake")
    if not (called and who.named and who.type == "person"):
        return False
    return not any(kind & ROLE for kind in scene.tokens.kinds[who.first : who.name[0]])


def without_rank(scene: Scene, phrase: Phrase) -> Phrase:
    """An owner without the words that tell which or when its encounter is: جلسة مجلس المنطقة | التاسعة، اجتماع اللجنة | المقبل."""
    keys, stop = scene.tokens.keys, phrase.stop
    while not phrase.named and stop > phrase.first + 1 and tells_which(keys[stop - 1]):
        stop -= 1
    if stop == phrase.stop:
        return phrase
    town = stop == phrase.first + 1 and scene.tokens.kinds[phrase.first] & CITY
    return phrase._replace(stop=stop, name=(phrase.name[0], stop), type="country" if town else phrase.type)


def tells_which(key: str) -> bool:
    """Whether a word tells which or when an encounter is: التاسعة، السابع عشر، المقبل، الـ75."""
    return key in ranks() or key in counts() or key in keys_by(WHEN) or key == ARTICLE or key.isdecimal()


def is_goal(scene: Scene, phrase: Phrase, led: bool) -> bool:
    """Whether a visit leads to what stands behind it: زيارة | تونس، زيارة تفقدية ل| لمستشفى; not زيارة ل| وفد النقابة."""
    sent = scene.tokens.keys[phrase.first] in keys_by(PANEL) and not is_venue(scene.tokens, phrase.first)
    officer = phrase.named or phrase.role or phrase.type == "group" or sent
    houses = phrase.type == "group" and not phrase.named and is_venue(scene.tokens, phrase.name[0])
    return phrase.type == "country" or (led and (houses or (not officer and bool(scene.tokens.kinds[phrase.name[0]] & BODY))))


def is_of_kind(scene: Scene, place: int, stop: int) -> bool:
    """Whether a bare noun that tells what an encounter is for stands before ل: مأدبة | غداء لرجال الأعمال، حفل | تكريم للطلبة."""
    tokens, after = scene.tokens, place + 1 + is_comma(scene, place + 1)
    named = DEFINITE | PREFIX | PREPOSITION | ROLE | BODY | PEOPLE | NAME | COUNTRY | HONOUR
    bare = after < stop and not tokens.kinds[place] & named
    return bool(bare and tokens.kinds[after] & PREFIX and tokens.keys[after] in (ADDRESSING, TO_THE))


def owner_place(scene: Scene, encounter: Encounter) -> int:
    """Where the owner of an encounter may stand: behind its noun, or else behind its verb and ل: اجتماع عقد أمس | للوزراء."""
    place, stop, tokens = encounter.place, encounter.clause[1], scene.tokens
    end = noun_end(scene, place, stop)
    if end == place + 1 and is_of_kind(scene, end, stop):
        end += 1 + is_comma(scene, end + 1)
    owned = tokens.kinds[end] & DEFINITE and tokens.kinds[end] & (ROLE | TITLE | PEOPLE | BODY)
    if encounter.verb is None or encounter.verb < place or (owned and end < stop and not tokens.kinds[place] & DEFINITE):
        return end
    between = (at for at in range(encounter.verb + 1, stop - 1) if tokens.keys[at] == BETWEEN or tokens.kinds[at] & COMMA)
    behind = (
        at
        for at in range(encounter.verb + 1, next(between, stop - 1))
        if tokens.kinds[at] & PREFIX
        and tokens.keys[at] in (ADDRESSING, TO_THE)
        and tokens.kinds[at + 1] & (ROLE | TITLE | PEOPLE | BODY)
    )
    return next(behind, end)


def is_particular(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase means somebody in particular: اجتماع | وزراء الخارجية, مباحثات | وفد ليبي; not مؤتمر | صحفي."""
    kinds, first = scene.tokens.kinds, phrase.first
    if phrase.named or (phrase.type == "group" and kinds[first] & (PEOPLE | ROLE)):
        return True
    if scene.tokens.keys[first] in keys_by(PANEL) and any(kind & NATION for kind in kinds[first + 1 : phrase.stop]):
        return True
    first += 2 * is_counted(scene, first)
    edge = next((at for at in range(first, phrase.stop) if kinds[at] & (PREFIX | PREPOSITION)), phrase.stop)
    return any(kind & PARTICULAR for kind in kinds[phrase.first : edge])


def is_counted(scene: Scene, place: int) -> bool:
    """Whether من leads to those whom a word at `place` counts, or who sent them: عدد | من الأطباء, وفد | من الغرفة."""
    counts = scene.tokens.kinds[place] & QUANTITY or scene.tokens.keys[place] in keys_by(PANEL)
    return bool(counts) and scene.tokens.keys[place + 1 : place + 2] == [OF]


def part_of_owner(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> str:
    """The part of an owner: met behind لقاء alone (لقاء السفير); several at a conference attend it, a land is where it is.

    Two by their names met each other: لقاء سالم الكندي ونزار العلي.
    """
    row = encounter.form.row
    if not owners:
        return row["subject"]
    if encounter.held is None and met_each_other(scene, encounter, owners):
        return ATTENDS
    if encounter.held is None and are_all(scene, encounter, owners):
        return ATTENDS
    end, stop = owners[-1].stop, encounter.clause[1]
    if encounter.held is not None and row["subject"] == ATTENDS and leads_to(scene, owners[0]):
        return ATTENDS
    only_there = encounter.held is None and is_attendance(scene, end, stop)
    if row["object"] == MEETS and (only_there or not has_other_side(scene, end, stop)):
        return MEETS
    if row["object"] == MEETS and row["subject"] == HOSTS and leads_to(scene, owners[0]):
        return MEETS
    if row["subject"] == HOSTS and owners[0].type == "country":
        return ""
    return ATTENDS if row["subject"] == HOSTS and row["object"] != MEETS and owners[0].type == "group" else row["subject"]


def are_all(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> bool:
    """Whether several with the article meet each other at what is theirs: لقاءات | القادة في صور؛ not للقاء | الصحفيين."""
    first, one = encounter.clause[0], owners[0]
    aimed = first > 0 and scene.tokens.keys[first - 1] in (ADDRESSING, TO_THE)
    several = len(owners) == 1 and one.type == "group" and one.stop == one.first + 1 and not leads_to(scene, one)
    return several and not aimed and scene.tokens.keys[encounter.place].endswith(FEMININE_PLURAL)


def met_each_other(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> bool:
    """Whether two by their names own an encounter, for which nobody else goes: عقب لقاء | سالم الكندي و| نزار العلي."""
    first = encounter.clause[0]
    aimed = first > 0 and scene.tokens.keys[first - 1] in (ADDRESSING, TO_THE)
    return len(owners) == 2 and all(one.named for one in owners) and not aimed


def leads_to(scene: Scene, owner: Phrase) -> bool:
    """Whether a prefix leads to the owner of an encounter: مراسم استقبال ل| لرئيس."""
    return bool(scene.tokens.kinds[owner.first - 1] & PREFIX)


def is_attendance(scene: Scene, place: int, stop: int) -> bool:
    """Whether those who are there too are led to at `place`: للقاء نظيره | بحضور السفير."""
    tokens = scene.tokens
    return place + 1 < stop and tokens.keys[place] == BY and tokens.keys[place + 1] in forms(ATTENDANCE)


def has_other_side(scene: Scene, place: int, stop: int) -> bool:
    """Whether another side stands behind the owner and times: لقاء الوزير أمس | بالسفير، مع السفير، استقبال الوزير | السفير."""
    tokens, place = scene.tokens, past_times(scene, place, stop)
    if place >= stop:
        return False
    led = tokens.keys[place] in (WITH, BETWEEN, *TO_HIM) or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX)
    return bool(led) or bool(parties_from(scene, place, stop)) or bool(received(scene, place, stop))


def received(scene: Scene, place: int, stop: int) -> list[Who]:
    """To whom ل leads behind who receives: استقبال الملك | للوزير، استقبال الملك له."""
    tokens = scene.tokens
    if place < stop and tokens.keys[place] in TO_HIM:
        return those_meant(scene, place, "f" if tokens.keys[place] == TO_HIM[1] else "m", ONE)
    led = place + 1 < stop and tokens.keys[place] in (ADDRESSING, TO_THE) and tokens.kinds[place] & PREFIX
    several = led and scene.tokens.kinds[place + 1] & QUANTITY
    return [who for who in lineup_of(scene, place + 1, stop) if several or is_particular(scene, who)] if led else []


def received_behind(scene: Scene, encounter: Encounter) -> list[Who]:
    """Whom the relative clause of a reception tells to be received by a pronoun: الاستقبال الذي خصصته البلدية | له."""
    row, (_, stop), tokens = encounter.form.row, encounter.clause, scene.tokens
    if (row["subject"], row["object"]) != (HOSTS, MEETS) or encounter.place + 1 >= stop:
        return []
    led = (at for at in range(encounter.place + 2, min(stop, encounter.place + RECEIVED_WITHIN)) if tokens.keys[at] in OF_HIS)
    at = next(led, None) if tokens.kinds[encounter.place + 1] & RELATIVE else None
    return those_meant(scene, encounter.place, *OF_HIS[tokens.keys[at]]) if at is not None else []


def takers_end(scene: Scene, encounter: Encounter) -> int:
    """Where the owner of an encounter ends, behind which its other side may stand."""
    return max(end_of(owners_of(scene, encounter), 0), encounter.place + 1)
