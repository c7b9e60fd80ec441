"""Qawl (قول, "a saying"): reads Arabic news and keeps, with proof, who said what."""

from qawl.engine.many import read_many
from qawl.model import VERSION as __version__
from qawl.model import Failure, Page, Record, Unreadable, schema
from qawl.reading import read

__all__ = ["Failure", "Page", "Record", "Unreadable", "__version__", "read", "read_many", "schema"]
