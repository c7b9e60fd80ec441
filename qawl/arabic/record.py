"""Findings as parts of the record: tokens become spans, actors become people and speakers."""

from __future__ import annotations

from msgspec.structs import replace

from qawl.arabic.actors import Actor
from qawl.arabic.bands import band_of
from qawl.arabic.findings import Finding, Range
from qawl.arabic.letters import OTHER_THAN, fold_phrase
from qawl.arabic.lexicon import KAN, NEGATION, PREFIX, PUNCTUATION, THAT
from qawl.arabic.passage import Passage
from qawl.arabic.people.bare_offices import add_offices, add_short_offices
from qawl.arabic.people.borne_out import is_borne_out, stands_out
from qawl.arabic.people.former import is_former
from qawl.arabic.people.only_officers import add_only_offices
from qawl.arabic.people.roles import main_office
from qawl.arabic.phrases.appositions import whole_source
from qawl.arabic.phrases.parties import body_in, body_type
from qawl.arabic.quotes import Quote
from qawl.arabic.speakers.cast import Answer, Cast
from qawl.arabic.speakers.occasions import days_of, said_on
from qawl.arabic.speakers.repeats import repeated
from qawl.arabic.speakers.sureness import rule_of
from qawl.model import Cue, Date, DatedValue, Group, Kind, Organisation, Party, Person, Role, Span, Speaker, Statement, hash_id

# What a country is as a body.
STATE = "state"
Named = list[tuple[Actor, Person]]
Parties = list[tuple[Actor, Organisation | Group]]
Refs = dict[Actor, str]
Said = list[tuple[Finding, Answer]]


def span_of(passage: Passage, span: Range) -> Span:
    """The span of a range of tokens."""
    start, end = passage.offsets(*span)
    return Span(passage.text[start:end], start, end)


def kind_of(passage: Passage, content: tuple[Range, ...]) -> Kind:
    """Direct, indirect or mixed, by the quotation marks alone."""
    inside = [quote for first, stop in content for quote in passage.quotes_in(first, stop)]
    if inside and all(any(quote.first <= first and stop <= quote.stop for quote in inside) for first, stop in content):
        return "direct" if opens_quote(passage, content[0][0]) else "indirect"
    return "mixed" if any(quote.is_speech or is_clause(passage, quote) for quote in inside) else "indirect"


def opens_quote(passage: Passage, first: int) -> bool:
    """Whether nothing but أن and marks stands between a quotation's mark and the token at `first`."""
    quote = passage.inside(first)
    return quote is None or all(kind & (THAT | PUNCTUATION | PREFIX) for kind in passage.tokens.kinds[quote.first : first])


def is_clause(passage: Passage, quote: Quote) -> bool:
    """Whether a short quotation says something all the same: «لن نعود»، «كان نائما»."""
    tokens, first = passage.tokens, quote.first
    return quote.words > 1 and bool(tokens.kinds[first] & (NEGATION | KAN)) and tokens.keys[first] != OTHER_THAN


def people_of(passage: Passage, cast: Cast, said: Said) -> Named:
    """The people of the page in order of their first mention."""
    speakers = {answer.actor for _, answer in said}
    tokens = passage.tokens
    persons = [actor for actor in cast.people if actor.type == "person" and (actor in speakers or is_borne_out(tokens, actor))]
    people = [actor for actor in persons if actor in cast.by_name or stands_out(tokens, actor, actor in speakers)]
    add_offices(tokens, people)
    add_short_offices(tokens, people)
    add_only_offices(tokens, people)
    return [(actor, person_of(passage, actor)) for actor in sorted(people, key=lambda actor: actor.mentions[0])]


def person_of(passage: Passage, actor: Actor) -> Person:
    """An actor as a person of the record."""
    name = span_of(passage, actor.name)
    roles = tuple(role_of(passage, role) for role in actor.roles)
    mentions = tuple(span_of(passage, mention) for mention in actor.mentions)
    return Person(id=hash_id("person", name.text, name.start), name=name.text, roles=roles, mentions=mentions)


def role_of(passage: Passage, words: Range) -> Role:
    """A title or an office of a person as the record has it."""
    span = span_of(passage, words)
    return Role(span.text, span.start, span.end, is_former(passage.tokens, words))


def parties_of(passage: Passage, said: Said) -> Parties:
    """The bodies, countries and groups that speak, relay or are spoken to, in order of their first mention."""
    actors = {actor for _, answer in said for actor in (answer.actor, answer.via, answer.told) if actor}
    found: Parties = []
    for actor in sorted(actors, key=lambda actor: (actor.mentions[0], actor.name)):
        if actor.type in ("organisation", "country"):
            found.append((actor, organisation_of(passage, actor)))
        elif actor.type == "group":
            found.append((actor, group_of(passage, actor)))
    return found


