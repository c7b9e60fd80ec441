"""What a library has of somebody: names, roles with their days, words, encounters, relations, and who may be the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from qawl.library.across.naming.known import Reason
from qawl.library.asking.naming import Meant, Name
from qawl.library.asking.proposed import Proposed
from qawl.library.asking.told import Encounter
from qawl.library.asking.who import Profile, RoleHeld
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.strings import Lang, say, say_or_keep

if TYPE_CHECKING:  # JSON must not wait for rich
    from rich.console import RenderableType

    from qawl.show.sections import Piece

Row = tuple[str, str]


def show_who(found: Profile | Meant, look: Look) -> Iterator[bytes]:
    """A name's profile, or the names that may be meant: a table, or an object."""
    match look.format:
        case "jsonl":
            yield encode(found) + b"\n"
        case "json":
            yield msgspec.json.format(encode(found), indent=2) + b"\n"
        case _:
            yield who_text(found, look).encode()


def who_text(found: Profile | Meant, look: Look) -> str:
    """The same as text of `look.width` cells a line."""
    from qawl.show.table import nothing_found, print_parts

    if isinstance(found, Profile):
        return print_parts(profile_parts(found, look.lang), look)
    if not found.others:
        return print_parts([nothing_found(look.lang, "nobody")], look)
    return print_parts(candidate_parts(found, look.lang), look)


def candidate_parts(found: Meant, lang: Lang) -> Iterator[RenderableType]:
    """Those who bear what was asked, of whom one has to be chosen."""
    from qawl.show.isolate import Isolated
    from qawl.show.table import pairs

    yield Isolated((say(lang, "which_name"), "bold"), right=lang == "ar")
    yield pairs(((one.name, described(one, lang)) for one in found.others), "", lang)


def described(name: Name, lang: Lang) -> str:
    """What tells somebody from others: as what pages know him, how many and of which days, roles, lands, and his id."""
    from qawl.show.isolate import inset

    comma = f"{say(lang, 'comma')} "
    kinds = comma.join(say(lang, f"one_of.{table}") for table in name.tables)
    ids = " ".join(map(inset, dict.fromkeys(filter(None, (name.identity, *name.known_as)))))
    roles, lands = comma.join(map(inset, name.roles)), comma.join(map(inset, name.countries))
    return " · ".join(filter(None, (kinds, roles, lands, f"{say(lang, 'pages')}: {name.pages}", days(name), ids)))


def days(name: Name) -> str:
    """The days of the first and the last page that name somebody."""
    from qawl.show.isolate import inset

    return inset(" – ".join(dict.fromkeys(filter(None, (name.since, name.until))))) if name.since else ""


def proposed_line(one: Proposed, lang: Lang) -> str:
    """Who may be the same, and why."""
    from qawl.show.isolate import inset

    reasons = f"{say(lang, 'semicolon')} ".join(reason_text(reason, lang) for reason in one.reasons)
    return f"{inset(one.other.name)} · {described(one.other, lang)} · {reasons}"


def reason_text(reason: Reason, lang: Lang) -> str:
    """A reason in words, with the words that it saw, stable ids aside."""
    from qawl.show.isolate import inset

    words = " / ".join(inset(word) for word in reason.words if ":" not in word)
    told = say_or_keep(lang, "same", reason.code)
    return f"{told}: {words}" if words else told


def profile_parts(profile: Profile, lang: Lang) -> Iterator[RenderableType]:
    """All of a profile: what is known of the name, then its tables."""
    from qawl.show.sections import EVENT_COLUMNS, titled
    from qawl.show.table import pairs
    from qawl.show.told import OWN_COLUMNS, RELATION_COLUMNS, STATEMENT_COLUMNS, own_cells, relation_cells, statement_cells

    yield pairs(about(profile, lang), "bold", lang, rtl=lang == "ar")
    yield from titled("said", OWN_COLUMNS, (own_cells(one, lang) for one in profile.said), lang)
    for key in ("said_to", "said_about", "said_by_office"):
        cells = (statement_cells(one, lang) for one in getattr(profile, key))
        yield from titled("said_to_them" if key == "said_to" else key, STATEMENT_COLUMNS, cells, lang)
    yield from titled("events", EVENT_COLUMNS, (encounter_cells(one, profile.keys, lang) for one in profile.encounters), lang)
    for key in ("towards", "of_others"):
        yield from titled(key, RELATION_COLUMNS, (relation_cells(one, lang) for one in getattr(profile, key)), lang)


def about(profile: Profile, lang: Lang) -> Iterator[Row]:
    """The name, its roles and pages, and what is not joined with it."""
    from qawl.show.isolate import inset
    from qawl.show.told import day

    yield say(lang, "name"), inset(profile.name.name)
    if len(profile.name.names) > 1:
        yield say(lang, "spellings"), f"{say(lang, 'comma')} ".join(map(inset, profile.name.names))
    yield say(lang, "type"), described(profile.name, lang)
    for role in profile.roles:
        yield say(lang, "former_role" if role.former else "role"), role_line(role, lang)
    yield say(lang, "listed"), counts(profile, lang)
    for mention in profile.pages:
        page = mention.page
        told = (
            day(page.published) if page.published else say(lang, "undated"),
            page.outlet or say(lang, "unknown"),
            page.document,
            f"×{mention.mentions}",
        )
        yield say(lang, "page"), " · ".join(map(inset, told))
    if profile.by_name:
        yield say(lang, "note"), say(lang, "by_name")
    for one in profile.proposed:
        yield say(lang, "may_be"), proposed_line(one, lang)
    for other in profile.others:
        yield say(lang, "not_joined"), f"{inset(other.name)} · {described(other, lang)}"


def role_line(role: RoleHeld, lang: Lang) -> str:
    """A role with the days of the first and the last page that give it, and these pages."""
    from qawl.show.isolate import inset
    from qawl.show.told import day

    days = " – ".join(dict.fromkeys(day(value) for value in (role.since, role.until) if value)) or say(lang, "undated")
    pages = f"{say(lang, 'comma')} ".join(inset(page.document) for page in role.pages)
    return f"{inset(role.role)} · {inset(days)} · {pages}"


def counts(profile: Profile, lang: Lang) -> str:
    """How many of each there are in the library."""
    names = {"said_to": "said_to_them", "encounters": "events"}
    return f"{say(lang, 'comma')} ".join(
        f"{say(lang, names.get(key, key))}: {number}" for key, number in profile.counts.items() if number
    )


def encounter_cells(encounter: Encounter, keys: tuple[str, ...], lang: Lang) -> list[list[Piece]]:
    """The cells of an encounter, with the part of those whose keys these are before all others."""
    from qawl.show.facts import Facts
    from qawl.show.sections import event_cells

    when, what, who, told = event_cells(encounter.event, Facts(lang, encounter.page.outlet, {}), encounter.page.document)
    return [when, what, [*((say(lang, f"part.{part}"), "bold cyan") for part in parts(encounter, keys)), *who], told]


def parts(encounter: Encounter, keys: tuple[str, ...]) -> Iterator[str]:
    """The parts that somebody has in an encounter."""
    from qawl.arabic.letters import fold_phrase

    yield from dict.fromkeys(one.part for one in encounter.event.participants if fold_phrase(one.name) in keys)
