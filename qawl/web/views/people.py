"""A person or body: names, roles by time, what was said by and about it, encounters, and who may be the same."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.library.asking.who import Profile
from qawl.show.who import reason_text
from qawl.web.plots import plot_of
from qawl.web.rendering import isolated_marks, page
from qawl.web.settings import settings_of

MOST = 12  # entries of a list


def show_person(request: Request) -> Response:
    """Who is meant by a name or an id; without one, where to ask."""
    name = request.query_params.get("name", "").strip()
    if not name:
        return page(request, "who.html", name="", meant=None)
    with request.app.state.shelf.library() as library:
        found = library.who(name, MOST)
        drawn = plot_of(library.over_time(told_as(found) or name)) if isinstance(found, Profile) else None
    if not isinstance(found, Profile):
        return page(request, "who.html", 200 if found.others else 404, name=name, meant=found)
    lang = settings_of(request).lang
    reasons = [[isolated_marks(reason_text(reason, lang), lang) for reason in one.reasons] for one in found.proposed]
    return page(request, "person.html", profile=found, reasons=reasons, drawn=drawn, most=MOST, wanted=wanted_of(found))


def wanted_of(found: Profile) -> dict[str, dict[str, str]]:
    """What is asked of the statements for each list of a person that is cut: by the id, by the name where several share it."""
    name = found.name.name
    return {"said": {"speaker": told_as(found) or name}, "said_to": {"said_to": name}, "said_about": {"text": f'"{name}"'}}


def told_as(found: Profile) -> str:
    """The id by which a person is asked for again; none where several are told together, or where nobody has it."""
    return "" if found.by_name else found.name.identity
