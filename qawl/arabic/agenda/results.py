"""Who stood in a vote by what its results tell: حصل | الحزب على 31 مقعدا، فاز | فلان بنسبة 52 في المئة من الأصوات."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, lineup_of, parties_from
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, VOTE, Taking, Who, end_of
from qawl.arabic.agenda.words import TABLE, TRUST, WHEN, chambers, keys_by, poll_words, ranks, votes
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ABOUT, ADDRESSING, AGAINST, BY, CONJUNCTIONS, FALLS_TO, FOR_OR_AGAINST, IN, ROUND, UPON, bare_key
from qawl.arabic.lexicon import BODY, COMMA, DEFINITE, KAN, NUMBER, PREFIX, PREPOSITION, QUANTITY, RESUME
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase

# How the table of attendance tells what somebody does with votes and seats, and those.
WON, SEAT, RIVAL, RANK, LISTED = "won", "seat", "rival", "rank", "listed"
# What the verb of those who vote needs in the table of encounters.
BALLOT = "ballot"
# What its nouns need that tell of other things too, and the class of what tells that: السباق | الرئاسي.
POLL, RUNOFF = "poll", "runoff"
# So far behind a verb stands what was won; so near its number.
REACH = 25
NEAR = 3
# What the count of votes may stand behind.
VOTED = frozenset((*FOR_OR_AGAINST, AGAINST))


def results_in(scene: Scene, words: Range) -> Iterator[tuple[int, Taking]]:
    """Whom a range of tokens tells to have won or lost in a vote, each with the place of the verb or noun that tells it."""
    found, (first, stop) = forms(ATTENDANCE), words
    for place in range(first, stop):
        key = scene.tokens.keys[place]
        if key in VOTED:
            yield from ((place, Taking(ATTENDS, who)) for who in (*voting_so(scene, place), *outvoted(scene, place)))
        if key in keys_by(TRUST):
            yield from ((place, Taking(ATTENDS, who)) for who in trusting(scene, place + 1, stop))
        for form in found.get(key):
            if form.row["by"] == WON and (seat := won_behind(scene, place, form)) is not None:
                if form.row["noun"] != NONE and form.pronoun:
                    continue
                yield from ((place, Taking(ATTENDS, who)) for who in everybody(scene, place, form, seat))
                break
            if form.row["by"] in (RIVAL, RANK, SEAT, LISTED):
                yield from ((place, Taking(ATTENDS, who)) for who in beside_result(scene, place, form, stop) if who.named)
                break


def everybody(scene: Scene, place: int, form: Form, seat: int) -> list[Who]:
    """Those of whom a verb or noun of winning holds, and those told beside them behind what was won, else behind them."""
    first = winners(scene, place, form, seat)
    whole = seat == scene.passage.sentence_stop(place)
    return [*first, *others(scene, end_of(first, seat) - 1 if whole else seat)]


def beside_result(scene: Scene, place: int, form: Form, stop: int) -> list[Phrase]:
    """Who stands beside a word of results: منافسه | فلان، في المركز الثاني | فلان، | فلان 20 صوتا."""
    if form.row["by"] == SEAT:
        return counted_before(scene, place)
    if not is_of_vote(scene, place):
        return []
    if form.row["by"] == LISTED:
        return listed_behind(scene, place)
    return ranked(scene, place) if form.row["by"] == RANK else rival_of(scene, place, stop) if form.pronoun else []


def listed_behind(scene: Scene, place: int) -> list[Phrase]:
    """The persons listed behind those who won: أسماء الفائزين في الانتخابات وهم | فلان وفلان."""
    stop = scene.passage.sentence_stop(place)
    near = range(place + 1, min(stop, place + REACH))
    first = next((at for at in near if person_at(scene, at, stop)), stop)
    return lineup_of(scene, first, stop, listed=True)


def rival_of(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """The rival whose noun stands at `place`, past an adjective: منافسه المباشر | سالم الكندي."""
    adjective = place + 1 < stop and bool(scene.tokens.kinds[place + 1] & DEFINITE) and party_at(scene, place + 1) is None
    return lineup_of(scene, place + 1 + adjective, stop)[:1]


def counted_before(scene: Scene, place: int) -> list[Phrase]:
    """Whose votes are counted right behind the name: | سالم الكندي (282) صوتا، | سالم الكندي ب 20 صوتا."""
    tokens, first = scene.tokens, place
    while first and (tokens.kinds[first - 1] & NUMBER or tokens.keys[first - 1] in ROUND):
        first -= 1
    if first == place or bare_key(tokens.keys[place]) not in poll_words("count"):
        return []
    return named_before(scene, first - (tokens.keys[first - 1] == BY))


def ranked(scene: Scene, place: int) -> list[Phrase]:
    """Who came which by the votes: حل | فلان في المرتبة الثانية، جاء في المرتبة الثانية | فلان، كانت من نصيب | فلان."""
    tokens, at, stop = scene.tokens, place + 1, scene.passage.sentence_stop(place)
    if tokens.keys[at : at + 1] == [] or tokens.keys[at] not in ranks():
        return []
    passed = (*ranks(), *FALLS_TO, *CONJUNCTIONS)
    while at < stop and (tokens.keys[at] in passed or tokens.kinds[at] & KAN or tokens.keys[at] in keys_by(WHEN)):
        at += 1
    before = named_before(scene, place - 1) if tokens.keys[place - 1] == IN else []
    return before or lineup_of(scene, at, stop)[:1]


def named_before(scene: Scene, stop: int) -> list[Phrase]:
    """The person of the page whose name ends right before `stop`."""
    names = (name for actor in scene.cast.people for name in actor.mentions if name[1] == stop)
    return [Phrase(*name, "person", name, None, True) for name in names][:1]


def voting_so(scene: Scene, place: int) -> list[Phrase]:
    """How many voted for or against something, counted behind that: صوتت ضده | ست دول، صوت لصالح القرار | 20 نائبا."""
    tokens, after = scene.tokens, place + 1
    if tokens.keys[place] not in FOR_OR_AGAINST or not place or not is_voting(tokens.keys[place - 1]):
        return []
    near = range(after, min(after + NEAR, scene.passage.sentence_stop(place)))
    return lineup_of(scene, next((at for at in near if tokens.kinds[at] & NUMBER), after), scene.passage.sentence_stop(place))[:1]


def outvoted(scene: Scene, place: int) -> list[Phrase]:
    """Who got fewer votes, counted behind against: 9 أصوات مقابل 7 ل| سلمى الكندي."""
    tokens, at, stop = scene.tokens, place + 1, scene.passage.sentence_stop(place)
    if tokens.keys[place] != AGAINST or at >= stop or not tokens.kinds[at] & NUMBER:
        return []
    while at < stop and (tokens.kinds[at] & NUMBER or is_seat(tokens.keys[at])):
        at += 1
    return [who for who in lineup_of(scene, at + 1, stop)[:1] if who.named] if tokens.keys[at] == ADDRESSING else []


def is_voting(key: str) -> bool:
    """Whether a finite verb tells that somebody casts his vote: صوت، صوتت."""
    return any(form.is_finite and form.row["needs"] == BALLOT for form in forms(TABLE).get(key))


def won_behind(scene: Scene, place: int, form: Form) -> int | None:
    """Where what is won stands behind a word; the end of its sentence where a vote before tells it: الانتخابات … | فوز فلان."""
    stop = scene.passage.sentence_stop(place)
    seat = seat_behind(scene, place, stop)
    if seat is not None or form.tense != "noun":
        return seat
    before = scene.tokens.keys[scene.passage.sentence_start(place) : place]
    return None if votes().isdisjoint(before) else stop


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
        if is_vote(scene, at) or is_office(scene, at) or is_majority(scene, at):
            return at
        if is_seat(tokens.keys[at]):
            counted = any(kind & NUMBER for kind in tokens.kinds[max(place, at - NEAR) : min(stop, at + 1 + NEAR)])
            known = tokens.kinds[at] & DEFINITE or (tokens.keys[at - 1] in (UPON, BY) and tokens.kinds[at + 1] & DEFINITE)
            known = known or bool(tokens.kinds[at - 1] & QUANTITY and tokens.kinds[at + 1] & BODY)  # بجميع | مقاعد النقابة
            return at if counted or known else None
    return None


def is_majority(scene: Scene, place: int) -> bool:
    """Whether a chamber's majority stands at `place`: فاز ب| الغالبية المطلقة, على | الغالبية في البرلمان; not غالبية الأسهم."""
    tokens, after = scene.tokens, place + 1
    if not tokens.kinds[place] & DEFINITE or bare_key(tokens.keys[place]) not in poll_words("majority") or after >= len(tokens):
        return False
    return bool(tokens.kinds[after] & DEFINITE) or (tokens.keys[after] == IN and bool(tokens.kinds[after + 1] & BODY))


