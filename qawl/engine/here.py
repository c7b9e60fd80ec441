"""Map a pure function over a stream, in order, in processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from qawl.engine.chunks import cut_chunks

T = TypeVar("T")
R = TypeVar("R")


def map_in_order(
    function: Callable[[T], R],
    items: Iterable[T],
    workers: int,
    *,
    weight: Callable[[T], int] | None = None,
    on_crash: Callable[[T], R] | None = None,
    initializer: Callable[[], object] | None = None,
    preload: Sequence[str] = (),
) -> Iterator[R]:
    """`function` of each of `items`, lazily and in their order, computed by `workers` processes (1: in this process).

    `items` is read only as far ahead as the workers need. `function`, the items and the results must be picklable;
    results travel cheapest as bytes. `weight` is the size of an item (bytes, say), from which chunks are made.
    `initializer` runs once in each worker; `preload` names modules that the fork server imports for all of them. An
    item whose worker dies even when it runs alone becomes ``on_crash(item)``.

    Raises what `function` raises, at its place in the order; `WorkerError` where an item kills its worker and there is
    no `on_crash`, or where no worker starts; `ValueError` for fewer than one worker.
    """
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    if workers == 1:
        return map(function, items)
    from qawl.engine.crew import Crew  # one process needs nothing of what starts others

    crew = Crew(function, workers, on_crash, initializer, preload)
    return crew.run(cut_chunks(items, weight))
