"""How far a person's name goes once it has begun: سعيد الوزير |، محمد مختار جمعة | وزير الأوقاف, جاد الحق."""

from __future__ import annotations

from qawl.arabic.kept import kept
from qawl.arabic.letters import (
    ACTIVE,
    ADDRESSING,
    ALEF,
    ARTICLE,
    BU,
    CONJUNCTIONS,
    DAUGHTER,
    DOING,
    FATHER,
    FEMININE_NISBA,
    FUTURE,
    HIS,
    IMPERFECT_HEADS,
    MASTER,
    MORNING,
    NISBA,
    NO,
    OF,
    PARTICIPLE,
    PILGRIM,
    PLURAL_DEED,
    PREPOSITIONS,
    SERVANT,
    TA_MARBUTA,
    WRITTEN_TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    APPOSED,
    ASIDE,
    BODY,
    CITY,
    COLON,
    COMMA,
    COUNTED,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOES,
    DOUBTFUL,
    EVENT,
    FAMILY,
    FUNCTION,
    LATIN,
    MEDIA,
    MEETS,
    MONTH,
    NAME,
    NATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SETTING,
    SHARED,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    WAKING,
    may_say,
)
from qawl.arabic.names.first import is_before_family, is_before_unknown, is_parent
from qawl.arabic.names.genders import gender_of_given, gendered_names
from qawl.arabic.names.goals import is_behind_goer
from qawl.arabic.names.introduced import is_introduced_surname, office_start
from qawl.arabic.names.joiners import (
    NAMELY,
    first_unit_end,
    is_and,
    is_before_tail,
    is_joining,
    is_kin,
    is_nameable_behind,
    ordinals,
    relatives,
)
from qawl.arabic.names.surnames import closes_introduced, closes_line, closes_name, is_clan, is_nisba, is_titled, may_be_surname
from qawl.arabic.names.tails import ends_there, is_blessing, is_closed, is_held_by, is_office_next, odd_ends, surname_follows
from qawl.arabic.names.units import (
    connectors,
    definite_names,
    descents,
    known_abroad,
    most_syllables,
    seldom_names,
    syllables,
    units,
    usual_given_names,
)
from qawl.arabic.ordinary import (
    is_adverb,
    is_common,
    is_doing,
    is_known,
    is_led_plural,
    is_no_noun,
    is_no_surname,
    is_owned,
    is_rare,
    is_several,
    is_strange,
    is_surely_future,
    is_unheard,
    is_usual,
    is_usual_noun,
    is_verb,
    may_act,
)
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word

LONGEST_NAME = 10
# The shortest noun with its pronoun: سلفه.
SHORTEST_OWNED = 4
# A verb of the seventh form or a later one has so many letters: انعقد; so has a foreign surname.
LONG_DEED = 5
# A surname of بو and a word has at least so many letters.
LONG_HOUSE = 5
# Of a title that is a surname mostly, names have this share of its uses.
MOSTLY = 0.1
# An office that is a given name too stands in so many full names at least: قائد.
OFTEN_HELD = 10
# One that is it seldom stands between names in so many: جراح.
SELDOM_HELD = 4
# Words that are a part of a name only as its surname.
WORDS = SPEECH | ROLE | BODY | PEOPLE | TITLE | DOCUMENT | SETTING | MEDIA | MONTH


def name_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name that begins at `first` ends, at most at `stop`."""
    place = first + 1
    limit = min(stop, first + LONGEST_NAME)
    if tokens.kinds[first] & RENOWNED and (not tokens.kinds[first] & NAME or is_ordinary(tokens, place)):
        return place
    while place < limit and continues(tokens, first, place):
        place += 1
    while place > first + 1 and (is_joining(tokens, place - 1) or tokens.is_hyphen(place - 1)):
        place -= 1
    return place


def is_ordinary(tokens: Tokens, place: int) -> bool:
    """Whether a common definite word of two uses stands here, so that a surname before it stands alone: تعلن آشتون الزمان."""
    kind = tokens.kinds[place] if place < len(tokens) else 0
    return bool(kind & DEFINITE and kind & DOUBTFUL) and is_common(tokens.keys[place])


@kept
def continues(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the token at `place` belongs to the name that began at `first`."""
    joined = is_held(tokens, first, place)
    if joined is not None:
        return joined
    if is_house_of_morning(tokens, place):
        return True
    if stops_name(tokens, first, place) or is_behind_goer(tokens, first, place):
        return False
    if is_borne(tokens, first, place):
        return True
    return goes_on_by_word(tokens, first, place) if tokens.kinds[place] & WORDS else goes_on_by_name(tokens, first, place)


