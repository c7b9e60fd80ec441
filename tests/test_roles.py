"""Role and organisation of a speaker, taken apart from the name and from the titles round it."""

from __future__ import annotations

import pytest

from qawl import read


@pytest.mark.parametrize(
    ("source", "name", "role", "organisation"),
    [
        ("سعادة مدير مركز الأبحاث الدكتور جاسم البلوطي", "جاسم البلوطي", "مدير مركز الأبحاث", "مركز الأبحاث"),
        ("مديرة جمعية الساحل الدكتورة موزة الغافري", "موزة الغافري", "مديرة جمعية الساحل", "جمعية الساحل"),
        ("المحلل السياسي سامر الحلبي", "سامر الحلبي", "المحلل السياسي", None),
        ("المهندس سامر الحلبي", "سامر الحلبي", "المهندس", None),
        ("وزير الزراعة نادر السويدي", "نادر السويدي", "وزير الزراعة", "الزراعة"),
        ("سامر الحلبي", "سامر الحلبي", None, None),
    ],
)
def test_a_role_is_told_without_titles_and_its_body_by_itself(
    source: str, name: str, role: str | None, organisation: str | None
) -> None:
    verb = "قالت" if "مديرة" in source else "قال"
    (statement,) = read(f"{verb} {source} إن الاتفاق وقع أمس في المدينة.").statements
    speaker = statement.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.organisation) == (name, role, organisation)
