"""The command `search`: what a library has on words, speakers, days."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, positive
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain
from qawl.model import Band, EventPart, FlagName, Kind

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.library.searching.answers import Found
    from qawl.library.searching.search import Search

# The options that are filters by words, with what they name.
BY_WORDS = {
    "speaker": "who says it",
    "said_to": "whom it was told",
    "role": "the speaker's role",
    "organisation": "the body that the speaker speaks for",
    "topic": "the heading or topic that it stands under",
    "outlet": "who published it",
}
# The options that are closed lists: the field, the option, its values.
BY_VALUES = (
    ("kind", "--kind", Kind),
    ("band", "--band", Band),
    ("flags", "--flag", FlagName),
    ("event_parts", "--part", EventPart),
)
# The options that are days.
BY_DAYS = {
    "said_from": "said on this day or later",
    "said_until": "said on this day or before",
    "published_from": "published on this day or later",
    "published_until": "published on this day or before",
}
LIMIT = 20
CSV = "csv"
OPERATORS = ("AND", "OR", "NOT")
NOTHING_FOUND = 1


def add_search(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `search` and its options."""
    command = commands.add_parser("search", help="find statements of a library by words, speaker, day and more")
    add_words(command)
    add_library(command)
    add_filters(command)
    command.add_argument("--each", action="store_true", help="list and count a saying in each page that reports it, not once")
    command.add_argument("--sort", choices=["rank", "newest", "oldest"], default="rank", help="order (default: rank)")
    command.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help="statements to show (default: %(default)s)")
    command.add_argument("--offset", type=whole, default=0, metavar="N", help="statements to pass over before (default: 0)")
    command.add_argument(
        "--format", choices=["table", "json", "jsonl", CSV], default="table", help="form of the output (default: table)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_search))


def add_words(command: argparse.ArgumentParser) -> None:
    """What to look for, and how words are compared."""
    command.add_argument(
        "words", nargs="*", metavar="WORD", help='what to look for; "…" is a phrase, word* a beginning, AND OR NOT in capitals'
    )
    command.add_argument("--exact", action="store_true", help="words exactly as they are typed")
    command.add_argument("--ta-marbuta", action="store_true", help="keep ة and ه apart")
    command.add_argument("--latin", action="store_true", help="take words in Latin letters for names, by their sound")


def add_filters(command: argparse.ArgumentParser) -> None:
    """What leaves only some statements."""
    for field, what in BY_WORDS.items():
        command.add_argument(f"--{field.replace('_', '-')}", metavar="NAME", help=f"{what}: all these words")
    for field, option, values in BY_VALUES:
        command.add_argument(
            option, dest=field, action="append", default=[], choices=get_args(values), help=f"only this {option[2:]}"
        )
    for field, what in BY_DAYS.items():
        command.add_argument(f"--{field.replace('_', '-')}", metavar="DATE", help=f"{what}; 2024-03-31, 2024-03 or 2024")


def whole(text: str) -> int:
    """A whole number, zero too."""
    return 0 if text == "0" else positive(text)


def filters_of(args: argparse.Namespace) -> dict[str, Any]:
    """The filters as `Search` has them."""
    given = {field: getattr(args, field) for field in (*BY_WORDS, *BY_DAYS)}
    return given | {field: tuple(getattr(args, field)) for field, _, _ in BY_VALUES}


def asked_for(args: argparse.Namespace, **more: Any) -> Search:
    """The search that the arguments ask for; ``more`` are its fields that have no options of `add_words` and `add_filters`."""
    from qawl.library.searching.search import Search

    text = " ".join(args.words)
    return Search(text=text, exact=args.exact, ta_marbuta=args.ta_marbuta, latin=args.latin, **filters_of(args), **more)


def run_search(args: argparse.Namespace) -> int:
    """Show what a library has. Returns the exit status: 1 where it has nothing."""
    from qawl.library import Library
    from qawl.show.strings import say
    from qawl.show.writing import open_output

    asked = asked_for(args, each=args.each, sort=args.sort, limit=args.limit, offset=args.offset)
    with Library(args.library) as library, open_output(args.out) as out:
        found = library.search(asked)
        out.writelines(form_of(found, args))
        out.flush()
    if not found.total and not asked.latin and has_latin(asked):
        complain(say(args.lang, "try_latin"))
    return 0 if found.total else NOTHING_FOUND


def has_latin(asked: Search) -> bool:
    """Whether what may be a name in Latin letters is looked for."""
    words = (word for text in (asked.text, asked.speaker, asked.said_to) if text for word in re.findall("[A-Za-z]+", text))
    return any(word not in OPERATORS for word in words)


def form_of(found: Found, args: argparse.Namespace) -> Iterable[bytes]:
    """The answer in the form that is wanted."""
    if args.format == CSV:
        from qawl.export.delimited import csv_lines
        from qawl.export.found import sheet_of_answers

        return csv_lines(sheet_of_answers(found))
    from qawl.show.found import show_found

    return [show_found(found, choose_look(args))]
