"""A small page with a finding of every kind, its record made by hand, for the tests of what shows records."""

from __future__ import annotations

import hashlib
from typing import Any

from qawl.model import (
    Action,
    Block,
    Code,
    Cue,
    Date,
    DatedValue,
    Document,
    Duration,
    Event,
    Figure,
    Flag,
    Group,
    Organisation,
    Part,
    Participant,
    Party,
    Person,
    Place,
    Record,
    Relation,
    Role,
    Sources,
    Span,
    Speaker,
    Statement,
)

TITLE = "وزير المياه: لن نوقف مشروع السد"
HEADING = "موقف المعارضة"
FIRST = "أعلن وزير المياه سامر الدلعوني يوم 3 مارس 2024 في عمّان أن حكومته «لن توقف مشروع السد» قبل نهاية العام."
SECOND = (
    "وقالت النائبة ريم القصبي لوكالة المرصد إن الوزير أكد لها أن «المال موجود»، وأضافت أنها لا تصدق ذلك، "
    "فالأرقام التي عرضت في لجنة Finance 2024 قبل أسبوعين لا تكفي لبناء ثلث السد ولا لتعويض أهل القرى الثلاث "
    "التي سيغمرها الماء، ولم يجب أحد من الوزارة عن هذا السؤال."
)
THIRD = "“الماء حق للجميع”."
FOURTH = "وأعادت القول إنها لا تصدق ذلك <script>alert(1)</script> & انتهى."
FIFTH = (
    "ويزور وفد من 12 خبيرا برئاسة ريم القصبي مدينة الرملة من 9 إلى 11 مارس للقاء أهالي القرى، وقالت القصبي إن الدلعوني لن يحضر "
    "لأن المجلس لم يدعه، وإذا وافقت الوزارة فإن المعارضة ترحب بالتعاون معها. وتظاهر المئات أمام السد ثلاثة أيام، وضرب حارس متظاهرا."
)
TEXT = "\n".join([FIRST, HEADING, SECOND, THIRD, FOURTH, FIFTH])


def span(words: str, text: str = TEXT, after: str = "") -> Span:
    """The place of `words` in `text`, the first after the words `after`."""
    start = text.index(words, text.index(after))
    return Span(words, start, start + len(words))


def cue(words: str, lemma: str, act: Any, text: str = TEXT, after: str = "") -> Cue:
    place = span(words, text, after)
    return Cue(place.text, place.start, place.end, lemma, act)


def statement(id: str, **fields: Any) -> Statement:
    return Statement(id=id * 16, **fields)


def speaker(name: str, ref: str, form: Any, **fields: Any) -> Speaker:
    return Speaker(name, "person", ref * 16, form=form, **fields)


def example_statements() -> tuple[Statement, ...]:
    reem = speaker("ريم القصبي", "b", "name", role="النائبة", organisation="البرلمان")
    return (
        statement(
            "1",
            kind="mixed",
            cue=cue("أعلن", "أعلن", "announce"),
            source=span("وزير المياه سامر الدلعوني"),
            speaker=speaker("سامر الدلعوني", "a", "name", role="وزير المياه"),
            content=(span("حكومته «لن توقف مشروع السد» قبل نهاية العام"),),
            said_on=DatedValue("2024-03-03", "explicit"),
            flags=(Flag("negated", (span("لن", after="«"),)), Flag("future", (span("لن", after="«"),))),
            rule="verb_speaker_that",
        ),
        statement(
            "2",
            kind="indirect",
            cue=cue("قالت", "قال", "say"),
            source=span("النائبة ريم القصبي"),
            speaker=reem,
            content=(span("الوزير أكد لها أن «المال موجود»"),),
            said_to=Party("وكالة المرصد", "organisation", "c" * 16),
            rule="verb_speaker_that",
        ),
        statement(
            "3",
            kind="direct",
            cue=cue("أكد", "أكد", "assert"),
            source=span("الوزير", after="القصبي"),
            speaker=speaker("سامر الدلعوني", "a", "role", role="وزير المياه"),
            content=(span("المال موجود"),),
            via=Party("ريم القصبي", "person", "b" * 16),
            band="publish",
            rule="fronted_speaker_verb",
        ),
        statement(
            "4",
            kind="indirect",
            cue=cue("أضافت", "أضاف", "say"),
            source=None,
            speaker=speaker("ريم القصبي", "b", "dropped"),
            content=(span("لا تصدق ذلك"), span("لا تكفي")),
            holder=(Party("المعارضة", "group"),),
            topic=span(HEADING),
            flags=(Flag("negated", (span("لا"),)),),
            rule="verb_that",
        ),
        statement("5", kind="direct", cue=None, source=None, speaker=None, content=(span("الماء حق للجميع"),), rule="lone_marks"),
        statement(
            "6",
            kind="indirect",
            cue=cue("أعادت القول", "أعاد القول", "say"),
            source=None,
            speaker=speaker("ريم القصبي", "b", "dropped"),
            content=(span("لا تصدق ذلك <script>alert(1)</script>"),),
            repeats="4" * 16,
            band="check",
            rule="verb_that",
        ),
    )


