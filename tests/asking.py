"""Desks with a bank of umbrella questions, and the shipped banks read once for all tests of a process."""

from functools import cache
from pathlib import Path

from compact_tui.core.bank import Option, Question
from compact_tui.core.problems import nowhere
from compact_tui.services.desk import Desk
from compact_tui.storage.banks import BankReading, shipped_banks
from tests.bank_samples import bank, question, story
from tests.services.desks import desk_in

RACK, LAP, OPEN = "rack", "lap", "open"


@cache
def read_once() -> tuple[BankReading, ...]:
    """The shipped banks; reading them takes a second."""
    return shipped_banks()


def multiple(number: int = 1) -> Question:
    """A question of which two options are right."""
    options = (
        Option(id="rack", text="On the rack", right=True, feedback="Yes, the rack."),
        Option(id="tray", text="In the tray", right=True, feedback="Yes, the tray."),
        Option(id="chair", text="On a chair", feedback="Somebody sits there."),
    )
    return question(number, kind="multiple", point=(), option=options)


QUESTIONS = (
    question(1, critical=True),
    story(2),
    multiple(3),
    question(4, from_profile=("lead_name",), answer="{lead_name}", prompt="Who is the lead?"),
    question(5, knew_where=True),
)


def with_bank(desk: Desk, *questions: Question) -> Desk:
    """The desk with the umbrella bank as the only one."""
    desk.shelf.banks = (BankReading("umbrellas.toml", bank(*(questions or QUESTIONS)), (), nowhere),)
    return desk


def asking_desk(root: Path, *questions: Question, who: str = "Head", name: str = "") -> Desk:
    """A desk on a workspace of its own with the umbrella bank."""
    return with_bank(desk_in(root, who=who, name=name), *questions)
