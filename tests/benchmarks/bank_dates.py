"""Prints how many questions may be asked in each sector on the first of every month to the end of 2028.

    python tests/benchmarks/bank_dates.py

Drafts are not confirmed, and nothing is reviewed: this is what becomes of the shipped banks if nobody touches them.
Beside each figure stands how many of the questions carry the mark "check the edition".
"""

import time
from collections.abc import Iterator
from datetime import date, timedelta

from compact_tui.core.bank import Question, QuestionBank
from compact_tui.core.bank_use import CHECK_EDITION, askable_in, standing
from compact_tui.core.setting import SECTORS
from compact_tui.storage.banks import shipped_banks

FIRST, LAST = date(2026, 11, 22), date(2028, 12, 31)


def days() -> Iterator[str]:
    """Every day."""
    day = FIRST
    while day <= LAST:
        yield day.isoformat()
        day += timedelta(days=1)


def months() -> list[str]:
    """The first day of every month."""
    return [day for day in days() if day.endswith("-01")]


def asked_on_each_day(banks: list[QuestionBank]) -> dict[str, frozenset[str]]:
    """Ids of what may be asked on each day, in whatever sector."""
    pairs = [(question, bank) for bank in banks for question in bank.question]
    return {day: frozenset(q.id for q, bank in pairs if standing(q, bank, day, {}).askable) for day in days()}


def holding(question: Question, bank: QuestionBank) -> tuple[str, str]:
    """From when to when a question may be put as a duty, by its own days and its sources'; worked out apart."""
    named = {place.source for place in question.source}
    cited = [source for source in bank.source if source.id in named]
    if any(source.status == "passed, not in force" for source in cited):
        return "9999", ""
    begins = min((source.in_force_from for source in cited), default="")
    ends = "" if any(not source.in_force_to for source in cited) else max(source.in_force_to for source in cited)
    return max(question.in_force_from, begins), min(question.in_force_to or "9999", ends or "9999")


def wrongly_asked(banks: list[QuestionBank]) -> list[tuple[str, str]]:
    """Day and id of every question that is put as a duty while what it rests on is replaced or not in force."""
    spans = {q.id: holding(q, bank) for bank in banks for q in bank.question if q.duty != "good-practice"}
    return [
        (day, name)
        for day, ids in asked_on_each_day(banks).items()
        for name in sorted(ids & set(spans))
        if not spans[name][0] <= day <= spans[name][1]
    ]


def figures(banks: list[QuestionBank], day: str) -> list[str]:
    """How many may be asked in each sector, and how many of them are marked."""
    told = []
    for sector, _ in SECTORS:
        found = askable_in(banks, day, sector, {})
        marked = sum(CHECK_EDITION in one.marks for one in found)
        told.append(f"{len(found):4} ({marked:3} to check)")
    return told


def main() -> None:
    """Read, count and print."""
    began = time.perf_counter()
    banks = [one.bank for one in shipped_banks() if one.bank]
    questions = sum(len(bank.question) for bank in banks)
    spent = time.perf_counter() - began
    print(f"{len(banks)} banks, {questions} questions, read in {spent * 1000:.0f} ms\n")
    print(f"{'':10}  " + "  ".join(f"{sector:18}" for sector, _ in SECTORS))
    for day in months():
        print(f"{day}  " + "  ".join(f"{text:18}" for text in figures(banks, day)))
    wrong = wrongly_asked(banks)
    print(f"\nPut as a duty while replaced or not in force, on any of {len(list(days()))} days: {len(wrong)}")


if __name__ == "__main__":
    main()
