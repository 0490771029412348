"""The completed template of a single-agency audit as a page: what its reader needs, in that order."""

from compact_tui.core.agency_audit import ANSWERS, METHODS, STATUSES
from compact_tui.core.agency_return import AgencyCount, AgencyReturn
from compact_tui.core.days import say_day
from compact_tui.core.digest import spoken_code
from compact_tui.core.page import AnyBlock, Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report_words import NOTHING, lines
from compact_tui.core.text import capitalised, count, size_words

_NOT_SAID = "Nothing is written here."
_NO_CHILD = (
    "This template asks for no names of children, families or staff. Cases are known by references that the program "
    "made; the list with the names stays on paper."
)
_FOUND = (
    ("What is working", "works"),
    ("What is not working", "does_not"),
    ("Views of children and families", "views"),
    ("Themes", "themes"),
    ("Training needs, and learning for others", "training"),
)
_COUNTED = ("yes", "partly", "no", "not applicable", "not answered")
_WORDS = {answer: words for answer, words, _ in ANSWERS}


def agency_first_line(return_: AgencyReturn) -> str:
    """What anyone must know before reading on: whether it is finished."""
    if return_.complete:
        return f"This single-agency audit is closed: {_files(return_, return_.cases_done)} looked at."
    missing = f" {' '.join(return_.missing)}" if return_.missing else ""
    return f"This single-agency audit is not finished: it is {_status(return_)}.{missing}"


def agency_page(return_: AgencyReturn) -> ReportPage:
    """The completed template, as a page.

    Args:
        return_: The document; with its digest, its code is on the page.
    """
    setting = return_.setting.name or "a setting that has not said its name"
    code = spoken_code(return_.digest)
    told = (f"Its code, to be read out over the phone: {code}",) if code else ()
    return ReportPage(
        title=f"Single-agency audit: {return_.about.title} ({setting})",
        first_lines=(agency_first_line(return_), _NO_CHILD, *told),
        sections=(
            Section("What this is", 2, (_what(return_),)),
            Section("How these were chosen", 2, _chosen(return_)),
            Section("What they show", 2, _shown(return_)),
            *(Section(heading, 2, (_said(return_, field),)) for heading, field in _FOUND),
            *((Section("Rating", 2, (_said(return_, "rating"),)),) if return_.found.rating else ()),
            Section("What we will do", 2, (_actions(return_),)),
            Section("A second reader", 2, _second(return_)),
            Section("Our own report", 2, (_attached(return_),)),
            Section("About this document", 2, (_document(return_, code),)),
        ),
    )


def _files(return_: AgencyReturn, number: int) -> str:
    return count(number, return_.about.one, return_.about.many)


def _status(return_: AgencyReturn) -> str:
    return dict(STATUSES).get(return_.about.status, return_.about.status)


def _what(return_: AgencyReturn) -> Facts:
    about, setting, found = return_.about, return_.setting, return_.found
    contact = (", ".join(part for part in (setting.contact_name, setting.contact_role) if part),)
    shared = ", ".join(part for part in (found.shared_with, say_day(found.shared_on)) if part)
    pairs = (
        ("Organisation", setting.name),
        ("Team", about.team),
        ("What was looked at", about.kind_words),
        ("Why this was chosen", about.why),
        ("Period", about.period),
        ("Who led it", about.lead),
        ("Who audited", about.auditors),
        ("Standards it touches", "\n".join(one.title for one in return_.standards)),
        ("Started", say_day(about.started_on)),
        ("Closed", say_day(about.closed_on)),
        ("Shared inside", shared),
        ("Contact", lines(*contact, setting.contact_email, setting.contact_phone)),
    )
    return Facts(tuple((name, said or "Not said.") for name, said in pairs))


