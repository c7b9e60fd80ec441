"""The command line: arguments become one call each."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from qawl.cli.add import add_add, add_sources
from qawl.cli.agenda import add_agenda
from qawl.cli.arguments import add_language
from qawl.cli.brief import add_brief
from qawl.cli.bundled import add_samples, add_schema
from qawl.cli.check import add_check
from qawl.cli.decide import add_decide, add_decisions, add_reread, add_suppress
from qawl.cli.export import add_export
from qawl.cli.messages import complain, leave_pipe, speak_utf8
from qawl.cli.parser import Parser, asked
from qawl.cli.persons import add_join, add_names, add_split
from qawl.cli.proof import add_backup, add_pack, add_verify
from qawl.cli.read import add_explain, add_read
from qawl.cli.search import add_search
from qawl.cli.serve import add_serve
from qawl.cli.statement import add_statement
from qawl.cli.timeline import add_timeline
from qawl.cli.watch import add_watch
from qawl.cli.who import add_who
from qawl.model import VERSION

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.show.strings import Lang

INTERRUPTED = 130  # 128 + SIGINT, as a shell has it
PIPE_CLOSED = 141  # 128 + SIGPIPE
# After so many new objects Python looks for rings of dead ones; its own 700 would have it go through the growing tables again and
# again, none of which ever dies.
TABLES_LIVE_ON = 300_000


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv` (default: the process's own). Returns the exit status.

    0: all inputs were read; 1: some failed; 2: nothing could be read, or the arguments are wrong; 130: Ctrl-C; 141: the
    reader of standard output went away.
    """
    gc.set_threshold(TABLES_LIVE_ON)
    speak_utf8()
    given = sys.argv[1:] if argv is None else argv
    parser = build_parser(asked(given))
    if not given:
        parser.print_help()
        return 2
    args = parser.parse_args(given)
    try:
        run: Callable[[argparse.Namespace], int] = args.run
        return run(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        leave_pipe()
        return PIPE_CLOSED
    except OSError as error:
        from qawl.show.messages import told_or_kept

        why = told_or_kept(error.strerror or str(error), args.lang)
        complain(f"{error.filename or 'output'}: {why}")
        return 2


# In the order of `qawl --help`.
COMMANDS = (
    add_read,
    add_explain,
    add_agenda,
    add_add,
    add_watch,
    add_sources,
    add_check,
    add_search,
    add_statement,
    add_who,
    add_timeline,
    add_brief,
    add_serve,
    add_decide,
    add_suppress,
    add_join,
    add_split,
    add_names,
    add_decisions,
    add_reread,
    add_export,
    add_verify,
    add_pack,
    add_backup,
    add_schema,
    add_samples,
)


def build_parser(lang: Lang = "en") -> Parser:
    """All commands and their options, whose help is told in a language."""
    parser = Parser(prog="qawl", lang=lang, does="reads Arabic news and keeps, with proof, who said what")
    parser.add_argument("--version", action="version", version=f"qawl {VERSION}")
    add_language(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in COMMANDS:
        add(commands)
    return parser
