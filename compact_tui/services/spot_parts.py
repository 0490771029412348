"""What the verbs of asking look up: rounds, questions, role groups, and what could be asked next."""

import zlib
from collections.abc import Sequence

from msgspec.structs import replace

from compact_tui.core.bank import ROLES, Question, QuestionBank, family_of
from compact_tui.core.bank_use import Askable, standing
from compact_tui.core.errors import UsageError
from compact_tui.core.own_answers import lacking, with_own
from compact_tui.core.picking import Picked, pick
from compact_tui.core.spot import Heard, RoleGroup, SpotCheck
from compact_tui.core.spot_forms import parse_initials, parse_label
from compact_tui.core.text import did_you_mean
from compact_tui.core.topics import Topics
from compact_tui.services.banks import all_banks, askable
from compact_tui.services.books import open_book, read_setting, records_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import (
    ABOUT_BOOK,
    MONTH_BOOK,
    all_checks,
    all_heard,
    confirmations,
    keep,
    keeping_now,
    month_paths,
    role_groups,
)
from compact_tui.storage.book import Book
from compact_tui.storage.content import read_content

_SEEDS = 2**31


def topic_titles() -> dict[str, str]:
    """Titles of topics by id."""
    return {topic.id: topic.title for topic in read_content("topics.toml", Topics).topic}


def check_named(desk: Desk, check_id: str) -> tuple[SpotCheck, Book]:
    """A round and the book it is kept in.

    Raises:
        UsageError: If there is none of that id.
    """
    for path in reversed(month_paths(desk)):
        book = open_book(desk, path, MONTH_BOOK)
        if book.row("checks", check_id) is not None:
            return next(one for one in records_of(book, "checks", SpotCheck) if one.id == check_id), book
    near = did_you_mean(check_id, [check.id for check in all_checks(desk)])
    raise UsageError(f'There is no round "{check_id}".', near or "compact-tui spot-check list shows the rounds.")


def question_named(desk: Desk, name: str, day: str) -> tuple[Askable, QuestionBank]:
    """A question with what the profile says in it, whether or not it may be asked now.

    Raises:
        UsageError: If no bank has it.
    """
    banks = all_banks(desk)
    for bank in banks:
        for question in bank.question:
            if question.id == name:
                marks = standing(question, bank, day, confirmations(desk)).marks
                own = with_own(question, read_setting(desk))
                return Askable(own, bank.bank.id, bank.bank.edition, marks), bank
    known = [question.id for bank in banks for question in bank.question]
    raise UsageError(f'No question bank has "{name}".', did_you_mean(name, known) or "compact-tui bank list")


def group_named(desk: Desk, name: str) -> RoleGroup:
    """A role group by its name or the id of a role; one that is not known yet is everyone who works here.

    Raises:
        UsageError: If nothing is said, or it could only be a child's label.
    """
    try:
        wanted = parse_label(name)
    except ValueError as error:
        raise UsageError(str(error), "Nothing was kept.") from error
    if not wanted:
        raise UsageError("Say who is asked: a role group, such as lunchtime staff.", "Nothing was kept.")
    for group in role_groups(desk):
        if wanted.casefold() in {group.name.casefold(), group.id}:
            return group
    roles = dict(ROLES)
    if wanted in roles:
        return RoleGroup(id=wanted, name=roles[wanted], roles=(wanted,))
    return RoleGroup(id="", name=wanted, roles=("all-staff",))


def remember_group(desk: Desk, group: RoleGroup) -> None:
    """Keep a role group that was named for the first time."""
    known = {one.id for one in role_groups(desk)}
    if group.id and group.id in known:
        return
    made = replace(group, id=group.id or desk.new_id("g"), by=desk.who, at=desk.at)
    path = desk.workspace.spot_about_path
    keep(desk, path, ABOUT_BOOK, "group", f"role group: {made.name}", (edit("groups", made.id, None, made),))


def picked_for(desk: Desk, group: RoleGroup, number: int, seed: int, topic: str) -> tuple[Picked, ...]:
    """What a group is asked next; questions on the setting that its profile cannot answer are left out.

    Raises:
        UsageError: If the topic is not known.
    """
    titles = topic_titles()
    if topic and topic not in titles:
        raise UsageError(
            f'There is no topic "{topic}".', did_you_mean(topic, titles) or f"Topics: {', '.join(titles)}."
        )
    setting = read_setting(desk)
    able = [
        replace(one, question=with_own(one.question, setting))
        for one in askable(desk)
        if not lacking(one.question, setting)
    ]
    return pick(
        able,
        all_heard(desk),
        group=group.name,
        roles=group.roles,
        today=desk.today,
        seed=seed,
        number=number,
        topic=topic,
    )


def why_picked(desk: Desk, check: SpotCheck, asked: Askable) -> tuple[str, bool]:
    """Why a question was picked, and whether it is a repetition; worked out from what was heard before its round."""
    known = desk.shelf.whys.get((check.id, asked.question.id))
    if known is not None:
        return known
    earlier = [one for one in all_heard(desk) if one.check != check.id and one.at <= check.at]
    roles = tuple(asked.question.roles)
    found = pick([asked], earlier, group=check.group, roles=roles, today=check.on, seed=check.seed, number=1)
    why = (found[0].why, found[0].repeated) if found else ("", False)
    desk.shelf.whys[check.id, asked.question.id] = why
    return why


def seed_of(desk: Desk, seed: int | None) -> int:
    """The seed asked for, or a new one from an id of the desk's."""
    return zlib.crc32(desk.new_id("seed").encode()) % _SEEDS if seed is None else seed


def blank_heard(desk: Desk, check: SpotCheck, question: Question, bank: QuestionBank) -> Heard:
    """What is kept of a question of a round before anything was heard."""
    return Heard(
        id=desk.new_id("h"),
        check=check.id,
        question=question.id,
        fact=family_of(question),
        topic=question.topic,
        bank=bank.bank.id,
        edition=bank.bank.edition,
        group=check.group,
        on=check.on,
        level="",
        critical=question.critical,
    )


def check_known(noun: str, given: Sequence[str], known: Sequence[str]) -> None:
    """See that every name is known.

    Raises:
        UsageError: If one is not, with the nearest or with all.
    """
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known) or f"There is {', '.join(known)}."
            raise UsageError(f'There is no {noun} "{name}" here.', hint)


def initials_allowed(desk: Desk, initials: str) -> str:
    """Initials as they may be kept.

    Raises:
        UsageError: If the notice to staff does not have them, or they are no initials.
    """
    try:
        wanted = parse_initials(initials)
    except ValueError as error:
        raise UsageError(str(error), "Nothing was kept.") from error
    told = keeping_now(desk)
    if wanted and not (told and told.initials):
        raise UsageError(
            "Initials may not be kept here: what staff were told does not have them.",
            "Nothing was kept. Change what staff are told first, and tell them.",
        )
    return wanted
