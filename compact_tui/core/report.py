"""What the report on a return says, in the order in which a reader with two minutes needs it."""

from collections.abc import Mapping, Sequence

from compact_tui.core.days import is_day, say_day
from compact_tui.core.digest import spoken_code
from compact_tui.core.findings import rule_words
from compact_tui.core.last_time import change_words, last_word
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report_plan import improvement_plan
from compact_tui.core.report_standard import copy_section, standard_section
from compact_tui.core.report_standing import standing_section
from compact_tui.core.report_words import NOTHING, Names, by_when, lines, named, when, word_of
from compact_tui.core.return_changes import Since
from compact_tui.core.return_parked import ParkedAction, ParkedAnswer, ParkedEvidence, ParkedGrade, ParkedSummary
from compact_tui.core.return_parts import ReturnAction, ReturnEvidence, ReturnStandard
from compact_tui.core.returns import Return, content_code, first_line
from compact_tui.core.setting import SECTORS, kind_word
from compact_tui.core.signing import counted
from compact_tui.core.small_group import for_ourselves, words_for
from compact_tui.core.switches import FEATURES
from compact_tui.core.text import listed

__all__ = ["ReportPage", "Section", "report_of", "wording_line"]

INDEPENDENT = "independent"


def report_of(return_: Return, pack: AuditPack, since: Sequence[Since] = ()) -> ReportPage:
    """The report on a return, as a page.

    Args:
        return_: The return; with its digest, its code is on the page.
        pack: The pack it answers; where it lacks an item, the item's id stands.
        since: What has changed since people signed, where that is known.
    """
    names = Names(return_, pack)
    setting = return_.setting.name or "a setting that has not said its name"
    sections = (
        _front(return_, pack),
        *_since_signed(since),
        _glance(return_, names) if names.graded else improvement_plan(return_, names),
        _attention(return_),
        *_set_aside(return_, names),
        _plan(return_, names),
        *(standard_section(standard, names) for standard in return_.standards),
        *standing_section(return_, names),
        *_evidence(return_, names),
        *_parked(return_, names),
        *copy_section(return_, names),
    )
    what = words_for(pack).whole if for_ourselves(pack) else "Safeguarding Compact audit"
    return ReportPage(
        title=f"{what} of {setting}, {return_.cycle}".removesuffix(", "),
        first_lines=(first_line(return_), wording_line(return_)),
        sections=sections,
    )


def wording_line(return_: Return) -> str:
    """Whose words the standards are in."""
    return wording_words(return_.pack.wording)


def wording_words(wording: str) -> str:
    """The same for the wording that a pack names."""
    if wording == INDEPENDENT:
        return "The wording of the standards is independent: it is not the partnership's own text."
    return f"The wording of the standards: {wording}."


def _front(return_: Return, pack: AuditPack) -> Section:
    setting = return_.setting
    pairs = [
        ("Setting", setting.name),
        ("Sector", dict(SECTORS).get(setting.sector, setting.sector)),
        ("Kind", kind_word(setting.kind)),
        ("A nursery of its own", setting.nursery),
        ("Does not have", listed(dict(FEATURES).get(feature, feature) for feature in setting.without)),
        ("Number in the partnership's register", setting.register_id),
        ("Contact", lines(setting.contact_name, setting.contact_role).removeprefix(NOTHING)),
        ("Contact by", lines(setting.contact_email, setting.contact_phone).removeprefix(NOTHING)),
        ("Shared with", ", ".join(return_.shared_with)),
        ("Goes to", ", ".join(setting.return_to)),
        ("Due", say_day(setting.due)),
        ("Cycle", return_.cycle),
        ("Pack", f"{pack.pack.title}, edition {return_.pack.edition} ({return_.pack.id}, {return_.pack.variation})"),
        ("Answers, when complete, the duties of", "; ".join(return_.pack.serves)),
        ("Audit", lines(return_.audit, named("started", say_day(return_.started_on)))),
        ("Return", return_.id),
        ("Takes the place of return", return_.supersedes),
        ("Made", lines(say_day(return_.made_on), named("with", return_.made_by))),
        ("Code of this return, to be read out", spoken_code(return_.digest)),
        ("Code of what is signed", content_code(return_)),
        ("Setting id", setting.id),
        ("Digest", return_.digest),
    ]
    blocks: list[AnyBlock] = [Facts(tuple((name, said) for name, said in pairs if said))]
    if return_.sign_offs:
        now, newest = content_code(return_), counted(return_.sign_offs)
        rows = tuple(
            (
                s.name or s.role,
                s.role,
                say_day(s.on),
                s.code,
                lines(_signed_what(s.code, now), "" if s in newest else "Signed again later"),
                lines(s.id, s.signer),
            )
            for s in return_.sign_offs
        )
        headers = ("Name", "Role", "Day", "Code of what was shown", "Since then", "Id")
        blocks.append(TableBlock("Signed by", headers, rows))
    return Section("What this is", 2, tuple(blocks))


