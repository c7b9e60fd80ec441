"""The golden records: marks made by hand as full records (`python -m bench.golden fill`, `python -m bench.golden check`).

Statements with their flags, people, dates, events, actions and relations of `golden/STEM.record.json` are the marks of
`golden/STEM.gold.json`, each at its place in the text; all the rest is what `qawl` makes of the page: the document with its
parts, the title's statements, the lemma and act of a cue, the anchor of a date on whose value both agree. So a record changes
when one of those does, and the commit says why. Texts and marks are never written by a program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bench.golden_agenda import actions_of, events_of, flags_of, relations_of
from bench.marks import FOLDER, DateMark, GoldPage, PersonMark, Place, StatementMark, golden_pages, meets, occurrences, words_for
from bench.scoring import WORD
from qawl.arabic.letters import bare_key, fold, fold_phrase
from qawl.arabic.verbs import Reading, verb_readings
from qawl.model import Cue, Date, Document, Form, Page, Party, Person, Record, Role, Span, Speaker, Statement, hash_id, slice_span
from qawl.reading import read_page

RULE = "hand"
FINITE = ("perfect", "imperfect", "passive")


def main(argv: list[str] | None = None) -> int:
    """Write the records, or say which of them are not what would be written. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.golden", description=__doc__)
    parser.add_argument("command", choices=["fill", "check"], help="write the records, or compare them with what would be written")
    command = parser.parse_args(argv).command
    stale = [page for page in golden_pages() if not is_current(page)]
    for page in stale:
        print(f"{record_path(page).name}: {'written' if command == 'fill' else 'out of date; run python -m bench.golden fill'}")
        if command == "fill":
            record_path(page).write_bytes(filled_json(page))
    return 1 if stale and command == "check" else 0


def record_path(page: GoldPage) -> Path:
    """Where the record of a golden page lies."""
    return FOLDER / f"{page.id}.record.json"


def is_current(page: GoldPage) -> bool:
    """Whether the record on disk is what `fill` would write."""
    path = record_path(page)
    return path.is_file() and path.read_bytes() == filled_json(page)


def filled_json(page: GoldPage) -> bytes:
    """The record of a golden page as indented JSON."""
    return msgspec.json.format(filled(page).to_json(), indent=1) + b"\n"


def read_golden(page: GoldPage) -> Record:
    """What qawl makes of a golden page, told beforehand what the marks tell of it."""
    return read_page(
        Page(id=f"{page.id}.txt", source=page.text, kind="text", title=page.title, published=page.published, outlet=page.outlet)
    )


def filled(page: GoldPage) -> Record:
    """The record of a golden page: the marks, and around them what qawl makes of the page."""
    record = read_golden(page)
    people = tuple(person_of(page, mark) for mark in page.people)
    statements = tuple(statement_of(page, record.document, mark, people) for mark in page.statements)
    events = events_of(page, people, statements)
    return msgspec.structs.replace(
        record,
        statements=statements,
        people=people,
        dates=tuple(date_of(page, mark, record.dates) for mark in page.dates),
        events=events,
        actions=actions_of(page, events),
        relations=relations_of(page, people),
    )


# -- statements


def statement_of(page: GoldPage, document: Document, mark: StatementMark, people: tuple[Person, ...]) -> Statement:
    """A marked statement as one of the record, its id made as the reader makes it."""
    cue, source = cue_of(page, mark), slice_span(page.text, *mark.source) if mark.source else None
    content = tuple(slice_span(page.text, *place) for place in mark.content)
    return Statement(
        id=statement_id(document, [span for span in (cue, source, *content) if span]),
        kind=mark.kind,
        cue=cue,
        source=source,
        speaker=speaker_of(page, mark, people),
        content=content,
        via=via_of(mark, people),
        flags=flags_of(page, mark),
        rule=RULE,
    )


def statement_id(document: Document, spans: Iterable[Span]) -> str:
    """The id of a statement with cue, source and content at `spans`."""
    return hash_id(document.text_sha256, [(span.start, span.end) for span in spans])


def cue_of(page: GoldPage, mark: StatementMark) -> Cue | None:
    """The cue with lemma and act of the first of its words that is a word of saying, else the cue itself, which says."""
    if mark.cue is None:
        return None
    span = slice_span(page.text, *mark.cue)
    reading = next(cue_readings(page, mark), None)
    return Cue(span.text, span.start, span.end, *((reading.lemma, reading.act) if reading else (span.text, "say")))


def cue_readings(page: GoldPage, mark: StatementMark) -> Iterator[Reading]:
    """The readings of the words of a cue."""
    for word in folded_words(page.text[slice(*mark.cue)] if mark.cue else ""):
        yield from verb_readings().get(word) or verb_readings().get(bare_key(word), ())