def title_statement() -> Statement:
    return statement(
        "7",
        kind="indirect",
        cue=None,
        source=span("وزير المياه", TITLE),
        speaker=speaker("سامر الدلعوني", "a", "headline"),
        content=(span("لن نوقف مشروع السد", TITLE),),
        rule="headline_colon",
    )


def example_document() -> Document:
    return Document(
        id="sadd.html",
        outlet="جريدة الضفة",
        title=TITLE,
        published="2024-03-04",
        sources=Sources(title="json-ld"),
        text=TEXT,
        text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        page_sha256="0" * 64,
        parts=(part("lead", FIRST), part("heading", HEADING), part("body", SECOND), part("related", FOURTH)),
        blocks=(Block(0, len(FIRST), None),),
    )


def part(role: Any, words: str) -> Part:
    place = span(words)
    return Part(role, place.start, place.end)


def example_record() -> Record:
    samer, reem = span("سامر الدلعوني"), span("ريم القصبي")
    minister = span("وزير المياه")
    date = span("3 مارس 2024")
    return Record(
        document=example_document(),
        statements=example_statements(),
        title_statements=(title_statement(),),
        people=(
            Person(id="a" * 16, name=samer.text, roles=(Role(*fields(minister)),), mentions=(samer,)),
            Person(id="b" * 16, name=reem.text, mentions=(reem,)),
        ),
        organisations=(
            Organisation(id="c" * 16, name="وكالة المرصد", type="agency", known_as="Q1", mentions=(span("وكالة المرصد"),)),
        ),
        groups=(Group(id="e" * 16, name="أهالي القرى", mentions=(span("أهالي القرى"),)),),
        places=(Place(id="d" * 16, name="عمّان", country="JO", mentions=(span("عمّان"),)),),
        dates=(Date(*fields(date), "2024-03-03"), Date(*fields(span("قبل أسبوعين")), None)),
        durations=(Duration(*fields(span("ثلاثة أيام")), "P3D"),),
        figures=(Figure(*fields(span("12 خبيرا")), 12, "خبيرا", False), Figure(*fields(span("المئات")), None, None, True)),
        events=example_events(),
        actions=example_actions(),
        relations=example_relations(),
    )


def example_events() -> tuple[Event, ...]:
    reem = {"name": "ريم القصبي", "type": "person", "ref": "b" * 16}
    samer = {"name": "سامر الدلعوني", "type": "person", "ref": "a" * 16}
    return (
        Event(
            id="8" * 16,
            type="visit",
            what=span("للقاء أهالي القرى"),
            where=span("الرملة"),
            when="2024-03-09/2024-03-11",
            status="announced",
            participants=(
                Participant("وفد", "group", part="attends", count=12),
                Participant("المعارضة", "group", part="attends"),
                Participant(**reem, part="chairs"),
                Participant("أهالي القرى", "group", "e" * 16, part="meets"),
                Participant(**samer, part="not_attending", according_to="ريم القصبي", reason=span("المجلس لم يدعه")),
                Participant("الوزارة", "organisation", part="not_invited"),
            ),
            evidence=(span("يزور وفد من 12 خبيرا برئاسة ريم القصبي مدينة الرملة من 9 إلى 11 مارس"),),
        ),
        Event(
            id="9" * 16,
            type="meeting",
            when_reason="not_stated",
            status="postponed",
            according_to="ريم القصبي",
            reason=span("لا تصدق ذلك"),
            statement="4" * 16,
            evidence=(span("لا تصدق ذلك"),),
        ),
    )


def example_actions() -> tuple[Action, ...]:
    crowd = span("تظاهر المئات أمام السد")
    return (
        Action(
            id="ab" * 8,
            code=Code("PROTEST", "141", "1"),
            source=span("المئات"),
            verb=span("تظاهر"),
            where=span("السد", after="أمام"),
            when="2024-03",
            event="9" * 16,
            evidence=(crowd,),
        ),
        Action(
            id="ac" * 8,
            code=Code("ASSAULT", None, "1"),
            source=span("حارس"),
            verb=span("ضرب"),
            target=span("متظاهرا"),
            evidence=(span("ضرب حارس متظاهرا"),),
        ),
    )


def example_relations() -> tuple[Relation, ...]:
    opposition, ministry = Party("المعارضة", "group"), Party("الوزارة", "organisation")
    return (
        Relation(
            id="ad" * 8,
            actor=opposition,
            target=ministry,
            stance=("cooperation", "reservation"),
            code=Code("SUPPORT", "051", "1"),
            condition=span("وافقت الوزارة"),
            according_to="ريم القصبي",
            statement="4" * 16,
            evidence=(span("ترحب بالتعاون معها"),),
        ),
        Relation(id="ae" * 8, actor=ministry, target=opposition, stance=("exclusion",), evidence=(span("لم يدعه"),)),
    )


def fields(place: Span) -> tuple[str, int, int]:
    return place.text, place.start, place.end
