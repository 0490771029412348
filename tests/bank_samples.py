"""Invented questions about umbrellas, and what was heard to them."""

from typing import Any

from compact_tui.core.bank import BankHead, BankSource, Option, Place, Point, Question, QuestionBank
from compact_tui.core.bank_use import Askable
from compact_tui.core.spot import Heard

TODAY = "2026-12-03"


def question(number: int = 1, **more: Any) -> Question:
    """A spoken question on drying; ``number`` tells it, its fact and its topic from others."""
    plain: dict[str, Any] = {
        "id": f"q-{number}",
        "fact": f"fact-{number}",
        "topic": f"topic-{number}",
        "kind": "spoken",
        "prompt": f"Where does umbrella {number} dry?",
        "answer": "On the rack by the door, open, until it stops dripping.",
        "roles": ("all-staff",),
        "point": (
            Point(id="rack", weight="must", say="On the rack"),
            Point(id="open", weight="should", say="Open"),
            Point(id="lap", weight="must-not", say="On a visitor's lap"),
        ),
        "source": (Place(source="rules", place="Page 2"),),
    }
    return Question(**{**plain, **more})


def story(number: int = 1, **more: Any) -> Question:
    """A scenario with two acceptable steps and an unsafe one."""
    options = (
        Option(id="rack", text="Put it on the rack", right=True, feedback="Yes."),
        Option(id="ask", text="Ask the porter", right=True, feedback="Also good."),
        Option(id="shake", text="Shake it indoors", unsafe=True, feedback="Somebody could slip."),
    )
    return question(number, **{"kind": "scenario", "point": (), "option": options, **more})


def bank(*questions: Question, **more: Any) -> QuestionBank:
    """A bank of umbrella questions that rest on one source."""
    head = BankHead(id="umbrellas", title="Umbrellas", edition="1", subject="umbrellas")
    source = BankSource(id="rules", title="House rules", edition="2026", status="in force", checked_on="2026-11-22")
    fields: dict[str, Any] = {"source": (source,), **more}
    return QuestionBank(bank=head, question=questions, **fields)


def askables(*questions: Question, edition: str = "1") -> tuple[Askable, ...]:
    """Questions as they may be asked."""
    return tuple(Askable(one, "umbrellas", edition) for one in questions)


def heard(number: int, on: str, level: str = "full", group: str = "Porters", **more: Any) -> Heard:
    """What was heard to a question of ``question(number)``."""
    plain: dict[str, Any] = {
        "id": f"h-{number}-{on}-{group}-{level}",
        "check": "s-1",
        "question": f"q-{number}",
        "fact": f"fact-{number}",
        "topic": f"topic-{number}",
        "bank": "umbrellas",
        "edition": "1",
        "group": group,
        "on": on,
        "level": level,
        "at": f"{on}T09:00:00Z",
    }
    return Heard(**{**plain, **more})
