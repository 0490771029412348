"""Two rounds beside each other, standard by standard: items by id, and never unlike ones as if they were the same."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.item_changes import KEPT, NEW, RETIRED
from compact_tui.core.last_time import change_words
from compact_tui.core.pack import NOT_GRADED, AuditPack, word_of
from compact_tui.core.pack_diff import pack_diff
from compact_tui.core.return_parts import ReturnAction, ReturnCriterion, ReturnEvidence, ReturnStandard
from compact_tui.core.returns import Return
from compact_tui.core.show import numbers_of
from compact_tui.core.text import count

BOTH, ONLY_THEN, ONLY_NOW, UNLIKE = "both", "only-then", "only-now", "unlike"
"""How an item stands in two rounds: asked in both, only in one of them, or asking something else under one id."""
_ASKED_WORDS = {ONLY_THEN: "asked only then", ONLY_NOW: "asked only now", UNLIKE: "asks something else now"}


class Round(Struct, frozen=True, kw_only=True):
    """One of the two: what was said, under what pack."""

    name: str
    """What it is called, such as ``2024-2026``."""
    said: Return
    pack: AuditPack
    """As its variation sees it; without standards where this computer does not know its words."""


class AnswerChange(Struct, frozen=True, kw_only=True):
    """A criterion whose answer differs, or that was asked in one of the two only."""

    criterion: str
    number: str
    question: str
    asked: str
    """One of ``BOTH ONLY_THEN ONLY_NOW UNLIKE``."""
    then: str
    """The answer in words."""
    now: str
    words: str


class StandardCompared(Struct, frozen=True, kw_only=True):
    """A standard in two rounds."""

    standard: str
    number: str
    title: str
    asked: str
    then: str
    """The grade in words; empty where there is none."""
    now: str
    change: str
    """How many levels up or down; empty where that cannot be said."""
    same: int
    """Criteria asked in both and answered alike."""
    answers: tuple[AnswerChange, ...]
    evidence_added: tuple[str, ...]
    evidence_gone: tuple[str, ...]
    actions_added: tuple[str, ...]
    actions_closed: tuple[str, ...]
    """Open then, and done, dropped or not there any more now."""
    sentence: str


class Compared(Struct, frozen=True, kw_only=True):
    """Two rounds, standard by standard: in the order of the second, then what was asked only in the first."""

    standards: tuple[StandardCompared, ...]
    up: int
    down: int
    same_pack: bool
    """Whether both were answered under one edition."""


def compare(then: Round, now: Round) -> Compared:
    """Put two rounds of one pack beside each other."""
    unlike = _unlike(then.pack, now.pack)
    before = {one.id: one for one in then.said.standards}
    numbers = _numbers(then), _numbers(now)
    order = [one.id for one in now.said.standards]
    order += [name for name in before if name not in order]
    after = {one.id: one for one in now.said.standards}
    lines = tuple(_standard(name, before.get(name), after.get(name), then, now, unlike, numbers) for name in order)
    return Compared(
        standards=lines,
        up=sum(line.change.endswith("up") for line in lines),
        down=sum(line.change.endswith("down") for line in lines),
        same_pack=then.said.pack.edition == now.said.pack.edition,
    )


def _unlike(old: AuditPack, new: AuditPack) -> frozenset[str]:
    """Ids under which the two editions ask different things."""
    if not (old.standard and new.standard) or old == new:
        return frozenset()
    return frozenset(item.id for item in pack_diff(old, new).items if item.how not in (*KEPT, NEW, RETIRED))


def _numbers(round_: Round) -> Mapping[str, str]:
    """Numbers by id, counted where the pack's words are not known."""
    made: dict[str, str] = {}
    for at, standard in enumerate(round_.said.standards, 1):
        made[standard.id] = str(at)
        made |= {one.id: f"{at}.{place}" for place, one in enumerate(standard.criteria, 1)}
    return made | numbers_of(round_.pack)


