"""Numbers with their unit, and durations: 12 خبيرا، الملايين، لمدة ثلاثة أيام."""

from __future__ import annotations

from qawl.arabic.passage import Passage
from qawl.model import Date, Duration, Figure


def find_figures(passage: Passage, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """The figures of a passage in text order; no part of a date or a duration is one."""
    del passage, dates
    return ()


def find_durations(passage: Passage, dates: tuple[Date, ...]) -> tuple[Duration, ...]:
    """The lengths of time of a passage in text order; no part of a date is one."""
    del passage, dates
    return ()
