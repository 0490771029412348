"""A question as it is put to people: what is read aloud, what to listen for, what is said back."""

from collections.abc import Iterable, Mapping

from compact_tui.core.asking import amount
from compact_tui.core.asking_views import AskPage, AskRow, HeardLine, RoundEnd, RoundLine
from compact_tui.core.bank import CHOICE, MULTIPLE, QUESTION_KINDS, SCENARIO, SPOKEN, TRUE_FALSE, Question, QuestionBank
from compact_tui.core.bank_use import Askable
from compact_tui.core.spot import FULL, KNEW_WHERE, LEVELS, NOT_YET, PARTIAL, WAYS, Flagged, Heard, SpotCheck
from compact_tui.core.text import count

LEVEL_WORDS: Mapping[str, str] = dict(LEVELS)
_LETTERS = "abcdefgh"
_KIND_WORDS = {
    SPOKEN: "listen for",
    CHOICE: "one answer is right",
    MULTIPLE: "several are right",
    TRUE_FALSE: "true or false",
    SCENARIO: "several next steps are good",
}
assert set(_KIND_WORDS) == {kind for kind, _ in QUESTION_KINDS}
FOLLOW_UPS = (
    "Nothing more: it was said back there and then",
    "Bring it up at the next team meeting",
    "Ask the same again in three weeks, in other words",
    "Put it into supervision or induction",
)
"""What usually follows a round."""


def ask_rows(question: Question, heard: Iterable[str]) -> tuple[AskRow, ...]:
    """The points to listen for, or the options, with the key that ticks each."""
    said = set(heard)
    if question.kind == SPOKEN:
        return tuple(
            AskRow(id=point.id, key=str(at), words=point.say, kind=point.weight, heard=point.id in said)
            for at, point in enumerate(question.point, 1)
        )
    return tuple(
        AskRow(
            id=option.id,
            key=letter,
            words=option.text,
            kind="unsafe" if option.unsafe else "right" if option.right else "wrong",
            heard=option.id in said,
            feedback=option.feedback,
        )
        for letter, option in zip(_LETTERS, question.option, strict=False)
    )


def ask_page(
    check: SpotCheck,
    asked: Askable,
    bank: QuestionBank,
    heard: Heard | None,
    *,
    topic: str,
    why: str,
    repeated: bool = False,
    flags: Iterable[Flagged] = (),
) -> AskPage:
    """One question of a round as it is asked.

    Args:
        check: The round.
        asked: The question with its marks; what the profile says is in it already.
        bank: Its bank.
        heard: What was heard so far, if anything.
        topic: The topic's title.
        why: Why it was picked.
        repeated: Whether the same wording was heard lately.
        flags: What was found wanting.
    """
    question = asked.question
    at = check.questions.index(question.id)
    ticked = heard.points if heard else ()
    proposed = amount(question, ticked)
    rows = ask_rows(question, ticked)
    return AskPage(
        check=check.id,
        group=check.group,
        number=at + 1,
        of=len(check.questions),
        question=question.id,
        bank=asked.bank,
        topic=topic,
        kind=question.kind,
        kind_words=_KIND_WORDS[question.kind],
        prompt=question.prompt,
        choices=() if question.kind == SPOKEN else tuple(f"{row.key}  {row.words}" for row in rows),
        why_asked=why,
        repeated=repeated,
        rows=rows,
        answer=question.answer,
        why_it_matters=question.why,
        sources=source_lines(question, bank),
        marks=asked.marks,
        critical=question.critical,
        knew_where=question.knew_where,
        proposed=proposed.level,
        proposed_words=LEVEL_WORDS[proposed.level],
        level=heard.level if heard else "",
        level_words=LEVEL_WORDS[heard.level] if heard and heard.level else "",
        unsafe=heard.unsafe if heard else proposed.unsafe,
        note=heard.note if heard else "",
        flagged=any(flag.question == question.id for flag in flags),
        previous=check.questions[at - 1] if at else "",
        next=check.questions[at + 1] if at + 1 < len(check.questions) else "",
    )


def source_lines(question: Question, bank: QuestionBank) -> tuple[str, ...]:
    """Where the answer stands: title, edition and place, one a line."""
    sources = {source.id: source for source in bank.source}
    lines = []
    for cited in question.source:
        source = sources.get(cited.source)
        parts = (source.title, source.edition, cited.place) if source else (cited.source, cited.place)
        lines.append(", ".join(part for part in parts if part))
    return tuple(lines)


def round_line(check: SpotCheck, heard: Iterable[Heard]) -> RoundLine:
    """A round in a list."""
    answers = [one for one in heard if one.check == check.id and (one.level or one.counts)]
    return RoundLine(
        id=check.id,
        on=check.on,
        group=check.group,
        way=check.way,
        way_words=dict(WAYS).get(check.way, check.way),
        people=check.people,
        questions=len(check.questions),
        answered=len(answers),
        open=not check.ended_at,
        words=how_it_went(answers),
        follow_up=check.follow_up,
        by=check.by,
    )


def heard_line(heard: Heard, question: Question | None, topic: str) -> HeardLine:
    """What was heard to one question, in a list; a question that is not in any bank now is told by its id."""
    known = {row.id: row.words for row in ask_rows(question, ())} if question else {}
    return HeardLine(
        id=heard.id,
        question=heard.question,
        prompt=question.prompt if question else heard.question,
        topic=topic,
        level=heard.level,
        level_words=LEVEL_WORDS.get(heard.level, ""),
        unsafe=heard.unsafe,
        heard=tuple(known.get(point, point) for point in heard.points),
        note=heard.note,
        added=heard.added,
        added_on=heard.added_on,
        added_level=heard.added_level,
        added_level_words=LEVEL_WORDS.get(heard.added_level, ""),
        initials=heard.initials,
        counts=heard.counts,
    )


def how_it_went(answers: Iterable[Heard]) -> str:
    """Answers counted by level, in words; a level nobody gave is left out."""
    tally = {level: 0 for level in (FULL, KNEW_WHERE, PARTIAL, NOT_YET)}
    for answer in answers:
        for level, said in answer.counts or ((answer.level, 1),):
            if level in tally:
                tally[level] += said
    total = sum(tally.values())
    parts = ", ".join(f"{said} {LEVEL_WORDS[level]}" for level, said in tally.items() if said)
    return f"{count(total, 'answer')}: {parts}" if total else "no answers yet"


def round_end(check: SpotCheck, answers: Iterable[Heard], topics: Mapping[str, str]) -> RoundEnd:
    """How a round ended: two lines, and what could follow.

    Args:
        check: The round.
        answers: What was heard in it.
        topics: Titles of topics by id.
    """
    own = [one for one in answers if one.check == check.id]
    answered = any(one.level or one.counts for one in own)
    weak = [one for one in own if one.unsafe or one.level in {PARTIAL, NOT_YET}]
    names = list(dict.fromkeys(topics.get(one.topic, one.topic) for one in weak))
    unsafe = any(one.unsafe for one in own)
    if unsafe:
        second = f"Something unsafe was heard ({', '.join(names)}): talk about it today, kindly."
    elif names:
        second = f"Worth another look: {', '.join(names)}."
    else:
        second = "Everything was known. Say so to them." if answered else "Nothing was answered."
    first = f"{check.group}, {how_it_went(own)}."
    briefings = tuple(f"Five-minute briefing: {name}" for name in names[:1])
    return RoundEnd(
        check=check.id, lines=(first, second), follow_ups=(*briefings, *FOLLOW_UPS), follow_up=check.follow_up
    )