def _signed_what(code: str, now: str) -> str:
    return "Nothing has changed" if code == now else "Something has changed"


def _since_signed(since: Sequence[Since]) -> tuple[Section, ...]:
    blocks: list[AnyBlock] = []
    for one in since:
        blocks.append(Paragraph(one.sentence))
        if one.changes:
            blocks.append(ListBlock(tuple(change.words for change in one.changes)))
    return (Section("Changed since it was signed", 2, tuple(blocks)),) if blocks else ()


def _glance(return_: Return, names: Names) -> Section:
    rows = tuple(_glance_row(standard, names) for standard in return_.standards)
    caption = "Every standard: its grade, what its answers suggest, criteria met of those that apply, actions"
    headers: tuple[str, ...] = ("Standard", "Grade", "Suggested", "Met", "Actions")
    if return_.last_time:
        cycle = next((last.cycle for last in return_.last_time if last.cycle), "")
        then = {last.id: last.grade for last in return_.last_time}
        headers = (*headers[:2], f"Last time{f' ({cycle})' if cycle else ''}", "Change", *headers[2:])
        moved = [_since_last_time(standard, names.pack, then) for standard in return_.standards]
        rows = tuple((*row[:2], *last, *row[2:]) for row, last in zip(rows, moved, strict=True))
    return Section("Grades at a glance", 2, (TableBlock(caption, headers, rows),))


def _glance_row(standard: ReturnStandard, names: Names) -> tuple[str, ...]:
    counts_as = {kind.id: kind.counts_as for kind in names.pack.answer}
    standing = [counts_as.get(criterion.answer, "") for criterion in standard.criteria]
    applicable = len(standing) - standing.count("not-applicable")
    ids = {standard.id, *(criterion.id for criterion in standard.criteria)}
    actions = sum(bool(ids.intersection(action.supports)) for action in names.actions.values())
    return (
        names.title(standard).removeprefix("Standard ").replace(": ", ". ", 1),
        word_of(names.pack, "level", standard.grade),
        word_of(names.pack, "level", standard.suggested),
        f"{standing.count('met')} of {applicable}",
        str(actions),
    )


def _since_last_time(standard: ReturnStandard, pack: AuditPack, then: Mapping[str, str]) -> tuple[str, str]:
    if standard.id not in then:
        return NOTHING, NOTHING
    level = then[standard.id]
    return last_word(pack, level), change_words(pack, level, standard.grade) or NOTHING


def _attention(return_: Return) -> Section:
    said: AnyBlock = ListBlock(return_.warnings) if return_.warnings else Paragraph("The rules found nothing.")
    return Section("What needs attention", 2, (said,))


def _set_aside(return_: Return, names: Names) -> tuple[Section, ...]:
    if not return_.set_asides:
        return ()
    rows = tuple(
        (rule_words(s.rule), names.place(s.where), s.reason, by_when(s.by, s.at) or NOTHING) for s in return_.set_asides
    )
    headers = ("What the rules found", "Where", "Why it was set aside", "By, when")
    return (Section("Set aside", 2, (TableBlock("Looked at by the setting and set aside", headers, rows),)),)


