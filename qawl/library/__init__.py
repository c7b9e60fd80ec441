"""The library: records kept with their evidence, found again, decided upon, proved."""

from qawl.library.errors import LibraryError
from qawl.library.library import Library

__all__ = ["Library", "LibraryError"]
