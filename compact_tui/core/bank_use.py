"""Whether a question may be asked on a day, and what the asker is told beside it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.bank import DRAFT, RETIRED, Question, QuestionBank
from compact_tui.core.confidence import told_beside
from compact_tui.core.days import say_day
from compact_tui.core.setting import SECTORS
from compact_tui.core.spot import Confirmed

CHECK_EDITION = "check the edition"
NOT_IN_FORCE = "passed, not in force"
"""The status of a source that nobody has to follow yet."""
GOOD_PRACTICE = "good-practice"
"""The duty of what nobody has to do; a question that says nothing of its duty is held to be stronger."""


class Standing(Struct, frozen=True):
    """How a question stands on a day."""

    askable: bool
    why: str = ""
    """Why it is not asked; empty when it is."""
    marks: tuple[str, ...] = ()
    """What the asker is told beside it."""


class Askable(Struct, frozen=True):
    """A question that may be asked, with the bank it comes from."""

    question: Question
    bank: str
    edition: str
    marks: tuple[str, ...] = ()


def standing(question: Question, bank: QuestionBank, day: str, confirmed: Mapping[str, Confirmed]) -> Standing:
    """How a question stands on a day.

    A draft is asked once the named lead has opened its document and confirmed it. Past its review date a question
    is still asked, with a mark, until it is confirmed anew. What is not in force, or rests on an edition that has
    been replaced, is never put as a duty.

    Args:
        question: The question.
        bank: The bank it stands in.
        day: The day of asking.
        confirmed: What the lead has confirmed, by id of the question.
    """
    said = confirmed.get(question.id)
    fresh = said is not None and said.edition == bank.bank.edition
    if question.status == RETIRED:
        return Standing(False, "It was taken out of use.")
    if question.status == DRAFT and not fresh:
        return Standing(False, "A draft: not asked until the lead has opened its document and confirmed it.")
    if question.in_force_from and day < question.in_force_from:
        return Standing(False, f"Not in force before {say_day(question.in_force_from)}.")
    if question.in_force_to and day > question.in_force_to:
        return Standing(False, f"Not in force since {say_day(question.in_force_to)}.")
    against = _no_duty(question, bank, day)
    if against:
        return Standing(False, against)
    marks = [told for told in (told_beside(question.confidence),) if told]
    due = review_day(question, bank)
    if due and day > due and not (fresh and said is not None and said.checked_on > due):
        marks.append(CHECK_EDITION)
    return Standing(True, marks=tuple(marks))


def review_day(question: Question, bank: QuestionBank) -> str:
    """The day by which somebody looks at a question again; empty where neither it nor its bank says one."""
    return question.review_by or bank.bank.review_by


def _no_duty(question: Question, bank: QuestionBank, day: str) -> str:
    """Why a question cannot be put as the duty it says it is; empty when it can."""
    if question.duty == GOOD_PRACTICE:
        return ""
    sources = {source.id: source for source in bank.source}
    cited = [sources[place.source] for place in question.source if place.source in sources]
    passed = next((source for source in cited if source.status == NOT_IN_FORCE), None)
    if passed:
        return f"It rests on a law that is passed but not in force, so it is no duty: {passed.title}."
    holding = [s for s in cited if not (s.in_force_to and day > s.in_force_to)]
    if cited and not holding:
        return f"Its source has been replaced: {cited[0].title}, {cited[0].edition}."
    if cited and all(s.in_force_from and day < s.in_force_from for s in holding):
        return f"Its source is not in force yet: {holding[0].title}."
    return ""


def applies(question: Question, sector: str) -> bool:
    """Whether a question holds in a sector; while nobody has said which, only what holds in all of them."""
    if sector:
        return not question.sectors or sector in question.sectors
    return not question.sectors or {known for known, _ in SECTORS} <= set(question.sectors)


def askable_in(
    banks: Iterable[QuestionBank], day: str, sector: str, confirmed: Mapping[str, Confirmed]
) -> tuple[Askable, ...]:
    """Every question that may be asked on a day, in the order of the banks.

    Args:
        banks: The banks to look in.
        day: The day of asking.
        sector: The setting's sector; empty while nobody has said.
        confirmed: What the lead has confirmed, by id of the question.
    """
    found = []
    for bank in banks:
        for question in bank.question:
            if not applies(question, sector):
                continue
            how = standing(question, bank, day, confirmed)
            if how.askable:
                found.append(Askable(question, bank.bank.id, bank.bank.edition, how.marks))
    return tuple(found)
