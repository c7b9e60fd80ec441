"""How fast exports stream, and that memory stays flat (`python -m bench.exports`, about six minutes).

Two libraries of invented statements are made, one five times as large as the other, and each is exported in every form by a
process of its own. Its memory is what it holds itself, 64 MB of them the database's cache; what the system keeps at hand of the
file is not counted.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.library import MEGABYTE, tell, write
from qawl.library import Library

FORMS = ("csv", "jsonl", "parquet")
LARGER = 5
LOOK_EVERY = 0.02  # seconds between two looks at the memory


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__)
    parser.add_argument("--pages", type=int, default=8000, help="pages of the smaller library, ten statements each")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as work:
        for pages in (args.pages, args.pages * LARGER):
            folder = Path(work) / str(pages)
            with Library(folder, create=True) as library:
                write(library.store, pages)
                rows = library.count("statements")
            tell("statements", f"{rows:,}")
            for form in FORMS:
                export(folder, form, rows)
    return 0


def export(folder: Path, form: str, rows: int) -> None:
    """Export the statements of a library in a form, and tell how that went."""
    out = folder / f"statements.{form}"
    command = [sys.executable, "-m", "qawl.cli", "export", "--library", str(folder), "--format", form, "--out", str(out)]
    began, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(command)
    while process.poll() is None:
        peak = max(peak, own_memory(process.pid))
        time.sleep(LOOK_EVERY)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    tell(f"{form}, statements a second", f"{rows / seconds:,.0f}")
    tell(f"{form}, MB", f"{out.stat().st_size / MEGABYTE:,.1f}")
    tell(f"{form}, peak memory of its own, MB", f"{peak:,.0f}", "the same for both libraries")


def own_memory(process: int) -> float:
    """The memory that a process holds itself, in megabytes; 0 where it has ended."""
    try:
        found = re.search(r"^RssAnon:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) * 1024 / MEGABYTE if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
