"""Years, their parts, and longer times: decades, centuries, seasons."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import HIJRI_LAST, HIJRI_NOW, LAST_YEAR, Spot, century
from qawl.arabic.dates.tails import (
    DASHES,
    NUMBERS,
    SHORT_YEARS,
    STROKES,
    Found,
    Tail,
    counted,
    is_definite,
    is_hijri,
    is_year,
    month_tail,
    numbered_year,
    opened,
    other_year,
    same_in,
    told_step,
    whole_year,
    year_tail,
)
from qawl.arabic.dates.tense import is_past_verb
from qawl.arabic.dates.words import Atom, Reader, guards, meanings
from qawl.arabic.letters import ADDRESSING

APART = lexicon.PREPOSED | lexicon.PUNCTUATION | lexicon.NUMBER | lexicon.LATIN
PARTING = lexicon.SENTENCE_END | lexicon.COMMA | lexicon.COLON
BOUNDS = lexicon.PREPOSED | PARTING | lexicon.CLOSES | lexicon.CONJUNCTION | lexicon.RELATIVE


def years(reader: Reader, place: int) -> list[Found]:
    """عام 1998، العام 2011، عام 67، عام ألفين وأربعة، عامي 2011 و2012: years after their word."""
    word, year = reader.at(place), whole_year(reader, reader.at(reader.at(place).then))
    if year.kind == "number" and is_year(year.number):
        return [Found(Spot(year=year.number), None, word.start, year.end, year.then)]
    if year.kind != "digits":
        return []
    two = year_range(reader, word.then) or short_range(reader, word.then)
    if two:
        return opened(two, word)
    tail = numbered_year(reader, year, Spot())
    if tail is None:
        return []
    return [Found(tail.spot, None, word.start, tail.end, tail.then), *more_years(reader, tail.then)]


def more_years(reader: Reader, place: int) -> list[Found]:
    """و2012، 2013 و2014: further years of a list; after a comma only where the list goes on or its sentence ends."""
    joint, year = reader.at(place), reader.at(reader.at(place).then)
    goes_on = joint.kind == "and" or (joint.kind == "comma" and ends_or_goes_on(reader, year.then))
    if not goes_on or year.kind != "digits" or not is_year(year.number) or counted(reader, year.then):
        return []
    return [Found(Spot(year=year.number), None, year.start, year.end, year.then), *more_years(reader, year.then)]


def ends_or_goes_on(reader: Reader, place: int) -> bool:
    """Whether a list goes on at a place, or its sentence ends there."""
    ends = place >= len(reader.tokens) or reader.tokens.kinds[place] & lexicon.SENTENCE_END
    return bool(ends) or reader.at(place).kind in ("and", "comma")


def figures_of_year(reader: Reader, place: int) -> list[Found]:
    """The digits of a year, with further ones after و."""
    atom = reader.at(place)
    tail = numbered_year(reader, atom, Spot())
    return [Found(tail.spot, None, atom.start, tail.end, tail.then), *more_years(reader, tail.then)] if tail else []


def year_range(reader: Reader, place: int) -> list[Found]:
    """1954-1962، 2014/2015، 2003/04، 1435/1436هـ: two years that belong together."""
    first, mark = reader.at(place), reader.at(reader.at(place).then)
    last = reader.at(mark.then)
    if mark.kind not in STROKES or last.kind != "digits":
        return []
    end = first.number // 100 * 100 + last.number if last.end - last.start == 2 else last.number
    end += 100 * (end < first.number and last.number == 0)
    era = reader.at(last.then)
    bracketed = reader.at(place - 1).kind == "(" and reader.at(last.then).kind == ")" and 1000 <= first.number < end < LAST_YEAR
    of_era = era.value == "hijri" and 0 < first.number < end < HIJRI_LAST
    if not (bracketed or of_era or in_sequence(first.number, end, last.end - last.start)):
        return []
    if reader.at(last.then).kind in ("/", *DASHES):
        return []
    hijri = first.number in HIJRI_NOW or of_era
    last = era if era.kind == "era" else last
    return [Found(Spot(year=first.number, hijri=hijri), Spot(year=end, hijri=hijri), first.start, last.end, last.then)]


def short_range(reader: Reader, place: int) -> list[Found]:
    """(عام) 94/95، (موسم) 98-99: two years of two figures that follow each other."""
    first, mark = reader.at(place), reader.at(reader.at(place).then)
    last = reader.at(mark.then)
    if mark.kind not in STROKES or last.number != first.number + 1 or first.number not in SHORT_YEARS:
        return []
    year = 1900 + first.number
    return [Found(Spot(year=year), Spot(year=year + 1), first.start, last.end, last.then)]


def in_sequence(first: int, last: int, figures: int) -> bool:
    """Whether two numbers can be the first and last year of a time: figures written short, or Hijri ones, follow each other."""
    if figures == 2 or first in HIJRI_NOW:
        return last == first + 1 and (is_year(first) or first in HIJRI_NOW)
    return is_year(first) and is_year(last) and 0 < last - first < 100


def year_stands(reader: Reader, place: int) -> bool:
    """Whether four digits are a year: a word before them, an era after, brackets around, and nothing counted."""
    atom, index = reader.at(place), place
    after = reader.at(atom.then)
    if heads_line(reader, place, after):
        return True
    if after.kind == "era" and after.value != "before" and (atom.number >= 1900 or after.end - after.start > 1):
        return True
    if atom.number < 1900 or counted(reader, atom.then):
        return False
    if reader.at(place - 1).kind == "(" and after.kind == ")":
        return True
    before = reader.tokens.kinds[index - 1] if index else lexicon.BREAK
    if before & lexicon.PLACES or (is_recent(atom.number) and stands_alone(reader, before, place, atom.then)):
        return True
    return leads_year(reader, place)


def heads_line(reader: Reader, place: int, mark: Atom) -> bool:
    """Whether a number alone stands before a dash or colon at the head of its line: 1991 - افتتاح المدرسة."""
    heads = place == 0 or bool(reader.tokens.kinds[place - 1] & lexicon.BREAK)
    return heads and mark.kind in (":", *DASHES) and reader.at(mark.then).kind == "other"


def leads_year(reader: Reader, place: int) -> bool:
    """Whether a word stands before a place that makes a number a year: مونديال، منذ، نهاية، صيف."""
    before = meanings().get(reader.key_before(place), ())
    return any(kind in ("year_lead", "event", "to", "edge", "season", "ago") for _, kind, _ in before)


def is_recent(number: int) -> bool:
    """Whether a number is a year that news speak of most."""
    return 1900 <= number < 2040 and number % 100 != 0


def stands_alone(reader: Reader, before: int, place: int, then: int) -> bool:
    """Whether digits stand after a word that numbers nothing, and before nothing to count: اتفاق 1994، وقع."""
    after = reader.tokens.kinds[then] if then < len(reader.tokens) else lexicon.BREAK
    if before & lexicon.THAT and after & lexicon.KAN:
        return True
    return not before & APART and reader.key_before(place) not in guards()["label"] and counts_nothing(reader, then, after)


def counts_nothing(reader: Reader, place: int, kind: int) -> bool:
    """Whether what stands after a number, of classes `kind`, cannot be counted: a mark, a particle, an adjective, a verb."""
    if kind & (BOUNDS | lexicon.PUNCTUATION | lexicon.KAN) or is_definite(reader, place):
        return True
    return place < len(reader.tokens) and is_past_verb(reader.tokens.keys[place])


def year_of_era(reader: Reader, word: Atom, era: Atom) -> list[Found]:
    """العام الهجري 1436: the era before the digits."""
    year, hijri = reader.at(era.then), era.value == "hijri"
    if year.kind != "digits" or not (is_hijri(year.number) if hijri else is_year(year.number)):
        return []
    return [Found(Spot(year=year.number, hijri=hijri), None, word.start, year.end, year.then)]


def century_of(reader: Reader, atom: Atom) -> list[Found]:
    """القرن التاسع عشر، القرن الماضي."""
    after = reader.at(atom.then)
    if after.kind in NUMBERS and 1 <= after.number <= 21:
        era = reader.at(after.then)
        last = era if era.kind == "era" else after
        return (
            []
            if era.value in ("before", "hijri")
            else [Found(Spot(value=century(after.number)), None, atom.start, last.end, last.then)]
        )
    if after.kind == "sense" and after.value in (-1, 0):
        return [Found(Spot(value=century(21 + after.number)), None, atom.start, after.end, after.then)]
    return []


def centuries(reader: Reader, atom: Atom) -> list[Found]:
    """القرنين الثامن عشر والتاسع عشر، القرنين 18 و19: from the beginning of one century to the end of the other."""
    first, joint = reader.at(atom.then), reader.at(reader.at(atom.then).then)
    last = reader.at(joint.then)
    counting = joint.kind == "and" and {first.kind, last.kind} <= {*NUMBERS} and 1 <= first.number < last.number <= 21
    era = reader.at(last.then)
    if not counting or era.value in ("before", "hijri"):
        return []
    return [Found(Spot(value=century(first.number)), Spot(value=century(last.number)), atom.start, last.end, last.then)]


def part_of_century(reader: Reader, word: Atom, nth: Atom, whole: Atom) -> list[Found]:
    """النصف الثاني من القرن التاسع عشر، العقد الأول من القرن الحالي: as many years as the part of a century has."""
    found, shares = century_of(reader, whole), 10 if word.value == "decade" else word.number
    number = shares if nth.number < 0 else nth.number
    if not found or not 1 <= number <= shares:
        return found
    size, before = 100 // shares, int(str(found[0].first.value)[:4]) - 1
    years_of = f"{before + size * (number - 1) + 1:04d}/{before + size * number:04d}"
    return [found[0]._replace(first=Spot(value=years_of), start=word.start)]


def decade(reader: Reader, place: int) -> list[Found]:
    """الثمانينيات، سبعينيات القرن الماضي، التسعينات من القرن التاسع عشر، عشرينيات هذا القرن."""
    atom = reader.at(place)
    inner = reader.skip(atom.then, "of")
    after, first, last = reader.at(inner), 1900, atom
    if after.value in guards()["age"]:
        return []
    if after.kind == "unit" and after.value == "century" and century_of(reader, after):
        found = century_of(reader, after)[0]
        first, last = int(str(found.first.value)[:4]) - 1, Atom("unit", 0, after.start, found.end, found.then)
    named = reader.at(after.then)
    if after.kind == "this" and after.value == 0 and named.value == "century":
        first, last = 2000, named
    year = first + atom.number
    return [Found(Spot(value=f"{year}/{year + 9}"), None, atom.start, last.end, last.then)]


def share(reader: Reader, place: int) -> list[Found]:
    """النصف الأول من عام 2015، الربع الأخير من العام الجاري، النصف الثاني من القرن الماضي; of a month it is the month."""
    word, nth = reader.at(place), reader.at(reader.at(place).then)
    if nth.kind == "sense" and is_quarter(reader, place):
        return quarter_from(reader, word, nth)
    if nth.kind != "number" or not -1 <= nth.number <= word.number:
        return []
    whole = reader.at(reader.skip(nth.then, "of"))
    if whole.value == "century":
        return part_of_century(reader, word, nth, whole)
    if whole.kind == "month" or whole.value == "month":
        tail = month_tail(reader, nth.then, Spot())
        return [Found(tail.spot, None, word.start, tail.end, tail.then)] if tail else []
    size, number = 12 // word.number, word.number if nth.number < 0 else nth.number
    months = (size * (number - 1) + 1, size * number)
    alone = is_quarter(reader, place) or is_half(reader, place)
    return months_in(reader, word, nth, months) or (months_alone(reader, word, nth, months) if alone else [])


def quarter_from(reader: Reader, word: Atom, sense: Atom) -> list[Found]:
    """الربع الماضي، الربع الحالي: a quarter by its distance from the present; الربع التالي: from the one told."""
    spot = Spot(step=told_step(sense), unit="quarter", same=sense.value == "following")
    known = spot.step is not None and reader.word_at(sense.then - 1) not in guards()["previous"]
    return [Found(spot, None, word.start, sense.end, sense.then)] if known else []


def months_alone(reader: Reader, word: Atom, last: Atom, months: tuple[int, int]) -> list[Found]:
    """الربع الثاني، الأشهر الستة الأولى: the nearest such months, where nothing tells their year nor what else they are of."""
    if reader.at(last.then).kind == "of" or reader.word_at(last.then) == ADDRESSING:
        return []
    return [Found(Spot(month=months[0], months=months), None, word.start, last.end, last.then)]


def is_half(reader: Reader, place: int) -> bool:
    """Whether a word of business stands before the word for a half, in a text that tells of no match: أرباح | النصف الأول."""
    return reader.key_before(place) in guards()["results"] and not is_of_match(reader)


def is_of_match(reader: Reader) -> bool:
    """Whether the text tells of a match, whose quarters and halves are no time of a year."""
    return any(reader.tokens.count(key) for key in guards()["played"])


def is_quarter(reader: Reader, place: int) -> bool:
    """Whether the word for a quarter stands at a place, in a text that tells of no match with quarters."""
    return reader.tokens.keys[place] in guards()["quarter"] and not is_of_match(reader)


def first_months(reader: Reader, place: int) -> list[Found]:
    """الأشهر الستة الأولى من 2015، الأرباع الثلاثة الأولى من العام: the first or the last so many months or quarters of a year."""
    word, count = reader.at(place), reader.at(reader.at(place).then)
    nth = reader.at(count.then)
    if count.kind not in NUMBERS or not 1 <= count.number < 12 or nth.kind != "number" or nth.number not in (1, -1):
        return []
    size = 3 if word.value == "quarter" else 1
    if count.number * size > 12:
        return []
    months = (1, count.number * size) if nth.number == 1 else (13 - count.number * size, 12)
    return months_in(reader, word, nth, months) or (months_alone(reader, word, nth, months) if nth.number == 1 else [])


def counted_months(reader: Reader, place: int) -> list[Found]:
    """التسعة أشهر الأولى من عام 2015، أول تسعة أشهر من عام 2015: the number of months before their word."""
    first, second = reader.at(place), reader.at(reader.at(place).then)
    third = reader.at(second.then)
    count, word, nth = (second, third, first) if second.kind in NUMBERS else (first, second, third)
    if word.value != "month" or not 1 <= count.number < 12 or nth.kind != "number" or nth.number not in (1, -1):
        return []
    return months_in(reader, first, third, (1, count.number) if nth.number == 1 else (13 - count.number, 12))


def same_part(reader: Reader, place: int) -> list[Found]:
    """الفترة نفسها من (في) العام الماضي، نفس الشهر من عام 2014: in another year, the months told before."""
    atom = reader.at(place)
    tail = other_year(reader, atom.then)
    if tail is None or tail.spot.same:
        return []
    return [Found(same_in(reader, tail), None, atom.start, tail.end, tail.then)]


def months_in(reader: Reader, word: Atom, last: Atom, months: tuple[int, int]) -> list[Found]:
    """Some months of the year or the month that follows."""
    tail = year_tail(reader, last.then, Spot()) or this_year(reader, last.then)
    if tail is not None and tail.spot.unit:
        year = reader.at(tail.then)
        if year.kind == "digits" and is_year(year.number):
            tail = Tail(Spot(year=year.number), year.end, year.then)
    tail = tail or month_tail(reader, last.then, Spot())
    if tail is None or tail.spot.same:
        return []
    return [Found(tail.spot._replace(months=months), None, word.start, tail.end, tail.then)]


def this_year(reader: Reader, place: int) -> Tail | None:
    """(الربع الأول) من العام: the year of the present, where nothing tells which one."""
    place = reader.skip(place, "of")
    year = reader.at(place)
    alone = year.value == "year" and is_definite(reader, place) and reader.word_at(year.then) not in guards()["own_year"]
    return Tail(Spot(step=0, unit="year"), year.end, year.then) if alone else None


def season(reader: Reader, place: int) -> list[Found]:
    """صيف عام 2001، صيف 2001، شتاء 2014/2015، الصيف الماضي: the year of a season."""
    atom, after = reader.at(place), reader.at(reader.at(place).then)
    if after.kind == "sense" and after.value in (-1, 0, 1):
        of_year = Spot(step=0, unit="year")
        spot = Spot(month=atom.number, step=after.number, season=True) if after.value else of_year
        return [Found(spot, None, atom.start, after.end, after.then)]
    two = year_range(reader, reader.skip(atom.then, "unit"))
    tail = year_tail(reader, atom.then, Spot())
    return opened(two, atom) or ([Found(tail.spot, None, atom.start, tail.end, tail.then)] if tail else [])
