"""Qawl (قول, "a saying"): reads Arabic news and keeps, with proof, who said what."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qawl.model import VERSION as __version__
from qawl.model import Failure, Page, Record, Unreadable, schema

if TYPE_CHECKING:
    from qawl.engine.many import read_many
    from qawl.reading import read

__all__ = ["Failure", "Page", "Record", "Unreadable", "__version__", "read", "read_many", "schema"]

# Where the rest is, which is loaded when it is asked for: `qawl --help` must not wait for the reader.
_LATER = {"read": "qawl.reading", "read_many": "qawl.engine.many"}


def __getattr__(name: str) -> Any:
    """What is asked of this package and is not loaded yet."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LATER[name]), name)
    return value
