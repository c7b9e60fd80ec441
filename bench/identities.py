"""Who is one in two pages, on `bench/across`: `python -m bench.identities [--set work|fresh|late|newer|held]
[--lines odd|even] [--errors]`.

The pages of each family are read, and a marked word is matched to whom the record has there: to a mention that lies over it, to
the speaker of a statement whose source it is, or to whom the page has by an office alone. Of each two marks in two pages it is
asked whether they are joined without asking, proposed, or kept apart. `joined` over several pages is also asked of a library
that takes the pages in one by one. Words that the reader did not find cannot be joined: recall is printed with them and without.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from bench.sets import LINES, numbered_lines
from qawl.arabic.letters import CONJUNCTIONS, PREPOSITIONS
from qawl.library.across.naming.judging import choose
from qawl.library.across.naming.known import Judgement, Known, merged
from qawl.library.across.naming.officers import officers
from qawl.library.across.naming.telling import findings, known_of, known_officers
from qawl.model import Entity, Group, Organisation, Page, Person, Place, Record
from qawl.reading import read_page

# What a mark may be in a record, by the first letter of whose it is.
TYPES: dict[str, tuple[type, ...]] = {"p": (Person,), "b": (Organisation, Group, Place), "l": (Place, Organisation)}
COLUMNS = ("joined", "right", "precision", "recall", "recall of found", "with proposals", "of found", "pairs", "found")

Line = dict[str, Any]


class Mark(NamedTuple):
    """A marked word: whose it is, where it stands, and the id of the finding that it is, None where the reader has none."""

    who: str
    page: int
    words: str
    found: str | None


class Family(NamedTuple):
    """A family of names as it was read: for each page the known by id, the marks, and what is judged of each two pages."""

    id: str
    kind: str
    known: list[dict[str, Known]]
    marks: list[Mark]


class Pair(NamedTuple):
    """Two marks in two pages: whether they are one, whether both were found, and what is judged of them."""

    family: Family
    first: Mark
    second: Mark
    judgement: Judgement | None
    clustered: bool

    @property
    def same(self) -> bool:
        return self.first.who == self.second.who

    @property
    def found(self) -> bool:
        return bool(self.first.found and self.second.found)

    @property
    def verdict(self) -> str:
        return self.judgement.verdict if self.judgement else "apart"


def lines(name: str, which: str = "all") -> Iterator[Line]:
    """The families of one set; of these those on odd or even lines."""
    for _, line in numbered_lines("names", name, which):
        yield line


def read(line: Line) -> Family:
    """A family as Qawl reads it."""
    records = [read_page(page_of(page)) for page in line["pages"]]
    known = [{id: known_of(record, id) for id in findings(record)} | known_officers(record) for record in records]
    return Family(line["id"], line["kind"], known, list(marks(line, records)))


def page_of(page: dict[str, str]) -> Page:
    """A page of the set as one that is read."""
    return Page(
        source=page["text"], outlet=page["outlet"], published=page["published"], title=page.get("title"), url=page.get("url")
    )


def marks(line: Line, records: list[Record]) -> Iterator[Mark]:
    """The marked words at their places: they stand in the order of the text, equal ones one behind the other."""
    ends: Counter[int] = Counter()
    for mark in line["mentions"]:
        page, words = mark["page"], mark["words"]
        start = place_of(line["pages"][page]["text"], words, ends[page])
        ends[page] = start + len(words)
        yield Mark(mark["who"], page, words, found_at(records[page], start, start + len(words), TYPES[mark["who"][0]]))


def place_of(text: str, words: str, start: int) -> int:
    """Where words stand next in a text, as whole words with or without a particle, else as letters, else where they stand first."""
    whole = re.compile(rf"(?<!\w)[{CONJUNCTIONS}{PREPOSITIONS}]?({re.escape(words)})(?!\w)")
    found = whole.search(text, start)
    return found.start(1) if found else max(text.find(words, start), text.find(words) if words not in text[start:] else -1)


def found_at(record: Record, start: int, stop: int, types: tuple[type, ...]) -> str | None:
    """The id of whom a record has between two offsets: of several the one who covers most, the first of the types before others."""
    known = findings(record).values()
    return most_covering(known, start, stop, types) or (
        speaker_at(record, start, stop, types) or most_covering(officers(record), start, stop, types)
    )


def most_covering(known: Iterable[Entity], start: int, stop: int, types: tuple[type, ...]) -> str | None:
    """The id of whoever of these covers most of a stretch."""
    covered = [
        (shared, -types.index(type(one)), one.id)
        for one in known
        if isinstance(one, types) and (shared := most_shared(one, start, stop))
    ]
    return max(covered)[2] if covered else None


def most_shared(one: Entity, start: int, stop: int) -> int:
    """How many letters a mention of somebody shares with a stretch, where that is half of either."""
    roles = one.roles if isinstance(one, Person) else ()
    shares = ((min(span.end, stop) - max(span.start, start), span) for span in (*one.mentions, *roles))
    return max((share for share, span in shares if 2 * share >= min(stop - start, span.end - span.start)), default=0)


def speaker_at(record: Record, start: int, stop: int, types: tuple[type, ...]) -> str | None:
    """The id of the speaker of a statement whose source stands between two offsets."""
    known = findings(record)
    for said in record.statements:
        ref = said.speaker and said.speaker.ref
        if ref and said.source and said.source.start < stop and start < said.source.end and isinstance(known.get(ref), types):
            return ref
    return None


def pairs(family: Family) -> Iterator[Pair]:
    """Every two marks of a family in two pages, of one kind."""
    clusters = taken_in(family)
    judged = {two: judged_pages(family, *two) for two in combinations(range(len(family.known)), 2)}
    for first, second in combinations(sorted(family.marks, key=lambda mark: mark.page), 2):
        if first.page != second.page and first.who[0] == second.who[0]:
            found = judged[first.page, second.page].get((first.found, second.found))
            ids = [clusters.get((mark.page, mark.found)) for mark in (first, second)]
            yield Pair(family, first, second, found, ids[0] is not None and ids[0] == ids[1])


def judged_pages(family: Family, first: int, second: int) -> dict[tuple[str | None, str | None], Judgement]:
    """What is judged of the people, bodies and places of two pages, by their ids."""
    old, new = family.known[first], family.known[second]
    chosen = choose(list(new.values()), [list(old.values())] * len(new))
    ids = list(old)
    return {(ids[place], id): found for id, row in zip(new, chosen, strict=True) for place, found in row}


def taken_in(family: Family) -> dict[tuple[int, str | None], int]:
    """The number of the identity that everybody of each page is, where pages are taken in one by one."""
    identities: list[Known] = []
    clusters: dict[tuple[int, str | None], int] = {}
    for number, page in enumerate(family.known):
        before = list(identities)
        for (id, known), row in zip(page.items(), choose(list(page.values()), [before] * len(page)), strict=True):
            place = row[0][0] if row and row[0][1].verdict == "join" else len(identities)
            identities[place : place + 1] = [merged(identities[place], known) if place < len(identities) else known]
            clusters[number, id] = place
    return clusters


def row(found: list[Pair]) -> list[str]:
    """The figures of some pairs, as in `COLUMNS`."""
    joined = [pair for pair in found if pair.verdict == "join"]
    right = sum(pair.same for pair in joined)
    same = [pair for pair in found if pair.same]
    held = [pair for pair in same if pair.found]
    shown = sum(pair.verdict != "apart" for pair in held)
    return [
        str(len(joined)), str(right), share(right, len(joined)), share(right, len(same)), share(right, len(held)),
        share(shown, len(same)), share(shown, len(held)), str(len(same)), str(len(held)),
    ]  # fmt: skip


def share(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / whole:.3f}" if whole else "-"


def tell(families: list[Family], found: list[Pair]) -> None:
    """Print the figures, by kind and all together."""
    print(f"{'':16}" + "".join(f"{name:>16}" for name in COLUMNS))
    for kind in sorted({pair.family.kind for pair in found}):
        print(f"{kind:16}" + "".join(f"{value:>16}" for value in row([pair for pair in found if pair.family.kind == kind])))
    print(f"{'all':16}" + "".join(f"{value:>16}" for value in row(found)))
    clustered = [pair for pair in found if pair.clustered]
    right = sum(pair.same for pair in clustered)
    same = sum(pair.same for pair in found)
    print(f"\nclusters of a library: precision {share(right, len(clustered))}, recall {share(right, same)}")
    proposed = [pair for pair in found if pair.verdict == "propose"]
    print(f"proposals: {len(proposed)}, of these right {share(sum(pair.same for pair in proposed), len(proposed))}")
    every = [mark for family in families for mark in family.marks]
    missed = sum(mark.found is None for mark in every)
    print(f"marks: {len(every)}, not found by the reader {missed}")
    mixed = mixed_findings(families)
    pure = [pair for pair in found if pair.verdict == "join" and not is_mixed(pair, mixed)]
    good = share(sum(pair.same for pair in pure), len(pure))
    print(f"two of one page that the reader takes for one: {len(mixed)}; joins without these: {len(pure)}, precision {good}")


def mixed_findings(families: list[Family]) -> set[tuple[str, int, str]]:
    """The findings that hold marks of two, by family, page and id."""
    whose: dict[tuple[str, int, str], set[str]] = {}
    for family in families:
        for mark in family.marks:
            if mark.found:
                whose.setdefault((family.id, mark.page, mark.found), set()).add(mark.who)
    return {where for where, who in whose.items() if len(who) > 1}


def is_mixed(pair: Pair, mixed: set[tuple[str, int, str]]) -> bool:
    """Whether the reader took one of the two for somebody else of the page as well."""
    return any(mark.found and (pair.family.id, mark.page, mark.found) in mixed for mark in (pair.first, pair.second))


def tell_errors(families: list[Family], found: list[Pair]) -> None:
    """Print what was joined wrongly, what was not joined, and what the reader did not find."""
    for family in families:
        for mark in family.marks:
            if mark.found is None:
                print(family.id, "not found", f"{mark.who}@{mark.page}", mark.words, sep=" | ")
    for pair in found:
        wrong = pair.verdict == "join" and not pair.same
        missed = pair.same and pair.found and pair.verdict != "join"
        if wrong or missed or (pair.clustered and not pair.same):
            what = "JOINED" if wrong else "CLUSTERED" if pair.clustered and not pair.same else pair.verdict
            reasons = [reason.code for reason in pair.judgement.reasons] if pair.judgement else []
            two = [f"{mark.who}@{mark.page} {mark.words}" for mark in (pair.first, pair.second)]
            print(pair.family.id, what, *two, *reasons, sep=" | ")


def main() -> None:
    """Read the families and print the figures."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--set", default="work", choices=("work", "fresh", "late", "newer", "held"))
    ask.add_argument("--lines", default="all", choices=tuple(LINES))
    ask.add_argument("--errors", action="store_true")
    options = ask.parse_args()
    families = [read(line) for line in lines(options.set, options.lines)]
    found = [pair for family in families for pair in pairs(family)]
    tell(families, found)
    if options.errors:
        tell_errors(families, found)


if __name__ == "__main__":
    main()
