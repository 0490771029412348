"""Writing a question bank for somebody else."""

from collections.abc import Callable, Mapping
from pathlib import Path

from compact_tui.core.bank import QuestionBank
from compact_tui.core.bank_files import BankWritten
from compact_tui.core.errors import UsageError
from compact_tui.core.spot import Flagged
from compact_tui.core.text import did_you_mean, listed
from compact_tui.exchange import bank_json, bank_toml
from compact_tui.exchange.bank_formats import Written
from compact_tui.services.banks import named
from compact_tui.services.books import records_of
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import month_books
from compact_tui.storage.atomic import make_folder, write_atomically

_NO_FLAGS = "Remarks on its questions cannot go with this format; json and toml carry them."

Flags = tuple[Flagged, ...]


def _toml(bank: QuestionBank, flags: Flags) -> Written:
    remarks = [f"Remark on {flag.question} (edition {flag.edition}): {flag.what}" for flag in flags]
    return Written(bank_toml.encode(bank, remarks).decode(), ())


def _json(bank: QuestionBank, flags: Flags) -> Written:
    return Written(bank_json.encode(bank, flags).decode(), ())


def _gift(bank: QuestionBank, flags: Flags) -> Written:
    from compact_tui.exchange.gift import write_gift

    return _without(write_gift(bank), flags)


def _csv(bank: QuestionBank, flags: Flags) -> Written:
    from compact_tui.exchange.bank_csv import write_csv

    return _without(write_csv(bank), flags)


def _aiken(bank: QuestionBank, flags: Flags) -> Written:
    from compact_tui.exchange.aiken import write_aiken

    return _without(write_aiken(bank), flags)


def _without(written: Written, flags: Flags) -> Written:
    return Written(written.text, (*written.lost, *((_NO_FLAGS,) if flags else ())))


WRITERS: Mapping[str, Callable[[QuestionBank, Flags], Written]] = {
    "toml": _toml,
    "json": _json,
    "gift": _gift,
    "aiken": _aiken,
    "csv": _csv,
}
"""Formats in which a bank can be written; but for Aiken, each is also how the file's name ends."""
_ENDINGS = {"aiken": "txt"}


def export_bank(desk: Desk, name: str, format_: str, output: str = "") -> BankWritten:
    """Write a bank to a file, with what was remarked on its questions while they were asked.

    Args:
        desk: Where, when and who.
        name: Id of the bank.
        format_: One of ``WRITERS``.
        output: The file; else one named after the bank in the present folder. A file that is there is kept.

    Raises:
        UsageError: No such bank or format, or the file is there already.
        WorkspaceError: It could not be written.
    """
    if format_ not in WRITERS:
        hint = did_you_mean(format_, WRITERS) or f"There is {listed(WRITERS)}."
        raise UsageError(f'A bank cannot be written as "{format_}".', hint)
    bank = named(desk, name)[0]
    path = Path(output).expanduser() if output else Path.cwd() / f"{bank.bank.id}.{_ENDINGS.get(format_, format_)}"
    if path.exists():
        raise UsageError(f"{path} is there already.", "Nothing was written. Name another file with --output.")
    remarks = (flag for book in month_books(desk) for flag in records_of(book, "flags", Flagged))
    flags = tuple(flag for flag in remarks if flag.bank == bank.bank.id)
    written = WRITERS[format_](bank, flags)
    make_folder(path.parent)
    write_atomically(path, written.text.encode())
    return BankWritten(bank=bank.bank.id, format=format_, file=str(path), lost=written.lost, flags=len(flags))
