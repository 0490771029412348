"""Audit packs: reading, checking and printing them, where their duties stand, workbooks, and new editions."""

from collections.abc import Iterator

from compact_tui.core.days import say_day
from compact_tui.core.forms import Field
from compact_tui.core.pack import Standard, numbered
from compact_tui.core.problems import say as say_problem
from compact_tui.core.text import count
from compact_tui.plain.asking import ask
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import AGAIN, BACK, Moved, Step, Visit
from compact_tui.plain.pack_files import DO, FILE_CHOICES
from compact_tui.plain.teller import Teller
from compact_tui.services import packs

_OTHER = Field(id="pack", question="Which pack?", help="The path of its file or folder.", required=True)
_FILE = Field(id="file", question="Where to?", help="The path of a new .html file.", required=True)
_WHAT = (
    Choice("read", "Read its questions, standard by standard"),
    Choice("sources", "Where its duties stand"),
    Choice("lint", "Check it"),
    Choice("print", "Write it as a page to read or print"),
)


def packs_place(teller: Teller, visit: Visit) -> Step:
    """Choose a pack, then what to do with it."""
    choices = tuple(
        Choice(line.id, line.title, f"{count(line.standards, 'standard')}, {line.criteria} questions")
        for line in packs.list_packs()
    )
    chosen = choose(
        teller, Menu(heading="Which pack?", choices=(*choices, Choice("other", "One in a file"), *FILE_CHOICES))
    )
    if chosen in DO:
        DO[chosen](teller, visit.desk)
        return AGAIN
    pack = ask(teller, _OTHER) if chosen == "other" else chosen
    try:
        while True:
            _do(teller, visit, pack)
    except Moved as moved:
        return AGAIN if moved.step == BACK else moved.step


def _do(teller: Teller, visit: Visit, pack: str) -> None:
    head = packs.show_pack(pack)
    match choose(teller, Menu(heading=f"{head.pack.title}. What with it?", choices=_WHAT)):
        case "read":
            rows = tuple(Choice(s.id, titled(at, s.number, s.title)) for at, s in enumerate(head.standard, 1))
            standard = choose(teller, Menu(heading="Which standard?", choices=rows))
            teller.pages(line for one in packs.show_pack(pack, standard).standard for line in _lines(one))
        case "sources":
            for source in packs.pack_sources(pack, visit.desk.today):
                checked = say_day(source.checked_on) or "never"
                teller.say("", source.title, f"  {source.status}, checked {checked}{', due' if source.due else ''}")
        case "lint":
            found = packs.check_pack(pack, visit.desk.today)
            teller.pages(f"{problem.severity.value}: {say_problem(problem)}" for problem in found.problems)
            teller.say(f"{count(found.errors, 'error')}, {count(found.warnings, 'warning')}.")
        case _:
            teller.say(f"Written: {packs.print_pack(pack, output=ask(teller, _FILE))}")


def _lines(standard: Standard) -> Iterator[str]:
    yield from (f"{standard.number}. {standard.title}", " ".join(standard.introduction.split()))
    for number, criterion in numbered(standard):
        yield from ("", f"{number} {criterion.question} ({criterion.duty})", criterion.text)
        yield f"  Good: {' '.join(criterion.good.split())}"
        yield from (f"  Look at: {place}" for place in criterion.where)
        yield from (f"  Ask: {question}" for question in criterion.ask)
    for answer in standard.model_answer:
        yield from ("", f"At the level {answer.level}:", f"  {' '.join(answer.text.split())}")
