"""Question banks: those that came with the program and the setting's own."""

from pathlib import Path

from compact_tui.core.bank import Question, QuestionBank
from compact_tui.core.bank_use import Askable, askable_in
from compact_tui.core.errors import UsageError
from compact_tui.core.problems import say
from compact_tui.core.text import did_you_mean
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import confirmations
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.banks import BankReading, own_banks, shipped_banks


def bank_readings(desk: Desk) -> tuple[BankReading, ...]:
    """Every bank as it was read, with what is wrong with it; read once for each desk.

    A bank of the setting's own takes the place of a shipped one of the same id.
    """
    if not desk.shelf.banks:
        own = own_banks(desk.workspace.banks_folder)
        named = {one.bank.bank.id for one in own if one.bank}
        shipped = [one for one in shipped_banks() if not (one.bank and one.bank.bank.id in named)]
        desk.shelf.banks = (*shipped, *own)
    return desk.shelf.banks


def all_banks(desk: Desk) -> tuple[QuestionBank, ...]:
    """Every bank that can be used; one that cannot be read is told among the notices."""
    for one in bank_readings(desk):
        sentence = f"The question bank {one.name} cannot be used. {say(one.problems[0])}" if not one.bank else ""
        if sentence and sentence not in desk.shelf.notices:
            desk.shelf.notices.append(sentence)
    return tuple(one.bank for one in bank_readings(desk) if one.bank)


def askable(desk: Desk, day: str = "") -> tuple[Askable, ...]:
    """What may be asked in this setting on a day (today where none is named)."""
    setting = read_setting(desk)
    return askable_in(all_banks(desk), day or desk.today, setting.sector if setting else "", confirmations(desk))


def own_ids(desk: Desk) -> frozenset[str]:
    """Ids of the setting's own banks."""
    return frozenset(one.bank.bank.id for one in bank_readings(desk) if one.own and one.bank)


def named(desk: Desk, name: str) -> tuple[QuestionBank, Question | None]:
    """The bank of an id, or the bank and the question of one.

    Raises:
        UsageError: If there is neither.
    """
    banks = all_banks(desk)
    for bank in banks:
        if bank.bank.id == name:
            return bank, None
    for bank in banks:
        for question in bank.question:
            if question.id == name:
                return bank, question
    known = [bank.bank.id for bank in banks] + [question.id for bank in banks for question in bank.question]
    hint = did_you_mean(name, known) or "compact-tui bank list shows the banks."
    raise UsageError(f'There is no question bank or question "{name}".', hint)


def keep_own(desk: Desk, path: Path, data: bytes) -> None:
    """Write one of the setting's own banks, and forget the banks as they were read.

    Raises:
        WorkspaceError: It could not be written.
    """
    make_folder(desk.workspace.banks_folder)
    write_atomically(path, data)
    desk.shelf.banks = ()
