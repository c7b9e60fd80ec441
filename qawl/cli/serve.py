"""The command `serve`: a library as web pages on this machine, or for others who know a password."""

from __future__ import annotations

import argparse
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_language, positive
from qawl.cli.library import DEFAULT, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.web.entering import Keys

HOST = "127.0.0.1"
PORT = 8173
SHORTEST = 8  # letters of a password or token


def add_serve(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `serve` and its options."""
    command = commands.add_parser("serve", help="show a library as web pages on this machine")
    command.add_argument("library", nargs="?", type=Path, default=Path(DEFAULT), metavar="DIR", help="folder of the library")
    command.add_argument("--port", type=positive, default=PORT, metavar="N", help="port (default: %(default)s)")
    command.add_argument(
        "--host",
        default=HOST,
        metavar="ADDRESS",
        help="address to listen on (default: %(default)s); any but this machine's own wants a password or token",
    )
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME", help="a name under which the pages are asked for; repeatable"
    )
    command.add_argument(
        "--password-file", type=Path, metavar="FILE", help="file with the password that is asked (or the variable QAWL_PASSWORD)"
    )
    command.add_argument(
        "--token-file", type=Path, metavar="FILE", help="file with the token that programs say (or the variable QAWL_TOKEN)"
    )
    command.add_argument(
        "--allow-private", action="store_true", help="fetch what is added in the browser from machines of this network too"
    )
    add_language(command)
    command.set_defaults(run=on_library(run_serve))


def run_serve(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C. Returns the exit status."""
    from qawl.show.strings import say
    from qawl.web.app import application
    from qawl.web.hosts import LOOPBACK, is_loopback
    from qawl.web.serving import server_of

    try:
        keys = keys_of(args)
        family, address = address_of(args.host, args.port)
        if not is_loopback(address[0]) and not keys.asked:
            raise Unusable(f"{args.host}: {say(args.lang, 'serve.needs_password')}")
        app = application(args.library, (*LOOPBACK, args.host, *args.allow_host), keys, allow_private=args.allow_private)
        ears = socket.create_server(address, family=family)
    except Unusable as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"{args.host}:{args.port}: {error.strerror}")
        return 2
    if not is_loopback(address[0]):
        complain(say(args.lang, "serve.in_clear"))
    complain(f"{say(args.lang, 'serving')}: {web_address(args.host, args.port)}")
    server_of(app).run(sockets=[ears])
    return 0


class Unusable(Exception):
    """What was given does not do, and why."""


def keys_of(args: argparse.Namespace) -> Keys:
    """Password and token, of their files or the environment, never of the command line, which others on the machine can read.

    Raises `Unusable` for a file that cannot be read, and for what is too short to keep anyone out.
    """
    from qawl.web.entering import Keys

    password = secret_of(args.password_file, "QAWL_PASSWORD", args.lang)
    return Keys(password, secret_of(args.token_file, "QAWL_TOKEN", args.lang))


def secret_of(file: Path | None, variable: str, lang: str) -> str | None:
    """A secret, without the space around it; None where none is given."""
    from qawl.show.strings import say

    try:
        given = os.environ.get(variable) if file is None else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None
    if given is not None and len(given.strip()) < SHORTEST:
        raise Unusable(f"{file or variable}: {say('ar' if lang == 'ar' else 'en', 'serve.too_short')}")
    return given and given.strip()


def address_of(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    """The address of a host to listen on, and its family. Raises `OSError` where there is none."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    return family, (str(address[0]), port)


def web_address(host: str, port: int) -> str:
    """The address to type."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
