"""Addresses of pages: read once, the same way for every check and for the connection."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address

import httpx

from qawl.fetch.fetched import NotFetched, shown

MAX_LENGTH = 8192
# What comes along when an address is copied out of a text: white space, marks of direction, a byte order mark.
AROUND = " \t\r\n\u00a0\ufeff\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
AUTHORITY = re.compile(r"([^:/?#]*://)([^/?#]*)(.*)", re.DOTALL)
# Fields of an address that name the campaign, the feed or the click by which a reader came, and never the page.
TRACKING = re.compile(
    rb"(?:utm_\w+|at_(?:medium|campaign|custom\d|format|link_\w+|ptr_name|bbc_team)|(?:fb|g|gbra|wbra|msc|y|tw)clid|mc_[ce]id"
    rb"|ns_(?:mchannel|source|campaign|linkname|fee)|_ga|igshid|xtor|ocid|cmpid|traffic_source|maca)(?:=|$)",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?")
NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?")


def read_address(address: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address of a page without its fragment; a relative one is joined to `base`.

    Letters of any script may stand in the host's name (they become IDNA) and in the path (they become percents).
    Raises `NotFetched` with the code `scheme` or `address`.
    """
    if len(address) > MAX_LENGTH:
        raise NotFetched("address", f"the address is longer than {MAX_LENGTH} characters; give that of a page")
    try:
        url = httpx.URL(composed(address.strip(AROUND)))
        url = base.join(url) if base else url
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched("address", f"{shown(address)} is no address ({error}); copy it again") from None
    return checked(url.copy_with(fragment=None), address)


def plain_address(address: str, base: str = "") -> str:
    """The address of a page as it stands in a list, joined to `base`, without what only tells through which list one came.

    Raises `NotFetched` as `read_address` does.
    """
    url = read_address(address, read_address(base) if base else None)
    query = b"&".join(part for part in url.query.split(b"&") if not TRACKING.match(part))
    return str(url if query == url.query else url.copy_with(query=query or None))


def composed(address: str) -> str:
    """The address with its host's letters composed, as IDNA wants them; the path keeps its bytes."""
    parts = AUTHORITY.fullmatch(address)
    return f"{parts[1]}{unicodedata.normalize('NFC', parts[2])}{parts[3]}" if parts else address


def checked(url: httpx.URL, address: str) -> httpx.URL:
    """The address, if a page may be asked for under it."""
    if url.scheme not in ("http", "https"):
        raise NotFetched("scheme", f"{shown(address)} does not begin with http:// or https://; only such pages are fetched")
    if url.userinfo:
        raise NotFetched("address", "the address holds a user name or password; give it without them")
    if url.port is not None and not 0 < url.port < 2**16:
        raise NotFetched("address", f"there is no port {url.port}; give one from 1 to 65535, or none")
    if not is_host(url.raw_host.decode("ascii")):
        raise NotFetched(
            "address", f"{shown(address)} names no host; give its name, four decimal numbers, or an IPv6 address in brackets"
        )
    return url


def is_host(host: str) -> bool:
    """Whether it is a name, or a number in its one plain spelling: 127.1, 0x7f.1 and 2130706433 are not."""
    if ":" in host:
        return "%" not in host
    return is_plain_ipv4(host) if NUMBER.fullmatch(host) else bool(NAME.fullmatch(host))


def is_plain_ipv4(host: str) -> bool:
    """Whether a host is four numbers as they are usually written: 127.0.0.1, not 127.1 nor 0177.0.0.1."""
    try:
        return str(IPv4Address(host)) == host
    except AddressValueError:
        return False


def origin(url: httpx.URL) -> str:
    """Scheme, host and port of an address: what one robots.txt holds for."""
    return str(url.copy_with(raw_path=b"/"))
