"""Entity tags (RFC 9110): whoever has an answer already is told so, and gets nothing else."""

from __future__ import annotations

import re
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from qawl.model import VERSION

# Kept by whoever asked, and asked for again each time.
AGAIN = "private, no-cache"
# What beside the address an answer depends on; that it may be packed is told by what packs it.
VARY = "Cookie"
_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def tag_of(request: Request, *parts: str | bytes) -> str:
    """A strong tag of an answer that `parts` tell apart, at this address: an answer that is packed has another one."""
    packed = "gzip" if "gzip" in request.headers.get("accept-encoding", "") else ""
    told = (VERSION, request.url.path, request.url.query, packed, *parts)
    hashed = sha256(b"\x1f".join(part if isinstance(part, bytes) else part.encode() for part in told))
    return f'"{hashed.hexdigest()[:32]}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether who asks has the answer with this tag."""
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or tag.strip('W/"') in _TAG.findall(given)


def unchanged(tag: str) -> Response:
    """That nothing changed."""
    return tagged(Response(status_code=304), tag)


def tagged(answer: Response, tag: str) -> Response:
    """An answer with its tag, to be asked for again each time."""
    answer.headers.update({"ETag": tag, "Cache-Control": AGAIN, "Vary": VARY})
    return answer


def tagged_by_content(request: Request, answer: Response) -> Response:
    """An answer that is made already, with the tag of its bytes; or that nothing changed."""
    tag = tag_of(request, bytes(answer.body))
    return unchanged(tag) if is_known(request, tag) else tagged(answer, tag)
