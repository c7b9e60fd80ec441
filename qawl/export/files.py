"""Sheets become files: one in the form that is asked for, or a folder of them with their codebook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO, Literal

from qawl.export.codebook import Entry, codebook_json, codebook_markdown, codebook_sheet, entries_of
from qawl.export.delimited import csv_lines
from qawl.export.lines import json_lines
from qawl.export.parquet import write_parquet
from qawl.export.sheets import Sheet
from qawl.show.writing import open_output

Format = Literal["csv", "jsonl", "parquet"]


def write_sheet(sheet: Sheet, form: Format, out: IO[bytes], *, bom: bool = False, guard: bool = True) -> None:
    """Write a sheet in a form; `bom` and `guard` as in `csv_lines`, without a meaning for other forms."""
    match form:
        case "parquet":
            write_parquet(sheet, out)
        case "jsonl":
            out.writelines(json_lines(sheet))
        case "csv":
            out.writelines(csv_lines(sheet, bom=bom, guard=guard))
    out.flush()


def write_folder(sheets: Iterable[Sheet], form: Format, folder: Path, *, bom: bool = False, guard: bool = True) -> None:
    """Write sheets as files of a folder, which is made where it is not there, and their codebook beside them.

    Each file takes its name when it is whole. Raises `OSError`.
    """
    folder.mkdir(exist_ok=True)
    entries: list[Entry] = []
    for sheet in sheets:
        with open_output(folder / f"{sheet.name}.{form}") as out:
            write_sheet(sheet, form, out, bom=bom, guard=guard)
        entries += entries_of(sheet.name, sheet.columns)
    write_codebook(entries, folder / "codebook")


def write_codebook(entries: Iterable[Entry], stem: Path) -> None:
    """Write a codebook beside an export, for people (`.md`), spreadsheets (`.csv`) and programs (`.json`)."""
    entries = tuple(entries)
    with open_output(Path(f"{stem}.md")) as out:
        out.write(codebook_markdown(entries).encode())
    with open_output(Path(f"{stem}.csv")) as out:
        write_sheet(codebook_sheet(entries), "csv", out)
    with open_output(Path(f"{stem}.json")) as out:
        out.write(codebook_json(entries))
