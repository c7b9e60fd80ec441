"""Try the wheel as a stranger would: install it from a folder of wheels alone, then read a sample, search it and
serve it with the network off.

Run as `python tools/try_wheel.py dist/qawl-….whl` on each Python of 3.11-3.13 that is present; exit status 1 where one fails.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHONS = ("python3.11", "python3.12", "python3.13")
READ = """
import socket
def refuse(*args, **kwargs):
    raise OSError("the network is off")
socket.socket.connect = socket.create_connection = refuse
from importlib.resources import files
import qawl
page = (files("qawl") / "samples" / "summit.html").read_bytes()
record = qawl.read(page)
print(len(record.statements), "statements,", len(record.people), "people")
assert record.statements and record.people
import tempfile
from qawl.library import Library
with tempfile.TemporaryDirectory() as folder, Library(folder, create=True) as library:
    assert [added.outcome for added in library.add([qawl.Page(id="summit.html", source=page)])] == ["added"]
    name = next(one.speaker.name for one in record.statements if one.speaker and one.speaker.type == "person")
    found = library.search(name)
    print(found.total, "found of", name)
    assert found.total and found.answers[0].highlights
    from pathlib import Path
    from starlette.testclient import TestClient
    from qawl.web.app import application
    with TestClient(application(Path(folder)), base_url="http://127.0.0.1") as browser:
        shown = [browser.get(address) for address in ("/", "/statements", "/quality", "/static/qawl.css")]
    print(sum(len(one.content) for one in shown), "bytes served")
    assert all(one.status_code == 200 for one in shown) and name in shown[1].text
"""


def run(*command: str) -> str:
    """The output of a command. Raises `subprocess.CalledProcessError`."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def works(python: str) -> bool:
    """Whether this Python is present and answers."""
    if shutil.which(python) is None:
        return False
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def try_on(python: str, wheel: Path, folder: Path) -> str:
    """What the installed wheel reads on one Python."""
    wheels, venv = folder / "wheels", folder / "venv"
    run(python, "-m", "venv", str(venv))
    inside = str(venv / "bin" / "python")
    run(inside, "-m", "pip", "download", "--quiet", "--dest", str(wheels), str(wheel))
    run(inside, "-m", "pip", "install", "--quiet", "--no-index", "--find-links", str(wheels), "qawl")
    run(str(venv / "bin" / "qawl"), "--version")
    return run(inside, "-c", READ).strip()


def main() -> int:
    """Try every Python; print a line each."""
    wheel = Path(sys.argv[1]).resolve()
    failed = 0
    for python in filter(works, PYTHONS):
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(f"{python}: {try_on(python, wheel, Path(folder))}")
            except subprocess.CalledProcessError as error:
                failed += 1
                print(f"{python}: failed: {error.stderr.strip()[-600:]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
