"""`qawl verify FILE`: an evidence file is checked by itself, offline. It may be anybody's: nothing in it is trusted or unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from qawl.export.pack import (
    APPEARANCES,
    CAPTURE,
    DECISIONS,
    HEADERS,
    MANIFEST,
    MEMBERS,
    RECORD,
    REPORT,
    STATEMENT,
    Manifest,
    zipped,
)
from qawl.library.across.appearances import Appearance
from qawl.library.deciding.decisions import Decision
from qawl.library.proving.evidence import Came, Evidence
from qawl.library.proving.proof import Checked, Damage, check_record
from qawl.model import EXTRACTOR, Record, Statement
from qawl.show.evidence import report

LARGEST = 1 << 30  # bytes of a file that is looked into
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError, zlib.error)

T = TypeVar("T")


class Broken(Exception):
    """A file that cannot be checked any further; the message says why."""


def check_pack(path: Path, *, again: bool = False) -> Checked:
    """Check an evidence file: each member by its hash, the file byte by byte, the record against the capture, the report.

    `again` also reads the page anew where this version read it, and compares.

    Raises `OSError` where the file cannot be read.
    """
    size = path.stat().st_size
    if size > LARGEST:
        return Checked(damages=(_damage(f"it has {size} bytes; an evidence file has {LARGEST} at most"),))
    data = path.read_bytes()
    try:
        return _check(data, again)
    except (Broken, RecursionError) as error:
        return Checked(captures=1, damages=(_damage(str(error)),))


def _check(data: bytes, again: bool) -> Checked:
    members = _members(data)
    manifest = _typed(members, MANIFEST, Manifest)
    found = Checked(captures=1, bytes=len(members[CAPTURE]))
    found += Checked(damages=(*_check_members(manifest, members), *_check_bytes(data, members)))
    try:
        evidence = _evidence(manifest, members)
    except Broken as error:
        return found + Checked(damages=(_damage(str(error)),))
    found += Checked(pages=1) + check_record(evidence.record, manifest.capture, evidence.data, manifest.given, again=again)
    return found if found.damages else found + Checked(damages=tuple(_check_told(evidence, manifest, members)))


# -- the file


def _members(data: bytes) -> dict[str, bytes]:
    """The files of a pack, which are named and stored as a pack has them. Raises `Broken`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = archive.infolist()
            names = [info.filename for info in found]
            if names != [MANIFEST, *MEMBERS]:
                raise Broken(f"it holds {', '.join(map(repr, names[:10])) or 'nothing'}: it is no evidence file")
            for info in found:
                if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.file_size > len(data):
                    raise Broken(f"{info.filename} is not stored as an evidence file stores it")
            return {info.filename: _read(archive, info) for info in found}
    except _BROKEN as error:
        raise Broken(f"it cannot be opened ({error})") from error


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except _BROKEN as error:
        raise Broken(f"{info.filename} is damaged ({error})") from error


def _check_members(manifest: Manifest, members: dict[str, bytes]) -> Iterator[Damage]:
    """Whether each file is the one that the manifest names."""
    if [member.name for member in manifest.members] != list(MEMBERS):
        yield _damage(f"{MANIFEST} names other files than the pack holds")
        return
    for member in manifest.members:
        data = members[member.name]
        if len(data) != member.size:
            yield _damage(f"{member.name} has {len(data)} bytes, not {member.size}")
        if (found := sha256(data).hexdigest()) != member.sha256:
            yield _damage(f"the hash of {member.name} is {found}, not {member.sha256}")
    if (found := sha256(members[CAPTURE]).hexdigest()) != manifest.capture:
        yield _damage(f"the hash of {CAPTURE} is {found}, not {manifest.capture}")


def _check_bytes(data: bytes, members: dict[str, bytes]) -> Iterator[Damage]:
    """Whether the file is these members and nothing else, byte by byte."""
    due = zipped(members)
    if due != data:
        place = next((n for n, (a, b) in enumerate(zip(data, due, strict=False)) if a != b), min(len(data), len(due)))
        yield _damage(f"byte {place} is not as an evidence file has it, {_around(due, place)}")


def _around(due: bytes, place: int) -> str:
    """In or beside which member a byte of a pack stands."""
    with zipfile.ZipFile(BytesIO(due)) as archive:
        starts = [(info.header_offset, info.filename) for info in archive.infolist()]
        ends = [*starts, (archive.start_dir, "")]
    name = next((name for (_, name), (end, _) in pairwise(ends) if place < end), "")
    return f"at the head of {name}" if name else "in the list of its members"


# -- what it says


def _typed(members: dict[str, bytes], name: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(members[name], type=kind)
    except (ValueError, RecursionError) as error:
        raise Broken(f"{name} cannot be read ({error})") from error


def _evidence(manifest: Manifest, members: dict[str, bytes]) -> Evidence:
    came: Any = tuple[Came, ...]
    decisions: Any = tuple[Decision, ...]
    appearances: Any = tuple[Appearance, ...]
    return Evidence(
        library=manifest.library,
        capture=manifest.capture,
        data=members[CAPTURE],
        given=manifest.given,
        came=_typed(members, HEADERS, came),
        record=_typed(members, RECORD, Record),
        statement=_typed(members, STATEMENT, Statement),
        decisions=_typed(members, DECISIONS, decisions),
        appearances=_typed(members, APPEARANCES, appearances),
    )


def _check_told(evidence: Evidence, manifest: Manifest, members: dict[str, bytes]) -> Iterator[Damage]:
    """Whether the statement is one of the record, and manifest and report tell what the other files say."""
    record, statement = evidence.record, evidence.statement
    if statement not in getattr(record, manifest.place):
        yield _damage(f"{STATEMENT} is not a statement of {RECORD}")
    if statement.id != manifest.statement:
        yield _damage(f"{MANIFEST} names the statement {manifest.statement}, {STATEMENT} is {statement.id}")
    if manifest.received != tuple(came.received for came in evidence.came):
        yield _damage(f"{MANIFEST} names other times than {HEADERS}")
    # Another version may word its report otherwise; that of this one is made again.
    if manifest.made_by == EXTRACTOR and report(evidence).encode() != members[REPORT]:
        yield _damage(f"{REPORT} does not tell what the other files say")


def _damage(message: str) -> Damage:
    return Damage(where="file", message=message)
