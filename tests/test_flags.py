"""Flags of statements, and acts: a denial is never told as its opposite."""

from __future__ import annotations

import pytest

import qawl
from qawl.model import Statement


def only(text: str) -> Statement:
    (statement,) = qawl.read(text, kind="text").statements
    return statement


@pytest.mark.parametrize(
    ("text", "negation"),
    [
        ("لا يعتقد عماد الراوي أن الجسر مغلق.", "لا يعتقد"),
        ("لم يستبعد عماد الراوي أن يغلق الجسر هذا العام.", "لم يستبعد"),
        ("ولا ترى الوزارة أن الجسر مغلق.", "لا ترى"),
    ],
)
def test_a_negated_verb_is_flagged(text: str, negation: str) -> None:
    (flag,) = only(text).flags
    assert (flag.flag, [words.text for words in flag.words]) == ("negated", [negation])


@pytest.mark.parametrize("text", ["يعتقد عماد الراوي أن الجسر مغلق.", "وقال عماد الراوي، الذي لم يحضر، إن الجسر مغلق."])
def test_a_negation_elsewhere_is_no_flag(text: str) -> None:
    assert only(text).flags == ()


@pytest.mark.parametrize("verb", ["نفى", "أنكر", "كذب"])
def test_a_denial_has_its_act(verb: str) -> None:
    cue = only(f"{verb} عماد الراوي أن يكون الجسر قد أغلق.").cue
    assert cue is not None
    assert cue.act == "deny"
