"""Who stood in a vote by what its results tell: حصل | الحزب على 31 مقعدا، فاز | فلان بنسبة 52 في المئة من الأصوات."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, lineup_of, parties_from
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, VOTE, Taking, Who
from qawl.arabic.agenda.words import TABLE, TRUST, chambers, keys_by, poll_words
from qawl.arabic.findings import Range
from qawl.arabic.frames.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import BY, IN, bare_key
from qawl.arabic.lexicon import COMMA, DEFINITE, NUMBER, PREFIX, PREPOSITION, RESUME

# How the table of attendance tells what somebody does with votes and seats, and those.
WON, SEAT, RIVAL = "won", "seat", "rival"
# So far behind a verb stands what was won; so near its number.
REACH = 25
NEAR = 3


def results_in(scene: Scene, words: Range) -> Iterator[tuple[int, Taking]]:
    """Whom a range of tokens tells to have won or lost in a vote, each with the place of the verb or noun that tells it."""
    found, (first, stop) = forms(ATTENDANCE), words
    for place in range(first, stop):
        if scene.tokens.keys[place] in keys_by(TRUST):
            yield from ((place, Taking(ATTENDS, who)) for who in trusting(scene, place + 1, stop))
        for form in found.get(scene.tokens.keys[place], ()):
            if form.row["by"] == WON and (seat := seat_behind(scene, place, scene.passage.sentence_stop(place))) is not None:
                if form.row["noun"] != NONE and form.pronoun:
                    continue
                everybody = (*winners(scene, place, form, seat), *others(scene, seat))
                yield from ((place, Taking(ATTENDS, who)) for who in everybody)
                break
            if form.row["by"] == RIVAL and form.pronoun and is_of_vote(scene, place):
                yield from ((place, Taking(ATTENDS, who)) for who in lineup_of(scene, place + 1, stop)[:1] if who.named)
                break


def trusting(scene: Scene, place: int, stop: int) -> list[Who]:
    """The assembly that gives its trust, or so many of it, behind that: ثقة | مجلس النواب، ثقة | 60 نائبا; not ثقة | الشعب."""
    who = lineup_of(scene, place, stop)[:1]
    if who and who[0].first == place and who[0].type == "group" and scene.tokens.kinds[place] & NUMBER:
        return list(who)
    named = range(who[0].first, who[0].stop) if who and who[0].first == place else ()
    return list(who) if any(bare_key(scene.tokens.keys[at]) in chambers() for at in named) else []


def seat_behind(scene: Scene, place: int, stop: int) -> int | None:
    """Where the votes or seats that are counted or told as such stand behind a verb: على 31 | مقعدا, من | الأصوات."""
    tokens = scene.tokens
    for at in range(place + 1, min(stop, place + REACH)):
        if tokens.kinds[at] & RESUME:
            return None
        if is_vote(scene, at) or is_office(scene, at):
            return at
        if any(form.row["by"] == SEAT for form in forms(ATTENDANCE).get(tokens.keys[at], ())):
            counted = any(kind & NUMBER for kind in tokens.kinds[max(place, at - NEAR) : min(stop, at + 1 + NEAR)])
            return at if counted or tokens.kinds[at] & DEFINITE else None
    return None


def is_vote(scene: Scene, place: int) -> bool:
    """Whether a vote stands at `place` in which somebody wins: فاز في | الانتخابات."""
    tokens = scene.tokens
    led = tokens.keys[place - 1] in (IN, BY) and tokens.kinds[place - 1] & (PREPOSITION | PREFIX)
    return bool(led) and any(form.tense == "noun" and form.row["type"] == VOTE for form in forms(TABLE).get(tokens.keys[place], ()))


def is_office(scene: Scene, place: int) -> bool:
    """Whether an office that is won stands at `place`: فاز فلان ب| رئاسة النادي; not بجائزة."""
    tokens = scene.tokens
    led = tokens.keys[place - 1] == BY and tokens.kinds[place - 1] & PREFIX
    return bool(led) and bare_key(tokens.keys[place]) in poll_words("office")


def is_of_vote(scene: Scene, place: int) -> bool:
    """Whether the sentence of a rival tells of votes, seats or a vote: مقابل 48 في المئة من الأصوات ل| منافسه."""
    words = range(scene.passage.sentence_start(place) + 1, scene.passage.sentence_stop(place))
    seats = (form.row["by"] == SEAT for at in words for form in forms(ATTENDANCE).get(scene.tokens.keys[at], ()))
    return any(seats) or any(is_vote(scene, at) for at in words)


def winners(scene: Scene, place: int, form: Form, seat: int) -> list[Who]:
    """The subject of a verb or the owner of its noun: حصل | الحزب على, | الحزب يحصل على, فوز | الحزب ب."""
    if form.tense == "noun":
        return list(lineup_of(scene, place + 1, seat)) if not form.pronoun else []
    if form.pronoun or not form.is_finite:
        return []
    found = parties_from(scene, place + 1, seat)
    return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, place, form)


def others(scene: Scene, seat: int) -> list[Who]:
    """Those of whom the verb before holds too: على 31 مقعدا، و| الحركة على 30 مقعدا، و| الاتحاد 20 مقعدا."""
    tokens, found = scene.tokens, list[Who]()
    stop = scene.passage.sentence_stop(seat)
    place = next((at for at in range(seat + 1, stop) if tokens.kinds[at] & COMMA or is_and(tokens, at)), stop)
    while place + 2 < stop and (tokens.kinds[place] & COMMA or is_and(tokens, place)):
        place += 1 + bool(tokens.kinds[place] & COMMA and is_and(tokens, place + 1))
        party = lineup_of(scene, place, stop)[:1]
        if not party or not is_counted(scene, party[0].stop, stop):
            break
        found += party
        place = next((at for at in range(party[0].stop, stop) if tokens.kinds[at] & COMMA or is_and(tokens, at)), stop)
    return found


def is_counted(scene: Scene, place: int, stop: int) -> bool:
    """Whether a number stands at `place`, led by a preposition or not, or one of votes: على | 30، ب| عدد أصوات بلغ 30."""
    kinds, keys = scene.tokens.kinds, scene.tokens.keys
    after = place + 1 if place < stop and kinds[place] & (PREPOSITION | PREFIX) else place
    near = range(after, min(stop, after + NEAR + 1))
    votes = any(form.row["by"] == SEAT for at in near for form in forms(ATTENDANCE).get(keys[at], ()))
    return after < stop and (bool(kinds[after] & NUMBER) or (votes and any(kinds[at] & NUMBER for at in near)))
