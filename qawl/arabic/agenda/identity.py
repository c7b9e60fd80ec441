"""Whether two mentions tell of one encounter: by who is in them, their day, their place and how the noun stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

from qawl.arabic.agenda.encounters import Encounter, is_talk
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import PLACES, sides
from qawl.arabic.agenda.words import AGAIN, ANOTHER, SET, WHEN, keys_by, ranks
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, ARTICLE, BY, DUALS, IN, TO, TO_THE, bare_key
from qawl.arabic.lexicon import DEFINITE, NATION, ROLE, TIME, TITLE
from qawl.tables import several

# Two mentions name the same parties if they share so much of the words of the one that has fewer.
SHARED = 0.5
# So near behind its noun another one is told as such: اجتماع | آخر.
NEAR = 3
# Words with so many letters at most tell nobody.
LEAST = 2
# What verbs and nouns of votes on laws need.
BALLOTS = frozenset(("assembly", "ballot", "voting"))
LOOSE = ("vote", "protest")


class Features:
    """What tells an encounter from another one: its days and places, how its noun stands, and the words of its parties.

    ``is_definite`` and ``is_again``: the noun takes up one that was told, of its own kind or of any (اللقاء); ``is_another``: it is
    told to be another one; ``nth`` and ``kind`` tell it from others of its name (الثاني، الرئاسية).
    """

    def __init__(self, scene: Scene, encounter: Encounter) -> None:
        self.scene = scene
        self.encounter = encounter
        self.form = encounter.form
        first, stop = encounter.clause
        keys, kinds, place = scene.tokens.keys, scene.tokens.kinds, encounter.place
        near = range(place + 1, min(place + 1 + NEAR, len(keys)))
        bare = place + 1 >= len(keys) or not kinds[place + 1] & DEFINITE or is_officer(scene, place + 1)
        definite = bool(kinds[place] & DEFINITE)
        days = scene.days[bisect_left(scene.days, first, key=lambda day: day.first) :]
        self.days = frozenset(day.date.value or "" for day in days if day.first < stop)
        self.places = frozenset(places_in(scene, encounter))
        self.is_definite = self.form.tense == "noun" and bare and (definite or bool(self.form.pronoun))
        self.is_again = bare and definite and bare_key(keys[place]) in keys_by(AGAIN)
        self.is_another = any(keys[at] in keys_by(ANOTHER) for at in near)
        self.nth = next((ranks()[keys[at]] for at in (*near, place - 1) if at >= 0 and keys[at] in ranks()), "")
        self.kind = kind_of(scene, encounter)

    @cached_property
    def who(self) -> frozenset[str]:
        """The words that tell its parties."""
        return who_in(self.scene, self.encounter)

    @property
    def leads_to_meeting(self) -> bool:
        """Whether somebody goes somewhere to meet: نتوجه إلى صور | لمناقشة كذا."""
        keys, (first, stop) = self.scene.tokens.keys, self.encounter.clause
        aims = (at for at in range(first, stop) if keys[at - 1] in (ADDRESSING, TO_THE) or keys[at].startswith(ADDRESSING))
        return self.encounter.type == "visit" and any(
            bare_key(key) in keys_by(AGAIN) for at in aims for key in (keys[at], keys[at][1:])
        )


def is_officer(scene: Scene, place: int) -> bool:
    """Whether an office stands at `place`, and no participle that tells more of a noun: الاجتماع | الوزير; not الحوار المقرر."""
    return bool(scene.tokens.kinds[place] & (ROLE | TITLE)) and scene.tokens.keys[place] not in passing()


def places_in(scene: Scene, encounter: Encounter) -> Iterator[str]:
    """The places of an encounter: behind في, ب and إلى in its clause, or right behind its noun or verb: لقاء | صور، يزور | صور."""
    first, stop = encounter.clause
    keys, kinds = scene.tokens.keys, scene.tokens.kinds
    leads = (IN, BY, TO, ADDRESSING, TO_THE) if encounter.type == "visit" else (IN, BY, TO)
    for at in range(first + 1, stop):
        told = keys[at - 1] in leads or at == encounter.place + 1
        if told and kinds[at] & PLACES and not kinds[at] & NATION:
            yield bare_key(keys[at])


def who_in(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The words that tell the parties in the clause of an encounter, without titles before a name; الطرفان tells nobody new."""
    first, stop = encounter.clause
    words: set[str] = set()
    for side in sides(Clauses(scene), first, stop):
        keys = scene.tokens.keys[slice(*side.phrase.name)]
        if not (len(keys) == 1 and keys[0].startswith(ARTICLE) and keys[0].endswith(DUALS)):
            words.update(bare_key(key) for key in keys if len(key) > LEAST)
    return frozenset(words)


