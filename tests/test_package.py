"""What is installed holds all that the program reads: each table, page and style of the package is among its data."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "qawl"


def test_each_file_of_the_package_is_among_its_data() -> None:
    globs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]["qawl"]
    packed = {path for pattern in globs for path in PACKAGE.glob(pattern)}
    read = {path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert read <= packed, sorted(str(path.relative_to(PACKAGE)) for path in read - packed)
