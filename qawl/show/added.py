"""What came of adding pages to a library, and where its pages came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from qawl.library.sources import Source
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.messages import reason
from qawl.show.strings import Lang, say
from qawl.show.watched import minute

if TYPE_CHECKING:  # rich is loaded where a table is made
    from qawl.show.sections import Piece

COLUMNS = (("came_from", 10), ("outlet", 5), ("received", 5), ("state", 8))
# So many digits of a capture are shown, which is as many as other commands need to know it.
SHORT = 12
OUTCOMES = ("added", "read_again", "known", "suppressed", "failed")


def summary(outcomes: Mapping[str, int], lang: Lang, library: str) -> str:
    """How many pages came, in one line: those that came new first; what did not happen is left out but for what was added."""
    told = [outcome for outcome in OUTCOMES if outcomes.get(outcome) or outcome == "added"]
    counts = f"{say(lang, 'comma')} ".join(f"{outcomes.get(outcome, 0)} {say(lang, f'outcome.{outcome}')}" for outcome in told)
    return f"{library}: {counts}"


def passed_over(aside: Mapping[str, int], lang: Lang) -> str:
    """What archives have beside pages that were read, in one line, most first."""
    told = sorted(aside.items(), key=lambda counted: (-counted[1], counted[0]))
    counts = f"{say(lang, 'comma')} ".join(f"{count} {say(lang, f'aside.{reason}')}" for reason, count in told)
    return f"{say(lang, 'passed_over')}: {counts}"


def show_sources(sources: Iterable[Source], look: Look) -> Iterator[bytes]:
    """Sources as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(source) + b"\n" for source in sources)
    else:
        yield sources_text(list(sources), look).encode()


def sources_text(sources: list[Source], look: Look) -> str:
    """Sources as text of `look.width` cells a line."""
    # Imported here: JSON must not wait for rich.
    from qawl.show.sections import titled
    from qawl.show.table import nothing_found, print_parts

    parts = list(titled("sources", COLUMNS, (cells(one, look.lang) for one in sources), look.lang))
    return print_parts(parts or [nothing_found(look.lang, "no_sources_yet")], look)


def cells(source: Source, lang: Lang) -> list[list[Piece]]:
    """Where it came from, who published it, when it came, and what came of it."""
    outlet = (source.outlet, "") if source.outlet else (say(lang, "unknown"), "dim italic")
    return [
        [(source.source, "")],
        [outlet if source.code is None else ("", "")],
        [(minute(source.received, lang), "dim")],
        [state(source, lang), (source.capture[:SHORT] if source.capture else "", "dim")],
    ]


def state(source: Source, lang: Lang) -> tuple[str, str]:
    """Whether it was read, or why not, with its style."""
    if source.code is None:
        return say(lang, "was_read"), "green"
    return f"{reason(source.code, source.message, lang)} ({source.code})", "red"
