"""Settings: language, colours, digits and names of months, each with what it looks like."""

from __future__ import annotations

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from qawl.web.days import day_text
from qawl.web.rendering import page
from qawl.web.settings import CHOICES, local, settings_of

SAMPLE = "2024-08-15"  # a day to show digits and months by


def choose_settings(request: Request) -> Response:
    """What can be chosen, and what is."""
    arabic = replace(settings_of(request), lang="ar")
    samples = {
        (name, one): day_text(SAMPLE, replace(arabic, **{name: one})) for name in ("digits", "months") for one in CHOICES[name]
    }
    return page(request, "settings.html", choices=CHOICES, samples=samples, back=local(request.query_params.get("next", "/")))
