"""The one place that knows where the shared data lie: texts and marks that are not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "QAWL_SHARED"
ROOT = Path(__file__).resolve().parent.parent
DEFAULT = Path("../shared")


def shared_folder() -> Path:
    """Where the shared data are looked for: `QAWL_SHARED`, else `../shared`, relative to the repository's root."""
    return (ROOT / (os.environ.get(VARIABLE) or DEFAULT)).resolve()


def shared_path() -> Path | None:
    """The folder of the shared data, or None where there is none."""
    folder = shared_folder()
    return folder if folder.is_dir() else None


def shared_file(name: str) -> Path | None:
    """The shared file `name` (as in `bench/dev.jsonl`), or None where it is not there."""
    folder = shared_path()
    return folder / name if folder and (folder / name).is_file() else None


def absence() -> str:
    """What to tell someone whose run leaves out what needs the shared data."""
    return f"needs the shared data: no folder {DEFAULT} beside the repository, and {VARIABLE} names none that is there"
