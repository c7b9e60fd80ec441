"""Questions about a text that many rules ask: each is answered once a place, and the answer is kept with the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast


class Keeps(Protocol):
    """What keeps answers: a text's tokens or its scene; None as long as its words may still change."""

    answers: dict[Any, Any] | None


Text = TypeVar("Text", bound=Keeps)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
UNASKED = object()


def kept(ask: Callable[Concatenate[Text, Asked], Answer]) -> Callable[Concatenate[Text, Asked], Answer]:
    """The same question, whose answers are kept by what it asks about: whether a name begins at سالم, asked from three phrases.

    What it asks about is given by place, not by name.
    """

    put = cast(Callable[..., Answer], ask)

    @wraps(ask)
    def asked(text: Text, /, *of: Any) -> Any:
        answers = text.answers
        if answers is None:
            return put(text, *of)
        known = answers.get((put, of), UNASKED)
        if known is UNASKED:
            known = answers[put, of] = put(text, *of)
        return known

    return cast(Callable[Concatenate[Text, Asked], Answer], asked)
