"""Under which names the pages are answered: a page elsewhere whose name leads to this machine (DNS rebinding) reads nothing."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from qawl.web.refusing import Refused

LOOPBACK = ("localhost",)


async def named(request: Request) -> None:
    """Raises `Refused` (400) where a request names neither one of our hosts nor a number, which no name can lead astray."""
    host = name_of(request.headers.get("host", ""))
    if host not in request.app.state.hosts and not is_number(host):
        raise Refused(400, "host_unknown")


def name_of(host: str) -> str:
    """The name in a header `Host`, without the port; empty where there is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_number(host: str) -> bool:
    """Whether a host is an IP number."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(address: str) -> bool:
    """Whether an IP number is this machine's alone."""
    return ip_address(address.partition("%")[0]).is_loopback
