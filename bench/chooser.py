"""Learns whom a saying without a subject carries on (`python -m bench.chooser`, two minutes).

Fitted on half a of the development set alone. Every saying without a subject that pairs with a mark is a case: its candidates
with their figures, and which of them are the marked speaker. The points are those of a conditional logit with nobody as one more
possibility, with a penalty on their squares. Who spoke before depends on the links before, so the pages are read again with the
fitted points and the fit is repeated. Prints what the points reach on outlets that were left out of the fit, writes
`qawl/arabic/data/links.tsv`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from bench.bands import gold_page, half_of
from bench.marks import GoldPage
from bench.scoring import Pairing, pair_statements, right_speaker
from bench.shared import absence, shared_file
from qawl.arabic.findings import ASKED, Finding
from qawl.arabic.lexicon import HONOUR
from qawl.arabic.passage import Passage
from qawl.arabic.people.finding import find_people
from qawl.arabic.record import statements_of
from qawl.arabic.reporting.statements import find_statements
from qawl.arabic.speakers.candidates import Candidate
from qawl.arabic.speakers.cast import Answer, Cast
from qawl.arabic.speakers.chooser import POINTS, Choice, choose_by
from qawl.model import Speaker, Statement
from qawl.tables import data_path

TABLE = data_path("links.tsv")
HEADER = """\
# What speaks for a candidate where a saying has no subject of its own, and against it, in hundredths of a logit.
# source: fitted on half a of the development set, which is not in the repository
# command: python -m bench.chooser
figure\tpoints
"""
# What the first reading goes by; the fit replaces it.
START = {"spoke right before": 200, "sentences under 1": 200, "sentences under 3": 100, "is person": 100}
ROUNDS = 2
FOLDS = 5
# The penalty on squared points, and how much a case with an optional mark counts.
PENALTY = 1.0
OPTIONAL = 0.5
STEPS = 400
LEAST = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)

Points = dict[str, int]


class Case(NamedTuple):
    """The figures of each candidate, which of them are right, and how much the case counts."""

    figures: list[tuple[str, ...]]
    right: list[bool]
    weight: float


class Verdict(NamedTuple):
    """The chance of the best candidate of a required case and whether it is right; chance 0 where there is none."""

    chance: float
    right: bool


def tuning_pages(path: Path) -> Iterator[tuple[str, GoldPage]]:
    """The pages of half a with their outlets."""
    with path.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if half_of(document["outlet"]) == "a":
                people = [{"name": person["name"], "roles": [], "mentions": []} for person in document["gold"].get("people", [])]
                yield document["outlet"], gold_page(document | {"gold": document["gold"] | {"people": people}})


class Pages:
    """Pages whose sayings are found already: only whose they are is asked again and again."""

    def __init__(self, pages: Iterable[tuple[str, GoldPage]]) -> None:
        self.pages = [(outlet, page, passage := Passage(page.text), find_statements(passage)) for outlet, page in pages]
        self.folds = folds_of(Counter(outlet for outlet, *_ in self.pages))

    def cases(self, points_of: dict[int, Points]) -> Iterator[tuple[int, Case, Verdict | None]]:
        """The fold of each case, the case, and its verdict where its mark is required; read with the points of its fold."""
        for outlet, page, passage, found in self.pages:
            fold = self.folds[outlet]
            for case, verdict in cases_of(page, passage, found, points_of[fold]):
                yield fold, case, verdict


def folds_of(outlets: Counter[str]) -> dict[str, int]:
    """The fold of each outlet: the largest first, each into the smallest fold so far."""
    sizes = [0] * FOLDS
    folds = {}
    for outlet, count in sorted(outlets.items(), key=lambda item: (-item[1], item[0])):
        folds[outlet] = sizes.index(min(sizes))
        sizes[folds[outlet]] += count
    return folds


def cases_of(page: GoldPage, passage: Passage, found: list[Finding], points: Points) -> Iterator[tuple[Case, Verdict | None]]:
    """The sayings without a subject of one page that pair with a mark."""
    offers: list[list[Candidate]] = []

    def choose(offered: list[Candidate]) -> Choice:
        offers.append(offered)
        return choose_by(offered, points)

    said = Cast(passage, find_people(passage), choose).said(found)
    statements = statements_of("", passage, said, {}, ())
    pairing = pair_statements(page, statements)
    linked = [number for number, (finding, _) in enumerate(said) if carries_on(passage, finding)]
    for number, offered in zip(linked, offers, strict=True):
        at = pairing.pairs.get(number)
        if at is not None:
            right = [is_right(pairing, passage, number, candidate) for candidate in offered]
            optional = page.statements[at].optional
            case = Case([candidate.figures for candidate in offered], right, OPTIONAL if optional else 1.0)
            yield case, None if optional else verdict_on(pairing, number, said[number][1], offered, right, points)


def carries_on(passage: Passage, finding: Finding) -> bool:
    """Whether the speaker of a saying was asked of the chooser: it has no subject, or an honour alone."""
    if finding.source:
        return bool(passage.tokens.kinds[finding.source.first] & HONOUR)
    return finding.form not in ("passive", ASKED)


def is_right(pairing: Pairing, passage: Passage, number: int, candidate: Candidate) -> bool:
    """Whether the candidate is the marked speaker."""
    return right_speaker(pairing.page, pairing.pairs[number], with_speaker(pairing.found[number], passage, candidate))


def with_speaker(statement: Statement, passage: Passage, candidate: Candidate) -> Statement:
    """The statement as the candidate's."""
    start, end = passage.offsets(*candidate.actor.name)
    return replace(statement, speaker=Speaker(passage.text[start:end], candidate.actor.type, form="dropped"))


