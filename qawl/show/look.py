"""How results are shown."""

from __future__ import annotations

from typing import Literal

import msgspec

from qawl.show.strings import Lang

Format = Literal["table", "json", "jsonl", "html", "explain"]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How results are shown: `width` in terminal cells (table and explain), `lang` of the interface."""

    format: Format = "table"
    lang: Lang = "en"
    width: int = 100
    color: bool = False
