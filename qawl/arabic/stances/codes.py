"""The coding hint of a relation: what fits in PLOVER and CAMEO, by one version of the mapping, or that none fits."""

from __future__ import annotations

from qawl.arabic.forms import NONE
from qawl.model import Code, EventStatus, EventType, Stance
from qawl.tables import Row

# The mapping from words of stance and encounters to codes; what changes one of them changes this too.
VERSION = "qawl-stances/1"
# A stance that is wished for, or a deed that is to come.
INTENDED = Code("AGREE", "030", VERSION)
# Encounters by type and status: a plan is an intent to meet, whatever it is.
PLANNED = Code("AGREE", "036", VERSION)
HELD: dict[EventType, Code] = {
    "visit": Code("CONSULT", "042", VERSION),
    "meeting": Code("CONSULT", "040", VERSION),
    "call": Code("CONSULT", "041", VERSION),
    "signing": Code("SUPPORT", "057", VERSION),
}


def code_of(row: Row, tense: str) -> Code | None:
    """The code of a row's stance; one of cooperation that is to come is an intent, one of tension that is to come has none."""
    stance: Stance = row["stance"]  # type: ignore[assignment]
    if tense == "future":
        return INTENDED if stance == "cooperation" else None
    plover, cameo = (None if row[system] == NONE else row[system] for system in ("plover", "cameo"))
    return Code(plover, cameo, VERSION) if plover or cameo else None


def code_of_encounter(type: EventType, status: EventStatus) -> Code | None:
    """The code of an encounter between parties, None where it is not told to come or to have been."""
    if status == "announced":
        return PLANNED
    return HELD.get(type) if status in ("held", "under_way") else None
