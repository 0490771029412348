"""The inspection pack: for each standard what is asked, what to show, where it is, whom to fetch, what is missing."""

from collections.abc import Iterator, Mapping

from compact_tui.core.audit import Action, Audit, Evidence, answer_to, grade_of
from compact_tui.core.days import is_day, say_day
from compact_tui.core.pack import UNANSWERED, AuditPack, InspectionAsk, Standard, level_of, numbered, standard_of
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report import wording_words
from compact_tui.core.report_words import lines, named
from compact_tui.core.setting import Setting
from compact_tui.core.text import listed
from compact_tui.core.variation import BOTH

_HEADERS = ("They may ask", "Put on the table", "Fetch")
_CLAIMS = ("met", "partly-met")
"""What an answer counts as that somebody may ask to see."""
_AT_HAND = (
    ("Safeguarding lead", "lead_name", "lead_where"),
    ("Stands in for the lead", "deputy_name", "deputy_where"),
    ("Hears a worry about an adult", "allegations_to", ""),
    ("Governor, trustee or committee member", "governor_name", ""),
    ("The policy", "policy_place", ""),
    ("The form or log for a concern", "form_place", ""),
)


def can_inspect(pack: AuditPack) -> bool:
    """Whether a pack says what an inspector asks."""
    return any(standard.inspection for standard in pack.standard)


def in_order(pack: AuditPack) -> tuple[Standard, ...]:
    """The standards in the order in which an inspector asks."""
    first = [found for wanted in pack.pack.inspection_order if (found := standard_of(pack, wanted)) is not None]
    return (*first, *(standard for standard in pack.standard if standard not in first))


def inspection_page(pack: AuditPack, audit: Audit, setting: Setting | None, today: str) -> ReportPage:
    """The pack to have at hand when somebody comes to look.

    Args:
        pack: The pack, as the audit's variation sees it.
        audit: What was answered, seen and planned.
        setting: Who we are; ``None`` while nobody has said.
        today: The day by which dates are judged.
    """
    name = setting.name if setting and setting.name else "a setting that has not said its name"
    return ReportPage(
        title=f"Inspection pack of {name}",
        first_lines=(
            f"As it stood on {say_day(today)}. It stays with whoever leads on safeguarding: it says where things are.",
            wording_words(pack.pack.wording),
        ),
        sections=(_at_hand(setting), *(_standard(pack, audit, s, today) for s in in_order(pack))),
    )


def _at_hand(setting: Setting | None) -> Section:
    own = setting or Setting(id="", name="")
    facts = tuple(
        (word, ", ".join(said for said in (getattr(own, who), getattr(own, where) if where else "") if said))
        for word, who, where in _AT_HAND
    )
    blocks: list[AnyBlock] = [Facts(tuple((word, said or "Not said yet") for word, said in facts))]
    if not all(said for _, said in facts):
        blocks.append(Paragraph("Fill in what is not said under Whom to ring (m on Home), or with: compact-tui people"))
    blocks.append(
        Paragraph(
            "Whoever comes may talk with anyone here: cooks, cleaners, volunteers, children. Nobody needs a script. "
            'To say "I would look that up, and ask the lead" is a good answer.'
        )
    )
    return Section("People and papers to have at hand", 2, tuple(blocks))


def _standard(pack: AuditPack, audit: Audit, standard: Standard, today: str) -> Section:
    numbers = {standard.id: str(standard.number), **{c.id: number for number, c in numbered(standard)}}
    evidence = [item for item in audit.evidence if numbers.keys() & set(item.supports)]
    actions = [a for a in audit.actions if a.status == "open" and numbers.keys() & set(a.supports)]
    actions.sort(key=lambda a: (not is_day(a.due), a.due))
    blocks: list[AnyBlock] = [Facts(tuple(_standing(pack, audit, standard, evidence)))]
    blocks += _asked(pack, audit, standard)
    if evidence:
        rows = tuple(_evidence(item, numbers, today) for item in evidence)
        headers = ("What we have", "Where it is, who holds it", "Seen", "For")
        blocks.append(TableBlock("Our own evidence", headers, rows))
    if actions:
        blocks += [
            Paragraph("Still open in our action plan:"),
            ListBlock(tuple(_action(one, numbers, today) for one in actions)),
        ]
    gaps = tuple(_missing(pack, audit, standard, evidence))
    blocks += [Paragraph("What is missing:"), ListBlock(gaps)] if gaps else [Paragraph("Nothing is missing here.")]
    return Section(f"{standard.number}. {standard.title}", 2, tuple(blocks), new_side=True)


