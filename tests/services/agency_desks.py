"""Single-agency audits as tests of the services start with them."""

from compact_tui.services import agency_audits, agency_cases, agency_questions
from compact_tui.services.desk import Desk

QUESTIONS = ("Was the umbrella dry?", "Did its owner say so?")


def begun(desk: Desk, **typed: str) -> str:
    """The id of an audit of our own with two questions, begun today."""
    made = agency_audits.start(desk, "own", {"title": "Umbrellas", "standards": "1", "lead": "Porter", **typed})
    for text in QUESTIONS:
        agency_questions.add_question(desk, made.head.id, {"text": text})
    return made.head.id


def drawn(desk: Desk, **typed: str) -> str:
    """The same with four of ten cases."""
    audit = begun(desk)
    agency_cases.draw(desk, audit, {"total": "10", "size": "4", "seed": "7", **typed})
    return audit


def filled(desk: Desk, *, first: str = "yes", other: str = "no") -> str:
    """The same with every case answered and done."""
    audit = drawn(desk)
    for ref in ("C01", "C02", "C03", "C04"):
        agency_cases.answer(desk, audit, ref, "1", first)
        agency_cases.answer(desk, audit, ref, "2", other)
        agency_cases.done(desk, audit, ref)
    return audit
