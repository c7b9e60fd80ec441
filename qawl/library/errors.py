"""What goes wrong with a library as a whole; a page that fails is no error but a row with its reason."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from qawl.tables import read_table

ErrorCode = Literal[
    "missing", "not_a_library", "newer", "locked", "damaged", "full", "not_found", "ambiguous", "suppressed", "bad_value"
]


class Message:
    """Words for people: a template in English, which ``errors.tsv`` has in Arabic too, and what stands in its places.

    A detail may be a message itself.
    """

    def __init__(self, template: str, /, **details: Any) -> None:
        self.template = template
        self.details = details

    def told(self, lang: Literal["en", "ar"]) -> str:
        """The words in a language. Raises `KeyError` for a template that the table lacks, or a place that nothing fills."""
        template = self.template if lang == "en" else _in_arabic()[self.template]
        return template.format_map(
            {name: one.told(lang) if isinstance(one, Message) else one for name, one in self.details.items()}
        )


class LibraryError(Exception):
    """A library that cannot be used as asked. ``message`` says in English what is wrong and what to do, `told` in either language.

    ``template`` and ``details`` are those of a `Message`.
    """

    def __init__(self, code: ErrorCode, template: str, /, **details: Any) -> None:
        self.words = Message(template, **details)
        self.message = self.words.told("en")
        super().__init__(code, self.message)
        self.code: ErrorCode = code

    def told(self, lang: Literal["en", "ar"]) -> str:
        """What is wrong and what to do."""
        return self.words.told(lang)

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"


@cache
def _in_arabic() -> dict[str, str]:
    return {row["en"]: row["ar"] for row in read_table(Path(str(files("qawl") / "library" / "errors.tsv")))}
