"""Answering together: how many gave each answer at an event of everybody, and what was agreed; never who."""

import re
from collections.abc import Mapping

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.pack import UNANSWERED, AnswerKind, AuditPack, Criterion, Standard, numbered, word_of
from compact_tui.core.progress import answers_by_criterion
from compact_tui.core.small_group import words_for
from compact_tui.core.text import count
from compact_tui.core.together_views import BLOCKS, TallyPart, TallyView, TogetherLine, TogetherView

FEWEST = 5
"""Answers below which the split is not kept: it would tell who said what."""
COUNT = "count-"
"""Stands before the id of an answer in the name of the field that asks how many gave it."""
_MOST = 9999
_TITLE = re.compile(r".+ on \d{1,2} \w+ \d{4}: (?P<split>.+)")
_PART = re.compile(r"(?P<many>\d+) (?P<word>.+)")
_FEWER = "fewer than five answers"


NOT_COUNTED = TallyView(total=0, parts=(), sentence="")
TOO_FEW = TallyView(total=0, parts=(), sentence="Fewer than five answers: how they fell is not kept.")


def everybody(pack: AuditPack) -> str:
    """Who agrees at such an event, where nothing else is said: a small group has no staff."""
    return "Whole staff" if pack.level else "All of us"


def together_kind(pack: AuditPack) -> str:
    """Id of the kind of evidence that such a count is: the one the pack names, else its first; empty without kinds."""
    return pack.pack.together_kind or next((kind.id for kind in pack.evidence_kind), "")


def parse_count(text: str) -> str:
    """How many people, as it was typed; nought counts as not said.

    Raises:
        ValueError: With a sentence for the person.
    """
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and int(plain[:9]) <= _MOST):
        raise ValueError(f'"{plain[:20]}" is not a number of people. Write it in digits, such as 14.')
    return str(int(plain)) if int(plain) else ""


def together_form(pack: AuditPack, number: str, criterion: Criterion) -> Form:
    """What is typed after a show of hands about a criterion."""
    counts = tuple(
        Field(id=f"{COUNT}{kind.id}", question=f"How many say: {kind.word}?", parse=parse_count) for kind in pack.answer
    )
    return Form(
        "together",
        f"{number} {criterion.question}",
        (
            *counts,
            Field(
                id="agreed",
                question="What do we agree?",
                help="It need not be what most said.",
                choices=tuple((kind.id, kind.word) for kind in pack.answer),
                required=True,
            ),
            Field(id="on", question="Day of the event", parse=parse_day, show=say_day, required=True),
            Field(id="by", question="Who agreed it?", help="Such as the whole staff, or the lunchtime team."),
            Field(id="note", question="What was said?", help="Never who said it.", long=True),
        ),
    )


def counts_in(typed: Mapping[str, str]) -> dict[str, int]:
    """The counts among what was taken from the form, by answer; those that nobody gave are left out."""
    given = {name.removeprefix(COUNT): text for name, text in typed.items() if name.startswith(COUNT) and text}
    return {answer: int(text) for answer, text in given.items()}


def tally_of(pack: AuditPack, counts: Mapping[str, int]) -> TallyView:
    """Counts in words and bars, in the order of the pack; of fewer than five answers only that."""
    total = sum(counts.values())
    if total < FEWEST:
        return TOO_FEW if total else NOT_COUNTED
    parts = tuple(
        TallyPart(
            id=kind.id,
            word=kind.word,
            count=counts[kind.id],
            words=f"{counts[kind.id]} of {total}",
            blocks=max(1, round(counts[kind.id] * BLOCKS / total)),
        )
        for kind in pack.answer
        if counts.get(kind.id)
    )
    return TallyView(total=total, parts=parts, sentence=f"{count(total, 'answer')}: {split_words(pack, counts)}.")


def split_words(pack: AuditPack, counts: Mapping[str, int]) -> str:
    """How answers fell, in a few words; of fewer than five only that."""
    if sum(counts.values()) < FEWEST:
        return _FEWER
    return ", ".join(f"{counts[kind.id]} {_said(kind)}" for kind in pack.answer if counts.get(kind.id))


def _said(kind: AnswerKind) -> str:
    return kind.word[:1].lower() + kind.word[1:]


def count_title(pack: AuditPack, by: str, on: str, counts: Mapping[str, int]) -> str:
    """What the count is called among the evidence."""
    return f"{by} on {say_day(on)}: {split_words(pack, counts)}"


def counts_of_title(pack: AuditPack, title: str) -> dict[str, int] | None:
    """The counts that a title holds; none of fewer than five; ``None`` where it is no such title."""
    found = _TITLE.fullmatch(title)
    if found is None:
        return None
    if found["split"] == _FEWER:
        return {}
    answers = {_said(kind): kind.id for kind in pack.answer}
    # A word of an answer may hold a comma itself.
    parts = [_PART.fullmatch(part) for part in re.split(r", (?=\d+ )", found["split"])]
    counts = {answers[part["word"]]: int(part["many"]) for part in parts if part and part["word"] in answers}
    return counts if len(counts) == len(parts) else None


def count_kept(pack: AuditPack, audit: Audit, criterion: str) -> Evidence | None:
    """The newest count of a criterion that is kept among the evidence."""
    kind = together_kind(pack)
    kept = [
        item
        for item in audit.evidence
        if item.kind == kind and criterion in item.supports and counts_of_title(pack, item.title) is not None
    ]
    return max(kept, key=lambda item: (item.seen_on, item.at), default=None)


def together_view(pack: AuditPack, audit: Audit, standard: Standard, title: str) -> TogetherView:
    """A standard that is gone through together."""
    answers = answers_by_criterion(audit)
    ids = [one.id for one in pack.standard]
    at = ids.index(standard.id)
    lines = tuple(_line(pack, audit, number, c, answers.get(c.id)) for number, c in numbered(standard))
    counted = sum(bool(line.counted) for line in lines)
    return TogetherView(
        title=title,
        standard=standard.id,
        number=standard.number,
        standard_title=standard.title,
        part_word=words_for(pack).part,
        position=f"{at + 1} of {len(ids)}",
        previous=ids[at - 1] if at else "",
        next=ids[at + 1] if at + 1 < len(ids) else "",
        lines=lines,
        counted=counted,
        sentence=f"{counted} of {len(lines)} answered together",
    )


def _line(
    pack: AuditPack, audit: Audit, number: str, criterion: Criterion, answer: CriterionAnswer | None
) -> TogetherLine:
    given = answer.answer if answer else UNANSWERED
    kept = count_kept(pack, audit, criterion.id)
    counts = counts_of_title(pack, kept.title) if kept else None
    counted = tally_of(pack, counts) if counts else TOO_FEW
    return TogetherLine(
        criterion=criterion.id,
        number=number,
        question=criterion.question,
        text=criterion.text,
        duty_word=word_of(pack, "duty", criterion.duty),
        answer=given,
        answer_word="" if given == UNANSWERED else word_of(pack, "answer", given),
        by=answer.by if answer and given != UNANSWERED else "",
        counted=kept.title if kept else "",
        tally=NOT_COUNTED if counts is None else counted,
    )


def together_words(pack: AuditPack, audit: Audit) -> str:
    """How many criteria were answered together, in a few words."""
    counted = sum(count_kept(pack, audit, c.id) is not None for s in pack.standard for c in s.criterion)
    return f"{counted} answered together" if counted else "not used yet"
