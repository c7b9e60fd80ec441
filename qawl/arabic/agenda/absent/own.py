"""Those for whom somebody speaks or acts: I and we in his words, his party, his land: لن أحضر، نقاطع القمة، حزبه، بلاده."""

from __future__ import annotations

from functools import cache

from qawl.arabic.agenda.absent.words import is_word, small_words
from qawl.arabic.agenda.meant import meant_by, speaker_party
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import known_head
from qawl.arabic.letters import OPEN_TA, TA_MARBUTA, WRITTEN_TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import BODY, COUNTRY, NATION, word_classes
from qawl.arabic.people.roles import main_office
from qawl.arabic.phrases.parties import body_in
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import pronouns
from qawl.arabic.world.known import by_id, nations
from qawl.model import Organisation, Party, Speaker

STATE = "state"
WE = "p"
HIM = "ms"
PERSONS = ("person", "unnamed")


@cache
def owned(key: str) -> tuple[str, str]:
    """The folded head of a body or a land that a word with its owner names, and the owner's gender and number; empty where none.

    حزبه: حزب، بلادها: بلاد.
    """
    for row in pronouns():
        ending = fold(row["form"])
        if row["person"] == "3" and key.endswith(ending) and len(key) > len(ending) + 2:
            stem = key.removesuffix(ending)
            heads = (stem, stem[:-1] + TA_MARBUTA if stem.endswith(OPEN_TA) else stem)
            found = next((head for head in heads if is_land(head) or word_classes().get(head, 0) & BODY), "")
            if found:
                return found, row["gender"] + row["number"]
    return "", ""


def is_land(head: str) -> bool:
    """Whether a folded word is that for somebody's land: بلاد."""
    return any((words, name) == ((head,), "land") for words, name in small_words().get(head, ()))


def is_own_body(tokens: Tokens, place: int) -> bool:
    """Whether somebody's body or land stands at `place`: حزبه، بلاده."""
    head, owner = owned(tokens.keys[place]) if not tokens.kinds[place] else ("", "")
    with_ta = tokens.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA or known_head(tokens.keys[place]) is not None
    return bool(head) and not (owner == HIM and (with_ta or is_word(tokens, place, "body")))


def own_body(scene: Scene, place: int) -> Party | None:
    """The body or land of whoever speaks or acts, told at `place` by its head and his pronoun; None where nothing names it."""
    head, owner = owned(scene.tokens.keys[place])
    statement = scene.statement_at(place)
    meant = meant_by(scene, place, owner[0], owner[1])
    who = scene.party(meant) if meant is not None and not isinstance(meant, Party) else meant
    if statement and statement.speaker and statement.speaker.type in PERSONS:
        who = speaker_party(statement.speaker)
        bodies = spoken_for(scene, statement.speaker)
    else:
        bodies = bodies_of(scene, who) if who else []
    return land_of(scene, who) if who and is_land(head) else next((body for body in bodies if begins(body, head)), None)


def begins(body: Party, head: str) -> bool:
    """Whether the name of a body begins with a folded head: حزب النهوض."""
    return bare_key(fold(body.name.split()[0])) == head


def roles_of(scene: Scene, who: Party) -> list[tuple[int, int]]:
    """The roles that the page gives to a party."""
    actor = next((actor for actor, ref in scene.refs.items() if ref == who.ref), None)
    return actor.roles if actor and who.ref else []


def bodies_of(scene: Scene, who: Party) -> list[Party]:
    """The bodies of the offices that the page gives a person: رئيس | حزب النهوض."""
    offices = (body_in(scene.tokens, main_office(scene.tokens, role)) for role in roles_of(scene, who))
    refs = [scene.named.ref_at(scene.tokens.starts[office[0]]) for office in offices if office]
    return [party_of(one) for ref in refs for one in scene.named.organisations if one.id == ref]


def party_of(body: Organisation) -> Party:
    """A body that the page names, as a party."""
    return Party(body.name, "country" if body.type == STATE and body.known_as else "organisation", body.id)


def land_of(scene: Scene, who: Party) -> Party | None:
    """The land of a person's office, where the page names it: وزير الإعلام | التونسي."""
    keys, kinds = scene.tokens.keys, scene.tokens.kinds
    places = [at for role in roles_of(scene, who) for at in range(*role)]
    codes = {nations()[keys[at]] for at in places if kinds[at] & NATION and keys[at] in nations()}
    lands = {scene.named.ref_at(scene.tokens.starts[at]) for at in places if kinds[at] & COUNTRY}
    for one in scene.named.organisations:
        known = by_id().get(one.known_as or "")
        if one.type == STATE and (one.id in lands or (known and known.country in codes)):
            return party_of(one)
    return None


def speaks_of_own(scene: Scene, place: int, form: Form) -> tuple[Party, ...]:
    """Who speaks, by a verb of the first person in his words: لن أحضر; of several the body for which he speaks: لن نشارك."""
    statement = scene.statement_at(place)
    if statement is None or statement.speaker is None:
        return ()
    who = speaker_party(statement.speaker)
    bodies = spoken_for(scene, statement.speaker) if form.number == WE else []
    return tuple(bodies[:1]) or (who,)


def spoken_for(scene: Scene, speaker: Speaker) -> list[Party]:
    """The bodies for which a speaker speaks, that of his office beside his words first."""
    told = [party_of(one) for one in scene.named.organisations if any(span.text == speaker.organisation for span in one.mentions)]
    return [*told, *bodies_of(scene, speaker_party(speaker))] if speaker.type in PERSONS else []
