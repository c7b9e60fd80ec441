"""What one fetch takes along: its limits, its time, whom it may visit and how it finds them."""

from __future__ import annotations

import queue
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread

from qawl.fetch.fetched import Limits, NotFetched, Seen

Resolver = Callable[[str], Sequence[str]]


class Clock:
    """The time that one fetch has left."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.end = time.monotonic() + limits.seconds

    def patience(self) -> float:
        """How many seconds the next step may take. Raises `NotFetched` when none are left."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise NotFetched("timeout", f"not done within {self.limits.seconds:g} seconds; try again later, or allow more time")
        return min(self.limits.silence, left)

    def stop(self, seconds: float) -> None:
        """Time that was spent in waiting for one's turn does not count."""
        self.end += seconds


@dataclass(frozen=True)
class Errand:
    """One fetch under way.

    ``may_visit`` tells whether an IP address may be connected to; ``tls`` None: the usual trust. ``seen`` is what is known of
    the answer already.
    """

    limits: Limits
    clock: Clock
    may_visit: Callable[[str], bool]
    resolve: Resolver
    tls: ssl.SSLContext | None
    seen: Seen | None = None

    def machines(self, host: str) -> list[str]:
        """The IP addresses of a host, each of which may be visited. Raises `NotFetched` (`dns`, `private`, `timeout`)."""
        ips = self.look_up(host)
        for ip in ips:
            self.check(ip, host)
        return ips

    def check(self, ip: str, host: str) -> None:
        """Raises `NotFetched` where the IP address is not public."""
        if not self.may_visit(ip):
            where = ip if ip == host else f"{host} leads to {ip}, which"
            only = "only pages of public hosts are fetched, unless you allow others (--allow-private)"
            raise NotFetched("private", f"{where} is not public; {only}")

    def look_up(self, host: str) -> list[str]:
        """What the resolver says, within the time: it cannot be told to hurry, so it is left behind where it is late."""
        answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()
        Thread(target=lambda: answers.put(resolved(self.resolve, host)), daemon=True).start()
        try:
            answer = answers.get(timeout=self.clock.patience())
        except queue.Empty:
            raise NotFetched("timeout", f"no answer about the name {host} in time; try again later") from None
        if isinstance(answer, Exception) or not answer:
            raise NotFetched("dns", f"no host has the name {host} ({answer or 'no answer'}); check it, and the network") from None
        return answer


def resolved(resolve: Resolver, host: str) -> list[str] | Exception:
    """What a resolver finds, or what it raises."""
    try:
        return list(resolve(host))
    except Exception as error:  # handed to the thread that waits, which raises it as `dns`
        return error


def look_up(host: str) -> list[str]:
    """The IP addresses of a host as the system knows them, in its order. Raises `OSError`, for a name too long `UnicodeError`."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