def speaker_of(page: GoldPage, mark: StatementMark, people: tuple[Person, ...]) -> Speaker | None:
    """The marked speaker, tied to the person of the record who has that name."""
    if mark.speaker is None or mark.type is None:
        return None
    person = named(mark.speaker, people)
    ref, role = (person.id, role_in(mark.source, person)) if person else (None, None)
    return Speaker(mark.speaker, mark.type, ref, form=form_of(page, mark), role=role)


def named(name: str, people: tuple[Person, ...]) -> Person | None:
    """The person of that name."""
    return next((person for person in people if fold_phrase(person.name) == fold_phrase(name)), None)


def role_in(source: Place | None, person: Person) -> str | None:
    """The longest role of a person that the source names."""
    roles = [role for role in person.roles if source and source[0] <= role.start and role.end <= source[1]]
    return max(roles, key=lambda role: len(role.text)).text if roles else None


def form_of(page: GoldPage, mark: StatementMark) -> Form:
    """How the text refers to the speaker: by where the statement stands, then by the source, then by the cue alone."""
    if in_title(page, mark.content[0]):
        return "headline"
    if mark.source is None:
        return "pronoun" if any(reading.owner for reading in cue_readings(page, mark)) else "dropped"
    return "fronted" if is_fronted(page, mark) else source_form(page.text[slice(*mark.source)], mark)


def in_title(page: GoldPage, place: Place) -> bool:
    """Whether a place lies in the title as the text prints it."""
    start = page.text.find(page.title) if page.title else -1
    return start >= 0 and start <= place[0] and place[1] <= start + len(page.title or "")


def is_fronted(page: GoldPage, mark: StatementMark) -> bool:
    """Whether the source is named before a finite verb."""
    finite = any(reading.tense in FINITE for reading in cue_readings(page, mark))
    return bool(mark.cue and mark.source) and finite and mark.source < mark.cue  # type: ignore[operator]


def source_form(source: str, mark: StatementMark) -> Form:
    """Name, surname or role, by which words of the speaker's name the source has."""
    words, name = folded_words(source), folded_words(mark.speaker or "")
    if set(name) <= set(words):
        return "name"
    return "surname" if mark.type == "person" and name[-1] in words else "role"


def folded_words(phrase: str) -> list[str]:
    """The folded words of a phrase without its punctuation."""
    return [fold(word) for word in WORD.findall(phrase)]


def via_of(mark: StatementMark, people: tuple[Person, ...]) -> Party | None:
    """Who relays a statement."""
    if mark.via is None:
        return None
    person = named(mark.via, people)
    return Party(mark.via, "person" if person else "organisation", person.id if person else None)


# -- people and dates


def person_of(page: GoldPage, mark: PersonMark) -> Person:
    """A marked person with every occurrence of every form of the name, and the nearest place of each role."""
    mentions = mentions_of(page, mark)
    name = next(span for span in mentions if span.text == mark.name)
    roles = tuple(sorted((role_of(page, role, mentions) for role in mark.roles), key=lambda role: role.start))
    return Person(id=hash_id("person", name.text, name.start), name=mark.name, roles=roles, mentions=mentions)


def mentions_of(page: GoldPage, mark: PersonMark) -> tuple[Span, ...]:
    """Where the forms of a name stand outside the page's chrome, a longer form before the shorter ones inside it."""
    taken = list(page.chrome)
    found = []
    for form in sorted(mark.mentions, key=len, reverse=True):
        places = [place for place in occurrences(page.text, form) if not any(meets(place, other) for other in taken)]
        taken += places
        found += places
    return tuple(slice_span(page.text, *place) for place in sorted(found))


def role_of(page: GoldPage, role: str, mentions: tuple[Span, ...]) -> Role:
    """The place of a role closest to one of the person's names; former where its own words say so."""
    names = [(span.start, span.end) for span in mentions]
    places = [place for place in occurrences(page.text, role) if not any(meets(place, name) for name in names)]
    span = slice_span(page.text, *min(places, key=lambda place: min(abs(place[0] - name[0]) for name in names)))
    former = any(fold(word) in words_for("former") for word in role.split())
    return Role(span.text, span.start, span.end, former)


def date_of(page: GoldPage, mark: DateMark, read: tuple[Date, ...]) -> Date:
    """A marked date, with the anchor that qawl gives where it has the same value in that place."""
    span = slice_span(page.text, *mark.place)
    same = (date for date in read if date.value == mark.value and meets(mark.place, (date.start, date.end)))
    return Date(span.text, span.start, span.end, mark.value, next((date.anchor for date in same), None))


if __name__ == "__main__":
    sys.exit(main())
