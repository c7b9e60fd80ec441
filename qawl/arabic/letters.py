"""Letters: what is folded so that one word has one key, and what is only decoration.

A key is compared and never measured: offsets always come from the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
TATWEEL = "\u0640"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

_SEATS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي", "ک": "ك"}
# Letters of the Kurds for sounds that desks write in the plain letter; their e is a letter at the end of a word alone: هێمن، باڵەك.
_KURDISH = {"ێ": "ي", "ۆ": "و", "ڵ": "ل", "ڕ": "ر"}
_SHORT_E = "ە"
_DIGITS = {chr(start + n): str(n) for start in (0x0660, 0x06F0) for n in range(10)}
_NOTHING = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]")
# Letters by their shape at the beginning, in the middle or at the end of a word, with لا as one; and marks that stand alone.
_SHAPES = {
    shape: "".join(_SEATS.get(letter, letter) for letter in plain if letter.isalpha())
    for start, stop in ((0xFB50, 0xFBB2), (0xFBD3, 0xFC00), (0xFE70, 0xFEFD))
    for shape in map(chr, range(start, stop))
    if (plain := unicodedata.normalize("NFKC", shape)) != shape
}
_FOLDS = _SEATS | _KURDISH | {_SHORT_E: _SEATS["ة"]} | _DIGITS | _SHAPES
_LIGATURE = re.compile(f"[{''.join(shape for shape, plain in _SHAPES.items() if len(plain) != 1)}]")
_FOLDED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}{''.join(_FOLDS)}]")

CONJUNCTIONS = "وف"
# One more, a word of its own.
THEN = "ثم"
JOINS_FREELY = "و"
PREPOSITIONS = "بلك"
ARTICLE = "ال"
TO_THE = "لل"
LIKE = "ك"
# Prefixes that stand before nouns only.
NOUN_PREFIXES = ("ب", "ك", TO_THE)
SO = "ف"
SEATED = "أإآ"
# The alef before which no word goes on, so that what stands there is fused: بإعادة.
SEATED_BELOW = "إ"
# How أن ends in the first person: أني, أنني.
OWN_THAT = "ني"
FUTURE = "س"
# It stands before an imperfect that tells what for, or what came of it: ليؤكد.
IN_ORDER_TO = "ل"
IMPERFECT_HEADS = "يتن"
# What an imperfect of the first person begins with, and its number: أحضر، نحضر.
OWN_HEADS = (("أ", "s"), ("ن", "p"))
# The last letter of إلى and حتى as a text writes it, و and ف before it or not; والي without its hamza is a governor.
WRITTEN_TO = re.compile(r"(?<!\w)(?:[وف]?(?:إل|حت)|ف?ال)([ىي])(?!\w)")
# The last letter of في as a text writes it.
WRITTEN_IN = re.compile(r"(?<!\w)[وف]?ف([ىي])(?!\w)")
ARABIC_LETTERS = "\u0621-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
ARABIC_LETTER = re.compile(f"[{ARABIC_LETTERS}]")
# What a number is written with, what parts its thousands and its fraction, and the sign of hundredths.
_ARABIC_NUMBERS = str.maketrans({str(n): chr(0x0660 + n) for n in range(10)} | {",": "\u066c", ".": "\u066b", "%": "\u066a"})


def arabic_digits(number: str) -> str:
    """A number in the digits of the Arab East: `1,204.5` -> `١٬٢٠٤٫٥`."""
    return number.translate(_ARABIC_NUMBERS)


def bare(word: str) -> str:
    """The word without vowel marks, tatweel and invisible characters: `كـتّب` -> `كتب`."""
    return _NOTHING.sub("", word)


def fold(word: str) -> str:
    """The key of a word: bare, hamza seats, ya, ta marbuta and digits made one: `أسئلةٌ` -> `اسيله`."""
    return _FOLDED.sub(_folded, word)


def _folded(letter: re.Match[str]) -> str:
    inside = letter[0] == _SHORT_E and letter.string[letter.end() : letter.end() + 1].isalpha()
    return "" if inside else _FOLDS.get(letter[0], "")


def fold_phrase(phrase: str) -> str:
    """The keys of a phrase's words, one space between them."""
    return " ".join(fold(phrase).split())


@lru_cache(maxsize=1 << 16)
def bare_key(key: str) -> str:
    """A key without its article: الوزير -> وزير."""
    return key[2:] if key.startswith(ARTICLE) and len(key) > 3 else key


def bare_words(form: str) -> str:
    """The bare keys of a form's words, one space between them."""
    return " ".join(map(bare_key, fold_phrase(form).split()))


def letters_long(word: str, count: int) -> int:
    """How many code points of `word` its first `count` letters take, the marks that follow them included."""
    if not (_NOTHING.search(word) or _LIGATURE.search(word)):
        return min(count, len(word))
    seen = 0
    for place, letter in enumerate(word):
        if not _NOTHING.match(letter):
            if seen >= count:
                return place
            seen += len(_FOLDS.get(letter, letter))
    return len(word)


