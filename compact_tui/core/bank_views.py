"""What is shown of question banks: the list, one bank, one question, and what came of confirming."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.bank import DRAFT, LIVE, QUESTION_KINDS, RETIRED, ROLES, BankSource, Question, QuestionBank
from compact_tui.core.bank_use import CHECK_EDITION, review_day, standing
from compact_tui.core.days import say_day
from compact_tui.core.spot import Confirmed
from compact_tui.core.text import count

_KIND_WORDS = dict(QUESTION_KINDS)
_ROLE_WORDS = dict(ROLES)
_STATES = {LIVE: "", DRAFT: "draft", RETIRED: "taken out"}
_MARKS = {"must": "needed", "should": "adds to it", "must-not": "unsafe"}


class BankLine(Struct, frozen=True, kw_only=True):
    """A bank in a list."""

    id: str
    title: str
    edition: str
    questions: int
    """All but those taken out of use."""
    drafts: int
    """Those of them that are not asked until the lead confirms them."""
    due_for_review: int
    """Those of them that are asked with the mark "check the edition"."""
    asked: int
    """Those of them that may be asked today."""
    own: bool
    """Whether it is one of the setting's own."""
    review_by: str
    state: str
    """How it stands, in a few words."""


class QuestionLine(Struct, frozen=True, kw_only=True):
    """A question in the list of its bank."""

    id: str
    prompt: str
    topic: str
    kind: str
    status: str
    askable: bool
    why_not: str
    marks: tuple[str, ...]
    edition_due: bool
    """Whether it is past its review day."""
    state: str
    """How it stands, in a few words; empty where there is nothing to say."""
    review_by: str


class BankPage(Struct, frozen=True, kw_only=True):
    """One bank."""

    line: BankLine
    owner: str
    about: str
    sources: tuple[str, ...]
    """The documents it rests on, a line each, with the day each was checked."""
    changes: tuple[str, ...]
    questions: tuple[QuestionLine, ...]


class QuestionPage(Struct, frozen=True, kw_only=True):
    """One question in full."""

    line: QuestionLine
    bank: str
    edition: str
    lines: tuple[str, ...]
    """All of it, as it is read."""
    sources: tuple[str, ...]
    confirmed: str
    """When and by whom it was confirmed; empty where it was not."""


class BanksView(Struct, frozen=True, kw_only=True):
    """Every bank, with one sentence on all of them."""

    banks: tuple[BankLine, ...]
    sentence: str
    figures: str
    """The same in a few words."""


class ConfirmedView(Struct, frozen=True, kw_only=True):
    """What came of confirming."""

    questions: tuple[str, ...]
    """Ids of what was confirmed."""
    drafts: tuple[str, ...]
    """Ids of the drafts among them that may be asked from now on."""
    sentence: str
    notes: tuple[str, ...]
    """What a confirmation does not change, a sentence each."""


def bank_line(bank: QuestionBank, day: str, confirmed: Mapping[str, Confirmed], *, own: bool) -> BankLine:
    """A bank as a list shows it on a day."""
    used = [question for question in bank.question if question.status != RETIRED]
    stand = [(question, standing(question, bank, day, confirmed)) for question in used]
    drafts = sum(question.status == DRAFT and not how.askable for question, how in stand)
    due = sum(CHECK_EDITION in how.marks for _, how in stand)
    asked = sum(how.askable for _, how in stand)
    said = [
        f"{asked} of {len(used)} asked",
        count(drafts, "draft") if drafts else "",
        f'{due} to "{CHECK_EDITION}"' if due else "",
        "your own" if own else "",
    ]
    return BankLine(
        id=bank.bank.id,
        title=bank.bank.title,
        edition=bank.bank.edition,
        questions=len(used),
        drafts=drafts,
        due_for_review=due,
        asked=asked,
        own=own,
        review_by=bank.bank.review_by,
        state=", ".join(part for part in said if part),
    )


def banks_view(lines: Iterable[BankLine]) -> BanksView:
    """Every bank, with one sentence on all of them."""
    banks = tuple(lines)
    asked, drafts = sum(line.asked for line in banks), sum(line.drafts for line in banks)
    due = sum(line.due_for_review for line in banks)
    later = f'{due} of them carry the mark "{CHECK_EDITION}".' if due else "None is past its review day."
    waits = f" {count(drafts, 'draft')} wait{'s' if drafts == 1 else ''} for the lead." if drafts else ""
    return BanksView(
        banks=banks,
        sentence=f"{count(asked, 'question')} may be asked today. {later}{waits}",
        figures=f"{asked} asked today, {due} past their review day, {count(drafts, 'draft')}",
    )


