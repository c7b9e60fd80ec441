"""Word classes: what each folded form can be, as bits of an int, and its readings where it is a word of saying.

Every class comes from a table; a form may have several. Rules ask ``kinds[i] & SPEECH``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import count

from qawl.arabic.letters import ARTICLE, DUALS, MADDA, OPEN_TA, TA_MARBUTA, WRITTEN_TA_MARBUTA, fold, fold_phrase
from qawl.arabic.names.units import held_by_names, known_abroad, lone_families, spelt, units
from qawl.arabic.ordinary import FORMS_KEPT, family, frequencies
from qawl.arabic.verbs import FINITE, ONLY, Reading, utterances, verb_readings
from qawl.tables import several, table

# A class is a bit, given out here in order. The first thirty are those that most words have or rules ask for: an int keeps them in
# one digit, where it is quickest. The others follow the alphabet; a new one goes to its place in it.
_bits = (1 << place for place in count())
# Marks.
STOP = next(_bits)
COMMA = next(_bits)
COLON = next(_bits)
OPENS = next(_bits)
CLOSES = next(_bits)
BREAK = next(_bits)
PUNCTUATION = next(_bits)
# What the words of names have.
DEFINITE = next(_bits)
PREFIX = next(_bits)
NAME = next(_bits)
FAMILY = next(_bits)
ODD = next(_bits)
DOUBTFUL = next(_bits)
CITY = next(_bits)
RENOWNED = next(_bits)
# Heads of noun phrases, and forms of saying.
ROLE = next(_bits)
TITLE = next(_bits)
BODY = next(_bits)
PEOPLE = next(_bits)
NATION = next(_bits)
COUNTRY = next(_bits)
DOCUMENT = next(_bits)
SPEECH = next(_bits)
# Small words that most sentences have.
THAT = next(_bits)
PREPOSITION = next(_bits)
BINDS = next(_bits)
CONJUNCTION = next(_bits)
RELATIVE = next(_bits)
DEMONSTRATIVE = next(_bits)
DESPITE = next(_bits)
ASCRIBED = next(_bits)
TIME = next(_bits)
# All others; the head of `particles.tsv` tells what most of them do.
ACCORDING = next(_bits)
ACRONYM = next(_bits)
ACT = next(_bits)
AMID = next(_bits)
ANYONE = next(_bits)
APPOSED = next(_bits)
ARREST = next(_bits)
LOOKS = next(_bits)
ASIDE = next(_bits)
CALLED = next(_bits)
BYLINE = next(_bits)
CARRIER = next(_bits)
CARRIES = next(_bits)
CLAUSAL = next(_bits)
COMMENT = next(_bits)
DEED = next(_bits)
DIES = next(_bits)
DOES = next(_bits)
DONE = next(_bits)
EACH = next(_bits)
EMPHATIC = next(_bits)
EVENT = next(_bits)
FIGURE = next(_bits)
FOLLOWING = next(_bits)
FOREMOST = next(_bits)
FORMER = next(_bits)
HEARS = next(_bits)
HONOUR = next(_bits)
IDLE = next(_bits)
ISSUES = next(_bits)
KAN = next(_bits)
LATIN = next(_bits)
MANNER = next(_bits)
MATTER = next(_bits)
MEDIA = next(_bits)
MEETS = next(_bits)
MONTH = next(_bits)
NEGATION = next(_bits)
NORM = next(_bits)
NUMBER = next(_bits)
OBJECT = next(_bits)
OCCASIONAL = next(_bits)
ONE_OF = next(_bits)
ORIGIN = next(_bits)
OUTRIGHT = next(_bits)
OWN_THAT = next(_bits)
PORTFOLIO = next(_bits)
PRONOUN = next(_bits)
PUBLISHED = next(_bits)
QUANTITY = next(_bits)
QUESTION = next(_bits)
RANK = next(_bits)
ASKED = next(_bits)
ATTENTION = next(_bits)
CAME = next(_bits)
CONTRAST = next(_bits)
COMPRISES = next(_bits)
COUNTED = next(_bits)
DEGREE = next(_bits)
EXCEPTS = next(_bits)
GATHERING = next(_bits)
THRONG = next(_bits)
GIVEN = next(_bits)
GIVES = next(_bits)
MOMENT = next(_bits)
GOVERNS = next(_bits)
NOTES = next(_bits)
POINTS = next(_bits)
REPLIES = next(_bits)
SIDE = next(_bits)
UNSAID = next(_bits)
THANKS = next(_bits)
REFUTES = next(_bits)
RESUME = next(_bits)
ROUGHLY = next(_bits)
SAME = next(_bits)
SATED = next(_bits)
SAYING = next(_bits)
SAYING_PHRASE = next(_bits)
VIEW = next(_bits)
SEAT = next(_bits)
SECOND = next(_bits)
SENT = next(_bits)
SERVES = next(_bits)
SETTING = next(_bits)
SHARED = next(_bits)
SINGLE = next(_bits)
SPAN = next(_bits)
STANDS_FOR = next(_bits)
STANDS_OVER = next(_bits)
SUBORDINATE = next(_bits)
SUPPOSES = next(_bits)
THUS = next(_bits)
TOPIC = next(_bits)
TOWN = next(_bits)
TURNS_TO = next(_bits)
UNION = next(_bits)
UNDERGOES = next(_bits)
UNTRUE = next(_bits)
UTTERANCE = next(_bits)
VAGUE = next(_bits)
WAKING = next(_bits)
WHICH = next(_bits)
WITHHOLD = next(_bits)
WORK = next(_bits)
WRITER = next(_bits)
WRITTEN = next(_bits)

QUOTE = OPENS | CLOSES
# What an ordinary verb may be besides.
VERB_ALONE = ODD | WAKING | CAME | DOES | GIVEN | GIVES | MEETS
FUNCTION = THAT | PREPOSITION | CONJUNCTION | RELATIVE | PRONOUN | DEMONSTRATIVE | NEGATION | KAN | QUESTION | RESUME

OF_OFFICES = ANYONE | ORIGIN | SEAT | SENT | STANDS_FOR | STANDS_OVER
NOMINAL = OF_OFFICES | ROLE | TITLE | BODY | PEOPLE | DOCUMENT | NATION | NAME | FAMILY | COUNTRY | CITY | MEDIA
# What a word of a person's name may be: a unit that names hold, one that no table knows, one behind the first.
NAME_UNIT = NAME | FAMILY
ANY_NAME = NAME_UNIT | ODD
LAST_NAME = FAMILY | ODD
# The same with what else such words are, and with cities, which many of them are too.
PERSONAL = ANY_NAME | DOUBTFUL | RENOWNED
OF_NAMES = PERSONAL | CITY
# Heads of offices, and of all phrases that mean persons.
OFFICE = ROLE | TITLE
HUMAN = OFFICE | PEOPLE
# Towns and lands, and with them what is definite as they are.
PLACES = CITY | COUNTRY
DETERMINED = PLACES | DEFINITE
# What stands before a noun: و, ل, في.
PREPOSED = PREFIX | PREPOSITION
# What parts sentences.
SENTENCE_END = STOP | BREAK
# What makes the noun before it definite.
MAKES_DEFINITE = ANY_NAME | DETERMINED | LATIN

# A unit of personal names is a name before it is a word if names have this share of its uses.
NAME_SHARE = 0.008
# It is doubtful if names have less than this share of its whole family's uses: كرم beside الكرم.
DOUBTFUL_SHARE = 0.03
# A word is met this often by chance.
CHANCE = 20
# Bodies of these types are called after persons; those of others belong to them (حكومة فلان).
NAMED_TYPES = ("agency", "paper", "media", "company", "place", "body", "movement", "party", "band")


def class_named(name: str) -> int:
    """The class that a table names: `saying_phrase` -> `SAYING_PHRASE`; a name that is no class raises KeyError."""
    return int(globals()[name.upper()])


def particle_classes() -> Iterator[tuple[str, int]]:
    """Folded small words with their class."""
    for row in table("particles.tsv"):
        yield fold(row["form"]), class_named(row["class"])


@cache
def long_titles() -> frozenset[str]:
    """Folded honours of several words none of which is one alone: حجة الإسلام; but not سعادة السفير."""
    rows = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    alone = {fold(row["form"]) for row in rows}
    long = [fold_phrase(row["form"]).split(" ") for row in rows if row["kind"] == "honorific" and " " in row["form"]]
    return frozenset(" ".join(words) for words in long if not any(word.removeprefix(ARTICLE) in alone for word in words))


def title_classes() -> Iterator[tuple[str, int]]:
    """Folded titles and heads of roles, feminines and plurals too."""
    for name in ("titles.tsv", "titles_more.tsv"):
        for row in table(name):
            bit = ROLE if row["kind"] == "role" else TITLE
            if fold_phrase(row["form"]) in long_titles():
                continue
            for form in (row["form"], row["feminine"], *several(row["plural"])):
                yield fold_phrase(form).split(" ")[0], bit


def media_class(type: str) -> int:
    """`MEDIA` for a type of body that passes on what others say."""
    return MEDIA if type in ("agency", "paper", "media") else 0


@cache
def with_madda() -> frozenset[str]:
    """Folded offices that are others' words without their madda: آمر beside أمر."""
    rows = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    return frozenset(fold(row["form"]) for row in rows if row["kind"] == "role" and row["form"].startswith(MADDA))


