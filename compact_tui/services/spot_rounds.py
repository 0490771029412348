"""Rounds that were: listing and showing them, what was remembered later, and answers that were heard elsewhere."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.ask_page import heard_line, round_line
from compact_tui.core.asking import amount
from compact_tui.core.asking_views import RoundLine, RoundView
from compact_tui.core.bank import SPOKEN, Question
from compact_tui.core.days import parse_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Filled, Form, fill
from compact_tui.core.own_answers import with_own
from compact_tui.core.paper_answers import paper_answers
from compact_tui.core.spot import LEVELS, NOT_YET, PAPER, TOGETHER, Heard, RoleGroup, SpotCheck
from compact_tui.core.spot_forms import COUNT, counts_form, later_form, paper_form
from compact_tui.core.text import clean, did_you_mean
from compact_tui.services.banks import all_banks
from compact_tui.services.books import read_setting, records_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import MONTH_BOOK, all_checks, all_heard, keep, keeping_now, month_of
from compact_tui.services.spot_parts import (
    blank_heard,
    check_known,
    check_named,
    group_named,
    initials_allowed,
    question_named,
    remember_group,
    topic_titles,
)
from compact_tui.services.spot_place import groups_known

_NOTHING = "Nothing was kept."


def list_rounds(desk: Desk) -> tuple[RoundLine, ...]:
    """Every round, newest first."""
    heard: dict[str, list[Heard]] = {}
    for one in all_heard(desk):
        heard.setdefault(one.check, []).append(one)
    checks = sorted(all_checks(desk), key=lambda check: (check.on, check.at))
    return tuple(round_line(check, heard.get(check.id, ())) for check in reversed(checks))


def show_round(desk: Desk, check_id: str) -> RoundView:
    """A round with everything that was heard in it, in the order of asking.

    Raises:
        UsageError: If there is no such round.
    """
    check, book = check_named(desk, check_id)
    heard = [one for one in records_of(book, "heard", Heard) if one.check == check.id]
    order = {name: at for at, name in enumerate(check.questions)}
    heard.sort(key=lambda one: order.get(one.question, len(order)))
    questions, titles = questions_by_id(desk), topic_titles()
    lines = tuple(heard_line(one, questions.get(one.question), titles.get(one.topic, one.topic)) for one in heard)
    return RoundView(round=round_line(check, heard), heard=lines, seed=check.seed)


def later_form_for(desk: Desk) -> Form:
    """What is asked when somebody remembered more later."""
    told = keeping_now(desk)
    return later_form(initials=told is not None and told.initials)


def add_later(desk: Desk, heard_id: str, typed: Mapping[str, str]) -> RoundView:
    """Keep what a person remembered later; the first answer stays beside it.

    Args:
        desk: Where, when and who.
        heard_id: The answer, by its id, or as ``round question``.
        typed: What was typed into the form of ``later_form_for``.

    Raises:
        UsageError: If there is no such answer, or something typed cannot be taken.
    """
    found = next((one for one in all_heard(desk) if heard_id in {one.id, f"{one.check} {one.question}"}), None)
    if found is None:
        known = [one.id for one in all_heard(desk)]
        raise UsageError(f'There is no answer "{heard_id}".', f"{did_you_mean(heard_id, known)} {_NOTHING}".strip())
    filled = _filled(later_form_for(desk), typed)
    _, book = check_named(desk, found.check)
    after = replace(
        found,
        added=clean(filled.value("added")),
        added_on=_day(desk, filled.value("on")),
        added_level=filled.value("level"),
        initials=initials_allowed(desk, filled.value("initials")) or found.initials,
        by=desk.who,
        at=desk.at,
    )
    what = f"remembered later: {found.question}"
    keep(desk, book.path, MONTH_BOOK, "added", what, (edit("heard", found.id, found, after),))
    return show_round(desk, found.check)


def record(
    desk: Desk,
    group: str,
    question_id: str,
    level: str,
    *,
    heard: Sequence[str] = (),
    people: int = 0,
    note: str = "",
    initials: str = "",
    on: str = "",
    way: str = PAPER,
) -> RoundView:
    """Keep one answer that was heard elsewhere, as a round of its own.

    Args:
        desk: Where, when and who.
        group: The role group.
        question_id: The question.
        level: What the answer amounts to; empty for what was heard of it.
        heard: Ids of the points or options that were heard.
        people: How many were asked; 0 where nobody says.
        note: A line of note.
        initials: Whose answer it is, where that may be kept.
        on: The day; empty for today.
        way: How it was asked, an id of ``core.spot.WAYS``.

    Raises:
        UsageError: Unknown question, point or level, a day to come, or initials that may not be kept.
    """
    named, check = _round_of(desk, group, on, people, (question_id,), way)
    one = _answer(desk, check, question_id, level, heard)
    one = replace(one, note=clean(note), initials=initials_allowed(desk, initials))
    return keep_round(desk, named, check, (one,))


def together_form_for(desk: Desk, question_id: str) -> Form:
    """What is asked where a group answered a question together.

    Raises:
        UsageError: If no bank has the question.
    """
    asked, _ = question_named(desk, question_id, desk.today)
    return counts_form(asked.question, groups_known(desk, all_checks(desk)))


def answer_together(desk: Desk, question_id: str, typed: Mapping[str, str]) -> RoundView:
    """Keep how many of a group gave each answer; of options also what they amount to, as levels.

    Raises:
        UsageError: If the question is not known, something typed cannot be taken, or nobody was counted.
    """
    form = together_form_for(desk, question_id)
    filled = _filled(form, typed)
    counts = {id_.removeprefix(COUNT): int(said or 0) for id_, said in filled.values if id_.startswith(COUNT)}
    total = sum(counts.values())
    if not total:
        raise UsageError("Nobody was counted.", f"Type how many gave at least one of the answers. {_NOTHING}")
    named, check = _round_of(desk, filled.value("group"), filled.value("on"), total, (question_id,), TOGETHER)
    asked, bank = question_named(desk, question_id, check.on)
    levels, unsafe = _as_levels(asked.question, counts)
    kept = tuple((name, said) for name, said in (*levels.items(), *counts.items()) if said)
    one = replace(
        blank_heard(desk, check, asked.question, bank),
        counts=tuple(dict(kept).items()),
        unsafe=unsafe,
        by=desk.who,
        at=desk.at,
    )
    return keep_round(desk, named, check, (one,))


def paper_form_for(desk: Desk) -> Form:
    """What is asked when answers on paper are typed in; sheets that wait for their answers can be chosen."""
    checks = all_checks(desk)
    waiting = [check for check in checks if check.way == PAPER and not check.ended_at]
    return paper_form(groups_known(desk, checks), [(check.id, f"{check.group}, {check.on}") for check in waiting])


def paper_typed(desk: Desk) -> dict[str, str]:
    """What the form for paper holds at the start: the newest sheet that waits, else whom one asked last."""
    checks = all_checks(desk)
    waiting = [check for check in checks if check.way == PAPER and not check.ended_at]
    last = (waiting or list(checks))[-1:]
    return {"round": check.id if waiting else "", "group": check.group} if (check := next(iter(last), None)) else {}


def enter_paper(desk: Desk, typed: Mapping[str, str], answers: str) -> RoundView:
    """Keep the answers of a sheet, one a line: ``1 full``, ``2 p``, or the question's id and a level.

    Args:
        desk: Where, when and who.
        typed: What was typed into the form of ``paper_form_for``.
        answers: The lines.

    Raises:
        UsageError: If a line cannot be read, by its number; then nothing is kept.
    """
    filled = _filled(paper_form_for(desk), typed)
    sheet, book = check_named(desk, filled.value("round")) if filled.value("round") else (None, None)
    read, wrong = paper_answers(answers, sheet.questions if sheet else ())
    if wrong:
        raise UsageError(wrong[0], _NOTHING)
    people = int(filled.value("people") or 0)
    names = tuple(name for name, _ in read)
    if sheet is None or book is None:
        named, check = _round_of(desk, filled.value("group"), filled.value("on"), people, names, PAPER)
        return keep_round(desk, named, check, tuple(_answer(desk, check, name, level, ()) for name, level in read))
    day = _day(desk, filled.value("on") or sheet.on)
    after = replace(sheet, people=people or sheet.people, ended_at=desk.at)
    before = {one.question: one for one in records_of(book, "heard", Heard) if one.check == sheet.id}
    edits = [edit("checks", sheet.id, sheet, after)]
    for name, level in read:
        new = replace(_answer(desk, sheet, name, level, ()), on=day)
        old = before.get(name)
        edits.append(edit("heard", old.id if old else new.id, old, replace(new, id=old.id) if old else new))
    keep(desk, book.path, MONTH_BOOK, "paper", f"answers from paper: {sheet.group}", tuple(edits))
    return show_round(desk, sheet.id)


def _round_of(
    desk: Desk, group: str, on: str, people: int, questions: tuple[str, ...], way: str
) -> tuple[RoleGroup, SpotCheck]:
    """The group, and a round that is over as soon as it is kept."""
    named = group_named(desk, group)
    if people < 0:
        raise UsageError("Fewer than nobody cannot be asked.", _NOTHING)
    check = SpotCheck(
        id=desk.new_id("s"),
        on=_day(desk, on),
        group=named.name,
        way=way,
        people=people,
        questions=questions,
        ended_at=desk.at,
        by=desk.who,
        at=desk.at,
    )
    return named, check


def _answer(desk: Desk, check: SpotCheck, question_id: str, level: str, heard: Sequence[str]) -> Heard:
    asked, bank = question_named(desk, question_id, check.on)
    question = asked.question
    check_known("point", heard, [p.id for p in question.point] + [o.id for o in question.option])
    came_to = amount(question, heard)
    said = level or (came_to.level if heard else "")
    check_known("level", [said], [known for known, _ in LEVELS])
    blank = blank_heard(desk, check, question, bank)
    return replace(blank, level=said, unsafe=came_to.unsafe, points=tuple(heard), by=desk.who, at=desk.at)


def keep_round(desk: Desk, group: RoleGroup, check: SpotCheck, answers: tuple[Heard, ...]) -> RoundView:
    """Keep a round that is over, whole."""
    remember_group(desk, group)
    path = desk.workspace.spot_month_path(month_of(check.on))
    edits = (edit("checks", check.id, None, check), *(edit("heard", one.id, None, one) for one in answers))
    keep(desk, path, MONTH_BOOK, "record", f"answers kept: {check.group}", edits)
    return show_round(desk, check.id)


def _as_levels(question: Question, counts: Mapping[str, int]) -> tuple[dict[str, int], bool]:
    """What counted options amount to, level by level, and whether one of them was unsafe; levels stay levels."""
    if question.kind == SPOKEN:
        return {}, False
    levels = {level: 0 for level, _ in LEVELS}
    unsafe = False
    for option in question.option:
        said = counts.get(option.id, 0)
        levels[amount(question, (option.id,)).level if option.right else NOT_YET] += said
        unsafe = unsafe or bool(said and option.unsafe)
    return levels, unsafe


def _filled(form: Form, typed: Mapping[str, str]) -> Filled:
    filled = fill(form, typed)
    questions = {field.id: field.question for field in form.fields}
    for problem in filled.problems:
        raise UsageError(f"{questions[problem.field]} {problem.sentence}", _NOTHING)
    return filled


def _day(desk: Desk, on: str) -> str:
    """A day that was typed; today where none was."""
    if not on:
        return desk.today
    try:
        day = parse_day(on)
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error
    if day > desk.today:
        raise UsageError("That day is still to come.", f"Give the day on which it was asked. {_NOTHING}")
    return day


def questions_by_id(desk: Desk) -> dict[str, Question]:
    """Every question of every bank, with what the profile says in it."""
    setting = read_setting(desk)
    return {one.id: with_own(one, setting) for bank in all_banks(desk) for one in bank.question}
