"""Answering a criterion, and writing beside it."""

from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer, answer_to
from compact_tui.core.carried import carried_key, waiting_answer
from compact_tui.core.change import Edit
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import UNANSWERED, numbered, word_of
from compact_tui.core.progress import FILTERS, Stop, answers_by_criterion, stops
from compact_tui.core.rail import rail_of
from compact_tui.core.show import criterion_view, numbers_of
from compact_tui.core.small_group import title_for
from compact_tui.core.text import clean, clean_line
from compact_tui.core.views import AnswerOption, CriterionPage, CriterionView
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import answer_named, criterion_named


def answer(
    desk: Desk,
    criterion: str,
    answer_id: str,
    *,
    note: str | None = None,
    reason: str | None = None,
    by: str = "",
) -> CriterionView:
    """Answer a criterion.

    Args:
        desk: Where, when and who.
        criterion: Its id or number.
        answer_id: The answer; ``unanswered`` takes an answer back.
        note: What was found; ``None`` leaves the note as it is.
        reason: Why it is not applicable; ``None`` leaves the reason as it is.
        by: Role of whoever answers; else the person at the keyboard.

    Raises:
        UsageError: Unknown criterion or answer, or a reason is needed and missing.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    before, after = answered(desk, opened, found.id, answer_id, note=note, reason=reason, by=by)
    word = word_of(opened.pack, "answer", answer_id)
    number = numbers_of(opened.pack)[found.id]
    _write(
        desk, opened, before, after, "answer", f"{number} {word}" if word != UNANSWERED else f"{number} answer removed"
    )
    return show_criterion(desk, found.id)


def answered(
    desk: Desk,
    opened: OpenAudit,
    criterion: str,
    answer_id: str,
    *,
    note: str | None = None,
    reason: str | None = None,
    by: str = "",
) -> tuple[CriterionAnswer, CriterionAnswer]:
    """The answer to a criterion as it is kept, and as it will be; nothing is changed yet.

    Args:
        desk: When and who.
        opened: The audit.
        criterion: Id of the criterion; the rest as ``answer`` has it.

    Raises:
        UsageError: Unknown answer, or a reason is needed and missing.
    """
    before = answer_to(opened.kept, criterion)
    after = replace(before, answer=answer_id, by=clean_line(by) or desk.who, at=desk.at)
    if note is not None:
        after = replace(after, note=clean(note))
    if answer_id != UNANSWERED and answer_named(opened.pack, answer_id).needs_reason:
        after = replace(after, reason=clean(before.reason if reason is None else reason))
        if not after.reason:
            raise UsageError("Say why it does not apply to you.", "Add the reason: --reason TEXT.")
    else:
        after = replace(after, reason=clean(reason or ""))
    return before, after


def write_note(
    desk: Desk, criterion: str, text: str, *, private: bool = False, change_id: str = ""
) -> tuple[CriterionView, str]:
    """Write the note beside a criterion, or the private one that never leaves.

    Args:
        desk: Where, when and who.
        criterion: Its id or number.
        text: The whole note.
        private: The private note.
        change_id: What the last call returned, to go on with the same piece of typing.

    Returns:
        The criterion, and the id to go on with; empty when nothing was changed.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    before = answer_to(opened.kept, found.id)
    written = clean(text)
    after = replace(before, private_note=written) if private else replace(before, note=written)
    if before == after and not change_id:
        return show_criterion(desk, found.id), ""
    what = f"{numbers_of(opened.pack)[found.id]} {'private note' if private else 'note'}"
    change_id = _write(desk, opened, before, after, "note", what, change_id)
    return show_criterion(desk, found.id), change_id


def _write(
    desk: Desk,
    opened: OpenAudit,
    before: CriterionAnswer,
    after: CriterionAnswer,
    verb: str,
    what: str,
    change_id: str = "",
) -> str:
    edits = (answer_edit(opened, before, after), *settled_by(opened.kept, after))
    return commit(desk, opened.book, verb, what, edits, change_id=change_id).id


def settled_by(kept: Audit, after: CriterionAnswer) -> tuple[Edit, ...]:
    """What an answer given anew settles: the one carried from the round before need not be confirmed any more."""
    waits = waiting_answer(kept, after.criterion) if after.answer != UNANSWERED else None
    return () if waits is None else (edit("carried_answers", carried_key(waits), waits, None),)


def answer_edit(opened: OpenAudit, before: CriterionAnswer, after: CriterionAnswer) -> Edit:
    """What a new answer does to the book."""
    known = before.criterion in answers_by_criterion(opened.kept)
    return edit("answers", before.criterion, before if known else None, after)


def show_criterion(desk: Desk, criterion: str) -> CriterionView:
    """A criterion as it stands."""
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    return criterion_view(opened.pack, opened.audit, found, answer_to(opened.audit, found.id), desk.today)


def names_criterion(desk: Desk, name: str) -> bool:
    """Whether a name, such as ``3.2``, is that of a criterion of the audit."""
    wanted = name.strip().lower()
    every = (pair for standard in open_audit(desk).pack.standard for pair in numbered(standard))
    return any(wanted in {criterion.id, number} for number, criterion in every)


def criterion_page(desk: Desk, criterion: str, filter_id: str = "all") -> CriterionPage:
    """A criterion with its answers to choose from, the rail and the way on.

    The criterion itself is always shown, also when the filter would leave it out.
    """
    opened = open_audit(desk)
    pack, audit = opened.pack, opened.audit
    standard, found = criterion_named(pack, criterion)
    answers = answers_by_criterion(audit)
    shown = criterion_view(pack, audit, found, answers.get(found.id), desk.today)
    before, after = _neighbours(opened, Stop(standard.id, found.id), filter_id)
    last = f"{standard.number}.{len(standard.criterion)}"
    rail = rail_of(pack, audit)
    return CriterionPage(
        title=title_for(pack, audit.head.cycle),
        standard=standard.id,
        standard_number=standard.number,
        standard_title=standard.title,
        standard_answered=sum(c.id in answers and answers[c.id].answer != UNANSWERED for c in standard.criterion),
        standard_criteria=len(standard.criterion),
        position=f"{shown.number} of {last}",
        criterion=shown,
        options=tuple(
            AnswerOption(
                id=kind.id,
                key=kind.key,
                word=kind.word,
                meaning=kind.meaning,
                needs_reason=kind.needs_reason,
                chosen=kind.id == shown.answer,
            )
            for kind in pack.answer
        ),
        rail=rail,
        filter=filter_id,
        filter_words=dict(FILTERS)[filter_id],
        previous=before,
        next=after,
        gradable=bool(pack.level),
    )


def _neighbours(opened: OpenAudit, here: Stop, filter_id: str) -> tuple[str, str]:
    """The criteria before and after; with no filter the next is empty where the grade of the standard follows."""
    whole = stops(opened.pack, opened.audit)
    chosen = set(stops(opened.pack, opened.audit, filter_id))
    at = whole.index(here)
    before = next((s for s in reversed(whole[:at]) if s.criterion and s in chosen), None)
    after = next((s for s in whole[at + 1 :] if s in chosen), None)
    return before.criterion if before else "", after.criterion if after else ""
