"""Pages are read behind the answers: one task after the other, in a thread of their own, by processes that may be lost.

What came of a task is kept in memory for a while; what came of its pages stands in the library, as with `qawl add`. The library
is locked for one batch of pages at a time, so that readers and other writers get between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from logging import getLogger
from pathlib import Path
from queue import Queue
from secrets import token_urlsafe
from threading import Event, Lock, Thread
from typing import Literal

from qawl.fetch.coming import trip_to
from qawl.fetch.trips import Remark, Trip
from qawl.library import Library, LibraryError
from qawl.library.adding import Added
from qawl.library.arrivals import Arrival
from qawl.library.store import DATABASE, told
from qawl.web.asked import Asked, arrivals, fault_of

WORKERS = 2  # processes that read; a page that kills one of them is told as such, and the pages go on being served
WAITING = 20  # tasks that may wait
KEPT = 100  # tasks that are remembered
MOST = 500  # pages of one feed or sitemap that are taken
LISTED = 200  # pages of a task that are listed
WEIGHT = 2 << 30  # bytes of all files and texts that wait or may be tried again
PATIENCE = 20.0  # seconds that a task is given to end with the page that it is at, when the server ends
LOG = getLogger(__name__)

State = Literal["waiting", "reading", "done", "stopped", "broken_off", "failed"]


@dataclass(eq=False)
class Task:
    """Something to be added, and what came of it so far: each page up to `LISTED`, and how many in all by their outcome.

    ``read`` are the bytes that were read of its files; ``is_cut`` is a task of which more would have come. ``code`` and
    ``message`` say why nothing (more) was added: a fault of what was asked, or of the library.
    """

    asked: Asked
    retry: bool = False
    id: str = field(default_factory=lambda: token_urlsafe(9))
    state: State = "waiting"
    pages: list[Added] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)
    read: int = 0
    code: str | None = None
    message: str | None = None
    is_unwanted: bool = False
    is_cut: bool = False

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state not in ("waiting", "reading")

    @property
    def result(self) -> str:
        """How it stands, in a word: it has failed as well where all that came could not be read."""
        return "failed" if self.state == "done" and self.outcomes.keys() == {"failed"} else self.state

    @property
    def only(self) -> Added | None:
        """What came of its page where it brought one alone."""
        return self.pages[0] if self.state == "done" and sum(self.outcomes.values()) == 1 else None

    @property
    def share(self) -> float | None:
        """How much of its files was read, from 0 to 1; None where that cannot be told."""
        return self.read / self.asked.size if self.asked.size else None

    def stop(self) -> None:
        """Let it end with the page that it is at: its reader does not want more."""
        self.is_unwanted = True

    def note(self, added: Added) -> None:
        """Remember what came of a page."""
        if added.outcome == "passed_over":
            self.aside[added.code or ""] += 1
            return
        self.outcomes[added.outcome] += 1
        if len(self.pages) < LISTED:
            self.pages.append(added)

    def remark(self, remark: Remark) -> None:
        """Remember what is to be said of a list."""
        if len(self.remarks) < LISTED:
            self.remarks.append(remark)

    def advance(self, read: int) -> None:
        """Remember how far its files were read."""
        self.read = read

    def fail(self, code: str, message: str) -> None:
        """Say why nothing more comes of it."""
        self.code, self.message = code, message
        self.state = "failed"


class Tasks:
    """The tasks of a library, begun in the order in which they come. `allow_private` lets machines of this network be asked."""

    def __init__(self, folder: Path, *, allow_private: bool = False, workers: int = WORKERS) -> None:
        self.folder = folder
        self.allow_private = allow_private
        self.workers = workers
        self._all: dict[str, Task] = {}
        self._queue: Queue[Task | None] = Queue()
        self._lock = Lock()
        self._closing = Event()
        self._thread: Thread | None = None

    def put(self, asked: Asked, *, retry: bool = False) -> Task:
        """A task for what is asked. One that cannot be begun has failed already: `busy`, or what is wrong with what is asked."""
        task = Task(asked, retry)
        with self._lock:
            self._all[task.id] = task
            if fault := fault_of(asked) or self._fault(task):
                task.fail(*fault)
            else:
                self._begin(task)
            self._forget()
        return task

    def again(self, task: Task) -> Task:
        """The same once more: what could not be read before is tried again."""
        with self._lock:
            asked, task.asked = task.asked, Asked()
        return self.put(asked, retry=True)

    def find(self, id: str) -> Task | None:
        """A task that is still remembered."""
        return self._all.get(id)

    def close(self, patience: float = PATIENCE) -> list[Task]:
        """Take no more, let the page that is being read be written, and return what was not done."""
        self._closing.set()
        self._queue.put(None)
        if self._thread:
            self._thread.join(patience)
        left = [task for task in self._all.values() if not task.has_ended or task.is_cut]
        for task in left:
            task.state = "broken_off"
            LOG.warning("the server ends; not (wholly) added, add it again: %s", task.asked.name)
        return left

    # -- what is kept

    def _fault(self, task: Task) -> tuple[str, str] | None:
        """Why it cannot be taken now; None where it can. Lets go, for its sake, what is only kept to be tried again."""
        waiting = sum(one.state == "waiting" for one in self._all.values()) - 1
        for old in self._ended():
            if self._weight() <= WEIGHT:
                break
            old.asked = old.asked.let_go()
        if self._weight() > WEIGHT:
            task.asked = task.asked.let_go()
        elif waiting < WAITING and not self._closing.is_set():
            return None
        return "busy", f"{waiting} others wait; try again when some of them are done"

    def _weight(self) -> int:
        return sum(task.asked.weight for task in self._all.values())

    def _ended(self) -> list[Task]:
        return [task for task in self._all.values() if task.has_ended]

    def _forget(self) -> None:
        """Forget the oldest tasks that have ended."""
        for old in self._ended()[: max(0, len(self._all) - KEPT)]:
            old.asked.let_go()
            del self._all[old.id]

    # -- what is done

    def _begin(self, task: Task) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="tasks", daemon=True)
            self._thread.start()
        self._queue.put(task)

    def _work(self) -> None:
        while (task := self._queue.get()) and not self._closing.is_set():
            if task.is_unwanted:
                task.state = "stopped"
            else:
                self._do(task)

    def _do(self, task: Task) -> None:
        """Add what a task asks for; whatever goes wrong is told in it."""
        task.state = "reading"
        try:
            with told(self.folder / DATABASE), Library(self.folder) as library:
                coming = self._until_cut(task, arrivals(task.asked, self._trip(task, library), library, task.advance))
                for added in library.add_arrivals(coming, workers=self.workers, retry=task.retry):
                    task.note(added)
        except LibraryError as error:
            task.fail(error.code, error.message)
        except Exception as error:
            LOG.exception("adding broke off")
            task.fail("broke", f"{type(error).__name__}: {error}")
        else:
            task.asked = task.asked if task.outcomes["failed"] or task.is_cut else task.asked.let_go()
            task.state = "done" if not task.is_cut else "stopped" if task.is_unwanted else "broken_off"

    def _trip(self, task: Task, library: Library) -> Trip:
        return trip_to(
            library,
            again=task.retry,
            most=MOST,
            allow_private=self.allow_private,
            tell=task.remark,
            came=task.note,
            aside=task.aside,
        )

    def _until_cut(self, task: Task, coming: Iterator[Arrival]) -> Iterator[Arrival]:
        """The pages up to the one at which the task is stopped or the server ends."""
        for arrival in coming:
            yield arrival
            if task.is_unwanted or self._closing.is_set():
                task.is_cut = True
                return
