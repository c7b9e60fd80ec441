"""A library of invented news of some days: a port, a meeting from which somebody stays away and that is put off, a bridge."""

from __future__ import annotations

from pathlib import Path

from qawl.library import Library
from qawl.model import Page

HARBOUR = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة."
)
DELAY = (
    "أعلنت النقابة أن الاجتماع المقرر في صفاقس يوم 14 مارس 2024 تأجل إلى 20 مارس 2024. "
    "وقال وزير الموانئ سالم الحداد إن الاجتماع في صفاقس تأجل ستة أيام."
)
BRIDGE = "وقالت رئيسة البلدية ليلى الصباغ إن الجسر القديم سيغلق شهرا كاملا. وأكدت أن السكان «سيعبرون بالقوارب مجانا»."


def news_library(folder: Path) -> Path:
    """The folder with the library in it."""
    pages = [
        Page(id="harbour", source=HARBOUR, outlet="صحيفة المنارة", published="2024-03-04", title="الميناء"),
        Page(id="again", source="نشرتنا اليوم. " + HARBOUR, outlet="إذاعة الخليج", published="2024-03-04T18:00:00+01:00"),
        Page(id="bridge", source=BRIDGE, outlet="صحيفة المنارة", published="2024-03-15", title="الجسر"),
        Page(id="delay", source=DELAY, outlet="إذاعة الخليج", published="2024-03-12", title="تأجيل"),
        Page(id="weather", source="كان البحر هادئا صباح اليوم.", outlet="صحيفة المنارة", published="2024-03-16"),
        Page(id="slip", source=BRIDGE.replace("الجسر", "النفق"), outlet="صحيفة المنارة", published="2999-01-01"),
    ]
    with Library(folder, create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added"] * len(pages)
    return folder
