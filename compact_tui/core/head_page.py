"""The head's page: on two sides, what a person who signs has to know."""

from collections.abc import Iterator, Sequence

from compact_tui.core.days import say_short
from compact_tui.core.finding import Finding
from compact_tui.core.last_time import change_words, last_word
from compact_tui.core.pack import UNANSWERED, AuditPack, Signer
from compact_tui.core.page import AnyBlock, InkBlock, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report import is_overdue, plan_order, wording_line
from compact_tui.core.report_words import NOTHING, Names, action_line, word_of
from compact_tui.core.return_changes import Since
from compact_tui.core.return_parts import ReturnCriterion, ReturnStandard
from compact_tui.core.returns import Return, content_code, first_line
from compact_tui.core.text import count, listed

MUST = "must"
"""Id of the duty that the law or statutory guidance lays down, in every pack."""
_OPEN = ("not-met", "partly-met", "not-known")
"""What counts as a duty not met, the worst first."""
_MOST_DUTIES, _MOST_ACTIONS, _MOST_FINDINGS, _MOST_ASIDE, _MOST_CHANGES = 6, 7, 5, 3, 6
"""Lines of each list, so that the page keeps to two sides; what is left out is counted."""
_MOST_DIFFERENT = 5
_NO_BREAK = "\N{NO-BREAK SPACE}"
_LONGEST = 104
"""Characters of one line of a list."""
_LONGEST_ACTION = 96
_LONGEST_DUTY = 170
_PEN = ("Name", "Role", "Day", "Signature")


def head_page(
    return_: Return,
    pack: AuditPack,
    signers: Sequence[Signer],
    *,
    findings: Sequence[Finding] = (),
    since: Sequence[Since] = (),
    standing: Sequence[str] = (),
) -> ReportPage:
    """The page on which a person signs.

    Args:
        return_: The return as it stands; its dates are judged by the day it is made.
        pack: The pack it answers.
        signers: For whom the page is: one role, or all for one sheet of paper.
        findings: What Review finds.
        since: What has changed since earlier signatures.
        standing: Where what is claimed differs from what is known, shown and seen, a line each; what differs most
            first. Empty for none.
    """
    names = Names(return_, pack)
    setting = return_.setting.name or "a setting that has not said its name"
    return ReportPage(
        title=f"To be signed: Compact audit of {setting}, {return_.cycle}".removesuffix(", "),
        first_lines=(
            first_line(return_),
            f"Code of what is shown here: {content_code(return_)}. It is another as soon as anything is changed.",
            wording_line(return_),
        ),
        sections=(
            _claimed(return_, names),
            _duties(return_, names),
            _changed(return_, names, since),
            _plan(return_, names),
            _findings(findings),
            *_differs(standing),
            _declaration(signers),
        ),
        dense=True,
    )


def _claimed(return_: Return, names: Names) -> Section:
    then = {last.id: last.grade for last in return_.last_time}
    rows = tuple(_claim(standard, names, then.get(standard.id)) for standard in return_.standards)
    caption = "Every standard, and how much of it is met"
    headers = ("Standard", "Last time", "Now", "Change", "Suggested", "Met")
    table = TableBlock(caption, headers, rows)
    if not names.graded:
        table = TableBlock(caption, ("Area", "In place"), tuple((row[0], row[-1]) for row in rows))
    return Section("What is claimed", 2, (table,))


def _claim(standard: ReturnStandard, names: Names, then: str | None) -> tuple[str, ...]:
    counts_as = {kind.id: kind.counts_as for kind in names.pack.answer}
    standing = [counts_as.get(criterion.answer, "") for criterion in standard.criteria]
    return (
        names.title(standard).removeprefix("Standard ").replace(": ", ". ", 1),
        NOTHING if then is None else last_word(names.pack, then),
        word_of(names.pack, "level", standard.grade),
        NOTHING if then is None else change_words(names.pack, then, standard.grade) or NOTHING,
        word_of(names.pack, "level", standard.suggested),
        f"{standing.count('met')} of {len(standing) - standing.count('not-applicable')}".replace(" ", _NO_BREAK),
    )


def _duties(return_: Return, names: Names) -> Section:
    counts_as = {kind.id: kind.counts_as for kind in names.pack.answer}
    musts = [c for s in return_.standards for c in s.criteria if _is_must(c, names)]
    silent = sum(c.answer == UNANSWERED for c in musts)
    still = [c for c in musts if counts_as.get(c.answer) in _OPEN]
    still.sort(key=lambda c: _OPEN.index(counts_as[c.answer]))
    blocks: list[AnyBlock] = []
    if still:
        blocks.append(ListBlock(_cut([_duty(c, names) for c in still], _MOST_DUTIES, "duty", "duties")))
    elif not silent:
        blocks.append(Paragraph("Every duty that applies is answered as met." if musts else "No duty applies."))
    if silent:
        are = "is" if silent == 1 else "are"
        blocks.append(Paragraph(f"{count(silent, 'duty', 'duties')} of {len(musts)} {are} not answered yet."))
    return Section("Duties not met", 2, tuple(blocks))


def _is_must(criterion: ReturnCriterion, names: Names) -> bool:
    known = names.criteria.get(criterion.id)
    return known is not None and known.duty == MUST


