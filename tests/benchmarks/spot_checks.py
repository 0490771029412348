"""What spot checks cost when there are many, beside reading the same bytes.

    python tests/benchmarks/spot_checks.py [FOLDER]

5,000 questions and 50,000 past answers in a year of monthly books: reading and decoding those books, then picking three
questions, then the results. Then an answer is saved with few and with many answers in its month. The folder should be
on the disk that matters.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from compact_tui.core.bank import BankHead, BankSource, Place, Point, Question, QuestionBank
from compact_tui.core.bank_use import Askable, askable_in
from compact_tui.core.change import Change
from compact_tui.core.picking import pick
from compact_tui.core.problems import nowhere
from compact_tui.core.spot import Heard, RoleGroup
from compact_tui.core.spot_reckoning import Material
from compact_tui.core.spot_results import results
from compact_tui.services import spot_checks
from compact_tui.services.desk import Desk, desk_at, edit
from compact_tui.services.spot_books import MONTH_BOOK, all_heard, month_of
from compact_tui.storage.banks import BankReading
from compact_tui.storage.book import Book

QUESTIONS, ANSWERS, TOPICS, FACTS = 5_000, 50_000, 40, 1_700
GROUPS = ("Teachers", "Teaching assistants", "Lunchtime staff", "Office", "Leaders", "Governors")
LEVELS = ("full", "full", "partial", "not-yet")
LAST = date(2026, 11, 20)
TIMES = 7


def made_bank() -> QuestionBank:
    """A bank of many questions, each as long as real ones are."""
    return QuestionBank(
        bank=BankHead(id="many", title="Many", edition="1", subject="many"),
        source=(BankSource(id="s", title="Source", edition="2026", status="in force"),),
        question=tuple(_question(number) for number in range(QUESTIONS)),
    )


def _question(number: int) -> Question:
    words = f"Somebody tells you something number {number} at the gate, and it worries you. "
    return Question(
        id=f"q-{number}",
        topic=f"topic-{number % TOPICS}",
        kind="scenario" if number % 3 == 0 else "spoken",
        prompt=words * 2,
        answer=words * 3,
        why=words,
        fact=f"f-{number % FACTS}",
        critical=number % 5 == 0,
        roles=("all-staff",),
        criteria=(f"c-{number % 60}",),
        confidence="C2",
        source=(Place(source="s", place="Part one"),),
        point=tuple(Point(id=f"p{n}", weight="must", say=words) for n in range(4)),
    )


def made_answers() -> list[Heard]:
    """Answers spread over a year, oldest first."""
    found = []
    for number in range(ANSWERS):
        on = (LAST - timedelta(days=360 - number * 360 // ANSWERS)).isoformat()
        asked = number * 7919 % QUESTIONS
        found.append(
            Heard(
                id=f"h-{number:08}",
                check=f"s-{number // 3:08}",
                question=f"q-{asked}",
                fact=f"f-{asked % FACTS}",
                topic=f"topic-{asked % TOPICS}",
                bank="many",
                edition="1",
                group=GROUPS[number // 3 % len(GROUPS)],
                on=on,
                level=LEVELS[number % len(LEVELS)],
                points=("p0", "p1"),
                note="They named the lead and where the form is.",
                by="Lead",
                at=f"{on}T10:00:00Z",
            )
        )
    return found


def fill(desk: Desk, answers: Sequence[Heard]) -> None:
    """Write the books of a year."""
    months: dict[str, list[Heard]] = {}
    for one in answers:
        months.setdefault(month_of(one.on), []).append(one)
    desk.workspace.prepare()
    for month, heard in months.items():
        edits = tuple(edit("heard", one.id, None, one) for one in heard)
        change = Change(id=f"c-{month}", at=f"{month}-28T10:00:00Z", by="Lead", verb="record", what="x", edits=edits)
        Book.create(desk.workspace.spot_month_path(month), MONTH_BOOK, change).save()


def timed(act: Callable[[], object]) -> float:
    """Median seconds of an act."""
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _line(name: str, seconds: float, beside: float) -> None:
    print(f"{name:<46}{seconds * 1000:>10.1f} ms{seconds / beside:>8.2f}")


def _reading(desk: Desk, pool: Sequence[Askable], bank: QuestionBank) -> None:
    paths = sorted(desk.workspace.spot_checks_folder.glob("*.json"))
    size = sum(path.stat().st_size for path in paths)
    bare = timed(lambda: [msgspec.json.decode(path.read_bytes()) for path in paths])
    heard = all_heard(desk)
    today = LAST.isoformat()
    material = Material(
        askables=pool,
        questions={question.id: question for question in bank.question},
        heard=heard,
        counted=(),
        checks=(),
        groups=tuple(RoleGroup(id=name, name=name) for name in GROUPS),
        topics={f"topic-{n}": f"Topic {n}" for n in range(TOPICS)},
        today=today,
    )
    print(
        f"{len(pool)} questions, {len(heard)} answers, {size / 1e6:.1f} MB in {len(paths)} books; beside reading them"
    )
    _line("reading and decoding the same bytes", bare, bare)
    _line("opening the books as values, once", timed(lambda: all_heard(_fresh(desk))), bare)
    _line(
        "picking three questions",
        timed(lambda: pick(pool, heard, group=GROUPS[0], roles=("all-staff",), today=today, seed=1)),
        bare,
    )
    _line("results", timed(lambda: results(material)), bare)


def _fresh(desk: Desk) -> Desk:
    return desk_at(desk.workspace.root, who="Lead")


def _saving(root: Path, bank: QuestionBank) -> None:
    """One answer saved, into a month that has few others and into one that has many."""
    found = {}
    answers = made_answers()
    today = _fresh(desk_at(root)).today
    past = [one for one in answers if month_of(one.on) < month_of(today)]
    months = {
        "few": [msgspec.structs.replace(one, on=today) for one in answers[:30]],
        "a year of answers in earlier months": past,
        "1,500 answers in this month": [msgspec.structs.replace(one, on=today) for one in answers[:1_500]],
    }
    for at, (name, heard) in enumerate(months.items()):
        desk = _fresh(desk_at(root / f"saving-{at}"))
        desk.shelf.banks = (BankReading("many.toml", bank, (), nowhere),)
        fill(desk, heard)
        page = spot_checks.begin(desk, GROUPS[0], seed=1)
        levels = iter(("full", "partial") * TIMES)
        found[name] = timed(
            lambda desk=desk, page=page, levels=levels: spot_checks.hear(  # type: ignore[misc]
                desk, page.check, page.question, level=next(levels)
            )
        )
    print("one answer saved, everything included; beside a month with few")
    for name, seconds in found.items():
        _line(f"  {name}", seconds, found["few"])


def main() -> None:
    """Measure and print."""
    bank = made_bank()
    pool = askable_in([bank], LAST.isoformat(), "education", {})
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        desk = desk_at(Path(folder, "year"), who="Lead")
        fill(desk, made_answers())
        _reading(_fresh(desk), pool, bank)
        _saving(Path(folder), bank)


if __name__ == "__main__":
    main()
