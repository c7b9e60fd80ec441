"""Where reading runs: `here` maps a pure function over a stream in processes of this machine."""

from qawl.engine.chunks import WorkerError
from qawl.engine.here import map_in_order

__all__ = ["WorkerError", "map_in_order"]
