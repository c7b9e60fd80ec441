"""The parser of the command line, whose help and whose refusals are told in either language.

argparse has them in English; ``help.tsv`` has each text of a help in Arabic, ``show/messages.tsv`` each refusal.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from qawl.cli.examples import examples_of
from qawl.tables import read_table

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.show.strings import Lang

OPTION = "--lang"
VARIABLE = "QAWL_LANG"
REFUSED = 2


def asked(words: Sequence[str]) -> Lang:
    """The language that arguments ask for, else the one of the variable QAWL_LANG, else English."""
    after = [words[at + 1] for at, word in enumerate(words[:-1]) if word == OPTION]
    joined = [word.partition("=")[2] for word in words if word.startswith(f"{OPTION}=")]
    known = [word for word in (*after, *joined, os.environ.get(VARIABLE)) if word in ("en", "ar")]
    return "ar" if known[:1] == ["ar"] else "en"


def in_language(text: str, lang: Lang) -> str:
    """A text of a help in a language. Raises `KeyError` for one that ``help.tsv`` lacks."""
    return text if lang == "en" else _arabic()[text]


@cache
def _arabic() -> dict[str, str]:
    return {row["en"]: row["ar"] for row in read_table(Path(str(files("qawl") / "cli" / "help.tsv")))}


class Help(argparse.RawDescriptionHelpFormatter):
    """A help whose texts are told in a language."""

    def __init__(self, *given: Any, lang: Lang, **more: Any) -> None:
        super().__init__(*given, **more)
        self.lang = lang

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and in_language(action.help, self.lang)

    def start_section(self, heading: str | None) -> None:
        """A part of the help under its heading."""
        super().start_section(heading and in_language(heading, self.lang))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """How the command is typed."""
        super().add_usage(usage, actions, groups, f"{in_language('usage', self.lang)}: " if prefix is None else prefix)


class ToldCommands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """Commands whose own help begins with what `qawl --help` says of them and ends with examples."""

    def add_parser(self, name: str, *, help: str | None = None, **more: Any) -> Parser:
        """A command that is told so."""
        command: Parser = super().add_parser(name, does=help or "", typed=name, help=help, **more)
        return command


class Parser(argparse.ArgumentParser):
    """A parser that tells what it does, what to type, and what it cannot take, in a language, which it gives as `lang`."""

    def __init__(self, *, lang: Lang = "en", does: str, typed: str = "", **more: Any) -> None:
        self.lang: Lang = lang
        told = in_language(does, lang)
        examples = [f"{in_language('examples', lang)}:", *(f"  {example}" for example in examples_of(typed))]
        super().__init__(
            description=f"{told[:1].upper()}{told[1:]}.",
            epilog="\n".join(examples),
            formatter_class=partial(Help, lang=lang),
            **more,
        )
        self.set_defaults(lang=lang)

    def add_subparsers(self, **more: Any) -> Any:
        """Commands whose parsers tell in the same language what they do."""
        action, parser = ToldCommands, partial(Parser, lang=self.lang)
        return super().add_subparsers(action=action, parser_class=parser, required=True, **more)  # type: ignore[call-overload]

    def error(self, message: str) -> NoReturn:
        """End the process with what is wrong with the arguments."""
        from qawl.show.messages import told_or_kept

        self.print_usage(sys.stderr)
        self.exit(REFUSED, f"{self.prog}: {in_language('error', self.lang)}: {told_or_kept(message, self.lang)}\n")
