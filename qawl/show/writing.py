"""Where output goes: to standard output, or to a file that is either whole or not there."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def open_output(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output as bytes, or a file that takes its name only when all is written.

    Bytes, so that neither the locale nor the platform's line ends have a say. Raises `OSError` where the file cannot be
    written.
    """
    if path is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
    elif path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as out:  # a device or a pipe: there is nothing to rename
            yield out
    else:
        with open_renamed(path) as out:
            yield out


@contextmanager
def open_renamed(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place at the end, and is gone if anything goes wrong before."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(handle)
        os.chmod(name, 0o666 & ~current_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def current_umask() -> int:
    """The permissions that new files of this process do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
