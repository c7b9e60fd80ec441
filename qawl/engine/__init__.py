"""Where reading runs: `here` maps a pure function over a stream in processes of this machine."""

from qawl.engine.here import WorkerError, map_in_order

__all__ = ["WorkerError", "map_in_order"]