def _duty(criterion: ReturnCriterion, names: Names) -> str:
    plans = [names.actions[a] for a in criterion.actions if a in names.actions]
    still_open = [plan for plan in plans if plan.status == "open"]
    plan = "; ".join(action_line(action) for action in still_open) if still_open else "no action is open for it"
    known = names.criteria[criterion.id]
    word = word_of(names.pack, "answer", criterion.answer)
    return _short(f"{names.number(criterion.id)} {known.question} {word}. Action: {plan}.", _LONGEST_DUTY)


def _changed(return_: Return, names: Names, since: Sequence[Since]) -> Section:
    blocks: list[AnyBlock] = []
    if names.graded:
        blocks.append(Paragraph(_since_last_time(return_, names)))
    room = _MOST_CHANGES
    for one in since:
        blocks.append(Paragraph(one.sentence))
        if one.changes:
            blocks.append(ListBlock(_cut([_short(c.words) for c in one.changes], max(room, 1), "change")))
        room -= len(one.changes)
    if not since:
        blocks.append(Paragraph("Nobody has signed before, so there is nothing to compare with."))
    return Section("What has changed", 2, tuple(blocks))


def _since_last_time(return_: Return, names: Names) -> str:
    if not return_.last_time:
        return "Last time's grades were not typed in, so there is nothing to compare with."
    now = {standard.id: standard.grade for standard in return_.standards}
    moved = [change_words(names.pack, last.grade, now.get(last.id, "")) for last in return_.last_time]
    told = {
        "better": sum(word.endswith("up") for word in moved),
        "weaker": sum(word.endswith("down") for word in moved),
        "the same": moved.count("the same"),
        "not asked then": moved.count("new"),
    }
    cycle = next((last.cycle for last in return_.last_time if last.cycle), "")
    said = listed(f"{number} {word}" for word, number in told.items() if number)
    return f"Since last time{f' ({cycle})' if cycle else ''}: {said or 'nothing to compare yet'}."


def _plan(return_: Return, names: Names) -> Section:
    still = sorted((a for a in return_.actions if a.status == "open"), key=plan_order)
    closed = len(return_.actions) - len(still)
    late = sum(is_overdue(a, return_.made_on) for a in still)
    told = f"{count(len(still), 'action')} open, {late} overdue; {closed} done or dropped."
    blocks: list[AnyBlock] = [Paragraph(told if return_.actions else "No action is planned.")]
    if still:
        rows = tuple(
            (
                _short(a.what, _LONGEST_ACTION),
                a.who or NOTHING,
                (say_short(a.due) or NOTHING) + (" (overdue)" if is_overdue(a, return_.made_on) else ""),
                names.all_numbers(a.supports) or NOTHING,
            )
            for a in still[:_MOST_ACTIONS]
        )
        blocks.append(TableBlock("Open actions, overdue first", ("What", "Who", "By when", "For"), rows))
        blocks += [Paragraph(more) for more in _more(len(still) - _MOST_ACTIONS, "action", "")]
    return Section("Action plan", 2, tuple(blocks))


def _findings(findings: Sequence[Finding]) -> Section:
    standing = [f for f in findings if not f.set_aside]
    told = ", ".join(count(sum(f.severity == kind for f in standing), kind) for kind in ("error", "warning", "note"))
    blocks: list[AnyBlock] = [Paragraph(f"Review finds {told}." if standing else "Review finds nothing.")]
    worst = [f for f in standing if f.severity != "note"]
    if worst:
        lines = [_short(f"{f.severity.capitalize()}: {f'{f.number}: ' if f.number else ''}{f.message}") for f in worst]
        blocks.append(ListBlock(_cut(lines, _MOST_FINDINGS, "finding")))
    aside = [f for f in findings if f.set_aside]
    if aside:
        blocks.append(Paragraph(f"{count(len(aside), 'finding')} set aside, with the reason:"))
        lines = [_short(f"{f'{f.number}: ' if f.number else ''}{f.message} Reason: {f.set_aside}") for f in aside]
        blocks.append(ListBlock(_cut(lines, _MOST_ASIDE, "finding")))
    return Section("What Review says", 2, tuple(blocks))


def _differs(standing: Sequence[str]) -> Iterator[Section]:
    if standing:
        lines = tuple(_short(line, _LONGEST_DUTY) for line in standing[:_MOST_DIFFERENT])
        yield Section("Where other signs differ", 2, (ListBlock(lines),))


def _declaration(signers: Sequence[Signer]) -> Section:
    blocks: list[AnyBlock] = []
    for signer in signers:
        blocks.append(Paragraph(f"{signer.word}: {signer.declaration}" if len(signers) > 1 else signer.declaration))
        asked = signer.word if signer.required else f"{signer.word} (may sign as well)"
        blocks.append(InkBlock(asked, _PEN))
    return Section("Declaration", 2, tuple(blocks))


def _short(text: str, longest: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 3].rpartition(' ')[0] or line[: longest - 3]}..."


def _cut(lines: Sequence[str], most: int, one: str, many: str = "") -> tuple[str, ...]:
    return (*lines[:most], *_more(len(lines) - most, one, many))


def _more(left: int, one: str, many: str) -> Iterator[str]:
    if left > 0:
        yield f"And {count(left, f'more {one}', f'more {many}' if many else '')}: they stand in the full report."