def head_classes() -> Iterator[tuple[str, int]]:
    """Folded heads of bodies, unnamed people and documents."""
    for row in table("orgs.tsv"):
        yield fold(row["form"]), BODY | media_class(row["type"]) | (CARRIER if row["type"] in NAMED_TYPES else 0)
    for row in table("named_things.tsv"):
        yield fold(row["form"]), CARRIER
    for name, bit in (("people_words.tsv", PEOPLE), ("documents.tsv", DOCUMENT)):
        for row in table(name):
            yield fold(row["form"]), bit


def place_classes() -> Iterator[tuple[str, int]]:
    """Folded countries, cities, regions and nationality adjectives of one word."""
    for row in table("countries.tsv"):
        for form in (row["name"], *several(row["variants"])):
            yield fold_phrase(form), COUNTRY
        for form in several(row["capital"]):
            yield fold_phrase(form), CITY
    for row in table("countries_more.tsv"):
        yield fold_phrase(row["form"]), COUNTRY
    for row in (*table("cities.tsv"), *table("cities_more.tsv"), *table("regions.tsv")):
        yield fold_phrase(row["form"]), CITY
    for row in (*table("nationalities.tsv"), *table("nationalities_more.tsv")):
        women = row["feminine"].removesuffix(WRITTEN_TA_MARBUTA) + OPEN_TA
        duals = [stem + end for stem in (row["form"], women) for end in DUALS]
        for form in (row["form"], row["feminine"], *several(row["plurals"]), *duals):
            yield fold(form), NATION
            yield fold(ARTICLE + form), NATION