ALEF = "ا"
YA = "ي"
ALEF_MAKSURA = "ى"
# The end of adjectives that the folding makes names of: هادئ beside هادي.
SEATED_YA = "ئ"
SEATED_WAW = "ؤ"
# It parts the whole of a number from its rest where a desk has no comma for it: 71ر76.
FRACTION = "ر"
# How plurals end that are no accusative: ضحايا, قضايا.
BROKEN_ENDS = "ايا"
# It was done, in its forms: تم, تمت, سيتم.
DONE = ("تم", "تمت")
IS_DONE = (*DONE, "يتم", "تتم", "سيتم", "ستتم")
# Behind a negation, what was to be did not come about: لكن ذلك لم يحدث.
HAPPENS = ("يحدث", "يحصل", "يتحقق", "يتم")
# Behind منذ, a length of time that is not told: يجري محادثات منذ فترة.
SOME_TIME = ("فتره", "مده", "زمن", "حين")
# Whoever dares to do something does it: أقدم السكان أمس على قطع الطريق.
DARES = ("اقدم", "اقدمت", "اقدموا")
# The letters that a weak verb shows in its imperfect.
WEAK = "وي"
TA_MARBUTA = "ه"
WRITTEN_TA_MARBUTA = "ة"
# The end of a verb with several subjects, which loses its alef before a pronoun.
WRITTEN_WAW = "وا"
ADVERB_OR_VERB = "ات"
SHADDA = "\u0651"
# A verb by its doubled middle letter, which no given name of three letters has: فضّل، قدّم، أدّى, but سيّد، مكّي، حنّا، عزّت.
DOUBLED_VERB = re.compile(r"[^\W_][\u064b-\u0650]*[^\W_يو]\u0651[\u064b-\u0650]*[^\W_يىاةت][\u064b-\u0650]*|أ[^\W_]\u0651ى")
# How what flies is written with its marks, and no march: مسيّرة, مُسيَّرات.
FLIES = ("سيّر", "سيَّر", "سيَّر")
TANWIN = "ً"
DAMMA = "ُ"
TANWIN_ALEF = "ًا"
ALEF_TANWIN = "اً"
DUAL = "ان"
PLURALS = ("ون", "ين")
# Participles and adjectives of origin in the plural of people; not الموازين, العناوين, الشرايين, which are things.
PEOPLE_SHAPE = re.compile("(?:م(?!.ا.[وي]ن).{3,}|.ا..|.{3,}(?<!ا)ي)[وي]ن$")
ACCUSATIVE_PLURAL = "ين"
# What is left of ون before the noun that it belongs to: لاعبو الفريق.
CONSTRUCT = "و"
PARTICIPLE_STEM = re.compile("م?.ا..$|م...$")
# The plural that no subject has.
OBLIQUE = "ين"
ADDRESSING = "ل"
# Beginnings of what has its own ل behind it: مصادر تابعة لـ حركة النهوض.
TAKES_FOR = ("تابع", "موال", "مناهض", "معارض", "مويد", "مجاور", "داعم", "مناصر", "ممثل", "منتسب")
OURS = "نا"
# What is mine, and how it ends where it is no adjective, folded: زيارتي, لقائي.
MINE = "ي"
MY_ENDS = ("تي", "ايي")
OWNERS = ("ها", "هم", "هما", "نا")
THEY = "هم"
# What ages are counted in, folded.
YEARS = ("عاما", "سنه", "ربيعا", "عام")
# The endings of a word in اء before a pronoun, folded: زملاؤه، أصدقائها.
HAMZA = "ء"
# What a hamza at the end is written on before an owner: لقاؤه، لقائه.
HAMZA_SEATS = "ؤئ"
# What an indefinite accusative adds no alef to: زيارة، ملتقى، لقاء، عطا.
NO_ACCUSATIVE = ("ة", "ى", "اء", "ا")
BEFORE_OWNERS = ("او", "اي")
ADVERB_ENDINGS = "اًى"
HIS = "ه"
HERS = "ها"
# Shapes that verbs, verbal nouns and owned nouns have and names hardly ever: يكتب, يكتبون, كتبوا, كتابهم, كتابته, ترسيخ.
NO_NAME_SHAPE = re.compile("ي(?![او])|يوا.ي$|[يت].*ون$|سي.*ون$|م...+ا$|.*(?:وا|هم|هما)$|...+ته$|ت..ي.$|....+ات$|لت.ا..$|لي....?ه$")
# Participles of longer stems that tell how somebody spoke: مقتضبا, متأثرا, مستغربا.
_HOW_SAID = "م(?:[^اوي]ت[^اوي]|ت[^اوي]?ا?[^اوي]|ست[^اوي][^اوي]?|ن[^اوي][^اوي])[^اوي]ا$"
# Shapes that hardly any surname has: definite sound plurals, verbal nouns, owned nouns: المناضلين, استيراد, التمثيل, استقالته.
NO_SURNAME_SHAPE = re.compile(f"ال.*(?:ين|ون|ات)$|مست..?.?$|(?:ال)?است..ا.$|الت..ي[^ي]$|...+ته$|.*(?:هم|هما|ها)$|{_HOW_SAID}")
# What verbs of several men end in: أعلنوا.
VERB_PLURAL = "وا"
# The same of the verbs of the fifth to the tenth form, a shape that no name has: توافدوا, انسحبوا, استقبلوا.
PLURAL_DEED = re.compile("(?:ت.{3,4}|ان...|ا.ت..|است...)وا$")
# How an imperfect ends in the plural and the dual, and without its nun behind لم and لن: يزورون, تزوران; يزوروا, تزورا.
PLURAL_INDICATIVE = "ون"
# What is left of it before an owner: ممثلو الغرف.
PLURAL_CONSTRUCT = "و"
DUAL_INDICATIVE = "ان"
# What an imperfect of the third person begins with where its subject is feminine: تزور.
FEMININE_HEAD = "ت"
# Shapes of definite surnames that are words too: الخلفي, السادس.
SURNAME_SHAPE = re.compile("ال.*ي$|ال.ا..$")
# The shape of qualities, which surnames have too: الطويل.
QUALITY_SHAPE = re.compile("ال..ي.$")
# The same without its article, which no adjective of a person loses behind a name: العميد يحيى سريع.
QUALITY_WORD = re.compile("(?!ال)..ي.$")
# Broken plurals that show no case: نتائج, تفاصيل.
DIPTOTE = re.compile("..ا.ي?.$")
# Indefinite verbal nouns of the second, fourth, seventh, eighth and tenth form, which no place has: تكثيف, إنهاء, استكمال.
DOING = re.compile("ت..ي.$|است..ا.$|ان..ا.$|ا.ت.ا.$|ا..ا[ءلدقرمنبجحعفكيس]$")
# Those of the second form that end in ة: تهنئة, تعزية.
GREETING = re.compile("ت..[يئ]?ه$")
# Those of the third form: متابعة, مناقشة.
IN_TURN = re.compile("م.ا..[ه]?$")
# Several things, a shape that no adjective of one has: الأوضاع، الأسباب.
SEVERAL = re.compile("ا..ا.")
# The same behind ب or ل: باستحداث، لاجتياز.
LED_DOING = re.compile("[بل](?:است..ا.|ا.ت.ا.|ت..ي.)$")
# Those of the sixth form, a shape that names abroad have too: تحاقن, but ترامب.
MUTUAL = re.compile("ت.ا..$")
# It stands before the names of places more often than of men.
SAINT = "سيدي"
# It stands before the name of a tribe.
SONS_OF = "بني"
GOD = "الله"
# What follows إن in a hope that tells nothing: إن شاء الله.
GOD_WILLING = ("شاء", GOD)
# Of finance: the article tells it from Mali, and the feminine from Malé: المدير المالي, وزارة المالية.
FINANCIAL = ("مالي", "ماليه")
# A man is named by his first child with it: أبو سالم.
FATHER = "ابو"
# What houses of the Maghreb put before given names, folded: مولاي الحسن، للا مريم.
BEFORE_GIVEN = ("مولاي", "للا", "لالا", "لاله")
# A father as the object of a verb.
FATHER_MET = "ابا"
# A surname that looks like the first behind ب: جيروم باول.
POWELL = "باول"
# آل before the name of a house, as it is folded.
HOUSE = "ال"
# The letters' names of foreign initials are this long: بي جي.
INITIAL = 2
FEMININE_ENDINGS = (TA_MARBUTA, "ات")
# First letters of titles, which a stroke parts from the name: د/ سالم, أ.د/ سالم, م/ سالم.
TITLE_LETTERS = "أادمعل"
# Letters that stand alone in names as initials; و joins.
INITIAL_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهي"
# The pronoun I, which is a name where it is written with a madda: آنا.
FIRST_PERSON = "انا"
# Verbs of wishes before الله: رضي الله عنه، كرم الله وجهه.
WISHES = ("رضي", "كرم", "طيب", "قدس", "غفر", "صلي", "ادام", "اطال", "عفا", "ايد", "اعز", "رحم", "لعن", "سامح", "حفظ")
# The moon of a month: هلال رمضان.
CRESCENT = "هلال"
# Several quarters, villages or streets, whose names stand in a list behind them.
QUARTERS = ("احياء", "قري", "بلدات", "شوارع", "مخيمات", "ضواحي", "حارات", "مناطق", "مدن", "عزب", "نجوع")
# Words of descent in Mauritania, before which الشيخ is a given name.
HASSANI = ("ولد", "ول", "منت")
# The staff of an army, behind a rank: لواء أركان حرب، لواء أ.ح.
STAFF = (("اركان", "حرب"), ("ا", "ح"))
# The services that an officer's rank is of: الفريق شرطة سالم، اللواء أمن سالم.
SERVICES = frozenset(("شرطه", "امن"))
WRITTEN_INNA = "إ"
WRITTEN_ANNA = "أ"
# Shapes of plurals that change the word within: وثائق, تقارير, أرقام.
BROKEN_PLURAL = re.compile("(?:..ا.ي?.|ا..ا.)$")
IMPERFECT = re.compile("ي..")
# Forms of verbal nouns without their article: تنظيم، تسوية، تدخل، تعاون، إغلاق، إقامة، انسحاب، استقبال، مراجعة.
VERBAL_NOUN = re.compile("ت..ي[^ه]|ت..[يء]ه|ت[^ا][^ا]ي?.|ت.ا.[^ه]|ا..ا.|ا.ا.ه|ا...ا.|است..?ا.ه?|م.ا..ه|م.ا[^ا]اه")
# How verbs of the second person feminine look: تقرئين, ستستقيلين.
TO_HER = re.compile("س?ت.{2,}ين$")
# What verbs of the first person begin with as they are written: لن أستقيل.
OF_MINE = "أ"
FUSED = "با"
# أن without a pronoun: before a verb it opens a wish, as أنه never does.
BARE_THAT = ("ان", "بان", "الا", "بالا")
MADDA = "آ"
# What joins Dutch surnames, which is written like ف before أن.
VAN = "فان"
# The surname of مارين لو بان, which is بأن too.
PEN = "بان"
# Half of something, which is a verb too: نصفها.
HALF = "نصف"
# Before an imperfect it tells what may be.
PERHAPS = "قد"
# A verb before the subject of another one, of which it makes what may be or is denied: قد يكون المدير قال، لم يكن المدير قد قال.
MAY_BE = ("يكون", "تكون", "يكونوا", "يكونا", "تكونا")
NOT_BE = ("يكن", "تكن")
# Before the subject of an imperfect, which then tells what was: كان المدير يبحث.
WAS = ("كان", "كانت", "كانا", "كانوا")
# Right before a perfect, what it tells is only supposed: في حال أعلن المدير كذا.
IN_CASE = "حال"
# Before التالي, the day behind the one that was told.
THE_DAY = fold("اليوم")
# Before هذا اليوم, the same day of another year.
SUCH_AS = "مثل"
# Behind على, before whoever says it: جاء على لسان فلان.
TONGUE = "لسان"
# What leads to a word of saying only: على حد قوله, but not على حد علمي.
LIMIT = "حد"
# On what a deed rests inside its clause, a statement at its head: جاء القرار استنادا إلى كذا.
BASED = "استنادا"
# What takes up what was told before and speaks for nobody.
THIS = ("هذا", "هذه", "ذلك", "تلك")
# What stands before من where it means somebody: منهم من قال.
AMONG_THEM = ("منهم", "منهن", "بينهم", "فيهم")
AMONG = (*AMONG_THEM, "هناك", "ثمه")
THING = ("شيء", "شي")
NOBODY = ("احد", "من", *THING)
WHOEVER = ("من", "لمن")
ABOUT = "عن"
# Behind عن it is no road: by means of.
WAY = "طريق"
IN = "في"
# Before what people gather at: أمام البرلمان.
IN_FRONT = ("امام", "قباله")
INSIDE = "داخل"
# ب, which leads to a document as في does: ورد بالتقرير.
WITHIN = "ب"
SERVANT = "عبد"
OWNER_OF = "ذو"
# It makes one given name of an office or a word before it: نجم الدين.
FAITH = "الدين"
NON = "عدم"
RELAYING = "نقلا"
WITH = "مع"
# Behind ب, that somebody only stands in for an officer: الوزير بالنيابة، المدير بالإنابة.
ACTING = ("النيابه", "الانابه", "الوكاله")
# A side of talks, of which somebody is: من الجانب الأردني.
SIDE_OF_TALKS = ("الجانب", "جانب", "الطرف", "طرف")
# How high a delegation is: وفدا رفيع المستوى.
LEVEL = "المستوي"
# What leads behind من to whoever does what a passive tells: استقبل الوفد من قبل الوزير، من طرف اللجنة.
SIDES_OF_DOERS = ("قبل", "طرف", "جانب", "لدن")
# It tells who else belongs to those somebody heads: برئاسة فلان وعضوية فلان.
MEMBERSHIP = "عضويه"
# How rulers are exalted behind their names: السلطان سالم المعظم، عاهل البلاد المفدى.
EXALTED = ("المعظم", "المفدي", "المبجل")
# Who is there himself: ممثلة في شخص مديرها.
IN_PERSON = "شخص"
# What leads to who is there: بحضور، في حضور، وسط حضور، تحت رئاسة، إلى جانب حضور.
LEADS_TO_PRESENT = ("ب", "في", "وسط", "مع", "تحت", "جانب")
# A body whose name other bodies may stand in: وزارة التعليم والبحث العلمي.
MINISTRY = "وزاره"
# How those who are there are addressed: السيدات والسادة أعضاء المجلس.
COURTESIES = (
    "السيدات",
    "الساده",
    "السيدين",
    "المكرمين",
    "المكرمون",
    "المكرمات",
    "الرفاق",
    "الرفيقات",
    "الزملاء",
    "الزميلات",
    "الاخوه",
    "الاخوات",
)
# Documents behind which ل leads to whom they were sent: رسالة لفلان.
SENT = ("رساله", "رسايل", "برقيه", "برقيات", "خطاب", "خطابات", "مذكره", "كتاب")
# Titles without article behind which their land stands: دوقة كورنوول.
NOBLES = ("دوق", "دوقه", "كونت", "ماركيز", "بارون", "ملك", "ملكه")
# What a radio is called by after its waves: شمس أف أم.
WAVE = ("اف", "ام")
# A title that tells nothing but that a name follows.
MERE_TITLES = ("السيد", "السيده")
# Who bears an honour together: أصحاب السعادة أعضاء المجلس.
BEARERS, BORNE = "اصحاب", ("السعاده", "المعالي", "السمو", "الفضيله", "الدوله", "الفخامه", "الجلاله", "الغبطه", "السماحه", "العطوفه")
# With it somebody is told to have been waited for: كان في استقباله.
RECEPTION, WELCOMED = "استقبال", "استقبل"
# Those who wait for somebody that arrives, and where he stands who waits first: على رأس المستقبلين، في مقدمة مستقبليه.
# An honour and its adjective, which is no surname there: صاحب السمو | الملكي.
ROYAL = ("السمو", "الملكي")
# How somebody has an office who only stands in for another: قال وزير المياه وكالة سالم الكندي إن.
STANDS_IN = ("وكاله", "نيابه", "انابه")
WELCOMERS, FOREMOST = "مستقبلي", ("راس", "مقدمه", "طليعه", "مقدم")
# Who is before all others: وتقدم الحضور الوزير.
GOES_AHEAD = ("تقدم", "يتقدم", "تقدمت")
# What begins the words for those who stand for others: ممثلون، مندوبو، وفد.
REPRESENTS = ("ممثل", "مندوب", "وفد", "وفود")
# Around a name as other marks are: كتلة / النهوض /.
SLASH = "/"
# What leads to the land for which somebody is sent: المبعوث إلى ليبيا، السفير لدى مصر.
TO_POST = ("الي", "لدي")
# Within a body or a movement: العاملين ضمن المشروع.
BELONGING = "ضمن"
# Who is sent and has a head: وفد برئاسة فلان.
# What others follow who are called to something: استجاب السكان ل| نداء النقابة.
CALLS = ("نداء", "دعوه")
DELEGATIONS = ("وفد", "بعثه", "هييه", "كتله")
# What tells that several are met one after the other: استقبل على التوالي السفير، والنائب.
IN_A_ROW = ("التوالي", "التتابع", "تباعا")
# What tells who comes along without a preposition: التقى الوزير، رفقة | نائبه، السفير.
IN_COMPANY = ("رفقه", "صحبه")
# What leads to an encounter at which somebody speaks: قال الوزير خلال اللقاء.
AT_AN_EVENT = ("خلال", "اثناء", "امام", "عقب", "هامش", "ختام", "مستهل", "افتتاح", "لدي")
# What على leads to that is no matter of what was said: على | هامش القمة، على | مستوى الوزراء.
STANDS_ON = ("هامش", "راس", "ضوء", "خلفيه", "مستوي", "مدي", "غرار", "الاقل")
TO_HIM = ("له", "لها")
# Whom somebody telephones who tells of it: اتصل | بي.
BY_US = ("بي", "بنا")
WITH_US = ("معي", "معنا")
BUT_HE = ("لكنه", "لكنها")
# Whose a visit is behind its noun, by gender and number: زيارة | له.
OF_HIS = {"له": "ms", "لها": "fs", "لهم": "mp", "لهما": "md"}
# What takes a noun up behind a verb that needs a preposition: الزيارة التي يقوم بها.
TAKES_UP = ("به", "بها", "فيه", "فيها", "اليه", "اليها", "له", "لها", "عليه", "عليها")
# The same of what somebody calls to, by its gender: اجتماع دعا إليه، مسيرة دعا إليها.
TO_IT = ("اليه", "اليها")
# What an encounter is for those who are there: شكل اللقاء مناسبة للوفد.
CHANCES = ("مناسبه", "فرصه")
# Those in whose charge عن leads to what is: المسؤولين | عن السوق.
IN_CHARGE = ("مسوول", "مسيول")
# With it and أن it is told that somebody did something before: النقابة التي | سبق لها أن نظمت مسيرة.
HAD_BEFORE = ("سبق", "يسبق")
# What tells of those who speak that they were somewhere: كنا في مفاوضات.
WE_WERE = ("كنا", "كنت")
# What tells behind a speech that it was given where everybody was: في كلمة ب| المناسبة، في كلمة | له.
LATTER = ("الاخير", "الاخيره")
OCCASIONS = ("المناسبه", "الحفل", "الحاضرين", "الحضور")
# What a number counts before those who are counted: 10 آلاف شخص.
THOUSANDS = ("الف", "الفا", "الاف", "ميه", "ميات", "مليون", "ملايين")
# What is counted of lands: 30 دولة.
STATES = ("دوله", "دول", "بلدا", "بلدان")
BETWEEN = "بين"
BETWEEN_THEM = "بينهما"
BETWEEN_HIM = ("بينه", "بينها")
# What somebody is called with to an encounter: تلقى | دعوة لزيارة تونس.
INVITATION = "دعوه"
# When something else was, before its noun: خلال زيارة إلى صور.
DURING = ("خلال", "بعد", "عقب", "قبل", "اثناء")
# Where somebody votes: صناديق الاقتراع.
BALLOT_BOXES = ("صناديق", "مراكز", "مكاتب", "لجان", "مقار", "محطات")
# What whoever presides over an occasion did, and a given name: أشرف السيد سالم على الحفل.
OVERSAW = "اشرف"
# When an office was held, before the name of its holder: لاعب النهر سابقا، سالم.
HELD_WHEN = ("سابقا", "حاليا", "لاحقا")
# Somebody of the same office elsewhere: نظيره، نظيرتها.
COUNTERPART = ("نظير", "رصيفه", "رصيفته", "رصيفها")
# What begins the word for several counterparts, whose they are behind it: نظراءهم، نظرائه.
COUNTERPARTS = "نظرا"
# What tells what a meeting is for, and is no verb behind its noun: جلسة عمل.
OF_WORK = "عمل"
# A plural that ends so is in no accusative: قضايا.
PLURAL_IN_ALEF = "ايا"
# How a session begins: دورة المجلس، دورته الثالثة.
SESSION = "دور"
# Both teams: of a match, or of talks.
TEAMS = ("فريقين", "فريقان")
# What else one of a row is called: نسخة العام الماضي, الطبعة السابقة.
EDITIONS = ("نسخه", "طبعه", "نسخت", "طبعت")
THE_YEAR = ("العام", "السنه")
# The same where what is done in it leads to it: أعمال الفترة السادسة للمجلس.
PERIOD = "فتره"
# The one town that needs no name.
CAPITAL = "عاصمه"
# One of the sittings of an encounter; judges and traders have them too.
A_SITTING = "جلسة"
# What tells what is to come: يتضمن برنامج الزيارة لقاء.
PROGRAMME = ("برنامج", "جدول", "اجنده")
# Who only tells what others do.
SOURCES_TOLD = ("مصدر", "مصادر")
TELLING_ONLY = (*SOURCES_TOLD, "متحدث", "متحدثه", "ناطق", "ناطقه", "مراسل", "مراسلنا", "شاهد", "شهود", "مراقب", "محلل", "محللون")
# What is done away with, spelt as the judges: القضاء على المرض.
DOING_AWAY = "القضاء"
# What is given for something, spelt as a meeting: فدية لقاء إطلاق الرهينة; what something is founded on: بناء على الاتفاق.
FOR_WHICH, BASED_ON = "لقاء", ("بناء", "علي")
# A show in which somebody is only asked: في برنامج.
SHOW = "برنامج"
# What leads to an encounter after which somebody does something: عاد الوزير عقب زيارة.
AFTER = ("بعد", "عقب", "اثر", "ختام")
# Where somebody was told to be, behind a verb: يستقبله هناك الوزير.
THERE = "هناك"
# What sets one encounter before or behind another.
SEQUENCE = ("بعد", "عقب", "قبل", "غداه", "عشيه", "قبيل", "بعيد", "منذ")
# What likens one encounter to another, or sets it against it: على غرار | وقفة صور, خلافا ل| لدورة السابعة, يشبه | اتفاقها مع صور.
LIKENING = (
    *(
        "غرار",
        "شاكله",
        "خلاف",
        "بخلاف",
        "خلافا",
        "عكس",
        "بعكس",
        "اسوه",
        "مقارنه",
        "قياسا",
        "شبيه",
        "شبيهه",
        "شبيها",
        "مثل",
        "مثلما",
    ),
    *("يشبه", "تشبه", "اشبه", "اشبهت", "يماثل", "تماثل", "مختلف", "مختلفا", "مختلفه", "يختلف", "تختلف", "اختلف", "اختلفت"),
)
# With these before it, and words that tell that it was so, في leads to what something is like: كما حدث | في لقاء صور.
AS_BEFORE = ("كما", "مثلما")
WAS_SO = ("حدث", "جري", "حصل", "كان", "هو", "هي", "الحال", "الامر", "الشان")
# Whoever is taken in for an evening: حل | ضيفا على صور.
GUEST = "ضيف"
# What sets one before another that was told: قبيل | ذلك.
AHEAD_OF = ("قبل", "قبيل")
# Since when something is counted, and what is done during the encounter told before: زيارة يلتقي خلالها.
SINCE = "منذ"
DURING_IT = ("خلالها", "خلاله", "خلالهما")
# For and against whom or what somebody votes.
FOR_OR_AGAINST = ("لصالح", "ضد", "لصالحه", "لصالحها", "ضده", "ضدها")
# Behind it stands how many there are of whom some are told: 33 عضوا من أصل 35.
ALL_IN_ALL = "اصل"
# Behind how many voted otherwise: 9 أصوات مقابل 7.
AGAINST = "مقابل"
# A rank that falls to somebody: كان من نصيب فلان.
FALLS_TO = ("من", "نصيب")
# Where a crowd gathers: أمام البلدية، داخل القاعة، وسط المدينة.
MIDST = "وسط"
BEFORE_A_HOUSE = (*IN_FRONT, INSIDE, MIDST)
# Behind a verb it tells what somebody only seems to do: تظاهر بأنه نائم.
THAT_HE = ("بان", "بانه", "بانها", "بانهم")
IN_NAME_OF = "باسم"
OF = "من"
OR = "او"
BY = "ب"
AS = "كما"
# What stands before a verb of saying that only stands in what was said.
AS_SAID = (AS, "مثلما", "هكذا")
UPON = "علي"
# Behind these stands when something ends: يستمر حتى 20 مايو، لغاية الأحد.
# A day that is still to be set: إلى | موعد لاحق, حتى | إشعار آخر.
UNSET = ("موعد", "اجل", "اشعار", "وقت", "حين")
# How often something is done, which is no day: لأول مرة.
TIMES_DONE = frozenset(("مره", "المره", "مرات"))
# What goes on: زيارته | الحالية.
CURRENT, CURRENT_F = "الحالي", "الحاليه"
# What is done at the beginning of a visit, which then goes on: في | مستهل زيارته.
OUTSET = "مستهل"
UNTIL = frozenset(("حتي", "غايه"))
THROUGH = "عبر"
ON_WHAT = (UPON, "ما")
ON_IT = ("عليه", "عليها")
WHAT = "ما"
# It takes up what was told before: أوضح ذلك.
THAT_MATTER = "ذلك"
# Behind a full stop these go on with the sentence before it: . كلها أعمال أنجزت، . مما يسهم في كذا.
# What was told before it leads to what is told behind: ارتفعت الأسعار | مما | دعا إلى كذا.
WHICH_LED = "مما"
LEANS_BACK = ("او", WHICH_LED, "بحيث", "لان", "لانه", "لانها", "لانهم", "كلها", "كلهم", "جميعها", "جميعهم")
# What opens what was said but is nobody's own: لقد أغلق الباب، يجب أن يغلق.
IMPERSONAL = ("لقد", "لن", "يجب", "ينبغي", "هناك", "ثمة", "انما")
# The imperfect's first letters: what we do, what he does.
WE_DO, HE_DOES = "ن", "ي"
# Negates what is: لا يحدد.
DOES_NOT = "لا"
# Tells behind a topic that it is another one: على صعيد آخر، في سياق متصل.
OTHER = ("اخر", "اخري", "متصل", "متصله", "ذي", "ذات", "مواز")
# Where or when something was said: وذلك في تصريح، وذلك خلال لقائه؛ not وذلك إلى جلسة.
WHEREBY = ("في", "خلال", "علي", "اثناء", "لدي", "عقب", "عبر", "ضمن")
# What is around a deed and no occasion of a saying: وذلك في إطار كذا.
CIRCUMSTANCES = ("اطار", "ضوء", "ظل", "سياق", "غضون", "خضم", "بدايه", "نهايه", "مطلع", "اعقاب", "وقت", "معرض", "ختام")
# Somebody was at a gathering: حضر اللقاء; what closes it: في ختام اللقاء.
ATTENDED = ("حضر", "حضرت", "حضره", "حضرها")
CLOSING = ("ختام", "نهايه", "مستهل", "بدايه")
# Negates a verb that told nothing: ولم يوضح.
DID_NOT = "لم"
# Verbs that answer what another one said.
REPLIED = ("رد", "أجاب")
# Behind it: what nobody was able to do: لم يتسن التحقق من ذلك.
IN_REACH = ("يتسن", "تتسن")
# Answers a question, or an attack: ردا على سؤال، ردا على هجوم.
IN_REPLY = "ردا"
IF = "اذا"
# They lead to a condition behind a preposition: في حال، في حالة؛ شريطة أن، بشرط أن.
IN_CASES = ("حال", "حاله")
ON_CONDITIONS = ("شريطه", "شرط")
WE = "نحن"
ANY = ("اي", "ايه")
IS_NOT = "ليس"
ONLY = "فقط"
QUESTION_MARK = "؟"
# What ends a question or a cry.
EXCLAIMS = ("؟", "?", "!")
DASHES = "-–—"
# What ends who wrote a report at its head; so does a tatweel that stands for a dash.
BYLINE_ENDS = frozenset((*DASHES, ":", "ـ"))
# What the lines of a list open with.
ITEM_MARKS = frozenset((*DASHES, "*", "•", ".", "/", "_"))
# How a verb of several ends that has a pronoun, and what no name without article is behind a comma: سلموه، متمنين.
DEED_OF_SEVERAL = ("وه", "وها", "وهم")
# What else opens the line of a list.
BULLETS = "•*·▪●"
# Verbs of what an encounter leads to: أسفرت المحادثات عن اتفاق.
RESULTS = frozenset(("أسفر", "أفضى", "خلص", "تكلل"))
CONSTITUTION, ELECTION, REFERENDUM = "دستور", "انتخاب", "استفتاء"
ROUND = "()"
EXCEPT = "الا"
# What leads to the only ones of whom something is told: لم يحضر | سوى المدير.
NONE_BUT = (EXCEPT, "سوي")
# He came, with nothing beside it: حضر عدد من الطلبة.
CAME = "حضر"
# Of whom a list only says that they were there too: وآخرون.
OTHERS = ("اخرون", "اخرين", "اخري", "غيرهم", "غيره")
# A time of the day that is a family too: الشيخ سالم الصباح.
MORNING = "الصباح"
# Not; in a Spanish surname its article: دي لا مونيا.
NO = "لا"
BY = "ب"
TO = "الي"
# What leads to whom or where: إلى، ل، لل.
GOALS = (TO, ADDRESSING, TO_THE)
# What leads towards a goal that is not yet reached: نحو, باتجاه.
TOWARDS = ("نحو", "اتجاه", "صوب")
EXTENT = "حد"
# In addition, which goes on with what was said: بالإضافة إلى أن.
ADDITION = "الاضافه"
BEFORE = "قبل"
# Relative pronouns with gender and number of the verbs whose subject they are.
THAT_SHE = "التي"
WHO = {"الذي": ("ms",), "التي": ("fs",), "الذين": ("mp", "-p"), "اللذان": ("md",), "اللذين": ("md",), "اللتان": ("fd",)}
# The verb whose forms carry another verb of saying on: كتب يقول، صرح قائلا.
CARRIER = "قال"
# Who writes, and by whose pen an article is: كتب فلان، مقال بقلم فلان.
WROTE = "كتب"
BYLINE = "قلم"
# What tells that somebody did something before: سبق للوزارة أن أوضحت.
HAPPENED = "سبق"
# Offices and titles of men that end like those of women.
MENS_IN_TA = frozenset(("عمده", "علامه", "داعيه", "خليفه", "نوخذه", "رحاله"))
SAID = "قال"
# The verb of who passes on what another one said: نقلت عنه الوكالة.
PASSED_ON = "نقل"
# The ends of participles that tell more of a saying: مشيرا, مشيرة, مشيرين.
ACCUSATIVE = (ALEF, HIS, OBLIQUE)
# What opens no clause of time before أن: اجتماع عقد عن بعد أن; the last only where no verb follows (قال من قبل أن المدينة).
AFAR = ("عن", "بعد")
LATER = ("فيما", "بعد")
EARLIER = (OF, BEFORE)
CONTACT = "التواصل"
SURELY = "لقد"
SEMICOLONS = "؛;"
OTHER_THAN = "غير"
OPEN_TA = "ت"
LONG_VOWELS = ("ا", "ى", "و", "ي")
DUALS = ("ان", "ين")
# A feminine dual before the noun that it belongs to: صحيفتا.
CONSTRUCT_DUAL = "تا"
FEMININE_PLURAL = "ات"
# How many clans of the Levant are called, after a plural of four letters: الخصاونة.
CLAN = re.compile("ال..ا..ه")
# How most definite participles begin: المقيم، المكلف.
PARTICIPLE = "الم"
# How active ones of the first form are made: العائد، القادم.
ACTIVE = re.compile("ال.ا..")
FEMININE_NISBA = "يه"
DAUGHTER = "بنت"
DAUGHTERS = (DAUGHTER, "منت")
# Behind a surname it tells the father from the son.
THE_FATHER, THE_SON = "الاب", "الابن"
# Many bear it before the name by which they are called: محمد خالد الكندي.
MUHAMMAD = "محمد"
# A title that is a given name too.
MASTER = "السيد"
# أمر as a noun and as a verb.
CHARGE = "امر"
SON = "بن"
BU = "بو"
PILGRIM = "الحاج"
# Whose custodian the Saudi king is.
SANCTUARIES = "الحرمين"
# Who takes an oath does so.
TAKE = ("ادي", "وادي", "ادت", "يودي", "تودي", "اداء")
OATHS = ("اليمين", "القسم")
# What is laid where a house is to stand: وضع حجر الأساس.
FIRST_STONE = ("حجر", "الاساس")
SON_OF = "ابن"
# An office in the feminine that is an adjective wherever nobody stands behind it: كبيرة المحللين، خسائر كبيرة.
CHIEF = "كبيره"
# It stands between an office and its field: مدير عام الصحة.
GENERAL = "عام"
NISBA = ("ي", FEMININE_NISBA)
# The hard g of foreign names, and as Egypt writes it: غريغور، جريجور.
HARD_G, SOFT_G = "غ", "ج"
# One of a land in ـيا: الناميبي, written so by few, النامبيي.
LAND_NISBA = "يي"
# كل من introduces a list.
EACH = "كل"
# What leads to those who are among others, as tokens: بما في ذلك، بمن فيهم; and the words for all who they are.
INCLUDING = (
    (SUCH_AS,),
    ("بما", "في", "ذلك"),
    ("بما", "في", "ها"),
    ("بما", "فيها"),
    ("بما", "ف", "يها"),
    ("بمن", "ف", "يهم"),
    ("بمن", "فيهم"),
)
THEY_ARE = ("هم", "هما", "هي")
# What tells what was done at a place: مؤتمر تونس حيث تقرر كذا.
WHERE = "حيث"
# What stands between a thing and what it is: اللقاء هو الأول.
# What leads from somebody to his office: بصفته مدير الميناء، الذي يشغل منصب المدير.
AS_WHAT = ("بصفته", "بصفتها", "بوصفه", "بوصفها")
HOLDS = ("يشغل", "تشغل", "يتولي", "تتولي")
POST = "منصب"
WORKS = ("يعمل", "تعمل", "عمل", "عملت")
IT_IS = ("هو", "هي")
# What makes إلى lead to nothing but one more: إضافة إلى تونس.
ALONG_TO = ("اضافه", "الاضافه")
# What joins another party to a list, as tokens: إضافة إلى، إلى جانب، وكذلك.
ALONG = (
    ("الي", "جانب"),
    ("ب", "جانب"),
    ("اضافه", "الي"),
    ("ب", "الاضافه", "الي"),
    ("فضلا", "عن"),
    ("علاوه", "علي"),
    ("كذا",),
    ("كذلك",),
    ("ايضا",),
)
OF = "من"
# What participles and nouns of place begin with.
MIM = "م"
# He was asked, she was asked, folded: سئل، سئلت.
# What a text or a gathering is called, which nobody says: مقالا بعنوان «كذا»، تحت شعار «كذا».
# Behind them marks hold what somebody is called, and no work.
NAMING = ("اسم", "مسمي")
# What others of a meeting stand behind: برئاسة فلان وعضوية فلان.
WITH_OTHERS = ("عضويه", "سكرتاريه", "سكرتيريه")
CALLED_SO = ("عنوان", "شعار", "عنوانه", "عنوانها", "شعارها", "شعاره")
WAS_ASKED = ("سيل", "سيلت")
# The noun for it behind which he stands who was asked, what leads to that, and what he was asked: ولدى سؤال الوزير عن كذا قال.
QUESTION = "سوال"
ABOUT_WHAT = ("عن", "عما")
AT_ASKING = ("لدي", "عند", "بعد", "خلال")

