"""The server: connections that are waited for, but not for ever, and what is said of itself."""

from __future__ import annotations

from asyncio import TimerHandle, Transport
from socket import IPPROTO_TCP, TCP_NODELAY

import uvicorn
from h11 import IDLE
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0  # that the head of a request may take
READER_SECONDS = 30.0  # that a reader may take none of what he is sent
CONNECTIONS = 500  # at once
HEAD = 131_072  # bytes of a head that are waited for; what is too large of it is refused later, in words
GOING_SECONDS = 5  # that who is being answered has when the server stops


def server_of(app: Starlette) -> uvicorn.Server:
    """A server of these pages, to be run with sockets that listen: `server.run(sockets=[ears])`."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=Patient,
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=CONNECTIONS,
            h11_max_incomplete_event_size=HEAD,
            timeout_graceful_shutdown=GOING_SECONDS,
        )
    )


class Alarm:
    """Ends a connection unless it is stopped in time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.timer: TimerHandle | None = None

    def set(self, connection: H11Protocol) -> None:
        """Let so many seconds begin now, where they do not run."""
        self.timer = self.timer or connection.loop.call_later(self.seconds, connection.transport.abort)

    def stop(self) -> None:
        """What was waited for has come."""
        if self.timer:
            self.timer.cancel()
        self.timer = None


class Patient(H11Protocol):
    """A connection whose other side is waited for, but not for ever: for the head of a request, and for taking the answer.

    A body is waited for by who reads it, see `qawl.web.writing.changes`; a connection between two requests by the server.
    """

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Somebody connects: the head of a request is to come."""
        super().connection_made(transport)
        # Head and body of an answer go one after the other: without this the second waits until the first is known to be there.
        transport.get_extra_info("socket").setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        self.head, self.taking = Alarm(HEAD_SECONDS), Alarm(READER_SECONDS)
        self.head.set(self)

    def data_received(self, data: bytes) -> None:
        """Something came: the whole head, or a part of it."""
        super().data_received(data)
        if self.conn.their_state is IDLE:
            self.head.set(self)
        else:
            self.head.stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The other side has gone."""
        self.head.stop()
        self.taking.stop()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The other side does not take what it is sent."""
        super().pause_writing()
        self.taking.set(self)

    def resume_writing(self) -> None:
        """It takes it again."""
        self.taking.stop()
        super().resume_writing()
