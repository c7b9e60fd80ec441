"""Worker processes, and what is under way in them.

Processes are forked from a fork server: a small process of one thread that has imported what the work needs. That is
safe whatever threads the caller has (plain fork is not, and Python 3.12 warns of it), and a worker is there in
milliseconds (spawn would import everything again for each). The price is the usual one: a script that calls this at its
top level needs the guard ``if __name__ == "__main__":``.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from typing import Generic, TypeVar

from qawl.engine.chunks import CHUNKS_PER_WORKER, WINDOW_WEIGHT, WorkerError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Part(Generic[R]):
    """What came of a chunk: its results up to the first item that raised, and what that raised."""

    results: list[R]
    error: Exception | None = None


@dataclass
class Job(Generic[T, R]):
    """A chunk under way: its items are kept until its part is there, for they may have to run again."""

    items: list[T]
    weight: int
    future: Future[Part[R]]


class Crew(Generic[T, R]):
    """Worker processes that are replaced when one of them dies."""

    def __init__(
        self,
        function: Callable[[T], R],
        workers: int,
        on_crash: Callable[[T], R] | None,
        initializer: Callable[[], object] | None,
        preload: Sequence[str],
    ) -> None:
        self.function = function
        self.workers = workers
        self.on_crash = on_crash
        self.initializer = initializer
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(["qawl.engine.crew", *preload])
        self.under_way: deque[Job[T, R]] = deque()
        self.pool: ProcessPoolExecutor | None = None

    def run(self, chunks: Iterator[tuple[list[T], int]]) -> Iterator[R]:
        """The results of all chunks, in order."""
        try:
            while self.fill(chunks):
                part = self.first_part()
                yield from part.results
                if part.error:
                    raise part.error
        finally:
            self.close()

    def fill(self, chunks: Iterator[tuple[list[T], int]]) -> bool:
        """Put chunks under way until the window is full; False when nothing is left to wait for."""
        while self.has_room():
            chunk = next(chunks, None)
            if chunk is None:
                break
            self.under_way.append(self.start(*chunk))
        return bool(self.under_way)

    def has_room(self) -> bool:
        """Whether another chunk may be under way, by number and by weight."""
        count = len(self.under_way)
        if sum(job.weight for job in self.under_way) >= WINDOW_WEIGHT:
            return count < self.workers + 1
        return count < self.workers * CHUNKS_PER_WORKER

    def start(self, items: list[T], weight: int) -> Job[T, R]:
        """Give a chunk to a worker; one that meets a broken pool waits to run again."""
        try:
            return Job(items, weight, self.submit(items))
        except BrokenProcessPool as error:
            # The pool broke while this chunk was being made: it joins those that wait to run again.
            future: Future[Part[R]] = Future()
            future.set_exception(error)
            return Job(items, weight, future)

    def submit(self, items: list[T]) -> Future[Part[R]]:
        """Hand items to the pool, which is opened at the first ones."""
        if self.pool is None:
            self.pool = self.open_pool()
        with sigint_blocked():
            return self.pool.submit(run_chunk, self.function, items)

    def first_part(self) -> Part[R]:
        """What came of the oldest chunk under way."""
        try:
            part = self.under_way[0].future.result()
        except BrokenProcessPool:
            self.run_again()
            part = self.under_way[0].future.result()
        self.under_way.popleft()
        return part

    def run_again(self) -> None:
        """After a death: each chunk that is not done runs once more, alone, so that the guilty one is known."""
        self.close()
        for job in self.under_way:
            if not is_done(job.future):
                job.future = Future()
                job.future.set_result(self.run_alone(job.items))

    def run_alone(self, items: list[T]) -> Part[R]:
        """Run items with nothing beside them; where a worker dies on several, one by one."""
        try:
            return self.submit(items).result()
        except BrokenProcessPool:
            self.close()
        if len(items) == 1:
            return Part([self.give_up(items[0])])
        return join_parts(self.run_alone([item]) for item in items)

    def give_up(self, item: T) -> R:
        """What stands for an item that killed its worker twice. Raises `WorkerError` where nobody says what."""
        if self.on_crash is None:
            raise WorkerError(f"a worker process died on {item!r:.200}, alone and again; leave that input out")
        return self.on_crash(item)

    def open_pool(self) -> ProcessPoolExecutor:
        """A pool with a worker that has answered; the second try is for a worker that was killed as it started."""
        for _ in range(2):
            pool = ProcessPoolExecutor(self.workers, self.context, start_worker, (self.initializer,))
            try:
                with sigint_blocked():
                    answer = pool.submit(int)
                answer.result()
            except BrokenProcessPool as error:
                pool.shutdown()
                cause = error
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
            else:
                return pool
        raise WorkerError(
            "no worker process could start; a script that asks for workers needs "
            'the guard `if __name__ == "__main__":`, and memory for each worker'
        ) from cause

    def close(self) -> None:
        """End the workers; what runs in them is finished first, what waits is dropped."""
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None


def is_done(future: Future[Part[R]]) -> bool:
    """Whether the chunk gave a result (an error other than a death is raised where its turn comes)."""
    return future.done() and not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool)


def join_parts(parts: Iterable[Part[R]]) -> Part[R]:
    """The results of all parts up to the first error."""
    results: list[R] = []
    for part in parts:
        results += part.results
        if part.error:
            return Part(results, part.error)
    return Part(results)


def run_chunk(function: Callable[[T], R], items: list[T]) -> Part[R]:
    """In a worker: the function of each item. An error keeps its traceback as a note, for tracebacks do not travel."""
    results: list[R] = []
    for item in items:
        try:
            results.append(function(item))
        except Exception as error:
            error.add_note(traceback.format_exc())
            return Part(results, error)
    return Part(results)


def start_worker(initializer: Callable[[], object] | None) -> None:
    """In a worker, before its first chunk: Ctrl-C ends it without a word, and what is loaded now is never garbage."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=end_with_parent, daemon=True).start()
    if initializer:
        initializer()
    gc.collect()
    gc.freeze()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_with_parent() -> None:
    """In a worker: when the process that it works for is killed, it would wait for work for ever. Then it ends too."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def sigint_blocked() -> Iterator[None]:
    """Processes started in here wait with Ctrl-C until `start_worker` lets it through; this one gets it afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
