"""Pages from the outside world: an address becomes bytes with proof of where they came from."""

from qawl.fetch.fetched import Code, Fetched, Limits, NotFetched, Redirect
from qawl.fetch.fetching import fetch
from qawl.fetch.manners import Manners

__all__ = ["Code", "Fetched", "Limits", "Manners", "NotFetched", "Redirect", "fetch"]