def question_line(question: Question, bank: QuestionBank, day: str, confirmed: Mapping[str, Confirmed]) -> QuestionLine:
    """A question as the list of its bank shows it on a day."""
    how = standing(question, bank, day, confirmed)
    not_asked = "" if how.askable else _STATES[question.status] or "not asked"
    return QuestionLine(
        id=question.id,
        prompt=question.prompt,
        topic=question.topic,
        kind=question.kind,
        status=question.status,
        askable=how.askable,
        why_not=how.why,
        marks=how.marks,
        edition_due=CHECK_EDITION in how.marks,
        state=not_asked or (CHECK_EDITION if CHECK_EDITION in how.marks else ""),
        review_by=review_day(question, bank),
    )


def bank_page(bank: QuestionBank, day: str, confirmed: Mapping[str, Confirmed], *, own: bool) -> BankPage:
    """One bank on a day."""
    return BankPage(
        line=bank_line(bank, day, confirmed, own=own),
        owner=bank.bank.owner,
        about=bank.bank.about,
        sources=tuple(source_words(source) for source in bank.source),
        changes=tuple(f"{change.edition}, {say_day(change.on)}: {change.what}" for change in bank.bank.change),
        questions=tuple(question_line(question, bank, day, confirmed) for question in bank.question),
    )


def bank_lines(page: BankPage) -> tuple[str, ...]:
    """A bank without its questions, as it is read."""
    line = page.line
    again = f" Look again by {say_day(line.review_by)}." if line.review_by else ""
    return (page.about, "", f"{line.state}.{again}", "", "It rests on:", *(f"- {one}" for one in page.sources))


def question_lines(page: QuestionPage) -> tuple[str, ...]:
    """A question with what it rests on and how it stands, as it is read."""
    marks = (f"Said beside it: {'; '.join(page.line.marks)}.",) if page.line.marks else ()
    why_not = (f"Not asked today. {page.line.why_not}",) if page.line.why_not else ()
    confirmed = (page.confirmed,) if page.confirmed else ()
    return (*why_not, *confirmed, *page.lines, *marks, *(f"Source: {source}" for source in page.sources))


def source_words(source: BankSource, place: str = "") -> str:
    """A source as one line: title, edition, place, how it stands and when it was checked."""
    said = [source.title, source.edition, place]
    checked = f"checked {say_day(source.checked_on)}" if source.checked_on else "never checked"
    return f"{', '.join(part for part in said if part)} ({'; '.join(p for p in (source.status, checked) if p)})"


def question_page(question: Question, bank: QuestionBank, day: str, confirmed: Mapping[str, Confirmed]) -> QuestionPage:
    """One question in full on a day."""
    said = confirmed.get(question.id)
    by = f" by {said.by}" if said and said.by else ""
    known = {source.id: source for source in bank.source}
    cited = tuple(source_words(known[c.source], c.place) for c in question.source if c.source in known)
    return QuestionPage(
        line=question_line(question, bank, day, confirmed),
        bank=bank.bank.id,
        edition=bank.bank.edition,
        lines=tuple(_lines(question)),
        sources=cited,
        confirmed=f"Confirmed{by} on {say_day(said.checked_on)}, edition {said.edition}." if said else "",
    )


def _lines(question: Question) -> Iterable[str]:
    yield question.prompt
    yield f"({_KIND_WORDS.get(question.kind, question.kind)}{'; critical' if question.critical else ''})"
    yield from (f"- {point.say} ({_MARKS.get(point.weight, point.weight)})" for point in question.point)
    for option in question.option:
        mark = "right" if option.right else "unsafe" if option.unsafe else "not right"
        yield f"- {option.text} ({mark}) {option.feedback}"
    yield f"Answer: {question.answer}"
    if question.why:
        yield f"Why: {question.why}"
    if question.knew_where:
        yield '"I would ask the lead" is a good answer here.'
    yield f"For: {', '.join(_ROLE_WORDS.get(role, role) for role in question.roles)}"
    yield from (f"Until {say_day(wording.on)} it read: {wording.was}" for wording in question.wording)
