"""What of a return is counted and compared: grades and answers with what they mean, without any text to read."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.digest import digest_of, short_mark
from compact_tui.core.likeness import words
from compact_tui.core.pack import NOT_GRADED, UNANSWERED, AuditPack
from compact_tui.core.returns import Return

FEWEST_WORDS = 12
"""Words under which two settings may well have written the same by themselves."""


class GradeFact(Struct, frozen=True):
    """The grade of one standard."""

    standard: str
    level: str
    """A level id, or ``not-graded``."""
    suggested: str = ""
    summary_words: int = 0
    """How many words the summary has."""
    summary_mark: str = ""
    """A digest of its words, to find the same text in another return; empty where it is too short to tell."""
    evidence: int = 0
    """Pieces of evidence behind it and its criteria."""
    actions: int = 0
    """Open actions that came from it and its criteria."""


class AnswerFact(Struct, frozen=True):
    """The answer to one criterion."""

    criterion: str
    standard: str
    answer: str
    counts_as: str
    """``met partly-met not-met not-applicable not-known``; ``unanswered``; empty where the edition is not known."""
    duty: str = ""


class KnownFact(Struct, frozen=True):
    """Answers of spot checks on the topics of one standard, where the setting let the counts travel."""

    standard: str
    answers: int
    full: int
    last: str = ""
    """The day of the last of them."""


class ReturnFacts(Struct, frozen=True, kw_only=True):
    """One return, as analysis, reading and reports work on it."""

    return_id: str
    supersedes: str = ""
    entry: str = ""
    """Id of the register's entry; empty while it is not matched."""
    name: str
    sector: str
    kind: str = ""
    pack: str
    edition: str
    variation: str
    cycle: str
    received_on: str = ""
    complete: bool = False
    signed: bool = False
    grades: tuple[GradeFact, ...] = ()
    answers: tuple[AnswerFact, ...] = ()
    actions: tuple[str, ...] = ()
    """What will be done, as the setting wrote it."""
    set_asides: int = 0
    known: tuple[KnownFact, ...] = ()
    """What its staff know, of the standards of which it told."""


def facts_of(return_: Return, pack: AuditPack | None, *, entry: str = "", received_on: str = "") -> ReturnFacts:
    """What of a return is counted.

    Args:
        return_: The return.
        pack: The pack in the edition that was answered; ``None`` where the partnership does not have it: answers are
            then kept, and not counted as anything.
        entry: Id of the register's entry it belongs to.
        received_on: The day it came in.
    """
    meanings = {kind.id: kind.counts_as for kind in pack.answer} if pack else {}
    duties = {c.id: c.duty for s in pack.standard for c in s.criterion} if pack else {}
    open_actions = {action.id for action in return_.actions if action.status == "open"}
    return ReturnFacts(
        return_id=return_.id,
        supersedes=return_.supersedes,
        entry=entry,
        name=return_.setting.name,
        sector=return_.setting.sector,
        kind=return_.setting.kind,
        pack=return_.pack.id,
        edition=return_.pack.edition,
        variation=return_.pack.variation,
        cycle=return_.cycle,
        received_on=received_on,
        complete=return_.complete,
        signed=bool(return_.sign_offs),
        grades=tuple(
            GradeFact(
                standard.id,
                standard.grade or NOT_GRADED,
                standard.suggested,
                len(standard.summary.split()),
                text_mark(standard.summary),
                len({*standard.evidence, *(e for c in standard.criteria for e in c.evidence)}),
                len({*standard.actions, *(a for c in standard.criteria for a in c.actions)} & open_actions),
            )
            for standard in return_.standards
        ),
        answers=tuple(
            AnswerFact(c.id, standard.id, c.answer, _meaning(c.answer, meanings), duties.get(c.id, ""))
            for standard in return_.standards
            for c in standard.criteria
        ),
        actions=tuple(action.what for action in return_.actions),
        set_asides=len(return_.set_asides),
        known=tuple(
            KnownFact(one.id, one.known.answers, one.known.full, one.known.last)
            for one in return_.standing
            if one.known.answers
        ),
    )


def setting_mark(setting: str) -> str:
    """A digest of a setting's own id; empty where there is none."""
    return short_mark(setting) if setting else ""


def text_mark(text: str) -> str:
    """A digest of a text's words without case and signs; empty for texts that many would write alike."""
    said = words(text)
    return digest_of({"words": list(said)}) if len(said) >= FEWEST_WORDS else ""


def _meaning(answer: str, meanings: Mapping[str, str]) -> str:
    return UNANSWERED if answer == UNANSWERED else meanings.get(answer, "")
