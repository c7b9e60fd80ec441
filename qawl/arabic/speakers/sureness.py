"""Findings on sure ground: the plainest of each rule, which are counted by themselves so that their band can be their own.

Grammar alone decides: a person whom the page names in full with a role, a verb of the past or a participle, enough content, nothing
inside another's words, and a link that is likely where the subject is left out.
"""

from __future__ import annotations

from qawl.arabic.findings import Finding
from qawl.arabic.speakers.cast import Answer

# What stands behind a rule's name where it finds on sure ground.
SURE = "_sure"
# A link that is less likely is none to rely on.
LIKELY = 0.9
# Content with fewer tokens is often cut short.
ENOUGH = 4


def rule_of(finding: Finding, answer: Answer) -> str:
    """The rule's name as the record tells it and the bands count it."""
    return finding.rule + SURE if is_sure(finding, answer) else finding.rule


def is_sure(finding: Finding, answer: Answer) -> bool:
    """Whether a finding and its speaker stand on sure ground."""
    told = finding.within is None and not (finding.reading and finding.reading.tense == "imperfect")
    size = sum(stop - first for first, stop in finding.content)
    return told and size >= ENOUGH and answer.chance >= LIKELY and is_known(answer)


def is_known(answer: Answer) -> bool:
    """Whether the speaker is a person with a name of several words and a role in the page."""
    actor = answer.actor
    return actor is not None and actor.type == "person" and len(actor.keys) > 1 and bool(actor.roles)