def is_borne(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what stands round a word makes it a part of the name, whatever else it means."""
    return (
        (place > first + 1 and is_time_between(tokens, place - 1))
        or is_daughters_house(tokens, first, place)
        or is_before_tail(tokens, place)
        or is_second_compound(tokens, place)
        or is_before_fathers_house(tokens, first, place)
        or is_master_between(tokens, first, place)
        or is_introduced_surname(tokens, first, place)
        or is_pilgrim_between(tokens, place)
        or is_closing(tokens, first, place)
        or is_womans_office(tokens, first, place)
    )


def is_second_compound(tokens: Tokens, place: int) -> bool:
    """Whether a word makes a name with what joins behind it, whatever it means alone: كمال | علم الدين، سالم | نصر الله."""
    after = tokens.keys[place + 1] if place + 1 < len(tokens) else ""
    return connectors().get(after) == "after" and f"{tokens.keys[place]} {after}" in units()


def is_before_fathers_house(tokens: Tokens, first: int, place: int) -> bool:
    """Whether any word stands between the given name of who is introduced and a house of أبو: النقيب جوزف | شديد بو حبيب."""
    kind, after = tokens.kinds[place], place + 1
    if after + 1 >= len(tokens) or tokens.keys[after] not in (FATHER, BU) or not is_given_end(tokens, place - 1):
        return False
    if kind & ~(DEFINITE | DOUBTFUL | FAMILY) or tokens.kinds[after] & CITY or not is_nameable_behind(tokens, after):
        return False
    return is_titled(tokens, first) and not may_act(tokens.keys[place])


def is_given_end(tokens: Tokens, place: int) -> bool:
    """Whether a given name, or one of two words, ends at `place`: جوزف, نصر | الدين."""
    return bool(tokens.kinds[place] & NAME) or connectors().get(tokens.keys[place]) == "after"


def is_womans_office(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a woman's office that families are called by stands behind a man's given name: سالم | مغنية."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    office = place == first + 1 and kind & ROLE and kind & FAMILY and not kind & DEFINITE and key.endswith(TA_MARBUTA)
    return bool(office) and gender_of_given(tokens.keys[first]) == "m"


def is_closing(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a noun closes a name of two given ones or more of who is introduced: السيد سامي حسن | خطاب،."""
    introduced = place > first_unit_end(tokens, first) and (is_titled(tokens, first) or office_start(tokens, first) >= 0)
    return introduced and closes_introduced(tokens, first, place)


def goes_on_by_word(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word that is something else mostly, such as an office or a title, is a part of the name here."""
    if opens_next_name(tokens, first, place):
        return False
    if is_family_title(tokens, place) or is_foreign_title(tokens, first, place):
        return True
    between = stands_between_names(tokens, first, place) or is_given_office(tokens, place) or is_given_month(tokens, first, place)
    return between or closes_as_surname(tokens, first, place)


def goes_on_by_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a name, a nationality, a town or a word that no list knows is a part of the name here."""
    kind, key, second = tokens.kinds[place], tokens.keys[place], place == first + 1
    if is_second_by_its_form(tokens, first, place):
        return True
    if kind == DEFINITE and tokens.kinds[place - 1] & NAME and not second and speaks_by(tokens, key):
        return True
    if is_before_house(tokens, first, place):
        return True
    if kind & NATION:
        return is_national_surname(tokens, first, place) or is_people_surname(tokens, first, place)
    if not kind & DEFINITE and ends_surname(tokens, first, place - 1) and not is_fathers_house(tokens, place):
        return is_servant_last(tokens, first, place)
    if kind & CITY and second and is_led_noun(tokens, first):
        return bool(kind & (NAME | ODD))
    if kind & (NAME | FAMILY | ODD) or (kind & CITY and second):
        return True
    return not kind & ~NAMELY and follows_as_surname(tokens, first, place)


def is_led_noun(tokens: Tokens, first: int) -> bool:
    """Whether a given name that is an ordinary word stands behind a preposition, as nouns do: في صالح | أوروبا."""
    before = tokens.kinds[first - 1] if first else 0
    return bool(tokens.kinds[first] & DOUBTFUL and before & (PREFIX | PREPOSITION)) and tokens.keys[first - 1] not in CONJUNCTIONS


def is_second_by_its_form(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a number, a definite word or a nisba right behind a first name is its second part: الملك فهد الثاني."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if place == first_unit_end(tokens, first) and is_titled(tokens, first) and key in ordinals():
        return True
    if place != first + 1:
        return False
    return bool(kind & DEFINITE) and is_titled(tokens, first) and not kind & ~NAMELY


def is_fathers_house(tokens: Tokens, place: int) -> bool:
    """Whether a surname of بو and a word ends the name, a definite one before it: أحمد الصغير بوعزي."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    house = key.startswith(BU) and len(key) >= LONG_HOUSE and not kind & ~(FAMILY | ODD) and not is_common(key)
    return house and bool(kind or is_unheard(key)) and (ends_there(tokens, place) or is_office_next(tokens, place))


def is_before_house(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word between a given name and a nisba that only families have is of the name: سالم | الجزيري | الكوشباني.

    So a town behind a father's name is, and any noun behind a title and a given name: الحاج سالم | أسباب | الكوشباني،.
    """
    kinds, house = tokens.kinds, place + 1
    if house >= len(tokens) or not kinds[place - 1] & NAME or kinds[place - 1] & DEFINITE:
        return False
    if kinds[place - 1] & DOUBTFUL and office_start(tokens, first) < 0:
        return False
    nisba = kinds[house] & DEFINITE and kinds[house] & (FAMILY | ODD) and tokens.keys[house].endswith(NISBA)
    if not nisba or kinds[house] & ~NAMELY or is_common(tokens.keys[house]) or is_usual(bare_key(tokens.keys[house])):
        return False
    if kinds[place] == DEFINITE:
        return place == first + 1
    if kinds[place] & CITY:
        return place > first + 1 and not kinds[place] & ~NAMELY
    return (
        not kinds[place] & ~COUNTED and is_titled(tokens, first) and ends_there(tokens, house) and not is_verb(tokens.keys[place])
    )


def is_servant_last(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a father's name with عبد ends a full name behind a definite surname: سالم الكندي | عبدالرحيم ونوابه."""
    own = place == first + 2 and tokens.kinds[first] & tokens.kinds[place] & NAME and not tokens.kinds[first] & DOUBTFUL
    servant = tokens.keys[place].startswith(SERVANT + ARTICLE)
    return bool(own and servant) and (ends_there(tokens, place) or is_and(tokens, place + 1))


def is_family_title(tokens: Tokens, place: int) -> bool:
    """Whether a title is the surname behind a name, since it is one mostly and no name follows: ندى جان خوري, خوري مفتي البلدة."""
    kind, before, after = tokens.kinds[place], tokens.kinds[place - 1], tokens.kinds[place + 1 : place + 2]
    if not kind & TITLE or kind & DEFINITE or not before & (NAME | FAMILY):
        return False
    if after and after[0] & (NAME | FAMILY | DEFINITE) and not (after[0] & ROLE and is_office_next(tokens, place)):
        return False
    unit = units().get(tokens.keys[place])
    return unit is not None and not unit.opened and unit.share >= MOSTLY


def is_foreign_title(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a title is the surname of a foreigner, since nothing completes it: كلير | كاهن، كما."""
    kind, key = tokens.kinds[place], tokens.keys[first]
    foreign = place == first + 1 and key in known_abroad() and not tokens.kinds[first] & DOUBTFUL
    return bool(foreign and kind & TITLE) and not kind & (DEFINITE | ROLE) and is_closed(tokens, place + 1)


def is_master_between(tokens: Tokens, first: int, place: int) -> bool:
    """Whether السيد is a given name between others, as behind two of them no title follows: سامر سعد السيد جاد."""
    if tokens.keys[place] != MASTER or place < first + 2:
        return False
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    if after & PUNCTUATION and not after & COLON:
        return bool(before & NAME and not before & DOUBTFUL) or is_joining(tokens, place - 2)
    if connectors().get(tokens.keys[place - 1]) == "after":
        before = NAME
    return bool(before & NAME and after & (NAME | FAMILY)) and not (before | after) & DEFINITE and not after & (TITLE | ROLE)


def is_pilgrim_between(tokens: Tokens, place: int) -> bool:
    """Whether الحاج is a part of a name between two given ones that end the phrase: سامي الحاج حسن،."""
    after = place + 1
    if tokens.keys[place] != PILGRIM or after >= len(tokens) or not ends_there(tokens, after):
        return False
    given = tokens.kinds[place - 1] & tokens.kinds[after] & NAME
    return bool(given) and not (tokens.kinds[place - 1] | tokens.kinds[after]) & (DEFINITE | DOUBTFUL)


def is_daughters_house(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite feminine nisba is the surname of somebody's daughter: نوف بنت أحمد الشيبانية."""
    nisba = tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(FEMININE_NISBA)
    return bool(nisba) and DAUGHTER in tokens.keys[first : place - 1] and not tokens.kinds[place - 1] & DEFINITE


def is_national_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a nationality is the surname behind a first name, or a family's behind more of them: سالم التونسي، سلمى تونسي.

    An indefinite one is no adjective of somebody, and so closes two given names before his office: سالم حسن تونسي مدير المرفأ.
    """
    kind = tokens.kinds[place]
    given = place == first_unit_end(tokens, first) and (place > first + 1 or tokens.kinds[first] & NAME)
    third = place > first + 1 and kind & FAMILY and kind & DEFINITE and not tokens.kinds[place - 1] & (DEFINITE | RENOWNED)
    again = place > first + 1 and not kind & DEFINITE and tokens.kinds[place - 1] & NAME and tokens.count(tokens.keys[place]) > 1
    womans = place == first + 1 and not kind & (DEFINITE | COUNTRY) and gendered_names().get(tokens.keys[first]) == "f"
    alone = given and (kind & DEFINITE or is_titled(tokens, first))
    if is_indefinite_last(tokens, first, place):
        return True
    return bool(third or again or womans or alone) and is_nisba(tokens.keys[place])


def is_indefinite_last(tokens: Tokens, first: int, place: int) -> bool:
    """Whether an indefinite word behind two given names cannot go on: سالم حسن | تونسي مدير، الوزير سالم حسن | عرب بحضور."""
    if place < first + 2 or tokens.kinds[place] & (DEFINITE | COUNTRY) or tokens.kinds[first] & DOUBTFUL:
        return False
    given = tokens.kinds[first] & tokens.kinds[place - 1] & NAME
    ends = is_office_next(tokens, place) or (ends_there(tokens, place) and office_start(tokens, first) >= 0)
    return bool(given and ends) and not tokens.kinds[place - 1] & DEFINITE


def is_people_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a people without article closes the name behind a first name, which is foreign where it is no name too.

    مارتا رومان الناطقة، سامي ترك إن، وباولو روسي، و.
    """
    kind, given = tokens.kinds[place], tokens.kinds[first]
    able = kind & (NAME | FAMILY) or (tokens.keys[first] in known_abroad() and is_nisba(tokens.keys[place]))
    sure = not given & DOUBTFUL or tokens.keys[first] in usual_given_names()
    named = place == first + 1 and able and given & NAME and sure and not (kind | given) & DEFINITE
    return bool(named) and (ends_there(tokens, place) or is_office_next(tokens, place))


def is_held(tokens: Tokens, first: int, place: int) -> bool | None:
    """Whether a hyphen, a word that joins or a prefix makes the token one of the name, or none; None where nothing joins there."""
    if tokens.is_hyphen(place):
        after = tokens.kinds[place + 1]
        if after & CITY and after & DEFINITE:
            return False
        if (
            tokens.keys[place + 1] in connectors()
            and place + 2 < len(tokens)
            and not tokens.kinds[place + 2] & (~NAMELY | DEFINITE)
        ):
            return connectors()[tokens.keys[place + 1]] in ("before", "article")  # هوفل-دي فريس
        return bool(after & NAME) or not (after & ~NAMELY or is_common(tokens.keys[place + 1]))
    if tokens.is_hyphen(place - 1):
        return True
    if side := connectors().get(tokens.keys[place]):
        if side == "tail":
            return True
        if side == "before" and any(kind & NUMBER for kind in tokens.kinds[place + 1 : place + 2]):
            return False
        if tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA:
            return None
        return ends_there(tokens, place) if side == "last" else not is_kin(tokens, place)
    if is_joining(tokens, place - 1):
        return is_nameable_behind(tokens, place - 1)
    if place > first + 2 and tokens.keys[place - 1] == NO and tokens.keys[place - 2] in connectors():  # ماريا دي لا | لوكا
        return True
    if tokens.keys[place - 1] in descents() and tokens.kinds[place - 1] & tokens.kinds[place] & CITY:  # سالم بن | عروس
        return True
    if tokens.keys[place - 1] == ARTICLE + SERVANT and f"{SERVANT} {tokens.keys[place]}" in units():  # سالم العبد | الواحد
        return True
    return True if tokens.kinds[place - 1] & PREFIX and place > first + 1 else None


def stops_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether no name goes on at `place`: a mark, a particle, a wish, a verb, an adjective, what follows a world-known surname.

    Nor does it with a land behind a definite surname, though families are called so too: يزور سامر النجمي | المغرب.
    A foreigner has no relative adjective in ية: حكومة كوامي منساه | الائتلافية. Three syllables are whole: يون سوك يول | ولي.
    """
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if is_time_between(tokens, place):
        return False
    if (
        is_addressed(tokens, first, place)
        or is_blessing(tokens, place)
        or (not kind & ~(DOUBTFUL | ODD) and is_surely_future(tokens.keys[place]))
        or kind & (FUNCTION | PUNCTUATION | PREFIX | NUMBER | TIME | ACCORDING | LATIN | ASIDE | APPOSED)
    ):
        return True
    asian = place > first + 1 and all(key in syllables() for key in tokens.keys[first:place])
    if asian and (kind & DEFINITE or place == first + most_syllables(tokens.keys, first)):
        return True
    if kind & SHARED and (kind & DEFINITE or not kind & (NAME | FAMILY)):
        return True
    if kind & DEFINITE and place > first + 1 and follows_surname(tokens, place):
        return True
    if kind & COUNTRY and place > first + 1 and before & DEFINITE:
        return True
    if kind & DEFINITE and tokens.keys[first] in known_abroad():
        strange = kind & DOUBTFUL and place > first + 1 and before & ODD and not before & NAME
        if strange or tokens.keys[place].endswith(NISBA[1]):
            return True
    if (place > first + 1 and is_appointed(tokens, place)) or is_deed_before_work(tokens, first, place):
        return True
    womans = kind & DEFINITE and is_womans_quality(tokens.keys[place]) and gender_of_given(tokens.keys[first]) != "f"
    if womans and not (is_titled(tokens, first) and is_parent(tokens, place - 2)):
        return True
    if kind == ODD and before & DEFINITE and tokens.keys[place][0] in PREPOSITIONS and is_known(tokens.keys[place][1:]):
        return True
    if not kind & (NAME | FAMILY) and is_his(tokens, place) and not is_foreign_his(tokens, first, place):
        return True
    if place == first + 1 and is_anothers_surname(tokens, first):
        return True
    if is_before_kin(tokens, place) or (not kind & ~ODD and is_no_part(tokens.keys[place])):
        return True
    return bool(before & RENOWNED) and not before & NAME and not is_second_house(tokens, place)


def is_second_house(tokens: Tokens, place: int) -> bool:
    """Whether a nisba that no text has ends a name behind one that the world knows too: سالم الجعفري | الكوشباني إن."""
    kind, before, key = tokens.kinds[place], tokens.kinds[place - 1], tokens.keys[place]
    both = kind & before & DEFINITE and kind & FAMILY and not kind & ~(NAMELY | DEFINITE)
    return bool(both) and key.endswith(NISBA) and not is_known(key) and ends_there(tokens, place)


def is_deed_before_work(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what may be a surname is the verb of the work or document right behind it: نزار إقبال | صدر كتاب."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    thing = after & (DOCUMENT | BODY | EVENT) and not after & (DEFINITE | NAME | FAMILY)
    if not (kind & DOUBTFUL and not kind & (NAME | DEFINITE) and thing) or place < first + 2:
        return False
    return bool(kind & WAKING) or may_act(tokens.keys[place])


def is_anothers_surname(tokens: Tokens, first: int) -> bool:
    """Whether a verb stands behind a word that ends a name elsewhere on the page: محمد نجم … و|نجم | صبر على الكرة."""
    kind, key, verb = tokens.kinds[first + 1], tokens.keys[first], tokens.keys[first + 1]
    acts = may_act(verb) or is_known(IMPERFECT_HEADS[0] + verb)
    if kind & (NAME | DEFINITE) or not acts or tokens.count(key) < 2 or tokens.kinds[first - 1] & TITLE:
        return False
    before = [tokens.kinds[at - 1] for at in by_word(tokens)[key] if at and at != first]
    return any(kind & NAME and not kind & (DEFINITE | DOUBTFUL) for kind in before)


def is_no_part(key: str) -> bool:
    """Whether a folded word is a deed of several or one to come: توافدوا."""
    future = key[0] == FUTURE and key[1:2] and key[1] in IMPERFECT_HEADS and is_verb(key[1:]) and key not in units()
    return bool(PLURAL_DEED.match(key) or future or is_long_deed(key))


def is_long_deed(key: str) -> bool:
    """Whether a folded word is a verb of the seventh form or a later one, since texts have its imperfect: انعقد beside ينعقد."""
    return (
        key[0] == ALEF and len(key) >= LONG_DEED and is_known(key) and is_known(IMPERFECT_HEADS[0] + key[1:]) and key not in units()
    )


def is_appointed(tokens: Tokens, place: int) -> bool:
    """Whether a definite participle with its preposition tells of who is named before it: سامي نادر | المعين لدى، العائد من."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    comes_from = ACTIVE.fullmatch(tokens.keys[place]) and tokens.keys[place + 1 : place + 2] == [OF]
    shaped = tokens.keys[place].startswith(PARTICIPLE) or comes_from
    participle = kind & DOUBTFUL and kind & DEFINITE and not kind & NAME and shaped
    return bool(participle and after & PREPOSITION) and not tokens.keys[place].endswith(NISBA)


def is_before_kin(tokens: Tokens, place: int) -> bool:
    """Whether a word for somebody's kin stands before a title or an office, or that of two: ليلى | حرم السفير."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    key = tokens.keys[place]
    both = key.endswith(ALEF) and key[:-1] in relatives() and bool(after & NAME)
    return both or (bool(after & (TITLE | ROLE)) and not tokens.kinds[place] & DEFINITE and key in relatives())


def is_womans_quality(key: str) -> bool:
    """Whether a definite word is a woman's given name but for its article, and so tells of a thing: رواية سامي ناهي | الفائزة."""
    return key.endswith(TA_MARBUTA) and gender_of_given(bare_key(key)) == "f"


def is_house_of_morning(tokens: Tokens, place: int) -> bool:
    """Whether a time of day with the article is a family behind a name: الشيخ سالم الأحمد | الصباح; not سالم الصباح الباكر."""
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    named = before & (NAME | FAMILY) and not before & (NATION | TIME)
    return tokens.keys[place] == MORNING and bool(named) and (not after & DEFINITE or bool(after & (ROLE | TITLE)))


def is_time_between(tokens: Tokens, place: int) -> bool:
    """Whether a time of the day that is a given name too stands between two: سلمان | صباح | السالم; not قال سلمان صباح الأحد."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if not kind & TIME or kind & (DEFINITE | FUNCTION) or tokens.keys[place] not in seldom_names():
        return False
    house = after & DEFINITE and (after & FAMILY or bare_key(tokens.keys[place + 1]) in usual_given_names())
    return bool(tokens.kinds[place - 1] & NAME and house) and not after & (TIME | FUNCTION | ROLE | MONTH)


def is_foreign_his(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a rare word in ه is a foreign surname, behind a title or since its rest is no noun: برنار | أغريه، سيكو | كونيه."""
    key = tokens.keys[place]
    if place > first + 1 or tokens.keys[first] not in known_abroad() or tokens.kinds[place] & ~ODD or not is_rare(key):
        return False
    return is_titled(tokens, first) or not (is_usual_noun(key[:-1]) or may_act(key[:-1]) or DOING.match(key[:-1]))


def is_his(tokens: Tokens, place: int) -> bool:
    """Whether a noun carries his pronoun, a short one in a text that parts ه from ة: البابا فرنسيس | سلفه, نجله."""
    key = tokens.keys[place]
    if tokens.text[tokens.ends[place] - 1] != HIS:
        return False
    return is_owned(key) or (len(key) == SHORTEST_OWNED and tokens.is_owned(place) and is_usual_noun(key[:-1]))


def is_addressed(tokens: Tokens, first: int, place: int) -> bool:
    """Whether those who were told begin at `place`, behind a surname alone, under a name that no table knows: السليطي لموزاييك."""
    kinds = tokens.kinds
    alone = place == first + 1 and kinds[first] & DEFINITE and not kinds[first] & ~NAMELY
    if not alone or tokens.keys[first] in definite_names() or place >= len(tokens):
        return False
    return tokens.keys[place][0] == ADDRESSING and not kinds[place] & (~NAMELY | NAME)


def follows_surname(tokens: Tokens, place: int) -> bool:
    """Whether a usual definite word stands behind a surname, so that it is an adjective: أسامة الكيني المعروف; not جاد الحق."""
    if tokens.kinds[place] & FAMILY and not tokens.kinds[place - 1] & DEFINITE and is_closed(tokens, place + 1):
        return False
    return (
        is_usual(tokens.keys[place])
        and not (tokens.kinds[place - 1] | tokens.kinds[place]) & NAME
        and connectors().get(tokens.keys[place - 1]) != "after"
    )


def ends_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite surname stands at `place`, so that no indefinite word goes on with the name; عز العرب سالم does."""
    key = tokens.keys[place]
    if place == first + 1 and tokens.kinds[first] & DOUBTFUL and not key.endswith(NISBA):
        return False
    own = place > first and bool(tokens.kinds[place] & DEFINITE) and not is_joining(tokens, place - 1)
    return own and key not in definite_names() and key not in connectors()


def opens_next_name(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite title before a given name leads to a person behind no sure name: جمعية وفاق | الشيخ محمد الجزاع.

    What may be a given name is a verb there: كرم | الأمير سالم الكندي، كرم | الوزير الفائزين.
    """
    kinds, after = tokens.kinds, place + 1
    if is_doing_to(tokens, first, place):
        return True
    sure = kinds[first] & NAME and not kinds[first] & DOUBTFUL
    titled = kinds[place] & (TITLE | ROLE) and kinds[place] & DEFINITE and place == first + 1 and not sure
    return bool(titled) and after < len(tokens) and bool(kinds[after] & NAME) and not kinds[after] & (DEFINITE | DOUBTFUL)


def is_doing_to(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what may be a given name is the verb of an office right behind it, since nothing introduces it: ثم | كرم | الوزير."""
    kind, before = tokens.kinds[first], tokens.kinds[first - 1] if first else 0
    acts = kind & DOUBTFUL and kind & (DOES | MEETS) and place == first + 1
    return bool(acts and tokens.kinds[place] & ROLE and tokens.kinds[place] & DEFINITE) and not before & (
        TITLE | ROLE | SPEECH | NAME
    )


def closes_as_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word for an office, a body or a saying is the surname that ends a name: سعيد الوزير; not البابا سالم البابا."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if first and tokens.keys[first - 1] == tokens.keys[place]:
        return False
    given = before & NAME and (not before & DEFINITE or tokens.keys[place - 1] in definite_names())
    later = kind & DEFINITE and given and (is_closed(tokens, place + 1) or is_and(tokens, place + 1))
    later = later or is_fathers_second(tokens, place) or is_bare_last(tokens, place)
    later = later or (given and (is_title_of_none(tokens, place) or (kind & DEFINITE and speaks_by(tokens, tokens.keys[place]))))
    later = later or (
        kind & MONTH and before & (NAME | FAMILY) and (is_closed(tokens, place + 1) or surname_follows(tokens, place))
    )
    known = bool(kind & FAMILY) and (place == first_unit_end(tokens, first) or bool(later))
    return known and (
        bool(kind & (DEFINITE | RENOWNED))
        or ends_there(tokens, place)
        or surname_follows(tokens, place)
        or is_held_by(tokens, place)
    )


def is_fathers_second(tokens: Tokens, place: int) -> bool:
    """Whether a given name with the article is the second of a father's: ولد محمد | الأمين; not الأمين العام."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    child = tokens.keys[place - 2] in descents() and tokens.keys[place] in definite_names()
    return child and not after & DEFINITE


def is_bare_last(tokens: Tokens, place: int) -> bool:
    """Whether an office or a title that is a name too closes one, since nothing completes it: إخراج سامي خالد | أمين."""
    kind, before, unit = tokens.kinds[place], tokens.kinds[place - 1], units().get(tokens.keys[place])
    given = before & NAME and not before & (DEFINITE | DOUBTFUL) and not kind & DEFINITE
    held = unit.held if given and unit else 0
    return held >= SELDOM_HELD and (is_closed(tokens, place + 1) or (held >= OFTEN_HELD and is_and(tokens, place + 1)))


def speaks_by(tokens: Tokens, key: str) -> bool:
    """Whether somebody whom a definite word calls says something on the page or has a title: فهد الجندي … وقال | الجندي | إن."""
    places = [at for at in by_word(tokens).get(key, ()) if at] if tokens.count(key) > 1 else []
    said = any(tokens.kinds[at - 1] & SPEECH and may_say(tokens.keys[at - 1]) and is_that(tokens, at + 1) for at in places)
    return said or any(is_titled_alone(tokens, at) for at in places)


def is_titled_alone(tokens: Tokens, place: int) -> bool:
    """Whether a word stands right behind a definite title and before no name or office: البطريرك | الراعي | في القداس."""
    kinds, before = tokens.kinds, tokens.kinds[place - 1]
    alone = before & TITLE and before & DEFINITE and not before & (BODY | ROLE) and tokens.keys[place - 1] != MASTER
    return bool(alone) and not (place + 1 < len(tokens) and kinds[place + 1] & (NAME | TITLE | ROLE | NATION))


def is_that(tokens: Tokens, place: int) -> bool:
    """Whether أن or a colon stands at a place."""
    return place < len(tokens) and bool(tokens.kinds[place] & (THAT | COLON))


def is_title_of_none(tokens: Tokens, place: int) -> bool:
    """Whether a title that is a given name too stands before an office that it is none of: كاظم مجيد | سلطان عضو الاتحاد."""
    kind, office = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(kind & TITLE and kind & NAME and office & ROLE) and not (kind | office) & DEFINITE and not office & NAME


def stands_between_names(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a given name that is an office too stands between two names: محمد مختار جمعة, but not محمد مختار القرية.

    Behind one given name alone a word that no table knows is a name too: محمد أمين شلغاف; a trade that many are named: فلاح.
    """
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    namely = NAME | RENOWNED | (ODD if place == first + 1 else 0)
    given = kind & NAME and before & NAME and after & namely and not (kind | before | after) & DEFINITE
    unit = units().get(tokens.keys[place])
    trade = kind & PEOPLE and (unit is None or unit.opened < OFTEN_HELD)
    return bool(given) and not (kind & (BODY | DOCUMENT) or trade) and not after & (WORDS | NATION)


def is_given_month(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a month that is a given name too stands between one and a surname that ends the phrase: خليفة | رمضان ضو الذي."""
    kinds, after = tokens.kinds, place + 1
    given = kinds[place] & MONTH and kinds[place] & kinds[place - 1] & NAME and after < len(tokens)
    if given and is_and(tokens, after) and place > first + 1 and kinds[first] & NAME:  # الفنانين علي ماهر | شعبان وسالم
        return True
    return bool(given and kinds[after] & FAMILY and not kinds[after] & ~NAMELY) and ends_there(tokens, after)


def is_given_office(tokens: Tokens, place: int) -> bool:
    """Whether an office that many are named is a given name before a family's that ends the name: حافظ قائد الحلبي، قال."""
    kinds, after = tokens.kinds, place + 1
    unit = units().get(tokens.keys[place]) if kinds[place] & ROLE and not kinds[place] & (DEFINITE | TITLE) else None
    if unit is None or unit.held < SELDOM_HELD or not kinds[place - 1] & NAME or after >= len(tokens):
        return False
    if is_house_of_morning(tokens, after):
        return True
    house = kinds[after] & DEFINITE and kinds[after] & FAMILY and not kinds[after] & ~(NAMELY | NATION)
    surname = house and (kinds[after] & NATION or not is_common(tokens.keys[after])) and ends_there(tokens, after)
    return bool(surname) and (unit.held >= OFTEN_HELD or tokens.keys[after].endswith(NISBA))


def is_tribal(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a nisba that no general text knows tells the tribe behind a family name: منذر بالهول الفلاسي."""
    before, key = tokens.kinds[place - 1], tokens.keys[place]
    family = place > first + 1 and before & (FAMILY | ODD) and not before & (DEFINITE | RENOWNED)
    return bool(family) and tokens.kinds[place] == DEFINITE and key.endswith(NISBA[0]) and is_strange(key)


def is_among_given(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word of no class stands between two given names, where nothing but a name does: سامي أسامة | نافذ حسن."""
    kinds, key, after = tokens.kinds, tokens.keys[place], place + 1
    if after == len(tokens) or kinds[place] or not ends_there(tokens, after) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    given = kinds[place - 1] & kinds[after] & NAME and not (kinds[place - 1] | kinds[after]) & (DEFINITE | WORDS)
    known = given and (not kinds[after] & DOUBTFUL or tokens.keys[after] in usual_given_names())
    ours = key[0] == IMPERFECT_HEADS[2] and office_start(tokens, first) >= 0  # نصور
    deed = is_verb(key) and not ours
    return bool(known) and not (deed or is_adverb(key) or is_doing(key) or is_several(key) or is_no_surname(key))


def closes_strange(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word of no class ends a source whose first word no table knows: قال أستون | كارتر، مدير الشركة، إن."""
    kinds, key, after = tokens.kinds, tokens.keys[place], place + 1
    if kinds[place] or not kinds[first] & ODD or kinds[first] & ~ODD or not first or after + 1 >= len(tokens):
        return False
    introduced = kinds[first - 1] & (SPEECH | TITLE | DEFINITE)
    ends = kinds[after] & THAT or (kinds[after] & COMMA and kinds[after + 1] & (ROLE | TITLE))
    word = is_verb(key) or is_adverb(key) or is_doing(key) or is_several(key) or is_no_surname(key)
    return bool(introduced and ends) and not word and not key.endswith((ALEF, TA_MARBUTA))


def is_house_of_clan(tokens: Tokens, place: int) -> bool:
    """Whether a clan's plural that no text has stands behind a given name: سالم محمود | الدرافسة حضر."""
    kinds = tokens.kinds
    given = kinds[place - 1] & NAME and not kinds[place - 1] & (DEFINITE | DOUBTFUL)
    return bool(given) and kinds[place] == DEFINITE and is_clan(tokens, place)


def closes_foreign(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a rare word that is no noun closes a foreign name behind a strange second word: كارلوس إستيبان | مونتويا بكذا."""
    kinds, key = tokens.kinds, tokens.keys[place]
    foreign = tokens.keys[first] in known_abroad() or (kinds[first] == ODD and is_joining(tokens, first + 1))  # ياب دو هوب | شيفر
    strange = foreign and place > first + 1 and not kinds[place - 1] & (~NAMELY | DEFINITE)
    after = kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    sure = after & THAT or len(key) >= LONG_DEED
    if not strange or kinds[place] or not ends_there(tokens, place) or not sure:
        return False
    several = is_several(key) and (is_known(key) or is_known(ARTICLE + key))
    other = is_no_surname(key) or several or is_adverb(key) or may_act(key)
    return is_no_noun(key) and not other and tokens.text[tokens.ends[place] - 1] != HIS


def follows_as_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a word that no table knows is the surname behind a first name, or closes a name of two given names."""
    if place == first_unit_end(tokens, first):
        if place == first + 1 and (is_before_unknown(tokens, first) or is_before_family(tokens, first)):
            return True
        if place == first + 1 and closes_strange(tokens, first, place):
            return True
        return bool(tokens.kinds[first] & NAME or place > first + 1) and may_be_surname(tokens, place)
    nisba = tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(NISBA)
    if nisba and is_joining(tokens, place - 2) and may_be_surname(tokens, place) and ends_there(tokens, place):
        return True
    if not tokens.kinds[place] and is_unheard(tokens.keys[place]) and (ends_there(tokens, place) or odd_ends(tokens, place + 1)):
        key = tokens.keys[place]
        otherwise = is_no_surname(key) or is_several(key) or is_led_plural(key)  # بإيضاحات
        return not otherwise and tokens.text[tokens.ends[place] - 1] != HIS
    if closes_line(tokens, first, place) or is_tribal(tokens, first, place) or is_among_given(tokens, first, place):
        return True
    if closes_foreign(tokens, first, place) or is_house_of_clan(tokens, place):
        return True
    second = tokens.kinds[place - 2] & NAME or is_joining(tokens, place - 2)
    child = tokens.keys[place - 2] in descents()
    return bool((tokens.kinds[place - 1] & NAME or child) and second) and closes_name(tokens, place)
