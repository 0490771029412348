"""Looking at question banks: all of them, one, or one question; and confirming what is still right."""

from compact_tui.core.bank import DRAFT, RETIRED, Question, QuestionBank
from compact_tui.core.bank_use import CHECK_EDITION, standing
from compact_tui.core.bank_views import (
    BankPage,
    BanksView,
    ConfirmedView,
    QuestionPage,
    bank_line,
    bank_page,
    banks_view,
    question_page,
)
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.spot import Confirmed
from compact_tui.core.text import count
from compact_tui.services.banks import all_banks, named, own_ids
from compact_tui.services.books import open_book
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import Undone, undo_in
from compact_tui.services.spot_books import ABOUT_BOOK, confirmations, keep


def list_banks(desk: Desk) -> BanksView:
    """Every bank, and how many of its questions may be asked today."""
    confirmed, own = confirmations(desk), own_ids(desk)
    return banks_view(bank_line(bank, desk.today, confirmed, own=bank.bank.id in own) for bank in all_banks(desk))


def show_bank(desk: Desk, name: str) -> BankPage | QuestionPage:
    """A bank by its id, or a question by its own.

    Raises:
        UsageError: If there is no bank or question of that id.
    """
    bank, question = named(desk, name)
    confirmed = confirmations(desk)
    if question is not None:
        return question_page(question, bank, desk.today, confirmed)
    return bank_page(bank, desk.today, confirmed, own=bank.bank.id in own_ids(desk))


def confirm(desk: Desk, name: str, checked_on: str) -> ConfirmedView:
    """Say that a question, or every question of a bank, is right by its documents, which somebody has opened.

    It holds for this edition of the bank, and until its next review day has passed.

    Args:
        desk: Where, when, and who confirms.
        name: Id of a bank or of a question.
        checked_on: The day the documents were opened, as a person types it.

    Raises:
        UsageError: Unknown id, nobody is said to confirm, or the day is none or has not come yet.
        WorkspaceError: If it could not be saved.
    """
    bank, question = named(desk, name)
    day = _checked_day(desk, checked_on)
    if not desk.who:
        hint = 'Name the lead\'s role: --by "Designated lead". Nothing was confirmed.'
        raise UsageError("Say who has opened the documents and confirms this.", hint)
    chosen = [question] if question is not None else [q for q in bank.question if q.status != RETIRED]
    if question is not None and question.status == RETIRED:
        raise UsageError(f'"{question.id}" was taken out of use.', "Nothing was confirmed.")
    before = confirmations(desk)
    after = {
        one.id: Confirmed(question=one.id, edition=bank.bank.edition, checked_on=day, by=desk.who, at=desk.at)
        for one in chosen
    }
    edits = tuple(edit("confirmed", name, before.get(name), made) for name, made in after.items())
    what = f"confirmed: {name}" if question is not None else f"confirmed: {name}, {count(len(chosen), 'question')}"
    keep(desk, desk.workspace.spot_about_path, ABOUT_BOOK, "confirm", what, edits)
    return _confirmed_view(bank, chosen, {**before, **after}, desk.today, day)


def _checked_day(desk: Desk, typed: str) -> str:
    try:
        day = parse_day(typed)
    except ValueError as error:
        raise UsageError(str(error), "Nothing was confirmed.") from error
    if day > desk.today:
        raise UsageError(f"{say_day(day)} has not come yet.", "Say the day the documents were opened.")
    return day


def _confirmed_view(
    bank: QuestionBank, chosen: list[Question], confirmed: dict[str, Confirmed], today: str, day: str
) -> ConfirmedView:
    stand = [(question, standing(question, bank, today, confirmed)) for question in chosen]
    drafts = tuple(question.id for question, how in stand if question.status == DRAFT and how.askable)
    notes = [f"{question.id} is still not asked: {how.why}" for question, how in stand if not how.askable]
    marked = sum(CHECK_EDITION in how.marks for _, how in stand)
    if marked:
        notes.append(f'{count(marked, "question")} keep the mark "{CHECK_EDITION}": checked before their review day.')
    freed = f" {count(len(drafts), 'draft')} may be asked from now on." if drafts else ""
    return ConfirmedView(
        questions=tuple(question.id for question in chosen),
        drafts=drafts,
        sentence=f"{count(len(chosen), 'question')} confirmed as checked on {say_day(day)}.{freed}",
        notes=tuple(notes),
    )


def take_back(desk: Desk) -> Undone:
    """Take back the newest confirmation, or whatever else was changed last in what holds for all spot checks.

    Raises:
        CompactError: If there is nothing to undo.
    """
    path = desk.workspace.spot_about_path
    if not path.exists() and path not in desk.shelf.books:
        raise CompactError("There is nothing to undo.", "Nothing was changed.")
    return undo_in(desk, open_book(desk, path, ABOUT_BOOK))
