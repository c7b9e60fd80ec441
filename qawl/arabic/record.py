"""Findings as parts of the record: tokens become spans, actors become people and speakers."""

from __future__ import annotations

from qawl.arabic.bands import band_of
from qawl.arabic.findings import Finding, Range
from qawl.arabic.lexicon import PREFIX, PUNCTUATION
from qawl.arabic.passage import Passage
from qawl.arabic.people import Actor
from qawl.arabic.speakers import Answer, Cast
from qawl.model import Cue, Kind, Party, Person, Role, Span, Speaker, Statement, hash_id

Named = list[tuple[Actor, Person]]


def span_of(passage: Passage, span: Range) -> Span:
    """The span of a range of tokens."""
    start, end = passage.offsets(*span)
    return Span(passage.text[start:end], start, end)


def words_in(passage: Passage, span: Range) -> int:
    """How many words stand in a range of tokens."""
    return sum(not kind & (PREFIX | PUNCTUATION) for kind in passage.tokens.kinds[slice(*span)])


def kind_of(passage: Passage, content: tuple[Range, ...]) -> Kind:
    """Direct, indirect or mixed, by the quotation marks alone."""
    inside = [quote for quote in passage.quotes if any(quote.first < stop and first < quote.stop for first, stop in content)]
    if inside and all(any(quote.first <= first and stop <= quote.stop for quote in inside) for first, stop in content):
        return "direct"
    return "mixed" if any(quote.is_speech for quote in inside) else "indirect"


def people_of(passage: Passage, cast: Cast) -> Named:
    """The people of the page in order of their first mention."""
    people = sorted((actor for actor in cast.people if actor.type == "person"), key=lambda actor: actor.mentions[0])
    return [(actor, person_of(passage, actor)) for actor in people]


def person_of(passage: Passage, actor: Actor) -> Person:
    """An actor as a person of the record."""
    name = span_of(passage, actor.name)
    roles = tuple(Role(span.text, span.start, span.end) for span in (span_of(passage, role) for role in actor.roles))
    mentions = tuple(span_of(passage, mention) for mention in actor.mentions)
    return Person(id=hash_id("person", name.text, name.start), name=name.text, roles=roles, mentions=mentions)


def speaker_of(passage: Passage, answer: Answer, people: Named) -> Speaker | None:
    """The speaker of a statement, None where no one can be told."""
    actor = answer.actor
    if actor is None:
        return None
    ref = next((person.id for known, person in people if known is actor), None)
    role = span_of(passage, answer.role).text if answer.role else None
    return Speaker(span_of(passage, actor.name).text, actor.type, ref, form=answer.form, role=role)


def via_of(passage: Passage, finding: Finding, people: Named) -> Party | None:
    """Who relays a saying, None where nobody does."""
    if finding.via is None:
        return None
    name = span_of(passage, finding.via.name).text
    ref = next((person.id for _, person in people if person.name == name), None)
    return Party(name, finding.via.type, ref)


def cue_of(passage: Passage, finding: Finding) -> Cue | None:
    """The cue of a finding with its lemma and act."""
    if finding.cue is None:
        return None
    span = span_of(passage, finding.cue)
    lemma, act = (finding.reading.lemma, finding.reading.act) if finding.reading else (span.text, "say")
    return Cue(span.text, span.start, span.end, lemma, act)


def statements_of(sha256: str, passage: Passage, said: list[tuple[Finding, Answer]], people: Named) -> tuple[Statement, ...]:
    """The findings as statements of the record, in text order."""
    return tuple(statement_of(sha256, passage, finding, answer, people) for finding, answer in said)


def statement_of(sha256: str, passage: Passage, finding: Finding, answer: Answer, people: Named) -> Statement:
    """One finding as a statement."""
    cue = cue_of(passage, finding)
    phrase = finding.source
    source = span_of(passage, (phrase.first, phrase.stop)) if phrase else None
    content = tuple(span_of(passage, piece) for piece in finding.content)
    places = [(span.start, span.end) for span in (cue, source, *content) if span]
    speaker = speaker_of(passage, answer, people)
    return Statement(
        id=hash_id(sha256, places),
        kind=kind_of(passage, finding.content),
        cue=cue,
        source=source,
        speaker=speaker,
        content=content,
        via=via_of(passage, finding, people),
        band=band_of(finding.rule, speaker),
        rule=finding.rule,
    )
