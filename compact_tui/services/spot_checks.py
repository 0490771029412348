"""Asking: a round of questions to a role group, from the first to how it ended."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.ask_page import ask_page, round_end, round_line
from compact_tui.core.asking import amount
from compact_tui.core.asking_views import AskPage, NextQuestion, RoundEnd, RoundLine
from compact_tui.core.change import stacks
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.spot import CORRIDOR, LEVELS, Flagged, Heard, SpotCheck
from compact_tui.core.text import clean, clean_line, did_you_mean
from compact_tui.services.books import records_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import undo_in
from compact_tui.services.spot_books import (
    MONTH_BOOK,
    all_checks,
    all_heard,
    keep,
    month_of,
)
from compact_tui.services.spot_parts import (
    blank_heard,
    check_known,
    check_named,
    group_named,
    initials_allowed,
    picked_for,
    question_named,
    remember_group,
    seed_of,
    topic_titles,
    why_picked,
)
from compact_tui.storage.book import Book

ROUND = 3
"""Questions in a round where nobody says otherwise."""


def next_questions(
    desk: Desk, group: str, *, number: int = ROUND, seed: int | None = None, topic: str = ""
) -> tuple[NextQuestion, ...]:
    """What a role group could be asked next, each with the reason; nothing is kept.

    Raises:
        UsageError: If the topic is not known.
    """
    picked = picked_for(desk, group_named(desk, group), number, seed_of(desk, seed), topic)
    return tuple(
        NextQuestion(
            id=one.askable.question.id,
            topic=one.askable.question.topic,
            kind=one.askable.question.kind,
            prompt=one.askable.question.prompt,
            why=one.why,
        )
        for one in picked
    )


def begin(
    desk: Desk,
    group: str,
    *,
    people: int = 0,
    number: int = ROUND,
    topic: str = "",
    seed: int | None = None,
    way: str = CORRIDOR,
) -> AskPage:
    """Begin a round and give its first question.

    Args:
        desk: Where, when and who.
        group: The role group; a new name makes a new group.
        people: How many people are asked; 0 where nobody says.
        number: How many questions.
        topic: Only this topic; empty for all.
        seed: Where chance begins; ``None`` for a new one, which is kept with the round.
        way: How they are asked, an id of ``core.spot.WAYS``.

    Raises:
        UsageError: If the topic is not known, or a number makes no sense.
        CompactError: If there is nothing that may be asked.
    """
    if people < 0 or number < 1:
        raise UsageError("Nobody, or no question, cannot be asked.", "Give a whole number from 1 on.")
    known = group_named(desk, group)
    chance = seed_of(desk, seed)
    picked = picked_for(desk, known, number, chance, topic)
    if not picked:
        raise CompactError(
            f"There is no question that may be put to {known.name} now.",
            "Nothing was kept. See which banks there are with: compact-tui bank list",
        )
    check = SpotCheck(
        id=desk.new_id("s"),
        on=desk.today,
        group=known.name,
        way=way,
        people=people,
        seed=chance,
        questions=tuple(one.askable.question.id for one in picked),
        by=desk.who,
        at=desk.at,
    )
    remember_group(desk, known)
    desk.shelf.whys.update({(check.id, one.askable.question.id): (one.why, one.repeated) for one in picked})
    path = desk.workspace.spot_month_path(month_of(check.on))
    keep(desk, path, MONTH_BOOK, "round", f"round begun: {known.name}", (edit("checks", check.id, None, check),))
    return question_page(desk, check.id)


def question_page(desk: Desk, check_id: str, question_id: str = "") -> AskPage:
    """A question of a round; without a name the first that nobody has answered, or the last.

    Raises:
        UsageError: If there is no such round, or the question is not in it or in no bank any more.
    """
    check, book = check_named(desk, check_id)
    heard = {one.question: one for one in records_of(book, "heard", Heard) if one.check == check.id}
    open_ones = [name for name in check.questions if name not in heard or not heard[name].level]
    name = question_id or (open_ones or list(check.questions[-1:]))[0]
    if name not in check.questions:
        raise UsageError(f'"{name}" is not asked in this round.', did_you_mean(name, check.questions))
    one, bank = question_named(desk, name, check.on)
    why, again = why_picked(desk, check, one)
    flags = records_of(book, "flags", Flagged)
    topic = topic_titles().get(one.question.topic, one.question.topic)
    return ask_page(check, one, bank, heard.get(name), topic=topic, why=why, repeated=again, flags=flags)


def hear(
    desk: Desk,
    check_id: str,
    question_id: str,
    *,
    points: Sequence[str] | None = None,
    level: str | None = None,
    note: str | None = None,
    initials: str | None = None,
    counts: Mapping[str, int] | None = None,
) -> AskPage:
    """Keep what was heard to a question; what is ``None`` stays as it is.

    Args:
        desk: Where, when and who.
        check_id: The round.
        question_id: The question.
        points: Ids of the points or options that were heard.
        level: What it amounts to; empty takes it back.
        note: A line of note.
        initials: Whose answer it is, where that may be kept.
        counts: How many gave each level or option, where a group was asked together.

    Raises:
        UsageError: Unknown round, question, point or level, or initials that may not be kept.
    """
    check, book = check_named(desk, check_id)
    if question_id not in check.questions:
        raise UsageError(f'"{question_id}" is not asked in this round.', did_you_mean(question_id, check.questions))
    one, bank = question_named(desk, question_id, check.on)
    question = one.question
    before = _heard_to(book, check.id, question_id)
    check_known("point", points or (), [p.id for p in question.point] + [o.id for o in question.option])
    check_known("level", [level] if level else (), [known for known, _ in LEVELS])
    after = before or blank_heard(desk, check, question, bank)
    ticked = after.points if points is None else tuple(points)
    after = replace(
        after,
        points=ticked,
        level=after.level if level is None else level,
        unsafe=amount(question, ticked).unsafe,
        note=after.note if note is None else clean(note),
        initials=after.initials if initials is None else initials_allowed(desk, initials),
        counts=after.counts if counts is None else tuple((name, said) for name, said in counts.items() if said > 0),
        by=desk.who,
        at=desk.at,
    )
    what = f"heard from {check.group}: {question.id}"
    keep(desk, book.path, MONTH_BOOK, "heard", what, (edit("heard", after.id, before, after),))
    return question_page(desk, check_id, question_id)


def flag(desk: Desk, check_id: str, question_id: str, what: str) -> AskPage:
    """Say that a question is not good, while it is asked; it goes to the bank's owner with the next export.

    Raises:
        UsageError: Unknown round or question, or nothing is said.
    """
    check, book = check_named(desk, check_id)
    one, bank = question_named(desk, question_id, check.on)
    if not clean(what):
        raise UsageError("Say what is wrong with the question.", "One sentence is enough. Nothing was kept.")
    made = Flagged(
        id=desk.new_id("f"),
        question=one.question.id,
        bank=bank.bank.id,
        edition=bank.bank.edition,
        what=clean(what),
        by=desk.who,
        at=desk.at,
    )
    keep(desk, book.path, MONTH_BOOK, "flag", f"flagged: {made.question}", (edit("flags", made.id, None, made),))
    return question_page(desk, check_id, question_id)


def finish(desk: Desk, check_id: str, follow_up: str = "") -> RoundEnd:
    """End a round, with what follows; it can be said again.

    Raises:
        UsageError: If there is no such round.
    """
    check, book = check_named(desk, check_id)
    after = replace(check, ended_at=check.ended_at or desk.at, follow_up=clean_line(follow_up) or check.follow_up)
    keep(desk, book.path, MONTH_BOOK, "round", f"round ended: {check.group}", (edit("checks", check.id, check, after),))
    return round_end(after, records_of(book, "heard", Heard), topic_titles())


def take_back(desk: Desk, check_id: str) -> AskPage:
    """Take back the last step of a round, and give the question that it was about.

    Raises:
        CompactError: If nothing was heard or flagged in it yet, or something else was done since.
    """
    check, book = check_named(desk, check_id)
    newest = next(iter(stacks(book.history).undo), None)
    edits = newest.edits if newest else ()
    rows = [edit.after or edit.before or {} for edit in edits if edit.table in {"heard", "flags"}]
    question = next((str(row["question"]) for row in rows if row.get("check", check.id) == check.id), "")
    if len(rows) != len(edits) or question not in check.questions:
        raise CompactError("There is nothing to take back in this round.", "Nothing was changed.")
    undo_in(desk, book)
    return question_page(desk, check_id, question)


def open_rounds(desk: Desk) -> tuple[RoundLine, ...]:
    """Rounds that were begun and not ended, newest first."""
    heard = all_heard(desk)
    return tuple(round_line(check, heard) for check in reversed(all_checks(desk)) if not check.ended_at)


def _heard_to(book: Book, check: str, question: str) -> Heard | None:
    found = records_of(book, "heard", Heard)
    return next((one for one in found if one.check == check and one.question == question), None)
