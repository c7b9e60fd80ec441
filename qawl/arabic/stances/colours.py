"""What colours the statements of a passage: their flags, whose view they report, and what they are about."""

from __future__ import annotations

from msgspec.structs import replace

from qawl.arabic.findings import Finding
from qawl.arabic.frames.scene import Scene
from qawl.arabic.record import Said
from qawl.arabic.stances.flags import flags_of, marks_of
from qawl.model import Statement


def coloured(scene: Scene, said: Said) -> tuple[Statement, ...]:
    """The statements of a scene, those of `said` in its order, each with what colours it."""
    return tuple(colour(scene, finding, statement) for statement, (finding, _) in zip(scene.statements, said, strict=True))


def colour(scene: Scene, finding: Finding, statement: Statement) -> Statement:
    """A statement with what colours it."""
    marks = marks_of(scene, finding, statement)
    return replace(statement, flags=flags_of(scene, marks)) if marks else statement
