"""What came of adding pages to a library, and where its pages came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qawl.library.sources import Source
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.strings import Lang, say, say_or_keep

OUTCOMES = ("added", "read_again", "known", "suppressed", "failed")


def summary(outcomes: Mapping[str, int], lang: Lang, library: str) -> str:
    """How many pages came, in one line: those that came new first; what did not happen is left out but for what was added."""
    told = [outcome for outcome in OUTCOMES if outcomes.get(outcome) or outcome == "added"]
    counts = f"{say(lang, 'comma')} ".join(f"{outcomes.get(outcome, 0)} {say(lang, f'outcome.{outcome}')}" for outcome in told)
    return f"{library}: {counts}"


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

    columns = (("source", 10), ("outlet", 4), ("received", 4), ("state", 8))
    cells = ([[(one.source, "")], [(one.outlet or "", "dim")], [(one.received, "dim")], [state(one, look.lang)]] for one in sources)
    parts = list(titled("sources", columns, cells, look.lang))
    return print_parts(parts or [nothing_found(look.lang, "no_sources_yet")], look)


def state(source: Source, lang: Lang) -> tuple[str, str]:
    """Whether it was read, or why not, with its style."""
    if source.code is None:
        return say(lang, "was_read"), "green"
    reason = source.message if lang == "en" else say_or_keep(lang, "failure", source.code)
    return f"{reason} ({source.code})", "red"