def _chosen(return_: AgencyReturn) -> tuple[AnyBlock, ...]:
    sample = return_.sample
    blocks: list[AnyBlock] = [ListBlock(sample.sentences)] if sample.sentences else []
    if not sample.method:
        return (*blocks, Paragraph("Nothing was chosen yet."))
    pairs = [
        ("In all", str(sample.total)),
        ("Looked at", str(sample.size)),
        ("How they were chosen", dict(METHODS).get(sample.method, sample.method)),
        ("Number that chance began with", str(sample.seed) if sample.seed else ""),
        ("Why just these", sample.reason),
        ("Why they were chosen again", sample.redrawn_because),
    ]
    blocks.append(Facts(tuple((name, said) for name, said in pairs if said)))
    if sample.strata:
        rows = tuple((one.name, str(one.total), str(one.size)) for one in sample.strata)
        blocks.append(TableBlock("Chosen from each group", ("Group", "In all", "Looked at"), rows))
    return tuple(blocks)


def _shown(return_: AgencyReturn) -> tuple[AnyBlock, ...]:
    if not return_.questions:
        return (Paragraph("Nothing was counted yet."),)
    blocks: list[AnyBlock] = [
        _counts(f"Answers in {_files(return_, return_.cases_done)}", "Question", return_.questions)
    ]
    if return_.topics:
        blocks.append(_counts("The same by topic", "Topic", return_.topics))
    beyond = tuple(f"{one.words} {one.beyond}" for one in return_.questions if one.beyond)
    if beyond:
        blocks.append(Paragraph("What this says about those that were not looked at:"))
        blocks.append(ListBlock(beyond))
    if return_.limits:
        blocks.append(Paragraph(return_.limits))
    return tuple(blocks)


def _counts(caption: str, first: str, counts: tuple[AgencyCount, ...]) -> TableBlock:
    rows = tuple(
        (one.words, *(str(number) for number in (one.yes, one.partly, one.no, one.not_applicable, one.unanswered)))
        for one in counts
    )
    return TableBlock(caption, (first, *(capitalised(name) for name in _COUNTED)), rows)


def _said(return_: AgencyReturn, field: str) -> Paragraph:
    return Paragraph(getattr(return_.found, field) or _NOT_SAID)


def _actions(return_: AgencyReturn) -> AnyBlock:
    if not return_.actions:
        return Paragraph("No actions were written down.")
    rows = tuple(
        (
            one.what,
            one.who or NOTHING,
            say_day(one.due) or NOTHING,
            one.how_known or NOTHING,
            lines(one.status, one.outcome, say_day(one.done_on)),
        )
        for one in return_.actions
    )
    return TableBlock("Actions", ("What", "Who", "By when", "How we will know", "State"), rows)


def _second(return_: AgencyReturn) -> tuple[AnyBlock, ...]:
    second = return_.second
    if not second.cases:
        return (Paragraph("Nobody read any of them a second time."),)
    by = f" by {second.reader}" if second.reader else ""
    blocks: list[AnyBlock] = [Paragraph(f"{_files(return_, second.cases)} read a second time{by}. {second.sentence}")]
    for found in second.agreement:
        blocks.append(ListBlock(found.sentences))
    if second.decided:
        texts = {one.id: one.words for one in return_.questions}
        rows = tuple(
            (
                texts.get(one.question, one.question),
                f"{_word(one.first)}, {_word(one.second)}",
                lines(_word(one.agreed), one.note),
            )
            for one in second.decided
        )
        blocks.append(TableBlock("Where the two differed", ("Question", "First, second", "What was decided"), rows))
    return tuple(blocks)


def _word(answer: str) -> str:
    return _WORDS.get(answer, answer or "not decided yet")


def _attached(return_: AgencyReturn) -> AnyBlock:
    if not return_.attached:
        return Paragraph("No report of our own goes with this.")
    return Facts(
        tuple((one.name, f"{size_words(one.size)}\nSHA-256 {one.sha256}") for one in return_.attached),
    )


def _document(return_: AgencyReturn, code: str) -> Facts:
    about = return_.about
    pairs = (
        ("Template", f"{about.template}, edition {about.edition}"),
        ("Audit", return_.audit),
        ("Document", return_.id),
        ("Takes the place of", return_.supersedes),
        ("Made", f"{say_day(return_.made_on)} with {return_.made_by}"),
        ("Code", code),
        ("Digest", return_.digest),
    )
    return Facts(tuple((name, said) for name, said in pairs if said))