def _plan(return_: Return, names: Names) -> Section:
    if not return_.actions:
        return Section("Action plan", 2, (Paragraph("No action is planned."),))
    ordered = sorted(return_.actions, key=plan_order)
    rows = tuple(
        (
            a.what,
            a.who or NOTHING,
            say_day(a.due) or NOTHING,
            f"{a.status}, overdue" if is_overdue(a, return_.made_on) else a.status,
            lines(a.outcome, when(a.done_on)),
            names.all_numbers(a.supports) or NOTHING,
            lines(by_when(a.by, a.at), a.id),
        )
        for a in ordered
    )
    headers = ("What", "Who", "By when", "State", "What happened", "For", "Added by, id")
    return Section("Action plan", 2, (TableBlock("Actions: overdue first, then by day", headers, rows),))


def is_overdue(action: ReturnAction, today: str) -> bool:
    """Whether an open action's day has passed."""
    return action.status == "open" and is_day(action.due) and action.due < today


def plan_order(action: ReturnAction) -> tuple[bool, bool, str]:
    """Open by day, which puts the overdue first, then open without a day, then the rest likewise."""
    return action.status != "open", not is_day(action.due), action.due


def _evidence(return_: Return, names: Names) -> tuple[Section, ...]:
    if not return_.evidence:
        return ()
    rows = tuple(_evidence_row(item, names) for item in return_.evidence)
    headers = ("What was seen", "Kind", "Where, and who holds it", "Seen, to be reviewed", "For", "Added by, id")
    return (Section("Evidence", 2, (TableBlock("All evidence", headers, rows),)),)


def _evidence_row(item: ReturnEvidence, names: Names) -> tuple[str, ...]:
    return (
        item.title,
        word_of(names.pack, "evidence_kind", item.kind) or NOTHING,
        lines(item.where, named("Held by", item.held_by)),
        lines(say_day(item.seen_on), named("Review by", say_day(item.review_by))),
        names.all_numbers(item.supports) or NOTHING,
        lines(by_when(item.by, item.at), item.id, named("SHA-256", item.sha256)),
    )


def _parked(return_: Return, names: Names) -> tuple[Section, ...]:
    if not return_.parked:
        return ()
    rows = tuple(_parked_row(item, names) for item in return_.parked)
    table = TableBlock("Kept, and not counted", ("Item", "What it is", "What was said", "By, when"), rows)
    opening = Paragraph("These were said about items that this edition does not ask about.")
    return (Section("Not asked in this edition", 2, (opening, table)),)


def _parked_row(
    item: ParkedAnswer | ParkedGrade | ParkedSummary | ParkedEvidence | ParkedAction, names: Names
) -> tuple[str, ...]:
    pack = names.pack
    match item:
        case ParkedAnswer():
            said = lines(word_of(pack, "answer", item.answer), item.note, named("Reason", item.reason))
            return item.id, "Answer", said, by_when(item.by, item.at) or NOTHING
        case ParkedGrade():
            then = named("Suggested when it was graded", item.suggested_when_graded)
            said = lines(word_of(pack, "level", item.grade), item.reason, then)
            return item.id, "Grade", said, by_when(item.graded_by, item.graded_at) or NOTHING
        case ParkedSummary():
            return item.id, "Summary", item.summary or NOTHING, by_when(item.by, item.at) or NOTHING
        case ParkedEvidence():
            title, kind, where, seen, supports, by = _evidence_row(item, names)
            return item.id, "Evidence", lines(title, kind, where, seen, named("For", supports)), by
        case ParkedAction():
            said = lines(item.what, item.who, when(item.due), item.status, item.outcome, when(item.done_on))
            return (
                item.id,
                "Action",
                lines(said, named("For", names.all_numbers(item.supports))),
                by_when(item.by, item.at) or NOTHING,
            )
