"""What the verbs of asking look up: rounds, questions, role groups, and what could be asked next."""

import zlib

from msgspec.structs import replace

from compact_tui.core.bank import ROLES, QuestionBank
from compact_tui.core.bank_use import Askable, standing
from compact_tui.core.errors import UsageError
from compact_tui.core.own_answers import lacking, with_own
from compact_tui.core.picking import Picked, pick
from compact_tui.core.spot import RoleGroup, SpotCheck
from compact_tui.core.text import clean_line, did_you_mean
from compact_tui.core.topics import Topics
from compact_tui.services.banks import all_banks, askable
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import (
    ABOUT_BOOK,
    all_checks,
    all_heard,
    confirmations,
    keep,
    month_book,
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
    checks = all_checks(desk)
    found = next((check for check in checks if check.id == check_id), None)
    book = month_book(desk, found.on) if found else None
    if found is None or book is None:
        near = did_you_mean(check_id, [check.id for check in checks])
        raise UsageError(f'There is no round "{check_id}".', near or "compact-tui spot-check list shows the rounds.")
    return found, book


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
        UsageError: If nothing is said.
    """
    wanted = clean_line(name)
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


def why_picked(desk: Desk, check: SpotCheck, asked: Askable) -> str:
    """Why a question was picked, worked out from what was heard before its round."""
    earlier = [one for one in all_heard(desk) if one.check != check.id and one.at <= check.at]
    roles = tuple(asked.question.roles)
    found = pick([asked], earlier, group=check.group, roles=roles, today=check.on, seed=check.seed, number=1)
    return found[0].why if found else ""


def seed_of(desk: Desk, seed: int | None) -> int:
    """The seed asked for, or a new one from an id of the desk's."""
    return zlib.crc32(desk.new_id("seed").encode()) % _SEEDS if seed is None else seed
