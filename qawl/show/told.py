"""Statements and relations of a library as cells of tables: when, whose, what with its flags and band, and which page tells it."""

from __future__ import annotations

from collections.abc import Sequence

from qawl.library.asking.told import Stood, Told, Where
from qawl.library.rows import StatementRow
from qawl.show.isolate import inset
from qawl.show.sections import Column, Piece
from qawl.show.spreads import further
from qawl.show.strings import Lang, say

STATEMENT_COLUMNS: tuple[Column, ...] = (("when", 4), ("speaker", 5), ("what", 11), ("told", 5))
OWN_COLUMNS: tuple[Column, ...] = (("when", 4), ("what", 13), ("told", 5))
RELATION_COLUMNS: tuple[Column, ...] = (("actor", 4), ("target", 4), ("stance", 4), ("evidence", 8), ("told", 5))

Cells = list[list[Piece]]


def statement_cells(told: Told, lang: Lang) -> Cells:
    """When, who, what and where it is told."""
    when, *rest = own_cells(told, lang)
    return [when, speaker_pieces(told.statement, lang), *rest]


def own_cells(told: Told, lang: Lang) -> Cells:
    """The same without who says it."""
    return [day_pieces(told, lang), what_pieces(told, lang), source_pieces(told, lang)]


def day_pieces(told: Told, lang: Lang) -> list[Piece]:
    """The day it was said, else the day of publication, which is told."""
    if told.statement.said_on:
        return [(day(told.statement.said_on), "bold")]
    if told.page.published:
        return [(day(told.page.published), ""), (say(lang, "published"), "dim")]
    return [(say(lang, "undated"), "dim")]


def day(value: str) -> str:
    """A day without its time; an interval with room to be wrapped between its ends."""
    return value.partition("T")[0].replace("/", " – ")


def speaker_pieces(row: StatementRow, lang: Lang) -> list[Piece]:
    """The speaker with role and body, and whose view it is where it is another's."""
    name = (row.speaker, "bold") if row.speaker else (say(lang, "unknown"), "dim italic")
    holders = [(f"{say(lang, 'holder')}: {inset(holder)}", "yellow") for holder in row.holder]
    return [name, (row.role or "", "dim"), *holders]


def what_pieces(told: Told, lang: Lang) -> list[Piece]:
    """What was said, by which word, and what colours it."""
    row = told.statement
    denied = [(say(lang, "turn.denial"), "bold red")] if row.denied else []
    again = [(say(lang, "repeated"), "yellow")] if row.repeats else []
    heard = [(f"{say(lang, 'said_to')}: {inset(row.said_to)}", "dim")] if row.said_to else []
    return [(row.text, ""), *denied, (flag_names(row.flags, lang), "yellow"), *again, *heard]


def flag_names(flags: Sequence[str], lang: Lang) -> str:
    """Flags in words."""
    return f"{say(lang, 'comma')} ".join(say(lang, f"flag.{flag}") for flag in flags)


def colours(row: StatementRow, lang: Lang) -> str:
    """That it is told as denied, and its flags, in words."""
    denied = say(lang, "turn.denial") if row.denied else ""
    return f"{say(lang, 'comma')} ".join(filter(None, (denied, flag_names(row.flags, lang))))


def source_pieces(told: Told, lang: Lang) -> list[Piece]:
    """The page that tells a statement, how sure it is, its id for other commands, and what a person decided of it."""
    return [
        *page_pieces(told.page, lang, told.statement.band),
        (told.statement.id, "dim"),
        (decided(told.statement, lang), "green"),
        *further(told.spread, lang),
    ]


def decided(row: StatementRow, lang: Lang) -> str:
    """What a person decided of a statement and who, nothing where nobody has."""
    if row.decided is None:
        return ""
    return f"{say(lang, f'verdict.{row.decided}')} ({inset(row.decided_by or say(lang, 'unknown'))})"


def page_pieces(page: Where, lang: Lang, band: str | None = None) -> list[Piece]:
    """The outlet and page that tell something, and how sure it is."""
    outlet = (page.outlet, "") if page.outlet else (say(lang, "unknown"), "dim italic")
    return [outlet, (page.document, "dim"), (say(lang, f"band.{band}") if band else "", "cyan")]


def relation_cells(stood: Stood, lang: Lang) -> Cells:
    """Who towards whom, how and on which condition, by which words, and who says so where."""
    row = stood.relation
    return [
        [(row.actor, "bold")],
        [(row.target, "bold")],
        [(stances(row.stance, lang), "cyan"), *condition_pieces(row.condition, lang)],
        [(row.evidence or say(lang, "none"), "")],
        [(teller(row.according_to, stood.page, lang), ""), *page_pieces(stood.page, lang)],
    ]


def condition_pieces(condition: str | None, lang: Lang) -> list[Piece]:
    """On what a stance depends, nothing where it is told of nothing."""
    return [(f"{say(lang, 'condition')}: {inset(condition)}", "yellow")] if condition else []


def stances(stance: tuple[str, ...], lang: Lang) -> str:
    """Stances in words."""
    return f"{say(lang, 'comma')} ".join(say(lang, f"stance.{one}") for one in stance)


def teller(according_to: str | None, page: Where, lang: Lang) -> str:
    """Who says so: a name, or the outlet in its own voice."""
    return according_to or f"{inset(page.outlet or say(lang, 'page'))} ({say(lang, 'own_voice')})"
