"""This program: where your files are, whether everything works, who is here, and the practice school."""

import shutil
import sys
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.forms import Field
from compact_tui.plain.asking import ask
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import demo, doctor, home
from compact_tui.services.desk import desk_at

_CHOICES = (
    Choice("where", "Where your files are"),
    Choice("doctor", "Whether everything works on this computer"),
    Choice("demo", "Make a practice school to look at"),
)
_FOLDER = Field(id="folder", question="In which folder?", help="A new or empty one.", required=True)


def program_place(teller: Teller, visit: Visit) -> Step:
    """Say where everything is and whether it works."""
    match choose(teller, Menu(heading="This program", choices=_CHOICES)):
        case "where":
            teller.facts(home.where(visit.desk).items())
        case "doctor":
            _examine(teller, visit)
        case _:
            folder = Path(ask(teller, _FOLDER)).expanduser().absolute()
            demo.demo(replace(desk_at(folder), now=visit.desk.now, new_id=visit.desk.new_id))
            teller.say(f"A made-up school is in {folder}.", f'To open it: compact-tui --plain --workspace "{folder}"')
    return AGAIN


def _examine(teller: Teller, visit: Visit) -> None:
    size = shutil.get_terminal_size()
    terminal = doctor.Terminal(
        is_terminal=sys.stdin.isatty() and sys.stdout.isatty(),
        columns=size.columns,
        lines=size.lines,
        colours="none are used here",
        encoding=(sys.stdout.encoding or "").lower(),
    )
    found = doctor.examine(visit.desk, terminal)
    for check in found.checks:
        teller.say(f"{check.name}, {check.state}: {check.said}", *((f"  {check.remedy}",) if check.remedy else ()))
    teller.say("Everything works." if found.well else "Something is to be put right; the lines above say what.")
