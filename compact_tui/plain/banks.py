"""Question banks, line by line: what there is, how it stands, confirming, checking, and a bank of one's own."""

from compact_tui.core.bank_files import TAKE_FORM, WRITE_FORM, BankTaken, BankWritten, taken_lines, written_lines
from compact_tui.core.bank_forms import confirm_form
from compact_tui.core.bank_views import BankPage, QuestionPage, bank_lines, question_lines
from compact_tui.core.forms import as_typed
from compact_tui.core.problems import say
from compact_tui.core.text import count
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import bank_exporting, bank_importing, bank_linting, bank_making, bank_pages
from compact_tui.services.desk import Desk

_HELP = (
    "Past its review day a question is still asked, with a mark. Confirming it takes the mark away.",
    "A draft is asked only once the lead has opened its document and confirmed it.",
)
_TAKE = Choice("take", "Take a bank from a file")
_NEW, _UNDO = Choice("new", "Begin a bank of your own"), Choice("takeback", "Take back the last confirmation")
_ACTS = (
    Choice("questions", "Choose one of its questions"),
    Choice("confirm", "Confirm all of it: the lead has opened the documents"),
    Choice("check", "Check it: sources, dates, answers, wording"),
    Choice("write", "Write it to a file"),
)
_ACT = Choice("confirm", "Confirm it: the lead has opened its documents")
_YES = Choice("yes", "Yes, take it into our own banks")
_NO_MORE = Choice("back", "Back to the banks")


def banks_place(teller: Teller, visit: Visit) -> Step:
    """Choose a bank, hear it, then confirm or check it, or hear one of its questions."""
    desk = visit.desk
    view = bank_pages.list_banks(desk)
    rows = tuple(Choice(line.id, line.title, line.state) for line in view.banks)
    heading = f"Question banks. {view.sentence}"
    chosen = choose(teller, Menu(heading=heading, choices=(*rows, _NEW, _TAKE, _UNDO), help=_HELP))
    if chosen == "new":
        made = ask_form(teller, bank_making.bank_form(), {}, lambda typed: bank_making.new_bank(desk, typed))
        teller.say(made.sentence)
    elif chosen == "take":
        _take(teller, desk)
    elif chosen == "takeback":
        teller.say(f"{bank_pages.take_back(desk).what}.")
    else:
        _bank(teller, desk, chosen)
    return AGAIN


def _bank(teller: Teller, desk: Desk, name: str) -> None:
    page = bank_pages.show_bank(desk, name)
    if not isinstance(page, BankPage):
        return
    teller.pages(bank_lines(page))
    act = choose(teller, Menu(heading=f"{page.line.title}. What with it?", choices=_ACTS, help=_HELP))
    if act == "confirm":
        _confirm(teller, desk, name, page.line.title)
    elif act == "write":
        _write(teller, desk, name)
    elif act == "check":
        for check in bank_linting.lint_banks(desk, name):
            teller.say(f"{count(check.errors, 'error')}, {count(check.warnings, 'warning')}.")
            teller.pages(f"{problem.severity.value}: {say(problem)}" for problem in check.problems)
    else:
        rows = tuple(Choice(line.id, line.prompt, line.state) for line in page.questions)
        _question(teller, desk, choose(teller, Menu(heading=f"{page.line.title}. Which question?", choices=rows)))


def _take(teller: Teller, desk: Desk) -> None:
    """Take a bank from a file: hear what would change first."""
    files: list[str] = []

    def look(typed: dict[str, str]) -> BankTaken:
        files.append(typed["file"])
        return bank_importing.import_bank(desk, typed["file"], dry_run=True)

    teller.pages(taken_lines(ask_form(teller, TAKE_FORM, {}, look)))
    if choose(teller, Menu(heading="Take it?", choices=(_YES, _NO_MORE), help=_HELP)) == "yes":
        teller.pages(taken_lines(bank_importing.import_bank(desk, files[-1])))


def _write(teller: Teller, desk: Desk, name: str) -> None:
    def write(typed: dict[str, str]) -> BankWritten:
        return bank_exporting.export_bank(desk, name, typed["format"], typed["output"])

    teller.say(*written_lines(ask_form(teller, WRITE_FORM, {"format": "toml"}, write)))


def _question(teller: Teller, desk: Desk, name: str) -> None:
    page = bank_pages.show_bank(desk, name)
    if not isinstance(page, QuestionPage):
        return
    teller.pages(question_lines(page))
    if choose(teller, Menu(heading="What with it?", choices=(_ACT, _NO_MORE), help=_HELP)) == "confirm":
        _confirm(teller, desk, name, page.line.prompt)


def _confirm(teller: Teller, desk: Desk, name: str, title: str) -> None:
    form = confirm_form(title)
    typed = as_typed(form, {"checked_on": desk.today})
    view = ask_form(teller, form, typed, lambda said: bank_pages.confirm(desk, name, said["checked_on"]))
    teller.say(view.sentence, *view.notes)
