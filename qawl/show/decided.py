"""What people decided, as lines and tables: who, when, what of which finding, and where the machine says something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qawl.library.deciding.decision_files import Imported
from qawl.library.deciding.decisions import Decision
from qawl.library.deciding.disagreements import Disagreement
from qawl.library.deciding.fields import PART
from qawl.library.deciding.proposals import Proposal
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.sections import Column, Piece
from qawl.show.strings import Lang, say

REREAD = ("read_again", "unchanged", "failed")
IMPORTED = ("new", "known", "misfits")
COLUMNS: tuple[Column, ...] = (("decided_by", 4), ("decision", 5), ("quote", 9), ("why", 5))
DISAGREEMENTS: tuple[Column, ...] = (("state", 4), ("decision", 5), ("quote", 7), ("machine_now", 6))
PROPOSALS: tuple[Column, ...] = (("finding", 5), ("decision", 5), ("quote", 8), ("decided_by", 4))
# So much of a capture's hash is shown.
KEY_LETTERS = 12


def decision_line(decision: Decision, lang: Lang) -> str:
    """A decision in a line, as it was made."""
    about = decision.quote if decision.scope == "identity" else key_of(decision)
    return f"{' '.join(filter(None, (about, verdict_of(decision, lang), *change_of(decision))))} [{decision.id}]"


def key_of(decision: Decision) -> str:
    """What a decision is about: the finding with its page, the page alone, nothing of a person."""
    return ":".join(filter(None, (decision.capture[:KEY_LETTERS], decision.finding if decision.scope != "person" else "")))


def verdict_of(decision: Decision, lang: Lang) -> str:
    """The verdict; of what, where it is about more than a finding."""
    verdict = say(lang, f"verdict.{decision.verdict}")
    return verdict if decision.scope in ("statement", "event") else f"{verdict} ({say(lang, decision.scope)})"


def change_of(decision: Decision) -> Iterator[str]:
    """The field, and its value where that was fixed."""
    if decision.field:
        yield f"{decision.field} = {value_text(decision.value)}" if decision.verdict == "fix" else decision.field


def value_text(value: Any) -> str:
    """A value for people: names and words alone."""
    if isinstance(value, dict):
        return " ".join(str(value[key]) for key in ("name", "part", "text") if key in value)
    if isinstance(value, list):
        return ", ".join(map(value_text, value)) or "-"
    return "null" if value is None else str(value)


def value_told(field: str, value: Any, lang: Lang) -> str:
    """A value of a field in words."""
    if value is None:
        return say(lang, "unknown")
    if field in ("kind", "status", "band"):
        return say(lang, f"{field}.{value}")
    if field.startswith(PART):
        return say(lang, f"part.{value['part']}")
    return say(lang, f"event.{value}") if field == "type" else value_text(value)


def show_decisions(decisions: Iterable[Decision], look: Look) -> Iterator[bytes]:
    """Decisions as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(decision) + b"\n" for decision in decisions)
    else:
        yield _table("decisions", COLUMNS, (decision_cells(one, look.lang) for one in decisions), look)


def show_disagreements(found: Iterable[Disagreement], look: Look) -> Iterator[bytes]:
    """Disagreements as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(one) + b"\n" for one in found)
    else:
        yield _table("disagreements", DISAGREEMENTS, (disagreement_cells(one, look.lang) for one in found), look)


def show_proposals(found: Iterable[Proposal], look: Look) -> Iterator[bytes]:
    """Decisions that may hold for another capture too, as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(one) + b"\n" for one in found)
    else:
        yield _table("proposals", PROPOSALS, (proposal_cells(one, look.lang) for one in found), look)


def _table(name: str, columns: tuple[Column, ...], rows: Iterable[list[list[Piece]]], look: Look) -> bytes:
    from qawl.show.table import titled_text  # JSON must not wait for rich

    return titled_text(name, columns, rows, look).encode()


def decision_cells(decision: Decision, lang: Lang) -> list[list[Piece]]:
    """Who and when, what of what, the words, why."""
    return [
        [(decision.who, "bold"), (decision.made[:16].replace("T", " "), "dim")],
        _what(decision, lang),
        [(decision.quote, "")],
        [(decision.why, "dim")],
    ]


def _what(decision: Decision, lang: Lang) -> list[Piece]:
    return [(verdict_of(decision, lang), "bold"), *((change, "") for change in change_of(decision)), (key_of(decision), "dim")]


def disagreement_cells(one: Disagreement, lang: Lang) -> list[list[Piece]]:
    """How the machine stands to it, what was decided, the words, what the machine says."""
    then_and_now = ((say(lang, key), value) for key, value in (("then", one.before), ("now", one.now)))
    return [
        [(say(lang, f"machine.{one.state}"), "green" if one.state == "agrees" else "red"), (one.field, "")],
        [*_what(one.decision, lang), (one.decision.who, "dim")],
        [(one.decision.quote, "")],
        [] if one.state == "lost" else [(f"{word}: {value_text(value)}", "") for word, value in then_and_now],
    ]


def proposal_cells(one: Proposal, lang: Lang) -> list[list[Piece]]:
    """For which finding, what was decided of the other one, the words, who."""
    decision = one.decision
    return [
        [(f"{one.capture[:KEY_LETTERS]}:{one.finding}", "bold")],
        _what(decision, lang),
        [(decision.quote, "")],
        [(decision.who, "bold"), (decision.made[:16].replace("T", " "), "dim")],
    ]


def import_line(imported: Imported, lang: Lang) -> str:
    """How many decisions came, in one line."""
    counts = {"new": imported.new, "known": imported.known, "misfits": len(imported.misfits)}
    return _counts(IMPORTED, counts, "taken", lang)


def reread_line(outcomes: Mapping[str, int], lang: Lang, library: str) -> str:
    """How many pages were read again, in one line."""
    return f"{library}: {_counts(REREAD, outcomes, 'outcome', lang)}"


def _counts(keys: tuple[str, ...], counts: Mapping[str, int], kind: str, lang: Lang) -> str:
    told = [key for key in keys if counts.get(key) or key == keys[0]]
    return f"{say(lang, 'comma')} ".join(f"{counts.get(key, 0)} {say(lang, f'{kind}.{key}')}" for key in told)
