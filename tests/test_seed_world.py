"""The seed page: its bodies, states, groups and places, merged, with what must not be."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

import qawl
from qawl.model import Group, Organisation, Place, Record

pytestmark = pytest.mark.shared

# The id in the inventory -> a mention by which the record has it, and what it is.
FOUND = {
    "E05": ("حلف الناتو", Organisation),
    "E06": ("روسيا", Organisation),
    "E07": ("جورجيا", Organisation),
    "E08": ("اوكرانيا", Organisation),
    "E09": ("افغانستان", Place),
    "E10": ("الولايات المتحدة الامريكية", Organisation),
    "E11": ("مجلس روسيا – الناتو", Organisation),
    "E12": ("منظمة الامن والتعاون الاوروبي", Organisation),
    "E13": ("مجلس\u00a0حكماء الناتو", Organisation),
    "E14": ("وزارة الخارجية الروسية", Organisation),
    "E15": ("مجلس الامن القومي", Organisation),
    "E16": ("الشخصيات الاجتماعية", Group),
    "E17": ("الدول التي تقاتل قواتها في افغانستان", Group),
    "E18": ("ممثلو الناتو", Group),
    "E19": ("جنودنا", Group),
    "E20": ("كوادر افغانية", Group),
    "E21": ("الدول اعضاء الحلف", Group),
    "E22": ("اسطنبول", Place),
    "E23": ("موسكو", Place),
    "E24": ("اوروبا", Place),
}
KNOWN = {
    "E05": "body:nato",
    "E06": "iso:RU",
    "E07": "iso:GE",
    "E08": "iso:UA",
    "E09": "iso:AF",
    "E10": "iso:US",
    "E11": "body:nato-russia-council",
    "E12": "body:osce",
    "E13": None,
    "E14": None,
    "E15": None,
    "E22": "geonames:745044",
    "E23": "geonames:524901",
    "E24": "place:europe",
}


@cache
def record_of(path: Path) -> Record:
    return qawl.read(path.read_text(encoding="utf-8"), kind="text")


@pytest.fixture
def record(shared: Path) -> Record:
    return record_of(shared / "seed" / "page.txt")


def named(record: Record, id: str) -> Organisation | Group | Place:
    text, kind = FOUND[id]
    found = [it for it in (*record.organisations, *record.groups, *record.places) if any(span.text == text for span in it.mentions)]
    (one,) = [it for it in found if isinstance(it, kind)]
    return one


def starts(record: Record, id: str) -> list[int]:
    return [span.start for span in named(record, id).mentions]


@pytest.mark.parametrize("id", FOUND)
def test_each_is_one(record: Record, id: str) -> None:
    found = named(record, id)
    if id in KNOWN:
        assert not isinstance(found, Group)
        assert found.known_as == KNOWN[id]


def test_people_are_found_with_their_roles(record: Record) -> None:
    roles = {person.name: [(role.text, role.former) for role in person.roles] for person in record.people}
    assert ("ممثل حلف الناتو", False) in roles["جيمس اباتوري"]
    assert roles["مادلين اولبرايت"] == [("وزيرة خارجية الولايات المتحدة الامريكية السابقة", True)]


def test_all_mentions_of_the_alliance(record: Record) -> None:
    assert {span.text for span in named(record, "E05").mentions} == {"حلف الناتو", "الحلف", "الناتو", "ناتو", "بروكسل"}
    assert len(starts(record, "E05")) == 23


def test_moscow_is_the_government_where_it_acts_and_the_city_elsewhere(record: Record) -> None:
    assert [span.start for span in named(record, "E06").mentions if span.text == "موسكو"] == [928, 1560]
    assert starts(record, "E23") == [2024, 2068, 2161, 2307]
    assert 2435 in starts(record, "E06")


def test_brussels_is_neither_the_union_nor_belgium(record: Record) -> None:
    found = (*record.organisations, *record.places)
    assert not any(it.known_as in ("body:eu", "iso:BE", "geonames:2800866") or it.country == "BE" for it in found)


def test_the_council_is_that_of_the_wise_men(record: Record) -> None:
    mentions = named(record, "E13").mentions
    assert [span.text for span in mentions] == ["مجلس\u00a0حكماء الناتو", "مجلس\u00a0حكماء", "مجلس\u00a0جكماء الناتو", "المجلس"]
    assert 2219 in starts(record, "E13")
    assert not any(it.known_as == "body:un-security-council" for it in record.organisations)


def test_the_experts_are_counted(record: Record) -> None:
    assert any(group.name == "12 خبيرا" for group in record.groups)


def test_the_ministry_is_russian(record: Record) -> None:
    ministry = named(record, "E14")
    assert isinstance(ministry, Organisation)
    assert (ministry.type, ministry.country) == ("state", "RU")


def test_the_inventory_has_what_is_looked_for(shared: Path) -> None:
    text = (shared / "seed" / "inventory.json").read_text(encoding="utf-8")
    assert FOUND.keys() <= set(json.dumps(json.loads(text)).replace(chr(34), " ").split())
