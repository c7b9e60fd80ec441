"""What each step of reading costs: clocks around whatever `qawl.reading`, the passage and the agenda call, whatever its name."""

from __future__ import annotations

import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

from qawl import reading
from qawl.arabic import passage
from qawl.arabic.agenda import events
from qawl.model import Page

ROOMS = ("qawl.arabic.", "qawl.pages")
REST = "the rest of reading"
JSON = "record to JSON"


class Clock:
    """Each step's own seconds: while a step runs inside another one, the outer stands still."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._running = [REST]
        self._since = time.perf_counter()

    def switch(self) -> None:
        """Book the time since the last switch to the step that runs."""
        now = time.perf_counter()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def around(self, step: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call with its own time kept under `step`."""

        def timed(*args: Any, **options: Any) -> Any:
            self.switch()
            self._running.append(step)
            try:
                return call(*args, **options)
            finally:
                self.switch()
                self._running.pop()

        return timed


def timed_steps(pages: list[Page]) -> dict[str, float]:
    """Each step's own seconds over all pages. Leaves the clocks in place: call it in a process of its own."""
    clock = Clock()
    for module in (reading, passage, events):
        put_clocks(module, clock)
    clock.switch()
    clock.seconds.clear()
    for page in pages:
        record = reading.read_page(page)
        clock.around(JSON, record.to_json)()
    clock.switch()
    return dict(clock.seconds)


def put_clocks(module: ModuleType, clock: Clock) -> None:
    """Put clocks around what a module calls of the Arabic room and the pages, methods included."""
    for name, step in list(steps_of(module)):
        if isinstance(step, type):
            for method in called_methods(module, step):
                setattr(step, method, clock.around(f"{name}.{method}", getattr(step, method)))
        setattr(module, name, clock.around(name, step))


def steps_of(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The functions and classes that a module took from the rooms."""
    for name, value in vars(module).items():
        is_step = isinstance(value, FunctionType) or (inspect.isclass(value) and not issubclass(value, tuple))
        if is_step and value.__module__.startswith(ROOMS) and value.__module__ != module.__name__:
            yield name, value


def called_methods(module: ModuleType, kind: type) -> Iterator[str]:
    """The public methods of a class that the module's functions name."""
    named = {name for value in vars(module).values() if isinstance(value, FunctionType) for name in value.__code__.co_names}
    for name, value in vars(kind).items():
        if name in named and isinstance(value, FunctionType) and not name.startswith("_"):
            yield name
