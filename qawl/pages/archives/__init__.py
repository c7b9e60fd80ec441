"""Archives of the web: WARC, plain or gzip, and WACZ. `open_archive` gives their pages one at a time."""

from qawl.pages.archives.opening import begins_archive, open_archive, starts_that_hold
from qawl.pages.archives.walking import Start

__all__ = ["Start", "begins_archive", "open_archive", "starts_that_hold"]
