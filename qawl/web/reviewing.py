"""What a reviewer is shown of a finding: where it stands, what is said of it and what changed, whom the page names, and the words
at which its content may begin and end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from qawl.arabic.letters import fold_phrase
from qawl.library import Library, LibraryError
from qawl.library.asking.ruled import Ruled
from qawl.model import Event, Record, Span, Statement
from qawl.show.decided import value_told
from qawl.show.marks import Mark, Part, in_word, whole_words
from qawl.show.strings import Lang, say
from qawl.show.why import Because, reasons
from qawl.web.passages import Paragraph, Piece, paragraphs_of, title_pieces

Range = tuple[int, int]
BEFORE, BEHIND = 700, 400  # characters that are shown before a finding, and behind it
MOST_WORDS = 120  # words that are offered before the content, and behind it
LABEL = 3  # words by which a boundary is known
# What is shown of a statement beside its band and its rule.
FIELDS = ("speaker", "role", "organisation", "kind", "cue", "said_to", "via", "said_on", "holder", "topic", "flags")


class Subject(NamedTuple):
    """A finding that is decided about, as it stands in its page, with what people decided of it."""

    capture: str
    record: Record
    finding: Statement | Event
    in_title: bool
    ruled: Ruled

    @property
    def key(self) -> str:
        """By what `Library.decide` knows it."""
        return f"{self.capture}:{self.finding.id}"

    @property
    def text(self) -> str:
        """The text that its offsets count in."""
        document = self.record.document
        return (document.title or "") if self.in_title else document.text

    @property
    def is_event(self) -> bool:
        """Whether it is an encounter."""
        return isinstance(self.finding, Event)


def subject_of(library: Library, finding: str) -> Subject:
    """The finding of `CAPTURE:ID`, as it is shown. Raises `LibraryError` (not_found), also where it was rejected."""
    capture, _, id = finding.rpartition(":")
    record = library.seen(capture)
    for in_title, all in ((True, record.title_statements), (False, record.statements), (False, record.events)):
        for one in all:
            if one.id == id:
                return Subject(capture, record, one, in_title, library.ruled(capture, id))
    raise LibraryError("not_found", "the page shows no statement or encounter {id}; it may have been rejected", id=id)


# -- where it stands


def surroundings(subject: Subject) -> list[Paragraph]:
    """The paragraphs that hold it, with the one before and the one behind, as far as they are near; of a title the title."""
    finding, document = subject.finding, subject.record.document
    if subject.in_title and isinstance(finding, Statement):
        return [Paragraph(title_pieces(subject.text, [finding]), "title", 0, len(subject.text), 0)]
    shown = ([finding], []) if isinstance(finding, Statement) else ([], marks_of(subject.text, finding))
    paragraphs = paragraphs_of(document, shown[0], layers=shown[1])
    places = [(one.start, one.end) for one in spans_of(finding)]
    held = [number for number, one in enumerate(paragraphs) if any(one.start < end and start < one.end for start, end in places)]
    if not held:
        return []
    first, last = min(start for start, _ in places) - BEFORE, max(end for _, end in places) + BEHIND
    near = paragraphs[max(0, held[0] - 1) : held[-1] + 2]
    return [clipped(one, first, last) for one in near if one.start < last and first < one.end]


def clipped(one: Paragraph, first: int, last: int) -> Paragraph:
    """A paragraph without what stands before one place or behind another, on whole words."""
    text = "".join(piece.text for piece in one.pieces)
    start = text.find(" ", first - one.start) + 1 if first > one.start else 0
    end = text.rfind(" ", 0, last - one.start) if last < one.end else len(text)
    if (start, end) == (0, len(text)) or start >= end:
        return one
    return replace(one, pieces=tuple(_cut(one.pieces, start, end)), start=one.start + start, end=one.start + end)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    place = 0
    for piece in pieces:
        left, right = max(start, place), min(end, place + len(piece.text))
        if left < right:
            yield replace(piece, text=piece.text[left - place : right - place])
        place += len(piece.text)


def spans_of(finding: Statement | Event) -> tuple[Span, ...]:
    """The words that it is made of."""
    return finding.content if isinstance(finding, Statement) else finding.evidence


def marks_of(text: str, event: Event) -> list[Mark]:
    """The marks of an encounter: the clauses that tell it, the words that name it, and where it is."""
    named: list[tuple[Span | None, Part]] = [(event.what, "cue"), (event.where, "source")]
    told: list[tuple[Span | None, Part]] = [(span, "content") for span in event.evidence]
    return [Mark(*whole_words(text, span.start, span.end), 0, part) for span, part in (*told, *named) if span]


# -- what is said of it


class Shown(NamedTuple):
    """A field: its value (None: unknown), a note, why it is so; and where a person fixed it, what it was and who did."""

    name: str
    value: str | None
    note: str
    why: tuple[Because, ...]
    was: str | None = None
    who: str | None = None


def fields_shown(subject: Subject, lang: Lang) -> list[Shown]:
    """What is said of a statement, field by field, with what people changed."""
    statement = subject.finding
    assert isinstance(statement, Statement)
    why = reasons(subject.record, statement, lang)
    values = values_shown(statement, lang)
    return [_changed(Shown(name, *values[name], why.get(name, ())), subject.ruled, lang) for name in FIELDS if name in values]


def values_shown(one: Statement, lang: Lang) -> dict[str, tuple[str | None, str]]:
    """The values of fields with a note on each."""
    speaker, comma = one.speaker, f"{say(lang, 'comma')} "
    parties = {"said_to": one.said_to, "via": one.via}
    return {
        "speaker": (speaker.name if speaker else None, say(lang, f"form.{speaker.form}") if speaker else ""),
        "role": (speaker.role if speaker else None, ""),
        "organisation": (speaker.organisation if speaker else None, ""),
        "kind": (say(lang, f"kind.{one.kind}"), ""),
        "cue": (one.cue.text if one.cue else None, say(lang, f"act.{one.cue.act}") if one.cue else ""),
        "said_on": (one.said_on.value if one.said_on else None, ""),
        **{name: (party.name, "") for name, party in parties.items() if party},
        **({"holder": (comma.join(party.name for party in one.holder), "")} if one.holder else {}),
        **({"topic": (one.topic.text, "")} if one.topic else {}),
        **({"flags": (comma.join(say(lang, f"flag.{flag.flag}") for flag in one.flags), "")} if one.flags else {}),
    }


def _changed(one: Shown, ruled: Ruled, lang: Lang) -> Shown:
    decision = ruled.holds.get(one.name)
    if decision is None or decision.verdict != "fix":
        return one
    return one._replace(was=value_told(one.name, decision.machine.get(one.name), lang), who=decision.who, note="", why=())


# -- what it can be instead


class Named(NamedTuple):
    """Somebody whom the page names, and as what."""

    name: str
    role: str | None


def named_near(subject: Subject) -> list[Named]:
    """Who else may speak: all whom the page names, those nearest to the finding first, then who speaks elsewhere on it."""
    record = subject.record
    place = min((span.start for span in spans_of(subject.finding)), default=0)
    near = sorted(record.named, key=lambda one: min((abs(span.start - place) for span in one.mentions), default=len(subject.text)))
    named = [Named(one.name, next((role.text for role in getattr(one, "roles", ())), None)) for one in near]
    speakers = [one.speaker for one in (*record.statements, *record.title_statements) if one.speaker]
    named += [Named(speaker.name, speaker.role) for speaker in speakers]
    once: dict[str, Named] = {}
    for one in named:
        once.setdefault(fold_phrase(one.name), one)
    once.pop(fold_phrase(speaker_of(subject.finding) or ""), None)
    return list(once.values())


def speaker_of(finding: Statement | Event) -> str | None:
    """Who says a statement now."""
    return finding.speaker.name if isinstance(finding, Statement) and finding.speaker else None


class Boundary(NamedTuple):
    """A place in code points at which content may begin or end, and the words by which it is known."""

    place: int
    label: str


def beginnings(subject: Subject, paragraphs: Sequence[Paragraph]) -> list[Boundary]:
    """Where the content may begin: at a word of these paragraphs, or where it begins now."""
    text, now = subject.text, spans_of(subject.finding)[0].start
    words = words_between(text, paragraphs, now, spans_of(subject.finding)[-1].end)
    places = sorted({start for start, _ in words} | {now})
    ends = [end for _, end in words]
    return [Boundary(place, text[place : _after(ends, place)]) for place in places]


def endings(subject: Subject, paragraphs: Sequence[Paragraph]) -> list[Boundary]:
    """Where it may end, likewise."""
    text, now = subject.text, spans_of(subject.finding)[-1].end
    words = words_between(text, paragraphs, spans_of(subject.finding)[0].start, now)
    places = sorted({end for _, end in words} | {now})
    starts = [start for start, _ in words]
    return [Boundary(place, text[_before(starts, place) : place]) for place in places]


def _after(ends: Sequence[int], place: int) -> int:
    """The end of the label that begins at a place."""
    later = [end for end in ends if end > place][:LABEL]
    return later[-1] if later else place


def _before(starts: Sequence[int], place: int) -> int:
    earlier = [start for start in starts if start < place][-LABEL:]
    return earlier[0] if earlier else place


def words_between(text: str, paragraphs: Sequence[Paragraph], start: int, end: int) -> list[Range]:
    """The words of paragraphs, not too far from what begins and ends there."""
    words = [one for paragraph in paragraphs for one in words_of(text, paragraph.start, paragraph.end)]
    before = [one for one in words if one[1] <= start][-MOST_WORDS:]
    return before + [one for one in words if one[1] > start and one[0] < end] + [one for one in words if one[0] >= end][:MOST_WORDS]


def words_of(text: str, start: int, end: int) -> Iterator[Range]:
    """The places of the words of a stretch."""
    for inside, places in groupby(range(start, end), key=lambda place: in_word(text[place])):
        first, *others = places
        if inside:
            yield first, (others[-1] if others else first) + 1


def moved(content: Sequence[Span], start: int, end: int) -> str:
    """Content that begins and ends elsewhere, as `Library.decide` takes it; what stands between its pieces stays out."""
    gaps = [(one.end, other.start) for one, other in pairwise(content) if start < one.end and other.start < end]
    edges = [start, *(place for gap in gaps for place in gap), end]
    return ",".join(f"{first}-{last}" for first, last in zip(edges[::2], edges[1::2], strict=True))