@cache
def places_of_the_world() -> frozenset[tuple[str, int]]:
    """The pairs of `place_classes`, read once."""
    return frozenset(place_classes())


def month_classes() -> Iterator[tuple[str, int]]:
    """Folded month names of one word."""
    for name in ("months.tsv", "months_more.tsv"):
        for row in table(name):
            yield fold_phrase(row["form"]), MONTH


def given_name_classes() -> Iterator[tuple[str, int]]:
    """Folded given names of the world that the names' table does not know or holds for rare."""
    for key, _ in spelt("given_names.tsv"):
        yield key, NAME | FAMILY


def family_classes() -> Iterator[tuple[str, int]]:
    """Folded family names of the world that only go on with a name."""
    for key, _ in spelt("families.tsv"):
        yield key, FAMILY


def surname_classes() -> Iterator[tuple[str, int]]:
    """Folded family names that stand alone for a person."""
    for key, _ in spelt("surnames.tsv"):
        yield key, FAMILY | RENOWNED


def name_classes() -> Iterator[tuple[str, int]]:
    """Folded units of personal names: `NAME` may begin one, `FAMILY` goes on with it. عبد الله stands joined too."""
    for key, unit in units().items():
        if unit.goes_on:
            yield key.replace(" ", ""), FAMILY | (NAME if unit.opened and unit.share >= NAME_SHARE else 0)


