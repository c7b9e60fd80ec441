"""A connection to exactly the machine that was checked, with an eye on the clock.

httpcore asks its network backend to connect to a name. This one looks the name up, checks every address that comes
back, and connects to one of these by number, so that nobody can give another answer in between; TLS still proves the name.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import httpcore
from httpcore import SOCKET_OPTION

from qawl.fetch.errand import Clock, Errand
from qawl.fetch.fetched import NotFetched


class Wire(httpcore.NetworkStream):
    """A stream whose every step may take only what is left of the time."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self.stream = stream
        self.clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 the clock knows better
        """Up to so many bytes, within the time that is left."""
        return self.stream.read(max_bytes, self.clock.patience())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send bytes, within the time that is left."""
        self.stream.write(buffer, self.clock.patience())

    def close(self) -> None:
        """Close the stream beneath."""
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Encrypt from here on. Raises `NotFetched` (`tls`) where the host cannot prove its name."""
        try:
            return Wire(self.stream.start_tls(ssl_context, server_hostname, self.clock.patience()), self.clock)
        except httpcore.ConnectError as error:
            raise NotFetched("tls", f"{server_hostname} gives no proof that it is that host ({error}); check the address") from None

    def get_extra_info(self, info: str) -> object:
        """What the stream beneath knows of itself."""
        return self.stream.get_extra_info(info)


class Door(httpcore.NetworkBackend):
    """Connects to the machines of a host that may be visited; ``ip`` is the one that it came to."""

    def __init__(self, errand: Errand) -> None:
        self.errand = errand
        self.ip = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first machine of the host that answers. Raises `NotFetched`."""
        failures = []
        for ip in self.errand.machines(host):
            try:
                stream = httpcore.SyncBackend().connect_tcp(ip, port, self.errand.clock.patience(), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failures.append(f"{ip}: {error}")
            else:
                return self.enter(stream, host)
        raise NotFetched("connect", f"{host} does not answer on port {port} ({'; '.join(failures)}); try again later")

    def enter(self, stream: httpcore.NetworkStream, host: str) -> Wire:
        """The stream, once the machine at its other end has been checked as well."""
        self.ip = str(stream.get_extra_info("server_addr")[0])
        try:
            self.errand.check(self.ip, host)
        except NotFetched:
            stream.close()
            raise
        return Wire(stream, self.errand.clock)
