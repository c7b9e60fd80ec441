"""Names that stand between an office and what was said, and the places of offices that are no part of them."""

import pytest

from qawl.reading import read

# Invented people, of whose names the last parts are words, trades or names that no list has.
SPOKEN = ("مازن حلاق عكرمة", "عون الخصابنة طعمة", "كمال طراد طعمة", "سامي هلال حلاق طراد")
SEATED = ("والي بشار", "عمدة لصيفر", "رئيس بلدية بشار", "النائب عن العلا", "رئيس المجلس البلدي لميدلت", "رئيس المجلس البلدي لبشار")
FRAMES = (
    "قال وزير النقل {} إن الآبار جفت.",
    "قال {}، وهو وزير النقل، إن الآبار جفت.",
    "أكد وزير النقل {}، في لقاء مع السكان أمس، أن الآبار جفت.",
)
# What stands behind a name and before what was said, and is no part of it.
BEHIND = ("هاتفيا", "مدير المرفأ", "مجددا", "صباح اليوم", "عضو اللجنة")


def people(text: str) -> list[str]:
    """The names that the reader finds."""
    return [person.name for person in read(text, published="2025-03-04").people]


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("frame", FRAMES)
def test_name_of_a_source_goes_on_to_what_was_said(name: str, frame: str) -> None:
    """Whatever words the last parts of a name are."""
    assert people(frame.format(name)) == [name]


@pytest.mark.parametrize("word", BEHIND)
def test_what_is_no_name_ends_the_name_of_a_source(word: str) -> None:
    """An adverb, an office or a time behind a name is no part of it."""
    assert people(f"قال سالم الكندي {word} إن الآبار جفت.") == ["سالم الكندي"]


@pytest.mark.parametrize("office", SEATED)
def test_place_of_an_office_is_no_part_of_its_holders_name(office: str) -> None:
    """Though it is a given name too, or no list knows it."""
    assert people(f"قال {office} سالم الكندي إن الآبار جفت.") == ["سالم الكندي"]


def test_name_that_one_sentence_proves_is_whole_in_others() -> None:
    """The same words are the same name elsewhere, where nothing tells where they end."""
    assert people("قال وزير النقل مازن حلاق عكرمة إن الآبار جفت. واستقبل مازن حلاق عكرمة أمس الوفد.") == ["مازن حلاق عكرمة"]


def test_short_form_of_a_name_has_its_word_that_is_a_title_too() -> None:
    """Behind a verb of saying the title is a part of the name that the page told in full."""
    found = read("قال وزير النقل كمال حاج النور إن الآبار جفت. وأوضح حاج النور أن الآبار جفت.").people[0]
    assert {mention.text for mention in found.mentions} == {"كمال حاج النور", "حاج النور"}
