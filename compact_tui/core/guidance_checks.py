"""Whether every standard and criterion is said shortly enough, on sound days and with sound sources."""

import re
from collections.abc import Iterator

from compact_tui.core.days import is_day, say_day
from compact_tui.core.pack import (
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    ModelAnswer,
    Source,
    Standard,
    StandardVariant,
)
from compact_tui.core.problems import Path, Problem, Severity
from compact_tui.core.seen_checks import IN_FORCE, seen_problems

CONFIDENCES = ("C", "C2", "I")
"""How a citation was seen: in the primary text, in secondary text only, or inferred by ourselves."""
STATUSES = (IN_FORCE, "not in force", "non-statutory", "local page")
"""What a source can be."""
_LONGEST = {"title": 44, "short": 16, "question": 58, "text": 220, "steps": 140, "model answer": 3000}
_TWO_SENTENCES = re.compile(r"""[.!?]["')]*\s+["'(]*[A-Z]""")


def guidance_problems(pack: AuditPack, today: str) -> Iterator[Problem]:
    """What is empty, too long, undated or unfounded."""
    yield from _head(pack, today)
    for at, source in enumerate(pack.source):
        yield from _source(source, ("source", at), today)
    for at, standard in enumerate(pack.standard):
        path: Path = ("standard", at)
        yield from _standard(standard, path)
        for c, criterion in enumerate(standard.criterion):
            yield from _criterion(criterion, (*path, "criterion", c), today)
    yield from seen_problems(pack)


def empty(item: object, keys: tuple[str, ...], path: Path) -> Iterator[Problem]:
    """Keys of an item that say nothing."""
    for key in keys:
        if not getattr(item, key):
            yield Problem(what=f'"{key}" is missing or empty.', remedy="Fill it in.", path=(*path, key))


def _gaps(item: object, keys: tuple[str, ...], path: Path) -> Iterator[Problem]:
    for key in keys:
        if "" in getattr(item, key):
            yield Problem(what=f'"{key}" has an empty text.', remedy="Fill it or take it out.", path=(*path, key))


def _says_something(variant: CriterionVariant | StandardVariant, path: Path) -> Iterator[Problem]:
    if not any(getattr(variant, key) for key in variant.__struct_fields__ if key != "variations"):
        remedy = "Say what is different, or take it out."
        yield Problem(what="The variant says nothing anew.", remedy=remedy, path=path)


def _length(text: str, name: str, path: Path) -> Iterator[Problem]:
    if len(text) > _LONGEST[name]:
        what = f"This has {len(text)} characters; there is room for {_LONGEST[name]}."
        yield Problem(what=what, remedy="Shorten it.", path=path)


def wrong_day(day: str, path: Path, latest: str = "") -> Iterator[Problem]:
    """An ill-formed day, or one after the latest that makes sense."""
    if not is_day(day):
        remedy = "Write it as year-month-day, like 2026-11-22."
        yield Problem(what=f'"{day[:40]}" is not a day.', remedy=remedy, path=path)
    elif latest and day > latest:
        yield Problem(what=f"{say_day(day)} has not come yet.", remedy="Put the day it was done.", path=path)


def _head(pack: AuditPack, today: str) -> Iterator[Problem]:
    head = pack.pack
    yield from empty(head, ("edition", "title", "wording"), ("pack",))
    for key in ("valid_from", "valid_to", "review_by"):
        if day := getattr(head, key):
            yield from wrong_day(day, ("pack", key))
    if is_day(head.valid_from) and is_day(head.valid_to) and head.valid_to < head.valid_from:
        yield Problem(what="The pack ends before it begins.", remedy="Mend the days.", path=("pack", "valid_to"))
    for key, what in (("review_by", "was to be reviewed by"), ("valid_to", "was valid until")):
        day = getattr(head, key)
        if is_day(day) and day < today:
            words = f"The pack {what} {say_day(day)}."
            remedy = "Check it against its sources and give it a new edition."
            yield Problem(what=words, remedy=remedy, severity=Severity.WARNING, path=("pack", key))
    for at, change in enumerate(head.change):
        yield from wrong_day(change.on, ("pack", "change", at, "on"), today)
    for table in ("level", "answer", "duty", "evidence_kind", "rung"):
        for at, item in enumerate(getattr(pack, table)):
            yield from empty(item, ("word",), (table, at))


def _source(source: Source, path: Path, today: str) -> Iterator[Problem]:
    yield from empty(source, ("title",), path)
    if source.status not in STATUSES:
        what = f'The status "{source.status[:40]}" is not known.'
        yield Problem(what=what, remedy=f"Use one of: {', '.join(STATUSES)}.", path=(*path, "status"))
    yield from wrong_day(source.checked_on, (*path, "checked_on"), today)
    if source.in_force_from:
        latest = today if source.status == IN_FORCE else ""
        yield from wrong_day(source.in_force_from, (*path, "in_force_from"), latest)


def _standard(standard: Standard, path: Path) -> Iterator[Problem]:
    yield from empty(standard, ("title", "short"), path)
    yield from _length(standard.title, "title", (*path, "title"))
    yield from _length(standard.short, "short", (*path, "short"))
    for at, model in enumerate(standard.model_answer):
        yield from _model_answer(model, (*path, "model_answer", at))
    for at, step in enumerate(standard.next_step):
        yield from empty(step, ("steps",), (*path, "next_step", at))
        yield from _gaps(step, ("steps",), (*path, "next_step", at))
        for n, text in enumerate(step.steps):
            yield from _length(text, "steps", (*path, "next_step", at, "steps", n))
    for at, variant in enumerate(standard.variant):
        yield from _says_something(variant, (*path, "variant", at))


def _model_answer(model: ModelAnswer, path: Path) -> Iterator[Problem]:
    yield from empty(model, ("text",), path)
    yield from _length(model.text, "model answer", (*path, "text"))


def _criterion(criterion: Criterion, path: Path, today: str) -> Iterator[Problem]:
    yield from empty(criterion, ("question", "text"), path)
    yield from _length(criterion.question, "question", (*path, "question"))
    yield from _length(criterion.text, "text", (*path, "text"))
    if criterion.text and (_TWO_SENTENCES.search(criterion.text) or criterion.text[-1] not in ".!?"):
        remedy = "Say one thing in one sentence, with a full stop."
        yield Problem(what="The statement is not one sentence.", remedy=remedy, path=(*path, "text"))
    yield from _said(criterion, path, today)
    for at, variant in enumerate(criterion.variant):
        yield from _says_something(variant, (*path, "variant", at))
        yield from _said(variant, (*path, "variant", at), today)


def _said(said: Criterion | CriterionVariant, path: Path, today: str) -> Iterator[Problem]:
    """What a criterion and a variant of it may both say."""
    yield from _gaps(said, ("where", "ask", "evidence_kinds"), path)
    for at, citation in enumerate(said.source):
        yield from _citation(citation, (*path, "source", at), today)


def _citation(citation: Citation, path: Path, today: str) -> Iterator[Problem]:
    yield from empty(citation, ("place",), path)
    if citation.confidence not in CONFIDENCES:
        what = f'The confidence "{citation.confidence[:20]}" is not known.'
        remedy = "Use C (seen in the text itself), C2 (seen elsewhere) or I (our own inference)."
        yield Problem(what=what, remedy=remedy, path=(*path, "confidence"))
    yield from wrong_day(citation.checked_on, (*path, "checked_on"), today)
