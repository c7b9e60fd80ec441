"""What people decided: the log with its file, and where the machine says something else than they did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.deciding.decisions import Decision, Verdict
from qawl.library.deciding.disagreements import Disagreement
from qawl.library.deciding.fields import same, values_of
from qawl.library.deciding.making import TAKEN_BACK
from qawl.library.deciding.overlay import upheld
from qawl.show.decided import value_told
from qawl.show.strings import Lang
from qawl.web.rendering import page
from qawl.web.reviewing import subject_of
from qawl.web.settings import settings_of
from qawl.web.signing import answered, reviewer_of
from qawl.web.views.review import done_of
from qawl.web.writing import Form, changes

PAGE = 50  # decisions of a page of the log


def list_decisions(request: Request) -> Response:
    """All decisions, the newest first, a page of them."""
    given, lang = request.query_params.get("offset", ""), settings_of(request).lang
    start = int(given[:9]) if given.isdecimal() else 0
    with request.app.state.shelf.library() as library:
        made = library.decisions()[::-1]
        lengths, done = library.how_many_wait(), done_of(library, request)
    return page(
        request,
        "decisions.html",
        decisions=[(one, *values_told(one, lang)) for one in made[start : start + PAGE]],
        total=len(made),
        start=start,
        size=PAGE,
        standing=standing(made),
        lengths=lengths,
        done=done,
        reviewer=reviewer_of(request),
    )


def values_told(one: Decision, lang: Lang) -> tuple[str, str]:
    """What a decision put in place, and what the machine said, in words; empty where it fixed nothing."""
    if one.verdict != "fix":
        return "", ""
    return value_told(one.field, one.value, lang), value_told(one.field, one.machine.get(one.field), lang)


def standing(made: Iterable[Decision]) -> set[str]:
    """The ids of decisions that can be taken back, and were not."""
    made = list(made)
    back = {one.value for one in made if one.verdict == "withdraw"}
    back |= {one.finding for one in made if one.scope == "identity" and one.verdict == "restore"}
    return {one.id for one in made if one.verdict in (*TAKEN_BACK, "join", "split")} - back


def save_decisions(request: Request) -> Response:
    """The file of all decisions, as `qawl decisions --export` writes it."""
    with request.app.state.shelf.library() as library:
        lines = b"".join(library.export_decisions())
    headers = {"Content-Disposition": 'attachment; filename="decisions.jsonl"'}
    return Response(lines, media_type="application/x-ndjson", headers=headers)


# -- where the machine says something else


def list_disagreements(request: Request) -> Response:
    """All disagreements, and decisions that may hold for the same page in other bytes."""
    lang = settings_of(request).lang
    with request.app.state.shelf.library() as library:
        found, proposed = list(library.disagreements()), list(library.proposals())
        lengths, done = library.how_many_wait(), done_of(library, request)
    told = [(one, value_told(one.field, one.decided, lang), value_told(one.field, one.now, lang)) for one in found]
    offered = [(one, values_told(one.decision, lang)[0]) for one in proposed]
    return page(
        request,
        "disagreements.html",
        disagreements=told,
        proposals=offered,
        lengths=lengths,
        done=done,
        reviewer=reviewer_of(request),
    )


@changes()
def settle(request: Request, form: Form) -> Response:
    """Settle a disagreement: keep what the person said, or take what the machine says now."""

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        one = disagreement_of(library, form)
        value = one.now if form.text("choice") == "take" else one.decided
        return library.fix(f"{one.decision.capture}:{one.finding}", {one.field: value}, who=who, why=why)

    return answered(request, form, act)


def disagreement_of(library: Library, form: Form) -> Disagreement:
    """The disagreement that a form names. Raises `LibraryError` (not_found) where it is settled already."""
    for one in library.disagreements():
        if (one.decision.id, one.field, one.finding) == (form.text("decision"), form.text("field"), form.text("finding")):
            return one
    raise LibraryError("not_found", "this is settled already")


@changes()
def adopt(request: Request, form: Form) -> Response:
    """Decide of a finding of a page in other bytes what was decided of it before, or that the machine is right there."""

    def act(library: Library, who: str, why: str) -> Sequence[Decision]:
        before = library.decision(form.text("decision"))
        finding, field = f"{form.text('capture')}:{form.text('finding')}", before.field
        if form.text("choice") == "leave" and field:
            return [library.decide(finding, "accept", field, who=who, why=why)]
        other = otherwise(library, finding, upheld(before))
        if other:
            return library.fix(finding, other, who=who, why=why)
        verdict: Verdict = "accept" if before.verdict == "fix" else before.verdict
        return [library.decide(finding, verdict, field or None, who=who, why=why)]

    return answered(request, form, act)


def otherwise(library: Library, finding: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Of the values that a decision puts in place, those that a finding does not have now."""
    now = values_of(subject_of(library, finding).finding)
    return {name: value for name, value in values.items() if not same(now.get(name), value)}