def verdict_on(
    pairing: Pairing, number: int, answer: Answer, offered: list[Candidate], right: list[bool], points: Points
) -> Verdict:
    """The best candidate's chance, and whether it is right; what was answered counts where somebody was."""
    best = choose_by(offered, points, least=0.0)
    if best.candidate is None:
        return Verdict(0.0, False)
    if answer.actor:
        return Verdict(best.chance, pairing.is_right(number))
    return Verdict(best.chance, right[offered.index(best.candidate)])


def fit(cases: list[Case]) -> Points:
    """The points under which the right candidates are likeliest, with the penalty: accelerated gradient ascent, always the same."""
    names = sorted({figure for case in cases for figures in case.figures for figure in figures})
    place = {name: number for number, name in enumerate(names)}
    coded = [([[place[figure] for figure in figures] for figures in case.figures], case.right, case.weight) for case in cases]
    longest = max(len(figures) for case in cases for figures in case.figures)
    rate = 1 / (PENALTY + longest * sum(case.weight for case in cases) / 2)
    weights, ahead = [0.0] * len(names), [0.0] * len(names)
    for step in range(STEPS):
        slope = gradient(coded, ahead)
        new = [at + rate * up for at, up in zip(ahead, slope, strict=True)]
        ahead = [now + step / (step + 3) * (now - old) for now, old in zip(new, weights, strict=True)]
        weights = new
    return {name: round(POINTS * weight) for name, weight in zip(names, weights, strict=True)}


def gradient(coded: list[tuple[list[list[int]], list[bool], float]], weights: list[float]) -> list[float]:
    """How the likelihood of the marked speakers, less the penalty, rises with each weight."""
    slope = [-PENALTY * weight for weight in weights]
    for candidates, right, count in coded:
        shares = [exp(sum(weights[number] for number in figures)) for figures in candidates]
        whole = 1 + sum(shares)
        good = sum(share for share, is_good in zip(shares, right, strict=True) if is_good)
        for figures, share, is_good in zip(candidates, shares, right, strict=True):
            pull = count * ((share / good if is_good else 0.0) - share / whole)
            for number in figures:
                slope[number] += pull
    return slope


def fitted(pages: Pages, without: int | None) -> Points:
    """The points fitted on all folds but one, the pages read again with them before each further round."""
    points = START
    for _ in range(ROUNDS):
        read = pages.cases(dict.fromkeys(range(FOLDS), points))
        points = fit([case for fold, case, _ in read if fold != without and case.figures])
    return points


def curve(verdicts: list[Verdict]) -> Iterator[str]:
    """Right, wrong and nobody, precision and F1 of all cases at several least chances."""
    for least in LEAST:
        told = [verdict for verdict in verdicts if verdict.chance and verdict.chance >= least]
        right, named, whole = sum(verdict.right for verdict in told), len(told), len(verdicts)
        shares = f"P {right / named:.1%}  F1 {2 * right / (whole + named):.1%}"
        yield f"{least:4.2f}  right {right:3d}  wrong {named - right:3d}  nobody {whole - named:3d}  {shares}"


def table_text(points: Points) -> str:
    """The table as it is kept, sorted by figure."""
    return HEADER + "".join(f"{figure}\t{count}\n" for figure, count in sorted(points.items()))


def main() -> int:
    """Fit, cross-validate, write the table. Returns the exit status: 2 where the development set is not there."""
    path = shared_file("bench/dev.jsonl")
    if path is None:
        print(absence(), file=sys.stderr)
        return 2
    pages = Pages(tuning_pages(path))
    held_out = {fold: fitted(pages, fold) for fold in range(FOLDS)}
    print("least chance, on outlets left out of the fit")
    print("\n".join(curve([verdict for _, _, verdict in pages.cases(held_out) if verdict])))
    points = fitted(pages, None)
    TABLE.write_text(table_text(points), encoding="utf-8")
    print("\n".join(f"{count:5d}  {figure}" for figure, count in sorted(points.items(), key=lambda item: -item[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
