"""Whether the days of a bank are days and in order, and whether it puts as a duty only what is one."""

from collections.abc import Iterator

from compact_tui.core.bank import RETIRED, BankSource, Question, QuestionBank
from compact_tui.core.bank_use import GOOD_PRACTICE, NOT_IN_FORCE
from compact_tui.core.days import is_day, say_day
from compact_tui.core.guidance_checks import wrong_day
from compact_tui.core.problems import Path, Problem, Severity


def date_problems(bank: QuestionBank, today: str) -> Iterator[Problem]:
    """Days that are none, that stand in the wrong order or have not come yet."""
    head = bank.bank
    yield from review_due(head.review_by, "bank", ("bank", "review_by"), today)
    for at, change in enumerate(head.change):
        yield from wrong_day(change.on, ("bank", "change", at, "on"), today)
    for at, source in enumerate(bank.source):
        yield from checked_day(source.checked_on, "source", ("source", at), today)
        yield from in_force_days(source, ("source", at))
    for at, question in enumerate(bank.question):
        path: Path = ("question", at)
        if question.status == RETIRED:
            continue
        yield from checked_day(question.checked_on, "question", path, today)
        yield from in_force_days(question, path)
        if question.review_by or not head.review_by:
            yield from review_due(question.review_by, "question", (*path, "review_by"), today)
        if is_day(question.review_by) and is_day(question.checked_on) and question.review_by < question.checked_on:
            what = "It was to be reviewed before it was last checked."
            yield Problem(what=what, remedy="Put the next review day.", path=(*path, "review_by"))
        for n, wording in enumerate(question.wording):
            yield from wrong_day(wording.on, (*path, "wording", n, "on"), today)
        yield from _duty(question, bank, path)


def checked_day(day: str, noun: str, path: Path, today: str) -> Iterator[Problem]:
    """Whether somebody says when a thing was checked, and the day can be."""
    if day:
        yield from wrong_day(day, (*path, "checked_on"), today)
    else:
        what = f"Nobody says when the {noun} was checked."
        yield Problem(what=what, remedy='Add checked_on = "2026-11-22", with your day.', path=path)


def in_force_days(item: BankSource | Question, path: Path) -> Iterator[Problem]:
    """Whether the days between which a thing holds are days and in order."""
    for key in ("in_force_from", "in_force_to"):
        if day := getattr(item, key):
            yield from wrong_day(day, (*path, key))
    first, last = item.in_force_from, item.in_force_to
    if is_day(first) and is_day(last) and last < first:
        what = "It ends before it begins to hold."
        yield Problem(what=what, remedy="Mend the two days.", path=(*path, "in_force_to"))


def review_due(day: str, noun: str, path: Path, today: str) -> Iterator[Problem]:
    """Whether somebody says by when a thing is looked at again, and that day has not passed."""
    if not day:
        what = f"Nobody says by when the {noun} is looked at again."
        yield Problem(what=what, remedy='Add review_by = "2027-07-01", with your day.', path=path[:-1])
        return
    yield from wrong_day(day, path)
    if is_day(day) and day < today:
        what = f"The {noun} was to be looked at again by {say_day(day)}."
        remedy = "Open its sources, then put the new day into checked_on and review_by."
        yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=path)


def _duty(question: Question, bank: QuestionBank, path: Path) -> Iterator[Problem]:
    """What is passed but not in force is no duty, and an edition that is over gives none."""
    if question.duty == GOOD_PRACTICE:
        return
    sources = {source.id: source for source in bank.source}
    cited = [(at, sources[place.source]) for at, place in enumerate(question.source) if place.source in sources]
    for at, source in cited:
        if source.status == NOT_IN_FORCE:
            what = f'"{source.id}" is passed but not in force, and the question puts it as a duty.'
            remedy = f'Make it duty = "{GOOD_PRACTICE}", or name a source that is in force; else it is never asked.'
            yield Problem(what=what, remedy=remedy, path=(*path, "source", at, "source"))
    if cited and all(source.in_force_to for _, source in cited):
        last = max(source.in_force_to for _, source in cited)
        what = f"No source of this question holds after {say_day(last)}; from then on it is not asked."
        yield Problem(what=what, remedy="Name the edition that follows.", severity=Severity.WARNING, path=path)
