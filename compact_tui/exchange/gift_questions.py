"""What a GIFT question is as a question of ours: its kind, its options, and what must be said about it."""

from msgspec import Struct

from compact_tui.core.bank import (
    CHOICE,
    LIVE,
    MULTIPLE,
    SCENARIO,
    SPOKEN,
    TRUE_FALSE,
    BankSource,
    Option,
    Question,
)
from compact_tui.core.problems import Problem, Severity
from compact_tui.core.text import count, listed, slug
from compact_tui.exchange.bank_formats import LONGEST_ID, Names
from compact_tui.exchange.gift_feedback import Told, told_by
from compact_tui.exchange.gift_items import Answer, Item

_TAGGED = {"role": "roles", "sector": "sectors", "standard": "standards", "criterion": "criteria"}
"""Lists of a question that other programs keep as tags: ``[tag:role:volunteer]``."""
STATUS, CRITICAL = "status", "critical:yes"
TRUE_OR_FALSE = (("true", "True"), ("false", "False"))
"""Id and text of the two options."""


class Seen(Struct, frozen=True):
    """A question as the file shows it, before anything that was noted beside it."""

    question: Question
    problems: tuple[Problem, ...]
    """Errors: why it cannot be taken as it stands. Warnings: what is left behind."""
    sources: tuple[BankSource, ...] = ()


def seen_in(item: Item, names: Names) -> Seen:
    """The question that an item shows; made whatever is wrong with it.

    Args:
        item: What the file has.
        names: Ids that were given so far.
    """
    told = told_by(item.general.text)
    kind, options = _options(item)
    right = [option.text for option in options if option.right]
    block = item.block
    question = Question(
        id=names.given(block.id or item.title or item.prompt.text[: 2 * LONGEST_ID]),
        topic=slug(block.category[-1], LONGEST_ID) if block.category else "",
        kind=kind,
        prompt=item.prompt.text,
        answer=told.answer or "; ".join(right),
        why=told.why,
        source=told.places,
        point=told.points,
        option=options,
        tags=tuple(tag for tag in block.tags if not _is_ours(tag)),
        roles=_tagged(block.tags, "role"),
        sectors=_tagged(block.tags, "sector"),
        standards=_tagged(block.tags, "standard"),
        criteria=_tagged(block.tags, "criterion"),
        status=next(iter(_tagged(block.tags, STATUS)), LIVE),
        critical=CRITICAL in block.tags,
    )
    return Seen(question, (*_errors(item, question, told), *_warnings(item, question)), told.sources)


def tags_of(question: Question) -> tuple[str, ...]:
    """The tags that a question is written with: its own, and what it says of itself."""
    lists = [f"{name}:{value}" for name, field in _TAGGED.items() for value in getattr(question, field)]
    status = [f"{STATUS}:{question.status}"] if question.status != LIVE else []
    return (*lists, *status, *([CRITICAL] if question.critical else []), *question.tags)


def _is_ours(tag: str) -> bool:
    name, sign, _ = tag.partition(":")
    return tag == CRITICAL or bool(sign) and name in (*_TAGGED, STATUS)


def _tagged(tags: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(tag.removeprefix(f"{name}:") for tag in tags if tag.startswith(f"{name}:"))


def _options(item: Item) -> tuple[str, tuple[Option, ...]]:
    if item.truth is not None:
        wrong, right = (*(part.text for part in item.truth_feedback), "", "")[:2]
        said = {item.truth: right, (not item.truth): wrong}
        return TRUE_FALSE, tuple(
            Option(id=name, text=text, right=value == item.truth, feedback=said[value])
            for (name, text), value in zip(TRUE_OR_FALSE, (True, False), strict=True)
        )
    if not item.answers:
        return SPOKEN, ()
    signs = sum(answer.right for answer in item.answers)
    names = Names()
    options = tuple(
        Option(
            id=names.given(answer.text.text),
            text=answer.text.text,
            right=answer.right or _full(answer, alone=bool(signs)),
            feedback=answer.feedback.text,
        )
        for answer in item.answers
    )
    return (MULTIPLE if not signs else CHOICE if sum(option.right for option in options) == 1 else SCENARIO), options


def _full(answer: Answer, *, alone: bool) -> bool:
    """Whether an answer with ~ is right: where one answer is chosen, it must be worth everything."""
    return (answer.weight or 0) > (99.9 if alone else 0)


def _errors(item: Item, question: Question, told: Told) -> list[Problem]:
    line = item.block.line
    found: list[Problem] = []
    if not question.prompt:
        found.append(Problem(what="The question has no words.", remedy="Write them before the answers.", line=line))
    if question.kind == SPOKEN and not told.ours:
        what = "This is an essay question, which a bank has not."
        remedy = "Give it answers to choose from, or write it as a spoken question with points to listen for."
        found.append(Problem(what=what, remedy=remedy, line=line))
    empty = next((answer for answer in item.answers if not answer.text.text), None)
    if empty:
        what = "An answer has no words."
        found.append(Problem(what=what, remedy="Write them behind = or ~, or take it out.", line=empty.line))
    if question.option and not any(option.right for option in question.option):
        what = "None of the answers is right."
        found.append(Problem(what=what, remedy="Put = before the right one instead of ~.", line=line))
    return found


def _warnings(item: Item, question: Question) -> list[Problem]:
    pieces = (item.prompt, item.general, *item.truth_feedback)
    inner = (piece for answer in item.answers for piece in (answer.text, answer.feedback))
    left_out = sorted({name for piece in (*pieces, *inner) for name in piece.left_out})
    told = [_about_weights(item, question)]
    if left_out:
        told.append(f"Only the words were taken; left out: {listed(f'<{name}>' for name in left_out[:9])}.")
    remedy = "Look whether it still asks what it should."
    return [Problem(what=what, remedy=remedy, severity=Severity.WARNING, line=item.block.line) for what in told if what]


def _about_weights(item: Item, question: Question) -> str:
    weights = [answer.weight for answer in item.answers if answer.weight is not None]
    positive = [weight for weight in weights if weight > 0]
    if question.kind == MULTIPLE and positive and abs(sum(positive) - 100) > 0.1:
        return f"The weights of the right answers make {sum(positive):g} % and not 100; each counts as right."
    partly = [weight for weight in positive if weight < 99.9]
    if question.kind != MULTIPLE and partly:
        return f"A bank knows no half right answers: {count(len(partly), 'partial weight')} left out."
    if question.kind == MULTIPLE and max(partly, default=0) - min(partly, default=0) > 0.1:
        return "The right answers have different weights; in a bank each counts the same."
    return ""
