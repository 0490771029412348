"""Taking a question bank from a file into the setting's own banks."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.bank import DRAFT, QuestionBank
from compact_tui.core.bank_changes import QuestionChange, changes_between, changes_sentence
from compact_tui.core.bank_files import BankTaken
from compact_tui.core.bank_lint import Linted, lint_one
from compact_tui.core.errors import FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.problems import Locate, Problem, Severity, has_errors, nowhere, say
from compact_tui.core.text import count, did_you_mean, listed
from compact_tui.exchange import bank_json, bank_toml
from compact_tui.exchange.bank_formats import Reading
from compact_tui.services.bank_linting import known
from compact_tui.services.banks import all_banks, bank_readings, keep_own
from compact_tui.services.desk import Desk
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.banks import BankReading, read_bank
from compact_tui.storage.toml_files import read_bytes

_NOTHING = "Nothing was taken from it."
_AIKEN = re.compile(r"(?m)^[ \t]*ANSWER[ \t]*:[ \t]*[A-Z][ \t]*\r?$")


def _json(data: bytes) -> Reading:
    return bank_json.read(data)


def _gift(data: bytes) -> Reading:
    from compact_tui.exchange.gift import read_gift

    return read_gift(data.decode("utf-8-sig"))


def _csv(data: bytes) -> Reading:
    from compact_tui.exchange.bank_csv import read_csv

    return read_csv(data.decode("utf-8-sig"))


def _plain_text(data: bytes) -> Reading:
    """Aiken where it has lines that give an answer by its letter, else GIFT: Moodle writes both as plain text."""
    from compact_tui.exchange.aiken import read_aiken

    text = data.decode("utf-8-sig")
    return read_aiken(text) if _AIKEN.search(text) else _gift(data)


READERS: Mapping[str, Callable[[bytes], Reading]] = {"json": _json, "csv": _csv, "gift": _gift, "txt": _plain_text}
"""How the name of a file ends that can be taken, besides ``toml``."""
_WHOLE = {"json"}
"""What is ours: a bank in it comes whole or not at all."""


def import_bank(desk: Desk, file: str, *, dry_run: bool = False) -> BankTaken:
    """Take a bank from a file into the setting's own banks.

    Of a format that is not ours, what cannot be asked as it came (no source, no points) is taken as a draft.

    Args:
        desk: Where, when and who.
        file: A ``.toml`` file, or one of ``READERS``.
        dry_run: Only say what would happen.

    Raises:
        UsageError: There is no such file, or it is of no format that is known.
        FileNotAcceptableError: It cannot be read, or is not fit to be asked from; says where and why.
        WorkspaceError: It could not be written.
    """
    bank, data, problems = _taken(desk, Path(file))
    before = next((one for one in bank_readings(desk) if one.bank and one.bank.bank.id == bank.bank.id), None)
    own = before is not None and before.own
    target = desk.workspace.banks_folder / (before.name if before and own else f"{bank.bank.id}.toml")
    if target.exists() and not own:
        raise WorkspaceError(
            f"{target.name} is there already and is another bank, or one that cannot be read.",
            f"Look at it with: compact-tui bank lint {target}. {_NOTHING}",
        )
    changes = changes_between(before.bank if before else None, bank)
    differs = before is None or before.bank != bank
    if not dry_run and differs:
        if own:
            write_atomically(_former(target), target.read_bytes())
        keep_own(desk, target, data)
    return BankTaken(
        bank=bank.bank.id,
        title=bank.bank.title,
        file=str(target),
        done=differs and not dry_run,
        questions=changes,
        sentence=f"{bank.bank.title}, edition {bank.bank.edition}. {changes_sentence(changes)}",
        notes=tuple(_notes(before, bank, changes, target if own and differs else None)),
        problems=problems,
    )


def _former(target: Path) -> Path:
    return target.with_name(f"{target.name}.before")


def _notes(
    before: BankReading | None, bank: QuestionBank, changes: tuple[QuestionChange, ...], kept: Path | None
) -> Iterator[str]:
    for change in changes:
        if change.another_meaning:
            yield f"{change.id} reads like another question: {change.another_meaning}. A new meaning needs a new id."
    if before and before.bank and before.bank != bank and before.bank.bank.edition == bank.bank.edition:
        yield f"It differs from the bank that is here, and both say edition {bank.bank.edition}. Ask for a new number."
    if before and before.bank == bank:
        yield "Nothing differs from the bank that is here."
    elif before and not before.own:
        yield "It takes the place of the bank of the same id that came with the program."
    if kept:
        yield f"The bank as it was is kept beside it: {_former(kept).name}."
    drafts = sum(question.status == DRAFT for question in bank.question)
    if drafts:
        yield f"{count(drafts, 'draft')}: not asked until the lead has opened the source and confirmed it."


def _taken(desk: Desk, path: Path) -> tuple[QuestionBank, bytes, tuple[Problem, ...]]:
    """The bank in a file, the bytes that will be kept of it, and what is to be said about it."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in {"toml", *READERS}:
        known_kinds = ("toml", *READERS)
        hint = did_you_mean(kind, known_kinds) or f"The name of a bank's file ends with {listed(known_kinds)}."
        raise UsageError(f'"{path.name}" is of no format that can be taken.', hint)
    data = read_bytes(path)
    if isinstance(data, Problem):
        raise UsageError(f"{path.name}: {data.what}", data.remedy)
    if kind == "toml":
        reading = read_bank(path, own=True)
        if reading.bank is None:
            raise _not_acceptable(reading.problems, path)
        found = (*reading.problems, *_lint(desk, reading.bank, reading.locate))
        _refuse(found, path)
        return reading.bank, data, found
    try:
        taken = READERS[kind](data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileNotAcceptableError(
            f"{path.name}, line {line}: a character is not UTF-8.", f"Save the file as UTF-8. {_NOTHING}"
        ) from error
    if kind in _WHOLE:
        _refuse((*taken.problems, *_lint(desk, taken.bank)), path)
    elif not taken.bank.question:
        raise _not_acceptable(taken.problems or (Problem(what="There is no question in it."),), path)
    bank = taken.bank if kind in _WHOLE else _as_drafts(desk, taken.bank)
    left = _lint(desk, bank)
    _refuse(tuple(problem for problem in left if problem.path[-1:] == ("id",)), path)
    return bank, bank_toml.encode(bank), (*taken.problems, *left)


def _as_drafts(desk: Desk, bank: QuestionBank) -> QuestionBank:
    """The bank with every question that has an error made a draft."""
    wrong = {
        problem.path[1] for problem in _lint(desk, bank) if problem.severity is Severity.ERROR and len(problem.path) > 1
    }
    return replace(
        bank, question=tuple(replace(q, status=DRAFT) if at in wrong else q for at, q in enumerate(bank.question))
    )


def _lint(desk: Desk, bank: QuestionBank, locate: Locate = nowhere) -> tuple[Problem, ...]:
    others = [other for other in all_banks(desk) if other.bank.id != bank.bank.id]
    return lint_one(Linted(bank, locate), others, known(), desk.today)


def _refuse(problems: tuple[Problem, ...], path: Path) -> None:
    if has_errors(problems):
        raise _not_acceptable(tuple(p for p in problems if p.severity is Severity.ERROR), path)


def _not_acceptable(problems: tuple[Problem, ...], path: Path) -> FileNotAcceptableError:
    more = f" ({count(len(problems), 'mistake')} in all)" if len(problems) > 1 else ""
    first = problems[0] if problems[0].file else replace(problems[0], file=path.name)
    return FileNotAcceptableError(f"{say(first)}{more}", _NOTHING)
