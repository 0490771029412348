"""The reply to a return, and the setting's answer to it: both as they travel between two programs."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from compact_tui.core.days import is_day
from compact_tui.core.sent_text import LONGEST_TEXT, sent_text
from compact_tui.core.text import clean_line, count

REPLY_FORMAT, ANSWER_FORMAT = "compact-reply", "compact-answer"
FORMAT_VERSION = 1
COMMENT, QUESTION, RECOMMENDATION = REMARK_KINDS = ("comment", "question", "recommendation")
ACCEPTED, SENT_BACK = "accepted", "sent-back"
MOST = 500
"""Rows of one list."""
LONGEST_LINE = 300
"""Characters."""


class ReplyGrade(Struct, frozen=True, kw_only=True):
    """A standard: the setting's own level, the committee's beside it, and where the sector stands."""

    standard: str
    title: str
    own: str
    """A level id, or ``not-graded``."""
    own_word: str
    moderated: str = ""
    """Empty where the committee left the setting's own as it is."""
    moderated_word: str = ""
    reason: str = ""
    sector: str = ""
    """How many of the sector are at which level, in words; empty where that could tell of a few."""


class ReplyRemark(Struct, frozen=True, kw_only=True):
    """A comment, a question or a recommendation."""

    id: str
    kind: str
    """One of ``REMARK_KINDS``."""
    text: str
    standard: str = ""
    """Id of the standard it is about; empty for the return as a whole."""
    title: str = ""
    priority: str = ""
    """``now`` · ``this-term`` · ``this-cycle``, of a recommendation."""


class Reply(Struct, frozen=True, kw_only=True):
    """What a partnership says about a return. Days are ``YYYY-MM-DD``; empty text means not said."""

    format: str = REPLY_FORMAT
    format_version: int = FORMAT_VERSION
    id: str
    made_by: str
    made_on: str
    made_at: str = ""
    """The instant, as it is kept; empty in a reply of an older version."""
    partnership: str
    register_id: str
    setting: str
    return_id: str
    return_code: str
    """The spoken code of the return that was read."""
    received_on: str
    cycle: str
    pack: str
    edition: str
    grades: tuple[ReplyGrade, ...] = ()
    remarks: tuple[ReplyRemark, ...] = ()
    plan: str = ""
    """``accepted`` · ``sent-back``; empty where nothing was decided."""
    plan_reason: str = ""
    plan_waits: bool = False
    """Whether the return has an action plan of which nothing was decided."""
    unread: bool = False
    """Whether it was made before the return was read to the end."""
    sector: str = ""
    """Words of the sector."""
    report: str = ""
    """Where the learning report is: a file that is attached, or an address."""
    answer_to: tuple[str, ...] = ()
    """Email addresses the answer goes to."""
    digest: str = ""


class AnswerLine(Struct, frozen=True, kw_only=True):
    """The answer to one remark."""

    remark: str
    text: str = ""
    action: str = ""
    """What the setting will do about it; empty where it made no action of it."""
    due: str = ""
    """By when."""


class ReplyAnswer(Struct, frozen=True, kw_only=True):
    """What a setting says to a reply."""

    format: str = ANSWER_FORMAT
    format_version: int = FORMAT_VERSION
    id: str
    made_by: str
    made_on: str
    made_at: str = ""
    """The instant, as it is kept; empty in an answer of an older version."""
    reply: str
    return_id: str
    register_id: str
    setting: str
    answers: tuple[AnswerLine, ...] = ()
    digest: str = ""


def asked_words(kinds: Iterable[str]) -> str:
    """How much is asked, of the kinds of some remarks: ``2 questions and 1 recommendation``; empty for nothing."""
    number = Counter(kinds)
    return " and ".join(count(number[kind], kind) for kind in (QUESTION, RECOMMENDATION) if number[kind])


def wrong_in_reply(reply: Reply) -> Iterator[str]:
    """What cannot be right in a reply that was read, as clauses."""
    for what, text in (("who replies", reply.partnership), ("to which return", reply.return_id), ("its id", reply.id)):
        if not text:
            yield f"it does not say {what}"
    if reply.plan not in {"", ACCEPTED, SENT_BACK}:
        yield f'"{reply.plan[:40]}" is nothing that can be said of a plan'
    for remark in reply.remarks:
        if remark.kind not in REMARK_KINDS or not remark.id or not remark.text:
            yield "a remark in it has no id, no text or is of no known kind"
    yield from _twice("remark", (remark.id for remark in reply.remarks))
    yield from _wrong_days(reply.made_on, (reply.received_on,))
    yield from _wrong_lists((reply.grades, reply.remarks, reply.answer_to))
    heads = (reply.id, reply.made_by, reply.partnership, reply.register_id, reply.setting, reply.return_id)
    yield from _wrong_lines(
        (*heads, reply.made_at, reply.return_code, reply.cycle, reply.pack, reply.edition, reply.sector)
    )
    yield from _wrong_lines((reply.report, *reply.answer_to))
    for grade in reply.grades:
        words = (grade.title, grade.own_word, grade.moderated_word, grade.sector)
        yield from _wrong_lines((grade.standard, grade.own, grade.moderated, *words))
    for remark in reply.remarks:
        yield from _wrong_lines((remark.id, remark.kind, remark.standard, remark.title, remark.priority))
    yield from _wrong_texts((reply.plan_reason, *(grade.reason for grade in reply.grades)))
    yield from _wrong_texts(remark.text for remark in reply.remarks)


def wrong_in_answer(answer: ReplyAnswer) -> Iterator[str]:
    """What cannot be right in an answer that was read, as clauses."""
    if not answer.reply or not answer.return_id or not answer.id:
        yield "it does not say to which reply it belongs"
    yield from _twice("answer", (line.remark for line in answer.answers))
    yield from _wrong_days(answer.made_on, (line.due for line in answer.answers))
    yield from _wrong_lists((answer.answers,))
    yield from _wrong_lines((answer.id, answer.made_at, answer.reply, answer.return_id))
    yield from _wrong_lines((answer.register_id, answer.setting))
    yield from _wrong_lines(line.remark for line in answer.answers)
    yield from _wrong_texts(text for line in answer.answers for text in (line.text, line.action))


def _twice(noun: str, ids: Iterable[str]) -> Iterator[str]:
    every = list(ids)
    if len(set(every)) < len(every):
        yield f"it has the same {noun} twice"


def _wrong_days(made_on: str, others: Iterable[str]) -> Iterator[str]:
    if not is_day(made_on):
        yield "it does not say on which day it was made"
    for day in others:
        if day and not is_day(day):
            yield f'"{ascii(day[:20])[1:-1]}" is no day'


def _wrong_lists(lists: Iterable[tuple[object, ...]]) -> Iterator[str]:
    if any(len(items) > MOST for items in lists):
        yield f"it has a list of more than {MOST} rows"


def _wrong_lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > LONGEST_LINE or line != clean_line(line) or line != sent_text(line):
            yield f'"{ascii(line[:40])[1:-1]}" is not a plain line of text'


def _wrong_texts(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if len(text) > LONGEST_TEXT:
            yield f'the text that begins "{ascii(text[:40])[1:-1]}" is longer than {LONGEST_TEXT:,} characters'
        elif text != sent_text(text):
            yield f'"{ascii(text[:40])[1:-1]}" holds characters that do not belong in a text'
