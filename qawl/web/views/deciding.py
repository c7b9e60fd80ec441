"""What a reviewer's forms change: a finding is decided about, people are joined or split, a decision is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.deciding.decisions import Decision
from qawl.model import Event, Statement
from qawl.web.rendering import page
from qawl.web.reviewing import moved, speaker_of, subject_of
from qawl.web.settings import local, settings_of
from qawl.web.signing import keep_reviewer, reviewer_of
from qawl.web.views.review import asked_of, reviewed
from qawl.web.words import word
from qawl.web.writing import FIELD, Form, changes, led_to

# What a library that cannot be written or does not take a decision answers.
STATUS = {"not_found": 404, "ambiguous": 409, "bad_value": 400, "suppressed": 404, "locked": 503, "full": 507}
# How a speaker is chosen beside those whom the page names, each as `=NAME`.
KEEP, UNKNOWN, TYPED = "keep", "unknown", "typed"

Act = Callable[[Library, str, str], Sequence[Decision]]
Again = Callable[[Library, LibraryError, int], Response]


@changes()
def decide(request: Request, form: Form) -> Response:
    """Accept, fix, reject or be unsure of a finding."""

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        finding, verdict = form.text("finding"), form.text("verdict")
        if verdict == "fix":
            return library.fix(finding, fixes_of(library, form, settings_of(request).lang), who=who, why=why)
        return [library.decide(finding, verdict, who=who, why=why)]  # type: ignore[arg-type]

    def again(library: Library, error: LibraryError, status: int) -> Response:
        return reviewed(request, library, asked_of(flat(form)), typed=flat(form), error=error, status=status)

    return answered(request, form, act, again)


def fixes_of(library: Library, form: Form, lang: Any) -> dict[str, Any]:
    """What a form changes of a finding, by field. Raises `LibraryError` where that is nothing."""
    subject = subject_of(library, form.text("finding"))
    found = dict(fixes_of_event(form, subject.finding) if isinstance(subject.finding, Event) else fixes(form, subject.finding))
    if not found:
        raise LibraryError("bad_value", word(lang, "nothing_changed"))
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


# -- what all of these have in common


def answered(request: Request, form: Form, act: Act, again: Again | None = None) -> Response:
    """Do what a form asks in the name of whoever sent it, and lead back.

    What cannot be done is told with the form as it was typed: by ``again``, or on a page of its own. So is a form without a name.
    """
    who = form.text("who") or reviewer_of(request)
    if not who:
        return once_more(request, form, None, 200)  # nothing is wrong: a browser must not complain of it
    try:
        with request.app.state.shelf.library() as library:
            try:
                made = act(library, who, form.text("why"))
            except LibraryError as error:
                if again is None or error.code == "not_found":
                    raise
                return again(library, error, STATUS.get(error.code, 500))
    except LibraryError as error:
        return once_more(request, form, error, STATUS.get(error.code, 500))
    answer = led_to(back_to(form, made))
    keep_reviewer(answer, who)
    return answer


def once_more(request: Request, form: Form, error: LibraryError | None, status: int) -> Response:
    """Ask again with all that was typed: for the name that is missing, or because it could not be done."""
    sent = ((name, value) for name, value in form.sent.multi_items() if isinstance(value, str))
    return page(
        request,
        "once_more.html",
        status,
        action=request.url.path,
        typed=[(name, value) for name, value in sent if name not in (FIELD, "who", "why")],
        who=form.text("who") or reviewer_of(request),
        why=form.text("why"),
        back=local(form.text("next")),
        error=error,
    )


def flat(form: Form) -> dict[str, str]:
    """The texts of a form, one of each name."""
    return {name: form.text(name) for name in form.sent}


def back_to(form: Form, made: Sequence[Decision]) -> str:
    """Where a form leads, with the ids of what was decided; who rejected a statement on its page finds the page that tells it."""
    parts = urlsplit(local(form.text("next")))
    rejected = next((one for one in made if one.verdict == "reject"), None)
    path = f"/page/{rejected.capture}" if rejected and parts.path.startswith("/statement/") else parts.path
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"] + [("done", one.id) for one in made]
    return urlunsplit(("", "", path, urlencode(asked), parts.fragment))
