"""A real server of the web pages for tests."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.applications import Starlette

from qawl.web.serving import server_of


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """Serve an application on a free port of this machine while the block runs; its address, without a slash at the end."""
    with socket.create_server(("127.0.0.1", 0)) as ears:
        server = server_of(app)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [ears]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{ears.getsockname()[1]}"
        server.should_exit = True
        thread.join()
