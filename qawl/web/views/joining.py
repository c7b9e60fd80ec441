"""Who is who, decided by people: who may be one, with the reasons; and which pages tell of somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.asking.who import Profile
from qawl.library.deciding.decisions import Decision
from qawl.show.who import reason_text
from qawl.web.rendering import isolated_marks, page
from qawl.web.settings import settings_of
from qawl.web.signing import Again, answered, flat, reviewer_of
from qawl.web.views.review import done_of
from qawl.web.writing import Form, changes

MOST, MOST_PAGES = 20, 500  # pairs that are shown, and pages of one person


def show_pairs(request: Request) -> Response:
    """The pairs that may be one."""
    with request.app.state.shelf.library() as library:
        return pairs(request, library, done=done_of(library, request))


def pairs(
    request: Request,
    library: Library,
    *,
    done: Sequence[Decision] = (),
    typed: Mapping[str, str] | None = None,
    error: LibraryError | None = None,
    status: int = 200,
) -> Response:
    """The page of the pairs; with what was sent of one of them, and why that does not do."""
    lang = settings_of(request).lang
    found = library.proposed(MOST)
    return page(
        request,
        "pairs.html",
        status,
        pairs=[(one, [isolated_marks(reason_text(reason, lang)) for reason in one.reasons]) for one in found],
        lengths=library.how_many_wait(),
        reviewer=reviewer_of(request),
        done=done,
        typed=typed or {},
        error=error,
    )


@changes()
def join(request: Request, form: Form) -> Response:
    """Say that two are one."""
    return answered(request, form, lambda library, who, why: [_join(library, form, who, why)], again_of(request, form))


def _join(library: Library, form: Form, who: str, why: str) -> Decision:
    return library.join(form.text("one"), form.text("other"), who=who, why=why)


@changes()
def split(request: Request, form: Form) -> Response:
    """Say that two are not one, or that some pages tell of somebody else."""
    pages = form.texts("page")

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        return [library.split(form.text("one"), pages, other=form.text("other"), who=who, why=why)]

    return answered(request, form, act, again_of(request, form))


def again_of(request: Request, form: Form) -> Again:
    """Where an error is shown: on the page that the form stood on."""

    def again(library: Library, error: LibraryError, status: int) -> Response:
        if form.text("other"):
            return pairs(request, library, typed=flat(form), error=error, status=status)
        return pages_of(request, library, typed=flat(form), error=error, status=status)

    return again


def show_split(request: Request) -> Response:
    """The pages that name somebody, to choose those that mean somebody else."""
    with request.app.state.shelf.library() as library:
        return pages_of(request, library, typed={"one": request.query_params.get("name", "")})


def pages_of(
    request: Request, library: Library, *, typed: Mapping[str, str], error: LibraryError | None = None, status: int = 200
) -> Response:
    """The page on which some pages are split off. Raises `LibraryError` (not_found) where nobody, or more than one, is meant."""
    found = library.who(typed["one"], MOST_PAGES)
    if not isinstance(found, Profile):
        raise LibraryError("not_found", "no one person is meant by {name}", name=typed["one"])
    mentions = {one.page.capture: one for one in found.pages}
    return page(
        request,
        "split.html",
        status,
        name=found.name,
        asked=typed["one"],
        mentions=list(mentions.values()),
        lengths=library.how_many_wait(),
        reviewer=reviewer_of(request),
        typed=typed,
        error=error,
    )