def is_seat(key: str) -> bool:
    """Whether a word names what is won: صوتا، مقعد."""
    return any(form.row["by"] == SEAT for form in forms(ATTENDANCE).get(key))


def is_vote(scene: Scene, place: int) -> bool:
    """Whether a vote stands at `place` in which somebody wins: فاز في | الانتخابات, في | السباق الرئاسي; not في سباق الدراجات."""
    tokens = scene.tokens
    if tokens.keys[place - 1] not in (IN, BY) or not tokens.kinds[place - 1] & (PREPOSITION | PREFIX):
        return False
    polls = any(bare_key(key) in poll_words(POLL) | poll_words(RUNOFF) for key in tokens.keys[place + 1 : place + 2])
    nouns = (form.row for form in forms(TABLE).get(tokens.keys[place]) if form.tense == "noun")
    return any(row["type"] == VOTE and (polls or row["needs"] not in (POLL, RUNOFF)) and row["needs"] != "wins" for row in nouns)


def is_office(scene: Scene, place: int) -> bool:
    """Whether an office that is won stands at `place`: فاز فلان ب| رئاسة النادي; not بجائزة, nor وفد ب| رئاسة فلان."""
    tokens = scene.tokens
    led = tokens.keys[place - 1] == BY and tokens.kinds[place - 1] & PREFIX
    if not led or bare_key(tokens.keys[place]) not in poll_words("office"):
        return False
    return bool(tokens.kinds[place] & DEFINITE) or person_at(scene, place + 1, scene.passage.sentence_stop(place)) is None


