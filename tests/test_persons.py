"""One man under several spellings and in several offices; namesakes; what people decide of who is who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qawl.library import Library, LibraryError
from qawl.library.asking.naming import Meant
from qawl.library.asking.who import Profile
from qawl.model import Page

PAGES = [
    ("first", "2011-03-01", "قال ممثل المجلس في الإقليم هانس فيرلاندر إن المفاوضات تبدأ في الربيع. وأضاف فيرلاندر أن الوفد جاهز."),
    ("second", "2014-06-02", "أكد نائب مدير المعهد هانز فرلاندر أن التقرير ينشر غدا."),
    ("third", "2019-09-03", "ذكر المبعوث الخاص هانز فيرلندر أن الجولة المقبلة في الخريف."),
    ("other", "2019-09-04", "قال الطبيب هانز فيرلندر إن العيادة تفتح أبوابها يوم السبت."),
]


def page(id: str, day: str, text: str) -> Page:
    return Page(id=id, source=text, published=day, outlet="جريدة الضفة", url=f"https://example.org/{id}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([page(*one) for one in PAGES]))
        yield library


def identity(library: Library, document: str) -> str:
    (row,) = library.rows("people", "p.document = ?", [document])
    return str(row.identity)  # type: ignore[attr-defined]


def identities(library: Library) -> dict[str, str]:
    return {row.document: identity(library, row.document) for row in library.rows("pages")}  # type: ignore[attr-defined]


def profile(library: Library, name: str, **more: Any) -> Profile:
    found = library.who(name, **more)
    assert isinstance(found, Profile)
    return found


def join_all(library: Library) -> None:
    for document in ("second", "third"):
        if identity(library, document) != identity(library, "first"):
            library.join(identity(library, "first"), identity(library, document), who="ليلى", why="سيرته")


def read_again(library: Library) -> None:
    """Write all pages again, as when another version has read them."""
    from qawl.library.refreshing import refresh

    with library.store.writing() as connection:
        for (capture,) in connection.execute("SELECT capture FROM pages ORDER BY page").fetchall():
            refresh(library.store, capture, "reread", None)


# -- join and split


def test_joined_spellings_are_one_with_all_that_each_says(library: Library) -> None:
    join_all(library)
    for name in ("هانس فيرلاندر", "هانز فرلاندر", identity(library, "first")[:8]):
        one = profile(library, name)
        assert {told.page.document for told in one.said} == {"first", "second", "third"}
        assert {"هانس فيرلاندر", "هانز فرلاندر", "هانز فيرلندر"} <= {*one.name.names}


def test_what_was_joined_holds_when_pages_are_read_again_and_later(library: Library) -> None:
    join_all(library)
    before = identities(library)
    read_again(library)
    assert identities(library) == before
    library.suppress(page="https://example.org/first", who="م")
    library.restore(page=library.tombstones()[0].capture, who="م")
    assert identities(library)["first"] == identities(library)["second"]


def test_pages_that_are_split_off_stay_apart_from_later_pages_too(library: Library) -> None:
    join_all(library)
    if identity(library, "other") != identity(library, "first"):
        library.join(identity(library, "other"), identity(library, "first"), who="م")
    library.split(identity(library, "first"), ["other"], who="ليلى", why="طبيب")
    apart = identities(library)
    assert apart["other"] not in {apart[document] for document in ("first", "second", "third")}
    assert apart["first"] == apart["second"] == apart["third"]
    read_again(library)
    list(library.add([page("fifth", "2021-01-05", "قال المبعوث الخاص هانز فيرلندر إن المهمة انتهت.")]))
    read_again(library)
    assert {document: one for document, one in identities(library).items() if document != "fifth"} == apart
    assert all({one.one.identity, one.other.identity} != {apart["first"], apart["other"]} for one in library.proposed())


def test_who_is_split_is_listed_by_what_differs(library: Library) -> None:
    join_all(library)
    if identity(library, "other") == identity(library, "first"):
        library.split(identity(library, "first"), ["other"], who="م")
    found = library.who("هانز فيرلندر")
    assert isinstance(found, Meant)
    assert {one.identity for one in found.others} == {identity(library, "first"), identity(library, "other")}
    (doctor,) = (one for one in found.others if one.identity == identity(library, "other"))
    assert doctor.roles == ("الطبيب",)
    assert (doctor.since, doctor.until) == ("2019-09-04", "2019-09-04")


def test_a_decision_is_taken_back(library: Library) -> None:
    before = identities(library)
    pair = identity(library, "first"), identity(library, "other")
    assert pair[0] != pair[1]
    decision = library.join(*pair, who="م")
    assert identity(library, "first") == identity(library, "other")
    library.restore(decision.id, who="م", why="خطأ")
    assert identities(library) == before
    with pytest.raises(LibraryError, match="taken back before"):
        library.restore(decision.id, who="م")


def test_the_later_decision_holds(library: Library) -> None:
    join_all(library)
    library.split(identity(library, "first"), ["second"], who="م")
    assert identity(library, "first") != identity(library, "second")
    library.join(identity(library, "second"), identity(library, "first"), who="ن")
    assert identity(library, "first") == identity(library, "second")
    read_again(library)
    assert identity(library, "first") == identity(library, "second")


def test_decisions_go_to_another_library_whatever_the_order_of_pages(library: Library, tmp_path: Path) -> None:
    join_all(library)
    library.split(identity(library, "first"), ["third"], who="م")
    lines = list(library.export_decisions())
    assert "هان" not in b"".join(lines).decode()
    with Library(tmp_path / "other.library", create=True) as other:
        list(other.add([page(*one) for one in reversed(PAGES)]))
        assert other.import_decisions(lines).misfits == ()
        assert identity(other, "first") == identity(other, "second") != identity(other, "third")
        assert list(other.export_decisions()) == lines
    with Library(tmp_path / "empty.library", create=True) as empty:
        assert empty.import_decisions(lines).misfits == ()
        list(empty.add([page(*one) for one in PAGES]))
        assert identity(empty, "first") == identity(empty, "second") != identity(empty, "third")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("هانس فيرلاندر", "لا أحد هنا"), "no page of this library names"),
        (("هانس فيرلاندر", "هانس فيرلاندر"), "one here already"),
    ],
)
def test_what_cannot_be_joined_is_told(library: Library, asked: tuple[str, str], told: str) -> None:
    with pytest.raises(LibraryError, match=told):
        library.join(*asked, who="م")


def test_what_cannot_be_split_is_told(library: Library) -> None:
    first = identity(library, "first")
    with pytest.raises(LibraryError, match="name the pages"):
        library.split(first, who="م")
    with pytest.raises(LibraryError, match="no page nowhere"):
        library.split(first, ["nowhere"], who="م")
    with pytest.raises(LibraryError, match="no other page"):
        library.split(identity(library, "other"), ["other"], who="م")
