"""The way to a page: requests, one after the other, until an answer sends us on no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from qawl.fetch.addresses import read_address
from qawl.fetch.asking import Answer, asked
from qawl.fetch.errand import Errand
from qawl.fetch.fetched import NotFetched, Redirect

SENDS_ON = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Arrival:
    """The answer at the end of the way, its body read."""

    url: httpx.URL
    answer: Answer
    content: bytes
    redirects: tuple[Redirect, ...]


def follow(url: httpx.URL, errand: Errand, knock: Callable[[httpx.URL], None], read: Callable[[Answer], bytes]) -> Arrival:
    """Ask for `url` and follow redirects; `knock` comes before each request, `read` takes the body of the last answer.

    Raises `NotFetched`: what `knock`, the request or `read` raise, with the address that sent us there, and `redirects`.
    """
    way: list[Redirect] = []
    sender = None
    while True:
        try:
            knock(url)
            with asked(url, errand) as answer:
                target = answer.header("location") if answer.status in SENDS_ON else None
                if not target:
                    return Arrival(url, answer, read(answer), tuple(way))
            sender = str(url)
            goal = read_address(from_wire(target), base=url)
        except NotFetched as error:
            raise error.noting(f"sent on by {sender}") if sender else error from None
        way.append(Redirect(address=sender, status=answer.status, to=str(goal), ip=answer.ip))
        check_way(way, errand.limits.redirects)
        url = goal


def from_wire(target: str) -> str:
    """A redirect's address as it was meant: hosts write letters beyond ASCII as the bytes of UTF-8."""
    data = target.encode("latin-1")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return target


def check_way(way: list[Redirect], most: int) -> None:
    """Raises `NotFetched` (`redirects`) for a way that goes in a circle or is too long."""
    goal = way[-1].to
    if any(goal == step.address for step in way):
        raise NotFetched(
            "redirects", f"{goal} is sent round in a circle; it may want cookies, which are not kept: save the page by hand"
        )
    if len(way) > most:
        raise NotFetched("redirects", f"sent on more than {most} times, last to {goal}; give the address of the page itself")
