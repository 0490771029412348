"""Checking question banks: those that came with the program, the setting's own, or a file."""

from pathlib import Path

from msgspec import Struct

from compact_tui.core.bank_checks_names import Known
from compact_tui.core.bank_lint import Linted, lint, lint_one
from compact_tui.core.errors import UsageError
from compact_tui.core.problems import Problem, Severity
from compact_tui.core.text import did_you_mean
from compact_tui.core.topics import Topics
from compact_tui.services.banks import bank_readings
from compact_tui.services.desk import Desk
from compact_tui.storage.banks import BankReading, read_bank
from compact_tui.storage.content import read_content
from compact_tui.storage.packs import load_shipped, shipped_packs


class BankCheck(Struct, frozen=True, kw_only=True):
    """What checking a bank found."""

    bank: str
    """Its id; the file's name where it cannot be read."""
    edition: str
    file: str
    questions: int
    errors: int
    warnings: int
    problems: tuple[Problem, ...]


def lint_banks(desk: Desk, name: str = "") -> tuple[BankCheck, ...]:
    """Check a bank by its id or file, or every bank there is.

    Raises:
        UsageError: If there is no such bank or file.
    """
    readings = bank_readings(desk)
    if name:
        one, others = _wanted(readings, name)
        beside = [other.bank for other in others if other.bank]
        found = lint_one(_linted(one), beside, known(), desk.today) if one.bank else ()
        return (_check(one, found),)
    problems = lint([_linted(one) for one in readings if one.bank], known(), desk.today)
    return tuple(_check(one, problems[one.bank.bank.id] if one.bank else ()) for one in readings)


def known() -> Known:
    """What questions may name: the topics, and the standards and criteria of the packs that came with the program."""
    packs = [load_shipped(name) for name in shipped_packs()]
    return Known(
        topics=tuple(topic.id for topic in read_content("topics.toml", Topics).topic),
        standards=tuple(standard.id for pack in packs for standard in pack.standard),
        criteria=tuple(c.id for pack in packs for standard in pack.standard for c in standard.criterion),
    )


def _wanted(readings: tuple[BankReading, ...], name: str) -> tuple[BankReading, list[BankReading]]:
    """The bank that is meant, and the others; a file takes the place of the bank with its id."""
    one = next((reading for reading in readings if _name_of(reading) == name), None)
    if one is None:
        path = Path(name)
        if not _is_file(path):
            hint = did_you_mean(name, map(_name_of, readings)) or "compact-tui bank list shows the banks."
            raise UsageError(f'There is no question bank or file "{name}".', hint)
        one = read_bank(path, own=True)
    return one, [other for other in readings if _name_of(other) != _name_of(one)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # Longer than a file's name may be, or with a character that no file's name has.
        return False


def _name_of(reading: BankReading) -> str:
    return reading.bank.bank.id if reading.bank else reading.name


def _linted(reading: BankReading) -> Linted:
    assert reading.bank is not None
    return Linted(reading.bank, reading.locate, shipped=not reading.own)


def _check(reading: BankReading, found: tuple[Problem, ...]) -> BankCheck:
    problems = reading.problems + found
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return BankCheck(
        bank=_name_of(reading),
        edition=reading.bank.bank.edition if reading.bank else "",
        file=reading.name,
        questions=len(reading.bank.question) if reading.bank else 0,
        errors=errors,
        warnings=len(problems) - errors,
        problems=problems,
    )
