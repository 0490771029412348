"""What stands beside a claim, as tests of standing use it; and a workspace in which all four ways say something."""

from msgspec.structs import replace

from compact_tui.core.spot import Heard, SpotCheck
from compact_tui.core.standing import Beside, Claimed, Known, Seen, Shown, Telling
from compact_tui.services import agency_cases, answering, boards, grading, looking, walks
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import MONTH_BOOK, keep, month_of
from tests.board_samples import NOTICES, STAFF
from tests.services.agency_desks import begun

TODAY = "2026-12-03"
LAST_TERM, LONG_AGO = "2026-10-12", "2025-11-30"


def claimed(word: str = "Good", **changes: object) -> Claimed:
    """A claim to thirteen criteria: strong for ``Good``, weak for ``Poor``, in between for ``Fair``."""
    plain = Claimed(
        level=word.lower(),
        word=word,
        strong=word == "Good",
        weak=word == "Poor",
        on="2026-11-20",
        met=11,
        answered=13,
        applicable=13,
    )
    return replace(plain, **changes)


def known(full: int, partial: int = 0, not_yet: int = 0, **changes: object) -> Known:
    """Answers of last term."""
    plain = Known(answers=full + partial + not_yet, full=full, partial=partial, not_yet=not_yet, last=LAST_TERM)
    return replace(plain, **changes)


def shown(yes: int, partly: int = 0, no: int = 0, *, cases: int = 4, last: str = LAST_TERM) -> Shown:
    """One audit of last term."""
    return Shown(audits=1, cases=cases, yes=yes, partly=partly, no=no, last=last)


def seen(right: int, wrong: int = 0, *, last: str = LAST_TERM) -> Seen:
    """A walk of last term; what is wrong hangs in the staff room."""
    thing = Telling(id="our-lead", words="Our lead and how to reach them", board="Staff room", mark="out of date")
    return Seen(items=right + wrong, right=right, wrong=wrong, last=last, telling=thing if wrong else None)


def who_to_tell(right: int, of: int) -> Telling:
    """A topic that is known least."""
    return Telling(id="allegations", words="A worry about an adult who works here", right=right, of=of)


EXAMPLES: dict[str, tuple[Claimed, Beside]] = {
    "Agreement": (claimed(), Beside(known=known(10, 2), seen=seen(9))),
    "More is claimed": (
        claimed(),
        Beside(known=known(5, 1, 6, telling=who_to_tell(5, 12)), shown=shown(9, 1, 0), seen=seen(8, 1)),
    ),
    "Less is claimed": (claimed("Poor"), Beside(known=known(11, 1), seen=seen(10))),
    "Not graded": (claimed("", level=""), Beside(known=known(2, 0, 6))),
    "No data": (claimed(), Beside()),
    "Too little": (claimed(), Beside(known=known(0, 0, 4), shown=shown(0, 0, 9, cases=3), seen=seen(0, 2))),
    "Old data": (claimed(), Beside(known=known(0, 0, 12, last=LONG_AGO))),
    "Something unsafe": (
        claimed(),
        Beside(known=known(11, 0, 1, unsafe=1, unsafe_on="When a child tells"), seen=seen(9)),
    ),
    "A weak grade that fits": (claimed("Poor"), Beside(known=known(3, 2, 5), shown=shown(10))),
    "Does not apply": (claimed(applicable=0), Beside(known=known(0, 0, 9))),
    "Without grades": (claimed("", level="", graded=False), Beside(known=known(4, 0, 6))),
}
"""The worked examples of ``docs/standing.md``, by the name they have there."""


def hear(desk: Desk, topic: str, *levels: str, on: str = TODAY, group: str = "Porters", unsafe: bool = False) -> None:
    """Keep an answer of each level, as a round of that day."""
    check = SpotCheck(id=desk.new_id("s"), on=on, group=group, ended_at=f"{on}T10:00:00Z")
    heard = tuple(
        Heard(
            id=desk.new_id("h"),
            check=check.id,
            question=f"q-{topic}",
            fact=f"f-{topic}",
            topic=topic,
            bank="umbrellas",
            edition="1",
            group=group,
            on=on,
            level=level,
            unsafe=unsafe,
            at=f"{on}T10:00:00Z",
        )
        for level in levels
    )
    edits = (edit("checks", check.id, None, check), *(edit("heard", one.id, None, one) for one in heard))
    keep(desk, desk.workspace.spot_month_path(month_of(on)), MONTH_BOOK, "heard", "heard", edits)


def walked(desk: Desk, *marks: str) -> str:
    """Walk to a staff room on which three things belong to the first standard; gives the board's id."""
    items = tuple(replace(item, topics=("tickets",)) for item in NOTICES.item[:3])
    desk.shelf.notice_list = replace(NOTICES, item=items)
    board = boards.add_board(desk, STAFF).board.id
    walk = walks.begin_walk(desk).walk
    for item, mark in zip(items, marks, strict=False):
        looking.look(desk, walk, board, item.id, mark=mark)
    return board


def audited(desk: Desk, *, first: str = "yes", other: str = "no") -> str:
    """Look at four files for the first standard; gives the audit's id."""
    audit = begun(desk)
    agency_cases.draw(desk, audit, {"total": "10", "size": "4", "seed": "7"})
    for ref in ("C01", "C02", "C03", "C04"):
        agency_cases.answer(desk, audit, ref, "1", first)
        agency_cases.answer(desk, audit, ref, "2", other)
    return audit


def all_four(desk: Desk) -> Desk:
    """An audit of the small pack in which the first standard is claimed to be best, and other signs are weaker."""
    answering.answer(desk, "u1-ticket", "in-hand", note="The roll hangs by the door.")
    grading.grade(desk, "u1", "bone-dry", reason="The roll hangs by the door.")
    grading.grade(desk, "u2", "soaked", reason="Nobody watches.")
    hear(desk, "tickets", *("full",) * 5, *("partial",), *("not-yet",) * 6)
    hear(desk, "rack", *("full",) * 9)
    audited(desk)
    walked(desk, "there", "out-of-date", "there")
    return desk
