"""Many pages, in order, one record or failure each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qawl.arabic.letters import ARTICLE
from qawl.arabic.tokens import Tokens
from qawl.engine.here import map_in_order
from qawl.model import Failure, Page, Record, failure
from qawl.reading import read_or_fail


def read_many(inputs: Iterable[Page | bytes | str], *, workers: int = 1) -> Iterator[Record | Failure]:
    """The record of each input, or its failure record, lazily and in the order of `inputs`.

    An input is a `Page`, or the bytes or text of one; it is read only as far ahead as the `workers` processes need. A page that
    kills its process fails with code `crashed`; the others are still read. Raises `ValueError` for fewer than one worker.
    """
    pages = (page if isinstance(page, Page) else Page(id=str(number), source=page) for number, page in enumerate(inputs, 1))
    return map_in_order(
        read_safely, pages, workers, weight=page_weight, on_crash=crashed, initializer=warm_up, preload=("qawl.engine.many",)
    )


def read_safely(page: Page) -> Record | Failure:
    """A page on which the reader itself breaks fails alone, under the name of what broke; the others are still read."""
    try:
        return read_or_fail(page)
    except Exception as error:
        message = f"the reader broke on this page ({type(error).__name__}: {error}); please report it with the page"
        return failure(page.id, page.url, "crashed", message)


def crashed(page: Page) -> Failure:
    """What stands in the place of a page that killed its worker twice."""
    message = (
        "the process that read this page was killed, most likely for want of memory; read it on a larger machine or leave it out"
    )
    return failure(page.id, page.url, "crashed", message)


def page_weight(page: Page) -> int:
    """About how much work a page is: its bytes or code points, and what every page costs."""
    return len(page.source) + 1024


def warm_up() -> None:
    """Load once in a new worker what every page needs: the tables of the Arabic room."""
    Tokens(ARTICLE)
