"""Question banks: listing, showing, confirming and checking them, and making one's own."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.bank_files import add_verbs
from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell, width, wrapped
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.days import say_day
from compact_tui.core.errors import ExitCode
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterator

    from compact_tui.core.bank_views import BankPage, QuestionPage


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "bank")
    add_verb(verbs, "list", list_all, "List the question banks, and what is due for review.", example="bank list")
    verb = add_verb(verbs, "show", show, "Show a bank, or one question in full.", example="bank show whistleblowing")
    verb.add_argument("name", metavar="ID", help="id of a bank or of a question")
    verb = add_verb(
        verbs,
        "confirm",
        confirm,
        "Say that the lead has opened the documents and a question or bank is right.",
        example='bank confirm whistleblowing --by "Designated lead" --checked-on 2026-11-22',
    )
    verb.add_argument("name", metavar="ID", help="id of a bank or of a question")
    verb.add_argument(
        "--checked-on", required=True, dest="checked_on", metavar="DATE", help="the day the documents were opened"
    )
    verb = add_verb(
        verbs, "lint", lint, "Check a bank: ids, sources, dates, answers, wording.", example="bank lint my-bank.toml"
    )
    verb.add_argument(
        "name", nargs="?", default="", metavar="ID-or-FILE", help="its id or its file; left out, every bank there is"
    )
    add_verbs(verbs)


def list_all(args: Namespace) -> int:
    """Print the banks."""
    from compact_tui.services.bank_pages import list_banks

    view = list_banks(desk_of(args))
    if wants_json(args):
        print_json(view.banks)
    else:
        rows = [(one.id, one.edition, one.state, say_day(one.review_by), one.title) for one in view.banks]
        table(args, ("Id", "Edition", "Questions", "Look again by", "Title"), rows)
        say(view.sentence)
    return 0


def show(args: Namespace) -> int:
    """Print a bank or a question."""
    from compact_tui.core.bank_views import BankPage
    from compact_tui.services.bank_pages import show_bank

    page = show_bank(desk_of(args), args.name)
    if wants_json(args):
        print_json(page)
    elif isinstance(page, BankPage):
        say(*_bank_lines(page))
    else:
        say(*_question_lines(page))
    return 0


def _bank_lines(page: "BankPage") -> "Iterator[str]":
    from compact_tui.core.bank_views import bank_lines

    yield f"{page.line.title} ({page.line.id}, edition {page.line.edition})"
    for line in bank_lines(page):
        yield from wrapped(line, width()) or [""]
    yield from ("", *page.changes, "")
    for question in page.questions:
        yield from wrapped(question.prompt, width(), "  ")
        yield "    " + " · ".join(part for part in (question.id, question.kind, question.state) if part)


def _question_lines(page: "QuestionPage") -> "Iterator[str]":
    from compact_tui.core.bank_views import question_lines

    yield f"{page.line.id} (bank {page.bank}, edition {page.edition})"
    for line in question_lines(page):
        yield from wrapped(line, width())


def confirm(args: Namespace) -> int:
    """Confirm a question or a bank."""
    from compact_tui.services.bank_pages import confirm as confirm_it

    view = confirm_it(desk_of(args), args.name, args.checked_on)
    return tell(args, view, view.sentence, *view.notes)


def lint(args: Namespace) -> int:
    """Check a bank, or all of them, and print what to put right."""
    from compact_tui.core.problems import say as say_problem
    from compact_tui.services.bank_linting import lint_banks

    checks = lint_banks(desk_of(args), args.name)
    if wants_json(args):
        print_json(checks[0] if args.name else checks)
    else:
        for one in checks:
            say(*(f"{problem.severity.value}: {say_problem(problem)}" for problem in one.problems))
            found = f"{count(one.errors, 'error')}, {count(one.warnings, 'warning')}"
            say(f"{' '.join(filter(None, (one.bank, one.edition)))}: {count(one.questions, 'question')}; {found}.")
    return int(ExitCode.PUT_RIGHT if any(one.errors for one in checks) else ExitCode.DONE)