def mentions_of(passage: Passage, actor: Actor) -> tuple[Span, ...]:
    """Every mention of an actor in text order."""
    return tuple(span_of(passage, mention) for mention in sorted(set(actor.mentions)))


def organisation_of(passage: Passage, actor: Actor) -> Organisation:
    """An actor as a body of the record."""
    name = span_of(passage, actor.name)
    kind = STATE if actor.type == "country" else body_type(passage.tokens, actor.mentions[0])
    mentions = mentions_of(passage, actor)
    return Organisation(id=hash_id("organisation", name.text, name.start), name=name.text, type=kind, mentions=mentions)


def group_of(passage: Passage, actor: Actor) -> Group:
    """An actor as a group of the record."""
    name = span_of(passage, actor.name)
    return Group(id=hash_id("group", name.text, name.start), name=name.text, mentions=mentions_of(passage, actor))


def refs_of(people: Named, parties: Parties) -> Refs:
    """The id of each actor that the record has as a person, a body or a group."""
    return {actor: found.id for actor, found in (*people, *parties)}


def speaker_of(passage: Passage, answer: Answer, refs: Refs) -> Speaker | None:
    """The speaker of a statement, None where no one can be told."""
    party = party_of(passage, answer.actor, refs)
    if party is None:
        return None
    office = main_office(passage.tokens, answer.role) if answer.role else None
    body = body_in(passage.tokens, office) if office else None
    role, organisation = (span_of(passage, span).text if span else None for span in (office, body))
    return Speaker(party.name, party.type, party.ref, form=answer.form, role=role, organisation=organisation)


def party_of(passage: Passage, actor: Actor | None, refs: Refs) -> Party | None:
    """An actor as a party, None where there is none."""
    return Party(span_of(passage, actor.name).text, actor.type, refs.get(actor)) if actor else None


def cue_of(passage: Passage, finding: Finding) -> Cue | None:
    """The cue of a finding with its lemma and act."""
    if finding.cue is None:
        return None
    span = span_of(passage, finding.cue)
    lemma, act = (finding.reading.lemma, finding.reading.act) if finding.reading else (span.text, "say")
    return Cue(span.text, span.start, span.end, lemma, act)


def statements_of(sha256: str, passage: Passage, said: Said, refs: Refs, dates: tuple[Date, ...]) -> tuple[Statement, ...]:
    """The findings as statements of the record, in text order."""
    told = said_on(passage, said, days_of(passage, dates))
    statements = [statement_of(sha256, passage, *found, refs, day) for found, day in zip(said, told, strict=True)]
    for later, first in repeated(passage, said).items():
        statements[later] = replace(statements[later], repeats=statements[first].id)
    return tuple(statements)


def statement_of(sha256: str, passage: Passage, finding: Finding, answer: Answer, refs: Refs, day: DatedValue | None) -> Statement:
    """One finding as a statement."""
    cue = cue_of(passage, finding)
    whole = whole_source(passage, finding)
    source = span_of(passage, whole) if whole else None
    content = tuple(span_of(passage, piece) for piece in finding.content)
    places = [(span.start, span.end) for span in (cue, source, *content) if span]
    speaker = speaker_of(passage, answer, refs)
    rule = rule_of(finding, answer)
    return Statement(
        id=hash_id(sha256, places),
        kind=kind_of(passage, finding.content),
        cue=cue,
        source=source,
        speaker=speaker,
        content=content,
        said_on=day,
        said_to=party_of(passage, answer.told, refs),
        via=party_of(passage, answer.via, refs),
        band=band_of(rule, speaker),
        rule=rule,
    )


def told_by(people: tuple[Person, ...], statement: Statement) -> Statement:
    """A headline's statement with the person of the text as its speaker whom its words mean, where they mean one."""
    speaker = statement.speaker
    if speaker is None or speaker.type not in ("person", "unnamed"):
        return statement
    words = fold_phrase(speaker.name)
    meant = [person for person in people if f" {fold_phrase(person.name)}".endswith(f" {words}")] or holders(people, words)
    if len(meant) != 1:
        return statement
    return replace(statement, speaker=replace(speaker, name=meant[0].name, type="person", ref=meant[0].id))


def told_by_body(bodies: tuple[Organisation, ...], statement: Statement) -> Statement:
    """A headline's statement with the body of the text as its speaker that the text calls by the same words, where there is one."""
    speaker = statement.speaker
    if speaker is None or speaker.type not in ("organisation", "country") or speaker.ref:
        return statement
    words = fold_phrase(speaker.name)
    meant = [body for body in bodies if any(fold_phrase(span.text) == words for span in body.mentions)]
    return replace(statement, speaker=replace(speaker, ref=meant[0].id)) if len(meant) == 1 else statement


def holders(people: tuple[Person, ...], words: str) -> list[Person]:
    """The people whose office the folded words are."""
    return [person for person in people if any(fold_phrase(role.text) == words for role in person.roles)]
