"""A return beside its decisions: what the setting wrote and what the committee says, standard by standard."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compact_tui.core.allocating import reading_number, return_of_id
from compact_tui.core.days import say_short
from compact_tui.core.pack import NOT_GRADED, UNANSWERED, AuditPack, numbered, word_of
from compact_tui.core.partnership import ContactNote
from compact_tui.core.read_forms import CONTACT_WAYS, PRIORITIES, REMARKS
from compact_tui.core.read_records import Moderation, PlanVerdict, Remark
from compact_tui.core.read_views import DecisionLine, StandardBeside
from compact_tui.core.reasons_to_look import Reason
from compact_tui.core.return_parts import ReturnStandard
from compact_tui.core.returns import Return
from compact_tui.core.text import count

_UNGRADED = "not graded"


def of_reading(reading: str, moderations: Iterable[Moderation]) -> tuple[Moderation, ...]:
    """The moderated grades of one reading of a return; those of the other reading are not among them."""
    return_id, number = return_of_id(reading), reading_number(reading)
    return tuple(one for one in moderations if one.return_id == return_id and one.reading == number)


def level_words(pack: AuditPack, level: str) -> str:
    """The word of a level; "not graded" where there is none."""
    return _UNGRADED if level in {"", NOT_GRADED} else word_of(pack, "level", level)


def standards_beside(
    return_: Return,
    pack: AuditPack,
    moderations: Sequence[Moderation],
    remarks: Sequence[Remark],
    reasons: Sequence[Reason],
    then: Mapping[str, Sequence[str]],
) -> tuple[StandardBeside, ...]:
    """The standards of a return in its order; what one reading decided, and nothing of another.

    Args:
        return_: The return.
        pack: What it answers.
        moderations: The grades that this reading gave.
        remarks: What was said to the setting.
        reasons: Why to look.
        then: How each standard stood last round, in lines, by its id.
    """
    known = {standard.id: standard for standard in pack.standard}
    decided = {one.standard: one for one in moderations}
    asked = {standard for reason in reasons for standard in reason.standards}
    rows = []
    for at, given in enumerate(return_.standards, 1):
        standard = known.get(given.id)
        ours = decided.get(given.id)
        said = [one for one in remarks if one.standard == given.id]
        own = level_words(pack, given.grade)
        theirs = level_words(pack, ours.level) if ours else ""
        rows.append(
            StandardBeside(
                id=given.id,
                number=str(standard.number if standard else at),
                title=standard.title if standard else given.id,
                own=given.grade or NOT_GRADED,
                own_word=own,
                moderated=ours.level if ours else "",
                moderated_word=theirs,
                reason=ours.reason if ours else "",
                theirs=tuple(_theirs(return_, given, pack, then.get(given.id, ()))),
                ours=tuple(_ours(pack, ours, said)),
                state="done" if ours or said else "attention" if given.id in asked else "none",
                word=f"{own} / {theirs}" if ours else own,
            )
        )
    return tuple(rows)


def _theirs(return_: Return, given: ReturnStandard, pack: AuditPack, then: Sequence[str]) -> Iterator[str]:
    standard = next((one for one in pack.standard if one.id == given.id), None)
    questions = {one.id: f"{number} {one.question}" for number, one in numbered(standard)} if standard else {}
    evidence = {item.id: item.title for item in return_.evidence}
    actions = dict(zip((one.id for one in return_.actions), plan_lines(return_), strict=True))
    yield f"Grade: {level_words(pack, given.grade)}"
    yield from then
    if given.suggested and given.suggested != given.grade and given.suggested != "none":
        why = f": {given.reason}" if given.reason else ", no reason given"
        yield f"The answers suggest {level_words(pack, given.suggested)}{why}"
    yield from ((given.summary, "") if given.summary else ("No summary.", ""))
    for one in given.criteria:
        word = "not answered" if one.answer == UNANSWERED else word_of(pack, "answer", one.answer)
        yield f"{questions.get(one.id, one.id)} {word}"
        yield from (f"  {text}" for text in (one.note, one.reason) if text)
    named = dict.fromkeys([*given.evidence, *(item for one in given.criteria for item in one.evidence)])
    yield from ("", f"Evidence ({len(named)})", *(f"- {evidence.get(item, item)}" for item in named))
    will = dict.fromkeys([*given.actions, *(item for one in given.criteria for item in one.actions)])
    yield from ("", f"Actions ({len(will)})", *(f"- {actions.get(item, item)}" for item in will))


def _ours(pack: AuditPack, ours: Moderation | None, said: Iterable[Remark]) -> Iterator[str]:
    if ours:
        yield f"{ours.id}: {level_words(pack, ours.level)}{_by(ours.by)}"
        yield f"  {ours.reason}"
    else:
        yield "The setting's own grade stands."
    yield from (line for one in said for line in remark_lines(one))


def remark_lines(one: Remark) -> Iterator[str]:
    """A remark with its number, and the setting's answer below."""
    by_when = f", {dict(PRIORITIES)[one.priority].lower()}" if one.priority in dict(PRIORITIES) else ""
    yield f"{one.id} {dict(REMARKS).get(one.kind, one.kind)}{by_when}{_by(one.by)}: {one.text}"
    if one.answer:
        yield f"  Answer, {say_short(one.answered_on)}: {one.answer}"


def _by(role: str) -> str:
    return f", by {role}" if role else ""


def plan_lines(return_: Return) -> tuple[str, ...]:
    """The setting's actions, one a line."""
    return tuple(
        "; ".join(part for part in (one.what, one.who, say_short(one.due) if one.due else "no day", one.status) if part)
        for one in return_.actions
    )


def plan_words(verdict: PlanVerdict | None, actions: int) -> str:
    """What became of a setting's plan, in words."""
    have = count(actions, "action")
    if verdict is None:
        return f"Action plan ({have}): not decided yet"
    reason = f": {verdict.reason}" if verdict.reason else ""
    return f"Action plan ({have}): {'accepted' if verdict.accepted else 'sent back'}{_by(verdict.by)}{reason}"


def contact_lines(notes: Iterable[ContactNote]) -> tuple[str, ...]:
    """What was spoken with a setting, newest first."""
    newest = sorted(notes, key=lambda one: (one.on, one.at), reverse=True)
    return tuple(
        f"{say_short(one.on)}, {dict(CONTACT_WAYS).get(one.way, one.way).lower()}{_by(one.by)}: {one.what}"
        + (f" Agreed: {one.agreed}" if one.agreed else "")
        for one in newest
    )


def decision_lines(
    pack: AuditPack, moderations: Iterable[Moderation], remarks: Iterable[Remark], numbers: Mapping[str, str]
) -> tuple[DecisionLine, ...]:
    """Every decision with its number, oldest first."""
    lines = [
        DecisionLine(
            id=one.id,
            kind="moderation",
            standard=one.standard,
            words=f"Standard {numbers.get(one.standard, one.standard)}: {level_words(pack, one.level)}. {one.reason}",
            by=one.by,
            at=one.at,
        )
        for one in moderations
    ]
    lines += [
        DecisionLine(id=one.id, kind=one.kind, standard=one.standard, words=one.text, by=one.by, at=one.at)
        for one in remarks
    ]
    return tuple(sorted(lines, key=lambda line: (line.at, line.id)))
