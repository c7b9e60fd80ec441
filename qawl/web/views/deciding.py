"""What a reviewer's forms change: a finding is decided about, a decision is taken back; and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.deciding.decisions import Decision
from qawl.model import Event, Statement
from qawl.web.rendering import page
from qawl.web.reviewing import moved, speaker_of, subject_of
from qawl.web.settings import local
from qawl.web.signing import answered, flat, keep_reviewer, reviewer_of
from qawl.web.views.review import asked_of, reviewed
from qawl.web.writing import Form, changes, led_to

# How a speaker is chosen beside those whom the page names, each as `=NAME`.
KEEP, UNKNOWN, TYPED = "keep", "unknown", "typed"


@changes()
def decide(request: Request, form: Form) -> Response:
    """Accept, fix, reject or be unsure of a finding."""

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        finding, verdict = form.text("finding"), form.text("verdict")
        if verdict == "fix":
            return library.fix(finding, fixes_of(library, form), who=who, why=why)
        return [library.decide(finding, verdict, who=who, why=why)]  # type: ignore[arg-type]

    def again(library: Library, error: LibraryError, status: int) -> Response:
        return reviewed(request, library, asked_of(flat(form)), typed=flat(form), error=error, status=status)

    return answered(request, form, act, again)


def fixes_of(library: Library, form: Form) -> dict[str, Any]:
    """What a form changes of a finding, by field. Raises `LibraryError` where that is nothing."""
    subject = subject_of(library, form.text("finding"))
    found = dict(fixes_of_event(form, subject.finding) if isinstance(subject.finding, Event) else fixes(form, subject.finding))
    if not found:
        raise LibraryError("bad_value", "nothing was changed: choose what is wrong")
    return found


def fixes_of_event(form: Form, event: Event) -> list[tuple[str, Any]]:
    """What a form changes of an encounter."""
    return [(name, form.text(name)) for name in ("status", "type") if form.text(name) not in ("", getattr(event, name))]


def fixes(form: Form, statement: Statement) -> list[tuple[str, Any]]:
    """What a form changes of a statement."""
    speaker, content = chosen_speaker(form), chosen_content(form, statement)
    found: list[tuple[str, Any]] = []
    if speaker != KEEP and (None if speaker == UNKNOWN else speaker[1:]) != speaker_of(statement):
        found.append(("speaker", None if speaker == UNKNOWN else speaker[1:]))
    if form.text("kind") not in ("", statement.kind):
        found.append(("kind", form.text("kind")))
    return [*found, ("content", content)] if content else found


def chosen_speaker(form: Form) -> str:
    """`=NAME`, or that it is to stay or is unknown; who types a name need not choose it too."""
    chosen, typed = form.text("speaker") or KEEP, form.text("speaker_typed")
    if typed and chosen in (KEEP, TYPED):
        return f"={typed}"
    return KEEP if chosen == TYPED else chosen


def chosen_content(form: Form, statement: Statement) -> str | None:
    """The content between the boundaries that were chosen; None where they are those that it has."""
    start, end = form.text("start"), form.text("end")
    now = (str(statement.content[0].start), str(statement.content[-1].end))
    if (start or now[0], end or now[1]) == now or not ((start or now[0]) + (end or now[1])).isdecimal():
        return None
    return moved(statement.content, int(start or now[0]), int(end or now[1]))


@changes()
def undo(request: Request, form: Form) -> Response:
    """Take decisions back."""

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        for id in form.texts("decision"):
            library.restore(id, who=who, why=why)
        return ()

    return answered(request, form, act)


@changes()
def sign(_: Request, form: Form) -> Response:
    """Keep the name of whoever decides here."""
    answer = led_to(local(form.text("next")))
    if form.text("who"):
        keep_reviewer(answer, form.text("who"))
    return answer


def ask_who(request: Request) -> Response:
    """Ask for the name of whoever decides here."""
    return page(request, "signing.html", back=local(request.query_params.get("next", "/review")), reviewer=reviewer_of(request))
