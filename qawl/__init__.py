"""Qawl (قول, "a saying"): reads Arabic news and keeps, with proof, who said what."""

from qawl.model import VERSION as __version__

__all__ = ["__version__"]
