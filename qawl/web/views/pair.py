"""Two parties over time: what one says of the other and how it stands towards it, the directions apart."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from qawl.show.facts import PARTS
from qawl.web.lanes import first_day, ways_of
from qawl.web.rendering import page
from qawl.web.views.agenda import DAY


def show_pair(request: Request) -> Response:
    """What stands between two names; without both, where to ask."""
    asked = {name: request.query_params.get(name, "").strip() for name in ("a", "b", "since", "until")}
    if not (asked["a"] and asked["b"]):
        return page(request, "pair.html", asked=asked, found=None, ways=(), days=(), parts=PARTS)
    between = [asked[name] if DAY.fullmatch(asked[name]) else None for name in ("since", "until")]
    with request.app.state.shelf.library() as library:
        found = library.timeline(asked["a"], asked["b"], *between)
    days = sorted(filter(None, map(first_day, (*found.a_to_b, *found.b_to_a))))
    ends = [day.isoformat() for day in (days[:1] + days[-1:])]
    return page(request, "pair.html", asked=asked, found=found, ways=ways_of(found), days=ends, parts=PARTS)