def kind_of(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The words that tell one vote from another: الرئاسية، التشريعية؛ a vote of an assembly is none of the people."""
    if encounter.type != "vote":
        return frozenset()
    if not BALLOTS.isdisjoint(several(encounter.form.row["needs"])):
        return BALLOTS
    keys, kinds = scene.tokens.keys, scene.tokens.kinds
    near = range(encounter.place + 1, min(encounter.place + 1 + NEAR, encounter.clause[1]))
    return frozenset(
        bare_key(keys[at]) for at in near if kinds[at] & DEFINITE and not kinds[at] & TIME and bare_key(keys[at]) not in passing()
    )


@cache
def passing() -> frozenset[str]:
    """Words that tell when and not which: المقبلة، الأخيرة."""
    return keys_by(WHEN) | keys_by(SET) | keys_by(ANOTHER)


def is_same(told: list[Features], new: Features) -> bool:
    """Whether a mention tells of the encounter again that other mentions have told."""
    first = told[0]
    places = frozenset().union(*(mention.places for mention in told))
    if first.encounter.type == "meeting" and new.leads_to_meeting and places & new.places:
        return True
    if is_talked_over(first, new):
        return len(first.who & new.who) >= SHARED * max(1, min(len(first.who), len(new.who)))
    if first.encounter.type != new.encounter.type or new.is_another or (first.nth and new.nth and first.nth != new.nth):
        return False
    if apart(days_of(told), new.days) or apart(places, new.places):
        return False
    if apart(frozenset().union(*(m.kind for m in told)), new.kind) or is_ahead(told, new):
        return False
    if first.encounter.type in LOOSE:
        return True
    if new.is_again:
        return True
    alike = new.encounter.form.lemma in {mention.encounter.form.lemma for mention in told}
    who = frozenset().union(*(mention.who for mention in told))
    if not who or not new.who:
        return alike or new.is_definite or new.encounter.form.tense != "noun"
    return (alike and new.is_definite) or len(who & new.who) >= SHARED * min(len(who), len(new.who))


def is_talked_over(one: Features, other: Features) -> bool:
    """Whether one is a call and the other tells of talks, wherever they were: أجرى اتصالا | ناقش الوزير مع نظيره كذا."""
    pairs = ((one, other), (other, one))
    return any(call.encounter.type == "call" and is_talk(talk.encounter) for call, talk in pairs)


def is_ahead(told: list[Features], new: Features) -> bool:
    """Whether one is to come and the other was, and no article takes it up: عقد اجتماعا | سيعقد اجتماعا."""
    tenses = {(mention.encounter.held or mention.encounter.form).tense for mention in told}
    mine = (new.encounter.held or new.encounter.form).tense
    apart_in_time = (mine == "future" and "perfect" in tenses and "future" not in tenses) or (
        mine == "perfect" and tenses == {"future"}
    )
    return apart_in_time and not new.is_definite and not new.is_again


def days_of(told: list[Features]) -> frozenset[str]:
    """The days of all mentions."""
    return frozenset().union(*(mention.days for mention in told))


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(one and other) and not any(a.startswith(b) or b.startswith(a) for a in one for b in other)