def doubt(key: str) -> int:
    """`DOUBTFUL` for a folded name that is more often an ordinary word: كرم, جميل, ثاني. Asked of met words only: it is slow."""
    abroad = key in known_abroad()
    if not abroad and key not in held_by_names():
        return 0
    count = frequencies().get(key, 0)
    least = max(count, CHANCE) if abroad else held_by_names()[key] / DOUBTFUL_SHARE - count - CHANCE
    return DOUBTFUL if least < 0 or family(key) > least else 0


def crowds() -> set[str]:
    """Folded broken plurals of people that only go on with a name, which none of them then does: أعوان, أسر; not الطلبة, حجاج."""
    several = {fold_phrase(row["form"]) for row in table("people_words.tsv") if row["number"] == "many"}
    return {
        key for key in several & units().keys() if units()[key].goes_on and not (units()[key].opened or key.endswith(TA_MARBUTA))
    }


@cache
def word_classes() -> dict[str, int]:
    """Folded form -> its classes as bits."""
    classes: dict[str, int] = {}
    sources: tuple[Callable[[], Iterable[tuple[str, int]]], ...] = (
        particle_classes,
        title_classes,
        head_classes,
        places_of_the_world,
        month_classes,
        name_classes,
        given_name_classes,
        family_classes,
        surname_classes,
    )
    for form, bit in (pair for source in sources for pair in source()):
        if " " not in form:
            classes[form] = classes.get(form, 0) | bit
    for form in crowds():
        classes[form] &= ~FAMILY
    for form in lone_families():
        classes.setdefault(form, FAMILY)
    for form in utterances():
        classes[form] = classes.get(form, 0) | UTTERANCE
    for form, found in verb_readings().items():
        classes[form] = classes.get(form, 0) | (WAKING if all(ONLY in reading.takes for reading in found) else SPEECH)
    return classes


@cache
def long_places() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """First word of places, bodies, people and honours of several words -> their folded words and class, the longest first."""
    places: dict[str, set[tuple[tuple[str, ...], int]]] = {}
    bodies = ((fold_phrase(row["form"]), BODY | media_class(row["type"])) for row in table("orgs.tsv"))
    people = ((fold_phrase(row["form"]), PEOPLE) for row in table("people_words.tsv"))
    titles = ((form, TITLE) for form in long_titles())
    for form, bit in (*places_of_the_world(), *bodies, *people, *titles):
        if " " in form:
            words = tuple(form.split())
            places.setdefault(words[0], set()).add((words, bit))
    return {first: tuple(sorted(found, key=lambda place: (-len(place[0]), place))) for first, found in places.items()}


@cache
def led_places() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The same of towns and lands whose first word has the article, which لل leaves without it: للولايات | المتحدة."""
    led: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for first, found in long_places().items():
        bare = tuple(((first[len(ARTICLE) :], *words[1:]), bit) for words, bit in found if bit & (CITY | COUNTRY))
        if first.startswith(ARTICLE) and bare:
            led[first[len(ARTICLE) :]] = bare
    return led


@cache
def first_of_bodies() -> frozenset[str]:
    """The first folded words of bodies of several words: ريال مدريد."""
    return frozenset(first for first, found in long_places().items() if any(bit & BODY for _, bit in found))


@cache
def words_of_bodies() -> frozenset[str]:
    """Folded words of media, clubs and companies of several words, none of which has a clitic: واشنطن بوست، كريستال بالاس."""
    rows = (row for row in table("orgs.tsv") if media_class(row["type"]) or row["type"] in ("club", "company"))
    return frozenset(word for row in rows for word in fold_phrase(row["form"]).split(" ")[1:])


@lru_cache(maxsize=FORMS_KEPT)
def may_say(key: str) -> bool:
    """Whether a folded form can be a finite verb of saying."""
    return any(reading.tense in FINITE for reading in readings(key))


def readings(key: str) -> tuple[Reading, ...]:
    """The readings of a folded form as a word of saying, none where it is not one."""
    return verb_readings().get(key, ())
