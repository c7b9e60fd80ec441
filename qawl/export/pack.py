"""`qawl pack`: one file with all that proves a statement, which anybody can open and check without the library.

A ZIP whose members are stored as they are, in one order and without times: the same evidence is the same bytes on every machine,
so that each byte of the file can be checked, and nothing in it can unpack to more than it is.
"""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from io import BytesIO
from typing import Literal

import msgspec
from msgspec import Struct

from qawl.library.arrivals import Given
from qawl.library.proving.evidence import Evidence
from qawl.model import EXTRACTOR, encode
from qawl.show.evidence import report

SCHEMA: Literal["qawl.evidence/1"] = "qawl.evidence/1"
MANIFEST = "manifest.json"
CAPTURE, HEADERS, RECORD, DECISIONS, STATEMENT, APPEARANCES, REPORT = (
    "capture.bin",
    "headers.json",
    "record.json",
    "decisions.json",
    "statement.json",
    "appearances.json",
    "report.html",
)
MEMBERS = (CAPTURE, HEADERS, RECORD, DECISIONS, STATEMENT, APPEARANCES, REPORT)
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows
_UNIX, _MODE = 3, 0o644 << 16  # as a file that its owner may write and all may read


class Member(Struct, frozen=True, kw_only=True):
    """A file of the pack with its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What a pack is: of which statement, and where its record has it, in which capture from which library.

    ``received`` is when it came, ``given`` what was known of it then, ``made_by`` the program that wrote the pack.
    """

    schema: Literal["qawl.evidence/1"] = SCHEMA
    made_by: str = EXTRACTOR
    library: str
    capture: str
    statement: str
    place: Literal["statements", "title_statements"]
    received: tuple[str, ...]
    given: Given
    members: tuple[Member, ...]


def packed(evidence: Evidence) -> bytes:
    """The evidence file; the same bytes for the same evidence."""
    members = members_of(evidence)
    return zipped({MANIFEST: readable(manifest_of(evidence, members)), **members})


def members_of(evidence: Evidence) -> dict[str, bytes]:
    """The files of a pack but for its manifest, in their order."""
    return {
        CAPTURE: evidence.data,
        HEADERS: readable(evidence.came),
        RECORD: evidence.record.to_json(),
        DECISIONS: readable(evidence.decisions),
        STATEMENT: readable(evidence.statement),
        APPEARANCES: readable(evidence.appearances),
        REPORT: report(evidence).encode(),
    }


def manifest_of(evidence: Evidence, members: dict[str, bytes]) -> Manifest:
    """The manifest of these files."""
    return Manifest(
        library=evidence.library,
        capture=evidence.capture,
        statement=evidence.statement.id,
        place=evidence.place,
        received=tuple(came.received for came in evidence.came),
        given=evidence.given,
        members=tuple(Member(name=name, size=len(data), sha256=sha256(data).hexdigest()) for name, data in members.items()),
    )


def readable(value: object) -> bytes:
    """JSON with an entry on each line, for people."""
    return json.dumps(msgspec.json.decode(encode(value)), ensure_ascii=False, indent=1).encode() + b"\n"


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of files: stored, in their order, without times."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.create_system, info.external_attr = _UNIX, _MODE
            archive.writestr(info, data)
    return out.getvalue()
