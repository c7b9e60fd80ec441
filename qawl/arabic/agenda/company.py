"""Who comes along by later sentences: زار الرئيس صور … ويرافقه فلان، ويرافق الرئيس في زيارته فلان، وضم الوفد المرافق فلانا."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.agenda.agents import fits_verb, parties_from
from qawl.arabic.agenda.clauses import next_noun
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, MEETING, VISIT, Taking
from qawl.arabic.agenda.words import poll_words
from qawl.arabic.frames.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import DELEGATIONS, HERS, HIS, OPEN_TA, TAKES_UP, bare_key
from qawl.arabic.lexicon import COLON, DEFINITE
from qawl.arabic.phrases import Phrase

# How the table of attendance tells who comes with another and who belongs to a party.
JOINED, MEMBERS, SPEAKS = "joined", "members", "speaks"
# So many words may tell more of a delegation before its members: ضم الوفد التونسي المرافق له:
TOLD_MORE = 5


def in_company(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who comes along to the last visit told before, or meeting where no visit is told, by its number."""
    if not any(told[0].type in (VISIT, MEETING) for told in events):
        return
    found, clauses = joining(), [encounter.clause for told in events for encounter in told]
    for place, key in enumerate(scene.tokens.keys):
        form = found.get(key)
        if form is None or any(first <= place < stop for first, stop in clauses):
            continue
        number = guest_of(events, place, (MEETING,) if form.row["by"] == SPEAKS else (VISIT, MEETING))
        if number is not None:
            yield from ((number, Taking(ATTENDS, who)) for who in company_at(scene, place, form))


@cache
def joining() -> dict[str, Form]:
    """Folded verb -> its form, if it tells who comes with another or belongs to a party: يرافقه، ضم."""
    rows = forms(ATTENDANCE).items()
    told = {key: [form for form in found if form.is_finite and form.row["by"] in (JOINED, MEMBERS, SPEAKS)] for key, found in rows}
    return {key: found[0] for key, found in told.items() if found}


def guest_of(events: list[list[Encounter]], place: int, types: tuple[str, ...]) -> int | None:
    """The last encounter of the first of the types of which one was told before `place`; None where none was."""
    before = [number for number, told in enumerate(events) if told[0].place < place]
    for type in types:
        if alike := [number for number in before if events[number][0].type == type]:
            return alike[-1]
    return None


def company_at(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """Who comes along by a verb: يرافقه | فلان، يرافق الرئيس | فلان، ضم الوفد | فلانا; nobody where its object is no delegation."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(verb)
    if form.row["by"] == MEMBERS:
        after = behind_delegation(scene, verb + 1, stop)
        return parties_from(scene, after, stop, listed=True) if after is not None else []
    if form.row["by"] == SPEAKS:
        return speaking(scene, verb, form, stop)
    after = verb + 1 + (verb + 1 < stop and tokens.keys[verb + 1] in TAKES_UP)
    if not form.pronoun:
        whom = parties_from(scene, after, stop)
        if len(whom) != 1:
            return []
        after = whom[0].stop
    found = parties_from(scene, after, stop, listed=True)
    return found if fits_verb(scene, form, found, not form.pronoun) else []


def speaking(scene: Scene, verb: int, form: Form, stop: int) -> list[Phrase]:
    """Who gives a speech: ألقى | مدير المركز كلمة، كلمة ألقاها | مدير المركز."""
    found = parties_from(scene, verb + 1, stop)[:1]
    if not found or not fits_verb(scene, form, found):
        return []
    noun = verb - 1 if form.pronoun else next_noun(scene, found[0].stop, stop)
    told = noun is not None and noun >= 0 and bare_key(scene.tokens.keys[noun]) in speeches()
    return found if told else []


@cache
def speeches() -> frozenset[str]:
    """The folded nouns of what is said before those who are there, with a pronoun too: كلمة، كلمته."""
    return frozenset(form for word in poll_words("speech") for form in (word, word + HIS, word[:-1] + OPEN_TA + HIS, word + HERS))


def behind_delegation(scene: Scene, place: int, stop: int) -> int | None:
    """Where the members of a delegation are told behind it: الوفد المرافق: | فلان، وفلان; None where none stands at `place`."""
    tokens = scene.tokens
    if place >= stop or not tokens.kinds[place] & DEFINITE or bare_key(tokens.keys[place]) not in DELEGATIONS:
        return None
    at = place + 1
    while at < min(stop, place + TOLD_MORE) and (tokens.kinds[at] & DEFINITE or tokens.keys[at] in TAKES_UP):
        at += 1
    return at + (at < stop and bool(tokens.kinds[at] & COLON))
