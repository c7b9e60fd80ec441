"""What a record tells of one of its people, bodies, groups or places."""

from __future__ import annotations

from qawl.arabic.letters import fold_phrase
from qawl.library.across.naming.known import Known, KnownKind, RoleOn, unique
from qawl.model import Group, Organisation, Person, Place, Record

Somebody = Person | Organisation | Group | Place
KINDS: dict[type, KnownKind] = {Person: "person", Organisation: "organisation", Group: "group", Place: "place"}


def known_of(record: Record, ref: str) -> Known:
    """What a record tells of the finding with the id ``ref``. Raises `KeyError` where it has none."""
    found = findings(record)
    somebody = found[ref]
    day = record.document.published and record.document.published[:10]
    roles = somebody.roles if isinstance(somebody, Person) else ()
    country = getattr(somebody, "country", None)
    return Known(
        kind=KINDS[type(somebody)],
        names=names_of(somebody),
        roles=tuple(unique(*(RoleOn(role.text, role.former, day) for role in roles))),
        known_as=getattr(somebody, "known_as", None),
        countries=(country,) if country else (),
        published=(day,) if day else (),
        near=tuple(unique(*(near_key(other) for id, other in found.items() if id != ref))),
    )


def findings(record: Record) -> dict[str, Somebody]:
    """Everybody whom a record names, by id."""
    everybody: tuple[Somebody, ...] = (*record.people, *record.organisations, *record.groups, *record.places)
    return {one.id: one for one in everybody}


def names_of(somebody: Somebody) -> tuple[str, ...]:
    """The forms of a name that the page has, the fullest first."""
    forms = unique(somebody.name, *(mention.text for mention in somebody.mentions))
    return (forms[0], *sorted(forms[1:], key=lambda form: -len(form.split())))


def near_key(somebody: Somebody) -> str:
    """Somebody as context of another one."""
    return f"{KINDS[type(somebody)]}:{getattr(somebody, 'known_as', None) or fold_phrase(somebody.name)}"
