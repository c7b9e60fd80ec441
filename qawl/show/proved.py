"""What `qawl verify` looked at and what it found damaged."""

from __future__ import annotations

from qawl.library.proving.proof import Checked, Damage
from qawl.model import encode
from qawl.show.messages import told_or_kept
from qawl.show.strings import Lang, say

COUNTS = ("captures", "pages", "spans", "blocks", "rows")
KEY_LETTERS = 16  # of a capture's hash: enough to find it by


def damage_line(damage: Damage, lang: Lang) -> str:
    """One damage in a line: what is damaged, of which capture and finding, and how."""
    of = [damage.capture[:KEY_LETTERS] if damage.capture else "", damage.finding or ""]
    return f"{' '.join([say(lang, f'damage.{damage.where}'), *filter(None, of)])}: {told_or_kept(damage.message, lang)}"


def verdict(checked: Checked, lang: Lang, what: str) -> str:
    """What was checked with its counts, and that it is whole or how many damages there are, in one line."""
    counts = f"{say(lang, 'comma')} ".join(
        f"{say(lang, key)}: {getattr(checked, key)}" for key in COUNTS if getattr(checked, key) or key == "captures"
    )
    count = len(checked.damages)
    end = f"{say(lang, 'damages')}: {count}" if count else say(lang, "whole")
    return f"{what} · {counts}{say(lang, 'semicolon')} {end}"


def damage_json(damage: Damage) -> bytes:
    """A damage as a line of JSON."""
    return encode(damage) + b"\n"