def _standing(pack: AuditPack, audit: Audit, standard: Standard, evidence: list[Evidence]) -> Iterator[tuple[str, str]]:
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    standing = [counts_as.get(answer_to(audit, c.id).answer, "") for c in standard.criterion]
    if pack.level:
        grade = grade_of(audit, standard.id)
        level = level_of(pack, grade.level) if grade else None
        word = level.word if level else "Not graded yet"
        yield "Our grade", f"{word} (provisional)" if level and grade and grade.provisional else word
    yield "Met", f"{standing.count('met')} of {len(standing) - standing.count('not-applicable')} that apply"
    roles = dict.fromkeys((*(r for ask in standard.inspection for r in ask.fetch), *(e.held_by for e in evidence)))
    if fetch := [role for role in roles if role]:
        yield "Whom to fetch", "; ".join(fetch)


def _asked(pack: AuditPack, audit: Audit, standard: Standard) -> Iterator[AnyBlock]:
    """What is asked; where two variations are audited in one, each under its title."""
    titles = {variation.id: variation.title for variation in pack.variation}
    chosen = set(audit.head.variation.split(BOTH))
    groups: dict[tuple[str, ...], list[InspectionAsk]] = {}
    for ask in standard.inspection:
        only = tuple(v for v in ask.variations if v in chosen)
        groups.setdefault(() if len(only) == len(chosen) else only, []).append(ask)
    for only in sorted(groups, key=len):
        rows = tuple((ask.ask, _points(ask.show), _points(ask.fetch)) for ask in groups[only])
        of = f": {listed(titles.get(v, v) for v in only)}" if only else ""
        yield TableBlock(f"What may be asked{of}", _HEADERS, rows)


def _points(said: tuple[str, ...]) -> str:
    """Several things in one cell, told apart by a mark."""
    return "\n".join(f"• {one}" for one in said) if len(said) > 1 else lines(*said)


def _evidence(item: Evidence, numbers: Mapping[str, str], today: str) -> tuple[str, ...]:
    again = f"To be looked at again by {say_day(item.review_by)}" if item.review_by else ""
    late = is_day(item.review_by) and item.review_by < today
    return (
        item.title,
        lines(item.where, named("Held by", item.held_by)),
        lines(say_day(item.seen_on), f"{again}: overdue" if late else again),
        ", ".join(numbers[one] for one in item.supports if one in numbers),
    )


def _action(action: Action, numbers: Mapping[str, str], today: str) -> str:
    late = is_day(action.due) and action.due < today
    by = f"by {say_day(action.due)}{', overdue' if late else ''}" if action.due else "no day named"
    of = ", ".join(numbers[one] for one in action.supports if one in numbers)
    return "; ".join((f"{of}: {action.what}", action.who or "nobody named", by))


def _missing(pack: AuditPack, audit: Audit, standard: Standard, evidence: list[Evidence]) -> Iterator[str]:
    """What is not there, in plain words."""
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    backed = {one for item in evidence for one in item.supports}
    planned = {one for action in audit.actions if action.status == "open" for one in action.supports}
    found: dict[str, list[str]] = {}
    for number, criterion in numbered(standard):
        answer = answer_to(audit, criterion.id).answer
        stands = counts_as.get(answer, "")
        if answer == UNANSWERED:
            found.setdefault("Not answered yet", []).append(number)
        elif stands == "not-known":
            found.setdefault("We do not know yet", []).append(number)
        elif stands in {"not-met", "partly-met"} and criterion.id not in planned:
            found.setdefault("Not wholly met, and no action is open for it", []).append(number)
        if stands in _CLAIMS and criterion.id not in backed:
            found.setdefault("No evidence is entered for", []).append(number)
    yield from (f"{words}: {listed(numbers)}." for words, numbers in found.items())
    if pack.level and grade_of(audit, standard.id) is None:
        yield "No grade is chosen."
    if homeless := [item.title for item in evidence if not item.where and not item.held_by]:
        yield f"It is not said where this is or who holds it: {listed(homeless)}."
