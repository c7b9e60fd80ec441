"""What colours the statements of a passage: their flags, whose view they report, and what they are about."""

from __future__ import annotations

from msgspec.structs import replace

from qawl.arabic.findings import Finding
from qawl.arabic.frames.scene import Scene
from qawl.arabic.record import Said
from qawl.arabic.stances.flags import flags_of, marks_of
from qawl.arabic.stances.topics import Headings, topic_of
from qawl.arabic.stances.views import holders_of
from qawl.model import Statement


def coloured(scene: Scene, said: Said, headings: Headings = ()) -> tuple[Statement, ...]:
    """The statements of a scene, those of `said` in its order, each with what colours it; ``headings`` are code points in order."""
    found = zip(scene.statements, said, strict=True)
    return tuple(colour(scene, finding, statement, headings) for statement, (finding, _) in found)


def colour(scene: Scene, finding: Finding, statement: Statement, headings: Headings) -> Statement:
    """A statement with what colours it."""
    marks, topic = marks_of(scene, finding, statement), topic_of(scene, finding, statement, headings)
    if not (marks or topic):
        return statement
    holder = holders_of(scene, finding, statement, marks)
    return replace(statement, flags=flags_of(scene, marks), holder=holder, topic=topic)