# What Arabic writes in several ways in foreign names: غوتيريش and جوتيريش, شولتس and شولتز, بلينكن and بلينكين.
_SOUNDS = str.maketrans(dict.fromkeys("جقك", "غ") | dict.fromkeys("زص", "س") | {"ط": "ت", "ض": "د"} | dict.fromkeys("اويىهة"))


def sound_of(key: str) -> str:
    """The consonants of a folded foreign name, those made one that are written for each other: جوتيريش and غوتيرش are غترش."""
    return key.translate(_SOUNDS)


# Letters that only their dots tell apart.
_BONES = str.maketrans(
    dict.fromkeys("تثني", "ب") | dict.fromkeys("جخ", "ح") | {"ذ": "د", "ز": "ر", "ش": "س", "ض": "ص", "ظ": "ط", "غ": "ع", "ق": "ف"}
)


def skeleton(key: str) -> str:
    """A folded word without its dots: حكما and جكما are one."""
    return key.translate(_BONES)


# It tells what somebody takes for unlikely, as a denial does: استبعد أن يفتح الجسر.
RULES_OUT = ("استبعد",)
# A beginning that is asked for rather than told: استئناف المحادثات.
RESUMES = ("استأنف",)
# What is offered is told by the participle of: المؤتمر المقترح.
OFFERS = ("اقترح",)
# Nouns that tell that somebody did not come: لغياب ستة أعضاء.
NOT_THERE = ("غياب", "تغيب")
# Verbs that give no leave, or take it back: رفض الترخيص.
REFUSES = ("رفض", "سحب")
# Verbs that with على tell a remark: علق على اللقاء.
REMARKS = ("علق",)
# Letters that one dot or its place tells apart, so that whoever types takes one for another: حكماء, جكماء.
DOTTED_TWINS = ("جحخ", "بتثني", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
# و or ي behind a hamza that desks write or leave out, and و or ي written twice: رءوف, رؤوف; داوود, داود.
GLIDES_WRITTEN_OTHERWISE = "(?:ء(?=[وي])|و(?=و)|ي(?=ي))([وي])"
# Letters for sounds of other languages, as most desks write them: ڤيينا, چنيف.
FOREIGN_SOUNDS = {"پ": "ب", "چ": "ج", "ژ": "ج", "ڤ": "ف", "ڥ": "ف", "گ": "ك", "ڭ": "ك"}
# The sounds of letters as Latin script writes them, for names: ا and ع are left out, since no two desks write them alike.
LATIN_SOUNDS = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "x",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "و": "u", "ي": "i",
}  # fmt: skip
# Letters at the head of a name that Latin script writes as a vowel.
VOWELS_FIRST = ("ا", "ع", "ء")
# Two letters that stand for one sound of foreign names: كوفالتشيك beside كوفالشيك.
FOREIGN_DIGRAPHS = {"تش": "ش", "دج": "ج", "تس": "س", "تز": "س", "كس": "س", "ييه": "يه", "ده": "د", "كه": "ك", "غه": "غ"}
# Letters of foreign names that desks write for one another, though they are no one sound, with what the exchange costs of a letter.
FOREIGN_NEAR = {
    frozenset(pair): cost
    for pair, cost in {
        "شس": 0.35, "شج": 0.5, "يج": 0.5, "هج": 0.6, "هي": 0.8, "خغ": 0.4, "خك": 0.4, "خج": 0.4, "خق": 0.4, "خه": 0.5, "حه": 0.3,
        "خح": 0.5, "بف": 0.5, "وف": 0.4, "وب": 0.6, "دت": 0.5, "ذز": 0.4, "ثس": 0.4, "ظز": 0.3, "اي": 0.5, "او": 0.5, "وي": 0.5,
        "اه": 0.2, "عا": 0.1,
    }.items()
}  # fmt: skip
_FOREIGN = str.maketrans(
    dict.fromkeys("جقكگ", "غ")
    | dict.fromkeys("زصس", "س")
    | dict.fromkeys("تطث", "ت")
    | dict.fromkeys("دضذظ", "د")
    | dict.fromkeys("اويىهةءع")
)


def foreign_sound(key: str) -> str:
    """The consonants of a foreign name, as far as its letters tell them; th, z and kh go with their neighbours."""
    return key.translate(_FOREIGN)


# Sounds of foreign names that desks take for each other: شتاين, ستاين.
HUSHED_AND_HISSED = ("ش", "س")
# Sounds of foreign names, as `foreign_sound` has them, that desks hear most differently.
HEARD_OTHERWISE = ("غ", "خ", "ف", "ه", "ح")
# How the future of a woman's or of a feminine noun's verb begins: ستكون.
WILL_SHE = "ست"
