"""How a reader wants the pages: language, colours, digits and names of months, kept in cookies."""

from __future__ import annotations

from typing import Literal, get_args
from urllib.parse import urlsplit

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qawl.show.markup import DIRECTION
from qawl.show.strings import Lang

Theme = Literal["auto", "light", "dark"]
Digits = Literal["latin", "arabic"]
# Whose names of months: those of Egypt and the Gulf, of Syria and its neighbours, of Tunisia and Algeria, of Morocco, Mauritania;
# both: those of Syria and of Egypt, as papers for all Arabs write them.
Months = Literal["eg", "sy", "both", "tn", "ma", "mr"]
YEAR = 365 * 24 * 3600  # seconds that a choice is kept


class Settings(Struct, frozen=True):
    """What a reader has chosen; Arabic, and the colours of the system, where he has not. Digits and months are those of Arabic."""

    lang: Lang = "ar"
    theme: Theme = "auto"
    digits: Digits = "latin"
    months: Months = "eg"

    @property
    def direction(self) -> str:
        """rtl or ltr."""
        return DIRECTION[self.lang]

    @property
    def other(self) -> Lang:
        """The language that is not his."""
        return "en" if self.lang == "ar" else "ar"


CHOICES: dict[str, tuple[str, ...]] = {
    "lang": ("ar", "en"),
    "theme": get_args(Theme),
    "digits": get_args(Digits),
    "months": get_args(Months),
}


def settings_of(request: Request) -> Settings:
    """The settings of whoever asks; a cookie with another value counts as none."""
    kept = {name: request.cookies.get(name, "") for name in CHOICES}
    return Settings(**{name: value for name, value in kept.items() if value in CHOICES[name]})  # type: ignore[arg-type]


async def choose(request: Request) -> Response:
    """Keep what is chosen and go back to the page."""
    answer = RedirectResponse(local(request.query_params.get("next", "/")), status_code=303)
    for name, values in CHOICES.items():
        value = request.query_params.get(name)
        if value in values:
            answer.set_cookie(name, str(value), max_age=YEAR, httponly=True, samesite="lax")
    return answer


def local(address: str) -> str:
    """The address where it is one of these pages, else the first page: nobody is sent elsewhere."""
    parts = urlsplit(address)
    inside = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside else "/"
