"""The command `serve`: a library as web pages on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path
from socket import create_server

from qawl.cli.arguments import Commands, positive
from qawl.cli.library import DEFAULT, on_library
from qawl.cli.messages import complain

HOST = "127.0.0.1"
PORT = 8173


def add_serve(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `serve` and its options."""
    command = commands.add_parser("serve", help="show a library as web pages on this machine")
    command.add_argument("library", nargs="?", type=Path, default=Path(DEFAULT), metavar="DIR", help="folder of the library")
    command.add_argument("--port", type=positive, default=PORT, metavar="N", help="port (default: %(default)s)")
    command.add_argument("--lang", choices=["en", "ar"], default="en", help="language of messages (default: en)")
    command.set_defaults(run=on_library(run_serve))


def run_serve(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C. Returns the exit status."""
    import uvicorn

    from qawl.show.strings import say
    from qawl.web.app import application

    app = application(args.library)
    try:
        ears = create_server((HOST, args.port))
    except OSError as error:
        complain(f"{HOST}:{args.port}: {error.strerror}")
        return 2
    complain(f"{say(args.lang, 'serving')}: http://{HOST}:{args.port}/")
    uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)).run(sockets=[ears])
    return 0