def is_of_vote(scene: Scene, place: int) -> bool:
    """Whether the sentence of a rival tells of votes, seats or a vote: مقابل 48 في المئة من الأصوات ل| منافسه."""
    words = range(scene.passage.sentence_start(place) + 1, scene.passage.sentence_stop(place))
    return any(is_seat(scene.tokens.keys[at]) or is_vote(scene, at) for at in words)


def winners(scene: Scene, place: int, form: Form, seat: int) -> list[Who]:
    """The subject of a verb or the owner of its noun: حصل | الحزب على, | الحزب يحصل على, فوز | الحزب ب."""
    if form.tense == "noun":
        return list(lineup_of(scene, place + 1, seat)) if not form.pronoun else []
    if form.pronoun or not form.is_finite:
        return []
    found = parties_from(scene, place + 1, seat) or winner_behind(scene, seat)
    return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, place, form)


def winner_behind(scene: Scene, seat: int) -> list[Phrase]:
    """The person who stands right behind the office that is won: فاز بمنصب الرئيس | سالم الكندي."""
    stop = scene.passage.sentence_stop(seat)
    near = range(seat + 1, min(stop, seat + NEAR))
    named = (person_at(scene, at, stop) for at in near if is_office(scene, seat))
    return [person for person in named if person][:1]


def others(scene: Scene, seat: int) -> list[Who]:
    """Those of whom the verb before holds too: على 31 مقعدا، و| الحركة على 30 مقعدا، و| الاتحاد 20 مقعدا."""
    tokens, found = scene.tokens, list[Who]()
    stop = scene.passage.sentence_stop(seat)
    place = next((at for at in range(seat + 1, stop) if tokens.kinds[at] & COMMA or is_and(tokens, at)), stop)
    while place + 2 < stop and (tokens.kinds[place] & COMMA or is_and(tokens, place)):
        place += 1 + bool(tokens.kinds[place] & COMMA and is_and(tokens, place + 1))
        party = lineup_of(scene, place, stop)[:1]
        if not party or not (is_counted(scene, party[0].stop, stop) or is_seated(scene, party[0].stop, stop)):
            break
        found += party
        place = next((at for at in range(party[0].stop, stop) if tokens.kinds[at] & COMMA or is_and(tokens, at)), stop)
    return found


def is_seated(scene: Scene, place: int, stop: int) -> bool:
    """Whether a seat or an office that is won, or for whom, stands right at `place`: | بمقعد صور، | على مقعد، | عن فئة التجار."""
    keys = scene.tokens.keys
    if place + 1 >= stop or keys[place] not in (BY, UPON, ABOUT):
        return False
    return keys[place] == ABOUT or is_seat(keys[place + 1]) or bare_key(keys[place + 1]) in poll_words("office")


def is_counted(scene: Scene, place: int, stop: int) -> bool:
    """Whether a number stands at `place`, led by a preposition or not, or one of votes: على | 30، ب| عدد أصوات بلغ 30."""
    kinds, keys = scene.tokens.kinds, scene.tokens.keys
    after = place + 1 if place < stop and kinds[place] & (PREPOSITION | PREFIX) else place
    near = range(after, min(stop, after + NEAR + 1))
    votes = any(is_seat(keys[at]) for at in near)
    return after < stop and (bool(kinds[after] & NUMBER) or (votes and any(kinds[at] & NUMBER for at in near)))
