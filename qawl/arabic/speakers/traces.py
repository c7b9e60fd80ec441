"""Where a party came up on a page, and whether it agrees with a cue in gender and number."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Finding
from qawl.arabic.letters import FEMININE_ENDINGS
from qawl.arabic.names.genders import gender_by_name, is_womans
from qawl.arabic.passage import Passage

# How somebody came up who spoke, and who was the subject of anything.
SPOKE = ("said", "linked")
SUBJECT = (*SPOKE, "turn", "deed", "head", "named")
# The figure of a person whose roles are of the other gender.
AGAINST = "another by the role"


class Trace(NamedTuple):
    """Where somebody came up, and how; ``actor`` is None for somebody who cannot be read.

    ``how``: said (named as the speaker), linked (spoke without being named), turn (subject of a verb of saying without a clause),
    deed (subject of another verb), head (heads a sentence), named (the first name in its sentence), later (a later one), oblique
    (behind a preposition), inside (in what another one says); strange (a subject that cannot be read), silent (a saying of nobody).
    ``gender`` is that of the document by which the actor spoke: ذكر بيان للوزارة أن كذا. وأضاف أن كذا.
    """

    place: int
    how: str
    actor: Actor | None
    gender: str = ""


def wanted(finding: Finding) -> tuple[str, str]:
    """Gender and number of the subject of a cue."""
    reading = finding.reading
    if reading is None:
        return "-", "s"
    return (reading.owner[0], reading.owner[1]) if reading.owner else (reading.gender, reading.number)


def agrees(actor: Actor, finding: Finding) -> bool:
    """Whether a party can be the subject of a cue by gender and number; several may take the feminine singular."""
    if finding.reading is None:
        return True
    gender, number = wanted(finding)
    if number in ("d", "p"):
        return actor.number == "p"
    if actor.number == "p":
        return gender == "f" and actor.gender == "f"
    return "-" in (gender, actor.gender) or gender == actor.gender


def goes_on(trace: Trace, finding: Finding) -> bool:
    """Whether a cue takes up the document in which a party spoke."""
    return bool(trace.gender) and finding.reading is not None and wanted(finding) == (trace.gender, "s")


def agreement(passage: Passage, actor: Actor, finding: Finding) -> str:
    """What is known of the agreement: told by verbs, by a role, against it, or untold."""
    gender, number = wanted(finding)
    if number != "s" or "-" not in (gender, actor.gender):
        return "told"
    if gender == "-" or not actor.roles:
        return f"untold {gender}"
    feminine = any(passage.tokens.keys[first].endswith(FEMININE_ENDINGS) for first, _ in actor.roles)
    return "told" if feminine == (gender == "f") else AGAINST


def is_of_other_gender(passage: Passage, actor: Actor, finding: Finding) -> bool:
    """Whether a verb has no subject in a person by the roles: صورة للرئيس فلان، زاعمة أن; التقى الوزيرة فلانة، وقال إن."""
    if is_against_name(actor, finding):
        return True
    if actor.type != "person" or agreement(passage, actor, finding) != AGAINST or gender_by_name(actor) == wanted(finding)[0]:
        return False
    return wanted(finding)[0] == "f" or any(is_womans(passage.tokens.keys[first]) for first, _ in actor.roles)


def is_against_name(actor: Actor, finding: Finding) -> bool:
    """Whether the given name tells the other gender than a verb in the singular: نبيل الحلبي … وقالت."""
    gender, number = wanted(finding)
    own = gender_by_name(actor) if actor.gender == "-" else actor.gender
    return actor.type == "person" and number == "s" and "-" not in (own, gender) and own != gender
