"""Questions about a text that many rules ask: each is answered once a place, and the answer is kept with the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Keeps(Protocol):
    """What keeps answers: a text's tokens or its scene; None as long as its words may still change."""

    answers: dict[Any, Any] | None


Text = TypeVar("Text", bound=Keeps)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
UNASKED = object()


def kept(ask: Callable[Concatenate[Text, Asked], Answer]) -> Callable[Concatenate[Text, Asked], Answer]:
    """The same question, whose answers are kept by what it asks about: whether a name begins at سالم, asked from three phrases."""

    @wraps(ask)
    def asked(text: Text, /, *of: Asked.args, **named: Asked.kwargs) -> Answer:
        answers = text.answers
        if answers is None or named:
            return ask(text, *of, **named)
        known = answers.get((ask, of), UNASKED)
        if known is UNASKED:
            known = answers[ask, of] = ask(text, *of, **named)
        return known  # type: ignore[no-any-return]

    return asked
