"""Who tells of an encounter of his own: قال فلان: قمت بزيارة إلى كذا، أجرينا محادثات، كنا في لقاء مع كذا."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import ONE, OWN, speaker_party
from qawl.arabic.agenda.parts import Taking, as_part
from qawl.arabic.agenda.tenses import is_negated
from qawl.arabic.forms import NONE, Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN, OPEN_TA, WE_WERE
from qawl.arabic.lexicon import RELATIVE


def telling_of_own(scene: Scene, encounter: Encounter, part: str) -> list[Taking]:
    """Whoever speaks, where he tells in his own words of what he did, with a part; not نطلب لقاء مع كذا, who met nobody yet."""
    statement = scene.statement_at(encounter.place)
    speaker = statement.speaker if statement else None
    if statement is None or speaker is None or speaker.type != "person":
        return []
    verb, form = deed_of(encounter)
    own = verb is not None and form is not None and is_own(scene, verb, form, statement.kind == "direct")
    done = verb == encounter.place or (form is not None and form.tense in ("perfect", "future"))
    mine = own and done and verb is not None and not is_negated(scene.tokens, verb)
    return list(as_part(part, [speaker_party(speaker)] if mine or were_in(scene, encounter) else ()))


def deed_of(encounter: Encounter) -> tuple[int | None, Form | None]:
    """The verb of an encounter and its form: | زرنا صور، | قمت بزيارة."""
    verb = encounter.verb
    return verb, encounter.form if verb == encounter.place else encounter.held


def is_own(scene: Scene, verb: int, form: Form, quoted: bool) -> bool:
    """Whether a verb is one of the first person: قمت، التقينا; in a quotation a perfect in ت of which no woman is the subject."""
    if not form.is_finite or form.pronoun in OWN or form.tense == "passive":
        return False
    if form.gender == NONE or form.pronoun:
        return form.gender == NONE
    perfect = form.tense == "perfect" and form.number == ONE and scene.tokens.keys[verb].endswith(OPEN_TA)
    return quoted and perfect and not scene.tokens.kinds[verb - 1] & RELATIVE


def were_in(scene: Scene, encounter: Encounter) -> bool:
    """Whether those who speak tell that they were in an encounter: كنا في | مفاوضات مع كذا."""
    before = scene.tokens.keys[max(0, encounter.clause[0] - 2) : encounter.clause[0]]
    return len(before) > 1 and before[0] in WE_WERE and before[1] == IN