def _standard(
    name: str,
    before: ReturnStandard | None,
    after: ReturnStandard | None,
    then: Round,
    now: Round,
    unlike: frozenset[str],
    numbers: tuple[Mapping[str, str], Mapping[str, str]],
) -> StandardCompared:
    asked = _asked(before, after, name in unlike)
    told = now if after is not None else then
    then_word, now_word = _grade(then, before), _grade(now, after)
    change = ""
    if asked == BOTH and before is not None and after is not None and then_word and now_word:
        change = change_words(now.pack, before.grade, after.grade)
    said = {one.id: one for one in (before.criteria if before else ())}
    heard = {one.id: one for one in (after.criteria if after else ())}
    everything_then = {one.id: one for s in then.said.standards for one in s.criteria}
    everything_now = {one.id for s in now.said.standards for one in s.criteria}
    order = [*heard, *(one for one in said if one not in everything_now)]
    lines = [_answer(one, everything_then.get(one), heard.get(one), then, now, unlike, numbers) for one in order]
    differ = tuple(line for line in lines if line.asked != BOTH or line.then != line.now)
    ours = {name, *said}, {name, *heard}
    evidence_added, evidence_gone = _come_and_gone(then.said.evidence, now.said.evidence, ours)
    actions_added, _ = _come_and_gone(then.said.actions, now.said.actions, ours)
    closed = _closed(then.said.actions, now.said.actions, ours[0] | ours[1])
    one = StandardCompared(
        standard=name,
        number=numbers[1 if after is not None else 0][name],
        title=next((s.title for s in told.pack.standard if s.id == name), name),
        asked=asked,
        then=then_word,
        now=now_word,
        change=change,
        same=len(lines) - len(differ),
        answers=differ,
        evidence_added=evidence_added,
        evidence_gone=evidence_gone,
        actions_added=actions_added,
        actions_closed=closed,
        sentence="",
    )
    return _with_sentence(one)


def _asked(before: object, after: object, unlike: bool) -> str:
    if before is None:
        return ONLY_NOW
    if after is None:
        return ONLY_THEN
    return UNLIKE if unlike else BOTH


def _grade(round_: Round, standard: ReturnStandard | None) -> str:
    if standard is None or standard.grade == NOT_GRADED or not standard.grade:
        return ""
    return word_of(round_.pack, "level", standard.grade)


def _answer(
    name: str,
    before: ReturnCriterion | None,
    after: ReturnCriterion | None,
    then: Round,
    now: Round,
    unlike: frozenset[str],
    numbers: tuple[Mapping[str, str], Mapping[str, str]],
) -> AnswerChange:
    asked = _asked(before, after, name in unlike)
    told = now if after is not None else then
    words = [word_of(r.pack, "answer", one.answer) if one else "" for r, one in ((then, before), (now, after))]
    line = f"{words[0]} -> {words[1]}" if asked in (BOTH, UNLIKE) else words[0] or words[1]
    return AnswerChange(
        criterion=name,
        number=numbers[1 if after is not None else 0][name],
        question=next((c.question for s in told.pack.standard for c in s.criterion if c.id == name), name),
        asked=asked,
        then=words[0],
        now=words[1],
        words=f"{line} ({_ASKED_WORDS[asked]})" if asked in _ASKED_WORDS else line,
    )


def _come_and_gone(
    then: Iterable[ReturnEvidence | ReturnAction],
    now: Iterable[ReturnEvidence | ReturnAction],
    ours: tuple[set[str], set[str]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles of what is there now and was not then, and the other way round, of one standard."""
    before, after = tuple(then), tuple(now)
    known, still = {one.id for one in before}, {one.id for one in after}
    come = tuple(_title(one) for one in after if one.id not in known and ours[1].intersection(one.supports))
    gone = tuple(_title(one) for one in before if one.id not in still and ours[0].intersection(one.supports))
    return come, gone


def _closed(then: Iterable[ReturnAction], now: Iterable[ReturnAction], ours: set[str]) -> tuple[str, ...]:
    after = {one.id: one for one in now}
    return tuple(
        one.what
        for one in then
        if one.status == "open"
        and ours.intersection(one.supports)
        and (one.id not in after or after[one.id].status != "open")
    )


def _title(one: ReturnEvidence | ReturnAction) -> str:
    return one.title if isinstance(one, ReturnEvidence) else one.what


def _with_sentence(one: StandardCompared) -> StandardCompared:
    parts = [_ASKED_WORDS[one.asked]] if one.asked in _ASKED_WORDS else []
    if one.then or one.now:
        moved = f" ({one.change})" if one.change else ""
        parts.append(f"{one.then or 'no grade'} -> {one.now or 'no grade'}{moved}")
    differ = sum(line.asked == BOTH for line in one.answers)
    if one.asked == BOTH:
        parts.append(f"{count(differ, 'answer')} changed" if differ else "no answer changed")
    for what, titles in (("evidence", one.evidence_added), ("action", one.actions_added)):
        if titles:
            parts.append(f"{len(titles)} new {what if len(titles) == 1 or what == 'evidence' else what + 's'}")
    if one.actions_closed:
        parts.append(f"{count(len(one.actions_closed), 'action')} closed")
    values = {name: getattr(one, name) for name in one.__struct_fields__}
    return StandardCompared(**{**values, "sentence": ", ".join(parts)})
